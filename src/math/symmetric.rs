//! Symmetric matrices: whether one can be a correlation matrix, the nearest that can, and its root.
//!
//! Only sums, products, quotients and square roots, which are the same bits on every machine.

/// Eigenvalues and pivots no farther from 0 than this may be 0.
const ROUNDING: f64 = 1e-9;
/// Sweeps of Jacobi's method: convergence is quadratic, and eight are rarely needed.
const SWEEPS: usize = 60;
/// Alternating projections, at most: convergence is linear, and correlations people write need a hundred.
const PROJECTIONS: usize = 2_000;
/// Projections that move no cell by more than this are at their end.
const SETTLED: f64 = 1e-10;

/// A symmetric matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct Symmetric {
    size: usize,
    cells: Vec<f64>,
}

impl Symmetric {
    /// The identity.
    pub fn identity(size: usize) -> Self {
        let mut matrix = Self { size, cells: vec![0.0; size * size] };
        matrix.set_diagonal();
        matrix
    }

    /// Rows and columns.
    pub fn size(&self) -> usize {
        self.size
    }

    /// The cell of a row and a column.
    pub fn get(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.size + column]
    }

    /// Sets a cell and its mirror image.
    pub fn set(&mut self, row: usize, column: usize, value: f64) {
        self.cells[row * self.size + column] = value;
        self.cells[column * self.size + row] = value;
    }

    fn set_diagonal(&mut self) {
        for index in 0..self.size {
            self.set(index, index, 1.0);
        }
    }

    /// Is no eigenvalue negative?
    pub fn is_semidefinite(&self) -> bool {
        self.eigen().0.iter().all(|&value| value >= -ROUNDING)
    }

    /// The correlation matrix that is nearest in the Frobenius norm: alternating projections on the matrices
    /// without negative eigenvalues and on those with a diagonal of ones, with Dykstra's correction (Higham
    /// 2002, algorithm 3.3).
    #[must_use]
    pub fn nearest_correlation(&self) -> Self {
        let mut nearest = self.clone();
        nearest.set_diagonal();
        let mut correction = vec![0.0; self.cells.len()];
        for _ in 0..PROJECTIONS {
            let mut lifted = nearest.clone();
            for (cell, correction) in lifted.cells.iter_mut().zip(&correction) {
                *cell -= correction;
            }
            let mut projected = lifted.without_negative();
            for ((correction, cell), before) in
                correction.iter_mut().zip(&projected.cells).zip(&lifted.cells)
            {
                *correction = cell - before;
            }
            projected.set_diagonal();
            let moved = projected.cells.iter().zip(&nearest.cells).map(|(a, b)| (a - b).abs());
            let settled = moved.fold(0.0, f64::max) <= SETTLED;
            nearest = projected;
            if settled {
                break;
            }
        }
        nearest
    }

    /// The nearest matrix without negative eigenvalues: those are set to 0.
    fn without_negative(&self) -> Self {
        let (values, vectors) = self.eigen();
        let n = self.size;
        let mut projected = Self { size: n, cells: vec![0.0; n * n] };
        for row in 0..n {
            for column in row..n {
                let terms = (0..n).filter(|&k| values[k] > 0.0);
                let cell =
                    terms.map(|k| values[k] * vectors[row * n + k] * vectors[column * n + k]);
                projected.set(row, column, cell.sum());
            }
        }
        projected
    }

    /// Eigenvalues, and eigenvectors as columns: Jacobi's method, cyclic by rows (Golub & Van Loan 2013,
    /// section 8.5). Cells that are 0 are left alone, so that blocks stay blocks.
    fn eigen(&self) -> (Vec<f64>, Vec<f64>) {
        let n = self.size;
        let mut a = self.cells.clone();
        let mut vectors = Self::identity(n).cells;
        for _ in 0..SWEEPS {
            let mut turned = false;
            for p in 0..n {
                for q in p + 1..n {
                    let off = a[p * n + q];
                    let scale = a[p * n + p].abs() + a[q * n + q].abs();
                    if off.abs() <= f64::EPSILON * 1e-3 * scale.max(1e-3) {
                        continue;
                    }
                    turned = true;
                    let (cosine, sine) = rotation(a[p * n + p], a[q * n + q], off);
                    for k in 0..n {
                        turn(&mut a, (k * n + p, k * n + q), (cosine, sine));
                    }
                    for k in 0..n {
                        turn(&mut a, (p * n + k, q * n + k), (cosine, sine));
                        turn(&mut vectors, (k * n + p, k * n + q), (cosine, sine));
                    }
                }
            }
            if !turned {
                break;
            }
        }
        ((0..n).map(|k| a[k * n + k]).collect(), vectors)
    }

    /// The lower triangle L with L·Lᵀ = this correlation matrix, row by row; a pivot of 0 leaves its column
    /// empty (Cholesky's method for semidefinite matrices: Higham, Accuracy and Stability of Numerical
    /// Algorithms, 2002, section 10.3).
    pub fn lower_root(&self) -> Vec<Vec<f64>> {
        let mut rows: Vec<Vec<f64>> = Vec::with_capacity(self.size);
        for i in 0..self.size {
            let mut row = vec![0.0; i + 1];
            for (j, above) in rows.iter().enumerate() {
                let known: f64 = row[..j].iter().zip(above).map(|(a, b)| a * b).sum();
                row[j] = if above[j] > 0.0 { (self.get(i, j) - known) / above[j] } else { 0.0 };
            }
            let known: f64 = row[..i].iter().map(|cell| cell * cell).sum();
            let pivot = self.get(i, i) - known;
            row[i] = if pivot > ROUNDING { pivot.sqrt() } else { 0.0 };
            rows.push(row);
        }
        rows
    }
}

