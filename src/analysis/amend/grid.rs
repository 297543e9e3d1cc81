//! Texts beside a text: what may be moved where, and how far that is.

use crate::model::{Issue, Scenario, option_coordinate};

/// How far another option is away, as a share of a scale.
pub(super) const OTHER_OPTION: f64 = 0.5;

/// A text beside another.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Beside {
    pub(super) text: Vec<f64>,
    /// What is moved.
    pub(super) issues: Vec<usize>,
    /// How far, in shares of scales.
    pub(super) size: f64,
}

impl Beside {
    /// A text with these issues at these coordinates.
    pub(super) fn new(scenario: &Scenario, text: &[f64], moved: &[(usize, f64)]) -> Self {
        let mut own = text.to_vec();
        let (mut issues, mut size) = (Vec::new(), 0.0);
        for &(k, x) in moved {
            let by = distance(&scenario.issues[k], text[k], x);
            own[k] = x;
            if by > 0.0 {
                issues.push(k);
                size += by;
            }
        }
        Self { text: own, issues, size }
    }
}

fn distance(issue: &Issue, from: f64, to: f64) -> f64 {
    if issue.has_options() {
        if issue.option_at(from) == issue.option_at(to) { 0.0 } else { OTHER_OPTION }
    } else {
        (to - from).abs()
    }
}

/// Where an issue can be moved to from `x`: every other option, or both ways in steps of this share of the scale,
/// its ends included.
pub(super) fn moves(issue: &Issue, x: f64, step: f64) -> Vec<f64> {
    if issue.has_options() {
        let count = issue.options.len();
        let own = issue.option_at(x);
        return (0..count)
            .filter(|&option| option != own)
            .map(|option| option_coordinate(count, option))
            .collect();
    }
    let most = (1.0 / step).round() as i32;
    let steps = (-most..=most).filter(|&n| n != 0).map(|n| x + f64::from(n) * step);
    let inside = steps.map(tidy).filter(|&to| to > 0.0 && to < 1.0);
    let ends = [0.0, 1.0].into_iter().filter(|&end| (end - x).abs() > f64::EPSILON);
    inside.chain(ends).collect()
}

/// Coordinates near `x`, at most `reach` of the scale away in steps of this share; of an issue with options `x`
/// alone.
pub(super) fn near(issue: &Issue, x: f64, reach: f64, step: f64) -> Vec<f64> {
    if issue.has_options() {
        return vec![x];
    }
    let most = (reach / step).round() as i32;
    let mut all: Vec<f64> =
        (-most..=most).map(|n| tidy((x + f64::from(n) * step).clamp(0.0, 1.0))).collect();
    all.dedup_by(|a, b| (*a - *b).abs() < f64::EPSILON);
    all
}

/// A coordinate without the dust of adding up steps.
fn tidy(x: f64) -> f64 {
    (x * 1e9).round() / 1e9
}
