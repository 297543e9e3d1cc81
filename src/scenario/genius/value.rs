//! What the choices of one issue are worth to a party, in [0, 1].

use std::collections::{BTreeMap, BTreeSet};

use super::domain::Kind;
use super::profile::SAME_DOMAIN;
use super::xml::{Element, Wrong};
use crate::scenario::codes;

/// What the choices of one issue are worth.
#[derive(Clone, Debug)]
pub(super) enum Worth {
    /// An evaluation for every value, and the greatest of them, by which they are divided.
    Items(Vec<f64>, f64),
    /// A function of the number.
    Line(Evaluator),
}

/// How GENIUS values a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Evaluator {
    /// `at_zero + slope · x`, kept within 0 and 1.
    Linear {
        /// The value of 0.
        at_zero: f64,
        /// The change for each 1.
        slope: f64,
    },
    /// The same for every number.
    Constant(f64),
    /// 0 up to the first, 1 at the last, 0 from the second on.
    Triangular(f64, f64, f64),
}

impl Evaluator {
    /// The value of a number.
    pub(super) fn value(self, x: f64) -> f64 {
        match self {
            Self::Linear { at_zero, slope } => (at_zero + slope * x).clamp(0.0, 1.0),
            Self::Constant(value) => value,
            Self::Triangular(low, high, _) if x < low || x > high => 0.0,
            Self::Triangular(low, _, top) if x < top => (x - low) / (top - low),
            Self::Triangular(_, high, top) if high > top => 1.0 - (x - top) / (high - top),
            Self::Triangular(..) => 1.0,
        }
    }
}

impl Worth {
    /// The evaluations of a discrete issue, in the order of the domain's values.
    pub(super) fn of_items(element: Element<'_, '_>, wanted: &[String]) -> Result<Self, Wrong> {
        let known: BTreeSet<&str> = wanted.iter().map(String::as_str).collect();
        let mut listed: BTreeMap<&str, Vec<Element<'_, '_>>> = BTreeMap::new();
        for item in element.below("item") {
            let value = item.needs("value")?;
            if !known.contains(value) {
                let message = format!("the domain has no value “{value}” here");
                return Err(item.wrong(codes::OTHER_DOMAIN, message).help(SAME_DOMAIN));
            }
            listed.entry(value).or_default().push(item);
        }
        let mut evaluations = Vec::new();
        for value in wanted {
            let items = listed.get(value.as_str()).map(Vec::as_slice).unwrap_or_default();
            let [item, again @ ..] = items else {
                let message = format!("the domain's value “{value}” is missing here");
                return Err(element.wrong(codes::OTHER_DOMAIN, message).help(SAME_DOMAIN));
            };
            let evaluation = item.number("evaluation")?;
            for again in again {
                let other = again.number("evaluation")?;
                if other.total_cmp(&evaluation).is_ne() {
                    let message = format!(
                        "the value “{value}” is listed twice, worth {evaluation} and {other}"
                    );
                    return Err(again.wrong(codes::GENIUS_GAP, message));
                }
            }
            if !(0.0..=1e9).contains(&evaluation) {
                let message = format!("an evaluation of {evaluation} cannot be held by a scenario");
                let help = "evaluations are 0 or more";
                return Err(item.wrong(codes::GENIUS_MISFIT, message).help(help));
            }
            evaluations.push(evaluation);
        }
        let greatest = evaluations.iter().copied().fold(0.0, f64::max);
        Ok(Self::Items(evaluations, greatest))
    }

    /// The evaluator of a range.
    pub(super) fn of_range(element: Element<'_, '_>, kind: &Kind) -> Result<Self, Wrong> {
        let Some(evaluator) = element.below("evaluator").next() else {
            if matches!(kind, Kind::Integer(..)) {
                // GENIUS's slope and offset are 0 until the file says otherwise.
                return Ok(Self::Line(Evaluator::Constant(0.0)));
            }
            let message = "this issue has no <evaluator>: what are its values worth?";
            return Err(element.wrong(codes::GENIUS_GAP, message));
        };
        if let Kind::Integer(low, _) = kind {
            // GENIUS counts an integer from the low end of its range.
            let (slope, offset) = (evaluator.number("slope")?, evaluator.number("offset")?);
            let at_zero = offset - slope * *low as f64;
            return Ok(Self::Line(Evaluator::Linear { at_zero, slope }));
        }
        let parameter = |number: usize| evaluator.number(&format!("parameter{number}"));
        let read = match evaluator.needs("ftype")?.to_lowercase().as_str() {
            "linear" => Evaluator::Linear { at_zero: parameter(0)?, slope: parameter(1)? },
            "constant" => Evaluator::Constant(parameter(0)?),
            "triangular" => {
                let (low, high, top) = (parameter(0)?, parameter(1)?, parameter(2)?);
                if !(low <= top && top <= high && low < high) {
                    let message = "the top of a triangle lies between its ends";
                    return Err(evaluator.wrong(codes::GENIUS_GAP, message));
                }
                Evaluator::Triangular(low, high, top)
            }
            other => {
                let message = format!("an evaluator of the type “{other}” is not known");
                let help = "types are linear, constant and triangular";
                return Err(evaluator.wrong(codes::GENIUS_MISFIT, message).help(help));
            }
        };
        if let Evaluator::Constant(value) = read
            && !(0.0..=1.0).contains(&value)
        {
            let message = format!("a constant value of {value} does not lie between 0 and 1");
            return Err(evaluator.wrong(codes::GENIUS_MISFIT, message));
        }
        Ok(Self::Line(read))
    }
}
