//! Value of terms, the alternative to them, and what signing is worth (section 2).

use zopa::math::exp;

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
        if self.truce_until.is_some() { cost / 2.0 } else { cost }
    }

    /// W.
    pub(crate) fn outside_value(&self, i: usize) -> f64 {
        if let Some(reservation) = self.reservation_ahead(i) {
            return reservation;
        }
        let of_limits = self.limits_value(i);
        let omega = self.world.omega;
        let front = self.scenario.front_issue();
        let at_war = self
            .war_terms(i)
            .map(|terms| self.loss_ahead(i) + front.map_or(0.0, |k| self.loss(i, k, terms[k])));
        at_war.map_or(of_limits, |lost| {
            (1.0 - omega) * (1.0 - lost - self.cost(i)) + omega * of_limits
        })
    }

    /// τ̄: mean trust in the other principals.
    fn mean_trust(&self, i: usize) -> f64 {
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
        let relief = exp(-1.6 * g - 0.8 * (self.mean_trust(i) - 0.5));
        exp(-self.world.players[i].hazard * 2.0_f64.sqrt() * relief)
    }

    /// S⁰: believed survival of a bare truce.
    pub(crate) fn truce_survival(&self, i: usize) -> f64 {
        exp(-self.world.players[i].hazard * exp(-0.8 * (self.mean_trust(i) - 0.5)))
    }

    /// y: what mediators add.
    pub(crate) fn side_payment(&self, i: usize) -> f64 {
        if self.scenario.mediation.style.is_none() {
            return 0.0;
        }
        self.world.leverage.iter().filter(|pair| pair.1 == i).map(|pair| pair.2).sum()
    }

    /// z(x) of a package.
    pub(crate) fn worth(&self, i: usize, x: &[f64]) -> f64 {
        let player = &self.world.players[i];
        let survives = self.survival(i, self.guarantee(x));
        let surplus = self.value(i, x) - self.outside_value(i);
        let meant = survives * surplus - (1.0 - survives) * player.betrayal + self.side_payment(i);
        let respite = self.truce_survival(i) * self.cost(i);
        player.compliance * meant + (1.0 - player.compliance) * respite
    }

    /// Why party i would sign x, where it would with this margin.
    pub(crate) fn reasons(&self, i: usize, x: &[f64], margin: f64) -> [f64; 7] {
        let q = self.world.players[i].compliance;
        let z = self.worth(i, x);
        [
            self.value(i, x),
            self.outside_value(i),
            self.survival(i, self.guarantee(x)),
            q * self.side_payment(i),
            (1.0 - q) * self.truce_survival(i) * self.cost(i),
            z,
            margin - z,
        ]
    }

    /// z^c of a ceasefire alone.
    pub(crate) fn truce_worth(&self, i: usize) -> f64 {
        let Some(war) = self.war_terms(i) else { return 0.0 };
        let Some((issue, end)) = self.ceasefire_issue() else { return 0.0 };
        let mut truce = war.clone();
        truce[issue] = end.position();
        if let Some(k) = self.scenario.front_issue() {
            truce[k] = self.line();
        }
        let survives = self.truce_survival(i);
        let surplus = self.value(i, &truce) - self.value(i, &war) + self.cost(i) / 2.0;
        survives * surplus - (1.0 - survives) * self.world.players[i].betrayal
    }
}
