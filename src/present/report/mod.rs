//! The report of a scenario: what a minister or a class reads, and the JSON that holds every number of it.
//!
//! [`briefing`] puts the sections in the order of a briefing: the answer, how it comes about, what it
//! hangs on, then what it rests on. Each section is a function in a file of its own below `sections`;
//! another one is another such function with its own part of [`json()`].

mod inputs;
mod json;
mod odds;
mod sections;
mod short;
mod study;
mod time;

pub use json::json;
pub use short::briefing as briefing_of;
pub use study::{StudyReport, StudyReportOf};

use super::explain::Brief;
use super::process::{Words, words};
use crate::analysis::map::BargainingMap;
use crate::document::{Document, Length, Text, author};
use crate::model::Scenario;
use crate::montecarlo::Summary;
use crate::results::Envelope;
use crate::results::backtest::Backtest;
use crate::results::compare::Compare;
use crate::results::drivers::Drivers;
use crate::text::number;

/// Everything a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct ReportView<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// What the run said.
    pub summary: &'a Summary,
    /// Its bargaining map.
    pub map: &'a BargainingMap,
    /// Trials told, in the order of [`StoryKind`].
    pub stories: &'a [Story],
    /// A tornado, where it was asked for.
    pub drivers: Option<&'a Envelope<Drivers>>,
    /// A comparison, where it was asked for.
    pub compare: Option<&'a Envelope<Compare>>,
    /// A back-test, where it was asked for.
    pub backtest: Option<&'a Envelope<Backtest>>,
    /// Where the scenario came from.
    pub file: &'a str,
    /// What the command line changed in it, as written there.
    pub options: &'a str,
    /// The command that makes this report again.
    pub command: &'a str,
}

/// A trial told in short.
#[derive(Clone, Debug)]
pub struct Story {
    /// What it stands for.
    pub kind: StoryKind,
    /// Its number: world × histories + history.
    pub trial: u64,
    /// The command that tells it whole.
    pub command: String,
    /// What happened.
    pub brief: Brief,
}

/// What a story stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StoryKind {
    /// A deal like most.
    TypicalDeal,
    /// A failure like most.
    TypicalFailure,
    /// The failure that came nearest to a deal.
    NearMiss,
}

impl StoryKind {
    /// Its word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::TypicalDeal => "typical-deal",
            Self::TypicalFailure => "typical-failure",
            Self::NearMiss => "near-miss",
        }
    }
}

impl ReportView<'_> {
    /// What things are called under the scenario's protocol.
    fn words(&self) -> &'static Words {
        words(self.scenario)
    }
}

/// The report of a scenario.
pub fn briefing(view: &ReportView<'_>) -> Document {
    Document {
        title: Text::from(author(&view.scenario.title)),
        facts: vec![
            time::span(view)
                .and(env!("CARGO_PKG_VERSION"))
                .and(if view.options.is_empty() { "." } else { ", changed by " })
                .then(if view.options.is_empty() {
                    Text::new()
                } else {
                    Text::from(crate::document::Inline::Code(view.options.to_owned())).and(".")
                }),
        ],
        notices: sections::notices(view),
        sections: sections::all(view),
        length: Length::Whole,
        colophon: sections::colophon(view),
    }
}

/// What stands under a chart that stands alone.
pub fn source(view: &ReportView<'_>) -> String {
    let ReportView { scenario, summary, .. } = *view;
    format!(
        "{} · {} · zopa {}, seed {}, {} worlds × {} histories. Odds follow from assumptions; they are \
         not a forecast, and zopa is uncalibrated.",
        Text::from(author(&scenario.title)).plain(),
        scenario.dated().map_or_else(
            || "alternating offers".to_owned(),
            |day| format!("as of {}", crate::text::date(day))
        ),
        env!("CARGO_PKG_VERSION"),
        summary.seed.0,
        number::thousands(summary.worlds),
        number::thousands(summary.histories),
    )
}
