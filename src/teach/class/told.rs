//! The class in words, tables and drawings.

use super::{Class, Group};
use crate::present::svg::{Histogram, Pareto, ParetoPoint, Unit};
use crate::teach::points::shown;
use crate::teach::sheet::{Drawing, Sheet};

/// The whole of it.
pub(super) fn sheet(class: &Class) -> Sheet {
    let mut sheet = Sheet::default();
    let groups = class.groups();
    let Some(first) = groups.first().map(|group| &group.debrief) else { return sheet };
    let deals = groups.iter().filter(|group| group.debrief.deal).count();
    sheet.heading(1, &format!("{}: the class", first.title));
    sheet.paragraph(&format!(
        "{}, {} with a deal in force. Points of everybody's own brief.",
        counted(groups.len(), "game"),
        deals
    ));
    table(&mut sheet, class);
    spread(&mut sheet, class);
    sheet.heading(2, "Where the deals lie");
    if let Some(drawing) = pareto(class) {
        sheet.drawing(drawing);
    }
    solutions(&mut sheet, class);
    sheet
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// The groups side by side.
fn table(sheet: &mut Sheet, class: &Class) {
    let first = &class.groups()[0].debrief;
    let row = |group: &Group| {
        let debrief = &group.debrief;
        let points: Vec<String> = debrief.scores.iter().map(|s| shown(s.points)).collect();
        vec![
            group.name.clone(),
            debrief.role.clone(),
            debrief.when.map_or("–".to_owned(), shown),
            shown(debrief.joint()),
            shown(debrief.left),
            points.join(" / "),
        ]
    };
    let rows: Vec<Vec<String>> = class.groups().iter().map(row).collect();
    let head = ["group", "seat", first.clock, "joint", "left", "points of all"];
    sheet.table(&head, &[2, 3, 4], &rows);
    let names: Vec<&str> = first.scores.iter().map(|score| score.title.as_str()).collect();
    sheet.paragraph(&format!(
        "Points of {}, in this order. {}: when the deal was made. Left: how much more all together could \
         have gained, divided as it was, or equally where there was no deal.",
        names.join(", "),
        first.clock
    ));
}

/// The bins of a histogram in text.
const BINS: usize = 10;
/// The longest bar.
const BAR: usize = 30;

/// Every party's points, group by group, as bars.
fn spread(sheet: &mut Sheet, class: &Class) {
    let first = &class.groups()[0].debrief;
    sheet.heading(2, "How far apart the groups ended");
    for (party, score) in first.scores.iter().enumerate() {
        let values: Vec<f64> =
            class.groups().iter().map(|group| group.debrief.scores[party].points).collect();
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        sheet.heading(3, &score.title);
        sheet.paragraph(&format!(
            "From {} to {}, {} in the mean; no deal was worth {}.",
            shown(low),
            shown(high),
            shown(mean),
            shown(score.batna)
        ));
        bars(sheet, &values, (low, high));
        sheet.drawing(Drawing::Histogram(Histogram {
            id: format!("points-{party}"),
            title: format!("Points of {}", score.title),
            axis: "points".to_owned(),
            counted: "groups".to_owned(),
            unit: Unit::Number,
            values,
            marks: vec![(score.batna, "no deal".to_owned())],
        }));
    }
}

/// Counts in bins of a round width, as a table of bars.
fn bars(sheet: &mut Sheet, values: &[f64], (low, high): (f64, f64)) {
    let widths = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0];
    let fits = |width: &&f64| (high - low) / **width < BINS as f64;
    let width = widths.iter().find(fits).copied().unwrap_or(100.0);
    let start = (low / width).floor();
    let bins = ((high / width).floor() - start) as usize + 1;
    let mut counts = vec![0_usize; bins.max(1)];
    for value in values {
        let bin = ((value / width).floor() - start) as usize;
        if let Some(count) = counts.get_mut(bin) {
            *count += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(1).max(1);
    let row = |(bin, &count): (usize, &usize)| {
        let from = (start + bin as f64) * width;
        let bar = "█".repeat((count * BAR).div_ceil(most.max(BAR)).min(BAR));
        vec![format!("{} to {}", shown(from), shown(from + width)), count.to_string(), bar]
    };
    let rows: Vec<Vec<String>> = counts.iter().enumerate().map(row).collect();
    sheet.bars(&["points", "groups", ""], &[1], &rows);
}

/// The deals of all groups among the frontier of two parties.
fn pareto(class: &Class) -> Option<Drawing> {
    let first = &class.groups()[0].debrief;
    let [a, b] = first.bargainers[..] else { return None };
    let pick = |points: &[f64]| (points[0], points[1]);
    let mut points: Vec<ParetoPoint> = first
        .solutions
        .iter()
        .map(|s| ParetoPoint { name: s.name.to_owned(), at: pick(&s.points) })
        .collect();
    let no_deal = (first.scores[a].batna, first.scores[b].batna);
    points.push(ParetoPoint { name: "no deal".to_owned(), at: no_deal });
    points.extend(class.groups().iter().filter(|group| group.debrief.deal).map(|group| {
        let scores = &group.debrief.scores;
        ParetoPoint { name: group.name.clone(), at: (scores[a].points, scores[b].points) }
    }));
    Some(Drawing::Pareto(Pareto {
        id: "deals".to_owned(),
        title: "The deals of the class".to_owned(),
        across: first.scores[a].title.clone(),
        upright: first.scores[b].title.clone(),
        unit: Unit::Number,
        frontier: first.frontier.iter().map(|points| pick(points)).collect(),
        points,
        paths: Vec::new(),
        cloud: first.cloud.iter().map(|points| pick(points)).collect(),
    }))
}

/// How near the groups came to the theories' packages.
fn solutions(sheet: &mut Sheet, class: &Class) {
    let first = &class.groups()[0].debrief;
    if first.solutions.is_empty() {
        sheet.paragraph(
            "No package is as good as no deal for everybody, so the theories name none.",
        );
        return;
    }
    let row = |(index, solution): (usize, &crate::teach::debrief::Solution)| {
        let away = |group: &Group| group.debrief.solutions.get(index).and_then(|s| s.distance);
        let distances: Vec<f64> = class.groups().iter().filter_map(away).collect();
        let mean = distances.iter().sum::<f64>() / distances.len() as f64;
        let mean = if distances.is_empty() { "–".to_owned() } else { shown(mean) };
        let points: Vec<String> = solution.points.iter().map(|&points| shown(points)).collect();
        vec![solution.name.to_owned(), points.join(" / "), mean, solution.terms.clone()]
    };
    let rows: Vec<Vec<String>> = first.solutions.iter().enumerate().map(row).collect();
    sheet.table(&["solution", "points", "mean away", "terms"], &[2], &rows);
}
