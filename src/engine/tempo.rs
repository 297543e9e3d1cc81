//! How often a text is tried: venue, conclaves, deadlines.
//!
//! φ(t) = φ (1 + A e^{−(T−t)/τ}) before a deadline T that everybody sees: tries crowd at the end (Roth,
//! Murnighan & Schoumaker 1988). Tries come at the highest rate of the span and are taken up with the ratio
//! (thinning, Lewis & Shedler 1979). Where the highest rate itself changes, at a deadline, at either end of a
//! conclave or by an event, the wait that is left is stretched by the ratio of the rates, which is exact for a
//! Poisson process.

use super::globals::Globals;
use super::momentum::MOMENTUM;
use crate::math;
use crate::model::{InputId, MediationStyle, Scenario};
use crate::stream::Stream;

/// A: by how much more often texts are tried on the last day than without a deadline, less one.
const RUSH: f64 = 73.0;
/// τ as a share of the time from the beginning of the talks to the deadline: one part in so many.
const RUSH_PARTS: f64 = 115.0;

/// How much more often a formulating mediator tries a text.
const FORMULATION: f64 = 1.5;

/// A deadline that everybody sees coming.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Deadline {
    /// T, in months since the as-of date.
    at: f64,
    /// τ, months.
    scale: f64,
}

/// A span of days in which they are shut in.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Span {
    from: f64,
    to: f64,
    /// Tries at a text a month.
    tempo: f64,
}

/// Since when they talk, by when they have to be done, and where they are shut in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tempo {
    /// How long before the as-of date the talks began, in months.
    elapsed: f64,
    /// The common deadline and those of principals that are dates.
    deadlines: Vec<Deadline>,
    conclaves: Vec<Span>,
}

impl Tempo {
    /// The dates of a world.
    pub(crate) fn prepare(&mut self, scenario: &Scenario, get: impl Fn(InputId) -> f64) {
        let talks = &scenario.talks;
        self.elapsed = talks.elapsed();
        let dated = scenario.principals().filter(|&i| scenario.parties[i].deadline_is_dated);
        let dated = dated.map(|i| scenario.parties[i].deadline).chain(talks.deadline);
        self.deadlines.clear();
        self.deadlines.extend(dated.map(|id| {
            let months = get(id);
            Deadline { at: months - self.elapsed, scale: months / RUSH_PARTS }
        }));
        self.conclaves.clear();
        self.conclaves.extend(talks.conclaves.iter().map(|conclave| Span {
            from: conclave.from,
            to: conclave.to,
            tempo: get(conclave.tempo),
        }));
    }

    /// Months since the talks began, at `t` months since the as-of date.
    #[inline]
    pub(crate) fn since_talks_began(&self, t: f64) -> f64 {
        t + self.elapsed
    }

    /// The highest rate of tries a month from `t` until the next [turn](Tempo::next_turn): that of a summit's
    /// aftermath and of the last moment before a deadline.
    pub(crate) fn highest_rate(&self, globals: &Globals, t: f64) -> f64 {
        let conclave = self.conclaves.iter().find(|span| span.from <= t && t < span.to);
        let tempo = conclave.map_or(globals.text_rate, |span| span.tempo);
        let formulates = globals.style == Some(MediationStyle::Formulation);
        let style = if formulates { FORMULATION } else { 1.0 };
        let rate = tempo * style * MOMENTUM;
        if self.deadlines.iter().any(|deadline| deadline.at > t) {
            rate * (1.0 + RUSH)
        } else {
            rate
        }
    }

    /// When the highest rate changes next after `t` by what is dated; never, mostly.
    pub(crate) fn next_turn(&self, t: f64) -> f64 {
        let ends = self.conclaves.iter().flat_map(|span| [span.from, span.to]);
        let last =
            self.deadlines.iter().map(|deadline| deadline.at).fold(f64::NEG_INFINITY, f64::max);
        ends.chain([last]).filter(|&at| at > t).fold(f64::INFINITY, f64::min)
    }

    /// The mark of a try at `t` as it would be if tries came at the rate of no deadline: it counts where it
    /// is below the ripeness.
    pub(crate) fn before_deadline(&self, t: f64, mark: f64) -> f64 {
        let ahead = self.deadlines.iter().filter(|deadline| deadline.at > t);
        let pressure = ahead.map(|deadline| math::exp(-(deadline.at - t) / deadline.scale));
        match pressure.reduce(f64::max) {
            None => mark,
            Some(pressure) => mark * (1.0 + RUSH) / (1.0 + RUSH * pressure),
        }
    }
}

/// A Poisson clock: independent exponential waits.
#[derive(Clone, Debug)]
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
