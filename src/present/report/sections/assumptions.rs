//! What all of it rests on: every input, drawn, with its source, and how much of it is judgement.

use crate::charts::{PriorShape, PriorSketch};
use crate::document::{Cell, Inline, Number, Part, Section, Table, Text, author};
use crate::model::{Certainty, Input, InputId, Scenario};
use crate::present::dependence;
use crate::present::report::ReportView;
use crate::results::report::{InputTold, Known, counts};
use crate::results::{Cited, cite};

/// Of the numbers nobody coded so many are told.
const MOST: usize = 5;
/// Width of a sketch in pixels.
const SKETCH: f64 = 96.0;
/// Points of a distribution that a sketch is drawn through.
const LEVELS: [f64; 11] = [0.01, 0.05, 0.15, 0.25, 0.35, 0.5, 0.65, 0.75, 0.85, 0.95, 0.99];

pub(super) fn section(view: &ReportView<'_>) -> Section {
    let report = &view.report;
    let known = &cite!(report.known);
    let mut parts = vec![Part::Lead(lead(known)), Part::Paragraph(kinds(known))];
    parts.extend(nobody_coded(view).map(Part::Paragraph));
    parts.extend(super::offers::bargaining(view));
    for group in groups(view.scenario) {
        let (unsure, sure): (Vec<_>, Vec<_>) =
            group.inputs.iter().partition(|(_, input)| input.prior.is_uncertain());
        let tables = [drawn(view, &unsure), plain(view, &sure)];
        let tables = tables.into_iter().flatten().map(Part::Table);
        parts.push(Part::Folded { title: Text::from(group.title), parts: tables.collect() });
    }
    let together = dependence::lines(view.scenario);
    if !together.is_empty() {
        parts.push(Part::Folded {
            title: Text::from("What hangs together"),
            parts: vec![
                Part::Note(Text::from(
                    "A loading says how far a number follows a hidden cause, a correlation how far two \
                     numbers rise and fall together by rank (Spearman). Each number keeps the range above.",
                )),
                Part::List(together.iter().map(|line| Text::from(author(line))).collect()),
            ],
        });
    }
    parts.push(Part::Note(Text::from(
        "Middle: half of the worlds have less. Range: eight in ten worlds lie in it. The drawing shows where \
         the rest is, and how likely.",
    )));
    Section::new("assumptions", "What this rests on", parts)
}

fn lead(known: &Cited<'_, Known>) -> Text {
    let text = Text::from("The file states ")
        .and(Number::count(&cite!(known.stated)))
        .and(" numbers and is unsure of ")
        .and(Number::count(&cite!(known.uncertain)))
        .and(" of them. ")
        .and(Inline::Strong(Text::from(Number::share(&cite!(known.judgement_share)))))
        .and(" rest on judgement alone");
    match cite!(known.judgement_of_spread).some() {
        Some(share) => text
            .and("; such numbers account for ")
            .and(Number::share(&share))
            .and(" of the spread between worlds that single inputs explain."),
        None => text.and("."),
    }
}

fn kinds(known: &Cited<'_, Known>) -> Text {
    Text::from("A source is named for ")
        .and(Number::count(&cite!(known.sourced)))
        .and(" of the stated numbers. ")
        .and(Number::count(&cite!(known.default)))
        .and(
            " more are left at the defaults of the format, which were set once and are never tuned to a case. \
             Judgement means that the file calls a number judgement or unverified, or does not say how it is \
             known.",
        )
}

/// What hangs on defaults that are drawn and that no author touched.
fn nobody_coded(view: &ReportView<'_>) -> Option<Text> {
    let run = view.run();
    let inputs = cite!(run.inputs);
    let told = inputs.each().filter(|input| !input.stated && input.variance_share >= 0.01);
    let told: Vec<_> = told.take(MOST).collect();
    if told.is_empty() {
        return None;
    }
    let mut text = Text::from("Of the numbers nobody coded these explain most of the spread: ");
    for (count, input) in told.into_iter().enumerate() {
        text = text
            .and_if(count > 0, ", ")
            .and(author(&view.input_words(&input.path)))
            .and(" ")
            .and(Number::share(&cite!(input.variance_share)));
    }
    Some(text.and("."))
}

/// Numbers that belong together.
struct Group<'a> {
    title: Inline,
    inputs: Vec<(InputId, &'a Input)>,
}

