//! What came, and who foretells it best.

use crate::analysis::games::{Target, Who};
use crate::document::{Number, Part, Section, Table, Text};
use crate::results::games::{GameScore, Games};
use crate::results::{Cited, cite};

/// The means of what came and of what was foretold.
pub(super) fn means(games: &Cited<'_, Games>) -> Section {
    let mut table = Table::new(Text::new(), &["", "#people", "#model"]);
    for one in cite!(games.means).each() {
        let figure = |value: Cited<'_, f64>| match one.target {
            Target::Agreed | Target::Integrative => Text::from(Number::share(&value)),
            _ => Text::from(Number::value(&value)),
        };
        table.row([
            Text::from(title(games, one.target)),
            figure(cite!(one.came)),
            figure(cite!(one.model)),
        ]);
    }
    let note = "people: in the games of the table; model: what was foretold of the same games. Points count no deal \
                as what it is worth; distances are of deals. A deal is integrative if it is worth more to all \
                together than half of what there is to each; asked where that can be.";
    Section::new("means", "Means", vec![Part::Table(table), Part::Note(Text::from(note))])
}

/// Every score, target by target.
pub(super) fn scores(games: &Cited<'_, Games>) -> Section {
    let mut table = Table::new(Text::new(), &["", "#score", "#saved", "95% interval"]);
    let mut before = None;
    for one in cite!(games.scores).each() {
        if before != Some(one.target) {
            let kind = if one.target.in_value() { "CRPS" } else { "log score" };
            let head = Text::from(format!("{} ({kind}, ", title(games, one.target)))
                .and(Number::count(&cite!(one.games)))
                .and(" games)");
            table.row([head, Text::new(), Text::new(), Text::new()]);
            before = Some(one.target);
        }
        table.row(score(games, &one));
    }
    let note = format!(
        "CRPS: E|X − x| − ½ E|X − X′|, X as foretold and x what came; the absolute error of who is sure. Log score: \
         −ln of the odds of what came; of a yes or no they count as 0.01 at least, so that one surprise costs \
         {:.2}. saved: by how much the {} scores lower, positive where it is better; its interval draws whole sets \
         of preferences. An equal split gives each half of what there is by its own values. Those with the same \
         preferences: all games together count as ten more.",
        Target::worst_log(),
        if games.fit.is_some() { "mixture" } else { "scenario" },
    );
    let mut parts = vec![Part::Table(table), Part::Note(Text::from(note))];
    if games.training.is_none() && games.fit.is_some() {
        parts.push(Part::Note(Text::from(
            "The mixture was fitted to these very games: its scores are hindsight. Name other games to learn from \
             with --train.",
        )));
    }
    Section::new("scores", "Scores (low is good)", parts)
}

fn score(games: &Games, one: &Cited<'_, GameScore>) -> [Text; 4] {
    let saved = cite!(one.saved).some();
    let signed = |value: Cited<'_, f64>| {
        let shown = format!("{:+.3}", *value).replace('-', "−");
        Number::shown(shown, &value)
    };
    let interval = saved.as_ref().and_then(|saved| {
        let (low, high) = cite!(saved.low).some().zip(cite!(saved.high).some())?;
        Some(Text::from(signed(low)).and(" to ").and(signed(high)))
    });
    [
        Text::from("  ").and(who(games, one.forecaster)),
        Text::from(loss(&cite!(one.score))),
        saved.map_or(Text::new(), |saved| Text::from(signed(cite!(saved.value)))),
        interval.unwrap_or_default(),
    ]
}

/// A score or a loss in three decimals.
pub(super) fn loss(value: &Cited<'_, f64>) -> Number {
    Number::shown(format!("{:.3}", **value), value)
}

fn title(games: &Games, target: Target) -> &'static str {
    let points = (games.points - 1.0).abs() > 0.0;
    match (target, points) {
        (Target::Agreed, _) => "they agree",
        (Target::End, _) => "the exact end",
        (Target::Joint, true) => "joint points",
        (Target::Joint, false) => "joint value",
        (Target::Each, true) => "each one’s points",
        (Target::Each, false) => "each one’s value",
        (Target::Frontier, _) => "distance from the frontier",
        (Target::Nash, _) => "distance from the Nash solution",
        (Target::Integrative, _) => "the deal is integrative",
    }
}

fn who(games: &Games, who: Who) -> &'static str {
    match who {
        Who::Model if games.fit.is_some() => "the fitted mixture",
        Who::Model => "the scenario",
        Who::EvenSplit => "an equal split, for sure",
        Who::NashSolution => "the Nash solution, for sure",
        Who::Training => "all games learnt from",
        Who::Alike => "those with the same preferences",
    }
}
