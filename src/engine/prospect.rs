//! What everybody reckons with: the mean over the coming twelve months of what a war costs, where it ends and
//! what no deal is worth, with what has been announced.
//!
//! W_i(t) = ⅟12 ∫ₜ^{t+12} W_i(s) ds, where W_i(s) has what is announced for a day before s (shifting power:
//! Fearon 1995; Powell 2006). Costs, war terms, reservations and the drift of the line enter W_i; each counts
//! with the share of the twelve months that come after its day.

use super::events::Events;
use super::globals::WAR_HORIZON;
use super::parties::Parties;
use super::player::{Alternative, Player};
use super::table::Table;
use crate::model::{Loss, Operation, Target, When};
use crate::solution::Stake;

/// One party's alternative as it stands and as it is announced to become, in the mean.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Prospect {
    /// War cost κ, before a truce halves it.
    pub(crate) cost: f64,
    /// Value lost at the war terms on all issues but the front line.
    pub(crate) war_loss_rest: f64,
    /// A fixed reservation value; 0 where there is none.
    pub(crate) reservation: f64,
    /// What is announced to be added to the drift of the line that it believes in.
    pub(crate) drift: f64,
}

/// War costs, and what everybody reckons with.
#[derive(Clone, Debug, Default)]
pub(crate) struct Prospects {
    /// War cost κ as events have left it, before interim deals ease it.
    costs: Vec<f64>,
    /// Party by party.
    each: Vec<Prospect>,
    ahead: Ahead,
}

/// Working space.
#[derive(Clone, Debug, Default)]
struct Ahead {
    costs: Vec<f64>,
    /// War terms in [0, 1], `terms[party * issues + issue]`.
    terms: Vec<f64>,
    reservations: Vec<f64>,
}

impl Prospects {
    /// The war costs of the as-of date; [`Prospects::look_ahead`] does the rest.
    pub(crate) fn prepare(&mut self, players: &[Player]) {
        self.costs.clear();
        self.costs.extend(players.iter().map(|player| player.cost));
    }

    /// A history begins with the prospects of the as-of date.
    pub(crate) fn begin(&mut self, start: &Self) {
        self.costs.clone_from(&start.costs);
        self.each.clone_from(&start.each);
    }

    /// What a party reckons with.
    #[inline]
    pub(crate) fn of(&self, party: usize) -> &Prospect {
        &self.each[party]
    }

    /// An event changes what war costs a party: what it did and does.
    pub(crate) fn change_cost(&mut self, party: usize, change: impl Fn(f64) -> f64) -> (f64, f64) {
        let from = self.costs[party];
        self.costs[party] = change(from).max(0.0);
        (from, self.costs[party])
    }

    /// Works out what everybody reckons with at `t`, where the line drifts at `drift`; after every event, and
    /// whenever time passes where something is announced.
    pub(crate) fn look_ahead(
        &mut self,
        table: &Table<'_>,
        parties: &Parties,
        events: &Events,
        (t, drift): (f64, f64),
    ) {
        let Self { costs, each, ahead } = self;
        let players = parties.players();
        each.clear();
        each.extend(players.iter().zip(&*costs).map(|(player, &cost)| Prospect {
            cost,
            war_loss_rest: player.war_loss_rest,
            reservation: reservation(player.alternative),
            drift: 0.0,
        }));
        if table.foreseen.is_empty() {
            return;
        }
        ahead.costs.clear();
        ahead.costs.extend_from_slice(costs);
        ahead.terms.clear();
        ahead.terms.extend(parties.stakes().iter().map(|stake| stake.war));
        ahead.reservations.clear();
        ahead.reservations.extend(players.iter().map(|player| reservation(player.alternative)));
        let mut walk = Walk { table, parties, drift, ahead, prospects: each };
        for &event in &table.foreseen {
            let described = &table.scenario.events[event];
            let When::At(date) = described.when else { continue };
            let share = (t + WAR_HORIZON - date) / WAR_HORIZON;
            if date <= t || share <= 0.0 {
                continue;
            }
            let amounts = events.amounts_from(table, event);
            for (effect, &by) in described.effects.iter().zip(amounts) {
                walk.reckon_with(effect.target, effect.operation, by, share);
            }
        }
    }
}

fn reservation(alternative: Alternative) -> f64 {
    match alternative {
        Alternative::Reservation(value) => value,
        Alternative::War | Alternative::OthersWar | Alternative::Limits => 0.0,
    }
}

/// A walk through what is announced, in the order of its days.
struct Walk<'a> {
    table: &'a Table<'a>,
    parties: &'a Parties,
    drift: f64,
    ahead: &'a mut Ahead,
    prospects: &'a mut [Prospect],
}

impl Walk<'_> {
    fn reckon_with(&mut self, target: Target, operation: Operation, by: f64, share: f64) {
        let scenario = self.table.scenario;
        let issues = self.parties.issues();
        match target {
            Target::Cost(i) => {
                let cost = operation.apply(self.ahead.costs[i], by).max(0.0);
                self.prospects[i].cost += share * (cost - self.ahead.costs[i]);
                self.ahead.costs[i] = cost;
            }
            Target::FrontDrift => {
                let width = self.table.front.map_or(1.0, |k| scenario.issues[k].scale.width());
                let drift = operation.apply(self.drift * width, by) / width;
                for prospect in &mut *self.prospects {
                    prospect.drift += share * (drift - self.drift);
                }
                self.drift = drift;
            }
            Target::Terms(i, k, number) => {
                let scale = scenario.issues[k].scale;
                let before = self.ahead.terms[i * issues + k];
                let after = operation.apply(scale.from_unit(before), by);
                let after = scale.to_unit(after.clamp(number.low, number.high)).clamp(0.0, 1.0);
                if self.table.front == Some(k) {
                    self.prospects[i].drift += share * (after - before) / WAR_HORIZON;
                    self.ahead.terms[i * issues + k] = after;
                } else {
                    self.move_terms(i, k, after - before, share);
                }
            }
            Target::Reservation(i, number) => {
                let before = self.ahead.reservations[i];
                let after = operation.apply(before, by).clamp(number.low, number.high);
                self.prospects[i].reservation += share * (after - before);
                self.ahead.reservations[i] = after;
            }
            // What is no part of an alternative is not reckoned with before it happens.
            Target::Trust(..)
            | Target::Credibility
            | Target::Cohesion
            | Target::Limit(..)
            | Target::FrontLine
            | Target::Leverage(..)
            | Target::Number(_)
            | Target::Style => {}
        }
    }

    /// The war terms of a belligerent move, and with them the mean that everybody else lives with.
    fn move_terms(&mut self, i: usize, k: usize, by: f64, share: f64) {
        let parties = self.parties;
        let shape = parties.shape();
        let at_war =
            parties.players().iter().filter(|one| one.alternative == Alternative::War).count();
        for (j, player) in parties.players().iter().enumerate() {
            let by = match player.alternative {
                Alternative::War if i == j => by,
                Alternative::War => continue,
                _ => by / at_war as f64,
            };
            let x = &mut self.ahead.terms[j * parties.issues() + k];
            let stake = &parties.stakes_of(j)[k];
            let before = at_terms(shape, stake, player.aversion, *x);
            *x += by;
            let after = at_terms(shape, stake, player.aversion, *x);
            self.prospects[j].war_loss_rest += share * (after - before);
        }
    }
}

fn at_terms(shape: Loss, stake: &Stake, aversion: f64, x: f64) -> f64 {
    stake.lost(shape, aversion, x, stake.status_quo_loss)
}
