//! Distributions of uncertain inputs, all drawn by inversion: one uniform in, one value out.
//!
//! Inversion makes a draw a function of the world's number alone, keeps draws of two variants of a
//! scenario aligned, and lets designed samples (Latin hypercubes, Sobol' sequences) use the same
//! distributions. Every distribution has the same methods; what is invalid cannot be made, so
//! nothing here fails after `new`. The plain quantile functions below serve the engine.

mod beta;
mod choice;
mod error;
mod exponential;
mod logistic;
mod normal;
mod pert;
mod triangular;
mod uniform;

pub use beta::{Beta, beta_cdf, beta_quantile};
pub use choice::Choice;
pub use error::PriorError;
pub use exponential::exponential_quantile;
pub use logistic::logistic_quantile;
pub use normal::{Normal, normal_quantile};
pub use pert::Pert;
pub use triangular::Triangular;
pub use uniform::Uniform;

/// What a number may be.
#[derive(Clone, Debug, PartialEq)]
pub enum Prior {
    /// Known.
    Constant(f64),
    /// Between two bounds, none of it likelier.
    Uniform(Uniform),
    /// Low, mode, high with straight sides.
    Triangular(Triangular),
    /// Low, mode, high, smooth.
    Pert(Pert),
    /// Mean and standard deviation, truncated or not.
    Normal(Normal),
    /// Two shapes on an interval.
    Beta(Beta),
    /// One of a list.
    Choice(Choice),
}

/// Evaluates one expression for whichever distribution it is.
macro_rules! each {
    ($prior:expr, $value:ident => $constant:expr, $inner:ident => $call:expr) => {
        match $prior {
            Prior::Constant($value) => $constant,
            Prior::Uniform($inner) => $call,
            Prior::Triangular($inner) => $call,
            Prior::Pert($inner) => $call,
            Prior::Normal($inner) => $call,
            Prior::Beta($inner) => $call,
            Prior::Choice($inner) => $call,
        }
    };
}

impl Prior {
    /// The value below which the share `u` of the probability lies; u in (0, 1).
    #[inline]
    pub fn quantile(&self, u: f64) -> f64 {
        debug_assert!(u > 0.0 && u < 1.0);
        each!(self, value => *value, prior => prior.quantile(u))
    }

    /// Expected value.
    pub fn mean(&self) -> f64 {
        each!(self, value => *value, prior => prior.mean())
    }

    /// The central value, for a run in which nothing is uncertain: the most likely one, or the mean
    /// where no single value is most likely.
    pub fn mode(&self) -> f64 {
        each!(self, value => *value, prior => prior.mode())
    }

    /// The smallest and the largest possible value; infinite for a normal without bounds.
    pub fn support(&self) -> (f64, f64) {
        each!(self, value => (*value, *value), prior => prior.support())
    }

    /// Is there more than one possible value?
    pub fn is_uncertain(&self) -> bool {
        !matches!(self, Self::Constant(_))
    }

    /// The distribution of `scale` × value + `shift`, for a finite `scale` ≥ 0: a constant for 0. It is the one
    /// that its own numbers make when they are scaled and shifted, to the last bit, so that a changed number can
    /// be written down.
    pub fn affine(&self, scale: f64, shift: f64) -> Self {
        debug_assert!(scale >= 0.0);
        if scale <= 0.0 {
            return Self::Constant(shift);
        }
        let moved = match self {
            Self::Constant(value) => Ok(Self::Constant(scale * value + shift)),
            Self::Uniform(prior) => prior.affine(scale, shift).map(Self::Uniform),
            Self::Triangular(prior) => prior.affine(scale, shift).map(Self::Triangular),
            Self::Pert(prior) => prior.affine(scale, shift).map(Self::Pert),
            Self::Normal(prior) => prior.affine(scale, shift).map(Self::Normal),
            Self::Beta(prior) => prior.affine(scale, shift).map(Self::Beta),
            Self::Choice(prior) => Ok(Self::Choice(prior.affine(scale, shift))),
        };
        // A scale so small that no width is left.
        moved.unwrap_or_else(|_| Self::Constant(scale * self.mode() + shift))
    }

