//! What becomes of the interim deals.

use crate::document::{Cell, Part, Section, Table, Text, author};
use crate::model::Fate;
use crate::present::interims::heading;
use crate::present::words::odds;
use crate::results::run::{InterimFates, Run};
use crate::results::{Cited, cite};

/// A section for every interim deal of the file.
pub(super) fn interims(run: &Cited<'_, Run>) -> Vec<Section> {
    let deals = cite!(run.interims);
    deals.each().map(|deal| fates(&deal)).collect()
}

fn fates(deal: &Cited<'_, InterimFates>) -> Section {
    let mut table = Table::new(Text::new(), &["", "#", ""]);
    for (fate, estimate) in [
        (Fate::Agreed, cite!(deal.agreed)),
        (Fate::Renewed, cite!(deal.renewed)),
        (Fate::Lapsed, cite!(deal.lapsed)),
        (Fate::Broken, cite!(deal.broken)),
        (Fate::Followed, cite!(deal.followed)),
    ] {
        let cells = [Text::from(heading(fate)), odds(&estimate)].map(Cell::Text);
        table.cells(cells.into_iter().chain([Cell::Bar(estimate.value)]));
    }
    let title = Text::from("On the way: ").and(author(&deal.title));
    Section::new(format!("interim-{}", deal.id), title, vec![Part::Table(table)])
}
