//! The room in which a session is played: its scenario, read, and the world and seat of the person.

use super::{Fault, Setup};
use crate::model::Scenario;
use crate::montecarlo::Draws;
use crate::scenario::{LoadOptions, Story, load};
use crate::stream::{MAX_WORLDS, Seed};
use crate::teach::brief::{Case, likeliest};

/// A scenario in one world, with a person in one of its seats.
#[derive(Clone, Debug)]
pub struct Room {
    /// The scenario.
    pub scenario: Scenario,
    /// Its words for people.
    pub story: Story,
    /// One number for every input.
    pub values: Vec<f64>,
    /// The person's seat.
    pub role: usize,
    /// Seed of every random draw.
    pub seed: Seed,
}

impl Room {
    /// Opens the room of a session.
    ///
    /// # Errors
    /// When its scenario cannot be read, is not the one it says, or has no such seat.
    pub fn open(setup: &Setup) -> Result<Self, Fault> {
        let room = Self::with(setup, &[])?;
        if room.scenario.fingerprint != setup.fingerprint {
            let message = format!(
                "the scenario in this session is not the one that was played: its fingerprint is {}…, and \
                 the session says {}…",
                start(&room.scenario.fingerprint),
                start(&setup.fingerprint)
            );
            return Err(Fault::new(1, message));
        }
        Ok(room)
    }

    /// The room with more changed than its session says: to see what one number would have done.
    ///
    /// # Errors
    /// When the scenario cannot be read with the changes, or has no such seat.
    pub fn with(setup: &Setup, changes: &[(String, String)]) -> Result<Self, Fault> {
        let overrides = setup.sets.iter().chain(changes).cloned().collect();
        let options = LoadOptions { variant: setup.variant.clone(), overrides };
        let loaded = load(&setup.file, &setup.text, &options).map_err(|rejected| {
            let mut found = rejected.report.iter().filter(|found| found.is_error());
            let first = found.next().map_or(String::new(), |found| found.message.clone());
            Fault::new(1, format!("the scenario of this session does not load: {first}"))
        })?;
        let scenario = loaded.scenario;
        let Some(role) = scenario.party_index(&setup.role) else {
            let message = format!("the scenario of this session has no party {}", setup.role);
            return Err(Fault::new(1, message));
        };
        if let Some(world) = setup.world
            && world >= MAX_WORLDS
        {
            let message = format!(
                "there is no world {world}: worlds are numbered from 0 to {}",
                MAX_WORLDS - 1
            );
            return Err(Fault::new(1, message));
        }
        let seed = Seed(setup.seed);
        let values = match setup.world {
            None => likeliest(&scenario),
            Some(world) => {
                let mut draws = Draws::new(&scenario, seed, &[]);
                draws.seek(world);
                draws.draw().to_vec()
            }
        };
        Ok(Self { scenario, story: loaded.story, values, role, seed })
    }

    /// What briefs are written from.
    pub fn case(&self) -> Case<'_> {
        Case { scenario: &self.scenario, story: &self.story, values: &self.values }
    }
}

/// The first letters of a fingerprint.
fn start(fingerprint: &str) -> String {
    fingerprint.chars().take(12).collect()
}
