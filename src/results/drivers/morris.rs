//! Morris screening: which inputs can be left alone.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::path;
use crate::analysis::drivers::{Effect, Screening};
use crate::model::Scenario;
use crate::results::Mean;

/// The effect of every input, each anywhere in its range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MorrisScreening {
    /// The inputs, the largest μ* first.
    pub inputs: Vec<MorrisEffect>,
}

/// The effect of an input on the odds when it crosses its whole range and the others are anywhere in theirs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MorrisEffect {
    /// The input's path.
    pub path: String,
    /// μ*: the mean size of the effect (Campolongo, Cariboni & Saltelli 2007).
    pub mu_star: Mean,
    /// μ: the mean effect; its sign says which way.
    pub mu: f64,
    /// σ: the standard deviation of the effects, without what chance adds to it.
    pub sigma: f64,
    /// The μ* that chance alone would give on average.
    pub by_chance: f64,
    /// Can the effect be told from chance?
    pub clear: bool,
    /// Which way and how evenly it acts; null where it cannot be told from chance.
    pub shape: Option<Shape>,
}

/// The shape of an effect by σ/μ* (thresholds of Garcia Sanchez et al. 2014).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Shape {
    /// Below 0.1: in step with the input, up.
    #[serde(rename = "straight up")]
    StraightUp,
    /// The same, down.
    #[serde(rename = "straight down")]
    StraightDown,
    /// Below 0.5: never down.
    #[serde(rename = "up, one way")]
    Up,
    /// Below 0.5: never up.
    #[serde(rename = "down, one way")]
    Down,
    /// Below 1: seldom down.
    #[serde(rename = "mostly up")]
    MostlyUp,
    /// Below 1: seldom up.
    #[serde(rename = "mostly down")]
    MostlyDown,
    /// Above: curved, or dependent on other inputs.
    #[serde(rename = "interplay/curved")]
    Interplay,
}

impl Shape {
    /// The shape of an effect that can be told from chance.
    pub fn of(effect: &Effect) -> Self {
        let is_up = effect.mu > 0.0;
        let way = |up, down| if is_up { up } else { down };
        match effect.sigma / effect.mu_star.value {
            ratio if ratio < 0.1 => way(Self::StraightUp, Self::StraightDown),
            ratio if ratio < 0.5 => way(Self::Up, Self::Down),
            ratio if ratio < 1.0 => way(Self::MostlyUp, Self::MostlyDown),
            _ => Self::Interplay,
        }
    }

    /// The words of tables and of JSON.
    pub fn words(self) -> &'static str {
        match self {
            Self::StraightUp => "straight up",
            Self::StraightDown => "straight down",
            Self::Up => "up, one way",
            Self::Down => "down, one way",
            Self::MostlyUp => "mostly up",
            Self::MostlyDown => "mostly down",
            Self::Interplay => "interplay/curved",
        }
    }
}

impl MorrisScreening {
    pub(super) fn new(scenario: &Scenario, screening: &Screening) -> Self {
        let inputs = screening.effects.iter().map(|effect| MorrisEffect {
            path: path(scenario, effect.input),
            mu_star: effect.mu_star.into(),
            mu: effect.mu,
            sigma: effect.sigma,
            by_chance: effect.by_chance,
            clear: effect.is_clear(),
            shape: effect.is_clear().then(|| Shape::of(effect)),
        });
        Self { inputs: inputs.collect() }
    }
}
