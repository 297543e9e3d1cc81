//! Errors of a party: logit choice.
//!
//! McKelvey & Palfrey 1995, *Quantal Response Equilibria for Normal Form Games* (Games and Economic Behavior
//! 10), the logit form: what is better by a value of d is chosen exp(d/s) times as often, s being the scale of
//! errors. What is good to a party is an offer worth about what it asks for, so that the offer o is made with
//! odds in proportion to exp((−|u(o) − demand| + goodwill(o))/s) among the outcomes it prefers to no deal, and
//! one that is worth m more than its rule asks for is taken with odds Λ(m/s). Only the single choices err:
//! nobody reckons with the errors of others, which an equilibrium would.

use super::View;
use super::tactic::Wanted;
use crate::math;

/// Exponents so far below the greatest count as nothing: e⁻⁴⁰ is less than the last bit of a sum.
const NOTHING: f64 = -40.0;

/// The offer it makes at a level in (0, 1); `None` where it likes nothing as much as no deal.
pub(super) fn offer(view: View<'_>, wanted: Wanted, scale: f64, level: f64) -> Option<u32> {
    wanted.outcome?;
    let wishes = view.wishes();
    let from = wishes.first_from(wishes.reservation());
    let places = || wishes.ladder()[from..].iter().zip(&wishes.order()[from..]);
    let good =
        |value: f64, outcome: u32| view.goodwill(outcome as usize) - (value - wanted.demand).abs();
    let best = places().map(|(&value, &outcome)| good(value, outcome));
    let best = best.fold(f64::NEG_INFINITY, f64::max);
    let weight = |value: f64, outcome: u32| {
        let exponent = (good(value, outcome) - best) / scale;
        if exponent < NOTHING { 0.0 } else { math::exp(exponent) }
    };
    let total: f64 = places().map(|(&value, &outcome)| weight(value, outcome)).sum();
    let mut left = level * total;
    let mut chosen = wanted.outcome;
    for (&value, &outcome) in places() {
        let weight = weight(value, outcome);
        if weight > 0.0 {
            chosen = Some(outcome);
            left -= weight;
            if left < 0.0 {
                break;
            }
        }
    }
    chosen
}

/// Λ(margin/scale): the odds that it takes an offer worth so much more than it asks for.
pub(super) fn odds(margin: f64, scale: f64) -> f64 {
    math::logistic((margin / scale).clamp(NOTHING, -NOTHING))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_odds_are_logistic() {
        assert!((odds(0.0, 0.1) - 0.5).abs() < 1e-15);
        // e³/(1 + e³) and e⁻³/(1 + e⁻³).
        assert!((odds(0.3, 0.1) - 0.952_574_126_822_433_1).abs() < 1e-12);
        assert!((odds(0.3, 0.1) + odds(-0.3, 0.1) - 1.0).abs() < 1e-15);
        assert!(odds(f64::INFINITY, 0.1) > 1.0 - 1e-15);
        assert!(odds(f64::NEG_INFINITY, 0.1) < 1e-15);
    }
}
