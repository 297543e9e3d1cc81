//! The scenario's text.

use std::fmt::Write as _;

use super::domain::{Domain, Issue, Kind};
use super::profile::Profile;
use super::value::{Evaluator, Worth};
use super::xml::Wrong;
use crate::math::{self, DoubleDouble};
use crate::model::{MOST_COMBINATIONS, MOST_OPTIONS};
use crate::scenario::codes;
use crate::scenario::source::Span;
use crate::text::{one_line, quoted};

/// Points at which a range may be settled: GENIUS itself divides one into 20 steps.
const POINTS: usize = 21;
/// How far weights may sum to another number than 1 without a word: they are written with few digits.
const ROUNDED: f64 = 1e-3;
/// The most points of a scale.
const MOST_POINTS: usize = 1000;

/// The most characters of an option's name.
const LONGEST: usize = 64;

/// What an import made.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Imported {
    /// The text of the scenario.
    pub text: String,
    /// What was left out or changed on the way, in sentences.
    pub notes: Vec<String>,
}

/// How an issue stands in the scenario.
enum Form {
    /// A choice of these options.
    Options(Vec<String>),
    /// A scale with so many points.
    Scale { low: f64, high: f64, points: usize },
}

/// Writes the scenario.
pub(super) fn scenario(
    domain: &Domain,
    parties: &[Profile],
    rounds: usize,
    mut notes: Vec<String>,
) -> Result<Imported, Vec<Wrong>> {
    let mut found = Vec::new();
    let mut forms = Vec::new();
    for (index, issue) in domain.issues.iter().enumerate() {
        match form(issue, index, parties, &mut notes) {
            Ok(form) => forms.push(form),
            Err(wrong) => found.push(wrong),
        }
    }
    let outcomes = forms.iter().fold(1_usize, |all, form| all.saturating_mul(form.count()));
    if outcomes > MOST_COMBINATIONS {
        let message = format!("the issues have {outcomes} outcomes between them");
        let help = format!("a scenario takes at most {MOST_COMBINATIONS}");
        let span = Span::new(0, 0, 1);
        found.push(Wrong::new(codes::GENIUS_MISFIT, span, message).help(help));
    }
    if !found.is_empty() {
        return Err(found);
    }
    let issues = keys(domain.issues.iter().map(|issue| issue.name.as_str()), "issue");
    let names = keys(parties.iter().map(|party| party.name.as_str()), "party");
    note_losses(parties, &names, rounds, &mut notes);
    let mut text = String::new();
    head(&mut text, domain, rounds, &notes);
    for ((key, issue), form) in issues.iter().zip(&domain.issues).zip(&forms) {
        write_issue(&mut text, key, issue, form);
    }
    for (name, party) in names.iter().zip(parties) {
        write_party(&mut text, name, party, rounds);
        for (index, (key, form)) in issues.iter().zip(&forms).enumerate() {
            write_position(&mut text, key, form, party, index);
        }
    }
    Ok(Imported { text, notes })
}

impl Form {
    fn count(&self) -> usize {
        match self {
            Self::Options(options) => options.len(),
            Self::Scale { points, .. } => *points,
        }
    }
}

/// How an issue can stand in the scenario, given what the parties make of it.
fn form(
    issue: &Issue,
    index: usize,
    parties: &[Profile],
    notes: &mut Vec<String>,
) -> Result<Form, Wrong> {
    match &issue.kind {
        Kind::Discrete(values) => Ok(Form::Options(option_names(&issue.name, values, notes))),
        Kind::Integer(low, high)
            if usize::try_from(high - low).is_ok_and(|steps| steps < MOST_OPTIONS) =>
        {
            Ok(Form::Options((*low..=*high).map(|value| value.to_string()).collect()))
        }
        Kind::Integer(low, high) => {
            let points = usize::try_from(high - low + 1).ok();
            let fits = points.filter(|&points| points <= MOST_POINTS);
            scale(issue, index, parties, (*low as f64, *high as f64, fits))
        }
        Kind::Real(low, high) => {
            notes.push(format!(
                "“{}” may be settled at {POINTS} equally spaced points, as GENIUS divides a range",
                issue.name
            ));
            scale(issue, index, parties, (*low, *high, Some(POINTS)))
        }
    }
}

