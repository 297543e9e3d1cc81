//! The debrief in words and tables.

use super::{Concession, Debrief, SHOWN, State, WhatIf, apart, drawings};
use crate::document::{Document, Length, Part, Section, Table, Text, author, in_full};
use crate::teach::points::shown;

/// The whole of it.
pub(super) fn tell(debrief: &Debrief, what_if: &[WhatIf]) -> Document {
    let sections = [ending(debrief), scores(debrief), zone(debrief)]
        .into_iter()
        .chain(solutions(debrief))
        .chain([left(debrief), path(debrief)])
        .chain(changes(debrief, what_if));
    Document {
        title: Text::from(author(&debrief.title)).and(": debrief"),
        facts: vec![played(debrief)],
        notices: Vec::new(),
        sections: sections.collect(),
        colophon: colophon(debrief),
        length: Length::Whole,
    }
}

/// The last line of what is told of games.
pub(in crate::teach) fn colophon(debrief: &Debrief) -> Text {
    let version = env!("CARGO_PKG_VERSION");
    Text::from("A game, not a forecast. ")
        .and(debrief.clock.words().points)
        .and(format!("Made by zopa {version}."))
}

fn played(debrief: &Debrief) -> Text {
    let hints = match debrief.hints {
        0 => String::new(),
        1 => " · 1 hint".to_owned(),
        count => format!(" · {count} hints"),
    };
    let changed = !debrief.options.is_empty();
    Text::from("Played as ")
        .and(author(&debrief.role))
        .and(format!(" · seed {}", debrief.seed))
        .and_if(changed, " · ")
        .and_if(changed, in_full(&debrief.options))
        .and(format!("{hints}."))
}

/// How it ended, and what has to be known of it.
fn ending(debrief: &Debrief) -> Section {
    let mut parts = vec![Part::Lead(in_full(&debrief.ending).into())];
    let notes = debrief.measure.iter().chain(&debrief.notes);
    parts.extend(notes.map(|words| Part::Paragraph(in_full(words).into())));
    if !debrief.voted_down.is_empty() {
        let down = debrief.voted_down.iter().map(|voter| {
            Text::from("The home front of ").and(author(voter)).and(" voted the deal down.")
        });
        parts.push(Part::List(down.collect()));
    }
    Section::new("ending", Text::new(), parts)
}

fn scores(debrief: &Debrief) -> Section {
    let head = ["party", "#points", "#no deal", "#most in the zone", "so"];
    let mut table = Table::new(Text::new(), &head);
    for score in &debrief.scores {
        table.row([
            Text::from(author(&score.title)).and_if(score.person, " (you)"),
            or_dash(score.points),
            shown(score.batna).into(),
            or_dash(score.most),
            verdict(score).into(),
        ]);
    }
    let joint = match (debrief.joint(), debrief.best_joint()) {
        (None, _) => "The game is not over: nobody has any points yet.".into(),
        (Some(joint), best) => {
            let best = best.map_or(String::new(), |best| {
                format!(" The most that a deal in the zone brings them: {}.", shown(best))
            });
            debrief.together("All").and(format!(": {} points.{best}", shown(joint)))
        }
    };
    Section::new("scores", "Scores", vec![Part::Table(table), Part::Paragraph(joint)])
}