/// The stated numbers by whose they are, then the defaults.
fn groups(scenario: &Scenario) -> Vec<Group<'_>> {
    let mut groups: Vec<(&str, Group<'_>)> = Vec::new();
    let mut defaults = Vec::new();
    for (index, input) in scenario.inputs.iter().enumerate() {
        let id = InputId::new(index);
        if !input.provenance.stated {
            if counts(scenario, id) {
                defaults.push((id, input));
            }
            continue;
        }
        let key = key(&input.path);
        let place = groups.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            let title = title(scenario, &input.path);
            groups.push((key, Group { title, inputs: Vec::new() }));
            groups.len() - 1
        });
        groups[place].1.inputs.push((id, input));
    }
    let mut groups: Vec<Group<'_>> = groups.into_iter().map(|(_, group)| group).collect();
    if !defaults.is_empty() {
        groups.push(Group { title: "Numbers nobody coded: the defaults".into(), inputs: defaults });
    }
    groups
}

/// The part of a path by which inputs are grouped: a party with its name, else the first word.
fn key(path: &str) -> &str {
    let depth = if path.starts_with("parties.") { 2 } else { 1 };
    let end = path.match_indices('.').nth(depth - 1).map_or(path.len(), |(at, _)| at);
    &path[..end]
}

fn title(scenario: &Scenario, path: &str) -> Inline {
    let mut parts = path.split('.');
    let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    match first {
        "parties" => scenario
            .party_index(second)
            .map_or_else(|| author(second), |party| author(&scenario.parties[party].title)),
        "issues" => "The issues".into(),
        "model" => "The model".into(),
        "trust" => "Trust".into(),
        "interim" => "Interim deals".into(),
        "events" => "Events".into(),
        "front" => "The front".into(),
        "coalition" => "The guarantors together".into(),
        "summit" => "The meeting of leaders".into(),
        "mediation" => "Mediation".into(),
        "durability" => "How long such deals last".into(),
        _ => author(first),
    }
}

/// An input as the report has it.
fn told<'a>(view: &ReportView<'a>, id: InputId) -> Cited<'a, InputTold> {
    let report = &view.report;
    cite!(report.inputs[id.index()])
}

/// What the file is unsure of.
fn drawn(view: &ReportView<'_>, inputs: &[&(InputId, &Input)]) -> Option<Table> {
    let columns = ["Unsure", "Drawn", "#Middle", "#Range", "~Known by", "Source"];
    let mut table = Table::new(Text::new(), &columns);
    for &&(id, input) in inputs {
        let told = told(view, id);
        let range = Text::from(Number::plain(&cite!(told.p10)))
            .and(" to ")
            .and(Number::plain(&cite!(told.p90)));
        table.rows.push(vec![
            Cell::Text(Text::from(author(&told.words))),
            Cell::Drawing(sketch(id, input)),
            Cell::Text(Text::from(Number::plain(&cite!(told.p50)))),
            Cell::Text(range),
            Cell::Text(known_by(&told)),
            Cell::Text(source(&told)),
        ]);
    }
    (!inputs.is_empty()).then_some(table)
}

/// What it is sure of, or leaves as it is.
fn plain(view: &ReportView<'_>, inputs: &[&(InputId, &Input)]) -> Option<Table> {
    let stated = inputs.iter().any(|(_, input)| input.provenance.stated);
    let columns = ["Sure", "#Value", "~Known by", "Source"];
    let mut table = Table::new(Text::new(), if stated { &columns } else { &columns[..2] });
    for &&(id, _) in inputs {
        let told = told(view, id);
        let value = Number::plain(&cite!(told.p50));
        let name = Text::from(author(&told.words));
        if stated {
            table.row([name, Text::from(value), known_by(&told), source(&told)]);
        } else {
            table.row([name, Text::from(value)]);
        }
    }
    (!inputs.is_empty()).then_some(table)
}

fn known_by(input: &InputTold) -> Text {
    Text::from(input.certainty.map_or("–", Certainty::word))
}

fn source(input: &InputTold) -> Text {
    input.source.as_ref().map_or(Text::from("–"), |source| Text::from(author(source)))
}

fn sketch(id: InputId, input: &Input) -> String {
    let prior = &input.prior;
    let shape = if prior.kind() == "choice" {
        PriorShape::Points(choices(input))
    } else {
        PriorShape::Quantiles(LEVELS.iter().map(|&level| (level, prior.quantile(level))).collect())
    };
    let title = format!("distribution: {}", prior.kind());
    PriorSketch { id: format!("prior-{}", id.index()), title, shape, range: None }.draw(SKETCH).svg
}

/// The values of a choice with their probabilities, to half a percent.
fn choices(input: &Input) -> Vec<(f64, f64)> {
    const CELLS: u32 = 200;
    let mut points: Vec<(f64, f64)> = Vec::new();
    for cell in 0..CELLS {
        let value = input.prior.quantile((f64::from(cell) + 0.5) / f64::from(CELLS));
        match points.last_mut() {
            Some((last, share)) if value <= *last => *share += 1.0 / f64::from(CELLS),
            _ => points.push((value, 1.0 / f64::from(CELLS))),
        }
    }
    points
}
