//! A report that plays: what it takes beside the report itself.

use super::{ReportArgs, ReportFormat};
use crate::cli::exit::Failure;
use crate::cli::idle::refuse;
use crate::cli::input;
use crate::cli::output::to_json;
use crate::document::Document;
use crate::model::Scenario;
use crate::montecarlo::Plan;
use crate::present::living::panel;
use crate::render::html::{self, Living};
use crate::results::report::Report;
use crate::web::{Request, Wanted};

/// The engine that a page carries, where this command was built with it.
#[cfg(zopa_engine)]
const ENGINE: Option<&[u8]> = Some(include_bytes!(env!("ZOPA_ENGINE")));
#[cfg(not(zopa_engine))]
const ENGINE: Option<&[u8]> = None;

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
            ("--json", args.json),
        ];
        refuse(
            &asked,
            "with --live, as the page plays the report alone again; leave it out, or write a report that is not \
             live",
        )?;
        let Some(engine) = ENGINE else {
            return Err(Failure::usage(
                "this zopa was built without the engine that a living page carries. In its source folder, \
                 src/web/build makes the engine; build zopa again after that",
            ));
        };
        let text = input::read(&args.scenario.file)?;
        let plan = args.trials.plan(Plan::WORLDS);
        let request = Request {
            wanted: Wanted::Report,
            file: args.scenario.file.display().to_string(),
            text,
            variant: args.scenario.variant.clone(),
            sets: args.scenario.sets.clone(),
            change: None,
            seed: plan.seed.0.to_string(),
            worlds: plan.worlds,
            histories: plan.histories,
        };
        Ok(Some(Self { engine, request }))
    }

    /// The page.
    pub(super) fn page(&self, scenario: &Scenario, report: &Report, told: &Document) -> String {
        let panel = panel(scenario, report, self.request.variant.as_deref());
        let request = to_json(&self.request).to_string();
        html::living(told, &Living { panel: &panel, engine: self.engine, request: &request })
    }
}
