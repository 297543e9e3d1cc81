//! Drafting inside the win-sets: who writes a text knows that it goes home (Putnam 1988).
//!
//! The mean text is moved by the least, in the drafter's own weights, that makes every home front pass at
//! even odds: minimise Σ_k ω_k (x_k − x̄_k)², ω_k = Σ_i π_i c_i w_ik, subject to V_j(x) ≥ V*_j for every
//! home front j and to the principals' red lines. V_j is concave, so each win-set is convex. For one
//! home front a single multiplier solves it; for several, Dykstra's projections in turn (Boyle & Dykstra
//! 1986), whose last round is averaged, so that win-sets without a common text are met halfway and the
//! order counts for nothing. A home front that no text within the red lines would satisfy is not aimed
//! at. Options are chosen before and stay.

use super::setting::Setting;
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

/// One issue of one home front, and how far a text may go on it.
#[derive(Clone, Copy, Debug)]
struct Span {
    issue: usize,
    stake: Stake,
    status_quo_loss: f64,
    low: f64,
    high: f64,
}

/// A [`Span`] with the way that the text could go on it, toward the ideal.
#[derive(Clone, Copy, Debug)]
struct Lever {
    span: Span,
    /// Where the text stands.
    from: f64,
    /// ω.
    weight: f64,
    /// How far the ideal is …
    distance: f64,
    /// … and in which direction, 1 or −1.
    direction: f64,
    /// How far the point is from which on nothing more is lost against the status quo; negative where it lies
    /// behind.
    kink: f64,
    /// What a step gains before the kink …
    steep: f64,
    /// … and after it.
    shallow: f64,
    /// Where losses are linear.
    legs: [Leg; 3],
    /// Where it was pulled to last.
    to: f64,
}

/// A part of the way of a lever on which what is lost falls at one rate.
#[derive(Clone, Copy, Debug)]
struct Leg {
    /// The multiplier at its end.
    ends: f64,
    /// By how much the loss falls with the multiplier.
    rate: f64,
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

impl Span {
    fn lost(&self, shape: Loss, aversion: f64, x: f64) -> f64 {
        self.stake.lost(shape, aversion, x.clamp(self.low, self.high), self.status_quo_loss)
    }
}

impl Lever {
    fn new(span: Span, shape: Loss, aversion: f64, from: f64, weight: f64) -> Self {
        let way = span.stake.ideal - from;
        let kink = way.abs()
            - match shape {
                Loss::Linear => span.status_quo_loss,
                Loss::Quadratic => span.status_quo_loss.sqrt(),
            };
        let mut lever = Self {
            span,
            from,
            weight: weight.max(IDLE),
            distance: way.abs(),
            direction: way.signum(),
            kink,
            steep: span.stake.weight * (1.0 + aversion),
            shallow: span.stake.weight,
            legs: [Leg::NONE; 3],
            to: from,
        };
        if shape == Loss::Linear {
            lever.legs = lever.legs();
        }
        lever
    }

    /// Pulls with multiplier `mu`: toward the ideal, past a kink only for more. What is lost then.
    fn pull(&mut self, shape: Loss, aversion: f64, mu: f64) -> f64 {
        let step = |slope: f64| match shape {
            Loss::Linear => mu * slope / (2.0 * self.weight),
            Loss::Quadratic => self.distance * mu * slope / (self.weight + mu * slope),
        };
        let shallow = step(self.shallow);
        let travel =
            if self.kink > 0.0 { step(self.steep).min(self.kink).max(shallow) } else { shallow };
        let to = if travel < self.distance {
            self.from + self.direction * travel
        } else {
            self.span.stake.ideal
        };
        self.to = to.clamp(self.span.low, self.span.high);
        let Span { stake, status_quo_loss, .. } = self.span;
        stake.lost(shape, aversion, self.to, status_quo_loss)
    }

