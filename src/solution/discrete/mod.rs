//! Solution points of a negotiation over issues with options, by full enumeration.
//!
//! A [`DiscreteSpace`] lists the outcomes, [`AdditivePreferences`] value them, a [`Landscape`] holds
//! every party's utility of every outcome with the disagreement point, and its [`Frontier`] carries the
//! solutions: [`nash`], [`kalai_smorodinsky`], [`egalitarian`], [`leximin`], [`max_welfare`], and
//! [`most_equal`], which some tools call Kalai–Smorodinsky. Up to [`MAX_OUTCOMES`] outcomes; utilities
//! in any unit. Every solution is a list of outcome numbers: all that tie within
//! [`ROUNDING`](crate::math::ROUNDING) of the greatest utility, lowest number first, and empty when no
//! outcome is acceptable to all.
//!
//! ```
//! use zopa::solution::discrete::{AdditivePreferences, DiscreteSpace, Disagreement, Landscape, nash};
//!
//! // Two issues with two options each; each party cares more about another issue.
//! let space = DiscreteSpace::new(vec![2, 2])?;
//! let ours = AdditivePreferences::new(vec![0.7, 0.3], vec![vec![0.0, 1.0], vec![0.0, 1.0]])?;
//! let theirs = AdditivePreferences::new(vec![0.2, 0.8], vec![vec![1.0, 0.0], vec![1.0, 0.0]])?;
//! let landscape =
//!     Landscape::new(&space, &[ours, theirs], &[0.2, 0.2], Disagreement::Reservation)?;
//! let trade = nash(&landscape.frontier());
//! assert_eq!(space.options(trade[0]), [1, 0]);
//! # Ok::<(), zopa::solution::discrete::DiscreteError>(())
//! ```

mod egalitarian;
mod error;
mod kalai_smorodinsky;
mod landscape;
mod left_on_table;
mod most_equal;
mod nash;
mod opposition;
mod pareto;
mod preferences;
mod space;
mod welfare;

pub use egalitarian::{egalitarian, leximin};
pub use error::DiscreteError;
pub use kalai_smorodinsky::kalai_smorodinsky;
pub use landscape::{Disagreement, Ideal, Landscape};
pub use left_on_table::{LeftOnTable, left_on_table};
pub use most_equal::most_equal;
pub use nash::{nash, weighted_nash};
pub use opposition::opposition;
pub use pareto::Frontier;
pub use preferences::AdditivePreferences;
pub use space::{DiscreteSpace, MAX_OUTCOMES};
pub use welfare::max_welfare;
