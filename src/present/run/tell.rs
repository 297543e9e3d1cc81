//! A run as a document.

use super::assertions::assertions;
use super::blockers::blockers;
use super::chain::chain;
use super::deals::deals;
use super::facts::{again, facts};
use super::interims::interims;
use super::questions::questions;
use super::signing::signing;
use super::spread::spread;
use super::terms::terms;
use crate::document::{Document, Inline, Length, Section, Text, author};
use crate::montecarlo::StopReason;
use crate::present::process::words_of;
use crate::results::run::Run;
use crate::results::{Cited, Envelope, RunOf, cite};

/// A run in words.
pub fn tell(answer: &Envelope<Run>) -> Document {
    let whole = Cited::whole(answer);
    let run = &cite!(whole.result);
    let scenario = answer.scenario.as_ref();
    let words = words_of(scenario.map_or("", |scenario| &scenario.protocol));
    let mut sections: Vec<Section> = Vec::new();
    sections.extend(questions(run));
    sections.push(chain(run, words));
    sections.extend(interims(run));
    sections.extend(blockers(run, words));
    sections.push(terms(run, words));
    sections.extend(deals(run));
    sections.push(signing(run, words));
    sections.extend(spread(run));
    sections.extend(assertions(run));
    Document {
        title: Text::from(author(scenario.map_or("", |scenario| &scenario.title))),
        facts: facts(&whole),
        notices: vec![caveat(answer.run)],
        sections,
        colophon: one_story(answer),
        length: Length::Whole,
    }
}

/// Why the run stopped, where that is not what was asked for, and what its odds are not.
fn caveat(run: Option<RunOf>) -> Text {
    let stopped = match run.map_or(StopReason::AllWorlds, |run| run.stopped) {
        StopReason::AllWorlds | StopReason::AssertionsSettled | StopReason::AssertionsOpen => "",
        StopReason::PrecisionReached => {
            "The run stopped when it had reached the precision asked for. "
        }
        StopReason::PrecisionMissed => {
            "All worlds were played without reaching the precision asked for. "
        }
        StopReason::Interrupted => {
            "The run was stopped early: these figures rest on the worlds played. "
        }
    };
    Text::new().and(stopped).and(
        "The odds follow from the assumptions in the file; they are not a forecast, and zopa is \
         uncalibrated: on cases whose end is known it has not beaten base rates.",
    )
}

/// The command that tells one of its histories, with a deal where there is one.
fn one_story(answer: &Envelope<Run>) -> Text {
    let (which, trial) = match answer.result.signed_trial {
        Some(trial) => ("One story with a deal: ", trial.0),
        None => ("One story: ", 0),
    };
    let command = format!("zopa explain {} --trial {trial}", again(answer));
    Text::from(which).and(Inline::Code(command))
}
