//! The map over many worlds: how often there is a zone, where it lies, and what opens it where
//! there is none.

use std::collections::BTreeMap;

use super::condition::Condition;
use crate::engine::{Hinge, Needed, Seat};
use crate::model::Scenario;
use crate::montecarlo::{Estimate, Plan, Progress, share_of_worlds, survey};
use crate::solution::bargain::{Reach, Search, Solution};
use crate::solution::suits;
use crate::stream::{Purpose, Stream, StreamKey};

/// Packages drawn in each world to measure the zone's share.
const SAMPLES: usize = 400;

/// Low, middle and high of a figure over worlds: its 5th, 50th and 95th percentile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// 5th percentile.
    pub low: f64,
    /// Median.
    pub middle: f64,
    /// 95th percentile.
    pub high: f64,
}

/// The zone's reach on one issue, over the worlds that have one; positions on the issue's scale.
#[derive(Clone, Debug, PartialEq)]
pub enum ReachSpread {
    /// Lowest and highest position in the zone.
    Scale {
        /// … the lowest.
        low: Spread,
        /// … and the highest.
        high: Spread,
    },
    /// The share of the worlds with a zone in which each option is possible.
    Options(Vec<f64>),
}

/// How often one number alone would open the zone, in worlds that have none.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionSpread {
    /// Whose number.
    pub party: usize,
    /// Which one.
    pub hinge: Hinge,
    /// The share of the worlds without a zone that it could open.
    pub opens: f64,
    /// What it would have to be there, in the file's units.
    pub to: Spread,
    /// By how much it would have to change, ≥ 0, in the file's units.
    pub change: Spread,
}

/// The map over worlds.
#[derive(Clone, Debug)]
pub struct WorldsMap {
    /// How many worlds were looked at.
    pub worlds: u64,
    /// The share of worlds with a zone.
    pub with_zone: Estimate,
    /// The share of worlds whose red lines leave no package at all.
    pub walled_off: f64,
    /// The zone's share of all packages, where there is one.
    pub share: Option<Spread>,
    /// The least gain of the package that maximises it; over the worlds with any package.
    pub least_gain: Option<Spread>,
    /// The zone's reach on every issue; empty when no world has one.
    pub reach: Vec<ReachSpread>,
    /// Positions of the Nash solution on every scale, on the issue's scale; `None` for an issue
    /// with options or when no world has a zone.
    pub nash: Vec<Option<Spread>>,
    /// What alone would open the zone, most often first.
    pub conditions: Vec<ConditionSpread>,
    /// The share of the worlds without a zone that no single change of a number opens.
    pub no_single_change: f64,
}

struct View {
    best: Option<f64>,
    zone: Option<Zone>,
    needed: Vec<Needed>,
}

struct Zone {
    reach: Vec<Reach>,
    share: f64,
    nash: Option<Solution>,
}

impl WorldsMap {
    /// Looks at the plan's worlds.
    pub fn of(scenario: &Scenario, plan: &Plan, progress: &dyn Progress) -> Self {
        let key = StreamKey::new(plan.seed, Purpose::Map, "share of space");
        let views = survey(scenario, plan, progress, |seat, world| {
            look(seat, &mut key.over_worlds(world + 1))
        });
        let zones: Vec<&Zone> = views.iter().filter_map(|view| view.zone.as_ref()).collect();
        let empty = views.len() - zones.len();
        let share_of_empty = |count: usize| count as f64 / (empty as f64).max(1.0);
        let stuck = views.iter().filter(|view| {
            let counts = |needed: &&Needed| needed.hinge != Hinge::SidePayment;
            view.zone.is_none() && view.needed.iter().filter(counts).count() == 0
        });
        let walled_off = views.iter().filter(|view| view.best.is_none()).count();
        Self {
            worlds: views.len() as u64,
            with_zone: share_of_worlds(zones.len() as u64, views.len() as u64),
            walled_off: walled_off as f64 / (views.len() as f64).max(1.0),
            share: spread(zones.iter().map(|zone| zone.share)),
            least_gain: spread(views.iter().filter_map(|view| view.best)),
            reach: (0..scenario.issues.len())
                .filter_map(|k| reach_spread(scenario, &zones, k))
                .collect(),
            nash: (0..scenario.issues.len()).map(|k| nash_spread(scenario, &zones, k)).collect(),
            no_single_change: share_of_empty(stuck.count()),
            conditions: conditions(scenario, &views, empty),
        }
    }
}

