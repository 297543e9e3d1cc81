//! How often a text is tried: venue, conclaves, deadlines.
//!
//! φ(t) = φ (1 + A e^{−(T−t)/τ}) before a deadline T that everybody sees: tries crowd at the end (Roth,
//! Murnighan & Schoumaker 1988). Tries come at the highest rate of the span and are taken up with the ratio
//! (thinning, Lewis & Shedler 1979). Where the highest rate itself changes, at a deadline, at either end of a
//! conclave or by an event, the wait that is left is stretched by the ratio of the rates, which is exact for a
//! Poisson process.

use super::play::Setting;
use super::summit::MOMENTUM;
use crate::math;
use crate::model::MediationStyle;
use crate::stream::Stream;

/// A: by how much more often texts are tried on the last day than without a deadline, less one.
const RUSH: f64 = 73.0;
/// τ as a share of the time from the beginning of the talks to the deadline: one part in so many.
const RUSH_PARTS: f64 = 115.0;

/// How much more often a formulating mediator tries a text.
const FORMULATION: f64 = 1.5;

/// A deadline that everybody sees coming.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Deadline {
    /// T, in months since the as-of date.
    pub(crate) at: f64,
    /// τ, months.
    scale: f64,
}

impl Deadline {
    /// A deadline so many months after the talks began, which they did `elapsed` months before the as-of
    /// date.
    pub(crate) fn new(months: f64, elapsed: f64) -> Self {
        Self { at: months - elapsed, scale: months / RUSH_PARTS }
    }
}

/// A span of days in which they are shut in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Span {
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// Tries at a text a month.
    pub(crate) tempo: f64,
}

/// The highest rate of tries a month from `t` until the next [turn](next_turn): that of a summit's aftermath
/// and of the last moment before a deadline.
pub(crate) fn highest_rate(setting: Setting<'_>, t: f64) -> f64 {
    let world = setting.world;
    let conclave = world.conclaves.iter().find(|span| span.from <= t && t < span.to);
    let tempo = conclave.map_or(world.globals.text_rate, |span| span.tempo);
    let formulates = world.globals.style == Some(MediationStyle::Formulation);
    let style = if formulates { FORMULATION } else { 1.0 };
    let rate = tempo * style * MOMENTUM;
    if world.deadlines.iter().any(|deadline| deadline.at > t) { rate * (1.0 + RUSH) } else { rate }
}

/// When the highest rate changes next after `t` by what is dated; never, mostly.
pub(crate) fn next_turn(setting: Setting<'_>, t: f64) -> f64 {
    let world = setting.world;
    let ends = world.conclaves.iter().flat_map(|span| [span.from, span.to]);
    let last = world.deadlines.iter().map(|deadline| deadline.at).fold(f64::NEG_INFINITY, f64::max);
    ends.chain([last]).filter(|&at| at > t).fold(f64::INFINITY, f64::min)
}

/// The mark of a try at `t` as it would be if tries came at the rate of no deadline: it counts where it is
/// below the ripeness.
pub(crate) fn before_deadline(setting: Setting<'_>, t: f64, mark: f64) -> f64 {
    let ahead = setting.world.deadlines.iter().filter(|deadline| deadline.at > t);
    let pressure = ahead.map(|deadline| math::exp(-(deadline.at - t) / deadline.scale));
    match pressure.reduce(f64::max) {
        None => mark,
        Some(pressure) => mark * (1.0 + RUSH) / (1.0 + RUSH * pressure),
    }
}

/// A Poisson clock: independent exponential waits.
pub(crate) struct PoissonClock {
    draws: Stream,
    rate: f64,
    /// When it ticks next.
    pub(crate) next: f64,
}

impl PoissonClock {
    pub(crate) fn new(draws: Stream, rate: f64) -> Self {
        let mut clock = Self { draws, rate, next: 0.0 };
        clock.advance();
        clock
    }

    /// The wait to the next tick; never, at rate 0.
    pub(crate) fn advance(&mut self) {
        self.wait_from(self.next);
    }

    fn wait_from(&mut self, now: f64) {
        let wait = self.draws.exponential();
        self.next = if self.rate > 0.0 { now + wait / self.rate } else { f64::INFINITY };
    }

    /// The mark of the tick that is due: it counts where this is below its probability.
    pub(crate) fn mark(&mut self) -> f64 {
        self.draws.uniform()
    }

    /// It ticks at another rate from now on: the wait that is left is stretched.
    pub(crate) fn change(&mut self, now: f64, rate: f64) {
        let before = std::mem::replace(&mut self.rate, rate);
        if before.total_cmp(&rate).is_eq() {
            return;
        }
        if rate <= 0.0 {
            self.next = f64::INFINITY;
        } else if before > 0.0 {
            self.next = now + (self.next - now) * (before / rate);
        } else {
            self.wait_from(now);
        }
    }
}
