//! A naive twin of the tactics, rules of acceptance and the model of others: written from the equations of
//! docs/alternating-offers.md, by plain scans over all outcomes, and held against the engine move by move.

use zopa::engine::Trial;
use zopa::engine::alternating::{Action, Game, Wishes};
use zopa::math::{exp, pow};
use zopa::scenario::{LoadOptions, load};
use zopa::stream::{Seed, Stream};

use crate::support::stream;

#[derive(Clone, Copy)]
enum Asks {
    Polynomial(f64),
    Exponential(f64),
    TitForTat(usize),
    Hybrid(f64, f64, usize),
    Micro,
    HardLiner,
    Even,
}

#[derive(Clone, Copy)]
enum Takes {
    Threshold,
    Next,
    Constant(f64),
    Time(f64),
    Combined(f64, bool),
}

const TACTICS: [(&str, Asks); 9] = [
    ("\"boulware\"", Asks::Polynomial(4.0)),
    ("{ polynomial = 0.7 }", Asks::Polynomial(0.7)),
    ("{ exponential = 0.725 }", Asks::Exponential(0.725)),
    ("\"tit-for-tat\"", Asks::TitForTat(1)),
    ("{ tit-for-tat = 3 }", Asks::TitForTat(3)),
    ("{ hybrid = { weight = 0.4, polynomial = 2, window = 2 } }", Asks::Hybrid(0.4, 2.0, 2)),
    ("\"micro\"", Asks::Micro),
    ("\"hard-liner\"", Asks::HardLiner),
    ("\"even\"", Asks::Even),
];
const RULES: [(&str, Takes); 6] = [
    ("\"threshold\"", Takes::Threshold),
    ("\"next\"", Takes::Next),
    ("{ constant = 0.6 }", Takes::Constant(0.6)),
    ("{ time = 0.7 }", Takes::Time(0.7)),
    ("{ combined = 0.5 }", Takes::Combined(0.5, false)),
    ("{ combined = 0.5, expects = \"mean\" }", Takes::Combined(0.5, true)),
];
const BANDS: [Option<f64>; 2] = [None, Some(0.15)];

/// What the twin knows: its own numbers and what was said.
struct Twin<'a> {
    wishes: &'a Wishes,
    choices: &'a [Vec<usize>],
    rounds: usize,
    /// Offers of itself (first) and of the others, in order.
    heard: Vec<Vec<usize>>,
    /// What it asked for last by behaviour.
    last: f64,
}

