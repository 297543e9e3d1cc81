//! Which box of a trajectory to tell: dense enough, wide enough, and without restrictions that may be
//! chance.
//!
//! Coverage and density pull against each other and the choice is the reader's (Bryant & Lempert 2010,
//! who leave it to the eye). Unless told otherwise the densest box is taken that keeps half of the cases
//! of interest. Then, one at a time, the restriction with the largest quasi-p-value is lifted, as long
//! as that is above the level. Covering goes on outside of the box that was chosen.

use super::find::{Found, Phase, Search, Settings, Step};
use super::limits::{Limits, Restriction, Side};
use super::table::Table;
use crate::analysis::error::{AnalysisError, expect_share};

/// How a box is chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// Of the cases of interest that were left to the box, it must keep this share, in (0, 1); of
    /// such steps the densest is chosen.
    pub coverage: f64,
    /// Instead: the widest coverage of the steps with this density or more, where there is one.
    pub density: Option<f64>,
    /// Restrictions with a larger quasi-p-value are lifted, in (0, 1).
    pub quasi_p: f64,
}

impl Default for Choice {
    fn default() -> Self {
        Self { coverage: 0.5, density: None, quasi_p: 0.05 }
    }
}

/// A box to be told.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// The search it comes from.
    pub found: Found,
    /// The step of the trajectory that was chosen.
    pub step: usize,
    /// Restrictions of that step that were lifted, in order, each with its quasi-p-value then.
    pub lifted: Vec<Restriction>,
    /// The box itself: that step without them.
    pub told: Step,
    /// Did a step reach the density asked for? True where none was asked for.
    pub is_dense_enough: bool,
    /// The cases that were left when it was looked for, in rising order.
    pub remaining: Vec<usize>,
}

/// Boxes, one after the other, each among the cases outside of those before: `most` of them, or until
/// no case of interest is left, or a box narrows nothing (it is not among them).
///
/// # Errors
/// As [`boxes`](super::boxes); a share of the choice outside (0, 1).
pub fn chosen(
    table: &Table,
    settings: &Settings,
    choice: &Choice,
    most: usize,
) -> Result<Vec<Chosen>, AnalysisError> {
    expect_share("coverage", choice.coverage)?;
    expect_share("quasi-p-value", choice.quasi_p)?;
    let search = Search::new(table, settings)?;
    let mut remaining: Vec<usize> = (0..table.outcomes().len()).collect();
    let mut told = Vec::new();
    while told.len() < most {
        let left = table.sum_of_interest(&remaining, settings.threshold);
        if left == 0 {
            break;
        }
        let next = search.choose(choice, &remaining);
        if next.told.restricted == 0 {
            break;
        }
        let inside = table.within(&next.told.limits, &remaining);
        remaining.retain(|case| inside.binary_search(case).is_err());
        told.push(next);
    }
    Ok(told)
}

impl Search<'_> {
    /// The box to tell among the cases that are left.
    pub(super) fn choose(&self, choice: &Choice, remaining: &[usize]) -> Chosen {
        let (found, _) = self.one(remaining);
        let (step, is_dense_enough) = pick(&found.trajectory, choice);
        let mut told = found.trajectory[step].clone();
        let mut lifted = Vec::new();
        while let Some(weakest) = weakest(&told.restrictions, choice.quasi_p) {
            let limits = self.without(&told.limits, &weakest);
            let cases = self.table.within(&limits, remaining);
            told = self.step(Phase::Lift, &limits, &cases, remaining);
            lifted.push(weakest);
        }
        let remaining = remaining.to_vec();
        Chosen { found, step, lifted, told, is_dense_enough, remaining }
    }

    fn without(&self, limits: &[Limits], lifted: &Restriction) -> Vec<Limits> {
        let mut limits = limits.to_vec();
        let all = &self.table.all()[lifted.column];
        let own = &mut limits[lifted.column];
        match (&lifted.side, all, own) {
            (
                Side::AtLeast(_),
                Limits::Interval { low: least, .. },
                Limits::Interval { low, .. },
            ) => {
                *low = *least;
            }
            (
                Side::AtMost(_),
                Limits::Interval { high: most, .. },
                Limits::Interval { high, .. },
            ) => {
                *high = *most;
            }
            (_, all, own) => *own = all.clone(),
        }
        limits
    }
}

