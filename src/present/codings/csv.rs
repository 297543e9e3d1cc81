//! Two codings as tidy CSV: one row a number, at full precision. What the differences do to the odds is in the
//! JSON.

use serde::Serialize;

use crate::analysis::codings::Kind;
use crate::present::rows::{self, Full};
use crate::results::codings::{CodedNumber, Codings};

/// A number of either coding.
#[derive(Default, Serialize)]
struct Row<'a> {
    /// Its path.
    path: &'a str,
    /// Its kind; this and what follows of numbers that both have.
    kind: Option<Kind>,
    /// The party it belongs to; empty where it belongs to none.
    party: &'a str,
    /// One tenth of A's distribution lies below this.
    a_low: Option<Full>,
    /// A's median.
    a_median: Option<Full>,
    /// One tenth of A's distribution lies above this.
    a_high: Option<Full>,
    /// The same of B's.
    b_low: Option<Full>,
    /// B's median.
    b_median: Option<Full>,
    /// One tenth of B's distribution lies above this.
    b_high: Option<Full>,
    /// 1 where the two say the very same.
    same: Option<u8>,
    /// Share of the two distributions that lies in the same place.
    overlap: Option<Full>,
    /// B's median less A's, in units of their spread; empty where both are sure and differ.
    shift: Option<Full>,
    /// B's median less A's, as a share of the scale; empty off scales.
    scale_share: Option<Full>,
    /// Who has it: `both`, `a` or `b`.
    r#in: &'a str,
}

/// The rows as text.
pub fn csv(codings: &Codings) -> String {
    let both = codings.numbers.iter().map(of_both);
    let only_a = codings.only_a.iter().map(|path| Row { path, r#in: "a", ..Row::default() });
    let only_b = codings.only_b.iter().map(|path| Row { path, r#in: "b", ..Row::default() });
    rows::csv(both.chain(only_a).chain(only_b))
}

fn of_both(one: &CodedNumber) -> Row<'_> {
    Row {
        path: &one.path,
        kind: Some(one.kind),
        party: one.party.as_ref().map_or("", |party| &party.id),
        a_low: Some(Full(one.a.low)),
        a_median: Some(Full(one.a.median)),
        a_high: Some(Full(one.a.high)),
        b_low: Some(Full(one.b.low)),
        b_median: Some(Full(one.b.median)),
        b_high: Some(Full(one.b.high)),
        same: Some(u8::from(one.same)),
        overlap: Some(Full(one.overlap)),
        shift: one.shift.map(Full),
        scale_share: one.scale_share.map(Full),
        r#in: "both",
    }
}
