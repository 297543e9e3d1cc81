//! Interim deals in words. The ceasefire alone, which is not of the file, has words of its own.

use crate::model::Fate;
use crate::results::story::Named;

/// What has become of a deal, as the head of a column.
pub(super) fn heading(fate: Fate) -> &'static str {
    match fate {
        Fate::Agreed => "agreed",
        Fate::Renewed => "renewed",
        Fate::Lapsed => "ends",
        Fate::Broken => "broken",
        Fate::Followed => "leads to more",
    }
}

/// What of a deal is on the table, after “tables”: with its terms in words and whether the guns fall silent, or
/// in short.
pub(super) fn tabled(deal: Option<&Named>, terms: Option<(String, bool)>) -> String {
    let Some(deal) = deal else {
        let where_they_stand =
            if terms.is_some() { ": the guns fall silent where they stand" } else { "" };
        return format!("a ceasefire alone{where_they_stand}");
    };
    let mut parts = Vec::new();
    if let Some((terms, halts_fighting)) = terms {
        parts.extend((!terms.is_empty()).then_some(terms));
        parts.extend(halts_fighting.then(|| "the guns fall silent".to_owned()));
    }
    let colon = if parts.is_empty() { "" } else { ": " };
    format!("an interim deal, “{}”{colon}{}", deal.title, parts.join("; "))
}

/// That the parties are asked to go on with a deal.
pub(super) fn run_out(deal: Option<&Named>) -> String {
    let title = deal.map_or("The ceasefire", |deal| &deal.title);
    format!("“{title}” has run out; the parties are asked to go on with it.")
}

/// What has become of a deal.
pub(super) fn told(deal: Option<&Named>, halts_fighting: bool, fate: Fate) -> String {
    let name = deal.map(|deal| format!("“{}”", deal.title));
    let known = name.as_deref().unwrap_or("The ceasefire");
    match fate {
        Fate::Agreed => {
            format!("{} comes into force.", name.as_deref().unwrap_or("A ceasefire"))
        }
        Fate::Broken => {
            format!("{known} {}; trust falls.", if name.is_some() { "is broken" } else { "breaks" })
        }
        Fate::Renewed => format!("{known} is renewed."),
        Fate::Lapsed => {
            format!(
                "{known} ends{}.",
                if halts_fighting { ", and the fighting goes on" } else { "" }
            )
        }
        Fate::Followed => format!("{known} has led to the whole."),
    }
}
