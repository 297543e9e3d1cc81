//! Results into words, tables, JSON and CSV. Pure: a value goes in, text comes out.

pub mod backtest;
pub mod briefing;
pub mod codings;
pub mod compare;
pub mod csv;
pub mod discover;
pub mod drivers;
pub mod forecasts;
pub mod games;
pub mod html;
pub mod json;
pub mod map;
pub mod markdown;
pub mod report;
pub mod scale;
pub mod study;
pub mod svg;
pub mod terminal;
pub mod tournament;

pub(crate) mod dependence;

mod anchor;
pub(crate) mod blocs;
mod causes;
mod explain;
pub(crate) mod interims;
mod number;
mod offers;
mod outcomes;
mod quote;
mod uncoded;
mod words;
mod wrap;

pub use anchor::{in_words, place};
pub use explain::{Brief, Chronicle, Entry};
pub(crate) use number::{lifetime, score, short};
pub use number::{percent, points, thousands};
pub(crate) use terminal::date as day_and_month;
pub use words::likelihood;
pub(crate) use wrap::{WIDTH, hang, wrap};
