//! A world, prepared for play: every number drawn, positions made 0–1, and all that depends on the
//! world alone worked out once for all its histories. Buffers are kept from world to world.

use super::coalition::cohesion_target;
use super::concession::concessions;
use super::durability::{believed_factor, package_factor};
use super::interim::Terms;
use super::options::Options;
use super::prospect::{Ahead, Prospect, look_ahead};
use super::ratification::HomeFront;
use super::table::Table;
use super::tempo::{Deadline, Span};
use super::text::Texts;
use super::trust::{distrust, mean_trust};
use crate::math::{self, DoubleDouble, ROUNDING};
use crate::model::{
    InputId, Loss, MediationStyle, Outside, PaymentTime, Pledge, PledgeTime, Scenario,
};
use crate::solution::{Stake, loss};

/// Months ahead for which war terms and war costs are stated, H.
pub(crate) const WAR_HORIZON: f64 = 12.0;

/// The alternative to signing, in kind (W of the model).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Alternative {
    /// A fixed reservation value.
    Reservation(f64),
    /// Its own war.
    War,
    /// A war of others, on the mean of the belligerents' war terms and at no cost.
    OthersWar,
    /// The value of its own limits.
    Limits,
}

/// One party's own numbers in a world.
#[derive(Clone, Debug)]
pub(crate) struct Player {
    /// Influence c.
    pub(crate) influence: f64,
    /// 1/β.
    pub(crate) inverse_speed: f64,
    /// Deadline T, months since the talks began.
    pub(crate) deadline: f64,
    /// ln T.
    pub(crate) ln_deadline: f64,
    /// What it has conceded already, where an event has changed how it concedes.
    pub(crate) conceded: f64,
    /// Reciprocity r.
    pub(crate) reciprocity: f64,
    /// The principal whose ideals lie farthest from its own; itself where there is none.
    pub(crate) rival: usize,
    /// λ − 1.
    pub(crate) aversion: f64,
    /// Resolve noise σ.
    pub(crate) readiness: f64,
    /// Belief q that terms are executed.
    pub(crate) good_faith: f64,
    /// Believed hazard of a package without a guarantee over a year, at trust ½.
    pub(crate) hazard: f64,
    /// … and of a bare truce.
    pub(crate) truce_hazard: f64,
    /// Betrayal loss b.
    pub(crate) betrayal: f64,
    /// What it does instead of signing.
    pub(crate) alternative: Alternative,
    /// War cost κ on the as-of date; 0 where it is not at war.
    pub(crate) cost: f64,
    /// Believed drift of the line at first, m, per month.
    pub(crate) believed_drift: f64,
    /// Value lost at the war terms on all issues but the front line.
    pub(crate) war_loss_rest: f64,
    /// Its contribution to the guarantee, 0 without a pledge.
    pub(crate) pledge: f64,
    /// Rate of its pledge a month; 0 where it is dated or there is none.
    pub(crate) pledge_rate: f64,
    /// Its home front.
    pub(crate) home: Option<HomeFront>,
    /// V* of that.
    pub(crate) even_value: Option<f64>,
}

/// What a mediator pays a party for its signature.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SidePayment {
    pub(crate) giver: usize,
    pub(crate) receiver: usize,
    pub(crate) time: PaymentTime,
    pub(crate) value: f64,
}

/// The model's own numbers in a world.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Globals {
    pub(crate) omega: f64,
    pub(crate) loss: Loss,
    pub(crate) text_rate: f64,
    pub(crate) style: Option<MediationStyle>,
    pub(crate) formulation_error: f64,
    pub(crate) summit_base: f64,
    /// Mediator's push less the reluctance of those named, in log rate.
    pub(crate) summit_pull: f64,
    pub(crate) durability_scale: f64,
    pub(crate) durability_spread: f64,
    pub(crate) record: f64,
    /// The line on the as-of date, L₀.
    pub(crate) line: f64,
    /// True drift of the line a month, μ.
    pub(crate) drift: f64,
    /// Noise of the line per √month, s.
    pub(crate) front_noise: f64,
    pub(crate) cohesion: f64,
    pub(crate) credibility: f64,
    pub(crate) fatigue: f64,
    /// Extra weight of a principal that holds the pen.
    pub(crate) pen: f64,
    /// Cost c of having signed what one's own home front turns down.
    pub(crate) defection_cost: f64,
    /// σ_b: how far others misjudge the approval of a home front.
    pub(crate) home_front_error: f64,
}

