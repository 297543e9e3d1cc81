//! The map with every input at its most likely value.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::condition::OpeningChange;
use super::given::GivenPackage;
use super::package::{GainOf, Package, SignatoryGain, TermAt, signatory};
use crate::analysis::map::{Concept, Outcomes, PointMap, SolutionPoint};
use crate::model::{Issue, Scenario};
use crate::results::{Mean, Named};
use crate::solution::bargain::{DealSpace, PairFrontier, Reach, ZoneShare};

/// The map of the likeliest world.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LikelyMap {
    /// Is there a package that suits all who must sign it?
    pub zone: bool,
    /// The share of all packages that suit, from a sample of them; it hangs on how the scales are drawn.
    pub share: Mean,
    /// How far the zone reaches on each issue, each on its own; null without a zone.
    pub reach: Option<Vec<Reached>>,
    /// The solutions of bargaining theory. Without a zone only the package that is best for the worst-off, who then
    /// loses; none where red lines leave no package.
    pub points: Vec<SolutionPackage>,
    /// The most each principal could gain; empty without a zone.
    pub ideal_gains: Vec<GainOf>,
    /// The efficient packages of every pair of principals.
    pub frontiers: Vec<Frontier>,
    /// How many packages there are; null where they cannot be counted.
    pub outcomes: Option<PackageCounts>,
    /// Without a zone: what would have to be true, each alone, least far-fetched first.
    pub conditions: Vec<OpeningChange>,
    /// The package asked about.
    pub given: Option<GivenPackage>,
}

/// How far the zone reaches on an issue: not every mixture of positions within is in the zone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Reached {
    /// The issue's name in the file.
    pub issue: String,
    /// What readers call it.
    pub title: String,
    /// The lowest position of any package in it; null with options.
    pub low: Option<f64>,
    /// The highest position; null with options.
    pub high: Option<f64>,
    /// The options that some package in it takes; empty on a scale.
    pub options: Vec<String>,
}

/// The package of a solution concept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SolutionPackage {
    /// The concept.
    pub concept: Concept,
    /// The terms, issue by issue.
    pub package: Vec<TermAt>,
    /// What it gives everybody.
    pub gains: Vec<SignatoryGain>,
}

/// The Pareto frontier of two principals, the others kept from losing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Frontier {
    /// The two.
    pub pair: [Named; 2],
    /// Is this every efficient package? Otherwise they are samples of a curve.
    pub whole: bool,
    /// Efficient packages, from the second's best to the first's.
    pub points: Vec<FrontierPackage>,
}

/// A package on a frontier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FrontierPackage {
    /// The terms, issue by issue.
    pub package: Vec<TermAt>,
    /// What it gives everybody.
    pub gains: Vec<SignatoryGain>,
    /// Does the frontier jump here, with nothing between this package and the one before?
    pub after_gap: bool,
}

/// Numbers of packages.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PackageCounts {
    /// All of them.
    pub all: u64,
    /// Those that suit all who must sign.
    pub suiting: u64,
    /// Those of them that no other beats: better for one and worse for none.
    pub efficient: u64,
    /// How far the parties are from all having their best; null where nothing suits all, or where a party's best is
    /// worth nothing to it.
    pub opposition: Option<f64>,
}

impl LikelyMap {
    pub(super) fn new(scenario: &Scenario, likely: &PointMap) -> Self {
        let space = &likely.space;
        let reach = likely.reach.as_ref().map(|reach| {
            let issues = scenario.issues.iter().zip(reach);
            issues.map(|(issue, reach)| Reached::new(issue, reach)).collect()
        });
        let ideals = likely.ideal_gains.iter().enumerate();
        let ZoneShare { share: value, low, high } = likely.share;
        Self {
            zone: likely.reach.is_some(),
            share: Mean { value, low, high, half_width: (high - low) / 2.0 },
            reach,
            points: likely
                .points
                .iter()
                .map(|point| SolutionPackage::new(scenario, space, point))
                .collect(),
            ideal_gains: ideals.map(|(s, &gain)| GainOf::new(scenario, space, s, gain)).collect(),
            frontiers: likely
                .frontiers
                .iter()
                .map(|frontier| Frontier::new(scenario, space, frontier))
                .collect(),
            outcomes: likely.outcomes.map(PackageCounts::from),
            conditions: likely
                .conditions
                .iter()
                .map(|condition| OpeningChange::new(scenario, condition))
                .collect(),
            given: likely.given.as_ref().map(|given| GivenPackage::new(scenario, space, given)),
        }
    }
}

impl Reached {
    fn new(issue: &Issue, reach: &Reach) -> Self {
        let (low, high, options) = match reach {
            Reach::Scale(low, high) => {
                let on = |x: f64| Some(issue.scale.from_unit(x));
                (on(*low), on(*high), Vec::new())
            }
            Reach::Options(options) => {
                (None, None, options.iter().map(|&option| issue.options[option].clone()).collect())
            }
        };
        Self { issue: issue.id.clone(), title: issue.title.clone(), low, high, options }
    }
}

impl SolutionPackage {
    fn new(scenario: &Scenario, space: &DealSpace, point: &SolutionPoint) -> Self {
        let Package { package, gains } = Package::new(scenario, space, &point.solution);
        Self { concept: point.concept, package, gains }
    }
}

impl Frontier {
    fn new(scenario: &Scenario, space: &DealSpace, frontier: &PairFrontier) -> Self {
        let (one, other) = frontier.pair;
        let points = frontier.points.iter().map(|point| {
            let Package { package, gains } = Package::new(scenario, space, &point.solution);
            FrontierPackage { package, gains, after_gap: point.after_gap }
        });
        Self {
            pair: [one, other].map(|s| signatory(scenario, space, s)),
            whole: frontier.whole,
            points: points.collect(),
        }
    }
}

impl From<Outcomes> for PackageCounts {
    fn from(outcomes: Outcomes) -> Self {
        Self {
            all: outcomes.all as u64,
            suiting: outcomes.suiting as u64,
            efficient: outcomes.efficient as u64,
            opposition: outcomes.opposition,
        }
    }
}
