//! What a report says of time: dates and months in a peace process, rounds with alternating offers.

use super::{ReportView, odds};
use crate::document::{Number, Text};
use crate::model::{Process, Scenario};
use crate::montecarlo::ByTime;
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
                .and(horizon(scenario))
                .and(if months == "1" { " month ahead by zopa " } else { " months ahead by zopa " })
        }
        Process::Offers(_) => Text::from("Alternating offers in at most ")
            .then(rounds(scenario))
            .and(". Played by zopa "),
    }
}

/// Rounds, and how long they take where they have dates.
pub(super) fn clock(scenario: &Scenario) -> Text {
    let rounds = Number::count_at(scenario.clock.rounds as u64, "/report/rounds");
    let text = Text::from(rounds);
    match scenario.process {
        Process::Peace => text.and(" rounds in ").and(horizon(scenario)).and(" months"),
        Process::Offers(_) => text.and(" rounds"),
    }
}

/// `head` and that they come to terms before the end.
pub(super) fn in_time(head: Text, scenario: &Scenario) -> Text {
    match scenario.process {
        Process::Peace => {
            let text = head.and("A package is signed");
            match scenario.date_after(scenario.clock.horizon) {
                Some(end) => text.and(" by ").and(end),
                None => text,
            }
        }
        Process::Offers(_) => head.and("They agree within ").then(rounds(scenario)),
    }
}

/// By when it mostly comes to something, where it does.
pub(super) fn by_when(scenario: &Scenario, by_time: &[ByTime]) -> Text {
    let last = by_time.len() - 1;
    let end = &by_time[last].signed;
    let half = by_time.iter().position(|at| at.signed.value * 2.0 >= end.value).unwrap_or(last);
    let at = |step: usize| format!("/run/result/by_time/{step}/signed");
    let one = (by_time[half].months - 1.0).abs() < 1e-9;
    let time = |key: &str| {
        odds::months(by_time[half].months, &format!("/run/result/by_time/{half}/{key}"))
    };
    match scenario.process {
        Process::Peace => {
            let text = Text::from("Half of all signatures come within ")
                .and(time("months"))
                .and(if one { " month. " } else { " months. " });
            let quarter = by_time.len() / 4;
            text.and("After a quarter of the time the odds of a signature are ")
                .then(odds::with_interval(&by_time[quarter - 1].signed, &at(quarter - 1)))
                .and(", at the end ")
        }
        Process::Offers(_) => Text::from("Half of all deals come within ")
            .and(time("round"))
            .and(if one { " round" } else { " rounds" })
            .and("; by the last round the odds of a deal are "),
    }
    .then(odds::with_interval(end, &at(last)))
    .and(".")
}

/// The name of the axis of time, and its ticks: quarters of the horizon by date, or about five rounds, the
/// last of them the end.
pub(super) fn axis(scenario: &Scenario, by_time: &[ByTime]) -> (String, Vec<(f64, String)>) {
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
            let rounds = steps.into_iter().map(|step| by_time[step].months);
            ("round".to_owned(), rounds.map(|at| (at, thousands(at as u64))).collect())
        }
    }
}

fn horizon(scenario: &Scenario) -> Number {
    odds::months(scenario.clock.horizon, "/report/horizon_months")
}

fn rounds(scenario: &Scenario) -> Text {
    let rounds = scenario.clock.rounds as u64;
    Text::from(Number::count_at(rounds, "/report/rounds")).and(if rounds == 1 {
        " round"
    } else {
        " rounds"
    })
}
