//! The search: peeling, pasting, covering.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::objective::{Objective, Totals};
use super::paste::pastes;
use super::peel::{Candidate, best, peels};
use super::quasi_p::{Counts, restrictions};
use super::table::Table;
use super::{Limits, Restriction};
use crate::analysis::error::{AnalysisError, expect_at_least, expect_finite, expect_share};

/// How boxes are looked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// What the next slice maximises.
    pub objective: Objective,
    /// α of peeling: about this share of the box's cases is cut off at a time, in (0, 1).
    pub peel_share: f64,
    /// The same of pasting, in (0, 1).
    pub paste_share: f64,
    /// The least share of the table's cases that a box may hold, in (0, 1).
    pub minimum_mass: f64,
    /// Cases with an outcome of this or more are of interest, and a box counts when its mean outcome
    /// is this or more. With outcomes 0 and 1: the density asked for, in (0, 1].
    pub threshold: f64,
    /// Is there pasting after peeling?
    pub pasting: bool,
}

impl Settings {
    /// The workbench's settings: [`Objective::Lenient1`], shares and minimum mass of 0.05, pasting.
    pub fn new(threshold: f64) -> Self {
        Self {
            objective: Objective::Lenient1,
            peel_share: 0.05,
            paste_share: 0.05,
            minimum_mass: 0.05,
            threshold,
            pasting: true,
        }
    }
}

/// A box and how it was reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// From all cases that were left to the box, one slice a step; the box is the last. Steps before
    /// it trade density for coverage.
    pub trajectory: Vec<Step>,
    /// Does its mean outcome reach the threshold? If not, it is the last of a search.
    pub meets_threshold: bool,
}

impl Found {
    /// The box itself: the last step.
    ///
    /// # Panics
    /// Never: a trajectory has a first step.
    pub fn chosen(&self) -> &Step {
        &self.trajectory[self.trajectory.len() - 1]
    }
}

/// A box on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What the step did.
    pub phase: Phase,
    /// The box, column by column.
    pub limits: Vec<Limits>,
    /// Share of all of the table's cases of interest that it holds, in [0, 1].
    pub coverage: f64,
    /// Share of its cases that are of interest, in [0, 1].
    pub density: f64,
    /// Share of the table's cases that it holds, in (0, 1].
    pub mass: f64,
    /// Mean outcome inside.
    pub mean: f64,
    /// Number of cases inside.
    pub cases: usize,
    /// Number of cases of interest inside.
    pub of_interest: usize,
    /// Number of columns narrowed.
    pub restricted: usize,
    /// What narrows them, with quasi-p-values.
    pub restrictions: Vec<Restriction>,
}

/// What a step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Nothing: all cases that were left.
    Start,
    /// Cut a slice off.
    Peel,
    /// Put a slice back.
    Paste,
    /// Lifted restrictions that may be chance.
    #[serde(rename = "drop")]
    Lift,
}

/// Boxes, one after the other, each among the cases outside of those before: `most` of them, or until
/// one misses the threshold (it is the last) or no case is left.
///
/// # Errors
/// A share outside (0, 1); a threshold that is not finite; no case of interest.
pub fn boxes(table: &Table, settings: &Settings, most: usize) -> Result<Vec<Found>, AnalysisError> {
    let search = Search::new(table, settings)?;
    let mut remaining: Vec<usize> = (0..table.outcomes().len()).collect();
    let mut found = Vec::new();
    while found.len() < most && !remaining.is_empty() {
        let (next, inside) = search.one(&remaining);
        let go_on = next.meets_threshold;
        found.push(next);
        if !go_on {
            break;
        }
        // Both are in rising order.
        remaining.retain(|case| inside.binary_search(case).is_err());
    }
    Ok(found)
}

/// A search in a table, in which so many cases are of interest.
pub(super) struct Search<'a> {
    pub(super) table: &'a Table,
    pub(super) settings: &'a Settings,
    pub(super) of_interest: usize,
}

impl<'a> Search<'a> {
    /// Errors are those of [`boxes`].
    pub(super) fn new(table: &'a Table, settings: &'a Settings) -> Result<Self, AnalysisError> {
        expect_share("share peeled", settings.peel_share)?;
        expect_share("share pasted", settings.paste_share)?;
        expect_share("minimum mass", settings.minimum_mass)?;
        expect_finite("threshold", &[settings.threshold])?;
        let counts = Counts::of(table, 0..table.outcomes().len(), settings.threshold);
        expect_at_least("cases of interest", 1, counts.of_interest)?;
        Ok(Self { table, settings, of_interest: counts.of_interest })
    }

