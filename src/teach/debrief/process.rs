//! The debrief of a peace process: the principals' deal space of the first day, as the bargaining map
//! sees it, with every pledge delivered and no noise. Values are gains over no deal, in points, so that a
//! party's no deal is 0: what signing is worth, with what it believes of how long the terms will stand.

use super::{
    Clock, Concession, Debrief, Efficient, EfficientPoint, Left, Offer, Score, Solution, State,
    distance,
};
use crate::analysis::map::{Concept, PointMap};
use crate::engine::{Seat, Table, Trial};
use crate::solution::bargain::{Reach, Search, Signatory};
use crate::teach::play::Process;
use crate::teach::points::{FULL, exact};
use crate::text::number::percent;

/// How the points of a debrief differ from those of the brief and the screen.
const MEASURE: &str = "Points here are gains over no deal, so that no deal is 0: what signing is worth all in \
                       all, as things stand on the first day, with every pledge delivered. The brief and the \
                       screen count from 0 to 100 and say beside it what no deal is worth; and whoever signs \
                       does so by what it believes on that day, which may have been more, or less, than this.";

/// The debrief of a game, of which what both protocols have is there.
pub(super) fn debrief(process: &Process<'_>, game: Debrief) -> Debrief {
    let room = process.room();
    let scenario = &room.scenario;
    let table = Table::new(scenario, room.seed);
    let mut seat = Seat::new(&table);
    seat.enter(&room.values, Trial::default());
    let map = PointMap::of(scenario, &seat, room.seed, None);
    let principals: Vec<usize> = scenario.principals().collect();
    let gains = |terms: &[f64]| -> Vec<f64> {
        map.space.principals().map(|signatory| FULL * map.space.gain(signatory, terms)).collect()
    };
    let deal = process.ratified_at().and_then(|_| process.terms());
    let path: Vec<Offer> = process
        .texts()
        .iter()
        .filter(|text| text.interim.is_none())
        .map(|text| {
            let place = |by| principals.iter().position(|&principal| principal == by);
            Offer {
                when: text.t,
                by: text.by.and_then(place),
                terms: process.package(&text.terms),
                points: gains(&text.terms),
            }
        })
        .collect();
    let mut debrief = Debrief {
        ending: process.ending_words(),
        state: if deal.is_some() { State::Deal } else { State::NoDeal },
        measure: Some(MEASURE.to_owned()),
        when: process.ratified_at(),
        clock: Clock::Month,
        terms: process.terms().map(|terms| process.package(terms)),
        bargainers: map.space.principals().collect(),
        scores: scores(process, &map, deal),
        zone: zone(process, &map),
        frontier: frontier(&map, principals.len()),
        concessions: movements(process, &path),
        path,
        solutions: solutions(process, &map, deal.map(&gains).as_deref()),
        voted_down: process.voted_down(),
        ..game
    };
    let last = deal.map(<[f64]>::to_vec).or_else(|| {
        let packages = process.texts();
        packages.iter().rev().find(|text| text.interim.is_none()).map(|text| text.terms.clone())
    });
    let mut better = None;
    if let Some(terms) = last {
        let left = map.space.left_on_table(Search::FINE, &terms);
        let (now, then) = (gains(&terms), gains(&left.better.package));
        let rises: Vec<f64> = now.iter().zip(&then).map(|(now, then)| then - now).collect();
        if rises.iter().sum::<f64>() > 0.05 {
            debrief.better = Some((process.package(&left.better.package), rises));
        }
        better = Some(then);
    }
    debrief.left = Some(left(&debrief, deal.map(&gains), better));
    debrief
}

/// What was left: by the packages of the frontier and of the theories, and by the one that is worse for
/// nobody than what lay on the table last.
fn left(debrief: &Debrief, deal: Option<Vec<f64>>, better: Option<Vec<f64>>) -> Left {
    let reached = deal.unwrap_or_else(|| vec![0.0; debrief.bargainers.len()]);
    let known = debrief
        .frontier
        .points
        .iter()
        .map(|point| &point.points)
        .chain(debrief.solutions.iter().map(|s| &s.points));
    Left::of(&reached, known.cloned().chain(better))
}

/// The gain of everybody whose yes may be needed.
fn scores(process: &Process<'_>, map: &PointMap, deal: Option<&[f64]>) -> Vec<Score> {
    let room = process.room();
    let score = |(place, signatory): (usize, &Signatory)| Score {
        title: room.scenario.parties[signatory.party].title.clone(),
        person: signatory.party == room.role,
        points: Some(deal.map_or(0.0, |terms| FULL * map.space.gain(place, terms))),
        batna: 0.0,
        most: map.ideal_gains.get(place).map(|gain| FULL * gain),
    };
    map.space.signatories().iter().enumerate().map(score).collect()
}

fn zone(process: &Process<'_>, map: &PointMap) -> Vec<String> {
    let scenario = &process.room().scenario;
    let Some(reach) = &map.reach else {
        return vec![
            "There is none on the first day: no package is as good as no deal for all who must sign."
                .to_owned(),
        ];
    };
    let mut words = vec![format!(
        "About {} of all packages are at least as good as no deal for all who must sign.",
        percent(map.share.share)
    )];
    for (issue, reach) in scenario.issues.iter().zip(reach) {
        let text = match reach {
            Reach::Scale(low, high) => {
                let at = |x: f64| exact((issue.scale.from_unit(x) * 10.0).round() / 10.0);
                format!("{} to {}", at(*low), at(*high))
            }
            Reach::Options(options) => {
                let named = options.iter().filter_map(|&option| issue.options.get(option).cloned());
                named.collect::<Vec<_>>().join(", ")
            }
        };
        words.push(format!("{}: {text}", issue.title));
    }
    words
}

/// The frontier of two principals; of more there is no picture.
fn frontier(map: &PointMap, principals: usize) -> Efficient {
    let [pair] = &map.frontiers[..] else { return Efficient::default() };
    if principals != 2 {
        return Efficient::default();
    }
    let points = pair.points.iter().map(|point| EfficientPoint {
        points: point.solution.gains.iter().map(|gain| FULL * gain).collect(),
        after_gap: point.after_gap,
    });
    Efficient { points: points.collect(), whole: pair.whole }
}

/// The value of each text tabled to each principal: texts move, as positions do.
fn movements(process: &Process<'_>, path: &[Offer]) -> Vec<Concession> {
    let scenario = &process.room().scenario;
    let movement = |(place, party): (usize, usize)| Concession {
        title: scenario.parties[party].title.clone(),
        offers: path.iter().map(|offer| (offer.when, offer.points[place])).collect(),
    };
    scenario.principals().enumerate().map(movement).collect()
}

fn solutions(process: &Process<'_>, map: &PointMap, deal: Option<&[f64]>) -> Vec<Solution> {
    let named = [
        ("Nash", Concept::Nash),
        ("Kalai–Smorodinsky", Concept::KalaiSmorodinsky),
        ("egalitarian", Concept::Egalitarian),
        ("greatest sum", Concept::MaxWelfare),
    ];
    if map.reach.is_none() {
        return Vec::new();
    }
    let solution = |(name, concept): (&'static str, Concept)| {
        let found = map.point(concept)?;
        let signatories = map.space.principals();
        let points: Vec<f64> =
            signatories.map(|s| FULL * map.space.gain(s, &found.package)).collect();
        Some(Solution {
            name,
            terms: process.package(&found.package),
            ties: 1,
            distance: deal.map(|deal| distance(deal, &points)),
            points,
        })
    };
    named.into_iter().filter_map(solution).collect()
}
