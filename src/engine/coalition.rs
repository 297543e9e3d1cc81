//! The guarantors together: what they can deliver, and whose consent a text needs.
//!
//! Burden sharing after Olson & Zeckhauser (1966): contributions are what members give. A pledge
//! that `needs` another counts a_j = 0.35 + 0.65·(the needed pledge), and a needed party counts only
//! through the others. Delivered strength M = cohesion × min(1, Σ a_j m_j) over the pledges made.

use super::play::Setting;
use super::state::State;
use super::table::Table;
use super::world::World;
use crate::math;

/// What a pledge is worth without the one it needs.
const ALONE: f64 = 0.35;
/// A guarantor is needed when the guarantee would fall by more than this without it.
const NEED: f64 = 0.05;
/// Rate a month at which cohesion settles.
const SETTLING: f64 = 0.1;

/// Σ a_j m_j over the pledges for which `is_made`, at most 1.
pub(crate) fn contribution(
    table: &Table<'_>,
    world: &World,
    is_made: impl Fn(usize) -> bool,
) -> f64 {
    let mut sum = 0.0;
    for &j in table.pledgers.iter().filter(|&&j| !table.is_needed[j] && is_made(j)) {
        sum += weight(table, world, j, &is_made) * world.players[j].pledge;
    }
    sum.min(1.0)
}

/// a_j, through the whole chain of needs.
fn weight(table: &Table<'_>, world: &World, party: usize, is_made: &impl Fn(usize) -> bool) -> f64 {
    table.needed_by(party).map_or(1.0, |needed| {
        let pledge = if is_made(needed) {
            weight(table, world, needed, is_made) * world.players[needed].pledge
        } else {
            0.0
        };
        ALONE + (1.0 - ALONE) * pledge
    })
}

impl State {
    /// Works out what the pledges made add up to, after any change of them.
    pub(crate) fn settle_contribution(&mut self, setting: Setting<'_>) {
        self.contribution = contribution(setting.table, setting.world, |j| self.pledged[j]);
        self.consents_settled = false;
    }

    /// Works out what the pledges would add up to without each of them, before consent is asked.
    pub(crate) fn settle_consents(&mut self, setting: Setting<'_>) {
        if std::mem::replace(&mut self.consents_settled, true) {
            return;
        }
        let Setting { table, world, .. } = setting;
        let is_made = |j: usize| self.pledged[j];
        let share = |j: usize| weight(table, world, j, &is_made) * world.players[j].pledge;
        let counts = |j: usize| is_made(j) && !table.is_needed[j];
        let sum: f64 = table.pledgers.iter().filter(|&&j| counts(j)).map(|&j| share(j)).sum();
        for &j in &table.pledgers {
            self.contribution_without[j] = if counts(j) {
                (sum - share(j)).min(1.0)
            } else {
                // Without a needed pledge all that lean on it count for less.
                contribution(table, world, |other| other != j && is_made(other))
            };
        }
    }

    /// g(x): what the text promises, as far as it can be delivered, as far as it is believed.
    pub(crate) fn guarantee(&self, setting: Setting<'_>, text: &[f64]) -> f64 {
        self.guarantee_with(setting, text, self.contribution)
    }

    fn guarantee_with(&self, setting: Setting<'_>, text: &[f64], contribution: f64) -> f64 {
        setting.table.guarantee.map_or(0.0, |(k, end)| {
            end.strength(text[k]).min(self.cohesion * contribution) * self.credibility
        })
    }

    /// Does this text lean on party j's pledge, so that j must consent? After
    /// [`State::settle_consents`].
    pub(crate) fn needs_consent(&self, setting: Setting<'_>, j: usize, text: &[f64]) -> bool {
        if !self.pledged[j] || setting.table.guarantee.is_none() {
            return false;
        }
        debug_assert!(self.consents_settled);
        let without = self.contribution_without[j];
        let fall = self.guarantee(setting, text) - self.guarantee_with(setting, text, without);
        fall > NEED
    }

    /// A round passes: cohesion settles toward `target`, what positions and fatigue allow.
    pub(crate) fn settle_cohesion(&mut self, table: &Table<'_>, target: f64) {
        self.cohesion = target + (self.cohesion - target) * table.cohesion_decay;
    }
}

/// Share of a deviation of cohesion that a round of `months` leaves.
pub(crate) fn cohesion_decay(months: f64) -> f64 {
    math::exp(-SETTLING * months)
}

/// C* = (1 − 2·spread)(1 − fatigue) at the concessions `alphas`, the spread being the mean distance of
/// the members' positions on the guarantee from their mean.
pub(crate) fn cohesion_target(table: &Table<'_>, world: &World, alphas: &[f64]) -> f64 {
    let Some((k, _)) = table.guarantee else { return 1.0 };
    let position = |j: usize| {
        let stake = &world.stakes_of(j)[k];
        stake.opening + alphas[j] * (stake.limit - stake.opening)
    };
    let members = || table.pledgers.iter().filter(|&&j| world.stakes_of(j)[k].weight > 0.0);
    let count = members().count() as f64;
    if count == 0.0 {
        return (1.0 - world.globals.fatigue).clamp(0.0, 1.0);
    }
    let mean = members().map(|&j| position(j)).sum::<f64>() / count;
    let spread = members().map(|&j| (position(j) - mean).abs()).sum::<f64>() / count;
    ((1.0 - 2.0 * spread) * (1.0 - world.globals.fatigue)).clamp(0.0, 1.0)
}

/// Guarantee-level thresholds: with every pledge delivered, j must consent to any text whose
/// guarantee strength exceeds the returned strength; `None` when it is never needed.
pub(crate) fn consent_threshold(table: &Table<'_>, world: &World, j: usize) -> Option<f64> {
    let globals = &world.globals;
    let full = globals.cohesion * contribution(table, world, |_| true);
    let without = globals.cohesion * contribution(table, world, |other| other != j);
    if globals.credibility <= 0.0 {
        return None;
    }
    let threshold = without + NEED / globals.credibility;
    (full > threshold).then_some(threshold)
}
