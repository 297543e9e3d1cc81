//! Peeling: the slices that can be cut off a box, and the best of them.

use super::Limits;
use super::objective::{Objective, Totals};
use super::table::{Column, Table};

/// A box that differs from the one before in one column.
pub(super) struct Candidate {
    pub(super) column: usize,
    pub(super) limits: Limits,
    pub(super) totals: Totals,
}

/// Are two numbers equal? Numbers of the data, or halfway between: 0 and −0 are the same.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 0.0
}

/// The quantile of sorted numbers as in sdtoolkit: the middle of the two order statistics around it,
/// of which the outer one moves until they differ, so that a limit never cuts through a tie.
pub(super) fn quantile(sorted: &[f64], share: f64) -> f64 {
    let position = (sorted.len() - 1) as f64 * share;
    let (mut lower, mut higher) = (position.floor() as usize, position.ceil() as usize);
    let tied = |lower: usize, higher: usize| same(sorted[lower], sorted[higher]);
    if share > 0.5 {
        while tied(lower, higher) && lower > 0 {
            lower -= 1;
        }
    } else {
        while tied(lower, higher) && higher < sorted.len() - 1 {
            higher += 1;
        }
    }
    f64::midpoint(sorted[lower], sorted[higher])
}

/// The best of candidates: the largest objective, of equals the one that leaves more columns free,
/// of these the first.
pub(super) fn best(
    table: &Table,
    limits: &[Limits],
    objective: Objective,
    old: Totals,
    candidates: Vec<Candidate>,
) -> Option<(f64, Candidate)> {
    let mut best: Option<(f64, i8, Candidate)> = None;
    for candidate in candidates {
        let Candidate { column, limits: next, totals } = &candidate;
        let value = objective.value(old, *totals);
        // All other columns stay as they are: by how many more is the box narrowed?
        let more = i8::from(table.is_restricted(*column, next))
            - i8::from(table.is_restricted(*column, &limits[*column]));
        let wins = best
            .as_ref()
            .is_none_or(|(most, fewest, _)| value > *most || (value >= *most && more < *fewest));
        if wins {
            best = Some((value, more, candidate));
        }
    }
    best.map(|(value, _, candidate)| (value, candidate))
}

/// Every slice that can be peeled off the box with these cases: two of a numeric column, one of
/// each category.
pub(super) fn peels(
    table: &Table,
    limits: &[Limits],
    cases: &[usize],
    share: f64,
) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let mut sorted = Vec::with_capacity(cases.len());
    for &column in table.by_kind() {
        match (&table.columns()[column], &limits[column]) {
            (_, Limits::Categories(kept)) if kept.len() < 2 => {}
            (values, Limits::Categories(kept)) => {
                for &out in kept {
                    let rest = kept.iter().copied().filter(|&category| category != out).collect();
                    let limits = Limits::Categories(rest);
                    let totals = totals(table, values, &limits, cases);
                    candidates.push(Candidate { column, limits, totals });
                }
            }
            (values, &Limits::Interval { low, high }) => {
                sorted.clear();
                sorted.extend(cases.iter().map(|&case| values.number(case)));
                sorted.sort_unstable_by(f64::total_cmp);
                let cut = match values {
                    Column::Integer(_) => whole_cuts(&sorted, share, (low, high)),
                    _ => (Some(quantile(&sorted, share)), Some(quantile(&sorted, 1.0 - share))),
                };
                let upper = cut.1.map(|high| Limits::Interval { low, high });
                let lower = cut.0.map(|low| Limits::Interval { low, high });
                for limits in [upper, lower].into_iter().flatten() {
                    let totals = totals(table, values, &limits, cases);
                    candidates.push(Candidate { column, limits, totals });
                }
            }
        }
    }
    candidates
}

fn totals(table: &Table, values: &Column, limits: &Limits, cases: &[usize]) -> Totals {
    let mut totals = Totals::default();
    for &case in cases {
        if limits.hold(values.number(case)) {
            totals.add(table.outcomes()[case]);
        }
    }
    totals
}

/// The new lower and upper limit of a column of whole numbers: the quantile without its fraction, or
/// the next number inside where that is the limit already; then the outermost number of the data.
/// None where nothing would be left.
fn whole_cuts(sorted: &[f64], share: f64, (low, high): (f64, f64)) -> (Option<f64>, Option<f64>) {
    let upper = quantile(sorted, 1.0 - share).trunc();
    let below = |x: &&f64| if same(upper, high) { **x < high } else { **x <= upper };
    let lower = quantile(sorted, share).trunc();
    let above = |x: &&f64| if same(lower, low) { **x > low } else { **x >= lower };
    (sorted.iter().find(above).copied(), sorted.iter().rev().find(below).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_falls_between_different_numbers() {
        let numbers: Vec<f64> = (0..=20).map(f64::from).collect();
        // Position 1: both order statistics are 1, so the outer one moves in to 2.
        assert!((quantile(&numbers, 0.05) - 1.5).abs() < 1e-12);
        assert!((quantile(&numbers, 0.95) - 18.5).abs() < 1e-12);
        assert!((quantile(&[0.0, 0.0, 0.0, 4.0], 0.05) - 2.0).abs() < 1e-12);
        assert!((quantile(&[0.0, 4.0, 4.0, 4.0], 0.95) - 2.0).abs() < 1e-12);
        assert!((quantile(&[3.0; 5], 0.05) - 3.0).abs() < 1e-12);
    }

    #[test]
    fn whole_numbers_are_cut_at_numbers_of_the_data() {
        let cuts = |numbers: &[f64], limits| whole_cuts(numbers, 0.05, limits);
        // Lower quantile 0.5 → 0, which is the limit: next is 1. Upper 3.5 → 3.
        assert_eq!(cuts(&[0.0, 1.0, 2.0, 3.0, 4.0], (0.0, 4.0)), (Some(1.0), Some(3.0)));
        // The quantile −0.5 without its fraction is 0, which is the limit.
        assert_eq!(cuts(&[-1.0, 0.0, 0.0, 0.0], (-1.0, 0.0)), (Some(0.0), Some(-1.0)));
        // A gap in the data.
        assert_eq!(cuts(&[0.0, 5.0, 9.0], (0.0, 9.0)), (Some(5.0), Some(5.0)));
        // One number only: nothing to cut.
        assert_eq!(cuts(&[2.0, 2.0], (2.0, 2.0)), (None, None));
    }
}
