//! A study ready to be played: every scenario read, every factor tried, every case numbered.

use std::path::Path;

use super::axes::{self, Axis};
use super::figures::{self, Figures};
use super::table;
use crate::model::Scenario;
use crate::montecarlo::{Plan, Stopping};
use crate::scenario::{
    DesignChoice, Diagnostic, Document, Factor, Level, Levels, LoadOptions, NO_VARIANT, Play,
    Rejected, Report, Span, StudyFile, Target, codes, suggestion,
};
use crate::stream::Seed;
use crate::text::shell;

/// Worlds of a case unless the file says, as they were when the first studies were written: what is unsaid in a
/// study stays what it was, so that its journal goes on.
const WORLDS: u64 = 4_000;
/// Cases a study may have.
const MOST_CASES: u64 = 10_000_000;
/// Chunks a study is divided into, where it does not say otherwise.
const CHUNKS: u64 = 1_000;
/// Values of a factor that are tried before the first case; beyond, a case that cannot be played says so.
const TRIED: usize = 1_000;

/// The texts of the files a study names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inputs {
    /// The scenarios, in the order of the study.
    pub scenarios: Vec<String>,
    /// The table of cases, where the design has one.
    pub table: Option<String>,
}

/// A study that can be played.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Study {
    /// What it asks.
    pub title: String,
    /// Its scenarios' names, as the study has them.
    pub scenarios: Vec<String>,
    /// What is varied.
    pub factors: Vec<Factor>,
    /// How each case is played.
    pub play: Play,
    /// What is written down of each case.
    pub outputs: Vec<String>,
    /// The hash of everything that decides a number, 64 hex digits.
    pub fingerprint: String,
    /// The kind of design, in a word.
    pub design: &'static str,
    pub(super) documents: Vec<Document>,
    pub(super) axes: Vec<Axis>,
}

impl Study {
    /// Reads the scenarios, tries the factors on them and lays out the design.
    ///
    /// # Errors
    /// A scenario that does not load; a factor that does not fit one; an output nobody knows; a table
    /// of cases that cannot be read; too many cases.
    pub fn resolve(file: &StudyFile, inputs: &Inputs) -> Result<Self, Rejected> {
        let mut found = Vec::new();
        let rows = match (&inputs.table, &file.design.value) {
            (Some(text), DesignChoice::Table(name)) => {
                match table::read(name, text, &file.factors) {
                    Ok(rows) => Some(rows),
                    Err(problem) => {
                        found.push(
                            Diagnostic::new(codes::CASES_TABLE, file.design.span, problem.message)
                                .help(problem.help)
                                .path("design.table"),
                        );
                        None
                    }
                }
            }
            _ => None,
        };
        let names: Vec<String> = file.scenarios.iter().map(|named| named.value.clone()).collect();
        let texts = names.iter().zip(&inputs.scenarios);
        let documents: Vec<Document> =
            texts.map(|(name, text)| Document::parse(name, text)).collect();
        let mut bases = Vec::new();
        for (document, named) in documents.iter().zip(&file.scenarios) {
            match document.with(&LoadOptions::default()) {
                Ok(loaded) => bases.push(loaded.scenario),
                Err(rejected) => {
                    found.push(broken(file, &named.value, &rejected.report, named.span));
                }
            }
        }
        if bases.len() == names.len() && found.is_empty() {
            for (document, name) in documents.iter().zip(&names) {
                for (index, factor) in file.factors.iter().enumerate() {
                    found.extend(misfit(
                        document,
                        name,
                        factor,
                        &tried(factor, index, rows.as_deref()),
                    ));
                }
            }
            known_outputs(file, &bases, &mut found);
        }
        if !found.is_empty() {
            return Err(file.rejected(found));
        }
        let outputs = match &file.outputs {
            Some(outputs) => outputs.iter().map(|output| output.value.clone()).collect(),
            None => figures::standard(&bases),
        };
        let too_many = |message: String| {
            file.rejected(vec![
                Diagnostic::new(codes::TOO_MANY_CASES, file.design.span, message).help(
                    "vary less, or draw a sample: design = { kind = \"sobol\", points = 1024 }",
                ),
            ])
        };
        let axes = axes::of(file, rows).map_err(|error| too_many(error.to_string()))?;
        let mut study = Self {
            title: file.title.clone(),
            scenarios: names,
            factors: file.factors.clone(),
            play: file.play,
            outputs,
            fingerprint: String::new(),
            design: axes::word(&file.design.value),
            documents,
            axes,
        };
        let cases = study.points().and_then(|points| {
            points.checked_mul(study.scenarios.len() as u64)?.checked_mul(study.play.replications)
        });
        match cases {
            Some(cases) if cases <= MOST_CASES => {}
            _ => return Err(too_many("the study has more than ten million cases".to_owned())),
        }
        study.fingerprint = study.hash(file, &bases);
        Ok(study)
    }

