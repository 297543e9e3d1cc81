//! The expected-utility challenge model of Bueno de Mesquita, as unravelled by Scholz, Calbert &
//! Smith 2011 ("Unravelling Bueno De Mesquita's group decision model", ICAART 2011, pp. 18–30).
//!
//! One issue, positions x, capability c, salience s. Each round every actor weighs a challenge to
//! every other: what it would gain or lose if the other gave in, fought, or was left alone. Pairs of
//! expected utilities decide who makes which offer to whom ([`OfferKind`]); each actor takes one, all
//! move at once. Risk attitudes come from how threatened each actor is.
//!
//! The paper leaves several points open and its own program departs from its equations, so every such
//! point is a switch of [`ChallengeRules`], with two presets: [`ChallengeRules::scholz_code`] is what
//! reproduces the published table, [`ChallengeRules::scholz_paper`] is the printed equations. There is
//! no stopping rule: "there is no reason to expect" convergence, so the caller says how many rounds.

mod offer;
mod round;
mod rules;
mod utility;

pub use offer::{Offer, OfferKind};
pub use rules::{
    ChallengeRules, ConflictMove, Distances, OfferChoice, OfferOrder, View, VoteShare,
};

use super::{ForecastError, Median, PositionTable};

/// The table after one round.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// Each actor's position, in table order and the issue's unit.
    pub positions: Vec<f64>,
    /// The unbeaten positions, weighted by capability × salience.
    pub median: Median,
    /// The mean, weighted by capability × salience.
    pub mean: f64,
    /// The risk exponents r in [½, 2] that this round was played with; 1 is neutral, below 1 seeks
    /// risk. All 1 in round 0.
    pub risk: Vec<f64>,
    /// The offer each actor followed to get here, if it had any; `None` for all in round 0.
    pub followed: Vec<Option<Offer>>,
}

/// Plays `rounds` rounds on one issue (counted from 0). Entry 0 of the answer is the start, entry n
/// the table after round n. One actor, or all at one position, never move.
///
/// # Errors
/// No such issue; nobody with both capability and salience; Q outside [0, 1].
pub fn challenge(
    table: &PositionTable,
    issue: usize,
    rules: &ChallengeRules,
    rounds: usize,
) -> Result<Vec<Round>, ForecastError> {
    if !(0.0..=1.0).contains(&rules.status_quo_weight) {
        return Err(ForecastError::BadStatusQuoWeight(rules.status_quo_weight));
    }
    let weights = table.weights(issue)?;
    let salience = table.actors().iter().map(|actor| actor.saliences[issue]).collect();
    let mut talks = round::Talks::open(table.positions(issue)?, weights, salience, *rules);
    let mut history = Vec::with_capacity(rounds + 1);
    history.push(talks.opening());
    for _ in 0..rounds {
        history.push(talks.play());
    }
    Ok(history)
}
