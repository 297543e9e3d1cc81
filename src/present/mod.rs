//! Results into words, tables, JSON and CSV. Pure: a value goes in, text comes out.

pub mod backtest;
pub mod codings;
pub mod compare;
pub mod csv;
pub mod discover;
pub mod drivers;
pub mod explain;
pub mod forecasts;
pub mod games;
pub mod living;
pub mod map;
pub mod report;
pub mod run;
pub mod study;
pub mod texts;
pub mod tournament;

pub(crate) mod dependence;

mod causes;
mod happening;
mod inert;
mod interims;
mod offers;
mod outcomes;
pub(crate) mod process;
mod rows;
mod words;

pub(crate) use crate::results::anchor;
pub use crate::results::anchor::{in_words, place};
pub(crate) use happening::Words;
