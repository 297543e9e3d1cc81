//! The board: every issue with what lies on the table, what the person would offer or push for next, and
//! what either is worth to it.

use super::bargain::{as_offer, choice_text};
use super::{Bargain, Play, Process};
use crate::model::{Issue, option_coordinate};
use crate::present::place;
use crate::teach::points::{FULL, Scale, exact, in_world};
use crate::teach::session::Decision;

/// Steps in which a person pushes along a scale.
const STEPS: usize = 20;

/// A place on an issue.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The coordinate, in [0, 1].
    pub at: f64,
    /// In words or as a number.
    pub text: String,
    /// What it is worth to the person, in points; `None` where that is not one number.
    pub points: Option<f64>,
}

/// One issue.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The key.
    pub id: String,
    /// Plain name.
    pub title: String,
    /// What it is worth at its best, in points.
    pub share: f64,
    /// What lies on the table.
    pub table: Option<Place>,
    /// What the person would offer or push for next.
    pub draft: Place,
    /// What the draft means, where its text is a number.
    pub meaning: String,
}

impl Row {
    /// Does the person care for it?
    pub fn has_stake(&self) -> bool {
        self.share > 0.0
    }
}

impl Play<'_> {
    /// How many steps each issue has.
    pub fn steps(&self) -> Vec<usize> {
        match self {
            Self::Bargain(bargain) => bargain.outcomes().counts().to_vec(),
            Self::Process(process) => {
                let issues = process.room().scenario.issues.iter();
                issues
                    .map(|issue| if issue.has_options() { issue.options.len() } else { STEPS + 1 })
                    .collect()
            }
        }
    }

    /// The steps that the next offer or push begins from.
    pub fn draft(&self) -> Vec<usize> {
        match self {
            Self::Bargain(bargain) => bargain.outcomes().choose(bargain.draft()),
            Self::Process(process) => {
                let issues = 0..process.room().scenario.issues.len();
                issues.map(|issue| opening(process, issue)).collect()
            }
        }
    }

    /// The decision that a draft means: an offer of all of it, or a push on one issue.
    pub fn decision(&self, draft: &[usize], issue: usize) -> Decision {
        match self {
            Self::Bargain(bargain) => {
                let outcome = bargain.outcomes().number(draft).unwrap_or(0);
                as_offer(&bargain.room().scenario, bargain.outcomes(), outcome)
            }
            Self::Process(process) => {
                let shown = &process.room().scenario.issues[issue];
                Decision::push(shown.id.clone(), step_text(shown, draft[issue]))
            }
        }
    }

    /// Every issue, with a draft.
    pub fn rows(&self, draft: &[usize]) -> Vec<Row> {
        match self {
            Self::Bargain(bargain) => bargain_rows(bargain, draft),
            Self::Process(process) => process_rows(process, draft),
        }
    }

    /// Points of all of a draft, where that is one number.
    pub fn draft_points(&self, draft: &[usize]) -> Option<f64> {
        match self {
            Self::Bargain(bargain) => {
                bargain.outcomes().number(draft).map(|outcome| bargain.points(outcome))
            }
            Self::Process(_) => None,
        }
    }
}

fn bargain_rows(bargain: &Bargain<'_>, draft: &[usize]) -> Vec<Row> {
    let scenario = &bargain.room().scenario;
    let counts = bargain.outcomes().counts();
    let table = bargain.standing().map(|standing| bargain.outcomes().choose(standing.outcome));
    let row = |(k, issue): (usize, &Issue)| {
        let place = |choice: usize| Place {
            at: bargain.outcomes().coordinate(k, choice),
            text: choice_text(issue, choice),
            points: Some(bargain.part(k, choice)),
        };
        let best = (0..counts[k]).map(|choice| bargain.part(k, choice)).fold(0.0, f64::max);
        let draft = place(draft[k]);
        Row {
            id: issue.id.clone(),
            title: issue.title.clone(),
            share: best,
            table: table.as_ref().map(|choices| place(choices[k])),
            meaning: meaning(issue, draft.at),
            draft,
        }
    };
    scenario.issues.iter().enumerate().map(row).collect()
}

fn process_rows(process: &Process<'_>, draft: &[usize]) -> Vec<Row> {
    let room = process.room();
    let scale = Scale::new(&room.scenario, &room.values, room.role);
    let terms = process.on_the_table().filter(|(_, interim)| interim.is_none());
    in_world(&room.scenario, &room.values, |probe| {
        let row = |(k, issue): (usize, &Issue)| {
            let worth = |at: f64| scale.points(probe, room.role, k, at);
            let table = terms.map(|(terms, _)| Place {
                at: terms[k],
                text: coordinate_text(issue, terms[k]),
                points: Some(worth(terms[k])),
            });
            let at = if issue.has_options() {
                option_coordinate(issue.options.len(), draft[k])
            } else {
                draft[k] as f64 / STEPS as f64
            };
            let draft = if process.has_stake(k) {
                Place { at, text: step_text(issue, draft[k]), points: Some(worth(at)) }
            } else {
                Place { at, text: "no stake".to_owned(), points: None }
            };
            let meaning = if process.has_stake(k) { meaning(issue, at) } else { String::new() };
            Row {
                id: issue.id.clone(),
                title: issue.title.clone(),
                share: scale.share[k],
                table,
                draft,
                meaning,
            }
        };
        room.scenario.issues.iter().enumerate().map(row).collect()
    })
}

/// What a coordinate means, by the anchors of its scale.
fn meaning(issue: &Issue, at: f64) -> String {
    if issue.has_options() {
        String::new()
    } else {
        crate::present::in_words(issue, issue.scale.from_unit(at))
    }
}

fn coordinate_text(issue: &Issue, x: f64) -> String {
    let at = issue.scale.from_unit(x);
    if issue.has_options() { place(issue, at) } else { exact((at * 10.0).round() / 10.0) }
}

/// A step as it is typed: the name of an option, or a position on the scale.
fn step_text(issue: &Issue, step: usize) -> String {
    if issue.has_options() {
        return issue.options.get(step).cloned().unwrap_or_default();
    }
    exact(issue.scale.from_unit(step as f64 / STEPS as f64))
}

/// The step at which a person's push begins: what it pushes for, or its opening.
fn opening(process: &Process<'_>, issue: usize) -> usize {
    let room = process.room();
    let shown = &room.scenario.issues[issue];
    let pushed = process.pushed(issue);
    if shown.has_options() {
        // The option that comes nearest to the score it insists on.
        let wanted = pushed.unwrap_or(FULL);
        let scores = process.scores(issue);
        let off = |option: usize| (scores[option] - wanted).abs();
        let nearest = (0..scores.len()).min_by(|&a, &b| off(a).total_cmp(&off(b)));
        return nearest.unwrap_or(0);
    }
    let own = room.scenario.parties[room.role].positions[issue].as_ref();
    let own = own.map(|own| room.values[own.opening.index()]);
    let x = shown.scale.to_unit(pushed.or(own).unwrap_or(shown.scale.low));
    (x.clamp(0.0, 1.0) * STEPS as f64).round() as usize
}
