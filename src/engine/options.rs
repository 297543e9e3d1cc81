//! Issues with options: what each is worth to whom, and which one a text takes.
//!
//! An option loses a party ℓ = 1 − score/100 of what the issue could be worth to it; the rest of V is
//! as on a scale, losses against the status quo included. A drafter takes the option of least squares,
//! as the weighted mean is the position of least squares: the one that minimises Σ_i π_i c_i w_ik
//! max(0, d_i − s_i(o))², with d_i the score that party i still insists on, which falls from its
//! opening to its limit as it concedes. A draft cannot be a little wrong about an option, so there is
//! no drafting error. Options stand evenly spaced in [0, 1], so that a text stays a row of numbers.

use super::table::Table;
use crate::math::ROUNDING;
use crate::model::{InputId, Outside, Preference, option_at, option_coordinate};

/// Score of an option that is all a party could want.
const FULL: f64 = 100.0;

/// What one party has at stake on one issue with options.
#[derive(Clone, Copy, Debug, Default)]
struct Appeal {
    /// Normalised salience w.
    weight: f64,
    /// The share of the issue's worth it insists on at first …
    opening: f64,
    /// … and when its concessions end.
    limit: f64,
    /// The option it likes best; the first of equals.
    favourite: usize,
    /// λ − 1, and the loss of the status quo; infinite where there is none.
    aversion: f64,
    status_quo_loss: f64,
    /// Value lost at its limit, and at the war terms.
    limit_loss: f64,
    war_loss: f64,
}

impl Appeal {
    /// Value lost with a share of the issue's worth.
    fn lost(&self, share: f64) -> f64 {
        let loss = 1.0 - share;
        self.weight * (loss + self.aversion * (loss - self.status_quo_loss).max(0.0))
    }
}

/// All of a world's issues with options. Buffers are kept from world to world.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    /// Issue and number of options.
    issues: Vec<(usize, usize)>,
    /// Where the options of each issue start in a party's row.
    starts: Vec<usize>,
    /// Options of all issues together: the length of a party's row.
    stride: usize,
    /// `appeals[party * issues + j]`.
    appeals: Vec<Appeal>,
    /// `shares[party * stride + start + option]`: what of the issue's worth it gets.
    shares: Vec<f64>,
    /// The same for the value lost, weighted and with loss aversion.
    losses: Vec<f64>,
    refused: Vec<bool>,
    /// Does some principal refuse the option? `barred[start + option]`.
    barred: Vec<bool>,
}

impl Options {
    pub(crate) fn is_empty(&self) -> bool {
        self.issues.is_empty()
    }

    /// Works out the world of these draws. `weight(party, issue)` is w, `aversion(party)` λ − 1.
    pub(crate) fn prepare(
        &mut self,
        table: &Table<'_>,
        get: impl Fn(InputId) -> f64,
        weight: impl Fn(usize, usize) -> f64,
        aversion: impl Fn(usize) -> f64,
    ) {
        let scenario = table.scenario;
        self.issues.clone_from(&table.option_issues);
        self.starts.clear();
        self.stride = 0;
        for &(_, count) in &self.issues {
            self.starts.push(self.stride);
            self.stride += count;
        }
        self.appeals.clear();
        self.shares.clear();
        self.losses.clear();
        self.refused.clear();
        for (i, party) in scenario.parties.iter().enumerate() {
            for &(k, count) in &table.option_issues {
                let status_quo = scenario.issues[k].status_quo;
                let status_quo = status_quo.map(|id| (get(id) as usize).min(count - 1));
                match &party.preferences[k] {
                    Some(preference) => {
                        let weight = weight(i, k);
                        self.add(preference, &get, weight, aversion(i), status_quo);
                    }
                    None => self.add_none(count),
                }
            }
        }
        self.place_war(table, &get);
        self.barred.clear();
        self.barred.resize(self.stride, false);
        for &i in &table.principals {
            for (barred, refused) in self.barred.iter_mut().zip(&self.refused[i * self.stride..]) {
                *barred |= refused;
            }
        }
    }

    fn add(
        &mut self,
        preference: &Preference,
        get: impl Fn(InputId) -> f64,
        weight: f64,
        aversion: f64,
        status_quo: Option<usize>,
    ) {
        let start = self.shares.len();
        self.shares.extend(preference.scores.iter().map(|&id| get(id) / FULL));
        let shares = &self.shares[start..];
        self.refused.extend(&preference.refused);
        let best = |best: usize, option: usize| {
            if shares[option] > shares[best] { option } else { best }
        };
        let favourite = (1..shares.len()).fold(0, best);
        let limit = get(preference.limit) / FULL;
        let mut appeal = Appeal {
            weight,
            opening: preference.opening.map_or(shares[favourite], |id| get(id) / FULL),
            limit,
            favourite,
            aversion,
            status_quo_loss: status_quo.map_or(f64::INFINITY, |option| 1.0 - shares[option]),
            limit_loss: 0.0,
            war_loss: 0.0,
        };
        appeal.limit_loss = appeal.lost(limit);
        self.losses.extend(shares.iter().map(|&share| appeal.lost(share)));
        self.appeals.push(appeal);
    }

