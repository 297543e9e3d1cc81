//! What one party wants in a world, and nobody else is told: its value of every outcome, what no deal is
//! worth to it, and the outcomes in the order in which it would give them up.
//!
//! u(o) = Σ_k w_k e_k(o_k), with weights w that sum to 1 and e the score over 100 or, on a scale, one
//! less the loss by distance from the ideal (Keeney & Raiffa 1976). Terms are added in issue order.

use super::Outcomes;
use crate::model::{InputId, Outside, Party, Scenario};
use crate::solution::loss;

/// Scores are percents of what the issue could be worth.
const FULL: f64 = 100.0;

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
    parts: Vec<f64>,
    /// w_k, issue by issue.
    weights: Vec<f64>,
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
        self.parts[place]
    }

    /// The position on the ladder of the first outcome worth at least `value`; its length where none is.
    #[inline]
    pub fn first_from(&self, value: f64) -> usize {
        self.ladder.partition_point(|&own| own < value)
    }

    /// Works out the side of a party in the world of these draws. Buffers are kept.
    pub(super) fn prepare(
        &mut self,
        scenario: &Scenario,
        party: &Party,
        outcomes: &Outcomes,
        draws: &[f64],
    ) {
        let get = |id: InputId| draws[id.index()];
        self.prepare_parts(scenario, party, outcomes, get);
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
        get: impl Fn(InputId) -> f64,
    ) {
        let sum: f64 = party.saliences().map(&get).sum();
        let mut refused = std::mem::take(&mut self.refused_choices);
        refused.clear();
        self.weights.clear();
        self.parts.clear();
        for (issue, &count) in outcomes.counts().iter().enumerate() {
            let weight = match party.salience_on(issue) {
                Some(salience) if sum > 0.0 => get(salience) / sum,
                _ => 0.0,
            };
            self.weights.push(weight);
            if let Some(preference) = &party.preferences[issue] {
                self.parts.extend(preference.scores.iter().map(|&id| weight * (get(id) / FULL)));
                refused.extend(&preference.refused);
            } else if let Some(position) = &party.positions[issue] {
                let scale = scenario.issues[issue].scale;
                let at = |id: InputId| scale.to_unit(get(id));
                let ideal = at(position.ideal);
                let wall = position.red_line.map(at);
                for choice in 0..count {
                    let x = outcomes.coordinate(issue, choice);
                    self.parts.push(weight * (1.0 - loss(scenario.loss, x - ideal)));
                    refused.push(wall.is_some_and(|wall| beyond(x, wall, ideal)));
                }
            } else {
                self.parts.extend((0..count).map(|_| 0.0));
                refused.extend((0..count).map(|_| false));
            }
        }
        self.refuses = refused.contains(&true);
        self.refused_choices = refused;
    }

    /// Values of all outcomes from those of choices, added in issue order.
    fn spread(&mut self, outcomes: &Outcomes) {
        let mut utilities = std::mem::take(&mut self.utilities);
        utilities.clear();
        utilities.resize(outcomes.len(), 0.0);
        // Outcomes of the first issues stand at the front; each issue spreads them out from the back.
        let mut known = 1;
        for (issue, &count) in outcomes.counts().iter().enumerate() {
            let start = outcomes.starts()[issue];
            for before in (0..known).rev() {
                let sum = utilities[before];
                for choice in (0..count).rev() {
                    utilities[before * count + choice] = sum + self.parts[start + choice];
                }
            }
            known *= count;
        }
        self.utilities = utilities;
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
