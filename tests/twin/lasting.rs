//! Home fronts, and how long truces and deals last (section 6).

use zopa::math::{exp, logistic, normal_cdf, pow};
use zopa::model::Ratification;

use super::history::Play;

impl Play<'_> {
    /// A package is signed and goes home. True when the principals' home fronts all pass it.
    pub(crate) fn sign(
        &mut self,
        t: f64,
        text: &[f64],
        imposed: bool,
        reasons: Vec<(usize, [f64; 7])>,
    ) -> bool {
        if self.seen.first_signed.is_none() {
            self.seen.reasons.clone_from(&reasons);
        }
        self.seen.first_signed.get_or_insert((t, text.to_vec()));
        let principals: Vec<usize> = self.scenario.principals().collect();
        self.raise_trust(&principals);
        let lost: Vec<usize> =
            principals.iter().copied().filter(|&i| !self.passes(i, text)).collect();
        for &i in &lost {
            self.readiness[i] -= 0.05;
            self.seen.vote_lost = Some(i);
        }
        if !lost.is_empty() {
            return false;
        }
        for j in 0..self.scenario.parties.len() {
            if self.pledged[j] && !principals.contains(&j) && !self.passes(j, text) {
                self.pledged[j] = false;
            }
        }
        let holds_for = self.deal_lasts(text, imposed);
        self.seen.reasons = reasons;
        self.seen.ratified = Some((t, text.to_vec(), holds_for));
        true
    }

    /// Does the home front of a party pass these terms?
    fn passes(&mut self, i: usize, text: &[f64]) -> bool {
        let of = |id: zopa::model::InputId| self.draws[id.index()];
        let probability = match self.scenario.parties[i].ratification {
            None => return true,
            Some(Ratification::Probability(id)) => of(id),
            Some(Ratification::Vote { intercept, slope, quota, spread }) => {
                let approval = logistic(of(intercept) + of(slope) * self.value(i, text));
                normal_cdf((approval - of(quota)) / of(spread))
            }
        };
        self.streams.votes[i].uniform() < probability
    }

    /// The part of the log hazard that truces and packages share.
    fn common_hazard(&self) -> f64 {
        let principals: Vec<usize> = self.scenario.principals().collect();
        let peacekeepers = if self.scenario.durability.peacekeepers { -0.62 } else { 0.0 };
        self.world.record + peacekeepers - 0.8 * (self.trust_among(&principals) - 0.5)
    }

    /// Months until a truce breaks.
    pub(crate) fn truce_lasts(&mut self) -> f64 {
        let hazard = self.common_hazard();
        let draw = self.streams.collapse.exponential();
        12.0 * self.world.durability_years * pow(draw * exp(-hazard), 1.0 / 0.54)
    }

    /// Months until a deal collapses.
    fn deal_lasts(&mut self, text: &[f64], imposed: bool) -> f64 {
        let short: f64 = self
            .scenario
            .principals()
            .map(|i| (self.limits_value(i) - self.value(i, text)).max(0.0))
            .sum();
        let hazard = self.common_hazard() - 0.78 - 1.2 * self.guarantee(text)
            + if imposed { 0.4 } else { 0.0 }
            + 2.0 * short;
        let draw = self.streams.collapse.exponential();
        let scale = self.world.durability_years * exp(self.world.durability_spread);
        12.0 * scale * pow(draw * exp(-hazard), 1.0 / 0.54)
    }
}
