//! Playing the cases of a back-test.

use std::sync::atomic::{AtomicBool, Ordering};

use super::case::Case;
use super::grid::{Recalibration, Setting};
use super::result::Backtest;
use super::score::score;
use crate::analysis::AnalysisError;
use crate::analysis::scoring::{Forecast, brier_of};
use crate::model::Scenario;
use crate::montecarlo::{Plan, Progress, Summary, run_with};
use crate::stream::Seed;

/// How a back-test is played.
#[derive(Clone, Copy, Debug)]
pub struct Playing {
    /// The seed.
    pub seed: Seed,
    /// Worlds of each case.
    pub worlds: u64,
    /// Histories in each world.
    pub histories: u64,
    /// Threads; 0 for as many as the machine has.
    pub threads: usize,
    /// Bins of the reliability table.
    pub bins: usize,
    /// Worlds of each case and setting of the recalibration; 0 leaves it out.
    pub grid_worlds: u64,
}

/// Plays and scores the cases. `Ok(None)` when the user stopped it: a back-test of half its cases would
/// not be one.
///
/// # Errors
/// No case, no bin, or a case without a resolved question.
pub fn play(
    cases: &[Case<'_>],
    playing: &Playing,
    progress: &dyn Progress,
) -> Result<Option<Backtest>, AnalysisError> {
    if cases.is_empty() {
        return Err(AnalysisError::TooFew { what: "cases", needed: 1, found: 0 });
    }
    if playing.bins == 0 {
        return Err(AnalysisError::TooFew { what: "bins", needed: 1, found: 0 });
    }
    if cases.iter().any(|case| case.resolved() == 0) {
        return Err(AnalysisError::TooFew {
            what: "resolved questions in every case",
            needed: 1,
            found: 0,
        });
    }
    let recalibrates = playing.grid_worlds > 0 && cases.len() > 1;
    let settings = if recalibrates { Setting::grid().len() as u64 } else { 0 };
    let one_grid = settings * playing.grid_worlds;
    let all = cases.len() as u64 * (playing.worlds + one_grid);
    let mut done = 0;
    let mut play = |case: &Case<'_>, worlds: u64, setting: Setting| {
        let plan = Plan {
            seed: playing.seed,
            worlds,
            histories: playing.histories,
            fixed: setting.fixed(case.scenario),
            structural: false,
            threads: playing.threads,
            ..Plan::default()
        };
        let summary = run_with(case.scenario, &plan, &Quiet(progress), None);
        done += worlds;
        progress.advance(done, all);
        let stopped = progress.stop().is_some_and(|stop| stop.load(Ordering::Relaxed));
        (!stopped).then_some(summary)
    };
    let mut summaries = Vec::new();
    for case in cases {
        let Some(summary) = play(case, playing.worlds, Setting::AS_IT_IS) else { return Ok(None) };
        summaries.push(summary);
    }
    let mut scores = Vec::new();
    if recalibrates {
        for setting in Setting::grid() {
            let mut of_setting = Vec::new();
            for case in cases {
                let Some(summary) = play(case, playing.grid_worlds, setting) else {
                    return Ok(None);
                };
                of_setting.push(briers(case.scenario, &summary));
            }
            scores.push(of_setting);
        }
    }
    let recalibration = Recalibration::of(playing.grid_worlds, &scores);
    Ok(score(cases, &summaries, (playing.seed, playing.bins), recalibration))
}

/// The Brier score of every resolved question.
fn briers(scenario: &Scenario, summary: &Summary) -> Vec<f64> {
    let asked = scenario.questions.iter().zip(&summary.questions);
    asked
        .filter_map(|(asked, answer)| {
            let outcome = asked.resolved.as_ref()?.outcome;
            Some(brier_of(Forecast::new(answer.estimate.value, outcome)))
        })
        .collect()
}

/// Lets a run be stopped, and tells nothing of its own progress: the back-test tells that of the whole.
struct Quiet<'a>(&'a dyn Progress);

impl Progress for Quiet<'_> {
    fn stop(&self) -> Option<&AtomicBool> {
        self.0.stop()
    }
}
