//! The answer in two sentences: how likely, how sure, and what most often stands in the way.

use crate::document::{Inline, Number, Part, Section, Text, author};
use crate::montecarlo::Link;
use crate::present::causes;
use crate::present::process::link_name;
use crate::present::report::sections::blockers::title_of;
use crate::present::report::{ReportView, odds, time};
use crate::present::words::likelihood_in_prose;
use crate::results::run::StructuralChoice;
use crate::results::{Cited, WorldsUnknown, cite};

/// The least share of all histories that is told.
const TOLD: f64 = 0.005;

pub(super) fn section(view: &ReportView<'_>) -> Section {
    let mut parts = leads(view);
    if let Some(change) = structural(view) {
        parts.push(Part::Paragraph(change));
    }
    parts.push(Part::Note(
        Text::from(
            "The 95% interval is the error of the simulation, and shrinks when more is played. The spread \
             between worlds does not: a world is one way in which everything the author is unsure of may \
             really be, and if the spread is wide, the honest answer is the spread. The word is from the \
             scale that United States intelligence uses for odds.",
        ),
    ));
    Section::new("answer", "The answer", parts)
}

/// How likely, and what then.
pub(in crate::present::report) fn leads(view: &ReportView<'_>) -> Vec<Part> {
    let mut parts = vec![Part::Lead(how_likely(view))];
    if view.scenario.has_votes() {
        parts.push(Part::Lead(in_force(view)));
    }
    let then = what_then(view);
    if !then.is_empty() {
        parts.push(Part::Lead(then));
    }
    parts
}

/// A word of the scale, at the head of a sentence.
fn headline(word: &str) -> Inline {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    let text = first.unwrap_or_default() + letters.as_str() + ".";
    Inline::Strong(Text::from(text))
}

fn how_likely(view: &ReportView<'_>) -> Text {
    let run = view.run();
    let signed = &cite!(run.chain[Link::Signed as usize].estimate);
    let head = Text::from(headline(likelihood_in_prose(signed.value))).and(" ");
    let text = time::in_time(head, view);
    let text = text.and(" in ").and(odds::value(signed));
    let text = text.and(" of the histories played (95% interval ").then(odds::interval(signed));
    if signed.value <= 0.0 {
        let report = &view.report;
        let trials = Number::count(&cite!(report.report.trials));
        return text.and("): in none of the ").and(trials).and(view.words().did_none);
    }
    if view.played().is_some_and(|run| run.worlds < 2) {
        return text.and("); one world alone cannot tell how far worlds differ.");
    }
    let Some((low, high)) = signed.worlds() else {
        let why = match signed.worlds_unknown {
            Some(WorldsUnknown::TooFew) => "too little was played to tell how far worlds differ",
            Some(WorldsUnknown::NearOne) => {
                "so near to all that the histories of a world cannot tell how far worlds differ"
            }
            Some(WorldsUnknown::NearZero) | None => {
                "so near to none that the histories of a world cannot tell how far worlds differ"
            }
        };
        return text.and("): ").and(why).and(".");
    };
    if low >= high {
        return text.and("), much the same in every world that the file allows.");
    }
    text.and("), and eight in ten of the worlds that the file allows have odds of ")
        .then(odds::worlds(signed))
        .and(": ")
        .and(in_words(low, high))
        .and(".")
}

/// How likely a deal is to come into force, which a signature alone is not.
fn in_force(view: &ReportView<'_>) -> Text {
    let run = view.run();
    let estimate = &cite!(run.chain[Link::Ratified as usize].estimate);
    Text::from("A deal comes into force in ")
        .and(odds::value(estimate))
        .and(" of them (95% interval ")
        .then(odds::interval(estimate))
        .and("): ")
        .and(likelihood_in_prose(estimate.value))
        .and(".")
}

fn in_words(low: f64, high: f64) -> String {
    let (low, high) = (likelihood_in_prose(low), likelihood_in_prose(high));
    if low == high { low.to_owned() } else { format!("from {low} to {high}") }
}

/// What becomes of a signature, and why there mostly is none.
fn what_then(view: &ReportView<'_>) -> Text {
    let run = view.run();
    let mut text = Text::new();
    let given = |link: Link| {
        let told = link_name(view.scenario, link).is_some();
        cite!(run.chain[link as usize].given).some().filter(|_| told)
    };
    // One link after the other, each of what got as far as the one before it; those that cannot fail in this
    // file are not told.
    let told = [
        (Link::Ratified, view.scenario.has_votes(), " comes into force"),
        (Link::Carried, view.scenario.has_bad_faith(), " is carried out"),
        (Link::Holds, true, " stands for a year"),
    ];
    for (link, can_fail, words) in told {
        if !can_fail {
            continue;
        }
        let Some(share) = given(link) else {
            if !text.is_empty() {
                text = text.and(view.words().none_can_last);
            }
            break;
        };
        text = if text.is_empty() {
            text.and("Of what is ").and(view.words().agreed).and(", ")
        } else {
            text.and(", and of that ")
        };
        text = text.then(odds::with_interval(&share)).and(words);
    }
    let families = cite!(run.blockers);
    let Some(family) = families.each().next().filter(|family| family.share >= TOLD) else {
        return if text.is_empty() { text } else { text.and(".") };
    };
    text = if text.is_empty() { text.and("Where") } else { text.and("; where") };
    let mut text = text
        .and(" it fails, it is most often for this: ")
        .and(title_of(view, &family))
        .and(" (")
        .and(Number::share(&cite!(family.share)))
        .and(" of all histories");
    let parts = cite!(family.parts);
    if let Some(part) = parts.each().next().filter(|part| part.share >= TOLD) {
        text = text
            .and(", above all ")
            .and(author(&causes::part(&part)))
            .and(", ")
            .and(Number::share(&cite!(part.share)));
    }
    text.and(").")
}

/// The choices of the model that no evidence settles, where they move the answer much.
pub(in crate::present::report) fn structural(view: &ReportView<'_>) -> Option<Text> {
    let run = view.run();
    let choices = cite!(run.structural);
    let (losses, limits): (Vec<_>, Vec<_>) =
        choices.each().partition(|choice| view.is_of_losses(choice));
    let limits = apart(&limits).map(|[nothing, all]| {
        Text::from(
            "If what the parties call their limits is worth nothing, a package is signed in ",
        )
        .then(nothing)
        .and("; if it is all that counts, in ")
        .then(all)
        .and(".")
    });
    let losses = apart(&losses).map(|[linear, quadratic]| {
        Text::from(
            "If what a party loses grows in step with the distance from what it wants, a package is signed in ",
        )
        .then(linear)
        .and("; if with the square of it, in ")
        .then(quadratic)
        .and(".")
    });
    let assumptions = match (&limits, &losses) {
        (None, None) => return None,
        (Some(_), Some(_)) => "Two assumptions of the model matter that no evidence settles. ",
        _ => "One assumption of the model matters that no evidence settles. ",
    };
    let mut text = Text::from(assumptions);
    for (number, told) in limits.into_iter().chain(losses).enumerate() {
        text = if number > 0 { text.and(" ").then(told) } else { text.then(told) };
    }
    Some(text)
}

/// The odds of either end of a choice, where they differ by more than chance.
fn apart(ends: &[Cited<'_, StructuralChoice>]) -> Option<[Text; 2]> {
    let [low, high] = ends else { return None };
    let (low, high) = (cite!(low.signed), cite!(high.signed));
    let difference = (low.value - high.value).abs();
    (difference > low.half_width + high.half_width)
        .then(|| [odds::with_interval(&low), odds::with_interval(&high)])
}
