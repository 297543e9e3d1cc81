//! Inputs and restrictions in plain words.

use super::InputColumn;
use crate::analysis::prim::{Restriction, Side};
use crate::model::{Issue, Scenario, path};
use crate::results::anchor::in_words;
use crate::text::number::{position, short};

/// An input in the scenario's or the study's own words; its name where there are none.
pub(crate) fn input(scenario: Option<&Scenario>, input: &InputColumn) -> String {
    let name = &input.name;
    if let Some(title) = &input.title {
        return title.clone();
    }
    scenario.map_or_else(|| name.clone(), |scenario| quantity(scenario, name))
}

/// A number of the scenario, by its path, in words.
pub(crate) fn quantity(scenario: &Scenario, name: &str) -> String {
    let names = path::names(name);
    let parts: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let party = |id: &str| {
        scenario.party_index(id).map_or(id.to_owned(), |i| scenario.parties[i].title.clone())
    };
    let issue = |id: &str| {
        scenario.issue_index(id).map_or(id.to_owned(), |k| scenario.issues[k].title.clone())
    };
    match parts.as_slice() {
        ["parties", who, "positions", what, number] => {
            format!("{}'s {} on “{}”", party(who), plain(number), issue(what))
        }
        ["parties", who, "positions", what, "scores", option] => {
            format!("{}'s score for “{option}” on “{}”", party(who), issue(what))
        }
        ["parties", who, "tactic"] => format!("the number of {}'s tactic", party(who)),
        ["parties", who, "outside", "terms", what] => {
            format!("{}'s alternative to a deal on “{}”", party(who), issue(what))
        }
        ["parties", who, "leverage", to] => {
            format!("{}'s side payment to {}", party(who), party(to))
        }
        ["parties", who, "outside", "cost"] => format!("{}'s cost of a year's war", party(who)),
        ["parties", who, "outside", "reservation"] => {
            format!("{}'s reservation value", party(who))
        }
        ["parties", who, "ratification", "blocs", id, number] => {
            let title =
                scenario.party_index(who).and_then(|i| bloc(scenario, i, id)).unwrap_or(*id);
            match *number {
                "even_at" => {
                    format!("the value of terms at which {title} of {} is even", party(who))
                }
                _ => format!("the {} of {title} of {}", plain(number), party(who)),
            }
        }
        ["parties", who, rest @ ..] => format!("{}'s {}", party(who), plain(&rest.join(" "))),
        ["trust", one, other] => format!("trust between {} and {}", party(one), party(other)),
        ["events", id, rest @ ..] => {
            let event = scenario.events.iter().find(|event| event.id == *id);
            let title = event.map_or(*id, |event| event.title.as_str());
            match rest {
                ["effects", number, "by"] => {
                    let number = number.parse::<u32>().map_or(1, |number| number + 1);
                    format!("the size of effect {number} of “{title}”")
                }
                _ => format!("the {} of “{title}”", plain(&rest.join(" "))),
            }
        }
        ["interim", id, rest @ ..] => {
            let deal = scenario.interims.iter().find(|deal| deal.id == *id);
            let title = deal.map_or(*id, |deal| deal.title.as_str());
            match rest {
                ["terms", what] => format!("where “{title}” settles “{}”", issue(what)),
                ["within", what, end] => {
                    format!("the end “{end}” of the range of “{title}” on “{}”", issue(what))
                }
                [number @ ("cost" | "relief"), who] => {
                    format!("{}'s {number} under “{title}”", party(who))
                }
                _ => format!("“{title}”: {}", plain(&rest.join(" "))),
            }
        }
        ["model", rest @ ..] => format!("the model's {}", plain(&rest.join(" "))),
        ["summit", "reluctance", who] => format!("{}'s reluctance to meet", party(who)),
        _ => format!("the {}", plain(&parts.join(" "))),
    }
}

/// The title of a bloc of a party's home front.
fn bloc<'s>(scenario: &'s Scenario, party: usize, id: &str) -> Option<&'s str> {
    let blocs = scenario.parties[party].ratification.as_ref()?.vote.blocs()?;
    let bloc = blocs.blocs.iter().find(|bloc| bloc.id == id)?;
    Some(bloc.title.as_str())
}

fn plain(word: &str) -> String {
    word.replace('_', " ")
}

/// What a restriction asks, as the end of a sentence: `is at most 58 (near “…”)`.
pub(crate) fn demand(
    scenario: Option<&Scenario>,
    input: &InputColumn,
    restriction: &Restriction,
) -> String {
    let value = |at: f64| value(scenario, &input.name, at);
    match &restriction.side {
        Side::AtLeast(at) => format!("is at least {}", value(*at)),
        Side::AtMost(at) => format!("is at most {}", value(*at)),
        Side::OneOf(kept) => {
            let names: Vec<String> =
                kept.iter().filter_map(|&i| input.categories.get(i)).cloned().collect();
            format!("is {}", names.join(" or "))
        }
    }
}

/// A value in the units of its input; positions with the words of the scale.
pub(crate) fn value(scenario: Option<&Scenario>, name: &str, at: f64) -> String {
    match scenario.and_then(|scenario| issue_of(scenario, name)) {
        Some(issue) => {
            let words = in_words(issue, at);
            let shown = position(at, issue.scale.width());
            if words.is_empty() { shown } else { format!("{shown} ({words})") }
        }
        None => short(at),
    }
}

/// What a value means in the words of its scale; `None` where that has none.
pub(crate) fn meaning(scenario: &Scenario, name: &str, at: f64) -> Option<String> {
    let words = in_words(issue_of(scenario, name)?, at);
    (!words.is_empty()).then_some(words)
}

/// The issue on whose scale a number lies.
fn issue_of<'s>(scenario: &'s Scenario, name: &str) -> Option<&'s Issue> {
    let names = path::names(name);
    let parts: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match parts.as_slice() {
        ["parties", _, "positions", id, _] | ["parties", _, "outside", "terms", id] => {
            scenario.issue_index(id).map(|issue| &scenario.issues[issue])
        }
        _ => None,
    }
}
