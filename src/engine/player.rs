//! One party's own numbers in a world. Plain numbers; a world hands them out to read.

use super::durability::{believed_factor, package_factor};
use super::globals::{Globals, WAR_HORIZON};
use super::home_front::HomeFront;
use crate::math;
use crate::model::{InputId, Outside, Pledge, PledgeTime, Scenario};
use crate::solution::Stake;

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

impl Player {
    /// The numbers of party i with these stakes. Whose ideals lie farthest and what options lose it is left
    /// to whoever knows the others.
    pub(crate) fn new(
        scenario: &Scenario,
        i: usize,
        stakes: &[Stake],
        globals: &Globals,
        get: impl Fn(InputId) -> f64 + Copy,
    ) -> Self {
        let party = &scenario.parties[i];
        let at_war = scenario.belligerents().next().is_some();
        let front = scenario.front_issue();
        let (alternative, cost) = match &party.outside {
            Outside::Reservation(value) => (Alternative::Reservation(get(*value)), 0.0),
            Outside::War { cost, .. } => (Alternative::War, get(*cost)),
            Outside::Unstated if at_war => (Alternative::OthersWar, 0.0),
            Outside::Unstated => (Alternative::Limits, 0.0),
        };
        let aversion = get(party.loss_aversion) - 1.0;
        let war_loss_rest: f64 = stakes
            .iter()
            .enumerate()
            .filter(|(k, _)| Some(*k) != front)
            .map(|(_, stake)| stake.lost(globals.loss, aversion, stake.war, stake.status_quo_loss))
            .sum();
        let common = scenario.talks.deadline.map_or(f64::INFINITY, get);
        let deadline = get(party.deadline).min(common);
        let hazard = get(party.breach_hazard) * believed_factor(scenario);
        let home = party.ratification.as_ref().map(|home| HomeFront::new(home, get));
        Self {
            influence: get(party.influence),
            inverse_speed: 1.0 / get(party.concession_speed),
            deadline,
            ln_deadline: math::ln(deadline),
            conceded: 0.0,
            reciprocity: get(party.reciprocity),
            rival: i,
            aversion,
            readiness: get(party.readiness_spread),
            good_faith: get(party.good_faith),
            hazard: hazard * package_factor(),
            truce_hazard: hazard,
            betrayal: get(party.betrayal_loss),
            alternative,
            cost,
            believed_drift: front.map_or(0.0, |k| (stakes[k].war - globals.line) / WAR_HORIZON),
            war_loss_rest,
            pledge: party.pledge.as_ref().map_or(0.0, |pledge| get(pledge.strength)),
            pledge_rate: party.pledge.as_ref().map_or(0.0, |pledge| pledge_rate(pledge, get)),
            home,
            even_value: home.as_ref().and_then(HomeFront::even_value),
        }
    }
}

fn pledge_rate(pledge: &Pledge, get: impl Fn(InputId) -> f64) -> f64 {
    match pledge.time {
        PledgeTime::At(_) => 0.0,
        PledgeTime::Rate(id) => get(id),
    }
}
