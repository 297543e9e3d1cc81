//! How accurate such forecasts were, to be read with them.

use std::fmt::Write as _;

use crate::solution::forecasts::accuracy::{DEU_ALL, DEU_TEST};
use crate::solution::forecasts::{ACCURACY, Accuracy};
use crate::text::hang;

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

pub(super) fn accuracy(out: &mut String) {
    out.push('\n');
    hang(
        out,
        "",
        0,
        "How far off such forecasts were on decisions of the European Union (mean error in \
         points, on scales from 0 to 100)",
    );
    for set in [DEU_ALL, DEU_TEST] {
        let rows: Vec<&Accuracy> = ACCURACY.iter().filter(|row| row.set == set).collect();
        let issues = rows.iter().find_map(|row| row.issues);
        let issues = issues.map_or(String::new(), |issues| format!(" ({issues})"));
        let _ = writeln!(out, "  {set}{issues}");
        for row in rows {
            let _ = writeln!(out, "    {:<68} {:>5.1}", row.model, row.mean_absolute_error);
        }
    }
    hang(out, "", 2, LESSON);
}
