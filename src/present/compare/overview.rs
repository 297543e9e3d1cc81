//! Many alternatives at a glance: one row each.

use std::fmt::Write as _;

use super::CompareView;
use super::words::point_change;
use crate::montecarlo::{Link, Paired};
use crate::present::number::{percent, points};
use crate::present::wrap::{hang, wrap};
use crate::text::Padded;

/// Width of the first column, and of a column of change.
const NAME: usize = 22;
const CHANGE: usize = 12;

/// One row for each alternative: the base's odds and the change of each.
pub(super) fn overview(out: &mut String, view: CompareView<'_>) {
    let Some(first) = view.contrasts.contrasts.first() else { return };
    let columns = ["signed", "ratified", "holds a year", "a zone"];
    let _ = write!(out, "\n{:<w$}", "Change of the odds", w = NAME + 2);
    for title in columns {
        let _ = write!(out, " {title:>CHANGE$}");
    }
    let base = [Link::Signed, Link::Ratified, Link::Holds].map(|link| first.link(link).base.value);
    let _ = write!(out, "\n  {:<NAME$}", "base");
    for value in base.into_iter().chain([first.zone.base.value]) {
        let _ = write!(out, " {:>CHANGE$}", percent(value));
    }
    out.push('\n');
    for (side, contrast) in view.alternatives.iter().zip(&view.contrasts.contrasts) {
        let lines = wrap(side.label, NAME);
        let _ = write!(out, "  {:<NAME$}", Padded(&lines[0]));
        let links = [Link::Signed, Link::Ratified, Link::Holds].map(|link| contrast.link(link));
        for paired in links.into_iter().chain([&contrast.zone]) {
            let _ = write!(out, " {:>CHANGE$}", with_error(paired));
        }
        out.push('\n');
        for line in &lines[1..] {
            let _ = writeln!(out, "  {line}");
        }
    }
    hang(
        out,
        "",
        2,
        "In percentage points, ± the 95% simulation error; a zone: share of worlds with a package that \
         suits every signatory. One alternative alone is told in full; all of them: --json, --csv.",
    );
}

/// `+4.1 ± 0.3`.
fn with_error(paired: &Paired) -> String {
    let difference = paired.difference;
    format!("{} ± {}", point_change(difference.value), points(difference.half_width()))
}
