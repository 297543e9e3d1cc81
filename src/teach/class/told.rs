//! The class in words, tables and drawings.

use super::{Class, Group};
use crate::charts::{Bin, Histogram, Pareto, ParetoPoint, Unit};
use crate::teach::debrief::{Score, State};
use crate::teach::points::{FULL, shown};
use crate::teach::sheet::{Drawing, Sheet};

/// The whole of it.
pub(super) fn sheet(class: &Class) -> Sheet {
    let mut sheet = Sheet::default();
    let groups = class.groups();
    let Some(first) = groups.first().map(|group| &group.debrief) else { return sheet };
    let deals = groups.iter().filter(|group| group.debrief.is_deal()).count();
    let unfinished = groups.len() - class.finished().count();
    sheet.heading(1, &format!("{}: the class", first.title));
    let options = if first.options.is_empty() {
        String::new()
    } else {
        format!(" Played with {}.", first.options)
    };
    sheet.paragraph(&format!(
        "{}, {deals} with a deal in force{}. Points of everybody's own brief.{options}",
        counted(groups.len(), "game"),
        match unfinished {
            0 => String::new(),
            count => format!(", {count} unfinished and left out of all that is counted below"),
        }
    ));
    table(&mut sheet, class);
    terms(&mut sheet, class);
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

fn or_dash(points: Option<f64>) -> String {
    points.map_or("–".to_owned(), shown)
}

/// The groups side by side.
fn table(sheet: &mut Sheet, class: &Class) {
    let first = &class.groups()[0].debrief;
    let mut below = false;
    let mut points = |score: &Score| {
        below |= score.is_below_no_deal();
        format!("{}{}", or_dash(score.points), if score.is_below_no_deal() { "*" } else { "" })
    };
    let mut rows = Vec::new();
    for group in class.groups() {
        let debrief = &group.debrief;
        let points: Vec<String> = debrief.scores.iter().map(&mut points).collect();
        let ended = match debrief.state {
            State::Deal => debrief.when.map_or(String::new(), shown),
            other => other.words().to_owned(),
        };
        rows.push(vec![
            group.name.clone(),
            debrief.role.clone(),
            ended,
            or_dash(debrief.joint()),
            or_dash(debrief.left.map(|left| left.points)),
            points.join(" / "),
        ]);
    }
    let head = ["group", "seat", first.clock, "joint", "left", "points"];
    sheet.table(&head, &[2, 3, 4], &rows);
    let names: Vec<&str> = first.scores.iter().map(|score| score.title.as_str()).collect();
    let mut legend = format!("Points of {}, in this order", names.join(", "));
    if below {
        legend += "; * marks who signed below no deal";
    }
    let who = if first.bargainers.len() < first.scores.len() {
        first.together()
    } else {
        "all together".to_owned()
    };
    sheet.paragraph(&format!(
        "{legend}. {}: when the deal was made. Joint: what {who} have. Left: how much more they could have \
         had, the gain divided as it was; where there was no deal, or somebody has less than without one, \
         what could be added to what each has is shared alike.",
        first.clock
    ));
    if let Some(measure) = &first.measure {
        sheet.paragraph(measure);
    }
}

/// What was agreed, group by group.
fn terms(sheet: &mut Sheet, class: &Class) {
    let row = |group: &Group| {
        let terms = group.debrief.terms.clone().filter(|_| group.debrief.is_deal())?;
        Some(vec![group.name.clone(), terms])
    };
    let rows: Vec<Vec<String>> = class.groups().iter().filter_map(row).collect();
    if !rows.is_empty() {
        sheet.heading(2, "What was agreed");
        sheet.table(&["group", "terms"], &[], &rows);
    }
}

/// The longest bar.
const BAR: usize = 30;

/// Every party's points, group by group, as bars.
fn spread(sheet: &mut Sheet, class: &Class) {
    let first = &class.groups()[0].debrief;
    sheet.heading(2, "How far apart the groups ended");
    if class.finished().next().is_none() {
        sheet.paragraph("No game is over.");
        return;
    }
    for (party, score) in first.scores.iter().enumerate() {
        let points = |group: &Group| group.debrief.scores[party].points;
        let values: Vec<f64> = class.finished().filter_map(points).collect();
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        sheet.heading(3, &score.title);
        sheet.paragraph(&format!(
            "From {} to {}, {} in the mean{}; no deal was worth {}.",
            shown(low),
            shown(high),
            or_dash(mean(&values)),
            by_seat(class, party),
            shown(score.batna)
        ));
        // Gains over no deal may lie below 0, points of a brief cannot.
        let within = (first.clock == "round").then_some((0.0, FULL));
        let histogram = Histogram {
            id: format!("points-{party}"),
            title: format!("Points of {}", score.title),
            axis: "points".to_owned(),
            counted: "groups".to_owned(),
            unit: Unit::Score,
            values,
            within,
            marks: vec![(score.batna, "no deal".to_owned())],
        };
        bars(sheet, &histogram.bins());
        sheet.drawing(Drawing::Histogram(histogram));
    }
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The means of the games in which a person had this seat, and of those in which the engine had it.
fn by_seat(class: &Class, party: usize) -> String {
    let points = |person: bool| -> Vec<f64> {
        let scores = class.finished().map(|group| &group.debrief.scores[party]);
        scores.filter(|score| score.person == person).filter_map(|score| score.points).collect()
    };
    let told = [(true, "people"), (false, "the engine")].map(|(person, who)| {
        let values = points(person);
        let games = counted(values.len(), "game");
        mean(&values).map(|mean| format!("{} in {games} played by {who}", shown(mean)))
    });
    let told: Vec<String> = told.into_iter().flatten().collect();
    format!(" ({})", told.join(", "))
}

/// The bins of a histogram, as a table of bars.
fn bars(sheet: &mut Sheet, bins: &[Bin]) {
    let most = bins.iter().map(|bin| bin.count).max().unwrap_or(1).max(1);
    let row = |bin: &Bin| {
        let bar = "█".repeat((bin.count * BAR).div_ceil(most.max(BAR)).min(BAR));
        vec![format!("{} to {}", shown(bin.low), shown(bin.high)), bin.count.to_string(), bar]
    };
    let rows: Vec<Vec<String>> = bins.iter().map(row).collect();
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
    points.extend(class.groups().iter().filter(|group| group.debrief.is_deal()).filter_map(
        |group| {
            let scores = &group.debrief.scores;
            let at = (scores[a].points?, scores[b].points?);
            Some(ParetoPoint { name: group.name.clone(), at })
        },
    ));
    Some(Drawing::Pareto(Pareto {
        id: "deals".to_owned(),
        title: "The deals of the class".to_owned(),
        across: first.scores[a].title.clone(),
        upright: first.scores[b].title.clone(),
        unit: Unit::Score,
        frontier: first.frontier.steps(),
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
        vec![solution.name.to_owned(), points.join(" / "), mean, solution.told_terms()]
    };
    let rows: Vec<Vec<String>> = first.solutions.iter().enumerate().map(row).collect();
    sheet.table(&["solution", "points", "mean away", "terms"], &[2], &rows);
}
