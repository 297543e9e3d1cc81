//! The naive twin of the engine: one history played straight from the equations of the model.
//!
//! It is slow, allocates freely and shares no code with the engine: only the scenario, the random
//! streams and the functions of the mathematics are the same. Where both agree trial by trial, a
//! mistake would have to be made twice. Every file holds one piece of the model; the equations are
//! written as they stand in the documentation, without a shortcut or a value kept for later.

mod cause;
mod events;
mod ground;
mod guarantee;
mod history;
mod home;
mod interim;
mod lasting;
mod prospect;
mod talks;
mod tempo;
mod text;
mod value;
mod world;

use zopa::engine::{Cause, Trial};
use zopa::model::Scenario;
use zopa::stream::Seed;

pub(crate) use ground::NARROW;

use ground::Bounds;
use history::{Play, Seen};

/// What the twin says of one history. Times in months since `as_of`.
#[derive(Clone, Debug)]
pub(crate) struct TwinHistory {
    /// Why it brought no lasting deal; `None` where one holds for twelve months.
    pub(crate) cause: Option<Cause>,
    /// Was there common ground? `None` where it is too near to call; the cause is then the one
    /// without.
    pub(crate) ground: Option<bool>,
    pub(crate) seen: Seen,
    pub(crate) pledge_at: Vec<f64>,
    pub(crate) event_at: Vec<f64>,
    /// What each party has in the end.
    pub(crate) values: Vec<f64>,
}

/// Plays one history of the world of `draws`.
pub(crate) fn play(scenario: &Scenario, draws: &[f64], seed: Seed, trial: Trial) -> TwinHistory {
    let start = Play::begin(scenario, draws, seed, trial);
    let mut play = start.clone();
    play.run();
    let ground = if play.seen.first_signed.is_some() {
        Some(true)
    } else if play.seen.texts == 0 {
        Some(false)
    } else {
        ground::common_ground(&start)
    };
    TwinHistory {
        cause: play.cause(ground.unwrap_or(false)),
        ground,
        pledge_at: start.pledge_at,
        event_at: play.event_at.clone(),
        values: (0..scenario.parties.len()).map(|i| play.final_value(i)).collect(),
        seen: play.seen,
    }
}

/// What signing a package is worth to a party on the as-of date, before readiness.
pub(crate) fn worth(scenario: &Scenario, draws: &[f64], party: usize, package: &[f64]) -> f64 {
    let mut start = Play::begin(scenario, draws, Seed(0), Trial::default());
    for (pledged, party) in start.pledged.iter_mut().zip(&scenario.parties) {
        *pledged = party.pledge.is_some();
    }
    start.worth(party, package)
}

/// Bounds of what the best package of a world without noise gives the party that gains least.
pub(crate) fn best_gain(scenario: &Scenario, draws: &[f64], seed: Seed) -> (f64, f64) {
    let mut start = Play::begin(scenario, draws, seed, Trial::default());
    start.readiness.fill(0.0);
    let Bounds { low, high } = ground::best_gain(&start);
    (low, high)
}
