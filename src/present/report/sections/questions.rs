//! The scenario's questions: the inside view, the outside view, and both pooled.

use crate::charts::{Question, Questions};
use crate::document::{Illustration, Number, Part, Section, Table, Text, author};
use crate::model::Question as Asked;
use crate::present::outcomes::asked;
use crate::present::report::{ReportView, odds};
use crate::present::words::POOLED_TWICE;
use crate::results::run::QuestionOdds;
use crate::results::{Cited, cite};

pub(super) fn section(view: &ReportView<'_>) -> Option<Section> {
    let run = view.run();
    let questions = cite!(run.questions);
    if questions.is_empty() {
        return None;
    }
    let rows = questions.iter().map(|question| Question {
        text: asked(&question.text, question.by.as_deref()),
        odds: odds::chart(&question.estimate),
        worlds: odds::chart_worlds(&question.estimate),
        outside: question.base_rate,
        pooled: question.pooled,
        words: question.words.clone(),
    });
    let chart = Questions {
        id: "questions".to_owned(),
        title: "Odds of each question".to_owned(),
        rows: rows.collect(),
    };
    let mut parts = vec![
        Part::Table(table(questions.each())),
        Part::Note(Text::from(
            "Odds are the inside view: the share of all histories, with the 95% interval of the \
             simulation. Worlds: eight in ten of the worlds that the file allows lie in this range; near none \
             or near all, the histories of a world cannot tell how far worlds differ. \
             Outside view: how often the like happens, whatever this file says. Pooled gives both views \
             equal weight. The words are for the odds.",
        )
        .and_if(questions.iter().any(|question| question.pooled_uses_base_rates_twice == Some(true)), POOLED_TWICE)),
        Illustration::new(|width| chart.draw(width), [questions.place()]).into(),
    ];
    let sources: Vec<Text> = view.scenario.questions.iter().filter_map(source).collect();
    if !sources.is_empty() {
        parts.push(Part::Folded {
            title: Text::from("Where the outside views come from, and what has happened since"),
            parts: vec![Part::List(sources)],
        });
    }
    Some(Section::new("questions", "The questions, from inside and from outside", parts))
}

pub(in crate::present::report) fn table<'a>(
    questions: impl Iterator<Item = Cited<'a, QuestionOdds>>,
) -> Table {
    let columns = ["Question", "#Odds", "#Worlds", "#Outside view", "#Pooled", "~In words"];
    let mut table = Table::new(Text::new(), &columns);
    let share = |share: Option<Cited<'_, f64>>| {
        share.map_or(Text::from("–"), |share| Text::from(Number::share(&share)))
    };
    for question in questions {
        let estimate = cite!(question.estimate);
        table.row([
            Text::from(author(&asked(&question.text, question.by.as_deref()))),
            odds::with_interval(&estimate),
            odds::worlds(&estimate),
            share(cite!(question.base_rate).some()),
            share(cite!(question.pooled).some()),
            Text::from(question.words.clone()),
        ]);
    }
    table
}

/// Where the outside view of a question comes from, and what has happened since.
fn source(asked: &Asked) -> Option<Text> {
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
