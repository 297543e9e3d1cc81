//! Break-even in words.

use super::told::Told;
use super::words::hundredths;
use crate::document::{Number, Part, Section, Text, author};
use crate::present::words::range;
use crate::results::drivers::{BreakEvenSearch, BreakEvenWord, Drivers, OddsAt, ValueCrossed};
use crate::results::{Cited, cite};

const LEGEND: &str = "Every value was tried in the same worlds with the same chance, all other inputs drawn as usual. The \
     interval holds the values at which the 95% interval of the odds holds the target.";
/// Values of the curve that are told, about.
const CURVE: usize = 8;

/// Where the odds reach the target, and some values with their odds.
pub(super) fn break_even(drivers: &Drivers, found: &Cited<'_, BreakEvenSearch>) -> Told {
    let question = Text::from("At what value of ")
        .and(author(&found.path))
        .and(" do the odds of “")
        .and(author(&drivers.of))
        .and("” reach ")
        .and(Number::share(&cite!(found.target)))
        .and("? (")
        .and(Number::plain(&cite!(found.range[0])))
        .and(" to ")
        .and(Number::plain(&cite!(found.range[1])))
        .and(")");
    let answer = Section::new("answer", question, answers(found));
    let curve = Section::new("curve", Text::new(), vec![Part::Paragraph(curve(found))]);
    Told { sections: vec![answer, curve], legend: Some(Text::from(LEGEND)) }
}

fn answers(found: &Cited<'_, BreakEvenSearch>) -> Vec<Part> {
    let crossings = cite!(found.crossings);
    let told = || crossings.each().map(|crossing| crossed(found, &crossing));
    let nearest = cite!(found.nearest).some();
    match found.outcome {
        BreakEvenWord::Never => {
            let head = Text::from("Never. They come nearest at ");
            vec![Part::Paragraph(head.then(nearest.map_or_else(Text::new, |at| odds(&at))))]
        }
        BreakEvenWord::Everywhere => {
            let head = Text::from("Everywhere. They are at least ")
                .and(Number::share(&cite!(found.target)))
                .and(" at every value tried, and lowest at ");
            vec![Part::Paragraph(head.then(nearest.map_or_else(Text::new, |at| odds(&at))))]
        }
        BreakEvenWord::Once => told().map(Part::Paragraph).collect(),
        BreakEvenWord::Several => {
            let text = format!(
                "At {} values: the odds cross the target more than once. Where intervals overlap, chance alone \
                 can be the reason.",
                crossings.len()
            );
            vec![Part::Paragraph(Text::from(text)), Part::Points(told().collect())]
        }
    }
}

/// A value and the odds there.
fn odds(at: &Cited<'_, OddsAt>) -> Text {
    Text::from(Number::plain(&cite!(at.at)))
        .and(": ")
        .and(Number::share(&cite!(at.odds.value)))
        .and(" (95% interval ")
        .then(range(&cite!(at.odds.low), &cite!(at.odds.high)))
        .and(").")
}

fn crossed(found: &Cited<'_, BreakEvenSearch>, crossing: &Cited<'_, ValueCrossed>) -> Text {
    let end = |at: Option<Cited<'_, f64>>, edge: Cited<'_, f64>, beyond: &str| match at {
        Some(at) => Text::from(Number::plain(&at)),
        None => Text::from(format!("{beyond} ")).and(Number::plain(&edge)),
    };
    let side = if crossing.upward { "above" } else { "below" };
    let text = Text::from("At ")
        .and(Number::plain(&cite!(crossing.at)))
        .and(" (95% interval ")
        .then(end(cite!(crossing.low).some(), cite!(found.range[0]), "below"))
        .and(" to ")
        .then(end(cite!(crossing.high).some(), cite!(found.range[1]), "above"))
        .and("): they are ")
        .and(Number::share(&cite!(found.target)))
        .and(format!(" or more {side} it."));
    match cite!(crossing.level).some().zip(cite!(crossing.reached_share).some()) {
        Some((level, share)) => text
            .and(" In the author's own distribution that is percentile ")
            .and(hundredths(&level, 0))
            .and(format!(": the number is {side} it with probability "))
            .and(Number::share(&share))
            .and("."),
        None => {
            text.and(" The file is sure of it: ").and(Number::plain(&cite!(found.mode))).and(".")
        }
    }
}

/// Some of the values that were tried, with their odds.
fn curve(found: &Cited<'_, BreakEvenSearch>) -> Text {
    let asked = cite!(found.asked);
    let step = (asked.len() / CURVE).max(1);
    let told = asked.each().step_by(step).map(|at| {
        let odds = Number::share(&cite!(at.odds.value));
        Text::from(Number::plain(&cite!(at.at))).and(" → ").and(odds)
    });
    Text::from("Values and their odds: ").then(Text::joined(" · ", told))
}
