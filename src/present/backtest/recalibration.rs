//! What choosing the model's constants on the other cases would do.

use super::words::{cited, score, setting};
use crate::document::{Number, Part, Section, Table, Text, author};
use crate::results::backtest::Recalibrated;
use crate::results::{Cited, cite};

/// Case by case, left out.
pub(super) fn left_out(found: &Cited<'_, Recalibrated>) -> Section {
    let brier = |value: Cited<'_, f64>| Text::from(cited(score, &value));
    let columns = ["", "#as is", "#chosen", "constants chosen on the other cases"];
    let mut table = Table::new(Text::new(), &columns);
    for one in cite!(found.left_out).each() {
        table.row([
            Text::from(author(&one.case.id)),
            brier(cite!(one.as_it_is)),
            brier(cite!(one.with_chosen)),
            setting(&cite!(one.chosen)),
        ]);
    }
    table.row([
        Text::from("all questions"),
        brier(cite!(found.as_it_is)),
        brier(cite!(found.left_out_score)),
        Text::new(),
    ]);
    let note = Text::from("Mean Brier scores on ")
        .and(Number::count(&cite!(found.worlds)))
        .and(
            " worlds a case. For each case the rate of tries, the noise of readiness and the scale of durability (each \
             × 0.5, 1 or 2: ",
        )
        .and(Number::count(&cite!(found.settings)))
        .and(
            " settings) are chosen that score best on the other cases; no position moves. The best setting for all \
             of them, with hindsight (",
        )
        .then(setting(&cite!(found.best)))
        .and("), gives ")
        .and(cited(score, &cite!(found.best_score)))
        .and(".");
    Section::new("recalibration", "Leave one case out", vec![Part::Table(table), Part::Note(note)])
}
