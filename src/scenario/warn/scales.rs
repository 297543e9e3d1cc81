//! Numbers that are probably on another scale than the model's: percent for shares of 1, months for years,
//! a year's rate for a month's. What is impossible is an error; this is about what is allowed.

use super::Warn;
use crate::model::{EventEffect, Input, InputId, Operation, Target};
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::resolve::shown;

/// What a number of this path measures, and beyond which size it is rarely meant.
struct Rule {
    /// The path, `*` for a name.
    path: &'static str,
    /// The largest size, on either side of 0.
    most: f64,
    /// What it means to be larger.
    why: &'static str,
    /// In what it is counted.
    unit: Unit,
}

/// In what a number is counted, to say how to write it.
#[derive(Clone, Copy)]
enum Unit {
    /// A part of 1.
    Share(&'static str),
    /// Something else; in words.
    Said(&'static str),
}

const WORTH: Unit = Unit::Share("a part of all that is at stake for it");
const MONTHLY: Unit = Unit::Said("a rate is a month's: once a year is 0.083");
const LOGARITHM: Unit = Unit::Said("it is a logarithm: 0.7 doubles the rate, -0.7 halves it");

const RULES: [Rule; 26] = [
    Rule {
        path: "parties.*.outside.cost",
        most: 1.0,
        why: "more than all that is at stake for it",
        unit: WORTH,
    },
    Rule {
        path: "parties.*.betrayal_loss",
        most: 1.0,
        why: "more than all that is at stake for it",
        unit: WORTH,
    },
    Rule {
        path: "parties.*.leverage.*",
        most: 1.0,
        why: "more than all that is at stake for it",
        unit: WORTH,
    },
    Rule {
        path: "parties.*.readiness_spread",
        most: 1.0,
        why: "chance would count more than all that is at stake",
        unit: WORTH,
    },
    Rule {
        path: "parties.*.breach_hazard",
        most: 10.0,
        why: "a breach within weeks is all but certain",
        unit: Unit::Said("it is a rate over a year: 0.5 breaks 39 deals of 100 in a year"),
    },
    Rule {
        path: "parties.*.concession_speed",
        most: 20.0,
        why: "it concedes everything at once",
        unit: Unit::Said("1 concedes steadily, 0.3 late, 3 early"),
    },
    Rule {
        path: "parties.*.loss_aversion",
        most: 10.0,
        why: "a loss would weigh more than ten gains",
        unit: Unit::Said("2 lets a loss weigh twice as much as a gain"),
    },
    Rule { path: "model.text_rate", most: 60.0, why: "more than two a day", unit: MONTHLY },
    Rule { path: "model.summit_base", most: 60.0, why: "more than two a day", unit: MONTHLY },
    Rule { path: "events.*.rate", most: 60.0, why: "more than two a day", unit: MONTHLY },
    Rule { path: "parties.*.pledge.rate", most: 60.0, why: "more than two a day", unit: MONTHLY },
    Rule {
        path: "model.durability_scale",
        most: 50.0,
        why: "deals would last for generations",
        unit: Unit::Said("it counts years: 33 months are 2.75"),
    },
    Rule {
        path: "model.durability_spread",
        most: 5.0,
        why: "a factor of 150 and more",
        unit: LOGARITHM,
    },
    Rule { path: "durability.record", most: 5.0, why: "a factor of 150 and more", unit: LOGARITHM },
    Rule { path: "summit.push", most: 5.0, why: "a factor of 150 and more", unit: LOGARITHM },
    Rule {
        path: "summit.reluctance.*",
        most: 5.0,
        why: "a factor of 150 and more",
        unit: LOGARITHM,
    },
    Rule {
        path: "parties.*.ratification.intercept",
        most: 20.0,
        why: "the vote is certain whatever the terms",
        unit: Unit::Said(
            "it is in log odds: 0 is half of the votes, -1 a quarter, 1 three quarters",
        ),
    },
    Rule {
        path: "parties.*.ratification.slope",
        most: 100.0,
        why: "a hundredth of value would decide the vote",
        unit: Unit::Said("it is in log odds: 4 moves the vote from half to 98 in 100"),
    },
    Rule {
        path: "parties.*.ratification.spread",
        most: 1.0,
        why: "the day would move more than all votes",
        unit: Unit::Share("a part of the votes"),
    },
    Rule {
        path: "parties.*.ratification.blocs.*.even_at",
        most: 1.0,
        why: "no terms are worth more than 1 to it",
        unit: Unit::Share("a value, as a part of all that is at stake"),
    },
    Rule {
        path: "parties.*.ratification.blocs.*.intercept",
        most: 20.0,
        why: "the bloc's vote is certain whatever the terms",
        unit: Unit::Said("it is in log odds: 0 is even, or write `even_at`, or a `probability`"),
    },
    Rule {
        path: "parties.*.ratification.blocs.*.slope",
        most: 100.0,
        why: "a hundredth of value would decide its vote",
        unit: Unit::Said("it is in log odds: 4 moves its approval from half to 98 in 100"),
    },
    Rule {
        path: "parties.*.ratification.blocs.*.spread",
        most: 1.0,
        why: "the day would move more than all its approval",
        unit: Unit::Share("a part of its approval"),
    },
    Rule {
        path: "mediation.pen",
        most: 20.0,
        why: "whoever drafts would write what it likes",
        unit: Unit::Said("1 doubles the weight of whoever drafts"),
    },
    Rule {
        path: "coalition.credibility",
        most: 10.0,
        why: "far more would be believed than is delivered",
        unit: Unit::Said("1 is believed in full, 0.5 by half"),
    },
    Rule {
        path: "coalition.fatigue",
        most: 1.0,
        why: "nothing would be left",
        unit: Unit::Share("a part of the cohesion"),
    },
];

impl Warn<'_> {
    pub(super) fn scales(&mut self) {
        let scenario = self.scenario;
        for (index, input) in scenario.inputs.iter().enumerate() {
            let rule = RULES.iter().find(|rule| fits(rule.path, &input.path));
            if let Some(rule) = rule {
                self.beyond(InputId::new(index), rule.most, rule.why, rule.unit);
            }
        }
        for issue in &scenario.issues {
            let across = "more than the whole scale";
            let unit = Unit::Said("it counts points of the issue's scale");
            if let Some(input) = issue.draft_shift {
                self.beyond(input, issue.scale.width(), across, unit);
            }
        }
        if let (Some(front), Some(k)) = (&scenario.front, scenario.front_issue()) {
            let width = scenario.issues[k].scale.width();
            let unit = Unit::Said("it counts points of the scale a month");
            for input in [front.drift, front.noise] {
                self.beyond(input, width, "the line would cross the whole scale in a month", unit);
            }
        }
        for party in &scenario.parties {
            let late = 10.0 * scenario.clock.horizon;
            let unit =
                Unit::Said("a bare number counts months; with a unit write, say, \"30 days\"");
            if scenario.offers().is_none() {
                self.beyond(
                    party.deadline,
                    late,
                    "ten times as long as the talks are played",
                    unit,
                );
            }
        }
        for effect in scenario.events.iter().flat_map(|event| &event.effects) {
            self.effect(effect);
        }
    }

    fn effect(&mut self, effect: &EventEffect) {
        let scenario = self.scenario;
        if effect.operation == Operation::Multiply {
            let unit = Unit::Said("it multiplies: 1.3 is 30 % more, 0.7 is 30 % less");
            self.beyond(effect.by, 20.0, "more than twenty times as much", unit);
            return;
        }
        // What a quantity is set to lies within its range, or is brought there.
        if effect.operation == Operation::Set {
            return;
        }
        let points = Unit::Said("it counts points of the issue's scale");
        let width = |k: usize| scenario.issues[k].scale.width();
        let (most, why, unit) = match effect.target {
            Target::Cost(_) | Target::Leverage(..) => {
                (1.0, "more than all that is at stake for it", WORTH)
            }
            Target::Trust(..) | Target::Cohesion | Target::Reservation(..) => {
                (1.0, "what it is added to goes from 0 to 1", Unit::Share("a part of 1"))
            }
            Target::Credibility => {
                (10.0, "1 is believed in full", Unit::Said("1 is believed in full, 0.5 by half"))
            }
            Target::Limit(_, k) | Target::Terms(_, k, _) => {
                (width(k), "more than the whole scale", points)
            }
            // Their sizes are as different as they are.
            Target::Number(_) | Target::Style => return,
            Target::FrontLine | Target::FrontDrift => {
                let Some(k) = scenario.front_issue() else { return };
                (width(k), "more than the whole scale", points)
            }
        };
        self.beyond(effect.by, most, why, unit);
    }

    /// Warns of a number that is beyond a size, at its most likely value or in a world of twenty.
    fn beyond(&mut self, input: InputId, most: f64, why: &str, unit: Unit) {
        let Input { prior, path, provenance, .. } = &self.scenario.inputs[input.index()];
        let likely = prior.mode();
        let size = |number: f64| number.abs() > most;
        let ends = [prior.quantile(0.05), prior.quantile(0.95)];
        let Some(far) = [likely, ends[1], ends[0]].into_iter().find(|number| size(*number)) else {
            return;
        };
        if !provenance.stated {
            return;
        }
        let verb = if size(likely) { "is" } else { "may be" };
        let help = match unit {
            Unit::Said(words) => words.to_owned(),
            Unit::Share(of) => {
                format!("it is {of}: {} % is {}", shown(far), shown(far / 100.0))
            }
        };
        let message = format!("`{path}` {verb} {}: {why}", shown(far));
        let path = path.clone();
        self.push(
            Diagnostic::new(codes::ODD_SCALE, self.span(input), message).help(help).path(path),
        );
    }
}

/// Is it a path of this pattern?
fn fits(pattern: &str, path: &str) -> bool {
    let (mut pattern, mut path) = (pattern.split('.'), path.split('.'));
    loop {
        match (pattern.next(), path.next()) {
            (None, None) => return true,
            (Some("*"), Some(_)) => {}
            (Some(own), Some(other)) if own == other => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::keys::{Kind, ROOT, Table};

    /// Every pattern names a number that the format has.
    #[test]
    fn patterns_are_paths_of_the_format() {
        fn leads(table: &Table, path: &[&str]) -> bool {
            let Some((first, rest)) = path.split_first() else { return false };
            let within = |kind: Kind, rest: &[&str]| match kind {
                Kind::Table(table) => leads(table, rest),
                Kind::List(list) => {
                    rest.split_first().is_some_and(|(_, rest)| leads(list.table, rest))
                }
                Kind::Map(map) => match (map.kind, rest.split_first()) {
                    (Kind::Table(table), Some((_, rest))) => leads(table, rest),
                    (Kind::Number(_), Some((_, []))) => true,
                    _ => false,
                },
                Kind::Number(_) => rest.is_empty(),
                _ => false,
            };
            table.keys.iter().any(|key| {
                let named = key.name == *first && within(key.kind, rest);
                named || (key.transparent && within(key.kind, path))
            })
        }
        for rule in &RULES {
            let path: Vec<&str> = rule.path.split('.').collect();
            assert!(leads(&ROOT, &path), "{}", rule.path);
        }
    }
}
