//! Histories of alternating offers, for [`Seat`](crate::engine::Seat): played to the end, recorded like
//! any other history, with a reason where there is no deal.

use super::talks::{Action, Closing, Talks};
use super::{Chair, Quality, Wishes, World, Yardstick};
use crate::engine::common_ground::BestPackage;
use crate::engine::ending::{Cause, Ending};
use crate::engine::history::History;
use crate::engine::observer::{Event, Observer};
use crate::engine::record::Record;
use crate::engine::signature::Signature;
use crate::engine::trial::Trial;
use crate::engine::worth::Worth;
use crate::math::ROUNDING;
use crate::model::Scenario;
use crate::stream::Seed;

/// A world with its talks and what is kept of a history.
#[derive(Clone, Debug)]
pub(crate) struct Bargaining {
    world: World,
    talks: Talks,
    record: Record,
    text: Vec<f64>,
    /// Why there is no common ground, once asked for in a world.
    no_ground: Option<Cause>,
    agreed: Option<usize>,
    /// The solution points, once asked for in a world, and how good the deals were.
    yardstick: Option<Yardstick>,
    measured: Vec<(usize, Quality)>,
}

impl Bargaining {
    pub(crate) fn new(scenario: &Scenario, seed: Seed) -> Self {
        Self {
            world: World::new(scenario, seed),
            talks: Talks::default(),
            record: Record::default(),
            text: Vec::new(),
            no_ground: None,
            agreed: None,
            yardstick: None,
            measured: Vec::new(),
        }
    }

    /// The world last entered.
    pub(crate) fn world(&self) -> &World {
        &self.world
    }

    /// The outcome the last history agreed on, whatever became of it.
    pub(crate) fn agreed(&self) -> Option<usize> {
        self.agreed
    }

    /// How good the deal of the last history is; `None` where there was none. Worked out once a world
    /// for every outcome.
    pub(crate) fn quality(&mut self) -> Option<Quality> {
        let agreed = self.agreed?;
        if let Some((_, known)) = self.measured.iter().find(|(outcome, _)| *outcome == agreed) {
            return Some(*known);
        }
        if self.yardstick.is_none() {
            self.yardstick = Yardstick::of(&self.world);
        }
        let quality = self.yardstick.as_ref()?.measure(agreed);
        self.measured.push((agreed, quality));
        Some(quality)
    }

    /// Enters the world of these draws; returns whether it is another one than before.
    pub(crate) fn enter(&mut self, scenario: &Scenario, draws: &[f64]) -> bool {
        let other = self.world.prepare(scenario, draws);
        if other {
            self.talks.enter(&self.world);
            self.no_ground = None;
            self.yardstick = None;
            self.measured.clear();
        }
        other
    }

    /// Seats other ways to bargain than the file's in the world last entered.
    pub(crate) fn seat(&mut self, chairs: &[Chair]) {
        self.world.seat(chairs);
        self.talks.enter(&self.world);
    }

