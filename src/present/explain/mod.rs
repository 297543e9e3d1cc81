//! The story of one trial on a terminal: what moved, who proposed what, who answered how and why, and what
//! was missing at the end.

mod brief;
mod json;

pub use brief::{Brief, Entry, brief};
pub use json::{TrialView, json};

use super::happening::Words;
use crate::model::Scenario;
use crate::results::story::{Happening, Moment, Story};
use crate::text::{WIDTH, hang, wrap};

/// Columns of the date before each line of the story.
const DATE: usize = 13;

/// The whole story, with a head that names the trial, and the ending.
pub fn tell(scenario: &Scenario, head: &str, story: &Story) -> String {
    let words = Words::new(scenario);
    let mut out = String::new();
    for line in wrap(&scenario.title, WIDTH) {
        out.push_str(&line);
        out.push('\n');
    }
    hang(&mut out, "", 0, head);
    out.push('\n');
    for (_, moment) in told(words, story) {
        let time = Words::time(&moment.time);
        hang(&mut out, &time, DATE, &words.happening(&moment.what));
        if let Happening::TextTabled { answers, .. } = &moment.what {
            for answer in answers {
                hang(&mut out, &time, DATE, &format!("  {}", Words::answer(answer)));
            }
        }
    }
    out.push('\n');
    hang(&mut out, "", 0, &words.ending(story));
    if let Some(miss) = &story.nearest_miss {
        hang(&mut out, "", 0, &Words::near_miss(miss));
    }
    let by_offers = scenario.offers().is_some();
    hang(&mut out, "", 0, if by_offers { OFFERS_LEGEND } else { LEGEND });
    out
}

/// What is told, each with its number among the happenings: offers that repeat the party's last one in the
/// same words are left out.
fn told<'s>(words: Words<'_>, story: &'s Story) -> Vec<(usize, &'s Moment)> {
    let mut last: Vec<(&str, String)> = Vec::new();
    let is_new = |(_, moment): &(usize, &'s Moment)| {
        let Happening::Offered { party, terms, .. } = &moment.what else { return true };
        let terms = words.terms(terms);
        if let Some((_, known)) = last.iter_mut().find(|(id, _)| *id == party.id) {
            return std::mem::replace(known, terms.clone()) != terms;
        }
        last.push((&party.id, terms));
        true
    };
    story.happenings.iter().enumerate().filter(is_new).collect()
}

const LEGEND: &str = "How to read an answer: a party signs when worth of signing + readiness + mood is \
    above 0 and no red line of its own is crossed. Where a vote at home lies ahead, worth and readiness \
    count with the odds that it is won, less what a lost one would cost. Values run from 0 to 1; readiness \
    is drawn once a history, mood once a text.";

const OFFERS_LEGEND: &str = "How to read it: in each round every party acts once, in the order of \
    the file. Values run from 0 to 1 and are the party’s own. An offer that repeats the party’s last \
    one is not told again.";
