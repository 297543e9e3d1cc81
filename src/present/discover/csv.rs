//! Boxes as tidy CSV: one row for every input that a box narrows.

use super::Discovery;
use super::json::{ends, names};
use crate::analysis::prim::{Limits, Side};
use crate::present::csv::table_text;

/// The rows as text: `box,coverage,density,mass,input,low,high,one_of,quasi_p,returned`; an input
/// narrowed on both sides has the larger quasi-p-value and the smaller return.
pub fn csv(found: Discovery<'_>) -> String {
    let head = [
        "box", "coverage", "density", "mass", "input", "low", "high", "one_of", "quasi_p",
        "returned",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for (number, (chosen, stability)) in found.boxes.iter().enumerate() {
        let told = &chosen.told;
        for (column, input) in found.inputs.iter().enumerate() {
            let own = told.restrictions.iter().zip(&stability.returned);
            let own: Vec<_> = own.filter(|(restriction, _)| restriction.column == column).collect();
            if own.is_empty() {
                continue;
            }
            let quasi_p = own.iter().map(|(r, _)| r.quasi_p).fold(0.0, f64::max);
            let returned = own.iter().map(|(_, share)| **share).fold(1.0, f64::min);
            let (mut low, mut high) = ends(&told.limits[column]);
            if matches!(told.limits[column], Limits::Interval { .. }) {
                // An end that is not narrowed is no limit.
                if !own.iter().any(|(r, _)| matches!(r.side, Side::AtLeast(_))) {
                    low = String::new();
                }
                if !own.iter().any(|(r, _)| matches!(r.side, Side::AtMost(_))) {
                    high = String::new();
                }
            }
            let one_of = match &told.limits[column] {
                Limits::Categories(kept) => names(input, kept).join("|"),
                Limits::Interval { .. } => String::new(),
            };
            rows.push(vec![
                (number + 1).to_string(),
                told.coverage.to_string(),
                told.density.to_string(),
                told.mass.to_string(),
                input.name.clone(),
                low,
                high,
                one_of,
                quasi_p.to_string(),
                returned.to_string(),
            ]);
        }
    }
    table_text(&rows)
}
