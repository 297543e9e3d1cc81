//! Events: what they change, in the units of the file, and when their clocks run.

use zopa::model::{Condition, MediationStyle, Operation, Scale, Target};

use super::history::Play;
use super::world::{World, on_unit};

impl Play<'_> {
    /// Event e happens at time t.
    pub(crate) fn happen(&mut self, e: usize, t: f64) {
        if self.event_at[e].is_infinite() {
            self.event_at[e] = t;
        }
        let event = &self.scenario.events[e];
        let drift = self.world.drift;
        let numbers = event.effects.iter().any(|effect| effect.target.number().is_some());
        if numbers {
            self.conceded =
                (0..self.world.players.len()).map(|i| self.own_concession(i, t)).collect();
        }
        for (n, effect) in event.effects.iter().enumerate() {
            let by = self.world.effect_amounts[e][n];
            let changed = |old: f64| change(effect.operation, old, by);
            match effect.target.number() {
                Some(number) => {
                    let old = self.draws[number.input.index()];
                    self.draws[number.input.index()] =
                        changed(old).max(number.low).min(number.high);
                }
                None => self.change(effect.target, changed),
            }
        }
        if numbers {
            self.read_again();
        }
        if event.foreseen {
            for i in self.belligerents() {
                self.beliefs[i] += self.world.drift - drift;
            }
        }
    }

    /// The numbers of the file have changed: what events and the war have made of limits and war costs stays.
    fn read_again(&mut self) {
        let mut fresh = World::new(self.scenario, &self.draws);
        for (i, player) in fresh.players.iter_mut().enumerate() {
            let before = &self.world.players[i];
            for (stake, old) in player.stakes.iter_mut().zip(&before.stakes) {
                stake.limit = old.limit;
            }
            if let (Some(war), Some(old)) = (&mut player.war, &before.war) {
                if let Some(k) = self.scenario.front_issue() {
                    self.beliefs[i] += (war.terms[k] - old.terms[k]) / 12.0;
                }
                war.cost = old.cost;
            }
        }
        self.world.players = fresh.players;
        self.world.text_rate = fresh.text_rate;
        self.world.push = fresh.push;
        self.world.reluctance = fresh.reluctance;
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
            Target::Style => {
                let formulates = changed(0.0) > 0.5;
                world.style = Some(if formulates {
                    MediationStyle::Formulation
                } else {
                    MediationStyle::Facilitation
                });
            }
            Target::Terms(..) | Target::Reservation(..) | Target::Number(_) => {
                unreachable!("numbers of the file are changed in the draws")
            }
        }
    }

    /// Starts and stops the clocks of events that hang on a condition.
    pub(crate) fn mind_conditions(&mut self, t: f64) {
        for e in 0..self.scenario.events.len() {
            let Some(condition) = self.scenario.events[e].when.condition() else { continue };
            let holds = match condition {
                Condition::Talks => self.seen.texts > 0 || self.scenario.talks.began.is_some(),
                Condition::Truce => self.is_halted(),
                Condition::Signed => self.signed.is_some(),
            };
            match (holds, self.left[e]) {
                (true, Some(left)) => {
                    self.event_due[e] = t + left;
                    self.left[e] = None;
                }
                (false, None) => {
                    self.left[e] = Some(self.event_due[e] - t);
                    self.event_due[e] = f64::INFINITY;
                }
                _ => {}
            }
        }
    }
}

pub(crate) fn change(operation: Operation, old: f64, by: f64) -> f64 {
    match operation {
        Operation::Add => old + by,
        Operation::Multiply => old * by,
        Operation::Set => by,
    }
}

/// A position on [0, 1] as the file writes it.
pub(crate) fn in_file(scale: Scale, x: f64) -> f64 {
    scale.low + x * (scale.high - scale.low)
}
