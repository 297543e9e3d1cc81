//! What one party wants in a world, and nobody else is told: its value of every outcome, what no deal is
//! worth to it, and the outcomes in the order in which it would give them up.
//!
//! u(o) = Σ_k w_k e_k(o_k), with weights w that sum to 1 and e the score over 100 or, on a scale, one
//! less the loss by distance from the ideal (Keeney & Raiffa 1976).
//!
//! A value is worked out from the decimals of the file with twice the digits of a double and rounded once,
//! so that outcomes worth the same on paper are worth the same double, and one worth as much as no deal is
//! worth what the file says no deal is worth: whatever unit saliences are in and whatever is added first.

use super::Outcomes;
use crate::engine::decimals::Decimals;
use crate::math::{DoubleDouble, ROUNDING};
use crate::model::{InputId, Loss, Outside, Party, Scenario};

/// Scores are percents of what the issue could be worth.
const FULL: DoubleDouble = DoubleDouble::exactly(100.0);

/// One party's private side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wishes {
    utilities: Vec<f64>,
    /// Outcomes it may offer, by (utility, number), both rising.
    order: Vec<u32>,
    /// Their utilities, in the same order.
    ladder: Vec<f64>,
    /// Refused choices, in a row of all choices; and, where there are any, refused outcomes.
    refused_choices: Vec<bool>,
    refused: Vec<bool>,
    refuses: bool,
    reservation: f64,
    best: f64,
    floor: f64,
    /// w_k e_k(c) of every choice, in a row of all choices.
    parts: Vec<DoubleDouble>,
    /// w_k, issue by issue.
    weights: Vec<f64>,
    /// Working space: what the choices on all issues but the last bring together.
    sums: Vec<DoubleDouble>,
}

impl Wishes {
    /// Its value of an outcome, in [0, 1].
    #[inline]
    pub fn utility(&self, outcome: usize) -> f64 {
        self.utilities[outcome]
    }

    /// Its value of every outcome.
    pub fn utilities(&self) -> &[f64] {
        &self.utilities
    }

    /// What no deal is worth to it.
    #[inline]
    pub fn reservation(&self) -> f64 {
        self.reservation
    }

    /// The greatest value it could have.
    #[inline]
    pub fn best(&self) -> f64 {
        self.best
    }

    /// The least it ever asks for: no deal or the worst outcome, whichever is better.
    #[inline]
    pub fn floor(&self) -> f64 {
        self.floor
    }

    /// Does it never sign this outcome, whatever it is worth?
    #[inline]
    pub fn refuses(&self, outcome: usize) -> bool {
        self.refuses && self.refused[outcome]
    }

    /// Does it never sign anything with this choice, at its place in a row of all choices?
    pub fn refuses_choice(&self, place: usize) -> bool {
        self.refused_choices[place]
    }

    /// Is the outcome at least as good as no deal, and not refused?
    #[inline]
    pub fn prefers(&self, outcome: usize) -> bool {
        self.utilities[outcome] >= self.reservation && !self.refuses(outcome)
    }

    /// The outcomes that it may offer, from the one it likes least; equal ones by number.
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// The values of those, rising.
    pub fn ladder(&self) -> &[f64] {
        &self.ladder
    }

    /// Its normalised weight of an issue.
    pub fn weight(&self, issue: usize) -> f64 {
        self.weights[issue]
    }

    /// The part of its value that a choice brings, at its place in a row of all choices.
    pub fn part(&self, place: usize) -> f64 {
        self.parts[place].rounded()
    }

    /// Is an outcome worth at least so much, as far as doubles can tell? For what has been worked out from
    /// values by other sums and quotients, such as what a tactic asks for.
    #[inline]
    pub fn reaches(&self, outcome: usize, value: f64) -> bool {
        self.utilities[outcome] >= value - ROUNDING
    }

    /// The position on the ladder of the first outcome worth at least `value`; its length where none is.
    #[inline]
    pub fn first_from(&self, value: f64) -> usize {
        self.ladder.partition_point(|&own| own < value)
    }

    /// The same for the first that [reaches](Self::reaches) a value.
    #[inline]
    pub fn first_reaching(&self, value: f64) -> usize {
        self.first_from(value - ROUNDING)
    }

