//! Draws of worlds: one value for every input.
//!
//! Every uncertain input has a random sequence of its own, by the first name of its path, and world w
//! takes its w-th draw: adding an input, or changing one's prior or name, leaves all the others as they were.

use crate::model::{InputId, Scenario, path};
use crate::stream::{Purpose, Seed, Stream, StreamKey};

/// The draws of consecutive worlds.
#[derive(Clone, Debug)]
pub struct Draws<'a> {
    scenario: &'a Scenario,
    uncertain: Vec<InputId>,
    keys: Vec<StreamKey>,
    streams: Vec<Stream>,
    fixed: Vec<(InputId, f64)>,
    values: Vec<f64>,
    levels: Vec<f64>,
}

impl<'a> Draws<'a> {
    /// Draws for a scenario and a seed; inputs in `fixed` have that value in every world.
    pub fn new(scenario: &'a Scenario, seed: Seed, fixed: &[(InputId, f64)]) -> Self {
        let uncertain: Vec<InputId> = scenario
            .uncertain_inputs()
            .filter(|id| fixed.iter().all(|(other, _)| other != id))
            .collect();
        let name = |id: &InputId| path::first(&scenario.inputs[id.index()].path);
        let keys: Vec<StreamKey> =
            uncertain.iter().map(|id| StreamKey::new(seed, Purpose::Input, &name(id))).collect();
        // Known inputs are drawn here once and for all.
        let values = scenario.inputs.iter().map(|input| input.prior.quantile(0.5)).collect();
        let levels = vec![0.5; uncertain.len()];
        Self {
            scenario,
            uncertain,
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
        let uncertain = self.uncertain.iter().zip(&mut self.streams).zip(&mut self.levels);
        for ((id, stream), level) in uncertain {
            *level = stream.uniform();
            self.values[id.index()] = self.scenario.inputs[id.index()].prior.quantile(*level);
        }
        &self.values
    }

    /// The values of the world drawn last.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Where in its own distribution each uncertain input fell, in (0, 1).
    pub fn levels(&self) -> &[f64] {
        &self.levels
    }
}
