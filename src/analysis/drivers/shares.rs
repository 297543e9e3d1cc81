//! Sobol' indices of a scenario: what share of the spread between worlds each input explains.
//!
//! In a row of the design A and every AB⁽ⁱ⁾ share their chance and B has its own. So f_ABi − f_A, on
//! which both indices rest, loses most of its noise; what is left of it is estimated pair by pair and
//! taken out of the total order, and the first order, a product with f_B, has none in expectation.
//! The binomial noise of f_A and f_B is taken out of the variance.
//!
//! Inputs that are not studied are one more factor, moved together: A and B have a world each.

use super::factor::{place, world};
use super::{LEVEL, Study};
use crate::analysis::design::{Saltelli, SaltelliOutputs};
use crate::analysis::error::{AnalysisError, expect_at_least};
use crate::analysis::noise::binomial_noise_variance;
use crate::analysis::points::Points;
use crate::analysis::sobol::{Outcome, Settings, indices};
use crate::model::{InputId, Scenario};
use crate::montecarlo::{Design, PlayPoint, Progress, play_design};
use crate::stream::{Purpose, StreamKey};

/// What the indices say.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// Rows played.
    pub rows: usize,
    /// The inputs, in the order of the indices; `None` is all others together.
    pub inputs: Vec<Option<InputId>>,
    /// The indices, or why there are none.
    pub outcome: Outcome,
}

/// Saltelli's design with a last column for all inputs that are not studied.
struct Rows<'a> {
    scenario: &'a Scenario,
    study: &'a Study,
    points: Points,
    others: bool,
}

impl Design for Rows<'_> {
    fn blocks(&self) -> u64 {
        (self.points.len() / self.points_of_block()) as u64
    }

    fn points_of_block(&self) -> usize {
        self.points.dimensions() + 2
    }

    fn visit(&self, block: u64, play: PlayPoint<'_>) {
        let seed = self.study.playing.seed;
        let (own, other) = (2 * block, 2 * block + 1);
        let mut worlds = [world(self.scenario, seed, own), world(self.scenario, seed, other)];
        let size = self.points_of_block();
        for point in 0..size {
            let row = self.points.row(block as usize * size + point);
            let last = point + 1 == size;
            let of_b = last || (self.others && point + 2 == size);
            let values = &mut worlds[usize::from(of_b)];
            place(self.scenario, &self.study.factors, row, values);
            play(values, if last { other } else { own });
        }
    }
}

/// Estimates the shares from so many rows, a power of two.
///
/// # Errors
/// No factor or more than 555; fewer than 2 rows, or the user stopped it before 2 were played.
pub fn share(
    scenario: &Scenario,
    study: &Study,
    rows: usize,
    progress: &dyn Progress,
) -> Result<Shares, AnalysisError> {
    let playing = &study.playing;
    expect_at_least("inputs", 1, study.factors.len())?;
    let studied = |id: InputId| study.factors.iter().any(|factor| factor.input == id);
    let others = scenario.uncertain_inputs().any(|id| !studied(id));
    let mut inputs: Vec<_> = study.factors.iter().map(|factor| Some(factor.input)).collect();
    if others {
        inputs.push(None);
    }
    let key = StreamKey::new(playing.seed, Purpose::Design, "sobol");
    let points = Saltelli::scrambled(inputs.len(), rows, &key)?.points().clone();
    let design = Rows { scenario, study, points, others };
    let answers = play_design(scenario, playing, &design, progress);
    let (played, size) = (answers.blocks(), design.points_of_block());
    expect_at_least("rows", 2, played)?;
    let each = || (0..played).flat_map(|row| (0..size).map(move |point| (row, point)));
    let outputs: Vec<f64> = each().map(|(row, point)| answers.odds(row, point)).collect();
    let of_worlds = each().filter(|(_, point)| *point == 0 || point + 1 == size);
    let counts: Vec<u64> = of_worlds.map(|(row, point)| answers.count(row, point)).collect();
    let mixed = each().filter(|(_, point)| *point > 0 && point + 1 < size);
    let pair_noise: Vec<f64> =
        mixed.map(|(row, point)| answers.difference(row, 0, point).1).collect();
    let settings = Settings {
        level: LEVEL,
        noise_variance: binomial_noise_variance(&counts, playing.histories)?,
        ..Settings::default()
    };
    let outputs = SaltelliOutputs::new(inputs.len(), &outputs)?.with_pair_noise(&pair_noise)?;
    let key = StreamKey::new(playing.seed, Purpose::Bootstrap, "sobol");
    Ok(Shares { rows: played, inputs, outcome: indices(&outputs, &settings, &key)? })
}
