//! Log-rolls: trades between two issues that make both sides better off, because they weigh the issues
//! differently.

use crate::engine::alternating::{Outcomes, World};
use crate::model::Scenario;
use crate::teach::play::{choice_text, package_of};
use crate::teach::points::FULL;

/// A trade that was missed.
#[derive(Clone, Debug, PartialEq)]
pub struct Trade {
    /// What would have changed, issue by issue: `fee 12 → 15`.
    pub changes: Vec<String>,
    /// The package with it.
    pub package: String,
    /// What it would have brought each party, in points.
    pub gains: Vec<f64>,
}

/// The most trades that are told.
const MOST: usize = 3;

/// Trades on two issues that make nobody worse off than `outcome`, the greatest joint gain first; of the
/// same pair of issues only the best.
pub(super) fn missed(scenario: &Scenario, world: &World, outcome: usize) -> Vec<Trade> {
    let outcomes = world.outcomes();
    let now = outcomes.choose(outcome);
    let mut trades: Vec<(f64, Trade)> = Vec::new();
    for first in 0..now.len() {
        for second in first + 1..now.len() {
            let best = best_on(outcomes, world, outcome, (first, second));
            let Some((joint, other)) = best else { continue };
            let chosen = outcomes.choose(other);
            let changes = [first, second].into_iter().map(|k| {
                let issue = &scenario.issues[k];
                let text = |choice| choice_text(issue, choice);
                format!("{} {} → {}", issue.id, text(now[k]), text(chosen[k]))
            });
            let gain = |party: usize| {
                FULL * (world.wishes(party).utility(other) - world.wishes(party).utility(outcome))
            };
            let trade = Trade {
                changes: changes.collect(),
                package: package_of(scenario, outcomes, other),
                gains: (0..world.parties()).map(gain).collect(),
            };
            trades.push((joint, trade));
        }
    }
    trades.sort_by(|a, b| b.0.total_cmp(&a.0));
    trades.into_iter().take(MOST).map(|(_, trade)| trade).collect()
}

/// The best outcome that differs from `outcome` on both of two issues and is worse for nobody.
fn best_on(
    outcomes: &Outcomes,
    world: &World,
    outcome: usize,
    (first, second): (usize, usize),
) -> Option<(f64, usize)> {
    let now = outcomes.choose(outcome);
    let counts = outcomes.counts();
    let mut best: Option<(f64, usize)> = None;
    for a in (0..counts[first]).filter(|&a| a != now[first]) {
        for b in (0..counts[second]).filter(|&b| b != now[second]) {
            let mut choices = now.clone();
            (choices[first], choices[second]) = (a, b);
            let Some(other) = outcomes.number(&choices) else { continue };
            let mut joint = 0.0;
            let mut harms = false;
            for party in 0..world.parties() {
                let wishes = world.wishes(party);
                let gain = wishes.utility(other) - wishes.utility(outcome);
                harms |= gain < -ROUNDING || wishes.refuses(other);
                joint += gain;
            }
            if !harms && joint > ROUNDING && best.is_none_or(|(most, _)| joint > most) {
                best = Some((joint, other));
            }
        }
    }
    best
}

/// Gains below this are rounding.
const ROUNDING: f64 = 1e-9;
