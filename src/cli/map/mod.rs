//! `zopa map`: is there a package all could sign, where, and what do other methods say?

mod args;
mod positions;
mod scenario;

use super::exit::{Exit, Failure};
use crate::solution::forecasts::Inquiry;

pub(crate) use args::MapArgs;

pub(crate) fn map(args: &MapArgs) -> Result<Exit, Failure> {
    match (&args.positions, &args.file) {
        (Some(table), _) => positions::map(table, args),
        (None, Some(file)) => scenario::map(file, args),
        (None, None) => Err(Failure::usage(
            "name a scenario file, or a table of positions with --positions".to_owned(),
        )),
    }
}

fn inquiry(args: &MapArgs) -> Inquiry {
    let mut inquiry = Inquiry {
        elections: args.election.unwrap_or_default().elections(),
        grid: args.grid,
        rounds: usize::from(args.rounds),
        ..Inquiry::default()
    };
    if !args.challenges.is_empty() {
        inquiry.challenges.clone_from(&args.challenges);
    }
    inquiry
}
