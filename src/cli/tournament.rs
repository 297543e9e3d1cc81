//! `zopa tournament`: every tactic against every tactic in every seat.

use clap::Args;

use super::args::ScenarioArgs;
use super::exit::{Exit, Failure};
use super::input::needs_offers;
use super::output::{answered, ended};
use super::progress::Bar;
use crate::engine::alternating::Tactic;
use crate::montecarlo::{Entrant, MOST_SEATINGS, Plan, tournament as play};
use crate::present::tournament::{csv, tell};
use crate::results::{Envelope, tournament::TournamentTable};
use crate::stream::Seed;

#[derive(Args, Debug)]
pub(crate) struct TournamentArgs {
    #[command(flatten)]
    pub(crate) scenario: ScenarioArgs,
    /// The tactics, with commas between: words of the file, or polynomial=E, exponential=E,
    /// tit-for-tat=WINDOW, hybrid=WEIGHT
    #[arg(
        long,
        value_name = "NAMES",
        value_delimiter = ',',
        default_value = "boulware,linear,conceder,tit-for-tat,hybrid,micro,random,hard-liner"
    )]
    pub(crate) tactics: Vec<String>,
    /// Worlds in which all seatings are played
    #[arg(long, value_name = "N", default_value_t = 200,
        value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    pub(crate) worlds: u64,
    /// Seed of every random draw
    #[arg(long, value_name = "N", default_value_t = Plan::SEED.0)]
    pub(crate) seed: u64,
    /// Threads to use; 0 for all. The results do not depend on it
    #[arg(long, value_name = "N", default_value_t = 0,
        value_parser = clap::value_parser!(u16).range(0..=1024))]
    pub(crate) threads: u16,
    /// Print JSON
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Print CSV: one figure a row
    #[arg(long)]
    pub(crate) csv: bool,
}

pub(crate) fn tournament(args: &TournamentArgs) -> Result<Exit, Failure> {
    let scenario = args.scenario.load()?;
    let file = args.scenario.file.display().to_string();
    needs_offers(&scenario, &file, "tactics")?;
    let entrants = entrants(&args.tactics)?;
    let plan = Plan {
        seed: Seed(args.seed),
        worlds: args.worlds,
        threads: usize::from(args.threads),
        ..Plan::default()
    };
    let bar = Bar::new(plan.worlds);
    let played = play(&scenario, &entrants, &plan, &bar);
    bar.finish();
    let Some(played) = played else {
        return Err(Failure::usage(format!(
            "{} tactics can be seated in more than {MOST_SEATINGS} ways among {} parties: name fewer \
             with --tactics",
            entrants.len(),
            scenario.parties.len()
        )));
    };
    if played.worlds == 0 {
        return Err(Failure::interrupted("stopped before a single world was played"));
    }
    let answer = Envelope::<TournamentTable>::of_tournament(
        &scenario,
        &entrants,
        &played,
        (&file, &args.scenario.options()),
    );
    answered((args.json, args.csv), &answer, csv, tell)?;
    Ok(ended(played.interrupted, played.worlds, "figures"))
}

/// The tactics of `--tactics`, each once.
pub(super) fn entrants(names: &[String]) -> Result<Vec<Entrant>, Failure> {
    let mut entrants: Vec<Entrant> = Vec::new();
    for name in names {
        let name = name.trim();
        let entrant = Entrant::named(name).ok_or_else(|| {
            Failure::usage(format!(
                "--tactics: “{name}” is no tactic; there are people, {}",
                Tactic::NAMES
            ))
        })?;
        if entrants.iter().any(|known| known.name == name) {
            return Err(Failure::usage(format!("--tactics names {name} twice")));
        }
        entrants.push(entrant);
    }
    if entrants.is_empty() {
        return Err(Failure::usage("--tactics names no tactic"));
    }
    Ok(entrants)
}
