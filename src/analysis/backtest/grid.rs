//! Leave-one-out recalibration of the global constants, and of nothing else.
//!
//! For every case the constants are chosen that would have scored best on the *other* cases, from a small
//! grid, and scored on the case left out (M. Stone 1974, Journal of the Royal Statistical Society B 36,
//! 111–147). No position, salience, cost or red line moves. With a handful of cases it teaches little:
//! the choice hangs on a case or two, as the settings chosen show.

use crate::model::{InputId, Scenario};

/// Factors on the constants.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// … on the rate of tries at a text.
    pub text_rate: f64,
    /// … on the readiness noise of every party.
    pub readiness: f64,
    /// … on the scale of durability.
    pub durability_scale: f64,
}

/// Factors that each constant may have, the constant as it is first.
const FACTORS: [f64; 3] = [1.0, 0.5, 2.0];

impl Setting {
    /// Everything as it is.
    pub const AS_IT_IS: Self = Self { text_rate: 1.0, readiness: 1.0, durability_scale: 1.0 };

    /// The grid, the constants as they are first.
    pub fn grid() -> Vec<Self> {
        let mut grid = Vec::new();
        for text_rate in FACTORS {
            for readiness in FACTORS {
                for durability_scale in FACTORS {
                    grid.push(Self { text_rate, readiness, durability_scale });
                }
            }
        }
        grid
    }

    /// The inputs of a scenario that it holds, each at its factor times the input's mean.
    pub(super) fn fixed(self, scenario: &Scenario) -> Vec<(InputId, f64)> {
        let constants = scenario.constants;
        let resolves =
            scenario.parties.iter().map(|party| (party.readiness_spread, self.readiness));
        [(constants.text_rate, self.text_rate), (constants.durability_scale, self.durability_scale)]
            .into_iter()
            .chain(resolves)
            .filter(|(_, factor)| (factor - 1.0).abs() > 0.0)
            .map(|(id, factor)| (id, factor * scenario.inputs[id.index()].prior.mean()))
            .collect()
    }
}

/// What choosing the constants on the other cases would have done.
#[derive(Clone, Debug, PartialEq)]
pub struct Recalibration {
    /// Worlds played of each case and setting.
    pub worlds: u64,
    /// Settings of the grid.
    pub settings: usize,
    /// Case by case.
    pub left_out: Vec<LeftOut>,
    /// Mean Brier score over all questions with the constants as they are.
    pub as_it_is: f64,
    /// … with the constants chosen on the other cases.
    pub left_out_score: f64,
    /// … with the one setting that is best for all cases: hindsight, and the least the grid can give.
    pub best_score: f64,
    /// That setting.
    pub best: Setting,
}

/// One case left out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeftOut {
    /// Index of the case.
    pub case: usize,
    /// The setting that is best on the others; among equals the first of the grid.
    pub chosen: Setting,
    /// Mean Brier score of the case with the constants as they are.
    pub as_it_is: f64,
    /// … with those chosen.
    pub with_chosen: f64,
}

impl Recalibration {
    /// From the Brier scores of every question: `scores[setting][case][question]`.
    pub(super) fn of(worlds: u64, scores: &[Vec<Vec<f64>>]) -> Option<Self> {
        let grid = Setting::grid();
        let cases = scores.first()?.len();
        if cases < 2 || scores.len() != grid.len() {
            return None;
        }
        let total = |setting: usize, without: Option<usize>| -> (f64, usize) {
            let kept = scores[setting].iter().enumerate();
            let kept = kept.filter(|(case, _)| Some(*case) != without).flat_map(|(_, one)| one);
            kept.fold((0.0, 0), |(sum, count), score| (sum + score, count + 1))
        };
        let mean = |(sum, count): (f64, usize)| sum / count.max(1) as f64;
        let best_without = |without: Option<usize>| {
            let means = (0..grid.len()).map(|setting| mean(total(setting, without)));
            let mut best = (0, f64::INFINITY);
            for (setting, score) in means.enumerate() {
                if score < best.1 {
                    best = (setting, score);
                }
            }
            best
        };
        let of_case = |setting: usize, case: usize| {
            let scores = &scores[setting][case];
            (scores.iter().sum::<f64>(), scores.len())
        };
        let mut chosen_total = (0.0, 0);
        let mut left_out = Vec::new();
        for case in 0..cases {
            let (setting, _) = best_without(Some(case));
            let own = of_case(setting, case);
            chosen_total = (chosen_total.0 + own.0, chosen_total.1 + own.1);
            let (chosen, as_it_is) = (grid[setting], mean(of_case(0, case)));
            left_out.push(LeftOut { case, chosen, as_it_is, with_chosen: mean(own) });
        }
        let (best, best_score) = best_without(None);
        Some(Self {
            worlds,
            settings: grid.len(),
            left_out,
            as_it_is: mean(total(0, None)),
            left_out_score: mean(chosen_total),
            best_score,
            best: grid[best],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two cases that want opposite settings: leaving one out chooses the other's, which is worse for it.
    #[test]
    fn what_suits_the_others_need_not_suit() {
        let settings = Setting::grid().len();
        let mut scores = vec![vec![vec![0.2], vec![0.2]]; settings];
        scores[3] = vec![vec![0.1], vec![0.4]];
        scores[7] = vec![vec![0.4], vec![0.1]];
        let found = Recalibration::of(10, &scores).unwrap();
        let grid = Setting::grid();
        assert_eq!(found.left_out[0].chosen, grid[7]);
        assert_eq!(found.left_out[1].chosen, grid[3]);
        assert!((found.as_it_is - 0.2).abs() < 1e-15 && (found.left_out_score - 0.4).abs() < 1e-15);
        // Best for both together: all as it is.
        assert_eq!(found.best, Setting::AS_IT_IS);
        assert!(Recalibration::of(10, &vec![vec![vec![0.2]]; settings]).is_none());
    }
}
