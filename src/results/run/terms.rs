//! The terms of signed packages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::Scenario;
use crate::montecarlo::Summary;

/// The terms of one issue over signed packages: quantiles on a scale, shares with options.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TermsOfIssue {
    /// The issue's name in the file.
    pub issue: String,
    /// What readers call it.
    pub title: String,
    /// On the issue's scale; null with options.
    pub quantiles: Option<Quantiles>,
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
        let [p05, p25, p50, p75, p95] = terms.quantiles;
        let shares = issue.options.iter().zip(&terms.options);
        let shares = shares.map(|(option, &share)| OptionShare { option: option.clone(), share });
        TermsOfIssue {
            issue: issue.id.clone(),
            title: issue.title.clone(),
            quantiles: (!issue.has_options()).then_some(Quantiles { p05, p25, p50, p75, p95 }),
            options: shares.collect(),
        }
    });
    terms.collect()
}
