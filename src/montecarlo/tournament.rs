//! Every tactic against every tactic in every seat of alternating offers, in drawn worlds.
//!
//! With k tactics and n parties there are kⁿ ways to seat them, and all are played in every world, on the
//! same draws and the same chance. A tactic's score in a world is the mean, over all seatings and all
//! seats it holds in them, of what its party gets over its own no-deal value. Worlds are independent, so
//! errors come from the spread between worlds; the gap to the leader is taken world by world, which is
//! why it is known better than either score. Sums are whole numbers: the same bits for any division.

use std::ops::Range;

use super::chunks::{Division, Work, play_all};
use super::draw::Draws;
use super::plan::Plan;
use super::progress::Progress;
use super::quality::Mean;
use super::stopping::StopReason;
use crate::engine::Trial;
use crate::engine::alternating::{Bargaining, Chair, Tactic, Yardstick};
use crate::math::Z95;
use crate::model::{self, PEOPLE, PEOPLE_ERROR, Scenario};
use crate::stream::{Purpose, Seed, StreamKey};

/// The most seatings that are played in a world.
pub const MOST_SEATINGS: usize = 20_000;
/// Values are counted in units of 2⁻³⁰.
const UNIT: f64 = (1_u64 << 30) as f64;

/// A tactic that takes part.
#[derive(Clone, Debug, PartialEq)]
pub struct Entrant {
    /// What it is called.
    pub name: String,
    /// The tactics it may follow, each with its weight: in every world one is drawn. The parties keep their
    /// own rules of acceptance, models and discounts …
    tactics: Vec<(Tactic, f64)>,
    /// … and their own errors, unless the entrant has some.
    error: Option<f64>,
}

impl Entrant {
    /// The entrant of a name: a tactic as [`Tactic::named`] reads it, or `people`.
    pub fn named(name: &str) -> Option<Self> {
        let named = |tactics, error| Self { name: name.to_owned(), tactics, error };
        if name == "people" {
            let of = |(tactic, weight): (model::Tactic, f64)| (Tactic::known(tactic), weight);
            return Some(named(PEOPLE.into_iter().map(of).collect(), Some(PEOPLE_ERROR)));
        }
        Tactic::named(name).map(|tactic| named(vec![(tactic, 1.0)], None))
    }

    /// Its tactic, where it has only one.
    pub fn single(&self) -> Option<Tactic> {
        match self.tactics[..] {
            [(tactic, _)] => Some(tactic),
            _ => None,
        }
    }

    /// The tactic at a level in (0, 1).
    fn at(&self, level: f64) -> Tactic {
        let total: f64 = self.tactics.iter().map(|(_, weight)| weight).sum();
        let mut left = level * total;
        let passed = self.tactics.iter().find(|(_, weight)| {
            left -= weight;
            left < 0.0
        });
        passed.unwrap_or(&self.tactics[self.tactics.len() - 1]).0
    }
}

/// The results of a tournament.
#[derive(Clone, Debug, PartialEq)]
pub struct Tournament {
    /// The seed.
    pub seed: Seed,
    /// Worlds played.
    pub worlds: u64,
    /// Ways to seat the tactics, all played in every world.
    pub seatings: usize,
    /// Was it stopped early?
    pub interrupted: bool,
    /// The tactics, best score first.
    pub places: Vec<Placing>,
}

/// How a tactic did.
#[derive(Clone, Debug, PartialEq)]
pub struct Placing {
    /// The tactic, by its number among the entrants.
    pub entrant: usize,
    /// Mean gain of its party over no deal, in units of value.
    pub gain: Mean,
    /// By how much the leader gains more, in the same worlds; `None` for the leader.
    pub behind: Option<Mean>,
    /// Share of its games that end in a deal in force.
    pub agreed: f64,
    /// Mean distance of its deals from the Nash solution; `None` where it made none.
    pub nash: Option<f64>,
    /// Mean gain, over all parties, where everybody follows it.
    pub alone: Mean,
    /// Mean gain by seat, in the order of the parties.
    pub by_seat: Vec<f64>,
    /// Mean gain where another seat holds the entrant of that number.
    pub against: Vec<f64>,
}

/// Sums over worlds.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sums {
    worlds: u64,
    /// Score in units, by entrant, and the products of each two.
    score: Vec<i128>,
    cross: Vec<i128>,
    alone: Vec<i128>,
    alone_squares: Vec<i128>,
    by_seat: Vec<i128>,
    against: Vec<i128>,
    games: Vec<u64>,
    deals: Vec<u64>,
    nash: Vec<i128>,
}

impl Sums {
    fn new(entrants: usize, parties: usize) -> Self {
        Self {
            worlds: 0,
            score: vec![0; entrants],
            cross: vec![0; entrants * entrants],
            alone: vec![0; entrants],
            alone_squares: vec![0; entrants],
            by_seat: vec![0; entrants * parties],
            against: vec![0; entrants * entrants],
            games: vec![0; entrants],
            deals: vec![0; entrants],
            nash: vec![0; entrants],
        }
    }