    /// The legs of its way where losses are linear, each with the μ at which it ends and how fast the loss falls
    /// with μ: to the kink, waiting there, and on to the ideal or the red line.
    fn legs(&self) -> [Leg; 3] {
        let Span { stake, low, high, .. } = self.span;
        let way = (stake.ideal.clamp(low, high) - self.from).abs();
        let leg = |way: f64, slope: f64, falls: f64| {
            let ends = way * 2.0 * self.weight / slope;
            Leg { ends, rate: falls * slope * slope / (2.0 * self.weight) }
        };
        let to_kink = self.kink.clamp(0.0, way);
        let waits = if self.kink < way { leg(to_kink, self.shallow, 0.0) } else { Leg::NONE };
        let beyond = if self.kink < way { leg(way, self.shallow, 1.0) } else { Leg::NONE };
        [leg(to_kink, self.steep, 1.0), waits, beyond]
    }
}

impl Leg {
    const NONE: Self = Self { ends: 0.0, rate: 0.0 };
}

/// The least μ at which `excess` is gone where losses are linear: it falls in straight pieces, from one end of a leg
/// to the next. `None` where it never is.
fn multiplier_along(levers: &[Lever], mut excess: f64) -> Option<f64> {
    let mut mu = 0.0;
    loop {
        let (mut rate, mut next) = (0.0, f64::INFINITY);
        for leg in levers.iter().filter_map(|lever| lever.legs.iter().find(|leg| leg.ends > mu)) {
            rate += leg.rate;
            next = leg.ends.min(next);
        }
        if excess <= rate * (next - mu) && rate > 0.0 {
            return Some(mu + excess / rate);
        }
        if next.is_infinite() {
            return (excess <= EXACT).then_some(mu);
        }
        excess -= rate * (next - mu);
        mu = next;
    }
}

impl WinSets {
    /// Moves a mean text into the win-sets, where the front line stands at `line`. `weight(k)` is the drafter's ω.
    pub(crate) fn aim(
        &mut self,
        setting: Setting<'_>,
        line: f64,
        weight: impl Fn(usize) -> f64,
        text: &mut [f64],
    ) {
        let aims = || {
            setting.table.home_fronts.iter().filter_map(|&j| {
                let even = setting.world.parties().even_value(setting.table, j)?;
                Some((j, even))
            })
        };
        match aims().count() {
            0 => {}
            1 => {
                for (j, even) in aims() {
                    self.project(setting, line, (j, even), &weight, text);
                }
            }
            count => {
                let issues = text.len();
                self.corrections.clear();
                self.corrections.resize(count * issues, 0.0);
                for _ in 0..ROUNDS {
                    let mut moved = 0.0_f64;
                    self.mean.clear();
                    self.mean.resize(issues, 0.0);
                    for (number, (j, even)) in aims().enumerate() {
                        let own = number * issues..(number + 1) * issues;
                        for (x, correction) in text.iter_mut().zip(&self.corrections[own.clone()]) {
                            *x += correction;
                        }
                        self.from.clear();
                        self.from.extend_from_slice(text);
                        let from = std::mem::take(&mut self.from);
                        self.project(setting, line, (j, even), &weight, text);
                        for (k, correction) in self.corrections[own].iter_mut().enumerate() {
                            let before = from[k] - *correction;
                            *correction = from[k] - text[k];
                            moved = moved.max((text[k] - before).abs());
                            self.mean[k] += text[k] / count as f64;
                        }
                        self.from = from;
                    }
                    if moved <= STILL {
                        break;
                    }
                }
                text.copy_from_slice(&self.mean);
            }
        }
    }

    /// The nearest text that the home front of party j passes at even odds.
    fn project(
        &mut self,
        setting: Setting<'_>,
        line: f64,
        (party, even): (usize, f64),
        weight: &impl Fn(usize) -> f64,
        text: &mut [f64],
    ) {
        let shape = setting.shape();
        let parties = setting.world.parties();
        let aversion = parties.player(party).aversion;
        let budget = 1.0 - even - parties.options().lost(party, text);
        let stakes = parties.stakes_of(party).iter().zip(parties.walls()).enumerate();
        let spans = stakes.filter(|(_, (stake, _))| stake.weight > 0.0).map(
            |(issue, (&stake, &(low, high)))| {
                let status_quo_loss = if setting.table.front == Some(issue) {
                    loss(shape, line - stake.ideal)
                } else {
                    stake.status_quo_loss
                };
                let (low, high) = if low <= high { (low, high) } else { (0.0, 1.0) };
                Span { issue, stake, status_quo_loss, low, high }
            },
        );
        let here: f64 =
            spans.clone().map(|span| span.lost(shape, aversion, text[span.issue])).sum();
        if here <= budget {
            // Red lines hold all the same: what Dykstra's corrections add may lie beyond them.
            for span in spans {
                text[span.issue] = text[span.issue].clamp(span.low, span.high);
            }
            return;
        }
        let levers = &mut self.levers;
        levers.clear();
        let mut inside = true;
        for span in spans.clone() {
            let (from, weight) = (text[span.issue], weight(span.issue));
            inside &= span.low <= from && from <= span.high;
            levers.push(Lever::new(span, shape, aversion, from, weight));
        }
        let excess = here - budget;
        let mu = if shape == Loss::Linear && inside {
            multiplier_along(levers, excess)
        } else {
            let best = |span: Span| span.lost(shape, aversion, span.stake.ideal);
            let least: f64 = spans.map(best).sum();
            (least <= budget).then(|| {
                let lost = |mu: f64| {
                    levers.iter_mut().map(|lever| lever.pull(shape, aversion, mu)).sum::<f64>()
                };
                multiplier(excess, lost, budget)
            })
        };
        let Some(mu) = mu else { return };
        for lever in levers {
            lever.pull(shape, aversion, mu);
            text[lever.span.issue] = lever.to;
        }
    }
}

/// The least μ at which what is `lost`, which falls with μ, is no longer above `budget`, at 0 by `at_low`: by false
/// position that halves an end that stays (Dowell & Jarratt 1971).
fn multiplier(mut at_low: f64, mut lost: impl FnMut(f64) -> f64, budget: f64) -> f64 {
    let mut excess = |mu: f64| lost(mu) - budget;
    let (mut low, mut high) = (0.0, 1.0);
    let mut at_high = excess(high);
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
