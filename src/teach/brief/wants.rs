//! What a role wants: how much each issue matters, what its points are worth, and its red lines.

use super::Case;
use super::{case, process};
use crate::engine::Probe;
use crate::model::{Issue, Position, Preference, option_coordinate};
use crate::present::{in_words, place};
use crate::teach::points::{FULL, Scale, exact, in_world, shown, weight_in_words};
use crate::teach::sheet::Sheet;

/// What the role wants, issue by issue.
pub(super) fn wants(sheet: &mut Sheet, case: Case<'_>, role: usize) {
    let scale = Scale::new(case.scenario, case.values, role);
    sheet.heading(2, "What you want");
    sheet.paragraph(&format!(
        "A deal that is all you could want is worth {FULL} points to you. What each issue is worth at its \
         best:"
    ));
    let row = |(issue, share): (&Issue, &f64)| {
        vec![issue.title.clone(), shown(*share), weight_in_words(*share, &scale.share).to_owned()]
    };
    let mut rows: Vec<_> = case.scenario.issues.iter().zip(&scale.share).collect();
    // Dearest first; equals stay in the order of the file.
    rows.sort_by(|a, b| b.1.total_cmp(a.1));
    let rows: Vec<Vec<String>> = rows.into_iter().map(row).collect();
    sheet.table(&["issue", "points", "it"], &[1], &rows);
    in_world(case.scenario, case.values, |probe| {
        for index in 0..case.scenario.issues.len() {
            one(sheet, case, role, index, &scale, probe);
        }
    });
}

fn one(
    sheet: &mut Sheet,
    case: Case<'_>,
    role: usize,
    index: usize,
    scale: &Scale,
    probe: &Probe<'_>,
) {
    let issue = &case.scenario.issues[index];
    let party = &case.scenario.parties[role];
    sheet.heading(3, &format!("{} ({})", issue.title, issue.id));
    let worth = |x: f64| shown(scale.points(probe, role, index, x));
    if issue.has_options() {
        let count = issue.options.len();
        let refused = party.preferences[index].as_ref().map(|preference| &preference.refused);
        let row = |(option, name): (usize, &String)| {
            let never = refused.is_some_and(|refused| refused[option]);
            let never = if never { ": RED LINE, never sign" } else { "" };
            vec![worth(option_coordinate(count, option)), format!("{name}{never}")]
        };
        let rows: Vec<Vec<String>> = issue.options.iter().enumerate().map(row).collect();
        sheet.table(&["points", "option"], &[0], &rows);
    } else {
        let row = |anchor: &crate::model::Anchor| {
            let x = issue.scale.to_unit(anchor.at).clamp(0.0, 1.0);
            vec![format!("{}", anchor.at), worth(x), anchor.text.clone()]
        };
        let rows: Vec<Vec<String>> = issue.anchors.iter().map(row).collect();
        let head = format!("{} to {}", issue.scale.low, issue.scale.high);
        sheet.table(&[head.as_str(), "points", "means"], &[0, 1], &rows);
    }
    case::facts(sheet, case, issue);
    if let Some(position) = &party.positions[index] {
        on_scale(sheet, case, issue, position, &worth);
    } else if let Some(preference) = &party.preferences[index] {
        process::settling(sheet, case, preference, scale.share[index]);
    } else {
        sheet.paragraph("You have no stake in this: give it away, but not for nothing.");
    }
}

fn on_scale(
    sheet: &mut Sheet,
    case: Case<'_>,
    issue: &Issue,
    position: &Position,
    worth: &impl Fn(f64) -> String,
) {
    let at = |id: crate::model::InputId| case.values[id.index()];
    let points = |at: f64| worth(issue.scale.to_unit(at).clamp(0.0, 1.0));
    let (ideal, limit) = (at(position.ideal), at(position.limit));
    process::stance(sheet, case, (issue, position), &points);
    if let Some(line) = position.red_line.map(at) {
        let side =
            if line > ideal || (line >= ideal && limit >= ideal) { "above" } else { "below" };
        sheet.paragraph(&format!("RED LINE: never sign anything {side} {}.", place(issue, line)));
    }
}

/// Where it opens, what it dreams of, and how far it would go.
pub(super) fn own_path(
    sheet: &mut Sheet,
    case: Case<'_>,
    (issue, position): (&Issue, &Position),
    points: &impl Fn(f64) -> String,
) {
    let at = |id: crate::model::InputId| case.values[id.index()];
    let (ideal, opening, limit) = (at(position.ideal), at(position.opening), at(position.limit));
    sheet.paragraph(&format!(
        "You open at {}. Your dream: {}. You would go as far as {} ({} points) and no farther without a \
         good price elsewhere.",
        place(issue, opening),
        place(issue, ideal),
        place(issue, limit),
        points(limit)
    ));
}

/// What it dreams of, where it may be offered anything.
pub(super) fn dream(sheet: &mut Sheet, case: Case<'_>, (issue, position): (&Issue, &Position)) {
    let ideal = case.values[position.ideal.index()];
    sheet.paragraph(&format!("Your dream: {}, {}.", exact(ideal), in_words(issue, ideal)));
}

/// What it would settle for.
pub(super) fn with_options(sheet: &mut Sheet, case: Case<'_>, preference: &Preference, share: f64) {
    let limit = case.values[preference.limit.index()] / FULL * share;
    sheet.paragraph(&format!(
        "You would settle for about {} points here, and for less only at a good price elsewhere.",
        shown(limit)
    ));
}
