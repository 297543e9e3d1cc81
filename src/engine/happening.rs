//! Events and pledges: what comes at its own time, and what it changes.

use super::observer::{Event as Seen, Observer};
use super::setting::Setting;
use super::state::State;
use crate::model::{Condition, EventEffect, Scale, Target, When};

impl State {
    /// Does a condition hold on which events hang?
    pub(crate) fn meets(&self, setting: Setting<'_>, condition: Condition) -> bool {
        match condition {
            Condition::Talks => self.record.talks || setting.table.scenario.talks.began.is_some(),
            Condition::Truce => self.situation.interims.halt_fighting(),
            Condition::Signed => self.situation.signed.waits(),
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
        let guarantors = &mut self.situation.guarantors;
        guarantors.set_pledge(party, true);
        guarantors.settle(setting.table, setting.world.players());
        observer.observe(t, Seen::Pledged { party, delivered: guarantors.delivered() });
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
        let amounts = setting.world.events().amounts_from(setting.table, event);
        // One that hangs on a condition was not dealt a day.
        if self.record.event_at[event].is_infinite() {
            self.record.event_at[event] = t;
        }
        for (effect, &by) in described.effects.iter().zip(amounts) {
            let changed = self.apply(setting, effect, described.foreseen, by);
            if let (true, Some((from, to))) = (O::ACTIVE, changed) {
                observer.observe(t, Seen::Changed { event, target: effect.target, from, to });
            }
        }
        self.look_ahead(setting, t);
        let again = !matches!(described.when, When::At(_)) && !described.once;
        let next = if again {
            let wait = self.chance.wait(setting.table, event);
            t + wait / setting.world.events().rates()[event]
        } else {
            f64::INFINITY
        };
        self.calendar.set_event(event, next);
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
        let table = setting.table;
        let situation = &mut self.situation;
        match effect.target {
            Target::Cost(i) => Some(situation.prospects.change_cost(i, change)),
            Target::Trust(i, j) => {
                let from = situation.trust.between(i, j);
                situation.trust.set(table, (i, j), change(from));
                Some((from, situation.trust.between(i, j)))
            }
            Target::Credibility => Some(situation.guarantors.change_credibility(change)),
            Target::Cohesion => Some(situation.guarantors.change_cohesion(change)),
            Target::Limit(i, k) => {
                let parties = (setting.world.parties(), table.front);
                let scale = table.scenario.issues[k].scale;
                let changed = situation.limits.change(parties, (i, k), scale, change);
                self.drafting.settle(setting, &situation.limits, &self.decisions);
                Some(changed)
            }
            Target::FrontLine => {
                let scale = front_scale(setting)?;
                Some(situation.front.change_line(scale, change))
            }
            Target::FrontDrift => {
                let width = front_scale(setting).map_or(1.0, Scale::width);
                let announced_to: &[usize] = if foreseen { &table.belligerents } else { &[] };
                Some(situation.front.change_drift(width, announced_to, change))
            }
            Target::Leverage(giver, receiver) => {
                situation.payments.change((giver, receiver), change)
            }
            Target::Terms(..) | Target::Reservation(..) | Target::Number(_) | Target::Style => None,
        }
    }
}

fn front_scale(setting: Setting<'_>) -> Option<Scale> {
    setting.table.front.map(|k| setting.table.scenario.issues[k].scale)
}
