//! Combinations of options: one option on every issue that has them.
//!
//! What a combination is worth to anybody is a sum over issues, so one that another beats for
//! everybody stays beaten whatever is added to both: only undominated ones are kept, issue by issue.
//! That leaves few of many. Losses are sums, so they are compared up to [`ROUNDING`].

use crate::math::ROUNDING;

/// The undominated combinations, in lexicographic order of their options. Buffers are kept when it is
/// cleared.
#[derive(Clone, Debug, Default)]
pub struct Combinations {
    signatories: usize,
    vetoes: usize,
    issues: usize,
    count: usize,
    /// `options[combination * issues + j]`.
    options: Vec<usize>,
    /// `losses[combination * signatories + s]`.
    losses: Vec<f64>,
    longer: Table,
    order: Vec<usize>,
    kept: Vec<usize>,
}

/// Candidates for the next round.
#[derive(Clone, Debug, Default)]
struct Table {
    options: Vec<usize>,
    losses: Vec<f64>,
    totals: Vec<f64>,
}

impl Combinations {
    /// Starts with the one empty combination. A combination that is infinitely bad for one of the
    /// first `vetoes` of so many signatories is left out.
    pub fn clear(&mut self, signatories: usize, vetoes: usize) {
        (self.signatories, self.vetoes) = (signatories, vetoes);
        self.issues = 0;
        self.count = 1;
        self.options.clear();
        self.losses.clear();
        self.losses.resize(signatories, 0.0);
    }

    /// Combines with one of `count` options more; `lost(s, o)` is what signatory s loses by option o,
    /// infinite where it refuses.
    pub fn add_issue(&mut self, count: usize, lost: impl Fn(usize, usize) -> f64) {
        let Table { options, losses, totals } = &mut self.longer;
        options.clear();
        losses.clear();
        totals.clear();
        for known in 0..self.count {
            for option in 0..count {
                let start = losses.len();
                let own = &self.losses[known * self.signatories..(known + 1) * self.signatories];
                losses.extend(own.iter().enumerate().map(|(s, loss)| loss + lost(s, option)));
                if losses[start..start + self.vetoes].iter().any(|loss| loss.is_infinite()) {
                    losses.truncate(start);
                    continue;
                }
                totals.push(losses[start..].iter().sum());
                options.extend(&self.options[known * self.issues..(known + 1) * self.issues]);
                options.push(option);
            }
        }
        self.issues += 1;
        self.prune();
    }

    /// Keeps what no other combination beats or equals for everybody; of equals the first.
    fn prune(&mut self) {
        let Table { options, losses, totals } = &self.longer;
        let width = self.signatories;
        let row = |i: usize| &losses[i * width..(i + 1) * width];
        // Whoever beats another loses less in sum, so that one pass over the kept is enough.
        self.order.clear();
        self.order.extend(0..totals.len());
        self.order.sort_unstable_by(|&a, &b| totals[a].total_cmp(&totals[b]).then(a.cmp(&b)));
        self.kept.clear();
        for &candidate in &self.order {
            let beaten = |other: &usize| {
                row(*other).iter().zip(row(candidate)).all(|(a, b)| *a <= b + ROUNDING)
            };
            if !self.kept.iter().any(beaten) {
                self.kept.push(candidate);
            }
        }
        // Rounding may have put a later one of equals first. Equals have the same total.
        let same =
            |a: &f64, b: &f64| (a - b).abs() <= ROUNDING || (a.is_infinite() && b.is_infinite());
        for kept in &mut self.kept {
            let least = totals[*kept] - width as f64 * ROUNDING;
            let from = self.order.partition_point(|&other| totals[other] < least);
            let close = self.order[from..].iter();
            let close = close
                .take_while(|&&other| totals[other] <= totals[*kept] + width as f64 * ROUNDING);
            let equal =
                |&&other: &&usize| row(other).iter().zip(row(*kept)).all(|(a, b)| same(a, b));
            *kept = close.filter(equal).copied().min().unwrap_or(*kept);
        }
        self.kept.sort_unstable();
        self.count = self.kept.len();
        self.options.clear();
        self.losses.clear();
        for &kept in &self.kept {
            self.options.extend(&options[kept * self.issues..(kept + 1) * self.issues]);
            self.losses.extend(row(kept));
        }
    }

    /// How many there are; none where everything is refused.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The option that a combination takes on every issue added, in that order.
    pub fn options(&self, combination: usize) -> &[usize] {
        &self.options[combination * self.issues..(combination + 1) * self.issues]
    }

    /// What each signatory loses by a combination.
    pub fn losses(&self, combination: usize) -> &[f64] {
        &self.losses[combination * self.signatories..(combination + 1) * self.signatories]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_options_there_is_one_empty_combination() {
        let mut combinations = Combinations::default();
        combinations.clear(2, 2);
        assert_eq!(combinations.count(), 1);
        assert_eq!((combinations.options(0), combinations.losses(0)), (&[][..], &[0.0, 0.0][..]));
    }

    #[test]
    fn only_combinations_that_nobody_beats_are_kept() {
        // Three issues of four options, all losses from a fixed scramble; against brute force.
        let loss = |j: usize, s: usize, o: usize| ((7 * j + 5 * s + 3 * o * (s + 1)) % 11) as f64;
        let mut every = Vec::new();
        for number in 0..64 {
            let taken = [number / 16, number / 4 % 4, number % 4];
            let sum = |s: usize| (0..3).map(|j| loss(j, s, taken[j])).sum::<f64>();
            every.push([sum(0), sum(1)]);
        }
        let beats = |x: &[f64; 2], y: &[f64; 2]| {
            x[0] <= y[0] && x[1] <= y[1] && (x[0] < y[0] || x[1] < y[1])
        };
        let mut best: Vec<[f64; 2]> =
            every.iter().filter(|y| !every.iter().any(|x| beats(x, y))).copied().collect();
        best.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
        best.dedup();
        let mut combinations = Combinations::default();
        combinations.clear(2, 2);
        for j in 0..3 {
            combinations.add_issue(4, |s, o| loss(j, s, o));
        }
        let mut found: Vec<[f64; 2]> = (0..combinations.count())
            .map(|i| [combinations.losses(i)[0], combinations.losses(i)[1]])
            .collect();
        found.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
        assert_eq!(found, best);
        for i in 0..combinations.count() {
            let sum = (0..3).map(|j| loss(j, 0, combinations.options(i)[j])).sum::<f64>();
            assert!((sum - combinations.losses(i)[0]).abs() < 1e-12);
        }
    }

    #[test]
    fn a_veto_leaves_out_and_a_mere_refusal_only_costs() {
        let none = f64::INFINITY;
        let issue = [[0.0, none, 0.2], [0.3, 0.0, none]];
        let taken = |vetoes: usize| -> Vec<usize> {
            let mut combinations = Combinations::default();
            combinations.clear(2, vetoes);
            combinations.add_issue(3, |s, o| issue[s][o]);
            (0..combinations.count()).map(|i| combinations.options(i)[0]).collect()
        };
        assert_eq!(taken(1), [0]);
        assert_eq!(taken(0), [0, 1]);
        let mut combinations = Combinations::default();
        combinations.clear(1, 1);
        combinations.add_issue(2, |_, _| none);
        assert_eq!(combinations.count(), 0);
    }
}
