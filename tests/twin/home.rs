//! The votes at home: what passes, what leaders foresee of it, and how drafts aim at it (section 6).

use zopa::math::{ln, logistic, normal_cdf};
use zopa::model::{InputId, PaymentTime, Vote};

use super::history::Play;

impl Play<'_> {
    fn of(&self, id: InputId) -> f64 {
        self.draws[id.index()]
    }

    /// The probability that party i's home front passes terms of a value, misjudged by `error`.
    fn passing(&self, i: usize, value: f64, error: f64) -> f64 {
        match self.scenario.parties[i].ratification.map(|home| home.vote) {
            None => 1.0,
            Some(Vote::Probability(id)) => self.of(id),
            Some(Vote::Approval { intercept, slope, quota, spread }) => {
                let approval = logistic(self.of(intercept) + self.of(slope) * value);
                let spread = (self.of(spread) * self.of(spread) + error * error).sqrt();
                normal_cdf((approval - self.of(quota)) / spread)
            }
        }
    }

    /// Does the home front of a party pass these terms?
    pub(crate) fn passes(&mut self, i: usize, text: &[f64]) -> bool {
        if self.scenario.parties[i].ratification.is_none() {
            return true;
        }
        let probability = self.passing(i, self.value(i, text), 0.0);
        self.streams.votes[i].uniform() < probability
    }

    /// ẑ: the worth of a party's name under a text.
    pub(crate) fn signing_worth(&self, i: usize, text: &[f64]) -> f64 {
        let cost = self.of(self.scenario.constants.defection_cost);
        let is_principal = self.scenario.principals().any(|j| j == i);
        let own = if is_principal { self.passing(i, self.value(i, text), 0.0) } else { 1.0 };
        let all = self.odds_at_home(i, text);
        let q = self.world.players[i].good_faith;
        // Neither a dead letter nor a cheque at the signature waits for a vote.
        let at_once = self.bad_faith(i) + self.side_payment(i, PaymentTime::AtSignature);
        let meant = self.worth(i, text) - at_once;
        let failure = q * cost * (1.0 - own) + q * cost * 0.5 * (own - all);
        all * meant - failure + at_once + (q * all + 1.0 - q) * self.readiness[i]
    }

    /// P: what party i thinks the odds are that all home fronts of principals pass a text.
    pub(crate) fn odds_at_home(&self, i: usize, text: &[f64]) -> f64 {
        let error = self.of(self.scenario.constants.home_front_error);
        let pass = |j: usize| {
            let error = if i == j { 0.0 } else { error };
            self.passing(j, self.value(j, text), error)
        };
        self.scenario.principals().map(pass).product()
    }

    /// The home front that is seen as likeliest to fail a text.
    pub(crate) fn most_doubtful(&self, text: &[f64]) -> Option<usize> {
        let error = self.of(self.scenario.constants.home_front_error);
        let mut principals: Vec<usize> = self.voters();
        principals.sort_by_key(|&i| &self.scenario.parties[i].id);
        let mut worst: Option<(usize, f64)> = None;
        for i in principals {
            let pass = self.passing(i, self.value(i, text), error);
            if worst.is_none_or(|(_, least)| pass < least) {
                worst = Some((i, pass));
            }
        }
        worst.map(|(i, _)| i)
    }

    fn voters(&self) -> Vec<usize> {
        let votes = |&i: &usize| self.scenario.parties[i].ratification.is_some();
        self.scenario.principals().filter(votes).collect()
    }

    /// Months from a signature until everybody has voted.
    pub(crate) fn voting_takes(&self) -> f64 {
        let delay = |i: usize| {
            self.scenario.parties[i].ratification.map_or(0.0, |home| self.of(home.delay))
        };
        self.scenario.principals().map(delay).fold(0.0, f64::max)
    }

    /// V*: the value from which on a principal's home front passes terms at even odds.
    pub(crate) fn even_value(&self, i: usize) -> Option<f64> {
        if !self.scenario.principals().any(|j| j == i) {
            return None;
        }
        let Some(Vote::Approval { intercept, slope, quota, .. }) =
            self.scenario.parties[i].ratification.map(|home| home.vote)
        else {
            return None;
        };
        let (slope, quota) = (self.of(slope), self.of(quota));
        let decides = slope > 0.0 && quota > 0.0 && quota < 1.0;
        decides.then(|| (ln(quota / (1.0 - quota)) - self.of(intercept)) / slope)
    }

    /// The mean text moved into the win-sets by the least, as the drafter weighs the issues.
    pub(crate) fn aimed(&self, mut text: Vec<f64>, weight: impl Fn(usize) -> f64) -> Vec<f64> {
        let mut fronts: Vec<(usize, f64)> =
            self.voters().into_iter().filter_map(|i| Some((i, self.even_value(i)?))).collect();
        fronts.sort_by_key(|&(i, _)| &self.scenario.parties[i].id);
        if fronts.len() < 2 {
            return match fronts.first() {
                Some(&front) => self.nearest_passing(&text, front, &weight),
                None => text,
            };
        }
        // Dykstra's projections.
        let mut corrections = vec![vec![0.0; text.len()]; fronts.len()];
        let mut mean = text.clone();
        for _ in 0..40 {
            mean = vec![0.0; text.len()];
            let mut moved = 0.0_f64;
            for (front, correction) in fronts.iter().zip(&mut corrections) {
                let from: Vec<f64> = text.iter().zip(&*correction).map(|(x, c)| x + c).collect();
                let to = self.nearest_passing(&from, *front, &weight);
                for k in 0..text.len() {
                    correction[k] = from[k] - to[k];
                    moved = moved.max((to[k] - text[k]).abs());
                    mean[k] += to[k] / fronts.len() as f64;
                }
                text = to;
            }
            if moved <= 1e-11 {
                break;
            }
        }
        mean
    }

    /// The text nearest to `from` that a home front passes at even odds.
    fn nearest_passing(
        &self,
        from: &[f64],
        (i, even): (usize, f64),
        weight: &impl Fn(usize) -> f64,
    ) -> Vec<f64> {
        let at = |mu: f64| -> Vec<f64> {
            (0..from.len()).map(|k| self.pulled(i, k, from[k], weight(k).max(1e-9), mu)).collect()
        };
        let passes = |mu: f64| self.value(i, &at(mu)) >= even;
        if !passes(f64::INFINITY) {
            return from.to_vec();
        }
        if passes(0.0) {
            return at(0.0);
        }
        let (mut low, mut high) = (0.0, 1.0);
        while !passes(high) && high < 1e30 {
            (low, high) = (high, high * 2.0);
        }
        for _ in 0..200 {
            let middle = low + (high - low) / 2.0;
            if passes(middle) {
                high = middle;
            } else {
                low = middle;
            }
        }
        at(high)
    }

    /// Where an issue is best put between staying at `from` and what it costs party i, at weight `mu` of
    /// the latter: the best of all points at which that can be stationary.
    fn pulled(&self, i: usize, k: usize, from: f64, weight: f64, mu: f64) -> f64 {
        let player = &self.world.players[i];
        let stake = &player.stakes[k];
        if stake.taste.is_some() || stake.weight <= 0.0 {
            return from;
        }
        let principals: Vec<usize> = self.scenario.principals().collect();
        let (low, high) = self.room(&principals, k);
        let (low, high) = if low <= high { (low, high) } else { (0.0, 1.0) };
        let ideal = stake.ideal.clamp(low, high);
        if mu.is_infinite() {
            return ideal;
        }
        let mut candidates = vec![low, high, from, ideal];
        if let Some(status_quo) = self.world.status_quo[k] {
            candidates.extend([status_quo, 2.0 * stake.ideal - status_quo]);
        }
        for slope in [stake.weight, stake.weight * player.aversion] {
            if self.world.quadratic {
                let pull = mu * slope;
                candidates.push((weight * from + pull * stake.ideal) / (weight + pull));
            } else {
                let step = mu * slope / (2.0 * weight);
                candidates.extend([from - step, from + step]);
            }
        }
        let cost = |x: f64| weight * (x - from) * (x - from) + mu * self.loss(i, k, x);
        let allowed = candidates.into_iter().map(|x| x.clamp(low, high));
        allowed.fold(ideal, |best, x| if cost(x) < cost(best) { x } else { best })
    }
}
