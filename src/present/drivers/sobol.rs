//! Sobol' indices as a table.

use super::told::Told;
use super::words::{MOST, hundredths, rest};
use crate::document::{Number, Part, Section, Table, Text, author};
use crate::results::drivers::{SobolIndex, SobolIndices, SobolShares};
use crate::results::{Cited, Resampled, cite};

const LEGEND: &str = "by itself: the share of the spread that would go if the input were known (first order). with others: the \
     share that would stay if all but it were known (total order); near 0 it can be left alone, well above “by \
     itself” it acts through others. In brackets: 95% intervals.";

/// The shares, or why there are none.
pub(super) fn sobol(found: &Cited<'_, SobolShares>) -> Told {
    if let Some(found) = cite!(found.indices).some() {
        return indices(&found);
    }
    let text = match cite!(found.odds).some() {
        Some(odds) => Text::from("The odds are ").and(Number::share(&odds)).and(
            " in every world that was played: they hang on none of these inputs, and there is no spread to \
             explain.",
        ),
        None => Text::from(
            "All the spread between worlds that was seen can be chance: nothing can be said of what explains \
             it. Play more histories in each world (--histories), or more rows (--points).",
        ),
    };
    let section = Section::new("shares", Text::new(), vec![Part::Paragraph(text)]);
    Told { sections: vec![section], legend: None }
}

fn indices(found: &Cited<'_, SobolIndices>) -> Told {
    let inputs = cite!(found.inputs);
    let mut order: Vec<_> = inputs.each().collect();
    order.sort_by(|a, b| b.total.value.total_cmp(&a.total.value));
    let mut table = Table::new(Text::new(), &["", "#by itself", "#with others"]);
    for index in order.iter().take(MOST) {
        table.row(row(index));
    }
    let together = Text::from("Together the inputs explain ")
        .and(hundredths(&cite!(found.first_order_sum), 0))
        .and("% by themselves; what is missing to 100% is interplay. The odds of worlds have mean ")
        .and(Number::share(&cite!(found.mean)))
        .and(" and standard deviation ")
        .and(hundredths(&cite!(found.standard_deviation), 1))
        .and(" points; chance, ")
        .and(Number::share(&cite!(found.noise_share)))
        .and(" of what was seen to vary, is taken out.");
    let doubtful = (!found.converged).then(|| {
        Text::from("NOT CONVERGED: the widest interval is ")
            .and(hundredths(&cite!(found.widest_interval), 0))
            .and(
                " points wide, and 5 is wanted. Order and size of large shares can be read, small ones cannot. \
                 Play more with --points.",
            )
    });
    let rest = rest(order.len().min(MOST), order.len(), "each with a smaller share");
    let notes = [rest, Some(together), doubtful].into_iter().flatten().map(Part::Note);
    let parts = [Part::Table(table)].into_iter().chain(notes).collect();
    let section = Section::new("shares", "What explains the spread between worlds?", parts);
    Told { sections: vec![section], legend: Some(Text::from(LEGEND)) }
}

fn row(index: &Cited<'_, SobolIndex>) -> [Text; 3] {
    let name = index
        .path
        .as_ref()
        .map_or_else(|| Text::from("all other inputs together"), |path| Text::from(author(path)));
    [name, share(&cite!(index.first)), share(&cite!(index.total))]
}

/// `41% (35 to 47)`.
fn share(index: &Cited<'_, Resampled>) -> Text {
    let text = Text::from(hundredths(&cite!(index.value), 0)).and("%");
    match cite!(index.low).some().zip(cite!(index.high).some()) {
        Some((low, high)) => {
            text.and(" (").and(hundredths(&low, 0)).and(" to ").and(hundredths(&high, 0)).and(")")
        }
        None => text,
    }
}
