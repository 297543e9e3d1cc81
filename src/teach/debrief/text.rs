//! The debrief in words and tables.

use super::{Concession, Debrief, SHOWN, State, WhatIf, page};
use crate::teach::points::shown;
use crate::teach::sheet::Sheet;

/// The whole of it.
pub(super) fn sheet(debrief: &Debrief, what_if: &[WhatIf]) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.heading(1, &format!("{}: debrief", debrief.title));
    let options =
        if debrief.options.is_empty() { String::new() } else { format!(" · {}", debrief.options) };
    let hints = match debrief.hints {
        0 => String::new(),
        1 => " · 1 hint".to_owned(),
        count => format!(" · {count} hints"),
    };
    sheet.paragraph(&format!(
        "Played as {} · seed {}{options}{hints}. {}",
        debrief.role, debrief.seed, debrief.ending
    ));
    for note in debrief.measure.iter().chain(&debrief.notes) {
        sheet.paragraph(note);
    }
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
            score.points.map_or("–".to_owned(), shown),
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
    sheet.paragraph(&debrief.joint().map_or_else(
        || "The game is not over: nobody has any points yet.".to_owned(),
        |joint| format!("{}: {} points.{best}", debrief.together(), shown(joint)),
    ));
}

fn verdict(score: &super::Score) -> &'static str {
    let Some(points) = score.points else { return "not over" };
    let gain = points - score.batna;
    match score.most.map(|most| most - score.batna) {
        _ if score.is_below_no_deal() => "worse than no deal",
        _ if gain < SHOWN / 2.0 => "no better than no deal",
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
            solution.told_terms(),
        ]
    };
    let rows: Vec<Vec<String>> = debrief.solutions.iter().map(row).collect();
    sheet.table(&["solution", "points", "away", "terms"], &[2], &rows);
    let names: Vec<&str> =
        debrief.bargainers.iter().map(|&party| debrief.scores[party].title.as_str()).collect();
    sheet.paragraph(&format!(
        "Points of {}, in this order; away: how far the deal was from it, in points.{}{}",
        names.join(", "),
        if debrief.bargainers.len() < debrief.scores.len() {
            " The theories are asked for those who must sign; who backs the guarantee need only not lose \
             by it."
        } else {
            ""
        },
        efficient(debrief)
    ));
}

fn left(sheet: &mut Sheet, debrief: &Debrief) {
    sheet.heading(2, "Left on the table");
    let who = if debrief.bargainers.len() < debrief.scores.len() {
        debrief.together()
    } else {
        "all together".to_owned()
    };
    let text = match debrief.left {
        None => "What is left is known when the game is over.".to_owned(),
        Some(left) if left.points < SHOWN / 2.0 && left.divided => {
            "Nothing: no package would have brought all of you more, the gain divided as it was."
                .to_owned()
        }
        Some(left) if left.points < SHOWN / 2.0 => {
            "Nothing: no package would have brought all of you more than you have.".to_owned()
        }
        Some(left) if left.divided => format!(
            "The gain of {who}, divided as it was, could have been greater by {} points.",
            shown(left.points)
        ),
        Some(left) if debrief.scores.iter().any(super::Score::is_below_no_deal) => format!(
            "{} points for {who} could have been added, shared alike, to what each has.",
            shown(left.points)
        ),
        Some(left) => format!(
            "A gain of {} points for {who}, shared alike, over no deal.",
            shown(left.points)
        ),
    };
    sheet.paragraph(&text);
    let than = match debrief.state {
        State::Deal => "the deal",
        State::NoDeal => "what lay on the table last, which was not agreed",
        State::Unfinished => "what lies on the table now",
    };
    if let Some((terms, gains)) = &debrief.better {
        sheet.paragraph(&format!(
            "Better for somebody and worse for nobody than {than}: {terms} ({}).",
            each(debrief, gains)
        ));
    }
    if !debrief.trades.is_empty() {
        let trades = match debrief.state {
            State::Deal => "Trades that were missed, each on two issues alone".to_owned(),
            State::NoDeal | State::Unfinished => {
                format!("Trades that could be made from {than}, each on two issues alone")
            }
        };
        sheet.paragraph(&format!("{trades}:"));
        for trade in &debrief.trades {
            let changes = trade.changes.join(" against ");
            sheet.item(&format!("{changes} ({})", each(debrief, &trade.gains)));
        }
    }
}

/// How many packages are efficient; of a curve there are only samples, and nothing to count.
fn efficient(debrief: &Debrief) -> String {
    match debrief.frontier.points.len() {
        0 => String::new(),
        _ if !debrief.frontier.whole => String::new(),
        1 => " One package is efficient: nobody can gain without a loss for somebody.".to_owned(),
        count => format!(
            " {count} packages are efficient: nobody can gain there without a loss for somebody."
        ),
    }
}

/// `Orchestra +4.5, Town +12`
fn each(debrief: &Debrief, gains: &[f64]) -> String {
    let names = debrief.bargainers.iter().map(|&party| &debrief.scores[party].title);
    let parts = names.zip(gains).map(|(name, &gain)| {
        let sign = if gain >= SHOWN / 2.0 { "+" } else { "" };
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
        vec![shown(offer.when), by.to_owned(), points.join(" / "), offer.terms.clone()]
    };
    let rows: Vec<Vec<String>> = debrief.path.iter().take(OFFERS).map(row).collect();
    let head = [debrief.clock, "by", "points", "terms"];
    sheet.table(&head, &[0], &rows);
    if debrief.path.len() > OFFERS {
        sheet.paragraph(&format!("… and {} more.", debrief.path.len() - OFFERS));
    }
    if let Some(drawing) = page::concessions(debrief) {
        sheet.drawing(drawing);
    }
    sheet.paragraph("Who conceded when:");
}

/// How far a party came, what it took back, and when it moved most.
fn conceded(concession: &Concession) -> String {
    let who = &concession.title;
    let (Some(first), Some(last)) = (concession.offers.first(), concession.offers.last()) else {
        return format!("{who} offered nothing.");
    };
    let (mut given, mut taken, mut largest) = (0.0, 0.0, (0.0, 0.0));
    for pair in concession.offers.windows(2) {
        let step = pair[0].1 - pair[1].1;
        if step > 0.0 {
            given += step;
        } else {
            taken -= step;
        }
        if step > largest.1 {
            largest = (pair[1].0, step);
        }
    }
    if given < SHOWN / 2.0 && taken < SHOWN / 2.0 {
        return format!("{who}: stood at {} points for itself.", shown(last.1));
    }
    let mut text = format!("{who}: from {} to {} points for itself", shown(first.1), shown(last.1));
    if given >= SHOWN / 2.0 {
        text += &format!(
            "; gave up {} in all, {}{} in round {}",
            shown(given),
            if largest.1 > given - SHOWN / 2.0 { "" } else { "the most at once " },
            if largest.1 > given - SHOWN / 2.0 { "all of it".to_owned() } else { shown(largest.1) },
            shown(largest.0)
        );
    }
    if taken >= SHOWN / 2.0 {
        text += &format!("; took back {}", shown(taken));
    }
    text + "."
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
