//! What a party learns of the others from what they ask for: a model by frequency.
//!
//! The model of the agent Smith (van Galen Last 2012, *Agent Smith: Opponent Model Estimation in Bilateral
//! Multi-issue Negotiation*; compared with others by Baarslag, Hendrikx, Hindriks & Jonker 2013,
//! *Predicting the Performance of Opponent Models in Automated Negotiation*). A choice of an issue is
//! worth how often it was asked for over how often the favourite was; an issue weighs how often its
//! favourite was asked for, over the sum of that for all issues. It takes no account of time.

use super::Outcomes;

/// How often every party has asked for every choice. Public: everybody hears the offers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Frequencies {
    /// `counts[party * choices + place]`.
    counts: Vec<u32>,
    /// Counts of the favourites, `favourites[party * issues + issue]`.
    favourites: Vec<u32>,
    choices: usize,
    issues: usize,
}

impl Frequencies {
    pub(super) fn clear(&mut self, parties: usize, outcomes: &Outcomes) {
        self.choices = outcomes.choices();
        self.issues = outcomes.counts().len();
        self.counts.clear();
        self.counts.resize(parties * self.choices, 0);
        self.favourites.clear();
        self.favourites.resize(parties * self.issues, 0);
    }

    /// A party has asked for an outcome.
    pub(super) fn hear(&mut self, party: usize, outcome: usize, outcomes: &Outcomes) {
        let row = &mut self.counts[party * self.choices..][..self.choices];
        let favourites = &mut self.favourites[party * self.issues..][..self.issues];
        outcomes.each_choice(outcome, |issue, place| {
            row[place] += 1;
            favourites[issue] = favourites[issue].max(row[place]);
        });
    }

    /// What an outcome is thought to be worth to a party, in [0, 1]; 0 before its first offer.
    pub(super) fn estimate(&self, party: usize, outcome: usize, outcomes: &Outcomes) -> f64 {
        let row = &self.counts[party * self.choices..][..self.choices];
        let favourites = &self.favourites[party * self.issues..][..self.issues];
        let weights: u32 = favourites.iter().sum();
        // w_i v_i = (favourite / weights) · (count / favourite): the favourite cancels.
        let mut asked = 0;
        outcomes.each_choice(outcome, |_, place| asked += row[place]);
        if weights == 0 { 0.0 } else { f64::from(asked) / f64::from(weights) }
    }

    /// What an issue is thought to weigh with a party, in [0, 1]; 0 before its first offer.
    pub(super) fn weight(&self, party: usize, issue: usize) -> f64 {
        let favourites = &self.favourites[party * self.issues..][..self.issues];
        let sum: u32 = favourites.iter().sum();
        if sum == 0 { 0.0 } else { f64::from(favourites[issue]) / f64::from(sum) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_more_often_is_liked_more() {
        let outcomes = Outcomes::new(&[3, 2]);
        let mut heard = Frequencies::default();
        heard.clear(2, &outcomes);
        assert!(heard.estimate(1, 0, &outcomes) <= 0.0);
        for choices in [[2, 0], [2, 1], [2, 0], [1, 0]] {
            heard.hear(1, outcomes.number(&choices).unwrap(), &outcomes);
        }
        let estimate =
            |choices: [usize; 2]| heard.estimate(1, outcomes.number(&choices).unwrap(), &outcomes);
        // Both issues weigh ½; values are 0, ⅓, 1 and 1, ⅓.
        assert!((estimate([2, 0]) - 1.0).abs() < 1e-15);
        assert!((estimate([1, 1]) - 1.0 / 3.0).abs() < 1e-15);
        assert!((estimate([0, 0]) - 0.5).abs() < 1e-15);
        assert!((heard.weight(1, 0) - 0.5).abs() < 1e-15);
        assert!(heard.weight(0, 0) <= 0.0);
    }
}
