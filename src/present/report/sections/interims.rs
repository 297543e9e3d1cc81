//! What becomes of the interim deals.

use crate::document::{Part, Section, Table, Text, author};
use crate::present::report::{ReportView, odds};
use crate::results::cite;

pub(in crate::present::report) fn section(view: &ReportView<'_>) -> Option<Section> {
    let run = view.run();
    if run.interims.is_empty() {
        return None;
    }
    let columns = ["Interim deal", "#Agreed", "#Renewed", "#Ends", "#Broken", "#Leads to more"];
    let mut table = Table::new(Text::new(), &columns);
    for deal in cite!(run.interims).each() {
        table.row([
            Text::from(author(&deal.title)),
            odds::with_interval(&cite!(deal.agreed)),
            odds::with_interval(&cite!(deal.renewed)),
            odds::with_interval(&cite!(deal.lapsed)),
            odds::with_interval(&cite!(deal.broken)),
            odds::with_interval(&cite!(deal.followed)),
        ]);
    }
    let note = "Shares of all histories, each counted once however often it happens. An interim deal settles \
         some issues for a time while the talks go on: it is renewed when all agree to go on with it, ends \
         when it runs out, or is broken; it leads to the whole where a package is signed while it stands and \
         is ratified.";
    let parts = vec![Part::Table(table), Part::Note(Text::from(note))];
    Some(Section::new("interims", "Deals on the way", parts))
}
