//! Events and pledges: what comes at its own time, and what it changes.

use super::observer::{Event as Seen, Observer};
use super::play::Setting;
use super::state::State;
use crate::model::{Operation, Scale, Target, When};

/// What is due next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Due {
    Pledge(usize),
    Event(usize),
    Nothing,
}

impl State {
    /// The next pledge or event and when it is due; on a tie pledges come first, then the order of
    /// the file.
    pub(crate) fn next_due(&self, setting: Setting<'_>) -> (f64, Due) {
        let mut next = (f64::INFINITY, Due::Nothing);
        for &j in &setting.table.pledgers {
            let at = self.record.pledge_at[j];
            if !self.pledged[j] && at < next.0 {
                next = (at, Due::Pledge(j));
            }
        }
        for (e, &at) in self.next_event.iter().enumerate() {
            if at < next.0 {
                next = (at, Due::Event(e));
            }
        }
        next
    }

    /// A pledge is made.
    pub(crate) fn pledge<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        party: usize,
        observer: &mut O,
    ) {
        self.pledged[party] = true;
        self.settle_contribution(setting);
        observer.observe(t, Seen::Pledged { party, delivered: self.cohesion * self.contribution });
    }

    /// An event happens: its effects, in order, and when it is due again.
    pub(crate) fn happen<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        event: usize,
        observer: &mut O,
    ) {
        observer.observe(t, Seen::Happened { event });
        let described = &setting.table.scenario.events[event];
        let start = setting.table.effect_starts[event];
        for (offset, effect) in described.effects.iter().enumerate() {
            let by = setting.world.effect_amounts[start + offset];
            self.apply(setting, effect.target, |quantity| match effect.operation {
                Operation::Add => quantity + by,
                Operation::Multiply => quantity * by,
            });
        }
        let again = matches!(described.when, When::Rate(_)) && !described.once;
        self.next_event[event] = if again {
            let key = &setting.table.keys.event_again[event];
            let wait = self.event_draws[event].next(key, self.trial).exponential();
            t + wait / setting.world.event_rates[event]
        } else {
            f64::INFINITY
        };
    }

    /// Changes one named quantity, within its range, and settles what depends on it.
    fn apply(&mut self, setting: Setting<'_>, target: Target, change: impl Fn(f64) -> f64) {
        match target {
            Target::Cost(i) => self.costs[i] = change(self.costs[i]).max(0.0),
            Target::Trust(i, j) => {
                self.set_trust(i, j, change(self.trust_between(i, j)));
                self.settle_trust_of(setting.table, i);
                self.settle_trust_of(setting.table, j);
            }
            Target::Credibility => self.credibility = change(self.credibility).max(0.0),
            Target::Cohesion => self.cohesion = change(self.cohesion).clamp(0.0, 1.0),
            Target::Limit(i, k) => self.move_limit(setting, i, k, change),
            Target::FrontLine => {
                if let Some(scale) = front_scale(setting) {
                    self.line = on_scale(scale, self.line, change);
                }
            }
            Target::FrontDrift => {
                let width = front_scale(setting).map_or(1.0, Scale::width);
                self.drift = change(self.drift * width) / width;
                self.evidence = super::belief::PRIOR_EVIDENCE;
            }
            Target::Leverage(giver, receiver) => {
                let pairs = setting.world.leverage.iter().enumerate();
                for (index, _) in
                    pairs.filter(|(_, pair)| (pair.giver, pair.receiver) == (giver, receiver))
                {
                    self.leverage[index] = change(self.leverage[index]).max(0.0);
                }
                self.settle_side_payments(setting.world);
            }
        }
    }

    /// A limit moves: the mean texts and the value of limits change with it.
    fn move_limit(
        &mut self,
        setting: Setting<'_>,
        party: usize,
        issue: usize,
        change: impl Fn(f64) -> f64,
    ) {
        let (table, world) = (setting.table, setting.world);
        let m = world.issues;
        let scale = table.scenario.issues[issue].scale;
        let limit = &mut self.limits[party * m + issue];
        *limit = on_scale(scale, *limit, change);
        let limits = &self.limits;
        let row = |k: usize| limits[party * m + k];
        self.limit_loss_rest[party] = world.limit_loss(party, table.front, setting.shape(), row);
        if setting.person.is_some() {
            self.settle_texts(setting);
            return;
        }
        self.own_texts.prepare(
            table.scenario,
            world.globals.pen,
            &world.players,
            &world.stakes,
            |i, k| limits[i * m + k],
        );
        self.limits_moved = true;
    }
}

/// Effects act on the numbers of the file: a position is changed on its issue's own scale.
fn on_scale(scale: Scale, x: f64, change: impl Fn(f64) -> f64) -> f64 {
    scale.to_unit(change(scale.from_unit(x))).clamp(0.0, 1.0)
}

fn front_scale(setting: Setting<'_>) -> Option<Scale> {
    setting.table.front.map(|k| setting.table.scenario.issues[k].scale)
}
