//! Regret: what a choice costs against the best choice for the uncertainty that comes.
//!
//! L. J. Savage (1951), The theory of statistical decision, JASA 46, 55–67.

use super::Payoffs;

/// Regrets that differ by less than this share of the largest output differ by rounding alone.
const ROUNDING: f64 = 1e-12;

/// Regrets of every lever setting.
#[derive(Clone, Debug, PartialEq)]
pub struct Regrets {
    /// One for each lever setting, in order.
    pub levers: Vec<LeverRegret>,
    /// The lever setting with the smallest largest regret (minimax regret). Of several the one with
    /// the smallest mean regret, of these the first.
    pub minimax: usize,
    /// All lever settings whose largest regret is the smallest, but for rounding, in order; the choice
    /// is one of them.
    pub tied: Vec<usize>,
}

/// The regret of one lever setting, in units of the output, never negative.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverRegret {
    /// In every uncertainty, in order: the best output there less its own.
    pub each: Vec<f64>,
    /// The largest.
    pub largest: f64,
    /// The uncertainty that has it; of several the first.
    pub worst: usize,
    /// The mean, as if all uncertainties were equally likely.
    pub mean: f64,
    /// In how many uncertainties no other setting is better; settings that are equally good count
    /// each.
    pub best_in: usize,
}

impl Regrets {
    /// The regrets of a table.
    pub fn of(payoffs: &Payoffs) -> Self {
        let better = |one: f64, other: f64| {
            if payoffs.advantage(one, other) > 0.0 { one } else { other }
        };
        let mut best = payoffs.of(0).to_vec();
        for outputs in payoffs.rows().skip(1) {
            for (best, &output) in best.iter_mut().zip(outputs) {
                *best = better(output, *best);
            }
        }
        let regret = |outputs: &[f64]| {
            let each: Vec<f64> = best
                .iter()
                .zip(outputs)
                .map(|(&best, &own)| payoffs.advantage(best, own))
                .collect();
            let mut worst = 0;
            for (uncertainty, regret) in each.iter().enumerate() {
                if *regret > each[worst] {
                    worst = uncertainty;
                }
            }
            LeverRegret {
                largest: each[worst],
                worst,
                mean: each.iter().sum::<f64>() / each.len() as f64,
                best_in: each.iter().filter(|&&regret| regret <= 0.0).count(),
                each,
            }
        };
        let levers: Vec<LeverRegret> = payoffs.rows().map(regret).collect();
        // 0.3 − 0.2 and 0.2 − 0.1 are meant to tie, and differ in their last bits.
        let size = payoffs.rows().flatten().fold(0.0_f64, |size, output| size.max(output.abs()));
        let smallest = levers.iter().map(|lever| lever.largest).fold(f64::INFINITY, f64::min);
        let ties = |lever: &LeverRegret| lever.largest <= smallest + size * ROUNDING;
        let tied: Vec<usize> = (0..levers.len()).filter(|&index| ties(&levers[index])).collect();
        let mean = |index: &&usize| levers[**index].mean;
        // The first of equals.
        let minimax = tied.iter().min_by(|a, b| mean(a).total_cmp(&mean(b))).copied().unwrap_or(0);
        Self { levers, minimax, tied }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Goal;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn savages_choice_on_a_small_table() {
        // Bold, even, timid in good and bad times.
        let outputs = vec![100.0, -20.0, 60.0, 20.0, 40.0, 40.0];
        let regrets = Regrets::of(&Payoffs::new(3, outputs, Goal::Maximise).unwrap());
        let largest: Vec<f64> = regrets.levers.iter().map(|lever| lever.largest).collect();
        assert_eq!(largest, [60.0, 40.0, 60.0]);
        assert_eq!((regrets.minimax, regrets.tied), (1, vec![1]));
        assert_eq!(regrets.levers[0].each, [0.0, 60.0]);
        assert_eq!((regrets.levers[0].worst, regrets.levers[2].worst), (1, 0));
        assert_eq!(regrets.levers.iter().map(|l| l.best_in).collect::<Vec<_>>(), [1, 0, 1]);
        assert!((regrets.levers[1].mean - 30.0).abs() < 1e-12);
    }

    #[test]
    fn ties_go_to_the_smaller_mean_and_then_to_the_first() {
        let choice = |outputs: Vec<f64>| {
            let regrets = Regrets::of(&Payoffs::new(3, outputs, Goal::Minimise).unwrap());
            (regrets.minimax, regrets.tied)
        };
        assert_eq!(choice(vec![1.0, 1.0, 1.0, 0.0, 0.0, 1.0]), (1, vec![0, 1, 2]));
        assert_eq!(choice(vec![2.0; 6]), (0, vec![0, 1, 2]));
    }

    proptest! {
        #[test]
        fn someone_is_always_best_and_nobody_better_than_the_best(
            outputs in prop::collection::vec(-5_i8..5, 12), minimise in any::<bool>(),
        ) {
            let outputs: Vec<f64> = outputs.into_iter().map(f64::from).collect();
            let goal = if minimise { Goal::Minimise } else { Goal::Maximise };
            let regrets = Regrets::of(&Payoffs::new(4, outputs, goal).unwrap());
            for uncertainty in 0..3 {
                let each = regrets.levers.iter().map(|lever| lever.each[uncertainty]);
                prop_assert!(each.clone().all(|regret| regret >= 0.0));
                prop_assert!(each.clone().any(|regret| regret == 0.0));
            }
            let chosen = regrets.levers[regrets.minimax].largest;
            prop_assert!(regrets.levers.iter().all(|lever| lever.largest >= chosen));
            prop_assert!(regrets.tied.contains(&regrets.minimax));
        }
    }
}
