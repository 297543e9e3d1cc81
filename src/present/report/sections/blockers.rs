//! Who blocks, and over what.

use crate::present::briefing::{Illustration, Number, Part, Section, Text, author};
use crate::present::causes::{Family, families};
use crate::present::report::ReportView;
use crate::present::svg::{Blocker, Blockers};

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
        title: match view.rounds() {
            Some(_) => "Why there was no deal: share of all histories, first reason that applies",
            None => {
                "Why there was no lasting deal: share of all histories, first reason that applies"
            }
        }
        .to_owned(),
        families: drawn.collect(),
    };
    let mut parts = vec![Part::Lead(lead(&families[0]))];
    parts.push(Illustration::new(|width| chart.draw(width), ["/blockers".to_owned()]).into());
    let order = match view.rounds() {
        Some(_) => {
            "Every history without a deal has one reason, the first in this order: it was voted down at \
             home; no outcome is worth as much as no deal to everybody; all would sign, but for what one of \
             them refuses; the rounds ran out. Named is the party that came off worst in the outcome that \
             hurts least or, where there was common ground, that asked for most beyond it, and the issue at \
             the heart of that. "
        }
        None => {
            "Every history without a lasting deal has one reason, the first in this order: it collapsed within \
         a year; it was voted down; red lines leave no room; no text was ever tabled; no package would suit \
         all; the nearest text crossed a red line; time ran out; there was ground, and no text hit it. Named \
         is the party farthest from signing the nearest text, and the issue on which it loses most. "
        }
    };
    let named = "Being named says who would have to move, not who is right.";
    parts.push(Part::Note(Text::from(order).and(named)));
    Some(Section::new("blockers", "Who blocks, and over what", parts))
}

pub(in crate::present::report) fn lead(family: &Family) -> Text {
    let text = Text::from("Most often: ")
        .and(family.title)
        .and(", in ")
        .and(Number::share(family.share, "/blockers/0/share"))
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
            .and(Number::share(*share, format!("/blockers/0/parts/{index}/share")))
            .and(")");
    }
    text.and(".")
}
