//! Two codings as tidy CSV: one row a number, at full precision.
//!
//! Columns: `path,kind,party,a_low,a_median,a_high,b_low,b_median,b_high,same,overlap,shift,scale_share,in`;
//! `low` and `high` are the 10% and 90% points, `in` is `both`, `a` or `b`. What the differences do to the odds
//! is in the JSON.

use super::CodingsView;
use crate::present::quote::quoted;

const HEAD: &str = "path,kind,party,a_low,a_median,a_high,b_low,b_median,b_high,same,overlap,shift,\
                    scale_share,in\n";

/// The rows as text.
pub fn csv(view: CodingsView<'_>) -> String {
    let mut text = HEAD.to_owned();
    let optional = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
    let likeness = &view.agreements.likeness;
    for one in &likeness.both {
        let party = one.party.map_or("", |party| &view.a.parties[party].id);
        text += &format!(
            "{},{},{party},{},{},{},{},{},{},{},{},{},{},both\n",
            quoted(&one.path),
            one.kind.word(),
            one.a.low,
            one.a.median,
            one.a.high,
            one.b.low,
            one.b.median,
            one.b.high,
            u8::from(one.same),
            one.overlap,
            optional(one.shift),
            optional(one.scale_share)
        );
    }
    for (paths, which) in [(&likeness.only_a, "a"), (&likeness.only_b, "b")] {
        for path in paths {
            text += &format!("{},,,,,,,,,,,,,{which}\n", quoted(path));
        }
    }
    text
}
