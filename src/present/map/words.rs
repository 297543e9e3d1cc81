//! The words that the outputs share.

use crate::analysis::map::{Concept, Spread};
use crate::engine::Hinge;
use crate::model::Scenario;
use crate::solution::bargain::DealSpace;
use crate::text::number::{hundredths, position};

/// A concept as a reader sees it.
pub(in crate::present) fn concept(concept: Concept) -> &'static str {
    match concept {
        Concept::LeastGain => "best for the worst-off",
        Concept::Nash => "Nash",
        Concept::NashByInfluence => "Nash by influence",
        Concept::KalaiSmorodinsky => "Kalai–Smorodinsky",
        Concept::Egalitarian => "egalitarian",
        Concept::MaxWelfare => "greatest sum",
    }
}

/// A number of a party as a reader sees it: `Russia's red line on “Control of territory”`.
pub(in crate::present) fn hinge(scenario: &Scenario, party: usize, hinge: Hinge) -> String {
    let who = &scenario.parties[party].title;
    let issue = |k: usize| &scenario.issues[k].title;
    match hinge {
        Hinge::WarCost => format!("{who}: cost of a year's war"),
        Hinge::Reservation => format!("{who}: reservation value"),
        Hinge::Limit(k) => format!("{who}: limit on {}", issue(k)),
        Hinge::RedLine(k) => format!("{who}: red line on {}", issue(k)),
        Hinge::Refusal(k, _) => format!("{who}: refusal on {}", issue(k)),
        Hinge::SidePayment => format!("{who}: side payment to it"),
    }
}

/// The issue a number is about.
pub(super) fn hinge_issue(hinge: Hinge) -> Option<usize> {
    match hinge {
        Hinge::Limit(k) | Hinge::RedLine(k) | Hinge::Refusal(k, _) => Some(k),
        Hinge::WarCost | Hinge::Reservation | Hinge::SidePayment => None,
    }
}

/// A value of a number in its own unit.
pub(super) fn amount(scenario: &Scenario, hinge: Hinge, value: f64) -> String {
    match hinge_issue(hinge) {
        Some(k) if scenario.issues[k].has_options() => position(value, 100.0),
        Some(k) => position(value, scenario.issues[k].scale.width()),
        None => value_of(value),
    }
}

/// A value or a cost, in thousandths: more digits would pretend too much.
fn value_of(value: f64) -> String {
    let text = format!("{value:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// `0.12 (0.065–0.22)`.
pub(super) fn spread(spread: &Spread, show: impl Fn(f64) -> String) -> String {
    let (low, high) = (show(spread.low), show(spread.high));
    if low == high {
        return low;
    }
    format!("{} ({low}–{high})", show(spread.middle))
}

/// A gain in hundredths of all that is at stake for a party.
pub(super) fn gain(gain: f64) -> String {
    hundredths(gain)
}

/// An option of an issue in words.
pub(super) fn option(scenario: &Scenario, issue: usize, option: usize) -> String {
    format!("“{}”", scenario.issues[issue].options[option])
}

/// Whose gain it is: a party, or its home front.
pub(super) fn signatory(scenario: &Scenario, space: &DealSpace, s: usize) -> String {
    let signatory = &space.signatories()[s];
    let title = &scenario.parties[signatory.party].title;
    if signatory.home_front { format!("{title} (vote)") } else { title.clone() }
}
