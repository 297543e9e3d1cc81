//! How accurate such forecasts were, to be read with them.

use crate::document::{Number, Part, Section, Table, Text};
use crate::results::forecasts::PositionForecasts;
use crate::results::{Cited, cite};
use crate::solution::forecasts::ACCURACY;
use crate::solution::forecasts::accuracy::{DEU_ALL, DEU_TEST};

pub(in crate::present) const LESSON: &str = "The weighted mean is the bar to clear, and the most elaborate model is not the \
    most accurate: as published, the challenge model was no better than always saying 50. It hits \
    within 5 points more often than the mean (29% of issues against 17%) and misses worse. The \
    lead of the election over the mean is within chance.";

/// The mean error of the weighted mean on all issues.
pub(super) fn of_mean() -> Option<f64> {
    error(DEU_ALL, "compromise")
}

/// How much larger than the weighted mean's the error of a model was on the same issues.
pub(super) fn against_mean(set: &str, model: &str) -> Option<f64> {
    Some(error(set, model)? - error(set, "compromise")?)
}

fn error(set: &str, model: &str) -> Option<f64> {
    let row = ACCURACY.iter().find(|row| row.set == set && row.model.starts_with(model))?;
    Some(row.mean_absolute_error)
}

/// The published errors, set by set.
pub(super) fn accuracy(forecasts: &Cited<'_, PositionForecasts>) -> Section {
    let all = cite!(forecasts.accuracy);
    let mut parts = Vec::new();
    for set in [DEU_ALL, DEU_TEST] {
        let rows: Vec<_> = all.each().filter(|row| row.set == set).collect();
        let issues = rows.iter().find_map(|row| row.issues);
        let issues = issues.map_or_else(String::new, |issues| format!(" ({issues})"));
        parts.push(Part::Paragraph(Text::from(format!("{set}{issues}"))));
        let mut table = Table::new(Text::new(), &["", "#"]);
        for row in rows {
            let error = Number::decimals(&cite!(row.mean_absolute_error), 1);
            table.row([Text::from(format!("  {}", row.model)), Text::from(error)]);
        }
        parts.push(Part::Table(table));
    }
    parts.push(Part::Note(Text::from(LESSON)));
    let title = "How far off such forecasts were on decisions of the European Union (mean error in points, on \
                 scales from 0 to 100)";
    Section::new("accuracy", title, parts)
}
