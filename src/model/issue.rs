//! What is negotiated: issues on labelled scales, some of which do something to the war, and issues with
//! options.

use super::InputId;
use crate::math::DoubleDouble;

/// All combinations of options of a scenario are at most so many, so that they can be enumerated.
pub const MOST_COMBINATIONS: usize = 1_000_000;

/// An issue has at most so many options: as many as 0 to 1,000 in whole numbers.
pub const MOST_OPTIONS: usize = 1_001;

/// One issue.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Issue {
    /// The key of the file.
    pub id: String,
    /// Plain name.
    pub title: String,
    /// The author's scale; positions are written on it. With options it goes from 0 to the number
    /// of the last of them.
    pub scale: Scale,
    /// Labelled points of the scale, in ascending order; at least two. With options each is one.
    pub anchors: Vec<Anchor>,
    /// The options, two or more, where one of them is chosen; none where the issue is a scale.
    pub options: Vec<String>,
    /// How many equally spaced points of the scale may be offered by alternating offers.
    pub points: usize,
    /// What a settlement of this issue does to the war.
    pub effect: IssueEffect,
    /// The state of affairs without a deal, on the issue's scale. Always there for a front-line
    /// issue, where it is the line L₀ on the as-of date.
    pub status_quo: Option<InputId>,
    /// Lean of every draft on this issue, in points of the scale; 0 unless stated, `None` with
    /// options. A lever for what-if runs: "what if every text gave ten points more?"
    pub draft_shift: Option<InputId>,
}

impl Issue {
    /// How many ways there are to settle it by alternating offers: its options, or points of its
    /// scale.
    pub fn choices(&self) -> usize {
        if self.has_options() { self.options.len() } else { self.points }
    }

    /// Is one of several options chosen here, instead of a position on a scale?
    pub fn has_options(&self) -> bool {
        !self.options.is_empty()
    }

    /// The number of the option at a coordinate in [0, 1].
    pub fn option_at(&self, x: f64) -> usize {
        option_at(self.options.len(), x)
    }
}

/// The coordinate in [0, 1] of option `option` of `count` ≥ 2: they stand evenly spaced.
#[inline]
pub fn option_coordinate(count: usize, option: usize) -> f64 {
    option as f64 / (count - 1) as f64
}

/// The number of the option of `count` at a coordinate in [0, 1].
#[inline]
pub fn option_at(count: usize, x: f64) -> usize {
    (x * count.saturating_sub(1) as f64).round() as usize
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

    /// The same for the decimals that the file says.
    pub fn share(self, position: DoubleDouble) -> DoubleDouble {
        let [low, high] = [self.low, self.high].map(DoubleDouble::decimal);
        (position - low) / (high - low)
    }

    /// From [0, 1] to the issue's scale.
    #[inline]
    pub fn from_unit(self, x: f64) -> f64 {
        self.low + x * (self.high - self.low)
    }

    /// A coordinate in [0, 1] after a change of what the issue's scale says, within the scale.
    pub(crate) fn changed(self, x: f64, change: impl Fn(f64) -> f64) -> f64 {
        self.to_unit(change(self.from_unit(x))).clamp(0.0, 1.0)
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
