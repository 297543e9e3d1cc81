//! Is there a package that suits all who must sign?

use super::words::{gain, spread};
use crate::analysis::map::Concept;
use crate::document::{Number, Part, Section, Table, Text};
use crate::present::words::range;
use crate::results::map::{LikelyMap, Map, MapOfWorlds, SolutionPackage};
use crate::results::{Cited, cite};

const NOTE: &str = "Gains are in hundredths of all that is at stake for a party, over what it has without a deal; a package \
     suits whom it gives no less. In brackets: the middle nine tenths of worlds. A share of packages hangs on \
     how the scales are drawn; whether there is any package does not.";

/// In the likeliest world, in many, and how near it is.
pub(super) fn zone(map: &Cited<'_, Map>) -> Section {
    let (likely, worlds) = (cite!(map.likely), cite!(map.worlds));
    let mut table = Table::new(Text::new(), &["~", ""]);
    table.row([Text::from("most likely inputs"), at_mode(&likely)]);
    table.row([Text::from("many worlds"), in_many(&worlds)]);
    let points = cite!(likely.points);
    if let Some(best) = points.each().find(|point| point.concept == Concept::LeastGain) {
        let mut text = least(&best).and(" at the best package");
        if let Some(gains) = cite!(worlds.least_gain).some() {
            text = text.and("; in many worlds ").then(spread(&gains, Number::hundredths));
        }
        table.row([Text::from("least gain"), text]);
    }
    let title = "Is there a package that suits all who must sign?";
    Section::new("zone", title, vec![Part::Table(table), Part::Note(Text::from(NOTE))])
}

fn at_mode(likely: &Cited<'_, LikelyMap>) -> Text {
    if likely.zone {
        Text::from("yes: ")
            .and(Number::share(&cite!(likely.share.value)))
            .and(" of all packages (")
            .then(range(&cite!(likely.share.low), &cite!(likely.share.high)))
            .and(")")
    } else if likely.points.is_empty() {
        Text::from("no: red lines leave no package at all")
    } else {
        Text::from("no")
    }
}

fn in_many(worlds: &Cited<'_, MapOfWorlds>) -> Text {
    let mut text = Text::from("yes in ")
        .and(Number::share(&cite!(worlds.with_zone.value)))
        .and(" of them (95% interval ")
        .then(range(&cite!(worlds.with_zone.low), &cite!(worlds.with_zone.high)))
        .and(")");
    if let Some(share) = cite!(worlds.share).some() {
        text = text.and("; there ").then(spread(&share, Number::share)).and(" of all packages");
    }
    if worlds.walled_off > 0.0 {
        text = text
            .and("; red lines leave no package in ")
            .and(Number::share(&cite!(worlds.walled_off)));
    }
    text
}

/// The least that a package gives anybody who must sign it.
fn least(package: &Cited<'_, SolutionPackage>) -> Text {
    let gains = cite!(package.gains);
    let needed = gains.each().filter(|one| one.must_sign).map(|one| cite!(one.gain));
    let least = needed.min_by(|a, b| a.total_cmp(b));
    least.map_or_else(Text::new, |least| Text::from(gain(&least)))
}
