//! The debrief of a scorable game: every outcome is listed, so everything is exact.

use super::{Concession, Debrief, Offer, Score, Solution, distance, log_roll};
use crate::engine::Trial;
use crate::engine::alternating::{Action, Closing, Outcomes, World};
use crate::model::{Issue, Scenario};
use crate::present::percent;
use crate::solution::discrete::{
    Disagreement, Frontier, Ideal, Landscape, egalitarian, kalai_smorodinsky, left_on_table,
    max_welfare, nash,
};
use crate::teach::play::{Bargain, choice_text, package_of};
use crate::teach::points::FULL;

/// The outcomes that nobody refuses, with their values.
struct Deals {
    /// Their numbers among all outcomes.
    numbers: Vec<usize>,
    landscape: Option<Landscape>,
}

impl Deals {
    fn of(world: &World) -> Self {
        let parties = 0..world.parties();
        let refused = |outcome: usize| parties.clone().any(|p| world.wishes(p).refuses(outcome));
        let numbers: Vec<usize> =
            (0..world.outcomes().len()).filter(|&outcome| !refused(outcome)).collect();
        let row = |party: usize| {
            let wishes = world.wishes(party);
            numbers.iter().map(|&outcome| wishes.utility(outcome)).collect()
        };
        let rows: Vec<Vec<f64>> = parties.clone().map(row).collect();
        let reservations: Vec<f64> = parties.map(|p| world.wishes(p).reservation()).collect();
        // Only more outcomes than a scenario may have, or none at all, could be refused.
        let landscape =
            Landscape::from_utilities(rows, &reservations, Disagreement::Reservation).ok();
        let landscape = landscape.filter(|_| !numbers.is_empty());
        Self { numbers, landscape }
    }
}

/// The debrief of a game; what is the same for both protocols is filled in by the caller.
pub(super) fn debrief(bargain: &Bargain<'_>) -> Debrief {
    let scenario = &bargain.room().scenario;
    let world = bargain.game().world();
    let deals = Deals::of(world);
    let agreed = match bargain.game().closing() {
        Some(Closing::Agreed { outcome, rounds, .. }) => Some((outcome, rounds)),
        _ => None,
    };
    let deal = agreed.filter(|&(outcome, _)| bargain.is_in_force(outcome));
    let points = |outcome: usize| values(world, outcome);
    let news = bargain.ending_words();
    let mut debrief = Debrief {
        title: String::new(),
        fingerprint: String::new(),
        role: String::new(),
        seed: 0,
        ending: news,
        deal: deal.is_some(),
        when: deal.map(|(_, rounds)| rounds as f64),
        clock: "round",
        terms: agreed.map(|(outcome, _)| package_of(scenario, world.outcomes(), outcome)),
        bargainers: (0..world.parties()).collect(),
        scores: scores(bargain, &deals),
        zone: zone(scenario, world.outcomes(), &deals),
        frontier: Vec::new(),
        cloud: cloud(world, &deals),
        path: path(bargain, points),
        concessions: Vec::new(),
        solutions: Vec::new(),
        left: 0.0,
        divided: false,
        better: None,
        trades: Vec::new(),
        voted_down: voted_down(bargain, agreed),
    };
    debrief.concessions = concessions(scenario, &debrief.path);
    if let Some(landscape) = &deals.landscape {
        let frontier = landscape.frontier();
        let number = |index: usize| deals.numbers[index];
        debrief.frontier = frontier.outcomes().iter().map(|&o| points(number(o))).collect();
        debrief.solutions = solutions(scenario, world, &deals, &frontier, deal.map(|(o, _)| o));
        (debrief.left, debrief.divided) = left(landscape, &deals, deal.map(|(outcome, _)| outcome));
    }
    // What lay on the table last is what could have been traded on.
    let last = deal.map(|(outcome, _)| outcome).or(bargain.standing().map(|s| s.outcome));
    if let Some(outcome) = last {
        debrief.better = better(scenario, world, &deals, outcome);
        debrief.trades = log_roll::missed(scenario, world, outcome);
    }
    debrief
}

fn values(world: &World, outcome: usize) -> Vec<f64> {
    (0..world.parties()).map(|party| FULL * world.wishes(party).utility(outcome)).collect()
}

fn scores(bargain: &Bargain<'_>, deals: &Deals) -> Vec<Score> {
    let world = bargain.game().world();
    let room = bargain.room();
    let score = |(party, told): (usize, &crate::model::Party)| {
        let batna = FULL * world.wishes(party).reservation();
        let rational = deals.landscape.as_ref().map_or(&[][..], Landscape::rational);
        let own = rational.iter().map(|&o| FULL * world.wishes(party).utility(deals.numbers[o]));
        Score {
            title: told.title.clone(),
            person: party == room.role,
            points: bargain.score(party).unwrap_or(batna),
            batna,
            most: own.reduce(f64::max),
        }
    };
    room.scenario.parties.iter().enumerate().map(score).collect()
}

