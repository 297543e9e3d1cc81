//! What can happen in a history.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, Named, Term, Time, Valued};
use crate::model::Fate;

/// Something that happened, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Moment {
    /// When.
    pub time: Time,
    /// What.
    pub what: Happening,
}

/// Something that happened. Shares and probabilities go from 0 to 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Happening {
    /// The front line has moved by 2 per cent of its scale or more since it was told last.
    LineMoved {
        /// The issue that is the line.
        issue: Named,
        /// Where it stands, on the issue's scale.
        position: f64,
    },
    /// An event of the file happened.
    EventHappened {
        /// Which.
        event: Named,
        /// What it changed.
        changes: Vec<Change>,
    },
    /// A pledge was made.
    PledgeMade {
        /// By whom.
        party: Named,
        /// Strength of all pledges made so far, as a share of a full guarantee.
        delivered_share: f64,
    },
    /// Tries at a text that came to nothing since the text before: the moment was not ripe.
    TriesFailed {
        /// How many.
        tries: u64,
    },
    /// The leaders met.
    LeadersMet {
        /// Did they table a text?
        text_tabled: bool,
    },
    /// A mediator drafted a package that it would not sign itself, and tabled nothing.
    TextWithheld {
        /// Who.
        party: Named,
    },
    /// A text was tabled.
    TextTabled {
        /// Who held the pen; null where a mediator tables it, or nobody has to.
        by: Option<Named>,
        /// What it is.
        draft: Draft,
        /// Who said what to it, in order; empty where nobody was asked.
        answers: Vec<Answer>,
    },
    /// Something became of an interim deal.
    InterimDeal {
        /// Which; null for the ceasefire alone, which is not of the file.
        deal: Option<Named>,
        /// Do the guns fall silent while it stands?
        halts_fighting: bool,
        /// What.
        fate: Fate,
    },
    /// A package was signed.
    Signed {
        /// The terms.
        terms: Vec<Term>,
        /// Would some principal have refused without its side payment?
        owed_to_side_payment: bool,
    },
    /// A home front of blocs voted.
    BlocsVoted {
        /// Whose.
        party: Named,
        /// The share of the seats, or of the votes, that said yes.
        yes_share: f64,
        /// The blocs that said no.
        against: Vec<Named>,
        /// How many blocs there are.
        blocs: usize,
    },
    /// A home front voted a package down.
    VotedDown {
        /// Whose.
        party: Named,
        /// Do the talks go on?
        talks_go_on: bool,
    },
    /// A guarantor's home front refused its pledge.
    PledgeWithdrawn {
        /// Whose.
        party: Named,
    },
    /// The package was ratified and is in force.
    Ratified {
        /// Who does not carry it out, so that it is no more than a truce.
        defector: Option<Named>,
    },
    /// By alternating offers: a party offered something.
    Offered {
        /// Who.
        party: Named,
        /// What.
        terms: Vec<Term>,
        /// What it is worth, to the party itself or to whom the story is told.
        worth: Valued,
        /// What the standing offer was worth to it that it turned down; null without one.
        instead_of_value: Option<f64>,
    },
    /// By alternating offers: a party said yes to the standing offer.
    Accepted {
        /// Who.
        party: Named,
        /// What the offer is worth, to the party itself or to whom the story is told.
        worth: Valued,
    },
    /// By alternating offers: a party left the talks.
    Left {
        /// Who.
        party: Named,
    },
}

/// A text that is tabled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Draft {
    /// The whole.
    Package {
        /// The terms.
        terms: Vec<Term>,
    },
    /// What settles some issues for a time.
    Interim {
        /// Which deal of the file; null for the ceasefire alone, which is not of the file.
        deal: Option<Named>,
        /// What it settles, and where.
        terms: Vec<Term>,
        /// Do the guns fall silent while it stands?
        halts_fighting: bool,
        /// Has it run out, and are the parties asked to go on with it?
        renewal: bool,
    },
}

/// What an event changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// The quantity, by its path in the file.
    pub path: String,
    /// What it was, in the unit of the file.
    pub from: Amount,
    /// What it is now.
    pub to: Amount,
}

/// How much of a quantity, or which of its words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Amount {
    /// A number.
    Number(f64),
    /// A word of the file, such as a style of mediation.
    Word(String),
}
