//! The sections of a scenario's report, in the order of a briefing. A section is a function of the view;
//! `None` where the scenario gives it nothing to say.

pub(super) mod answer;
mod assumptions;
mod backtest;
pub(super) mod blockers;
mod comparison;
pub(super) mod gains;
pub(super) mod hinges;
pub(super) mod interims;
mod lasting;
pub(super) mod method;
mod offers;
mod opinions;
pub(super) mod process;
pub(super) mod questions;
mod stories;
pub(super) mod terms;
mod texts;
mod when;

pub(super) use method::{colophon, notices};

use super::ReportView;
use crate::document::Section;

/// All sections that have something to say.
pub(super) fn all(view: &ReportView<'_>) -> Vec<Section> {
    let sections = [
        Some(answer::section(view)),
        Some(process::section(view)),
        interims::section(view),
        questions::section(view),
        Some(when::section(view)),
        Some(terms::section(view)),
        blockers::section(view),
        view.words().deals_break.then(|| lasting::section(view)),
        offers::deals(view),
        Some(gains::section(view)),
        Some(hinges::section(view)),
        texts::section(view),
        comparison::section(view),
        opinions::section(view),
        stories::section(view),
        backtest::section(view),
        Some(assumptions::section(view)),
        Some(method::section(view)),
        Some(method::limits(view)),
    ];
    sections.into_iter().flatten().collect()
}