/// The step to tell, and whether it is as dense as was asked for.
fn pick(trajectory: &[Step], choice: &Choice) -> (usize, bool) {
    let whole = trajectory[0].coverage;
    if let Some(density) = choice.density {
        let dense = (0..trajectory.len()).filter(|&step| trajectory[step].density >= density);
        // Of equals the later, which is the denser.
        let widest =
            dense.max_by(|&a, &b| trajectory[a].coverage.total_cmp(&trajectory[b].coverage));
        if let Some(step) = widest {
            return (step, true);
        }
    }
    let kept = |step: &usize| trajectory[*step].coverage >= choice.coverage * whole;
    let denser = |a: &usize, b: &usize| {
        let (a, b) = (&trajectory[*a], &trajectory[*b]);
        // Of equals the wider, then the one with fewer restrictions.
        a.density
            .total_cmp(&b.density)
            .then(a.coverage.total_cmp(&b.coverage))
            .then(b.restricted.cmp(&a.restricted))
    };
    let step = (0..trajectory.len()).filter(kept).max_by(denser).unwrap_or(0);
    (step, choice.density.is_none())
}

/// The restriction that is most likely chance, if it is so likely.
fn weakest(restrictions: &[Restriction], level: f64) -> Option<Restriction> {
    let weak = restrictions.iter().filter(|restriction| restriction.quasi_p > level);
    weak.max_by(|a, b| a.quasi_p.total_cmp(&b.quasi_p)).cloned()
}

impl Table {
    /// How many of these cases are of interest.
    pub(super) fn sum_of_interest(&self, cases: &[usize], threshold: f64) -> usize {
        cases.iter().filter(|&&case| self.outcomes()[case] >= threshold).count()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Column;
    use super::*;
    use crate::analysis::design::latin_hypercube;
    use crate::stream::{Purpose, Seed, StreamKey};

    fn planted(inside: impl Fn(&[f64]) -> bool) -> Table {
        let key = StreamKey::new(Seed(3), Purpose::Design, "choose");
        let points = latin_hypercube(6, 1500, &key).unwrap();
        let outcomes = points.rows().map(|row| f64::from(u8::from(inside(row)))).collect();
        let column = |c: usize| Column::Real(points.rows().map(|row| row[c]).collect());
        Table::new((0..6).map(column).collect(), outcomes).unwrap()
    }

    #[test]
    fn two_planted_boxes_come_out_one_after_the_other() {
        let table = planted(|x| (x[0] > 0.6 && x[1] > 0.5) || (x[2] < 0.2 && x[3] < 0.4));
        let told = chosen(&table, &Settings::new(0.5), &Choice::default(), 5).unwrap();
        let columns = |at: usize| {
            let narrowed = told[at].told.restrictions.iter().map(|r| r.column);
            narrowed.collect::<std::collections::BTreeSet<_>>()
        };
        assert!(told.len() >= 2);
        assert_eq!(columns(0), [0, 1].into());
        assert_eq!(columns(1), [2, 3].into());
        assert!(told[0].told.density > 0.95 && told[0].told.coverage > 0.5);
    }

    #[test]
    fn a_density_asked_for_buys_coverage() {
        let table = planted(|x| x[0] > 0.7 && x[1] > 0.5);
        let with = |density| {
            let choice = Choice { density: Some(density), ..Choice::default() };
            chosen(&table, &Settings::new(0.5), &choice, 1).unwrap().remove(0)
        };
        let (loose, tight) = (with(0.4), with(0.9));
        assert!(loose.is_dense_enough && loose.found.trajectory[loose.step].density >= 0.4);
        assert!(loose.told.coverage >= tight.told.coverage);
        assert!(loose.told.density <= tight.told.density);
        let never = with(1.1);
        assert!(!never.is_dense_enough);
    }

    #[test]
    fn noise_is_no_box_of_many_restrictions() {
        let table = planted(|x| ((x[0] * 1e6) as u64).is_multiple_of(4));
        for told in chosen(&table, &Settings::new(0.5), &Choice::default(), 3).unwrap() {
            assert!(told.told.restrictions.iter().all(|r| r.quasi_p <= 0.05));
        }
    }
}
