//! What the parties bring into a world: their numbers, what each has at stake issue by issue, and where their
//! red lines leave room.

use super::decimals::Decimals;
use super::globals::Globals;
use super::options::Options;
use super::player::Player;
use super::table::Table;
use crate::math::{DoubleDouble, ROUNDING};
use crate::model::{InputId, Loss, Outside, Party, Scenario};
use crate::solution::{Stake, loss};

/// The parties of a world. Buffers are kept from world to world.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parties {
    /// Number of issues, the stride of `stakes`.
    issues: usize,
    shape: Loss,
    players: Vec<Player>,
    /// `stakes[i * issues + k]`.
    stakes: Vec<Stake>,
    /// The interval all principals' red lines allow, issue by issue; empty where low > high.
    walls: Vec<(f64, f64)>,
    /// Two principals whose red lines leave no room, and the issue.
    crossing: Option<(usize, usize, usize)>,
    /// The issues with options; their stakes weigh nothing.
    options: Options,
    /// Sum of the saliences of each party, and the decimals that it is the sum of.
    saliences: Vec<DoubleDouble>,
    decimals: Decimals,
}

impl Parties {
    /// Works out a world's parties, where `get` is its number of an input.
    pub(crate) fn prepare(
        &mut self,
        table: &Table<'_>,
        globals: &Globals,
        get: impl Fn(InputId) -> f64 + Copy,
    ) {
        let scenario = table.scenario;
        self.issues = scenario.issues.len();
        self.shape = globals.loss;
        let saliences = scenario.parties.iter().flat_map(Party::saliences);
        self.decimals.read(scenario.inputs.len(), saliences, get);
        self.prepare_stakes(scenario, globals, get);
        self.prepare_war_terms(scenario, get);
        if !table.option_issues.is_empty() {
            let parties = &scenario.parties;
            let decimal = |id: InputId| self.decimals.get(id);
            let weight =
                |i: usize, k: usize| parties[i].weight(k, self.saliences[i], decimal).rounded();
            let aversion = |i: usize| get(parties[i].loss_aversion) - 1.0;
            self.options.prepare(table, get, weight, aversion);
        }
        self.players.clear();
        for i in 0..scenario.parties.len() {
            let mut player = Player::new(scenario, i, self.stakes_of(i), globals, get);
            player.rival = self.rival(scenario, i);
            player.war_loss_rest += self.options.war_loss(i);
            self.players.push(player);
        }
        self.prepare_walls(scenario);
        self.crossing = self.crossing.or_else(|| self.options.deadlock(&table.principals));
    }

    /// How many issues there are.
    #[inline]
    pub(crate) fn issues(&self) -> usize {
        self.issues
    }

    /// Shape of the loss in distance.
    #[inline]
    pub(crate) fn shape(&self) -> Loss {
        self.shape
    }

    /// Everybody's numbers.
    #[inline]
    pub(crate) fn players(&self) -> &[Player] {
        &self.players
    }

    /// The numbers of party i.
    #[inline]
    pub(crate) fn player(&self, party: usize) -> &Player {
        &self.players[party]
    }

    /// All rows of stakes, party after party.
    #[inline]
    pub(crate) fn stakes(&self) -> &[Stake] {
        &self.stakes
    }

    /// The row of party i: what it has at stake, issue by issue.
    #[inline]
    pub(crate) fn stakes_of(&self, party: usize) -> &[Stake] {
        &self.stakes[party * self.issues..(party + 1) * self.issues]
    }

    /// The issues with options.
    #[inline]
    pub(crate) fn options(&self) -> &Options {
        &self.options
    }

    /// The interval all principals' red lines allow, issue by issue; empty where low > high.
    #[inline]
    pub(crate) fn walls(&self) -> &[(f64, f64)] {
        &self.walls
    }

    /// Two principals whose red lines leave no room, and the issue.
    pub(crate) fn crossing(&self) -> Option<(usize, usize, usize)> {
        self.crossing
    }

    /// V*: the value from which on a principal's home front passes terms at even odds, where it votes on
    /// them.
    pub(crate) fn even_value(&self, table: &Table<'_>, party: usize) -> Option<f64> {
        if table.is_principal(party) { self.players[party].even_value } else { None }
    }

