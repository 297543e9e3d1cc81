//! The challenge model round by round: median, mean, and who moved why.

use std::fmt::Write as _;

use super::words::Digits;
use crate::solution::forecasts::challenge::OfferKind;
use crate::solution::forecasts::{ChallengeOpinion, PositionTable, Round};
use crate::text::hang;
use crate::text::width;

/// Rounds told before the rest is left to `--json`; the last one always is.
const ROUNDS: usize = 20;
/// Moves told in one round.
const MOVES: usize = 3;
/// What is said of a round without a move.
const STILL: &str = "nobody moves";
/// Columns before the moves.
const INDENT: usize = 26;

/// The rounds as a table. Where there are several issues the moves are left to `--json`: the table
/// would be longer than anybody reads.
pub(super) fn rounds(
    out: &mut String,
    table: &PositionTable,
    issue: usize,
    opinion: &ChallengeOpinion,
) {
    let Ok(rounds) = &opinion.answer else { return };
    let digits = Digits::of(table, issue);
    out.push('\n');
    hang(out, "", 0, &format!("Challenge model {}, round by round", opinion.rules));
    if table.issues().len() > 1 {
        let across = |value: fn(&Round) -> f64| {
            let told = rounds.iter().take(ROUNDS + 1).map(|round| digits.show(value(round)));
            let told = told.collect::<Vec<_>>().join("  ");
            if rounds.len() > ROUNDS + 1 { told + "  …" } else { told }
        };
        hang(out, "  median", 10, &across(|round| round.median.point()));
        hang(out, "  mean", 10, &across(|round| round.mean));
    } else {
        told(out, table, rounds, digits);
    }
    if let Some(last) = rounds.last() {
        let stand = table.actors().iter().zip(&last.positions);
        let stand = stand.map(|(actor, at)| format!("{} {}", actor.name, digits.show(*at)));
        let stand = stand.collect::<Vec<_>>().join(", ");
        hang(out, "", 2, &format!("In the end: {stand}. {}", recurrence(rounds)));
    }
}

fn told(out: &mut String, table: &PositionTable, rounds: &[Round], digits: Digits) {
    let _ = writeln!(out, "  round   median    mean  who moves where (the three longest ways)");
    for (number, round) in rounds.iter().enumerate() {
        let last = number + 1 == rounds.len();
        if number > ROUNDS && !last {
            if number == ROUNDS + 1 {
                let _ = writeln!(out, "      …  every round: --json");
            }
            continue;
        }
        let name = if number == 0 { "start".to_owned() } else { number.to_string() };
        let head = format!(
            "  {name:>5} {:>8} {:>7}  ",
            digits.show(round.median.point()),
            digits.show(round.mean)
        );
        let said = match number.checked_sub(1).and_then(|before| rounds.get(before)) {
            Some(before) => moves(table, before, round, digits),
            None => String::new(),
        };
        // Wide numbers push the head past the column of the moves.
        hang(out, &head, INDENT.max(width(&head)), &said);
        let trimmed = out.trim_end().len();
        out.truncate(trimmed);
        out.push('\n');
        if said == STILL {
            // A round follows from the positions alone: nobody will move again.
            break;
        }
    }
}

/// Who moved between two rounds, the longest way first.
fn moves(table: &PositionTable, before: &Round, after: &Round, digits: Digits) -> String {
    let actors = table.actors();
    let mut moved = Vec::new();
    for (number, offer) in after.followed.iter().enumerate() {
        let way = (after.positions[number] - before.positions[number]).abs();
        if let Some(offer) = offer
            && way > 0.0
        {
            moved.push((number, offer, way));
        }
    }
    if moved.is_empty() {
        return STILL.to_owned();
    }
    moved.sort_by(|a, b| b.2.total_cmp(&a.2));
    let tell = moved.iter().take(MOVES).map(|(number, offer, _)| {
        let rival = &actors[offer.from].name;
        let why = match offer.kind {
            OfferKind::Conflict => "beaten by",
            OfferKind::Compromise => "meeting",
            OfferKind::Capitulation => "giving in to",
        };
        format!("{} to {} ({why} {rival})", actors[*number].name, digits.show(offer.position))
    });
    let mut text = tell.collect::<Vec<_>>().join(", ");
    if moved.len() > MOVES {
        let _ = write!(text, ", {} more", moved.len() - MOVES);
    }
    text
}

/// Whether the rounds settle or repeat. A round follows from the positions before it alone, so what
/// stood once and stands again goes on for ever.
fn recurrence(rounds: &[Round]) -> String {
    for (later, round) in rounds.iter().enumerate() {
        let same = |before: &&Round| before.positions == round.positions;
        let Some(first) = rounds[..later].iter().position(|before| same(&before)) else {
            continue;
        };
        return match (first, later - first) {
            (0, 1) => "Nobody ever moves.".to_owned(),
            (_, 1) => format!("Nobody moves after round {first}."),
            (_, length) => {
                format!("From round {first} on, the same {length} rounds repeat for ever.")
            }
        };
    }
    String::new()
}
