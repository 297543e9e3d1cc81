//! The chain from talks to a deal that lasts, as a picture.

use crate::charts::{Chain, ChainLink};
use crate::document::{Illustration, Part, Section, Text};
use crate::montecarlo::Link;
use crate::present::process::link_name;
use crate::present::report::{ReportView, odds};

pub(super) fn section(view: &ReportView<'_>) -> Section {
    let summary = view.summary;
    let name = |link: Link| link_name(view.scenario, link);
    let links = summary.chain.iter().filter_map(|step| {
        Some(ChainLink {
            label: name(step.link)?.to_owned(),
            odds: odds::chart(&step.estimate),
            worlds: odds::chart_worlds(&step.estimate),
            given: step.given.map(|given| given.value),
        })
    });
    let chart = Chain {
        id: "chain".to_owned(),
        title: format!("{}: share of all histories that get so far", view.words().course),
        links: links.collect(),
    };
    let zone = zone(view);
    let weakest = summary
        .chain
        .iter()
        .enumerate()
        .skip(1)
        .filter_map(|(index, step)| Some((index, name(step.link)?, step.given?)));
    let weakest = weakest.min_by(|a, b| a.2.value.total_cmp(&b.2.value));
    let mut parts = Vec::new();
    if let Some((index, to, given)) = weakest.filter(|(_, _, given)| given.value < 0.95) {
        let from = name(summary.chain[index - 1].link).unwrap_or_default();
        parts.push(Part::Lead(
            Text::from("The weakest link is from “")
                .and(from)
                .and("” to “")
                .and(to)
                .and("”: ")
                .then(odds::with_interval(&given, &format!("/run/result/chain/{index}/given")))
                .and(" of the histories that reach the one go on to the other."),
        ));
    }
    parts.push(
        Illustration::new(|width| chart.draw(width), ["/run/result/chain".to_owned()]).into(),
    );
    parts.push(Part::Paragraph(zone));
    Section::new("chain", "Where deals are won and lost", parts)
}

/// In how many worlds some package would suit everybody.
pub(in crate::present::report) fn zone(view: &ReportView<'_>) -> Text {
    let zone = &view.summary.zopa_worlds;
    let at = (
        "/run/result/common_ground_worlds/low".to_owned(),
        "/run/result/common_ground_worlds/high".to_owned(),
    );
    Text::from("Some package would suit every signatory in ")
        .and(crate::document::Number::share_at(
            zone.value,
            "/run/result/common_ground_worlds/value",
        ))
        .and(" of the worlds (95% interval ")
        .then(odds::range(zone.low, zone.high, at))
        .and(view.words().exists)
        .and(", a zone of possible agreement exists. The talks still have to find it.")
}
