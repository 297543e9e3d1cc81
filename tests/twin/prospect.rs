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
                    let width = self.scenario.front_issue().map_or(1.0, |k| {
                        self.scenario.issues[k].scale.width()
                    });
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

    fn is_announced(&self) -> bool {
        self.scenario.events.iter().any(|event| event.foreseen)
    }

    /// The mean over the twelve months of something of a span.
    fn mean_ahead(&self, of: impl Fn(&Self) -> f64) -> f64 {
        if !self.is_announced() {
            return of(self);
        }
        self.spans().iter().map(|(share, then)| share * of(then)).sum()
    }

    /// The mean war cost of party i.
    pub(crate) fn cost_ahead(&self, i: usize) -> f64 {
        self.mean_ahead(|then| then.world.players[i].war.as_ref().map_or(0.0, |war| war.cost))
    }

    pub(crate) fn reservation_ahead(&self, i: usize) -> Option<f64> {
        self.world.players[i].reservation?;
        Some(self.mean_ahead(|then| then.world.players[i].reservation.unwrap_or(0.0)))
    }

    /// What party i expects to lose at the war terms on an issue that is no front line.
    pub(crate) fn loss_ahead(&self, i: usize, k: usize) -> f64 {
        self.mean_ahead(|then| then.loss_at_war(i, k).unwrap_or(0.0))
    }

    /// The drift that party i believes in, with what is announced of it.
    pub(crate) fn drift_ahead(&self, i: usize) -> f64 {
        if !self.is_announced() {
            return self.beliefs[i];
        }
        let front = self.scenario.front_issue();
        let stated = |play: &Self| {
            let war = play.world.players[i].war.as_ref();
            front.and_then(|k| Some(war?.terms[k])).unwrap_or(0.0) / 12.0
        };
        self.beliefs[i]
            + self.mean_ahead(|then| {
                then.world.drift - self.world.drift + stated(then) - stated(self)
            })
    }
}