    /// Combinations of the factors' values; `None` beyond counting.
    fn points(&self) -> Option<u64> {
        self.axes.iter().try_fold(1_u64, |points, axis| points.checked_mul(axis.len()))
    }

    /// Combinations of the factors' values.
    pub fn points_of_scenario(&self) -> u64 {
        self.points().unwrap_or(u64::MAX)
    }

    /// How many cases there are.
    pub fn cases(&self) -> u64 {
        self.points_of_scenario() * self.scenarios.len() as u64 * self.play.replications
    }

    /// Cases in a chunk.
    pub fn chunk(&self) -> u64 {
        self.play.chunk.unwrap_or_else(|| self.cases().div_ceil(CHUNKS)).max(1)
    }

    /// How many chunks there are.
    pub fn chunks(&self) -> u64 {
        self.cases().div_ceil(self.chunk())
    }

    /// The first 16 digits of the fingerprint: the name of the study's results.
    pub fn run_id(&self) -> &str {
        self.fingerprint.get(..16).unwrap_or_default()
    }

    /// Worlds of a case; at most, with a precision.
    pub fn worlds(&self) -> u64 {
        let most = if self.play.precision.is_some() { Plan::WORLDS_AT_MOST } else { WORLDS };
        self.play.worlds.unwrap_or(most)
    }

    /// How a case is played, but for its seed.
    pub(super) fn plan(&self, seed: u64) -> Plan {
        let stopping = self.play.precision.map_or(Stopping::Worlds, Stopping::Precision);
        Plan {
            seed: Seed(seed),
            worlds: self.worlds(),
            histories: self.play.histories,
            stopping,
            structural: false,
            ..Plan::default()
        }
    }

    /// blake3 of what decides the numbers: scenarios and variants as they are resolved, factors and
    /// their values, the design, how cases are played, what is written down. Titles, comments and
    /// layout change nothing.
    fn hash(&self, file: &StudyFile, bases: &[Scenario]) -> String {
        let mut said = String::from("zopa study 1\n");
        for (name, base) in self.scenarios.iter().zip(bases) {
            said += &format!("{name:?} {}\n", base.fingerprint);
        }
        for (index, factor) in self.factors.iter().enumerate() {
            let Factor { name, target, apply, levels, zip, role, .. } = factor;
            said += &format!("{name:?} {target:?} {apply:?} {levels:?} {zip:?} {role:?}\n");
            if *target == Target::Variant {
                for document in &self.documents {
                    for level in self.axes.iter().flat_map(|axis| axis.levels_of(index)) {
                        let fingerprint = document
                            .with(&options_of([(factor, &level)]))
                            .map(|loaded| loaded.scenario.fingerprint);
                        said += &format!("{} {fingerprint:?}\n", level.text);
                    }
                }
            }
        }
        for axis in &self.axes {
            said += &axis.said();
        }
        said += &format!("{:?} {:?} {:?}\n", file.design.value, self.play, self.outputs);
        blake3::hash(said.as_bytes()).to_hex().to_string()
    }

