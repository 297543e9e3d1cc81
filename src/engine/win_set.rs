//! Drafting inside the win-sets: who writes a text knows that it goes home (Putnam 1988).
//!
//! The mean text is moved by the least, in the drafter's own weights, that makes every home front pass at
//! even odds: minimise Σ_k ω_k (x_k − x̄_k)², ω_k = Σ_i π_i c_i w_ik, subject to V_j(x) ≥ V*_j for every
//! home front j and to the principals' red lines. V_j is concave, so each win-set is convex. For one
//! home front a single multiplier solves it; for several, Dykstra's projections in turn (Boyle & Dykstra
//! 1986), whose last round is averaged, so that win-sets without a common text are met halfway and the
//! order counts for nothing. A home front that no text within the red lines would satisfy is not aimed
//! at. Options are chosen before and stay.

use super::play::Setting;
use super::state::State;
use crate::model::Loss;
use crate::solution::{Stake, loss};

/// Rounds of projections for several home fronts, at most.
const ROUNDS: usize = 40;
/// They end when no coordinate moves by more.
const STILL: f64 = 1e-11;
/// Steps to find a multiplier, at most; in practice some ten.
const STEPS: usize = 60;
/// They end when so little is left.
const EXACT: f64 = 1e-13;
/// Weight of an issue that nobody with influence cares about: moving it costs next to nothing.
const IDLE: f64 = 1e-9;

/// One issue of one home front: where the text stands, and where it could be moved.
#[derive(Clone, Copy, Debug)]
struct Lever {
    issue: usize,
    /// ω.
    weight: f64,
    stake: Stake,
    status_quo_loss: f64,
    low: f64,
    high: f64,
}

/// Working space.
#[derive(Clone, Debug, Default)]
pub(crate) struct WinSets {
    levers: Vec<Lever>,
    /// Coordinates at the start of a projection.
    from: Vec<f64>,
    /// Dykstra's increments, `corrections[front * issues + k]`.
    corrections: Vec<f64>,
    mean: Vec<f64>,
}

impl Lever {
    /// Where the issue goes at multiplier `mu`: toward the ideal, past a kink only for more.
    fn pulled(&self, shape: Loss, aversion: f64, from: f64, mu: f64) -> f64 {
        let way = self.stake.ideal - from;
        let distance = way.abs();
        let kink = distance
            - match shape {
                Loss::Linear => self.status_quo_loss,
                Loss::Quadratic => self.status_quo_loss.sqrt(),
            };
        let step = |slope: f64| match shape {
            Loss::Linear => mu * slope / (2.0 * self.weight),
            Loss::Quadratic => distance * mu * slope / (self.weight + mu * slope),
        };
        let shallow = step(self.stake.weight);
        let travel = if kink > 0.0 {
            step(self.stake.weight * (1.0 + aversion)).min(kink).max(shallow)
        } else {
            shallow
        };
        let to = if travel < distance { from + way.signum() * travel } else { self.stake.ideal };
        to.clamp(self.low, self.high)
    }

    /// How fast the loss falls with μ as it leaves 0.
    fn rate(&self, shape: Loss, aversion: f64, from: f64) -> f64 {
        let distance = (self.stake.ideal - from).abs();
        let beyond_kink = match shape {
            Loss::Linear => distance > self.status_quo_loss,
            Loss::Quadratic => distance * distance > self.status_quo_loss,
        };
        let slope = self.stake.weight * if beyond_kink { 1.0 + aversion } else { 1.0 };
        match shape {
            Loss::Linear => slope * slope / (2.0 * self.weight),
            Loss::Quadratic => 2.0 * slope * slope * distance * distance / self.weight,
        }
    }

    fn lost(&self, shape: Loss, aversion: f64, x: f64) -> f64 {
        self.stake.lost(shape, aversion, x, self.status_quo_loss)
    }
}

