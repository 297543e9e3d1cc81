//! What a party said to a text and why, and how far the nearest text was from a signature.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Named, Time};

/// A party's answer to a text. It accepts when `worth_of_name` + `mood` is above 0 and no red line is crossed.
/// All worths are in the unit of values, in which 1 is all a party could want.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// Whose.
    pub party: Named,
    /// Does it accept?
    pub accepts: bool,
    /// The value of the terms, from 0 to 1.
    pub value_of_terms: f64,
    /// The value of no deal.
    pub value_of_no_deal: f64,
    /// The probability with which it believes that the terms will last.
    pub believed_survival: f64,
    /// What signing is worth, all in all.
    pub worth_of_signing: f64,
    /// Side payments in it.
    pub side_payment: f64,
    /// What signing without meaning it adds to it.
    pub bad_faith: f64,
    /// Its readiness, drawn once a history.
    pub readiness: f64,
    /// Its mood, drawn once a text.
    pub mood: f64,
    /// The probability, as it sees it, that every home front passes the text; 1 where none votes.
    pub passes_at_home: f64,
    /// What its name under the text is worth: `worth_of_signing` and `readiness`, weighed with the votes ahead.
    pub worth_of_name: f64,
    /// The issue on which the text crosses its red line, if any.
    pub red_line: Option<Named>,
}

impl Answer {
    /// What kept the party from signing, mood apart; `None` where nothing did.
    pub(super) fn lack(&self) -> Option<Lack> {
        (self.worth_of_name <= 0.0 || self.red_line.is_some()).then(|| Lack {
            party: self.party.clone(),
            red_line: self.red_line.clone(),
            worth_of_name: self.worth_of_name,
        })
    }
}

/// The text that came nearest to a signature: the one under which the least worth of anybody's name was
/// greatest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NearMiss {
    /// When it was tabled.
    pub time: Time,
    /// Its number among the happenings, from 0.
    pub happening: usize,
    /// Who was short of what; empty where a passing mood decided.
    pub lacking: Vec<Lack>,
}

/// What kept a party from signing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Lack {
    /// Whom.
    pub party: Named,
    /// The issue on which its red line would have had to move, if any.
    pub red_line: Option<Named>,
    /// What its name was worth, from −1 to 1: so much below 0 it was short of.
    pub worth_of_name: f64,
}
