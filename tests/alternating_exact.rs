//! Equal on paper is equal in the engine: alternating offers against whole numbers, with ties wherever coarse
//! numbers make them, and the same bits whatever unit saliences and scales are in.

use std::cmp::Ordering;
use std::fmt::Write as _;
use std::sync::Mutex;

use zopa::analysis::map::{BargainingMap, Concept};
use zopa::engine::Trial;
use zopa::engine::alternating::{Action, Game, Yardstick};
use zopa::model::Scenario;
use zopa::montecarlo::{Entrant, Link, Plan, Progress, compare, survey, tournament};
use zopa::solution::bargain::Reach;
use zopa::solution::forecasts::Inquiry;
use zopa::stream::{Seed, Stream};

use crate::support::{plan, scenario, stream};

/// Cells are in four-hundredths: hundredths of points a quarter of a scale apart.
const CELLS: i128 = 400;
const ROUNDS: i128 = 9;

#[derive(Clone)]
enum Wants {
    /// Scores of options, in hundredths.
    Scores(Vec<i128>),
    /// Ideal on a scale of five points, and a red line, in hundredths.
    Scale(i128, Option<i128>),
}

#[derive(Clone)]
struct Person {
    /// In thousandths.
    reservation: i128,
    exponent: u32,
    saliences: Vec<i128>,
    wants: Vec<Wants>,
}

#[derive(Clone)]
struct Play {
    counts: Vec<usize>,
    people: Vec<Person>,
}

/// `number` over ten to the power of `digits`, as one would write it.
fn decimal(number: i128, digits: usize) -> String {
    let text = format!("{number:0>width$}", width = digits + 1);
    let (whole, part) = text.split_at(text.len() - digits);
    let part = part.trim_end_matches('0');
    if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") }
}

/// The unit of saliences, and of the last issue's scale.
#[derive(Clone, Copy)]
struct Units {
    salience: (i128, usize),
    scale: (i128, usize),
}

const PLAIN: Units = Units { salience: (1, 1), scale: (1, 0) };

impl Play {
    fn drawn(draws: &mut Stream, parties: usize) -> Self {
        let mut any =
            |least: i128, most: i128| least + (draws.uniform() * (most - least + 1) as f64) as i128;
        let counts = vec![2 + any(0, 2) as usize, 2 + any(0, 1) as usize, 2, 5];
        let mut person = || Person {
            reservation: 50 * any(2, 12),
            exponent: [1, 2, 4][any(0, 2) as usize],
            saliences: counts.iter().map(|_| any(1, 9)).collect(),
            wants: (counts.iter().enumerate())
                .map(|(issue, &count)| match issue {
                    3 => Wants::Scale(5 * any(0, 20), (any(0, 5) == 0).then(|| 25 * any(1, 3))),
                    _ => Wants::Scores((0..count).map(|_| 10 * any(0, 10)).collect()),
                })
                .collect(),
        };
        let people = (0..parties).map(|_| person()).collect();
        Self { counts, people }
    }

    fn text(&self, units: Units) -> String {
        let on_scale = |x: i128| decimal(x * units.scale.0, units.scale.1);
        let mut text = format!(
            "title = \"Ties\"\nprotocol = {{ kind = \"alternating-offers\", rounds = {ROUNDS} }}\n"
        );
        for (issue, &count) in self.counts.iter().enumerate() {
            let _ = writeln!(text, "[issues.i{issue}]");
            if issue == 3 {
                let end = on_scale(100);
                let _ = writeln!(text, "points = {count}\nscale = [0, {end}]");
                let _ = writeln!(text, "anchors = {{ \"0\" = \"low\", \"{end}\" = \"high\" }}");
            } else {
                let options: Vec<String> = (0..count).map(|o| format!("\"o{o}\"")).collect();
                let _ = writeln!(text, "options = [{}]", options.join(", "));
            }
        }
        for (number, person) in self.people.iter().enumerate() {
            let reservation = decimal(person.reservation, 3);
            let _ = writeln!(
                text,
                "[parties.p{number}]\noutside = {{ reservation = {reservation} }}\n\
                 tactic = {{ polynomial = {} }}\n[parties.p{number}.positions]",
                person.exponent
            );
            for (issue, wants) in person.wants.iter().enumerate() {
                let (factor, digits) = units.salience;
                let salience = decimal(person.saliences[issue] * factor, digits);
                let _ = match wants {
                    Wants::Scores(scores) => {
                        let scores = scores.iter().enumerate();
                        let scores: Vec<String> =
                            scores.map(|(o, score)| format!("o{o} = {score}")).collect();
                        let scores = scores.join(", ");
                        writeln!(
                            text,
                            "i{issue} = {{ scores = {{ {scores} }}, salience = {salience} }}"
                        )
                    }
                    Wants::Scale(ideal, wall) => {
                        let wall = wall.map_or_else(String::new, |wall| {
                            format!(", red_line = {}", on_scale(wall))
                        });
                        let ideal = on_scale(*ideal);
                        writeln!(
                            text,
                            "i{issue} = {{ ideal = {ideal}, salience = {salience}{wall} }}"
                        )
                    }
                };
            }
        }
        text
    }

