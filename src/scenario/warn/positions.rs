//! Positions that are rarely meant as they are written.

use super::Warn;
use crate::model::{Party, Position};
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::resolve::shown;

/// How far a sum of saliences may be from 1 without a word.
const SUM_TOLERANCE: f64 = 0.01;

impl Warn<'_> {
    pub(super) fn positions(&mut self) {
        let scenario = self.scenario;
        for party in &scenario.parties {
            self.salience_sum(party);
            for position in party.positions.iter().flatten() {
                self.red_line(position);
                self.opening(position);
            }
        }
    }

    fn salience_sum(&mut self, party: &Party) {
        let weights: Vec<(&str, f64)> = self
            .scenario
            .issues
            .iter()
            .enumerate()
            .filter_map(|(k, issue)| Some((issue.id.as_str(), self.mean(party.salience_on(k)?))))
            .collect();
        let sum: f64 = weights.iter().map(|(_, weight)| weight).sum();
        if weights.is_empty() || (sum - 1.0).abs() <= SUM_TOLERANCE || sum <= 0.0 {
            return;
        }
        let taken: Vec<String> =
            weights.iter().map(|(issue, weight)| format!("{issue} {:.2}", weight / sum)).collect();
        let span = self.key(&["parties", &party.id, "positions"]);
        self.push(
            Diagnostic::new(
                codes::SALIENCE_SUM,
                span,
                format!("the saliences of `{}` sum to {:.2}, not to 1", party.id, sum),
            )
            .help(format!("they are taken in proportion: {}", taken.join(", ")))
            .path(format!("parties.{}.positions", party.id)),
        );
    }

    /// Concession ends beyond a wall: the last part of it can never be signed.
    fn red_line(&mut self, position: &Position) {
        let Some(red_line) = position.red_line else { return };
        let [ideal, limit, wall] =
            [position.ideal, position.limit, red_line].map(|input| self.mode(input));
        if (wall - ideal) * (limit - wall) <= 0.0 {
            return;
        }
        let path = self.path(position.limit).to_owned();
        self.push(
            Diagnostic::new(
                codes::LIMIT_BEYOND_RED_LINE,
                self.span(position.limit),
                format!("`{path}` lies beyond its red line"),
            )
            .label(format!("it would concede as far as {}", shown(limit)))
            .also(self.span(red_line), format!("but sign nothing beyond {}", shown(wall)))
            .help("a limit is where concessions end, a red line what is never signed: the limit is usually the nearer one")
            .path(path),
        );
    }

    /// The opening lies on the other side of the limit from the ideal, or beside a limit that is the ideal
    /// itself.
    fn opening(&mut self, position: &Position) {
        let [ideal, limit, opening] =
            [position.ideal, position.limit, position.opening].map(|input| self.mode(input));
        let at_ideal = (ideal - limit).abs() <= 0.0;
        let moves_back = (opening - limit) * (ideal - limit) < 0.0;
        if !moves_back && (!at_ideal || (opening - limit).abs() <= 0.0) {
            return;
        }
        let path = self.path(position.opening).to_owned();
        self.push(
            Diagnostic::new(
                codes::OPENING_BEYOND_LIMIT,
                self.span(position.opening),
                format!("`{path}` is farther from the ideal than the limit"),
            )
            .label(format!("it would start at {}", shown(opening)))
            .also(self.span(position.limit), format!("and move back to {}", shown(limit)))
            .help("a party opens near its ideal and moves toward its limit; are the two exchanged?")
            .path(path),
        );
    }

    pub(super) fn unwanted_issues(&mut self) {
        let scenario = self.scenario;
        for (k, issue) in scenario.issues.iter().enumerate() {
            let wanted = scenario.parties.iter().any(|party| {
                party.salience_on(k).is_some_and(|salience| !self.is_nothing(salience))
                    && !self.is_nothing(party.influence)
            });
            if wanted {
                continue;
            }
            self.push(
                Diagnostic::new(
                    codes::UNWANTED_ISSUE,
                    self.key(&["issues", &issue.id]),
                    format!("nobody with influence cares about the issue `{}`", issue.id),
                )
                .label("it moves nothing")
                .help("give a party a position on it, or drop the issue")
                .path(format!("issues.{}", issue.id)),
            );
        }
    }
}
