//! The map of one world.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::condition::{Condition, conditions};
use super::frontiers::{Frontiers, Outcomes};
use crate::engine::{Appraisal, Seat};
use crate::model::Scenario;
use crate::solution::bargain::{
    DealSpace, LeftOnTable, PairFrontier, Reach, Search, Solution, ZoneShare,
};
use crate::stream::{Purpose, Seed, StreamKey};

/// Packages drawn to measure the share of the space that the zone is.
const SAMPLES: usize = 20_000;

/// A solution concept of bargaining theory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Concept {
    /// Maximises the least gain of all who must sign, guarantors included.
    LeastGain,
    /// Nash 1950.
    Nash,
    /// Nash with influence as bargaining power (Harsanyi & Selten 1972; Kalai 1977).
    NashByInfluence,
    /// Kalai & Smorodinsky 1975, with leximin (Imai 1983).
    KalaiSmorodinsky,
    /// Kalai 1977, with leximin.
    Egalitarian,
    /// The greatest sum of gains (Harsanyi 1955).
    MaxWelfare,
}

impl Concept {
    /// Every concept, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::LeastGain,
        Self::Nash,
        Self::NashByInfluence,
        Self::KalaiSmorodinsky,
        Self::Egalitarian,
        Self::MaxWelfare,
    ];

    /// Its key in tables and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::LeastGain => "least-gain",
            Self::Nash => "nash",
            Self::NashByInfluence => "nash-by-influence",
            Self::KalaiSmorodinsky => "kalai-smorodinsky",
            Self::Egalitarian => "egalitarian",
            Self::MaxWelfare => "max-welfare",
        }
    }

    /// Its package; `None` where there is none.
    pub fn solve(self, space: &DealSpace, search: Search) -> Option<Solution> {
        match self {
            Self::LeastGain => space.least_gain_package(search),
            Self::Nash => space.nash(search),
            Self::NashByInfluence => space.nash_by_influence(search),
            Self::KalaiSmorodinsky => space.kalai_smorodinsky(search),
            Self::Egalitarian => space.egalitarian(search),
            Self::MaxWelfare => space.max_welfare(search),
        }
    }
}

/// A solution of one concept.
#[derive(Clone, Debug, PartialEq)]
pub struct SolutionPoint {
    /// Which concept.
    pub concept: Concept,
    /// Its package and gains.
    pub solution: Solution,
}

/// A package somebody asked about.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The package and what it gives.
    pub solution: Solution,
    /// Would all who must sign it gain, across no red line?
    pub in_zone: bool,
    /// Signatories (numbers of the space) whose red line it crosses.
    pub crossed: Vec<usize>,
    /// What it leaves on the table.
    pub left: LeftOnTable,
    /// What its signatories would say to it; `None` with alternating offers, where a yes is the value of
    /// the terms and nothing else.
    pub judgement: Option<Judgement>,
}

/// What the engine makes of a package, in the parts that a run reports of signatures.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// Who has to sign, on the first day of the talks: no pledge but those dated on it.
    pub first_day: Vec<Appraisal>,
    /// The same with every pledge made.
    pub with_every_pledge: Vec<Appraisal>,
    /// Is there a pledge that is not made on the first day?
    pub pledges_ahead: bool,
    /// The mediator that would not table it on the first day, as it would not sign it itself.
    pub withheld_by: Option<usize>,
}

impl Judgement {
    fn of(seat: &Seat<'_>, text: &[f64]) -> Self {
        let mut first_day = seat.at_start().with_pledges_of_the_day();
        let mut later = seat.at_start().with_every_pledge();
        Self {
            first_day: first_day.appraise(text),
            with_every_pledge: later.appraise(text),
            pledges_ahead: first_day.pledges_made() < later.pledges_made(),
            withheld_by: first_day.withheld_by(text),
        }
    }

    /// Would it be tabled, and would everybody sign it, on the first day?
    pub fn is_signed(&self) -> bool {
        self.withheld_by.is_none() && self.first_day.iter().all(Appraisal::accepts)
    }
}

/// The map of one world.
#[derive(Clone, Debug)]
pub struct PointMap {
    /// The deal space itself.
    pub space: DealSpace,
    /// How far the zone of possible agreement reaches on every issue; `None` when it is empty.
    pub reach: Option<Vec<Reach>>,
    /// Its share of all packages.
    pub share: ZoneShare,
    /// The solution points. Without a zone only that of the least gain, which is then negative; none
    /// at all where red lines leave no package.
    pub points: Vec<SolutionPoint>,
    /// The most each principal could gain; empty without a zone.
    pub ideal_gains: Vec<f64>,
    /// The Pareto frontier of every pair of principals; without points, or none, without a zone.
    pub frontiers: Vec<PairFrontier>,
    /// The packages, where they can be counted.
    pub outcomes: Option<Outcomes>,
    /// Without a zone: what would have to be true, each alone.
    pub conditions: Vec<Condition>,
    /// The package asked about.
    pub given: Option<Given>,
}

impl PointMap {
    /// The map of the world last entered at `seat`; `given` on the issues' own scales.
    pub fn of(scenario: &Scenario, seat: &Seat<'_>, seed: Seed, given: Option<&[f64]>) -> Self {
        let search = Search::FINE;
        let space = seat.deal_space();
        let reach = space.reach(search);
        let mut draws = StreamKey::new(seed, Purpose::Map, "share of space").over_worlds(0);
        let share = reach
            .as_ref()
            .map_or(ZoneShare::NONE, |reach| space.zone_share(reach, SAMPLES, &mut draws));
        let point = |concept: Concept| {
            concept.solve(&space, search).map(|solution| SolutionPoint { concept, solution })
        };
        let points: Vec<SolutionPoint> = Concept::ALL.into_iter().filter_map(point).collect();
        let known: Vec<Solution> = points.iter().map(|point| point.solution.clone()).collect();
        let Frontiers { pairs, outcomes } = Frontiers::of(seat, &space, &known, reach.is_some());
        let conditions =
            if reach.is_some() { Vec::new() } else { conditions(scenario, seat, search) };
        Self {
            points,
            ideal_gains: if reach.is_some() {
                space.ideal_gains(search).unwrap_or_default()
            } else {
                Vec::new()
            },
            given: given.map(|package| value(scenario, seat, &space, package)),
            reach,
            share,
            frontiers: pairs,
            outcomes,
            conditions,
            space,
        }
    }

    /// The point of a concept.
    pub fn point(&self, concept: Concept) -> Option<&Solution> {
        let mut points = self.points.iter();
        points.find(|point| point.concept == concept).map(|point| &point.solution)
    }
}

fn value(scenario: &Scenario, seat: &Seat<'_>, space: &DealSpace, package: &[f64]) -> Given {
    let units = scenario.issues.iter().zip(package);
    let package: Vec<f64> = units.map(|(issue, &x)| issue.scale.to_unit(x)).collect();
    let crossed = (0..space.signatories().len()).filter(|&s| space.crosses(s, &package));
    Given {
        in_zone: space.holds(&package),
        crossed: crossed.collect(),
        left: space.left_on_table(Search::FINE, &package),
        judgement: scenario.dated().map(|_| Judgement::of(seat, &package)),
        solution: Solution::of(space, package),
    }
}
