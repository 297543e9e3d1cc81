//! One number of the scenario: what it may be, and how far it is to be believed.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::prior::Prior;

/// Where an [`Input`] stands in `Scenario::inputs`; a world's draws are indexed by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct InputId(u32);

impl InputId {
    /// The id of the input at `index`.
    pub const fn new(index: usize) -> Self {
        Self(index as u32)
    }

    /// Position in `Scenario::inputs` and in a world's draws.
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One number of the scenario, certain or not.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Input {
    /// Dotted path, as `--set`, variants and every table name it:
    /// `parties.russia.positions.territory.limit`.
    pub path: String,
    /// What it may be. `Prior::Constant` when the author is sure of it.
    pub prior: Prior,
    /// Where it comes from.
    pub provenance: Provenance,
}

impl Input {
    /// An input with its provenance; made by the loader only.
    pub(crate) fn new(path: String, prior: Prior, provenance: Provenance) -> Self {
        Self { path, prior, provenance }
    }
}

/// Where a number comes from and how it is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Provenance {
    /// Did the author write it (`true`), or is it the format's default?
    pub stated: bool,
    /// The author's source.
    pub source: Option<String>,
    /// What kind of knowledge it is.
    pub certainty: Option<Certainty>,
    /// When it became known: one later than the scenario's `as_of` is warned about.
    pub date: Option<Date>,
}

/// The kind of knowledge behind a number, best first.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// A published document.
    Document,
    /// Computed from data.
    Data,
    /// An on-record statement.
    Statement,
    /// An opinion poll.
    Poll,
    /// A report from anonymous sources.
    Report,
    /// The author's judgement.
    Judgement,
    /// From memory; not yet checked.
    Unverified,
}

impl Certainty {
    /// Every kind, best first.
    pub const ALL: [Self; 7] = [
        Self::Document,
        Self::Data,
        Self::Statement,
        Self::Poll,
        Self::Report,
        Self::Judgement,
        Self::Unverified,
    ];

    /// The word of the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Data => "data",
            Self::Statement => "statement",
            Self::Poll => "poll",
            Self::Report => "report",
            Self::Judgement => "judgement",
            Self::Unverified => "unverified",
        }
    }
}