/// Points, where there are any.
pub(in crate::teach) fn or_dash(points: Option<f64>) -> Text {
    points.map_or("–".to_owned(), shown).into()
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

fn zone(debrief: &Debrief) -> Section {
    let words = debrief.zone.iter().map(|words| in_full(words).into()).collect();
    let drawing = drawings::pareto(debrief).map(Part::from);
    let parts = std::iter::once(Part::List(words)).chain(drawing);
    Section::new("zone", "The zone of possible agreement", parts.collect())
}

fn solutions(debrief: &Debrief) -> Option<Section> {
    let mut table = Table::new(Text::new(), &["solution", "#points", "#away", "terms"]);
    for solution in &debrief.solutions {
        table.row([
            solution.name.into(),
            solution.told_points(),
            or_dash(solution.distance),
            solution.told_terms(),
        ]);
    }
    let note = Text::from("Points of ")
        .then(debrief.bargainers(", "))
        .and(", in this order; away: how far the deal was from it, in points.")
        .and_if(
            debrief.bargainers.len() < debrief.scores.len(),
            " The theories are asked for those who must sign; who backs the guarantee need only not lose by it.",
        )
        .and(efficient(debrief));
    let parts = vec![Part::Table(table), Part::Paragraph(note)];
    let section = Section::new("theories", "What the theories would have said", parts);
    (!debrief.solutions.is_empty()).then_some(section)
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

fn left(debrief: &Debrief) -> Section {
    let mut parts = vec![Part::Paragraph(could_have(debrief))];
    let than = match debrief.state {
        State::Deal => "the deal",
        State::NoDeal => "what lay on the table last, which was not agreed",
        State::Unfinished => "what lies on the table now",
    };
    if let Some((terms, gains)) = &debrief.better {
        let better = Text::from(format!("Better for somebody and worse for nobody than {than}: "));
        let better = better.and(in_full(terms)).then(each(debrief, gains)).and(".");
        parts.push(Part::Paragraph(better));
    }
    if !debrief.trades.is_empty() {
        let trades = match debrief.state {
            State::Deal => "Trades that were missed, each on two issues alone:".to_owned(),
            State::NoDeal | State::Unfinished => {
                format!("Trades that could be made from {than}, each on two issues alone:")
            }
        };
        parts.push(Part::Paragraph(trades.into()));
        let told = debrief.trades.iter().map(|trade| {
            Text::from(in_full(&trade.changes.join(" against "))).then(each(debrief, &trade.gains))
        });
        parts.push(Part::List(told.collect()));
    }
    Section::new("left", "Left on the table", parts)
}

/// How much more all together could have had.
fn could_have(debrief: &Debrief) -> Text {
    let Some(left) = debrief.left else {
        return "What is left is known when the game is over.".into();
    };
    let points = shown(left.points);
    if left.points < SHOWN / 2.0 {
        return Text::from("Nothing: no package would have brought all of you more")
            .and(if left.divided { ", the gain divided as it was." } else { " than you have." });
    }
    if left.divided {
        Text::from("The gain of ")
            .then(debrief.together("all"))
            .and(format!(", divided as it was, could have been greater by {points} points."))
    } else if debrief.scores.iter().any(super::Score::is_below_no_deal) {
        Text::from(format!("{points} points for "))
            .then(debrief.together("all"))
            .and(" could have been added, shared alike, to what each has.")
    } else {
        Text::from(format!("A gain of {points} points for "))
            .then(debrief.together("all"))
            .and(", shared alike, over no deal.")
    }
}

/// ` (Orchestra +4.5, Town +12)`
fn each(debrief: &Debrief, gains: &[f64]) -> Text {
    let parts = debrief.bargainers.iter().zip(gains).map(|(&party, &gain)| {
        let sign = if gain >= SHOWN / 2.0 { "+" } else { "" };
        Text::from(author(&debrief.scores[party].title)).and(format!(" {sign}{}", shown(gain)))
    });
    Text::from(" (").then(Text::joined(", ", parts)).and(")")
}

/// The most offers that are listed.
const OFFERS: usize = 60;

fn path(debrief: &Debrief) -> Section {
    let title = "The path of the offers";
    let words = debrief.clock.words();
    let concessions = Part::List(debrief.concessions.iter().map(words.conceded).collect());
    if debrief.path.is_empty() {
        let nothing = Part::Paragraph("Nothing was offered.".into());
        return Section::new("path", title, vec![nothing, concessions]);
    }
    let head = [&format!("#{}", words.unit), "by", "#points", "terms"];
    let mut table = Table::new(Text::new(), &head);
    for offer in debrief.path.iter().take(OFFERS) {
        let by = offer.by.and_then(|by| debrief.bargainers.get(by));
        let by = by.map(|&party| author(&debrief.scores[party].title).into());
        table.row([
            shown(offer.when).into(),
            by.unwrap_or_else(|| "mediator".into()),
            apart(&offer.points),
            in_full(&offer.terms).into(),
        ]);
    }
    let more = debrief.path.len().saturating_sub(OFFERS);
    let more = (more > 0).then(|| Part::Paragraph(format!("… and {more} more.").into()));
    let mut parts = vec![Part::Table(table)];
    parts.extend(more.into_iter().chain(drawings::concessions(debrief).map(Part::from)));
    parts.extend([Part::Paragraph("Who conceded when:".into()), concessions]);
    Section::new("path", title, parts)
}

/// How far a party came, what it took back, and when it moved most.
pub(super) fn conceded(concession: &Concession) -> Text {
    let who = Text::from(author(&concession.title));
    let (Some(first), Some(last)) = (concession.offers.first(), concession.offers.last()) else {
        return who.and(" offered nothing.");
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
        return who.and(format!(": stood at {} points for itself.", shown(last.1)));
    }
    let mut text = format!(": from {} to {} points for itself", shown(first.1), shown(last.1));
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
    who.and(text + ".")
}

/// What the texts tabled were worth to a party.
pub(super) fn moved(concession: &Concession) -> Text {
    let who = Text::from(author(&concession.title));
    match (concession.offers.first(), concession.offers.last()) {
        (Some(first), Some(last)) => who.and(format!(
            ": the first text was worth {} points to it, the last {}.",
            shown(first.1),
            shown(last.1)
        )),
        _ => who.and(": no text was tabled."),
    }
}

fn changes(debrief: &Debrief, what_if: &[WhatIf]) -> Option<Section> {
    let told = what_if.iter().map(|what| {
        let points = debrief.scores.iter().zip(&what.points).map(|(score, &points)| {
            Text::from(author(&score.title)).and(format!(" {}", shown(points)))
        });
        Text::from(in_full(&what.change))
            .and(": ")
            .and(in_full(&what.ending))
            .and(" (")
            .then(Text::joined(", ", points))
            .and(")")
    });
    let how = "The same game, with your decisions as far as they go and the engine in your seat from there.";
    let parts = vec![Part::Paragraph(how.into()), Part::List(told.collect())];
    let section = Section::new("changes", "What one change would have done", parts);
    (!what_if.is_empty()).then_some(section)
}
