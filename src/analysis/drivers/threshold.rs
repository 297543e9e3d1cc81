//! Break-even of a scenario: where in an input's range the odds reach a target.

use super::factor::world;
use super::swings::{column, odds_interval};
use super::{LEVEL, Study};
use crate::analysis::breakeven::{BreakEven, Response, Settings, break_even};
use crate::analysis::error::{AnalysisError, expect_at_least};
use crate::analysis::interval::{IntervalEstimate, mean_interval};
use crate::model::{InputId, Scenario};
use crate::montecarlo::{Design, PlayPoint, Progress, play_design};
use crate::prior::Prior;

/// How closely a value is found, as a share of the range: no closer than odds of thousands of
/// histories can tell.
const TOLERANCE: f64 = 1e-3;

/// Where the odds reach the target.
#[derive(Clone, Debug, PartialEq)]
pub struct Threshold {
    /// The input.
    pub input: InputId,
    /// Where it was looked for.
    pub range: (f64, f64),
    /// The target.
    pub target: f64,
    /// What was found.
    pub found: BreakEven,
    /// The values asked, with the odds there.
    pub asked: Vec<(f64, Response)>,
}

/// The worlds of a run with one input held.
struct Held<'a> {
    scenario: &'a Scenario,
    study: &'a Study,
    worlds: u64,
    input: InputId,
    value: f64,
}

impl Design for Held<'_> {
    fn blocks(&self) -> u64 {
        self.worlds
    }

    fn points_of_block(&self) -> usize {
        1
    }

    fn visit(&self, block: u64, play: PlayPoint<'_>) {
        let mut values = world(self.scenario, self.study.playing.seed, block);
        values[self.input.index()] = self.value;
        play(&values, block);
    }
}

/// Looks for the values of `input` in `range` at which the odds reach the target, every value tried in
/// the same worlds with the same chance. `None` when the user stopped it: there is no part of an answer.
///
/// # Errors
/// Fewer than 2 worlds; a range that is empty or not finite; a target that is not finite.
pub fn threshold(
    scenario: &Scenario,
    study: &Study,
    (input, range): (InputId, (f64, f64)),
    target: f64,
    worlds: u64,
    progress: &dyn Progress,
) -> Result<Option<Threshold>, AnalysisError> {
    expect_at_least("worlds", 2, worlds as usize)?;
    let mut complete = true;
    let mut asked: Vec<(f64, Response)> = Vec::new();
    let settings = Settings { level: LEVEL, tolerance: TOLERANCE, ..Settings::default() };
    let found = break_even(range, target, &settings, |value| {
        let design = Held { scenario, study, worlds, input, value };
        let answers = play_design(scenario, &study.playing, &design, progress);
        complete &= answers.blocks() as u64 == worlds;
        if !complete {
            // Whatever is said now is thrown away; what ends the search soonest is said.
            let odds = IntervalEstimate { value: target, low: target, high: target };
            return Response { odds, standard_error: 0.0 };
        }
        let odds = column(&answers, 0);
        let (_, standard_error) = mean_interval(&odds, LEVEL);
        let response = Response { odds: odds_interval(&odds), standard_error };
        asked.push((value, response));
        response
    })?;
    asked.sort_by(|a, b| a.0.total_cmp(&b.0));
    Ok(complete.then_some(Threshold { input, range, target, found, asked }))
}

/// The probability the author gives to values below `x`; `None` for a number that is certain.
pub fn level_of(prior: &Prior, x: f64) -> Option<f64> {
    prior.is_uncertain().then(|| crate::analysis::map::condition::level_of(prior, x))
}
