//! What may happen during the talks, and what it changes.

use super::InputId;

/// Something that may happen while the talks go on.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// The key of the file; its random stream is keyed by it.
    pub id: String,
    /// Plain name.
    pub title: String,
    /// When.
    pub when: When,
    /// At most once in a history; a dated event always.
    pub once: bool,
    /// What it changes, in order.
    pub effects: Vec<EventEffect>,
}

/// When an event happens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum When {
    /// On a date, in months since `as_of`.
    At(f64),
    /// At a rate a month, as often as it is due.
    Rate(InputId),
}

/// One change of one named quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct EventEffect {
    /// The quantity.
    pub target: Target,
    /// Add or multiply.
    pub operation: Operation,
    /// By how much, in the unit of the quantity in the file.
    pub by: InputId,
}

/// How an effect changes its quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// quantity + by.
    Add,
    /// quantity × by.
    Multiply,
}

/// A quantity that an event can change. Each is clamped to its own range after the change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The war cost κ of a party: `parties.X.outside.cost`.
    Cost(usize),
    /// Trust between two parties: `trust.X.Y`.
    Trust(usize, usize),
    /// `coalition.credibility`.
    Credibility,
    /// `coalition.cohesion`.
    Cohesion,
    /// A party's limit on an issue, on its scale: `parties.X.positions.ISSUE.limit`.
    Limit(usize, usize),
    /// The line itself, in points of its scale: `front.line`.
    FrontLine,
    /// The drift of the line, in points a month: `front.drift`. Beliefs are as uncertain again as
    /// on the first day.
    FrontDrift,
    /// The side payment of party .0 to party .1: `parties.X.leverage.Y`.
    Leverage(usize, usize),
}
