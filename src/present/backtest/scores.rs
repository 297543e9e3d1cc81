//! Odds against outcomes, and scores against whoever has no model.

use super::words::{cited, reference, saved, saved_within, score};
use crate::document::{Number, Part, Section, Table, Text, author};
use crate::present::outcomes::asked;
use crate::present::words::{unknown_spreads_of, worlds_of};
use crate::results::backtest::{Backtest, ReferenceScores, ScoredQuestion};
use crate::results::{Cited, cite};

/// Every question with its odds, its outcome and its scores.
pub(super) fn outcomes(backtest: &Cited<'_, Backtest>) -> Section {
    let columns = ["", "#odds", "#±", "#worlds", "#was", "#Brier", "#log", "#base"];
    let mut table = Table::new(Text::new(), &columns);
    for case in cite!(backtest.cases).each() {
        let head = Text::from(author(&case.id));
        table.row([head].into_iter().chain(std::iter::repeat_n(Text::new(), 7)));
        for one in cite!(case.questions).each() {
            table.row(question(&one));
        }
    }
    let open: u64 = backtest.cases.iter().map(|case| case.open_questions).sum();
    let scored = backtest.cases.iter().flat_map(|case| &case.questions);
    let mut note = Text::from(
        "odds: share of all trials, ± the 95% simulation error. worlds: eight in ten of the worlds the file \
         allows. Brier: (odds − outcome)², 0.25 for odds of 0.5. log: −ln of the odds of what happened, which count \
         as ",
    )
    .and(Number::plain(&cite!(backtest.log_floor)))
    .and(" at least; 0.69 for odds of 0.5. base: the file's base rate.")
    .and(unknown_spreads_of(scored.map(|one| &one.estimate)));
    if open > 0 {
        note = note.and(format!(" Questions without an outcome, left out: {open}."));
    }
    Section::new("outcomes", "Odds against outcomes", vec![Part::Table(table), Part::Note(note)])
}

fn question(one: &Cited<'_, ScoredQuestion>) -> [Text; 8] {
    let base = cite!(one.base_rate).some();
    [
        Text::from("  ").and(author(&asked(&one.text, one.by.as_deref()))),
        Text::from(Number::share(&cite!(one.estimate.value))),
        Text::from(Number::half_points(&cite!(one.estimate.half_width))),
        worlds_of(&cite!(one.estimate)),
        Text::from(if one.outcome { "yes" } else { "no" }),
        Text::from(cited(score, &cite!(one.brier))),
        Text::from(cited(score, &cite!(one.log))),
        base.map_or(Text::from("–"), |rate| Text::from(Number::share(&rate))),
    ]
}

/// The model's scores, and those of whoever has none.
pub(super) fn scores(backtest: &Cited<'_, Backtest>) -> Section {
    let columns = ["", "#Brier", "saved", "#log", "#saved", "#skill"];
    let mut table = Table::new(Text::new(), &columns);
    table.row([
        Text::from("the model"),
        Text::from(cited(score, &cite!(backtest.brier.value))),
        Text::new(),
        Text::from(cited(score, &cite!(backtest.log.value))),
        Text::new(),
        Text::new(),
    ]);
    for other in cite!(backtest.references).each() {
        table.row(against(&other, &cite!(backtest.counts.questions)));
    }
    let note = "saved: mean score of that answer less the model's on the same questions, positive where the model is \
                better; its 95% interval draws whole cases. skill: saved as a share. The set's share of yes knows \
                the outcomes; the other cases' share does not.";
    let parts = vec![Part::Table(table), Part::Note(Text::from(note))];
    Section::new("scores", "Against whoever has no model", parts)
}

fn against(other: &Cited<'_, ReferenceScores>, questions: &Cited<'_, u64>) -> [Text; 6] {
    let mut name = Text::from(reference(other.id));
    if other.questions < **questions {
        name = name
            .and(", ")
            .and(Number::count(&cite!(other.questions)))
            .and(" of ")
            .and(Number::count(questions));
    }
    let signed = |share: f64| format!("{:.0}%", share * 100.0).replace('-', "−");
    let skill = cite!(other.skill).some();
    [
        name,
        Text::from(cited(score, &cite!(other.brier.value))),
        saved_within(&cite!(other.brier_saved)),
        Text::from(cited(score, &cite!(other.log.value))),
        Text::from(cited(saved, &cite!(other.log_saved.value))),
        skill.map_or(Text::from("–"), |skill| Text::from(cited(signed, &skill))),
    ]
}
