//! Words and figures of alternating offers: the links of their chain, and how good the deals are.

use std::fmt::Write as _;

use crate::montecarlo::{DealFigure, DealMean, Summary};
use crate::text::hang;

/// What a deal figure is called.
pub(super) fn words(figure: DealFigure) -> &'static str {
    match figure {
        DealFigure::Rounds => "rounds to the deal",
        DealFigure::Efficient => "share on the Pareto frontier",
        DealFigure::Frontier => "distance from the frontier",
        DealFigure::Nash => "distance from the Nash solution",
        DealFigure::KalaiSmorodinsky => "distance from Kalai–Smorodinsky",
        DealFigure::Left => "value left on the table, all together",
    }
}

/// How good the deals are, for a terminal.
pub(super) fn deals(out: &mut String, summary: &Summary) {
    if summary.deals.is_empty() {
        return;
    }
    out.push_str("\nHow good the deals are (mean over deals, and its 95% interval)\n");
    for DealMean { figure, mean } in &summary.deals {
        let (mut scale, mut digits, mut unit) = (1.0, 3, "");
        match figure {
            DealFigure::Rounds => digits = 1,
            DealFigure::Efficient => (scale, digits, unit) = (100.0, 1, "%"),
            _ => {}
        }
        let shown = |value: f64| format!("{:.digits$}", value * scale);
        let _ = writeln!(
            out,
            "  {:<40} {:>7}{unit:<1}  ({}–{}{unit})",
            words(*figure),
            shown(mean.value),
            shown(mean.low),
            shown(mean.high),
        );
    }
    hang(
        out,
        "",
        2,
        "Distances are between the parties’ values, each from 0 to 1. Left on the table: the most by \
         which the sum of all values could rise with nobody worse off.",
    );
}
