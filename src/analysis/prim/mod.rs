//! Patient rule induction: boxes of inputs in which cases of interest are dense.
//!
//! J. H. Friedman & N. I. Fisher (1999), Bump hunting in high-dimensional data, Statistics and
//! Computing 9, 123–143; for scenario discovery B. P. Bryant & R. J. Lempert (2010), Technological
//! Forecasting and Social Change 77, 34–49, and J. H. Kwakkel & M. Jaxa-Rozen (2016), Environmental
//! Modelling & Software 79, 311–321, whose EMA workbench is the reference: on a table of real,
//! integer and categorical columns the same boxes come out. A box starts at all cases that are left
//! and is *peeled*: again and again the small slice is cut off whose loss raises the mean most. Then
//! it is *pasted*: slices are put back as long as the mean rises. Then its cases are taken away, and
//! the next box is looked for (covering).
//!
//! Where sources leave a choice, it is the workbench's:
//! - the objective divides the gain of the mean by the cases lost ([`Objective::Lenient1`]), so that
//!   a category with many cases and a thin slice of a real column compete fairly;
//! - a slice ends between two different values: the limit is the mean of the order statistics around
//!   the quantile, moved inwards until they differ, so that ties stay together; integer columns are
//!   cut at whole numbers of the data, categories one at a time;
//! - of equally good slices the one that leaves more columns free wins, then real columns before
//!   integer ones before categorical ones, each in the table's order, then the upper end before the
//!   lower one when peeling and the lower one first when pasting, then the lower category;
//! - only the best slice is looked at: if it would leave less than the minimum mass, peeling ends;
//! - mass and coverage are shares of the whole table, also for later boxes;
//! - a box whose mean misses the threshold ends the covering.
//!
//! Three of its choices are not followed, being slips: pasting goes on where no real column is
//! restricted; limits of integer columns stay whole numbers when pasted; and a slice that would leave
//! nothing is no candidate, where there its mean is 0 and could be the best of negative ones.
//!
//! A box describes the sample it was found in. Its density is that of a maximum searched for and so
//! too high for new cases; quasi-p-values rank restrictions but are no significance tests (Bryant &
//! Lempert 2010). Play a fresh sample inside the box for an honest density.

mod choose;
mod find;
mod limits;
mod objective;
mod paste;
mod peel;
mod quasi_p;
mod stability;
mod table;

pub use choose::{Choice, Chosen, chosen};
pub use find::{Found, Phase, Settings, Step, boxes};
pub use limits::{Limits, Restriction, Side};
pub use objective::Objective;
pub use stability::{Resampling, Returned, Stability, stability};
pub use table::{Column, Table};
