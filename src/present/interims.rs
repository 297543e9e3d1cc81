//! Interim deals in words. The ceasefire alone, which comes after those of the file, has words of its own.

use super::anchor::place;
use crate::model::{Fate, Interim, Scenario};

/// What has become of a deal, as the head of a column.
pub(crate) fn heading(fate: Fate) -> &'static str {
    match fate {
        Fate::Agreed => "agreed",
        Fate::Renewed => "renewed",
        Fate::Lapsed => "ends",
        Fate::Broken => "broken",
        Fate::Followed => "leads to more",
    }
}

/// What of a deal is on the table, after “tables”.
pub(crate) fn tabled(scenario: &Scenario, interim: usize, text: &[f64]) -> String {
    let Some(stated) = scenario.interims.get(interim) else {
        return "a ceasefire alone: the guns fall silent where they stand".to_owned();
    };
    let terms = terms(scenario, stated, text);
    format!(
        "an interim deal, “{}”{}{terms}",
        stated.title,
        if terms.is_empty() { "" } else { ": " }
    )
}

/// The same in short.
pub(crate) fn tabled_in_short(scenario: &Scenario, interim: usize) -> String {
    match scenario.interims.get(interim) {
        Some(stated) => format!("an interim deal, “{}”", stated.title),
        None => "a ceasefire alone".to_owned(),
    }
}

/// That the parties are asked to go on with a deal.
pub(crate) fn run_out(scenario: &Scenario, interim: usize) -> String {
    let title = scenario.interims.get(interim).map_or("The ceasefire", |stated| &stated.title);
    format!("“{title}” has run out; the parties are asked to go on with it.")
}

/// What has become of a deal.
pub(crate) fn told(scenario: &Scenario, interim: usize, fate: Fate) -> String {
    let stated = scenario.interims.get(interim);
    let halts = stated.is_none_or(|stated| stated.halts_fighting);
    let name = stated.map(|stated| format!("“{}”", stated.title));
    match fate {
        Fate::Agreed => {
            format!("{} comes into force.", name.as_deref().unwrap_or("A ceasefire"))
        }
        Fate::Broken => {
            let (name, breaks) =
                name.map_or(("The ceasefire".to_owned(), "breaks"), |name| (name, "is broken"));
            format!("{name} {breaks}; trust falls.")
        }
        Fate::Renewed => format!("{} is renewed.", name.as_deref().unwrap_or("The ceasefire")),
        Fate::Lapsed => {
            let name = name.as_deref().unwrap_or("The ceasefire");
            format!("{name} ends{}.", if halts { ", and the fighting goes on" } else { "" })
        }
        Fate::Followed => {
            format!("{} has led to the whole.", name.as_deref().unwrap_or("The ceasefire"))
        }
    }
}

/// What it settles and where, and the halt of the fighting where no issue says it.
fn terms(scenario: &Scenario, stated: &Interim, text: &[f64]) -> String {
    let settled = stated.settles.iter().map(|settled| {
        let issue = &scenario.issues[settled.issue];
        format!("{} {}", issue.id, place(issue, issue.scale.from_unit(text[settled.issue])))
    });
    let halts = stated.halts_fighting.then(|| "the guns fall silent".to_owned());
    settled.chain(halts).collect::<Vec<_>>().join("; ")
}
