//! Rules as text: `scholz-code,q=0.5,conflict=stay` for the challenge model and
//! `kind=conditional,victory=square` for elections.
//!
//! One table of switches each, from which reading, writing and the complaints about mistakes all
//! come: a switch cannot be readable without being writable. What is written reads back as the same
//! rules.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::challenge::{ConflictMove, Distances, OfferChoice, OfferOrder, View, VoteShare};
use super::opinions::every_kind;
use super::{ChallengeRules, ElectionKind, RiskStance, SpatialRules, VictoryModel, VotingRule};

/// What is wrong with rules that were given as text.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RuleError {
    /// The first word names no preset.
    #[error("there is no preset `{name}`; there are {known}")]
    NoSuchPreset {
        /// The word found.
        name: String,
        /// Those that exist.
        known: String,
    },
    /// A part without "=".
    #[error("`{part}` sets nothing; write it as SWITCH=VALUE, where SWITCH is one of {known}")]
    NoValue {
        /// The part found.
        part: String,
        /// The switches that exist.
        known: String,
    },
    /// No switch of this name.
    #[error("there is no switch `{name}`; there are {known}")]
    NoSuchSwitch {
        /// The name found.
        name: String,
        /// The switches that exist.
        known: String,
    },
    /// The switch does not have this value.
    #[error("`{name}` cannot be `{value}`; it is {known}")]
    NoSuchValue {
        /// The switch.
        name: &'static str,
        /// The value found.
        value: String,
        /// The values it has.
        known: String,
    },
    /// A switch is set twice.
    #[error("`{name}` is set twice; set it once")]
    Repeated {
        /// The switch.
        name: &'static str,
    },
}

/// A value of a switch: its word, and what it does to the rules.
type Value<R> = (&'static str, fn(&mut R));

/// A switch of the rules R: its values, and what each does to them.
struct Switch<R: 'static> {
    name: &'static str,
    values: &'static [Value<R>],
}

impl<R: Copy + PartialEq> Switch<R> {
    /// The value this switch has in `rules`: the one that changes nothing.
    fn value(&self, rules: &R) -> &'static str {
        let changes_nothing = |set: &fn(&mut R)| {
            let mut same = *rules;
            set(&mut same);
            same == *rules
        };
        self.values.iter().find(|(_, set)| changes_nothing(set)).map_or("", |(word, _)| word)
    }

    fn set(&self, rules: &mut R, value: &str) -> Result<(), RuleError> {
        match self.values.iter().find(|(word, _)| *word == value) {
            Some((_, set)) => set(rules),
            None => return Err(self.refuse(value)),
        }
        Ok(())
    }

    fn refuse(&self, value: &str) -> RuleError {
        let known = if self.values.is_empty() {
            "a number from 0 to 1".to_owned()
        } else {
            listed(self.values.iter().map(|(word, _)| *word), "or")
        };
        RuleError::NoSuchValue { name: self.name, value: value.to_owned(), known }
    }
}

/// All switches with their values, for a manual: `risk=on|off`.
fn manual<R>(switches: &[Switch<R>]) -> String {
    let one = |switch: &Switch<R>| {
        let words: Vec<&str> = switch.values.iter().map(|(word, _)| *word).collect();
        let values = if words.is_empty() { "0…1".to_owned() } else { words.join("|") };
        format!("{}={values}", switch.name)
    };
    switches.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// `a, b or c`.
fn listed<'a>(words: impl Iterator<Item = &'a str>, last: &str) -> String {
    let words: Vec<&str> = words.collect();
    match words.split_last() {
        Some((end, rest)) if !rest.is_empty() => format!("{} {last} {end}", rest.join(", ")),
        _ => words.concat(),
    }
}