impl Twin<'_> {
    fn u(&self, outcome: usize) -> f64 {
        self.wishes.utility(outcome)
    }

    fn all(&self) -> std::ops::Range<usize> {
        0..self.choices.len()
    }

    fn by_time(&self, share: f64) -> f64 {
        let best = self.all().map(|o| self.u(o)).fold(f64::MIN, f64::max);
        let worst = self.all().map(|o| self.u(o)).fold(f64::MAX, f64::min);
        let floor = worst.max(self.wishes.reservation());
        ((best - floor) * share + floor - 0.001).max(floor).min(best)
    }

    fn half(&self) -> f64 {
        let best = self.all().map(|o| self.u(o)).fold(f64::MIN, f64::max);
        let worst = self.all().map(|o| self.u(o)).fold(f64::MAX, f64::min);
        (0.5 * (best + worst)).max(self.wishes.reservation())
    }

    fn by_behaviour(&mut self, window: usize) -> f64 {
        let ratios: Vec<f64> = self.heard[1..]
            .iter()
            .filter(|offers| offers.len() > window)
            .map(|offers| {
                let before = self.u(offers[offers.len() - 1 - window]);
                let now = self.u(offers[offers.len() - 1]);
                if now > 0.0 { before / now } else { 1.0 }
            })
            .collect();
        let mean = ratios.iter().sum::<f64>() / ratios.len() as f64;
        let ratio = if ratios.is_empty() { 1.0 } else { mean };
        let (best, worst) = (self.by_time(2.0), self.by_time(-2.0));
        self.last = (self.last * ratio).max(worst).min(best);
        self.last
    }

    /// The offers it may make at a demand: one, but for ties of rounding none.
    fn offer(&self, demand: f64, band: Option<f64>) -> usize {
        let enough = |o: &usize| self.u(*o) >= demand;
        let above = self.all().filter(enough).map(|o| self.u(o)).fold(f64::MAX, f64::min);
        let below = self.all().map(|o| self.u(o)).filter(|u| *u < demand).fold(f64::MIN, f64::max);
        let nearest = below >= demand - 1e-6 && demand - below < above - demand;
        let value = if nearest { below } else { above };
        let Some(band) = band else { return self.all().find(|o| self.u(*o) == value).unwrap() };
        let most = (demand + band).max(value);
        let mut liked = (f64::MIN, f64::MAX, 0);
        for outcome in self.all().filter(|o| self.u(*o) >= value && self.u(*o) <= most) {
            let sum: f64 = (1..self.heard.len()).map(|other| self.liking(other, outcome)).sum();
            let (sum_so_far, value_so_far, _) = liked;
            let better = sum > sum_so_far + 1e-12;
            let cheaper = (sum - sum_so_far).abs() <= 1e-12 && self.u(outcome) < value_so_far;
            if better || cheaper {
                liked = (sum, self.u(outcome), outcome);
            }
        }
        liked.2
    }

    /// Σ w v with v a choice's count over its issue's largest, w that largest over the sum of all.
    fn liking(&self, other: usize, outcome: usize) -> f64 {
        let issues = self.choices[0].len();
        let count = |issue: usize, choice: usize| {
            let asked = self.heard[other].iter().filter(|o| self.choices[**o][issue] == choice);
            asked.count() as f64
        };
        let largest: Vec<f64> = (0..issues)
            .map(|issue| (0..8).map(|choice| count(issue, choice)).fold(0.0, f64::max))
            .collect();
        let sum: f64 = largest.iter().sum();
        if sum == 0.0 {
            return 0.0;
        }
        (0..issues)
            .map(|issue| {
                let value = count(issue, self.choices[outcome][issue]) / largest[issue];
                largest[issue] / sum * value
            })
            .sum()
    }

    /// What it wants: its demand, and the offers one of which it makes.
    fn want(&mut self, asks: Asks, round: usize, band: Option<f64>) -> (f64, Vec<usize>) {
        let t = (round + 1) as f64 / (self.rounds + 1) as f64;
        let demand = match asks {
            Asks::Polynomial(e) => self.by_time(1.0 - pow(t, e)),
            Asks::Exponential(e) => self.by_time((exp(pow(1.0 - t, e)) - 1.0) / (exp(1.0) - 1.0)),
            Asks::HardLiner => self.by_time(1.0),
            Asks::Even => self.half(),
            Asks::TitForTat(window) => self.by_behaviour(window),
            Asks::Hybrid(weight, e, window) => {
                let own = self.by_behaviour(window);
                weight * self.by_time(1.0 - pow(t, e)) + (1.0 - weight) * own
            }
            Asks::Micro => return self.micro(),
        };
        (demand, vec![self.offer(demand, band)])
    }

    fn micro(&self) -> (f64, Vec<usize>) {
        let different = |offers: &[usize]| {
            let mut once = offers.to_vec();
            once.sort_unstable();
            once.dedup();
            once
        };
        let made = different(&self.heard[0]);
        let met = self.heard[1..].iter().map(|offers| different(offers).len()).min().unwrap();
        let mut left: Vec<usize> = self
            .all()
            .filter(|o| self.u(*o) >= self.wishes.reservation() && !made.contains(o))
            .collect();
        left.sort_by(|a, b| self.u(*b).total_cmp(&self.u(*a)).then(b.cmp(a)));
        if made.len() <= met && !left.is_empty() {
            return (self.u(left[0]), vec![left[0]]);
        }
        (made.iter().map(|o| self.u(*o)).fold(f64::MAX, f64::min), made)
    }

    fn takes(&self, takes: Takes, round: usize, demand: f64, own: &[usize], offer: usize) -> bool {
        let t = (round + 1) as f64 / (self.rounds + 1) as f64;
        let offered = self.u(offer);
        let next = own.iter().all(|o| offered >= self.u(*o));
        if offered < self.wishes.reservation() {
            return false;
        }
        match takes {
            Takes::Threshold => offered >= demand,
            Takes::Next => next,
            Takes::Constant(value) => offered >= value,
            Takes::Time(from) => t >= from,
            Takes::Combined(from, mean) => {
                let left = self.rounds - round;
                let window: Vec<f64> = self.heard[1..]
                    .iter()
                    .flat_map(|offers| offers.iter().rev().take(left).map(|o| self.u(*o)))
                    .collect();
                let best = window.iter().copied().fold(f64::MIN, f64::max);
                let average = window.iter().sum::<f64>() / window.len() as f64;
                next || (t >= from && offered >= if mean { average } else { best } - 1e-12)
            }
        }
    }
}

