//! Boxes: limits on some inputs within which cases of interest are dense (PRIM, Friedman & Fisher 1999).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{BoxesFound, InputColumn, InterestOf, words};
use crate::analysis::prim::{Chosen, Phase, Restriction, Side, Stability, Step as Taken};
use crate::model::Scenario;
use crate::results::Named;

/// The boxes that were found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Boxes {
    /// Which cases are of interest.
    pub interest: InterestOf,
    /// The seed of the resamples, and of the worlds where they were played.
    pub seed: u64,
    /// All cases.
    pub cases: u64,
    /// Those of interest.
    pub of_interest: u64,
    /// The inputs searched.
    pub inputs: Vec<Named>,
    /// Inputs left out.
    pub left_out: Vec<LeftOut>,
    /// The boxes; each was looked for outside of those before.
    pub boxes: Vec<BoxFound>,
}

/// An input that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LeftOut {
    /// Its column.
    pub input: String,
    /// Why.
    pub reason: String,
}

/// A box and how it was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BoxFound {
    /// The box.
    pub told: BoxTold,
    /// Is it as dense as was asked for?
    pub dense_enough: bool,
    /// The step of the trajectory that was chosen.
    pub chosen_step: u64,
    /// Limits of that step that were dropped, since they may be chance.
    pub dropped: Vec<Dropped>,
    /// What became of it in resamples of the cases.
    pub resamples: Resampling,
    /// The way to it, step by step.
    pub trajectory: Vec<Step>,
}

/// The box that is told. Shares are of all cases, but density: of those in the box.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BoxTold {
    /// How it came of the step before.
    pub phase: Phase,
    /// Share of the cases of interest that lie in it.
    pub coverage: f64,
    /// Share of its cases that are of interest.
    pub density: f64,
    /// Share of all cases that lie in it.
    pub mass: f64,
    /// Its cases.
    pub cases: u64,
    /// Its cases of interest.
    pub of_interest: u64,
    /// Inputs it limits.
    pub restricted: u64,
    /// Its limits.
    pub restrictions: Vec<ToldLimit>,
}

/// A limit of the box that is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ToldLimit {
    /// The input's column.
    pub input: String,
    /// The input and the limit in words.
    pub words: String,
    /// The input is at least this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<f64>,
    /// The input is at most this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<f64>,
    /// The input is one of these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one_of: Option<Vec<String>>,
    /// Ranks limits, and tests nothing: the probability of as many cases of interest without it.
    pub quasi_p: f64,
    /// Share of resamples in which the same end of the input was limited.
    pub returned: f64,
}

/// A limit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Dropped {
    /// The input's column.
    pub input: String,
    /// What readers call it.
    pub title: String,
    /// The input is at least this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<f64>,
    /// The input is at most this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<f64>,
    /// The input is one of these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one_of: Option<Vec<String>>,
    /// Ranks limits, and tests nothing: the probability of as many cases of interest without it.
    pub quasi_p: f64,
}

/// What became of a box in resamples.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Resampling {
    /// How many there were.
    pub count: u64,
    /// Mean density of the boxes found there, in cases that did not help to find them.
    pub density_outside: Option<f64>,
    /// Mean coverage likewise.
    pub coverage_outside: Option<f64>,
    /// What else was limited there, most often first.
    pub others: Vec<OtherInput>,
}

/// An input that the box does not limit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OtherInput {
    /// The input's column.
    pub input: String,
    /// What readers call it.
    pub title: String,
    /// Which end of it was limited.
    pub end: NarrowedEnd,
    /// Share of resamples.
    pub returned: f64,
}

/// An end of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NarrowedEnd {
    /// The input is above some value.
    Low,
    /// The input is below some value.
    High,
    /// The input is one of some categories.
    Categories,
}

/// A step of the search.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Step {
    /// What it did.
    pub phase: Phase,
    /// Share of the cases of interest that lie in the box.
    pub coverage: f64,
    /// Share of its cases that are of interest.
    pub density: f64,
    /// Share of all cases that lie in it.
    pub mass: f64,
    /// Its cases.
    pub cases: u64,
    /// Its cases of interest.
    pub of_interest: u64,
    /// Inputs it limits.
    pub restricted: u64,
    /// Its limits.
    pub restrictions: Vec<Dropped>,
}

