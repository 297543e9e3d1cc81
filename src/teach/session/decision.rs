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
    /// The end of all talks, as far as this party is concerned.
    Walk {},
    /// What is pushed for on an issue from now on; in peace processes.
    Push {
        /// The key of the issue.
        issue: String,
        /// The position, on the issue's scale; with options the score that is insisted on.
        at: String,
    },
}

impl Decision {
    /// How decisions are written, for help and for messages.
    pub const WORDS: &'static str =
        "offer ISSUE=CHOICE, ISSUE=CHOICE; accept; refuse; walk; push ISSUE=POSITION";

    /// A decision as it is typed or stands in a script.
    ///
    /// # Errors
    /// What is wrong with the words.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let (verb, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let rest = rest.trim();
        let alone = |decision| {
            if rest.is_empty() {
                Ok(decision)
            } else {
                Err(format!("“{verb}” stands alone; what is “{rest}”?"))
            }
        };
        match verb.to_lowercase().as_str() {
            "offer" | "counter" => {
                let package = pairs(rest)?;
                if package.is_empty() {
                    return Err("offer what? As in: offer price=80, delivery=now".to_owned());
                }
                Ok(Self::Offer { package })
            }
            "push" => match pairs(rest)?.as_slice() {
                [(issue, at)] => Ok(Self::Push { issue: issue.clone(), at: at.clone() }),
                _ => Err("push for one issue at a time, as in: push territory=55".to_owned()),
            },
            "accept" | "yes" => alone(Self::Accept {}),
            "refuse" | "no" => alone(Self::Refuse {}),
            "walk" => alone(Self::Walk {}),
            _ => Err(format!("“{verb}” is no move; moves are: {}", Self::WORDS)),
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
            Self::Push { issue, at } => format!("push {issue}={at}"),
        }
    }
}

/// `a=1, b=two words`
fn pairs(text: &str) -> Result<Vec<(String, String)>, String> {
    let parts = path::cut(text, ',').into_iter().map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (key, value) = path::cut_once(part, '=')
                .ok_or_else(|| format!("“{part}” has no “=”; write issue=choice"))?;
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
        ] {
            assert_eq!(Decision::parse(text).unwrap().spoken(), text);
        }
        for (text, says) in [
            ("offer", "offer what?"),
            ("offer 80", "“80” has no “=”"),
            ("accept it", "“accept” stands alone"),
            ("push a=1, b=2", "one issue at a time"),
            ("dance", "“dance” is no move"),
            ("", "“” is no move"),
        ] {
            let error = Decision::parse(text).unwrap_err();
            assert!(error.contains(says), "{error}");
        }
    }
}
