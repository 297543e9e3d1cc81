//! The continuous ranked probability score: how far a distribution lay from the number that came.
//!
//! J. E. Matheson & R. L. Winkler 1976, Scoring rules for continuous probability distributions, Management
//! Science 22; T. Gneiting & A. E. Raftery 2007, Strictly Proper Scoring Rules, Prediction, and Estimation,
//! Journal of the American Statistical Association 102, eq. 20 and 21. In the unit of the number; 0 is
//! perfect, and of a single number told for sure it is how far off that was. Low scores are good.

/// A distribution over finitely many numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// Numbers, rising, with the odds of each.
    points: Vec<(f64, f64)>,
}

impl Spread {
    /// A distribution of numbers with weights ≥ 0, which need not sum to 1; `None` where all are 0.
    pub fn new(points: impl IntoIterator<Item = (f64, f64)>) -> Option<Self> {
        let mut points: Vec<(f64, f64)> =
            points.into_iter().filter(|&(_, weight)| weight > 0.0).collect();
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        let total: f64 = points.iter().map(|&(_, weight)| weight).sum();
        for (_, weight) in &mut points {
            *weight /= total;
        }
        (total > 0.0).then_some(Self { points })
    }

    /// Its mean.
    pub fn mean(&self) -> f64 {
        self.points.iter().map(|(number, odds)| number * odds).sum()
    }

    /// Its score when `came` came: E|X − came| − ½ E|X − X′|, the second as ∫ F(1 − F).
    pub fn crps(&self, came: f64) -> f64 {
        let off: f64 = self.points.iter().map(|&(number, odds)| odds * (number - came).abs()).sum();
        let (mut below, mut apart) = (0.0, 0.0);
        for pair in self.points.windows(2) {
            below += pair[0].1;
            apart += below * (1.0 - below) * (pair[1].0 - pair[0].0);
        }
        // Rounding may leave less than nothing.
        (off - apart).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Seed, StreamKey};

    #[test]
    fn by_hand() {
        let sure = Spread::new([(3.0, 1.0)]).unwrap();
        assert!((sure.crps(5.5) - 2.5).abs() < 1e-15);
        // A fair coin for 0 or 1 when 1 came: the Brier score of one half.
        let coin = Spread::new([(1.0, 2.0), (0.0, 2.0)]).unwrap();
        assert!((coin.crps(1.0) - 0.25).abs() < 1e-15);
        assert!((coin.mean() - 0.5).abs() < 1e-15);
        assert!(Spread::new([(1.0, 0.0)]).is_none());
    }

    /// ∫ (F(x) − 1{x ≥ y})² dx over the steps of F, and the double sum of the energy form.
    #[test]
    fn three_ways_to_reckon_agree() {
        let mut stream = StreamKey::new(Seed(5), Purpose::Bootstrap, "crps").world(0, 0);
        for count in [2, 3, 17, 65] {
            let points: Vec<(f64, f64)> =
                (0..count).map(|_| (stream.uniform() * 42.0, stream.uniform())).collect();
            let total: f64 = points.iter().map(|p| p.1).sum();
            let came = stream.uniform() * 50.0 - 4.0;
            let energy: f64 = points
                .iter()
                .map(|a| {
                    let apart: f64 = points.iter().map(|b| b.1 / total * (a.0 - b.0).abs()).sum();
                    a.1 / total * ((a.0 - came).abs() - 0.5 * apart)
                })
                .sum();
            let mut ends: Vec<f64> = points.iter().map(|p| p.0).chain([came]).collect();
            ends.sort_by(f64::total_cmp);
            let integral: f64 = ends
                .windows(2)
                .map(|pair| {
                    let middle = 0.5 * (pair[0] + pair[1]);
                    let below: f64 =
                        points.iter().filter(|p| p.0 <= middle).map(|p| p.1 / total).sum();
                    let step = if middle >= came { 1.0 } else { 0.0 };
                    (below - step) * (below - step) * (pair[1] - pair[0])
                })
                .sum();
            let crps = Spread::new(points).unwrap().crps(came);
            assert!((crps - energy).abs() < 1e-12, "{crps} {energy}");
            assert!((crps - integral).abs() < 1e-12, "{crps} {integral}");
        }
    }
}
