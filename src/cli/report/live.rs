//! A report that plays: what it takes beside the report itself.

use super::{ReportArgs, ReportFormat};
use crate::cli::engine;
use crate::cli::exit::Failure;
use crate::cli::idle::refuse;
use crate::cli::input;
use crate::document::Document;
use crate::model::Scenario;
use crate::montecarlo::Plan;
use crate::results::report::Report;
use crate::web::{Request, Wanted, living};

/// All that a living report is made of beside what is played.
pub(super) struct Live {
    engine: &'static [u8],
    request: Request,
}

impl Live {
    /// What is asked for, if it can be done.
    pub(super) fn of(args: &ReportArgs, format: ReportFormat) -> Result<Option<Self>, Failure> {
        if !args.live {
            return Ok(None);
        }
        if format != ReportFormat::Html {
            return Err(Failure::usage(
                "--live is of pages: leave it out, or write a page, as in -o report.html",
            ));
        }
        let asked = [
            ("--brief", args.brief),
            ("--compare", !args.compare.is_empty()),
            ("--variants", args.variants),
            ("--tornado", args.tornado),
            ("--backtest", !args.backtest.is_empty()),
            ("--package", !args.texts.package.is_empty()),
            ("--texts", args.texts.texts.is_some()),
            ("--json", args.json),
        ];
        refuse(
            &asked,
            "with --live, as the page plays the report alone again; leave it out, or write a report that is not \
             live",
        )?;
        let engine = engine::needed(engine::ENGINE, "a living page")?;
        let text = input::read(&args.scenario.file)?;
        let plan = args.trials.plan(Plan::WORLDS);
        let request = Request {
            wanted: Wanted::Report,
            file: args.scenario.file.display().to_string(),
            text,
            variant: args.scenario.variant.clone(),
            sets: args.scenario.sets.clone(),
            change: None,
            verb: None,
            trial: None,
            seed: plan.seed.0.to_string(),
            worlds: plan.worlds,
            histories: plan.histories,
        };
        Ok(Some(Self { engine, request }))
    }

    /// The page.
    pub(super) fn page(&self, scenario: &Scenario, report: &Report, told: &Document) -> String {
        living(&self.request, scenario, report, told, self.engine)
    }
}
