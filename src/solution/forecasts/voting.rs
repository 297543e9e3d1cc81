//! Voting rules: how hard an actor pushes for one option over another.
//!
//! `v = w f(u(a) − u(b))`, with w the actor's weight and u its utilities in [−1, 1]; the rules and
//! names are those of the KTAB toolkit's spatial model of politics (KAPSARC Toolkit for Behavioral
//! Analysis, 2016). Positive votes are for a, negative ones for b.

/// How a difference in utility turns into effort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VotingRule {
    /// Effort in proportion to the stake: `f(x) = x`.
    #[default]
    Proportional,
    /// All or nothing: `f(x) = x / 10⁻⁸`, cut off at ±1.
    Binary,
    /// `0.8 x` plus 0.2 of [`VotingRule::Binary`].
    PropBin,
    /// Small stakes hardly move anybody: `f(x) = x³`.
    Cubic,
    /// `0.5 x + 0.5 x³`.
    PropCbc,
    /// Losses count in full, gains for two thirds: `f(x) = x` below 0, `2x/3` above.
    ASymProsp,
}

/// Difference in utility at which the binary vote is complete.
const BINARY_WIDTH: f64 = 1e-8;

impl VotingRule {
    /// All rules, in the order of the documentation.
    pub const ALL: [Self; 6] = [
        Self::Proportional,
        Self::Binary,
        Self::PropBin,
        Self::Cubic,
        Self::PropCbc,
        Self::ASymProsp,
    ];

    /// Votes of an actor of this weight for an option that gives it `stake` more utility than the
    /// other; in the unit of the weight, negative when the other is better.
    pub fn votes(self, weight: f64, stake: f64) -> f64 {
        let binary = (stake / BINARY_WIDTH).clamp(-1.0, 1.0);
        let cubic = stake * stake * stake;
        let effort = match self {
            Self::Proportional => stake,
            Self::Binary => binary,
            Self::PropBin => 0.8 * stake + 0.2 * binary,
            Self::Cubic => cubic,
            Self::PropCbc => 0.5 * stake + 0.5 * cubic,
            Self::ASymProsp if stake < 0.0 => stake,
            Self::ASymProsp => 2.0 * stake / 3.0,
        };
        weight * effort
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the expected values are exact")]
mod tests {
    use super::*;

    #[test]
    fn each_rule_has_its_formula() {
        let at = |stake| VotingRule::ALL.map(|rule| rule.votes(2.0, stake));
        assert_eq!(at(0.5), [1.0, 2.0, 2.0 * (0.4 + 0.2), 0.25, 0.625, 2.0 / 3.0]);
        assert_eq!(at(-0.5), [-1.0, -2.0, -2.0 * (0.4 + 0.2), -0.25, -0.625, -1.0]);
        assert_eq!(at(0.0), [0.0; 6]);
    }

    #[test]
    fn the_binary_vote_is_graded_only_near_a_tie() {
        assert_eq!(VotingRule::Binary.votes(1.0, 5e-9), 0.5);
        assert_eq!(VotingRule::Binary.votes(1.0, 1e-7), 1.0);
    }
}
