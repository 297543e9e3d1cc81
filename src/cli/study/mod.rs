//! `zopa study`: many cases from one file, without losing one.

mod args;
mod cluster;
mod journal_file;
mod merge;
mod overview;
mod play;
mod results;
mod status;
mod target;
mod verify;

use super::exit::{Exit, Failure};

pub(crate) use args::StudyCommand;
pub(crate) use overview::overview;
pub(crate) use verify::{folder, is_results, verify};

pub(crate) fn study(command: &StudyCommand) -> Result<Exit, Failure> {
    match command {
        StudyCommand::Run(args) => play::run(args),
        StudyCommand::Resume(args) => play::resume(args),
        StudyCommand::Status(args) => status::status(args),
        StudyCommand::Merge(args) => merge::merge(args),
        StudyCommand::Cluster(args) => cluster::cluster(args),
    }
}
