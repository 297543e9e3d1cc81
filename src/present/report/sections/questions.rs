//! The scenario's questions: the inside view, the outside view, and both pooled.

use crate::charts::{Question, Questions};
use crate::document::{Illustration, Number, Part, Section, Table, Text, author};
use crate::model::{Question as Asked, Scenario};
use crate::montecarlo::Answer;
use crate::present::report::{ReportView, odds};
use crate::present::terminal::{TWICE, with_date};
use crate::text::likelihood;

pub(super) fn section(view: &ReportView<'_>) -> Option<Section> {
    let (scenario, summary) = (view.scenario, view.summary);
    if summary.questions.is_empty() {
        return None;
    }
    let rows = summary.questions.iter().map(|answer| {
        let asked = &scenario.questions[answer.question];
        Question {
            text: with_date(asked),
            odds: odds::chart(&answer.estimate),
            worlds: odds::chart_worlds(&answer.estimate),
            outside: asked.base_rate,
            pooled: answer.pooled,
            words: likelihood(answer.estimate.value).to_owned(),
        }
    });
    let chart = Questions {
        id: "questions".to_owned(),
        title: "Odds of each question".to_owned(),
        rows: rows.collect(),
    };
    let mut parts = vec![
        Part::Table(table(scenario, &summary.questions)),
        Part::Note(Text::from(
            "Odds are the inside view: the share of all histories, with the 95% interval of the \
             simulation. Worlds: eight in ten of the worlds that the file allows lie in this range; near none \
             or near all, the histories of a world cannot tell how far worlds differ. \
             Outside view: how often the like happens, whatever this file says. Pooled gives both views \
             equal weight. The words are for the odds.",
        )
        .and_if(summary.questions.iter().any(|answer| answer.pooled.is_some()) && scenario.was_judged_by_base_rates(), TWICE)),
        Illustration::new(|width| chart.draw(width), ["/run/result/questions".to_owned()]).into(),
    ];
    let sources: Vec<Text> =
        summary.questions.iter().filter_map(|answer| source(scenario, answer)).collect();
    if !sources.is_empty() {
        parts.push(Part::Folded {
            title: Text::from("Where the outside views come from, and what has happened since"),
            parts: vec![Part::List(sources)],
        });
    }
    Some(Section::new("questions", "The questions, from inside and from outside", parts))
}

pub(in crate::present::report) fn table(scenario: &Scenario, answers: &[Answer]) -> Table {
    let columns = ["Question", "#Odds", "#Worlds", "#Outside view", "#Pooled", "~In words"];
    let mut table = Table::new(Text::new(), &columns);
    for (index, answer) in answers.iter().enumerate() {
        let asked = &scenario.questions[answer.question];
        let at = format!("/run/result/questions/{index}");
        let estimate = format!("{at}/estimate");
        let share = |share: Option<f64>, key: &str| {
            share.map_or(Text::from("–"), |s| {
                Text::from(Number::share_at(s, format!("{at}/{key}")))
            })
        };
        table.row([
            Text::from(author(&with_date(asked))),
            odds::with_interval(&answer.estimate, &estimate),
            odds::worlds(&answer.estimate, &estimate),
            share(asked.base_rate, "base_rate"),
            share(answer.pooled, "pooled"),
            Text::from(likelihood(answer.estimate.value)),
        ]);
    }
    table
}

/// Where the outside view of a question comes from, and what has happened since.
fn source(scenario: &Scenario, answer: &Answer) -> Option<Text> {
    let asked: &Asked = &scenario.questions[answer.question];
    let rate = asked.base_rate_source.as_ref();
    let rate = rate.map(|source| Text::from("the outside view is from ").and(author(source)));
    let resolved = asked.resolved.as_ref().map(|resolved| {
        let yes = if resolved.outcome { "it happened" } else { "it did not happen" };
        let source = resolved.source.as_ref();
        let source = source.map(|source| Text::from(" (").and(author(source)).and(")"));
        Text::from(yes).then(source.unwrap_or_default()).and(", of which the run knows nothing")
    });
    let mut parts = rate.into_iter().chain(resolved);
    let first = parts.next()?;
    let text = Text::from(author(&asked.text)).and(": ").then(first);
    Some(parts.fold(text, |text, part| text.and("; ").then(part)))
}
