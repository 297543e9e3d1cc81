//! Why a Brier score is what it is: reliability − resolution + uncertainty.
//!
//! A. H. Murphy (1973), A new vector partition of the probability score, Journal of Applied Meteorology
//! 12, 595–600. Forecasts are put into bins of equal width (the last holds its upper end), and each is
//! taken to have said its bin's mean odds. For these **binned** forecasts the identity is exact:
//!
//! - reliability = mean of (mean odds of the bin − share of yes in it)²: how far odds are from
//!   frequencies; 0 is best;
//! - resolution = mean of (share of yes in the bin − share of yes in all)²: how far bins differ; the more
//!   the better;
//! - uncertainty = share of yes × share of no: what the questions are like, whoever answers.
//!
//! What binning leaves out, score − binned score, is stated as `within` (D. B. Stephenson, C. A. S. Coelho
//! & I. T. Jolliffe 2008, Two extra components in the Brier score decomposition, Weather and Forecasting 23,
//! 752–757). With few forecasts in many bins reliability *and* resolution are both too large.

use super::brier::brier;
use super::forecast::Forecast;
use crate::montecarlo::wilson;

/// One bin of a reliability table that is not empty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Odds from here …
    pub low: f64,
    /// … to below here (the last bin: up to and with 1).
    pub high: f64,
    /// How many forecasts.
    pub count: usize,
    /// How many of them happened.
    pub happened: usize,
    /// Mean of the odds.
    pub mean_odds: f64,
}

impl Bin {
    /// The share that happened.
    pub fn frequency(&self) -> f64 {
        self.happened as f64 / self.count as f64
    }

    /// The 95% interval of that share (Wilson 1927), as of independent forecasts.
    pub fn interval(&self) -> (f64, f64) {
        wilson(self.frequency(), self.count as f64)
    }
}

/// A Brier score in its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Murphy {
    /// The bins that hold a forecast, in order.
    pub bins: Vec<Bin>,
    /// Distance of odds from frequencies.
    pub reliability: f64,
    /// Distance of frequencies from each other.
    pub resolution: f64,
    /// Spread of the outcomes themselves.
    pub uncertainty: f64,
    /// Score less the score of the binned forecasts: what the bins leave out.
    pub within: f64,
}

impl Murphy {
    /// The parts of the score of `forecasts` in so many bins of equal width; `None` of no forecasts or no
    /// bins.
    pub fn of(forecasts: &[Forecast], bins: usize) -> Option<Self> {
        let score = brier(forecasts)?;
        let width = bins as f64;
        let place = |odds: f64| ((odds * width) as usize).min(bins.saturating_sub(1));
        let mut table = Vec::new();
        for index in 0..bins {
            let inside: Vec<Forecast> =
                forecasts.iter().copied().filter(|one| place(one.odds) == index).collect();
            if inside.is_empty() {
                continue;
            }
            let count = inside.len();
            table.push(Bin {
                low: index as f64 / width,
                high: (index + 1) as f64 / width,
                count,
                happened: inside.iter().filter(|one| one.happened).count(),
                mean_odds: inside.iter().map(|one| one.odds).sum::<f64>() / count as f64,
            });
        }
        if table.is_empty() {
            return None;
        }
        let n = forecasts.len() as f64;
        let share = table.iter().map(|bin| bin.happened as f64).sum::<f64>() / n;
        let weighted = |distance: &dyn Fn(&Bin) -> f64| {
            table.iter().map(|bin| bin.count as f64 * distance(bin).powi(2)).sum::<f64>() / n
        };
        let reliability = weighted(&|bin| bin.mean_odds - bin.frequency());
        let resolution = weighted(&|bin| bin.frequency() - share);
        let uncertainty = share * (1.0 - share);
        let within = score - (reliability - resolution + uncertainty);
        Some(Self { bins: table, reliability, resolution, uncertainty, within })
    }

    /// Reliability − resolution + uncertainty: the score of the binned forecasts.
    pub fn binned_score(&self) -> f64 {
        self.reliability - self.resolution + self.uncertainty
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Seed, StreamKey};

    #[test]
    fn by_hand() {
        // Odds .2 twice (one yes), .8 twice (both yes): share of yes ¾.
        let four = [(0.2, true), (0.2, false), (0.8, true), (0.8, true)];
        let parts = Murphy::of(&four.map(|(p, o)| Forecast::new(p, o)), 5).unwrap();
        // ½(.2 − .5)² + ½(.8 − 1)² = .065; ½(.25)² + ½(.25)² = .0625; ¾ × ¼.
        assert!((parts.reliability - 0.065).abs() < 1e-15);
        assert!((parts.resolution - 0.0625).abs() < 1e-15);
        assert!((parts.uncertainty - 0.1875).abs() < 1e-15);
        assert!(parts.within.abs() < 1e-15);
        let at: Vec<(f64, usize)> = parts.bins.iter().map(|bin| (bin.low, bin.count)).collect();
        assert_eq!(at, [(0.2, 2), (0.8, 2)]);
    }

    /// The identity holds to rounding for the binned forecasts, whatever the bins; a forecast in a bin of
    /// its own leaves nothing out; odds of 1 are in the last bin.
    #[test]
    fn the_identity_is_exact() {
        let mut draws = StreamKey::new(Seed(5), Purpose::Bootstrap, "murphy").world(0, 0);
        for bins in [1, 2, 5, 10, 37] {
            let forecasts: Vec<Forecast> = (0..200)
                .map(|_| {
                    let odds = draws.uniform();
                    Forecast::new(odds, draws.uniform() < odds * odds)
                })
                .chain([Forecast::new(1.0, true), Forecast::new(0.0, false)])
                .collect();
            let parts = Murphy::of(&forecasts, bins).unwrap();
            assert_eq!(parts.bins.iter().map(|bin| bin.count).sum::<usize>(), 202);
            let binned: Vec<Forecast> = forecasts
                .iter()
                .map(|one| {
                    let place = ((one.odds * bins as f64) as usize).min(bins - 1);
                    let low = place as f64 / bins as f64;
                    let bin = parts.bins.iter().find(|bin| (bin.low - low).abs() < 1e-12).unwrap();
                    Forecast::new(bin.mean_odds, one.happened)
                })
                .collect();
            assert!((brier(&binned).unwrap() - parts.binned_score()).abs() < 1e-12, "{bins}");
            let whole = parts.binned_score() + parts.within;
            assert!((brier(&forecasts).unwrap() - whole).abs() < 1e-12);
        }
        assert!(Murphy::of(&[], 5).is_none());
        assert!(Murphy::of(&[Forecast::new(0.5, true)], 0).is_none());
    }
}
