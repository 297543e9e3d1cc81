//! The class as a table for programs.

use super::Class;

/// One row a group: who sat where, how it ended, and everybody's points.
pub(super) fn write(class: &Class) -> Result<String, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let Some(first) = class.groups().first() else { return Ok(String::new()) };
    let mut head = vec!["group", "seat", "seed", "deal", "when", "left", "joint"]
        .into_iter()
        .map(str::to_owned)
        .collect::<Vec<_>>();
    head.extend(first.debrief.scores.iter().map(|score| format!("points: {}", score.title)));
    head.extend(first.debrief.solutions.iter().map(|solution| format!("away: {}", solution.name)));
    head.push("terms".to_owned());
    let failed = |error: csv::Error| error.to_string();
    writer.write_record(&head).map_err(failed)?;
    for group in class.groups() {
        let debrief = &group.debrief;
        let mut row = vec![
            group.name.clone(),
            debrief.role.clone(),
            debrief.seed.to_string(),
            debrief.deal.to_string(),
            debrief.when.map_or(String::new(), |when| when.to_string()),
            debrief.left.to_string(),
            debrief.joint().to_string(),
        ];
        row.extend(debrief.scores.iter().map(|score| score.points.to_string()));
        let away = debrief.solutions.iter();
        row.extend(away.map(|s| s.distance.map_or(String::new(), |away| away.to_string())));
        row.push(debrief.terms.clone().unwrap_or_default());
        writer.write_record(&row).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}
