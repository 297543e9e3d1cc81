//! The questions a scenario asks of its runs.

use jiff::civil::Date;

use super::Fate;

/// A question with a yes or no, by a date.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Question {
    /// The key.
    pub id: String,
    /// In words.
    pub text: String,
    /// What has to happen.
    pub what: What,
    /// By when; the horizon's end when not stated (for `Holds`: twelve months after signature).
    pub by: Option<Date>,
    /// `by` in months since `as_of`; `None` as there.
    pub by_months: Option<f64>,
    /// The outside view: how often the like happens, in [0, 1].
    pub base_rate: Option<f64>,
    /// Where the base rate comes from.
    pub base_rate_source: Option<String>,
    /// What happened, for scoring only.
    pub resolved: Option<Resolution>,
}

/// What happened in fact.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Resolution {
    /// Yes or no.
    pub outcome: bool,
    /// Where it is recorded.
    pub source: Option<String>,
}

/// What a question is about. All are "at some time up to the date".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The named leaders meet.
    Summit,
    /// The fighting halts by agreement: a ceasefire alone is agreed or a package is ratified.
    Ceasefire,
    /// A package is signed.
    Signed,
    /// A ceasefire alone is agreed or a package is signed, whichever is first.
    AgreedEnd,
    /// A signed package is ratified by every home front that has a say.
    Ratified,
    /// … and everybody carries it out.
    CarriedOut,
    /// A package was ratified within the horizon, is carried out, and stands at the date (or, without a date,
    /// twelve months after its signature).
    Holds,
    /// A pledge is made: the party's, or any party's first one.
    Pledged(Option<usize>),
    /// The event happens.
    Event(usize),
    /// This becomes of an interim deal: of the one of this number, or of any.
    Interim(Fate, Option<usize>),
}
