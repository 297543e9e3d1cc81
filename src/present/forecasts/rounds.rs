//! The challenge model round by round: median, mean, and who moved why.

use std::fmt::Write as _;

use super::words::position;
use crate::present::wrap::hang;
use crate::solution::forecasts::challenge::OfferKind;
use crate::solution::forecasts::{ChallengeOpinion, PositionTable, Round};

/// Rounds told before the rest is left to `--json`; the last one always is.
const ROUNDS: usize = 20;
/// Moves told in one round.
const MOVES: usize = 4;
/// Columns before the moves.
const INDENT: usize = 26;

pub(super) fn rounds(
    out: &mut String,
    table: &PositionTable,
    issue: usize,
    opinion: &ChallengeOpinion,
) {
    let Ok(rounds) = &opinion.answer else { return };
    out.push('\n');
    hang(out, "", 0, &format!("Challenge model {}, round by round", opinion.rules));
    let _ = writeln!(out, "  round   median    mean  who moves where (beaten in conflict, meeting");
    let _ = writeln!(out, "{:INDENT$}a rival in between, or giving in to one)", "");
    let scale = &table.issues()[issue];
    for (number, round) in rounds.iter().enumerate() {
        let last = number + 1 == rounds.len();
        if number > ROUNDS && !last {
            if number == ROUNDS + 1 {
                let _ = writeln!(out, "    …   (every round: --json)");
            }
            continue;
        }
        let name = if number == 0 { "start".to_owned() } else { number.to_string() };
        let head = format!(
            "  {name:>5} {:>8} {:>7}  ",
            position(scale, round.median.point()),
            position(scale, round.mean)
        );
        let said = match number.checked_sub(1).and_then(|before| rounds.get(before)) {
            Some(before) => moves(table, issue, before, round),
            None => "where all stand today".to_owned(),
        };
        hang(out, &head, INDENT, &said);
    }
    if let Some(last) = rounds.last() {
        let stand = table.actors().iter().zip(&last.positions);
        let stand = stand.map(|(actor, at)| format!("{} {}", actor.name, position(scale, *at)));
        let stand = stand.collect::<Vec<_>>().join(", ");
        hang(out, "", 2, &format!("In the end: {stand}."));
    }
}

/// Who moved between two rounds, the longest way first.
fn moves(table: &PositionTable, issue: usize, before: &Round, after: &Round) -> String {
    let actors = table.actors();
    let scale = &table.issues()[issue];
    let mut moved = Vec::new();
    for (number, offer) in after.followed.iter().enumerate() {
        let (from, to) = (before.positions[number], after.positions[number]);
        if let Some(offer) = offer
            && (to - from).abs() > 0.0
        {
            moved.push((number, offer, (to - from).abs()));
        }
    }
    if moved.is_empty() {
        return "nobody moves".to_owned();
    }
    moved.sort_by(|a, b| b.2.total_cmp(&a.2));
    let tell = moved.iter().take(MOVES).map(|(number, offer, _)| {
        let rival = &actors[offer.from].name;
        let why = match offer.kind {
            OfferKind::Conflict => format!("beaten by {rival}"),
            OfferKind::Compromise => format!("meeting {rival}"),
            OfferKind::Capitulation => format!("giving in to {rival}"),
        };
        format!("{} to {} ({why})", actors[*number].name, position(scale, offer.position))
    });
    let mut text = tell.collect::<Vec<_>>().join(", ");
    if moved.len() > MOVES {
        let _ = write!(text, " and {} more", moved.len() - MOVES);
    }
    text
}
