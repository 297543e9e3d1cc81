//! Playing every world and history once for each scenario.

use std::ops::Range;

use super::contrast::Contrasts;
use super::marks::{Marks, Match};
use super::pairing::Pairing;
use super::pairs::Pairs;
use super::terms::{Sections, SignedTerms};
use super::worth::{View, Worths};
use crate::engine::Table;
use crate::model::Scenario;
use crate::montecarlo::chunks::{Division, Place, Work, play_all};
use crate::montecarlo::plan::Plan;
use crate::montecarlo::progress::Progress;
use crate::montecarlo::stopping::StopReason;
use crate::montecarlo::summary::Summary;
use crate::montecarlo::tally::Tally;
use crate::montecarlo::worlds::Run;

/// Plays the worlds of a plan for the base and for every alternative, on the same random numbers.
/// The plan's rules of stopping, fixed inputs and structural alternatives do not apply: they belong to
/// one scenario.
pub fn compare(
    base: &Scenario,
    alternatives: &[&Scenario],
    plan: &Plan,
    progress: &dyn Progress,
) -> Contrasts {
    let plan = Plan { fixed: Vec::new(), ..plan.clone() };
    let scenarios: Vec<&Scenario> =
        std::iter::once(base).chain(alternatives.iter().copied()).collect();
    let tables: Vec<Table<'_>> =
        scenarios.iter().map(|scenario| Table::new(scenario, plan.seed)).collect();
    let matches: Vec<Match> =
        alternatives.iter().map(|alternative| Match::of(base, alternative)).collect();
    let job = Job { tables: &tables, matches: &matches, plan: &plan };
    let seated = job.sit();
    let mut total = job.open(&seated);
    let mut sections: Vec<Sections> =
        scenarios.iter().map(|scenario| Sections::new(scenario.issues.len())).collect();
    // As many tallies wait for their fold as in a run.
    let stage = (Division::STAGE / scenarios.len() as u64).max(10 * plan.chunk);
    let stopped = play_all(&job, Division::of(&plan, stage), progress, |chunks| {
        for chunk in chunks {
            total.merge(&chunk);
            for (sections, signed) in sections.iter_mut().zip(&chunk.signed) {
                sections.add(signed);
            }
        }
        None
    });
    let stopped = stopped.unwrap_or(StopReason::AllWorlds);
    let (worlds, histories) = (total.tallies[0].worlds, plan.histories);
    let pairings = matches.iter().zip(&total.pairings).zip(alternatives).enumerate();
    let contrasts = pairings.map(|(index, ((matched, pairing), alternative))| {
        let sections = (&sections[0], &sections[index + 1]);
        let sizes = (base, *alternative);
        pairing.sum_up(matched.shared.clone(), sections, sizes, (worlds, histories))
    });
    let contrasts = contrasts.collect();
    let summaries = total.tallies.into_iter().zip(&seated).zip(&scenarios);
    let summaries = summaries.map(|((tally, side), scenario)| {
        let uncertain = side.place.draws.uncertain().to_vec();
        let run = Run { tally, stopped, verdicts: Vec::new(), uncertain };
        Summary::new(scenario, &plan, &run)
    });
    Contrasts {
        seed: plan.seed,
        worlds,
        histories,
        stopped,
        summaries: summaries.collect(),
        contrasts,
    }
}

/// One scenario's place at its table.
struct Side<'a> {
    place: Place<'a>,
    scenario: &'a Scenario,
    size: Marks,
    /// What the history played last says.
    marks: Vec<bool>,
}

impl Side<'_> {
    /// Plays the next history and counts it.
    fn negotiate(&mut self, tally: &mut Tally, signed: &mut SignedTerms, trial: u64, world: u64) {
        let history = self.place.seat.negotiate(&mut ());
        tally.record(self.scenario, &history, trial);
        if history.record.signed_at.is_finite() {
            signed.record(world, &history.record.terms);
        }
        self.size.mark(self.scenario, &history, &mut self.marks);
    }
}

/// The counts of a chunk of worlds, or of all.
struct Chunk {
    /// By scenario, the base first.
    tallies: Vec<Tally>,
    signed: Vec<SignedTerms>,
    /// By alternative.
    pairings: Vec<Pairing>,
}

impl Chunk {
    /// Adds the counts of a chunk; its signed terms are the sections' to add.
    fn merge(&mut self, other: &Self) {
        self.tallies.iter_mut().zip(&other.tallies).for_each(|(own, theirs)| own.merge(theirs));
        self.pairings.iter_mut().zip(&other.pairings).for_each(|(own, theirs)| own.merge(theirs));
    }
}