    /// The figures of a scenario's summary that are written down.
    pub(super) fn figures(&self, scenario: &Scenario) -> Figures {
        Figures::of(&self.outputs, scenario)
    }
}

/// What a scenario is loaded with to have these values.
pub(super) fn options_of<'a>(
    values: impl IntoIterator<Item = (&'a Factor, &'a Level)>,
) -> LoadOptions {
    let mut options = LoadOptions::default();
    for (factor, level) in values {
        match &factor.target {
            Target::Variant => {
                options.variant = (level.text != NO_VARIANT).then(|| level.text.clone());
            }
            Target::Paths(paths) => {
                options
                    .overrides
                    .extend(paths.iter().map(|path| (path.clone(), level.text.clone())));
            }
        }
    }
    options
}

fn broken(file: &StudyFile, name: &str, report: &Report, span: Span) -> Diagnostic {
    let first = report.iter().next();
    let message = first.map_or(String::new(), |first| {
        let (_, line, column) = report.position(first);
        format!(" (line {line}, column {column}: {})", first.message)
    });
    let beside = Path::new(file.name()).with_file_name(name);
    Diagnostic::new(codes::SCENARIO_FAILS, span, format!("{name} does not load{message}"))
        .help(format!("every error, with its place: zopa check {}", shell::file(beside)))
        .path("scenarios")
}

/// The values of a factor that are tried beforehand: all that are listed, or the ends of a range.
fn tried(factor: &Factor, index: usize, rows: Option<&[Vec<Level>]>) -> Vec<Level> {
    match &factor.levels {
        Levels::Listed(levels) => levels.iter().take(TRIED).cloned().collect(),
        Levels::Drawn(prior) => {
            [0.001, 0.5, 0.999].map(|share| factor.apply.number(prior.quantile(share))).to_vec()
        }
        Levels::Tabled => {
            let rows = rows.unwrap_or_default().iter().take(TRIED);
            rows.filter_map(|row| row.get(index).cloned()).collect()
        }
    }
}

/// The first of the values that the scenario does not take.
fn misfit(
    document: &Document,
    name: &str,
    factor: &Factor,
    levels: &[Level],
) -> Option<Diagnostic> {
    let failure = levels.iter().find_map(|level| {
        let rejected = document.with(&options_of([(factor, level)])).err()?;
        Some((level, rejected.report.iter().next()?.clone()))
    });
    let (level, first) = failure?;
    let label = match &factor.target {
        Target::Paths(_) => format!("with the value {}", level.text),
        Target::Variant => format!("with the variant `{}`", level.text),
    };
    let message = format!("`{}` does not fit {name}: {}", factor.name, first.message);
    let found = Diagnostic::new(codes::FACTOR_FAILS, factor.span, message)
        .label(label)
        .path(format!("factors.{}", factor.name));
    Some(match first.help {
        Some(help) => found.help(help),
        None => found,
    })
}

/// Every output is known to some scenario, and is not called like a factor.
fn known_outputs(file: &StudyFile, bases: &[Scenario], found: &mut Vec<Diagnostic>) {
    for output in file.outputs.iter().flatten() {
        if !bases.iter().any(|scenario| figures::knows(scenario, &output.value)) {
            let names = figures::names(bases);
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let message = format!("no scenario has the output `{}`", output.value);
            found.push(
                Diagnostic::new(codes::UNKNOWN_OUTPUT, output.span, message)
                    .help(suggestion(&output.value, &names, "outputs"))
                    .path("outputs"),
            );
        }
    }
    for factor in &file.factors {
        if figures::names(bases).contains(&factor.name) {
            let message = format!("a factor cannot be called `{}`", factor.name);
            found.push(
                Diagnostic::new(codes::TAKEN_NAME, factor.span, message)
                    .label("an output has this name")
                    .help(format!("write, say, `{}-varied`", factor.name))
                    .path(format!("factors.{}", factor.name)),
            );
        }
    }
}
