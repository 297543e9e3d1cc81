//! The noise of a world's histories, dealt history by history.
//!
//! What every history needs exactly once (each party's readiness, when each rated pledge and each
//! rated event first comes) is drawn from one sequence a world and a name, so that the histories of
//! a world share the price of opening it. The rest has a sequence a history, opened when it is first
//! needed.

use super::state::State;
use super::table::Table;
use super::trial::Trial;
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
        let dealt = self.readiness.iter_mut().zip(world.players());
        state
            .chance
            .deal_readiness(dealt.map(|(stream, player)| player.readiness * stream.logistic()));
        state.record.pledge_at.clear();
        for (j, (stream, player)) in self.pledges.iter_mut().zip(world.players()).enumerate() {
            let wait = stream.exponential();
            let rated =
                if player.pledge_rate > 0.0 { wait / player.pledge_rate } else { f64::INFINITY };
            state.record.pledge_at.push(table.pledge_date(j).unwrap_or(rated));
        }
        state.record.event_at.clear();
        for (e, (stream, &rate)) in self.events.iter_mut().zip(world.events().rates()).enumerate() {
            let wait = stream.exponential();
            let rated = if rate > 0.0 { wait / rate } else { f64::INFINITY };
            state.record.event_at.push(table.event_date(e).unwrap_or(rated));
        }
        let holders = table.pen_order.len();
        for stream in &mut self.pen {
            let turn = (stream.uniform() * holders as f64) as usize;
            state.drafting.give_pen(turn.min(holders.saturating_sub(1)));
        }
    }
}