    fn scenario(&self, units: Units) -> Scenario {
        scenario(&self.text(units))
    }

    fn outcomes(&self) -> usize {
        self.counts.iter().product()
    }

    fn choices(&self, outcome: usize) -> Vec<usize> {
        let mut rest = outcome;
        let mut choices: Vec<usize> = self
            .counts
            .iter()
            .rev()
            .map(|&count| {
                let own = rest % count;
                rest /= count;
                own
            })
            .collect();
        choices.reverse();
        choices
    }
}

impl Person {
    /// What 1 of value is in its whole numbers: saliences times cells times thousandths times ten to
    /// the fourth power, which t⁴ is whole in.
    fn unit(&self) -> i128 {
        self.saliences.iter().sum::<i128>() * CELLS * 10_000_000
    }

    fn worth(&self, choices: &[usize]) -> i128 {
        let parts = self.wants.iter().zip(&self.saliences).zip(choices);
        let parts = parts.map(|((wants, salience), &choice)| {
            salience
                * match wants {
                    Wants::Scores(scores) => 4 * scores[choice],
                    Wants::Scale(ideal, _) => 4 * (100 - (25 * choice as i128 - ideal).abs()),
                }
        });
        parts.sum::<i128>() * 10_000_000
    }

    fn no_deal(&self) -> i128 {
        self.reservation * self.unit() / 1000
    }

    fn refuses(&self, choices: &[usize]) -> bool {
        self.wants.iter().zip(choices).any(|(wants, &choice)| match wants {
            Wants::Scale(ideal, Some(wall)) => {
                let at = 25 * choice as i128;
                if ideal <= wall { at > *wall } else { at < *wall }
            }
            _ => false,
        })
    }
}

/// A game by the rules of docs/alternating-offers.md, in whole numbers.
struct Paper {
    /// `worth[party][outcome]`.
    worth: Vec<Vec<i128>>,
    refused: Vec<Vec<bool>>,
    no_deal: Vec<i128>,
    unit: Vec<i128>,
    exponents: Vec<u32>,
}

impl Paper {
    fn of(play: &Play) -> Self {
        let all: Vec<Vec<usize>> = (0..play.outcomes()).map(|o| play.choices(o)).collect();
        let rows = |row: &dyn Fn(&Person, &[usize]) -> i128| -> Vec<Vec<i128>> {
            let of = |person: &Person| all.iter().map(|choices| row(person, choices)).collect();
            play.people.iter().map(of).collect()
        };
        let refused = rows(&|person, choices| i128::from(person.refuses(choices)));
        Self {
            worth: rows(&|person, choices| person.worth(choices)),
            refused: refused.iter().map(|row| row.iter().map(|&no| no == 1).collect()).collect(),
            no_deal: play.people.iter().map(Person::no_deal).collect(),
            unit: play.people.iter().map(Person::unit).collect(),
            exponents: play.people.iter().map(|person| person.exponent).collect(),
        }
    }

    fn suits(&self, party: usize, outcome: usize) -> bool {
        self.worth[party][outcome] >= self.no_deal[party] && !self.refused[party][outcome]
    }

    fn demand(&self, party: usize, round: i128) -> i128 {
        let best = *self.worth[party].iter().max().unwrap();
        let floor = self.no_deal[party].max(*self.worth[party].iter().min().unwrap());
        let share = 10_000
            - (round + 1).pow(self.exponents[party]) * 10_i128.pow(4 - self.exponents[party]);
        ((best - floor) * share / 10_000 + floor - self.unit[party] / 1000).max(floor).min(best)
    }

