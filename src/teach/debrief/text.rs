//! The debrief in words and tables.

use super::{Concession, Debrief, WhatIf, page};
use crate::teach::points::shown;
use crate::teach::sheet::Sheet;

/// The whole of it.
pub(super) fn sheet(debrief: &Debrief, what_if: &[WhatIf]) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.heading(1, &format!("{}: debrief", debrief.title));
    sheet.paragraph(&format!(
        "Played as {} · seed {}. {}",
        debrief.role, debrief.seed, debrief.ending
    ));
    for voter in &debrief.voted_down {
        sheet.item(&format!("The home front of {voter} voted the deal down."));
    }
    scores(&mut sheet, debrief);
    sheet.heading(2, "The zone of possible agreement");
    for words in &debrief.zone {
        sheet.item(words);
    }
    if let Some(drawing) = page::pareto(debrief) {
        sheet.drawing(drawing);
    }
    solutions(&mut sheet, debrief);
    left(&mut sheet, debrief);
    path(&mut sheet, debrief);
    for concession in &debrief.concessions {
        let text = if debrief.clock == "round" { conceded(concession) } else { moved(concession) };
        sheet.item(&text);
    }
    changes(&mut sheet, debrief, what_if);
    sheet
}

fn scores(sheet: &mut Sheet, debrief: &Debrief) {
    sheet.heading(2, "Scores");
    let row = |score: &super::Score| {
        let you = if score.person { " (you)" } else { "" };
        vec![
            format!("{}{you}", score.title),
            shown(score.points),
            shown(score.batna),
            score.most.map_or("–".to_owned(), shown),
            verdict(score).to_owned(),
        ]
    };
    let rows: Vec<Vec<String>> = debrief.scores.iter().map(row).collect();
    let head = ["party", "points", "no deal", "most in the zone", "so"];
    sheet.table(&head, &[1, 2, 3], &rows);
    let best = debrief.best_joint().map_or(String::new(), |best| {
        format!(" The most that a deal in the zone brings them: {}.", shown(best))
    });
    sheet.paragraph(&format!("All together: {} points.{best}", shown(debrief.joint())));
}

fn verdict(score: &super::Score) -> &'static str {
    let gain = score.points - score.batna;
    match score.most.map(|most| most - score.batna) {
        _ if gain < -0.05 => "worse than no deal",
        _ if gain < 0.05 => "no better than no deal",
        Some(most) if most > 0.0 && gain > 0.66 * most => "most of what there was to gain",
        Some(most) if most > 0.0 && gain < 0.33 * most => "a little of what there was to gain",
        _ => "better than no deal",
    }
}

fn solutions(sheet: &mut Sheet, debrief: &Debrief) {
    if debrief.solutions.is_empty() {
        return;
    }
    sheet.heading(2, "What the theories would have said");
    let row = |solution: &super::Solution| {
        let points: Vec<String> = solution.points.iter().map(|&points| shown(points)).collect();
        vec![
            solution.name.to_owned(),
            points.join(" / "),
            solution.distance.map_or("–".to_owned(), shown),
            solution.terms.clone(),
        ]
    };
    let rows: Vec<Vec<String>> = debrief.solutions.iter().map(row).collect();
    sheet.table(&["solution", "points", "away", "terms"], &[2], &rows);
    let names: Vec<&str> =
        debrief.bargainers.iter().map(|&party| debrief.scores[party].title.as_str()).collect();
    // Of a curve there are only samples: nothing to count.
    let efficient = match debrief.frontier.points.len() {
        _ if !debrief.frontier.whole => String::new(),
        1 => " One package is efficient: nobody can gain without a loss for somebody.".to_owned(),
        count => format!(
            " {count} packages are efficient: nobody can gain there without a loss for somebody."
        ),
    };
    sheet.paragraph(&format!(
        "Points of {}, in this order; away: how far the deal was from it, in points.{efficient}",
        names.join(", "),
    ));
}

