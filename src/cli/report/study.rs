//! The report of a study's results: nothing is played, what the journal holds is told.

use super::scenario::write;
use super::target::Target;
use super::{ReportArgs, ReportFormat};
use crate::cli::exit::{Exit, Failure};
use crate::cli::idle::refuse;
use crate::cli::output::{pretty, print_exact, to_json};
use crate::cli::study::{folder, overview};
use crate::montecarlo::Plan;
use crate::present::report::tell_study;
use crate::results::report::StudyReport;
use crate::text::shell;

pub(super) fn report(args: &ReportArgs) -> Result<Exit, Failure> {
    let folder = folder(&args.scenario.file);
    played_already(args)?;
    let target = Target::of(args, folder)?;
    let answer = overview(folder)?;
    let shown = folder.display().to_string();
    let command = format!("zopa report {} -o report.html", shell::file(folder));
    let report = StudyReport::new(answer, &shown, &command);
    let numbers = || pretty(&to_json(&report));
    if target.format == ReportFormat::Json {
        return target.write(&numbers());
    }
    if args.json {
        return print_exact(&numbers());
    }
    write(&target, &tell_study(&report), &format!("{shown} · zopa {}", env!("CARGO_PKG_VERSION")))
}

/// What only a run could be asked for is refused, not left out in silence.
fn played_already(args: &ReportArgs) -> Result<(), Failure> {
    let trials = &args.trials;
    let asked = [
        ("--variant", args.scenario.variant.is_some()),
        ("--set", !args.scenario.sets.is_empty()),
        ("--worlds", trials.worlds.is_some()),
        ("--histories", trials.histories != Plan::HISTORIES),
        ("--seed", trials.seed != Plan::SEED.0),
        ("--compare", !args.compare.is_empty()),
        ("--variants", args.variants),
        ("--tornado", args.tornado),
        ("--brief", args.brief),
        ("--full", args.full),
        ("--live", args.live),
        ("--of", args.of.is_some()),
        ("--backtest", !args.backtest.is_empty()),
        ("--package", !args.texts.package.is_empty()),
        ("--texts", args.texts.texts.is_some()),
        ("--on", args.texts.on.is_some()),
        ("--as-it-is", args.texts.as_it_is),
        ("--threads", trials.threads != 0),
    ];
    refuse(
        &asked,
        "on the report of a study, whose cases are played already; leave it out, or name a scenario file",
    )
}
