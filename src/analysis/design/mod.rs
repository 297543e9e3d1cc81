//! Designed samples: which points of the unit cube to look at.
//!
//! | design | for | source |
//! |---|---|---|
//! | [`SobolSequence`] | variance-based indices, smooth averages | Sobol' 1967; Joe & Kuo 2008 |
//! | [`latin_hypercube`] | scenario discovery, few points in many dimensions | McKay, Beckman & Conover 1979 |
//! | [`random`] | a yardstick, and where error bars must be those of independent draws | – |
//! | [`full_grid`] | few inputs at few levels: levers | – |
//! | [`Saltelli`] | first- and total-order indices | Saltelli et al. 2010 |
//! | [`Trajectories`] | screening | Morris 1991; Campolongo et al. 2007 |
//!
//! Each dimension has a random sequence of its own: an input added at the end leaves the columns of
//! the others as they were.

mod grid;
mod joe_kuo;
mod latin;
mod random;
mod saltelli;
mod sobol_sequence;
mod spread;
mod trajectories;

pub use grid::full_grid;
pub use latin::latin_hypercube;
pub use random::random;
pub use saltelli::{Saltelli, SaltelliOutputs};
pub use sobol_sequence::SobolSequence;
pub use trajectories::Trajectories;
