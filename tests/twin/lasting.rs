//! Signatures, and how long truces and deals last (section 6).

use zopa::math::{exp, pow};
use zopa::model::Fate;

use super::history::{Play, Signed};

impl Play<'_> {
    /// A package is signed and goes home, where it is voted on at once or later.
    pub(crate) fn sign(
        &mut self,
        t: f64,
        text: &[f64],
        imposed: bool,
        reasons: Vec<(usize, [f64; 8])>,
    ) {
        if self.seen.first_signed.is_none() {
            self.seen.reasons.clone_from(&reasons);
        }
        self.seen.first_signed.get_or_insert((t, text.to_vec()));
        let principals: Vec<usize> = self.scenario.principals().collect();
        self.raise_trust(&principals);
        let takes = self.voting_takes();
        let votes_at = t + takes;
        let signed = Signed { at: t, votes_at, text: text.to_vec(), imposed, reasons };
        if takes > 0.0 {
            self.signed = Some(signed);
        } else {
            self.vote(&signed);
        }
    }

    /// The home fronts vote.
    pub(crate) fn vote(&mut self, signed: &Signed) {
        let (t, text, imposed) = (signed.votes_at, &signed.text, signed.imposed);
        self.seen.silences.push((signed.at, t));
        let principals: Vec<usize> = self.scenario.principals().collect();
        let lost: Vec<usize> =
            principals.iter().copied().filter(|&i| !self.passes(i, text)).collect();
        for &i in &lost {
            self.readiness[i] -= 0.05;
            self.seen.vote_lost = Some(i);
            self.setback_until = t + 3.0;
        }
        if !lost.is_empty() {
            self.resumed = t;
            return;
        }
        for m in self.in_force.iter().map(|deal| deal.step).collect::<Vec<_>>() {
            self.meets(m, Fate::Followed, t);
        }
        for j in 0..self.scenario.parties.len() {
            if self.pledged[j] && !principals.contains(&j) && !self.passes(j, text) {
                self.pledged[j] = false;
            }
        }
        let means_it: Vec<bool> = principals.iter().map(|&i| self.carries_out(i)).collect();
        self.seen.defector = (0..principals.len()).find(|&n| !means_it[n]).map(|n| principals[n]);
        let holds_for = if self.seen.defector.is_some() {
            self.step_holds(0.0)
        } else {
            self.deal_lasts(text, imposed)
        };
        self.seen.reasons.clone_from(&signed.reasons);
        self.seen.ratified = Some((t, text.clone(), holds_for));
    }

    /// Does a party do what it signed? Nobody is asked who is sure to.
    fn carries_out(&mut self, i: usize) -> bool {
        let q = self.world.players[i].good_faith;
        q >= 1.0 || self.streams.conduct[i].uniform() < q
    }

    /// The part of the log hazard that truces and packages share.
    fn common_hazard(&self) -> f64 {
        let principals: Vec<usize> = self.scenario.principals().collect();
        let peacekeepers = if self.scenario.durability.peacekeepers { -0.62 } else { 0.0 };
        self.world.record + peacekeepers - 0.8 * (self.trust_among(&principals) - 0.5)
    }

    /// Months until an interim deal of this guarantee breaks.
    pub(crate) fn step_holds(&mut self, guarantee: f64) -> f64 {
        let hazard = self.common_hazard() - 1.2 * guarantee;
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
