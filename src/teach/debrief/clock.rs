//! What differs between the debriefs of a game in rounds and of one in months.

use super::Concession;
use super::tell::{conceded, moved};
use crate::document::Text;
use crate::teach::points::FULL;

/// What time is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// Rounds of alternating offers.
    #[default]
    Round,
    /// Months of a peace process.
    Month,
}

/// The words of a clock, and what points are by it.
pub(in crate::teach) struct Words {
    /// One of what it counts.
    pub(in crate::teach) unit: &'static str,
    /// What is drawn of the offers.
    pub(in crate::teach) value: &'static str,
    /// What points are, where that is not told as the game's measure.
    pub(in crate::teach) points: &'static str,
    /// The lowest and the highest points there can be. Gains over no deal may lie below 0, points of a brief
    /// cannot.
    pub(in crate::teach) within: Option<(f64, f64)>,
    /// How a party conceded.
    pub(super) conceded: fn(&Concession) -> Text,
}

impl Clock {
    pub(in crate::teach) fn words(self) -> Words {
        match self {
            Self::Round => Words {
                unit: "round",
                value: "points of an offer to the one who makes it",
                points: "Values are points of the players' own briefs. ",
                within: Some((0.0, FULL)),
                conceded,
            },
            Self::Month => Words {
                unit: "month",
                value: "points of a text to each",
                points: "",
                within: None,
                conceded: moved,
            },
        }
    }
}
