//! Linear programming for the master problems: few rows, columns that are added as they are found.
//!
//! Maximise Σ c_j λ_j subject to Σ_j a_j λ_j = b and λ ≥ 0: the revised simplex method with an
//! explicit inverse (Dantzig & Orchard-Hays 1954) and artificial columns for a start. A programme
//! goes on from its last basis when columns are added, which is what column generation needs. The
//! best price enters; after a run of steps without progress the first does (Bland 1977), so that it
//! cannot cycle.

/// Coefficients below this count as zero.
const TINY: f64 = 1e-11;
/// A column enters when it promises more than this a unit.
const PRICED: f64 = 1e-10;
/// Infeasibility up to this is round-off.
const FEASIBLE: f64 = 1e-9;
/// Steps without progress after which the first priced column enters …
const PATIENCE: usize = 20;
/// … and after which what is left to gain is taken for round-off.
const LAST_PATIENCE: usize = 200;
/// A rise of the value by less than this is no progress.
const PROGRESS: f64 = 1e-12;
/// Steps between two inversions from scratch, which keep round-off small.
const REINVERT: usize = 64;

/// A linear programme that grows by columns.
#[derive(Clone, Debug, Default)]
pub(crate) struct Simplex {
    rows: usize,
    rhs: Vec<f64>,
    costs: Vec<f64>,
    /// `columns[j * rows + r]`; the first `rows` are the artificial ones.
    columns: Vec<f64>,
    basis: Vec<usize>,
    /// `inverse[r * rows + c]`.
    inverse: Vec<f64>,
    /// Levels of the basic columns.
    levels: Vec<f64>,
    prices: Vec<f64>,
    direction: Vec<f64>,
    /// Are the artificial columns at zero for good?
    feasible: bool,
}

/// What is maximised at the moment.
#[derive(Clone, Copy, PartialEq)]
enum Phase {
    /// Minus the artificial columns.
    Feasibility,
    /// The costs.
    Costs,
}

impl Simplex {
    /// Starts a programme with these right-hand sides and no column.
    pub(crate) fn clear(&mut self, rhs: &[f64]) {
        let rows = rhs.len();
        self.rows = rows;
        self.rhs.clear();
        self.rhs.extend_from_slice(rhs);
        self.costs.clear();
        self.costs.resize(rows, 0.0);
        self.columns.clear();
        self.columns.resize(rows * rows, 0.0);
        self.inverse.clear();
        self.inverse.resize(rows * rows, 0.0);
        self.levels.clear();
        self.basis.clear();
        for (r, &b) in rhs.iter().enumerate() {
            let sign = if b < 0.0 { -1.0 } else { 1.0 };
            self.columns[r * rows + r] = sign;
            self.inverse[r * rows + r] = sign;
            self.levels.push(b.abs());
            self.basis.push(r);
        }
        self.prices.clear();
        self.prices.resize(rows, 0.0);
        self.direction.resize(rows, 0.0);
        self.feasible = false;
    }

    /// Adds a column of this cost.
    pub(crate) fn push(&mut self, cost: f64, column: impl IntoIterator<Item = f64>) {
        self.costs.push(cost);
        self.columns.extend(column);
        debug_assert_eq!(self.columns.len(), self.costs.len() * self.rows);
    }

    /// Number of columns pushed so far.
    pub(crate) fn columns(&self) -> usize {
        self.costs.len() - self.rows
    }

    /// Maximises over the columns there are. True once all rows are met; until then the prices are
    /// those of the infeasibility, and new columns may mend it.
    pub(crate) fn maximise(&mut self) -> bool {
        if !self.feasible {
            self.pivot_until_best(Phase::Feasibility);
            let basic = self.basis.iter().zip(&self.levels);
            let missing: f64 = basic.filter(|(j, _)| **j < self.rows).map(|(_, l)| l).sum();
            self.feasible = missing <= FEASIBLE;
        }
        if self.feasible {
            self.pivot_until_best(Phase::Costs);
        }
        self.feasible
    }

    /// Σ c_j λ_j at the basis reached.
    pub(crate) fn value(&self) -> f64 {
        self.objective(Phase::Costs)
    }

