//! The same story in short, for a page that tells three of them.
//!
//! Told are the turns (what is signed, voted on, ratified, what comes into force or breaks), every
//! package with who would sign and who would not, the first interim deal that was tabled and each event
//! when it happens first. Terms are told of one text: the one that was signed, or came nearest. Where that
//! is too long, what matters least is left out first, the latest before the earlier.

use super::told;
use crate::model::Scenario;
use crate::present::happening::Words;
use crate::results::report::StoryLine;
use crate::results::story::{Draft, Happening, Moment, Story};

/// Lines of a short story.
const MOST: usize = 14;
/// Characters of a line: names of the author's may be of any length.
const LONGEST: usize = 900;

/// A story in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// What happened, in order.
    pub entries: Vec<StoryLine>,
    /// How it ended.
    pub ending: String,
    /// What was missing, where no package was signed and one was tabled.
    pub missing: Option<String>,
}

/// The story in short.
pub fn brief(scenario: &Scenario, story: &Story) -> Brief {
    let words = Words::new(scenario);
    let told = told(words, story);
    let missing = story.nearest_miss.as_ref().filter(|_| story.signed_text().is_none());
    let decisive = story.signed_text().or(missing.map(|miss| miss.happening));
    let mut lines: Vec<(u8, StoryLine)> = Vec::new();
    for (place, &(number, moment)) in told.iter().enumerate() {
        let is_decisive = decisive == Some(number);
        let parties = scenario.parties.len();
        let weight = if is_decisive { Some(9) } else { weight(&told, place, parties) };
        let Some(weight) = weight else { continue };
        let entry = StoryLine {
            day: Words::time(&moment.time),
            text: line(words, &moment.what, is_decisive),
        };
        lines.push((weight, entry));
    }
    while lines.len() > MOST {
        let least = lines.iter().map(|line| line.0).min().unwrap_or_default();
        let Some(last) = lines.iter().rposition(|line| line.0 == least) else { break };
        lines.remove(last);
    }
    Brief {
        entries: lines.into_iter().map(|(_, entry)| entry).collect(),
        ending: shortened(words.ending(story)),
        missing: missing.map(|miss| shortened(Words::near_miss(miss))),
    }
}

/// How much a line matters; `None` for one that is not told.
fn weight(told: &[(usize, &Moment)], place: usize, parties: usize) -> Option<u8> {
    let count = |lines: &[(usize, &Moment)], alike: &dyn Fn(&Happening) -> bool| {
        lines.iter().filter(|(_, moment)| alike(&moment.what)).count()
    };
    let (before, after) = (&told[..place], &told[place + 1..]);
    let first = |alike: &dyn Fn(&Happening) -> bool| count(before, alike) == 0;
    match &told[place].1.what {
        Happening::LineMoved { .. }
        | Happening::PledgeMade { .. }
        | Happening::TriesFailed { .. }
        | Happening::TextWithheld { .. } => None,
        Happening::EventHappened { event, .. } => {
            let same = |what: &Happening| matches!(what, Happening::EventHappened { event: other, .. } if other == event);
            first(&same).then_some(0)
        }
        Happening::LeadersMet { text_tabled: false } => Some(1),
        Happening::TextTabled { draft: Draft::Interim { .. }, answers, .. } => {
            let agreed = answers.iter().all(|answer| answer.accepts);
            let alike = |what: &Happening| {
                matches!(what, Happening::TextTabled { draft: Draft::Interim { .. }, .. })
            };
            (agreed || first(&alike)).then_some(2)
        }
        Happening::TextTabled { .. } => Some(3),
        // One of the first or the last that were new, as many as there are parties.
        Happening::Offered { .. } => {
            let offers = |lines| count(lines, &|what| matches!(what, Happening::Offered { .. }));
            (offers(before) < parties || offers(after) < parties).then_some(3)
        }
        Happening::LeadersMet { text_tabled: true }
        | Happening::InterimDeal { .. }
        | Happening::Signed { .. }
        | Happening::BlocsVoted { .. }
        | Happening::VotedDown { .. }
        | Happening::PledgeWithdrawn { .. }
        | Happening::Ratified { .. }
        | Happening::Accepted { .. }
        | Happening::Left { .. } => Some(8),
    }
}

fn line(words: Words<'_>, what: &Happening, is_decisive: bool) -> String {
    let Happening::TextTabled { by, draft, answers } = what else {
        return words.happening(what);
    };
    let tabled = words.tabled(by.as_ref(), draft, !is_decisive);
    format!("{tabled} {}", words.answers(answers))
}

fn shortened(text: String) -> String {
    match text.char_indices().nth(LONGEST) {
        None => text,
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}
