//! A case as a line of `results.jsonl`: one object with everything that made it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::scenario::Shown;
use crate::study::{Figure, Record, Study};

/// A case. The bytes of its line are held against the case when it is played again, so that their order and form
/// are part of the format.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct CaseLine {
    /// The name of the results.
    pub run_id: String,
    /// Number of the case, from 0.
    pub case: u64,
    /// Number of its combination of values.
    pub point: u64,
    /// Its scenario, as the study names it.
    pub scenario: Option<String>,
    /// Its replication.
    pub replication: u64,
    /// Its seed.
    pub seed: u64,
    /// The value of every factor, by its name.
    #[schemars(with = "BTreeMap<String, Shown>")]
    pub factors: ByName<Shown>,
    /// Worlds played; 0 where the case could not be played.
    pub worlds: u64,
    /// Histories played in each world.
    pub histories: u64,
    /// What ended it, or `invalid`.
    pub stopped: String,
    /// The figures, by the name of the output; null where the case has none.
    #[schemars(with = "BTreeMap<String, Option<CaseFigure>>")]
    pub outputs: ByName<Option<CaseFigure>>,
    /// Why it could not be played.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
}

/// A figure of a case. Of a plain number there is its value alone.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct CaseFigure {
    /// The odds, 0 to 1, or the number.
    pub value: f64,
    /// Lower end of the 95% interval of the simulation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// One world in ten has odds below this, where that can be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worlds_low: Option<f64>,
    /// One world in ten has odds above this, where that can be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worlds_high: Option<f64>,
}

/// Things by name, in the order of the study's file.
#[derive(Clone, Debug, PartialEq)]
pub struct ByName<T>(Vec<(String, T)>);

impl CaseLine {
    /// What a case of a study came to.
    pub fn new(study: &Study, record: &Record) -> Self {
        let factors = study.factors.iter().zip(&record.factors);
        let factors = factors.map(|(factor, shown)| (factor.name.clone(), shown.clone()));
        let outputs = study.outputs.iter().zip(&record.figures);
        let outputs = outputs.map(|(name, figure)| (name.clone(), figure.map(CaseFigure::from)));
        Self {
            run_id: study.run_id().to_owned(),
            case: record.case,
            point: record.point,
            scenario: study.scenarios.get(record.scenario).cloned(),
            replication: record.replication,
            seed: record.seed,
            factors: ByName(factors.collect()),
            worlds: record.worlds,
            histories: study.play.histories,
            stopped: record.stopped.clone(),
            outputs: ByName(outputs.collect()),
            failure: record.failure.clone(),
        }
    }

    /// The line, without a newline. Nothing in it could fail to be written: its keys are texts.
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl From<Figure> for CaseFigure {
    fn from(figure: Figure) -> Self {
        let [low, high, worlds_low, worlds_high] = figure.bounds();
        Self { value: figure.value, low, high, worlds_low, worlds_high }
    }
}

impl<T: Serialize> Serialize for ByName<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}
