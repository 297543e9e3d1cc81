//! The public part: the case, who is there, what is negotiated, how it goes.

use super::{Case, process};
use crate::model::{Condition, Interim, Issue, IssueEffect, MediationStyle, Role, When};
use crate::teach::points::exact;
use crate::teach::sheet::Sheet;
use crate::text::date;

/// What the case is about.
pub(super) fn story(sheet: &mut Sheet, case: Case<'_>) {
    if let Some(summary) = &case.story.summary {
        sheet.heading(2, "The case");
        sheet.paragraph(summary);
    }
}

/// Who is there, and for a role who it is.
pub(super) fn parties(sheet: &mut Sheet, case: Case<'_>, role: Option<usize>) {
    if let Some(role) = role {
        let party = &case.scenario.parties[role];
        sheet.heading(2, "Who you are");
        sheet.paragraph(&format!("You speak for {}. {}", party.title, your_say(party.role)));
        if let Some(brief) = case.story.briefs.get(role).and_then(Option::as_ref) {
            sheet.paragraph(brief);
        }
        sheet.heading(2, "Who else is there");
    } else {
        sheet.heading(2, "Who is there");
    }
    let others = case.scenario.parties.iter().enumerate();
    for (_, party) in others.filter(|(index, _)| Some(*index) != role) {
        sheet.item(&format!("{}: {}.", party.title, say(party.role)));
    }
}

fn your_say(role: Role) -> &'static str {
    match role {
        Role::Principal => "Nothing is agreed without your signature.",
        Role::Mediator => {
            "You put texts on the table. You have interests of your own, but sign nothing and block \
             nothing."
        }
        Role::Guarantor => {
            "You stand behind the guarantee: a text that leans on you needs your consent."
        }
        Role::Stakeholder => "You are heard, but sign nothing and block nothing.",
    }
}

fn say(role: Role) -> &'static str {
    match role {
        Role::Principal => "must sign",
        Role::Mediator => "puts texts on the table, signs nothing",
        Role::Guarantor => "stands behind the guarantee, and consents to texts that lean on it",
        Role::Stakeholder => "is heard, signs nothing",
    }
}

/// What is negotiated.
pub(super) fn issues(sheet: &mut Sheet, case: Case<'_>) {
    sheet.heading(2, "What is negotiated");
    for issue in &case.scenario.issues {
        sheet.heading(3, &format!("{} ({})", issue.title, issue.id));
        marks(sheet, issue);
        facts(sheet, case, issue);
    }
}

/// The labelled points of an issue, or its options.
fn marks(sheet: &mut Sheet, issue: &Issue) {
    if issue.has_options() {
        let rows: Vec<Vec<String>> = issue.options.iter().map(|name| vec![name.clone()]).collect();
        sheet.table(&["one of"], &[], &rows);
        return;
    }
    let row = |anchor: &crate::model::Anchor| vec![format!("{}", anchor.at), anchor.text.clone()];
    let rows: Vec<Vec<String>> = issue.anchors.iter().map(row).collect();
    let scale = format!("{} to {}", issue.scale.low, issue.scale.high);
    sheet.table(&[scale.as_str(), "means"], &[0], &rows);
}

/// What everybody knows about an issue besides.
pub(super) fn facts(sheet: &mut Sheet, case: Case<'_>, issue: &Issue) {
    let mut facts: Vec<String> = Vec::new();
    if let Some(id) = issue.status_quo {
        let at = case.values[id.index()];
        let place = if issue.has_options() {
            issue.options.get(at as usize).cloned().unwrap_or_default()
        } else {
            crate::present::place(issue, at)
        };
        facts.push(format!("As things stand: {place}."));
    }
    facts.extend(effect(issue));
    facts.extend(process::offered(case, issue));
    if !facts.is_empty() {
        sheet.paragraph(&facts.join(" "));
    }
}

/// The points of a scale that may be offered.
pub(super) fn steps(issue: &Issue) -> Option<String> {
    if issue.has_options() {
        return None;
    }
    let step = issue.scale.width() / (issue.points - 1) as f64;
    Some(format!(
        "It may be offered from {} to {} in steps of {}.",
        issue.scale.low,
        issue.scale.high,
        exact(step)
    ))
}