/// The zone in words: its size, and its reach on every issue.
fn zone(scenario: &Scenario, outcomes: &Outcomes, deals: &Deals) -> Vec<String> {
    let rational = deals.landscape.as_ref().map_or(&[][..], Landscape::rational);
    if rational.is_empty() {
        return vec!["There is none: no package is as good as no deal for everybody.".to_owned()];
    }
    let share = percent(rational.len() as f64 / outcomes.len() as f64);
    let mut words = vec![format!(
        "{} of {} packages ({share}) are at least as good as no deal for everybody.",
        rational.len(),
        outcomes.len()
    )];
    let reach = |(k, issue): (usize, &Issue)| {
        let mut open = vec![false; outcomes.counts()[k]];
        for &outcome in rational {
            open[outcomes.choice(deals.numbers[outcome], k)] = true;
        }
        let named = |choice: usize| choice_text(issue, choice);
        if issue.has_options() {
            let free = (0..open.len()).filter(|&choice| open[choice]).map(named);
            return format!("{}: {}", issue.title, free.collect::<Vec<_>>().join(", "));
        }
        let first = open.iter().position(|&open| open).unwrap_or(0);
        let last = open.iter().rposition(|&open| open).unwrap_or(0);
        format!("{}: {} to {}", issue.title, named(first), named(last))
    };
    words.extend(scenario.issues.iter().enumerate().map(reach));
    words
}

/// The most packages that are drawn.
const CLOUD: usize = 1500;

fn cloud(world: &World, deals: &Deals) -> Vec<Vec<f64>> {
    let every = deals.numbers.len().div_ceil(CLOUD).max(1);
    deals.numbers.iter().step_by(every).map(|&outcome| values(world, outcome)).collect()
}

fn path(bargain: &Bargain<'_>, points: impl Fn(usize) -> Vec<f64>) -> Vec<Offer> {
    let offer = |made: &crate::engine::alternating::Move| match made.action {
        Action::Offer(outcome) => Some(Offer {
            when: (made.turn.round + 1) as f64,
            by: Some(made.turn.party),
            points: points(outcome),
        }),
        Action::Accept | Action::Walk => None,
    };
    bargain.game().moves().iter().filter_map(offer).collect()
}

pub(super) fn concessions(scenario: &Scenario, path: &[Offer]) -> Vec<Concession> {
    let concession = |(party, told): (usize, &crate::model::Party)| {
        let own = path.iter().filter(|offer| offer.by == Some(party));
        Concession {
            title: told.title.clone(),
            offers: own.map(|offer| (offer.when, offer.points[party])).collect(),
        }
    };
    scenario.parties.iter().enumerate().map(concession).collect()
}

fn solutions(
    scenario: &Scenario,
    world: &World,
    deals: &Deals,
    frontier: &Frontier<'_>,
    deal: Option<usize>,
) -> Vec<Solution> {
    let found: [(&'static str, Vec<usize>); 4] = [
        ("Nash", nash(frontier)),
        ("Kalai–Smorodinsky", kalai_smorodinsky(frontier, Ideal::Rational)),
        ("egalitarian", egalitarian(frontier)),
        ("greatest sum", max_welfare(frontier)),
    ];
    let solution = |(name, outcomes): (&'static str, Vec<usize>)| {
        let outcome = deals.numbers[*outcomes.first()?];
        let points = values(world, outcome);
        Some(Solution {
            name,
            terms: package_of(scenario, world.outcomes(), outcome),
            distance: deal.map(|deal| distance(&values(world, deal), &points)),
            points,
        })
    };
    found.into_iter().filter_map(solution).collect()
}

/// What the same division of the gain would have brought more, in points.
fn left(landscape: &Landscape, deals: &Deals, deal: Option<usize>) -> (f64, bool) {
    let parties = landscape.parties();
    let index = deal.and_then(|deal| deals.numbers.iter().position(|&number| number == deal));
    let gains: Vec<f64> =
        (0..parties).map(|p| index.map_or(0.0, |deal| landscape.gain(p, deal))).collect();
    let sum: f64 = gains.iter().sum();
    // Without a gain to divide, all would share alike.
    let divided = sum > 0.0 && gains.iter().all(|&gain| gain >= 0.0);
    let share = |p: usize| if divided { gains[p] / sum } else { 1.0 / parties as f64 };
    let total = |outcome: usize| {
        let bounds = (0..parties).filter(|&p| share(p) > 0.0);
        bounds.map(|p| landscape.gain(p, outcome) / share(p)).fold(f64::INFINITY, f64::min)
    };
    let most = landscape.rational().iter().map(|&outcome| total(outcome)).fold(0.0, f64::max);
    (FULL * (most - if divided { sum } else { 0.0 }).max(0.0), divided)
}

/// The package that is worse for nobody and brings most to all together.
fn better(
    scenario: &Scenario,
    world: &World,
    deals: &Deals,
    outcome: usize,
) -> Option<(String, Vec<f64>)> {
    let landscape = deals.landscape.as_ref()?;
    let index = deals.numbers.iter().position(|&number| number == outcome)?;
    let left = left_on_table(landscape, index).ok()?;
    if left.joint <= 1e-9 {
        return None;
    }
    let other = deals.numbers[left.joint_outcome];
    let (now, then) = (values(world, outcome), values(world, other));
    let gains = now.iter().zip(&then).map(|(now, then)| then - now).collect();
    Some((package_of(scenario, world.outcomes(), other), gains))
}

fn voted_down(bargain: &Bargain<'_>, agreed: Option<(usize, usize)>) -> Vec<String> {
    let world = bargain.game().world();
    let Some((outcome, _)) = agreed else { return Vec::new() };
    let against =
        (0..world.parties()).filter(|&party| !world.ratifies(party, outcome, Trial::default()));
    against.map(|party| bargain.room().scenario.parties[party].title.clone()).collect()
}
