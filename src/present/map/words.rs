//! The words that the outputs share.

use crate::analysis::map::Concept;
use crate::document::{Number, Text};
use crate::engine::Hinge;
use crate::model::Scenario;
use crate::results::map::{Hinged, Map, PercentileSpread};
use crate::results::{Cited, Named, cite};

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

/// A number of a party as a reader sees it: `Russia: red line on Control of territory`.
pub(in crate::present) fn hinge(scenario: &Scenario, party: usize, hinge: Hinge) -> String {
    let issue = match hinge {
        Hinge::Limit(k) | Hinge::RedLine(k) | Hinge::Refusal(k, _) => {
            Some(Named::issue(scenario, k))
        }
        Hinge::WarCost | Hinge::Reservation | Hinge::SidePayment => None,
    };
    hinged(&Named::party(scenario, party), Hinged::of(hinge), issue.as_ref())
}

/// The same of a result.
pub(super) fn hinged(party: &Named, what: Hinged, issue: Option<&Named>) -> String {
    let who = &party.title;
    let issue = issue.map_or("", |issue| &issue.title);
    match what {
        Hinged::WarCost => format!("{who}: cost of a year's war"),
        Hinged::Reservation => format!("{who}: reservation value"),
        Hinged::Limit => format!("{who}: limit on {issue}"),
        Hinged::RedLine => format!("{who}: red line on {issue}"),
        Hinged::Refusal => format!("{who}: refusal on {issue}"),
        Hinged::SidePayment => format!("{who}: side payment to it"),
    }
}

/// A value of a number in its own unit: that of an issue, or of values.
pub(super) fn amount(map: &Map, issue: Option<&Named>, value: &Cited<'_, f64>) -> Number {
    let of = issue.and_then(|issue| map.issues.iter().find(|own| own.issue == issue.id));
    if let Some(issue) = of {
        return Number::position(value, issue.width());
    }
    Number::shown(value_of(**value), value)
}

/// A value or a cost, in thousandths: more digits would pretend too much.
fn value_of(value: f64) -> String {
    let text = format!("{value:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// `0.12 (0.065–0.22)`.
pub(super) fn spread(
    spread: &Cited<'_, PercentileSpread>,
    show: impl Fn(&Cited<'_, f64>) -> Number,
) -> Text {
    let (low, high) = (show(&cite!(spread.p05)), show(&cite!(spread.p95)));
    if low.shown == high.shown {
        return Text::from(low);
    }
    Text::from(show(&cite!(spread.p50))).and(" (").and(low).and("–").and(high).and(")")
}

/// A gain in hundredths of all that is at stake for a party.
pub(super) fn gain(gain: &Cited<'_, f64>) -> Number {
    Number::hundredths(gain)
}

/// Whose gain it is: a party, or its home front.
pub(super) fn signatory(party: &Named, home_front: bool) -> String {
    if home_front { format!("{} (vote)", party.title) } else { party.title.clone() }
}
