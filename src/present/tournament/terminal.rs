//! A tournament for a terminal of 80 columns.

use std::fmt::Write as _;

use super::TournamentView;
use crate::montecarlo::{Mean, Placing};
use crate::present::number::{percent, thousands};
use crate::present::wrap::{WIDTH, hang, wrap};

/// Characters of a tactic's name.
const NAME: usize = 16;
/// Characters of a column of the table of pairs, and the most columns that fit.
const COLUMN: usize = 7;
const MOST_COLUMNS: usize = (WIDTH - NAME - 3) / COLUMN;

/// The results as text.
pub fn terminal(view: TournamentView<'_>) -> String {
    let tournament = view.tournament;
    let mut out = String::new();
    for line in wrap(&view.scenario.title, WIDTH) {
        let _ = writeln!(out, "{line}");
    }
    let facts = format!(
        "tournament of {} tactics · {} seats, {} seatings in each of {} worlds · seed {}",
        view.entrants.len(),
        view.scenario.parties.len(),
        thousands(tournament.seatings as u64),
        thousands(tournament.worlds),
        tournament.seed.0,
    );
    hang(&mut out, "", 0, &facts);
    if !view.options.is_empty() {
        hang(&mut out, "", 0, &format!("changed by {}", view.options));
    }
    ranking(&mut out, view);
    pairs(&mut out, view);
    seats(&mut out, view);
    out.push('\n');
    let stopped = if tournament.interrupted { "Stopped early. " } else { "" };
    hang(
        &mut out,
        "",
        0,
        &format!(
            "{stopped}The ranking is of these tactics against each other in this scenario, and of no \
             other: leave one out and the order may change. Parties keep their own rules of \
             acceptance."
        ),
    );
    out
}

fn figure(value: f64) -> String {
    format!("{value:.3}")
}

fn half(mean: Mean) -> String {
    format!("{:.3}", (mean.high - mean.low) / 2.0)
}

fn ranking(out: &mut String, view: TournamentView<'_>) {
    let _ = writeln!(
        out,
        "\n    {:<NAME$} {:>6} {:>6} {:>8} {:>6}  {:>6} {:>8} {:>9}",
        "Who gains most?", "gain", "±", "behind", "±", "agreed", "to Nash", "alone"
    );
    for (rank, place) in view.tournament.places.iter().enumerate() {
        let Placing { entrant, gain, behind, agreed, nash, alone, .. } = place;
        let (gap, error) =
            behind.map_or(("–".to_owned(), "–".to_owned()), |b| (figure(b.value), half(b)));
        let name: String = view.name(*entrant).chars().take(NAME).collect();
        let _ = writeln!(
            out,
            "{:>3} {name:<NAME$} {:>6} {:>6} {gap:>8} {error:>6}  {:>6} {:>8} {:>9}",
            rank + 1,
            figure(gain.value),
            half(*gain),
            percent(*agreed),
            nash.map_or("–".to_owned(), figure),
            figure(alone.value),
        );
    }
    hang(
        out,
        "",
        2,
        "gain: what its party gets over its no-deal value, mean over all seatings, all its seats and \
         all worlds; no deal is 0. ±: 95% interval from the spread between worlds. behind: the leader \
         gains so much more in the same worlds. agreed: share of its games with a deal. to Nash: mean \
         distance of its deals from the Nash solution. alone: gain of a party where all follow it.",
    );
}

/// What the tactic of a row gets where another seat holds that of a column.
fn pairs(out: &mut String, view: TournamentView<'_>) {
    let places = &view.tournament.places;
    if places.len() > MOST_COLUMNS || places.len() < 2 {
        return;
    }
    let _ = write!(out, "\n    {:<NAME$}", "Gain against …");
    for place in places {
        let name: String = view.name(place.entrant).chars().take(COLUMN - 1).collect();
        let _ = write!(out, "{name:>COLUMN$}");
    }
    out.push('\n');
    for (rank, place) in places.iter().enumerate() {
        let name: String = view.name(place.entrant).chars().take(NAME).collect();
        let _ = write!(out, "{:>3} {name:<NAME$}", rank + 1);
        for other in places {
            let _ = write!(out, "{:>COLUMN$}", figure(place.against[other.entrant]));
        }
        out.push('\n');
    }
}

fn seats(out: &mut String, view: TournamentView<'_>) {
    out.push_str("\n    Best in each seat\n");
    for (seat, party) in view.scenario.parties.iter().enumerate() {
        let best = view
            .tournament
            .places
            .iter()
            .max_by(|a, b| a.by_seat[seat].total_cmp(&b.by_seat[seat]));
        if let Some(best) = best {
            let (name, gain) = (view.name(best.entrant), figure(best.by_seat[seat]));
            hang(out, "    ", 6, &format!("{}: {name}, which gains {gain}", party.title));
        }
    }
}
