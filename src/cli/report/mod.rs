//! `zopa report`: what a minister or a class reads.

mod scenario;
mod target;

use super::args::ReportArgs;
use super::exit::{Exit, Failure};

pub(crate) fn report(args: &ReportArgs) -> Result<Exit, Failure> {
    scenario::report(args)
}
