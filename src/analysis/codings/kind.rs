//! What kind of number an input is, by its path: kinds are summed up and swapped together.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A kind of number.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Where parties start.
    Openings,
    /// Where their concessions end.
    Limits,
    /// What they would dictate; scores of options.
    Ideals,
    /// What they never sign.
    #[serde(rename = "red lines")]
    RedLines,
    /// What issues weigh.
    Saliences,
    /// What they expect of war.
    #[serde(rename = "war terms")]
    WarTerms,
    /// What war costs, or what a reservation is worth.
    #[serde(rename = "costs and reservations")]
    Alternatives,
    /// Home fronts.
    Ratification,
    /// Influence, patience, deadlines, hazards and the like.
    Temper,
    /// Trust of pairs.
    Trust,
    /// Pledges, coalition, leverage.
    #[serde(rename = "pledges and leverage")]
    Means,
    /// Front, mediation, summit, durability, issues.
    Process,
    /// Events.
    Events,
    /// The model's own numbers.
    #[serde(rename = "the model's constants")]
    Model,
}

impl Kind {
    /// All, in the order they are told.
    pub const ALL: [Self; 14] = [
        Self::Openings,
        Self::Limits,
        Self::Ideals,
        Self::RedLines,
        Self::Saliences,
        Self::WarTerms,
        Self::Alternatives,
        Self::Ratification,
        Self::Temper,
        Self::Trust,
        Self::Means,
        Self::Process,
        Self::Events,
        Self::Model,
    ];

    /// The kind of the input with this path.
    pub fn of(path: &str) -> Self {
        let names = crate::model::path::names(path);
        let parts: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        match parts.as_slice() {
            ["parties", _, "positions", _, "scores", _] => Self::Ideals,
            ["parties", _, "positions", .., "opening"] => Self::Openings,
            ["parties", _, "positions", .., "limit"] => Self::Limits,
            ["parties", _, "positions", .., "red_line"] => Self::RedLines,
            ["parties", _, "positions", .., "salience"] => Self::Saliences,
            ["parties", _, "positions", ..] => Self::Ideals,
            ["parties", _, "outside", "terms", ..] => Self::WarTerms,
            ["parties", _, "outside", ..] => Self::Alternatives,
            ["parties", _, "ratification", ..] => Self::Ratification,
            ["parties", _, "pledge" | "leverage", ..] | ["coalition", ..] => Self::Means,
            ["parties", ..] => Self::Temper,
            ["trust", ..] => Self::Trust,
            ["events", ..] => Self::Events,
            ["model", ..] => Self::Model,
            _ => Self::Process,
        }
    }

    /// In words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Openings => "openings",
            Self::Limits => "limits",
            Self::Ideals => "ideals",
            Self::RedLines => "red lines",
            Self::Saliences => "saliences",
            Self::WarTerms => "war terms",
            Self::Alternatives => "costs and reservations",
            Self::Ratification => "ratification",
            Self::Temper => "temper",
            Self::Trust => "trust",
            Self::Means => "pledges and leverage",
            Self::Process => "process",
            Self::Events => "events",
            Self::Model => "the model's constants",
        }
    }

    /// Are numbers of this kind points of issues' scales, and so comparable across issues as shares of
    /// them?
    pub fn is_on_scales(self) -> bool {
        matches!(
            self,
            Self::Openings | Self::Limits | Self::Ideals | Self::RedLines | Self::WarTerms
        )
    }

    /// Are numbers of this kind in one unit, so that an agreement coefficient means something?
    pub fn has_one_unit(self) -> bool {
        self.is_on_scales() || matches!(self, Self::Saliences | Self::Alternatives | Self::Trust)
    }
}

/// The party an input belongs to, by its path.
pub(super) fn party_of(path: &str) -> Option<&str> {
    path.strip_prefix("parties.")?.split('.').next()
}

/// The issue a point of a scale belongs to, by its path.
pub(super) fn issue_of(path: &str) -> Option<&str> {
    let mut parts = path.split('.').skip(2);
    match (parts.next()?, parts.next()?) {
        ("positions", issue) => Some(issue),
        ("outside", "terms") => parts.next(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_tell_kind_party_and_issue() {
        for (path, kind, issue) in [
            ("parties.a.positions.land.opening", Kind::Openings, Some("land")),
            ("parties.a.positions.land.red_line", Kind::RedLines, Some("land")),
            ("parties.a.positions.site.scores.north bay", Kind::Ideals, Some("site")),
            ("parties.a.outside.terms.land", Kind::WarTerms, Some("land")),
            ("parties.a.outside.cost", Kind::Alternatives, None),
            ("parties.a.ratification.slope", Kind::Ratification, None),
            ("parties.a.leverage.b", Kind::Means, None),
            ("parties.a.concession_speed", Kind::Temper, None),
        ] {
            assert_eq!((Kind::of(path), issue_of(path)), (kind, issue), "{path}");
            assert_eq!(party_of(path), Some("a"));
        }
        assert_eq!(Kind::of("trust.a.b"), Kind::Trust);
        assert_eq!(Kind::of("front.drift"), Kind::Process);
        assert_eq!(party_of("events.x.rate"), None);
    }

    #[test]
    fn a_kind_has_one_word_everywhere() {
        for kind in Kind::ALL {
            assert_eq!(serde_json::json!(kind), kind.word());
        }
    }
}