/// Whose words are used for what.
#[derive(Clone, Copy)]
struct Naming<'a> {
    scenario: Option<&'a Scenario>,
    inputs: &'a [InputColumn],
}

impl Boxes {
    /// The boxes in data.
    pub fn new(found: BoxesFound<'_>) -> Self {
        let naming = Naming { scenario: found.source.scenario, inputs: found.inputs };
        let left_out = found
            .left_out
            .iter()
            .map(|(input, reason)| LeftOut { input: input.clone(), reason: reason.clone() });
        let boxes = found.boxes.iter();
        let boxes = boxes.map(|(chosen, stability)| BoxFound::new(naming, chosen, stability));
        Self {
            interest: found.interest.into(),
            seed: found.source.seed,
            cases: found.cases.0 as u64,
            of_interest: found.cases.1 as u64,
            inputs: (0..found.inputs.len()).map(|column| naming.named(column)).collect(),
            left_out: left_out.collect(),
            boxes: boxes.collect(),
        }
    }
}

impl Naming<'_> {
    fn named(self, column: usize) -> Named {
        let input = &self.inputs[column];
        Named { id: input.name.clone(), title: words::input(self.scenario, input) }
    }

    fn limit(self, restriction: &Restriction) -> Dropped {
        let Named { id, title } = self.named(restriction.column);
        let (mut at_least, mut at_most, mut one_of) = (None, None, None);
        match &restriction.side {
            Side::AtLeast(at) => at_least = Some(*at),
            Side::AtMost(at) => at_most = Some(*at),
            Side::OneOf(kept) => {
                let names = &self.inputs[restriction.column].categories;
                one_of = Some(kept.iter().filter_map(|&kept| names.get(kept)).cloned().collect());
            }
        }
        Dropped { input: id, title, at_least, at_most, one_of, quasi_p: restriction.quasi_p }
    }

    fn told(self, restriction: &Restriction, returned: f64) -> ToldLimit {
        let Dropped { input, title, at_least, at_most, one_of, quasi_p } = self.limit(restriction);
        let demand = words::demand(self.scenario, &self.inputs[restriction.column], restriction);
        let words = format!("{title} {demand}");
        ToldLimit { input, words, at_least, at_most, one_of, quasi_p, returned }
    }

    fn step(self, step: &Taken) -> Step {
        Step {
            phase: step.phase,
            coverage: step.coverage,
            density: step.density,
            mass: step.mass,
            cases: step.cases as u64,
            of_interest: step.of_interest as u64,
            restricted: step.restricted as u64,
            restrictions: step.restrictions.iter().map(|each| self.limit(each)).collect(),
        }
    }
}

impl BoxFound {
    fn new(naming: Naming<'_>, chosen: &Chosen, stability: &Stability) -> Self {
        let told = chosen.told.restrictions.iter().zip(&stability.returned);
        let told = told.map(|(restriction, &returned)| naming.told(restriction, returned));
        let Step { phase, coverage, density, mass, cases, of_interest, restricted, .. } =
            naming.step(&chosen.told);
        let others = stability.others.iter().map(|other| {
            let Named { id, title } = naming.named(other.column);
            let end = match other.end {
                -1 => NarrowedEnd::Low,
                1 => NarrowedEnd::High,
                _ => NarrowedEnd::Categories,
            };
            OtherInput { input: id, title, end, returned: other.share }
        });
        Self {
            told: BoxTold {
                phase,
                coverage,
                density,
                mass,
                cases,
                of_interest,
                restricted,
                restrictions: told.collect(),
            },
            dense_enough: chosen.is_dense_enough,
            chosen_step: chosen.step as u64,
            dropped: chosen.lifted.iter().map(|lifted| naming.limit(lifted)).collect(),
            resamples: Resampling {
                count: stability.resamples as u64,
                density_outside: stability.density_outside,
                coverage_outside: stability.coverage_outside,
                others: others.collect(),
            },
            trajectory: chosen.found.trajectory.iter().map(|step| naming.step(step)).collect(),
        }
    }
}