/// A domain of three issues for two or three parties, without exact ties.
fn text(draws: &mut Stream, parties: usize, ways: &str) -> String {
    let mut text = String::from(
        "title = \"Twin\"\nprotocol = { kind = \"alternating-offers\", rounds = 16 }\n\
         [issues.a]\noptions = [\"x\", \"y\", \"z\"]\n[issues.b]\noptions = [\"x\", \"y\"]\n\
         [issues.c]\npoints = 5\nanchors = { 0 = \"low\", 100 = \"high\" }\n",
    );
    for party in 0..parties {
        let mut any = |most: f64| draws.uniform() * most;
        text += &format!(
            "[parties.p{party}]\n{}\noutside = {{ reservation = {:.4} }}\n[parties.p{party}.positions]\n\
             a = {{ scores = {{ x = {:.4}, y = {:.4}, z = {:.4} }}, salience = {:.4} }}\n\
             b = {{ scores = {{ x = {:.4}, y = {:.4} }}, salience = {:.4} }}\n\
             c = {{ ideal = {:.4}, salience = {:.4} }}\n",
            if party == 0 { ways } else { "" },
            any(0.5),
            any(100.0),
            any(100.0),
            any(100.0),
            0.1 + any(1.0),
            any(100.0),
            any(100.0),
            0.1 + any(1.0),
            any(100.0),
            0.1 + any(1.0),
        );
    }
    text
}

/// Plays one game in which the others do as a script says; returns how often the twin was asked, and
/// how often it accepted.
fn follow(
    draws: &mut Stream,
    parties: usize,
    asks: (&str, Asks),
    takes: (&str, Takes),
    band: Option<f64>,
) -> (usize, usize) {
    let model = band.map_or("\"none\"".to_owned(), |band| format!("{{ frequency = {band} }}"));
    let ways = format!("tactic = {}\nacceptance = {}\nopponent_model = {model}", asks.0, takes.0);
    let scenario =
        load("twin.toml", &text(draws, parties, &ways), &LoadOptions::default()).unwrap().scenario;
    let values = Game::likely_draws(&scenario);
    let mut game = Game::new(&scenario, Seed(1), &values, Trial::default());
    let outcomes = game.world().outcomes().clone();
    let choices: Vec<Vec<usize>> = (0..outcomes.len()).map(|o| outcomes.choose(o)).collect();
    let wishes = game.world().wishes(0).clone();
    if wishes.best() < wishes.reservation() {
        return (0, 0);
    }
    let mut twin = Twin {
        wishes: &wishes,
        choices: &choices,
        rounds: 16,
        heard: vec![Vec::new(); parties],
        last: wishes.best(),
    };
    let (mut asked, mut accepted) = (0, 0);
    while let Some(turn) = game.turn() {
        let action = if turn.party == 0 {
            let (demand, own) = twin.want(asks.1, turn.round, band);
            let standing = game.standing().filter(|standing| standing.proposer != 0);
            let takes_it = standing.is_some_and(|standing| {
                twin.takes(takes.1, turn.round, demand, &own, standing.outcome)
            });
            let made = game.play().unwrap().action;
            let label = format!("{ways} round {} demand {demand}", turn.round);
            // MiCRO repeats one of its offers by chance, and compares what is offered with that one.
            let by_chance = own.len() > 1 && matches!(takes.1, Takes::Next | Takes::Combined(..));
            match made {
                Action::Offer(outcome) => {
                    assert!(own.contains(&outcome), "{label}: {outcome} {own:?}");
                    assert!(!takes_it, "{label}: should accept");
                }
                Action::Accept => assert!(takes_it || by_chance, "{label}: should not accept"),
                Action::Walk => panic!("{label}: walks"),
            }
            asked += 1;
            accepted += usize::from(made == Action::Accept);
            made
        } else {
            // Others ask for one thing more often than for others, and never accept.
            let outcome = if draws.uniform() < 0.4 {
                turn.party
            } else {
                (draws.uniform() * outcomes.len() as f64) as usize
            };
            game.act(Action::Offer(outcome)).unwrap();
            Action::Offer(outcome)
        };
        if let Action::Offer(outcome) = action {
            twin.heard[turn.party].push(outcome);
        }
    }
    (asked, accepted)
}

