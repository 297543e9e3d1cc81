//! A brief in a peace process: texts over months, what a party holds in its hand, and what it believes.

use crate::document::{Part, Text, author, in_full};
use crate::model::{
    Condition, Event, InputId, Interim, Issue, MediationStyle, Party, PaymentTime, PledgeTime,
    Position, Preference, When,
};
use crate::present::place;
use crate::teach::brief::Case;
use crate::teach::points::{FULL, shown};
use crate::text::date;
use crate::text::number::percent;

/// Talks of a peace process, and what may come between.
pub(super) fn talks(case: Case<'_>) -> Vec<Part> {
    let scenario = case.scenario;
    let months = scenario.clock.horizon;
    let drafts = match scenario.mediation.style {
        Some(MediationStyle::Facilitation) => "a mediator carries messages and tables texts",
        Some(MediationStyle::Formulation) => "a mediator drafts texts and tables them",
        None => "those who must sign table texts in turn",
    };
    let from = date(scenario.as_of);
    let begin = match scenario.talks.began {
        None => format!("begin on {from} and are played"),
        Some(ago) => format!("began on {} and are played from {from} on", date(day(case, -ago))),
    };
    let talks = format!(
        "The talks {begin} for {} months in {} rounds; {drafts}. A text in force needs the yes of all who \
         must sign, and then of their home fronts.",
        number(months),
        scenario.clock.rounds,
    );
    let mut parts = vec![Part::Paragraph(talks.into())];
    if let Some(summit) = &scenario.summit {
        let names = summit.parties.iter().map(|&i| author(&scenario.parties[i].title).into());
        let names = Text::joined(" and ", names);
        parts.push(Part::Paragraph(Text::from("The leaders of ").then(names).and(" may meet.")));
    }
    if !scenario.interims.is_empty() {
        let words = "What may be agreed for a time, while the talks go on:";
        parts.push(Part::Paragraph(words.into()));
        parts.push(Part::List(scenario.interims.iter().map(|deal| step(case, deal)).collect()));
    }
    if let Some(deadline) = scenario.talks.deadline {
        let months = scenario.inputs[deadline.index()].prior.mode() - scenario.talks.elapsed();
        let by = format!("All have to be done by {}.", date(day(case, months)));
        parts.push(Part::Paragraph(by.into()));
    }
    if !scenario.events.is_empty() {
        parts.push(Part::Paragraph("What may come between:".into()));
        parts.push(Part::List(scenario.events.iter().map(|event| happens(case, event)).collect()));
    }
    parts
}

fn happens(case: Case<'_>, event: &Event) -> Text {
    let when = match event.when {
        When::At(months) if event.foreseen => {
            format!(" (on {}, as announced).", date(day(case, months)))
        }
        When::At(months) => format!(" (on {}).", date(day(case, months))),
        When::Rate(_) => ".".to_owned(),
        When::RateWhile(_, condition) => format!(" ({}).", while_in_words(condition)),
    };
    Text::from(author(event.title.trim_end_matches('.'))).and(when)
}

/// An interim deal: what it settles, and for how long.
fn step(case: Case<'_>, deal: &Interim) -> Text {
    let title = |issue: usize| author(&case.scenario.issues[issue].title);
    let issues = deal.settles.iter().map(|own| Text::from("“").and(title(own.issue)).and("”"));
    let settles = match deal.settles.as_slice() {
        [] => Text::from("it settles nothing"),
        _ => Text::from("it settles ").then(Text::joined(", ", issues)),
    };
    let lasts = deal.lasts.map_or(String::new(), |id| {
        let months = number((case.values[id.index()] * 10.0).round() / 10.0);
        let again = if deal.renewable { ", and may be renewed" } else { "" };
        format!("; it runs for {months} month{}{again}", if months == "1" { "" } else { "s" })
    });
    Text::from(author(deal.title.trim_end_matches('.')))
        .and(": ")
        .then(settles)
        .and_if(deal.halts_fighting, "; the guns fall silent")
        .and(format!("{lasts}."))
}

fn while_in_words(condition: Condition) -> &'static str {
    match condition {
        Condition::Talks => "while there are talks",
        Condition::Truce => "under a truce",
        Condition::Signed => "while what was signed waits for the votes",
    }
}

/// By when it should have conceded, and how.
pub(super) fn pace(case: Case<'_>, party: &Party) -> Text {
    let at = |id: InputId| case.values[id.index()];
    let pace = match at(party.concession_speed) {
        beta if beta < 0.8 => "hold out and give in late",
        beta if beta > 1.25 => "give in early rather than let it drag on",
        _ => "give in steadily",
    };
    let limit = if at(party.deadline) > case.scenario.clock.horizon {
        "No day is set by which you should be where you would go at most: the talks end before."
            .to_owned()
    } else {
        let deadline = date(day(case, at(party.deadline)));
        format!("By {deadline} you should be where you would go at most.")
    };
    format!("{limit} Those who sent you expect you to {pace}.").into()
}

