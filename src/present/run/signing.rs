//! What the signatories sign, and what their yes is made of.

use crate::document::{Number, Part, Section, Table, Text, author};
use crate::engine::Lure;
use crate::present::process::Words;
use crate::results::run::{PartyOutcome, Run, SigningMeans};
use crate::results::{Cited, cite};

/// Shares of its signatures from which on it is told that a party signs below its alternative.
const BELOW: f64 = 0.1;
/// The least part of a margin that is told.
const LEAST: f64 = 0.0005;

/// The worth of the terms and of the alternative to each signatory, and why it signs.
pub(super) fn signing(run: &Cited<'_, Run>, words: &Words) -> Section {
    let all = cite!(run.parties);
    let told: Vec<_> = all.each().filter(|party| party.principal).collect();
    let columns = ["", "#terms", "#alternative", "#to last", "#by luck"];
    let columns = if words.deals_break { &columns[..] } else { &columns[..3] };
    let mut table = Table::new(Text::new(), columns);
    for party in &told {
        table.row(row(party).into_iter().take(columns.len()));
    }
    let mut parts = vec![Part::Table(table)];
    for party in told.iter().filter(|_| words.deals_break) {
        let Some(signing) = cite!(party.signing).some() else { continue };
        parts.push(Part::Paragraph(made_of(&party.title, &signing)));
        parts.extend(below(&party.title, &signing).map(Part::Below));
    }
    parts.push(Part::Note(Text::from(words.signing)));
    Section::new("signing", "What the signatories sign (0 to 1)", parts)
}

fn row(party: &Cited<'_, PartyOutcome>) -> [Text; 5] {
    let value = |value: Cited<'_, f64>| Text::from(Number::value(&value));
    let share = |value: Cited<'_, f64>| Text::from(Number::share(&value));
    let name = Text::from(author(&party.title));
    if let Some(signing) = cite!(party.signing).some() {
        return [
            name,
            value(cite!(signing.terms)),
            value(cite!(signing.alternative)),
            share(cite!(signing.believed_survival)),
            share(cite!(signing.by_leaning)),
        ];
    }
    let without = cite!(party.value_without_deal).some();
    let without = without.unwrap_or_else(|| cite!(party.value_mean));
    [name, Text::from("–"), value(without), Text::new(), Text::new()]
}

/// What the worth of its name is made of, part by part: none is told that is nothing.
fn made_of(title: &str, signing: &Cited<'_, SigningMeans>) -> Text {
    let parts = [
        ("terms, as far as they are thought to last", cite!(signing.margin.terms)),
        ("payments", cite!(signing.margin.paid)),
        ("terms it will not carry out", cite!(signing.margin.dead_letter)),
        ("votes at home", cite!(signing.margin.votes)),
        ("readiness and mood", cite!(signing.margin.leaning)),
    ];
    let told = parts.iter().filter(|(_, part)| part.abs() >= LEAST);
    let told =
        told.map(|(words, part)| Text::from(format!("{words} ")).and(Number::change(part, 3)));
    Text::from(author(title)).and("’s yes is made of: ").then(Text::joined(", ", told)).and(".")
}

/// That a party signs terms below its alternative, and why; `None` where it seldom does.
fn below(title: &str, signing: &Cited<'_, SigningMeans>) -> Option<Text> {
    if !signs_below(signing.below_alternative) {
        return None;
    }
    let text = Text::from("In ")
        .and(Number::share(&cite!(signing.below_alternative)))
        .and(" of them ")
        .and(author(title))
        .and(" signs terms below its alternative, mostly because ")
        .and(lure_words(signing.lure()));
    let text = if doubts(signing.believed_survival) {
        text.and("; it thinks them to last with ")
            .and(Number::share(&cite!(signing.believed_survival)))
            .and(", so that they cost it the less")
    } else {
        text
    };
    Some(text.and("."))
}

/// Does a party sign below its alternative, in this share of its signatures, often enough for it to be told?
pub(in crate::present) fn signs_below(share: f64) -> bool {
    share >= BELOW
}

/// Does a party that believes in so much survival rather expect that what it signs will not last?
pub(in crate::present) fn doubts(believed_survival: f64) -> bool {
    believed_survival < 0.5
}

/// What makes a party sign terms below its alternative, after “because”.
pub(in crate::present) fn lure_words(lure: Lure) -> &'static str {
    match lure {
        Lure::Payment => "it is paid for them",
        Lure::DeadLetter => "terms it does not mean to carry out still bring it a truce",
        Lure::Leaning => "its readiness and mood lean to it",
    }
}
