//! What is told of an answer stands in it: every number of a document is found in the JSON of the same answer, at
//! the place that it names.

use serde::de::DeserializeOwned;
use serde_json::Value;
use zopa::document::{Cell, Document, Inline, Line, Number, Part, Scale, Table, Text};
use zopa::present::{
    backtest, codings, compare, discover, drivers, forecasts, games, map, run, texts, tournament,
};
use zopa::results::Envelope;

use crate::results_keys::{PAIRS, others};

fn read<R: DeserializeOwned>(answer: &Value) -> Envelope<R> {
    serde_json::from_value(answer.clone()).unwrap()
}

/// The answer in words, made of its JSON alone.
fn told(answer: &Value) -> Option<Document> {
    Some(match answer["verb"].as_str()? {
        "backtest" => backtest::tell(&read(answer)),
        "backtest --games" => games::tell(&read(answer)),
        "compare" => compare::tell(&read(answer)),
        "compare-codings" => codings::tell(&read(answer)),
        "discover" => discover::tell(&read(answer)),
        "drivers" => drivers::tell(&read(answer)),
        "map" => map::tell(&read(answer), None),
        "map-positions" => forecasts::tell(&read(answer)),
        "run" => run::tell(&read(answer)),
        "text" => texts::tell(&read(answer)),
        "tournament" => tournament::tell(&read(answer)),
        _ => return None,
    })
}

/// Every number of a document.
fn numbers(document: &Document) -> Vec<&Number> {
    let mut found = Vec::new();
    let heads = [&document.title, &document.colophon];
    for text in heads.into_iter().chain(&document.facts).chain(&document.notices) {
        in_text(text, &mut found);
    }
    for section in &document.sections {
        in_text(&section.title, &mut found);
        in_parts(&section.parts, &mut found);
    }
    found
}

fn in_text<'a>(text: &'a Text, found: &mut Vec<&'a Number>) {
    for piece in &text.0 {
        match piece {
            Inline::Number(number) => found.push(number),
            Inline::Strong(inner) => in_text(inner, found),
            _ => {}
        }
    }
}

fn in_parts<'a>(parts: &'a [Part], found: &mut Vec<&'a Number>) {
    for part in parts {
        match part {
            Part::Lead(text)
            | Part::Paragraph(text)
            | Part::Note(text)
            | Part::Heading(text)
            | Part::Below(text) => in_text(text, found),
            Part::List(texts) | Part::Points(texts) => {
                for text in texts {
                    in_text(text, found);
                }
            }
            Part::Table(table) => in_table(table, found),
            Part::Scale(scale) => in_scale(scale, found),
            Part::Folded { title, parts } => {
                in_text(title, found);
                in_parts(parts, found);
            }
            Part::Figure(_) | Part::Command(_) => {}
        }
    }
}

fn in_table<'a>(table: &'a Table, found: &mut Vec<&'a Number>) {
    in_text(&table.caption, found);
    for cell in table.rows.iter().flatten() {
        if let Cell::Text(text) = cell {
            in_text(text, found);
        }
    }
}

fn in_scale<'a>(scale: &'a Scale, found: &mut Vec<&'a Number>) {
    for line in &scale.lines {
        if let Line::Row(row) = line {
            row.numbers.iter().for_each(|number| in_text(number, found));
        }
    }
}

#[test]
fn every_number_stands_in_the_answer_where_it_says() {
    let mut verbs = Vec::new();
    let others = others();
    let answers = PAIRS.iter().map(|pair| (&pair.name, &pair.new));
    for (name, answer) in answers.chain(others.iter().map(|(name, answer)| (name, answer))) {
        let Some(document) = told(answer) else { continue };
        let numbers = numbers(&document);
        assert!(!numbers.is_empty(), "{name}");
        for number in numbers {
            let there = answer.pointer(&number.at.to_string()).and_then(Value::as_f64);
            assert_eq!(there, Some(number.value), "{name}: {number:?}");
        }
        verbs.push(answer["verb"].as_str().unwrap());
    }
    verbs.dedup();
    assert!(verbs.len() >= 11, "{verbs:?}");
}