/// Sets the switches of `parts`; a switch without words goes to `number`.
fn set_all<'a, R: Copy + PartialEq>(
    rules: &mut R,
    parts: impl Iterator<Item = &'a str>,
    switches: &'static [Switch<R>],
    number: fn(&mut R, f64),
) -> Result<(), RuleError> {
    let known = || listed(switches.iter().map(|switch| switch.name), "and");
    let mut seen = Vec::new();
    for part in parts {
        let Some((name, value)) = part.split_once('=') else {
            return Err(RuleError::NoValue { part: part.to_owned(), known: known() });
        };
        let (name, value) = (name.trim(), value.trim());
        let Some(switch) = switches.iter().find(|switch| switch.name == name) else {
            return Err(RuleError::NoSuchSwitch { name: name.to_owned(), known: known() });
        };
        if seen.contains(&switch.name) {
            return Err(RuleError::Repeated { name: switch.name });
        }
        seen.push(switch.name);
        if switch.values.is_empty() {
            let share = value.parse::<f64>().ok().filter(|share| (0.0..=1.0).contains(share));
            number(rules, share.ok_or_else(|| switch.refuse(value))?);
        } else {
            switch.set(rules, value)?;
        }
    }
    Ok(())
}

/// The presets by name.
pub const PRESETS: [(&str, ChallengeRules); 2] = [
    ("scholz-code", ChallengeRules::scholz_code()),
    ("scholz-paper", ChallengeRules::scholz_paper()),
];

const Q: &str = "q";

/// The switches of the challenge model, in the order of [`ChallengeRules`].
const CHALLENGE: &[Switch<ChallengeRules>] = &[
    Switch {
        name: "vote-share",
        values: &[
            ("pair", |rules| rules.vote_share = VoteShare::OfPair),
            ("all-pairs", |rules| rules.vote_share = VoteShare::OfAllPairs),
        ],
    },
    Switch {
        name: "votes-risk",
        values: &[
            ("on", |rules| rules.risk_in_votes = true),
            ("off", |rules| rules.risk_in_votes = false),
        ],
    },
    Switch {
        name: "risk",
        values: &[("on", |rules| rules.risk = true), ("off", |rules| rules.risk = false)],
    },
    Switch {
        name: "view",
        values: &[
            ("both", |rules| rules.view = View::Both),
            ("own", |rules| rules.view = View::Own),
        ],
    },
    Switch {
        name: "conflict-choice",
        values: &[
            ("least-move", |rules| rules.conflict_choice = OfferChoice::LeastMove),
            ("highest-utility", |rules| rules.conflict_choice = OfferChoice::HighestUtility),
        ],
    },
    Switch {
        name: "compromise-choice",
        values: &[
            ("least-move", |rules| rules.compromise_choice = OfferChoice::LeastMove),
            ("highest-utility", |rules| rules.compromise_choice = OfferChoice::HighestUtility),
        ],
    },
    Switch {
        name: "conflict",
        values: &[
            ("move", |rules| rules.conflict_move = ConflictMove::LoserMoves),
            ("stay", |rules| rules.conflict_move = ConflictMove::NoMove),
        ],
    },
    Switch {
        name: "capitulation",
        values: &[
            ("on", |rules| rules.capitulation = true),
            ("off", |rules| rules.capitulation = false),
        ],
    },
    Switch {
        name: "order",
        values: &[
            ("kind", |rules| rules.offer_order = OfferOrder::ByKind),
            ("highest-utility", |rules| rules.offer_order = OfferOrder::HighestUtility),
        ],
    },
    Switch { name: Q, values: &[] },
    Switch {
        name: "distances",
        values: &[
            ("start", |rules| rules.distances = Distances::OfStart),
            ("round", |rules| rules.distances = Distances::OfRound),
        ],
    },
];

/// The switches of the challenge model and their values, for a manual.
pub fn challenge_manual() -> String {
    manual(CHALLENGE)
}

/// The switches of elections and their values, for a manual.
pub fn election_manual() -> String {
    manual(ELECTION)
}

/// Every switch of the challenge model with its value in `rules`.
pub fn challenge_switches(rules: &ChallengeRules) -> Vec<(&'static str, String)> {
    let value = |switch: &Switch<ChallengeRules>| match switch.name {
        Q => rules.status_quo_weight.to_string(),
        _ => switch.value(rules).to_owned(),
    };
    CHALLENGE.iter().map(|switch| (switch.name, value(switch))).collect()
}

