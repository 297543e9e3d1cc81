//! Second opinions for a terminal of 80 columns: each issue as a drawing, then what lies behind the
//! forecasts, then how far to trust them.

use std::fmt::Write as _;

use super::accuracy::accuracy;
use super::chart::{LEGEND, chart};
use super::grid::grid;
use super::rounds::rounds;
use super::words::{Digits, by_chance, name, supporters};
use crate::present::scale::Tick;
use crate::solution::forecasts::{ElectionOpinion, Opinions, PositionTable, SpatialElection};
use crate::text::hang;
use crate::text::number::percent;
use crate::text::width;

/// Options of an election that are told.
const MOST: usize = 6;

/// What surrounds a table of positions.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting<'a> {
    /// Over everything.
    pub title: &'a str,
    /// For each issue in table order its labelled points; what is missing has none.
    pub ticks: &'a [Vec<Tick>],
}

/// The opinions as text.
pub fn terminal(table: &PositionTable, opinions: &Opinions, setting: Setting<'_>) -> String {
    let mut out = String::new();
    hang(&mut out, "", 0, setting.title);
    let count =
        |number: usize, one: &str| format!("{number} {one}{}", if number == 1 { "" } else { "s" });
    let facts = format!(
        "{}, {} · second opinions from other schools' models",
        count(table.actors().len(), "actor"),
        count(table.issues().len(), "issue")
    );
    hang(&mut out, "", 0, &facts);
    for (number, scale) in table.issues().iter().enumerate() {
        out.push('\n');
        // A table without a column for issues has one of this name.
        if table.issues().len() > 1 || scale.name != "issue" {
            hang(&mut out, "", 0, &format!("Issue: {}", scale.name));
        }
        let ticks = setting.ticks.get(number).map_or(&[][..], Vec::as_slice);
        on_issue(&mut out, table, opinions, number, ticks);
    }
    together(&mut out, table, &opinions.together);
    caution(&mut out, opinions);
    accuracy(&mut out);
    out
}

fn on_issue(
    out: &mut String,
    table: &PositionTable,
    opinions: &Opinions,
    issue: usize,
    ticks: &[Tick],
) {
    let (drawing, unanswered) = chart(table, opinions, issue, ticks);
    out.push_str(&drawing);
    if issue == 0 {
        hang(out, "", 2, LEGEND);
    }
    for (label, reason) in unanswered {
        hang(out, "", 2, &format!("No answer from {label}: {reason}."));
    }
    let digits = Digits::of(table, issue);
    let own = &opinions.issues[issue];
    let title = "Which position would win an election held today (probabilistic Condorcet)";
    chances(out, title, &own.elections, |election, option| {
        digits.show(election.options[option][0])
    });
    grid(out, digits, &own.grid);
    for opinion in &own.challenges {
        rounds(out, table, issue, opinion);
    }
}

/// What to know about the challenge model, if it was played at all.
fn caution(out: &mut String, opinions: &Opinions) {
    let mut played = opinions.issues.iter().flat_map(|own| &own.challenges);
    if played.any(|opinion| opinion.answer.is_ok()) {
        out.push('\n');
        hang(
            out,
            "",
            0,
            "The challenge model, scholz-code or scholz-paper, need not converge and has no rule \
             for when to stop: the round you stop at is part of the forecast.",
        );
    }
}

/// The chances of the options, most likely first, one line an election.
fn chances(
    out: &mut String,
    title: &str,
    elections: &[ElectionOpinion],
    label: impl Fn(&SpatialElection, usize) -> String,
) {
    let answered: Vec<_> =
        elections.iter().filter_map(|one| one.answer.as_ref().ok().map(|a| (one, a))).collect();
    if answered.is_empty() {
        return;
    }
    out.push('\n');
    hang(out, "", 0, title);
    for (opinion, election) in answered {
        let order = by_chance(election);
        let tell = order.iter().take(MOST).map(|&option| {
            format!("{}: {}", label(election, option), percent(election.probabilities[option]))
        });
        let mut text = tell.collect::<Vec<_>>().join(", ");
        if order.len() > MOST {
            let _ = write!(text, ", {} more", order.len() - MOST);
        }
        let name = name(opinion, elections);
        if width(&name) > 20 {
            hang(out, "", 2, &name);
            hang(out, "", 22, &text);
        } else {
            hang(out, &format!("  {name}"), 22, &text);
        }
    }
}

/// The election on all issues at once: whose package wins.
fn together(out: &mut String, table: &PositionTable, elections: &[ElectionOpinion]) {
    if elections.is_empty() {
        return;
    }
    let title = "Whose package would win an election on all issues at once";
    chances(out, title, elections, |election, option| {
        supporters(table.actors(), election, option).join(" = ")
    });
    for opinion in elections {
        if let Err(error) = &opinion.answer {
            let name = name(opinion, elections);
            hang(out, "", 2, &format!("No answer from {name}: {error}."));
        }
    }
}
