//! What the answer hangs on: shares of the spread between worlds, the structural choices, and a tornado
//! where one was played.

use crate::charts::{Swing, Tornado, Unit, VarianceShare, VarianceShares};
use crate::document::{Illustration, Number, Part, Section, Table, Text, author};
use crate::montecarlo::{InputShare, Outcome};
use crate::present::dependence::SHARES;
use crate::present::discover::input_words;
use crate::present::outcomes::noun;
use crate::present::report::{ReportView, odds};
use crate::present::terminal::structural_words;
use crate::results::drivers::{Drivers, StructuralChange};
use crate::results::{Cited, Envelope, Mean, cite};
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
    if shares.iter().any(|share| view.scenario.hangs_together(share.input)) {
        parts.push(Part::Note(Text::from(SHARES)));
    }
    let inert = view.summary.inputs.iter().filter(|share| share.inert);
    let words = |share: &InputShare| {
        input_words(view.scenario, &view.scenario.inputs[share.input.index()].path)
    };
    let inert: Vec<String> = inert.map(words).collect();
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
    if !view.summary.structural.is_empty() {
        parts.push(Part::Heading(Text::from("Choices of the model that no evidence settles")));
        parts.push(Part::Table(structural(view)));
    }
    parts.extend(tornado(view).unwrap_or_default());
    Section::new("hinges", "What the answer hangs on", parts)
}

/// What explains a noticeable share of the spread between worlds.
fn shares<'v>(view: &ReportView<'v>) -> Vec<&'v InputShare> {
    let inputs = view.summary.inputs.iter();
    inputs.filter(|input| input.variance_share >= LEAST).take(MOST).collect()
}

/// What the spread hangs on most, in a sentence.
pub(in crate::present::report) fn headline(view: &ReportView<'_>) -> Text {
    lead(view, &shares(view))
}

/// What the odds are of.
fn deal(view: &ReportView<'_>) -> &'static str {
    view.words().deal
}

fn lead(view: &ReportView<'_>, shares: &[&InputShare]) -> Text {
    let Some((first, rest)) = shares.split_first() else {
        return Text::from(
            "No single input of the file explains a noticeable share of how far worlds differ.",
        );
    };
    let named = |text: Text, number: usize, input: &InputShare| {
        let path = &view.scenario.inputs[input.input.index()].path;
        text.and(author(&input_words(view.scenario, path)))
            .and(" (")
            .and(Number::share_at(
                input.variance_share,
                format!("/run/result/inputs/{number}/variance_share"),
            ))
            .and(")")
    };
    let text = Text::from("How far worlds differ hangs most on ");
    let mut text = named(text, 0, first);
    for (index, input) in rest.iter().take(2).enumerate() {
        text = named(text.and(", then on "), index + 1, input);
    }
    text.and(".")
}

fn drawing(view: &ReportView<'_>, shares: &[&InputShare]) -> Illustration {
    let rows = shares.iter().map(|input| {
        let path = &view.scenario.inputs[input.input.index()].path;
        let direction = if input.direction > 0.0 {
            "higher, more likely"
        } else if input.direction < 0.0 {
            "higher, less likely"
        } else {
            ""
        };
        VarianceShare {
            label: input_words(view.scenario, path),
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
    Illustration::new(|width| chart.draw(width), ["/run/result/inputs".to_owned()])
}

pub(in crate::present::report) fn structural(view: &ReportView<'_>) -> Table {
    let columns = ["What is assumed", "#Signed", "#Worlds"];
    let mut table = Table::new(Text::new(), &columns);
    let signed = &view.summary.chain[2].estimate;
    table.row([
        Text::from("what the file says"),
        odds::with_interval(signed, "/run/result/chain/2/estimate"),
        odds::worlds(signed, "/run/result/chain/2/estimate"),
    ]);
    for (number, choice) in view.summary.structural.iter().enumerate() {
        let (words, _) = structural_words(view.scenario, choice);
        let at = format!("/run/result/structural/{number}/signed");
        table.row([
            Text::from(words),
            odds::with_interval(&choice.signed, &at),
            odds::worlds(&choice.signed, &at),
        ]);
    }
    table
}

/// What each input and each structural choice would change, where a tornado was played.
fn tornado(view: &ReportView<'_>) -> Option<Vec<Part>> {
    let drivers: Cited<'_, Envelope<Drivers>> = Cited::at_place(view.drivers?, "/drivers");
    let found = cite!(drivers.result.tornado).some()?;
    let outcome = Outcome::named(&drivers.result.of, view.scenario)?;
    let noun = noun(view.scenario, outcome);
    let (base, inputs) = (cite!(found.base), cite!(found.inputs));
    let rows = inputs.iter().take(MOST).map(|bar| Swing {
        label: input_words(view.scenario, &bar.path),
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
    let from = [base.at().to_owned(), inputs.at().to_owned()];
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
        let (low, high) = (cite!(odds.low), cite!(odds.high));
        let places = (low.at().to_owned(), high.at().to_owned());
        table.row([
            Text::from(author(&choice.words)),
            Text::from(Number::share(&cite!(odds.value)))
                .and(" (")
                .then(odds::range(*low, *high, places))
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