impl State {
    /// Moves a mean text into the win-sets. `weight(k)` is the drafter's ω.
    pub(crate) fn aim_at_win_sets(
        &self,
        setting: Setting<'_>,
        weight: impl Fn(usize) -> f64,
        work: &mut WinSets,
        text: &mut [f64],
    ) {
        let aims = || {
            setting.table.home_fronts.iter().filter_map(|&j| {
                let even = setting.world.even_value(setting.table, j)?;
                Some((j, even))
            })
        };
        match aims().count() {
            0 => {}
            1 => {
                for (j, even) in aims() {
                    self.project(setting, (j, even), &weight, work, text);
                }
            }
            count => {
                let issues = text.len();
                work.corrections.clear();
                work.corrections.resize(count * issues, 0.0);
                for _ in 0..ROUNDS {
                    let mut moved = 0.0_f64;
                    work.mean.clear();
                    work.mean.resize(issues, 0.0);
                    for (number, (j, even)) in aims().enumerate() {
                        let own = number * issues..(number + 1) * issues;
                        for (x, correction) in text.iter_mut().zip(&work.corrections[own.clone()]) {
                            *x += correction;
                        }
                        work.from.clear();
                        work.from.extend_from_slice(text);
                        let from = std::mem::take(&mut work.from);
                        self.project(setting, (j, even), &weight, work, text);
                        for (k, correction) in work.corrections[own].iter_mut().enumerate() {
                            let before = from[k] - *correction;
                            *correction = from[k] - text[k];
                            moved = moved.max((text[k] - before).abs());
                            work.mean[k] += text[k] / count as f64;
                        }
                        work.from = from;
                    }
                    if moved <= STILL {
                        break;
                    }
                }
                text.copy_from_slice(&work.mean);
            }
        }
    }

    /// The nearest text that the home front of party j passes at even odds.
    fn project(
        &self,
        setting: Setting<'_>,
        (party, even): (usize, f64),
        weight: &impl Fn(usize) -> f64,
        work: &mut WinSets,
        text: &mut [f64],
    ) {
        let shape = setting.shape();
        let world = setting.world;
        let aversion = world.players[party].aversion;
        let mut budget = 1.0 - even - world.options.lost(party, text);
        work.levers.clear();
        for (issue, (stake, &(low, high))) in
            world.stakes_of(party).iter().zip(&world.walls).enumerate()
        {
            if stake.weight <= 0.0 {
                continue;
            }
            let status_quo_loss = if setting.table.front == Some(issue) {
                loss(shape, self.line - stake.ideal)
            } else {
                stake.status_quo_loss
            };
            let (low, high) = if low <= high { (low, high) } else { (0.0, 1.0) };
            let weight = weight(issue).max(IDLE);
            work.levers.push(Lever { issue, weight, stake: *stake, status_quo_loss, low, high });
        }
        let lost = |mu: f64| -> f64 {
            let levers = work.levers.iter();
            levers
                .map(|lever| {
                    let x = lever.pulled(shape, aversion, text[lever.issue], mu);
                    lever.lost(shape, aversion, x)
                })
                .sum()
        };
        let least: f64 = work
            .levers
            .iter()
            .map(|lever| {
                lever.lost(shape, aversion, lever.stake.ideal.clamp(lever.low, lever.high))
            })
            .sum();
        if least > budget {
            return;
        }
        // What rounding takes away at the very end of the way.
        budget = budget.max(least);
        let rate: f64 =
            work.levers.iter().map(|lever| lever.rate(shape, aversion, text[lever.issue])).sum();
        let mu = multiplier(|mu| lost(mu) - budget, rate);
        for lever in &work.levers {
            text[lever.issue] = lever.pulled(shape, aversion, text[lever.issue], mu);
        }
    }
}

/// The least μ ≥ 0 at which `excess`, which falls with μ, is no longer positive: by false position that
/// halves an end that stays (Dowell & Jarratt 1971). It falls by `rate` at first; where losses are linear and no
/// lever comes to an end it goes on so, and the first guess is the answer.
fn multiplier(excess: impl Fn(f64) -> f64, rate: f64) -> f64 {
    let mut at_low = excess(0.0);
    if at_low <= 0.0 {
        return 0.0;
    }
    let guess = at_low / rate;
    let (mut low, mut high) = (0.0, if guess > 0.0 && guess < 1e12 { guess } else { 1.0 });
    let mut at_high = excess(high);
    if at_high.abs() <= EXACT {
        return high;
    }
    while at_high > 0.0 && high < 1e30 {
        (low, at_low) = (high, at_high);
        high *= 8.0;
        at_high = excess(high);
    }
    // How far the high end really is, which the halving of its weight does not change.
    let mut short = at_high;
    let mut moved_last = None;
    for _ in 0..STEPS {
        if short >= -EXACT || high - low <= EXACT * high {
            break;
        }
        let middle = (low * at_high - high * at_low) / (at_high - at_low);
        let at_middle = excess(middle);
        let moves_low = at_middle > 0.0;
        let again = moved_last == Some(moves_low);
        if moves_low {
            (low, at_low) = (middle, at_middle);
            at_high = if again { at_high / 2.0 } else { at_high };
        } else {
            (high, at_high) = (middle, at_middle);
            short = at_middle;
            at_low = if again { at_low / 2.0 } else { at_low };
        }
        moved_last = Some(moves_low);
    }
    high
}