impl FromStr for ChallengeRules {
    type Err = RuleError;

    /// Reads a preset and the switches that differ from it, separated by commas. Without a preset the
    /// switches are those of `scholz-code`.
    fn from_str(text: &str) -> Result<Self, RuleError> {
        let mut parts = text.split(',').map(str::trim).peekable();
        let mut rules = Self::scholz_code();
        if let Some(name) = parts.next_if(|first| !first.contains('=')) {
            let preset = PRESETS.iter().find(|(known, _)| *known == name);
            rules = preset.map(|(_, rules)| *rules).ok_or_else(|| RuleError::NoSuchPreset {
                name: name.to_owned(),
                known: listed(PRESETS.iter().map(|(name, _)| *name), "and"),
            })?;
        }
        set_all(&mut rules, parts, CHALLENGE, |rules, share| rules.status_quo_weight = share)?;
        Ok(rules)
    }
}

impl fmt::Display for ChallengeRules {
    /// The nearer preset, then the switches that differ from it.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ours = challenge_switches(self);
        let differences = |(name, preset): (&'static str, ChallengeRules)| {
            let theirs = challenge_switches(&preset);
            let changed = ours.iter().zip(&theirs).filter(|(our, their)| our != their);
            let changed = changed.map(|((switch, value), _)| format!(",{switch}={value}"));
            (name, changed.collect::<Vec<_>>())
        };
        let [code, paper] = PRESETS.map(differences);
        let (name, changed) = if paper.1.len() < code.1.len() { paper } else { code };
        write!(out, "{name}{}", changed.concat())
    }
}

/// Which elections to hold: one under the given rules, or one of every kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ElectionChoice {
    rules: SpatialRules,
    every_kind: bool,
}

impl ElectionChoice {
    /// The elections to hold.
    pub fn elections(self) -> Vec<SpatialRules> {
        if self.every_kind { every_kind(self.rules).to_vec() } else { vec![self.rules] }
    }
}

impl Default for ElectionChoice {
    /// Every kind, under KTAB's other choices.
    fn default() -> Self {
        Self { rules: SpatialRules::default(), every_kind: true }
    }
}

/// The switches of elections.
const ELECTION: &[Switch<ElectionChoice>] = &[
    Switch {
        name: "kind",
        values: &[
            ("all", |choice| choice.every_kind = true),
            ("conditional", |choice| choice.only(ElectionKind::Conditional)),
            ("markov-uniform", |choice| choice.only(ElectionKind::MarkovUniform)),
            ("markov-incentive", |choice| choice.only(ElectionKind::MarkovIncentive)),
        ],
    },
    Switch {
        name: "victory",
        values: &[
            ("linear", |choice| choice.rules.election.victory = VictoryModel::Linear),
            ("square", |choice| choice.rules.election.victory = VictoryModel::Square),
            ("quartic", |choice| choice.rules.election.victory = VictoryModel::Quartic),
            ("octic", |choice| choice.rules.election.victory = VictoryModel::Octic),
            ("binary", |choice| choice.rules.election.victory = VictoryModel::Binary),
        ],
    },
    Switch {
        name: "voting",
        values: &[
            ("proportional", |choice| choice.rules.election.voting = VotingRule::Proportional),
            ("binary", |choice| choice.rules.election.voting = VotingRule::Binary),
            ("prop-bin", |choice| choice.rules.election.voting = VotingRule::PropBin),
            ("cubic", |choice| choice.rules.election.voting = VotingRule::Cubic),
            ("prop-cubic", |choice| choice.rules.election.voting = VotingRule::PropCbc),
            ("prospect", |choice| choice.rules.election.voting = VotingRule::ASymProsp),
        ],
    },
    Switch {
        name: "risk",
        values: &[
            ("mid", |choice| choice.rules.stance = RiskStance::Mid),
            ("min", |choice| choice.rules.stance = RiskStance::Min),
            ("max", |choice| choice.rules.stance = RiskStance::Max),
        ],
    },
];

