//! The command `zopa`: the only place with files, a clock, colour and progress bars.
//!
//! Results go to standard output and are a pure function of the inputs; notes, warnings and progress
//! go to standard error.

mod args;
mod backtest;
mod brief;
mod check;
mod claim;
mod code;
mod colour;
mod command;
mod compare;
mod compare_codings;
mod debrief;
mod discover;
mod drivers;
mod ending;
mod engine;
mod exit;
mod explain;
mod games;
mod idle;
mod import;
mod input;
mod map;
mod new;
mod output;
mod package;
mod play;
mod progress;
mod report;
mod run;
mod serve;
mod share;
mod study;
mod text;
mod texts;
mod tournament;
mod verify;

use std::process::ExitCode;

use command::{Command, parse};
use exit::{Exit, Failure};
use import::ImportCommand;
use serde_json::Value;

use crate::text::harmless;

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let done = match parse() {
        Ok(command) => dispatch(command),
        Err(error) => {
            let code = if error.use_stderr() { Exit::Usage } else { Exit::Ok };
            // A mistake is told in the user's own words, which may be the name of a strange file.
            let strange = |word: std::ffi::OsString| {
                let word = word.to_string_lossy();
                harmless(&word) != word
            };
            if error.use_stderr() && std::env::args_os().any(strange) {
                output::note(&error.to_string());
                return code.into();
            }
            // The parser prints help to standard output and mistakes to standard error.
            return match error.print() {
                Ok(()) => code.into(),
                Err(_) => Exit::Io.into(),
            };
        }
    };
    match done {
        Ok(exit) => exit.into(),
        Err(failure) => {
            output::report_failure(&failure);
            failure.exit.into()
        }
    }
}

fn dispatch(command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Run(args) => run::run(&args),
        Command::Check(args) => check::check(&args),
        Command::Explain(args) => explain::explain(&args),
        Command::New(args) => new::new(&args),
        Command::Serve(args) => serve::serve(&args),
        Command::Code(args) => code::code(&args),
        Command::Compare(args) => compare::compare(&args),
        Command::CompareCodings(args) => compare_codings::compare_codings(&args),
        Command::Backtest(args) => backtest::backtest(&args),
        Command::Verify(args) => verify::verify(&args),
        Command::Map(args) => map::map(&args),
        Command::Text(args) => text::text(&args),
        Command::Drivers(args) => drivers::drivers(&args),
        Command::Report(args) => report::report(&args),
        Command::Brief(args) => brief::brief(&args),
        Command::Debrief(args) => debrief::debrief(&args),
        Command::Play(args) => play::play(&args),
        Command::Import { command: ImportCommand::Genius(args) } => import::genius(&args),
        Command::Tournament(args) => tournament::tournament(&args),
        Command::Study { command } => study::study(&command),
        Command::Schema { study, results } => {
            output::print_exact(&output::pretty(&schema(study, results)))
        }
        Command::Discover(args) => discover::discover(&args),
        Command::Completions { shell } => output::print_exact(&command::completions(shell)),
        Command::Man => output::print_exact(&command::manual()?),
    }
}

/// The schema that `zopa schema` prints.
fn schema(study: bool, results: bool) -> Value {
    if results {
        let schemas = crate::results::schemas().into_iter();
        schemas.map(|(verb, schema)| (verb.to_owned(), schema.to_value())).collect()
    } else if study {
        crate::scenario::study_schema()
    } else {
        crate::scenario::schema()
    }
}
