//! Positions in time and the texts that come of them (section 3).

use zopa::math::pow;
use zopa::model::MediationStyle;

use super::history::Play;
use super::world::Wall;

impl Play<'_> {
    /// a(t): how far a party has come by itself.
    fn own_concession(&self, i: usize, t: f64) -> f64 {
        let player = &self.world.players[i];
        pow((t / player.deadline).min(1.0), 1.0 / player.patience)
    }

    /// The principal whose ideals lie farthest from party i's; i itself where there is none.
    fn rival(&self, i: usize) -> usize {
        let own = &self.world.players[i].stakes;
        let apart = |j: usize| -> f64 {
            let theirs = &self.world.players[j].stakes;
            own.iter().zip(theirs).map(|(a, b)| a.weight * (a.ideal - b.ideal).abs()).sum()
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
        let rival = self.rival(i);
        (1.0 - reciprocity) * self.own_concession(i, t)
            + reciprocity * self.own_concession(rival, t)
    }

    /// Position p on an issue at time t.
    pub(crate) fn position(&self, i: usize, k: usize, t: f64) -> f64 {
        let stake = &self.world.players[i].stakes[k];
        stake.opening + self.concession(i, t) * (stake.limit - stake.opening)
    }

    /// The same toward the limit of the scenario, whatever events have made of it.
    pub(crate) fn stated_position(&self, i: usize, k: usize, t: f64) -> f64 {
        let stake = &self.stated.players[i].stakes[k];
        stake.opening + self.concession(i, t) * (stake.limit - stake.opening)
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
    /// these leave room, with the lean of every draft.
    pub(crate) fn mean_text(&self, t: f64) -> Vec<f64> {
        let principals: Vec<usize> = self.scenario.principals().collect();
        let holder = self.holder();
        let coordinate = |k: usize| {
            let (mut sum, mut weights) = (0.0, 0.0);
            for (i, player) in self.world.players.iter().enumerate() {
                let pen = if holder == Some(i) { 1.0 + self.world.pen } else { 1.0 };
                let weight = pen * player.influence * player.stakes[k].weight;
                sum += weight * self.position(i, k, t);
                weights += weight;
            }
            let mean = if weights > 0.0 { sum / weights } else { 0.5 };
            let (low, high) = self.room(&principals, k);
            let allowed = if low <= high { mean.clamp(low, high) } else { mean };
            (allowed + self.world.draft_shift[k]).clamp(0.0, 1.0)
        };
        (0..self.scenario.issues.len()).map(coordinate).collect()
    }

    /// The mean text as someone puts it on paper.
    pub(crate) fn draft(&mut self, t: f64) -> Vec<f64> {
        let care = match self.scenario.mediation.style {
            Some(MediationStyle::Facilitation) => 0.7,
            _ => 1.0,
        };
        let error = self.world.formulation_error * care;
        let mut text = self.mean_text(t);
        let mut by_name: Vec<usize> = (0..text.len()).collect();
        by_name.sort_by_key(|&k| &self.scenario.issues[k].id);
        for k in by_name {
            text[k] = (text[k] + error * self.streams.draft.normal()).clamp(0.0, 1.0);
        }
        text
    }
}
