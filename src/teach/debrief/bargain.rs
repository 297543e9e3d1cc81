//! The debrief of a scorable game: every outcome is listed, so everything is exact.

use super::{
    Clock, Concession, Debrief, Efficient, EfficientPoint, Left, Offer, Score, Solution, State,
    distance, log_roll,
};
use crate::engine::Trial;
use crate::engine::alternating::{Action, Closing, Outcomes, Turn, World};
use crate::model::{Issue, Scenario};
use crate::solution::discrete::{
    Disagreement, Frontier, Ideal, Landscape, egalitarian, kalai_smorodinsky, left_on_table,
    max_welfare, nash,
};
use crate::teach::play::{Bargain, choice_text, package_of};
use crate::teach::points::{FULL, shown};
use crate::text::number::percent;

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

/// The debrief of a game, of which what both protocols have is there.
pub(super) fn debrief(bargain: &Bargain<'_>, game: Debrief) -> Debrief {
    let scenario = &bargain.room().scenario;
    let world = bargain.game().world();
    let deals = Deals::of(world);
    let agreed = match bargain.game().closing() {
        Some(Closing::Agreed { outcome, rounds, .. }) => Some((outcome, rounds)),
        _ => None,
    };
    let deal = agreed.filter(|&(outcome, _)| bargain.is_in_force(outcome));
    let mut debrief = Debrief {
        ending: bargain.ending_words(),
        state: if deal.is_some() { State::Deal } else { State::NoDeal },
        measure: discounting(world),
        notes: deal.and_then(|deal| waited(bargain, deal)).into_iter().collect(),
        when: deal.map(|(_, rounds)| rounds as f64),
        clock: Clock::Round,
        terms: agreed.map(|(outcome, _)| package_of(scenario, world.outcomes(), outcome)),
        bargainers: (0..world.parties()).collect(),
        scores: scores(bargain, &deals),
        zone: zone(scenario, world.outcomes(), &deals),
        cloud: cloud(world, &deals),
        path: path(bargain),
        concessions: concessions(bargain),
        voted_down: voted_down(bargain, agreed),
        ..game
    };
    if let Some(landscape) = &deals.landscape {
        let frontier = landscape.frontier();
        let number = |index: usize| deals.numbers[index];
        let efficient = frontier.outcomes().iter().map(|&outcome| EfficientPoint {
            points: values(world, number(outcome)),
            after_gap: true,
        });
        debrief.frontier = Efficient { points: efficient.collect(), whole: true };
        debrief.solutions = solutions(scenario, world, &deals, &frontier, deal.map(|(o, _)| o));
        debrief.left = Some(left(landscape, &debrief.scores));
    }
    // What lay on the table last is what could have been traded on.
    let last = deal.map(|(outcome, _)| outcome).or(bargain.standing().map(|s| s.outcome));
    if let Some(outcome) = last {
        let rounds = deal.map_or(bargain.round(), |(_, rounds)| rounds);
        // What it would have brought in the same round.
        let then = |gains: &mut Vec<f64>| {
            for (party, gain) in gains.iter_mut().enumerate() {
                *gain = world.discounted(party, *gain, rounds);
            }
        };
        debrief.better = better(scenario, world, &deals, outcome);
        debrief.trades = log_roll::missed(scenario, world, outcome);
        debrief.better.iter_mut().for_each(|(_, gains)| then(gains));
        debrief.trades.iter_mut().for_each(|trade| then(&mut trade.gains));
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
            points: bargain.score(party),
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

/// The offers, with what each was worth when it was made: what waiting costs is off.
fn path(bargain: &Bargain<'_>) -> Vec<Offer> {
    let world = bargain.game().world();
    let scenario = &bargain.room().scenario;
    let offer = |(turn, outcome): (Turn, usize)| Offer {
        when: (turn.round + 1) as f64,
        by: Some(turn.party),
        terms: package_of(scenario, world.outcomes(), outcome),
        points: values(world, outcome)
            .into_iter()
            .enumerate()
            .map(|(party, points)| world.discounted(party, points, turn.round + 1))
            .collect(),
    };
    offers(bargain).map(offer).collect()
}

fn offers<'a>(bargain: &'a Bargain<'_>) -> impl Iterator<Item = (Turn, usize)> + 'a {
    bargain.game().moves().iter().filter_map(|made| match made.action {
        Action::Offer(outcome) => Some((made.turn, outcome)),
        Action::Accept | Action::Walk => None,
    })
}

/// What each party's own offers asked for. What waiting costs is not off: it is no concession.
fn concessions(bargain: &Bargain<'_>) -> Vec<Concession> {
    let concession = |(party, told): (usize, &crate::model::Party)| {
        let wishes = bargain.game().world().wishes(party);
        let own = offers(bargain).filter(|(turn, _)| turn.party == party);
        Concession {
            title: told.title.clone(),
            offers: own
                .map(|(turn, outcome)| ((turn.round + 1) as f64, FULL * wishes.utility(outcome)))
                .collect(),
        }
    };
    bargain.room().scenario.parties.iter().enumerate().map(concession).collect()
}

/// What waiting does to the points, where it costs anything.
fn discounting(world: &World) -> Option<String> {
    let costly = (0..world.parties()).any(|party| world.discounted(party, 1.0, 2) < 1.0);
    costly.then(|| {
        "Every round takes something off a deal here, and nothing off no deal. Offers are told as they \
         would have counted in their round; what could have been had, as of the first round."
            .to_owned()
    })
}

/// What waiting has cost in this game.
fn waited(bargain: &Bargain<'_>, (outcome, rounds): (usize, usize)) -> Option<String> {
    let world = bargain.game().world();
    let lost = |party: usize| {
        let first = FULL * world.wishes(party).utility(outcome);
        let lost = first - world.discounted(party, first, rounds);
        let title = &bargain.room().scenario.parties[party].title;
        (lost > 0.0).then(|| format!("{} to {title}", shown(lost)))
    };
    let lost: Vec<String> = (0..world.parties()).filter_map(lost).collect();
    (!lost.is_empty()).then(|| {
        format!(
            "In the first round the same terms would have been worth more by as many points: {}.",
            lost.join(", ")
        )
    })
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
        let away = |deal: usize| {
            let tied = outcomes.iter().map(|&tied| values(world, deals.numbers[tied]));
            let deal = values(world, deal);
            tied.map(|points| distance(&deal, &points)).reduce(f64::min)
        };
        Some(Solution {
            name,
            terms: package_of(scenario, world.outcomes(), outcome),
            ties: outcomes.len(),
            distance: deal.and_then(away),
            points: values(world, outcome),
        })
    };
    found.into_iter().filter_map(solution).collect()
}

/// What was left, from the points that everybody has: waiting and voters at home are in them.
fn left(landscape: &Landscape, scores: &[Score]) -> Left {
    let reached: Vec<f64> =
        scores.iter().map(|score| score.points.unwrap_or(score.batna) - score.batna).collect();
    let gains = |outcome: usize| -> Vec<f64> {
        (0..landscape.parties()).map(|party| FULL * landscape.gain(party, outcome)).collect()
    };
    Left::of(&reached, (0..landscape.outcomes()).map(gains))
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