fn look(seat: &mut Seat<'_>, draws: &mut Stream) -> View {
    let search = Search::COARSE;
    let space = seat.deal_space();
    let best = space.least_gain_package(search);
    let gain = best.as_ref().map(|best| best.least_gain(&space));
    let reach = gain.filter(|&gain| suits(gain)).and_then(|_| space.reach(search));
    let zone = reach.map(|reach| Zone {
        share: space.zone_share(&reach, SAMPLES, draws).share,
        nash: space.nash(search),
        reach,
    });
    let needed = if zone.is_some() { Vec::new() } else { seat.openings(search) };
    View { best: gain, zone, needed }
}

fn reach_spread(scenario: &Scenario, zones: &[&Zone], k: usize) -> Option<ReachSpread> {
    let scale = scenario.issues[k].scale;
    let ends = |zone: &&Zone| match zone.reach[k] {
        Reach::Scale(low, high) => Some((scale.from_unit(low), scale.from_unit(high))),
        Reach::Options(_) => None,
    };
    let ends: Vec<(f64, f64)> = zones.iter().filter_map(ends).collect();
    if !ends.is_empty() {
        let low = spread(ends.iter().map(|(low, _)| *low))?;
        let high = spread(ends.iter().map(|(_, high)| *high))?;
        return Some(ReachSpread::Scale { low, high });
    }
    let mut counts: Vec<f64> = Vec::new();
    for zone in zones {
        if let Reach::Options(options) = &zone.reach[k] {
            counts.resize(counts.len().max(options.iter().max().map_or(0, |most| most + 1)), 0.0);
            for &option in options {
                counts[option] += 1.0;
            }
        }
    }
    let worlds = zones.len() as f64;
    (!counts.is_empty())
        .then(|| ReachSpread::Options(counts.iter().map(|count| count / worlds).collect()))
}

fn nash_spread(scenario: &Scenario, zones: &[&Zone], k: usize) -> Option<Spread> {
    let scale = scenario.issues[k].scale;
    let on_scale = |zone: &&&Zone| matches!(zone.reach[k], Reach::Scale(..));
    let points = zones.iter().filter(on_scale).filter_map(|zone| zone.nash.as_ref());
    spread(points.map(|point| scale.from_unit(point.package[k])))
}

fn conditions(scenario: &Scenario, views: &[View], empty: usize) -> Vec<ConditionSpread> {
    let mut found: BTreeMap<(usize, Hinge), Vec<(f64, f64)>> = BTreeMap::new();
    for needed in views.iter().flat_map(|view| &view.needed) {
        let condition = Condition::of(scenario, needed);
        let change = (condition.to - condition.from).abs();
        let entry = found.entry((needed.party, needed.hinge)).or_default();
        entry.push((condition.to, change));
    }
    let mut spreads: Vec<ConditionSpread> = found
        .into_iter()
        .filter_map(|((party, hinge), cases)| {
            Some(ConditionSpread {
                party,
                hinge,
                opens: cases.len() as f64 / (empty as f64).max(1.0),
                to: spread(cases.iter().map(|(to, _)| *to))?,
                change: spread(cases.iter().map(|(_, change)| *change))?,
            })
        })
        .collect();
    spreads.sort_by(|a, b| b.opens.total_cmp(&a.opens));
    spreads
}

/// 5th, 50th and 95th percentile (type 7 of Hyndman & Fan 1996); `None` of nothing.
fn spread(values: impl Iterator<Item = f64>) -> Option<Spread> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let last = values.len().checked_sub(1)? as f64;
    let quantile = |level: f64| {
        let at = level * last;
        let (below, share) = (at.floor() as usize, at.fract());
        let above = (below + 1).min(values.len() - 1);
        values[below] + share * (values[above] - values[below])
    };
    Some(Spread { low: quantile(0.05), middle: quantile(0.5), high: quantile(0.95) })
}
