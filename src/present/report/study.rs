//! The report of a study: how far the odds range over its cases, and which factors they follow.

use serde_json::{Value, json};

use crate::present::briefing::{
    Briefing, Illustration, Inline, Length, Number, Part, Section, Table, Text, author,
};
use crate::present::study::{OutputRange, Overview, ValueMean, has_bounds};
use crate::present::svg::{Interval, Level, Study as Chart, StudyPoint, StudySeries, Unit};
use crate::text::shell;

/// Version of the shape of [`json()`].
const SCHEMA_VERSION: u32 = 1;

/// What a study's report is made of.
#[derive(Clone, Copy, Debug)]
pub struct StudyView<'a> {
    /// What its cases say.
    pub overview: &'a Overview<'a>,
    /// Where the results are.
    pub folder: &'a str,
    /// The command that makes this report again.
    pub command: &'a str,
}

/// The report as a JSON document: every number that stands in it.
pub fn json(view: StudyView<'_>) -> Value {
    let study = view.overview.study();
    let (played, invalid) = view.overview.cases();
    let outputs = study.outputs.iter().zip(view.overview.ranges()).map(|(name, range)| {
        json!({
            "name": name,
            "least": range.map(|range| range.least.0),
            "least_case": range.map(|range| range.least.1),
            "mean": range.map(|range| range.mean),
            "most": range.map(|range| range.most.0),
            "most_case": range.map(|range| range.most.1),
        })
    });
    let value = |value: &ValueMean| {
        json!({
            "value": value.label,
            "cases": value.cases,
            "mean": value.mean,
            "least": value.ends.0,
            "most": value.ends.1,
        })
    };
    let factors = study.factors.iter().zip(view.overview.factor_means()).map(|(factor, means)| {
        json!({
            "name": factor.name,
            "title": factor.title,
            "values": means.iter().map(value).collect::<Vec<_>>(),
        })
    });
    json!({
        "schema_version": SCHEMA_VERSION,
        "report": { "command": view.command, "rendered_by": env!("CARGO_PKG_VERSION") },
        "study": {
            "title": study.title,
            "folder": view.folder,
            "fingerprint": study.fingerprint,
            "run_id": study.run_id(),
            "cases": study.cases(),
            "played": played,
            "invalid": invalid,
            "worlds": study.worlds(),
            "histories": study.play.histories,
            "seed": study.play.seed,
            "design": study.design,
        },
        "headline": view.overview.headline_output(),
        "headline_settings": view.overview.extremes().map(|[low, high]| {
            json!({ "lowest": low, "highest": high })
        }),
        "outputs": outputs.collect::<Vec<_>>(),
        "factors": factors.collect::<Vec<_>>(),
        "widest_half_interval": view.overview.widest(),
    })
}

/// The report of a study.
pub fn briefing(view: StudyView<'_>) -> Briefing {
    let study = view.overview.study();
    let (played, _) = view.overview.cases();
    let caveat = Text::from(Inline::Strong(Text::from("This is a design, not a forecast."))).and(
        " Means are over the cases that the study laid out, not over what is likely: they tell what moves \
         the odds. The odds of every case follow from its assumptions, and zopa is uncalibrated.",
    );
    let mut notices = vec![caveat];
    if played < study.cases() {
        notices.push(
            Text::from("The study is not complete: ")
                .and(Number::count(played, "/study/played"))
                .and(" of ")
                .and(Number::count(study.cases(), "/study/cases"))
                .and(" cases were played."),
        );
    }
    let sections = [Some(answer(view)), Some(outputs(view)), factors(view), Some(method(view))];
    Briefing {
        title: Text::from(author(&study.title)),
        facts: Text::from(Number::count(played, "/study/played"))
            .and(" cases, each of ")
            .and(Number::count(study.worlds(), "/study/worlds"))
            .and(" worlds × ")
            .and(Number::count(study.play.histories, "/study/histories"))
            .and(" histories."),
        notices,
        sections: sections.into_iter().flatten().collect(),
        colophon: Text::from("Made by zopa ")
            .and(env!("CARGO_PKG_VERSION"))
            .and(" from ")
            .and(Inline::Code(view.folder.to_owned()))
            .and("."),
        length: Length::Whole,
    }
}

/// A figure of an output: odds as a percentage, other numbers as they are.
fn figure(output: &str, value: f64, at: String) -> Number {
    if has_bounds(output) { Number::share(value, at) } else { Number::plain(value, at) }
}

/// The headline output, its place and its range.
fn headline(view: StudyView<'_>) -> Option<(&str, usize, OutputRange)> {
    let name = view.overview.headline_output()?;
    let place = view.overview.study().outputs.iter().position(|output| output == name)?;
    let range = view.overview.ranges().into_iter().nth(place)??;
    Some((name, place, range))
}

fn answer(view: StudyView<'_>) -> Section {
    let title = "The answer";
    let Some((name, place, range)) = headline(view) else {
        let none = Text::from("No case has a figure to tell.");
        return Section::new("answer", title, vec![Part::Lead(none)]);
    };
    let at = |key: &str| format!("/outputs/{place}/{key}");
    let text = Text::from("Over the cases, “")
        .and(author(name))
        .and("” goes from ")
        .and(Inline::Strong(Text::from(figure(name, range.least.0, at("least")))))
        .and(" to ")
        .and(Inline::Strong(Text::from(figure(name, range.most.0, at("most")))))
        .and(", with a mean of ")
        .and(figure(name, range.mean, at("mean")))
        .and(".");
    let mut parts = vec![Part::Lead(text)];
    if let Some([low, high]) = view.overview.extremes() {
        let text = Text::from("It is lowest with ")
            .and(author(&low))
            .and(", and highest with ")
            .and(author(&high))
            .and(".");
        parts.push(Part::Paragraph(text));
    }
    if let Some(moves) = strongest(view, name) {
        parts.push(Part::Lead(moves));
    }
    if view.overview.widest() > 0.0 {
        parts.push(Part::Note(
            Text::from("A single case is known to ± ")
                .and(Number::half_points(view.overview.widest(), "/widest_half_interval"))
                .and(
                    " points at worst (half of its 95% interval); how far its worlds differ stands in the \
                     table of results.",
                ),
        ));
    }
    Section::new("answer", title, parts)
}

