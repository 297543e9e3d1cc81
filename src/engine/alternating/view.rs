//! What one party sees: its own wishes, and what is said at the table. A tactic gets nothing else, so
//! that it cannot look at what another party wants: there is no way from here to it.

use super::tactic::Wanted;
use super::talks::{Heard, Standing};
use super::{Outcomes, Wishes};
use crate::math::ROUNDING;

/// How far below what it asks for an outcome may be worth and still be the nearest to it.
const BELOW: f64 = 1e-6;
/// How many outcomes of its ladder are looked through for the one that others like best.
const LOOKED_AT: usize = 1_000;

/// What a party sees at a moment of the talks.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    party: usize,
    wishes: &'a Wishes,
    heard: &'a Heard,
    outcomes: &'a Outcomes,
    band: Option<f64>,
}

impl<'a> View<'a> {
    pub(super) fn new(
        party: usize,
        wishes: &'a Wishes,
        heard: &'a Heard,
        outcomes: &'a Outcomes,
        band: Option<f64>,
    ) -> Self {
        Self { party, wishes, heard, outcomes, band }
    }

    /// Who looks.
    pub fn party(self) -> usize {
        self.party
    }

    /// What it wants.
    pub fn wishes(self) -> &'a Wishes {
        self.wishes
    }

    /// All that could be agreed.
    pub fn outcomes(self) -> &'a Outcomes {
        self.outcomes
    }

    /// The round, counted from 0.
    pub fn round(self) -> usize {
        self.heard.round
    }

    /// How many rounds there are.
    pub fn rounds(self) -> usize {
        self.heard.rounds
    }

    /// t = (round + 1)/(rounds + 1).
    pub fn time(self) -> f64 {
        (self.heard.round + 1) as f64 / (self.heard.rounds + 1) as f64
    }

    /// The offer on the table, if there is one.
    pub fn standing(self) -> Option<Standing> {
        self.heard.standing
    }

    /// Everybody else, in the order of the file.
    pub fn others(self) -> impl Iterator<Item = usize> + 'a {
        let party = self.party;
        (0..self.heard.offers.len()).filter(move |&other| other != party)
    }

    /// What a party has offered so far, in order.
    pub fn offers_of(self, party: usize) -> &'a [u32] {
        &self.heard.offers[party]
    }

    /// How many different outcomes a party has offered. Counted only where some tactic asks.
    pub fn different_offers_of(self, party: usize) -> usize {
        self.heard.different[party]
    }

    /// What an outcome is thought to be worth to another party, by the frequencies of its offers, in
    /// [0, 1]. Known only where some party learns, and to people at the table.
    pub fn estimate(self, party: usize, outcome: usize) -> f64 {
        self.heard.frequencies.estimate(party, outcome, self.outcomes)
    }

    /// What an issue is thought to weigh with another party.
    pub fn estimated_weight(self, party: usize, issue: usize) -> f64 {
        self.heard.frequencies.weight(party, issue)
    }

    /// The outcome at a place of its ladder, counted from the top.
    pub(super) fn at_steps_down(self, steps: usize) -> u32 {
        self.wishes.order()[self.wishes.order().len() - 1 - steps]
    }

    /// The offer nearest to a demand: the least of its outcomes worth at least as much or, where one
    /// just below is strictly nearer, that. Of equal ones the first by number, or by what others are
    /// thought to like if it learns. `None` when it likes nothing as much as no deal.
    pub(super) fn ask(self, demand: f64) -> Wanted {
        let wishes = self.wishes;
        let ladder = wishes.ladder();
        let beats = ladder.last().is_some_and(|&best| best >= wishes.reservation());
        let mut at = wishes.first_reaching(demand);
        if !beats || at == ladder.len() && at == 0 {
            return Wanted { demand, outcome: None };
        }
        let above = ladder.get(at).map_or(f64::INFINITY, |own| own - demand);
        if let Some(below) = at.checked_sub(1)
            && ladder[below] >= demand - BELOW
            && demand - ladder[below] < above
        {
            at = wishes.first_from(ladder[below]);
        }
        // Refusals may leave nothing as good as what it asks for.
        let at = at.min(ladder.len() - 1);
        let at = self.band.map_or(at, |band| self.best_liked(at, demand + band));
        Wanted { demand, outcome: Some(wishes.order()[at]) }
    }

    /// What offering an outcome is worth for being liked by the others, in units of its own value: its band
    /// times how much they are thought to like it. 0 where it does not learn.
    pub(super) fn goodwill(self, outcome: usize) -> f64 {
        let liking = || self.others().map(|other| self.estimate(other, outcome)).sum::<f64>();
        self.band.map_or(0.0, |band| band * liking())
    }

    /// The place, from `at` on and worth at most `most`, of the outcome others are thought to like best.
    fn best_liked(self, at: usize, most: f64) -> usize {
        let mut liked = (f64::NEG_INFINITY, at);
        let places = at..self.wishes.ladder().len().min(at + LOOKED_AT);
        for place in places {
            if place > at && self.wishes.ladder()[place] > most + ROUNDING {
                break;
            }
            let outcome = self.wishes.order()[place] as usize;
            let sum: f64 = self.others().map(|other| self.estimate(other, outcome)).sum();
            if sum > liked.0 + ROUNDING {
                liked = (sum, place);
            }
        }
        liked.1
    }
}
