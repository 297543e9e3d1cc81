//! Scores of games as a document: what was scored, which tactics people play like, what came of it, and who
//! foretells it best.

use super::fit::{grid, mixture};
use super::scores::{means, scores};
use crate::document::{Document, Length, Number, Text, author};
use crate::results::games::{Games, TableOfGames};
use crate::results::{Cited, Envelope, cite};

/// Scores of games in words.
pub fn tell(answer: &Envelope<Games>) -> Document {
    let answer = &Cited::whole(answer);
    let games = &cite!(answer.result);
    let mut facts = vec![counted(&cite!(games.games))];
    facts.extend(played(answer));
    let training = cite!(games.training).some();
    facts.extend(training.map(|training| Text::from("learnt from ").then(counted(&training))));
    let fit = cite!(games.fit).some();
    let sections = [
        fit.as_ref().map(|fit| mixture(games, fit)),
        fit.as_ref().and_then(grid),
        Some(means(games)),
        Some(scores(games)),
    ];
    Document {
        title: Text::from(author(answer.scenario.as_ref().map_or("", |scenario| &scenario.title))),
        facts,
        notices: Vec::new(),
        sections: sections.into_iter().flatten().collect(),
        colophon: Text::new(),
        length: Length::Whole,
    }
}

/// How many games of a table.
fn counted(table: &Cited<'_, TableOfGames>) -> Text {
    Text::from(Number::count(&cite!(table.games)))
        .and(" games with ")
        .and(Number::count(&cite!(table.preferences)))
        .and(" sets of preferences: ")
        .and(author(&table.file))
}

/// How much was played.
fn played(answer: &Cited<'_, Envelope<Games>>) -> Option<Text> {
    let run = cite!(answer.run).some()?;
    let text = match cite!(answer.result.plays).some() {
        Some(plays) => Text::from("a fitted mixture, ")
            .and(Number::count(&plays))
            .and(" games of each tactic against each"),
        None => Text::from(Number::count(&cite!(run.worlds)))
            .and(" worlds × ")
            .and(Number::count(&cite!(run.histories)))
            .and(" histories each"),
    };
    Some(text.and(" · seed ").and(run.seed.to_string()))
}
