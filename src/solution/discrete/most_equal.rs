//! The most equal efficient outcome: what `NegMAS` and tools after it call "Kalai–Smorodinsky".
//!
//! The frontier outcome with the smallest difference between the greatest and the smallest ratio
//! `(uₚ − dₚ) / (idealₚ − dₚ)`. It is *most equal*, not *best equal*: parties may all have a smaller
//! share than at [`kalai_smorodinsky`](super::kalai_smorodinsky()), which is the solution of the
//! literature. Here to compare with those tools; so the ideal is theirs too, over all outcomes,
//! acceptable or not ([`Ideal::All`]).

use super::kalai_smorodinsky::ratio;
use super::{Frontier, Ideal};

/// The most equal outcome; all that tie, or none when there is no rational outcome.
pub fn most_equal(frontier: &Frontier<'_>) -> Vec<usize> {
    let ideal = frontier.landscape().ideal_gains(Ideal::All);
    frontier.greatest(|outcome, more| {
        let parties = 0..ideal.len();
        let share = |party: usize, more: f64| ratio(frontier, &ideal, party, outcome, more);
        let low = parties.clone().map(|party| share(party, more)).fold(f64::INFINITY, f64::min);
        let high = parties.map(|party| share(party, 0.0)).fold(f64::NEG_INFINITY, f64::max);
        low - high
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Disagreement, Landscape, kalai_smorodinsky};
    use super::*;

    #[test]
    fn equality_can_cost_everybody_but_one() {
        // Ratios: outcome 0 (.6, .6, .62), outcome 1 (1, .7, .61), outcomes 2 and 3 the ideals.
        let rows =
            vec![vec![0.6, 1.0, 0.0, 0.0], vec![0.6, 0.7, 1.0, 0.0], vec![0.62, 0.61, 0.0, 1.0]];
        let landscape =
            Landscape::from_utilities(rows, &[0.0; 3], Disagreement::Reservation).unwrap();
        let frontier = landscape.frontier();
        assert_eq!(most_equal(&frontier), [0]);
        assert_eq!(kalai_smorodinsky(&frontier, Ideal::Rational), [1]);
    }
}
