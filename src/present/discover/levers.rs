//! Choices (lever settings) over futures: regret, and how often each is good enough.

use std::fmt::Write as _;

use super::words;
use crate::present::csv::table_text;
use crate::results::discover::{Choices, LeversCompared};
use crate::text::hang;
use crate::text::number::{percent, percent_range, short, thousands};
use crate::text::{Padded, fitted};

/// Columns for the name of a setting.
const NAME: usize = 24;
/// The fewest letters of a lever's name that stand for it.
const SHORTEST: usize = 4;

fn name(view: LeversCompared<'_>, setting: usize) -> String {
    let fields = view.levers.iter().zip(&view.settings[setting]);
    match view.levers {
        [_] => view.settings[setting].join(" "),
        _ => fields.map(|(lever, field)| format!("{lever}={field}")).collect::<Vec<_>>().join(" "),
    }
}

/// A setting in lines of the first column. Whatever there is no room for, the values that tell settings apart
/// are whole: of a long name the beginning stands for it.
fn lines(view: LeversCompared<'_>, setting: usize) -> Vec<String> {
    let fields = view.levers.iter().zip(&view.settings[setting]);
    let mut lines: Vec<String> = Vec::new();
    for (lever, value) in fields {
        let room = (NAME - 1).saturating_sub(value.chars().count());
        let said = match view.levers {
            [_] => value.clone(),
            _ if room >= SHORTEST.min(lever.chars().count()) => {
                format!("{}={value}", fitted(lever, room))
            }
            _ => value.clone(),
        };
        match lines.last_mut() {
            Some(last) if last.chars().count() + 1 + said.chars().count() <= NAME => {
                *last = format!("{last} {said}");
            }
            _ => lines.extend(in_pieces(&said)),
        }
    }
    lines
}

/// A text in pieces that each fit the column.
fn in_pieces(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if letters.is_empty() {
        return vec![String::new()];
    }
    letters.chunks(NAME).map(|piece| piece.iter().collect()).collect()
}

fn listed(view: LeversCompared<'_>, settings: &[usize]) -> String {
    let names: Vec<String> = settings.iter().map(|&s| format!("“{}”", name(view, s))).collect();
    names.join(", ")
}

/// The table as text.
pub fn terminal(view: LeversCompared<'_>) -> String {
    let mut out = String::new();
    hang(&mut out, "", 0, view.source.title.unwrap_or(view.source.file));
    let futures = view.futures();
    let text = format!(
        "{} settings of {} in {} futures, told apart by {}; the better, the {} “{}”",
        view.settings.len(),
        view.levers.join(" × "),
        thousands(futures as u64),
        match view.futures_by {
            [one] => one.clone(),
            several => format!("{} columns", several.len()),
        },
        if view.interest.comparison == crate::montecarlo::Comparison::AtLeast {
            "larger"
        } else {
            "smaller"
        },
        view.interest.outcome,
    );
    hang(&mut out, "", 0, &text);
    let _ = writeln!(
        out,
        "\n  {:<NAME$}  {:>8} {:>8} {:>6} {:>7}  {:>6} {:>11}",
        "setting", "regret ≤", "mean", "best", "worst", "enough", "95%"
    );
    for (setting, regret) in view.regrets.levers.iter().enumerate() {
        let share = view.satisficing.levers[setting].share;
        let mark = if view.regrets.tied.contains(&setting) { "*" } else { " " };
        let lines = lines(view, setting);
        let _ = writeln!(
            out,
            "{mark} {:<NAME$}  {:>8} {:>8} {:>6} {:>7}  {:>6} {:>11}",
            Padded(&lines[0]),
            short(regret.largest),
            short(regret.mean),
            percent(regret.best_in as f64 / futures as f64),
            format!("l.{}", view.lines[setting * futures + regret.worst]),
            percent(share.value),
            percent_range(share.low, share.high),
        );
        for line in &lines[1..] {
            let _ = writeln!(out, "  {line}");
        }
    }
    let how = words::quarter(view.interest, "all cases");
    let text = format!(
        "regret: how much better the best setting would have been in the same future; at most, and \
         on average as if all futures were equally likely. best: share of futures in which no setting \
         is better. worst: the line of the table with the largest regret. enough: share of futures \
         with {}{how}.",
        words::interest(view.interest)
    );
    hang(&mut out, "", 2, &text);
    out.push('\n');
    let choice = listed(view, &[view.regrets.minimax]);
    let ties = if view.regrets.tied.len() > 1 {
        format!(" (tied: {}; of these the smaller mean)", listed(view, &view.regrets.tied))
    } else {
        String::new()
    };
    hang(&mut out, "", 2, &format!("Least largest regret: {choice}{ties}."));
    let text = format!("Good enough most often: {}.", listed(view, &view.satisficing.tied));
    hang(&mut out, "", 2, &text);
    let text = "Neither uses odds of the futures, and both hang on which futures are in the table; \
                noise in the outcome makes the largest regret too large.";
    hang(&mut out, "", 0, text);
    out
}

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
