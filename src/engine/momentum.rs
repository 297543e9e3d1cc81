//! What quickens and slows the tries at a text for a while: a meeting of leaders, and a lost vote.

/// Months for which a summit lends momentum to the talks.
const MOMENTUM_MONTHS: f64 = 3.0;
/// … and by how much more often texts are tried then.
pub(crate) const MOMENTUM: f64 = 1.5;
/// How long a lost vote slows the talks, in months, as a summit quickens them.
const SETBACK_MONTHS: f64 = 3.0;

/// Until when tries come at another rate.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Momentum {
    /// Until when a summit lends momentum.
    until: f64,
    /// Until when a lost vote slows the tries.
    setback_until: f64,
}

impl Momentum {
    /// The leaders have met at `t`.
    pub(crate) fn meet(&mut self, t: f64) {
        self.until = t + MOMENTUM_MONTHS;
    }

    /// A vote was lost at `t`.
    pub(crate) fn lose_vote(&mut self, t: f64) {
        self.setback_until = t + SETBACK_MONTHS;
    }

    /// The mark of a try at `t`. Tries come at the rate of a summit's aftermath; outside it only their share
    /// of 1/1.5 counts, after a lost vote 1/1.5 of that.
    pub(crate) fn mark(&self, t: f64, mark: f64) -> f64 {
        let mark = if t < self.until { mark } else { mark * MOMENTUM };
        if t < self.setback_until { mark * MOMENTUM } else { mark }
    }
}
