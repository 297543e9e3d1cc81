//! Victory models: the probability that the stronger coalition wins.
//!
//! `p = g(C) / (g(C) + g(C'))` for coalitions of strength C and C', after KTAB's spatial model of
//! politics (KAPSARC 2016). The steeper g, the surer the stronger side; the binary model is all but
//! certain from an advantage of 10 % on (odds of a million to one, as in KTAB, so that a cycle of
//! victories still has a winner). Strengths are at least 0, probabilities in [0, 1] and sum to 1.

/// How strength turns into the chance of winning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VictoryModel {
    /// `g(C) = C`.
    #[default]
    Linear,
    /// `g(C) = C²`.
    Square,
    /// `g(C) = C⁴`.
    Quartic,
    /// `g(C) = C⁸`.
    Octic,
    /// A million to one when one side is 10 % stronger, linear between: `(2.1 r − 1) / 0.1` with
    /// `r = C / (C + C')`.
    Binary,
}

/// The weaker side's chance under the binary model: odds of one to a million.
const LONG_SHOT: f64 = 1e-6 / (1.0 + 1e-6);

impl VictoryModel {
    /// All models, in the order of the documentation.
    pub const ALL: [Self; 5] =
        [Self::Linear, Self::Square, Self::Quartic, Self::Octic, Self::Binary];

    /// Probability that a coalition of strength `ours` beats one of strength `theirs`; ½ when
    /// neither has any strength.
    pub fn probability(self, ours: f64, theirs: f64) -> f64 {
        if ours <= 0.0 && theirs <= 0.0 {
            return 0.5;
        }
        // Powers of the share, not of the strength: strengths of 10⁻⁸ or 10⁴⁰ would leave f64.
        let share = ours / (ours + theirs);
        let other = theirs / (ours + theirs);
        let steep = |power: i32| share.powi(power) / (share.powi(power) + other.powi(power));
        match self {
            Self::Linear => share,
            Self::Square => steep(2),
            Self::Quartic => steep(4),
            Self::Octic => steep(8),
            Self::Binary => ((2.1 * share - 1.0) / 0.1).clamp(LONG_SHOT, 1.0 - LONG_SHOT),
        }
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the expected values are exact")]
mod tests {
    use super::*;

    #[test]
    fn each_model_has_its_steepness() {
        let at = VictoryModel::ALL.map(|model| model.probability(2.0, 1.0));
        for (p, expected) in
            at.iter().zip([2.0 / 3.0, 0.8, 16.0 / 17.0, 256.0 / 257.0, 1.0 / 1.000_001])
        {
            assert!((p - expected).abs() < 1e-15, "{p} {expected}");
        }
    }

    #[test]
    fn the_two_sides_sum_to_one_and_a_tie_is_even() {
        for model in VictoryModel::ALL {
            for (ours, theirs) in [(1.0, 1.03), (1e-8, 3.0), (0.0, 1.0), (1e40, 1e39)] {
                let sum = model.probability(ours, theirs) + model.probability(theirs, ours);
                assert!((sum - 1.0).abs() < 1e-12, "{model:?} {ours} {theirs}");
            }
            assert!((model.probability(0.7, 0.7) - 0.5).abs() < 1e-15);
            assert_eq!(model.probability(0.0, 0.0), 0.5);
        }
    }

    #[test]
    fn the_binary_model_is_certain_from_ten_percent_on() {
        let binary = VictoryModel::Binary;
        assert_eq!(binary.probability(1.1, 1.0), binary.probability(50.0, 1.0));
        assert!((binary.probability(1.05, 1.0) - (2.1 * 1.05 / 2.05 - 1.0) / 0.1).abs() < 1e-12);
    }
}