    fn add_none(&mut self, count: usize) {
        self.shares.extend((0..count).map(|_| 0.0));
        self.losses.extend((0..count).map(|_| 0.0));
        self.refused.extend((0..count).map(|_| false));
        self.appeals.push(Appeal::default());
    }

    /// What each party loses at its own war terms, and whoever is not at war in the mean over the
    /// belligerents' terms.
    fn place_war(&mut self, table: &Table<'_>, get: impl Fn(InputId) -> f64) {
        let width = self.issues.len();
        for (j, &(k, count)) in table.option_issues.iter().enumerate() {
            let at = |i: usize| match &table.scenario.parties[i].outside {
                Outside::War { terms, .. } => Some((get(terms[k]) as usize).min(count - 1)),
                Outside::Reservation(_) | Outside::Unstated => None,
            };
            for i in 0..table.scenario.parties.len() {
                let lost = |option: usize| self.losses[i * self.stride + self.starts[j] + option];
                let war_loss = at(i).map_or_else(
                    || {
                        let terms = || (0..table.scenario.parties.len()).filter_map(at);
                        terms().map(lost).sum::<f64>() / (terms().count() as f64).max(1.0)
                    },
                    lost,
                );
                self.appeals[i * width + j].war_loss = war_loss;
            }
        }
    }

    fn appeal(&self, party: usize, j: usize) -> &Appeal {
        &self.appeals[party * self.issues.len() + j]
    }

    fn row(&self, party: usize, j: usize) -> std::ops::Range<usize> {
        let start = party * self.stride + self.starts[j];
        start..start + self.issues[j].1
    }

    /// Value a party loses by the options of a text.
    #[inline]
    pub(crate) fn lost(&self, party: usize, text: &[f64]) -> f64 {
        let issues = self.issues.iter().zip(&self.starts);
        issues
            .map(|(&(k, count), start)| {
                self.losses[party * self.stride + start + option_at(count, text[k])]
            })
            .sum()
    }

    /// Value a party loses on all these issues at its limits.
    pub(crate) fn limit_loss(&self, party: usize) -> f64 {
        (0..self.issues.len()).map(|j| self.appeal(party, j).limit_loss).sum()
    }

    /// A party's limit on the issue number `j`, and the lower one at which it loses so much more; `None`
    /// where even 0 is not enough.
    pub(crate) fn lower_limit(&self, party: usize, j: usize, more: f64) -> Option<(f64, f64)> {
        let appeal = self.appeal(party, j);
        let wanted = appeal.limit_loss + more;
        if appeal.weight <= 0.0 || appeal.lost(0.0) < wanted {
            return None;
        }
        let (mut near, mut far) = (appeal.limit, 0.0);
        for _ in 0..60 {
            let middle = f64::midpoint(near, far);
            if appeal.lost(middle) < wanted {
                near = middle;
            } else {
                far = middle;
            }
        }
        Some((appeal.limit, far))
    }

    /// … and at its war terms.
    pub(crate) fn war_loss(&self, party: usize) -> f64 {
        (0..self.issues.len()).map(|j| self.appeal(party, j).war_loss).sum()
    }

    /// The first issue on which a text takes an option that a party refuses.
    pub(crate) fn refuses(&self, party: usize, text: &[f64]) -> Option<usize> {
        let issues = self.issues.iter().enumerate();
        let mut refused = issues.filter(|(j, (k, count))| {
            self.refused[self.row(party, *j)][option_at(*count, text[*k])]
        });
        refused.next().map(|(_, &(k, _))| k)
    }

    /// An issue on which principals refuse every option between them, and two of them that do.
    pub(crate) fn deadlock(&self, principals: &[usize]) -> Option<(usize, usize, usize)> {
        for (j, &(k, count)) in self.issues.iter().enumerate() {
            if self.barred[self.starts[j]..self.starts[j] + count].iter().all(|&barred| barred) {
                let refuses = |i: &&usize| self.refused[self.row(**i, j)].iter().any(|&own| own);
                let mut blockers = principals.iter().filter(refuses);
                if let (Some(&first), Some(&second)) = (blockers.next(), blockers.next()) {
                    return Some((first, second, k));
                }
            }
        }
        None
    }

