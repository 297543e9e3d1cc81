//! Histories of a peace process, for [`Seat`](super::Seat): everything a history of it needs that one of
//! another protocol does not, kept from history to history.

use super::altered::Altered;
use super::common_ground::{BestPackage, CommonGround};
use super::ending::{Ending, IssueLoss, dearest_issue};
use super::history::History;
use super::laid::{Laid, OnTheDay, Reached, Reception};
use super::noise::Noise;
use super::observer::Observer;
use super::play::play;
use super::record::Record;
use super::setting::Setting;
use super::state::State;
use super::table::Table;
use super::trial::Trial;
use super::world::World;

/// The buffers of a peace process.
#[derive(Clone, Debug, Default)]
pub(crate) struct Peacemaking {
    altered: Altered,
    ground: CommonGround,
    noise: Noise,
    state: State,
    /// A history that was played to a day on which the parties still talk.
    reached: Option<Reached>,
}

impl Peacemaking {
    /// Enters a world, made of these draws.
    pub(crate) fn enter(&mut self, table: &Table<'_>, world: &World, draws: &[f64], first: Trial) {
        self.altered.enter(table, draws);
        self.ground.prepare(table, world);
        self.noise.open(table, first);
    }

    /// Is there a package that suits all who must agree, without noise?
    pub(crate) fn has_zopa(&mut self) -> bool {
        self.ground.exists_without_noise()
    }

    /// The world's best package without noise.
    pub(crate) fn best_package(&mut self) -> Option<BestPackage<'_>> {
        self.ground.best()
    }

    /// The next history is `first` again, of the world last entered.
    pub(crate) fn rewind(&mut self, table: &Table<'_>, first: Trial) {
        self.noise.open(table, first);
    }

    /// A history before its first happening.
    fn open(&mut self, setting: Setting<'_>, trial: Trial) {
        let Setting { table, world, .. } = setting;
        self.state.begin(table, world, trial);
        self.noise.deal(table, world, &mut self.state);
        self.state.open_events(table);
        self.altered.begin();
        self.reached = None;
    }

    /// Plays a history to the day `t`.
    pub(crate) fn reach(&mut self, setting: Setting<'_>, trial: Trial, t: f64) -> OnTheDay {
        self.open(setting, trial);
        let (reached, day) = Reached::play_to(setting, &mut self.altered, &mut self.state, t);
        self.reached = (day == OnTheDay::Talks).then_some(reached);
        day
    }

    /// Asks everybody about a text on the day that was reached; `None` where none was.
    pub(crate) fn ask<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        text: &[f64],
        observer: &mut O,
    ) -> Option<Reception> {
        let setting = self.altered.setting(setting);
        Some(self.reached.as_ref()?.ask(setting, &mut self.state, text, observer))
    }

    /// Lays a text on the table on the day that was reached; `None` where none was.
    pub(crate) fn lay<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        text: &[f64],
        observer: &mut O,
    ) -> Option<Laid> {
        let reached = self.reached.take()?;
        Some(reached.lay(setting, &mut self.altered, &mut self.state, text, observer))
    }

    /// The issue on which a party loses most at a text against its alternative, as things stand; `see` is shown
    /// how much on each.
    pub(crate) fn dearest_issue(
        &self,
        setting: Setting<'_>,
        (party, text): (usize, &[f64]),
        see: impl FnMut(usize, IssueLoss),
    ) -> usize {
        let setting = self.altered.setting(setting);
        dearest_issue(setting, &self.state.situation, (party, text), see)
    }

    /// Plays a history.
    pub(crate) fn negotiate<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        trial: Trial,
        observer: &mut O,
    ) -> History<'_> {
        self.open(setting, trial);
        let table = setting.table;
        let state = &mut self.state;
        let ratified = play(setting, &mut self.altered, state, observer);
        let setting = self.altered.setting(setting);
        let signed = state.record.signed_at.is_finite();
        // A signature proves common ground; without talks nobody asks. Only lost votes harden
        // readiness, and they follow a signature, so the test sees the readiness of the as-of date.
        let ground =
            signed || (state.record.talks && self.ground.exists(state.chance.all_readiness()));
        let ending = if ratified {
            let Record { ratified_at, holds_for, defector, .. } = state.record;
            Ending::Agreement { in_force_at: ratified_at, holds_for, defector }
        } else {
            let end = table.scenario.clock.horizon;
            Ending::NoDeal(state.reason(setting, end, ground))
        };
        state.settle_values(setting, ratified);
        History {
            ending,
            ground,
            nearest_gain: state.nearest.gain(),
            nearest_crosses: state.nearest.gain().is_finite() && state.nearest.crossed().is_some(),
            record: &state.record,
        }
    }
}
