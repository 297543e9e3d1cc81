//! Boxes as tidy CSV: one row for every input that a box narrows.

use serde::Serialize;

use crate::present::rows::Full;
use crate::results::discover::{Boxes, ToldLimit};

/// The columns, which stand there even where no box was found.
const HEAD: [&str; 10] =
    ["box", "coverage", "density", "mass", "input", "low", "high", "one_of", "quasi_p", "returned"];

/// An input that a box narrows.
#[derive(Serialize)]
struct Row<'a>(
    /// The number of the box, from 1.
    usize,
    /// Its coverage.
    Full,
    /// Its density.
    Full,
    /// Its mass.
    Full,
    /// The input's column.
    &'a str,
    /// Its lower limit, if it has one.
    Option<Full>,
    /// Its upper limit, if it has one.
    Option<Full>,
    /// The categories it is limited to.
    String,
    /// The quasi-p-value; narrowed on both sides, the larger one.
    Full,
    /// The share of resamples in which it was narrowed likewise; of both sides the smaller one.
    Full,
);

/// The rows as text.
pub fn csv(found: &Boxes) -> String {
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    // Writing to a Vec cannot fail.
    let _ = writer.write_record(HEAD);
    for (number, one) in found.boxes.iter().enumerate() {
        let told = &one.told;
        for input in &found.inputs {
            let own = told.restrictions.iter().filter(|limit| limit.input == input.id);
            let own: Vec<&ToldLimit> = own.collect();
            if own.is_empty() {
                continue;
            }
            let one_of = own.iter().find_map(|limit| limit.one_of.as_ref());
            let _ = writer.serialize(Row(
                number + 1,
                Full(told.coverage),
                Full(told.density),
                Full(told.mass),
                &input.id,
                own.iter().find_map(|limit| limit.at_least).map(Full),
                own.iter().find_map(|limit| limit.at_most).map(Full),
                one_of.map_or(String::new(), |kept| kept.join("|")),
                Full(own.iter().map(|limit| limit.quasi_p).fold(0.0, f64::max)),
                Full(own.iter().map(|limit| limit.returned).fold(1.0, f64::min)),
            ));
        }
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
