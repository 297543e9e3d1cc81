//! What the spread between worlds hangs on.

use crate::document::{Number, Part, Section, Table, Text, author};
use crate::present::dependence::SHARES;
use crate::present::inert::inert;
use crate::present::words::odds;
use crate::results::run::{InputInfluence, Run, StructuralChoice};
use crate::results::{Cited, cite};

/// Inputs that are told.
const MOST: usize = 5;
/// The least share of the variance that an input has to explain to be told.
const LEAST: f64 = 0.01;

/// The inputs that explain most, what nobody coded, and the model's own choices; `None` where nothing is known.
pub(super) fn spread(run: &Cited<'_, Run>) -> Option<Section> {
    let inputs = cite!(run.inputs);
    let mut parts = Vec::new();
    let told: Vec<_> = inputs.each().filter(|input| explains(input)).take(MOST).collect();
    if !told.is_empty() {
        let mut table = Table::new(Text::new(), &["#", "", "~"]);
        for input in &told {
            table.row(row(input));
        }
        parts.push(Part::Table(table));
    }
    parts.extend(uncoded(run).map(Part::Note));
    let hang_together = |input: &InputInfluence| {
        run.dependence.as_ref().is_some_and(|dependence| dependence.names(&input.path))
    };
    if inputs.part().iter().any(|input| input.clear && hang_together(input)) {
        parts.push(Part::Note(Text::from(SHARES)));
    }
    let nothing = inputs.part().iter().filter(|input| input.inert);
    parts.extend(inert(nothing.map(|input| input.path.as_str())).map(Part::Note));
    parts.extend(structural(run).map(Part::Table));
    let title = "What the spread between worlds hangs on (share of its variance, for “signed”)";
    (!parts.is_empty()).then(|| Section::new("spread", title, parts))
}

fn explains(input: &InputInfluence) -> bool {
    input.variance_share >= LEAST
}

fn row(input: &Cited<'_, InputInfluence>) -> [Text; 3] {
    let way = if input.direction > 0.0 { "higher, more likely" } else { "higher, less likely" };
    let share = Text::from(Number::share(&cite!(input.variance_share)));
    [share, Text::from(author(&input.path)), Text::from(way)]
}

/// What numbers explain that nobody coded.
fn uncoded(run: &Cited<'_, Run>) -> Option<Text> {
    let uncoded = cite!(run.uncoded).some()?;
    let text = Text::from("Numbers nobody coded, ")
        .and(Number::name(&cite!(uncoded.count)))
        .and(" defaults of the model that are drawn, explain ")
        .and(Number::share(&cite!(uncoded.variance_share)));
    let inputs = cite!(run.inputs);
    let told = inputs.each().filter(|input| !input.stated && explains(input));
    let told = Text::joined(
        ", ",
        told.take(MOST).map(|input| {
            let share = Number::share(&cite!(input.variance_share));
            Text::from(author(&input.path)).and(" ").and(share)
        }),
    );
    Some(text.and_if(!told.is_empty(), ": ").then(told).and("."))
}

/// The odds of a signature under choices of the model that no evidence settles.
fn structural(run: &Cited<'_, Run>) -> Option<Table> {
    let choices = cite!(run.structural);
    let mut table = Table::new(Text::new(), &["", "", "#"]);
    for choice in choices.each() {
        let signed = odds(&cite!(choice.signed));
        table.row([supposed(&choice), Text::from("signed"), signed]);
    }
    (!choices.is_empty()).then_some(table)
}

fn supposed(choice: &StructuralChoice) -> Text {
    Text::from(format!("If {} ({})", choice.words, choice.name))
}
