//! Which trajectories lie furthest apart.
//!
//! F. Campolongo, J. Cariboni & A. Saltelli (2007), Environmental Modelling & Software 22,
//! 1509–1518.

use crate::analysis::points::Points;

/// The squared distance of two trajectories: (Σ over pairs of their points of the Euclidean
/// distance)².
fn distance(points: &Points, length: usize, one: usize, other: usize) -> f64 {
    let mut sum = 0.0;
    for i in 0..length {
        for j in 0..length {
            let (a, b) = (points.row(one * length + i), points.row(other * length + j));
            let squares: f64 = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum();
            sum += squares.sqrt();
        }
    }
    sum * sum
}

/// D² of a set of trajectories: the sum of squared distances over pairs.
#[cfg(test)]
pub(super) fn spread(points: &Points, length: usize, chosen: &[usize]) -> f64 {
    let pairs = chosen.iter().flat_map(|&i| chosen.iter().map(move |&j| (i, j)));
    pairs.filter(|(i, j)| i < j).map(|(i, j)| distance(points, length, i, j)).sum()
}

/// The `count` trajectories that are left when the one least distant from the rest is left out
/// again and again; of equals the later goes. In their order.
pub(super) fn most_spread(points: &Points, length: usize, count: usize) -> Vec<usize> {
    let all = points.len() / length;
    let mut squares = vec![0.0; all * all];
    for i in 0..all {
        for j in 0..i {
            let d = distance(points, length, i, j);
            squares[i * all + j] = d;
            squares[j * all + i] = d;
        }
    }
    let mut kept: Vec<usize> = (0..all).collect();
    let mut sums: Vec<f64> = squares.chunks_exact(all.max(1)).map(|row| row.iter().sum()).collect();
    while kept.len() > count {
        let least =
            kept.iter().copied().min_by(|&i, &j| sums[i].total_cmp(&sums[j]).then(j.cmp(&i)));
        let Some(out) = least else { break };
        kept.retain(|&i| i != out);
        for &i in &kept {
            sums[i] -= squares[i * all + out];
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::design::Trajectories;
    use crate::stream::{Purpose, Seed, StreamKey};

    #[test]
    fn it_comes_close_to_the_best_of_all_combinations() {
        for seed in 0..20 {
            let key = StreamKey::new(Seed(seed), Purpose::Design, "morris");
            let design = Trajectories::new(3, 4, 12, &key).unwrap();
            let points = design.points();
            let mut best: f64 = 0.0;
            for a in 0..12 {
                for b in a + 1..12 {
                    for c in b + 1..12 {
                        for d in c + 1..12 {
                            best = best.max(spread(points, 4, &[a, b, c, d]));
                        }
                    }
                }
            }
            let ours = spread(points, 4, &most_spread(points, 4, 4));
            assert!(ours >= 0.93 * best, "seed {seed}: {ours} of {best}");
        }
    }
}
