//! What a discovery is made of.

use crate::analysis::discover::{Regrets, Satisficing};
use crate::analysis::prim::{Chosen, Stability};
use crate::model::Scenario;
use crate::montecarlo::Comparison;

/// What is looked for: cases on one side of a threshold of an outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Interest {
    /// The outcome's column.
    pub outcome: String,
    /// The side.
    pub comparison: Comparison,
    /// The threshold; it belongs to the side.
    pub threshold: f64,
    /// Was it set so that as near to a quarter of the cases as ties allow are of interest, because nobody
    /// said what is?
    pub is_quarter: bool,
    /// The share of the cases that are.
    pub share: f64,
}

impl Interest {
    /// Is it really about a quarter?
    pub fn is_about_a_quarter(&self) -> bool {
        self.is_quarter && (self.share - 0.25).abs() <= 0.05
    }
}

/// An input as it stands in the table.
#[derive(Clone, Debug, PartialEq)]
pub struct InputColumn {
    /// Its name: a path in tables of worlds.
    pub name: String,
    /// What a study calls it.
    pub title: Option<String>,
    /// Its categories, by number; empty where it holds numbers.
    pub categories: Vec<String>,
}

/// Where the cases come from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The file.
    pub file: &'a str,
    /// What it is about, where that is known.
    pub title: Option<&'a str>,
    /// The scenario, where its worlds were played.
    pub scenario: Option<&'a Scenario>,
    /// What the command line changed in it.
    pub options: &'a str,
    /// Histories in each world, where worlds were played.
    pub histories: Option<u64>,
    /// The seed.
    pub seed: u64,
}

/// All there is to say about boxes.
#[derive(Clone, Copy, Debug)]
pub struct BoxesFound<'a> {
    /// Where the cases come from.
    pub source: Source<'a>,
    /// The inputs searched.
    pub inputs: &'a [InputColumn],
    /// Inputs left out, each with the reason.
    pub left_out: &'a [(String, String)],
    /// What is looked for.
    pub interest: &'a Interest,
    /// Cases, and cases of interest.
    pub cases: (usize, usize),
    /// The boxes, each with its fate in resamples.
    pub boxes: &'a [(Chosen, Stability)],
}

/// All there is to say about levers.
#[derive(Clone, Copy, Debug)]
pub struct LeversCompared<'a> {
    /// Where the cases come from.
    pub source: Source<'a>,
    /// The levers' columns.
    pub levers: &'a [String],
    /// The settings, each a field for every lever.
    pub settings: &'a [Vec<String>],
    /// The columns that tell futures apart.
    pub futures_by: &'a [String],
    /// The line of the table of every setting in every future, setting after setting.
    pub lines: &'a [u64],
    /// What is good enough.
    pub interest: &'a Interest,
    /// Regrets.
    pub regrets: &'a Regrets,
    /// How often each is good enough.
    pub satisficing: &'a Satisficing,
}

impl LeversCompared<'_> {
    /// How many futures there are.
    pub fn futures(&self) -> usize {
        self.lines.len() / self.settings.len().max(1)
    }
}
