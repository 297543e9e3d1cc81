//! Bargaining solutions on the deal space: scales, options, or both.
//!
//! [`DealSpace`] says which packages there are, who must sign and what each gains; every solution is
//! a method of it, exact up to a proved tolerance. The bargainers are the principals; a guarantor
//! whose consent a package needs must not lose by it. Pure discrete negotiations from tables of
//! evaluations are in [`super::discrete`].

mod fair;
mod frontier;
mod nash;
mod opening;
mod rubinstein;
mod search;
mod signing;
mod simplex;
mod slice;
mod solution;
mod space;
mod welfare;
mod zone;

pub use frontier::{FrontierPoint, PairFrontier};
pub use opening::{Lever, Opening, Retreat};
pub use search::Search;
pub use signing::{GUARANTEE_WEIGHT, Payment, Signing, deterrence};
pub use solution::Solution;
pub use space::{Axis, DealSpace, Guarantee, Interest, Signatory};
pub use welfare::LeftOnTable;
pub use zone::{Reach, ZoneShare};
