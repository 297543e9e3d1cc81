//! Pasting: the slices that can be put back on a box.

use super::Limits;
use super::objective::Totals;
use super::peel::{Candidate, quantile};
use super::table::{Column, Table};

/// Every slice that can be pasted to the box, from all cases that are left: two of a restricted
/// numeric column, one of each category left out.
pub(super) fn pastes(
    table: &Table,
    limits: &[Limits],
    remaining: &[usize],
    share: f64,
) -> Vec<Candidate> {
    let restricted = table.restricted(limits);
    let mut candidates = Vec::new();
    for &column in table.by_kind().iter().filter(|column| restricted.contains(column)) {
        // What all other columns allow.
        let others: Vec<usize> = restricted.iter().copied().filter(|&c| c != column).collect();
        let eligible: Vec<usize> =
            remaining.iter().copied().filter(|&case| table.holds(limits, &others, case)).collect();
        let values = &table.columns()[column];
        let options: Vec<Limits> = match (&limits[column], &table.all()[column]) {
            (Limits::Categories(kept), Limits::Categories(all)) => {
                let missing = all.iter().filter(|&category| !kept.contains(category));
                missing
                    .map(|&category| {
                        let mut more = kept.clone();
                        more.push(category);
                        more.sort_unstable();
                        Limits::Categories(more)
                    })
                    .collect()
            }
            (&Limits::Interval { low, high }, &Limits::Interval { low: least, high: most }) => {
                let whole = matches!(values, Column::Integer(_));
                let further = |from: f64, to: f64, share: f64, empty: f64| {
                    let mut sorted: Vec<f64> = eligible
                        .iter()
                        .map(|&case| values.number(case))
                        .filter(|&number| from <= number && number <= to)
                        .collect();
                    sorted.sort_unstable_by(f64::total_cmp);
                    if sorted.is_empty() { empty } else { quantile(&sorted, share) }
                };
                let down = further(least, low, 1.0 - share, least);
                let up = further(high, most, share, most);
                // A whole number inside, with the same cases.
                let (down, up) = if whole { (down.ceil(), up.floor()) } else { (down, up) };
                vec![Limits::Interval { low: down, high }, Limits::Interval { low, high: up }]
            }
            _ => Vec::new(),
        };
        for limits in options {
            let mut totals = Totals::default();
            for &case in &eligible {
                if limits.hold(values.number(case)) {
                    totals.add(table.outcomes()[case]);
                }
            }
            candidates.push(Candidate { column, limits, totals });
        }
    }
    candidates
}
