//! Positions in time and the texts that come of them (section 3).

use zopa::math::pow;
use zopa::model::{MediationStyle, Party, Role};

use super::history::Play;
use super::world::{Wall, World};

impl Play<'_> {
    /// a(t): how far a party has come by itself; what it has conceded it does not take back.
    pub(crate) fn own_concession(&self, i: usize, t: f64) -> f64 {
        self.own_concession_in(&self.world, i, t).max(self.conceded[i])
    }

    /// The same by the numbers of a world.
    fn own_concession_in(&self, world: &World, i: usize, t: f64) -> f64 {
        let player = &world.players[i];
        let talked = t + self.scenario.talks.began.unwrap_or(0.0);
        pow((talked / player.deadline).min(1.0), 1.0 / player.patience)
    }

    /// The principal whose ideals lie farthest from party i's; i itself where there is none.
    fn rival(&self, world: &World, i: usize) -> usize {
        let own = &world.players[i].stakes;
        let apart = |j: usize| -> f64 {
            let theirs = &world.players[j].stakes;
            let apart = own.iter().zip(theirs).map(|(a, b)| match (&a.taste, &b.taste) {
                (Some(a), Some(b)) => a.scores[a.favourite()] - a.scores[b.favourite()],
                // One that does not care would take the first.
                (Some(a), None) => a.scores[a.favourite()] - a.scores[0],
                _ => (a.ideal - b.ideal).abs(),
            });
            own.iter().zip(apart).map(|(a, apart)| a.weight * apart).sum()
        };
        let mut rival: Option<usize> = None;
        for j in self.scenario.principals().filter(|&j| j != i) {
            if rival.is_none_or(|farthest| apart(j) > apart(farthest)) {
                rival = Some(j);
            }
        }
        rival.unwrap_or(i)
    }

    /// α(t), its own and its rival's blended.
    fn concession(&self, i: usize, t: f64) -> f64 {
        let reciprocity = self.world.players[i].reciprocity;
        let rival = self.rival(&self.world, i);
        (1.0 - reciprocity) * self.own_concession(i, t)
            + reciprocity * self.own_concession(rival, t)
    }

    /// Position p on an issue at time t.
    pub(crate) fn position(&self, i: usize, k: usize, t: f64) -> f64 {
        let stake = &self.world.players[i].stakes[k];
        stake.opening + self.concession(i, t) * (stake.limit - stake.opening)
    }

    /// What a party still insists on among options at time t.
    fn demand(&self, i: usize, k: usize, t: f64) -> f64 {
        let taste = self.world.players[i].stakes[k].taste.as_ref();
        taste.map_or(0.0, |taste| {
            taste.opening + self.concession(i, t) * (taste.limit - taste.opening)
        })
    }

    /// How much more than that the favourite of another gives it.
    pub(crate) fn unmet(&self, i: usize, other: usize, k: usize, t: f64) -> f64 {
        let Some(taste) = &self.world.players[i].stakes[k].taste else { return 0.0 };
        let theirs = self.world.players[other].stakes[k].taste.as_ref();
        let favourite = theirs.map_or(0, super::world::Taste::favourite);
        (self.demand(i, k, t) - taste.scores[favourite]).max(0.0)
    }

    /// Does any of these parties refuse an option?
    pub(crate) fn is_refused(&self, who: &[usize], k: usize, option: usize) -> bool {
        who.iter().any(|&i| {
            self.world.players[i].stakes[k].taste.as_ref().is_some_and(|t| t.refused[option])
        })
    }

    /// The option nearest to what everybody still insists on, in squares; among equals the one with
    /// most support.
    fn chosen(&self, k: usize, t: f64) -> f64 {
        let principals: Vec<usize> = self.scenario.principals().collect();
        let count = self.scenario.issues[k].options.len();
        let free: Vec<usize> =
            (0..count).filter(|&option| !self.is_refused(&principals, k, option)).collect();
        let candidates = if free.is_empty() { (0..count).collect() } else { free };
        let holder = self.holder();
        let judged = |option: usize| {
            let (mut misses, mut support) = (0.0, 0.0);
            for (i, player) in self.world.players.iter().enumerate() {
                let Some(taste) = &player.stakes[k].taste else { continue };
                let pen = if holder == Some(i) { 1.0 + self.world.pen } else { 1.0 };
                let weight = pen * player.influence * player.stakes[k].weight;
                let miss = (self.demand(i, k, t) - taste.scores[option]).max(0.0);
                misses += weight * miss * miss;
                support += weight * taste.scores[option];
            }
            (misses, support)
        };
        let mut best = candidates[0];
        for &option in &candidates[1..] {
            let (new, old) = (judged(option), judged(best));
            if new.0 < old.0 || (new.0 <= old.0 && new.1 > old.1) {
                best = option;
            }
        }
        best as f64 / (count - 1) as f64
    }

    /// The same toward the limit of the scenario, whatever events have made of it.
    pub(crate) fn stated_position(&self, i: usize, k: usize, t: f64) -> f64 {
        let player = &self.stated.players[i];
        let rival = self.rival(&self.stated, i);
        let own = |i: usize| self.own_concession_in(&self.stated, i, t);
        let concession = (1.0 - player.reciprocity) * own(i) + player.reciprocity * own(rival);
        let stake = &player.stakes[k];
        stake.opening + concession * (stake.limit - stake.opening)
    }

    /// The interval that all principals' walls leave on an issue, as (lowest, highest).
    pub(crate) fn room(&self, who: &[usize], k: usize) -> (f64, f64) {
        let (mut low, mut high) = (0.0_f64, 1.0_f64);
        for &i in who {
            match self.world.players[i].stakes[k].wall {
                Wall::Nowhere => {}
                Wall::BarsBelow(wall) => low = low.max(wall),
                Wall::BarsAbove(wall) => high = high.min(wall),
            }
        }
        (low, high)
    }

    /// The principal who holds the pen; `None` when a mediator tables the texts.
    fn holder(&self) -> Option<usize> {
        if self.scenario.mediation.style.is_some() {
            return None;
        }
        let mut principals: Vec<usize> = self.scenario.principals().collect();
        principals.sort_by_key(|&i| &self.scenario.parties[i].id);
        Some(principals[self.pen % principals.len()])
    }

    /// x̄ at time t: the weighted mean of all positions, kept within the principals' walls where
    /// these leave room, moved into the win-sets, with the lean of every draft.
    pub(crate) fn mean_text(&self, t: f64) -> Vec<f64> {
        let principals: Vec<usize> = self.scenario.principals().collect();
        let holder = self.holder();
        let weight = |i: usize, k: usize| {
            let player = &self.world.players[i];
            let pen = if holder == Some(i) { 1.0 + self.world.pen } else { 1.0 };
            pen * player.influence * player.stakes[k].weight
        };
        let parties = 0..self.scenario.parties.len();
        let weights = |k: usize| parties.clone().map(|i| weight(i, k)).sum::<f64>();
        let coordinate = |k: usize| {
            if self.scenario.issues[k].has_options() {
                return self.chosen(k, t);
            }
            let sum: f64 = parties.clone().map(|i| weight(i, k) * self.position(i, k, t)).sum();
            let mean = if weights(k) > 0.0 { sum / weights(k) } else { 0.5 };
            let (low, high) = self.room(&principals, k);
            if low <= high { mean.clamp(low, high) } else { mean }
        };
        let mean = (0..self.scenario.issues.len()).map(coordinate).collect();
        let leaning = self.aimed(mean, weights).into_iter().zip(&self.world.draft_shift);
        leaning.map(|(x, shift)| (x + shift).clamp(0.0, 1.0)).collect()
    }

    /// The mean text as someone puts it on paper.
    pub(crate) fn draft(&mut self, t: f64) -> Vec<f64> {
        let care = match self.world.style {
            Some(MediationStyle::Facilitation) => 0.7,
            _ => 1.0,
        };
        let error = self.world.formulation_error * care;
        let mut text = self.mean_text(t);
        let mut by_name: Vec<usize> =
            (0..text.len()).filter(|&k| !self.scenario.issues[k].has_options()).collect();
        by_name.sort_by_key(|&k| &self.scenario.issues[k].id);
        for k in by_name {
            text[k] = (text[k] + error * self.streams.draft.normal()).clamp(0.0, 1.0);
        }
        for m in self.mediators() {
            for (k, x) in text.iter_mut().enumerate() {
                let (low, high) = self.room(&[m], k);
                if low <= high {
                    *x = x.clamp(low, high);
                }
            }
        }
        text
    }

    /// Who mediates, where anybody does.
    pub(crate) fn mediators(&self) -> Vec<usize> {
        let parties = self.scenario.parties.iter().enumerate();
        let mediates =
            |party: &Party| self.scenario.mediation.style.is_some() && party.role == Role::Mediator;
        parties.filter(|(_, party)| mediates(party)).map(|(m, _)| m).collect()
    }
}
