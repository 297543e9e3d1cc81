//! What odds are odds of, in words.

use super::terminal::with_date;
use crate::model::Scenario;
use crate::montecarlo::{Link, Outcome};

/// As it stands after “the odds of”: `a signature`, or a question in its own words.
pub(crate) fn noun(scenario: &Scenario, outcome: Outcome) -> String {
    let alternating = scenario.protocol.alternating().is_some();
    match outcome {
        Outcome::Link(link) => match link {
            Link::Talks if alternating => "an offer",
            Link::Talks => "a text on the table",
            Link::Ground => "common ground",
            Link::Signed if alternating => "a deal",
            Link::Signed => "a signature",
            Link::Ratified => "a deal in force",
            Link::Carried => "a deal that is carried out",
            Link::Holds => "a deal that holds a year",
        }
        .to_owned(),
        Outcome::Question(question) => format!("“{}”", with_date(&scenario.questions[question])),
    }
}
