//! Many alternatives at a glance: one row each.

use std::fmt::Write as _;

use super::CompareView;
use super::words::point_change;
use crate::model::Scenario;
use crate::montecarlo::{Contrast, Link, Outcome, Paired};
use crate::present::number::{percent, points};
use crate::present::terminal::link_name;
use crate::present::wrap::{hang, wrap};
use crate::text::{Padded, fitted};

/// Width of the first column, and of a column of change.
const NAME: usize = 22;
const CHANGE: usize = 12;

/// Columns beside the name.
const COLUMNS: usize = 4;

/// What the columns hold: the links from a signature on, after the outcome that is told where it is none
/// of them, then the zone; as many as there is room for.
fn columns(view: CompareView<'_>) -> Vec<Column> {
    let scenario = view.base.scenario;
    let told = view.told_of_all();
    let links = [Link::Signed, Link::Ratified, Link::Holds];
    let links = links.into_iter().filter(|link| link_name(scenario, *link).is_some());
    let mut outcomes: Vec<Outcome> = links.map(Outcome::Link).collect();
    if !outcomes.contains(&told) {
        outcomes.insert(0, told);
    }
    let mut columns: Vec<Column> = outcomes.into_iter().map(Column::Odds).collect();
    columns.push(Column::Zone);
    columns.truncate(COLUMNS);
    columns
}

/// What a column holds.
#[derive(Clone, Copy)]
enum Column {
    /// An outcome's odds.
    Odds(Outcome),
    /// Worlds with a zone of agreement.
    Zone,
}

impl Column {
    fn title(self, scenario: &Scenario) -> String {
        match self {
            Self::Odds(Outcome::Link(link)) => {
                link_name(scenario, link).unwrap_or_else(|| link.word()).to_owned()
            }
            Self::Odds(question) => fitted(question.word(scenario), CHANGE),
            Self::Zone => "a zone".to_owned(),
        }
    }

    fn of(self, contrast: &Contrast) -> Option<&Paired> {
        match self {
            Self::Odds(outcome) => contrast.outcome(outcome),
            Self::Zone => Some(&contrast.zone),
        }
    }
}

/// One row for each alternative: the base's odds and the change of each.
pub(super) fn overview(out: &mut String, view: CompareView<'_>) {
    let contrasts = &view.contrasts.contrasts;
    let columns = columns(view);
    let _ = write!(out, "\n{:<w$}", "Change of the odds", w = NAME + 2);
    for column in &columns {
        let _ = write!(out, " {:>CHANGE$}", column.title(view.base.scenario));
    }
    let _ = write!(out, "\n  {:<NAME$}", "base");
    for column in &columns {
        let base = contrasts.iter().find_map(|contrast| column.of(contrast));
        let base = base.map_or("–".to_owned(), |paired| percent(paired.base.value));
        let _ = write!(out, " {base:>CHANGE$}");
    }
    out.push('\n');
    for (side, contrast) in view.alternatives.iter().zip(contrasts) {
        let lines = wrap(side.label, NAME);
        let _ = write!(out, "  {:<NAME$}", Padded(&lines[0]));
        for column in &columns {
            let change = column.of(contrast).map_or("–".to_owned(), with_error);
            let _ = write!(out, " {change:>CHANGE$}");
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
