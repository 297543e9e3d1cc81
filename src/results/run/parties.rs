//! What parties get, and what they thought of what they signed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::engine::Lure;
use crate::model::{Role, Scenario};
use crate::montecarlo::{Signing, Summary};

/// What a party gets, in units of value: from 0, the worst that the scales hold for it, to 1, the best.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PartyOutcome {
    /// Its name in the file.
    pub id: String,
    /// What readers call it.
    pub title: String,
    /// Is its signature needed?
    pub principal: bool,
    /// Mean over all trials: of the terms in force, or of its alternative at the end.
    pub value_mean: f64,
    /// Mean where a package came into force.
    pub value_with_deal: Option<f64>,
    /// Mean where none did: other trials than those with one.
    pub value_without_deal: Option<f64>,
    /// What the first is above the second.
    pub value_gained: Option<f64>,
    /// What it thought of what it signed; null where it never signed.
    pub signing: Option<SigningMeans>,
}

/// What a party thought of what it signed: means over its signatures.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SigningMeans {
    /// Signatures; of a trial with several the last counts.
    pub count: u64,
    /// What the terms were worth to it.
    pub terms: f64,
    /// What it expected of its alternative.
    pub alternative: f64,
    /// What the first is above the second.
    pub gain: f64,
    /// How likely it thought the terms to last a year.
    pub believed_survival: f64,
    /// The margin by which it signed, in its parts.
    pub margin: MarginParts,
    /// Share of its signatures that its readiness and mood made: without them it would have refused.
    pub by_leaning: f64,
    /// Share of its signatures under terms below its alternative.
    pub below_alternative: f64,
    /// The same by what made it sign.
    pub below_because: BelowBecause,
}

/// The parts of a margin, in value; they add up to it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MarginParts {
    /// The terms against the alternative, as far as they are believed to last.
    pub terms: f64,
    /// Side payments.
    pub paid: f64,
    /// Terms it does not mean to carry out.
    pub dead_letter: f64,
    /// The votes ahead, at home and elsewhere.
    pub votes: f64,
    /// Readiness and mood.
    pub leaning: f64,
}

/// What made a party sign terms below its alternative: shares of its signatures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BelowBecause {
    /// A side payment.
    pub payment: f64,
    /// Terms that it does not mean to carry out still stop the fighting for a while.
    pub dead_letter: f64,
    /// Its readiness and mood.
    pub leaning: f64,
}

pub(super) fn parties(scenario: &Scenario, summary: &Summary) -> Vec<PartyOutcome> {
    let parties = summary.parties.iter().map(|value| {
        let party = &scenario.parties[value.party];
        PartyOutcome {
            id: party.id.clone(),
            title: party.title.clone(),
            principal: party.role == Role::Principal,
            value_mean: value.mean,
            value_with_deal: value.with_deal,
            value_without_deal: value.without_deal,
            value_gained: value.with_deal.zip(value.without_deal).map(|(with, not)| with - not),
            signing: value.signing.as_ref().map(SigningMeans::from),
        }
    });
    parties.collect()
}

impl SigningMeans {
    /// What most often made it sign terms below its alternative.
    pub fn lure(&self) -> Lure {
        let BelowBecause { payment, dead_letter, leaning } = self.below_because;
        if payment >= dead_letter.max(leaning) {
            Lure::Payment
        } else if dead_letter >= leaning {
            Lure::DeadLetter
        } else {
            Lure::Leaning
        }
    }
}

impl From<&Signing> for SigningMeans {
    fn from(signing: &Signing) -> Self {
        let margin = &signing.margin;
        let mut below_because = BelowBecause::default();
        for (lure, share) in signing.lures {
            match lure {
                Lure::Payment => below_because.payment = share,
                Lure::DeadLetter => below_because.dead_letter = share,
                Lure::Leaning => below_because.leaning = share,
            }
        }
        Self {
            count: signing.count,
            terms: signing.terms,
            alternative: signing.alternative,
            gain: signing.terms - signing.alternative,
            believed_survival: signing.survival,
            margin: MarginParts {
                terms: margin.terms,
                paid: margin.paid,
                dead_letter: margin.dead_letter,
                votes: margin.votes,
                leaning: margin.leaning,
            },
            by_leaning: signing.by_leaning,
            below_alternative: signing.below(),
            below_because,
        }
    }
}
