//! The report of a study: how far the odds range over its cases, and which factors they follow.

use crate::charts::{Interval, Level, Study as Chart, StudyPoint, StudySeries, Unit};
use crate::document::{
    Document, Illustration, Inline, Length, Number, Part, Section, Table, Text, author,
};
use crate::results::report::StudyReport;
use crate::results::study::{CaseRange, OutputOverCases, StudyOverview};
use crate::results::{Cited, cite};
use crate::text::shell;

/// The study as a part of its report.
type Told<'a> = Cited<'a, StudyOverview>;

/// The report in words.
pub fn tell(report: &StudyReport) -> Document {
    let whole = Cited::whole(report);
    let study = &cite!(whole.study.result);
    let caveat = Text::from(Inline::Strong(Text::from("This is a design, not a forecast."))).and(
        " Means are over the cases that the study laid out, not over what is likely: they tell what moves \
         the odds. The odds of every case follow from its assumptions, and zopa is uncalibrated.",
    );
    let mut notices = vec![caveat];
    if study.played < study.cases {
        notices.push(
            Text::from("The study is not complete: ")
                .and(Number::count(&cite!(study.played)))
                .and(" of ")
                .and(Number::count(&cite!(study.cases)))
                .and(" cases were played."),
        );
    }
    let sections =
        [Some(answer(study)), Some(outputs(study)), factors(study), Some(method(report, study))];
    Document {
        title: Text::from(author(&study.title)),
        facts: vec![
            Text::from(Number::count(&cite!(study.played)))
                .and(" cases, each of ")
                .and(Number::count(&cite!(study.worlds)))
                .and(" worlds × ")
                .and(Number::count(&cite!(study.histories)))
                .and(" histories."),
        ],
        notices,
        sections: sections.into_iter().flatten().collect(),
        colophon: Text::from("Made by zopa ")
            .and(env!("CARGO_PKG_VERSION"))
            .and(" from ")
            .and(Inline::Code(report.report.folder.clone()))
            .and("."),
        length: Length::Whole,
    }
}
/// A figure of an output: odds as a percentage, other numbers as they are.
fn figure(output: &OutputOverCases, value: &Cited<'_, f64>) -> Number {
    if output.odds { Number::share(value) } else { Number::plain(value) }
}

/// The output that factors are held against, and its range.
fn headline<'a>(study: &Told<'a>) -> Option<(&'a OutputOverCases, Cited<'a, CaseRange>)> {
    let place = study.headline_place()?;
    let output = cite!(study.outputs[place]);
    Some((output.part(), cite!(output.range).some()?))
}

fn answer(study: &Told<'_>) -> Section {
    let title = "The answer";
    let Some((output, range)) = headline(study) else {
        let none = Text::from("No case has a figure to tell.");
        return Section::new("answer", title, vec![Part::Lead(none)]);
    };
    let text = Text::from("Over the cases, “")
        .and(author(&output.name))
        .and("” goes from ")
        .and(Inline::Strong(Text::from(figure(output, &cite!(range.least)))))
        .and(" to ")
        .and(Inline::Strong(Text::from(figure(output, &cite!(range.most)))))
        .and(", with a mean of ")
        .and(figure(output, &cite!(range.mean)))
        .and(".");
    let mut parts = vec![Part::Lead(text)];
    if let Some(settings) = &study.headline_settings {
        let text = Text::from("It is lowest with ")
            .and(author(&settings.lowest))
            .and(", and highest with ")
            .and(author(&settings.highest))
            .and(".");
        parts.push(Part::Paragraph(text));
    }
    if let Some(moves) = strongest(study, output) {
        parts.push(Part::Lead(moves));
    }
    if study.widest_half_interval > 0.0 {
        parts.push(Part::Note(
            Text::from("A single case is known to ± ")
                .and(Number::half_points(&cite!(study.widest_half_interval)))
                .and(
                    " points at worst (half of its 95% interval); how far its worlds differ stands in the \
                     table of results.",
                ),
        ));
    }
    Section::new("answer", title, parts)
}

