//! What an answer about texts is made of.

use jiff::civil::Date;

use crate::analysis::amend::Amendments;
use crate::model::Scenario;
use crate::montecarlo::TextsPlayed;

/// A text that was asked about.
#[derive(Clone, Debug)]
pub struct AskedText {
    /// What the user calls it.
    pub label: String,
    /// Where it settles each issue, in [0, 1].
    pub text: Vec<f64>,
    /// What would turn its likeliest no, and the text with each of the changes played against it as it is; none
    /// where nobody looked, or nothing is to be turned.
    pub amended: Option<(Amendments, TextsPlayed)>,
}

/// Texts that were asked about, with what playing them says.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The day, …
    pub on: Date,
    /// … in months after the as-of date.
    pub on_months: f64,
    /// The texts.
    pub texts: &'a [AskedText],
    /// What playing them says, in the same order.
    pub played: &'a TextsPlayed,
}
