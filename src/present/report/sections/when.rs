//! When: cumulative odds over time, with the band between worlds.

use crate::charts::{Curve, CurvePoint, When};
use crate::document::{Illustration, Part, Section, Text};
use crate::present::report::{ReportView, odds, time};
use crate::results::run::ByRoundOrMonth;
use crate::results::{Cited, Estimate, cite};

pub(super) fn section(view: &ReportView<'_>) -> Section {
    let run = view.run();
    let by_time = cite!(run.by_time);
    let Some(end) = by_time.last() else {
        return Section::new("when", "When", vec![Part::Lead(Text::from("Nothing was played."))]);
    };
    let mut parts = vec![Part::Lead(lead(view, &by_time))];
    if agreed_end(end).value > 0.0 {
        parts.push(illustration(view, &by_time).into());
        let note = Text::from(
            "Lines: share of all histories in which it has happened by then. Bands: eight in ten of the \
             worlds that the file allows.",
        );
        parts.push(Part::Note(note.and(view.words().when_counted)));
    }
    Section::new("when", "When", parts)
}

fn lead(view: &ReportView<'_>, by_time: &Cited<'_, Vec<ByRoundOrMonth>>) -> Text {
    if by_time.last().is_none_or(|end| end.signed.value <= 0.0) {
        return Text::from(view.words().at_no_time);
    }
    time::by_when(view.scenario, by_time)
}

fn illustration(view: &ReportView<'_>, by_time: &Cited<'_, Vec<ByRoundOrMonth>>) -> Illustration {
    let curve = |name: &str, odds_of: fn(&ByRoundOrMonth) -> Estimate| Curve {
        name: name.to_owned(),
        points: std::iter::once(CurvePoint { at: 0.0, value: 0.0, band: None })
            .chain(by_time.iter().map(|at| {
                let odds = odds_of(at);
                let band = odds::chart_worlds(&odds);
                CurvePoint { at: time::months(at), value: odds.value, band }
            }))
            .collect(),
    };
    let words = view.words();
    let (axis, ticks) = time::axis(view.scenario, by_time);
    let mut series = vec![curve(words.they_agree, |at| at.signed)];
    // Without a ceasefire to be had alone both are the same.
    if by_time.iter().any(|at| agreed_end(at).value > at.signed.value) {
        series.push(curve("any agreed end, a ceasefire alone too", agreed_end));
    }
    let chart = When {
        id: "when".to_owned(),
        title: words.odds_by.to_owned(),
        axis,
        axis_title: words.unit.to_owned(),
        ticks,
        series,
    };
    Illustration::new(|width| chart.draw(width), [by_time.place()])
}

/// A ceasefire alone, or a signature; with alternating offers there is nothing but an agreement.
fn agreed_end(at: &ByRoundOrMonth) -> Estimate {
    at.agreed_end.unwrap_or(at.signed)
}
