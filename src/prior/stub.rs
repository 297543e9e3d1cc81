//! Stand-ins with the constructors of the real distributions.
#![allow(missing_docs, reason = "replaced when the distributions land")]

use super::Prior;

#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("no such distribution")]
pub struct PriorError;

#[derive(Clone, Debug, PartialEq)]
pub struct Spread(pub Vec<f64>, pub f64, pub f64);

pub type Uniform = Spread3<0>;
pub type Triangular = Spread3<1>;
pub type Pert = Spread3<2>;
pub type Normal = Spread3<3>;
pub type Beta = Spread3<4>;
pub type Choice = Spread3<5>;

#[derive(Clone, Debug, PartialEq)]
pub struct Spread3<const K: usize> {
    pub low: f64,
    pub high: f64,
    pub mode: f64,
}
impl Spread3<0> {
    pub fn new(low: f64, high: f64) -> Result<Self, PriorError> {
        Ok(Self { low, high, mode: (low + high) / 2.0 })
    }
}
impl Spread3<1> {
    pub fn new(low: f64, mode: f64, high: f64) -> Result<Self, PriorError> {
        Ok(Self { low, high, mode })
    }
}
impl Spread3<2> {
    pub fn new(low: f64, mode: f64, high: f64) -> Result<Self, PriorError> {
        Ok(Self { low, high, mode })
    }
}
impl Spread3<3> {
    pub fn new(mean: f64, _sd: f64, low: f64, high: f64) -> Result<Self, PriorError> {
        Ok(Self { low, high, mode: mean })
    }
}
impl Spread3<4> {
    pub fn new(_a: f64, _b: f64, low: f64, high: f64) -> Result<Self, PriorError> {
        Ok(Self { low, high, mode: (low + high) / 2.0 })
    }
}
impl Spread3<5> {
    pub fn new(values: &[f64], _weights: &[f64]) -> Result<Self, PriorError> {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        Ok(Self { low, high, mode: low })
    }
}

impl Prior {
    fn parts(&self) -> (f64, f64, f64) {
        match self {
            Self::Constant(x) => (*x, *x, *x),
            Self::Uniform(s) => (s.low, s.mode, s.high),
            Self::Triangular(s) => (s.low, s.mode, s.high),
            Self::Pert(s) => (s.low, s.mode, s.high),
            Self::Normal(s) => (s.low, s.mode, s.high),
            Self::Beta(s) => (s.low, s.mode, s.high),
            Self::Choice(s) => (s.low, s.mode, s.high),
        }
    }
    pub fn quantile(&self, u: f64) -> f64 {
        let (low, _, high) = self.parts();
        low + u * (high - low)
    }
    pub fn mean(&self) -> f64 {
        self.parts().1
    }
    pub fn mode(&self) -> f64 {
        self.parts().1
    }
    pub fn support(&self) -> (f64, f64) {
        (self.parts().0, self.parts().2)
    }
    pub fn is_uncertain(&self) -> bool {
        !matches!(self, Self::Constant(_))
    }
    pub fn affine(&self, scale: f64, shift: f64) -> Self {
        let (low, mode, high) = self.parts();
        let f = |x: f64| x * scale + shift;
        match self {
            Self::Constant(x) => Self::Constant(f(*x)),
            _ => Self::Triangular(Triangular { low: f(low), mode: f(mode), high: f(high) }),
        }
    }
}
