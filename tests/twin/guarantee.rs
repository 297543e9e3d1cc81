//! Guarantors: what their pledges deliver, whose consent a text needs, and how they cohere
//! (section 5).

use zopa::math::exp;
use zopa::model::{End, IssueEffect};

use super::history::Play;

impl Play<'_> {
    /// The guarantee issue and its strong end.
    pub(crate) fn guarantee_issue(&self) -> Option<(usize, End)> {
        self.scenario.issues.iter().enumerate().find_map(|(k, issue)| match issue.effect {
            IssueEffect::Guarantee { strong_end } => Some((k, strong_end)),
            _ => None,
        })
    }

    fn need_of(&self, j: usize) -> Option<usize> {
        self.scenario.parties[j].pledge.as_ref().and_then(|pledge| pledge.needs)
    }

    /// a·m of a pledge that is made, 0 of one that is not.
    fn contribution(&self, j: usize, made: &[bool]) -> f64 {
        if !made[j] {
            return 0.0;
        }
        let share =
            self.need_of(j).map_or(1.0, |needed| 0.35 + 0.65 * self.contribution(needed, made));
        share * self.world.players[j].pledge_strength
    }

    /// M: delivered strength of these pledges.
    pub(crate) fn delivered(&self, made: &[bool]) -> f64 {
        let parties = 0..self.scenario.parties.len();
        let is_needed = |j: usize| parties.clone().any(|i| self.need_of(i) == Some(j));
        let sum: f64 = parties
            .clone()
            .filter(|&j| self.scenario.parties[j].pledge.is_some() && !is_needed(j))
            .map(|j| self.contribution(j, made))
            .sum();
        self.world.cohesion * sum.min(1.0)
    }

    fn guarantee_of(&self, x: &[f64], made: &[bool]) -> f64 {
        self.guarantee_issue().map_or(0.0, |(k, end)| {
            end.strength(x[k]).min(self.delivered(made)) * self.world.credibility
        })
    }

    /// g(x): the credible guarantee.
    pub(crate) fn guarantee(&self, x: &[f64]) -> f64 {
        self.guarantee_of(x, &self.pledged)
    }

    /// M without party j's pledge.
    pub(crate) fn delivered_without(&self, j: usize) -> f64 {
        let mut without = self.pledged.clone();
        without[j] = false;
        self.delivered(&without)
    }

    /// Does a text lean on this guarantor so much that it must consent?
    fn needs_consent(&self, j: usize, x: &[f64]) -> bool {
        let mut without = self.pledged.clone();
        without[j] = false;
        self.pledged[j] && self.guarantee(x) - self.guarantee_of(x, &without) > 0.05
    }

    /// All who must agree to a package: the principals, then the guarantors it leans on.
    pub(crate) fn signatories(&self, x: &[f64]) -> Vec<usize> {
        let principals: Vec<usize> = self.scenario.principals().collect();
        let parties = 0..self.scenario.parties.len();
        let guarantors = parties.filter(|j| !principals.contains(j) && self.needs_consent(*j, x));
        principals.iter().copied().chain(guarantors).collect()
    }

    /// At the end of a round at time t cohesion moves toward what the members' positions allow.
    pub(crate) fn drift_cohesion(&mut self, t: f64) {
        let parties = 0..self.scenario.parties.len();
        let pledgers: Vec<usize> =
            parties.filter(|&j| self.scenario.parties[j].pledge.is_some()).collect();
        if pledgers.is_empty() {
            return;
        }
        let target = self.guarantee_issue().map_or(1.0, |(k, _)| {
            let positions: Vec<f64> = pledgers
                .iter()
                .filter(|&&j| self.world.players[j].stakes[k].weight > 0.0)
                .map(|&j| self.stated_position(j, k, t))
                .collect();
            let spread = mean_deviation(&positions);
            ((1.0 - 2.0 * spread) * (1.0 - self.world.fatigue)).clamp(0.0, 1.0)
        });
        let left = exp(-0.1 * self.scenario.clock.horizon / self.scenario.clock.rounds as f64);
        self.world.cohesion = target + (self.world.cohesion - target) * left;
    }
}

/// Mean absolute deviation from the mean; 0 of nothing.
fn mean_deviation(values: &[f64]) -> f64 {
    if values.is_empty() {
        return 0.0;
    }
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    values.iter().map(|value| (value - mean).abs()).sum::<f64>() / count
}