    /// Outcomes it may offer, by value and number.
    fn order(&self, party: usize) -> Vec<usize> {
        let all = 0..self.worth[party].len();
        let mut order: Vec<usize> = all.filter(|&o| !self.refused[party][o]).collect();
        order.sort_by_key(|&outcome| (self.worth[party][outcome], outcome));
        order
    }

    fn offer(&self, party: usize, demand: i128) -> Option<usize> {
        let order = self.order(party);
        let worth = |outcome: usize| self.worth[party][outcome];
        let best = *order.last()?;
        if worth(best) < self.no_deal[party] {
            return None;
        }
        let above = order.iter().copied().find(|&o| worth(o) >= demand);
        let below = order.iter().copied().filter(|&o| worth(o) < demand).map(worth).max();
        let near = below.filter(|below| {
            (demand - below) * 1_000_000 <= self.unit[party]
                && above.is_none_or(|above| demand - below < worth(above) - demand)
        });
        match near {
            Some(near) => order.iter().copied().find(|&o| worth(o) == near),
            None => Some(above.unwrap_or(best)),
        }
    }

    /// All moves: offers by number, `usize::MAX` for a yes, and nothing more after a party left.
    fn moves(&self) -> Vec<usize> {
        let parties = self.worth.len();
        let (mut moves, mut standing): (Vec<usize>, Option<(usize, usize, usize)>) = (vec![], None);
        for round in 0..ROUNDS {
            for party in 0..parties {
                let demand = self.demand(party, round);
                if let Some((offered, proposer, yes)) = &mut standing
                    && *proposer != party
                    && self.suits(party, *offered)
                    && self.worth[party][*offered] >= demand
                {
                    moves.push(usize::MAX);
                    *yes += 1;
                    if *yes == parties {
                        return moves;
                    }
                } else if let Some(own) = self.offer(party, demand) {
                    moves.push(own);
                    standing = Some((own, party, 1));
                } else {
                    return moves;
                }
            }
        }
        moves
    }

    /// What everybody can live with.
    fn rational(&self) -> Vec<usize> {
        let parties = 0..self.worth.len();
        let all = 0..self.worth[0].len();
        all.filter(|&o| parties.clone().all(|party| self.suits(party, o))).collect()
    }

    /// Of those what nothing beats, and of equals the first.
    fn frontier(&self) -> Vec<usize> {
        let rational = self.rational();
        let covers = |a: usize, b: usize| {
            let no_worse = self.worth.iter().all(|row| row[a] >= row[b]);
            no_worse && (self.worth.iter().any(|row| row[a] > row[b]) || a < b)
        };
        let kept = rational.iter().copied();
        kept.filter(|&b| !rational.iter().any(|&a| a != b && covers(a, b))).collect()
    }

    /// Gain in hundredths of the smallest step, so that products fit.
    fn gain(&self, party: usize, outcome: usize) -> i128 {
        (self.worth[party][outcome] - self.no_deal[party]) / 10_000
    }

    fn ideals(&self) -> Vec<i128> {
        let most = |party| self.rational().iter().map(|&o| self.gain(party, o)).max();
        (0..self.worth.len()).map(|party| most(party).unwrap_or(0)).collect()
    }

    fn nash(&self) -> Vec<usize> {
        let ideals = self.ideals();
        let product = |outcome: &usize| -> i128 {
            let parties = (0..ideals.len()).filter(|&party| ideals[party] > 0);
            parties.map(|party| self.gain(party, *outcome)).product()
        };
        let frontier = self.frontier();
        let most = frontier.iter().map(product).max();
        frontier.into_iter().filter(|outcome| Some(product(outcome)) == most).collect()
    }

    fn kalai_smorodinsky(&self) -> Vec<usize> {
        let ideals = self.ideals();
        let order = |a: &(i128, i128), b: &(i128, i128)| (a.0 * b.1).cmp(&(b.0 * a.1));
        let shares = |outcome: usize| {
            let share = |party: usize| match ideals[party] {
                0 => (1, 1),
                ideal => (self.gain(party, outcome), ideal),
            };
            let mut shares: Vec<(i128, i128)> = (0..ideals.len()).map(share).collect();
            shares.sort_by(order);
            shares
        };
        let leximin = |a: &usize, b: &usize| {
            let (a, b) = (shares(*a), shares(*b));
            let by_rank = a.iter().zip(&b).map(|(a, b)| order(a, b));
            by_rank.into_iter().find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
        };
        let frontier = self.frontier();
        let Some(best) = frontier.iter().copied().max_by(leximin) else { return Vec::new() };
        frontier.into_iter().filter(|outcome| leximin(outcome, &best).is_eq()).collect()
    }