/// What every chunk needs.
struct Job<'a> {
    tables: &'a [Table<'a>],
    matches: &'a [Match],
    plan: &'a Plan,
}

impl<'a> Work for Job<'a> {
    type Place = Vec<Side<'a>>;
    type Chunk = Chunk;

    fn sit(&self) -> Vec<Side<'a>> {
        let sides = self.tables.iter().map(|table| {
            let size = Marks::of(table.scenario);
            let place = Place::new(table, self.plan);
            Side { place, scenario: table.scenario, size, marks: vec![false; size.count()] }
        });
        sides.collect()
    }

    fn play(&self, sides: &mut Vec<Side<'a>>, worlds: Range<u64>) -> Chunk {
        let mut chunk = self.open(sides);
        for side in sides.iter_mut() {
            side.place.seek(worlds.start);
        }
        for world in worlds {
            self.play_world(sides, world, &mut chunk);
        }
        chunk
    }
}

impl Job<'_> {
    /// Counts of nothing yet.
    fn open(&self, sides: &[Side<'_>]) -> Chunk {
        let tally = |side: &Side<'_>| {
            let uncertain = side.place.draws.uncertain().len();
            Tally::new(side.scenario, uncertain)
        };
        let pairing = |matched: &Match| Pairing {
            marks: vec![Pairs::default(); matched.marks.len()],
            zone: Pairs::default(),
            worths: matched.signatories.iter().map(|&(a, _)| (a, Worths::default())).collect(),
        };
        Chunk {
            tallies: sides.iter().map(tally).collect(),
            signed: vec![SignedTerms::default(); sides.len()],
            pairings: self.matches.iter().map(pairing).collect(),
        }
    }

    fn play_world(&self, sides: &mut [Side<'_>], world: u64, chunk: &mut Chunk) {
        let Chunk { tallies, signed, pairings } = chunk;
        for side in sides.iter_mut() {
            side.place.enter(world);
        }
        let zones: Vec<bool> = sides.iter_mut().map(|side| side.place.seat.has_zopa()).collect();
        for (pairing, &zone) in pairings.iter_mut().zip(&zones[1..]) {
            pairing.zone.record(zones[0], zone);
            pairing.zone.end_world();
        }
        self.ask_about_best_package(sides, pairings);
        for history in 0..self.plan.histories {
            let trial = world * self.plan.histories + history;
            let counters = tallies.iter_mut().zip(signed.iter_mut());
            for (side, (tally, signed)) in sides.iter_mut().zip(counters) {
                side.negotiate(tally, signed, trial, world);
            }
            let Some((base, alternatives)) = sides.split_first() else { continue };
            let pairs = self.matches.iter().zip(pairings.iter_mut()).zip(alternatives);
            for ((matched, pairing), alternative) in pairs {
                for (pairs, &(a, b)) in pairing.marks.iter_mut().zip(&matched.marks) {
                    pairs.record(base.marks[a], alternative.marks[b]);
                }
            }
        }
        for pairing in pairings {
            pairing.marks.iter_mut().for_each(Pairs::end_world);
        }
        for ((side, tally), zone) in sides.iter().zip(tallies).zip(zones) {
            tally.end_world(zone, &side.place.draws, |_| {});
        }
    }

    /// What the base's best package in this world is worth to whom, on both sides.
    fn ask_about_best_package(&self, sides: &mut [Side<'_>], pairings: &mut [Pairing]) {
        let Some((base, alternatives)) = sides.split_first_mut() else { return };
        let best = base.place.seat.best_package();
        let Some(package) = best.map(|best| best.package.to_vec()) else { return };
        let asked = self.matches.iter().zip(pairings).zip(alternatives);
        for ((matched, pairing), alternative) in asked {
            if matched.signatories.is_empty() {
                continue;
            }
            let mut theirs = package.clone();
            for &(a, b) in &matched.shared.issues {
                theirs[b] = package[a];
            }
            let (own, other): (Vec<usize>, Vec<usize>) =
                matched.signatories.iter().copied().unzip();
            let before = View::of(&base.place.seat, own.into_iter(), &package);
            let after = View::of(&alternative.place.seat, other.into_iter(), &theirs);
            for ((_, worths), (before, after)) in
                pairing.worths.iter_mut().zip(before.into_iter().zip(after))
            {
                worths.record(before, after);
            }
        }
    }
}
