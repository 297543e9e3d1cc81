//! One negotiation: one history in one world.
//!
//! [`Seat::negotiate`] plays it, by whichever protocol the scenario has ([`alternating`] offers, or the
//! peace process of the other modules); every piece of the model stands in a file of its own, with the equation
//! and its source. Nothing here reads a file or a clock, fails, or allocates once the buffers of
//! [`Seat`] have grown to the scenario's size.

mod acceptance;
mod altered;
pub mod alternating;
mod appraisal;
mod belief;
mod blocs;
mod coalition;
mod common_ground;
mod concession;
mod deal_space;
mod durability;
mod ending;
mod foresight;
mod good_faith;
mod happening;
mod interim;
mod noise;
mod observer;
mod openings;
mod options;
mod outside;
mod person;
mod play;
mod probe;
mod prospect;
mod ratification;
mod ripeness;
mod signature;
mod state;
mod summit;
mod table;
mod tempo;
mod text;
mod trust;
mod win_set;
mod world;
mod worth;

pub use appraisal::Appraisal;
pub use blocs::Division;
pub use common_ground::{BestPackage, CommonGround};
pub use durability::{SHAPE as DURABILITY_SHAPE, collapse_after};
pub use ending::{Cause, Ending, HOLDS_MONTHS};
pub use foresight::Foresight;
pub use observer::{Event, Observer};
pub use openings::{Hinge, Needed};
pub use person::{Demand, Person};
pub use probe::Probe;
pub use signature::{Lure, Signature};
pub use state::{Record, Trial};
pub use table::Table;
pub use world::World;
pub use worth::Worth;

use altered::Altered;
use alternating::Bargaining;
use noise::Noise;
use play::{Setting, play};
use state::State;

/// A place to play histories at a table: one world at a time, with all working space.
#[derive(Clone, Debug)]
pub struct Seat<'a> {
    table: &'a Table<'a>,
    world: World,
    altered: Altered,
    ground: CommonGround,
    noise: Noise,
    state: State,
    next: Trial,
    /// What plays alternating offers, where those are the protocol.
    bargaining: Option<Box<Bargaining>>,
}

/// What a history was.
#[derive(Clone, Copy, Debug)]
pub struct History<'a> {
    /// How it ended.
    pub ending: Ending,
    /// Was there common ground (or a signature, which proves it)?
    pub ground: bool,
    /// The least worth of anybody's name under the package that came nearest to a signature, min_i ẑ_i;
    /// −∞ where none was tabled.
    pub nearest_gain: f64,
    /// Did that package cross the red line of someone who had to agree?
    pub nearest_crosses: bool,
    /// What happened on the way.
    pub record: &'a Record,
}

impl<'a> Seat<'a> {
    /// A seat at this table.
    pub fn new(table: &'a Table<'a>) -> Self {
        Self {
            table,
            world: World::default(),
            altered: Altered::default(),
            ground: CommonGround::default(),
            noise: Noise::default(),
            state: State::default(),
            next: Trial::default(),
            bargaining: table
                .scenario
                .protocol
                .alternating()
                .map(|_| Box::new(Bargaining::new(table.scenario, table.seed))),
        }
    }

    /// Prepares the world of `draws` (one number for every input of the scenario) so that
    /// `first` is the next history to be played.
    ///
    /// # Panics
    /// When `draws` is shorter than the scenario's inputs.
    pub fn enter(&mut self, draws: &[f64], first: Trial) {
        if let Some(bargaining) = &mut self.bargaining {
            self.next = first;
            // The map reads the world of the peace process, which holds the same values.
            if bargaining.enter(self.table.scenario, draws) {
                self.world.prepare(self.table, draws);
            }
            return;
        }
        self.world.prepare(self.table, draws);
        self.altered.enter(self.table, draws);
        self.ground.prepare(self.table, &self.world);
        self.noise.open(self.table, first);
        self.next = first;
    }

    /// Is there a package that suits all who must agree, without noise?
    pub fn has_zopa(&mut self) -> bool {
        match &self.bargaining {
            Some(bargaining) => bargaining.world().has_zone(),
            None => self.ground.exists_without_noise(),
        }
    }

    /// The world's best package without noise.
    pub fn best_package(&mut self) -> Option<BestPackage<'_>> {
        match &mut self.bargaining {
            Some(bargaining) => {
                bargaining.best_package().map(|(gain, package)| BestPackage { gain, package })
            }
            None => self.ground.best(),
        }
    }

    /// The world of alternating offers last entered, where those are the protocol.
    pub fn bargaining(&self) -> Option<&alternating::World> {
        self.bargaining.as_deref().map(Bargaining::world)
    }

    /// The number of the outcome that the last history of alternating offers agreed on, whatever became
    /// of it at home.
    pub fn agreed(&self) -> Option<usize> {
        self.bargaining.as_deref().and_then(Bargaining::agreed)
    }

    /// How good the deal of the last history of alternating offers is; `None` without one.
    pub fn quality(&mut self) -> Option<alternating::Quality> {
        self.bargaining.as_deref_mut().and_then(Bargaining::quality)
    }

    /// Plays the next history of the world.
    pub fn negotiate<O: Observer>(&mut self, observer: &mut O) -> History<'_> {
        self.negotiate_with(None, observer)
    }

    /// Plays the next history of the world, with a person in one of the seats: its decisions stand, and
    /// the engine makes everybody else's. In a game of alternating offers nobody but the engine plays
    /// here; people play [`alternating::Game`].
    pub fn negotiate_with<O: Observer>(
        &mut self,
        person: Option<&Person>,
        observer: &mut O,
    ) -> History<'_> {
        if let Some(bargaining) = &mut self.bargaining {
            let trial = self.next;
            self.next.history += 1;
            return bargaining.negotiate(trial, observer);
        }
        let setting = Setting { table: self.table, world: &self.world, person };
        let state = &mut self.state;
        state.begin(&self.world, self.next);
        self.noise.deal(self.table, &self.world, state);
        state.open_events(self.table);
        self.next.history += 1;
        self.altered.begin();
        let ratified = play(setting, &mut self.altered, state, observer);
        let setting = self.altered.setting(setting);
        let signed = state.record.signed_at.is_finite();
        // A signature proves common ground; without talks nobody asks. Only lost votes harden
        // readiness, and they follow a signature, so the test sees the readiness of the as-of date.
        let ground = signed || (state.record.talks && self.ground.exists(&state.readiness));
        let ending = if ratified {
            let Record { ratified_at, holds_for, defector, .. } = state.record;
            Ending::Agreement { in_force_at: ratified_at, holds_for, defector }
        } else {
            let end = self.table.scenario.clock.horizon;
            Ending::NoDeal(state.reason(setting, end, ground))
        };
        state.settle_values(setting, ratified);
        History {
            ending,
            ground,
            nearest_gain: state.nearest.gain,
            nearest_crosses: state.nearest.gain.is_finite() && state.nearest.crossed.is_some(),
            record: &state.record,
        }
    }
}
