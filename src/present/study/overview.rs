//! What a study says at a glance.

use crate::document::{Document, Inline, Length, Number, Part, Section, Table, Text, author};
use crate::results::study::{OutputOverCases, StudyOverview};
use crate::results::{Cited, Envelope, cite};

/// The overview in words. `files` says where the results are.
pub fn tell_overview(answer: &Envelope<StudyOverview>, files: &str) -> Document {
    let whole = Cited::whole(answer);
    let study = &cite!(whole.result);
    let mut facts = vec![
        Text::from(Number::count(&cite!(study.done)))
            .and(" of ")
            .and(Number::count(&cite!(study.cases)))
            .and(" cases · ")
            .and(author(&study.design))
            .and(" · ")
            .and(Number::count(&cite!(study.worlds)))
            .and(" worlds × ")
            .and(Number::count(&cite!(study.histories)))
            .and(" histories each · seed ")
            .and(Number::name(&cite!(study.seed))),
    ];
    if study.invalid > 0 {
        facts.push(
            Text::from(Number::count(&cite!(study.invalid)))
                .and(" cases have values that make no scenario: see “stopped”"),
        );
    }
    let mut notices = Vec::new();
    if study.widest_half_interval > 0.0 {
        notices.push(
            Text::from("A single case is known to ± ")
                .and(Number::half_points(&cite!(study.widest_half_interval)))
                .and(
                    " points at worst (95% simulation error); its spread between worlds stands in the \
                     table.",
                ),
        );
    }
    notices.push(Text::from(
        "Means are over the cases of this design, not over what is likely: they tell what moves the odds, \
         and are no forecast.",
    ));
    let sections = [Some(over_cases(study)), extremes(study), by_factor(study)];
    Document {
        title: Text::from(author(&study.title)),
        facts,
        notices,
        sections: sections.into_iter().flatten().collect(),
        colophon: Text::from("Results: ").and(Inline::Code(files.to_owned())),
        length: Length::Whole,
    }
}

/// How far every output ranges.
fn over_cases(study: &Cited<'_, StudyOverview>) -> Section {
    let columns = ["", "#lowest", "#mean", "#highest", "lowest and highest case"];
    let mut table = Table::new(Text::new(), &columns);
    for output in cite!(study.outputs).each() {
        let name = Text::from(author(&output.name));
        let Some(range) = cite!(output.range).some() else {
            table.row([name, "–".into(), "–".into(), "–".into(), "never there".into()]);
            continue;
        };
        let cases = Text::from(Number::name(&cite!(range.least_case)))
            .and(" and ")
            .and(Number::name(&cite!(range.most_case)));
        table.row([
            name,
            figure(&output, &cite!(range.least)),
            figure(&output, &cite!(range.mean)),
            figure(&output, &cite!(range.most)),
            cases,
        ]);
    }
    Section::new("cases", "Over the cases", vec![Part::Table(table)])
}

/// The settings of the cases where the headline output is lowest and highest.
fn extremes(study: &Cited<'_, StudyOverview>) -> Option<Section> {
    let (name, settings) = (study.headline.as_ref()?, study.headline_settings.as_ref()?);
    let point = |end: &str, settings: &str| {
        Text::from(author(name)).and(format!(" is {end} with ")).and(author(settings))
    };
    let points = vec![point("lowest", &settings.lowest), point("highest", &settings.highest)];
    Some(Section::new("extremes", Text::new(), vec![Part::List(points)]))
}

/// The mean of the headline output at each value of each factor.
fn by_factor(study: &Cited<'_, StudyOverview>) -> Option<Section> {
    let output = &study.outputs[study.headline_place()?];
    let mut parts = Vec::new();
    for factor in cite!(study.factors).each() {
        let mut table = Table::new(Text::new(), &["", "#", "#"]);
        for value in cite!(factor.values).each() {
            let cases = if value.cases == 1 { " case " } else { " cases" };
            table.row([
                Text::from(author(&value.value)),
                figure(output, &cite!(value.mean)),
                Text::from(Number::count(&cite!(value.cases))).and(cases),
            ]);
        }
        parts.extend([Part::Heading(Text::from(author(&factor.title))), Part::Table(table)]);
    }
    let title = Text::from("Mean of ").and(author(&output.name)).and(" by factor");
    (!parts.is_empty()).then(|| Section::new("factors", title, parts))
}

/// Odds as a percentage, other numbers as they are.
fn figure(output: &OutputOverCases, value: &Cited<'_, f64>) -> Text {
    Text::from(if output.odds { Number::share(value) } else { Number::plain(value) })
}
