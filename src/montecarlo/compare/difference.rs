//! A difference between two scenarios with its 95% interval. Worlds are the independent units.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::math::Z95;

/// A difference, alternative less base.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The difference.
    pub value: f64,
    /// Lower end of the 95% interval.
    pub low: f64,
    /// Upper end of it.
    pub high: f64,
    /// How the interval was made.
    pub method: DifferenceMethod,
}

/// How the interval of a difference was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DifferenceMethod {
    /// The scenarios are the same: there is no difference, and no error.
    #[serde(rename = "same-scenario")]
    Same,
    /// Tango's score interval for a difference of paired proportions (1998), with the effective
    /// number of trials that the variance of the worlds' differences implies.
    #[serde(rename = "paired-score-clustered")]
    ScoreClustered,
    /// Mean of the worlds' differences ± 1.96 standard errors between worlds.
    MeanOfWorlds,
    /// Sectioning (Asmussen & Glynn 2007, III.5): the worlds in 20 sections, Student's t with 19
    /// degrees of freedom on the sections' differences.
    Sections,
}

impl Difference {
    /// No difference, for certain.
    pub(in crate::montecarlo) const NONE: Self =
        Self { value: 0.0, low: 0.0, high: 0.0, method: DifferenceMethod::Same };

    /// Of so many trials the share `gained` went from no to yes and the share `lost` from yes to no, with the squared
    /// error of their difference between worlds: Tango's interval for as many trials as that error is worth.
    pub(in crate::montecarlo) fn clustered(
        (gained, lost): (f64, f64),
        squared_error: f64,
        (worlds, trials): (u64, f64),
    ) -> Self {
        let value = gained - lost;
        // What the variance of one trial's difference would be if trials were independent.
        let of_trials = gained + lost - value * value;
        let effective = if of_trials <= 0.0 || worlds < 2 {
            // Nothing seen of another kind: only the worlds are independent.
            trials.min(worlds as f64)
        } else if squared_error > 0.0 {
            (of_trials / squared_error).min(trials)
        } else {
            trials
        };
        let (low, high) = score_interval(gained, lost, effective);
        Self { value, low, high, method: DifferenceMethod::ScoreClustered }
    }

    /// Half the interval's width, as it stands behind ±.
    pub fn half_width(&self) -> f64 {
        (self.high - self.low) / 2.0
    }

    /// Is no difference at all within the simulation error?
    pub fn may_be_none(&self) -> bool {
        self.low <= 0.0 && self.high >= 0.0
    }
}

/// Halvings of [−1, 1]: to the last bit that counts.
const HALVINGS: usize = 60;

/// Tango's 95% score interval (1998, eqs 9–11) for the difference of paired proportions: of `trials`
/// pairs the share `gained` went from no to yes and the share `lost` from yes to no. `trials` need
/// not be whole. Unlike Wald's it does not shrink to nothing when no pair changed: it is then
/// ± z²/(n + z²).
pub(in crate::montecarlo) fn score_interval(gained: f64, lost: f64, trials: f64) -> (f64, f64) {
    if trials <= 0.0 {
        return (-1.0, 1.0);
    }
    let value = gained - lost;
    // Where between `inside` (the difference itself) and `outside` the score reaches z.
    let end = |outside: f64| {
        let (mut inside, mut outside) = (value, outside);
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(inside, outside);
            if score(gained, lost, trials, middle).abs() < Z95 {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        f64::midpoint(inside, outside)
    };
    // A difference of the whole ends exactly there, which halving only comes near.
    let low = if value <= -1.0 { -1.0 } else { end(-1.0) };
    let high = if value >= 1.0 { 1.0 } else { end(1.0) };
    (low, high)
}

/// Tango's score of the claim that the difference is `delta`.
fn score(gained: f64, lost: f64, trials: f64, delta: f64) -> f64 {
    let b = -gained - lost + (2.0 - gained + lost) * delta;
    let c = -lost * delta * (1.0 - delta);
    // The restricted maximum-likelihood share that goes from yes to no.
    let share = ((b * b - 8.0 * c).max(0.0).sqrt() - b) / 4.0;
    let variance = (2.0 * share + delta * (1.0 - delta)).max(0.0) / trials;
    let error = gained - lost - delta;
    if variance > 0.0 {
        error / variance.sqrt()
    } else if error == 0.0 {
        0.0
    } else {
        f64::INFINITY
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The airway hyper-responsiveness of 21 children before and after a transplant: one lost it, seven
    /// gained it (Bentur et al. 2009). Fagerland, Lydersen & Laake (2014) give Tango's interval
    /// as −0.517 to −0.026.
    #[test]
    fn a_published_interval_is_found() {
        let (low, high) = score_interval(1.0 / 21.0, 7.0 / 21.0, 21.0);
        assert!((low + 0.517).abs() < 0.0006 && (high + 0.026).abs() < 0.0006, "{low} {high}");
        let (other_low, other_high) = score_interval(7.0 / 21.0, 1.0 / 21.0, 21.0);
        assert!((other_low + high).abs() < 1e-12 && (other_high + low).abs() < 1e-12);
    }

    #[test]
    fn without_a_change_the_number_of_pairs_decides() {
        let (low, high) = score_interval(0.0, 0.0, 100.0);
        let expected = Z95 * Z95 / (100.0 + Z95 * Z95);
        assert!((high - expected).abs() < 1e-12 && (low + expected).abs() < 1e-12);
        let (low, high) = score_interval(1.0, 0.0, 100.0);
        assert!(low > 0.9 && high >= 1.0, "{low} {high}");
        assert!(score_interval(0.0, 1.0, 100.0).0 <= -1.0);
    }
}