    /// The word of the file for this distribution.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Constant(_) => "constant",
            Self::Uniform(_) => "uniform",
            Self::Triangular(_) => "triangular",
            Self::Pert(_) => "pert",
            Self::Normal(_) => "normal",
            Self::Beta(_) => "beta",
            Self::Choice(_) => "choice",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One of each kind, and the forms that take another path.
    fn all() -> Vec<Prior> {
        let normal = |min, max| Normal::new(50.0, 8.0, min, max).map(Prior::Normal).unwrap();
        vec![
            Prior::Constant(0.4),
            Prior::Uniform(Uniform::new(0.0, 0.5).unwrap()),
            Prior::Triangular(Triangular::new(0.2, 0.4, 0.8).unwrap()),
            Prior::Triangular(Triangular::new(0.2, 0.2, 0.8).unwrap()),
            Prior::Pert(Pert::new(0.2, 0.4, 0.8).unwrap()),
            normal(f64::NEG_INFINITY, f64::INFINITY),
            normal(45.0, f64::INFINITY),
            normal(f64::NEG_INFINITY, 60.0),
            normal(70.0, 100.0),
            Prior::Beta(Beta::new(2.0, 5.0, 0.0, 1.0).unwrap()),
            Prior::Beta(Beta::new(0.5, 0.3, -1.0, 3.0).unwrap()),
            Prior::Choice(Choice::new(&[0.8, 0.2], &[3.0, 1.0]).unwrap()),
        ]
    }

    const CELLS: u32 = 20_000;

    fn midpoints() -> impl Iterator<Item = f64> {
        (0..CELLS).map(|cell| (f64::from(cell) + 0.5) / f64::from(CELLS))
    }

    #[test]
    fn every_quantile_function_rises_within_the_support() {
        for prior in all() {
            let (low, high) = prior.support();
            let mut last = f64::NEG_INFINITY;
            for u in [2_f64.powi(-54), 1e-9].into_iter().chain(midpoints()).chain([1.0 - 1e-9]) {
                let value = prior.quantile(u);
                assert!((low..=high).contains(&value), "{prior:?} at {u}");
                assert!(value >= last - 1e-14 * last.abs(), "{prior:?} at {u}");
                last = value;
            }
            assert!((low..=high).contains(&prior.mode()), "{prior:?}");
            assert!((low..=high).contains(&prior.mean()), "{prior:?}");
        }
    }

    #[test]
    fn every_mean_is_the_integral_of_the_quantile_function() {
        for prior in all() {
            let average = midpoints().map(|u| prior.quantile(u)).sum::<f64>() / f64::from(CELLS);
            // The midpoint rule is worst in the tails of the normal: a cell of 1/20 000 there spans
            // about 0.3 standard deviations of 8, so its error is below 8 · 0.3 / 20 000 ≈ 1e-4.
            assert!((prior.mean() - average).abs() < 1e-4, "{prior:?}");
        }
    }

    #[test]
    fn affine_maps_every_quantile() {
        for prior in all() {
            let mapped = prior.affine(0.01, -3.0);
            assert_eq!(mapped.kind(), prior.kind());
            for u in [1e-6, 0.1, 0.5, 0.83, 1.0 - 1e-6] {
                let expected = 0.01 * prior.quantile(u) - 3.0;
                assert!((mapped.quantile(u) - expected).abs() < 1e-14, "{prior:?} at {u}");
            }
            assert!((mapped.mean() - (0.01 * prior.mean() - 3.0)).abs() < 1e-14);
            assert!((mapped.mode() - (0.01 * prior.mode() - 3.0)).abs() < 1e-14);
            assert_eq!(prior.affine(0.0, 7.0), Prior::Constant(7.0));
        }
    }

    #[test]
    fn the_central_value_is_the_mode_where_there_is_one() {
        let centre = |prior: Prior, expected: f64| {
            assert!((prior.mode() - expected).abs() < 1e-14, "{prior:?}");
        };
        let beta = |a, b| Prior::Beta(Beta::new(a, b, 0.0, 10.0).unwrap());
        centre(Prior::Constant(3.0), 3.0);
        centre(Prior::Uniform(Uniform::new(0.0, 0.5).unwrap()), 0.25);
        centre(Prior::Triangular(Triangular::new(0.0, 0.1, 0.5).unwrap()), 0.1);
        centre(Prior::Normal(Normal::new(5.0, 1.0, 6.0, f64::INFINITY).unwrap()), 6.0);
        centre(beta(2.0, 5.0), 2.0);
        centre(beta(0.5, 1.5), 2.5);
        centre(beta(1.0, 1.0), 5.0);
    }
}
