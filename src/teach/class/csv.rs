//! The class as a table for programs.

use super::Class;
use crate::teach::debrief::{Score, State};

/// One row a group: who sat where, how it ended, and everybody's points. What is not known, as of a game
/// that was left before its end, is empty.
pub(super) fn write(class: &Class) -> Result<String, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let Some(first) = class.groups().first() else { return Ok(String::new()) };
    let mut head = vec!["group", "seat", "seed", "deal", "when", "left", "joint"]
        .into_iter()
        .map(str::to_owned)
        .collect::<Vec<_>>();
    head.extend(first.debrief.scores.iter().map(|score| format!("points: {}", score.title)));
    head.extend(first.debrief.solutions.iter().map(|solution| format!("away: {}", solution.name)));
    head.extend(["terms", "state", "below no deal", "hints"].map(str::to_owned));
    let failed = |error: csv::Error| error.to_string();
    writer.write_record(&head).map_err(failed)?;
    for group in class.groups() {
        let debrief = &group.debrief;
        let deal = match debrief.state {
            State::Deal => "true",
            State::NoDeal => "false",
            State::Unfinished => "",
        };
        let mut row = vec![
            group.name.clone(),
            debrief.role.clone(),
            debrief.seed.to_string(),
            deal.to_owned(),
            plain(debrief.when),
            plain(debrief.left.map(|left| left.points)),
            plain(debrief.joint()),
        ];
        row.extend(debrief.scores.iter().map(|score| plain(score.points)));
        row.extend(debrief.solutions.iter().map(|solution| plain(solution.distance)));
        row.push(debrief.terms.clone().unwrap_or_default());
        row.push(debrief.state.words().to_owned());
        let below = debrief.scores.iter().filter(|score| score.is_below_no_deal());
        let below: Vec<&str> = below.map(|score: &Score| score.title.as_str()).collect();
        row.push(below.join("; "));
        row.push(debrief.hints.to_string());
        writer.write_record(&row).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// A number in as few digits as it needs, without the last ones, in which sums go astray.
fn plain(number: Option<f64>) -> String {
    number.map_or(String::new(), |number| ((number * 1e6).round() / 1e6 + 0.0).to_string())
}
