//! The quantities that events change.

use super::Resolver;
use crate::model::{Blocs, InputId, Issue, IssueEffect, Number, Outside, Party, Target, path};
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::{
    BLOC, Bounds, Key, Kind, MODEL, OUTSIDE, PARTY, POSITION, RATIFICATION, Reference, SUMMIT,
    Table, VOTE,
};
use crate::scenario::source::Span;
use crate::scenario::suggest;

/// The patterns a quantity may have, for help.
const QUANTITIES: [&str; 16] = [
    "parties.P.outside.cost",
    "parties.P.outside.terms.ISSUE",
    "parties.P.outside.reservation",
    "parties.P.positions.ISSUE.KEY",
    "parties.P.ratification.KEY",
    "parties.P.ratification.blocs.BLOC.KEY",
    "parties.P.leverage.Q",
    "trust.P.Q",
    "coalition.credibility",
    "coalition.cohesion",
    "front.line",
    "front.drift",
    "summit.push",
    "summit.reluctance.P",
    "mediation.style",
    "model.text_rate",
];

/// Numbers of a party that events change.
const OF_PARTIES: [&str; 8] = [
    "influence",
    "concession_speed",
    "reciprocity",
    "loss_aversion",
    "deadline",
    "good_faith",
    "breach_hazard",
    "betrayal_loss",
];

/// A quantity as the file names it: the words, where they stand and the path of the key.
type Named<'a> = (&'a str, Span, &'a str);

