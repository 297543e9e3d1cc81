//! One issue with options as a table: what each option is worth to whom, whether the zone allows it,
//! and which one each solution takes.

use std::fmt::Write as _;

use super::MapView;
use super::words;
use crate::analysis::map::ReachSpread;
use crate::model::{Issue, Preference};
use crate::solution::bargain::Reach;
use crate::text::hang;
use crate::text::number::percent;
use crate::text::{Padded, fitted};

/// Columns of an option's name.
const NAME: usize = 20;
/// Columns of a party's scores, and how many parties stand beside one another.
const SCORE: usize = 7;
const PARTIES: usize = 4;

/// How to read the table.
pub(super) const LEGEND: &str = "Scores from 0 to 100, x never signed. likely: in the zone at the \
    most likely inputs; worlds: in how many of the worlds with a zone; vote: its chance to win an \
    election (probabilistic Condorcet) by influence and salience.";

/// The table of one issue.
pub(super) fn table(view: MapView<'_>, inputs: &[f64], k: usize) -> String {
    let mut out = String::new();
    let issue = &view.scenario.issues[k];
    let parties: Vec<(&str, &Preference)> = view
        .scenario
        .parties
        .iter()
        .filter_map(|party| Some((party.title.as_str(), party.preferences[k].as_ref()?)))
        .collect();
    let groups: Vec<&[(&str, &Preference)]> = parties.chunks(PARTIES).collect();
    for (number, group) in groups.iter().enumerate() {
        let last = number + 1 == groups.len();
        let _ = write!(out, "  {:NAME$}", "");
        for (title, _) in *group {
            let _ = write!(out, " {:>SCORE$}", Padded(fitted(title, SCORE)));
        }
        out.push_str(if last { "  likely  worlds    vote\n" } else { "\n" });
        for (option, name) in issue.options.iter().enumerate() {
            let _ = write!(out, "  {:NAME$}", Padded(fitted(name, NAME)));
            for (_, preference) in *group {
                let score = inputs[preference.scores[option].index()];
                let mark = if preference.refused[option] { "x" } else { "" };
                let _ = write!(out, " {:>SCORE$}", format!("{mark}{score:.0}"));
            }
            if last {
                out.push_str(&chances(view, k, option));
            }
            out.push('\n');
        }
    }
    let points = super::terminal::points_told(&view.map.likely);
    let takes = points.iter().map(|point| {
        let option = issue.option_at(point.solution.package[k]);
        format!("{} {}", words::concept(point.concept), quoted(issue, option))
    });
    let takes = takes.collect::<Vec<_>>().join(", ");
    if !takes.is_empty() {
        hang(&mut out, "  Fair splits take", 20, &takes);
    }
    out
}

/// In the zone, in how many worlds, and with what chance in an election.
fn chances(view: MapView<'_>, k: usize, option: usize) -> String {
    let likely = match view.map.likely.reach.as_ref().map(|reach| &reach[k]) {
        Some(Reach::Options(allowed)) if allowed.contains(&option) => "yes",
        _ => "–",
    };
    let worlds = match view.map.worlds.reach.get(k) {
        Some(ReachSpread::Options(shares)) => {
            percent(shares.get(option).copied().unwrap_or_default())
        }
        _ => "–".to_owned(),
    };
    let vote = match &view.map.votes[k] {
        Some(Ok(chances)) => percent(chances[option]),
        _ => "–".to_owned(),
    };
    format!("  {likely:>6}  {worlds:>6}  {vote:>6}")
}

fn quoted(issue: &Issue, option: usize) -> String {
    format!("“{}”", issue.options[option])
}
