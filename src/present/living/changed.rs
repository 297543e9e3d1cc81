//! What a change does to the odds, beside what they were: both on the same random numbers, so that what differs is the
//! change.

use crate::document::{Number, Part, Table, Text, author};
use crate::montecarlo::Link;
use crate::present::compare::{noun_of, outcome, point_change};
use crate::present::living::headed;
use crate::present::words::{range, worlds_of};
use crate::results::compare::{Alternative, Compare, Paired};
use crate::results::{self, Cited, Envelope, cite};
use crate::text::number::thousands;

/// What is told of a change.
#[derive(Clone, Debug)]
pub struct Changed {
    /// The odds of a signature before and after, in a sentence.
    pub said: Text,
    /// The same and the links after it, with intervals and spreads.
    pub odds: Vec<Part>,
}

/// What one change does to what was `before`, as in “in the file”. A comparison without an alternative says nothing.
pub fn changed(answer: &Envelope<Compare>, before: &str) -> Changed {
    let whole = Cited::whole(answer);
    let alternatives = cite!(whole.result.alternatives);
    let Some(one) = alternatives.each().next() else {
        return Changed { said: Text::new(), odds: Vec::new() };
    };
    let mut odds = vec![Part::Table(table(&one, before))];
    if let Some(id) = &one.moves_more
        && let Some(more) = outcome(&one, id)
    {
        odds.push(Part::Note(elsewhere(&noun_of(&whole, id), &more)));
    }
    odds.push(Part::Note(Text::from(
        "In brackets the 95% interval: the error of the simulation, which shrinks as more is played. The spread \
         holds eight in ten worlds, and does not shrink. Both sides are played on the same random numbers, so that \
         their difference is known better than either.",
    )));
    Changed { said: said(&one, before), odds }
}

/// That more is to come.
pub fn playing_on(worlds: u64, of: u64) -> Text {
    Text::from(format!(
        "{} of {} worlds are played so far; the interval shrinks as more are.",
        thousands(worlds),
        thousands(of)
    ))
}

/// That the odds are those of the command, where nothing else is to come.
pub fn all_played(worlds: u64) -> Text {
    Text::from(format!(
        "All {} worlds are played: these are the command’s figures.",
        thousands(worlds)
    ))
}

/// That the odds are what they will be, and the page not yet.
pub fn mapping_on(worlds: u64) -> Text {
    Text::from(format!(
        "All {} worlds are played: these odds are the command’s. The charts and sentences below are on their way.",
        thousands(worlds)
    ))
}

/// That all is played: what the command would tell.
pub fn fully_played(worlds: u64) -> Text {
    Text::from(format!(
        "All {} worlds are played. The whole page tells what the command would tell of this change.",
        thousands(worlds)
    ))
}

fn said(one: &Cited<'_, Alternative>, before: &str) -> Text {
    let chain = cite!(one.chain);
    let Some(link) = chain.each().find(|link| link.id == Link::Signed) else { return Text::new() };
    let odds = cite!(link.odds);
    let title = headed(link.title.as_deref().unwrap_or("signed"));
    let text = Text::from(format!("{title}: "))
        .and(value(&cite!(odds.base)))
        .and(format!(" {before}, "))
        .and(value(&cite!(odds.with)))
        .and(" now");
    if one.same_as_base {
        return text.and(": it is the same scenario.");
    }
    if odds.is_untouched() {
        return text.and(": not one history played ends otherwise.");
    }
    let text = text.and(", a difference of ").and(point_change(&cite!(odds.difference.value)));
    let text = text.and(" points (").then(ends(&odds)).and(")");
    if odds.difference.may_be_none() {
        text.and(": no more than the error of the simulation.")
    } else {
        text.and(": more than the error of the simulation.")
    }
}

fn value(estimate: &Cited<'_, results::Estimate>) -> crate::document::Inline {
    crate::document::Inline::Strong(Text::from(Number::share(&cite!(estimate.value))))
}

fn ends(odds: &Cited<'_, Paired>) -> Text {
    Text::from(point_change(&cite!(odds.difference.low)))
        .and(" to ")
        .and(point_change(&cite!(odds.difference.high)))
}

/// What was asked first, then the links from a signature on: what comes before one the page tells further down.
fn table(one: &Cited<'_, Alternative>, before: &str) -> Table {
    let before = format!("#{}", headed(before));
    let columns = ["", &before, "#Spread", "#Now", "#Spread now", "#Points"];
    let mut table = Table::new(Text::new(), &columns);
    for question in cite!(one.questions).each() {
        table.row(row(author(&question.text).into(), &cite!(question.odds)));
    }
    for link in cite!(one.chain).each().skip(Link::Signed as usize) {
        let Some(title) = &link.title else { continue };
        table.row(row(Text::from(headed(title)), &cite!(link.odds)));
    }
    table
}

fn row(title: Text, odds: &Cited<'_, Paired>) -> [Text; 6] {
    let with_interval = |estimate: &Cited<'_, results::Estimate>| {
        Text::from(value(estimate))
            .and(" (")
            .then(range(&cite!(estimate.low), &cite!(estimate.high)))
            .and(")")
    };
    let by = Text::from(point_change(&cite!(odds.difference.value)));
    [
        title,
        with_interval(&cite!(odds.base)),
        worlds_of(&cite!(odds.base)),
        with_interval(&cite!(odds.with)),
        worlds_of(&cite!(odds.with)),
        by.and(" (").then(ends(odds)).and(")"),
    ]
}

/// That the change moves something else more.
fn elsewhere(noun: &str, odds: &Cited<'_, Paired>) -> Text {
    Text::from("It moves the odds of ")
        .and(author(noun))
        .and(" more: from ")
        .and(value(&cite!(odds.base)))
        .and(" to ")
        .and(value(&cite!(odds.with)))
        .and(" (")
        .then(ends(odds))
        .and(" points).")
}