impl Resolver<'_> {
    pub(super) fn target(
        &mut self,
        named: Named<'_>,
        issues: &[Issue],
        parties: &[Party],
    ) -> Option<Target> {
        let (quantity, span, path) = named;
        let parts: Vec<&str> = quantity.split('.').collect();
        let has_front = issues.iter().any(|issue| issue.effect == IssueEffect::FrontLine);
        let target = match parts.as_slice() {
            ["coalition", "credibility"] => Target::Credibility,
            ["coalition", "cohesion"] => Target::Cohesion,
            ["front", "line" | "drift"] if !has_front => {
                return self.absent(named, "no issue is a front line");
            }
            ["front", "line"] => Target::FrontLine,
            ["front", "drift"] => Target::FrontDrift,
            ["mediation", "style"] if self.style.is_none() => {
                return self.absent(named, "nobody mediates");
            }
            ["mediation", "style"] => Target::Style,
            ["model", "text_rate"] => return self.number_of(named, &MODEL, "text_rate"),
            ["summit", "push"] => return self.number_of(named, &SUMMIT, "push"),
            ["summit", "reluctance", p] => {
                self.refer(Reference::Party, p, span, path)?;
                let input = self.known(named, "it is not among the parties of the summit")?;
                Target::Number(within(input, Bounds::LOG_RATE))
            }
            ["trust", p, q] => {
                let pair = [
                    self.refer(Reference::Party, p, span, path),
                    self.refer(Reference::Party, q, span, path),
                ];
                let [Some(i), Some(j)] = pair else { return None };
                if i == j {
                    self.push(super::parties::itself(span, "a party has no trust in itself", path));
                    return None;
                }
                Target::Trust(i, j)
            }
            ["parties", p, rest @ ..] => {
                let i = self.refer(Reference::Party, p, span, path)?;
                return self.party_target(i, rest, named, issues, parties);
            }
            _ => return self.unknown(named),
        };
        Some(target)
    }

    fn party_target(
        &mut self,
        i: usize,
        rest: &[&str],
        named: Named<'_>,
        issues: &[Issue],
        parties: &[Party],
    ) -> Option<Target> {
        let party = parties.get(i)?;
        let (_, span, path) = named;
        match rest {
            ["outside", "cost"] if matches!(party.outside, Outside::War { .. }) => {
                Some(Target::Cost(i))
            }
            ["outside", "cost" | "terms", ..] if !matches!(party.outside, Outside::War { .. }) => {
                self.absent(named, "its outside option is not war")
            }
            ["outside", "terms", issue] => {
                let k = self.refer(Reference::Issue, issue, span, path)?;
                let issue = issues.get(k)?;
                if issue.has_options() {
                    return self.absent(named, "events move war terms on scales only");
                }
                let input = self.known(named, "its war terms leave the issue out")?;
                let bounds = Bounds::between(issue.scale.low, issue.scale.high);
                Some(Target::Terms(i, k, within(input, bounds)))
            }
            ["outside", "reservation"] => {
                let input = self.known(named, "it has no reservation value")?;
                Some(Target::Reservation(i, within(input, bounds_of(&OUTSIDE, "reservation"))))
            }
            [
                "positions",
                issue,
                key @ ("limit" | "opening" | "ideal" | "red_line" | "salience"),
            ] => {
                let k = self.refer(Reference::Issue, issue, span, path)?;
                if party.positions.get(k).is_none_or(Option::is_none) {
                    return self.absent(named, "it has no position on that issue");
                }
                if *key == "limit" {
                    return Some(Target::Limit(i, k));
                }
                let input = self.known(named, "its position does not say it")?;
                let scale = issues.get(k)?.scale;
                let bounds = match *key {
                    "salience" => bounds_of(&POSITION, "salience"),
                    _ => Bounds::between(scale.low, scale.high),
                };
                Some(Target::Number(within(input, bounds)))
            }
            ["ratification", key] => {
                let table = if VOTE.key(key).is_some() { &VOTE } else { &RATIFICATION };
                if table.key(key).is_none_or(|key| numbers(key).is_none()) {
                    return self.unknown(named);
                }
                let input = self.known(named, "no home front of its has that number")?;
                Some(Target::Number(within(input, bounds_of(table, key))))
            }
            ["ratification", "blocs", bloc, key] => {
                if BLOC.key(key).is_none_or(|key| numbers(key).is_none()) {
                    return self.unknown(named);
                }
                let blocs = party.ratification.as_ref().and_then(|home| home.vote.blocs());
                let is_there = |blocs: &Blocs| blocs.blocs.iter().any(|known| known.id == *bloc);
                if !blocs.is_some_and(is_there) {
                    return self.absent(named, "no bloc of its home front has that name");
                }
                let input = self.known(named, "that bloc does not have that number")?;
                Some(Target::Number(within(input, bounds_of(&BLOC, key))))
            }
            ["leverage", other] => {
                let j = self.refer(Reference::Party, other, span, path)?;
                if !party.leverage.iter().any(|(to, _)| *to == j) {
                    return self.absent(named, "it has no leverage over that party");
                }
                Some(Target::Leverage(i, j))
            }
            [key] if OF_PARTIES.contains(&current(key)) => {
                self.number_of(named, &PARTY, current(key))
            }
            _ => self.unknown(named),
        }
    }

    /// A number by the bounds of its key.
    fn number_of(&mut self, named: Named<'_>, table: &Table, key: &str) -> Option<Target> {
        let input = self.known(named, "the scenario does not say it")?;
        Some(Target::Number(within(input, bounds_of(table, key))))
    }

    /// The input with that path.
    fn known(&mut self, named: Named<'_>, why: &str) -> Option<InputId> {
        let quantity = path::current(named.0);
        let index = self.inputs.iter().position(|input| input.path == quantity);
        match index {
            Some(index) => Some(InputId::new(index)),
            None => self.absent(named, why),
        }
    }

    fn absent<T>(&mut self, (quantity, span, path): Named<'_>, why: &str) -> Option<T> {
        self.push(
            Diagnostic::new(
                codes::UNKNOWN_QUANTITY,
                span,
                format!("`{quantity}` is not in this scenario"),
            )
            .label(why)
            .path(path),
        );
        None
    }

    fn unknown<T>(&mut self, (quantity, span, path): Named<'_>) -> Option<T> {
        self.push(
            Diagnostic::new(
                codes::UNKNOWN_QUANTITY,
                span,
                format!("events cannot change `{quantity}`"),
            )
            .help(format!(
                "they can change {}; of a party also {}",
                suggest::listed(&QUANTITIES),
                suggest::listed(&OF_PARTIES)
            ))
            .path(path),
        );
        None
    }
}

/// A key of parties by its name of today.
fn current(key: &str) -> &str {
    path::FORMER.iter().find(|(former, _)| *former == key).map_or(key, |(_, now)| now)
}

fn numbers(key: &Key) -> Option<Bounds> {
    match key.kind {
        Kind::Number(bounds) | Kind::Months(bounds) | Kind::MonthsOrDay(bounds) => Some(bounds),
        _ => None,
    }
}

fn bounds_of(table: &Table, key: &str) -> Bounds {
    table.key(key).and_then(numbers).unwrap_or(Bounds::ANY)
}

/// Just above the open end of a range.
const LEAST: f64 = 1e-6;

fn within(input: InputId, bounds: Bounds) -> Number {
    let low = if bounds.open { bounds.min + LEAST } else { bounds.min };
    Number { input, low, high: bounds.max }
}