/// The factor over whose values the mean moves most.
fn strongest(study: &Told<'_>, output: &OutputOverCases) -> Option<Text> {
    let factors = cite!(study.factors);
    let swings = factors.each().filter_map(|factor| {
        let order =
            |a: &usize, b: &usize| factor.values[*a].mean.total_cmp(&factor.values[*b].mean);
        let (low, high) =
            ((0..factor.values.len()).min_by(order)?, (0..factor.values.len()).max_by(order)?);
        let swing = factor.values[high].mean - factor.values[low].mean;
        Some((factor, (low, high, swing)))
    });
    let swings: Vec<_> = swings.collect();
    let (factor, (low, high, _)) = swings.iter().max_by(|a, b| a.1.2.total_cmp(&b.1.2))?;
    let value = |index: usize| {
        Text::from(figure(output, &cite!(factor.values[index].mean)))
            .and(" at ")
            .and(author(&factor.values[index].value))
    };
    (low != high).then(|| {
        Text::from("Its mean moves most with ")
            .and(author(&factor.title))
            .and(": from ")
            .then(value(*low))
            .and(" to ")
            .then(value(*high))
            .and(".")
    })
}

fn outputs(study: &Told<'_>) -> Section {
    let columns = ["Output", "#Lowest", "#Mean", "#Highest"];
    let mut table = Table::new(Text::new(), &columns);
    for output in cite!(study.outputs).each() {
        let cells = match cite!(output.range).some() {
            None => ["–"; 3].map(Text::from),
            Some(range) => {
                let end = |value: &Cited<'_, f64>, case: &Cited<'_, u64>| {
                    Text::from(figure(&output, value))
                        .and(" (case ")
                        .and(Number::count(case))
                        .and(")")
                };
                [
                    end(&cite!(range.least), &cite!(range.least_case)),
                    Text::from(figure(&output, &cite!(range.mean))),
                    end(&cite!(range.most), &cite!(range.most_case)),
                ]
            }
        };
        let [least, mean, most] = cells;
        table.row([Text::from(author(&output.name)), least, mean, most]);
    }
    Section::new("outputs", "How far the cases differ", vec![Part::Table(table)])
}

fn factors(study: &Told<'_>) -> Option<Section> {
    let (output, _) = headline(study)?;
    let mut parts = vec![Part::Lead(
        Text::from("Each chart holds the mean of “")
            .and(author(&output.name))
            .and("” over all cases with a value of the factor; lines go from the lowest case to the highest."),
    )];
    for (factor, number) in cite!(study.factors).each().zip(1..) {
        let points = factor.values.iter().map(|value| StudyPoint {
            at: Level::Word(value.value.clone()),
            outcome: Interval { value: value.mean, low: value.least, high: value.most },
        });
        let chart = Chart {
            id: format!("factor-{number}"),
            title: format!("{} by {}: mean, lowest and highest case", output.name, factor.title),
            factor: factor.title.clone(),
            outcome: output.name.clone(),
            unit: if output.odds { Unit::Share } else { Unit::Number },
            series: vec![StudySeries { name: String::new(), points: points.collect() }],
        };
        parts.push(Part::Heading(Text::from(author(&factor.title))));
        let drawn = Illustration::new(|width| chart.draw(width), [factor.place()]);
        parts.push(drawn.under_heading().into());
    }
    (parts.len() > 1).then(|| Section::new("factors", "What moves it", parts))
}

fn method(report: &StudyReport, study: &Told<'_>) -> Section {
    let mut table = Table::new(Text::new(), &["", "Of this study"]);
    let mut row = |name: &'static str, text: Text| table.row([Text::from(name), text]);
    row("Design", Text::from(author(&study.design)));
    row("Cases", Text::from(Number::count(&cite!(study.cases))));
    row("Values that make no scenario", Text::from(Number::count(&cite!(study.invalid))));
    row("Seed", Text::from(Number::name(&cite!(study.seed))));
    row("Fingerprint", Text::from(Inline::Code(study.fingerprint.clone())));
    row("Version", Text::from("zopa ").and(env!("CARGO_PKG_VERSION")));
    let parts = vec![
        Part::Table(table),
        Part::Paragraph(Text::from(
            "This report again, and the check that the results are the study’s:",
        )),
        Part::Command(report.report.command.clone()),
        Part::Command(format!("zopa verify {}", shell::file(&report.report.folder))),
    ];
    Section::new("method", "How it was made", parts)
}
