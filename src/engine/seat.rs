//! A seat at a table: plays histories of one world after another, whatever the protocol, and keeps its buffers.

use super::alternating::{self, Bargaining};
use super::common_ground::BestPackage;
use super::ending::IssueLoss;
use super::history::History;
use super::laid::{Laid, OnTheDay, Reception};
use super::observer::Observer;
use super::peacemaking::Peacemaking;
use super::person::Person;
use super::setting::Setting;
use super::table::Table;
use super::trial::Trial;
use super::world::World;
use crate::model::Process;

/// A place to play histories at a table: one world at a time, with all working space.
#[derive(Clone, Debug)]
pub struct Seat<'a> {
    pub(super) table: &'a Table<'a>,
    /// The world last entered, as the map and the briefs read it under either protocol.
    pub(super) world: World,
    next: Trial,
    player: Player,
}

/// What plays histories under the scenario's protocol, with its buffers.
#[derive(Clone, Debug)]
enum Player {
    Peace(Box<Peacemaking>),
    Offers(Box<Bargaining>),
}

impl Player {
    fn new(table: &Table<'_>) -> Self {
        match table.scenario.process {
            Process::Peace => Self::Peace(Box::default()),
            Process::Offers(_) => {
                Self::Offers(Box::new(Bargaining::new(table.scenario, table.seed)))
            }
        }
    }
}

impl<'a> Seat<'a> {
    /// A seat at this table.
    pub fn new(table: &'a Table<'a>) -> Self {
        let player = Player::new(table);
        Self { table, world: World::default(), next: Trial::default(), player }
    }

    /// Prepares the world of `draws` (one number for every input of the scenario) so that
    /// `first` is the next history to be played.
    ///
    /// # Panics
    /// When `draws` is shorter than the scenario's inputs.
    pub fn enter(&mut self, draws: &[f64], first: Trial) {
        self.next = first;
        match &mut self.player {
            Player::Peace(peace) => {
                self.world.prepare(self.table, draws);
                peace.enter(self.table, &self.world, draws, first);
            }
            Player::Offers(bargaining) => {
                if bargaining.enter(self.table.scenario, draws) {
                    self.world.prepare(self.table, draws);
                }
            }
        }
    }

    /// Is there a package that suits all who must agree, without noise?
    pub fn has_zopa(&mut self) -> bool {
        match &mut self.player {
            Player::Peace(peace) => peace.has_zopa(),
            Player::Offers(bargaining) => bargaining.world().has_zone(),
        }
    }

    /// The world's best package without noise.
    pub fn best_package(&mut self) -> Option<BestPackage<'_>> {
        match &mut self.player {
            Player::Peace(peace) => peace.best_package(),
            Player::Offers(bargaining) => bargaining.best_package(),
        }
    }

    /// What plays alternating offers, where those are the protocol.
    fn offers(&self) -> Option<&Bargaining> {
        match &self.player {
            Player::Peace(_) => None,
            Player::Offers(bargaining) => Some(bargaining),
        }
    }

    /// The world of alternating offers last entered, where those are the protocol.
    pub fn bargaining(&self) -> Option<&alternating::World> {
        self.offers().map(Bargaining::world)
    }

    /// The number of the outcome that the last history of alternating offers agreed on, whatever became
    /// of it at home.
    pub fn agreed(&self) -> Option<usize> {
        self.offers().and_then(Bargaining::agreed)
    }

    /// How good the deal of the last history is; `None` without one, and in a peace process, whose deals
    /// are not measured.
    pub fn quality(&mut self) -> Option<alternating::Quality> {
        match &mut self.player {
            Player::Peace(_) => None,
            Player::Offers(bargaining) => bargaining.quality(),
        }
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
        let trial = self.next;
        self.next.history += 1;
        match &mut self.player {
            Player::Peace(peace) => {
                let setting = Setting { table: self.table, world: &self.world, person };
                peace.negotiate(setting, trial, observer)
            }
            Player::Offers(bargaining) => bargaining.negotiate(trial, observer),
        }
    }

    /// The next history is that of this number again, in the world last entered.
    pub fn rewind(&mut self, history: u64) {
        self.next.history = history;
        if let Player::Peace(peace) = &mut self.player {
            peace.rewind(self.table, self.next);
        }
    }

    /// Plays the next history of the world to the day `t`, in months, all that happens on it included; `None`
    /// with alternating offers, where there are no days.
    pub fn reach(&mut self, t: f64) -> Option<OnTheDay> {
        let trial = self.next;
        self.next.history += 1;
        let Player::Peace(peace) = &mut self.player else { return None };
        Some(peace.reach(Setting::new(self.table, &self.world), trial, t))
    }

    /// Asks everybody about a text on the day that was [reached](Seat::reach), with the mood they would have for
    /// it, and leaves everything as it is; `None` where there are no talks.
    pub fn ask<O: Observer>(&mut self, text: &[f64], observer: &mut O) -> Option<Reception> {
        let Player::Peace(peace) = &mut self.player else { return None };
        peace.ask(Setting::new(self.table, &self.world), text, observer)
    }

    /// Lays a text on the table on the day that was [reached](Seat::reach), and plays on until the votes on it are
    /// held, if all sign; `None` where there are no talks.
    pub fn lay<O: Observer>(&mut self, text: &[f64], observer: &mut O) -> Option<Laid> {
        let Player::Peace(peace) = &mut self.player else { return None };
        peace.lay(Setting::new(self.table, &self.world), text, observer)
    }

    /// The issue on which a party loses most at a text against its alternative, as things stand in the history
    /// played last; `see` is shown how much it loses on each. `None` with alternating offers.
    pub fn dearest_issue(
        &self,
        party: usize,
        text: &[f64],
        see: impl FnMut(usize, IssueLoss),
    ) -> Option<usize> {
        let Player::Peace(peace) = &self.player else { return None };
        Some(peace.dearest_issue(Setting::new(self.table, &self.world), (party, text), see))
    }
}
