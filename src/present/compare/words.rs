//! The sentences of a comparison.

use crate::document::{Number, Text, author};
use crate::montecarlo::Link;
use crate::present::outcomes::{asked, noun_of_link};
use crate::present::process::words_of;
use crate::results::compare::{Alone, Alternative, Compare, Paired, Unlike};
use crate::results::{Cited, Difference, Envelope, cite};
use crate::text::number::{change, hundredths, thousands};

/// As it stands after “the odds of”: a link of the chain, or a question in its own words.
pub(in crate::present) fn noun_of(answer: &Envelope<Compare>, id: &str) -> String {
    let protocol = answer.scenario.as_ref().map_or("", |scenario| &scenario.protocol);
    let link = Link::ALL.into_iter().find(|link| link.word() == id);
    let asks = || answer.result.base.questions.iter().find(|asked| asked.id == id);
    match link {
        Some(link) => noun_of_link(words_of(protocol), link),
        None => asks().map_or_else(
            || id.to_owned(),
            |question| format!("“{}”", asked(&question.text, question.by.as_deref())),
        ),
    }
}

/// The odds of an outcome on both sides, with their place; `None` of a question that only the base asks.
pub(in crate::present) fn outcome<'a>(
    alternative: &Cited<'a, Alternative>,
    id: &str,
) -> Option<Cited<'a, Paired>> {
    let links = cite!(alternative.chain);
    let link = links.each().find(|link| link.id.word() == id).map(|link| cite!(link.odds));
    let questions = cite!(alternative.questions);
    let question = || questions.each().find(|one| one.id == id).map(|one| cite!(one.odds));
    link.or_else(question)
}

/// Percentage points with their sign, as few digits as say something.
pub(in crate::present) fn point_change(difference: &Cited<'_, f64>) -> Number {
    let points = **difference * 100.0;
    let shown = change(points, usize::from(points.abs() < 9.95));
    Number::shown(shown, difference)
}

/// `+4.1 ± 0.3`.
pub(in crate::present) fn with_error(difference: &Cited<'_, Difference>) -> Text {
    Text::from(point_change(&cite!(difference.value)))
        .and(" ± ")
        .and(Number::half_points(&cite!(difference.half_width)))
}

/// What the alternative does to the odds that are told, in plain English.
pub(super) fn headline(answer: &Envelope<Compare>, one: &Cited<'_, Alternative>) -> Text {
    let compare = &answer.result;
    if one.same_as_base {
        return Text::from(author(&one.label))
            .and(" is the same scenario as ")
            .and(author(&compare.base.label))
            .and(": nothing differs.");
    }
    let noun = noun_of(answer, &one.told);
    let Some(odds) = outcome(one, &one.told) else {
        return Text::from(author(&one.label))
            .and(" does not ask for ")
            .and(author(&noun))
            .and(": there is nothing to compare.")
            .then(moves_more(answer, one));
    };
    let mut text = Text::from("With ")
        .and(author(&one.label))
        .and(" the odds of ")
        .and(author(&noun))
        .and(" ")
        .then(moved(&odds));
    let untouched = odds.is_untouched();
    text = if untouched && one.outcomes().all(|(_, odds)| odds.is_untouched()) {
        let trials = answer.run.map_or(0, |run| run.worlds * run.histories);
        let trials = thousands(trials);
        text.and(format!(": in not one of {trials} trials does it make a difference."))
    } else {
        text.and(".")
    };
    if !untouched {
        text = text
            .and(" They are higher in ")
            .and(Number::share(&cite!(odds.worlds_up)))
            .and(" of worlds and lower in ")
            .and(Number::share(&cite!(odds.worlds_down)))
            .and(".");
    }
    let signed = Link::Signed.word();
    if one.told != signed
        && compare.of.is_none()
        && let Some(odds) = outcome(one, signed)
    {
        text = text
            .and(" Those of ")
            .and(noun_of(answer, signed))
            .and(" ")
            .then(moved(&odds))
            .and(".");
    }
    text.then(moves_more(answer, one)).then(who_moved(one))
}

