//! Who says no, over what, and by how much.

use crate::document::{Number, Part, Text, author};
use crate::present::words::odds;
use crate::results::texts::{OverIssue, PutText, Refusals, SignatoryOdds};
use crate::results::{Cited, cite};

/// Issues that are told of each.
const MOST: usize = 3;
/// Parties whose reasons are told.
const MOST_PARTIES: usize = 4;
/// The least odds of a no that are told, and the least share of refusals of an issue.
const LEAST: f64 = 0.005;
/// The least that an issue takes to be told.
const LEAST_LOSS: f64 = 0.0005;

/// A paragraph for each who says no, the likeliest first; `None` where nobody does.
pub(super) fn refusals(text: &Cited<'_, PutText>) -> Option<Vec<Part>> {
    let all = cite!(text.signatories);
    let mut told: Vec<_> = all.each().filter(|one| one.no.value >= LEAST).collect();
    told.sort_by(|a, b| b.no.value.total_cmp(&a.no.value));
    if told.is_empty() {
        return None;
    }
    let rest = told.split_off(told.len().min(MOST_PARTIES));
    let mut parts = Vec::new();
    for one in &told {
        let Some(refusals) = cite!(one.refusals).some() else { continue };
        parts.push(Part::Paragraph(why(one, &refusals)));
    }
    if !rest.is_empty() {
        let rest = rest.iter().map(|one| {
            Text::from(author(&one.party.title)).and(" ").and(Number::share(&cite!(one.no.value)))
        });
        let rest = Text::from("Less often: ").then(Text::joined(", ", rest));
        parts.push(Part::Paragraph(rest.and(". Why: --json.")));
    }
    parts.push(Part::Note(Text::from(
        "Means over the histories in which it says no, in hundredths of all that is at stake for it, ± their 95% \
         simulation error. zopa run names a party over the issue on which it loses most, or gains least, against no \
         deal.",
    )));
    Some(parts)
}

fn why(one: &Cited<'_, SignatoryOdds>, refusals: &Cited<'_, Refusals>) -> Text {
    let mut said =
        Text::from(author(&one.party.title)).and(" says no in ").then(odds(&cite!(one.no)));
    let over = cite!(refusals.over);
    let crossed = over.each().filter(|over| over.red_line.value >= LEAST);
    let crossed = crossed.take(MOST).map(|over| (over.clone(), cite!(over.red_line.value)));
    let crossed = of_its_noes(crossed);
    if !crossed.is_empty() {
        said = said.and(": over its red line on ").then(crossed);
    }
    said = said.and(".");
    if let Some(short) = cite!(refusals.shortfall).some() {
        let elsewhere = refusals.red_line.value >= LEAST;
        said = said
            .and(if elsewhere { " Else it" } else { " It" })
            .and(" falls ")
            .and(Number::hundredths(&cite!(short.value)))
            .and(" ± ")
            .and(Number::hundredths(&cite!(short.half_width)))
            .and(" hundredths short of a yes.");
    }
    said = said
        .and(" The terms are worth ")
        .and(Number::value(&cite!(refusals.terms.value)))
        .and(" to it then, no deal ")
        .and(Number::value(&cite!(refusals.alternative.value)))
        .and(", and it thinks it ")
        .and(Number::share(&cite!(refusals.survival.value)))
        .and(" likely that they last a year.");
    said = said.then(beside(refusals));
    let mut by_loss: Vec<Cited<'_, OverIssue>> = over.each().collect();
    by_loss.sort_by(|a, b| b.takes.value.total_cmp(&a.takes.value));
    let takes = by_loss.iter().filter(|over| over.takes.value >= LEAST_LOSS).take(MOST);
    let takes = takes.map(|over| {
        Text::from(Number::hundredths(&cite!(over.takes.value)))
            .and(" on ")
            .and(author(&over.issue.id))
    });
    let takes = Text::joined(", ", takes);
    if !takes.is_empty() {
        said = said.and(" Of all it could have, the text takes ").then(takes).and(".");
    }
    let named = over.each().filter(|over| over.named.value >= LEAST).take(MOST);
    let named = of_its_noes(named.map(|over| (over.clone(), cite!(over.named.value))));
    if named.is_empty() {
        return said;
    }
    said.and(" zopa run would name it over ").then(named).and(".")
}

/// Issues with the share of its noes that each accounts for: `water (22% of its noes), gauges (3%)`.
fn of_its_noes<'a>(issues: impl Iterator<Item = (Cited<'a, OverIssue>, Cited<'a, f64>)>) -> Text {
    let told = issues.enumerate().map(|(index, (over, share))| {
        Text::from(author(&over.issue.id)).and(" (").and(Number::share(&share)).and(if index == 0 {
            " of its noes)"
        } else {
            ")"
        })
    });
    Text::joined(", ", told)
}

/// What it weighs beside the terms.
fn beside(refusals: &Cited<'_, Refusals>) -> Text {
    let margin = cite!(refusals.margin);
    let parts = [
        ("side payments ", cite!(margin.payments.value)),
        ("terms it does not mean ", cite!(margin.terms_not_meant.value)),
        ("votes at home ", cite!(margin.votes.value)),
        ("readiness and mood ", cite!(margin.readiness_and_mood.value)),
    ];
    let told = parts.iter().filter(|(_, part)| part.abs() >= LEAST);
    let told = told.map(|(name, part)| Text::from(*name).and(Number::points(part)));
    let told = Text::joined(", ", told);
    if told.is_empty() { told } else { Text::from(" It also weighs ").then(told).and(".") }
}
