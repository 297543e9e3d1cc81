//! The elections under every rule, as a table of means and winners.

use std::fmt::Write as _;

use super::words::{Digits, kind};
use crate::solution::forecasts::{ElectionOpinion, election_switches};
use crate::text::hang;
use crate::text::{Padded, fitted};

/// Columns of a cell.
const CELL: usize = 17;

pub(super) fn grid(out: &mut String, digits: Digits, grid: &[ElectionOpinion]) {
    if grid.is_empty() {
        return;
    }
    out.push('\n');
    hang(out, "", 0, "The election under every rule: mean, and the position most likely to win");
    let mut kinds: Vec<&str> = Vec::new();
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for opinion in grid {
        let kind = kind(opinion.rules);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
        let switches = election_switches(&opinion.rules);
        let value = |wanted: &str| {
            switches.iter().find(|(name, _)| *name == wanted).map_or("", |(_, value)| *value)
        };
        let label = format!("{:<8} {:<13}", value("victory"), value("voting"));
        match rows.iter_mut().find(|(known, _)| *known == label) {
            Some((_, cells)) => cells.push(cell(digits, opinion)),
            None => rows.push((label, vec![cell(digits, opinion)])),
        }
    }
    let line = |label: &str, cells: &[String]| {
        let cells = cells.iter().map(|cell| format!(" {:>CELL$}", Padded(fitted(cell, CELL))));
        format!("  {label:<22}{}", cells.collect::<String>())
    };
    let kinds: Vec<String> = kinds.into_iter().map(str::to_owned).collect();
    let _ = writeln!(out, "{}", line(&format!("{:<8} {:<13}", "victory", "votes"), &kinds));
    for (label, cells) in rows {
        let _ = writeln!(out, "{}", line(&label, &cells));
    }
}

/// `7.72 (10.0)`, or that several positions are equally likely, or that there is no answer.
fn cell(digits: Digits, opinion: &ElectionOpinion) -> String {
    let Ok(election) = &opinion.answer else {
        return "no answer".to_owned();
    };
    let winner = match election.leaders()[..] {
        [winner] => digits.show(election.options[winner][0]),
        _ => "a tie".to_owned(),
    };
    format!("{} ({winner})", digits.show(election.mean(0)))
}
