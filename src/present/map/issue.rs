//! One issue of the map as a drawing: where everybody stands, where the zone is, what a fair split
//! would be, and the forecasts.

use super::MapView;
use super::words;
use crate::analysis::map::{Concept, ReachSpread};
use crate::model::{Issue, Party, Position};
use crate::present::forecasts::forecast_lines;
use crate::present::scale::{Figure, Line, Scale, Tick};
use crate::solution::bargain::Reach;
use crate::text::number::position;

const OPENING: char = 'o';
const LIMIT: char = 'l';
const WALL: char = '#';
const SPLIT: char = '◆';
/// Columns behind a forecast in which its error stands.
const BEHIND: usize = 9;

/// How to read the marks.
pub(super) const LEGEND: &str = "o opening, l limit, # red line; █ the zone at the most likely \
    inputs and ▒ in the middle world of many, each issue on its own: not every mixture of positions \
    within is in the zone. ◆ solution or forecast, ◇ likeliest winner of an election, * two marks \
    in one place. EU error: see the end.";

/// The drawing of one issue with a scale, and for every forecast without an answer its name and
/// reason.
pub(super) fn drawing(
    view: MapView<'_>,
    inputs: &[f64],
    k: usize,
) -> (String, Vec<(String, String)>) {
    let issue = &view.scenario.issues[k];
    let show = |at: f64| position(at, issue.scale.width());
    let mut lines = vec![Line::heading("Who wants what", format!("opening {:>7}", "limit"))];
    for party in &view.scenario.parties {
        if let Some(stance) = &party.positions[k] {
            lines.push(stance_line(party, stance, inputs, show));
        }
    }
    lines.extend(zone_lines(view, issue, k));
    lines.extend(solution_lines(view, issue, k));
    let mut unanswered = Vec::new();
    match &view.map.forecasts[k] {
        None => {}
        Some(Ok(forecasts)) => {
            let (own, missing) = forecast_lines(&forecasts.table, &forecasts.opinions, 0, BEHIND);
            lines.extend(own);
            unanswered = missing;
        }
        Some(Err(error)) => unanswered.push(("the other schools".to_owned(), error.to_string())),
    }
    let ticks = issue.anchors.iter().map(|anchor| Tick {
        at: anchor.at,
        value: show(anchor.at),
        text: anchor.text.clone(),
    });
    let end = |at: f64| (at, show(at));
    let scale = Scale {
        low: end(issue.scale.low),
        high: end(issue.scale.high),
        ticks: ticks.collect(),
        lines,
    };
    (scale.draw(), unanswered)
}

fn stance_line(
    party: &Party,
    stance: &Position,
    inputs: &[f64],
    show: impl Fn(f64) -> String,
) -> Line {
    let get = |id: crate::model::InputId| inputs[id.index()];
    let (opening, limit) = (get(stance.opening), get(stance.limit));
    let mut figures = vec![
        Figure::Band { from: opening, to: limit, sign: '─' },
        Figure::Mark { at: limit, sign: LIMIT },
    ];
    // A red line at the limit is the more important of the two, and so is an opening.
    if let Some(wall) = stance.red_line {
        figures.push(Figure::Mark { at: get(wall), sign: WALL });
    }
    figures.push(Figure::Mark { at: opening, sign: OPENING });
    Line::row(&party.title, figures, format!("{} {:>7}", show(opening), show(limit)))
}

/// The zone at the most likely inputs and in the middle of many worlds.
fn zone_lines(view: MapView<'_>, issue: &Issue, k: usize) -> Vec<Line> {
    let show = |at: f64| position(at, issue.scale.width());
    let mut lines = vec![Line::heading("Zone of possible agreement", "from      to")];
    let mut band = |label: &str, from: f64, to: f64, sign: char| {
        let trailing = format!("{} {:>7}", show(from), show(to));
        lines.push(Line::row(label, vec![Figure::Band { from, to, sign }], trailing));
    };
    if let Some(Reach::Scale(low, high)) = view.map.likely.reach.as_ref().map(|reach| &reach[k]) {
        band("most likely inputs", issue.scale.from_unit(*low), issue.scale.from_unit(*high), '█');
    }
    if let Some(ReachSpread::Scale { low, high }) = view.map.worlds.reach.get(k) {
        band("many worlds", low.middle, high.middle, '▒');
    }
    if lines.len() == 1 {
        lines.push(Line::row("there is none", Vec::new(), ""));
    }
    lines
}

fn solution_lines(view: MapView<'_>, issue: &Issue, k: usize) -> Vec<Line> {
    let points = super::terminal::points_told(&view.map.likely);
    let mut lines = Vec::new();
    if points.is_empty() {
        return lines;
    }
    let empty = view.map.likely.reach.is_none();
    lines.push(Line::heading(if empty { "Nearest package" } else { "Fair splits" }, "at        "));
    for point in points {
        let at = issue.scale.from_unit(point.solution.package[k]);
        let mut figures = Vec::new();
        if point.concept == Concept::Nash
            && let Some(Some(spread)) = view.map.worlds.nash.get(k)
        {
            figures.push(Figure::Band { from: spread.low, to: spread.high, sign: '─' });
        }
        figures.push(Figure::Mark { at, sign: SPLIT });
        let trailing = format!("{} {:>7}", position(at, issue.scale.width()), "");
        lines.push(Line::row(words::concept(point.concept), figures, trailing));
    }
    lines
}