/// The factor over whose values the mean moves most.
fn strongest(view: StudyView<'_>, output: &str) -> Option<Text> {
    let study = view.overview.study();
    let means = view.overview.factor_means();
    let ends = |means: &[ValueMean]| {
        let order = |a: &usize, b: &usize| means[*a].mean.total_cmp(&means[*b].mean);
        let (low, high) = ((0..means.len()).min_by(order)?, (0..means.len()).max_by(order)?);
        Some((low, high, means[high].mean - means[low].mean))
    };
    let swings = means.iter().enumerate().filter_map(|(k, means)| Some((k, ends(means)?)));
    let (k, (low, high, _)) = swings.max_by(|a, b| a.1.2.total_cmp(&b.1.2))?;
    let value = |index: usize| {
        let mean = &means[k][index];
        Text::from(figure(output, mean.mean, format!("/factors/{k}/values/{index}/mean")))
            .and(" at ")
            .and(author(&mean.label))
    };
    (low != high).then(|| {
        Text::from("Its mean moves most with ")
            .and(author(&study.factors[k].title))
            .and(": from ")
            .then(value(low))
            .and(" to ")
            .then(value(high))
            .and(".")
    })
}

fn outputs(view: StudyView<'_>) -> Section {
    let columns = ["Output", "#Lowest", "#Mean", "#Highest"];
    let mut table = Table::new(Text::new(), &columns);
    let study = view.overview.study();
    for (place, (name, range)) in study.outputs.iter().zip(view.overview.ranges()).enumerate() {
        let at = |key: &str| format!("/outputs/{place}/{key}");
        let shown = |value: Option<f64>, key: &str| {
            value.map_or(Text::from("–"), |value| Text::from(figure(name, value, at(key))))
        };
        let end = |end: Option<(f64, u64)>, key: &str, case: &str| match end {
            None => Text::from("–"),
            Some((value, number)) => Text::from(figure(name, value, at(key)))
                .and(" (case ")
                .and(Number::count(number, at(case)))
                .and(")"),
        };
        table.row([
            Text::from(author(name)),
            end(range.map(|range| range.least), "least", "least_case"),
            shown(range.map(|range| range.mean), "mean"),
            end(range.map(|range| range.most), "most", "most_case"),
        ]);
    }
    Section::new("outputs", "How far the cases differ", vec![Part::Table(table)])
}

fn factors(view: StudyView<'_>) -> Option<Section> {
    let (name, ..) = headline(view)?;
    let study = view.overview.study();
    let mut parts = vec![Part::Lead(
        Text::from("Each chart holds the mean of “")
            .and(author(name))
            .and("” over all cases with a value of the factor; lines go from the lowest case to the highest."),
    )];
    for (k, (factor, means)) in study.factors.iter().zip(view.overview.factor_means()).enumerate() {
        let points = means.iter().map(|mean| StudyPoint {
            at: Level::Word(mean.label.clone()),
            outcome: Interval { value: mean.mean, low: mean.ends.0, high: mean.ends.1 },
        });
        let chart = Chart {
            id: format!("factor-{}", k + 1),
            title: format!("{name} by {}: mean, lowest and highest case", factor.title),
            factor: factor.title.clone(),
            outcome: name.to_owned(),
            unit: if has_bounds(name) { Unit::Share } else { Unit::Number },
            series: vec![StudySeries { name: String::new(), points: points.collect() }],
        };
        parts.push(Part::Heading(Text::from(author(&factor.title))));
        let from = [format!("/factors/{k}")];
        parts.push(Illustration::new(|width| chart.draw(width), from).under_heading().into());
    }
    (parts.len() > 1).then(|| Section::new("factors", "What moves it", parts))
}

fn method(view: StudyView<'_>) -> Section {
    let study = view.overview.study();
    let (_, invalid) = view.overview.cases();
    let mut table = Table::new(Text::new(), &["", "Of this study"]);
    let mut row = |name: &'static str, text: Text| table.row([Text::from(name), text]);
    row("Design", Text::from(author(study.design)));
    row("Cases", Text::from(Number::count(study.cases(), "/study/cases")));
    row("Values that make no scenario", Text::from(Number::count(invalid, "/study/invalid")));
    row(
        "Seed",
        Text::from(Number {
            shown: study.play.seed.to_string(),
            value: study.play.seed as f64,
            at: "/study/seed".to_owned(),
        }),
    );
    row("Fingerprint", Text::from(Inline::Code(study.fingerprint.clone())));
    row("Version", Text::from("zopa ").and(env!("CARGO_PKG_VERSION")));
    let parts = vec![
        Part::Table(table),
        Part::Paragraph(Text::from(
            "This report again, and the check that the results are the study’s:",
        )),
        Part::Command(view.command.to_owned()),
        Part::Command(format!("zopa verify {}", shell::file(view.folder))),
    ];
    Section::new("method", "How it was made", parts)
}
