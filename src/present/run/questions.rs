//! The odds of the file's questions.

use crate::document::{Number, Part, Section, Table, Text, author};
use crate::present::outcomes::asked;
use crate::present::words::{POOLED_TWICE, unknown_spreads_of, worlds_of};
use crate::results::run::{QuestionOdds, Run};
use crate::results::{Cited, cite};

/// The questions and their odds; `None` where the file asks none.
pub(super) fn questions(run: &Cited<'_, Run>) -> Option<Section> {
    let questions = cite!(run.questions);
    if questions.is_empty() {
        return None;
    }
    let columns = ["", "#odds", "#±", "#worlds", "#outside", "#pooled", "~in words"];
    let mut table = Table::new(Text::new(), &columns);
    for question in questions.each() {
        table.row(row(&question));
    }
    let pooled = || questions.part().iter().filter(|question| question.pooled.is_some());
    let twice = pooled().any(|question| question.pooled_uses_base_rates_twice == Some(true));
    let note = Text::from(
        "odds: share of all trials, ± the 95% simulation error. worlds: eight in ten of the worlds the file \
         allows lie in this range. outside: how often the like happens.",
    )
    .and(unknown_spreads_of(questions.part().iter().map(|question| &question.estimate)))
    .and_if(pooled().next().is_some(), " pooled: both views with equal weight.")
    .and_if(twice, POOLED_TWICE);
    let parts = vec![Part::Table(table), Part::Note(note)];
    Some(Section::new("questions", "What are the odds?", parts))
}

fn row(question: &Cited<'_, QuestionOdds>) -> [Text; 7] {
    let share = |value: Option<Cited<'_, f64>>| {
        value.map_or_else(|| Text::from("–"), |value| Text::from(Number::share(&value)))
    };
    [
        Text::from(author(&asked(&question.text, question.by.as_deref()))),
        Text::from(Number::share(&cite!(question.estimate.value))),
        Text::from(Number::half_points(&cite!(question.estimate.half_width))),
        worlds_of(&cite!(question.estimate)),
        share(cite!(question.base_rate).some()),
        share(cite!(question.pooled).some()),
        Text::from(question.words.clone()),
    ]
}
