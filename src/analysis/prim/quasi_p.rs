//! Which restrictions of a box matter: quasi-p-values.

use super::limits::{Limits, Restriction, Side};
use super::table::Table;
use crate::prior::beta_cdf;

/// Cases, and cases of interest among them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Counts {
    pub(super) cases: usize,
    pub(super) of_interest: usize,
}

impl Counts {
    pub(super) fn of(table: &Table, cases: impl Iterator<Item = usize>, threshold: f64) -> Self {
        cases.fold(Self { cases: 0, of_interest: 0 }, |counts, case| Self {
            cases: counts.cases + 1,
            of_interest: counts.of_interest + usize::from(table.outcomes()[case] >= threshold),
        })
    }
}

/// P(X ≥ successes) of a binomial variate, by the incomplete beta function.
fn binomial_upper_tail(successes: usize, trials: usize, share: f64) -> f64 {
    if successes == 0 || share >= 1.0 {
        return 1.0;
    }
    if share <= 0.0 {
        return 0.0;
    }
    beta_cdf(successes as f64, (trials - successes + 1) as f64, share)
}

/// The restrictions of a box, each with its quasi-p-value among the cases that were left when it
/// was looked for: by column, lower limits before upper ones.
pub(super) fn restrictions(
    table: &Table,
    limits: &[Limits],
    remaining: &[usize],
    inside: Counts,
    threshold: f64,
) -> Vec<Restriction> {
    let restricted = table.restricted(limits);
    let mut found = Vec::new();
    let mut without = limits.to_vec();
    for &column in &restricted {
        let mut lift = |lifted: Limits, side: Side| {
            without[column] = lifted;
            let held =
                remaining.iter().copied().filter(|&case| table.holds(&without, &restricted, case));
            let counts = Counts::of(table, held, threshold);
            let share = counts.of_interest as f64 / counts.cases.max(1) as f64;
            let quasi_p = binomial_upper_tail(inside.of_interest, inside.cases, share);
            without[column] = limits[column].clone();
            found.push(Restriction { column, side, quasi_p });
        };
        match (&limits[column], &table.all()[column]) {
            (&Limits::Interval { low, high }, &Limits::Interval { low: least, high: most }) => {
                if low > least {
                    lift(Limits::Interval { low: least, high }, Side::AtLeast(low));
                }
                if high < most {
                    lift(Limits::Interval { low, high: most }, Side::AtMost(high));
                }
            }
            (Limits::Categories(kept), all) => lift(all.clone(), Side::OneOf(kept.clone())),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_are_those_of_the_binomial_distribution() {
        // P(X ≥ 8), n = 10, p = ½: 56/1024.
        assert!((binomial_upper_tail(8, 10, 0.5) - 56.0 / 1024.0).abs() < 1e-14);
        assert!((binomial_upper_tail(10, 10, 0.5) - 1.0 / 1024.0).abs() < 1e-16);
        assert!((binomial_upper_tail(0, 10, 0.5) - 1.0).abs() <= 0.0);
        assert!((binomial_upper_tail(5, 5, 1.0) - 1.0).abs() <= 0.0);
    }
}