/// One world, ready to be played.
#[derive(Clone, Debug, Default)]
pub struct World {
    /// Number of issues, the stride of `stakes`.
    pub(crate) issues: usize,
    pub(crate) players: Vec<Player>,
    /// How many sequences the votes of blocs have.
    pub(crate) bloc_streams: usize,
    /// `stakes[i * issues + k]`.
    pub(crate) stakes: Vec<Stake>,
    /// The interval all principals' red lines allow, issue by issue; empty where low > high.
    pub(crate) walls: Vec<(f64, f64)>,
    /// The issues with options; their stakes weigh nothing.
    pub(crate) options: Options,
    /// The interim deals, in the order of the table.
    pub(crate) interims: Vec<Terms>,
    /// Sum of the saliences of each party.
    saliences: Vec<DoubleDouble>,
    /// Two principals whose red lines leave no room, and the issue.
    pub(crate) crossing: Option<(usize, usize, usize)>,
    /// Lean of every draft.
    pub(crate) draft_shift: Vec<f64>,
    pub(crate) texts: Texts,
    /// Value lost at its own limits on all issues but the front line, party by party.
    pub(crate) limit_loss_rest: Vec<f64>,
    /// `trust[i * players + j]`.
    pub(crate) trust: Vec<f64>,
    /// Mean trust of each party in the (other) principals, and its factor on hazards.
    pub(crate) mean_trust: Vec<f64>,
    pub(crate) distrust: Vec<f64>,
    /// Side payments as (giver, receiver, value).
    pub(crate) leverage: Vec<SidePayment>,
    /// Rate of each event a month; 0 where it is dated.
    pub(crate) event_rates: Vec<f64>,
    /// Amount of each effect, in the units of the file: all effects of event 0, of event 1, …
    pub(crate) effect_amounts: Vec<f64>,
    /// How long before the as-of date the talks began, in months.
    pub(crate) elapsed: f64,
    /// The common deadline and those of principals that are dates.
    pub(crate) deadlines: Vec<Deadline>,
    pub(crate) conclaves: Vec<Span>,
    /// What everybody reckons with on the as-of date.
    pub(crate) prospects: Vec<Prospect>,
    /// C* at the end of every round.
    pub(crate) cohesion_targets: Vec<f64>,
    // Working space.
    own_concessions: Vec<f64>,
    concessions: Vec<f64>,
    costs: Vec<f64>,
    ahead: Ahead,
    pub(crate) globals: Globals,
}

impl World {
    /// Prepares the world with these draws (`draws[id]` for every input), keeping the buffers.
    ///
    /// # Panics
    /// When `draws` is shorter than the scenario's inputs.
    pub fn prepare(&mut self, table: &Table<'_>, draws: &[f64]) {
        self.derive(table, draws);
        self.prepare_targets(table);
        self.prepare_prospects(table);
    }