    fn objective(&self, phase: Phase) -> f64 {
        self.basis.iter().zip(&self.levels).map(|(&j, level)| self.cost(j, phase) * level).sum()
    }

    /// Dual price of every row.
    pub(crate) fn prices(&self) -> &[f64] {
        &self.prices
    }

    /// The columns at a positive level, with it.
    pub(crate) fn used(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        let basic = self.basis.iter().zip(&self.levels);
        basic
            .filter(|(j, level)| **j >= self.rows && **level > 0.0)
            .map(|(&j, &l)| (j - self.rows, l))
    }

    fn cost(&self, j: usize, phase: Phase) -> f64 {
        match phase {
            Phase::Feasibility if j < self.rows => -1.0,
            Phase::Feasibility => 0.0,
            Phase::Costs => self.costs[j],
        }
    }

    fn column(&self, j: usize) -> &[f64] {
        &self.columns[j * self.rows..(j + 1) * self.rows]
    }

    fn pivot_until_best(&mut self, phase: Phase) {
        let mut idle = 0;
        let mut steps = 0;
        let mut reached = self.objective(phase);
        loop {
            self.place_prices(phase);
            if idle > LAST_PATIENCE {
                return;
            }
            let Some(entering) = self.entering(phase, idle > PATIENCE) else { return };
            self.place_direction(entering);
            let Some(leaving) = self.leaving(idle > PATIENCE) else { return };
            self.pivot(leaving, entering);
            let now = self.objective(phase);
            idle = if now > reached + PROGRESS { 0 } else { idle + 1 };
            reached = reached.max(now);
            steps += 1;
            if steps % REINVERT == 0 {
                self.reinvert();
            }
        }
    }

    fn place_prices(&mut self, phase: Phase) {
        for c in 0..self.rows {
            self.prices[c] = (0..self.rows)
                .map(|r| self.cost(self.basis[r], phase) * self.inverse[r * self.rows + c])
                .sum();
        }
    }

    /// A column that would raise the value.
    fn entering(&self, phase: Phase, first: bool) -> Option<usize> {
        let mut best = (PRICED, None);
        for j in self.rows..self.costs.len() {
            let paid: f64 = self.column(j).iter().zip(&self.prices).map(|(a, y)| a * y).sum();
            let gain = self.cost(j, phase) - paid;
            if gain > best.0 && !self.basis.contains(&j) {
                if first {
                    return Some(j);
                }
                best = (gain, Some(j));
            }
        }
        best.1
    }

    fn place_direction(&mut self, entering: usize) {
        for r in 0..self.rows {
            let row = &self.inverse[r * self.rows..(r + 1) * self.rows];
            self.direction[r] = row.iter().zip(self.column(entering)).map(|(b, a)| b * a).sum();
        }
    }

    /// The row whose column leaves: the first to reach zero. Once rows are met, an artificial
    /// column at zero leaves at the first chance, whatever the sign.
    fn leaving(&self, lowest: bool) -> Option<usize> {
        let mut best: Option<(f64, usize)> = None;
        for r in 0..self.rows {
            let along = self.direction[r];
            let stuck = self.feasible && self.basis[r] < self.rows && along.abs() > TINY;
            if along <= TINY && !stuck {
                continue;
            }
            let ratio = if stuck { 0.0 } else { (self.levels[r] / along).max(0.0) };
            let better = best.is_none_or(|(least, row)| {
                let prefers = if lowest {
                    self.basis[r] < self.basis[row]
                } else {
                    // Of equal ratios the largest pivot, for the sake of round-off.
                    along.abs() > self.direction[row].abs()
                };
                ratio < least - TINY || (ratio <= least + TINY && prefers)
            });
            if better {
                best = Some((ratio, r));
            }
        }
        best.map(|(_, row)| row)
    }

    fn pivot(&mut self, row: usize, entering: usize) {
        let rows = self.rows;
        let scale = 1.0 / self.direction[row];
        let step = self.levels[row] * scale;
        for c in 0..rows {
            self.inverse[row * rows + c] *= scale;
        }
        for r in (0..rows).filter(|&r| r != row) {
            let factor = self.direction[r];
            for c in 0..rows {
                self.inverse[r * rows + c] -= factor * self.inverse[row * rows + c];
            }
            self.levels[r] = (self.levels[r] - factor * step).max(0.0);
        }
        self.levels[row] = step.max(0.0);
        self.basis[row] = entering;
    }

