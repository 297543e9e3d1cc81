//! Who blocks, and over what.

use crate::charts::{Blocker, Blockers};
use crate::document::{Illustration, Number, Part, Section, Text, author};
use crate::present::causes;
use crate::present::report::ReportView;
use crate::results::run::Family;
use crate::results::{Cited, cite};

/// Families of causes that are drawn.
const MOST: usize = 6;
/// Parts of the first of them that are told.
const PARTS: usize = 3;

pub(super) fn section(view: &ReportView<'_>) -> Option<Section> {
    let run = view.run();
    let families = cite!(run.blockers);
    let first = families.each().next()?;
    let drawn = families.iter().take(MOST).map(|family| Blocker {
        label: title_of(view, family).to_owned(),
        share: family.share,
        parts: family.parts.iter().map(|part| (causes::part(part), part.share)).collect(),
    });
    let chart = Blockers {
        id: "blockers".to_owned(),
        title: format!(
            "{}: share of all histories, first reason that applies",
            view.words().why_none
        ),
        families: drawn.collect(),
    };
    let mut parts = vec![Part::Lead(lead(view, &first))];
    parts.push(Illustration::new(|width| chart.draw(width), [families.place()]).into());
    let order = view.words().order_of_reasons;
    let named = "Being named says who would have to move, not who is right.";
    parts.push(Part::Note(Text::from(order).and(named)));
    Some(Section::new("blockers", "Who blocks, and over what", parts))
}

/// What the causes of a family have in common.
pub(in crate::present::report) fn title_of(view: &ReportView<'_>, family: &Family) -> &'static str {
    causes::title(family.cause, view.scenario.offers().is_some())
}

pub(in crate::present::report) fn lead(view: &ReportView<'_>, family: &Cited<'_, Family>) -> Text {
    let text = Text::from("Most often: ")
        .and(title_of(view, family))
        .and(", in ")
        .and(Number::share(&cite!(family.share)))
        .and(" of all histories");
    let parts = cite!(family.parts);
    if parts.is_empty() {
        return text.and(".");
    }
    let told = parts.each().take(PARTS).map(|part| {
        let share = Number::share(&cite!(part.share));
        Text::from(author(&causes::part(&part))).and(" (").and(share).and(")")
    });
    text.and(". Behind it stand ").then(Text::joined("; ", told)).and(".")
}
