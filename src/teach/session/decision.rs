//! What a person may decide, and how it says so.

use crate::model::path;
use serde::{Deserialize, Serialize};

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "move", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Decision {
    /// An offer: a choice for every issue, by key.
    Offer {
        /// Issues and what is offered on them: the name of an option, or a number.
        package: Vec<(String, String)>,
    },
    /// Yes to what lies on the table.
    Accept {},
    /// No to the text on the table; in peace processes.
    Refuse {},
    /// A question for advice: it changes nothing, and is kept so that a teacher can see it.
    Hint {},
    /// The end of all talks, as far as this party is concerned.
    Walk {},
    /// What is pushed for on an issue from now on; in peace processes.
    Push {
        /// The key of the issue.
        issue: String,
        /// The position, on the issue's scale; with options one of them, or the score that is insisted on.
        at: String,
        /// Does it count for the text that lies on the table already? So it did when sessions had format
        /// 1; since then a push counts from the next text, and what was tabled stays as it was.
        #[serde(default, skip_serializing_if = "is_false")]
        at_once: bool,
    },
}

/// Why words are no decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// No move has this name.
    NoMove(String),
    /// An offer of nothing.
    NoOffer,
    /// A push for nothing, or for several issues at once.
    NoPush,
    /// A choice without its issue.
    NoEquals(String),
    /// Something behind a word that stands alone.
    Alone(String, String),
}

impl Decision {
    /// A decision as it is typed or stands in a script.
    ///
    /// # Errors
    /// What is wrong with the words.
    pub fn parse(text: &str) -> Result<Self, Unclear> {
        let text = text.trim();
        let (verb, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let rest = rest.trim();
        let alone = |decision| {
            if rest.is_empty() {
                Ok(decision)
            } else {
                Err(Unclear::Alone(verb.to_owned(), rest.to_owned()))
            }
        };
        match verb.to_lowercase().as_str() {
            "offer" | "counter" => match pairs(rest)? {
                package if package.is_empty() => Err(Unclear::NoOffer),
                package => Ok(Self::Offer { package }),
            },
            "push" => match pairs(rest)?.as_slice() {
                [(issue, at)] => Ok(Self::push(issue.clone(), at.clone())),
                _ => Err(Unclear::NoPush),
            },
            "accept" | "yes" => alone(Self::Accept {}),
            "refuse" | "no" => alone(Self::Refuse {}),
            "walk" => alone(Self::Walk {}),
            "hint" => alone(Self::Hint {}),
            _ => Err(Unclear::NoMove(verb.to_owned())),
        }
    }

    /// A push that counts from the next text.
    pub fn push(issue: String, at: String) -> Self {
        Self::Push { issue, at, at_once: false }
    }

    /// What it meant when sessions had format 1.
    pub(super) fn as_of_format_one(&mut self) {
        if let Self::Push { at_once, .. } = self {
            *at_once = true;
        }
    }

    /// The decision as it would be typed.
    pub fn spoken(&self) -> String {
        match self {
            Self::Offer { package } => {
                let pairs = package
                    .iter()
                    .map(|(issue, choice)| format!("{issue}={}", path::quoted(choice)));
                format!("offer {}", pairs.collect::<Vec<_>>().join(", "))
            }
            Self::Accept {} => "accept".to_owned(),
            Self::Refuse {} => "refuse".to_owned(),
            Self::Walk {} => "walk".to_owned(),
            Self::Hint {} => "hint".to_owned(),
            Self::Push { issue, at, .. } => format!("push {issue}={at}"),
        }
    }
}

/// Serde asks by reference.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
fn is_false(value: &bool) -> bool {
    !*value
}

/// `a=1, b=two words`
fn pairs(text: &str) -> Result<Vec<(String, String)>, Unclear> {
    let parts = path::cut(text, ',').into_iter().map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (key, value) =
                path::cut_once(part, '=').ok_or_else(|| Unclear::NoEquals(part.to_owned()))?;
            Ok((key.trim().to_owned(), path::plain(value).into_owned()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spoken_is_understood() {
        for text in [
            "offer price=80, delivery=next month",
            "offer a=\"one, or two\", b=\"0.6\"",
            "accept",
            "refuse",
            "walk",
            "push a=3",
            "hint",
        ] {
            assert_eq!(Decision::parse(text).unwrap().spoken(), text);
        }
        let no_move = |verb: &str| Unclear::NoMove(verb.to_owned());
        for (text, unclear) in [
            ("offer", Unclear::NoOffer),
            ("offer 80", Unclear::NoEquals("80".to_owned())),
            ("accept it", Unclear::Alone("accept".to_owned(), "it".to_owned())),
            ("push a=1, b=2", Unclear::NoPush),
            ("dance", no_move("dance")),
            ("", no_move("")),
        ] {
            assert_eq!(Decision::parse(text), Err(unclear));
        }
    }
}
