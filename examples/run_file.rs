//! Plays a scenario file and prints the odds of every step on the way to a deal that lasts.
//!
//! `cargo run --release --example run_file -- scenarios/harbour.toml`

use std::error::Error;
use std::io::{self, Write};

use zopa::{LoadOptions, Plan, Seed, load, run};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "scenarios/two-party.toml".to_owned());
    tell(&path, &mut io::stdout().lock())
}

/// Plays the file at `path` and writes down what came of it.
pub(crate) fn tell(path: &str, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    // What is wrong with a file is told all at once, each with its line and its mend.
    let loaded = load(path, &text, &LoadOptions::default())?;
    write!(out, "{}", loaded.warnings)?;

    // 400 worlds are drawn from what the file leaves uncertain; 25 histories are played in each.
    let plan = Plan { seed: Seed(7), worlds: 400, ..Plan::default() };
    let summary = run(&loaded.scenario, &plan);

    writeln!(out, "{}, seed {}", loaded.scenario.title, summary.seed.0)?;
    for step in &summary.chain {
        let odds = step.estimate;
        let [value, low, high] = [odds.value, odds.low, odds.high].map(|share| 100.0 * share);
        let word = step.link.word();
        writeln!(out, "{word:<12} {value:5.1} %   95% interval {low:.1} to {high:.1}")?;
    }
    // The interval is that of the simulation. What the worlds differ by is what the file does not know.
    writeln!(out, "The odds follow from the numbers of the file; they are no forecast.")?;
    Ok(())
}
