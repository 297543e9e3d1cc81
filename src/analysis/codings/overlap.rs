//! How much of two distributions lies in the same place.
//!
//! The overlapping coefficient ∫ min(f, g) is 1 for the same distribution and 0 for two with nothing in
//! common (M. S. Weitzman 1970, Bureau of the Census technical paper 22; H. F. Inman & E. L. Bradley 1989,
//! Communications in Statistics 18, 3851–3874). A number that a coder is sure of has no density: it
//! overlaps only with itself.

use crate::prior::Prior;

/// Points at which a quantile function is looked at.
const KNOTS: usize = 1024;

/// A distribution's middle and width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// One tenth of the probability lies below this.
    pub low: f64,
    /// The median.
    pub median: f64,
    /// One tenth lies above this.
    pub high: f64,
    /// Half the middle 68.3%: the standard deviation, if it were normal.
    pub spread: f64,
}

impl Spread {
    /// Of a prior.
    pub fn of(prior: &Prior) -> Self {
        // Φ(−1) and Φ(1).
        let (below, above) = (0.158_655_253_931_457_05, 0.841_344_746_068_542_9);
        Self {
            low: prior.quantile(0.1),
            median: prior.quantile(0.5),
            high: prior.quantile(0.9),
            spread: 0.5 * (prior.quantile(above) - prior.quantile(below)),
        }
    }
}

/// A distribution function, linear between quantiles at equal steps of probability.
struct Cumulative {
    at: Vec<f64>,
}

impl Cumulative {
    fn of(prior: &Prior) -> Self {
        let step = 1.0 / KNOTS as f64;
        // The very ends may be infinite; half a step inside they are not.
        let share = |knot: usize| (knot as f64 * step).clamp(0.25 * step, 1.0 - 0.25 * step);
        Self { at: (0..=KNOTS).map(|knot| prior.quantile(share(knot))).collect() }
    }

    /// The probability of at most x.
    fn below(&self, x: f64) -> f64 {
        let count = self.at.partition_point(|&knot| knot <= x);
        if count == 0 {
            return 0.0;
        }
        if count > KNOTS {
            return 1.0;
        }
        let (low, high) = (self.at[count - 1], self.at[count]);
        let part = if high > low { (x - low) / (high - low) } else { 0.0 };
        ((count - 1) as f64 + part) / KNOTS as f64
    }
}

/// The overlap of two priors, in [0, 1], to about a thousandth.
pub fn overlap(a: &Prior, b: &Prior) -> f64 {
    if a == b {
        return 1.0;
    }
    if let (Prior::Constant(one), Prior::Constant(other)) = (a, b) {
        return if (one - other).abs() <= 0.0 { 1.0 } else { 0.0 };
    }
    if !a.is_uncertain() || !b.is_uncertain() {
        return 0.0;
    }
    let (a, b) = (Cumulative::of(a), Cumulative::of(b));
    let mut edges: Vec<f64> = a.at.iter().chain(&b.at).copied().collect();
    edges.sort_by(f64::total_cmp);
    edges.dedup();
    let mut shared = 0.0;
    // What lies at or below the first edge is a step of its own, as with a list of choices.
    let (mut below_a, mut below_b) = (0.0, 0.0);
    for edge in edges {
        let (next_a, next_b) = (a.below(edge), b.below(edge));
        shared += (next_a - below_a).min(next_b - below_b);
        (below_a, below_b) = (next_a, next_b);
    }
    shared.clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math;
    use crate::prior::{Choice, Normal, Triangular, Uniform};

    fn normal(mean: f64, deviation: f64) -> Prior {
        Prior::Normal(Normal::new(mean, deviation, f64::NEG_INFINITY, f64::INFINITY).unwrap())
    }

    /// Two normals of one width whose means differ by d of it: 2Φ(−d/2) (Inman & Bradley 1989).
    #[test]
    fn normals_overlap_as_the_formula_says() {
        for d in [0.5, 1.0, 2.0, 4.0] {
            let found = overlap(&normal(50.0, 8.0), &normal(50.0 + 8.0 * d, 8.0));
            let expected = 2.0 * math::normal_cdf(-d / 2.0);
            assert!((found - expected).abs() < 0.002, "{d}: {found} for {expected}");
        }
    }

    #[test]
    fn shapes_by_hand() {
        let uniform = |low, high| Prior::Uniform(Uniform::new(low, high).unwrap());
        // Half of each lies where the other is; a narrow one inside a wide one shares a fifth.
        assert!((overlap(&uniform(0.0, 10.0), &uniform(5.0, 15.0)) - 0.5).abs() < 2e-3);
        assert!((overlap(&uniform(0.0, 10.0), &uniform(4.0, 6.0)) - 0.2).abs() < 2e-3);
        assert!(overlap(&uniform(0.0, 1.0), &uniform(2.0, 3.0)) < 2e-3);
        let same = Prior::Triangular(Triangular::new(0.0, 1.0, 3.0).unwrap());
        assert!((overlap(&same, &same) - 1.0).abs() <= 0.0);
        // A coin at 0 and 1 against one that leans to 1: the smaller of each weight.
        let coin = |weights: &[f64]| Prior::Choice(Choice::new(&[0.0, 1.0], weights).unwrap());
        assert!((overlap(&coin(&[1.0, 1.0]), &coin(&[1.0, 3.0])) - 0.75).abs() < 2e-3);
        // Sure of it: only with itself.
        assert!(overlap(&Prior::Constant(1.0), &uniform(0.0, 2.0)).abs() <= 0.0);
        assert!((overlap(&Prior::Constant(1.0), &Prior::Constant(1.0)) - 1.0).abs() <= 0.0);
        assert!(overlap(&Prior::Constant(1.0), &Prior::Constant(1.5)).abs() <= 0.0);
    }

    #[test]
    fn the_spread_of_a_normal_is_its_deviation() {
        let of = Spread::of(&normal(5.0, 2.0));
        assert!((of.spread - 2.0).abs() < 1e-9 && (of.median - 5.0).abs() < 1e-12);
    }
}
