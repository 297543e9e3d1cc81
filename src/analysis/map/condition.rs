//! What would have to be true, in the words and units of the file.

use crate::engine::{Hinge, Needed, Seat};
use crate::model::{InputId, Outside, Scale, Scenario};
use crate::prior::Prior;
use crate::solution::bargain::Search;

/// What scores of options run over.
const SCORES: Scale = Scale { low: 0.0, high: 100.0 };

/// A number of the file and the value with which, alone, an empty zone opens.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// Whose number it is.
    pub party: usize,
    /// Which one.
    pub hinge: Hinge,
    /// The input that holds it, where there is one.
    pub input: Option<InputId>,
    /// What it is now, in the file's units.
    pub from: f64,
    /// What it would have to be at least (or at most), in the file's units.
    pub to: f64,
    /// Where `to` falls in the author's own distribution of the number: the probability of
    /// less. `None` for a number the file is sure of.
    pub level: Option<f64>,
}

impl Condition {
    pub(super) fn of(scenario: &Scenario, needed: &Needed) -> Self {
        let Needed { party, hinge, from, to } = *needed;
        let input = input_of(scenario, party, hinge);
        let scale = match hinge {
            Hinge::Limit(k) if scenario.issues[k].has_options() => Some(SCORES),
            Hinge::Limit(k) | Hinge::RedLine(k) => Some(scenario.issues[k].scale),
            Hinge::WarCost | Hinge::Reservation | Hinge::SidePayment | Hinge::Refusal(..) => None,
        };
        let in_file = |x: f64| scale.map_or(x, |scale| scale.from_unit(x));
        let prior = input.map(|id| &scenario.inputs[id.index()].prior);
        let level = prior.filter(|prior| prior.is_uncertain()).map(|p| level_of(p, in_file(to)));
        Self { party, hinge, input, from: in_file(from), to: in_file(to), level }
    }

    /// How far out of the ordinary the needed value is for the author: 0 for what is as likely as
    /// not, ½ at the ends of the author's range, 1 beyond it or where the file is sure.
    pub fn strain(&self) -> f64 {
        match self.level {
            Some(level) if level > 0.0 && level < 1.0 => (level - 0.5).abs(),
            Some(_) | None => 1.0,
        }
    }
}

/// Every condition of the world last entered, least strained first.
pub(super) fn conditions(scenario: &Scenario, seat: &Seat<'_>, search: Search) -> Vec<Condition> {
    let needed = seat.openings(search);
    let mut conditions: Vec<Condition> =
        needed.iter().map(|needed| Condition::of(scenario, needed)).collect();
    conditions.sort_by(|a, b| a.strain().total_cmp(&b.strain()));
    conditions
}

fn input_of(scenario: &Scenario, party: usize, hinge: Hinge) -> Option<InputId> {
    let party = &scenario.parties[party];
    let position = |k: usize| party.positions[k].as_ref();
    match hinge {
        Hinge::WarCost => match party.outside {
            Outside::War { cost, .. } => Some(cost),
            Outside::Reservation(_) | Outside::Unstated => None,
        },
        Hinge::Reservation => match party.outside {
            Outside::Reservation(value) => Some(value),
            Outside::War { .. } | Outside::Unstated => None,
        },
        Hinge::Limit(k) => {
            let preference = party.preferences[k].as_ref().map(|preference| preference.limit);
            position(k).map(|position| position.limit).or(preference)
        }
        Hinge::RedLine(k) => position(k).and_then(|position| position.red_line),
        Hinge::Refusal(..) | Hinge::SidePayment => None,
    }
}

/// The probability that a prior gives to values below `x`, by bisection of its quantiles.
pub(in crate::analysis) fn level_of(prior: &Prior, x: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    let (least, most) = prior.support();
    if x <= least {
        return 0.0;
    }
    if x >= most {
        return 1.0;
    }
    for _ in 0..50 {
        let middle = f64::midpoint(low, high);
        if prior.quantile(middle) < x {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}