    /// Everything that follows from the draws, but for what is kept as it was on the as-of date.
    pub(crate) fn derive(&mut self, table: &Table<'_>, draws: &[f64]) {
        let scenario = table.scenario;
        let get = |id: InputId| draws[id.index()];
        self.issues = scenario.issues.len();
        self.bloc_streams = table.keys.bloc.count();
        self.globals = globals(scenario, get);
        self.prepare_stakes(scenario, get);
        if !table.option_issues.is_empty() {
            let parties = &scenario.parties;
            let decimal = |id: InputId| DoubleDouble::decimal(get(id));
            let weight =
                |i: usize, k: usize| parties[i].weight(k, self.saliences[i], decimal).rounded();
            let aversion = |i: usize| get(parties[i].loss_aversion) - 1.0;
            self.options.prepare(table, get, weight, aversion);
        }
        self.prepare_players(scenario, get);
        self.prepare_walls(scenario);
        self.crossing = self.crossing.or_else(|| self.options.deadlock(&table.principals));
        self.prepare_relations(scenario, get);
        self.mean_trust.clear();
        self.distrust.clear();
        for party in 0..scenario.parties.len() {
            let mean = mean_trust(table, &self.trust, party);
            self.mean_trust.push(mean);
            self.distrust.push(distrust(mean));
        }
        self.prepare_events(scenario, get);
        self.prepare_interims(scenario, &table.steps, get);
        self.prepare_clocks(scenario, get);
        self.draft_shift.clear();
        self.draft_shift.extend(
            scenario
                .issues
                .iter()
                .map(|issue| issue.draft_shift.map_or(0.0, get) / issue.scale.width()),
        );
        let limits = |i: usize, k: usize| self.stakes[i * self.issues + k].limit;
        self.texts.prepare(scenario, self.globals.pen, &self.players, &self.stakes, limits);
        let front = scenario.front_issue();
        self.limit_loss_rest.clear();
        for i in 0..self.players.len() {
            let lost = self.limit_loss(i, front, self.globals.loss, |k| self.stakes_of(i)[k].limit);
            self.limit_loss_rest.push(lost);
        }
    }

    /// What everybody reckons with on the as-of date.
    fn prepare_prospects(&mut self, table: &Table<'_>) {
        let mut costs = std::mem::take(&mut self.costs);
        let mut ahead = std::mem::take(&mut self.ahead);
        let mut prospects = std::mem::take(&mut self.prospects);
        costs.clear();
        costs.extend(self.players.iter().map(|player| player.cost));
        look_ahead(table, self, 0.0, (&costs, self.globals.drift), &mut ahead, &mut prospects);
        (self.costs, self.ahead, self.prospects) = (costs, ahead, prospects);
    }

    /// Since when they talk, by when they have to be done, and where they are shut in.
    fn prepare_clocks(&mut self, scenario: &Scenario, get: impl Fn(InputId) -> f64) {
        let talks = &scenario.talks;
        self.elapsed = talks.elapsed();
        let dated = scenario.principals().filter(|&i| scenario.parties[i].deadline_is_dated);
        let dated = dated.map(|i| scenario.parties[i].deadline).chain(talks.deadline);
        self.deadlines.clear();
        self.deadlines.extend(dated.map(|id| Deadline::new(get(id), self.elapsed)));
        self.conclaves.clear();
        self.conclaves.extend(talks.conclaves.iter().map(|conclave| Span {
            from: conclave.from,
            to: conclave.to,
            tempo: get(conclave.tempo),
        }));
    }

    fn prepare_targets(&mut self, table: &Table<'_>) {
        let scenario = table.scenario;
        let mut targets = std::mem::take(&mut self.cohesion_targets);
        targets.clear();
        if !table.pledgers.is_empty() {
            let mut own = std::mem::take(&mut self.own_concessions);
            let mut alphas = std::mem::take(&mut self.concessions);
            own.resize(self.players.len(), 0.0);
            alphas.resize(self.players.len(), 0.0);
            for round in 1..=scenario.clock.rounds {
                let t = scenario.clock.round_end(round);
                concessions(self, t, &mut own, &mut alphas);
                targets.push(cohesion_target(table, self, &alphas));
            }
            self.own_concessions = own;
            self.concessions = alphas;
        }
        self.cohesion_targets = targets;
    }