#[test]
fn the_engine_moves_as_the_equations_say() {
    let mut draws = stream("alternating-twin");
    let (mut asked, mut accepted) = (0, 0);
    for asks in TACTICS {
        for takes in RULES {
            for band in BANDS {
                for parties in [2, 2, 2, 3, 3] {
                    let (some, yes) = follow(&mut draws, parties, asks, takes, band);
                    asked += some;
                    accepted += yes;
                }
            }
        }
    }
    assert!(asked > 4_000 && accepted > 150, "{accepted} of {asked}");
}

/// Errors, written from the equations: how often each offer is made and the standing one is taken, over many
/// histories of one turn, against exp((−|u − demand| + band · liking)/s) and Λ(margin/s).
#[test]
fn errors_are_logit_choices_around_what_the_tactic_asks_for() {
    let mut draws = stream("alternating-errors");
    let games = 20_000;
    for (ways, band) in [("linear", None), ("even", Some(0.15)), ("boulware", Some(0.4))] {
        let scale = 0.02 + 0.1 * draws.uniform();
        let model = band.map_or("\"none\"".to_owned(), |band| format!("{{ frequency = {band} }}"));
        let ways = format!("tactic = \"{ways}\"\nopponent_model = {model}\nerror = {scale}");
        let text = text(&mut draws, 2, &ways);
        let scenario = load("twin.toml", &text, &LoadOptions::default()).unwrap().scenario;
        let values = Game::likely_draws(&scenario);
        let game = |history| {
            let mut game = Game::new(&scenario, Seed(1), &values, Trial { world: 0, history });
            // Round by round the first party is a person as well, until its twelfth turn.
            for _ in 0..11 {
                game.act(Action::Offer(3)).unwrap();
                game.act(Action::Offer(7)).unwrap();
            }
            game
        };
        let start = game(0);
        let outcomes = start.world().outcomes().clone();
        let choices: Vec<Vec<usize>> = (0..outcomes.len()).map(|o| outcomes.choose(o)).collect();
        let wishes = start.world().wishes(0).clone();
        let heard = vec![vec![3; 11], vec![7; 11]];
        let twin =
            Twin { wishes: &wishes, choices: &choices, rounds: 16, heard, last: wishes.best() };
        let demand = match &ways[10..13] {
            "lin" => twin.by_time(1.0 - 12.0 / 17.0),
            "bou" => twin.by_time(1.0 - pow(12.0 / 17.0, 4.0)),
            _ => twin.half(),
        };
        let weight = |o: usize| {
            let liked = band.map_or(0.0, |band| band * twin.liking(1, o));
            if twin.u(o) < wishes.reservation() {
                return 0.0;
            }
            exp((liked - (twin.u(o) - demand).abs()) / scale)
        };
        let total: f64 = twin.all().map(weight).sum();
        let beats = twin.u(7) >= wishes.reservation();
        let takes = if beats { 1.0 / (1.0 + exp((demand - twin.u(7)) / scale)) } else { 0.0 };
        let mut made = vec![0_u32; outcomes.len() + 1];
        for history in 0..games {
            match game(history).play().unwrap().action {
                Action::Offer(outcome) => made[outcome] += 1,
                Action::Accept => made[outcomes.len()] += 1,
                Action::Walk => panic!("{ways}: walks"),
            }
        }
        let mut expected: Vec<f64> =
            twin.all().map(|o| (1.0 - takes) * weight(o) / total).collect();
        expected.push(takes);
        for (made, odds) in made.iter().zip(&expected) {
            // Five standard deviations of a binomial, and one game.
            let off = (f64::from(*made) - games as f64 * odds).abs();
            let deviation = (games as f64 * odds * (1.0 - odds)).sqrt();
            assert!(off < 5.0 * deviation + 1.0, "{ways}: {made} {odds}");
        }
    }
}
