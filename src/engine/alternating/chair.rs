//! How a party bargains in one world: the file's [`Bargainer`] with every number drawn.

use super::acceptance::Rule;
use super::tactic::Tactic;
use crate::model::{Bargainer, InputId, Learning, Party};

/// A party's way of bargaining in a world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chair {
    /// What it asks for.
    pub tactic: Tactic,
    /// What it accepts.
    pub rule: Rule,
    /// Learns from offers, and counts those within so much value of what it asks for as equal.
    pub band: Option<f64>,
    /// What a round leaves of the value of anything, in (0, 1].
    pub patience: f64,
    /// The scale of its errors, in value; 0 for none.
    pub error: f64,
}

impl Chair {
    /// The chair of a party in the world of these draws.
    pub(super) fn of(party: &Party, bargainer: &Bargainer, draws: &[f64]) -> Self {
        let get = |id: InputId| draws[id.index()];
        let number = bargainer.choice.map_or(0, |id| get(id) as usize);
        let chosen = bargainer.tactics[number.min(bargainer.tactics.len() - 1)];
        Self {
            tactic: Tactic::of(chosen, get(party.concession_speed), get),
            rule: Rule::of(bargainer.acceptance, get),
            band: match bargainer.learning {
                Learning::None => None,
                Learning::Frequency { band } => Some(band.map_or(Learning::BAND, get)),
            },
            patience: 1.0 - get(bargainer.discount),
            error: bargainer.error.map_or(0.0, get),
        }
    }
}
