//! What a case came to, as a line of the journal.

use serde::{Deserialize, Serialize};

use super::check;
use super::figures::Figure;
use crate::scenario::Shown;

/// What a case came to.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Record {
    /// Number of the case.
    pub case: u64,
    /// Number of its combination of values.
    pub point: u64,
    /// Index of its scenario.
    pub scenario: usize,
    /// Its replication.
    pub replication: u64,
    /// Its seed.
    pub seed: u64,
    /// The value of every factor.
    pub factors: Vec<Shown>,
    /// Worlds played; 0 where the case could not be played.
    pub worlds: u64,
    /// What ended it: a word of [`StopReason`](crate::montecarlo::StopReason), or `invalid`.
    pub stopped: String,
    /// The figures, in the order of the outputs.
    pub figures: Vec<Option<Figure>>,
    /// Why it could not be played.
    pub failure: Option<String>,
}

/// The word for a case whose values make no scenario.
pub(super) const INVALID: &str = "invalid";

/// A line that is not a whole record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damage;

#[derive(Serialize, Deserialize)]
struct Line {
    case: u64,
    point: u64,
    scenario: usize,
    replication: u64,
    seed: u64,
    factors: Vec<Cell>,
    worlds: u64,
    stopped: String,
    figures: Vec<Option<Vec<f64>>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    failure: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Cell {
    Flag(bool),
    Number(f64),
    Text(String),
}

impl Record {
    /// Was the case played?
    pub fn is_played(&self) -> bool {
        self.stopped != INVALID
    }

    /// The record as a line, without a newline. Numbers are written with as many digits as tell them
    /// from every other.
    pub fn line(&self) -> String {
        let line = Line {
            case: self.case,
            point: self.point,
            scenario: self.scenario,
            replication: self.replication,
            seed: self.seed,
            factors: self.factors.iter().map(cell).collect(),
            worlds: self.worlds,
            stopped: self.stopped.clone(),
            figures: self.figures.iter().map(|figure| figure.map(numbers)).collect(),
            failure: self.failure.clone(),
        };
        // Nothing in a line can fail to be written.
        check::seal(&serde_json::to_string(&line).unwrap_or_default())
    }

    /// Reads a line, with its hash.
    ///
    /// # Errors
    /// When it is not a whole record.
    pub fn parse(line: &str) -> Result<(Self, u64), Damage> {
        let (object, hash) = check::open(line).ok_or(Damage)?;
        let line: Line = serde_json::from_str(&object).map_err(|_| Damage)?;
        let figures = line.figures.into_iter().map(|figure| figure.map(|n| read(&n)).transpose());
        let record = Self {
            case: line.case,
            point: line.point,
            scenario: line.scenario,
            replication: line.replication,
            seed: line.seed,
            factors: line.factors.into_iter().map(shown).collect(),
            worlds: line.worlds,
            stopped: line.stopped,
            figures: figures.collect::<Result<_, _>>()?,
            failure: line.failure,
        };
        Ok((record, hash))
    }
}

fn numbers(figure: Figure) -> Vec<f64> {
    let bounds = figure.bounds().into_iter().flatten();
    [figure.value].into_iter().chain(bounds).collect()
}

fn read(numbers: &[f64]) -> Result<Figure, Damage> {
    match *numbers {
        [value] => Ok(Figure { value, interval: None, worlds: None }),
        [value, a, b] => Ok(Figure { value, interval: Some([a, b]), worlds: None }),
        [value, a, b, c, d] => Ok(Figure { value, interval: Some([a, b]), worlds: Some([c, d]) }),
        _ => Err(Damage),
    }
}

fn cell(shown: &Shown) -> Cell {
    match shown {
        Shown::Number(number) => Cell::Number(*number),
        Shown::Flag(flag) => Cell::Flag(*flag),
        Shown::Text(text) => Cell::Text(text.clone()),
    }
}

fn shown(cell: Cell) -> Shown {
    match cell {
        Cell::Number(number) => Shown::Number(number),
        Cell::Flag(flag) => Shown::Flag(flag),
        Cell::Text(text) => Shown::Text(text),
    }
}
