//! The noise of a world's histories, dealt history by history.
//!
//! What every history needs exactly once (each party's readiness, when each rated pledge and each
//! rated event first comes) is drawn from one sequence a world and a name, so that the histories of
//! a world share the price of opening it. The rest has a sequence a history, opened when it is first
//! needed.

use super::state::{Answers, State, Trial};
use super::table::Table;
use super::world::World;
use crate::stream::{Stream, StreamKey};

/// The per-world sequences, at the draw of the next history.
#[derive(Clone, Debug, Default)]
pub(crate) struct Noise {
    readiness: Vec<Stream>,
    pledges: Vec<Stream>,
    events: Vec<Stream>,
    pen: Vec<Stream>,
}

impl Noise {
    /// Opens the sequences of a world at the draw of this trial's history.
    pub(crate) fn open(&mut self, table: &Table<'_>, trial: Trial) {
        let keys = &table.keys;
        let reopen = |streams: &mut Vec<Stream>, keys: &[StreamKey]| {
            streams.clear();
            streams.extend(keys.iter().map(|key| key.world(trial.world, trial.history)));
        };
        reopen(&mut self.readiness, &keys.readiness);
        reopen(&mut self.pledges, &keys.pledge);
        reopen(&mut self.events, &keys.event_first);
        reopen(&mut self.pen, std::slice::from_ref(&keys.pen));
    }

    /// Deals one history's share. Every sequence gives exactly one draw, wanted or not, so that it
    /// stands at the right draw for the next history.
    pub(crate) fn deal(&mut self, table: &Table<'_>, world: &World, state: &mut State) {
        state.readiness.clear();
        for (stream, player) in self.readiness.iter_mut().zip(&world.players) {
            state.readiness.push(player.readiness * stream.logistic());
        }
        state.record.pledge_at.clear();
        for (j, (stream, player)) in self.pledges.iter_mut().zip(&world.players).enumerate() {
            let wait = stream.exponential();
            let rated =
                if player.pledge_rate > 0.0 { wait / player.pledge_rate } else { f64::INFINITY };
            state.record.pledge_at.push(table.pledge_date(j).unwrap_or(rated));
        }
        state.record.event_at.clear();
        for (e, (stream, &rate)) in self.events.iter_mut().zip(&world.event_rates).enumerate() {
            let wait = stream.exponential();
            let rated = if rate > 0.0 { wait / rate } else { f64::INFINITY };
            state.record.event_at.push(table.event_date(e).unwrap_or(rated));
        }
        let holders = table.pen_order.len();
        for stream in &mut self.pen {
            state.pen =
                ((stream.uniform() * holders as f64) as usize).min(holders.saturating_sub(1));
        }
    }
}

impl Answers {
    /// The sequence at its next draw, opened if this is the first.
    pub(crate) fn next(&mut self, key: &StreamKey, trial: Trial) -> &mut Stream {
        self.taken += 1;
        self.stream.get_or_insert_with(|| key.history(trial.world, trial.history))
    }

    /// The draw number `index`: earlier ones not yet taken are passed over.
    pub(crate) fn logistic_at(&mut self, key: &StreamKey, trial: Trial, index: usize) -> f64 {
        loop {
            let at = self.taken;
            let draw = self.next(key, trial).uniform();
            if at == index {
                return crate::prior::logistic_quantile(draw);
            }
        }
    }
}
