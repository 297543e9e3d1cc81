//! Where everybody stands on an issue, at the most likely inputs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::analysis::map::likely_inputs;
use crate::model::{InputId, Issue, Party, Position, Preference, Scenario};
use crate::results::Named;

/// An issue, and where everybody stands on it at the most likely inputs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StandsOnIssue {
    /// The issue's name in the file.
    pub issue: String,
    /// What readers call it.
    pub title: String,
    /// The lower and the upper end of its scale; null with options.
    pub scale: Option<[f64; 2]>,
    /// The labelled points of its scale; empty with options.
    pub anchors: Vec<AnchorAt>,
    /// What the parties demand; empty with options.
    pub positions: Vec<StandOf>,
    /// What the options are worth to the parties; empty on a scale.
    pub scores: Vec<ScoresOf>,
}

/// A labelled point of a scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AnchorAt {
    /// Where.
    pub at: f64,
    /// What it means.
    pub text: String,
}

/// What a party demands on a scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StandOf {
    /// The party.
    pub party: Named,
    /// Where it starts.
    pub opening: f64,
    /// Where its concessions end.
    pub limit: f64,
    /// Beyond this it signs nothing; null where it has no such line.
    pub red_line: Option<f64>,
}

/// What the options of an issue are worth to a party.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ScoresOf {
    /// The party.
    pub party: Named,
    /// Option by option, in the issue's order.
    pub options: Vec<OptionScore>,
}

/// What an option is worth to a party.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OptionScore {
    /// The option.
    pub option: String,
    /// Its score, 0 to 100.
    pub score: f64,
    /// Does the party never sign it?
    pub refused: bool,
}

pub(super) fn stands(scenario: &Scenario) -> Vec<StandsOnIssue> {
    let inputs = likely_inputs(scenario);
    let get = |id: InputId| inputs[id.index()];
    let issues = scenario.issues.iter().enumerate();
    issues.map(|(k, issue)| StandsOnIssue::new(scenario, (k, issue), get)).collect()
}

impl StandsOnIssue {
    fn new(scenario: &Scenario, (k, issue): (usize, &Issue), get: impl Fn(InputId) -> f64) -> Self {
        let on_scale = !issue.has_options();
        let anchors = issue.anchors.iter().filter(|_| on_scale);
        let anchors = anchors.map(|anchor| AnchorAt { at: anchor.at, text: anchor.text.clone() });
        let parties = scenario.parties.iter();
        let positions = parties.clone().filter_map(|party| {
            let position = party.positions[k].as_ref()?;
            Some(StandOf::new(party, position, &get))
        });
        let scores = parties.filter_map(|party| {
            let preference = party.preferences[k].as_ref()?;
            Some(ScoresOf::new(party, issue, preference, &get))
        });
        Self {
            issue: issue.id.clone(),
            title: issue.title.clone(),
            scale: on_scale.then_some([issue.scale.low, issue.scale.high]),
            anchors: anchors.collect(),
            positions: positions.collect(),
            scores: scores.collect(),
        }
    }

    /// The width of its scale; that of scores with options.
    pub(crate) fn width(&self) -> f64 {
        self.scale.map_or(100.0, |[low, high]| high - low)
    }
}

impl StandOf {
    fn new(party: &Party, position: &Position, get: impl Fn(InputId) -> f64) -> Self {
        Self {
            party: Named::new(&party.id, &party.title),
            opening: get(position.opening),
            limit: get(position.limit),
            red_line: position.red_line.map(get),
        }
    }
}

impl ScoresOf {
    fn new(
        party: &Party,
        issue: &Issue,
        preference: &Preference,
        get: impl Fn(InputId) -> f64,
    ) -> Self {
        let options = issue.options.iter().zip(&preference.scores).zip(&preference.refused);
        let options = options.map(|((option, &score), &refused)| OptionScore {
            option: option.clone(),
            score: get(score),
            refused,
        });
        Self { party: Named::new(&party.id, &party.title), options: options.collect() }
    }
}
