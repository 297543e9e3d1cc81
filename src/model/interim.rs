//! Interim deals: what settles some issues for a time, while the rest stays open and the talks go on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::InputId;

/// An interim deal that the parties may agree on before the whole.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Interim {
    /// The key of the file.
    pub id: String,
    /// Plain name.
    pub title: String,
    /// What it settles, in the order of the issues.
    pub settles: Vec<Settled>,
    /// Months for which it runs, > 0; `None` where it has no end of its own.
    pub lasts: Option<InputId>,
    /// Are the parties asked again when it has run out?
    pub renewable: bool,
    /// Do the guns fall silent while it stands?
    pub halts_fighting: bool,
    /// The factor on the war cost κ of each party while it stands, in the order of the parties; `None`
    /// where the file has none: ½ where the fighting halts, else 1.
    pub costs: Vec<Option<InputId>>,
    /// What it adds to the value of no deal of each party that is not at war, over a year in which it
    /// stands; `None` is nothing.
    pub relief: Vec<Option<InputId>>,
    /// The factor on ripeness while it stands, in [0, 1].
    pub ripeness: InputId,
    /// The probability that a text is this deal and not the whole; `None` where the positions decide.
    pub first: Option<InputId>,
}

impl Interim {
    /// Does it settle this issue?
    pub fn settles_issue(&self, issue: usize) -> bool {
        self.settles.iter().any(|settled| settled.issue == issue)
    }
}

/// One issue that an interim deal settles, and where.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Settled {
    /// The issue.
    pub issue: usize,
    /// Where.
    pub place: Place,
}

/// Where an interim deal settles an issue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// Here, on the issue's scale, or at the number of this option.
    At(InputId),
    /// Where the text has it, but not outside these two points of the issue's scale.
    Within(InputId, InputId),
    /// Where the text has it.
    AsDrafted,
}

/// What may become of an interim deal in a history.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It is agreed.
    Agreed,
    /// It has run out, and all have agreed to go on.
    Renewed,
    /// It has run out, and that was its end.
    Lapsed,
    /// It is broken.
    Broken,
    /// While it stood a package was signed that was ratified.
    Followed,
}

impl Fate {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Agreed, Self::Renewed, Self::Lapsed, Self::Broken, Self::Followed];

    /// The word of questions, of tables and of JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Renewed => "renewed",
            Self::Lapsed => "lapsed",
            Self::Broken => "broken",
            Self::Followed => "followed",
        }
    }
}