fn left(sheet: &mut Sheet, debrief: &Debrief) {
    sheet.heading(2, "Left on the table");
    let how = if debrief.divided { "divided as it was" } else { "divided equally" };
    let text = if debrief.left < 0.05 {
        format!("Nothing, {how}: no package would have brought all of you more.")
    } else {
        format!("The gain, {how}, could have been greater by {} points.", shown(debrief.left))
    };
    sheet.paragraph(&text);
    if let Some((terms, gains)) = &debrief.better {
        sheet.paragraph(&format!(
            "Better for somebody and worse for nobody: {terms} ({}).",
            each(debrief, gains)
        ));
    }
    if !debrief.trades.is_empty() {
        sheet.paragraph("Trades that were missed, each on two issues alone:");
        for trade in &debrief.trades {
            let changes = trade.changes.join(" against ");
            sheet.item(&format!("{changes} ({})", each(debrief, &trade.gains)));
        }
    }
}

/// `Orchestra +4.5, Town +12`
fn each(debrief: &Debrief, gains: &[f64]) -> String {
    let names = debrief.bargainers.iter().map(|&party| &debrief.scores[party].title);
    let parts = names.zip(gains).map(|(name, &gain)| {
        let sign = if gain >= 0.05 { "+" } else { "" };
        format!("{name} {sign}{}", shown(gain))
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// The most offers that are listed.
const OFFERS: usize = 60;

fn path(sheet: &mut Sheet, debrief: &Debrief) {
    sheet.heading(2, "The path of the offers");
    if debrief.path.is_empty() {
        sheet.paragraph("Nothing was offered.");
        return;
    }
    let names: Vec<&str> =
        debrief.bargainers.iter().map(|&party| debrief.scores[party].title.as_str()).collect();
    let row = |offer: &super::Offer| {
        let by = offer.by.and_then(|by| names.get(by)).map_or("mediator", |name| *name);
        let points: Vec<String> = offer.points.iter().map(|&points| shown(points)).collect();
        vec![shown(offer.when), by.to_owned(), points.join(" / ")]
    };
    let rows: Vec<Vec<String>> = debrief.path.iter().take(OFFERS).map(row).collect();
    let head = [debrief.clock, "by", "points of all"];
    sheet.table(&head, &[0], &rows);
    if debrief.path.len() > OFFERS {
        sheet.paragraph(&format!("… and {} more.", debrief.path.len() - OFFERS));
    }
    if let Some(drawing) = page::concessions(debrief) {
        sheet.drawing(drawing);
    }
    sheet.paragraph("Who conceded when:");
}

/// How far a party came, and when it moved most.
fn conceded(concession: &Concession) -> String {
    let who = &concession.title;
    let (Some(first), Some(last)) = (concession.offers.first(), concession.offers.last()) else {
        return format!("{who} offered nothing.");
    };
    let steps = concession.offers.windows(2).map(|pair| (pair[1].0, pair[0].1 - pair[1].1));
    let largest = steps.reduce(|a, b| if b.1 > a.1 { b } else { a });
    let moved = first.1 - last.1;
    match largest {
        Some((when, step)) if step > 0.05 => format!(
            "{who}: from {} to {} points for itself, {} given up in all, most of it ({}) in round {}.",
            shown(first.1),
            shown(last.1),
            shown(moved),
            shown(step),
            shown(when)
        ),
        _ => format!("{who}: stood at {} points for itself.", shown(last.1)),
    }
}

/// What the texts tabled were worth to a party.
fn moved(concession: &Concession) -> String {
    let who = &concession.title;
    match (concession.offers.first(), concession.offers.last()) {
        (Some(first), Some(last)) => format!(
            "{who}: the first text was worth {} points to it, the last {}.",
            shown(first.1),
            shown(last.1)
        ),
        _ => format!("{who}: no text was tabled."),
    }
}

fn changes(sheet: &mut Sheet, debrief: &Debrief, what_if: &[WhatIf]) {
    if what_if.is_empty() {
        return;
    }
    sheet.heading(2, "What one change would have done");
    sheet.paragraph(
        "The same game, with your decisions as far as they go and the engine in your seat from there.",
    );
    for what in what_if {
        let points: Vec<String> = debrief
            .scores
            .iter()
            .zip(&what.points)
            .map(|(score, &points)| format!("{} {}", score.title, shown(points)))
            .collect();
        sheet.item(&format!("{}: {} ({})", what.change, what.ending, points.join(", ")));
    }
}
