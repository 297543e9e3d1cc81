//! What would have to be true for there to be a zone.

use super::words::{amount, hinged, spread};
use crate::document::{Number, Part, Section, Table, Text, author};
use crate::results::map::{ConditionInWorlds, Hinged, LikelyMap, Map, MapOfWorlds, OpeningChange};
use crate::results::{Cited, cite};

/// Conditions that are told.
const MOST: usize = 8;

/// In the likeliest world, where it has no zone, and in those of many worlds that have none.
pub(super) fn conditions(map: &Cited<'_, Map>) -> Vec<Section> {
    let likely = cite!(map.likely);
    let at_mode = (!likely.zone).then(|| at_mode(map, &likely));
    at_mode.into_iter().chain(in_worlds(map, &cite!(map.worlds))).collect()
}

fn at_mode(map: &Map, likely: &Cited<'_, LikelyMap>) -> Section {
    let told: Vec<Text> =
        cite!(likely.conditions).each().take(MOST).map(|one| change(map, &one)).collect();
    let part = if told.is_empty() {
        Part::Paragraph(Text::from("No change of a single number opens a zone."))
    } else {
        Part::List(told)
    };
    let title = "What would have to be true (most likely inputs; each alone)";
    Section::new("conditions", title, vec![part])
}

fn change(map: &Map, condition: &Cited<'_, OpeningChange>) -> Text {
    let what = hinged(&condition.party, condition.what, condition.issue.as_ref());
    let text = Text::from(author(&what)).and(": ");
    if let Some(option) = &condition.option {
        return text.and("accept “").and(author(option)).and("”");
    }
    let issue = condition.issue.as_ref();
    let text = text.and(amount(map, issue, &cite!(condition.to))).and(" instead of ").and(amount(
        map,
        issue,
        &cite!(condition.from),
    ));
    match cite!(condition.level).some() {
        Some(level) if *level <= 0.0 || *level >= 1.0 => text.and(", beyond the file's range"),
        Some(level) => {
            let number = Number::shown(format!("{:.0}", *level * 100.0), &level);
            text.and(", the file's percentile ").and(number)
        }
        None => text,
    }
}

fn in_worlds(map: &Map, worlds: &Cited<'_, MapOfWorlds>) -> Option<Section> {
    if worlds.without_zone <= 0.0 {
        return None;
    }
    let mut table = Table::new(Text::new(), &["", "#opens", "it would be at"]);
    for condition in cite!(worlds.conditions).each().take(MOST) {
        table.row(row(map, &condition));
    }
    let none = (worlds.no_single_change > 0.0).then(|| {
        Part::Note(
            Text::from("In ")
                .and(Number::share(&cite!(worlds.no_single_change)))
                .and(" of them no change of a single number of the file does."),
        )
    });
    let title = Text::from("What would open the ")
        .and(Number::share(&cite!(worlds.without_zone)))
        .and(" of worlds without a zone, each alone");
    let parts = [Part::Table(table)].into_iter().chain(none).collect();
    Some(Section::new("conditions-in-worlds", title, parts))
}

fn row(map: &Map, condition: &Cited<'_, ConditionInWorlds>) -> [Text; 3] {
    let issue = condition.issue.as_ref();
    let what = hinged(&condition.party, condition.what, issue);
    let to = match (&condition.option, condition.what) {
        (Some(option), Hinged::Refusal) => Text::from("“").and(author(option)).and("”"),
        _ => spread(&cite!(condition.to), |value| amount(map, issue, value)),
    };
    [Text::from(author(&what)), Text::from(Number::share(&cite!(condition.opens))), to]
}