    /// The outcome with the greatest least gain that nobody refuses, the first of equals.
    fn fairest(&self) -> Option<usize> {
        let parties = 0..self.worth.len();
        let least = |outcome: usize| {
            let gains = parties.clone().map(|party| {
                let all: i128 = self.unit.iter().product();
                (self.worth[party][outcome] - self.no_deal[party]) / 1_000_000
                    * (all / self.unit[party] / 1_000_000)
            });
            gains.min().unwrap()
        };
        let all = 0..self.worth[0].len();
        let free = all.filter(|&o| !self.refused.iter().any(|row| row[o]));
        free.map(|o| (least(o), std::cmp::Reverse(o))).max().map(|(_, o)| o.0)
    }
}

fn game(scenario: &Scenario) -> Game {
    Game::new(scenario, Seed(42), &Game::likely_draws(scenario), Trial::default())
}

/// All moves, in the form of [`Paper::moves`].
fn played(scenario: &Scenario) -> Vec<usize> {
    let mut game = game(scenario);
    while game.play().is_some() {}
    let moves = game.moves().iter().filter_map(|made| match made.action {
        Action::Offer(outcome) => Some(outcome),
        Action::Accept => Some(usize::MAX),
        Action::Walk => None,
    });
    moves.collect()
}

#[test]
fn the_engine_does_what_whole_numbers_say() {
    let mut draws = stream("alternating-exact");
    let (mut deals, mut zones, mut on_the_edge, mut equals) = (0, 0, 0, 0);
    for round in 0..400 {
        let play = Play::drawn(&mut draws, 2 + round % 2);
        let units = Units { salience: ([1, 3, 7, 10][round % 4], 1), ..PLAIN };
        let scenario = play.scenario(units);
        let paper = Paper::of(&play);
        let world = game(&scenario).world().clone();
        for party in 0..world.parties() {
            let wishes = world.wishes(party);
            let order: Vec<usize> = wishes.order().iter().map(|&o| o as usize).collect();
            assert_eq!(order, paper.order(party), "{}", play.text(units));
            for outcome in 0..play.outcomes() {
                assert_eq!(wishes.prefers(outcome), paper.suits(party, outcome));
                on_the_edge += usize::from(paper.worth[party][outcome] == paper.no_deal[party]);
                // The double nearest to the fraction; both are whole in doubles once divided.
                let (over, under) = (paper.worth[party][outcome], paper.unit[party]);
                let exact = (over / 10_000_000) as f64 / (under / 10_000_000) as f64;
                assert_eq!(wishes.utility(outcome).to_bits(), exact.to_bits());
            }
            equals += wishes.ladder().windows(2).filter(|pair| pair[0] == pair[1]).count();
        }
        let rational = paper.rational();
        assert_eq!(world.has_zone(), !rational.is_empty(), "{}", play.text(units));
        assert_eq!(world.fairest().map(|(outcome, _)| outcome), paper.fairest());
        if let Some(yardstick) = Yardstick::of(&world) {
            assert_eq!(yardstick.landscape().rational(), rational);
            assert_eq!(yardstick.frontier(), paper.frontier());
            assert_eq!(yardstick.nash(), paper.nash(), "{}", play.text(units));
            assert_eq!(yardstick.kalai_smorodinsky(), paper.kalai_smorodinsky());
            zones += 1;
        }
        let moves = played(&scenario);
        assert_eq!(moves, paper.moves(), "{}", play.text(units));
        deals += usize::from(moves.last() == Some(&usize::MAX));
    }
    assert!(deals > 100 && zones > 150, "{deals} deals, {zones} zones");
    assert!(on_the_edge > 200 && equals > 2000, "{on_the_edge} at no deal, {equals} equal");
}

const UNITS: [Units; 6] = [
    Units { salience: (10, 1), ..PLAIN },
    Units { salience: (3, 1), ..PLAIN },
    Units { salience: (7, 1), ..PLAIN },
    Units { salience: (1, 2), ..PLAIN },
    Units { scale: (10, 0), ..PLAIN },
    Units { salience: (37, 4), scale: (1, 2) },
];

