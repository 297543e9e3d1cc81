//! The story of one trial as a document.

use super::told;
use crate::document::{Document, Length, Part, Section, Table, Text, author};
use crate::model::Scenario;
use crate::montecarlo::{Replay, TrialId};
use crate::present::happening::Words;
use crate::results::story::{Happening, Story};
use crate::stream::Seed;
use crate::text::number::thousands;

const LEGEND: &str = "How to read an answer: a party signs when worth of signing + readiness + mood is \
    above 0 and no red line of its own is crossed. Where a vote at home lies ahead, worth and readiness \
    count with the odds that it is won, less what a lost one would cost. Values run from 0 to 1; readiness \
    is drawn once a history, mood once a text.";

const OFFERS_LEGEND: &str = "How to read it: in each round every party acts once, in the order of \
    the file. Values run from 0 to 1 and are the party’s own. An offer that repeats the party’s last \
    one is not told again.";

/// Which trial it is, and how far what is behind several inputs at once was above what it is in other worlds.
pub fn head(trial: TrialId, played: &Replay<'_>, seed: Seed) -> String {
    let (world, history) = (played.trial.world, played.trial.history);
    let mut head = format!(
        "trial {}: history {history} of world {} · seed {}",
        thousands(trial.0),
        thousands(world),
        seed.0
    );
    for (factor, level) in &played.factors {
        head += &format!(" · {}: higher than in {:.0}% of worlds", factor.title, 100.0 * level);
    }
    head
}

/// The whole story, with a head that names the trial, and the ending.
///
/// Its sentences are those of `Words`, which knows issues and parties by the scenario.
pub fn tell(scenario: &Scenario, head: &str, story: &Story) -> Document {
    let words = Words::new(scenario);
    let legend = if scenario.offers().is_some() { OFFERS_LEGEND } else { LEGEND };
    let miss = story.nearest_miss.as_ref().map(|miss| Text::from(Words::near_miss(miss)));
    let ending = [Text::from(words.ending(story))].into_iter().chain(miss);
    Document {
        title: Text::from(author(&scenario.title)),
        facts: vec![Text::from(head)],
        notices: Vec::new(),
        sections: vec![
            Section::new("story", Text::new(), vec![Part::Table(happenings(words, story))]),
            Section::new(
                "ending",
                Text::new(),
                vec![Part::List(ending.chain([Text::from(legend)]).collect())],
            ),
        ],
        colophon: Text::new(),
        length: Length::Whole,
    }
}

/// What happened, each with its time; of a text what everybody said to it.
fn happenings(words: Words<'_>, story: &Story) -> Table {
    let mut table = Table::new(Text::new(), &["~", ""]);
    for (_, moment) in told(words, story) {
        let time = || Text::from(Words::time(&moment.time));
        table.row([time(), Text::from(words.happening(&moment.what))]);
        if let Happening::TextTabled { answers, .. } = &moment.what {
            for answer in answers {
                table.row([time(), Text::from(format!("  {}", Words::answer(answer)))]);
            }
        }
    }
    table
}
