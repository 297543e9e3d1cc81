//! The outcomes of a negotiation over issues with options.
//!
//! Outcomes are numbered lexicographically with the last issue fastest, as `NegMAS` and most tools of
//! the field do: with 2 and 3 options, outcome 4 is options (1, 1).

use super::DiscreteError;

/// The most outcomes that are enumerated.
pub const MAX_OUTCOMES: usize = 1_000_000;

/// All combinations of one option an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiscreteSpace {
    options: Vec<usize>,
    outcomes: usize,
}

impl DiscreteSpace {
    /// A space with this many options on each issue.
    ///
    /// # Errors
    /// No issue, an issue without options, more than [`MAX_OUTCOMES`] outcomes.
    pub fn new(options: Vec<usize>) -> Result<Self, DiscreteError> {
        if options.is_empty() {
            return Err(DiscreteError::NoIssues);
        }
        if let Some(issue) = options.iter().position(|&count| count == 0) {
            return Err(DiscreteError::NoOptions { issue });
        }
        let product = options.iter().try_fold(1_usize, |all, &count| all.checked_mul(count));
        match product.filter(|&outcomes| outcomes <= MAX_OUTCOMES) {
            Some(outcomes) => Ok(Self { options, outcomes }),
            None => Err(DiscreteError::TooManyOutcomes { limit: MAX_OUTCOMES }),
        }
    }

    /// How many options each issue has.
    pub fn issues(&self) -> &[usize] {
        &self.options
    }

    /// How many outcomes there are.
    pub fn outcomes(&self) -> usize {
        self.outcomes
    }

    /// The option taken on each issue, counted from 0, in outcome `outcome` (modulo their number).
    pub fn options(&self, outcome: usize) -> Vec<usize> {
        let mut rest = outcome;
        let mut options = vec![0; self.options.len()];
        for (option, &count) in options.iter_mut().zip(&self.options).rev() {
            *option = rest % count;
            rest /= count;
        }
        options
    }

    /// The number of the outcome with these options; `None` when they do not fit the space.
    pub fn outcome(&self, options: &[usize]) -> Option<usize> {
        let fits = options.len() == self.options.len()
            && options.iter().zip(&self.options).all(|(option, count)| option < count);
        let number = |all, (&option, &count): (&usize, &usize)| all * count + option;
        fits.then(|| options.iter().zip(&self.options).fold(0, number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_issue_is_fastest_and_numbers_go_round() {
        let space = DiscreteSpace::new(vec![2, 3, 2]).unwrap();
        assert_eq!(space.options(1), [0, 0, 1]);
        assert_eq!(space.options(11), [1, 2, 1]);
        for outcome in 0..space.outcomes() {
            assert_eq!(space.outcome(&space.options(outcome)), Some(outcome));
        }
        assert_eq!(space.outcome(&[0, 3, 0]), None);
        assert_eq!(space.outcome(&[0, 0]), None);
    }

    #[test]
    fn spaces_that_cannot_be_enumerated_are_refused() {
        assert_eq!(DiscreteSpace::new(vec![]), Err(DiscreteError::NoIssues));
        assert_eq!(DiscreteSpace::new(vec![2, 0]), Err(DiscreteError::NoOptions { issue: 1 }));
        for options in [vec![1001, 1000], vec![usize::MAX, 2]] {
            assert!(matches!(
                DiscreteSpace::new(options),
                Err(DiscreteError::TooManyOutcomes { .. })
            ));
        }
        assert_eq!(DiscreteSpace::new(vec![1000, 1000]).unwrap().outcomes(), MAX_OUTCOMES);
    }
}
