//! Which tactics people play like.

use super::scores::loss;
use crate::document::{Number, Part, Section, Table, Text, author};
use crate::results::games::{Games, Mixed};
use crate::results::{Cited, cite};

/// The weights of the tactics, and each tactic by itself.
pub(super) fn mixture(games: &Cited<'_, Games>, fit: &Cited<'_, Mixed>) -> Section {
    let columns = ["", "#weight", "~95% interval", "#alone", "at"];
    let mut table = Table::new(Text::new(), &columns);
    let mut tactics: Vec<_> = cite!(fit.tactics).each().collect();
    tactics.sort_by(|a, b| b.weight.value.total_cmp(&a.weight.value));
    for one in &tactics {
        let ends = cite!(one.weight.low).some().zip(cite!(one.weight.high).some());
        table.row([
            Text::from(author(&one.tactic)),
            Text::from(Number::share(&cite!(one.weight.value))),
            ends.map_or(Text::new(), |(low, high)| {
                Text::from(Number::share(&low)).and("–").and(Number::share(&high))
            }),
            Text::from(loss(&cite!(one.alone.loss))),
            Text::from(author(&values(&one.alone.at))),
        ]);
    }
    table.row([
        Text::from("all of them, so mixed"),
        Text::new(),
        Text::new(),
        Text::from(loss(&cite!(fit.loss.value))),
        Text::from(author(&values(&fit.best))),
    ]);
    let learnt_from = cite!(games.training).some().unwrap_or_else(|| cite!(games.games));
    let mut note = Text::from("weight: how often people play so, by maximum likelihood on ")
        .and(Number::count(&cite!(learnt_from.games)))
        .and(
            " games; its interval draws games, and fits again. alone: −ln of the odds of how a game ended, the mean, \
             if everybody always played so, at the point of the grid that suits it best",
        );
    if let Some((low, high)) = cite!(fit.loss.low).some().zip(cite!(fit.loss.high).some()) {
        note = note
            .and("; the mixture’s is ")
            .and(loss(&low))
            .and(" to ")
            .and(loss(&high))
            .and(" on games drawn again");
    }
    let parts = vec![Part::Table(table), Part::Note(note.and("."))];
    Section::new("mixture", "Which tactics are people?", parts)
}

/// A point of the grid without its paths.
fn values(cell: &str) -> String {
    let value = |part: &str| part.rsplit(" = ").next().unwrap_or_default().to_owned();
    cell.split(", ").map(value).collect::<Vec<_>>().join(", ")
}

/// How well the points of the grid do; `None` where there is one alone.
pub(super) fn grid(fit: &Cited<'_, Mixed>) -> Option<Section> {
    let grid = cite!(fit.grid);
    let [first, _, ..] = grid.as_slice() else { return None };
    let mut table = Table::new(Text::new(), &["", "#loss", "#chosen"]);
    for cell in grid.each() {
        let chosen = cite!(cell.chosen);
        table.row([
            Text::from(author(&values(&cell.at))),
            Text::from(loss(&cite!(cell.loss))),
            if *chosen > 0.0 { Text::from(Number::share(&chosen)) } else { Text::from("–") },
        ]);
    }
    let name = |part: &str| part.split(" = ").next().unwrap_or_default().to_owned();
    let axes: Vec<String> = first.at.split(", ").map(name).collect();
    let note = Text::from("Values of ").and(author(&axes.join(", "))).and(
        ", and of what goes with them. loss: that of the best mixture there. chosen: share of bootstrap samples that \
         fit it best.",
    );
    Some(Section::new("grid", "The grid", vec![Part::Table(table), Part::Note(note)]))
}
