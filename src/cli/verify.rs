//! `zopa verify`: the same seed gives the same bits, on this machine and today.

use clap::Args;

use super::args::ScenarioArgs;
use super::exit::{Exit, Failure};
use super::idle::refuse;
use super::output::{print_text, to_json};
use super::study::{is_results, verify as results_of_study};
use crate::montecarlo::{Plan, run};
use crate::results::{Envelope, run::Run};
use crate::stream::Seed;

#[derive(Args, Debug)]
pub(crate) struct VerifyArgs {
    /// The scenario file, or the folder of a study's results
    #[command(flatten)]
    pub(crate) scenario: ScenarioArgs,
    /// Of a study's results: cases to play again [default: 10]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    pub(crate) sample: Option<u64>,
    /// Of a scenario: worlds to play [default: 200]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub(crate) worlds: Option<u64>,
    /// Seed of every random draw
    #[arg(long, value_name = "N", default_value_t = Plan::SEED.0)]
    pub(crate) seed: u64,
}

/// Cases of a study that are played again, and worlds of a scenario, unless stated.
const SAMPLE: u64 = 10;
const WORLDS: u64 = 200;

/// Ways to divide the work: threads and worlds in a chunk.
const DIVISIONS: [(usize, u64); 4] = [(1, 1_000_000), (2, 20), (3, 7), (8, 1)];

pub(crate) fn verify(args: &VerifyArgs) -> Result<Exit, Failure> {
    if is_results(&args.scenario.file) {
        let of_a_scenario = [
            ("--variant", args.scenario.variant.is_some()),
            ("--set", !args.scenario.sets.is_empty()),
            ("--worlds", args.worlds.is_some()),
        ];
        let why = "on a study's results, whose cases are played as they were; leave it out, or say with \
                   --sample how many cases";
        refuse(&of_a_scenario, why)?;
        return results_of_study(&args.scenario.file, args.sample.unwrap_or(SAMPLE), args.seed);
    }
    let why = "on a scenario, which has no cases; say with --worlds how much to play";
    refuse(&[("--sample", args.sample.is_some())], why)?;
    let scenario = args.scenario.load()?;
    let file = args.scenario.file.display().to_string();
    let options = args.scenario.options();
    let mut prints = Vec::new();
    let mut said = String::new();
    for (threads, chunk) in DIVISIONS {
        let plan = Plan {
            seed: Seed(args.seed),
            worlds: args.worlds.unwrap_or(WORLDS),
            threads,
            chunk,
            structural: false,
            ..Plan::default()
        };
        let summary = run(&scenario, &plan);
        let answer = Envelope::<Run>::of_run(&scenario, &summary, &file, &options);
        let print = blake3::hash(to_json(&answer).to_string().as_bytes()).to_hex();
        said += &format!(
            "{threads} thread{}, chunks of {chunk}: {}\n",
            if threads == 1 { "" } else { "s" },
            &print[..16]
        );
        prints.push(print);
    }
    let same = prints.iter().all(|print| *print == prints[0]);
    said +=
        if same { "the same bits every time\n" } else { "DIFFERENT BITS: please report this\n" };
    print_text(&said)?;
    Ok(if same { Exit::Ok } else { Exit::NotMet })
}