    /// Works out the side of a party in the world of these draws. Buffers are kept.
    pub(super) fn prepare(
        &mut self,
        scenario: &Scenario,
        party: &Party,
        outcomes: &Outcomes,
        draws: &[f64],
        decimals: &Decimals,
    ) {
        let get = |id: InputId| draws[id.index()];
        let shape = Loss::of(get(scenario.constants.loss));
        self.prepare_parts(scenario, party, outcomes, shape, |id| decimals.get(id));
        self.spread(outcomes);
        self.reservation = match party.outside {
            Outside::Reservation(value) => get(value),
            Outside::War { .. } | Outside::Unstated => 0.0,
        };
        self.best = self.utilities.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let worst = self.utilities.iter().copied().fold(f64::INFINITY, f64::min);
        self.floor = worst.max(self.reservation);
        self.prepare_order(outcomes);
    }

    fn prepare_parts(
        &mut self,
        scenario: &Scenario,
        party: &Party,
        outcomes: &Outcomes,
        shape: Loss,
        decimal: impl Fn(InputId) -> DoubleDouble,
    ) {
        let total = party.total_salience(&decimal);
        let mut refused = std::mem::take(&mut self.refused_choices);
        refused.clear();
        self.weights.clear();
        self.parts.clear();
        for (issue, &count) in outcomes.counts().iter().enumerate() {
            let weight = party.weight(issue, total, &decimal);
            self.weights.push(weight.rounded());
            if let Some(preference) = &party.preferences[issue] {
                let scores = preference.scores.iter();
                self.parts.extend(scores.map(|&score| weight * (decimal(score) / FULL)));
                refused.extend(&preference.refused);
            } else if let Some(position) = &party.positions[issue] {
                let at = |id: InputId| scenario.issues[issue].scale.share(decimal(id));
                let ideal = at(position.ideal);
                let wall = position.red_line.map(|wall| at(wall).rounded());
                let last = DoubleDouble::exactly((count - 1) as f64);
                for choice in 0..count {
                    let x = DoubleDouble::exactly(choice as f64) / last;
                    let distance = (x - ideal).abs();
                    let lost = match shape {
                        Loss::Linear => distance,
                        Loss::Quadratic => distance * distance,
                    };
                    self.parts.push(weight * (DoubleDouble::ONE - lost));
                    let crosses = |wall| beyond(x.rounded(), wall, ideal.rounded());
                    refused.push(wall.is_some_and(crosses));
                }
            } else {
                self.parts.extend((0..count).map(|_| DoubleDouble::ZERO));
                refused.extend((0..count).map(|_| false));
            }
        }
        self.refuses = refused.contains(&true);
        self.refused_choices = refused;
    }

    /// Values of all outcomes from those of choices.
    fn spread(&mut self, outcomes: &Outcomes) {
        let rows = outcomes.starts().iter().zip(outcomes.counts());
        let mut rows = rows.map(|(&start, &count)| &self.parts[start..start + count]);
        let last = rows.next_back().unwrap_or_default();
        // Sums over the first issues stand at the front; each issue spreads them out from the back.
        self.sums.clear();
        self.sums.resize(outcomes.len() / last.len().max(1), DoubleDouble::ZERO);
        let mut known = 1;
        for parts in rows {
            for before in (0..known).rev() {
                let sum = self.sums[before];
                for (choice, &part) in parts.iter().enumerate().rev() {
                    self.sums[before * parts.len() + choice] = sum + part;
                }
            }
            known *= parts.len();
        }
        self.utilities.clear();
        for &sum in &self.sums {
            self.utilities.extend(last.iter().map(|&part| (sum + part).rounded()));
        }
    }

    fn prepare_order(&mut self, outcomes: &Outcomes) {
        self.order.clear();
        self.order.extend(0..outcomes.len() as u32);
        if self.refuses {
            // From choices to outcomes.
            self.refused.clear();
            self.refused.resize(outcomes.len(), false);
            for (outcome, refused) in self.refused.iter_mut().enumerate() {
                let choices = &self.refused_choices;
                outcomes.each_choice(outcome, |_, place| *refused |= choices[place]);
            }
            self.order.retain(|&outcome| !self.refused[outcome as usize]);
        }
        let utilities = &self.utilities;
        self.order.sort_unstable_by(|&a, &b| {
            let by_value = utilities[a as usize].total_cmp(&utilities[b as usize]);
            by_value.then(a.cmp(&b))
        });
        self.ladder.clear();
        self.ladder.extend(self.order.iter().map(|&outcome| utilities[outcome as usize]));
    }
}

/// Does a coordinate lie beyond a red line, seen from the ideal?
fn beyond(x: f64, wall: f64, ideal: f64) -> bool {
    if ideal <= wall { x > wall } else { x < wall }
}
