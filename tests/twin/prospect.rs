//! What is announced: the coming twelve months, span by span.

use zopa::model::{Target, When};

use super::events::{change, in_file};
use super::history::Play;
use super::world::on_unit;

impl Play<'_> {
    /// The twelve months from now: the share of each span, and how things stand in it by what is announced.
    fn spans(&self) -> Vec<(f64, Self)> {
        let date = |e: usize| match self.scenario.events[e].when {
            When::At(date) => date,
            _ => f64::INFINITY,
        };
        let mut ahead: Vec<usize> = (0..self.scenario.events.len())
            .filter(|&e| self.scenario.events[e].foreseen)
            .filter(|&e| date(e) > self.now && date(e) < self.now + 12.0)
            .collect();
        ahead.sort_by(|&a, &b| date(a).total_cmp(&date(b)));
        let mut spans = Vec::new();
        let (mut from, mut then) = (self.now, self.clone());
        for e in ahead {
            spans.push(((date(e) - from) / 12.0, then.clone()));
            from = date(e);
            then.expect(e);
        }
        spans.push(((self.now + 12.0 - from) / 12.0, then));
        spans
    }

    /// What an announced event does to alternatives.
    fn expect(&mut self, e: usize) {
        for (n, effect) in self.scenario.events[e].effects.iter().enumerate() {
            let by = self.world.effect_amounts[e][n];
            let changed = |old: f64| change(effect.operation, old, by);
            match effect.target {
                Target::Cost(i) => {
                    if let Some(war) = &mut self.world.players[i].war {
                        war.cost = changed(war.cost).max(0.0);
                    }
                }
                Target::FrontDrift => {
                    let width = self
                        .scenario
                        .front_issue()
                        .map_or(1.0, |k| self.scenario.issues[k].scale.width());
                    self.world.drift = changed(self.world.drift * width) / width;
                }
                Target::Terms(i, k, number) => {
                    let scale = self.scenario.issues[k].scale;
                    if let Some(war) = &mut self.world.players[i].war {
                        let after = changed(in_file(scale, war.terms[k]));
                        war.terms[k] = on_unit(scale, after.max(number.low).min(number.high));
                    }
                }
                Target::Reservation(i, number) => {
                    let reservation = &mut self.world.players[i].reservation;
                    *reservation =
                        reservation.map(|old| changed(old).max(number.low).min(number.high));
                }
                _ => {}
            }
        }
    }

    /// Looks ahead from now: done again whenever time passes or an event happens.
    pub(crate) fn look_ahead(&mut self) {
        if !self.scenario.events.iter().any(|event| event.foreseen) {
            return;
        }
        let spans = self.spans();
        let front = self.scenario.front_issue();
        let mean =
            |of: &dyn Fn(&Self) -> f64| spans.iter().map(|(share, then)| share * of(then)).sum();
        let stated = |play: &Self, i: usize| {
            let war = play.world.players[i].war.as_ref();
            front.and_then(|k| Some(war?.terms[k])).unwrap_or(0.0) / 12.0
        };
        let issues = || (0..self.scenario.issues.len()).filter(|&k| front != Some(k));
        let outlook = |i: usize| Outlook {
            cost: mean(&|then| then.war_cost(i)),
            reservation: mean(&|then| then.world.players[i].reservation.unwrap_or(0.0)),
            lost: mean(&|then| issues().map(|k| then.loss_at_war(i, k).unwrap_or(0.0)).sum()),
            drift: mean(&|then| {
                then.world.drift - self.world.drift + stated(then, i) - stated(self, i)
            }),
        };
        self.outlook = (0..self.world.players.len()).map(outlook).collect();
    }

    fn war_cost(&self, i: usize) -> f64 {
        self.world.players[i].war.as_ref().map_or(0.0, |war| war.cost)
    }

    /// The mean war cost of party i.
    pub(crate) fn cost_ahead(&self, i: usize) -> f64 {
        self.outlook.get(i).map_or(self.war_cost(i), |outlook| outlook.cost)
    }

    pub(crate) fn reservation_ahead(&self, i: usize) -> Option<f64> {
        let now = self.world.players[i].reservation?;
        Some(self.outlook.get(i).map_or(now, |outlook| outlook.reservation))
    }

    /// What party i expects to lose at the war terms on all issues but the front line.
    pub(crate) fn loss_ahead(&self, i: usize) -> f64 {
        let front = self.scenario.front_issue();
        let issues = (0..self.scenario.issues.len()).filter(|&k| front != Some(k));
        let now = || issues.map(|k| self.loss_at_war(i, k).unwrap_or(0.0)).sum();
        self.outlook.get(i).map_or_else(now, |outlook| outlook.lost)
    }

    /// The drift that party i believes in, with what is announced of it.
    pub(crate) fn drift_ahead(&self, i: usize) -> f64 {
        self.beliefs[i] + self.outlook.get(i).map_or(0.0, |outlook| outlook.drift)
    }
}

/// What one party reckons with, in the mean over twelve months.
#[derive(Clone, Debug)]
pub(crate) struct Outlook {
    cost: f64,
    reservation: f64,
    /// At the war terms, but on the front line.
    lost: f64,
    /// What is added to the drift it believes in.
    drift: f64,
}
