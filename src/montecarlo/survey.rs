//! Looking at many worlds without playing them.

use std::ops::Range;

use super::chunks::{Division, Place, Work, play_all};
use super::plan::Plan;
use super::progress::Progress;
use crate::engine::{Seat, Table};
use crate::model::Scenario;

/// Worlds between two reports of progress.
const STAGE: u64 = 200;

/// What `look` sees in each of the plan's worlds, in order: the same worlds as a run with this
/// plan plays. Worlds after a stop are left out. `look` gets the seat in the as-of date of the world
/// and the world's number.
pub fn survey<T: Send>(
    scenario: &Scenario,
    plan: &Plan,
    progress: &dyn Progress,
    look: impl Fn(&mut Seat<'_>, u64) -> T + Sync,
) -> Vec<T> {
    let table = Table::new(scenario, plan.seed);
    let mut seen = Vec::new();
    // Looking at one world takes long, so that each is a chunk of its own.
    let division = Division { chunk: 1, ..Division::of(plan, STAGE) };
    play_all(&Look { table: &table, plan, see: look }, division, progress, |worlds| {
        seen.extend(worlds.into_iter().flatten());
        None
    });
    seen
}

struct Look<'a, F> {
    table: &'a Table<'a>,
    plan: &'a Plan,
    see: F,
}

impl<'a, T: Send, F: Fn(&mut Seat<'_>, u64) -> T + Sync> Work for Look<'a, F> {
    type Place = Place<'a>;
    type Chunk = Vec<T>;

    fn sit(&self) -> Place<'a> {
        Place::new(self.table, self.plan)
    }

    fn play(&self, place: &mut Place<'a>, worlds: Range<u64>) -> Vec<T> {
        let mut seen = Vec::new();
        for world in worlds {
            place.seek(world);
            place.enter(world);
            seen.push((self.see)(&mut place.seat, world));
        }
        seen
    }
}
