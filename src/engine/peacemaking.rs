//! Histories of a peace process, for [`Seat`](super::Seat): everything a history of it needs that one of
//! another protocol does not, kept from history to history.

use super::altered::Altered;
use super::common_ground::{BestPackage, CommonGround};
use super::ending::Ending;
use super::history::History;
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

    /// Plays a history.
    pub(crate) fn negotiate<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        trial: Trial,
        observer: &mut O,
    ) -> History<'_> {
        let Setting { table, world, .. } = setting;
        let state = &mut self.state;
        state.begin(table, world, trial);
        self.noise.deal(table, world, state);
        state.open_events(table);
        self.altered.begin();
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
