//! The public part: the case, who is there, what is negotiated.

use super::{Case, process};
use crate::document::{Part, Section, Table, Text, author, in_full};
use crate::model::{Issue, IssueEffect, Party, Role};

/// What the case is about.
pub(super) fn story(case: Case<'_>) -> Option<Section> {
    let summary = case.story.summary.as_ref()?;
    Some(Section::new("case", "The case", vec![Part::Paragraph(in_full(summary).into())]))
}

/// Who a role is.
pub(super) fn you(case: Case<'_>, role: usize) -> Section {
    let party = &case.scenario.parties[role];
    let speaks = Text::from("You speak for ")
        .and(author(&party.title))
        .and(format!(". {}", your_say(party.role)));
    let brief = case.story.briefs.get(role).and_then(Option::as_ref);
    let brief = brief.map(|brief| in_full(brief).into());
    let parts = std::iter::once(speaks).chain(brief).map(Part::Paragraph);
    Section::new("you", "Who you are", parts.collect())
}

/// Who is there besides a role.
pub(super) fn others(case: Case<'_>, role: usize) -> Section {
    let others = case.scenario.parties.iter().enumerate().filter(|(index, _)| *index != role);
    let others = others.map(|(_, party)| who(party)).collect();
    Section::new("others", "Who else is there", vec![Part::List(others)])
}

/// Who is there.
pub(super) fn everybody(case: Case<'_>) -> Section {
    let all = case.scenario.parties.iter().map(who).collect();
    Section::new("parties", "Who is there", vec![Part::List(all)])
}

fn who(party: &Party) -> Text {
    Text::from(author(&party.title)).and(format!(": {}.", say(party.role)))
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
pub(super) fn issues(case: Case<'_>) -> Section {
    let about =
        |issue| [heading(issue), Part::Table(marks(issue))].into_iter().chain(facts(case, issue));
    let parts = case.scenario.issues.iter().flat_map(about);
    Section::new("issues", "What is negotiated", parts.collect())
}

/// An issue with its key, by which it is called in a game.
pub(super) fn heading(issue: &Issue) -> Part {
    Part::Heading(Text::from(author(&issue.title)).and(format!(" ({})", issue.id)))
}

/// The head of a column of points on an issue's scale.
pub(super) fn ends(issue: &Issue) -> String {
    format!("#{} to {}", issue.scale.low, issue.scale.high)
}

/// The labelled points of an issue, or its options.
fn marks(issue: &Issue) -> Table {
    if issue.has_options() {
        let mut table = Table::new(Text::new(), &["one of"]);
        issue.options.iter().for_each(|name| table.row([author(name).into()]));
        return table;
    }
    let mut table = Table::new(Text::new(), &[ends(issue).as_str(), "means"]);
    for anchor in &issue.anchors {
        table.row([anchor.at.to_string().into(), in_full(&anchor.text).into()]);
    }
    table
}

/// What everybody knows about an issue besides.
pub(super) fn facts(case: Case<'_>, issue: &Issue) -> Option<Part> {
    let now = issue.status_quo.map(|id| {
        let at = case.values[id.index()];
        let place = if issue.has_options() {
            issue.options.get(at as usize).cloned().unwrap_or_default()
        } else {
            crate::present::place(issue, at)
        };
        Text::from("As things stand: ").and(in_full(&place)).and(".")
    });
    let known = [effect(issue), process::offered(case, issue)];
    let known = known.into_iter().flatten().map(Text::from);
    let facts = Text::joined(" ", now.into_iter().chain(known));
    (!facts.is_empty()).then_some(Part::Paragraph(facts))
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
