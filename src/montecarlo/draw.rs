//! Draws of worlds: one value for every input.
//!
//! Every uncertain input has a random sequence of its own, by the first name of its path, and world w
//! takes its w-th draw: adding an input, or changing one's prior or name, leaves all the others as they were.
//! Where inputs hang together, factors have sequences likewise, by name, and the draws of those inputs are
//! bent by them ([`Dependence`]): whoever hangs together with nobody keeps its draws to the last bit.

use crate::math;
use crate::model::{CommonFactor, Dependence, InputId, Loss, Scenario, path};
use crate::prior::normal_quantile;
use crate::stream::{Purpose, Seed, Stream, StreamKey};

/// The least and the greatest level: what a stream gives lies between, and so do levels bent.
const LEVELS: (f64, f64) = (1.0 / (1_u64 << 54) as f64, 1.0 - 1.0 / (1_u64 << 53) as f64);

/// The draws of consecutive worlds.
#[derive(Clone, Debug)]
pub struct Draws<'a> {
    scenario: &'a Scenario,
    uncertain: Vec<InputId>,
    joint: Option<Joint<'a>>,
    keys: Vec<StreamKey>,
    streams: Vec<Stream>,
    fixed: Vec<(InputId, f64)>,
    values: Vec<f64>,
    levels: Vec<f64>,
}

/// What hangs together, among the draws.
#[derive(Clone, Debug)]
struct Joint<'a> {
    dependence: &'a Dependence,
    /// By member: which draw is its own.
    draws: Vec<usize>,
    /// The first draw of the factors', which are the last.
    first_factor: usize,
    /// Scores of the members' own draws and of the factors.
    own: Vec<f64>,
    factors: Vec<f64>,
}

impl<'a> Draws<'a> {
    /// Draws for a scenario and a seed; inputs in `fixed` have that value in every world. What an input that
    /// is fixed, or known, would have been is still drawn where others lean on it: setting a number is not
    /// observing it, and the others stay as they were.
    pub fn new(scenario: &'a Scenario, seed: Seed, fixed: &[(InputId, f64)]) -> Self {
        let uncertain: Vec<InputId> = scenario
            .uncertain_inputs()
            .filter(|id| fixed.iter().all(|(other, _)| other != id))
            .collect();
        let key = |id: &InputId| {
            let name = path::first(&scenario.inputs[id.index()].path);
            StreamKey::new(seed, Purpose::Input, &name)
        };
        let mut keys: Vec<StreamKey> = uncertain.iter().map(key).collect();
        let joint = scenario.dependence.as_ref().map(|dependence| {
            let draws = dependence.members().iter().map(|member| {
                let own = uncertain.iter().position(|&id| id == member.input);
                own.unwrap_or_else(|| {
                    keys.push(key(&member.input));
                    keys.len() - 1
                })
            });
            let draws = draws.collect();
            let first_factor = keys.len();
            let of_factors = dependence.factors.iter();
            keys.extend(of_factors.map(|factor| StreamKey::new(seed, Purpose::Factor, &factor.id)));
            Joint {
                dependence,
                draws,
                first_factor,
                own: vec![0.0; dependence.members().len()],
                factors: vec![0.0; dependence.factors.len()],
            }
        });
        // Known inputs are drawn here once and for all.
        let values = scenario.inputs.iter().map(|input| input.prior.quantile(0.5)).collect();
        let levels = vec![0.5; keys.len()];
        Self {
            scenario,
            uncertain,
            joint,
            keys,
            streams: Vec::new(),
            fixed: fixed.to_vec(),
            values,
            levels,
        }
    }

    /// The inputs that differ between worlds, in the order of [`Draws::levels`].
    pub fn uncertain(&self) -> &[InputId] {
        &self.uncertain
    }

    /// Goes to a world: the next [`Draws::draw`] is of it.
    pub fn seek(&mut self, world: u64) {
        self.streams.clear();
        self.streams.extend(self.keys.iter().map(|key| key.over_worlds(world)));
        for &(id, value) in &self.fixed {
            self.values[id.index()] = value;
        }
    }

    /// Draws the next world: one value for every input.
    pub fn draw(&mut self) -> &[f64] {
        for (stream, level) in self.streams.iter_mut().zip(&mut self.levels) {
            *level = stream.uniform();
        }
        if let Some(joint) = &mut self.joint {
            joint.bend(&mut self.levels);
        }
        for (id, level) in self.uncertain.iter().zip(&self.levels) {
            self.values[id.index()] = self.scenario.inputs[id.index()].prior.quantile(*level);
        }
        &self.values
    }

    /// The values of the world drawn last.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The shape of the loss in the world drawn last.
    pub(super) fn loss(&self) -> Loss {
        Loss::of(self.values[self.scenario.constants.loss.index()])
    }

    /// Where in its own distribution each uncertain input fell, in (0, 1).
    pub fn levels(&self) -> &[f64] {
        &self.levels[..self.uncertain.len()]
    }

    /// The factors behind the world drawn last, each with where it fell among all worlds, in (0, 1).
    pub fn factors(&self) -> impl Iterator<Item = (&'a CommonFactor, f64)> {
        let joint = self.joint.iter();
        joint.flat_map(|joint| {
            let levels = &self.levels[joint.first_factor..];
            joint.dependence.factors.iter().zip(levels.iter().copied())
        })
    }
}

impl Joint<'_> {
    /// Puts the members' levels where their scores fall.
    fn bend(&mut self, levels: &mut [f64]) {
        for (score, &draw) in self.own.iter_mut().zip(&self.draws) {
            *score = normal_quantile(levels[draw]);
        }
        for (score, &level) in self.factors.iter_mut().zip(&levels[self.first_factor..]) {
            *score = normal_quantile(level);
        }
        let members = self.dependence.members().iter().zip(&self.draws);
        for (member, &draw) in members.filter(|(member, _)| !member.is_free()) {
            let score = member.score(&self.factors, &self.own);
            levels[draw] = math::normal_cdf(score).clamp(LEVELS.0, LEVELS.1);
        }
    }
}
