//! The votes at home: what passes, what leaders foresee of it, and how drafts aim at it (section 6).

use zopa::math::{ln, logistic, normal_cdf};
use zopa::model::{Bloc, Blocs, InputId, Level, PaymentTime, Stance, Vote};
use zopa::stream::Stream;

use super::history::Play;

impl Play<'_> {
    fn of(&self, id: InputId) -> f64 {
        self.draws[id.index()]
    }

    /// The probability that party i's home front passes terms of a value, misjudged by `error`.
    fn passing(&self, i: usize, value: f64, error: f64) -> f64 {
        match self.vote_of(i) {
            None => 1.0,
            Some(&Vote::Probability(id)) => self.of(id),
            Some(&Vote::Approval { intercept, slope, quota, spread }) => {
                let approval = logistic(self.of(intercept) + self.of(slope) * value);
                let spread = (self.of(spread) * self.of(spread) + error * error).sqrt();
                normal_cdf((approval - self.of(quota)) / spread)
            }
            Some(Vote::Blocs(blocs)) => {
                let odds: Vec<f64> =
                    blocs.blocs.iter().map(|bloc| self.leans(bloc, value, error)).collect();
                let common_mood = self.of(blocs.common_mood);
                common_mood * self.one_mood(blocs, &odds)
                    + (1.0 - common_mood) * self.each_alone(blocs, &odds)
            }
        }
    }

    fn vote_of(&self, i: usize) -> Option<&Vote> {
        self.scenario.parties[i].ratification.as_ref().map(|home| &home.vote)
    }

    /// The probability that a bloc says yes.
    fn leans(&self, bloc: &Bloc, value: f64, error: f64) -> f64 {
        match bloc.stance {
            Stance::Probability(id) => self.of(id),
            Stance::Approval { level, slope, spread } => {
                let slope = self.of(slope);
                let approval = logistic(match level {
                    Level::Intercept(id) => self.of(id) + slope * value,
                    Level::EvenAt(id) => slope * (value - self.of(id)),
                });
                let spread = (self.of(spread) * self.of(spread) + error * error).sqrt();
                normal_cdf((approval - 0.5) / spread)
            }
        }
    }

    /// Does a text pass with these for it?
    fn carries(&self, blocs: &Blocs, yes: &[bool]) -> bool {
        let share = |bloc: &Bloc| self.of(bloc.share);
        let all: f64 = blocs.blocs.iter().map(share).sum();
        let both = || blocs.blocs.iter().zip(yes);
        let own: f64 = both().filter(|(_, yes)| **yes).map(|(bloc, _)| share(bloc)).sum();
        let vetoed = both().any(|(bloc, yes)| bloc.veto && !yes);
        !vetoed && own / all >= self.of(blocs.quota) - 1e-12
    }

    /// The odds where the mood, a number between 0 and 1, is the same for all: the length of those moods
    /// in which it passes.
    fn one_mood(&self, blocs: &Blocs, odds: &[f64]) -> f64 {
        let mut ends = vec![0.0, 1.0];
        ends.extend(odds);
        ends.sort_by(f64::total_cmp);
        let passes = |mood: f64| {
            let yes: Vec<bool> = odds.iter().map(|&p| mood < p).collect();
            self.carries(blocs, &yes)
        };
        let spans = ends.windows(2).map(|span| (span[0], span[1]));
        spans.filter(|&(low, high)| passes(0.5 * (low + high))).map(|(low, high)| high - low).sum()
    }

    /// The odds where each decides alone: over all that they can say.
    fn each_alone(&self, blocs: &Blocs, odds: &[f64]) -> f64 {
        let mut sum = 0.0;
        for set in 0..1_u32 << odds.len() {
            let yes: Vec<bool> = (0..odds.len()).map(|b| set >> b & 1 == 1).collect();
            if self.carries(blocs, &yes) {
                let each = odds.iter().zip(&yes).map(|(p, &yes)| if yes { *p } else { 1.0 - p });
                sum += each.product::<f64>();
            }
        }
        sum
    }

    /// Does the home front of a party pass these terms?
    pub(crate) fn passes(&mut self, i: usize, text: &[f64]) -> bool {
        if self.scenario.parties[i].ratification.is_none() {
            return true;
        }
        let value = self.value(i, text);
        let draw = self.streams.votes[i].uniform();
        let own: Vec<f64> = self.streams.blocs[i].iter_mut().map(Stream::uniform).collect();
        let Some(Vote::Blocs(blocs)) = self.vote_of(i) else {
            return draw < self.passing(i, value, 0.0);
        };
        let one_mood = blocs.blocs.len() == 1 || own[0] < self.of(blocs.common_mood);
        let draw = |b: usize| if one_mood { draw } else { own[1 + b] };
        let yes: Vec<bool> = (0..blocs.blocs.len())
            .map(|b| draw(b) < self.leans(&blocs.blocs[b], value, 0.0))
            .collect();
        self.carries(blocs, &yes)
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
            let home = self.scenario.parties[i].ratification.as_ref();
            home.map_or(0.0, |home| self.of(home.delay))
        };
        self.scenario.principals().map(delay).fold(0.0, f64::max)
    }

    /// V*: the value from which on a principal's home front passes terms at even odds.
    pub(crate) fn even_value(&self, i: usize) -> Option<f64> {
        if !self.scenario.principals().any(|j| j == i) {
            return None;
        }
        let (intercept, slope, quota) = match self.vote_of(i)? {
            &Vote::Approval { intercept, slope, quota, .. } => (intercept, slope, quota),
            Vote::Probability(_) => return None,
            Vote::Blocs(blocs) => return self.even_of_blocs(i, blocs),
        };
        let (slope, quota) = (self.of(slope), self.of(quota));
        let decides = slope > 0.0 && quota > 0.0 && quota < 1.0;
        decides.then(|| (ln(quota / (1.0 - quota)) - self.of(intercept)) / slope)
    }

    /// The same of blocs, all of which like better terms better.
    fn even_of_blocs(&self, i: usize, blocs: &Blocs) -> Option<f64> {
        let falls = |bloc: &Bloc| match bloc.stance {
            Stance::Approval { slope, .. } => self.of(slope) < 0.0,
            Stance::Probability(_) => false,
        };
        if blocs.blocs.iter().any(falls) {
            return None;
        }
        let passes = |value: f64| self.passing(i, value, 0.0) >= 0.5;
        let (mut low, mut high) = (-1e6, 1e6);
        if passes(low) || !passes(high) {
            return None;
        }
        for _ in 0..200 {
            let middle = low + 0.5 * (high - low);
            if passes(middle) {
                high = middle;
            } else {
                low = middle;
            }
        }
        Some(high)
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
