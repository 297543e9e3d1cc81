//! What an interim deal is: in every world the same, and in one.

use crate::model::{End, InputId, Interim, IssueEffect, Place, Scenario};

/// The factor on the cost of war of a deal that halts the fighting.
const COST_OF_A_TRUCE: f64 = 0.5;

/// What of an interim deal no draw changes.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    /// The issues it settles.
    pub(crate) issues: Vec<usize>,
    /// The issue of sequence, where it settles that one, and the end at which the fighting halts first.
    pub(crate) sequence: Option<(usize, End)>,
    /// Does it settle the guarantee?
    pub(crate) guaranteed: bool,
    /// Does it halt the fighting?
    pub(crate) halts: bool,
    /// Are the parties asked again when it has run out?
    pub(crate) renewable: bool,
}

impl Step {
    /// The interim deals of a scenario: those of the file, then the ceasefire alone.
    pub(crate) fn all(scenario: &Scenario) -> Vec<Self> {
        let stated = scenario.interims.iter().map(|interim| {
            let issues = interim.settles.iter().map(|settled| settled.issue).collect();
            Self::new(scenario, issues, interim.halts_fighting, interim.renewable)
        });
        let bare =
            scenario.bare_ceasefire().map(|issue| Self::new(scenario, vec![issue], true, false));
        stated.chain(bare).collect()
    }

    fn new(scenario: &Scenario, issues: Vec<usize>, halts: bool, renewable: bool) -> Self {
        let effect = |k: usize| scenario.issues[k].effect;
        Self {
            sequence: issues.iter().find_map(|&k| match effect(k) {
                IssueEffect::HaltsFighting { strong_end } => Some((k, strong_end)),
                _ => None,
            }),
            guaranteed: issues.iter().any(|&k| matches!(effect(k), IssueEffect::Guarantee { .. })),
            issues,
            halts,
            renewable,
        }
    }

    /// Does it settle an issue that the other settles?
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.issues.iter().any(|issue| other.issues.contains(issue))
    }
}

/// An interim deal in a world. Buffers are kept from world to world.
#[derive(Clone, Debug, Default)]
pub(crate) struct Terms {
    /// Where it may settle each of its issues: lowest and highest coordinate.
    pub(crate) reach: Vec<(f64, f64)>,
    /// Months for which it runs; infinite where it has no end of its own.
    pub(crate) lasts: f64,
    /// The factor on κ of each party.
    pub(crate) costs: Vec<f64>,
    /// What it adds to the value of no deal of each party.
    pub(crate) relief: Vec<f64>,
    /// The factor on ripeness.
    pub(crate) ripeness: f64,
    /// How often a text is this one, where the file says so.
    pub(crate) first: Option<f64>,
}

impl Terms {
    /// Prepares the interim deals of a world.
    pub(crate) fn prepare_all(
        all: &mut Vec<Self>,
        scenario: &Scenario,
        steps: &[Step],
        get: impl Fn(InputId) -> f64 + Copy,
    ) {
        let parties = scenario.parties.len();
        all.resize_with(steps.len(), Self::default);
        for (m, (terms, step)) in all.iter_mut().zip(steps).enumerate() {
            match scenario.interims.get(m) {
                Some(interim) => terms.prepare(scenario, interim, get),
                None => terms.be_bare_ceasefire(step, parties),
            }
        }
    }

    fn prepare(
        &mut self,
        scenario: &Scenario,
        interim: &Interim,
        get: impl Fn(InputId) -> f64 + Copy,
    ) {
        self.reach.clear();
        self.reach.extend(interim.settles.iter().map(|settled| {
            let scale = scenario.issues[settled.issue].scale;
            let unit = |id: InputId| scale.to_unit(get(id)).clamp(0.0, 1.0);
            match settled.place {
                Place::At(id) => (unit(id), unit(id)),
                Place::Within(low, high) => (unit(low), unit(high)),
                Place::AsDrafted => (0.0, 1.0),
            }
        }));
        self.lasts = interim.lasts.map_or(f64::INFINITY, get);
        let untouched = if interim.halts_fighting { COST_OF_A_TRUCE } else { 1.0 };
        self.costs.clear();
        self.costs.extend(interim.costs.iter().map(|cost| cost.map_or(untouched, get)));
        self.relief.clear();
        self.relief.extend(interim.relief.iter().map(|relief| relief.map_or(0.0, get)));
        self.ripeness = get(interim.ripeness);
        self.first = interim.first.map(get);
    }

    fn be_bare_ceasefire(&mut self, step: &Step, parties: usize) {
        self.reach.clear();
        self.reach.extend(step.sequence.map(|(_, end)| (end.position(), end.position())));
        self.lasts = f64::INFINITY;
        self.costs.clear();
        self.costs.resize(parties, COST_OF_A_TRUCE);
        self.relief.clear();
        self.relief.resize(parties, 0.0);
        self.ripeness = 1.0;
        self.first = None;
    }
}
