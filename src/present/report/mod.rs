//! The report of a scenario: what a minister or a class reads.
//!
//! [`tell`] puts the sections in the order of a briefing: the answer, how it comes about, what it hangs on, then
//! what it rests on. Each section is a function in a file of its own below `sections`; another one is another such
//! function. Its numbers are cited from [`crate::results::report::Report`].

mod odds;
mod sections;
mod short;
mod study;
mod time;

pub use study::tell as tell_study;

use super::process::{Words, words};
use crate::document::{Document, Inline, Length, Text, author};
use crate::model::Scenario;
use crate::results::map::Map;
use crate::results::report::Report;
use crate::results::run::{Run, StructuralChoice};
use crate::results::{Cited, RunOf, cite};
use crate::text::{date, number};

/// A report, and the scenario that it is of: numbers are cited from the one, the file's own words are in the other.
#[derive(Clone, Debug)]
struct ReportView<'a> {
    scenario: &'a Scenario,
    report: Cited<'a, Report>,
}

impl<'a> ReportView<'a> {
    fn new(scenario: &'a Scenario, report: &'a Report) -> Self {
        Self { scenario, report: Cited::whole(report) }
    }

    /// What things are called under the scenario's protocol.
    fn words(&self) -> &'static Words {
        words(self.scenario)
    }

    /// What the run said.
    fn run(&self) -> Cited<'a, Run> {
        let report = &self.report;
        cite!(report.run.result)
    }

    /// What the bargaining map says.
    fn map(&self) -> Cited<'a, Map> {
        let report = &self.report;
        cite!(report.map.result)
    }

    /// What was played; every run says it.
    fn played(&self) -> Option<Cited<'a, RunOf>> {
        let report = &self.report;
        cite!(report.run.run).some()
    }

    /// Is it a choice between shapes of losses?
    fn is_of_losses(&self, choice: &StructuralChoice) -> bool {
        let loss = self.scenario.constants.loss;
        self.scenario.inputs[loss.index()].path == choice.path
    }

    /// Does the input of this path hang together with others?
    fn hangs_together(&self, path: &str) -> bool {
        self.scenario.input_id(path).is_some_and(|id| self.scenario.hangs_together(id))
    }

    /// What an input of this path is called.
    fn input_words(&self, path: &str) -> String {
        let input = self.report.inputs.iter().find(|input| input.path == path);
        input.map_or(path, |input| &input.words).to_owned()
    }
}

/// The report of a scenario, as short as `length` says, or whole.
pub fn tell(scenario: &Scenario, report: &Report, length: Length) -> Document {
    let view = &ReportView::new(scenario, report);
    let sections = match length {
        Length::Whole => sections::all(view),
        Length::Memo | Length::Page => short::sections(view, length),
    };
    let options = &report.report.options;
    let text = time::span(view).and(env!("CARGO_PKG_VERSION"));
    let facts = if options.is_empty() {
        text.and(".")
    } else {
        text.and(", changed by ").and(Inline::Code(options.clone())).and(".")
    };
    Document {
        title: Text::from(author(&scenario.title)),
        facts: vec![facts],
        notices: sections::notices(view),
        sections,
        length,
        colophon: sections::colophon(view),
    }
}

/// What stands under a chart that stands alone.
pub fn source(scenario: &Scenario, report: &Report) -> String {
    let played = report.run.run;
    format!(
        "{} · {} · zopa {}, seed {}, {} worlds × {} histories. Odds follow from assumptions; they are \
         not a forecast, and zopa is uncalibrated.",
        Text::from(author(&scenario.title)).plain(),
        scenario
            .dated()
            .map_or_else(|| "alternating offers".to_owned(), |day| format!("as of {}", date(day))),
        env!("CARGO_PKG_VERSION"),
        played.map_or(0, |run| run.seed),
        number::thousands(played.map_or(0, |run| run.worlds)),
        number::thousands(played.map_or(0, |run| run.histories)),
    )
}
