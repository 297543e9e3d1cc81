//! The world as the events of a history have left it.
//!
//! An event that changes a number of the file which a world is made of (a position, a red line, a belief,
//! the vote at home …) has the world made anew with it, in a copy that the history plays on in. So every
//! other module reads one world, and a history without such an event reads that of the file.

use super::concession::own_concessions;
use super::observer::{Event as Seen, Observer};
use super::setting::Setting;
use super::state::State;
use super::table::Table;
use super::world::World;
use crate::model::{MediationStyle, Target};

/// A world that events have altered, with its buffers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Altered {
    world: World,
    /// The numbers of the file in this world.
    stated: Vec<f64>,
    /// … and as events have left them.
    draws: Vec<f64>,
    style: Option<MediationStyle>,
    /// What each party has conceded already, and the drift of the line it stated before.
    conceded: Vec<f64>,
    believed: Vec<f64>,
    /// Has the history left the world of the file?
    is_in_force: bool,
}

impl Altered {
    /// Keeps the numbers of a world whose histories may alter it.
    pub(crate) fn enter(&mut self, table: &Table<'_>, draws: &[f64]) {
        if table.alters_world {
            self.stated.clear();
            self.stated.extend_from_slice(draws);
        }
        self.is_in_force = false;
    }

    /// A history begins in the world of the file.
    pub(crate) fn begin(&mut self) {
        self.is_in_force = false;
    }

    /// The setting as events have left it, where `setting` has the world of the file.
    #[inline]
    pub(crate) fn setting<'a>(&'a self, setting: Setting<'a>) -> Setting<'a> {
        if self.is_in_force { Setting { world: &self.world, ..setting } } else { setting }
    }

    /// An event has happened at `t`: makes the world anew where it changes what a world is made of. True
    /// where it does.
    pub(crate) fn happen<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        event: usize,
        state: &mut State,
        observer: &mut O,
    ) -> bool {
        let Setting { table, world: base, .. } = setting;
        let described = &table.scenario.events[event];
        if !described.effects.iter().any(|effect| effect.target.alters_world()) {
            return false;
        }
        let before = if self.is_in_force { &self.world } else { base };
        self.conceded.resize(before.players().len(), 0.0);
        let talked = before.tempo().since_talks_began(t);
        own_concessions(before.players(), talked, &mut self.conceded);
        self.believed.clear();
        self.believed.extend(before.players().iter().map(|player| player.believed_drift));
        if !self.is_in_force {
            self.draws.clear();
            self.draws.extend_from_slice(&self.stated);
            self.style = base.globals().style;
        }
        let amounts = base.events().amounts_from(table, event);
        for (effect, &by) in described.effects.iter().zip(amounts) {
            let (from, to) = if let Some(number) = effect.target.number() {
                let draw = &mut self.draws[number.input.index()];
                let from = *draw;
                *draw = effect.operation.apply(from, by).clamp(number.low, number.high);
                (from, *draw)
            } else if effect.target == Target::Style {
                let from = style_number(self.style);
                self.style = MediationStyle::ALL.get(by as usize).copied();
                (from, by)
            } else {
                continue;
            };
            if O::ACTIVE {
                observer.observe(t, Seen::Changed { event, target: effect.target, from, to });
            }
        }
        self.world.derive(table, &self.draws);
        self.world.alter(self.style, &self.conceded);
        let stated = self.world.players().iter().zip(&self.believed);
        let moved = stated.map(|(player, before)| player.believed_drift - before);
        state.situation.front.shift_beliefs(moved);
        self.is_in_force = true;
        state.settle_in(self.setting(setting), t);
        true
    }
}

/// A style's number among all.
fn style_number(style: Option<MediationStyle>) -> f64 {
    let number = MediationStyle::ALL.iter().position(|one| Some(*one) == style);
    number.map_or(0.0, |number| number as f64)
}

impl State {
    /// Works out what hangs on the world after it was made anew at `t`.
    fn settle_in(&mut self, setting: Setting<'_>, t: f64) {
        let Setting { table, world, person } = setting;
        self.situation.limits.settle(world.parties(), table.front);
        if self.drafting.has_own() || person.is_some() {
            self.drafting.settle(setting, &self.situation.limits, &self.decisions);
        }
        self.look_ahead(setting, t);
    }
}
