//! Will it last: how long ratified deals stand.

use crate::montecarlo::Standing;
use crate::present::briefing::{Illustration, Part, Section, Text};
use crate::present::report::{ReportView, odds};
use crate::present::svg::{Curve, CurvePoint, Range, Survival};

/// Months that the lead tells.
const TOLD: [f64; 3] = [12.0, 60.0, 120.0];

pub(super) fn section(view: &ReportView<'_>) -> Section {
    let standing = &view.summary.standing;
    let title = "Will it last";
    if standing.is_empty() {
        let none = "No package was ratified, so that there is nothing to last.";
        return Section::new("lasting", title, vec![Part::Lead(Text::from(none))]);
    }
    let told = standing.iter().any(|point| point.between.is_some());
    let band = if told {
        "eight in ten of the worlds that the file allows, counted by their pairs of deals"
    } else {
        "the 95% interval of the simulation; too few worlds have several deals to tell how far worlds differ"
    };
    let parts = vec![
        Part::Lead(lead(standing)),
        illustration(standing, told).into(),
        Part::Note(
            Text::from("Band: ").and(band).and(
                ". The risk is greatest in the first weeks, as it was for past ceasefires and peace \
                 agreements; strong guarantees, trust and terms that nobody has to swallow lengthen it.",
            ),
        ),
    ];
    Section::new("lasting", title, parts)
}

fn lead(standing: &[Standing]) -> Text {
    let mut text = Text::from("Of the deals that are ratified, ");
    let told = standing.iter().enumerate().filter(|(_, point)| TOLD.contains(&point.months));
    for (count, (index, point)) in told.enumerate() {
        let at = format!("/run/standing/{index}/share");
        text = text
            .and_if(count > 0, ", ")
            .then(odds::with_interval(&point.share, &at))
            .and(if count == 0 { " still stand after " } else { " after " })
            .and(odds::span(point.months));
    }
    text.and(".")
}

fn illustration(standing: &[Standing], told: bool) -> Illustration {
    let start = CurvePoint { at: 0.0, value: 1.0, band: None };
    let points = standing.iter().map(|point| {
        let (low, high) = match point.between {
            Some(between) => between,
            None if told => (point.share.value, point.share.value),
            None => (point.share.low, point.share.high),
        };
        let band = Some(Range { low, high });
        CurvePoint { at: point.months, value: point.share.value, band }
    });
    let chart = Survival {
        id: "survival".to_owned(),
        title: "Share of ratified deals that still stand".to_owned(),
        axis: "months after ratification".to_owned(),
        marks: TOLD.iter().map(|&months| (months, odds::span(months))).collect(),
        curves: vec![Curve {
            name: "still standing".to_owned(),
            points: std::iter::once(start).chain(points).collect(),
        }],
    };
    Illustration::new(|width| chart.draw(width), ["/run/standing".to_owned()])
}
