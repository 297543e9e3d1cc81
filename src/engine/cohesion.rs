//! How far the guarantors hold together, as the positions that they take and fatigue allow.

use super::concession::concessions;
use super::globals::Globals;
use super::parties::Parties;
use super::table::Table;
use crate::math;

/// Rate a month at which cohesion settles.
const SETTLING: f64 = 0.1;

/// Where the cohesion of the guarantors tends to, round by round.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cohesion {
    /// C* at the end of every round; empty where nobody pledges anything.
    targets: Vec<f64>,
    /// Share of a deviation that a round leaves.
    decay: f64,
    // Working space.
    own: Vec<f64>,
    alphas: Vec<f64>,
}

impl Cohesion {
    /// Works out the way of a world in which the talks began so many months before the as-of date.
    pub(crate) fn prepare(
        &mut self,
        table: &Table<'_>,
        globals: &Globals,
        parties: &Parties,
        elapsed: f64,
    ) {
        self.targets.clear();
        if table.pledgers.is_empty() {
            return;
        }
        let clock = table.scenario.clock;
        self.decay = math::exp(-SETTLING * clock.round_months());
        self.own.resize(parties.players().len(), 0.0);
        self.alphas.resize(parties.players().len(), 0.0);
        for round in 1..=clock.rounds {
            let t = clock.round_end(round) + elapsed;
            concessions(parties.players(), t, &mut self.own, &mut self.alphas);
            self.targets.push(target(table, globals, parties, &self.alphas));
        }
    }

    /// The cohesion after a round; as it was where nobody pledges anything.
    #[inline]
    pub(crate) fn after(&self, round: usize, cohesion: f64) -> f64 {
        self.targets.get(round).map_or(cohesion, |target| target + (cohesion - target) * self.decay)
    }
}

/// C* = (1 − 2·spread)(1 − fatigue) at the concessions `alphas`, the spread being the mean distance of
/// the members' positions on the guarantee from their mean.
fn target(table: &Table<'_>, globals: &Globals, parties: &Parties, alphas: &[f64]) -> f64 {
    let Some((k, _)) = table.guarantee else { return 1.0 };
    let position = |j: usize| {
        let stake = &parties.stakes_of(j)[k];
        stake.opening + alphas[j] * (stake.limit - stake.opening)
    };
    let members = || table.pledgers.iter().filter(|&&j| parties.stakes_of(j)[k].weight > 0.0);
    let count = members().count() as f64;
    if count == 0.0 {
        return (1.0 - globals.fatigue).clamp(0.0, 1.0);
    }
    let mean = members().map(|&j| position(j)).sum::<f64>() / count;
    let spread = members().map(|&j| (position(j) - mean).abs()).sum::<f64>() / count;
    ((1.0 - 2.0 * spread) * (1.0 - globals.fatigue)).clamp(0.0, 1.0)
}
