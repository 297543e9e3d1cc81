//! A comparison as tidy CSV: one row a figure and alternative, at full precision.
//!
//! Columns: `alternative,measure,item,over,base,with,difference,low,high,no_to_yes,yes_to_no,worlds_up,
//! worlds_down,variance_reduction`. Measures are `link`, `question`, `zone`, `named` (a party in the
//! reason for failure, `over` an issue or all), `signs` and `worth` (of the base's best package) and
//! `terms` (the median).

use super::CompareView;
use crate::montecarlo::{Contrast, Difference, Paired};

const HEAD: &str = "alternative,measure,item,over,base,with,difference,low,high,no_to_yes,yes_to_no,\
                    worlds_up,worlds_down,variance_reduction";

/// The rows as text.
pub fn csv(view: CompareView<'_>) -> String {
    let mut rows = Rows { text: format!("{HEAD}\n"), alternative: String::new() };
    for (side, contrast) in view.alternatives.iter().zip(&view.contrasts.contrasts) {
        rows.alternative = quoted(side.label);
        contrast_rows(&mut rows, view, contrast);
    }
    rows.text
}

struct Rows {
    text: String,
    alternative: String,
}

impl Rows {
    fn paired(&mut self, measure: &str, item: &str, over: &str, paired: &Paired) {
        let reduction = paired.variance_reduction.map_or(String::new(), |by| by.to_string());
        let rest = format!(
            "{},{},{},{},{reduction}",
            paired.flips.to_yes, paired.flips.to_no, paired.worlds_up, paired.worlds_down
        );
        let sides = (paired.base.value, paired.alternative.value);
        self.row([measure, item, over], sides, Some(paired.difference), &rest);
    }

    fn row(
        &mut self,
        [measure, item, over]: [&str; 3],
        (base, with): (f64, f64),
        difference: Option<Difference>,
        rest: &str,
    ) {
        let interval = difference.map_or(",".to_owned(), |d| format!("{},{}", d.low, d.high));
        let change = difference.map_or(with - base, |d| d.value);
        self.text += &format!(
            "{},{measure},{},{},{base},{with},{change},{interval},{rest}\n",
            self.alternative,
            quoted(item),
            quoted(over)
        );
    }
}

fn contrast_rows(rows: &mut Rows, view: CompareView<'_>, contrast: &Contrast) {
    let scenario = view.base.scenario;
    for (link, paired) in &contrast.chain {
        rows.paired("link", link.word(), "", paired);
    }
    for ((question, _), paired) in &contrast.questions {
        rows.paired("question", &scenario.questions[*question].id, "", paired);
    }
    rows.paired("zone", "", "", &contrast.zone);
    for blocker in &contrast.blockers {
        let party = &scenario.parties[blocker.party.0].id;
        rows.paired("named", party, "", &blocker.named);
        for (issue, paired) in &blocker.over {
            let over = issue.map_or("vote", |(issue, _)| scenario.issues[issue].id.as_str());
            rows.paired("named", party, over, paired);
        }
    }
    for shift in &contrast.worths {
        let party = &scenario.parties[shift.party].id;
        rows.paired("signs", party, "", &shift.signs);
        let sides = (shift.base, shift.alternative);
        rows.row(["worth", party, ""], sides, Some(shift.difference), ",,,,");
    }
    for shift in &contrast.terms {
        let issue = &scenario.issues[shift.issue].id;
        rows.row(["terms", issue, ""], (shift.base, shift.alternative), shift.difference, ",,,,");
    }
}

/// A field in quotes where it needs them (RFC 4180).
fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