    /// The outcome with the greatest least gain.
    pub(crate) fn best_package(&mut self) -> Option<BestPackage<'_>> {
        let (outcome, gain) = self.world.fairest()?;
        self.world.outcomes.place(outcome, &mut self.text);
        Some(BestPackage { gain, package: &self.text })
    }

    /// Plays a history.
    pub(crate) fn negotiate<O: Observer>(&mut self, trial: Trial, observer: &mut O) -> History<'_> {
        self.talks.begin(&self.world, trial);
        self.record.begin();
        let closing = loop {
            if let Some(closing) = self.talks.closing() {
                break closing;
            }
            let action = self.talks.decide(&self.world);
            if O::ACTIVE {
                self.tell(action, observer);
            }
            self.talks.take(&self.world, action);
        };
        self.record.texts = self.talks.heard.offers.iter().map(Vec::len).sum();
        self.record.talks = self.record.texts > 0;
        let ending = self.close(closing, trial, observer);
        let ground =
            self.record.signed_at.is_finite() || (self.record.talks && self.world.has_zone());
        let (nearest_gain, nearest_crosses) = self.nearest();
        History { ending, ground, nearest_gain, nearest_crosses, record: &self.record }
    }

    fn tell<O: Observer>(&mut self, action: Action, observer: &mut O) {
        let Some(turn) = self.talks.turn() else { return };
        let (t, party) = ((turn.round + 1) as f64, turn.party);
        let wishes = &self.world.wishes[party];
        match (action, self.talks.standing()) {
            (Action::Offer(outcome), standing) => {
                let refused = standing.map(|standing| wishes.utility(standing.outcome));
                self.world.outcomes.place(outcome, &mut self.text);
                let value = wishes.utility(outcome);
                let text = &self.text;
                observer.observe(t, Event::Offered { party, text, value, refused });
            }
            (Action::Accept, Some(standing)) => {
                let value = wishes.utility(standing.outcome);
                observer.observe(t, Event::Accepted { party, value });
            }
            (Action::Accept, None) | (Action::Walk, _) => {
                observer.observe(t, Event::WalkedAway { party });
            }
        }
    }

    fn close<O: Observer>(&mut self, closing: Closing, trial: Trial, observer: &mut O) -> Ending {
        let world = &self.world;
        let (rounds, outcome) = match closing {
            Closing::Agreed { outcome, rounds, .. } => (rounds, Some(outcome)),
            Closing::Deadline => (world.rounds, None),
            Closing::WalkedAway { rounds, .. } => (rounds, None),
        };
        let t = rounds as f64;
        self.agreed = outcome;
        let record = &mut self.record;
        let mut against = None;
        if let Some(outcome) = outcome {
            world.outcomes.place(outcome, &mut record.terms);
            record.signed_at = t;
            observer.observe(t, Event::Signed { text: &record.terms, imposed: false });
            for party in (0..world.parties()).filter(|_| O::ACTIVE) {
                if let (_, Some(division)) = world.vote(party, outcome, trial) {
                    observer.observe(t, Event::Divided { party, division });
                }
            }
            against = world.voted_down_by(outcome, trial);
            for (party, wishes) in world.wishes.iter().enumerate() {
                let worth = |value| world.discounted(party, value, rounds);
                let (value, outside) =
                    (worth(wishes.utility(outcome)), worth(wishes.reservation()));
                let z = value - outside;
                // Nobody breaks such a deal, and nobody is paid for it.
                let worth =
                    Worth { value, outside, survival: 1.0, good_faith: 1.0, z, ..Worth::default() };
                record.signatures.push(Signature { party, worth, votes: 0.0, leaning: 0.0 });
            }
        }
        let kept = outcome.filter(|_| against.is_none());
        record.values.clear();
        for (party, wishes) in world.wishes.iter().enumerate() {
            let value = kept.map_or(wishes.reservation(), |outcome| wishes.utility(outcome));
            record.values.push(world.discounted(party, value, rounds));
        }
        if let Some(party) = against {
            observer.observe(t, Event::VoteLost { party });
            return Ending::NoDeal(Cause::VoteLost { party });
        }
        if kept.is_some() {
            record.ratified_at = t;
            record.holds_for = f64::INFINITY;
            observer.observe(t, Event::Ratified { holds_for: f64::INFINITY, defector: None });
            return Ending::Agreement { in_force_at: t, holds_for: f64::INFINITY, defector: None };
        }
        Ending::NoDeal(self.reason())
    }

    /// The least gain of the offer (the deal, where there is one) that came nearest to suiting everybody,
    /// and whether somebody refuses it; −∞ without an offer.
    fn nearest(&self) -> (f64, bool) {
        let world = &self.world;
        let mut nearest = (f64::NEG_INFINITY, false);
        let offers = self.talks.heard.offers.iter().flatten().map(|&outcome| outcome as usize);
        let judged = self.agreed.into_iter().chain(offers.filter(|_| self.agreed.is_none()));
        for outcome in judged {
            let gain = world.least_gain(outcome).1;
            if gain > nearest.0 + ROUNDING {
                nearest = (gain, world.wishes.iter().any(|wishes| wishes.refuses(outcome)));
            }
        }
        nearest
    }

    /// Why the talks brought no deal.
    fn reason(&mut self) -> Cause {
        if self.world.has_zone() {
            return self.short();
        }
        if let Some(known) = self.no_ground {
            return known;
        }
        let cause = no_ground(&self.world);
        self.no_ground = Some(cause);
        cause
    }

    /// There was common ground: the party that at the end stood farthest above the best it had been
    /// offered, as a share of what it could hope for, and the issue on which that offer cost it most.
    fn short(&self) -> Cause {
        let mut farthest = (f64::NEG_INFINITY, 0, None);
        for (party, wishes) in self.world.wishes.iter().enumerate() {
            let offers = &self.talks.heard.offers;
            let Some(&asked) = offers[party].last() else { continue };
            let value = |outcome: &u32| wishes.utility(*outcome as usize);
            let others = offers.iter().enumerate().filter(|&(other, _)| other != party);
            let best = others.filter_map(|(_, offers)| {
                offers.iter().max_by(|a, b| value(a).total_cmp(&value(b)).then(b.cmp(a)))
            });
            let best = best.max_by(|a, b| value(a).total_cmp(&value(b)));
            let reach = (wishes.best() - wishes.floor()).max(f64::MIN_POSITIVE);
            let gap = best.map_or(1.0, |best| (value(&asked) - value(best)) / reach);
            if gap > farthest.0 + ROUNDING {
                farthest = (gap, party, best.copied());
            }
        }
        let (_, party, offer) = farthest;
        let wishes = &self.world.wishes[party];
        let offer = offer.or(wishes.order().first().copied()).unwrap_or(0) as usize;
        Cause::Short { party, issue: dearest(&self.world, wishes, offer) }
    }
}

/// Why nothing would have suited everybody: a refusal where all would sign but for it, else who loses
/// most by the outcome with the greatest least gain, and on what.
fn no_ground(world: &World) -> Cause {
    let (outcome, gain) = world.find_fairest(|_, _| false).unwrap_or((0, f64::NEG_INFINITY));
    let refusing = (0..world.parties()).find(|&party| world.wishes[party].refuses(outcome));
    if let Some(party) = refusing
        && gain >= 0.0
    {
        let refuses = |&issue: &usize| {
            let choice = world.outcomes.choice(outcome, issue);
            let place = world.outcomes.starts()[issue] + choice;
            world.wishes[party].refuses_choice(place)
        };
        let issue = (0..world.outcomes.counts().len()).find(refuses).unwrap_or(0);
        return Cause::RedLine { party, issue };
    }
    let (party, _) = world.least_gain(outcome);
    Cause::NoCommonGround { party, issue: dearest(world, &world.wishes[party], outcome) }
}

/// The issue on which an outcome costs a party most against its best choice.
fn dearest(world: &World, wishes: &Wishes, outcome: usize) -> usize {
    let outcomes = &world.outcomes;
    let mut dearest = (f64::NEG_INFINITY, 0);
    for (issue, (&start, &count)) in outcomes.starts().iter().zip(outcomes.counts()).enumerate() {
        let parts = (start..start + count).map(|place| wishes.part(place));
        let best = parts.fold(f64::NEG_INFINITY, f64::max);
        let cost = best - wishes.part(start + outcomes.choice(outcome, issue));
        if cost > dearest.0 + ROUNDING {
            dearest = (cost, issue);
        }
    }
    dearest.1
}
