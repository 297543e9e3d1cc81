//! What a trial answers with yes or no: the links of the chain and the scenario's questions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::engine::{HOLDS_MONTHS, History};
use crate::model::{Question, Scenario, What};

/// A link of the chain from talks to lasting peace; each contains the next.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Link {
    /// A text was tabled.
    Talks,
    /// … and there was a package that all who must agree would sign.
    Ground,
    /// … and a package was signed.
    Signed,
    /// … and ratified.
    Ratified,
    /// … and carried out.
    #[serde(rename = "carried-out")]
    Carried,
    /// … and stood for twelve months.
    Holds,
}

impl Link {
    /// The chain, in order.
    pub const ALL: [Self; 6] =
        [Self::Talks, Self::Ground, Self::Signed, Self::Ratified, Self::Carried, Self::Holds];

    /// The word of tables and of JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Talks => "talks",
            Self::Ground => "ground",
            Self::Signed => "signed",
            Self::Ratified => "ratified",
            Self::Carried => "carried-out",
            Self::Holds => "holds",
        }
    }

    /// Did the history get this far?
    pub fn reached(self, history: &History<'_>) -> bool {
        let record = history.record;
        match self {
            Self::Talks => record.talks,
            Self::Ground => history.ground,
            Self::Signed => record.signed_at.is_finite(),
            Self::Ratified => record.ratified_at.is_finite(),
            Self::Carried => record.carried_out(),
            Self::Holds => record.carried_out() && record.holds_for >= HOLDS_MONTHS,
        }
    }
}

/// Something with odds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A link of the chain.
    Link(Link),
    /// A question, by its index in the scenario.
    Question(usize),
}

impl Outcome {
    /// Position among all outcomes of a run: the links first, then the questions.
    pub fn index(self) -> usize {
        match self {
            Self::Link(link) => link as usize,
            Self::Question(question) => Link::ALL.len() + question,
        }
    }

    /// Every outcome of a scenario, in the order of [`Self::index`].
    pub fn all(scenario: &Scenario) -> impl Iterator<Item = Self> + use<> {
        let questions = (0..scenario.questions.len()).map(Self::Question);
        Link::ALL.into_iter().map(Self::Link).chain(questions)
    }

    /// The link of the chain (`signed`, `holds`) or the question of this name, which is also called
    /// `question.NAME`, as in tables; `None` where there is neither.
    pub fn named(name: &str, scenario: &Scenario) -> Option<Self> {
        let link = Link::ALL.into_iter().find(|link| link.word() == name).map(Self::Link);
        let id = name.strip_prefix("question.").unwrap_or(name);
        let question = || scenario.questions.iter().position(|asked| asked.id == id);
        link.or_else(|| question().map(Self::Question))
    }

    /// Its word, as commands take it.
    pub fn word(self, scenario: &Scenario) -> &str {
        match self {
            Self::Link(link) => link.word(),
            Self::Question(question) => &scenario.questions[question].id,
        }
    }

    /// The same outcome of another scenario; `None` where that does not ask the question.
    pub fn in_other(self, own: &Scenario, other: &Scenario) -> Option<Self> {
        match self {
            Self::Link(_) => Some(self),
            Self::Question(question) => {
                let id = &own.questions[question].id;
                other.questions.iter().position(|asked| asked.id == *id).map(Self::Question)
            }
        }
    }
}

/// Yes or no to every outcome of a history: the links, then the questions.
pub(crate) fn answers<'a>(
    scenario: &'a Scenario,
    history: &'a History<'a>,
) -> impl Iterator<Item = bool> + 'a {
    let horizon = scenario.clock.horizon;
    let links = Link::ALL.into_iter().map(|link| link.reached(history));
    let questions = scenario.questions.iter();
    links.chain(questions.map(move |question| answers_yes(question, history, horizon)))
}

/// Is the answer to the question yes in this history? `horizon` in months.
pub(super) fn answers_yes(question: &Question, history: &History<'_>, horizon: f64) -> bool {
    let record = history.record;
    let by = question.by_months.unwrap_or(horizon);
    match question.what {
        What::Summit => record.summit_at <= by,
        What::Ceasefire => record.truce_at.min(record.ratified_at) <= by,
        What::Signed => record.signed_at <= by,
        What::AgreedEnd => record.truce_at.min(record.signed_at) <= by,
        What::Ratified => record.ratified_at <= by,
        What::CarriedOut => record.carried_out() && record.ratified_at <= by,
        What::Holds => match question.by_months {
            None => Link::Holds.reached(history),
            Some(by) => {
                record.carried_out()
                    && record.ratified_at <= by
                    && record.ratified_at + record.holds_for >= by
            }
        },
        What::Pledged(Some(party)) => record.pledge_at[party] <= by,
        What::Pledged(None) => record.pledge_at.iter().any(|&at| at <= by),
        What::Event(event) => record.event_at[event] <= by,
        What::Interim(fate, Some(interim)) => {
            record.interims.get(interim).is_some_and(|first| first[fate as usize] <= by)
        }
        What::Interim(fate, None) => record.interims.iter().any(|first| first[fate as usize] <= by),
    }
}
