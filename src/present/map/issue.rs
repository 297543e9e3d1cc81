//! One issue of the map as a drawing: where everybody stands, where the zone is, what a fair split
//! would be, and the forecasts.

use super::gains::points_told;
use super::words::concept;
use crate::analysis::map::Concept;
use crate::document::{Figure, Line, Number, Part, Scale, Text, Tick, author};
use crate::present::forecasts::Forecasts;
use crate::results::map::{At, Map, StandOf, StandsOnIssue};
use crate::results::{Cited, cite};
use crate::text::number::position;

const OPENING: char = 'o';
const LIMIT: char = 'l';
const WALL: char = '#';
const SPLIT: char = '◆';

/// How to read the marks.
pub(super) const LEGEND: &str = "o opening, l limit, # red line; █ the zone at the most likely \
    inputs and ▒ in the middle world of many, each issue on its own: not every mixture of positions \
    within is in the zone. ◆ solution or forecast, ◇ likeliest winner of an election, * two marks \
    in one place. EU error: see the end.";

/// The drawing of one issue with a scale, and for every forecast without an answer that it has none.
pub(super) fn drawing(map: &Cited<'_, Map>, own: &Cited<'_, StandsOnIssue>, k: usize) -> Vec<Part> {
    let width = own.width();
    let mut lines = vec![Line::heading("Who wants what", &["opening", "limit"])];
    lines.extend(cite!(own.positions).each().map(|stand| stance(&stand, width)));
    lines.extend(zone(map, k, width));
    lines.extend(splits(map, k, width));
    let mut unanswered = Vec::new();
    let forecast = cite!(map.forecasts[k]);
    if let Some(opinions) = cite!(forecast.opinions).some() {
        let forecasts = Forecasts::of(&opinions, &["at", "EU error"]);
        lines.extend(forecasts.lines);
        unanswered = forecasts.unanswered;
    } else if let Some(reason) = &forecast.reason {
        let text = Text::from("No answer from the other schools: ").and(author(reason));
        unanswered.push(text.and("."));
    }
    let [low, high] = own.scale.unwrap_or_default();
    let end = |at: f64| (at, position(at, width));
    let ticks = own.anchors.iter().map(|anchor| Tick {
        at: anchor.at,
        value: position(anchor.at, width),
        text: anchor.text.clone(),
    });
    let scale = Scale { low: end(low), high: end(high), ticks: ticks.collect(), lines };
    [Part::Scale(scale)].into_iter().chain(unanswered.into_iter().map(Part::Note)).collect()
}

fn stance(stand: &Cited<'_, StandOf>, width: f64) -> Line {
    let (opening, limit) = (stand.opening, stand.limit);
    let mut figures = vec![
        Figure::Band { from: opening, to: limit, sign: '─' },
        Figure::Mark { at: limit, sign: LIMIT },
    ];
    // A red line at the limit is the more important of the two, and so is an opening.
    figures.extend(stand.red_line.map(|at| Figure::Mark { at, sign: WALL }));
    figures.push(Figure::Mark { at: opening, sign: OPENING });
    let numbers = [cite!(stand.opening), cite!(stand.limit)];
    let numbers = numbers.map(|at| Text::from(Number::position(&at, width)));
    Line::row(author(&stand.party.title), figures, numbers)
}

/// The zone at the most likely inputs and in the middle of many worlds.
fn zone(map: &Cited<'_, Map>, k: usize, width: f64) -> Vec<Line> {
    let mut lines = vec![Line::heading("Zone of possible agreement", &["from", "to"])];
    let mut band = |label: &str, from: Cited<'_, f64>, to: Cited<'_, f64>, sign: char| {
        let figures = vec![Figure::Band { from: *from, to: *to, sign }];
        let numbers = [from, to].map(|at| Text::from(Number::position(&at, width)));
        lines.push(Line::row(label, figures, numbers));
    };
    if let Some(all) = cite!(map.likely.reach).some() {
        let own = cite!(all[k]);
        if let Some((low, high)) = cite!(own.low).some().zip(cite!(own.high).some()) {
            band("most likely inputs", low, high, '█');
        }
    }
    if let Some(own) = cite!(map.worlds.reach).each().nth(k)
        && let Some((low, high)) = cite!(own.low).some().zip(cite!(own.high).some())
    {
        band("many worlds", cite!(low.p50), cite!(high.p50), '▒');
    }
    if lines.len() == 1 {
        lines.push(Line::row("there is none", Vec::new(), []));
    }
    lines
}

fn splits(map: &Cited<'_, Map>, k: usize, width: f64) -> Vec<Line> {
    let points = points_told(map);
    if points.is_empty() {
        return Vec::new();
    }
    let heading = if map.likely.zone { "Fair splits" } else { "Nearest package" };
    let mut lines = vec![Line::heading(heading, &["at"])];
    for point in points {
        let term = cite!(point.package[k]);
        let At::Position(at) = term.at else { continue };
        let mut figures = Vec::new();
        let nash = map.worlds.nash.get(k).filter(|_| point.concept == Concept::Nash);
        if let Some(spread) = nash.and_then(|nash| nash.position) {
            figures.push(Figure::Band { from: spread.p05, to: spread.p95, sign: '─' });
        }
        figures.push(Figure::Mark { at, sign: SPLIT });
        let place = cite!(term.at);
        let number = Number { shown: position(at, width), value: at, at: place.place() };
        lines.push(Line::row(concept(point.concept), figures, [Text::from(number)]));
    }
    lines
}
