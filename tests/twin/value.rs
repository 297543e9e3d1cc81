//! Value of terms, the alternative to them, and what signing is worth (section 2).

use zopa::math::exp;
use zopa::model::{IssueEffect, PaymentTime};

use super::history::Play;

/// Months that the war terms look ahead.
const AHEAD: f64 = 12.0;

impl Play<'_> {
    /// ℓ = |x − θ|^γ.
    fn distance(&self, i: usize, k: usize, x: f64) -> f64 {
        let apart = (x - self.world.players[i].stakes[k].ideal).abs();
        if self.world.quadratic { apart * apart } else { apart }
    }

    /// How far party i is from all it wants on issue k at x.
    fn short(&self, i: usize, k: usize, x: f64) -> f64 {
        match &self.world.players[i].stakes[k].taste {
            Some(taste) => 1.0 - taste.scores[taste.option(x)],
            None => self.distance(i, k, x),
        }
    }

    /// What party i loses on issue k when it is so far from all it wants, with its aversion to
    /// ending below the status quo.
    fn lost(&self, i: usize, k: usize, short: f64) -> f64 {
        let weight = self.world.players[i].stakes[k].weight;
        if weight == 0.0 {
            return 0.0;
        }
        let below = self.world.status_quo[k]
            .map_or(0.0, |status_quo| (short - self.short(i, k, status_quo)).max(0.0));
        weight * short + (self.world.players[i].aversion - 1.0) * weight * below
    }

    /// What party i loses on issue k at x.
    pub(crate) fn loss(&self, i: usize, k: usize, x: f64) -> f64 {
        self.lost(i, k, self.short(i, k, x))
    }

    /// … at its limit.
    pub(crate) fn loss_at_limit(&self, i: usize, k: usize) -> f64 {
        let stake = &self.world.players[i].stakes[k];
        match &stake.taste {
            Some(taste) => self.lost(i, k, 1.0 - taste.limit),
            None => self.loss(i, k, stake.limit),
        }
    }

    /// … at the terms it expects of the war; `None` where nobody fights. A party that does not fight
    /// takes the mean of the belligerents' lines, and of what their options cost it.
    pub(crate) fn loss_at_war(&self, i: usize, k: usize) -> Option<f64> {
        let terms = self.war_terms(i)?;
        let fights = self.world.players[i].war.is_some();
        if fights || self.world.players[i].stakes[k].taste.is_none() {
            return Some(self.loss(i, k, terms[k]));
        }
        let own = self.belligerents();
        let costs = own.iter().filter_map(|&j| Some(self.loss(i, k, self.war_terms(j)?[k])));
        Some(costs.sum::<f64>() / own.len() as f64)
    }

    /// V of the limits.
    pub(crate) fn limits_value(&self, i: usize) -> f64 {
        1.0 - (0..self.scenario.issues.len()).map(|k| self.loss_at_limit(i, k)).sum::<f64>()
    }

    /// V(x).
    pub(crate) fn value(&self, i: usize, x: &[f64]) -> f64 {
        1.0 - (0..x.len()).map(|k| self.loss(i, k, x[k])).sum::<f64>()
    }

    /// Principals at war.
    pub(crate) fn belligerents(&self) -> Vec<usize> {
        self.scenario.principals().filter(|&i| self.world.players[i].war.is_some()).collect()
    }

    /// The line L as it stands.
    pub(crate) fn line(&self) -> f64 {
        self.scenario.front_issue().and_then(|k| self.world.status_quo[k]).unwrap_or(0.0)
    }

    /// x^war: what the party expects of twelve more months; the mean of the belligerents' views
    /// for those who do not fight. `None` where nobody does.
    pub(crate) fn war_terms(&self, i: usize) -> Option<Vec<f64>> {
        if let Some(war) = &self.world.players[i].war {
            let mut terms = war.terms.clone();
            if let Some(k) = self.scenario.front_issue() {
                terms[k] = (self.line() + AHEAD * self.drift_ahead(i)).clamp(0.0, 1.0);
            }
            return Some(terms);
        }
        let views: Vec<Vec<f64>> =
            self.belligerents().into_iter().filter_map(|j| self.war_terms(j)).collect();
        let count = views.len() as f64;
        let mean = |k: usize| views.iter().map(|view| view[k]).sum::<f64>() / count;
        (!views.is_empty()).then(|| (0..self.scenario.issues.len()).map(mean).collect())
    }

    /// κ as it bites now.
    pub(crate) fn cost(&self, i: usize) -> f64 {
        let cost = self.cost_ahead(i);
        self.steps_in_force().iter().fold(cost, |cost, step| step.factors[i] * cost)
    }

    /// W.
    pub(crate) fn outside_value(&self, i: usize) -> f64 {
        let relief: f64 = self.steps_in_force().iter().map(|step| step.relief[i]).sum();
        self.without_relief(i) + relief
    }

    fn without_relief(&self, i: usize) -> f64 {
        let of_limits = self.limits_value(i);
        let omega = self.world.omega;
        self.alternative_value(i).map_or(of_limits, |alternative| {
            (1.0 - omega) * alternative + omega * of_limits.max(alternative)
        })
    }

    /// A: what the alternative is worth without the limits.
    fn alternative_value(&self, i: usize) -> Option<f64> {
        let front = self.scenario.front_issue();
        let at_war = self
            .war_terms(i)
            .map(|terms| self.loss_ahead(i) + front.map_or(0.0, |k| self.loss(i, k, terms[k])));
        self.reservation_ahead(i).or(at_war.map(|lost| 1.0 - lost - self.cost(i)))
    }

    /// How much of W the limits are, for who is to say over what it falls short.
    pub(crate) fn limits_weight(&self, i: usize) -> f64 {
        match self.alternative_value(i) {
            Some(value) if self.world.players[i].reservation.is_none() => {
                if self.limits_value(i) > value { self.world.omega } else { 0.0 }
            }
            _ => 1.0,
        }
    }

    /// τ̄: mean trust in the other principals.
    pub(crate) fn mean_trust(&self, i: usize) -> f64 {
        let others: Vec<f64> = self
            .scenario
            .principals()
            .filter(|&j| j != i)
            .map(|j| self.world.trust[i][j])
            .collect();
        if others.is_empty() { 0.5 } else { others.iter().sum::<f64>() / others.len() as f64 }
    }

    /// S: believed survival of terms under a guarantee g.
    pub(crate) fn survival(&self, i: usize, g: f64) -> f64 {
        let relief = exp(-0.78 - 1.2 * g - 0.8 * (self.mean_trust(i) - 0.5));
        exp(-self.hazard_of_truce(i) * relief)
    }

    /// h, with peacekeepers where they stand by.
    pub(crate) fn hazard_of_truce(&self, i: usize) -> f64 {
        let peacekeepers = if self.scenario.durability.peacekeepers { -0.62 } else { 0.0 };
        self.world.players[i].hazard * exp(peacekeepers)
    }

    /// S⁰: believed survival of a bare truce.
    pub(crate) fn truce_survival(&self, i: usize) -> f64 {
        exp(-self.hazard_of_truce(i) * exp(-0.8 * (self.mean_trust(i) - 0.5)))
    }

    /// y or y⁰: what mediators add while the terms hold, or at the signature.
    pub(crate) fn side_payment(&self, i: usize, time: PaymentTime) -> f64 {
        if self.scenario.mediation.style.is_none() {
            return 0.0;
        }
        let pays = |pair: &&(usize, usize, f64)| {
            pair.1 == i && self.scenario.parties[pair.0].payment == time
        };
        self.world.leverage.iter().filter(pays).map(|pair| pair.2).sum()
    }

    /// What side payments add to z.
    pub(crate) fn paid(&self, i: usize, x: &[f64]) -> f64 {
        let q = self.world.players[i].good_faith;
        q * self.survival(i, self.guarantee(x)) * self.side_payment(i, PaymentTime::WhileItHolds)
            + self.side_payment(i, PaymentTime::AtSignature)
    }

    /// What signing without meaning it adds to z.
    pub(crate) fn bad_faith(&self, i: usize) -> f64 {
        let cost = self.draws[self.scenario.constants.defection_cost.index()];
        (1.0 - self.world.players[i].good_faith) * (self.bare_truce(i) - cost / 2.0)
    }

    /// z(x) of a package.
    pub(crate) fn worth(&self, i: usize, x: &[f64]) -> f64 {
        let player = &self.world.players[i];
        let survives = self.survival(i, self.guarantee(x));
        let surplus = self.value(i, x) - self.outside_value(i);
        let meant = survives * surplus - (1.0 - survives) * player.betrayal;
        player.good_faith * meant + self.bad_faith(i) + self.paid(i, x)
    }

    /// Why party i would sign x, where it would with this margin.
    pub(crate) fn reasons(&self, i: usize, x: &[f64], margin: f64) -> [f64; 8] {
        let z = self.worth(i, x);
        let votes = self.signing_worth(i, x) - z - self.readiness[i];
        [
            self.value(i, x),
            self.outside_value(i),
            self.survival(i, self.guarantee(x)),
            self.paid(i, x),
            self.bad_faith(i),
            z,
            votes,
            margin - z - votes,
        ]
    }

    /// A truce without terms: the guns fall silent where they stand. Nothing to who is not at war.
    fn bare_truce(&self, i: usize) -> f64 {
        let Some(war) = self.war_terms(i) else { return 0.0 };
        if self.world.players[i].war.is_none() || self.is_halted() {
            return 0.0;
        }
        let mut truce = war.clone();
        for (k, issue) in self.scenario.issues.iter().enumerate() {
            if let IssueEffect::HaltsFighting { strong_end } = issue.effect {
                truce[k] = strong_end.position();
            }
        }
        if let Some(k) = self.scenario.front_issue() {
            truce[k] = self.line();
        }
        let survives = self.truce_survival(i);
        let surplus = self.value(i, &truce) - self.value(i, &war) + self.cost(i) / 2.0;
        survives * surplus - (1.0 - survives) * self.world.players[i].betrayal
    }
}