    /// One box among the cases that are left, and its cases.
    pub(super) fn one(&self, remaining: &[usize]) -> (Found, Vec<usize>) {
        let mut limits = self.table.all().to_vec();
        let mut cases = remaining.to_vec();
        let mut trajectory = vec![self.step(Phase::Start, &limits, &cases, remaining)];
        while let Some(next) = self.peel(&limits, &cases) {
            limits[next.column] = next.limits;
            let (kept, values) = (&limits[next.column], &self.table.columns()[next.column]);
            cases.retain(|&case| kept.hold(values.number(case)));
            trajectory.push(self.step(Phase::Peel, &limits, &cases, remaining));
        }
        while let Some(next) = self.paste(&limits, &cases, remaining) {
            limits[next.column] = next.limits;
            cases = self.table.within(&limits, remaining);
            trajectory.push(self.step(Phase::Paste, &limits, &cases, remaining));
        }
        let meets_threshold = self.totals(&cases).mean() >= self.settings.threshold;
        (Found { trajectory, meets_threshold }, cases)
    }

    fn totals(&self, cases: &[usize]) -> Totals {
        Totals { cases: cases.len(), sum: self.table.sum(cases.iter().copied()) }
    }

    fn has_mass(&self, cases: usize) -> bool {
        cases as f64 / self.table.outcomes().len() as f64 >= self.settings.minimum_mass
    }

    /// The best slice, if it is worth it and leaves enough.
    fn peel(&self, limits: &[Limits], cases: &[usize]) -> Option<Candidate> {
        let old = self.totals(cases);
        let candidates = peels(self.table, limits, cases, self.settings.peel_share);
        let (value, next) = best(self.table, limits, self.settings.objective, old, candidates)?;
        let smaller = next.totals.cases < old.cases;
        (value > 0.0 && smaller && self.has_mass(next.totals.cases)).then_some(next)
    }

    /// The best slice, if it makes the box larger and denser.
    fn paste(&self, limits: &[Limits], cases: &[usize], remaining: &[usize]) -> Option<Candidate> {
        if !self.settings.pasting {
            return None;
        }
        let old = self.totals(cases);
        let candidates = pastes(self.table, limits, remaining, self.settings.paste_share);
        let (value, next) = best(self.table, limits, self.settings.objective, old, candidates)?;
        let better = next.totals.cases > old.cases && next.totals.mean() > old.mean();
        (value > 0.0 && better && self.has_mass(next.totals.cases)).then_some(next)
    }

