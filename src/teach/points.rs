//! What terms are worth to a role, in points: a hundred for all it could want, as scorable games count
//! (Raiffa 1982, The Art and Science of Negotiation).

use crate::engine::{Probe, Seat, Table, Trial};
use crate::math::DoubleDouble;
use crate::model::{InputId, Scenario, option_coordinate};
use crate::stream::Seed;

/// Points of a package that is all a party could want.
pub(crate) const FULL: f64 = 100.0;

/// What one role makes of every position on every issue.
#[derive(Clone, Debug)]
pub(crate) struct Scale {
    /// Points of each issue at its best.
    pub(crate) share: Vec<f64>,
    /// Its best package, in [0, 1].
    pub(crate) best: Vec<f64>,
}

/// The world of these values, ready to be looked at.
pub(crate) fn in_world<T>(
    scenario: &Scenario,
    values: &[f64],
    look: impl FnOnce(&Probe<'_>) -> T,
) -> T {
    let table = Table::new(scenario, Seed(0));
    let mut seat = Seat::new(&table);
    seat.enter(values, Trial::default());
    look(&seat.at_start())
}

impl Scale {
    /// The role's own numbers, in a world of these values.
    pub(crate) fn new(scenario: &Scenario, values: &[f64], role: usize) -> Self {
        let party = &scenario.parties[role];
        let decimal = |id: InputId| DoubleDouble::decimal(values[id.index()]);
        let total = party.total_salience(decimal);
        let full = DoubleDouble::exactly(FULL);
        let share = |issue: usize| (full * party.weight(issue, total, decimal)).rounded();
        let best = |issue: usize| {
            let count = scenario.issues[issue].options.len();
            if let Some(preference) = &party.preferences[issue] {
                let score = |option: usize| values[preference.scores[option].index()];
                let better = |best, option| if score(option) > score(best) { option } else { best };
                return option_coordinate(count, (1..count).fold(0, better));
            }
            let ideal = party.positions[issue].as_ref().map(|position| position.ideal);
            let scale = scenario.issues[issue].scale;
            ideal.map_or(0.0, |id| scale.to_unit(values[id.index()]).clamp(0.0, 1.0))
        };
        let issues = scenario.issues.len();
        Self { share: (0..issues).map(share).collect(), best: (0..issues).map(best).collect() }
    }

    /// Points of the coordinate `x` of one issue.
    pub(crate) fn points(&self, probe: &Probe<'_>, role: usize, issue: usize, x: f64) -> f64 {
        let mut text = self.best.clone();
        text[issue] = x;
        self.share[issue] - FULL * (1.0 - probe.value(role, &text))
    }
}

/// Points for readers, rounded as in drawings, and positions as they are written.
pub(crate) use crate::text::number::{exact, score as shown};

/// How much an issue matters beside the others, in words. Only one can matter most.
pub(crate) fn weight_in_words(share: f64, all: &[f64]) -> &'static str {
    let most = all.iter().copied().fold(0.0, f64::max);
    let tops = all.iter().filter(|other| most - **other < TIE).count();
    match share {
        s if s <= 0.0 => "nothing to you",
        s if s > FULL - TIE => "is all there is",
        s if most - s < TIE && tops == 1 => "matters most",
        s if most - s < TIE && s >= 18.0 => "matters as much as any",
        s if s >= 18.0 => "matters much",
        s if s >= 8.0 => "matters somewhat",
        _ => "a detail",
    }
}

/// Shares nearer each other are the same.
const TIE: f64 = 1e-6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_issue_matters_most() {
        let words = |all: &[f64]| all.iter().map(|&s| weight_in_words(s, all)).collect::<Vec<_>>();
        assert_eq!(
            words(&[55.0, 30.0, 15.0]),
            ["matters most", "matters much", "matters somewhat"]
        );
        assert_eq!(words(&[45.0, 45.0, 10.0])[..2], ["matters as much as any"; 2]);
        assert_eq!(words(&[70.0, 30.0, 0.0]), ["matters most", "matters much", "nothing to you"]);
        assert_eq!(words(&[100.0]), ["is all there is"]);
    }
}
