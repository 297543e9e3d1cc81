//! A scenario's worlds as cases: what `zopa run --csv` would write.

use super::super::exit::Failure;
use super::super::progress::Bar;
use super::DiscoverArgs;
use super::cases::Cases;
use crate::cli::args::ScenarioArgs;
use crate::model::Scenario;
use crate::montecarlo::{Draws, Plan, StopReason, WorldRow, play_worlds};
use crate::present::csv::WorldTable;

/// Worlds that were played.
pub(super) struct Played {
    pub(super) scenario: Scenario,
    pub(super) options: String,
    pub(super) cases: Cases,
    /// Were all worlds played that were asked for?
    pub(super) is_complete: bool,
}

/// Plays the worlds.
pub(super) fn play(args: &DiscoverArgs) -> Result<Played, Failure> {
    let named = ScenarioArgs {
        file: args.file.clone(),
        variant: args.variant.clone(),
        sets: args.sets.clone(),
    };
    let scenario = named.load()?;
    let plan = Plan { structural: false, ..args.trials.plan(Plan::WORLDS) };
    let uncertain = Draws::new(&scenario, plan.seed, &plan.fixed).uncertain().to_vec();
    let failed =
        |error: csv::Error| Failure::io(format!("the worlds could not be tabulated: {error}"));
    let mut bytes = Vec::new();
    let bar = Bar::new(plan.worlds);
    let mut table =
        WorldTable::new(&scenario, &uncertain, plan.histories, &mut bytes).map_err(failed)?;
    let mut first_error = None;
    let mut take = |row: WorldRow| {
        if first_error.is_none() {
            first_error = table.push(&row).err();
        }
    };
    let played = play_worlds(&scenario, &plan, &bar, Some(&mut take));
    bar.finish();
    if let Some(error) = first_error {
        return Err(failed(error));
    }
    table.finish().map_err(failed)?;
    let text = String::from_utf8_lossy(&bytes);
    let cases = Cases::parse(args.file.display().to_string(), &text)?;
    let is_complete = played.stopped != StopReason::Interrupted;
    Ok(Played { options: named.options(), scenario, cases, is_complete })
}
