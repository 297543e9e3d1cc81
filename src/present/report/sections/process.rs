//! The chain from talks to a deal that lasts, as a picture.

use crate::charts::{Chain, ChainLink};
use crate::document::{Illustration, Number, Part, Section, Text};
use crate::montecarlo::Link;
use crate::present::process::link_name;
use crate::present::report::{ReportView, odds};
use crate::results::cite;

/// A link that all but so few pass is no weak one.
const WEAK: f64 = 0.95;

pub(super) fn section(view: &ReportView<'_>) -> Section {
    let run = view.run();
    let chain = cite!(run.chain);
    let name = |link: Link| link_name(view.scenario, link);
    let links = chain.iter().filter_map(|step| {
        Some(ChainLink {
            label: name(step.id)?.to_owned(),
            odds: odds::chart(&step.estimate),
            worlds: odds::chart_worlds(&step.estimate),
            given: step.given.map(|given| given.value),
        })
    });
    let drawn = Chain {
        id: "chain".to_owned(),
        title: format!("{}: share of all histories that get so far", view.words().course),
        links: links.collect(),
    };
    let steps = chain.each().zip(chain.each().skip(1));
    let weakest = steps
        .filter_map(|(before, step)| Some((before, name(step.id)?, cite!(step.given).some()?)));
    let weakest = weakest.min_by(|a, b| a.2.value.total_cmp(&b.2.value));
    let mut parts = Vec::new();
    if let Some((before, to, given)) = weakest.filter(|(_, _, given)| given.value < WEAK) {
        parts.push(Part::Lead(
            Text::from("The weakest link is from “")
                .and(name(before.id).unwrap_or_default())
                .and("” to “")
                .and(to)
                .and("”: ")
                .then(odds::with_interval(&given))
                .and(" of the histories that reach the one go on to the other."),
        ));
    }
    parts.push(Illustration::new(|width| drawn.draw(width), [chain.place()]).into());
    parts.push(Part::Paragraph(zone(view)));
    Section::new("chain", "Where deals are won and lost", parts)
}

/// In how many worlds some package would suit everybody.
pub(in crate::present::report) fn zone(view: &ReportView<'_>) -> Text {
    let run = view.run();
    let zone = cite!(run.common_ground_worlds);
    Text::from("Some package would suit every signatory in ")
        .and(Number::share(&cite!(zone.value)))
        .and(" of the worlds (95% interval ")
        .then(odds::interval(&zone))
        .and(view.words().exists)
        .and(", a zone of possible agreement exists. The talks still have to find it.")
}