    fn merge(&mut self, other: &Self) {
        let add = |own: &mut [i128], theirs: &[i128]| {
            own.iter_mut().zip(theirs).for_each(|(own, theirs)| *own += theirs);
        };
        self.worlds += other.worlds;
        add(&mut self.score, &other.score);
        add(&mut self.cross, &other.cross);
        add(&mut self.alone, &other.alone);
        add(&mut self.alone_squares, &other.alone_squares);
        add(&mut self.by_seat, &other.by_seat);
        add(&mut self.against, &other.against);
        add(&mut self.nash, &other.nash);
        let count = |own: &mut [u64], theirs: &[u64]| {
            own.iter_mut().zip(theirs).for_each(|(own, theirs)| *own += theirs);
        };
        count(&mut self.games, &other.games);
        count(&mut self.deals, &other.deals);
    }
}

/// A thread's working space.
struct Bench<'a> {
    draws: Draws<'a>,
    bargaining: Bargaining,
    chairs: Vec<Chair>,
    /// Which entrant sits where.
    seating: Vec<usize>,
    /// Score of each entrant in the current world, in units.
    score: Vec<i128>,
    /// Distance from the Nash solution of the outcomes agreed on in this world.
    distances: Vec<(usize, f64)>,
}

struct Job<'a> {
    scenario: &'a Scenario,
    entrants: &'a [Entrant],
    seed: Seed,
    seatings: usize,
}

impl<'a> Work for Job<'a> {
    type Place = Bench<'a>;
    type Chunk = Sums;

    fn sit(&self) -> Bench<'a> {
        let parties = self.scenario.parties.len();
        Bench {
            draws: Draws::new(self.scenario, self.seed, &[]),
            bargaining: Bargaining::new(self.scenario, self.seed),
            chairs: Vec::with_capacity(parties),
            seating: vec![0; parties],
            score: vec![0; self.entrants.len()],
            distances: Vec::new(),
        }
    }

    fn play(&self, bench: &mut Bench<'a>, worlds: Range<u64>) -> Sums {
        let mut sums = Sums::new(self.entrants.len(), self.scenario.parties.len());
        bench.draws.seek(worlds.start);
        for world in worlds {
            bench.draws.draw();
            self.play_world(bench, world, &mut sums);
        }
        sums
    }
}

impl Job<'_> {
    fn play_world(&self, bench: &mut Bench<'_>, world: u64, sums: &mut Sums) {
        let (entrants, parties) = (self.entrants.len(), self.scenario.parties.len());
        bench.bargaining.enter(self.scenario, bench.draws.values());
        let yardstick = Yardstick::of(bench.bargaining.world());
        let own: Vec<Chair> =
            (0..parties).map(|party| bench.bargaining.world().chair(party)).collect();
        // Which tactic an entrant follows in a seat: one for all seatings of a world.
        let drawn: Vec<Vec<Tactic>> = self
            .entrants
            .iter()
            .map(|entrant| {
                let key = StreamKey::new(self.seed, Purpose::Tactic, &entrant.name);
                let mut stream = key.world(world, 0);
                let drawn = |_| entrant.single().unwrap_or_else(|| entrant.at(stream.uniform()));
                (0..parties).map(drawn).collect()
            })
            .collect();
        bench.score.fill(0);
        bench.distances.clear();
        for seating in 0..self.seatings {
            let mut rest = seating;
            bench.chairs.clear();
            for (seat, chair) in bench.seating.iter_mut().zip(&own) {
                *seat = rest % entrants;
                rest /= entrants;
                let party = bench.chairs.len();
                let error = self.entrants[*seat].error.unwrap_or(chair.error);
                bench.chairs.push(Chair { tactic: drawn[*seat][party], error, ..*chair });
            }
            self.play_game(bench, Trial { world, history: 0 }, yardstick.as_ref(), sums);
        }
        // Each entrant holds each seat in one of `entrants` of the seatings.
        let held = (parties * self.seatings / entrants) as i128;
        bench.score.iter_mut().for_each(|score| *score /= held);
        sums.worlds += 1;
        for (a, &score) in bench.score.iter().enumerate() {
            sums.score[a] += score;
            for (b, other) in bench.score.iter().enumerate() {
                sums.cross[a * entrants + b] += score * other;
            }
        }
    }

    fn play_game(
        &self,
        bench: &mut Bench<'_>,
        trial: Trial,
        yardstick: Option<&Yardstick>,
        sums: &mut Sums,
    ) {
        let (entrants, parties) = (self.entrants.len(), self.scenario.parties.len());
        bench.bargaining.seat(&bench.chairs);
        let history = bench.bargaining.negotiate(trial, &mut ());
        let agreed = history.record.ratified_at.is_finite();
        let values: Vec<f64> = history.record.values.clone();
        let distance = match (bench.bargaining.agreed(), yardstick) {
            (Some(outcome), Some(yardstick)) if agreed => {
                Some(nash_distance(&mut bench.distances, yardstick, outcome))
            }
            _ => None,
        };
        let mut together = 0;
        for (seat, &entrant) in bench.seating.iter().enumerate() {
            let none = bench.bargaining.world().wishes(seat).reservation();
            let gain = ((values[seat] - none) * UNIT).round() as i128;
            together += gain;
            bench.score[entrant] += gain;
            sums.by_seat[entrant * parties + seat] += gain;
            for (other, &theirs) in bench.seating.iter().enumerate() {
                if other != seat {
                    sums.against[entrant * entrants + theirs] += gain;
                }
            }
            sums.games[entrant] += 1;
            sums.deals[entrant] += u64::from(agreed);
            sums.nash[entrant] += (distance.unwrap_or(0.0) * UNIT).round() as i128;
        }
        if let Some((&first, rest)) = bench.seating.split_first()
            && rest.iter().all(|&other| other == first)
        {
            let mean = together / parties as i128;
            sums.alone[first] += mean;
            sums.alone_squares[first] += mean * mean;
        }
    }
}