impl ElectionChoice {
    fn only(&mut self, kind: ElectionKind) {
        self.every_kind = false;
        self.rules.election.kind = kind;
    }
}

impl FromStr for ElectionChoice {
    type Err = RuleError;

    /// Reads switches separated by commas; those left out are the default's.
    fn from_str(text: &str) -> Result<Self, RuleError> {
        let mut choice = Self::default();
        set_all(&mut choice, text.split(',').map(str::trim), ELECTION, |_, _| {})?;
        Ok(choice)
    }
}

/// Every switch of an election with its value in `rules`.
pub fn election_switches(rules: &SpatialRules) -> Vec<(&'static str, &'static str)> {
    let choice = ElectionChoice { rules: *rules, every_kind: false };
    // “all” would change `every_kind`, so a single election always finds its own kind.
    ELECTION.iter().map(|switch| (switch.name, switch.value(&choice))).collect()
}

impl fmt::Display for SpatialRules {
    /// All switches.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let switches = election_switches(self);
        let parts: Vec<String> =
            switches.iter().map(|(name, value)| format!("{name}={value}")).collect();
        write!(out, "{}", parts.join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        text.parse::<ChallengeRules>().unwrap_err().to_string()
    }

    #[test]
    fn presets_have_their_names() {
        for (name, rules) in PRESETS {
            assert_eq!(name.parse(), Ok(rules));
            assert_eq!(rules.to_string(), name);
        }
    }

    #[test]
    fn every_switch_reads_back_as_written() {
        for (_, preset) in PRESETS {
            for switch in CHALLENGE.iter().filter(|switch| !switch.values.is_empty()) {
                for (word, _) in switch.values {
                    let mut rules = preset;
                    switch.set(&mut rules, word).unwrap();
                    assert_eq!(switch.value(&rules), *word);
                    assert_eq!(rules.to_string().parse(), Ok(rules));
                }
            }
        }
        let rules: ChallengeRules = " scholz-paper , q=0.25, conflict = stay".parse().unwrap();
        assert_eq!(rules.to_string(), "scholz-paper,conflict=stay,q=0.25");
        for rules in ElectionChoice::default().elections() {
            assert_eq!(rules.to_string().parse::<ElectionChoice>().unwrap().elections(), [rules]);
        }
        for switch in ELECTION {
            for (word, _) in switch.values {
                let mut choice = ElectionChoice::default();
                choice.only(ElectionKind::MarkovUniform);
                switch.set(&mut choice, word).unwrap();
                assert_eq!(switch.value(&choice), *word);
            }
        }
    }

    #[test]
    fn mistakes_are_told_with_the_switch_the_value_and_what_there_is() {
        assert_eq!(
            refusal("scholz"),
            "there is no preset `scholz`; there are scholz-code and scholz-paper"
        );
        assert_eq!(refusal("conflict=fight"), "`conflict` cannot be `fight`; it is move or stay");
        for q in ["2", "-0.1", "NaN", "much", ""] {
            let expected = format!("`q` cannot be `{q}`; it is a number from 0 to 1");
            assert_eq!(refusal(&format!("scholz-code,q={q}")), expected);
        }
        assert_eq!(refusal("q=1,q=0"), "`q` is set twice; set it once");
        assert_eq!(
            refusal("scholz-code,speed=9"),
            "there is no switch `speed`; there are vote-share, votes-risk, risk, view, \
             conflict-choice, compromise-choice, conflict, capitulation, order, q and distances"
        );
        assert!(refusal("scholz-code,stay").starts_with("`stay` sets nothing; write it as"));
        assert!(refusal("").starts_with("there is no preset ``"));
        let election = |text: &str| text.parse::<ElectionChoice>().unwrap_err().to_string();
        assert_eq!(
            election("victory=cubic"),
            "`victory` cannot be `cubic`; it is linear, square, quartic, octic or binary"
        );
        assert_eq!(
            election("conditional"),
            "`conditional` sets nothing; write it as SWITCH=VALUE, where SWITCH is one of kind, \
             victory, voting and risk"
        );
    }
}
