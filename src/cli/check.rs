//! `zopa check`: every error of every file, at once.

use std::path::PathBuf;

use clap::Args;

use super::colour::wants_colour;
use super::exit::{Exit, Failure};
use super::input::read;
use super::output::{note_as_it_is, print_text, report_failure};
use crate::model::Scenario;
use crate::present::dependence::lines;
use crate::scenario::{LoadOptions, load};

#[derive(Args, Debug)]
pub(crate) struct CheckArgs {
    /// The scenario files
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// Treat warnings as errors
    #[arg(long)]
    pub(crate) strict: bool,
}

pub(crate) fn check(args: &CheckArgs) -> Result<Exit, Failure> {
    let mut worst = Exit::Ok;
    let mut said = String::new();
    for file in &args.files {
        let name = file.display().to_string();
        let text = match read(file) {
            Ok(text) => text,
            Err(failure) => {
                report_failure(&failure);
                worst = failure.exit;
                continue;
            }
        };
        match load(&name, &text, &LoadOptions::default()) {
            Ok(loaded) => {
                let warnings = loaded.warnings.len();
                if warnings > 0 {
                    note_as_it_is(&loaded.warnings.render(wants_colour()));
                }
                let scenario = &loaded.scenario;
                let verdict = if warnings > 0 && args.strict {
                    worst = Exit::Invalid;
                    "not accepted (--strict)"
                } else {
                    "ok"
                };
                said += &line(&name, verdict, scenario, warnings);
                said += &hanging(scenario);
            }
            Err(rejected) => {
                note_as_it_is(&rejected.report.render(wants_colour()));
                worst = Exit::Invalid;
            }
        }
    }
    print_text(&said)?;
    Ok(worst)
}

/// What hangs together, a line each.
fn hanging(scenario: &Scenario) -> String {
    lines(scenario).iter().fold(String::new(), |said, line| said + "  " + line + "\n")
}

/// Characters on a line of a terminal.
const WIDTH: usize = 80;

/// What was read, in one line or, of a long name, in two.
fn line(name: &str, verdict: &str, scenario: &Scenario, warnings: usize) -> String {
    let of = |count: usize, one: &str, more: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {more}"),
    };
    let (stated, uncertain) = scenario.stated_inputs();
    let counts = format!(
        "{}, {}, {} of which {} uncertain, {}",
        of(scenario.parties.len(), "party", "parties"),
        of(scenario.issues.len(), "issue", "issues"),
        of(stated, "number", "numbers"),
        uncertain,
        of(warnings, "warning", "warnings"),
    );
    let head = format!("{name}: {verdict}:");
    let between =
        if head.chars().count() + 1 + counts.chars().count() > WIDTH { "\n  " } else { " " };
    format!("{head}{between}{counts}\n")
}