fn effect(issue: &Issue) -> Option<String> {
    match issue.effect {
        IssueEffect::None => None,
        IssueEffect::FrontLine => {
            Some("While the fighting goes on, the line itself may move.".to_owned())
        }
        IssueEffect::HaltsFighting { strong_end } => {
            let at = issue.scale.from_unit(strong_end.position());
            Some(format!("The nearer to {at}, the likelier a ceasefire comes before the rest."))
        }
        IssueEffect::Guarantee { strong_end } => {
            let at = issue.scale.from_unit(strong_end.position());
            Some(format!(
                "The nearer to {at}, the better a deal is protected, as far as others stand behind it."
            ))
        }
    }
}

/// Talks of a peace process, and what may come between.
pub(super) fn talks(sheet: &mut Sheet, case: Case<'_>) {
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
    sheet.paragraph(&format!(
        "The talks {begin} for {} months in {} rounds; {drafts}. A text in force needs \
         the yes of all who must sign, and then of their home fronts.",
        number(months),
        scenario.clock.rounds,
    ));
    if let Some(summit) = &scenario.summit {
        let names: Vec<&str> =
            summit.parties.iter().map(|&i| scenario.parties[i].title.as_str()).collect();
        sheet.paragraph(&format!("The leaders of {} may meet.", names.join(" and ")));
    }
    if !scenario.interims.is_empty() {
        sheet.paragraph("What may be agreed for a time, while the talks go on:");
        for deal in &scenario.interims {
            sheet.item(&step(case, deal));
        }
    }
    if let Some(deadline) = scenario.talks.deadline {
        let months = scenario.inputs[deadline.index()].prior.mode() - scenario.talks.elapsed();
        sheet.paragraph(&format!("All have to be done by {}.", date(day(case, months))));
    }
    if !scenario.events.is_empty() {
        sheet.paragraph("What may come between:");
        for event in &scenario.events {
            let when = match event.when {
                When::At(months) if event.foreseen => {
                    format!(" (on {}, as announced)", date(day(case, months)))
                }
                When::At(months) => format!(" (on {})", date(day(case, months))),
                When::Rate(_) => String::new(),
                When::RateWhile(_, condition) => format!(" ({})", while_in_words(condition)),
            };
            sheet.item(&format!("{}{when}.", event.title.trim_end_matches('.')));
        }
    }
}

/// An interim deal: what it settles, and for how long.
fn step(case: Case<'_>, deal: &Interim) -> String {
    let issues = deal.settles.iter();
    let issues: Vec<String> =
        issues.map(|own| format!("“{}”", case.scenario.issues[own.issue].title)).collect();
    let settles = match issues.as_slice() {
        [] => "it settles nothing".to_owned(),
        issues => format!("it settles {}", issues.join(", ")),
    };
    let halts = if deal.halts_fighting { "; the guns fall silent" } else { "" };
    let lasts = deal.lasts.map_or(String::new(), |id| {
        let months = number((case.values[id.index()] * 10.0).round() / 10.0);
        let again = if deal.renewable { ", and may be renewed" } else { "" };
        format!("; it runs for {months} month{}{again}", if months == "1" { "" } else { "s" })
    });
    format!("{}: {settles}{halts}{lasts}.", deal.title.trim_end_matches('.'))
}

fn while_in_words(condition: Condition) -> &'static str {
    match condition {
        Condition::Talks => "while there are talks",
        Condition::Truce => "under a truce",
        Condition::Signed => "while what was signed waits for the votes",
    }
}

/// The rules of alternating offers.
pub(super) fn rounds(sheet: &mut Sheet, case: Case<'_>, rounds: usize) {
    let parties = &case.scenario.parties;
    let names: Vec<&str> = parties.iter().map(|party| party.title.as_str()).collect();
    let first = names.first().copied().unwrap_or_default();
    let home = if parties.iter().any(|party| party.ratification.is_some()) {
        " What is agreed then goes home, where it may be voted down."
    } else {
        ""
    };
    sheet.paragraph(&format!(
        "There are {rounds} rounds. In each everybody acts once, in this order: {}. Whoever is to act accepts the \
         offer on the table, makes another for all issues together, or walks away. An offer that all have \
         said yes to is the deal; a new offer takes the place of the old one and asks everybody anew. \
         After the last round, or when somebody walks away, there is no deal. In the last round only {first} \
         can still make an offer that all can answer; whoever comes later accepts, or there is no \
         deal.{home}",
        names.join(", ")
    ));
}

/// The day so many months after the as-of date.
pub(super) fn day(case: Case<'_>, months: f64) -> jiff::civil::Date {
    case.scenario.date_after(months).unwrap_or(case.scenario.as_of)
}

/// A number without needless decimals.
pub(super) fn number(number: f64) -> String {
    crate::text::number::short(number)
}
