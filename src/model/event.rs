//! What may happen during the talks, and what it changes.

use super::{InputId, Scenario};

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
    /// Is it announced, so that everybody's alternative counts with it before it happens? Dated events
    /// only.
    pub foreseen: bool,
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
    /// The same, but the clock runs only while a condition holds.
    RateWhile(InputId, Condition),
}

impl When {
    /// The rate of an event that has one.
    pub fn rate(self) -> Option<InputId> {
        match self {
            Self::At(_) => None,
            Self::Rate(rate) | Self::RateWhile(rate, _) => Some(rate),
        }
    }

    /// What has to hold while its clock runs.
    pub fn condition(self) -> Option<Condition> {
        match self {
            Self::RateWhile(_, condition) => Some(condition),
            Self::At(_) | Self::Rate(_) => None,
        }
    }
}

/// What the talks have come to, for events that hang on it (spoilers: Stedman 1997; Kydd & Walter 2002).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// There are talks: from the first text tabled on, or from the first day where they began before it.
    Talks,
    /// A ceasefire alone is in force.
    Truce,
    /// A signed package waits for the votes at home.
    Signed,
}

impl Condition {
    /// Every condition.
    pub const ALL: [Self; 3] = [Self::Talks, Self::Truce, Self::Signed];

    /// The word of the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Talks => "talks",
            Self::Truce => "truce",
            Self::Signed => "signed",
        }
    }
}

/// One change of one named quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct EventEffect {
    /// The quantity.
    pub target: Target,
    /// What becomes of it.
    pub operation: Operation,
    /// By how much, or to what, in the unit of the quantity in the file.
    pub by: InputId,
}

/// How an effect changes its quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// quantity + by.
    Add,
    /// quantity × by.
    Multiply,
    /// by, whatever it was.
    Set,
}

impl Operation {
    /// What becomes of a quantity.
    #[inline]
    pub fn apply(self, quantity: f64, by: f64) -> f64 {
        match self {
            Self::Add => quantity + by,
            Self::Multiply => quantity * by,
            Self::Set => by,
        }
    }
}

/// A quantity that an event can change. Each is clamped to its own range after the change.
#[derive(Clone, Copy, Debug, PartialEq)]
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
    /// War terms of party .0 on issue .1, on its scale: `parties.X.outside.terms.ISSUE`.
    Terms(usize, usize, Number),
    /// `parties.X.outside.reservation`.
    Reservation(usize, Number),
    /// Any other number of the file that the world is made of: the world is made anew with it.
    Number(Number),
    /// `mediation.style`, by its number in [`super::MediationStyle::ALL`].
    Style,
}

impl Target {
    /// The number of the file that is changed, where the world is made anew with it.
    pub fn number(self) -> Option<Number> {
        match self {
            Self::Terms(_, _, number) | Self::Reservation(_, number) | Self::Number(number) => {
                Some(number)
            }
            _ => None,
        }
    }

    /// The path by which the file names it.
    pub fn path(self, scenario: &Scenario) -> String {
        let party = |i: usize| &scenario.parties[i].id;
        match self {
            Self::Cost(i) => format!("parties.{}.outside.cost", party(i)),
            Self::Trust(i, j) => format!("trust.{}.{}", party(i), party(j)),
            Self::Credibility => "coalition.credibility".to_owned(),
            Self::Cohesion => "coalition.cohesion".to_owned(),
            Self::Limit(i, k) => {
                format!("parties.{}.positions.{}.limit", party(i), scenario.issues[k].id)
            }
            Self::FrontLine => "front.line".to_owned(),
            Self::FrontDrift => "front.drift".to_owned(),
            Self::Leverage(i, j) => format!("parties.{}.leverage.{}", party(i), party(j)),
            Self::Terms(_, _, number) | Self::Reservation(_, number) | Self::Number(number) => {
                scenario.inputs[number.input.index()].path.clone()
            }
            Self::Style => "mediation.style".to_owned(),
        }
    }

    /// Is it part of an alternative to a deal, so that whoever foresees it counts with it?
    pub fn is_part_of_alternatives(self) -> bool {
        matches!(self, Self::Cost(_) | Self::FrontDrift | Self::Terms(..) | Self::Reservation(..))
    }

    /// Does it change what the world is made of?
    pub fn alters_world(self) -> bool {
        self.number().is_some() || self == Self::Style
    }
}

/// A number of the file and its range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// The input.
    pub input: InputId,
    /// The least it may be …
    pub low: f64,
    /// … and the most.
    pub high: f64,
}
