//! What the differences of two coders do to the odds.

use crate::document::{Number, Part, Section, Table, Text, author};
use crate::montecarlo::Link;
use crate::present::compare::{point_change, with_error};
use crate::present::outcomes::asked;
use crate::present::words::worlds_of;
use crate::results::codings::{CodingSwap, Codings, Effect, SwapKind};
use crate::results::compare::Paired;
use crate::results::{Cited, Envelope, cite};

/// The odds by either coding; `None` where nothing was played.
pub(super) fn odds(answer: &Cited<'_, Envelope<Codings>>) -> Option<Section> {
    let effect = cite!(answer.result.b_against_a).some()?;
    let columns = ["", "#A", "#worlds", "#B", "#worlds", "#B less A", "#±"];
    let mut table = Table::new(Text::new(), &columns);
    for question in cite!(effect.questions).each() {
        let name = author(&asked(&question.text, question.by.as_deref()));
        table.row(row(Text::from(name), &cite!(question.odds)));
    }
    for link in cite!(effect.chain).each() {
        if let Some(name) = &link.title {
            table.row(row(Text::from(name.clone()), &cite!(link.odds)));
        }
    }
    let mut parts = vec![Part::Table(table)];
    parts.extend(cite!(answer.run).some().map(|run| {
        let note = Text::from(Number::count(&cite!(run.worlds)))
            .and(" worlds × ")
            .and(Number::count(&cite!(run.histories)))
            .and(" histories on the same random numbers, seed ")
            .and(run.seed.to_string())
            .and(
                ". In percentage points, ± the 95% simulation error. worlds: eight in ten of the worlds lie there.",
            );
        Part::Note(note)
    }));
    Some(Section::new("odds", "What are the odds?", parts))
}

fn row(name: Text, odds: &Cited<'_, Paired>) -> [Text; 7] {
    [
        name,
        Text::from(Number::share(&cite!(odds.base.value))),
        worlds_of(&cite!(odds.base)),
        Text::from(Number::share(&cite!(odds.with.value))),
        worlds_of(&cite!(odds.with)),
        Text::from(point_change(&cite!(odds.difference.value))),
        Text::from(Number::half_points(&cite!(odds.difference.half_width))),
    ]
}

/// Which differences move the odds; `None` where there are none.
pub(super) fn swaps(codings: &Cited<'_, Codings>) -> Option<Section> {
    let mut swaps: Vec<_> = cite!(codings.swaps).each().collect();
    let all = swaps.pop()?;
    let size = |swap: &CodingSwap| {
        swap.effect.link(Link::Signed).map_or(0.0, |odds| odds.difference.value.abs())
    };
    let is_party = |swap: &CodingSwap| swap.of == SwapKind::Party;
    swaps.sort_by(|one, other| {
        is_party(one).cmp(&is_party(other)).then(size(other).total_cmp(&size(one)))
    });
    let columns = ["", "#numbers", "#signed", "#holds a year", "#a zone"];
    let mut table = Table::new(Text::new(), &columns);
    let mut last_is_party = None;
    for swap in &swaps {
        if last_is_party != Some(is_party(swap)) {
            let head = Text::from(if is_party(swap) { "by party" } else { "by kind" });
            table.row([head].into_iter().chain(std::iter::repeat_n(Text::new(), 4)));
        }
        last_is_party = Some(is_party(swap));
        let name = Text::from("  ").and(author(&swap.group));
        table.row(swapped(name, Number::count(&cite!(swap.numbers)).into(), &cite!(swap.effect)));
    }
    let name = Text::from(author(&all.group));
    table.row(swapped(name, Number::count(&cite!(all.numbers)).into(), &cite!(all.effect)));
    if let Some(effect) = cite!(codings.b_against_a).some() {
        // What both have and differ in, and what one has alone.
        let numbers = all.numbers + (codings.only_a.len() + codings.only_b.len()) as u64;
        table.row(swapped(Text::from("all of B"), Text::from(numbers.to_string()), &effect));
    }
    let note = "Coding A with one group of numbers as B has it: the change of the odds in percentage points, ± the \
                95% simulation error. Groups overlap and interact, so the changes do not add up; “all of B” also \
                has what only one has and what is no number.";
    let parts = vec![Part::Table(table), Part::Note(Text::from(note))];
    Some(Section::new("swaps", "Which of it matters?", parts))
}

fn swapped(name: Text, numbers: Text, effect: &Cited<'_, Effect>) -> [Text; 5] {
    let cell = |odds: &Cited<'_, Paired>| with_error(&cite!(odds.difference));
    let chain = cite!(effect.chain);
    let of = |link: Link| {
        let odds = chain.each().find(|one| one.id == link).map(|one| cite!(one.odds));
        odds.map_or(Text::from("–"), |odds| cell(&odds))
    };
    [name, numbers, of(Link::Signed), of(Link::Holds), cell(&cite!(effect.zone))]
}
