//! What is asked about a file's text: what stands in it, what is wrong with it, and the same with changes.

use serde::{Deserialize, Serialize};

use super::answer::Answer;
use crate::scenario::{Edit, TemplateKind, outlined, rewritten, template};

/// A request about a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "wanted", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Desk {
    /// What stands in a file.
    Desk {
        /// The file, as messages name it.
        file: String,
        /// Its text.
        text: String,
    },
    /// The file with changes in it.
    Edit {
        /// The file.
        file: String,
        /// Its text.
        text: String,
        /// The changes, one after the other.
        edits: Vec<Edit>,
    },
    /// A scenario to start from.
    Template {
        /// Which, as `zopa new --template` names it.
        template: String,
        /// What it is to be called.
        title: String,
    },
}

impl Desk {
    /// What is wanted by these requests.
    pub(super) const WANTED: [&str; 3] = ["desk", "edit", "template"];

    pub(super) fn answer(&self) -> Answer {
        match self {
            Self::Desk { file, text } => opened(file, text.clone()),
            Self::Edit { file, text, edits } => match rewritten(text, edits) {
                Ok(text) => opened(file, text),
                Err(text) => Answer::Refused { text },
            },
            Self::Template { template: word, title } => {
                match TemplateKind::ALL.into_iter().find(|kind| kind.word() == word) {
                    Some(kind) => opened(word, template(kind, title)),
                    None => Answer::Refused { text: format!("there is no template “{word}”") },
                }
            }
        }
    }
}

fn opened(file: &str, text: String) -> Answer {
    Answer::Desk { outlined: outlined(file, &text), text }
}
