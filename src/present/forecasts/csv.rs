//! Second opinions as tidy CSV: `issue,method,rules,round,item,value`, one number a row at full
//! precision.
//!
//! `issue` is empty in the chances of the election on all issues at once; `rules` are written as the
//! command reads them; `round` is empty but for the challenge model. An opinion without an answer has
//! one row, the item `reason`, whose value is a sentence: the only value that is no number. A tie for the most likely position has
//! no row of its own; the probabilities tell it.

use serde::Serialize;

use super::words::supporters;
use crate::present::rows;
use crate::solution::forecasts::{
    ChallengeOpinion, ElectionOpinion, IssueOpinions, Opinions, PositionTable,
};

/// The rows as text.
pub fn csv(table: &PositionTable, opinions: &Opinions) -> String {
    let mut rows = Rows::new();
    for own in &opinions.issues {
        rows.on_issue(table, own);
    }
    for opinion in &opinions.together {
        rows.together(table, opinion);
    }
    rows.finish()
}

/// What a row is about.
#[derive(Clone, Copy)]
pub(in crate::present) struct Subject<'a> {
    pub(in crate::present) issue: &'a str,
    pub(in crate::present) method: &'a str,
    pub(in crate::present) rules: &'a str,
    pub(in crate::present) round: &'a str,
}

/// A row.
#[derive(Serialize)]
struct Row {
    /// The issue; empty of what is of all at once.
    issue: String,
    /// Which method.
    method: String,
    /// Its rules, as the command reads them.
    rules: String,
    /// The round; empty but for the challenge model.
    round: String,
    /// What the value is.
    item: String,
    /// The number in full, or the reason why there is none.
    value: String,
}

/// The rows so far.
#[derive(Default)]
pub(in crate::present) struct Rows(Vec<Row>);

impl Rows {
    /// None yet.
    pub(in crate::present) fn new() -> Self {
        Self::default()
    }

    pub(in crate::present) fn say(&mut self, about: Subject<'_>, item: &str, value: &str) {
        let [issue, method, rules, round, item, value] =
            [about.issue, about.method, about.rules, about.round, item, value].map(str::to_owned);
        self.0.push(Row { issue, method, rules, round, item, value });
    }

    pub(in crate::present) fn number(&mut self, about: Subject<'_>, item: &str, value: f64) {
        self.say(about, item, &value.to_string());
    }

    pub(in crate::present) fn on_issue(&mut self, table: &PositionTable, own: &IssueOpinions) {
        let issue = table.issues()[own.issue].name.as_str();
        let about = |method| Subject { issue, method, rules: "", round: "" };
        match &own.compromise {
            Ok(mean) => self.number(about("weighted-mean"), "mean", *mean),
            Err(error) => self.say(about("weighted-mean"), "reason", &error.to_string()),
        }
        let median = about("weighted-median");
        match &own.median {
            Ok(unbeaten) => {
                self.number(median, "median", unbeaten.point());
                self.number(median, "lowest unbeaten position", unbeaten.low);
                self.number(median, "highest unbeaten position", unbeaten.high);
            }
            Err(error) => self.say(median, "reason", &error.to_string()),
        }
        // The grid holds the elections asked for once more.
        let more = own.grid.iter().filter(|one| own.elections.iter().all(|e| e.rules != one.rules));
        for opinion in own.elections.iter().chain(more) {
            self.election(issue, opinion);
        }
        for opinion in &own.challenges {
            self.challenge(table, issue, opinion);
        }
    }

    fn election(&mut self, issue: &str, opinion: &ElectionOpinion) {
        let rules = opinion.rules.to_string();
        let about = Subject { issue, method: "election", rules: &rules, round: "" };
        match &opinion.answer {
            Ok(election) => {
                for (option, probability) in election.options.iter().zip(&election.probabilities) {
                    self.number(about, &format!("probability of {}", option[0]), *probability);
                }
                self.number(about, "mean", election.mean(0));
                if let [winner] = election.leaders()[..] {
                    self.number(about, "most likely position", election.options[winner][0]);
                }
            }
            Err(error) => self.say(about, "reason", &error.to_string()),
        }
    }

    fn challenge(&mut self, table: &PositionTable, issue: &str, opinion: &ChallengeOpinion) {
        let rules = opinion.rules.to_string();
        let about = Subject { issue, method: "challenge", rules: &rules, round: "" };
        let rounds = match &opinion.answer {
            Ok(rounds) => rounds,
            Err(error) => return self.say(about, "reason", &error.to_string()),
        };
        for (number, played) in rounds.iter().enumerate() {
            let round = number.to_string();
            let about = Subject { round: &round, ..about };
            self.number(about, "median", played.median.point());
            self.number(about, "mean", played.mean);
            for (index, actor) in table.actors().iter().enumerate() {
                let item = |what: &str| format!("{what} of {}", actor.name);
                self.number(about, &item("position"), played.positions[index]);
                self.number(about, &item("risk exponent"), played.risk[index]);
            }
        }
    }

    fn together(&mut self, table: &PositionTable, opinion: &ElectionOpinion) {
        let rules = opinion.rules.to_string();
        let about =
            Subject { issue: "", method: "election-on-all-issues", rules: &rules, round: "" };
        let election = match &opinion.answer {
            Ok(election) => election,
            Err(error) => return self.say(about, "reason", &error.to_string()),
        };
        for (option, probability) in election.probabilities.iter().enumerate() {
            let names = supporters(table.actors(), election, option).join(" and ");
            self.number(about, &format!("probability of the package of {names}"), *probability);
        }
        for (number, scale) in table.issues().iter().enumerate() {
            self.number(Subject { issue: &scale.name, ..about }, "mean", election.mean(number));
        }
    }

    pub(in crate::present) fn finish(self) -> String {
        rows::csv(self.0)
    }
}
