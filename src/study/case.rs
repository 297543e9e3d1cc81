//! One case, from its number.

use super::resolve::{Study, options_of};
use crate::scenario::{Level, LoadOptions};

/// One scenario with one combination of values and one seed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Case {
    /// Its number.
    pub index: u64,
    /// Its combination of values; cases of other scenarios and replications have the same.
    pub point: u64,
    /// Index of its scenario.
    pub scenario: usize,
    /// Its replication, from 0.
    pub replication: u64,
    /// Its seed: the study's plus the replication, so that cases meet the same luck.
    pub seed: u64,
    /// The value of every factor.
    pub levels: Vec<Level>,
}

impl Study {
    /// The case of a number below [`Study::cases`].
    pub fn case(&self, index: u64) -> Case {
        let replications = self.play.replications;
        let (rest, replication) = (index / replications, index % replications);
        let points = self.points_of_scenario();
        let (scenario, point) = ((rest / points) as usize, rest % points);
        let mut values = vec![None; self.factors.len()];
        // The last axis changes fastest.
        let mut rest = point;
        for axis in self.axes.iter().rev() {
            axis.fill(rest % axis.len(), &mut values);
            rest /= axis.len();
        }
        Case {
            index,
            point,
            scenario,
            replication,
            seed: self.play.seed.wrapping_add(replication),
            levels: values.into_iter().flatten().collect(),
        }
    }

    /// What the case's scenario is loaded with.
    pub fn options(&self, case: &Case) -> LoadOptions {
        options_of(self.factors.iter().zip(&case.levels))
    }
}
