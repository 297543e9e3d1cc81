//! How often texts are tried: venues, conclaves and deadlines (section 4).

use zopa::math::exp;
use zopa::model::MediationStyle;

use super::history::Play;

/// How much more often they try on the last day, less one.
const RUSH: f64 = 73.0;

impl Play<'_> {
    /// Deadlines that everybody sees, still ahead of t: the day, and τ.
    fn deadlines_ahead(&self, t: f64) -> Vec<(f64, f64)> {
        let scenario = self.scenario;
        let mut months: Vec<f64> = scenario
            .principals()
            .filter(|&i| scenario.parties[i].deadline_is_dated)
            .map(|i| self.draws[scenario.parties[i].deadline.index()])
            .collect();
        months.extend(scenario.talks.deadline.map(|id| self.draws[id.index()]));
        let elapsed = scenario.talks.began.unwrap_or(0.0);
        let deadlines = months.into_iter().map(|months| (months - elapsed, months / 115.0));
        deadlines.filter(|&(day, _)| day > t).collect()
    }

    /// Candidates for a try a month at time t, as many as the last moment before a deadline, and a summit's
    /// aftermath, bring.
    pub(crate) fn try_rate(&self, t: f64) -> f64 {
        let mut tempo = self.world.text_rate;
        for conclave in &self.scenario.talks.conclaves {
            if t >= conclave.from && t < conclave.to {
                tempo = self.draws[conclave.tempo.index()];
            }
        }
        let style = match self.world.style {
            Some(MediationStyle::Formulation) => 1.5,
            _ => 1.0,
        };
        let rush = if self.deadlines_ahead(t).is_empty() { 1.0 } else { 1.0 + RUSH };
        tempo * style * 1.5 * rush
    }

    /// The share of those candidates that the time to the deadline leaves.
    pub(crate) fn rush(&self, t: f64) -> f64 {
        let factors = self.deadlines_ahead(t).into_iter();
        let factors = factors.map(|(day, tau)| 1.0 + RUSH * exp(-(day - t) / tau));
        factors.reduce(f64::max).map_or(1.0, |factor| factor / (1.0 + RUSH))
    }

    /// The next day after t on which that number changes.
    pub(crate) fn next_turn(&self, t: f64) -> f64 {
        let mut days: Vec<f64> =
            self.scenario.talks.conclaves.iter().flat_map(|span| [span.from, span.to]).collect();
        days.extend(self.deadlines_ahead(t).iter().map(|deadline| deadline.0).reduce(f64::max));
        days.into_iter().filter(|&day| day > t).fold(f64::INFINITY, f64::min)
    }

    /// Candidates for a summit a month, as many as perfect trust and no gap would bring.
    pub(crate) fn invitation_rate(&self) -> f64 {
        self.world.summit_base * exp(0.6 + self.world.push - self.world.reluctance)
    }
}