/// A scale, where everybody's value runs straight from 0 at one end to 1 at the other.
fn scale(
    issue: &Issue,
    index: usize,
    parties: &[Profile],
    (low, high, points): (f64, f64, Option<usize>),
) -> Result<Form, Wrong> {
    for (number, party) in parties.iter().enumerate() {
        let straight = match &party.worths[index] {
            Worth::Line(evaluator) => ideal(*evaluator, low, high).is_some(),
            Worth::Items(..) => false,
        };
        if !straight {
            let (start, end) = party.issues[index];
            let message = format!(
                "the evaluator of “{}” cannot be held: on a scale values run straight from 0 at one end \
                 to 1 at the other",
                issue.name
            );
            let found =
                Wrong::new(codes::GENIUS_MISFIT, Span::new(number + 1, start, end), message);
            let help = format!(
                "an integer issue of at most {MOST_OPTIONS} values, or a discrete one, holds any values"
            );
            return Err(found.help(help));
        }
    }
    points.map(|points| Form::Scale { low, high, points }).ok_or_else(|| {
        let message = format!("“{}” has more than {MOST_POINTS} values", issue.name);
        Wrong::new(codes::GENIUS_MISFIT, Span::new(0, 0, 1), message)
    })
}

/// The end at which an evaluator that runs straight from 0 to 1 is 1.
fn ideal(evaluator: Evaluator, low: f64, high: f64) -> Option<f64> {
    let Evaluator::Linear { at_zero, slope } = evaluator else { return None };
    let at = |x: f64| at_zero + slope * x;
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-12;
    if near(at(low), 0.0) && near(at(high), 1.0) {
        Some(high)
    } else if near(at(low), 1.0) && near(at(high), 0.0) {
        Some(low)
    } else {
        None
    }
}

/// The values as names of options: text of one line, of at most 64 characters, all different.
fn option_names(issue: &str, values: &[String], notes: &mut Vec<String>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for value in values {
        let letter = |c: char| if c.is_control() { ' ' } else { c };
        // Room for a number, should two become the same.
        let most = if value.chars().count() > LONGEST { LONGEST - 5 } else { LONGEST };
        let written: String = value.chars().map(letter).take(most).collect();
        let plain = if written.trim().is_empty() { "nothing" } else { written.trim() };
        let mut name = plain.to_owned();
        let taken = |name: &String, names: &[String]| names.contains(name);
        let mut number = 2;
        while taken(&name, &names) {
            name = format!("{plain} {number}");
            number += 1;
        }
        if name != *value {
            notes.push(format!("the value “{value}” of “{issue}” is called “{name}”"));
        }
        names.push(name);
    }
    names
}

/// Names as keys of the file: letters a to z, digits and -, all different.
fn keys<'n>(names: impl Iterator<Item = &'n str>, one: &str) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for name in names {
        let letter = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
        let key: String = name.to_lowercase().chars().map(letter).take(48).collect();
        let mut key = key.trim_matches('-').to_owned();
        while key.contains("--") {
            key = key.replace("--", "-");
        }
        if key.is_empty() {
            one.clone_into(&mut key);
        }
        let plain = key.clone();
        let mut number = 2;
        while keys.contains(&key) {
            key = format!("{plain}-{number}");
            number += 1;
        }
        keys.push(key);
    }
    keys
}

fn note_losses(parties: &[Profile], names: &[String], rounds: usize, notes: &mut Vec<String>) {
    for (name, party) in names.iter().zip(parties) {
        if party.reservation.is_none() {
            notes.push(format!("{name} has no reservation value: 0, as in GENIUS"));
        }
        if party.discount < 1.0 {
            notes.push(format!(
                "the discount factor {} of {name} is spread over {rounds} rounds; GENIUS also discounts its \
                 reservation value, zopa does not",
                party.discount
            ));
        }
        let total: f64 = party.weights.iter().sum();
        if (total - 1.0).abs() > ROUNDED {
            notes.push(format!(
                "the weights of {name} sum to {} and are made to sum to 1; GENIUS takes them as they stand",
                (total * 1e6).round() / 1e6
            ));
        }
        let idle = party.worths.iter().zip(&party.weights).any(|(worth, weight)| {
            let nothing = match worth {
                Worth::Items(_, greatest) => *greatest <= 0.0,
                Worth::Line(evaluator) => *evaluator == Evaluator::Constant(0.0),
            };
            nothing && *weight > 0.0
        });
        if idle {
            notes.push(format!(
                "{name} gives all values of an issue 0: its weight counts for nothing"
            ));
        }
    }
}

