//! Choices over futures as a table.

use crate::present::csv::table_text;
use crate::results::discover::Choices;

/// The table as CSV: one row a setting, a column for each lever before its figures.
pub fn csv(choices: &Choices) -> String {
    let figures = ["largest_regret", "mean_regret", "best_share", "satisficing_share", "minimax"];
    let head = choices.levers.iter().cloned().chain(figures.map(str::to_owned));
    let mut rows = vec![head.collect::<Vec<_>>()];
    for one in &choices.settings {
        let figures = [
            one.largest_regret,
            one.mean_regret,
            one.best_share,
            one.satisficing_share.value,
            f64::from(u8::from(one.minimax)),
        ];
        let figures = figures.iter().map(ToString::to_string);
        rows.push(one.setting.iter().cloned().chain(figures).collect());
    }
    table_text(&rows)
}
