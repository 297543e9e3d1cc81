//! The class in words, tables and drawings.

use super::{Class, Group};
use crate::charts::{Histogram, Pareto, ParetoPoint, Unit};
use crate::document::{
    Cell, Document, Illustration, Length, Part, Section, Table, Text, author, in_full,
};
use crate::teach::debrief::{Debrief, Score, State, colophon, or_dash};
use crate::teach::points::shown;

/// The whole of it.
pub(super) fn tell(class: &Class) -> Document {
    let first = class.groups().first().map(|group| &group.debrief);
    let sections = first.map(|first| {
        std::iter::once(games(class, first))
            .chain(terms(class))
            .chain([spread(class, first), lie(class, first)])
            .collect()
    });
    let title = first.map_or("", |first| first.title.as_str());
    Document {
        title: Text::from(author(title)).and(": the class"),
        facts: first.map(|first| counts(class, first)).into_iter().collect(),
        notices: Vec::new(),
        sections: sections.unwrap_or_default(),
        colophon: first.map(colophon).unwrap_or_default(),
        length: Length::Whole,
    }
}

fn counts(class: &Class, first: &Debrief) -> Text {
    let groups = class.groups();
    let deals = groups.iter().filter(|group| group.debrief.is_deal()).count();
    let unfinished = match groups.len() - class.finished().count() {
        0 => String::new(),
        count => format!(", {count} unfinished and left out of all that is counted below"),
    };
    let told = Text::from(format!(
        "{}, {deals} with a deal in force{unfinished}. Points of everybody's own brief.",
        counted(groups.len(), "game"),
    ));
    if first.options.is_empty() {
        return told;
    }
    told.and(" Played with ").and(in_full(&first.options)).and(".")
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// The groups side by side.
fn games(class: &Class, first: &Debrief) -> Section {
    let words = first.clock.words();
    let head = ["group", "seat", &format!("#{}", words.unit), "#joint", "#left", "points"];
    let mut table = Table::new(Text::new(), &head);
    for group in class.groups() {
        let debrief = &group.debrief;
        let points = debrief
            .scores
            .iter()
            .map(|score| or_dash(score.points).and_if(score.is_below_no_deal(), "*"));
        let ended = match debrief.state {
            State::Deal => debrief.when.map_or(String::new(), shown),
            other => other.words().to_owned(),
        };
        table.row([
            author(&group.name).into(),
            author(&debrief.role).into(),
            ended.into(),
            or_dash(debrief.joint()),
            or_dash(debrief.left.map(|left| left.points)),
            Text::joined(" / ", points),
        ]);
    }
    let mut scores = class.groups().iter().flat_map(|group| &group.debrief.scores);
    let names = first.scores.iter().map(|score| author(&score.title).into());
    let legend = Text::from("Points of ")
        .then(Text::joined(", ", names))
        .and(", in this order")
        .and_if(
            scores.any(Score::is_below_no_deal),
            "; * marks who signed below no deal",
        )
        .and(format!(". {}: when the deal was made. Joint: what ", words.unit))
        .then(first.together("all"))
        .and(
            " have. Left: how much more they could have had, the gain divided as it was; where there was no \
             deal, or somebody has less than without one, what could be added to what each has is shared alike.",
        );
    let measure = first.measure.as_ref().map(|measure| Text::from(measure.as_str()));
    let notes = std::iter::once(legend).chain(measure).map(Part::Paragraph);
    Section::new("games", Text::new(), std::iter::once(Part::Table(table)).chain(notes).collect())
}

/// What was agreed, group by group.
fn terms(class: &Class) -> Option<Section> {
    let mut table = Table::new(Text::new(), &["group", "terms"]);
    for group in class.groups().iter().filter(|group| group.debrief.is_deal()) {
        if let Some(terms) = &group.debrief.terms {
            table.row([author(&group.name).into(), in_full(terms).into()]);
        }
    }
    let any = !table.rows.is_empty();
    any.then(|| Section::new("terms", "What was agreed", vec![Part::Table(table)]))
}

/// Every party's points, group by group, as bars.
fn spread(class: &Class, first: &Debrief) -> Section {
    let parts = if class.finished().next().is_none() {
        vec![Part::Paragraph("No game is over.".into())]
    } else {
        (0..first.scores.len()).flat_map(|party| spread_of(class, first, party)).collect()
    };
    Section::new("spread", "How far apart the groups ended", parts)
}

fn spread_of(class: &Class, first: &Debrief, party: usize) -> [Part; 3] {
    let score = &first.scores[party];
    let points = |group: &Group| group.debrief.scores[party].points;
    let values: Vec<f64> = class.finished().filter_map(points).collect();
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let told = Text::from(format!("From {} to {}, ", shown(low), shown(high)))
        .then(or_dash(mean(&values)))
        .and(format!(
            " in the mean{}; no deal was worth {}.",
            by_seat(class, party),
            shown(score.batna)
        ));
    let histogram = Histogram {
        id: format!("points-{party}"),
        title: format!("Points of {}", score.title),
        axis: "points".to_owned(),
        counted: "groups".to_owned(),
        unit: Unit::Score,
        values,
        within: first.clock.words().within,
        marks: vec![(score.batna, "no deal".to_owned())],
    };
    let drawing = Illustration::new(|width| histogram.draw(width), []).or(bars(&histogram));
    [Part::Heading(author(&score.title).into()), Part::Paragraph(told), drawing.into()]
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

/// The bins of a histogram, as a table of bars: each as long as its share of the groups.
fn bars(histogram: &Histogram) -> Table {
    let mut table = Table::new(Text::new(), &["points", "#groups", ""]);
    let all = histogram.values.len().max(1) as f64;
    for bin in histogram.bins() {
        table.cells([
            Cell::Text(format!("{} to {}", shown(bin.low), shown(bin.high)).into()),
            Cell::Text(bin.count.to_string().into()),
            Cell::Bar(bin.count as f64 / all),
        ]);
    }
    table
}

/// Where the deals lie: among the packages of two parties, and how near to those of the theories.
fn lie(class: &Class, first: &Debrief) -> Section {
    let drawing = pareto(class, first).map(Part::from);
    let parts = drawing.into_iter().chain([solutions(class, first)]);
    Section::new("lie", "Where the deals lie", parts.collect())
}

/// The deals of all groups among the frontier of two parties.
fn pareto(class: &Class, first: &Debrief) -> Option<Illustration> {
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
    let chart = Pareto {
        id: "deals".to_owned(),
        title: "The deals of the class".to_owned(),
        across: first.scores[a].title.clone(),
        upright: first.scores[b].title.clone(),
        unit: Unit::Score,
        frontier: first.frontier.steps(),
        points,
        paths: Vec::new(),
        cloud: first.cloud.iter().map(|points| pick(points)).collect(),
    };
    Some(Illustration::new(|width| chart.draw(width), []))
}

/// How near the groups came to the theories' packages.
fn solutions(class: &Class, first: &Debrief) -> Part {
    if first.solutions.is_empty() {
        let none = "No package is as good as no deal for everybody, so the theories name none.";
        return Part::Paragraph(none.into());
    }
    let mut table = Table::new(Text::new(), &["solution", "#points", "#mean away", "terms"]);
    for (index, solution) in first.solutions.iter().enumerate() {
        let away = |group: &Group| group.debrief.solutions.get(index).and_then(|s| s.distance);
        let distances: Vec<f64> = class.groups().iter().filter_map(away).collect();
        table.row([
            solution.name.into(),
            solution.told_points(),
            or_dash(mean(&distances)),
            solution.told_terms(),
        ]);
    }
    Part::Table(table)
}