/// Everything that `zopa run`, `map` and `tournament` say, but for the text of the file and the positions
/// on its scales.
fn results(play: &Play, units: Units) -> (String, String, String) {
    let scenario = play.scenario(units);
    let plan = plan(7, 3, 4);
    let run = zopa::run(&scenario, &plan);
    let named = |name: &str| Entrant::named(name).unwrap();
    let entrants = ["linear", "tit-for-tat", "micro", "hybrid"].map(named);
    let cup = tournament(&scenario, &entrants, &Plan { worlds: 2, ..plan.clone() }, &()).unwrap();
    let map = BargainingMap::of(&scenario, &plan, None, &Inquiry::default(), &());
    let zone = (map.likely.reach, map.likely.points, map.likely.frontiers, map.likely.share);
    (format!("{run:?}"), format!("{zone:?} {:?}", map.worlds.least_gain), format!("{cup:?}"))
}

#[test]
fn no_unit_changes_a_bit() {
    let mut draws = stream("alternating-units");
    for round in 0..25 {
        let play = Play::drawn(&mut draws, 2 + round % 2);
        let plain = results(&play, PLAIN);
        for units in UNITS {
            let (run, map, cup) = results(&play, units);
            assert_eq!(cup, plain.2, "{}", play.text(units));
            assert_eq!(map, plain.1, "{}", play.text(units));
            if units.scale == PLAIN.scale {
                assert_eq!(run, plain.0, "{}", play.text(units));
            }
        }
    }
}

/// Another order of the issues, or of the options of one, gives the same outcomes other numbers and
/// changes nothing else.
#[test]
fn order_gives_numbers_and_nothing_else() {
    let mut draws = stream("alternating-order");
    for _ in 0..200 {
        let play = Play::drawn(&mut draws, 2);
        let mut turned = play.clone();
        // The first three issues the other way round, and the options of each.
        turned.counts[..3].reverse();
        for person in &mut turned.people {
            person.saliences[..3].reverse();
            person.wants[..3].reverse();
            for wants in &mut person.wants {
                if let Wants::Scores(scores) = wants {
                    scores.reverse();
                }
            }
        }
        let [one, other] = [&play, &turned].map(|play| game(&play.scenario(PLAIN)).world().clone());
        let there = |outcome: usize| {
            let mut choices = play.choices(outcome);
            choices[..3].reverse();
            for (choice, count) in choices.iter_mut().zip(&turned.counts).take(3) {
                *choice = count - 1 - *choice;
            }
            other.outcomes().number(&choices).unwrap()
        };
        for outcome in 0..play.outcomes() {
            for party in 0..2 {
                let [own, its] = [
                    one.wishes(party).utility(outcome),
                    other.wishes(party).utility(there(outcome)),
                ];
                assert_eq!(own.to_bits(), its.to_bits());
            }
        }
        assert_eq!(one.has_zone(), other.has_zone());
        let values = |yardstick: &Yardstick, outcomes: &[usize]| {
            let mut values: Vec<Vec<u64>> = outcomes
                .iter()
                .map(|&o| yardstick.landscape().at(o).iter().map(|u| u.to_bits()).collect())
                .collect();
            values.sort();
            values
        };
        let all = |world| {
            Yardstick::of(world).map(|y| {
                [y.frontier(), y.nash(), y.kalai_smorodinsky()].map(|found| values(&y, found))
            })
        };
        assert_eq!(all(&one), all(&other));
    }
}

/// One option suits both, and leaves both exactly as well off as no deal.
const FIFTY: &str = r#"
[issues.x]
options = ["a", "half", "b"]
[parties.p]
outside = { reservation = 0.7 }
positions.x = { scores = { a = 100, half = 70, b = 0 }, salience = 0.3 }
[parties.q]
outside = { reservation = 0.3 }
positions.x = { scores = { a = 0, half = 30, b = 100 }, salience = 7 }
"#;

