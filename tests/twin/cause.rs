//! Why a history brought no lasting deal, and what everybody has in the end (section 7).

use zopa::engine::Cause;

use super::history::Play;
use super::talks::Tabled;

impl Play<'_> {
    /// The first reason that holds; `None` where a deal holds for twelve months.
    pub(crate) fn cause(&self, has_ground: bool) -> Option<Cause> {
        if let Some(party) = self.seen.defector {
            return Some(Cause::DeadLetter { party });
        }
        if let Some((_, _, holds_for)) = self.seen.ratified {
            return (holds_for < 12.0).then_some(Cause::Collapsed);
        }
        let lost = self.seen.vote_lost.map(|party| Cause::VoteLost { party });
        let crossing = || self.crossing_red_lines();
        let silent = || (self.seen.texts == 0).then_some(Cause::NeverTabled);
        lost.or_else(crossing).or_else(silent).or_else(|| Some(self.blocked(has_ground)))
    }

    /// Two principals whose red lines leave no room on an issue.
    fn crossing_red_lines(&self) -> Option<Cause> {
        let principals: Vec<usize> = self.scenario.principals().collect();
        for issue in 0..self.scenario.issues.len() {
            let (low, high) = self.room(&principals, issue);
            if low > high {
                let owner = |wall: f64, below: bool| {
                    principals.iter().copied().find(|&i| {
                        let room = self.room(&[i], issue);
                        if below { room.0 >= wall } else { room.1 <= wall }
                    })
                };
                let (first, second) = (owner(low, true)?, owner(high, false)?);
                return Some(Cause::RedLinesCross { first, second, issue });
            }
        }
        (0..self.scenario.issues.len()).find_map(|issue| self.all_refused(&principals, issue))
    }

    /// Principals who refuse every option of an issue between them.
    fn all_refused(&self, principals: &[usize], issue: usize) -> Option<Cause> {
        let count = self.scenario.issues[issue].options.len();
        if count == 0 || (0..count).any(|option| !self.is_refused(principals, issue, option)) {
            return None;
        }
        let refusing = |i: &&usize| (0..count).any(|o| self.is_refused(&[**i], issue, o));
        let mut who = principals.iter().filter(refusing);
        Some(Cause::RedLinesCross { first: *who.next()?, second: *who.next()?, issue })
    }

    /// The reason when texts were tabled and none was signed.
    fn blocked(&self, has_ground: bool) -> Cause {
        let horizon = self.scenario.clock.horizon;
        let at_end = self.appraise(&self.mean_text(horizon));
        let nearest = self.seen.nearest.as_ref().unwrap_or(&at_end);
        let party = nearest.party;
        let issue = self.dearest_issue(nearest);
        if !has_ground {
            return Cause::NoCommonGround { party, issue };
        }
        if nearest.gain > 0.0
            && let Some((party, issue)) = nearest.crossed
        {
            return Cause::RedLine { party, issue };
        }
        if at_end.gain > 0.0 && at_end.crossed.is_none() {
            return Cause::TimeRanOut;
        }
        if let (true, Some(party)) = (nearest.but_for_votes > 0.0, nearest.doubted) {
            return Cause::VoteFeared { party };
        }
        Cause::Short { party, issue }
    }

    /// The issue on which the party that gains least loses most against its alternative.
    fn dearest_issue(&self, nearest: &Tabled) -> usize {
        let i = nearest.party;
        let excess = |k: usize| {
            let at_limit = self.loss_at_limit(i, k);
            let outside = self.loss_at_war(i, k).map_or(at_limit, |at_war| {
                let weight = self.limits_weight(i);
                (1.0 - weight) * at_war + weight * at_limit
            });
            self.loss(i, k, nearest.text[k]) - outside
        };
        let mut dearest = 0;
        for k in 1..self.scenario.issues.len() {
            if excess(k) > excess(dearest) {
                dearest = k;
            }
        }
        dearest
    }

    /// The value of the terms in force or, without any, of the alternative.
    pub(crate) fn final_value(&self, i: usize) -> f64 {
        let ratified = self.seen.ratified.as_ref();
        ratified.map_or_else(|| self.outside_value(i), |(_, terms, _)| self.value(i, terms))
    }
}
