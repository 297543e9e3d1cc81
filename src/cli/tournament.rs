//! `zopa tournament`: every tactic against every tactic in every seat.

use super::args::TournamentArgs;
use super::exit::{Exit, Failure};
use super::output::{document, results_in, stopped_after};
use super::progress::Bar;
use crate::engine::alternating::Tactic;
use crate::montecarlo::{Entrant, MOST_SEATINGS, Plan, tournament as play};
use crate::present::tournament::{csv, tell};
use crate::render::terminal::terminal;
use crate::results::{Envelope, tournament::TournamentTable};
use crate::stream::Seed;
use crate::text::WIDTH;

pub(crate) fn tournament(args: &TournamentArgs) -> Result<Exit, Failure> {
    let scenario = args.scenario.load()?;
    if scenario.offers().is_none() {
        return Err(Failure::usage(format!(
            "{} plays the peace process, and tactics are of alternating offers; a file for them says \
             protocol = \"alternating-offers\"",
            args.scenario.file.display()
        )));
    }
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
        return Err(Failure::new(Exit::Interrupted, "stopped before a single world was played"));
    }
    let answer = Envelope::<TournamentTable>::of_tournament(
        &scenario,
        &entrants,
        &played,
        (&args.scenario.file.display().to_string(), &args.scenario.options()),
    );
    let form = (args.json, args.csv);
    results_in(
        form,
        || document(&answer),
        || csv(&answer.result),
        || terminal(&tell(&answer), WIDTH),
    )?;
    if played.interrupted {
        return Ok(stopped_after(played.worlds, "figures"));
    }
    Ok(Exit::Ok)
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