    pub(super) fn step(
        &self,
        phase: Phase,
        limits: &[Limits],
        cases: &[usize],
        remaining: &[usize],
    ) -> Step {
        let threshold = self.settings.threshold;
        let counts = Counts::of(self.table, cases.iter().copied(), threshold);
        let n = counts.cases as f64;
        Step {
            phase,
            limits: limits.to_vec(),
            coverage: counts.of_interest as f64 / self.of_interest as f64,
            density: counts.of_interest as f64 / n,
            mass: n / self.table.outcomes().len() as f64,
            mean: self.totals(cases).mean(),
            cases: counts.cases,
            of_interest: counts.of_interest,
            restricted: self.table.restricted(limits).len(),
            restrictions: restrictions(self.table, limits, remaining, counts, threshold),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Column, Side};
    use super::*;
    use crate::analysis::Points;
    use crate::analysis::design::{latin_hypercube, random};
    use crate::stream::{Purpose, Seed, StreamKey};
    use proptest::prelude::*;

    fn key(seed: u64) -> StreamKey {
        StreamKey::new(Seed(seed), Purpose::Design, "prim")
    }

    fn real(points: &Points, column: usize) -> Column {
        Column::Real(points.rows().map(|row| row[column]).collect())
    }

    fn interval(limits: &Limits) -> (f64, f64) {
        match limits {
            Limits::Interval { low, high } => (*low, *high),
            Limits::Categories(_) => panic!(),
        }
    }

    #[test]
    fn a_planted_box_is_found() {
        let points = latin_hypercube(5, 2000, &key(1)).unwrap();
        let inside = |row: &[f64]| row[0] > 0.6 && (0.2..0.7).contains(&row[3]);
        let outcomes = points.rows().map(|row| f64::from(u8::from(inside(row)))).collect();
        let table = Table::new((0..5).map(|c| real(&points, c)).collect(), outcomes).unwrap();
        let found = boxes(&table, &Settings::new(0.8), 1).unwrap();
        let chosen = found[0].chosen();
        assert!(found[0].meets_threshold && chosen.density > 0.97 && chosen.coverage > 0.9);
        assert_eq!(chosen.restricted, 2);
        let ((low, _), (from, to)) = (interval(&chosen.limits[0]), interval(&chosen.limits[3]));
        // Slices are about 5% of what is left.
        assert!((low - 0.6).abs() < 0.03, "{low}");
        assert!((from - 0.2).abs() < 0.03 && (to - 0.7).abs() < 0.03, "{from}–{to}");
        let sides: Vec<_> = chosen.restrictions.iter().map(|r| (r.column, &r.side)).collect();
        assert!(matches!(
            sides[..],
            [(0, Side::AtLeast(_)), (3, Side::AtLeast(_)), (3, Side::AtMost(_))]
        ));
        assert!(chosen.restrictions.iter().all(|restriction| restriction.quasi_p < 1e-10));
    }

    #[test]
    fn two_boxes_are_covered_one_after_the_other() {
        let points = random(3, 3000, &key(2)).unwrap();
        let large = |row: &[f64]| row[0] < 0.4 && row[1] < 0.5;
        let small = |row: &[f64]| row[0] > 0.7 && row[2] > 0.6;
        let outcomes =
            points.rows().map(|row| f64::from(u8::from(large(row) || small(row)))).collect();
        let table = Table::new((0..3).map(|c| real(&points, c)).collect(), outcomes).unwrap();
        let found = boxes(&table, &Settings::new(0.75), 5).unwrap();
        let good: Vec<&Step> =
            found.iter().filter(|f| f.meets_threshold).map(Found::chosen).collect();
        assert_eq!(good.len(), 2);
        assert!(good.iter().map(|step| step.coverage).sum::<f64>() > 0.85);
        assert!(interval(&good[0].limits[0]).1 < 0.45 && interval(&good[1].limits[0]).0 > 0.65);
        // The third misses the threshold and ends the search.
        assert_eq!(found.len(), 3);
        // Later boxes start at what is left, as shares of the whole.
        assert!((found[1].trajectory[0].mass + good[0].mass - 1.0).abs() < 1e-12);
    }

    #[test]
    fn categories_and_whole_numbers_are_cut_where_they_should() {
        let points = random(3, 2000, &key(3)).unwrap();
        let category = |row: &[f64]| (row[0] * 4.0) as usize;
        let whole = |row: &[f64]| (row[1] * 10.0) as i64;
        let of_interest =
            |row: &[f64]| [0, 2].contains(&category(row)) && (3..=6).contains(&whole(row));
        let outcomes = points.rows().map(|row| f64::from(u8::from(of_interest(row)))).collect();
        let columns = vec![
            Column::Categorical(points.rows().map(category).collect()),
            Column::Integer(points.rows().map(whole).collect()),
            real(&points, 2),
        ];
        let table = Table::new(columns, outcomes).unwrap();
        let found = boxes(&table, &Settings::new(0.9), 1).unwrap();
        let chosen = found[0].chosen();
        assert_eq!(chosen.limits[0], Limits::Categories(vec![0, 2]));
        assert_eq!(chosen.limits[1], Limits::Interval { low: 3.0, high: 6.0 });
        assert!((chosen.density - 1.0).abs() <= 0.0 && (chosen.coverage - 1.0).abs() <= 0.0);
        assert_eq!(chosen.restrictions.len(), 3);
        assert_eq!(chosen.restrictions[0].side, Side::OneOf(vec![0, 2]));
    }

    #[test]
    fn equal_slices_leave_columns_free_and_go_to_the_first() {
        // Both columns are the same: the second is never needed.
        let values: Vec<f64> = (0..200).map(f64::from).collect();
        let outcomes = values.iter().map(|&x| f64::from(u8::from(x >= 150.0))).collect();
        let columns = vec![Column::Real(values.clone()), Column::Real(values)];
        let table = Table::new(columns, outcomes).unwrap();
        let found = boxes(&table, &Settings::new(0.9), 1).unwrap();
        assert_eq!(found[0].chosen().restricted, 1);
        assert!(interval(&found[0].chosen().limits[0]).0 > 140.0);
    }

    #[test]
    fn peeling_stops_at_the_minimum_mass() {
        let points = random(2, 1000, &key(4)).unwrap();
        let outcomes = points.rows().map(|row| row[0]).collect();
        let table = Table::new(vec![real(&points, 0), real(&points, 1)], outcomes).unwrap();
        for objective in [Objective::Lenient1, Objective::Lenient2, Objective::Original] {
            let settings = Settings { objective, minimum_mass: 0.2, ..Settings::new(0.5) };
            let found = boxes(&table, &settings, 1).unwrap();
            let chosen = found[0].chosen();
            assert!((0.2..0.23).contains(&chosen.mass), "{objective:?} {}", chosen.mass);
            assert!(chosen.mean > 0.85, "{objective:?} {}", chosen.mean);
        }
    }

    #[test]
    fn outcomes_that_do_not_vary_leave_the_box_as_it_is() {
        let table = Table::new(vec![Column::Real(vec![1.0, 2.0, 3.0])], vec![1.0; 3]).unwrap();
        let found = boxes(&table, &Settings::new(0.5), 3).unwrap();
        assert_eq!((found.len(), found[0].trajectory.len()), (1, 1));
        assert_eq!(found[0].chosen().restrictions, []);
        let none = Table::new(vec![Column::Real(vec![1.0, 2.0])], vec![0.0; 2]).unwrap();
        assert!(boxes(&none, &Settings::new(0.5), 1).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn steps_say_what_their_boxes_hold(
            rows in prop::collection::vec((0.0_f64..1.0, 0_i64..5, 0_usize..3, 0_u8..2), 20..120),
        ) {
            let outcomes: Vec<f64> = rows.iter().map(|row| f64::from(row.3)).collect();
            prop_assume!(outcomes.contains(&1.0));
            let columns = vec![
                Column::Categorical(rows.iter().map(|row| row.2).collect()),
                Column::Real(rows.iter().map(|row| row.0).collect()),
                Column::Integer(rows.iter().map(|row| row.1).collect()),
            ];
            let table = Table::new(columns, outcomes.clone()).unwrap();
            let found = boxes(&table, &Settings::new(0.7), 1).unwrap();
            let mut before = None;
            for step in &found[0].trajectory {
                let inside: Vec<usize> = (0..rows.len())
                    .filter(|&case| {
                        let columns = table.columns().iter().zip(&step.limits);
                        columns.into_iter().all(|(c, limits)| limits.hold(c.number(case)))
                    })
                    .collect();
                prop_assert_eq!(inside.len(), step.cases);
                let of_interest = inside.iter().filter(|&&case| outcomes[case] >= 1.0).count();
                prop_assert_eq!(of_interest, step.of_interest);
                prop_assert!((step.density - of_interest as f64 / step.cases as f64).abs() < 1e-12);
                prop_assert!((step.mean - step.density).abs() < 1e-12);
                prop_assert!(step.mass >= 0.05);
                prop_assert!(step.restrictions.iter().all(|r| (0.0..=1.0).contains(&r.quasi_p)));
                if let Some(mean) = before {
                    prop_assert!(step.mean > mean, "every slice raises the mean");
                }
                before = Some(step.mean);
            }
        }
    }

    #[test]
    fn what_means_nothing_is_refused() {
        let column = || Column::Real(vec![1.0, 2.0]);
        assert!(Table::new(vec![], vec![1.0]).is_err());
        assert!(Table::new(vec![column()], vec![]).is_err());
        assert!(Table::new(vec![column()], vec![1.0; 3]).is_err());
        assert!(Table::new(vec![column()], vec![f64::NAN, 1.0]).is_err());
        assert!(Table::new(vec![Column::Real(vec![f64::NAN, 1.0])], vec![0.0, 1.0]).is_err());
        let table = Table::new(vec![column()], vec![0.0, 1.0]).unwrap();
        let usual = Settings::new(0.5);
        assert!(boxes(&table, &Settings { peel_share: 0.0, ..usual }, 1).is_err());
        assert!(boxes(&table, &Settings { paste_share: 1.0, ..usual }, 1).is_err());
        assert!(boxes(&table, &Settings { minimum_mass: -0.1, ..usual }, 1).is_err());
        assert!(boxes(&table, &Settings { threshold: f64::NAN, ..usual }, 1).is_err());
    }
}