    /// Value party i loses at the limits `limit(k)` on all issues but the front line.
    pub(crate) fn limit_loss(
        &self,
        party: usize,
        front: Option<usize>,
        limit: impl Fn(usize) -> f64,
    ) -> f64 {
        let aversion = self.players[party].aversion;
        let stakes = self.stakes_of(party).iter().enumerate();
        let on_scales: f64 = stakes
            .filter(|(k, _)| Some(*k) != front)
            .map(|(k, stake)| stake.lost(self.shape, aversion, limit(k), stake.status_quo_loss))
            .sum();
        on_scales + self.options.limit_loss(party)
    }

    /// What each has conceded already stays conceded, party by party.
    pub(crate) fn keep_conceded(&mut self, conceded: &[f64]) {
        for (player, &conceded) in self.players.iter_mut().zip(conceded) {
            player.conceded = conceded;
        }
    }

    fn prepare_stakes(
        &mut self,
        scenario: &Scenario,
        globals: &Globals,
        get: impl Fn(InputId) -> f64 + Copy,
    ) {
        self.stakes.clear();
        self.saliences.clear();
        let decimal = |id: InputId| self.decimals.get(id);
        for party in &scenario.parties {
            let total = party.total_salience(decimal);
            self.saliences.push(total);
            for (k, (issue, position)) in scenario.issues.iter().zip(&party.positions).enumerate() {
                let unit = |id: InputId| issue.scale.to_unit(get(id)).clamp(0.0, 1.0);
                let Some(position) = position else {
                    self.stakes.push(Stake::NONE);
                    continue;
                };
                let ideal = unit(position.ideal);
                let limit = unit(position.limit);
                let (wall_low, wall_high) = match position.red_line.map(unit) {
                    None => (0.0, 1.0),
                    // A wall is seen from the ideal; one drawn exactly on it bars the limit's side.
                    Some(wall) if wall > ideal || (wall >= ideal && limit >= ideal) => (0.0, wall),
                    Some(wall) => (wall, 1.0),
                };
                self.stakes.push(Stake {
                    weight: party.weight(k, total, decimal).rounded(),
                    ideal,
                    opening: unit(position.opening),
                    limit,
                    status_quo_loss: issue
                        .status_quo
                        .map_or(f64::INFINITY, |id| loss(globals.loss, unit(id) - ideal)),
                    wall_low,
                    wall_high,
                    war: 0.5,
                });
            }
        }
    }

    /// x^war of every belligerent, and their mean for everybody else.
    fn prepare_war_terms(&mut self, scenario: &Scenario, get: impl Fn(InputId) -> f64) {
        for (k, issue) in scenario.issues.iter().enumerate() {
            let (mut sum, mut count) = (0.0, 0.0);
            for (i, party) in scenario.parties.iter().enumerate() {
                if let Outside::War { terms, .. } = &party.outside {
                    let war = issue.scale.to_unit(get(terms[k])).clamp(0.0, 1.0);
                    self.stakes[i * self.issues + k].war = war;
                    sum += war;
                    count += 1.0;
                }
            }
            if count > 0.0 {
                for (i, party) in scenario.parties.iter().enumerate() {
                    if !matches!(party.outside, Outside::War { .. }) {
                        self.stakes[i * self.issues + k].war = sum / count;
                    }
                }
            }
        }
    }

    fn prepare_walls(&mut self, scenario: &Scenario) {
        self.walls.clear();
        self.crossing = None;
        for k in 0..self.issues {
            let (mut low, mut high) = (0.0_f64, 1.0_f64);
            let (mut low_owner, mut high_owner) = (None, None);
            for i in scenario.principals() {
                let stake = &self.stakes[i * self.issues + k];
                if stake.wall_low > low {
                    (low, low_owner) = (stake.wall_low, Some(i));
                }
                if stake.wall_high < high {
                    (high, high_owner) = (stake.wall_high, Some(i));
                }
            }
            self.walls.push((low, high));
            if let (true, None, Some(i), Some(j)) =
                (low > high, self.crossing, low_owner, high_owner)
            {
                self.crossing = Some((i, j, k));
            }
        }
    }

    /// The other principal whose ideals lie farthest, by the party's own saliences.
    fn rival(&self, scenario: &Scenario, party: usize) -> usize {
        let own = self.stakes_of(party);
        let mut farthest = (party, -1.0);
        for j in scenario.principals().filter(|&j| j != party) {
            let theirs = self.stakes_of(j);
            let distance: f64 =
                own.iter().zip(theirs).map(|(a, b)| a.weight * (a.ideal - b.ideal).abs()).sum();
            let distance = distance + self.options.distance(party, j);
            if distance > farthest.1 + ROUNDING {
                farthest = (j, distance);
            }
        }
        farthest.0
    }
}
