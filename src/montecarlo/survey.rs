//! Looking at many worlds without playing them.

use super::draw::Draws;
use super::parallel::{in_order, on_threads};
use super::plan::Plan;
use super::run::Progress;
use crate::engine::{Seat, Table, Trial};
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
    let view = |(draws, seat): &mut (Draws<'_>, Seat<'_>), world: u64| {
        draws.seek(world);
        draws.draw();
        seat.enter(draws.values(), Trial { world, history: 0 });
        look(seat, world)
    };
    let everything = || {
        let mut seen = Vec::new();
        while (seen.len() as u64) < plan.worlds {
            let first = seen.len() as u64;
            let end = (first + STAGE).min(plan.worlds);
            let place = || (Draws::new(scenario, plan.seed, &plan.fixed), Seat::new(&table));
            seen.extend(in_order(first..end, progress, place, view));
            if (seen.len() as u64) < end {
                break;
            }
            progress.advance(end, plan.worlds);
        }
        seen
    };
    on_threads(plan.threads, everything)
}
