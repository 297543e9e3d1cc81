//! The challenge model round by round.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{reason, value_of};
use crate::solution::forecasts::challenge::OfferKind;
use crate::solution::forecasts::{
    ChallengeOpinion, ChallengeRules, PositionTable, Round, challenge_switches,
};

/// A challenge model and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Challenge {
    /// Its rules in short, as `--challenge` takes them.
    pub name: String,
    /// Every switch.
    pub rules: ChallengeSwitches,
    /// The start and every round after it.
    pub rounds: Option<Vec<ChallengeRound>>,
    /// Why there is no answer.
    pub reason: Option<String>,
}

/// The switches of the challenge model, with the values that `--challenge` takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChallengeSwitches {
    /// `vote-share`: whose votes the chance to win is a share of.
    pub vote_share: String,
    /// `votes-risk`: do voters take risks?
    pub votes_risk: String,
    /// `risk`: do actors take risks?
    pub risk: String,
    /// `view`: whose attitude to risk an actor imputes to its rival.
    pub view: String,
    /// `conflict-choice`: which of several conflicts an actor follows.
    pub conflict_choice: String,
    /// `compromise-choice`: which of several compromises.
    pub compromise_choice: String,
    /// `conflict`: what a conflict makes of positions.
    pub conflict: String,
    /// `capitulation`: is it asked for?
    pub capitulation: String,
    /// `order`: in which order offers count.
    pub order: String,
    /// Q: the probability of the status quo, 0 to 1.
    pub q: f64,
    /// `distances`: against what distances are measured.
    pub distances: String,
}

/// A round; positions in the unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChallengeRound {
    /// Its number; 0 is the start.
    pub round: u64,
    /// The weighted median after it.
    pub median: f64,
    /// Lowest position that no other beats.
    pub median_low: f64,
    /// Highest position that no other beats.
    pub median_high: f64,
    /// The weighted mean after it.
    pub mean: f64,
    /// Everybody, in the order of the table.
    pub actors: Vec<ActorInRound>,
}

/// An actor after a round.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ActorInRound {
    /// The actor.
    pub actor: String,
    /// Where it stands.
    pub position: f64,
    /// The exponent of its utilities that the round was played with, ½ to 2: below 1 it seeks risks.
    pub risk_exponent: f64,
    /// The offer it followed, if any.
    pub followed: Option<OfferFollowed>,
}

/// An offer that an actor followed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OfferFollowed {
    /// What it amounts to.
    pub kind: OfferKind,
    /// Who made it.
    pub from: String,
    /// Where it leads.
    pub position: f64,
    /// What the rival expects of it, in utility.
    pub rival_expects: f64,
}

impl Challenge {
    pub(super) fn new(table: &PositionTable, opinion: &ChallengeOpinion) -> Self {
        let rounds = opinion.answer.as_ref().ok().map(|rounds| {
            let rounds = rounds.iter().enumerate();
            rounds.map(|(number, round)| ChallengeRound::new(table, number, round)).collect()
        });
        Self {
            name: opinion.rules.to_string(),
            rules: ChallengeSwitches::of(&opinion.rules),
            rounds,
            reason: reason(&opinion.answer),
        }
    }
}

impl ChallengeSwitches {
    fn of(rules: &ChallengeRules) -> Self {
        let switches = challenge_switches(rules);
        let value = |name| value_of(&switches, name);
        Self {
            vote_share: value("vote-share"),
            votes_risk: value("votes-risk"),
            risk: value("risk"),
            view: value("view"),
            conflict_choice: value("conflict-choice"),
            compromise_choice: value("compromise-choice"),
            conflict: value("conflict"),
            capitulation: value("capitulation"),
            order: value("order"),
            q: rules.status_quo_weight,
            distances: value("distances"),
        }
    }
}

impl ChallengeRound {
    fn new(table: &PositionTable, number: usize, round: &Round) -> Self {
        let actors = table.actors();
        let offer = |index: usize| {
            round.followed[index].map(|offer| OfferFollowed {
                kind: offer.kind,
                from: actors[offer.from].name.clone(),
                position: offer.position,
                rival_expects: offer.rival_expects,
            })
        };
        let told = actors.iter().enumerate().map(|(index, actor)| ActorInRound {
            actor: actor.name.clone(),
            position: round.positions[index],
            risk_exponent: round.risk[index],
            followed: offer(index),
        });
        Self {
            round: number as u64,
            median: round.median.point(),
            median_low: round.median.low,
            median_high: round.median.high,
            mean: round.mean,
            actors: told.collect(),
        }
    }
}