    /// Value party i loses at the limits `limit(k)` on all issues but the front line.
    pub(crate) fn limit_loss(
        &self,
        party: usize,
        front: Option<usize>,
        shape: Loss,
        limit: impl Fn(usize) -> f64,
    ) -> f64 {
        let aversion = self.players[party].aversion;
        let stakes = self.stakes_of(party).iter().enumerate();
        let on_scales: f64 = stakes
            .filter(|(k, _)| Some(*k) != front)
            .map(|(k, stake)| stake.lost(shape, aversion, limit(k), stake.status_quo_loss))
            .sum();
        on_scales + self.options.limit_loss(party)
    }

    /// The row of party i: what it has at stake, issue by issue.
    #[inline]
    pub(crate) fn stakes_of(&self, party: usize) -> &[Stake] {
        &self.stakes[party * self.issues..(party + 1) * self.issues]
    }

    /// V*: the value from which on a principal's home front passes terms at even odds, where it votes on
    /// them.
    pub(crate) fn even_value(&self, table: &Table<'_>, party: usize) -> Option<f64> {
        if table.is_principal(party) { self.players[party].even_value } else { None }
    }

    fn prepare_stakes(&mut self, scenario: &Scenario, get: impl Fn(InputId) -> f64 + Copy) {
        self.stakes.clear();
        self.saliences.clear();
        let decimal = |id: InputId| DoubleDouble::decimal(get(id));
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
                        .map_or(f64::INFINITY, |id| loss(self.globals.loss, unit(id) - ideal)),
                    wall_low,
                    wall_high,
                    war: 0.5,
                });
            }
        }
        self.prepare_war_terms(scenario, get);
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

    fn prepare_players(&mut self, scenario: &Scenario, get: impl Fn(InputId) -> f64 + Copy) {
        let at_war = scenario.belligerents().next().is_some();
        let front = scenario.front_issue();
        self.players.clear();
        for (i, party) in scenario.parties.iter().enumerate() {
            let (alternative, cost) = match &party.outside {
                Outside::Reservation(value) => (Alternative::Reservation(get(*value)), 0.0),
                Outside::War { cost, .. } => (Alternative::War, get(*cost)),
                Outside::Unstated if at_war => (Alternative::OthersWar, 0.0),
                Outside::Unstated => (Alternative::Limits, 0.0),
            };
            let aversion = get(party.loss_aversion) - 1.0;
            let stakes = &self.stakes[i * self.issues..(i + 1) * self.issues];
            let war_loss_rest: f64 = stakes
                .iter()
                .enumerate()
                .filter(|(k, _)| Some(*k) != front)
                .map(|(_, stake)| {
                    stake.lost(self.globals.loss, aversion, stake.war, stake.status_quo_loss)
                })
                .sum();
            let common = scenario.talks.deadline.map_or(f64::INFINITY, get);
            let deadline = get(party.deadline).min(common);
            let hazard = get(party.breach_hazard) * believed_factor(scenario);
            let home = party.ratification.as_ref().map(|home| HomeFront::new(home, get));
            self.players.push(Player {
                influence: get(party.influence),
                inverse_speed: 1.0 / get(party.concession_speed),
                deadline,
                ln_deadline: math::ln(deadline),
                conceded: 0.0,
                reciprocity: get(party.reciprocity),
                rival: rival(scenario, &self.stakes, &self.options, i),
                aversion,
                readiness: get(party.readiness_spread),
                good_faith: get(party.good_faith),
                hazard: hazard * package_factor(),
                truce_hazard: hazard,
                betrayal: get(party.betrayal_loss),
                alternative,
                cost,
                believed_drift: front
                    .map_or(0.0, |k| (stakes[k].war - self.globals.line) / WAR_HORIZON),
                war_loss_rest: war_loss_rest + self.options.war_loss(i),
                pledge: party.pledge.as_ref().map_or(0.0, |pledge| get(pledge.strength)),
                pledge_rate: party.pledge.as_ref().map_or(0.0, |pledge| pledge_rate(pledge, get)),
                home,
                even_value: home.as_ref().and_then(HomeFront::even_value),
            });
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

    fn prepare_relations(&mut self, scenario: &Scenario, get: impl Fn(InputId) -> f64) {
        let n = scenario.parties.len();
        self.trust.clear();
        self.trust.resize(n * n, 1.0);
        for i in 0..n {
            for j in (0..n).filter(|&j| j != i) {
                self.trust[i * n + j] = get(scenario.trust.pair(i, j));
            }
        }
        self.leverage.clear();
        // Side payments are a mediator's tool: without mediation nobody tables them.
        if scenario.mediation.style.is_some() {
            for (giver, party) in scenario.parties.iter().enumerate() {
                let time = party.payment;
                self.leverage.extend(party.leverage.iter().map(|&(receiver, id)| SidePayment {
                    giver,
                    receiver,
                    time,
                    value: get(id),
                }));
            }
        }
    }

    fn prepare_events(&mut self, scenario: &Scenario, get: impl Fn(InputId) -> f64) {
        self.event_rates.clear();
        self.effect_amounts.clear();
        for event in &scenario.events {
            self.event_rates.push(event.when.rate().map_or(0.0, &get));
            self.effect_amounts.extend(event.effects.iter().map(|effect| get(effect.by)));
        }
    }
}

fn globals(scenario: &Scenario, get: impl Fn(InputId) -> f64) -> Globals {
    let constants = &scenario.constants;
    let front = scenario.front_issue().map(|k| &scenario.issues[k]);
    let width = front.map_or(1.0, |issue| issue.scale.width());
    let line = front
        .and_then(|issue| issue.status_quo.map(|id| issue.scale.to_unit(get(id)).clamp(0.0, 1.0)));
    Globals {
        omega: get(constants.stated_limits_weight),
        loss: Loss::of(get(constants.loss)),
        text_rate: get(constants.text_rate),
        style: scenario.mediation.style,
        formulation_error: get(constants.formulation_error),
        summit_base: get(constants.summit_base),
        summit_pull: scenario.summit.as_ref().map_or(0.0, |summit| {
            get(summit.push) - summit.reluctance.iter().map(|&id| get(id)).sum::<f64>()
        }),
        durability_scale: get(constants.durability_scale),
        durability_spread: get(constants.durability_spread),
        record: get(scenario.durability.record),
        line: line.unwrap_or(0.5),
        drift: scenario.front.map_or(0.0, |front| get(front.drift) / width),
        front_noise: scenario.front.map_or(0.0, |front| get(front.noise) / width),
        cohesion: get(scenario.coalition.cohesion),
        credibility: get(scenario.coalition.credibility),
        fatigue: get(scenario.coalition.fatigue),
        pen: get(scenario.mediation.pen),
        defection_cost: get(constants.defection_cost),
        home_front_error: get(constants.home_front_error),
    }
}

/// The other principal whose ideals lie farthest, by the party's own saliences.
fn rival(scenario: &Scenario, stakes: &[Stake], options: &Options, party: usize) -> usize {
    let m = scenario.issues.len();
    let own = &stakes[party * m..(party + 1) * m];
    let mut farthest = (party, -1.0);
    for j in scenario.principals().filter(|&j| j != party) {
        let theirs = &stakes[j * m..(j + 1) * m];
        let distance: f64 =
            own.iter().zip(theirs).map(|(a, b)| a.weight * (a.ideal - b.ideal).abs()).sum();
        let distance = distance + options.distance(party, j);
        if distance > farthest.1 + ROUNDING {
            farthest = (j, distance);
        }
    }
    farthest.0
}

fn pledge_rate(pledge: &Pledge, get: impl Fn(InputId) -> f64) -> f64 {
    match pledge.time {
        PledgeTime::At(_) => 0.0,
        PledgeTime::Rate(id) => get(id),
    }
}
