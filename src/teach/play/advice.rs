//! The hint in a scorable game: what the engine would do in the seat, corrected for what its tactics do not
//! know: what the person has conceded already, what waiting costs, and that nobody answers after the end.

use super::bargain::package;
use super::{Bargain, Play};
use crate::engine::alternating::Action;
use crate::teach::points::shown;

/// Offers from which something is learnt of what a party cares for.
const ENOUGH: usize = 3;
/// By how much the dearest issue has to stand out, in weight.
const CLEARLY: f64 = 0.02;
/// Values nearer each other are the same.
const SAME: f64 = 1e-9;

/// What is advised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Say yes.
    Accept,
    /// Offer this outcome.
    Offer(usize),
    /// Stay with an offer that was made: what was conceded cannot well be taken back.
    Stay(usize),
    /// Leave: nothing that can still be had is as good as no deal.
    Walk,
}

impl Play<'_> {
    /// What the hint advises, in a scorable game that goes on.
    pub fn advice(&self) -> Option<Advice> {
        match self {
            Self::Bargain(bargain) => bargain.advice(),
            Self::Process(_) => None,
        }
    }
}

impl Bargain<'_> {
    /// What is advised: never less than no deal is worth, and never to take a concession back.
    pub(super) fn advice(&self) -> Option<Advice> {
        let engine = self.game().advice()?;
        let role = self.room().role;
        let view = self.game().view(role);
        let wishes = view.wishes();
        let sound =
            |outcome: usize, points: f64| points >= self.batna() - SAME && !wishes.refuses(outcome);
        let standing = self.standing().filter(|standing| standing.proposer != role);
        let standing = standing.map(|standing| standing.outcome);
        let taken = standing.filter(|&outcome| sound(outcome, self.points(outcome)));
        if self.is_too_late() {
            return Some(if taken.is_some() { Advice::Accept } else { Advice::Walk });
        }
        if engine == Action::Accept && taken.is_some() {
            return Some(Advice::Accept);
        }
        // The farthest that the person has gone.
        let own = view.offers_of(role).iter().map(|&outcome| outcome as usize);
        let farthest =
            own.reduce(|a, b| if wishes.utility(b) <= wishes.utility(a) { b } else { a });
        let offered = match engine {
            Action::Offer(outcome) => Some(outcome),
            // It would have taken less than no deal is worth by now.
            Action::Accept | Action::Walk => None,
        };
        let conceded = |outcome: usize| wishes.utility(outcome) + SAME;
        let advised = match (offered, farthest) {
            (Some(outcome), Some(own)) if wishes.utility(outcome) > conceded(own) => {
                Some(Advice::Stay(own))
            }
            (None, Some(own)) => Some(Advice::Stay(own)),
            (outcome, _) => outcome.map(Advice::Offer),
        };
        let still_sound = |outcome: usize| sound(outcome, self.points_if_offered(outcome));
        let advised = advised.filter(|advice| match advice {
            Advice::Offer(outcome) | Advice::Stay(outcome) => still_sound(*outcome),
            Advice::Accept | Advice::Walk => true,
        });
        // The least that is still worth it, where what was thought of is not.
        let least = || {
            let mut order = wishes.order().iter().map(|&outcome| outcome as usize);
            order.find(|&outcome| still_sound(outcome)).map(Advice::Offer)
        };
        let advised = advised.or_else(least);
        let asks = match advised {
            Some(Advice::Offer(outcome) | Advice::Stay(outcome)) => self.points_if_offered(outcome),
            _ => f64::NEG_INFINITY,
        };
        // Nobody asks for less than what is offered.
        if taken.is_some_and(|outcome| self.points(outcome) >= asks - SAME) {
            return Some(Advice::Accept);
        }
        Some(advised.unwrap_or(Advice::Walk))
    }

    pub(super) fn hint(&self) -> String {
        let scenario = &self.room().scenario;
        let Some(advice) = self.advice() else { return "The game is over.".to_owned() };
        let told = |outcome: usize| {
            format!(
                "{} ({} points)",
                package(scenario, self.outcomes(), outcome),
                shown(self.points_if_offered(outcome))
            )
        };
        let mut text = match advice {
            Advice::Accept if self.is_too_late() => {
                "Accept: it is better than no deal, and nothing else can come.".to_owned()
            }
            Advice::Accept if self.game().advice() == Some(Action::Accept) => {
                "The engine, in your seat, would accept now.".to_owned()
            }
            Advice::Accept => "Accept: you have not asked for more than that yourself.".to_owned(),
            Advice::Walk => {
                "Nothing that can still be agreed is as good for you as no deal: walk away, or let the \
                 rounds run out."
                    .to_owned()
            }
            Advice::Offer(outcome) if self.game().advice() == Some(Action::Offer(outcome)) => {
                format!("The engine, in your seat, would offer {}.", told(outcome))
            }
            Advice::Offer(outcome) => format!(
                "Offer {}: whatever is worth less is by now worth less to you than no deal.",
                told(outcome)
            ),
            Advice::Stay(outcome) => format!(
                "Stay with what you have offered, {}: what was conceded cannot well be taken back.",
                told(outcome)
            ),
        };
        let view = self.game().view(self.room().role);
        for other in view.others() {
            if let Some(issue) = self.dearest(other) {
                text += &format!(
                    " By its offers, {} cares most for “{}”.",
                    scenario.parties[other].title, scenario.issues[issue].title
                );
            }
        }
        text
    }

    /// The issue that another party holds on to most, as far as its offers tell.
    fn dearest(&self, other: usize) -> Option<usize> {
        let view = self.game().view(self.room().role);
        if view.offers_of(other).len() < ENOUGH {
            return None;
        }
        let weight = |issue: usize| view.estimated_weight(other, issue);
        let issues = 0..self.room().scenario.issues.len();
        let dearest = issues.clone().max_by(|&a, &b| weight(a).total_cmp(&weight(b)))?;
        let others = issues.filter(|&issue| issue != dearest);
        let second = others.map(weight).reduce(f64::max)?;
        (weight(dearest) > second + CLEARLY).then_some(dearest)
    }
}