    /// Takes an option on every issue of a text. `weight(party)` is π_i c_i, `alphas` the concessions;
    /// `demand(party, issue)` is what a person in a seat insists on instead.
    pub(crate) fn draft(
        &self,
        alphas: &[f64],
        weight: impl Fn(usize) -> f64,
        demand: impl Fn(usize, usize) -> Option<f64>,
        text: &mut [f64],
    ) {
        for (j, &(k, count)) in self.issues.iter().enumerate() {
            let barred = &self.barred[self.starts[j]..self.starts[j] + count];
            let free = !barred.iter().all(|&barred| barred);
            let mut best: Option<(f64, f64, usize)> = None;
            let pulls = (0..alphas.len()).map(|i| weight(i) * self.appeal(i, j).weight);
            let rounding = ROUNDING * pulls.sum::<f64>();
            for option in (0..count).filter(|&option| !(free && barred[option])) {
                let (mut short, mut liked) = (0.0, 0.0);
                for (i, alpha) in alphas.iter().enumerate() {
                    let appeal = self.appeal(i, j);
                    let own = appeal.opening + alpha * (appeal.limit - appeal.opening);
                    let demand = demand(i, k).unwrap_or(own);
                    let share = self.shares[self.row(i, j)][option];
                    let shortfall = (demand - share).max(0.0);
                    let pull = weight(i) * appeal.weight;
                    short += pull * shortfall * shortfall;
                    liked += pull * share;
                }
                // Of options equally near to all demands, the one that is liked more.
                let better = best.is_none_or(|(least, most, _)| {
                    short < least - rounding
                        || (short <= least + rounding && liked > most + rounding)
                });
                if better {
                    best = Some((short, liked, option));
                }
            }
            text[k] = best.map_or(0.0, |(_, _, option)| option_coordinate(count, option));
        }
    }

    /// The salience-weighted distance of two parties on those of these issues that count, at their
    /// concessions: how far each still insists on more than the other's favourite gives it.
    pub(crate) fn gap(
        &self,
        (i, a): (usize, f64),
        (other, b): (usize, f64),
        counts: impl Fn(usize) -> bool,
    ) -> f64 {
        let short = |(from, alpha): (usize, f64), to: usize, j: usize| {
            let appeal = self.appeal(from, j);
            let demand = appeal.opening + alpha * (appeal.limit - appeal.opening);
            let share = self.shares[self.row(from, j)][self.appeal(to, j).favourite];
            (demand - share).max(0.0)
        };
        (0..self.issues.len())
            .filter(|&j| counts(self.issues[j].0))
            .map(|j| {
                let weight = 0.5 * (self.appeal(i, j).weight + self.appeal(other, j).weight);
                weight * 0.5 * (short((i, a), other, j) + short((other, b), i, j))
            })
            .sum()
    }

    /// How far a party's favourites are from another's, by its own scores and saliences.
    pub(crate) fn distance(&self, party: usize, other: usize) -> f64 {
        (0..self.issues.len())
            .map(|j| {
                let own = &self.shares[self.row(party, j)];
                let (best, theirs) =
                    (self.appeal(party, j).favourite, self.appeal(other, j).favourite);
                self.appeal(party, j).weight * (own[best] - own[theirs])
            })
            .sum()
    }

    /// What a party loses on each of these issues at a text beyond its alternative, which weighs war
    /// terms and limits with ω: issue, loss and excess.
    pub(crate) fn excesses<'a>(
        &'a self,
        party: usize,
        text: &'a [f64],
        omega: f64,
    ) -> impl Iterator<Item = (usize, f64, f64)> + 'a {
        self.issues.iter().enumerate().map(move |(j, &(k, count))| {
            let appeal = self.appeal(party, j);
            let lost = self.losses[self.row(party, j)][option_at(count, text[k])];
            (k, lost, lost - (1.0 - omega) * appeal.war_loss - omega * appeal.limit_loss)
        })
    }

    /// The number of an issue among those with options.
    pub(crate) fn number_of(&self, issue: usize) -> Option<usize> {
        self.issues.iter().position(|&(k, _)| k == issue)
    }

    /// Value a party loses on the issue with options number `j` at a coordinate.
    pub(crate) fn lost_on(&self, party: usize, j: usize, x: f64) -> f64 {
        self.losses[self.row(party, j)][option_at(self.issues[j].1, x)]
    }

    /// … without a deal: at its war terms, and where nobody is at war at the status quo.
    pub(crate) fn without_deal(&self, party: usize, j: usize, at_war: bool) -> f64 {
        let appeal = self.appeal(party, j);
        if at_war {
            appeal.war_loss
        } else if appeal.weight > 0.0 {
            appeal.weight * appeal.status_quo_loss
        } else {
            0.0
        }
    }

    /// Does a party refuse the option at a coordinate of the issue with options number `j`?
    pub(crate) fn refuses_on(&self, party: usize, j: usize, x: f64) -> bool {
        self.refused[self.row(party, j)][option_at(self.issues[j].1, x)]
    }

    /// Losses and refusals of a party on the issue with options number `j`.
    pub(crate) fn interest(&self, party: usize, j: usize) -> (&[f64], &[bool]) {
        (&self.losses[self.row(party, j)], &self.refused[self.row(party, j)])
    }

    /// Issue and number of options, issue by issue.
    pub(crate) fn issues(&self) -> &[(usize, usize)] {
        &self.issues
    }
}
