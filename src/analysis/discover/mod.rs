//! Which setting of the levers to choose when nobody knows the odds of the uncertainties: regret and
//! satisficing over a full table of levers × uncertainties.
//!
//! A *lever* setting is what a decision maker can choose, an *uncertainty* a joint value of what
//! nobody can (the words of Lempert, Popper & Bankes 2003). Both tables need every lever setting
//! played in the same uncertainties.

mod payoffs;
mod regret;
mod satisficing;

pub use payoffs::{Goal, Payoffs};
pub use regret::{LeverRegret, Regrets};
pub use satisficing::{LeverSatisficing, Satisficing};
