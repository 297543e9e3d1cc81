//! Which mixture of tactics games were played by, at which point of a grid, and how sure that is.
//!
//! At every point of the grid all tactics play all tactics in every setting, and the mixture of greatest
//! likelihood is found; the point whose mixture is likeliest is taken. Intervals are percentiles of the
//! bootstrap over games (Efron & Tibshirani 1993, §13.3), each sample choosing its own point and weights.

use super::mixture::{Counted, Kernel, Mixture};
use super::setting::{Game, Setting};
use crate::analysis::chance::resample;
use crate::analysis::interval::percentiles;
use crate::engine::alternating::Tactic;
use crate::montecarlo::{Progress, ends, in_parallel};
use crate::stream::{Seed, StreamKey};

/// Level of an interval.
const LEVEL: f64 = 0.95;

/// How a fit is made.
#[derive(Clone, Debug)]
pub struct FitPlan<'a> {
    /// The tactics to mix.
    pub tactics: &'a [Tactic],
    /// The seed of the games.
    pub seed: Seed,
    /// Games of each tactic against each in each setting.
    pub plays: u64,
    /// Bootstrap samples.
    pub samples: usize,
    /// Threads; 0 for as many as the machine has.
    pub threads: usize,
}

/// A tactic's weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weight {
    /// The estimate.
    pub value: f64,
    /// Its 95% interval.
    pub interval: (f64, f64),
}

/// A tactic by which everybody plays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alone {
    /// The point of the grid at which it does best.
    pub cell: usize,
    /// The mean of −ln of the odds of how games ended there.
    pub loss: f64,
}

/// A point of the grid.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The best mixture there.
    pub best: Mixture,
    /// The share of bootstrap samples that choose this point.
    pub chosen: f64,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The points of the grid, in order.
    pub cells: Vec<Cell>,
    /// The number of the best.
    pub best: usize,
    /// Weights of the tactics at the best point.
    pub weights: Vec<Weight>,
    /// The 95% interval of the mean of −ln of the odds, the fit being made again on every sample.
    pub loss: (f64, f64),
    /// Each tactic by itself.
    pub alone: Vec<Alone>,
}

impl Fit {
    /// What the mixture says of settings of the best point: the odds of every end, no deal last, none of
    /// them 0.
    pub fn mixture(&self, settings: &[Setting], plan: &FitPlan<'_>) -> Vec<Vec<f64>> {
        let weights: Vec<f64> = self.weights.iter().map(|weight| weight.value).collect();
        let kernel = kernel(settings, plan);
        (0..settings.len()).map(|setting| kernel.mixed(setting, &weights)).collect()
    }
}

/// Fits a mixture to games of two parties. `cells` has the settings of every point of the grid, all of them in
/// the same order; the games number them. `None` when the user stopped it.
pub fn fit(
    cells: &[Vec<Setting>],
    games: &[Game],
    plan: &FitPlan<'_>,
    key: &StreamKey,
    progress: &dyn Progress,
) -> Option<Fit> {
    let tactics = plan.tactics.len();
    let stopped =
        || progress.stop().is_some_and(|stop| stop.load(std::sync::atomic::Ordering::Relaxed));
    let mut kernels = Vec::with_capacity(cells.len());
    progress.begin();
    for (number, settings) in cells.iter().enumerate() {
        kernels.push(kernel(settings, plan));
        progress.advance(number as u64 + 1, cells.len() as u64);
        if stopped() {
            return None;
        }
    }
    let ends = kernels.first()?.ends();
    let start = vec![1.0 / tactics as f64; tactics];
    let all = Counted::of(games, |_| 1, ends);
    let mixtures = in_parallel(kernels.len() as u64, plan.threads, |cell| {
        Mixture::fit(&kernels[cell as usize], &all, &start)
    });
    let best = least(mixtures.iter().map(|mixture| mixture.loss));
    let samples = in_parallel(plan.samples as u64, plan.threads, |sample| {
        let mut times = Vec::new();
        resample(key, sample as usize, games.len(), &mut times);
        let drawn = Counted::of(games, |number| times[number], ends);
        let again: Vec<Mixture> = kernels
            .iter()
            .zip(&mixtures)
            .map(|(kernel, mixture)| {
                // From the estimate, but with every tactic alive.
                let near: Vec<f64> =
                    mixture.weights.iter().zip(&start).map(|(w, s)| 0.5 * (w + s)).collect();
                Mixture::fit(kernel, &drawn, &near)
            })
            .collect();
        let cell = least(again.iter().map(|mixture| mixture.loss));
        (cell, again.into_iter().nth(cell))
    });
    let of_samples = |number: &dyn Fn(&Mixture) -> f64| {
        let mut numbers: Vec<f64> =
            samples.iter().filter_map(|(_, mixture)| mixture.as_ref().map(number)).collect();
        percentiles(&mut numbers, LEVEL)
    };
    let weights = (0..tactics).map(|tactic| Weight {
        value: mixtures[best].weights[tactic],
        interval: of_samples(&|mixture| mixture.weights[tactic]),
    });
    let alone = (0..tactics).map(|tactic| {
        let losses: Vec<f64> = kernels.iter().map(|kernel| kernel.alone(tactic, &all)).collect();
        let cell = least(losses.iter().copied());
        Alone { cell, loss: losses[cell] }
    });
    let (weights, alone) = (weights.collect(), alone.collect());
    let loss = of_samples(&|mixture| mixture.loss);
    let chosen = |cell: usize| {
        samples.iter().filter(|(other, _)| *other == cell).count() as f64 / plan.samples as f64
    };
    let cells = mixtures.into_iter().enumerate();
    let cells = cells.map(|(cell, best)| Cell { best, chosen: chosen(cell) }).collect();
    Some(Fit { cells, best, weights, loss, alone })
}

/// Every tactic against every tactic in every setting.
fn kernel(settings: &[Setting], plan: &FitPlan<'_>) -> Kernel {
    let tactics = plan.tactics.len();
    let rows = in_parallel(settings.len() as u64, plan.threads, |number| {
        let scenario = &settings[number as usize].scenario;
        let mut odds = Vec::new();
        for &first in plan.tactics {
            for &second in plan.tactics {
                // Worlds of its own for every setting: what chance does to one it does not do to all.
                let worlds = number * plan.plays..(number + 1) * plan.plays;
                odds.extend(
                    ends(scenario, Some(&[first, second]), plan.seed, worlds, 1).smoothed(),
                );
            }
        }
        odds
    });
    let ends = settings.first().map_or(1, |setting| setting.outcomes() + 1);
    Kernel::new(tactics, ends, rows.concat())
}

/// The place of the least number, the first of equals.
fn least(numbers: impl Iterator<Item = f64>) -> usize {
    let least = |best: (usize, f64), (place, number): (usize, f64)| {
        if number < best.1 { (place, number) } else { best }
    };
    numbers.enumerate().fold((0, f64::INFINITY), least).0
}
