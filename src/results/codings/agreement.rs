//! How far two coders agree, number by number and kind by kind.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::analysis::codings::{self, Kind, Likeness, Spread};
use crate::model::Scenario;
use crate::results::{Named, Resampled};

/// How far the coders agree on one kind of number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Agreement {
    /// The kind; `points of scales` for openings, limits, red lines and war terms together.
    pub kind: String,
    /// Numbers that both have.
    pub numbers: u64,
    /// … of which so many are the very same.
    pub same: u64,
    /// Mean share of the two distributions that lies in the same place, 0 to 1.
    pub overlap: f64,
    /// Mean distance of the medians, in shares of the scale; null off scales.
    pub distance: Option<f64>,
    /// Krippendorff's α of the medians; null of different units, of fewer than three numbers, or where nothing
    /// varies.
    pub alpha: Option<Alpha>,
}

/// Agreement beyond chance: Krippendorff's α (2004). 1 is perfect agreement, 0 chance.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Alpha {
    /// α, with an interval that draws numbers.
    pub estimate: Resampled,
    /// Numbers that both coded.
    pub units: u64,
}

/// One number in both codings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CodedNumber {
    /// Its path.
    pub path: String,
    /// Its kind.
    pub kind: Kind,
    /// The party it belongs to; null where it belongs to none.
    pub party: Option<Named>,
    /// As A has it.
    pub a: CodedSpread,
    /// As B has it.
    pub b: CodedSpread,
    /// Do the two say the very same?
    pub same: bool,
    /// Share of the two distributions that lies in the same place, 0 to 1.
    pub overlap: f64,
    /// B's median less A's, in units of the root mean square of the two spreads; null where both are sure and
    /// differ.
    pub shift: Option<f64>,
    /// B's median less A's, as a share of the scale; null off scales.
    pub scale_share: Option<f64>,
}

/// A distribution's middle and width, in the number's own units.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CodedSpread {
    /// One tenth of the probability lies below this.
    pub low: f64,
    /// The median.
    pub median: f64,
    /// One tenth lies above this.
    pub high: f64,
    /// Half the middle 68.3 %: the standard deviation, if it were normal.
    pub spread: f64,
}

/// What all points of scales together are called.
const ON_SCALES: &str = "points of scales";

impl From<&codings::Agreement> for Agreement {
    fn from(one: &codings::Agreement) -> Self {
        Self {
            kind: one.kind.map_or(ON_SCALES, Kind::word).to_owned(),
            numbers: one.numbers as u64,
            same: one.same as u64,
            overlap: one.overlap,
            distance: one.distance,
            alpha: one.alpha.map(|alpha| Alpha {
                estimate: Resampled::new(alpha.value, Some(alpha.interval)),
                units: alpha.units as u64,
            }),
        }
    }
}

impl CodedNumber {
    pub(super) fn new(a: &Scenario, one: &Likeness) -> Self {
        Self {
            path: one.path.clone(),
            kind: one.kind,
            party: one.party.map(|party| Named::party(a, party)),
            a: (&one.a).into(),
            b: (&one.b).into(),
            same: one.same,
            overlap: one.overlap,
            shift: one.shift,
            scale_share: one.scale_share,
        }
    }
}

impl From<&Spread> for CodedSpread {
    fn from(spread: &Spread) -> Self {
        let Spread { low, median, high, spread } = *spread;
        Self { low, median, high, spread }
    }
}
