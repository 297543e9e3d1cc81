//! All that could be agreed: one choice an issue, its options or points of its scale.

use crate::model::{Issue, option_coordinate};

/// The list of outcomes of a scenario, numbered with the last issue fastest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// Choices of each issue.
    counts: Vec<usize>,
    /// Where the choices of each issue start in a row of all choices.
    starts: Vec<usize>,
    total: usize,
}

impl Outcomes {
    /// The outcomes of these issues.
    pub fn of(issues: &[Issue]) -> Self {
        let counts: Vec<usize> = issues.iter().map(Issue::choices).collect();
        Self::new(&counts)
    }

    /// The outcomes of issues with so many choices each, 2 or more.
    pub fn new(counts: &[usize]) -> Self {
        let counts = counts.to_vec();
        let starts = counts.iter().scan(0, |start, count| {
            let own = *start;
            *start += count;
            Some(own)
        });
        let starts = starts.collect();
        let total = counts.iter().product();
        Self { counts, starts, total }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.total
    }

    /// Is there none? Never so in a scenario.
    pub fn is_empty(&self) -> bool {
        self.total == 0
    }

    /// Choices of each issue.
    pub fn counts(&self) -> &[usize] {
        &self.counts
    }

    /// Where the choices of each issue start in a row of all choices of all issues.
    pub fn starts(&self) -> &[usize] {
        &self.starts
    }

    /// How many choices all issues have together.
    pub fn choices(&self) -> usize {
        self.counts.iter().sum()
    }

    /// What outcome `outcome` chooses on issue `issue`, counted from 0.
    pub fn choice(&self, outcome: usize, issue: usize) -> usize {
        let after: usize = self.counts[issue + 1..].iter().product();
        outcome / after % self.counts[issue]
    }

    /// What an outcome chooses, issue by issue.
    pub fn choose(&self, outcome: usize) -> Vec<usize> {
        (0..self.counts.len()).map(|issue| self.choice(outcome, issue)).collect()
    }

    /// The number of the outcome with these choices; `None` where they do not fit.
    pub fn number(&self, choices: &[usize]) -> Option<usize> {
        let fits = choices.len() == self.counts.len()
            && choices.iter().zip(&self.counts).all(|(choice, count)| choice < count);
        let number = |all, (&choice, &count): (&usize, &usize)| all * count + choice;
        fits.then(|| choices.iter().zip(&self.counts).fold(0, number))
    }

    /// The coordinate in [0, 1] of a choice of an issue: choices stand evenly spaced.
    pub fn coordinate(&self, issue: usize, choice: usize) -> f64 {
        option_coordinate(self.counts[issue], choice)
    }

    /// The coordinates of an outcome, into `text`.
    pub fn place(&self, outcome: usize, text: &mut Vec<f64>) {
        text.clear();
        let issues = 0..self.counts.len();
        text.extend(issues.map(|issue| self.coordinate(issue, self.choice(outcome, issue))));
    }

    /// Calls `told` with the place of every choice of an outcome in a row of all choices.
    pub(super) fn each_choice(&self, outcome: usize, mut told: impl FnMut(usize, usize)) {
        let mut rest = outcome;
        for issue in (0..self.counts.len()).rev() {
            told(issue, self.starts[issue] + rest % self.counts[issue]);
            rest /= self.counts[issue];
        }
    }
}
