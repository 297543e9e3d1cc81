//! What `zopa text` answers: the odds of a text that is put on the table on a day, who says no to it over what, and
//! what change of it would turn that.

mod amended;
mod asked;
mod put;
mod refusal;
mod term;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use amended::{AmendedParty, AmendedStep, Amendment, TermMove, TurnedWhen, WouldTurn};
pub use asked::{Asked, AskedText};
pub use put::{AgainstFirst, FrontOdds, PartyChange, PutText, StepChange, StepOdds, WithheldBy};
pub use refusal::{OverIssue, RefusalParts, Refusals, SignatoryOdds};
pub use term::TermOfText;

use super::{Envelope, Estimate, RunOf};

/// The odds of texts that are put on the table on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Texts {
    /// The day, `YYYY-MM-DD`.
    pub on: String,
    /// The same in months after the as-of date.
    pub on_months: f64,
    /// How the talks stand on that day.
    pub day: OnTheDay,
    /// The texts, in the order asked for. Their odds are of the histories in which the talks still go on.
    pub texts: Vec<PutText>,
}

/// How the talks stand on the day, over all histories.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OnTheDay {
    /// They still go on: the texts are put.
    pub talks: Estimate,
    /// Another package was signed before and waits for its votes at home.
    pub signed: Estimate,
    /// Another package is in force.
    pub in_force: Estimate,
}

impl Envelope<Texts> {
    /// What putting texts on the table answers.
    pub fn of_texts(asked: Asked<'_>, file: &str, options: &str) -> Self {
        let played = asked.played;
        let run = RunOf {
            seed: played.seed.0,
            worlds: played.worlds,
            histories: played.histories,
            stopped: played.stopped,
        };
        Self::new("text", Texts::new(asked)).about(asked.scenario, file, options).played(run)
    }
}

impl Texts {
    /// The odds of texts, as data.
    pub fn new(asked: Asked<'_>) -> Self {
        let day = &asked.played.day;
        let texts = asked.texts.iter().enumerate();
        Self {
            on: asked.on.to_string(),
            on_months: asked.on_months,
            day: OnTheDay {
                talks: day.talks.into(),
                signed: day.signed.into(),
                in_force: day.in_force.into(),
            },
            texts: texts.map(|(index, text)| PutText::new(asked, (index, text))).collect(),
        }
    }

    /// Is the day the as-of date?
    pub fn is_first_day(&self) -> bool {
        self.on_months <= 0.0
    }

    /// Is the spread between worlds told? Not where worlds differ in how many of their histories still talk.
    pub fn tells_spread(&self) -> bool {
        self.is_first_day() && self.day.talks.value >= 1.0
    }
}
