//! Choices (lever settings) over futures as a table, and which are least bad.

use super::words;
use crate::document::{Number, Part, Section, Table, Text, author};
use crate::montecarlo::Comparison;
use crate::present::words::range;
use crate::results::discover::{Choices, SettingRegret};
use crate::results::{Cited, cite};

/// What is compared over what.
pub(super) fn head(choices: &Cited<'_, Choices>) -> Text {
    let by = match choices.futures_by.as_slice() {
        [one] => author(one),
        several => format!("{} columns", several.len()).into(),
    };
    let better = match choices.interest.comparison {
        Comparison::AtLeast => "larger",
        Comparison::AtMost => "smaller",
    };
    Text::from(format!("{} settings of ", choices.settings.len()))
        .and(author(&choices.levers.join(" × ")))
        .and(" in ")
        .and(Number::count(&cite!(choices.futures)))
        .and(" futures, told apart by ")
        .and(by)
        .and(format!("; the better, the {better} “"))
        .and(author(&choices.interest.outcome))
        .and("”")
}

/// Every setting with its regrets, then the best of them.
pub(super) fn sections(choices: &Cited<'_, Choices>) -> [Section; 2] {
    let columns = ["~", "setting", "#regret ≤", "#mean", "#best", "#worst", "#enough", "#95%"];
    let mut table = Table::new(Text::new(), &columns);
    for setting in cite!(choices.settings).each() {
        table.row(row(&choices.levers, &setting));
    }
    let note = Text::from(
        "regret: how much better the best setting would have been in the same future; at most, and on average as \
         if all futures were equally likely. best: share of futures in which no setting is better. worst: the \
         line of the table with the largest regret. enough: share of futures with ",
    )
    .then(words::interest(&cite!(choices.interest)))
    .and(format!("{}.", words::quarter(&choices.interest, "all cases")));
    let parts = vec![Part::Table(table), Part::Note(note)];
    [
        Section::new("settings", Text::new(), parts),
        Section::new("choice", Text::new(), vec![Part::List(best(choices))]),
    ]
}

fn row(levers: &[String], setting: &Cited<'_, SettingRegret>) -> [Text; 8] {
    let worst = cite!(setting.worst_line);
    let line = Number { shown: format!("l.{}", *worst), ..Number::name(&worst) };
    let enough = cite!(setting.satisficing_share);
    [
        Text::from(if setting.minimax { "*" } else { "" }),
        Text::from(author(&name(levers, &setting.setting))),
        Text::from(Number::plain(&cite!(setting.largest_regret))),
        Text::from(Number::plain(&cite!(setting.mean_regret))),
        Text::from(Number::share(&cite!(setting.best_share))),
        Text::from(line),
        Text::from(Number::share(&cite!(enough.value))),
        range(&cite!(enough.low), &cite!(enough.high)),
    ]
}

/// The value of the lever; of several levers with their names.
fn name(levers: &[String], setting: &[String]) -> String {
    let fields = levers.iter().zip(setting);
    match levers {
        [_] => setting.join(" "),
        _ => fields.map(|(lever, field)| format!("{lever}={field}")).collect::<Vec<_>>().join(" "),
    }
}

fn best(choices: &Choices) -> Vec<Text> {
    let listed = |settings: &[Vec<String>]| {
        let names = settings.iter().map(|own| format!("“{}”", name(&choices.levers, own)));
        author(&names.collect::<Vec<_>>().join(", "))
    };
    let least = Text::from("Least largest regret: ")
        .and(listed(std::slice::from_ref(&choices.minimax_regret)));
    let least = if choices.minimax_tied.len() > 1 {
        let tied = listed(&choices.minimax_tied);
        least.and(" (tied: ").and(tied).and("; of these the smaller mean).")
    } else {
        least.and(".")
    };
    let enough = Text::from("Good enough most often: ").and(listed(&choices.widest_satisficing));
    let caution = "Neither uses odds of the futures, and both hang on which futures are in the table; noise in \
                   the outcome makes the largest regret too large.";
    vec![least, enough.and("."), Text::from(caution)]
}