/// The distance of an outcome from the Nash solution, worked out once a world.
fn nash_distance(known: &mut Vec<(usize, f64)>, yardstick: &Yardstick, outcome: usize) -> f64 {
    if let Some((_, distance)) = known.iter().find(|(other, _)| *other == outcome) {
        return *distance;
    }
    let distance = yardstick.distance_to_nash(outcome);
    known.push((outcome, distance));
    distance
}

/// How many ways there are to seat so many tactics; `None` above [`MOST_SEATINGS`].
pub fn seatings(tactics: usize, parties: usize) -> Option<usize> {
    let all = (0..parties).try_fold(1_usize, |all, _| all.checked_mul(tactics))?;
    (all <= MOST_SEATINGS).then_some(all)
}

/// Plays a tournament of a scenario of alternating offers; of the plan only the seed, the worlds and
/// their division count. `None` when there are too many seatings, or no entrant.
pub fn tournament(
    scenario: &Scenario,
    entrants: &[Entrant],
    plan: &Plan,
    progress: &dyn Progress,
) -> Option<Tournament> {
    let parties = scenario.parties.len();
    let seatings = seatings(entrants.len(), parties).filter(|&seatings| seatings > 0)?;
    scenario.offers()?;
    let job = Job { scenario, entrants, seed: plan.seed, seatings };
    let mut sums = Sums::new(entrants.len(), parties);
    // Small stages, so that a stop is heard soon.
    let division = Division { chunk: plan.chunk.clamp(1, 5), ..Division::of(plan, 100) };
    let stopped = play_all(&job, division, progress, |chunks| {
        for chunk in &chunks {
            sums.merge(chunk);
        }
        None
    });
    Some(Tournament {
        seed: plan.seed,
        worlds: sums.worlds,
        seatings,
        interrupted: stopped == Some(StopReason::Interrupted),
        places: places(&sums, entrants.len(), parties, seatings),
    })
}

/// Σ and Σ² over worlds to a mean with its interval, all in units.
fn mean(sum: i128, squares: i128, worlds: u64) -> Mean {
    let n = worlds.max(1) as f64;
    let value = sum as f64 / n;
    let about = (squares as f64 - sum as f64 * value).max(0.0);
    let error = if worlds > 1 { (about / (n - 1.0) / n).sqrt() } else { 0.0 };
    Mean {
        value: value / UNIT,
        low: (value - Z95 * error) / UNIT,
        high: (value + Z95 * error) / UNIT,
    }
}

fn places(sums: &Sums, entrants: usize, parties: usize, seatings: usize) -> Vec<Placing> {
    if sums.worlds == 0 {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..entrants).collect();
    // Equal scores keep the order of the entrants.
    order.sort_by(|&a, &b| sums.score[b].cmp(&sums.score[a]));
    let leader = order[0];
    let cross = |a: usize, b: usize| sums.cross[a * entrants + b];
    let worlds = sums.worlds as f64;
    let held = worlds * (seatings / entrants) as f64;
    let placing = |&entrant: &usize| {
        let gap = sums.score[leader] - sums.score[entrant];
        let squares = cross(leader, leader) - 2 * cross(leader, entrant) + cross(entrant, entrant);
        let deals = sums.deals[entrant];
        let row = &sums.against[entrant * entrants..][..entrants];
        // Two given seats hold two given tactics in `seatings / entrants²` of the seatings.
        let pairs = worlds
            * (parties * (parties - 1)) as f64
            * (seatings / (entrants * entrants)).max(1) as f64;
        Placing {
            entrant,
            gain: mean(sums.score[entrant], cross(entrant, entrant), sums.worlds),
            behind: (entrant != leader).then(|| mean(gap, squares, sums.worlds)),
            agreed: deals as f64 / sums.games[entrant].max(1) as f64,
            nash: (deals > 0).then(|| sums.nash[entrant] as f64 / UNIT / deals as f64),
            alone: mean(sums.alone[entrant], sums.alone_squares[entrant], sums.worlds),
            by_seat: (0..parties)
                .map(|seat| sums.by_seat[entrant * parties + seat] as f64 / UNIT / held)
                .collect(),
            against: row.iter().map(|&sum| sum as f64 / UNIT / pairs).collect(),
        }
    };
    order.iter().map(placing).collect()
}
