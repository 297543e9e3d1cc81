//! What odds are odds of, in words.

use jiff::civil::Date;

use super::process::{Words, words};
use crate::model::{Question, Scenario};
use crate::montecarlo::{Link, Outcome};
use crate::text::date;

/// As it stands after “the odds of”: `a signature`, or a question in its own words.
pub(crate) fn noun(scenario: &Scenario, outcome: Outcome) -> String {
    match outcome {
        Outcome::Link(link) => noun_of_link(words(scenario), link),
        Outcome::Question(question) => format!("“{}”", with_date(&scenario.questions[question])),
    }
}

/// The same of a link.
pub(crate) fn noun_of_link(words: &Words, link: Link) -> String {
    match link {
        Link::Talks => words.first_text.to_owned(),
        Link::Ground => "common ground".to_owned(),
        Link::Signed => format!("a {}", words.deal),
        Link::Ratified => "a deal in force".to_owned(),
        Link::Carried => "a deal that is carried out".to_owned(),
        Link::Holds => "a deal that holds a year".to_owned(),
    }
}

/// A question with its day (`YYYY-MM-DD`), unless its text names the year already.
pub(crate) fn asked(text: &str, by: Option<&str>) -> String {
    dated(text, by.and_then(day))
}

/// The same of a scenario's question.
pub(crate) fn with_date(question: &Question) -> String {
    dated(&question.text, question.by)
}

fn dated(text: &str, by: Option<Date>) -> String {
    match by.filter(|by| !text.contains(&by.year().to_string())) {
        Some(by) => format!("{text} by {}", date(by)),
        None => text.to_owned(),
    }
}

/// A day of a result (`YYYY-MM-DD`); `None` of anything else, as of a round.
pub(crate) fn day(written: &str) -> Option<Date> {
    written.parse().ok()
}
