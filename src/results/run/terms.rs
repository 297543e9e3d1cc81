//! The terms of signed packages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::Scenario;
use crate::montecarlo::Summary;
use crate::results::anchor::in_words;

/// The terms of one issue over signed packages: quantiles on a scale, shares with options.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TermsOfIssue {
    /// The issue's name in the file.
    pub issue: String,
    /// What readers call it.
    pub title: String,
    /// On the issue's scale; null with options.
    pub quantiles: Option<Quantiles>,
    /// The middle in the words of the scale's anchors; empty where it has none, null with options.
    pub middle_in_words: Option<String>,
    /// The lower and the upper end of the issue's scale; null with options.
    pub scale: Option<[f64; 2]>,
    /// With options: the share of signed packages that take each. Empty on a scale.
    pub options: Vec<OptionShare>,
}

/// Points below which so many per cent of signed packages lie.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Quantiles {
    /// 5 per cent.
    pub p05: f64,
    /// A quarter.
    pub p25: f64,
    /// Half: the middle.
    pub p50: f64,
    /// Three quarters.
    pub p75: f64,
    /// 95 per cent.
    pub p95: f64,
}

/// How often an option is taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OptionShare {
    /// The option.
    pub option: String,
    /// Share of signed packages.
    pub share: f64,
}

pub(super) fn terms(scenario: &Scenario, summary: &Summary) -> Vec<TermsOfIssue> {
    let terms = summary.terms.iter().map(|terms| {
        let issue = &scenario.issues[terms.issue];
        let on_scale = !issue.has_options();
        let [p05, p25, p50, p75, p95] = terms.quantiles;
        let shares = issue.options.iter().zip(&terms.options);
        let shares = shares.map(|(option, &share)| OptionShare { option: option.clone(), share });
        TermsOfIssue {
            issue: issue.id.clone(),
            title: issue.title.clone(),
            quantiles: on_scale.then_some(Quantiles { p05, p25, p50, p75, p95 }),
            middle_in_words: on_scale.then(|| in_words(issue, p50)),
            scale: on_scale.then_some([issue.scale.low, issue.scale.high]),
            options: shares.collect(),
        }
    });
    terms.collect()
}
