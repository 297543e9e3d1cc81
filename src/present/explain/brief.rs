//! The same story in short, for a page that tells three of them.
//!
//! Told are the turns (what is signed, voted on, ratified, what comes into force or breaks), every
//! package with who would sign and who would not, the first interim deal that was tabled and each event
//! when it happens first. Terms are told of one text: the one that was signed, or came nearest. Where that
//! is too long, what matters least is left out first, the latest before the earlier.

use super::{Chronicle, Happening, Reply, Told};
use crate::engine::{Ending, History};

/// Lines of a short story.
const MOST: usize = 14;
/// Characters of a line: names of the author's may be of any length.
const LONGEST: usize = 900;

/// A story in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// What happened, in order.
    pub entries: Vec<Entry>,
    /// How it ended.
    pub ending: String,
    /// What was missing, where no package was ratified and one was tabled.
    pub missing: Option<String>,
}

/// A line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The day.
    pub day: String,
    /// What happened.
    pub text: String,
}

impl Chronicle<'_> {
    /// The story in short.
    pub fn brief(mut self, history: &History<'_>) -> Brief {
        self.close_answers();
        let signed = self.signed_text();
        let decisive = signed.or(self.nearest.as_ref().map(|near| near.told));
        let mut lines: Vec<(u8, &Told, String)> = Vec::new();
        for (index, told) in self.told.iter().enumerate() {
            let Some(weight) = self.weight(index, decisive) else { continue };
            lines.push((weight, told, self.line_of(told, decisive == Some(index))));
        }
        while lines.len() > MOST {
            let least = lines.iter().map(|line| line.0).min().unwrap_or_default();
            let Some(last) = lines.iter().rposition(|line| line.0 == least) else { break };
            lines.remove(last);
        }
        let entries =
            lines.into_iter().map(|(_, told, text)| Entry { day: self.day(told.t), text });
        let failed = matches!(history.ending, Ending::NoDeal(_));
        let missing = self.nearest.as_ref().filter(|_| failed && signed.is_none());
        Brief {
            entries: entries.collect(),
            ending: shortened(self.ending(history)),
            missing: missing.map(|near| shortened(self.near_miss(near))),
        }
    }

    /// The text that was signed last: the one on the table when the signature is told.
    fn signed_text(&self) -> Option<usize> {
        let signed =
            self.told.iter().rposition(|told| matches!(told.what, Happening::Signature))?;
        self.told[..signed].iter().rposition(|told| matches!(told.what, Happening::Tabled { .. }))
    }

    /// How much a line matters; `None` for one that is not told.
    fn weight(&self, index: usize, decisive: Option<usize>) -> Option<u8> {
        if decisive == Some(index) {
            return Some(9);
        }
        let first = |alike: &dyn Fn(&Happening) -> bool| {
            !self.told[..index].iter().any(|earlier| alike(&earlier.what))
        };
        match &self.told[index].what {
            Happening::Answer | Happening::Aside => None,
            Happening::Event(event) => {
                first(&|what| matches!(what, Happening::Event(e) if e == event)).then_some(0)
            }
            Happening::BarrenSummit => Some(1),
            Happening::Tabled { interim: true, replies, .. } => {
                let agreed = replies.iter().all(|reply| reply.accepts);
                let alike =
                    |what: &Happening| matches!(what, Happening::Tabled { interim: true, .. });
                (agreed || first(&alike)).then_some(2)
            }
            Happening::Tabled { .. } => Some(3),
            Happening::Offer => self.is_first_or_last_offer(index).then_some(3),
            Happening::Signature | Happening::Turn => Some(8),
        }
    }

    /// Is this offer one of the first or the last that were new, as many as there are parties?
    fn is_first_or_last_offer(&self, index: usize) -> bool {
        let offers = |lines: &[Told]| {
            lines.iter().filter(|told| matches!(told.what, Happening::Offer)).count()
        };
        let parties = self.scenario.parties.len();
        offers(&self.told[..index]) < parties || offers(&self.told[index + 1..]) < parties
    }

    fn line_of(&self, told: &Told, decisive: bool) -> String {
        let Happening::Tabled { short, replies, .. } = &told.what else {
            return told.text.clone();
        };
        let tabled = if decisive { &told.text } else { short };
        format!("{tabled} {}", self.replies(replies))
    }

    /// Who would sign and who would not, and why not.
    fn replies(&self, replies: &[Reply]) -> String {
        let names = |accept: bool| -> Vec<String> {
            let those = replies.iter().filter(|reply| reply.accepts == accept);
            those
                .map(|reply| match reply.crosses {
                    Some(issue) => format!(
                        "{} (red line on {})",
                        self.party(reply.party),
                        self.scenario.issues[issue].id
                    ),
                    None => self.party(reply.party).to_owned(),
                })
                .collect()
        };
        let (willing, unwilling) = (names(true), names(false));
        match (willing.is_empty(), unwilling.is_empty()) {
            (_, true) => "All would sign.".to_owned(),
            (true, false) => format!("None would sign: {}.", unwilling.join(", ")),
            (false, false) => {
                format!("Would sign: {}. Would not: {}.", willing.join(", "), unwilling.join(", "))
            }
        }
    }
}

fn shortened(text: String) -> String {
    match text.char_indices().nth(LONGEST) {
        None => text,
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}
