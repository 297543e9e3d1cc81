//! Who blocks, and over what.

use crate::charts::{Blocker, Blockers};
use crate::document::{Illustration, Number, Part, Section, Text, author};
use crate::present::causes::{Family, families};
use crate::present::report::ReportView;

/// Families of causes that are drawn, and parts of one that are told below it.
const MOST: usize = 6;

pub(super) fn section(view: &ReportView<'_>) -> Option<Section> {
    let families = families(view.scenario, &view.summary.endings);
    if families.is_empty() {
        return None;
    }
    let drawn = families.iter().take(MOST).map(|family| Blocker {
        label: family.title.to_owned(),
        share: family.share,
        parts: family.parts.clone(),
    });
    let chart = Blockers {
        id: "blockers".to_owned(),
        title: format!(
            "{}: share of all histories, first reason that applies",
            view.words().why_none
        ),
        families: drawn.collect(),
    };
    let mut parts = vec![Part::Lead(lead(&families[0]))];
    parts.push(
        Illustration::new(|width| chart.draw(width), ["/run/result/blockers".to_owned()]).into(),
    );
    let order = view.words().order_of_reasons;
    let named = "Being named says who would have to move, not who is right.";
    parts.push(Part::Note(Text::from(order).and(named)));
    Some(Section::new("blockers", "Who blocks, and over what", parts))
}

pub(in crate::present::report) fn lead(family: &Family) -> Text {
    let text = Text::from("Most often: ")
        .and(family.title)
        .and(", in ")
        .and(Number::share_at(family.share, "/run/result/blockers/0/share"))
        .and(" of all histories");
    let told: Vec<_> = family.parts.iter().take(3).enumerate().collect();
    if told.is_empty() {
        return text.and(".");
    }
    let mut text = text.and(". Behind it stand ");
    for (index, (who, share)) in told {
        if index > 0 {
            text = text.and("; ");
        }
        text = text
            .and(author(who))
            .and(" (")
            .and(Number::share_at(*share, format!("/run/result/blockers/0/parts/{index}/share")))
            .and(")");
    }
    text.and(".")
}
