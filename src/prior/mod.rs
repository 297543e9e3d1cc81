//! Distributions of uncertain inputs, all drawn by inversion: one uniform in, one value out.

mod exponential;
mod logistic;
mod normal;

pub use exponential::exponential_quantile;
pub use logistic::logistic_quantile;
pub use normal::normal_quantile;

/// What an uncertain number may be.
#[derive(Clone, Debug, PartialEq)]
pub enum Prior {
    /// Known.
    Constant(f64),
}

impl Prior {
    /// The value below which the share `u` of the probability lies; u in (0, 1).
    #[inline]
    pub fn quantile(&self, _u: f64) -> f64 {
        match self {
            Self::Constant(value) => *value,
        }
    }

    /// Is there more than one possible value?
    pub fn is_uncertain(&self) -> bool {
        !matches!(self, Self::Constant(_))
    }
}
/// stub
pub fn beta_quantile(_a: f64, _b: f64, u: f64) -> f64 {
    u
}