    /// Works the inverse out anew from the basic columns (Gauss–Jordan with row pivoting).
    fn reinvert(&mut self) {
        let n = self.rows;
        let mut matrix = vec![0.0; n * n];
        for (c, &j) in self.basis.iter().enumerate() {
            for (r, &a) in self.column(j).iter().enumerate() {
                matrix[r * n + c] = a;
            }
        }
        let mut inverse = vec![0.0; n * n];
        for r in 0..n {
            inverse[r * n + r] = 1.0;
        }
        for c in 0..n {
            let pivot =
                (c..n).max_by(|&a, &b| matrix[a * n + c].abs().total_cmp(&matrix[b * n + c].abs()));
            let pivot = pivot.filter(|&r| matrix[r * n + c].abs() > TINY);
            // A basis that round-off has made singular keeps the inverse it has.
            let Some(pivot) = pivot else { return };
            for k in 0..n {
                matrix.swap(c * n + k, pivot * n + k);
                inverse.swap(c * n + k, pivot * n + k);
            }
            let scale = 1.0 / matrix[c * n + c];
            for k in 0..n {
                matrix[c * n + k] *= scale;
                inverse[c * n + k] *= scale;
            }
            for r in (0..n).filter(|&r| r != c) {
                let factor = matrix[r * n + c];
                for k in 0..n {
                    matrix[r * n + k] -= factor * matrix[c * n + k];
                    inverse[r * n + k] -= factor * inverse[c * n + k];
                }
            }
        }
        self.inverse = inverse;
        for r in 0..n {
            let row = &self.inverse[r * n..(r + 1) * n];
            let level: f64 = row.iter().zip(&self.rhs).map(|(b, a)| b * a).sum();
            self.levels[r] = level.max(0.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// max 3x + 5y, x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18 (Hillier & Lieberman's example): 36 at (2, 6).
    #[test]
    fn a_textbook_programme() {
        let mut simplex = Simplex::default();
        simplex.clear(&[4.0, 12.0, 18.0]);
        simplex.push(3.0, [1.0, 0.0, 3.0]);
        simplex.push(5.0, [0.0, 2.0, 2.0]);
        for r in 0..3 {
            simplex.push(0.0, (0..3).map(|c| if c == r { 1.0 } else { 0.0 }));
        }
        assert!(simplex.maximise());
        assert!((simplex.value() - 36.0).abs() < 1e-9);
        let used: Vec<(usize, f64)> = simplex.used().collect();
        assert!(used.iter().any(|&(j, x)| j == 0 && (x - 2.0).abs() < 1e-9));
        assert!(used.iter().any(|&(j, y)| j == 1 && (y - 6.0).abs() < 1e-9));
        for (price, expected) in simplex.prices().iter().zip([0.0, 1.5, 1.0]) {
            assert!((price - expected).abs() < 1e-9);
        }
    }

    #[test]
    fn infeasible_until_a_column_mends_it() {
        let mut simplex = Simplex::default();
        // x = −1 cannot be met by a column that only adds.
        simplex.clear(&[-1.0, 1.0]);
        simplex.push(1.0, [1.0, 1.0]);
        assert!(!simplex.maximise());
        simplex.push(0.5, [-3.0, 1.0]);
        assert!(simplex.maximise());
        // λ₁ − 3λ₂ = −1 and λ₁ + λ₂ = 1: both ½.
        assert!((simplex.value() - 0.75).abs() < 1e-12);
    }

    #[test]
    fn redundant_rows_do_no_harm() {
        let mut simplex = Simplex::default();
        simplex.clear(&[1.0, 2.0]);
        simplex.push(1.0, [1.0, 2.0]);
        simplex.push(2.0, [1.0, 2.0]);
        assert!(simplex.maximise());
        assert!((simplex.value() - 2.0).abs() < 1e-12);
    }
}
