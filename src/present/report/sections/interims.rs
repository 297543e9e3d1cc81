//! What becomes of the interim deals.

use crate::document::{Part, Section, Table, Text, author};
use crate::montecarlo::InterimOdds;
use crate::present::report::{ReportView, odds};

pub(in crate::present::report) fn section(view: &ReportView<'_>) -> Option<Section> {
    let (scenario, interims) = (view.scenario, &view.summary.interims);
    if interims.is_empty() {
        return None;
    }
    let name = |odds: &InterimOdds| author(&scenario.interims[odds.interim].title);
    // In the order of the fates.
    let columns = ["Interim deal", "#Agreed", "#Renewed", "#Ends", "#Broken", "#Leads to more"];
    let mut table = Table::new(Text::new(), &columns);
    for (index, odds) in interims.iter().enumerate() {
        let fates = odds.fates.iter().map(|(fate, estimate)| {
            odds::with_interval(estimate, &format!("/run/result/interims/{index}/{}", fate.word()))
        });
        table.row([Text::from(name(odds))].into_iter().chain(fates));
    }
    let note = "Shares of all histories, each counted once however often it happens. An interim deal settles \
         some issues for a time while the talks go on: it is renewed when all agree to go on with it, ends \
         when it runs out, or is broken; it leads to the whole where a package is signed while it stands and \
         is ratified.";
    let parts = vec![Part::Table(table), Part::Note(Text::from(note))];
    Some(Section::new("interims", "Deals on the way", parts))
}
