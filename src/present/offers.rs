//! What figures of the deals of alternating offers are called.

use crate::montecarlo::DealFigure;

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