/// Cosine and sine of the turn that makes the cell between two axes 0.
fn rotation(p: f64, q: f64, off: f64) -> (f64, f64) {
    let theta = (q - p) / (2.0 * off);
    let tangent = theta.signum() / (theta.abs() + (1.0 + theta * theta).sqrt());
    let cosine = 1.0 / (1.0 + tangent * tangent).sqrt();
    (cosine, tangent * cosine)
}

fn turn(cells: &mut [f64], (one, other): (usize, usize), (cosine, sine): (f64, f64)) {
    let (a, b) = (cells[one], cells[other]);
    cells[one] = cosine * a - sine * b;
    cells[other] = sine * a + cosine * b;
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn matrix(rows: &[&[f64]]) -> Symmetric {
        let mut matrix = Symmetric::identity(rows.len());
        for (i, row) in rows.iter().enumerate() {
            for (j, &cell) in row.iter().enumerate() {
                matrix.set(i, j, cell);
            }
        }
        matrix
    }

    fn is_near(found: &Symmetric, expected: &[&[f64]]) {
        for (i, row) in expected.iter().enumerate() {
            for (j, &cell) in row.iter().enumerate() {
                assert!((found.get(i, j) - cell).abs() < 5.1e-5, "({i}, {j}): {found:?}");
            }
        }
    }

    /// Higham (2002), section 4: the 3 × 3 matrix, at the distance 0.5278.
    #[test]
    fn nearest_to_the_published_matrix_of_three() {
        let given = matrix(&[&[1.0, 1.0, 0.0], &[1.0, 1.0, 1.0], &[0.0, 1.0, 1.0]]);
        assert!(!given.is_semidefinite());
        let nearest = given.nearest_correlation();
        is_near(
            &nearest,
            &[&[1.0, 0.7607, 0.1573], &[0.7607, 1.0, 0.7607], &[0.1573, 0.7607, 1.0]],
        );
        let squares = given.cells.iter().zip(&nearest.cells).map(|(a, b)| (a - b) * (a - b));
        assert!((squares.sum::<f64>().sqrt() - 0.5278).abs() < 5.1e-5);
        assert!(nearest.is_semidefinite());
    }

    /// Higham (2002), section 4: the tridiagonal matrix with 2 on the diagonal and −1 beside it. Of a
    /// matrix like it only what is not on the diagonal counts for the distance, but Dykstra's correction
    /// starts from the whole.
    #[test]
    fn nearest_to_the_published_matrix_of_four() {
        let given = matrix(&[
            &[2.0, -1.0, 0.0, 0.0],
            &[-1.0, 2.0, -1.0, 0.0],
            &[0.0, -1.0, 2.0, -1.0],
            &[0.0, 0.0, -1.0, 2.0],
        ]);
        is_near(
            &given.nearest_correlation(),
            &[
                &[1.0, -0.8084, 0.1916, 0.1068],
                &[-0.8084, 1.0, -0.6562, 0.1916],
                &[0.1916, -0.6562, 1.0, -0.8084],
                &[0.1068, 0.1916, -0.8084, 1.0],
            ],
        );
    }

    #[test]
    fn what_is_possible_stays_as_it_is() {
        let given = matrix(&[&[1.0, 0.9, 0.7], &[0.9, 1.0, 0.8], &[0.7, 0.8, 1.0]]);
        let nearest = given.nearest_correlation();
        for (a, b) in given.cells.iter().zip(&nearest.cells) {
            assert!((a - b).abs() < 1e-12);
        }
    }

    proptest! {
        /// A Gram matrix of unit vectors: its root gives it back, also where vectors repeat.
        #[test]
        fn the_root_gives_the_matrix_back(
            vectors in prop::collection::vec(prop::collection::vec(-1.0..1.0_f64, 3), 1..7)
        ) {
            let unit = |vector: &Vec<f64>| {
                let length = vector.iter().map(|x| x * x).sum::<f64>().sqrt();
                vector.iter().map(|x| x / length).collect::<Vec<f64>>()
            };
            prop_assume!(vectors.iter().all(|v| v.iter().map(|x| x * x).sum::<f64>() > 1e-3));
            let units: Vec<Vec<f64>> = vectors.iter().map(unit).collect();
            let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
            let mut gram = Symmetric::identity(units.len());
            for i in 0..units.len() {
                for j in 0..i {
                    gram.set(i, j, dot(&units[i], &units[j]));
                }
            }
            prop_assert!(gram.is_semidefinite());
            let root = gram.lower_root();
            for i in 0..units.len() {
                for j in 0..=i {
                    let back = dot(&root[i][..=j.min(root[j].len() - 1)], &root[j]);
                    prop_assert!((back - gram.get(i, j)).abs() < 1e-4, "{} {}", i, j);
                }
            }
        }

        /// The nearest matrix is possible, and no mixture of it with another possible one is nearer.
        #[test]
        fn the_nearest_is_possible_and_nearest(
            cells in prop::collection::vec(-1.0..1.0_f64, 6),
            angles in prop::collection::vec(-1.0..1.0_f64, 12)
        ) {
            let mut given = Symmetric::identity(4);
            let pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];
            for (&(i, j), &cell) in pairs.iter().zip(&cells) {
                given.set(i, j, cell);
            }
            let nearest = given.nearest_correlation();
            prop_assert!(nearest.eigen().0.iter().all(|&value| value > -1e-6));
            let units: Vec<&[f64]> = angles.chunks(3).collect();
            let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
            // Nearest on a convex set: no other point of the set lies at an acute angle.
            let mut slope = 0.0;
            for (i, j) in pairs {
                let length = (dot(units[i], units[i]) * dot(units[j], units[j])).sqrt();
                prop_assume!(length > 1e-3);
                let other = dot(units[i], units[j]) / length;
                slope += (given.get(i, j) - nearest.get(i, j)) * (other - nearest.get(i, j));
            }
            prop_assert!(slope < 1e-5, "{}", slope);
        }
    }
}
