//! Morris screening of a scenario. The points of a trajectory share their chance, and what chance is
//! left in a step is counted from pairs of histories and taken out of σ.

use super::factor::{place, world};
use super::{LEVEL, Study};
use crate::analysis::design::Trajectories;
use crate::analysis::error::{AnalysisError, expect_at_least};
use crate::analysis::interval::IntervalEstimate;
use crate::analysis::morris::{Settings, screening};
use crate::analysis::points::Points;
use crate::model::{InputId, Scenario};
use crate::montecarlo::{Design, PlayPoint, Progress, play_design};
use crate::stream::{Purpose, StreamKey};

/// Levels of the design.
const LEVELS: usize = 4;

/// What screening says.
#[derive(Clone, Debug, PartialEq)]
pub struct Screening {
    /// Trajectories played.
    pub trajectories: usize,
    /// One for each input studied, the largest μ* first.
    pub effects: Vec<Effect>,
}

/// The effect of one input, in odds for the whole of its range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// The input.
    pub input: InputId,
    /// μ*: mean absolute effect.
    pub mu_star: IntervalEstimate,
    /// μ: mean effect.
    pub mu: f64,
    /// σ: standard deviation of the effects, without what chance adds to it.
    pub sigma: f64,
    /// The μ* that chance alone would give on average, √(2/π) times its standard error: a μ* whose
    /// interval reaches down to it may be nothing.
    pub by_chance: f64,
}

impl Effect {
    /// Can the effect be told from chance?
    pub fn is_clear(&self) -> bool {
        self.mu_star.low > self.by_chance
    }
}

/// Each trajectory in a world of its own: the inputs not studied are drawn.
struct Walks<'a> {
    scenario: &'a Scenario,
    study: &'a Study,
    points: Points,
}

impl Design for Walks<'_> {
    fn blocks(&self) -> u64 {
        (self.points.len() / self.points_of_block()) as u64
    }

    fn points_of_block(&self) -> usize {
        self.points.dimensions() + 1
    }

    fn visit(&self, block: u64, play: PlayPoint<'_>) {
        let mut values = world(self.scenario, self.study.playing.seed, block);
        let size = self.points_of_block();
        for point in 0..size {
            let row = self.points.row(block as usize * size + point);
            place(self.scenario, &self.study.factors, row, &mut values);
            play(&values, block);
        }
    }
}

/// Screens the factors by so many trajectories.
///
/// # Errors
/// No factor, fewer than 2 trajectories, or the user stopped it before 2 were played.
pub fn screen(
    scenario: &Scenario,
    study: &Study,
    trajectories: usize,
    progress: &dyn Progress,
) -> Result<Screening, AnalysisError> {
    let seed = study.playing.seed;
    let inputs = study.factors.len();
    let key = StreamKey::new(seed, Purpose::Design, "morris");
    let design = Trajectories::new(inputs, LEVELS, trajectories, &key)?;
    let walks = Walks { scenario, study, points: design.inner_points() };
    let answers = play_design(scenario, &study.playing, &walks, progress);
    let played = answers.blocks();
    expect_at_least("trajectories", 2, played)?;
    let design = design.first(played)?;
    let outputs: Vec<f64> = (0..answers.points())
        .map(|point| answers.odds(point / (inputs + 1), point % (inputs + 1)))
        .collect();
    let settings = Settings { level: LEVEL, ..Settings::default() };
    let key = StreamKey::new(seed, Purpose::Bootstrap, "morris");
    let screened = screening(&design, &outputs, &settings, &key)?;

    // Means over trajectories of the variance and of the standard error that chance gives an effect.
    let (mut variance, mut error) = (vec![0.0; inputs], vec![0.0; inputs]);
    for trajectory in 0..played {
        for step in 0..inputs {
            let moved = design.signs(trajectory, step).position(|sign| sign != 0.0).unwrap_or(0);
            let (_, noise) = answers.difference(trajectory, step, step + 1);
            variance[moved] += noise / (design.step() * design.step() * played as f64);
            error[moved] += noise.sqrt() / (design.step() * played as f64);
        }
    }
    // Levels are the middles of equal parts, so the design's unit spans all but one of them.
    let whole = LEVELS as f64 / (LEVELS - 1) as f64;
    let expected = (2.0 / std::f64::consts::PI).sqrt();
    let mut effects: Vec<Effect> = screened
        .iter()
        .enumerate()
        .map(|(index, found)| {
            let sigma = found.sigma.unwrap_or(0.0);
            let star = found.mu_star;
            Effect {
                input: study.factors[index].input,
                mu_star: IntervalEstimate {
                    value: whole * star.value,
                    low: whole * star.low,
                    high: whole * star.high,
                },
                mu: whole * found.mu.unwrap_or(0.0),
                sigma: whole * (sigma * sigma - variance[index]).max(0.0).sqrt(),
                by_chance: whole * expected * error[index],
            }
        })
        .collect();
    effects.sort_by(|a, b| b.mu_star.value.total_cmp(&a.mu_star.value));
    Ok(Screening { trajectories: played, effects })
}
