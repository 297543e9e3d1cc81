//! Stacked alternating offers of two or more parties over issues with options and points of scales.
//!
//! In each round every party acts once, in the order of the file. It accepts the standing offer, makes
//! another or walks away. An offer counts as its maker's own yes; when all have said yes to it, it is the
//! deal. The talks end without one after the last round (Rosenschein & Zlotkin 1994; for more than two
//! parties: Aydoğan, Festen, Hindriks & Jonker 2017).
//!
//! ```text
//! World  what a draw makes of the scenario: values of all outcomes, reservations, tactics; once a world
//! Talks  what changes while they talk: the offers so far, whose turn it is
//! View   what one party sees of both: its own values, and everybody's offers; all a tactic gets
//! Game   a world and its talks, moved step by step, for people at the table
//! ```
//!
//! Outcomes are numbered as in [`DiscreteSpace`](crate::solution::discrete::DiscreteSpace).

mod acceptance;
mod bargaining;
mod chair;
mod error;
mod game;
mod opponent;
mod outcomes;
mod settle;
mod tactic;
mod talks;
mod view;
mod wishes;
mod world;
mod yardstick;

pub use acceptance::Rule;
pub(crate) use bargaining::Bargaining;
pub use chair::Chair;
pub use game::{Game, Move};
pub use outcomes::Outcomes;
pub use tactic::{Curve, Exponential, Polynomial, Tactic, TitForTat};
pub use talks::{Action, Closing, Illegal, Standing, Talks, Turn};
pub use view::View;
pub use wishes::Wishes;
pub use world::World;
pub use yardstick::{Quality, Yardstick};