/// Trust in the others, as this role feels it.
fn trust(case: Case<'_>, role: usize) -> Text {
    let scenario = case.scenario;
    let others = (0..scenario.parties.len()).filter(|&other| other != role);
    let mut named: [Vec<&str>; 3] = [Vec::new(), Vec::new(), Vec::new()];
    for other in others {
        let trust = case.values[scenario.trust.pair(role, other).index()];
        let kind = match trust {
            t if t < 0.35 => 0,
            t if t <= 0.65 => 1,
            _ => 2,
        };
        named[kind].push(&scenario.parties[other].title);
    }
    let words = ["little", "somewhat", "much"];
    let told = words.iter().zip(&named).filter(|(_, names)| !names.is_empty());
    let mut text = Text::from("How far you and the others trust each other: ");
    for (index, (word, names)) in told.enumerate() {
        text = text
            .and_if(index > 0, "; ")
            .and(format!("{word}: "))
            .then(Text::joined(", ", names.iter().map(|name| author(name).into())));
    }
    text.and(".")
}

/// Trust, and what the role can add to a deal.
pub(super) fn hand(case: Case<'_>, role: usize) -> Vec<Text> {
    let party = &case.scenario.parties[role];
    let at = |id: InputId| case.values[id.index()];
    let title = |other: usize| author(&case.scenario.parties[other].title);
    let pledge = party.pledge.as_ref().map(|pledge| {
        let when = match pledge.time {
            PledgeTime::At(months) => format!("on {}", date(day(case, months))),
            PledgeTime::Rate(id) if at(id) <= 0.0 => {
                return "You have no pledge to give: your government will make none.".into();
            }
            PledgeTime::Rate(id) => {
                format!("when your government gets to it (about {} times a month)", number(at(id)))
            }
        };
        let strength = percent(at(pledge.strength));
        let told =
            Text::from(format!("You can put {strength} of a full guarantee behind a deal, {when}"));
        match pledge.needs {
            None => told.and("."),
            Some(other) => {
                told.and(", worth far less without the pledge of ").and(title(other)).and(".")
            }
        }
    });
    let paid = party.leverage.iter().map(|&(to, id)| {
        let when = match party.payment {
            PaymentTime::WhileItHolds => "as long as it holds",
            PaymentTime::AtSignature => "when it is signed",
        };
        let worth = shown(FULL * at(id));
        Text::from("You can sweeten a deal for ")
            .and(title(to))
            .and(format!(": {worth} of its points, {when}."))
    });
    std::iter::once(trust(case, role)).chain(pledge).chain(paid).collect()
}

/// Where it opens, what it dreams of, and how far it would go.
pub(super) fn own_path(
    case: Case<'_>,
    (issue, position): (&Issue, &Position),
    points: &impl Fn(f64) -> String,
) -> Text {
    let at = |id: InputId| case.values[id.index()];
    let place = |id: InputId| in_full(&place(issue, at(id)));
    Text::from("You open at ")
        .and(place(position.opening))
        .and(". Your dream: ")
        .and(place(position.ideal))
        .and(". You would go as far as ")
        .and(place(position.limit))
        .and(format!(
            " ({} points) and no farther without a good price elsewhere.",
            points(at(position.limit))
        ))
}

/// What it would settle for.
pub(super) fn with_options(case: Case<'_>, preference: &Preference, share: f64) -> Text {
    let limit = case.values[preference.limit.index()] / FULL * share;
    Text::from(format!(
        "You would settle for about {} points here, and for less only at a good price elsewhere.",
        shown(limit)
    ))
}

/// How far the role believes that others keep their word.
pub(super) fn belief(case: Case<'_>, party: &Party) -> Part {
    let at = |id: InputId| case.values[id.index()];
    let breach = 100.0 * (1.0 - crate::math::exp(-at(party.breach_hazard)));
    let betrayed = at(party.betrayal_loss);
    let mut text = format!(
        "A deal may be broken. Among parties that half trust each other you would put the odds of that \
         within a year at {breach:.0}%"
    );
    if betrayed > 0.0 {
        text += &format!("; being betrayed would cost you {} points", shown(FULL * betrayed));
    }
    text += ". Trust and guarantees lower the odds, so terms that look better than no deal may still not \
             be good enough.";
    if at(party.good_faith) < 1.0 {
        let meant = 100.0 * at(party.good_faith);
        text += &format!(
            " What you sign you will carry out with odds of {meant:.0}%; nobody else knows."
        );
    }
    Part::Paragraph(text.into())
}

/// The day so many months after the as-of date.
fn day(case: Case<'_>, months: f64) -> jiff::civil::Date {
    case.scenario.date_after(months).unwrap_or(case.scenario.as_of)
}

/// A number without needless decimals.
fn number(number: f64) -> String {
    crate::text::number::short(number)
}
