//! What a role wants: how much each issue matters, what its points are worth, and its red lines.

use super::Case;
use super::{case, process};
use crate::document::{Part, Section, Table, Text, author, in_full};
use crate::engine::Probe;
use crate::model::{InputId, Issue, Party, Position, option_coordinate};
use crate::present::place;
use crate::teach::points::{FULL, Scale, in_world, shown, weight_in_words};

/// What the role wants, issue by issue.
pub(super) fn wants(case: Case<'_>, role: usize) -> Section {
    let scale = Scale::new(case.scenario, case.values, role);
    let mut weights = Table::new(Text::new(), &["issue", "#points", "it"]);
    let mut issues: Vec<_> = case.scenario.issues.iter().zip(&scale.share).collect();
    // Dearest first; equals stay in the order of the file.
    issues.sort_by(|a, b| b.1.total_cmp(a.1));
    for (issue, &share) in issues {
        let weight = weight_in_words(share, &scale.share);
        weights.row([author(&issue.title).into(), shown(share).into(), weight.into()]);
    }
    let mut parts = vec![
        Part::Paragraph(
            format!(
                "A deal that is all you could want is worth {FULL} points to you. What each issue is worth \
                 at its best:"
            )
            .into(),
        ),
        Part::Table(weights),
    ];
    in_world(case.scenario, case.values, |probe| {
        for index in 0..case.scenario.issues.len() {
            parts.extend(one(case, role, index, &scale, probe));
        }
    });
    Section::new("wants", "What you want", parts)
}

fn one(case: Case<'_>, role: usize, index: usize, scale: &Scale, probe: &Probe<'_>) -> Vec<Part> {
    let issue = &case.scenario.issues[index];
    let party = &case.scenario.parties[role];
    let worth = |x: f64| shown(scale.points(probe, role, index, x));
    let mut parts = vec![case::heading(issue), Part::Table(marks(issue, party, index, &worth))];
    parts.extend(case::facts(case, issue));
    let told = if let Some(position) = &party.positions[index] {
        on_scale(case, issue, position, &worth)
    } else if let Some(preference) = &party.preferences[index] {
        process::settling(case, preference, scale.share[index]).into_iter().collect()
    } else {
        vec!["You have no stake in this: give it away, but not for nothing.".into()]
    };
    parts.extend(told.into_iter().map(Part::Paragraph));
    parts
}

/// What the labelled points of an issue, or its options, are worth.
fn marks(issue: &Issue, party: &Party, index: usize, worth: &impl Fn(f64) -> String) -> Table {
    if issue.has_options() {
        let mut table = Table::new(Text::new(), &["#points", "option"]);
        let refused = party.preferences[index].as_ref().map(|preference| &preference.refused);
        for (option, name) in issue.options.iter().enumerate() {
            let never = refused.is_some_and(|refused| refused[option]);
            let points = worth(option_coordinate(issue.options.len(), option));
            let name = Text::from(author(name)).and_if(never, ": RED LINE, never sign");
            table.row([points.into(), name]);
        }
        return table;
    }
    let scale = case::ends(issue);
    let mut table = Table::new(Text::new(), &[scale.as_str(), "#points", "means"]);
    for anchor in &issue.anchors {
        let points = worth(issue.scale.to_unit(anchor.at).clamp(0.0, 1.0));
        table.row([anchor.at.to_string().into(), points.into(), in_full(&anchor.text).into()]);
    }
    table
}

fn on_scale(
    case: Case<'_>,
    issue: &Issue,
    position: &Position,
    worth: &impl Fn(f64) -> String,
) -> Vec<Text> {
    let at = |id: InputId| case.values[id.index()];
    let points = |at: f64| worth(issue.scale.to_unit(at).clamp(0.0, 1.0));
    let (ideal, limit) = (at(position.ideal), at(position.limit));
    let mut told = vec![process::stance(case, (issue, position), &points)];
    if let Some(line) = position.red_line.map(at) {
        let side =
            if line > ideal || (line >= ideal && limit >= ideal) { "above" } else { "below" };
        told.push(
            Text::from(format!("RED LINE: never sign anything {side} "))
                .and(in_full(&place(issue, line)))
                .and("."),
        );
    }
    told
}
