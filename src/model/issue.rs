//! What is negotiated: issues on labelled scales, some of which do something to the war.

use super::InputId;

/// One issue.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Issue {
    /// The key of the file.
    pub id: String,
    /// Plain name.
    pub title: String,
    /// The author's scale; positions are written on it.
    pub scale: Scale,
    /// Labelled points of the scale, in ascending order; at least two.
    pub anchors: Vec<Anchor>,
    /// What a settlement of this issue does to the war.
    pub effect: IssueEffect,
    /// The state of affairs without a deal, on the issue's scale. Always there for a front-line
    /// issue, where it is the line L₀ on the as-of date.
    pub status_quo: Option<InputId>,
    /// Lean of every draft on this issue, in points of the scale; 0 unless stated. A lever for
    /// what-if runs: "what if every text gave ten points more?"
    pub draft_shift: InputId,
}

/// A labelled point of an issue's scale.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Anchor {
    /// Where, on the issue's scale.
    pub at: f64,
    /// What it means.
    pub text: String,
}

/// The ends of an issue's scale; `low < high`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Scale {
    /// The lower end, 0 by default.
    pub low: f64,
    /// The upper end, 100 by default.
    pub high: f64,
}

impl Scale {
    /// From the issue's scale to [0, 1].
    #[inline]
    pub fn to_unit(self, position: f64) -> f64 {
        (position - self.low) / (self.high - self.low)
    }

    /// From [0, 1] to the issue's scale.
    #[inline]
    pub fn from_unit(self, x: f64) -> f64 {
        self.low + x * (self.high - self.low)
    }

    /// Length of the scale.
    #[inline]
    pub fn width(self) -> f64 {
        self.high - self.low
    }
}

/// One end of a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The low end, 0 inside.
    Low,
    /// The high end, 1 inside.
    High,
}

impl End {
    /// Strength of a position x ∈ [0, 1]: 1 at this end, 0 at the other.
    #[inline]
    pub fn strength(self, x: f64) -> f64 {
        match self {
            Self::Low => 1.0 - x,
            Self::High => x,
        }
    }

    /// The position of this end, 0 or 1.
    #[inline]
    pub fn position(self) -> f64 {
        match self {
            Self::Low => 0.0,
            Self::High => 1.0,
        }
    }
}

/// What an issue does to the war.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssueEffect {
    /// Plain terms.
    None,
    /// The sequence of ceasefire and settlement; full halt first at `strong_end`.
    HaltsFighting {
        /// The end at which the fighting halts first.
        strong_end: End,
    },
    /// Moves with the battlefield while fighting lasts.
    FrontLine,
    /// Deters a breach.
    Guarantee {
        /// The end at which the guarantee is strongest.
        strong_end: End,
    },
}
