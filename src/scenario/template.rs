//! Commented scenarios to start from. All are fictional, load without a warning, and use more of
//! the format the later they come.

use crate::text::escaped;

/// Which template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateKind {
    /// Two parties, one issue.
    TwoParty,
    /// A dispute with a mediator, a vote and variants.
    Mediated,
    /// A dispute over issues that are a choice of options.
    Options,
    /// A game of alternating offers.
    ScorableGame,
    /// A dispute with a truce ahead of the whole.
    Interim,
    /// A war with every section of the format.
    PeaceProcess,
}

impl TemplateKind {
    /// Every template, the smallest first.
    pub const ALL: [Self; 6] = [
        Self::TwoParty,
        Self::Mediated,
        Self::Options,
        Self::ScorableGame,
        Self::Interim,
        Self::PeaceProcess,
    ];

    /// The word of the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::TwoParty => "two-party",
            Self::Mediated => "mediated",
            Self::Options => "options",
            Self::ScorableGame => "scorable-game",
            Self::Interim => "interim",
            Self::PeaceProcess => "peace-process",
        }
    }

    /// What one starts from, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::TwoParty => "Two parties and a few issues",
            Self::Mediated => "Two parties and a mediator",
            Self::Options => "Issues that are a choice of options",
            Self::ScorableGame => "A game of points and rounds",
            Self::Interim => "A truce ahead of the whole, which runs out or is renewed",
            Self::PeaceProcess => {
                "War, ceasefire, guarantors, home fronts: every part of the format"
            }
        }
    }

    /// The protocol it plays, in words.
    pub fn protocol(self) -> &'static str {
        if self == Self::ScorableGame { "alternating offers" } else { "peace process" }
    }

    fn text(self) -> &'static str {
        match self {
            Self::TwoParty => include_str!("templates/two-party.toml"),
            Self::Mediated => include_str!("templates/mediated.toml"),
            Self::Options => include_str!("templates/options.toml"),
            Self::ScorableGame => include_str!("templates/scorable-game.toml"),
            Self::Interim => include_str!("templates/interim.toml"),
            Self::PeaceProcess => include_str!("templates/peace-process.toml"),
        }
    }
}

/// The text of a template with a title of one's own.
pub fn template(kind: TemplateKind, title: &str) -> String {
    // The title stands in a comment and between quotes, the same in both.
    let quoted = escaped(title).trim().to_owned();
    let quoted = if quoted.is_empty() { "Untitled".to_owned() } else { quoted };
    kind.text().replace("{title}", &quoted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{LoadOptions, load};

    #[test]
    fn templates_load_without_a_warning() {
        for kind in TemplateKind::ALL {
            for title in ["A quarrel", "", "\"quoted\" \\ and\nbroken"] {
                let text = template(kind, title);
                match load(kind.word(), &text, &LoadOptions::default()) {
                    Ok(loaded) => assert!(loaded.warnings.is_empty(), "{}", loaded.warnings),
                    Err(rejected) => panic!("{rejected}"),
                }
            }
        }
    }

    #[test]
    fn the_title_is_the_authors() {
        let text = template(TemplateKind::TwoParty, "Say \"when\"");
        let loaded = load("t", &text, &LoadOptions::default()).unwrap();
        assert_eq!(loaded.scenario.title, "Say \"when\"");
    }
}
