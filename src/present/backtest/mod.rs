//! Back-tests, for readers ([`terminal()`]) and for programs ([`json()`], [`csv()`]).

mod csv;
mod json;
mod terminal;
pub(crate) mod words;

pub use csv::csv;
pub use json::json;
pub use terminal::terminal;

use crate::analysis::backtest::Backtest;
use crate::model::Scenario;

/// A back-test with what was tested.
#[derive(Clone, Copy, Debug)]
pub struct BacktestView<'a> {
    /// The results.
    pub backtest: &'a Backtest,
    /// The scenario of each case, in the same order.
    pub scenarios: &'a [&'a Scenario],
    /// Where each came from.
    pub files: &'a [String],
}
