//! What the answer hangs on: shares of the spread between worlds, the structural choices, and a tornado
//! where one was played.

use crate::charts::{Swing, Tornado, Unit, VarianceShare, VarianceShares};
use crate::document::{Illustration, Number, Part, Section, Table, Text, author};
use crate::montecarlo::{Link, Outcome};
use crate::present::dependence::SHARES;
use crate::present::outcomes::noun;
use crate::present::report::{ReportView, odds};
use crate::present::words::range;
use crate::results::drivers::StructuralChange;
use crate::results::run::InputInfluence;
use crate::results::{Cited, Mean, cite};
use crate::text::number::short;

/// Inputs that are drawn.
const MOST: usize = 10;
/// The least share of the spread that is told.
const LEAST: f64 = 0.01;

pub(super) fn section(view: &ReportView<'_>) -> Section {
    let shares = shares(view);
    let mut parts = vec![Part::Lead(lead(view, &shares))];
    if !shares.is_empty() {
        parts.push(drawing(view, &shares).into());
        let of = format!("Share of the variance of the worlds’ odds of a {}", deal(view));
        parts.push(Part::Note(Text::from(of).and(
            " that each input explains by itself, \
             from the run’s own draws. Interplay of inputs is in no single share, so that they need not add \
             up to the whole. Learning the first of them would narrow the answer most.",
        )));
    }
    if shares.iter().any(|share| view.hangs_together(&share.path)) {
        parts.push(Part::Note(Text::from(SHARES)));
    }
    let run = view.run();
    let inert = run.inputs.iter().filter(|input| input.inert);
    let inert: Vec<String> = inert.map(|input| view.input_words(&input.path)).collect();
    if !inert.is_empty() {
        parts.push(Part::Folded {
            title: Text::from("Inputs that change nothing here"),
            parts: vec![
                Part::Note(Text::from(
                    "Moved to either end of its range each of these changed no bit of any history that was \
                     replayed with it.",
                )),
                Part::List(inert.iter().map(|words| Text::from(author(words))).collect()),
            ],
        });
    }
    if !run.structural.is_empty() {
        parts.push(Part::Heading(Text::from("Choices of the model that no evidence settles")));
        parts.push(Part::Table(structural(view)));
    }
    parts.extend(tornado(view).unwrap_or_default());
    Section::new("hinges", "What the answer hangs on", parts)
}

/// What explains a noticeable share of the spread between worlds.
fn shares<'a>(view: &ReportView<'a>) -> Vec<Cited<'a, InputInfluence>> {
    let run = view.run();
    let inputs = cite!(run.inputs);
    inputs.each().filter(|input| input.variance_share >= LEAST).take(MOST).collect()
}

/// What the spread hangs on most, in a sentence.
pub(in crate::present::report) fn headline(view: &ReportView<'_>) -> Text {
    lead(view, &shares(view))
}

/// What the odds are of.
fn deal(view: &ReportView<'_>) -> &'static str {
    view.words().deal
}

fn lead(view: &ReportView<'_>, shares: &[Cited<'_, InputInfluence>]) -> Text {
    let Some((first, rest)) = shares.split_first() else {
        return Text::from(
            "No single input of the file explains a noticeable share of how far worlds differ.",
        );
    };
    let named = |text: Text, input: &Cited<'_, InputInfluence>| {
        text.and(author(&view.input_words(&input.path)))
            .and(" (")
            .and(Number::share(&cite!(input.variance_share)))
            .and(")")
    };
    let mut text = named(Text::from("How far worlds differ hangs most on "), first);
    for input in rest.iter().take(2) {
        text = named(text.and(", then on "), input);
    }
    text.and(".")
}

fn drawing(view: &ReportView<'_>, shares: &[Cited<'_, InputInfluence>]) -> Illustration {
    let rows = shares.iter().map(|input| {
        let direction = if input.direction > 0.0 {
            "higher, more likely"
        } else if input.direction < 0.0 {
            "higher, less likely"
        } else {
            ""
        };
        VarianceShare {
            label: view.input_words(&input.path),
            share: input.variance_share,
            interval: None,
            direction: direction.to_owned(),
        }
    });
    let chart = VarianceShares {
        id: "shares".to_owned(),
        title: "Share of the spread between worlds that each input explains".to_owned(),
        rows: rows.collect(),
    };
    let run = view.run();
    Illustration::new(|width| chart.draw(width), [cite!(run.inputs).place()])
}

pub(in crate::present::report) fn structural(view: &ReportView<'_>) -> Table {
    let columns = ["What is assumed", "#Signed", "#Worlds"];
    let mut table = Table::new(Text::new(), &columns);
    let run = view.run();
    let signed = cite!(run.chain[Link::Signed as usize].estimate);
    table.row([
        Text::from("what the file says"),
        odds::with_interval(&signed),
        odds::worlds(&signed),
    ]);
    for choice in cite!(run.structural).each() {
        let signed = cite!(choice.signed);
        let words = Text::from(choice.words.as_str());
        table.row([words, odds::with_interval(&signed), odds::worlds(&signed)]);
    }
    table
}

/// What each input and each structural choice would change, where a tornado was played.
fn tornado(view: &ReportView<'_>) -> Option<Vec<Part>> {
    let report = &view.report;
    let drivers = cite!(report.drivers).some()?;
    let found = cite!(drivers.result.tornado).some()?;
    let outcome = Outcome::named(&drivers.result.of, view.scenario)?;
    let noun = noun(view.scenario, outcome);
    let (base, inputs) = (cite!(found.base), cite!(found.inputs));
    let rows = inputs.iter().take(MOST).map(|bar| Swing {
        label: view.input_words(&bar.path),
        low: bar.low.odds.value,
        high: bar.high.odds.value,
        low_input: short(bar.low.at),
        high_input: short(bar.high.at),
    });
    let chart = Tornado {
        id: "tornado".to_owned(),
        title: format!("Odds of {noun} with one input low and high, the others as usual"),
        outcome: format!("odds of {noun}"),
        unit: Unit::Share,
        baseline: base.value,
        swings: rows.collect(),
    };
    let from = [base.place(), inputs.place()];
    let mut parts = vec![
        Part::Heading(Text::from("What each input would change by itself")),
        Illustration::new(|width| chart.draw(width), from).into(),
        Part::Note(Text::from(
            "Each bar goes from the odds with the input at its low end (one world in ten has less) to those \
             at its high end (one in ten has more), in the same worlds and with the same chance. Bars do not \
             show interplay.",
        )),
    ];
    let choices = cite!(found.structural);
    if !choices.is_empty() {
        parts.push(Part::Table(changes(&choices)));
    }
    Some(parts)
}

fn changes(choices: &Cited<'_, Vec<StructuralChange>>) -> Table {
    let columns = ["Structural choice", "#Odds", "#Change in points"];
    let mut table = Table::new(Text::new(), &columns);
    for choice in choices.each() {
        let odds: Cited<'_, Mean> = cite!(choice.odds);
        table.row([
            Text::from(author(&choice.words)),
            Text::from(Number::share(&cite!(odds.value)))
                .and(" (")
                .then(range(&cite!(odds.low), &cite!(odds.high)))
                .and(")"),
            Text::from(Number::points(&cite!(choice.change.value)))
                .and(" (")
                .and(Number::points(&cite!(choice.change.low)))
                .and(" to ")
                .and(Number::points(&cite!(choice.change.high)))
                .and(")"),
        ]);
    }
    table
}
