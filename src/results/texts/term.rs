//! What a text says of an issue.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::Issue;
use crate::results::anchor::in_words;

/// What a text says of an issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TermOfText {
    /// The issue's name in the file.
    pub issue: String,
    /// What readers call it.
    pub title: String,
    /// The position on its scale; null with options.
    pub position: Option<f64>,
    /// The option; null on a scale.
    pub option: Option<String>,
    /// The lower and the upper end of its scale; null with options.
    pub scale: Option<[f64; 2]>,
    /// The position in the words of the issue's anchors; null with options.
    pub in_words: Option<String>,
}

impl TermOfText {
    pub(super) fn new(issue: &Issue, x: f64) -> Self {
        let on_scale = !issue.has_options();
        let position = on_scale.then(|| issue.scale.from_unit(x));
        Self {
            issue: issue.id.clone(),
            title: issue.title.clone(),
            position,
            option: (!on_scale).then(|| issue.options[issue.option_at(x)].clone()),
            scale: on_scale.then_some([issue.scale.low, issue.scale.high]),
            in_words: position.map(|at| in_words(issue, at)),
        }
    }

    /// The width of its scale; 0 with options.
    pub(crate) fn width(&self) -> f64 {
        self.scale.map_or(0.0, |[low, high]| high - low)
    }
}
