//! Where and since when they talk, and by when they have to be done.

use super::InputId;

/// The talks as everybody can see them.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Talks {
    /// How long before `as_of` they began, in months: concessions run from there. `None` where the file
    /// does not say; they then begin on the as-of date.
    pub began: Option<f64>,
    /// The common deadline, in months since the talks began.
    pub deadline: Option<InputId>,
    /// How they are held, where the file says so.
    pub venue: Option<Venue>,
    /// Spans in which they are shut in, in order; none overlaps another.
    pub conclaves: Vec<Conclave>,
}

impl Talks {
    /// Months from the beginning of the talks to the as-of date.
    pub fn elapsed(&self) -> f64 {
        self.began.unwrap_or(0.0)
    }
}

/// How talks are held, which says how often a text is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Venue {
    /// Envoys come and go.
    Visits,
    /// Delegations sit together for weeks.
    Continuous,
    /// Leaders or delegations are shut in until they are done.
    Conclave,
}

impl Venue {
    /// Every venue.
    pub const ALL: [Self; 3] = [Self::Visits, Self::Continuous, Self::Conclave];

    /// The word of the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Visits => "visits",
            Self::Continuous => "continuous",
            Self::Conclave => "conclave",
        }
    }

    /// Tries at a text a month (docs/model.md).
    pub const fn tempo(self) -> f64 {
        match self {
            Self::Visits => 0.8,
            Self::Continuous => 4.0,
            Self::Conclave => 12.0,
        }
    }
}

/// A span of days in which they are shut in.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Conclave {
    /// Its first day, in months since `as_of`.
    pub from: f64,
    /// Its end.
    pub to: f64,
    /// Tries at a text a month.
    pub tempo: InputId,
}
