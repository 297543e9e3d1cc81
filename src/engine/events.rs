//! How often the events of a world come, and by how much they change things.

use super::table::Table;
use crate::model::{InputId, Scenario};

/// The numbers of a world's events.
#[derive(Clone, Debug, Default)]
pub(crate) struct Events {
    /// Rate of each event a month; 0 where it is dated.
    rates: Vec<f64>,
    /// Amount of each effect, in the units of the file: all effects of event 0, of event 1, …
    amounts: Vec<f64>,
}

impl Events {
    pub(crate) fn prepare(&mut self, scenario: &Scenario, get: impl Fn(InputId) -> f64) {
        self.rates.clear();
        self.amounts.clear();
        for event in &scenario.events {
            self.rates.push(event.when.rate().map_or(0.0, &get));
            self.amounts.extend(event.effects.iter().map(|effect| get(effect.by)));
        }
    }

    /// Rate of each event a month; 0 where it is dated.
    pub(crate) fn rates(&self) -> &[f64] {
        &self.rates
    }

    /// Amounts of the effects of an event, in order, and of whatever follows it.
    pub(crate) fn amounts_from(&self, table: &Table<'_>, event: usize) -> &[f64] {
        &self.amounts[table.effect_starts[event]..]
    }
}
