//! How a history ended, and why there was no deal.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Named, Term, Time};
use crate::engine::{self, Cause};
use crate::model::Scenario;

/// A package that all have signed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Agreed {
    /// When it was signed; of one that was ratified, when the first was.
    pub time: Time,
    /// The terms.
    pub terms: Vec<Term>,
}

/// How a history ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Ending {
    /// A package was signed and, where anybody votes on it, ratified.
    Deal {
        /// When it came into force.
        in_force: Time,
        /// Months from then until it breaks; null where nothing breaks it.
        holds_for_months: Option<f64>,
        /// Who does not carry it out, so that it is no more than a truce.
        defector: Option<Named>,
    },
    /// There was none.
    NoDeal {
        /// Why, for an onlooker who sees everything; null where the story is told to those at the table, who
        /// do not.
        because: Option<Reason>,
    },
}

impl Ending {
    pub(super) fn new(scenario: &Scenario, ending: engine::Ending) -> Self {
        match ending {
            engine::Ending::Agreement { in_force_at, holds_for, defector } => Self::Deal {
                in_force: Time::new(scenario, in_force_at),
                holds_for_months: holds_for.is_finite().then_some(holds_for),
                defector: defector.map(|party| Named::party(scenario, party)),
            },
            engine::Ending::NoDeal(cause) => {
                Self::NoDeal { because: Some(Reason::of(scenario, cause)) }
            }
        }
    }
}

/// Why a history brought no lasting deal: the first of these that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "cause", rename_all = "kebab-case")]
pub enum Reason {
    /// A package was ratified, carried out, and broke within twelve months.
    Collapsed,
    /// A package was ratified, and this party did not carry it out.
    DeadLetter {
        /// Who.
        party: Named,
    },
    /// A package was signed, and this party's home front voted it down.
    VoteLost {
        /// Whose home front.
        party: Named,
    },
    /// All would have signed the nearest text, but for the vote that it would face at home.
    VoteFeared {
        /// The home front that looked likeliest to vote it down.
        party: Named,
    },
    /// Two principals' red lines leave no room on an issue.
    RedLinesCross {
        /// The one who wants more than …
        party: Named,
        /// … this one allows.
        other_party: Named,
        /// On this issue.
        issue: Named,
    },
    /// No text was ever tabled.
    NeverTabled,
    /// No package would have satisfied everybody.
    NoCommonGround {
        /// Who was farthest from signing the nearest text …
        party: Named,
        /// … and on what it lost most against its alternative.
        issue: Named,
    },
    /// All would have taken the nearest text but for a red line.
    RedLine {
        /// Whose.
        party: Named,
        /// On what.
        issue: Named,
    },
    /// All would take the mean text at the end: time ran out.
    TimeRanOut,
    /// There was common ground, but no text was good enough for this party.
    Short {
        /// Who was farthest from signing the nearest text …
        party: Named,
        /// … and on what it lost most against its alternative.
        issue: Named,
    },
}

impl Reason {
    /// The engine's cause, with names.
    pub fn of(scenario: &Scenario, cause: Cause) -> Self {
        let party = |party| Named::party(scenario, party);
        let issue = |issue| Named::issue(scenario, issue);
        match cause {
            Cause::Collapsed => Self::Collapsed,
            Cause::DeadLetter { party: p } => Self::DeadLetter { party: party(p) },
            Cause::VoteLost { party: p } => Self::VoteLost { party: party(p) },
            Cause::VoteFeared { party: p } => Self::VoteFeared { party: party(p) },
            Cause::RedLinesCross { first, second, issue: k } => Self::RedLinesCross {
                party: party(first),
                other_party: party(second),
                issue: issue(k),
            },
            Cause::NeverTabled => Self::NeverTabled,
            Cause::NoCommonGround { party: p, issue: k } => {
                Self::NoCommonGround { party: party(p), issue: issue(k) }
            }
            Cause::RedLine { party: p, issue: k } => {
                Self::RedLine { party: party(p), issue: issue(k) }
            }
            Cause::TimeRanOut => Self::TimeRanOut,
            Cause::Short { party: p, issue: k } => Self::Short { party: party(p), issue: issue(k) },
        }
    }
}
