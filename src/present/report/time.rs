//! What a report says of time: dates and months in a peace process, rounds with alternating offers.

use super::{ReportView, odds};
use crate::document::{Number, Text};
use crate::model::{Process, Scenario};
use crate::results::run::ByRoundOrMonth;
use crate::results::{Cited, cite};
use crate::text::date;
use crate::text::number::{short, thousands};

/// How far it was played, up to the version.
pub(super) fn span(view: &ReportView<'_>) -> Text {
    let scenario = view.scenario;
    match &scenario.process {
        Process::Peace => {
            let months = short(scenario.clock.horizon);
            Text::from("As of ")
                .and(scenario.as_of)
                .and(". Played ")
                .then(horizon(view))
                .and(if months == "1" { " month ahead by zopa " } else { " months ahead by zopa " })
        }
        Process::Offers(_) => {
            Text::from("Alternating offers in at most ").then(rounds(view)).and(". Played by zopa ")
        }
    }
}

/// Rounds, and how long they take where they have dates.
pub(super) fn clock(view: &ReportView<'_>) -> Text {
    let report = &view.report;
    let text = Text::from(Number::count(&cite!(report.report.rounds)));
    match view.scenario.process {
        Process::Peace => text.and(" rounds in ").then(horizon(view)).and(" months"),
        Process::Offers(_) => text.and(" rounds"),
    }
}

/// `head` and that they come to terms before the end.
pub(super) fn in_time(head: Text, view: &ReportView<'_>) -> Text {
    let scenario = view.scenario;
    match scenario.process {
        Process::Peace => {
            let text = head.and("A package is signed");
            match scenario.date_after(scenario.clock.horizon) {
                Some(end) => text.and(" by ").and(end),
                None => text,
            }
        }
        Process::Offers(_) => head.and("They agree within ").then(rounds(view)),
    }
}

/// By when it mostly comes to something, where it does.
pub(super) fn by_when(scenario: &Scenario, by_time: &Cited<'_, Vec<ByRoundOrMonth>>) -> Text {
    let last = by_time.len() - 1;
    let end = cite!(by_time[last].signed);
    let half = by_time.iter().position(|at| at.signed.value * 2.0 >= end.value).unwrap_or(last);
    let half = cite!(by_time[half]);
    let one = (months(&half) - 1.0).abs() < 1e-9;
    match scenario.process {
        Process::Peace => {
            let quarter = by_time.len() / 4;
            Text::from("Half of all signatures come within ")
                .then(time(&half))
                .and(if one { " month. " } else { " months. " })
                .and("After a quarter of the time the odds of a signature are ")
                .then(odds::with_interval(&cite!(by_time[quarter - 1].signed)))
                .and(", at the end ")
        }
        Process::Offers(_) => Text::from("Half of all deals come within ")
            .then(time(&half))
            .and(if one { " round" } else { " rounds" })
            .and("; by the last round the odds of a deal are "),
    }
    .then(odds::with_interval(&end))
    .and(".")
}

/// Months, or the round.
fn time(at: &Cited<'_, ByRoundOrMonth>) -> Text {
    let months = cite!(at.months).some().map(|months| Number::plain(&months));
    let round = || cite!(at.round).some().map(|round| Number::count(&round));
    months.or_else(round).map_or(Text::new(), Text::from)
}

/// Where a time stands on its axis: in months, or in rounds.
pub(super) fn months(at: &ByRoundOrMonth) -> f64 {
    at.months.or(at.round.map(|round| round as f64)).unwrap_or_default()
}

/// The name of the axis of time, and its ticks: quarters of the horizon by date, or about five rounds, the
/// last of them the end.
pub(super) fn axis(
    scenario: &Scenario,
    by_time: &[ByRoundOrMonth],
) -> (String, Vec<(f64, String)>) {
    match scenario.process {
        Process::Peace => {
            let ticks = (0..=4)
                .map(|quarter| scenario.clock.horizon * f64::from(quarter) / 4.0)
                .filter_map(|months| Some((months, date(scenario.date_after(months)?))));
            (format!("months after {}", date(scenario.as_of)), ticks.collect())
        }
        Process::Offers(_) => {
            let last = by_time.len() - 1;
            let mut steps: Vec<usize> = (0..=4).map(|quarter| last * quarter / 4).collect();
            steps.dedup();
            let rounds = steps.into_iter().map(|step| months(&by_time[step]));
            ("round".to_owned(), rounds.map(|at| (at, thousands(at as u64))).collect())
        }
    }
}

fn horizon(view: &ReportView<'_>) -> Text {
    let report = &view.report;
    let months = cite!(report.report.horizon_months).some();
    months.map_or(Text::new(), |months| Text::from(Number::plain(&months)))
}

fn rounds(view: &ReportView<'_>) -> Text {
    let report = &view.report;
    let rounds = cite!(report.report.rounds);
    let words = if *rounds == 1 { " round" } else { " rounds" };
    Text::from(Number::count(&rounds)).and(words)
}