/// What odds do, as the end of a sentence: `fall by 9.2 points (± 0.1), from 54% to 45%`.
fn moved(odds: &Cited<'_, Paired>) -> Text {
    let from = Number::share(&cite!(odds.base.value));
    let to = Number::share(&cite!(odds.with.value));
    if odds.is_untouched() {
        return Text::from("stay at ").and(from);
    }
    let change = cite!(odds.difference.value);
    let error = Number::half_points(&cite!(odds.difference.half_width));
    if odds.difference.may_be_none() {
        return Text::from("hardly change, from ")
            .and(from)
            .and(" to ")
            .and(to)
            .and(": ")
            .and(point_change(&change))
            .and(" points (± ")
            .and(error)
            .and("), which is within the simulation error");
    }
    let size = change.abs() * 100.0;
    let decimals = usize::from(size < 9.95);
    let shown = format!("{size:.decimals$}");
    Text::from(if *change > 0.0 { "rise by " } else { "fall by " })
        .and(Number::shown(shown, &change))
        .and(" points (± ")
        .and(error)
        .and("), from ")
        .and(from)
        .and(" to ")
        .and(to)
}

/// That another outcome moves more than the one that is told, where one does.
fn moves_more(answer: &Envelope<Compare>, one: &Cited<'_, Alternative>) -> Text {
    let more = one.moves_more.as_deref().and_then(|id| Some((id, outcome(one, id)?)));
    more.map_or(Text::new(), |(id, odds)| {
        Text::from(" Another outcome moves more: the odds of ")
            .and(author(&noun_of(answer, id)))
            .and(" ")
            .then(moved(&odds))
            .and(format!(" (--of {id})."))
    })
}

/// Who values the base's best package most differently, as a sentence.
fn who_moved(one: &Cited<'_, Alternative>) -> Text {
    let worths = cite!(one.worths);
    // Largest change first.
    let Some(shift) = worths.each().find(|shift| !shift.difference.may_be_none()) else {
        let before = [Link::Talks, Link::Ground, Link::Signed].map(Link::word);
        return if worths.is_empty() {
            Text::new()
        } else if before.contains(&one.told.as_str()) {
            Text::from(" Nobody's worth of signing the base's best package changes.")
        } else {
            Text::from(
                " Nobody's worth of signing the base's best package changes: what differs comes about otherwise.",
            )
        };
    };
    let change = cite!(shift.difference.value);
    let shown = hundredths(change.abs());
    Text::from(" ")
        .and(author(&shift.party.title))
        .and(" moves most: the base's best package is worth ")
        .and(Number::shown(shown, &change))
        .and(if *change > 0.0 { " hundredths more" } else { " hundredths less" })
        .and(" to it (± ")
        .and(Number::hundredths(&cite!(shift.difference.half_width)))
        .and(").")
}

/// What cannot be set side by side, sentence by sentence.
pub(super) fn unlike(unlike: &Unlike) -> Vec<Text> {
    let mut said = Vec::new();
    let mut only = |what: &str, alone: &Alone| {
        for (side, ids) in [("base", &alone.base), ("alternative", &alone.alternative)] {
            if !ids.is_empty() {
                let head = format!("Only the {side} has the {what} ");
                said.push(Text::from(head).and(author(&ids.join(", "))).and("."));
            }
        }
    };
    only("parties", &unlike.parties);
    only("issues", &unlike.issues);
    only("questions", &unlike.questions);
    for id in &unlike.asked_otherwise {
        let text = Text::from("The question ").and(author(id));
        said.push(text.and(" is not asked alike on both sides."));
    }
    if unlike.other_time {
        said.push(Text::from(
            "The two do not cover the same time (as_of, clock.horizon, protocol.rounds).",
        ));
    }
    said
}
