//! The challenge model round by round: median, mean, and who moved why.

use super::words::Digits;
use crate::document::{Part, Section, Table, Text, author};
use crate::results::forecasts::{ActorInRound, Challenge, ChallengeRound, OfferFollowed};
use crate::results::{Cited, cite};
use crate::solution::forecasts::challenge::OfferKind;

/// Rounds told before the rest is left to `--json`; the last one always is.
const ROUNDS: usize = 20;
/// Moves told in one round.
const MOVES: usize = 3;

/// The rounds as a table. Where there are several issues the moves are left to `--json`: the table
/// would be longer than anybody reads.
pub(super) fn rounds(
    challenge: &Cited<'_, Challenge>,
    digits: Digits,
    with_moves: bool,
) -> Option<Section> {
    let all = cite!(challenge.rounds).some()?;
    let rounds: Vec<_> = all.each().collect();
    let table = if with_moves { told(&rounds, digits) } else { across(&rounds, digits) };
    let end = rounds.last().map(|last| {
        let actors = cite!(last.actors);
        let stand = actors.each().map(|actor| {
            let at = digits.number(&cite!(actor.position));
            Text::from(author(&actor.actor)).and(" ").and(at)
        });
        let text = Text::from("In the end: ").then(Text::joined(", ", stand));
        Part::Note(text.and(format!(". {}", recurrence(all.part()))))
    });
    let title = Text::from(format!("Challenge model {}, round by round", challenge.name));
    let parts = [Part::Table(table)].into_iter().chain(end).collect();
    Some(Section::new(format!("rounds-{}", challenge.name), title, parts))
}

/// Medians and means alone.
fn across(rounds: &[Cited<'_, ChallengeRound>], digits: Digits) -> Table {
    let mut table = Table::new(Text::new(), &["", ""]);
    let mut row = |name: &str, value: &dyn Fn(&Cited<'_, ChallengeRound>) -> Text| {
        let text = Text::joined("  ", rounds.iter().take(ROUNDS + 1).map(value));
        table.row([Text::from(name), text.and_if(rounds.len() > ROUNDS + 1, "  …")]);
    };
    row("median", &|round| digits.number(&cite!(round.median)).into());
    row("mean", &|round| digits.number(&cite!(round.mean)).into());
    table
}

fn told(rounds: &[Cited<'_, ChallengeRound>], digits: Digits) -> Table {
    let heads = ["#round", "#median", "#mean", "who moves where (the three longest ways)"];
    let mut table = Table::new(Text::new(), &heads);
    for (number, round) in rounds.iter().enumerate() {
        let last = number + 1 == rounds.len();
        if number > ROUNDS && !last {
            if number == ROUNDS + 1 {
                table.row(["…", "", "", "every round: --json"].map(Text::from));
            }
            continue;
        }
        let name = if number == 0 { "start".to_owned() } else { number.to_string() };
        let before = number.checked_sub(1).and_then(|before| rounds.get(before));
        let said = before.map(|before| moves(before, round, digits));
        let still = said.as_ref().is_some_and(Option::is_none);
        table.row([
            Text::from(name),
            Text::from(digits.number(&cite!(round.median))),
            Text::from(digits.number(&cite!(round.mean))),
            said.map_or_else(Text::new, |said| said.unwrap_or_else(|| "nobody moves".into())),
        ]);
        if still {
            // A round follows from the positions alone: nobody will move again.
            break;
        }
    }
    table
}

/// Who moved between two rounds, the longest way first; `None` where nobody did.
fn moves(
    before: &ChallengeRound,
    after: &Cited<'_, ChallengeRound>,
    digits: Digits,
) -> Option<Text> {
    let actors = cite!(after.actors);
    let mut moved: Vec<_> = actors
        .each()
        .zip(&before.actors)
        .filter_map(|(actor, stood)| {
            let offer = cite!(actor.followed).some()?;
            let way = (actor.position - stood.position).abs();
            (way > 0.0).then_some((actor, offer, way))
        })
        .collect();
    moved.sort_by(|a, b| b.2.total_cmp(&a.2));
    let told = moved.iter().take(MOVES).map(|(actor, offer, _)| one_move(actor, offer, digits));
    let text = Text::joined(", ", told);
    let more = moved.len().saturating_sub(MOVES);
    (!moved.is_empty()).then(|| text.and_if(more > 0, format!(", {more} more")))
}

fn one_move(actor: &ActorInRound, offer: &Cited<'_, OfferFollowed>, digits: Digits) -> Text {
    let why = match offer.kind {
        OfferKind::Conflict => "beaten by",
        OfferKind::Compromise => "meeting",
        OfferKind::Capitulation => "giving in to",
    };
    Text::from(author(&actor.actor))
        .and(" to ")
        .and(digits.number(&cite!(offer.position)))
        .and(format!(" ({why} "))
        .and(author(&offer.from))
        .and(")")
}

/// Whether the rounds settle or repeat. A round follows from the positions before it alone, so what
/// stood once and stands again goes on for ever.
fn recurrence(rounds: &[ChallengeRound]) -> String {
    let at = |round: &ChallengeRound| round.actors.iter().map(|actor| actor.position).collect();
    let stood: Vec<Vec<f64>> = rounds.iter().map(at).collect();
    for (later, now) in stood.iter().enumerate() {
        let Some(first) = stood[..later].iter().position(|before| before == now) else { continue };
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
