//! The odds of one text: all together, step by step, and everybody's yes.

use crate::document::{Number, Part, Table, Text, author};
use crate::montecarlo::Link;
use crate::present::words::{likelihood_in_prose, odds, unknown_spreads_of, worlds_of};
use crate::results::texts::{PutText, Texts};
use crate::results::{Cited, Estimate, cite};

/// The answer in a sentence or two.
pub(super) fn answer(texts: &Texts, text: &Cited<'_, PutText>) -> Vec<Part> {
    let Some(signed) = cite!(text.steps).each().find(|step| step.id == Link::Signed) else {
        return vec![Part::Lead(Text::from(
            "No history comes to this day with the parties still at the table: there is nobody to put it to.",
        ))];
    };
    let mut said = Text::from("All who have to sign this text do so in ")
        .then(odds(&cite!(signed.odds)))
        .and(format!(" of the histories: {}", likelihood_in_prose(signed.odds.value)));
    if let (true, Some(_)) = (texts.tells_spread(), signed.odds.worlds()) {
        said = said.and(" (eight in ten of the worlds that the file allows: ");
        said = said.then(worlds_of(&cite!(signed.odds))).and(")");
    }
    said = said.and(".");
    let holds = cite!(text.steps).each().find(|step| step.id == Link::Holds);
    if let Some(holds) = holds {
        said = said.and(" It is signed, in force, carried out and holds a year in ");
        said = said.then(odds(&cite!(holds.odds))).and(".");
    }
    let mut parts = vec![Part::Lead(said)];
    for by in cite!(text.withheld_by).each() {
        parts.push(Part::Paragraph(
            Text::from(author(&by.party.title))
                .and(", who mediates, would not table it in ")
                .then(odds(&cite!(by.odds)))
                .and(": it would not sign it itself, or has a red line that it crosses."),
        ));
    }
    parts
}

/// How the talks stand on a later day; nothing on the first.
pub(super) fn on_the_day(texts: &Cited<'_, Texts>) -> Option<Text> {
    if texts.tells_spread() {
        return None;
    }
    let day = cite!(texts.day);
    Some(
        Text::from("On that day the parties still talk in ")
            .then(odds(&cite!(day.talks)))
            .and(" of all histories, and the odds are of those. In ")
            .then(odds(&cite!(day.in_force)))
            .and(" another package is in force by then, and in ")
            .then(odds(&cite!(day.signed)))
            .and(" one is signed and waits for its votes."),
    )
}

/// From the signatures to a deal that lasts.
pub(super) fn steps(texts: &Texts, text: &Cited<'_, PutText>) -> Option<Vec<Part>> {
    let steps = cite!(text.steps);
    if steps.is_empty() {
        return None;
    }
    let heads = ["", "#odds", "#±", "#worlds", "#of those before"];
    let mut table = Table::new(Text::new(), &heads);
    for step in steps.each() {
        let given = cite!(step.given)
            .some()
            .map_or_else(Text::new, |given| Text::from(Number::share(&cite!(given.value))));
        let estimate = cite!(step.odds);
        let row = row(Text::from(step.title.clone()), &estimate, texts.tells_spread());
        table.row(row.into_iter().chain([given]));
    }
    Some(vec![Part::Table(table)])
}

/// Name, odds, ± and, where it is told, the spread between worlds.
fn row(name: Text, estimate: &Cited<'_, Estimate>, spread: bool) -> [Text; 4] {
    [
        name,
        Text::from(Number::share(&cite!(estimate.value))),
        Text::from(Number::half_points(&cite!(estimate.half_width))),
        if spread { worlds_of(estimate) } else { Text::from("–") },
    ]
}

/// Everybody's yes.
pub(super) fn signatories(texts: &Texts, text: &Cited<'_, PutText>) -> Option<Vec<Part>> {
    let all = cite!(text.signatories);
    if all.is_empty() {
        return None;
    }
    let guarantors = all.part().iter().any(|one| !one.principal);
    let heads = ["", "#odds", "#±", "#worlds", "#only no"];
    let with_asked = ["", "#odds", "#±", "#worlds", "#only no", "#asked"];
    let mut table = Table::new(Text::new(), if guarantors { &with_asked[..] } else { &heads[..] });
    for one in all.each() {
        // The spread of a share of histories that differ in number from world to world is not told.
        let spread = texts.tells_spread() && one.asked.value >= 1.0;
        let cells = row(Text::from(author(&one.party.title)), &cite!(one.yes), spread);
        let alone = [Text::from(Number::share(&cite!(one.alone.value)))];
        let asked = guarantors.then(|| Text::from(Number::share(&cite!(one.asked.value))));
        table.row(cells.into_iter().chain(alone).chain(asked));
    }
    let spreads = text.steps.iter().map(|step| &step.odds);
    let spreads = spreads.chain(all.part().iter().map(|one| &one.yes));
    let worlds = if texts.tells_spread() {
        let unknown = unknown_spreads_of(spreads);
        format!("worlds: eight in ten of the worlds the file allows lie in this range.{unknown} ")
    } else {
        "worlds: not told, as worlds differ in how many of their histories come to that day with talks. "
            .to_owned()
    };
    let asked = if guarantors {
        " asked: how often its yes is needed; a guarantor’s, where the text leans on a pledge that it has made."
    } else {
        ""
    };
    let note = format!(
        "odds: share of the histories, ± the 95% simulation error. {worlds}only no: share in which it says no and \
         nobody else does.{asked}"
    );
    Some(vec![Part::Table(table), Part::Note(Text::from(note))])
}

/// The home fronts; `None` where none votes.
pub(super) fn fronts(text: &Cited<'_, PutText>) -> Option<Vec<Part>> {
    let all = cite!(text.fronts);
    if all.is_empty() {
        return None;
    }
    let mut table = Table::new(Text::new(), &["", "#odds", "#±"]);
    for front in all.each() {
        let name = Text::from(author(&front.party.title));
        let row = match cite!(front.passes).some() {
            Some(passes) => [
                name,
                Text::from(Number::share(&cite!(passes.value))),
                Text::from(Number::half_points(&cite!(passes.half_width))),
            ],
            None => [name, Text::from("–"), Text::from("–")],
        };
        table.row(row);
    }
    Some(vec![Part::Table(table)])
}