#[test]
fn what_is_worth_exactly_no_deal_is_in_the_zone_and_is_signed() {
    let ways = "acceptance = { time = 0.5 }\ntactic = \"random\"\n";
    let text = FIFTY.replace("[parties.q]", &format!("{ways}[parties.q]")) + ways;
    let head = "title = \"Half\"\nprotocol = { kind = \"alternating-offers\", rounds = 10 }\n";
    let scenario = scenario(&format!("{head}{text}"));
    let plan = plan(7, 20, 5);
    let run = zopa::run(&scenario, &plan);
    assert_eq!(run.zopa_worlds.value, 1.0);
    assert!(run.chain.iter().all(|link| link.estimate.value > 0.5), "{:?}", run.chain);
    let map = BargainingMap::of(&scenario, &plan, Some(&[1.0]), &Inquiry::default(), &());
    assert_eq!(map.worlds.with_zone.value, 1.0);
    assert!(map.worlds.conditions.is_empty() && map.likely.conditions.is_empty());
    assert_eq!(map.likely.reach, Some(vec![Reach::Options(vec![1])]));
    assert!((map.likely.share.share - 1.0 / 3.0).abs() < 1e-12);
    assert!(map.likely.given.as_ref().unwrap().in_zone);
    for concept in Concept::ALL {
        let point = map.likely.point(concept).unwrap_or_else(|| panic!("{concept:?}"));
        assert_eq!(point.package, [0.5], "{concept:?}");
        assert!(point.gains.iter().all(|gain| gain.abs() < 1e-12), "{concept:?}");
    }
    let yardstick = Yardstick::of(game(&scenario).world()).unwrap();
    assert_eq!(yardstick.landscape().rational(), [1]);
    assert_eq!((yardstick.frontier(), yardstick.nash()), (&[1][..], &[1][..]));
    let entrants = ["random", "linear"].map(|name| Entrant::named(name).unwrap());
    let cup = tournament(&scenario, &entrants, &plan, &()).unwrap();
    assert!(cup.places.iter().all(|place| place.agreed > 0.3 && place.gain.value.abs() < 1e-9));
}

/// The same in a peace process without noise: the map, common ground and a signature.
#[test]
fn a_principal_signs_what_leaves_it_as_well_off() {
    let head = r#"title = "Half"
as_of = 2026-01-01
clock = { round = "1 week", horizon = "12 months" }
"#;
    let party = |name: &str, limit: u8| {
        let own = format!(
            "[parties.{name}]\nrole = \"principal\"\ninfluence = 1\nreadiness_spread = 0\nbreach_hazard = 0"
        );
        (format!("[parties.{name}]"), own, limit)
    };
    let mut text = format!("{head}{FIFTY}");
    for (key, own, limit) in [party("p", 70), party("q", 30)] {
        text = text.replace(&key, &own);
        let score = format!("half = {limit},");
        text = text.replacen(&score, &format!("{score} "), 1);
        let end = format!("salience = {}", if limit == 70 { "0.3" } else { "7" });
        text = text.replace(&end, &format!("limit = {limit}, {end}"));
    }
    let scenario = scenario(&text);
    let plan = plan(7, 20, 5);
    let run = zopa::run(&scenario, &plan);
    assert_eq!(run.zopa_worlds.value, 1.0);
    let signed = run.chain.iter().find(|link| link.link == Link::Signed).unwrap();
    assert!(signed.estimate.value > 0.0, "{:?}", run.chain);
    let map = BargainingMap::of(&scenario, &plan, None, &Inquiry::default(), &());
    assert_eq!((map.worlds.with_zone.value, map.likely.reach.is_some()), (1.0, true));
}

/// Whoever waits is told how long it takes after the first world, by everything that plays worlds.
#[test]
fn the_first_world_is_told_at_once() {
    #[derive(Default)]
    struct Told(Mutex<Vec<String>>);
    impl Progress for Told {
        fn begin(&self) {
            self.0.lock().unwrap().push("begin".into());
        }
        fn first(&self, done: u64, of: u64, threads: usize) {
            self.0.lock().unwrap().push(format!("{done} of {of} on {threads}"));
        }
    }
    let scenario = Play::drawn(&mut stream("alternating-told"), 2).scenario(PLAIN);
    let plan = Plan { threads: 2, ..plan(7, 90, 2) };
    let told = |work: &dyn Fn(&Told)| {
        let told = Told::default();
        work(&told);
        told.0.into_inner().unwrap()
    };
    let expected = ["begin", "1 of 90 on 2"];
    assert_eq!(told(&|told| drop(zopa::run_with(&scenario, &plan, told, None))), expected);
    let entrants = [Entrant::named("linear").unwrap()];
    assert_eq!(told(&|told| drop(tournament(&scenario, &entrants, &plan, told))), expected);
    assert_eq!(told(&|told| drop(compare(&scenario, &[&scenario], &plan, told))), expected);
    assert_eq!(told(&|told| drop(survey(&scenario, &plan, told, |_, world| world))), expected);
}
