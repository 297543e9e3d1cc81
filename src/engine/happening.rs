//! Events and pledges: what comes at its own time, and what it changes.

use super::observer::{Event as Seen, Observer};
use super::play::Setting;
use super::state::State;
use super::table::Table;
use crate::model::{Condition, EventEffect, Scale, Target, When};

/// What is due next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Due {
    Pledge(usize),
    Event(usize),
    /// A deadline, or either end of a conclave: texts are tried at another rate.
    Turn,
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
        if self.turn_at < next.0 {
            next = (self.turn_at, Due::Turn);
        }
        next
    }

    /// Starts and stops the clocks of events that hang on a condition, as things stand at `t`. True where it
    /// did either.
    pub(crate) fn settle_conditions(&mut self, table: &Table<'_>, t: f64) -> bool {
        let mut changed = false;
        for &(event, condition) in &table.conditional {
            let holds = self.holds(table, condition);
            if holds == self.running[event] {
                continue;
            }
            self.running[event] = holds;
            changed = true;
            let next = &mut self.next_event[event];
            if holds {
                *next = t + self.waits[event];
            } else {
                self.waits[event] = *next - t;
                *next = f64::INFINITY;
            }
        }
        changed
    }

    fn holds(&self, table: &Table<'_>, condition: Condition) -> bool {
        match condition {
            Condition::Talks => self.record.talks || table.scenario.talks.began.is_some(),
            Condition::Truce => self.halted,
            Condition::Signed => self.pending.is_some(),
        }
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
        // One that hangs on a condition was not dealt a day.
        if self.record.event_at[event].is_infinite() {
            self.record.event_at[event] = t;
        }
        for (offset, effect) in described.effects.iter().enumerate() {
            let by = setting.world.effect_amounts[start + offset];
            let changed = self.apply(setting, effect, described.foreseen, by);
            if let (true, Some((from, to))) = (O::ACTIVE, changed) {
                observer.observe(t, Seen::Changed { event, target: effect.target, from, to });
            }
        }
        self.look_ahead(setting, t);
        let again = !matches!(described.when, When::At(_)) && !described.once;
        self.next_event[event] = if again {
            let key = &setting.table.keys.event_again[event];
            let wait = self.event_draws[event].next(key, self.trial).exponential();
            t + wait / setting.world.event_rates[event]
        } else {
            f64::INFINITY
        };
    }

    /// Changes one named quantity of the history, within its range, and settles what depends on it: what it
    /// was and is, as the file writes it. What a world is made of is none of its business.
    fn apply(
        &mut self,
        setting: Setting<'_>,
        effect: &EventEffect,
        foreseen: bool,
        by: f64,
    ) -> Option<(f64, f64)> {
        let change = |quantity: f64| effect.operation.apply(quantity, by);
        match effect.target {
            Target::Cost(i) => {
                let from = self.costs[i];
                self.costs[i] = change(from).max(0.0);
                Some((from, self.costs[i]))
            }
            Target::Trust(i, j) => {
                let from = self.trust_between(i, j);
                self.set_trust(i, j, change(from));
                self.settle_trust_of(setting.table, i);
                self.settle_trust_of(setting.table, j);
                Some((from, self.trust_between(i, j)))
            }
            Target::Credibility => {
                let from = self.credibility;
                self.credibility = change(from).max(0.0);
                Some((from, self.credibility))
            }
            Target::Cohesion => {
                let from = self.cohesion;
                self.cohesion = change(from).clamp(0.0, 1.0);
                Some((from, self.cohesion))
            }
            Target::Limit(i, k) => Some(self.move_limit(setting, i, k, change)),
            Target::FrontLine => {
                let scale = front_scale(setting)?;
                let from = self.line;
                self.line = on_scale(scale, from, change);
                Some((scale.from_unit(from), scale.from_unit(self.line)))
            }
            Target::FrontDrift => {
                let width = front_scale(setting).map_or(1.0, Scale::width);
                let from = self.drift;
                self.drift = change(from * width) / width;
                self.evidence = super::belief::PRIOR_EVIDENCE;
                if foreseen {
                    // What was announced is believed when it comes.
                    for &i in &setting.table.belligerents {
                        self.beliefs[i] += self.drift - from;
                    }
                }
                Some((from * width, self.drift * width))
            }
            Target::Leverage(giver, receiver) => {
                let mut changed = None;
                let pairs = setting.world.leverage.iter().enumerate();
                for (index, _) in
                    pairs.filter(|(_, pair)| (pair.giver, pair.receiver) == (giver, receiver))
                {
                    let from = self.leverage[index];
                    self.leverage[index] = change(from).max(0.0);
                    changed = Some((from, self.leverage[index]));
                }
                self.settle_side_payments(setting.world);
                changed
            }
            Target::Terms(..) | Target::Reservation(..) | Target::Number(_) | Target::Style => None,
        }
    }

    /// A limit moves: the mean texts and the value of limits change with it.
    fn move_limit(
        &mut self,
        setting: Setting<'_>,
        party: usize,
        issue: usize,
        change: impl Fn(f64) -> f64,
    ) -> (f64, f64) {
        let (table, world) = (setting.table, setting.world);
        let m = world.issues;
        let scale = table.scenario.issues[issue].scale;
        let limit = &mut self.limits[party * m + issue];
        let from = *limit;
        *limit = on_scale(scale, from, change);
        let to = *limit;
        let limits = &self.limits;
        let row = |k: usize| limits[party * m + k];
        self.limit_loss_rest[party] = world.limit_loss(party, table.front, setting.shape(), row);
        self.settle_mean_texts(setting);
        (scale.from_unit(from), scale.from_unit(to))
    }

    /// Works out the mean texts anew for the limits as they stand.
    pub(super) fn settle_mean_texts(&mut self, setting: Setting<'_>) {
        let (table, world) = (setting.table, setting.world);
        if setting.person.is_some() {
            self.settle_texts(setting);
            return;
        }
        let (limits, m) = (&self.limits, world.issues);
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