fn head(text: &mut String, domain: &Domain, rounds: usize, notes: &[String]) {
    let _ = writeln!(text, "# Imported from GENIUS by zopa import genius.");
    for note in notes {
        let _ = writeln!(text, "# - {}", one_line(note));
    }
    let _ = writeln!(text, "\ntitle = {}", quoted(&one_line(&domain.title)));
    let _ = writeln!(text, "protocol = {{ kind = \"alternating-offers\", rounds = {rounds} }}");
}

fn write_issue(text: &mut String, key: &str, issue: &Issue, form: &Form) {
    let _ = writeln!(text, "\n[issues.{key}]\ntitle = {}", quoted(&one_line(&issue.name)));
    match form {
        Form::Options(options) => {
            let options: Vec<String> = options.iter().map(|option| quoted(option)).collect();
            let _ = writeln!(text, "options = [{}]", options.join(", "));
        }
        Form::Scale { low, high, points } => {
            let _ = writeln!(text, "scale = [{low}, {high}]\npoints = {points}");
            let _ =
                writeln!(text, "anchors = {{ \"{low}\" = \"{low}\", \"{high}\" = \"{high}\" }}");
        }
    }
}

fn write_party(text: &mut String, name: &str, party: &Profile, rounds: usize) {
    let _ = writeln!(text, "\n[parties.{name}]\ntitle = {}", quoted(&one_line(&party.name)));
    if let Some(reservation) = party.reservation {
        let _ = writeln!(text, "outside = {{ reservation = {reservation} }}");
    }
    if party.discount < 1.0 {
        // d^t at t = round/rounds is (1 − δ)^round.
        let lost = 1.0 - math::exp(math::ln(party.discount) / rounds as f64);
        let _ = writeln!(text, "discount = {lost}");
    }
    let _ = writeln!(text, "\n[parties.{name}.positions]");
}

fn write_position(text: &mut String, key: &str, form: &Form, party: &Profile, index: usize) {
    let salience = salience(&party.weights, index);
    match (form, &party.worths[index]) {
        (Form::Options(options), worth) => {
            let written = |(option, name): (usize, &String)| {
                format!("{} = {}", quoted(name), score(worth, option, name))
            };
            let scores: Vec<String> = options.iter().enumerate().map(written).collect();
            let scores = scores.join(", ");
            let _ = writeln!(text, "{key} = {{ salience = {salience}, scores = {{ {scores} }} }}");
        }
        (Form::Scale { low, high, .. }, Worth::Line(evaluator)) => {
            let best = ideal(*evaluator, *low, *high).unwrap_or(*high);
            let _ = writeln!(text, "{key} = {{ salience = {salience}, ideal = {best} }}");
        }
        // A scale is chosen only where every worth is a line.
        (Form::Scale { .. }, Worth::Items(..)) => {}
    }
}

/// A weight as a share of all: as the profile has it where they sum to 1 already, and the decimal itself
/// where dividing gives one, so that nothing is rounded that need not be.
fn salience(weights: &[f64], index: usize) -> f64 {
    let weight = |weight: &f64| DoubleDouble::decimal(*weight);
    let total: DoubleDouble = weights.iter().map(weight).sum();
    if (total.rounded() - 1.0).abs() <= ROUNDED {
        return weights[index];
    }
    (weight(&weights[index]) / total).rounded()
}

/// What an option is worth, in [0, 100]: the decimal itself, where it is one.
fn score(worth: &Worth, option: usize, name: &str) -> f64 {
    let [own, most] = match worth {
        Worth::Items(_, greatest) if *greatest <= 0.0 => [0.0, 1.0],
        Worth::Items(evaluations, greatest) => [evaluations[option], *greatest],
        Worth::Line(evaluator) => [name.parse().map_or(0.0, |number| evaluator.value(number)), 1.0],
    };
    let [own, most] = [own, most].map(DoubleDouble::decimal);
    (DoubleDouble::exactly(100.0) * own / most).rounded()
}
