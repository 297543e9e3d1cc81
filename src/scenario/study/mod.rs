//! The file of a study, read: what it says, value by value, before any scenario is looked at.

mod factor;
mod read;
mod values;

pub use factor::{Apply, Factor, Levels, Role, Target};
pub use read::load_study;
pub use values::{Level, Shown};

#[cfg(feature = "cli")]
use super::codes;
use super::diagnostic::{Diagnostic, Report};
use super::load::Rejected;
use super::source::{Source, Span};

/// A study as its file says it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct StudyFile {
    /// What it asks.
    pub title: String,
    /// The scenario files, as they are written; at least one, none twice.
    pub scenarios: Vec<Placed<String>>,
    /// What is varied, in the order of the file; without any, each scenario is played once.
    pub factors: Vec<Factor>,
    /// Which combinations are played.
    pub design: Placed<DesignChoice>,
    /// How each case is played.
    pub play: Play,
    /// What is written down of each case, where the file says so.
    pub outputs: Option<Vec<Placed<String>>>,
    source: Source,
}

/// A value with its place in the file.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Placed<T> {
    /// A value at a place.
    #[cfg(feature = "cli")]
    pub(crate) fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// Which combinations of the factors are played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DesignChoice {
    /// Every combination.
    Grid,
    /// The first values of all factors, then the second, and so on.
    List,
    /// The rows of a CSV file, as it is named.
    Table(String),
    /// So many points of a sample; levers meet every point.
    Sample(Sampling, u64),
}

/// How a sample is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sampling {
    /// A random Latin hypercube (McKay, Beckman & Conover 1979).
    LatinHypercube,
    /// A scrambled Sobol' sequence (Sobol' 1967; Matoušek 1998).
    Sobol,
    /// Independent draws.
    Random,
}

/// How each case is played.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Play {
    /// The seed of the first replication.
    pub seed: u64,
    /// Worlds; at most, with a precision.
    pub worlds: Option<u64>,
    /// Histories in each world, ≥ 2.
    pub histories: u64,
    /// The half-width of 95% intervals at which a case ends, in (0, 0.5].
    pub precision: Option<f64>,
    /// How often each case is played, each time with a seed of its own.
    pub replications: u64,
    /// Cases in a chunk, where the file says so.
    pub chunk: Option<u64>,
}

impl StudyFile {
    /// The name messages call the file by.
    pub fn name(&self) -> &str {
        &self.source.name
    }

    /// Files that it names cannot be read: where each is named, what is wrong, what to do.
    #[cfg(feature = "cli")]
    pub(crate) fn unreadable_files(
        &self,
        files: impl Iterator<Item = (Span, String, String)>,
    ) -> Rejected {
        let found = files.map(|(span, problem, help)| {
            let found = Diagnostic::new(codes::SCENARIO_FAILS, span, problem);
            if help.is_empty() { found } else { found.help(help) }
        });
        self.rejected(found.collect())
    }

    /// The file cannot be used, for these reasons.
    pub(crate) fn rejected(&self, found: Vec<Diagnostic>) -> Rejected {
        Rejected { report: Report::new(vec![self.source.clone()], found) }
    }
}
