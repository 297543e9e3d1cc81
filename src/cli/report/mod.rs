//! `zopa report`: what a minister or a class reads.

mod args;
mod live;
mod scenario;
mod study;
mod target;

pub(crate) use args::{ReportArgs, ReportFormat};

use super::exit::{Exit, Failure};
use super::study::is_results;

pub(crate) fn report(args: &ReportArgs) -> Result<Exit, Failure> {
    if is_results(&args.scenario.file) { study::report(args) } else { scenario::report(args) }
}
