//! The Pareto frontiers of one world: listed in full where packages can be counted, traced by samples
//! where something varies without a step.

use crate::engine::Seat;
use crate::model::option_coordinate;
use crate::solution::bargain::{Axis, DealSpace, FrontierPoint, PairFrontier, Search, Solution};
use crate::solution::discrete::{Disagreement, DiscreteSpace, Landscape, opposition};

/// Evenly spaced samples of every pair's frontier.
const SAMPLES: usize = 21;

/// The frontiers of one world.
#[derive(Clone, Debug, Default)]
pub(super) struct Frontiers {
    pub(super) pairs: Vec<PairFrontier>,
    pub(super) outcomes: Option<Outcomes>,
}

/// The packages of a space where they can be counted: every issue has options, or offers keep to points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcomes {
    /// How many there are.
    pub all: usize,
    /// Those that suit all who must sign.
    pub suiting: usize,
    /// Those of them that no other beats: better for one and worse for none.
    pub efficient: usize,
    /// How far the parties are from all having their best ([`opposition`]); `None` where nothing suits
    /// all, or where a party's best is worth nothing to it.
    pub opposition: Option<f64>,
}

impl Frontiers {
    /// Those of the world last entered; `known` are packages that may lie on one, `zone` says whether
    /// there is a zone of possible agreement.
    pub(super) fn of(seat: &Seat<'_>, space: &DealSpace, known: &[Solution], zone: bool) -> Self {
        let principals = space.principals();
        let pairs = principals.clone().flat_map(|i| (i + 1..principals.end).map(move |j| (i, j)));
        if let Some(Counted { packages, gains, values }) = counted(seat, space) {
            let gains = gains.with_ties_joined();
            let outcomes = Outcomes {
                all: packages.outcomes(),
                suiting: gains.rational().len(),
                efficient: gains.frontier().outcomes().len(),
                opposition: opposition(&values),
            };
            let pairs = pairs.map(|pair| listed(space, &packages, &gains, pair));
            return Self { pairs: pairs.collect(), outcomes: Some(outcomes) };
        }
        let trace = |pair| space.pair_frontier(Search::FINE, pair, SAMPLES, known);
        Self { pairs: if zone { pairs.map(trace).collect() } else { Vec::new() }, outcomes: None }
    }
}

/// Packages one by one, and what they are worth to the principals.
struct Counted {
    packages: DiscreteSpace,
    /// By gains, which order packages as values do unless signing is not meant.
    gains: Landscape,
    /// By values, which have shares.
    values: Landscape,
}

/// Counts the packages where they can be counted.
fn counted(seat: &Seat<'_>, space: &DealSpace) -> Option<Counted> {
    if let Some(world) = seat.bargaining() {
        let packages = DiscreteSpace::new(world.outcomes().counts().to_vec()).ok()?;
        let values = world.landscape()?;
        return Some(Counted { packages, gains: values.clone(), values });
    }
    let count = |axis: &Axis| match *axis {
        Axis::Scale => None,
        Axis::Options(count) => Some(count),
    };
    let counts = space.axes().iter().map(count).collect::<Option<Vec<usize>>>()?;
    let packages = DiscreteSpace::new(counts).ok()?;
    let every = || (0..packages.outcomes()).map(|outcome| package(&packages, outcome));
    let suits: Vec<bool> = every().map(|package| space.holds(&package)).collect();
    let gains = every().map(|package| space.gains(&package)).collect::<Vec<_>>();
    let gains = landscape(space, &suits, |s, outcome| gains[outcome][s])?;
    let values =
        landscape(space, &suits, |s, outcome| space.value(s, &package(&packages, outcome)))?;
    Some(Counted { packages, gains, values })
}

/// A landscape of the principals in which just the packages that suit all are rational.
fn landscape(
    space: &DealSpace,
    suits: &[bool],
    worth: impl Fn(usize, usize) -> f64,
) -> Option<Landscape> {
    let (mut rows, mut least) = (Vec::new(), Vec::new());
    for s in space.principals() {
        let row: Vec<f64> = (0..suits.len()).map(|outcome| worth(s, outcome)).collect();
        let suiting = row.iter().zip(suits).filter(|(_, suits)| **suits).map(|(worth, _)| *worth);
        let worst = suiting.reduce(f64::min).unwrap_or(0.0);
        let told = row.iter().zip(suits);
        rows.push(told.map(|(&worth, suits)| if *suits { worth } else { worst - 1.0 }).collect());
        least.push(worst);
    }
    Landscape::from_utilities(rows, &least, Disagreement::Reservation).ok()
}

/// The coordinates of an outcome: choices stand evenly spaced.
fn package(packages: &DiscreteSpace, outcome: usize) -> Vec<f64> {
    let choices = packages.options(outcome).into_iter().zip(packages.issues());
    choices.map(|(choice, &count)| option_coordinate(count, choice)).collect()
}

/// The whole frontier of a pair, each of its points once.
fn listed(
    space: &DealSpace,
    packages: &DiscreteSpace,
    landscape: &Landscape,
    pair: (usize, usize),
) -> PairFrontier {
    let two = landscape.of_pair(pair);
    let mut outcomes = two.frontier().outcomes().to_vec();
    outcomes.sort_by(|&a, &b| two.utilities(0)[a].total_cmp(&two.utilities(0)[b]));
    let points = outcomes.into_iter().enumerate().map(|(number, outcome)| FrontierPoint {
        solution: Solution::of(space, package(packages, outcome)),
        after_gap: number > 0,
    });
    PairFrontier { pair, points: points.collect(), whole: true }
}
