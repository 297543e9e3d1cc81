//! When: cumulative odds over time, with the band between worlds.

use crate::montecarlo::{ByTime, Estimate};
use crate::present::briefing::{Illustration, Part, Section, Text};
use crate::present::number::thousands;
use crate::present::report::{ReportView, odds};
use crate::present::svg::{Curve, CurvePoint, When};
use crate::present::terminal::date;

pub(super) fn section(view: &ReportView<'_>) -> Section {
    let by_time = view.summary.by_time();
    let Some(end) = by_time.last() else {
        return Section::new("when", "When", vec![Part::Lead(Text::from("Nothing was played."))]);
    };
    let mut parts = vec![Part::Lead(lead(view, &by_time))];
    if end.agreed_end.value > 0.0 {
        parts.push(illustration(view, &by_time).into());
        let note = Text::from(
            "Lines: share of all histories in which it has happened by then. Bands: eight in ten of the \
             worlds that the file allows.",
        );
        let signature =
            " A signature counts when it is given, whether or not it is ratified later.";
        parts.push(Part::Note(note.and_if(view.rounds().is_none(), signature)));
    }
    Section::new("when", "When", parts)
}

fn lead(view: &ReportView<'_>, by_time: &[ByTime]) -> Text {
    let last = by_time.len() - 1;
    let end = &by_time[last].signed;
    if end.value <= 0.0 {
        return Text::from(match view.rounds() {
            Some(_) => "They agreed in no round.",
            None => "No package was signed at any time.",
        });
    }
    let half = by_time.iter().position(|at| at.signed.value * 2.0 >= end.value).unwrap_or(last);
    let at = |step: usize| format!("/run/by_time/{step}/signed_estimate");
    let one = (by_time[half].months - 1.0).abs() < 1e-9;
    let time =
        |key: &str| odds::months(by_time[half].months, &format!("/run/by_time/{half}/{key}"));
    if view.rounds().is_some() {
        return Text::from("Half of all deals come within ")
            .and(time("round"))
            .and(if one { " round" } else { " rounds" })
            .and("; by the last round the odds of a deal are ")
            .then(odds::with_interval(end, &at(last)))
            .and(".");
    }
    let text = Text::from("Half of all signatures come within ").and(time("months")).and(if one {
        " month. "
    } else {
        " months. "
    });
    let quarter = by_time.len() / 4;
    text.and("After a quarter of the time the odds of a signature are ")
        .then(odds::with_interval(&by_time[quarter - 1].signed, &at(quarter - 1)))
        .and(", at the end ")
        .then(odds::with_interval(end, &at(last)))
        .and(".")
}

fn illustration(view: &ReportView<'_>, by_time: &[ByTime]) -> Illustration {
    let curve = |name: &str, odds_of: fn(&ByTime) -> &Estimate| Curve {
        name: name.to_owned(),
        points: std::iter::once(CurvePoint { at: 0.0, value: 0.0, band: None })
            .chain(by_time.iter().map(|at| {
                let odds = odds_of(at);
                let band = odds::chart_worlds(odds);
                CurvePoint { at: at.months, value: odds.value, band }
            }))
            .collect(),
    };
    let rounds = view.rounds().is_some();
    let agreed = if rounds { "they agree" } else { "a package is signed" };
    let mut series = vec![curve(agreed, |at| &at.signed)];
    // Without a ceasefire to be had alone both are the same.
    if by_time.iter().any(|at| at.agreed_end.value > at.signed.value) {
        series.push(curve("any agreed end, a ceasefire alone too", |at| &at.agreed_end));
    }
    let chart = When {
        id: "when".to_owned(),
        title: if rounds { "Odds by round" } else { "Odds by date" }.to_owned(),
        axis: if rounds {
            "round".to_owned()
        } else {
            format!("months after {}", date(view.scenario.as_of))
        },
        axis_title: if rounds { "round" } else { "date" }.to_owned(),
        ticks: if rounds { round_ticks(by_time) } else { ticks(view) },
        series,
    };
    Illustration::new(|width| chart.draw(width), ["/run/by_time".to_owned()])
}

/// About five rounds, the last of them the end.
fn round_ticks(by_time: &[ByTime]) -> Vec<(f64, String)> {
    let last = by_time.len() - 1;
    let mut steps: Vec<usize> = (0..=4).map(|quarter| last * quarter / 4).collect();
    steps.dedup();
    let rounds = steps.into_iter().map(|step| by_time[step].months);
    rounds.map(|round| (round, thousands(round as u64))).collect()
}

/// Quarters of the horizon, by date.
fn ticks(view: &ReportView<'_>) -> Vec<(f64, String)> {
    let horizon = view.scenario.clock.horizon;
    let day = |months: f64| view.scenario.date_after(months).map(date);
    (0..=4)
        .map(|quarter| horizon * f64::from(quarter) / 4.0)
        .filter_map(|months| day(months).map(|words| (months, words)))
        .collect()
}
