//! Events: what they change, in the units of the file.

use zopa::model::{Operation, Scale, Target};

use super::history::Play;
use super::world::on_unit;

impl Play<'_> {
    /// Event e happens.
    pub(crate) fn happen(&mut self, e: usize) {
        for (n, effect) in self.scenario.events[e].effects.iter().enumerate() {
            let by = self.world.effect_amounts[e][n];
            let changed = |old: f64| match effect.operation {
                Operation::Add => old + by,
                Operation::Multiply => old * by,
            };
            self.change(effect.target, changed);
        }
    }

    fn change(&mut self, target: Target, changed: impl Fn(f64) -> f64) {
        let scenario = self.scenario;
        let world = &mut self.world;
        match target {
            Target::Cost(i) => {
                if let Some(war) = &mut world.players[i].war {
                    war.cost = changed(war.cost).max(0.0);
                }
            }
            Target::Trust(i, j) => {
                let trust = changed(world.trust[i][j]).clamp(0.0, 1.0);
                self.set_trust(i, j, trust);
            }
            Target::Credibility => world.credibility = changed(world.credibility).max(0.0),
            Target::Cohesion => world.cohesion = changed(world.cohesion).clamp(0.0, 1.0),
            Target::Limit(i, k) => {
                let scale = scenario.issues[k].scale;
                let limit = &mut world.players[i].stakes[k].limit;
                *limit = on_unit(scale, changed(in_file(scale, *limit)));
            }
            Target::FrontLine => {
                if let Some(k) = scenario.front_issue() {
                    let scale = scenario.issues[k].scale;
                    world.status_quo[k] = world.status_quo[k]
                        .map(|line| on_unit(scale, changed(in_file(scale, line))));
                }
            }
            Target::FrontDrift => {
                if let Some(k) = scenario.front_issue() {
                    let width = scenario.issues[k].scale.width();
                    world.drift = changed(world.drift * width) / width;
                    self.evidence = 24.0;
                }
            }
            Target::Leverage(giver, receiver) => {
                for pair in &mut world.leverage {
                    if (pair.0, pair.1) == (giver, receiver) {
                        pair.2 = changed(pair.2).max(0.0);
                    }
                }
            }
        }
    }
}

/// A position on [0, 1] as the file writes it.
fn in_file(scale: Scale, x: f64) -> f64 {
    scale.low + x * (scale.high - scale.low)
}
