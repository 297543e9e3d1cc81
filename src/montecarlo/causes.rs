//! A dense numbering of the causes of failure, so that counting one is adding to an array.

use crate::engine::Cause;

/// The numbering for a scenario of some parties and issues.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Causes {
    parties: usize,
    issues: usize,
}

impl Causes {
    pub(crate) fn new(parties: usize, issues: usize) -> Self {
        Self { parties, issues }
    }

    /// How many causes there are.
    pub(crate) fn count(self) -> usize {
        self.blocks() + self.pairs() * 3 + self.parties * self.pairs()
    }

    /// Where the causes with a party and an issue begin.
    fn blocks(self) -> usize {
        3 + 3 * self.parties
    }

    fn pairs(self) -> usize {
        self.parties * self.issues
    }

    /// The number of a cause.
    pub(crate) fn index(self, cause: Cause) -> usize {
        let pair = |party: usize, issue: usize| party * self.issues + issue;
        let blocks = self.blocks();
        match cause {
            Cause::Collapsed => 0,
            Cause::NeverTabled => 1,
            Cause::TimeRanOut => 2,
            Cause::VoteLost { party } => 3 + party,
            Cause::VoteFeared { party } => 3 + self.parties + party,
            Cause::DeadLetter { party } => 3 + 2 * self.parties + party,
            Cause::NoCommonGround { party, issue } => blocks + pair(party, issue),
            Cause::RedLine { party, issue } => blocks + self.pairs() + pair(party, issue),
            Cause::Short { party, issue } => blocks + 2 * self.pairs() + pair(party, issue),
            Cause::RedLinesCross { first, second, issue } => {
                blocks + 3 * self.pairs() + first * self.pairs() + pair(second, issue)
            }
        }
    }

    /// The cause of a number.
    pub(crate) fn cause(self, index: usize) -> Cause {
        let Some(rest) = index.checked_sub(self.blocks()) else {
            return match index {
                0 => Cause::Collapsed,
                1 => Cause::NeverTabled,
                2 => Cause::TimeRanOut,
                _ if index < 3 + self.parties => Cause::VoteLost { party: index - 3 },
                _ if index < 3 + 2 * self.parties => {
                    Cause::VoteFeared { party: index - 3 - self.parties }
                }
                _ => Cause::DeadLetter { party: index - 3 - 2 * self.parties },
            };
        };
        let pair = rest % self.pairs();
        let (party, issue) = (pair / self.issues, pair % self.issues);
        match rest / self.pairs() {
            0 => Cause::NoCommonGround { party, issue },
            1 => Cause::RedLine { party, issue },
            2 => Cause::Short { party, issue },
            block => Cause::RedLinesCross { first: block - 3, second: party, issue },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_one_cause_and_back() {
        let causes = Causes::new(3, 4);
        for index in 0..causes.count() {
            assert_eq!(causes.index(causes.cause(index)), index);
        }
    }
}
