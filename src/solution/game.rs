//! Zero-sum matrix games by linear programming, the kernel of every max-min problem on packages.
//!
//! Rows are signatories, columns packages, entries what the row gains from the column. The mixture
//! of packages that maximises the worst row's gain is the column player's optimal strategy
//! (von Neumann 1928); with concave gains the mixed package itself gains at least as much. The
//! linear programme max Σu, Σ_i u_i a_ij ≤ 1, u ≥ 0 (Dantzig 1951) starts feasible, so one phase of
//! the simplex method with Bland's rule is enough and cannot cycle.

/// Entries are shifted to be at least this, which makes the value positive.
const FLOOR: f64 = 1.0;
/// Below this a coefficient counts as zero.
const TINY: f64 = 1e-12;

/// A game that grows by columns. Buffers are kept when it is cleared.
#[derive(Clone, Debug, Default)]
pub struct Game {
    rows: usize,
    /// `gains[column * rows + row]`.
    gains: Vec<f64>,
    tableau: Vec<f64>,
    basis: Vec<usize>,
    /// Weight of each row in the optimal row mixture.
    row_weights: Vec<f64>,
    /// Weight of each column in the optimal column mixture.
    column_weights: Vec<f64>,
}

/// The value of a game: what the best mixture of columns gives its worst row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Value(pub f64);

impl Game {
    /// Starts a game of `rows` rows and no column.
    pub fn clear(&mut self, rows: usize) {
        self.rows = rows;
        self.gains.clear();
    }

    /// Adds a column, one gain a row.
    pub fn push(&mut self, gains: &[f64]) {
        debug_assert_eq!(gains.len(), self.rows);
        self.gains.extend_from_slice(gains);
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.gains.len().checked_div(self.rows).unwrap_or(0)
    }

    /// The optimal mixture of rows of the last [`Game::solve`].
    pub fn row_weights(&self) -> &[f64] {
        &self.row_weights
    }

    /// The optimal mixture of columns of the last [`Game::solve`].
    pub fn column_weights(&self) -> &[f64] {
        &self.column_weights
    }

    /// Solves the game; there must be at least one row and one column.
    pub fn solve(&mut self) -> Value {
        let (n, m) = (self.rows, self.columns());
        debug_assert!(n > 0 && m > 0);
        let least = self.gains.iter().copied().fold(f64::INFINITY, f64::min);
        let shift = FLOOR - least;
        let width = n + m + 1;
        // One constraint a column of the game: Σ_i u_i a_ij + slack_j = 1; last row the objective.
        self.tableau.clear();
        self.tableau.resize((m + 1) * width, 0.0);
        self.basis.clear();
        for j in 0..m {
            let row = &mut self.tableau[j * width..(j + 1) * width];
            for (i, entry) in row[..n].iter_mut().enumerate() {
                *entry = self.gains[j * n + i] + shift;
            }
            row[n + j] = 1.0;
            row[width - 1] = 1.0;
            self.basis.push(n + j);
        }
        self.tableau[m * width..m * width + n].fill(-1.0);
        while let Some(entering) = self.entering(n + m, m, width) {
            let Some(leaving) = self.leaving(entering, m, width) else { break };
            self.pivot(leaving, entering, m, width);
        }
        self.read(n, m, width);
        let total = self.tableau[m * width + width - 1];
        Value(1.0 / total - shift)
    }

    fn entering(&self, variables: usize, m: usize, width: usize) -> Option<usize> {
        (0..variables).find(|&variable| self.tableau[m * width + variable] < -TINY)
    }

    fn leaving(&self, entering: usize, m: usize, width: usize) -> Option<usize> {
        let mut best: Option<(f64, usize)> = None;
        for j in 0..m {
            let coefficient = self.tableau[j * width + entering];
            if coefficient > TINY {
                let ratio = self.tableau[j * width + width - 1] / coefficient;
                let better = best.is_none_or(|(least, row)| {
                    ratio < least - TINY || (ratio <= least && self.basis[j] < self.basis[row])
                });
                if better {
                    best = Some((ratio, j));
                }
            }
        }
        best.map(|(_, row)| row)
    }

    fn pivot(&mut self, row: usize, column: usize, m: usize, width: usize) {
        let scale = 1.0 / self.tableau[row * width + column];
        for entry in &mut self.tableau[row * width..(row + 1) * width] {
            *entry *= scale;
        }
        for other in (0..=m).filter(|&other| other != row) {
            let factor = self.tableau[other * width + column];
            if factor != 0.0 {
                for c in 0..width {
                    self.tableau[other * width + c] -= factor * self.tableau[row * width + c];
                }
            }
        }
        self.basis[row] = column;
    }

    /// Reads both players' optimal mixtures off the final tableau.
    fn read(&mut self, n: usize, m: usize, width: usize) {
        let total = self.tableau[m * width + width - 1];
        self.row_weights.clear();
        self.row_weights.resize(n, 0.0);
        for (row, &variable) in self.basis.iter().enumerate() {
            if variable < n {
                self.row_weights[variable] = self.tableau[row * width + width - 1] / total;
            }
        }
        self.column_weights.clear();
        let duals = &self.tableau[m * width + n..m * width + n + m];
        self.column_weights.extend(duals.iter().map(|dual| dual.max(0.0) / total));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solve(columns: &[&[f64]]) -> (f64, Vec<f64>, Vec<f64>) {
        let mut game = Game::default();
        game.clear(columns[0].len());
        for column in columns {
            game.push(column);
        }
        let Value(value) = game.solve();
        (value, game.row_weights().to_vec(), game.column_weights().to_vec())
    }

    #[test]
    fn matching_pennies_is_even() {
        let (value, rows, columns) = solve(&[&[1.0, -1.0], &[-1.0, 1.0]]);
        assert!(value.abs() < 1e-12);
        assert!((rows[0] - 0.5).abs() < 1e-12 && (columns[0] - 0.5).abs() < 1e-12);
    }

    #[test]
    fn a_two_by_two_game_by_hand() {
        // Rows gain (3, 0) from the first column and (1, 2) from the second:
        // value of mixing the columns with share p of the first: min(1 + 2p, 2 − 2p) = 1.5 at ¼.
        let (value, _, columns) = solve(&[&[3.0, 0.0], &[1.0, 2.0]]);
        assert!((value - 1.5).abs() < 1e-12);
        assert!((columns[0] - 0.25).abs() < 1e-12);
    }

    #[test]
    fn one_column_gives_its_worst_row() {
        let (value, _, _) = solve(&[&[0.3, -0.2, 0.9]]);
        assert!((value + 0.2).abs() < 1e-12);
    }
}
