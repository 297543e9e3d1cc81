//! Choices (lever settings) over futures: regret, and how often each is good enough.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{InterestOf, LeversCompared};
use crate::results::Mean;

/// What every setting of the levers costs over the futures. It uses no odds of futures, and hangs on which are in the
/// table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Choices {
    /// What is good enough.
    pub interest: InterestOf,
    /// The levers' columns.
    pub levers: Vec<String>,
    /// How many futures there are.
    pub futures: u64,
    /// The columns that tell them apart.
    pub futures_by: Vec<String>,
    /// The settings, in the order of the table.
    pub settings: Vec<SettingRegret>,
    /// The setting with the smallest largest regret (Savage 1951); of several that with the smallest mean.
    pub minimax_regret: Vec<String>,
    /// All settings whose largest regret is the smallest.
    pub minimax_tied: Vec<Vec<String>>,
    /// The settings that are good enough most often.
    pub widest_satisficing: Vec<Vec<String>>,
}

/// A setting of the levers. Regrets are in the outcome's unit: how much better the best setting is in the same future.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SettingRegret {
    /// The value of each lever.
    pub setting: Vec<String>,
    /// The largest regret.
    pub largest_regret: f64,
    /// The mean regret, as if all futures were equally likely.
    pub mean_regret: f64,
    /// The line of the table with the largest.
    pub worst_line: u64,
    /// In how many futures no setting is better.
    pub best_in: u64,
    /// The same as a share of the futures.
    pub best_share: f64,
    /// In how many futures it is good enough.
    pub satisfices_in: u64,
    /// The same as a share of the futures, with Wilson's 95% interval (1927) for futures drawn independently.
    pub satisficing_share: Mean,
    /// Is it one of those whose largest regret is the smallest?
    pub minimax: bool,
}

impl Choices {
    /// The comparison in data.
    pub fn new(view: LeversCompared<'_>) -> Self {
        let futures = view.futures();
        let settings = view.regrets.levers.iter().zip(&view.satisficing.levers).enumerate();
        let settings = settings.map(|(setting, (regret, enough))| SettingRegret {
            setting: view.settings[setting].clone(),
            largest_regret: regret.largest,
            mean_regret: regret.mean,
            worst_line: view.lines[setting * futures + regret.worst],
            best_in: regret.best_in as u64,
            best_share: regret.best_in as f64 / futures as f64,
            satisfices_in: enough.met as u64,
            satisficing_share: enough.share.into(),
            minimax: view.regrets.tied.contains(&setting),
        });
        let named = |settings: &[usize]| -> Vec<Vec<String>> {
            settings.iter().map(|&setting| view.settings[setting].clone()).collect()
        };
        Self {
            interest: view.interest.into(),
            levers: view.levers.to_vec(),
            futures: futures as u64,
            futures_by: view.futures_by.to_vec(),
            settings: settings.collect(),
            minimax_regret: view.settings[view.regrets.minimax].clone(),
            minimax_tied: named(&view.regrets.tied),
            widest_satisficing: named(&view.satisficing.tied),
        }
    }
}
