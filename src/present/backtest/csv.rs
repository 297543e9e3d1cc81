//! A back-test as tidy CSV: one row a question, at full precision.
//!
//! Columns: `case,file,question,text,by,odds,low,high,worlds_low,worlds_high,outcome,base_rate,others_share,
//! brier,log`; `outcome` is 1 or 0. The scores over all questions are in the JSON.

use super::BacktestView;
use crate::present::quote::quoted;

const HEAD: &str = "case,file,question,text,by,odds,low,high,worlds_low,worlds_high,outcome,base_rate,\
                    others_share,brier,log\n";

/// The rows as text.
pub fn csv(view: BacktestView<'_>) -> String {
    let mut text = HEAD.to_owned();
    let optional = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
    let cases = view.backtest.cases.iter().zip(view.scenarios).zip(view.files);
    for ((case, scenario), file) in cases {
        for one in &case.questions {
            let by = scenario.questions[one.question].by;
            let estimate = one.estimate;
            text += &format!(
                "{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n",
                quoted(&case.id),
                quoted(file),
                quoted(&one.id),
                quoted(&one.text),
                by.map_or(String::new(), |by| by.to_string()),
                estimate.value,
                estimate.low,
                estimate.high,
                optional(estimate.worlds.map(|(low, _)| low)),
                optional(estimate.worlds.map(|(_, high)| high)),
                u8::from(one.happened),
                optional(one.base_rate),
                optional(one.others_share),
                one.brier,
                one.log
            );
        }
    }
    text
}
