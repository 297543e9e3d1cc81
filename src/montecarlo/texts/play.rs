//! Playing every world and history up to the day, and every text on it.

use std::ops::Range;

use super::counts::{Answered, LINKS, TextCounts};
use super::figures::{OnDayShares, TextChange, TextsPlayed};
use super::pairs::Pairs;
use super::share::Count;
use super::watch::Watch;
use crate::engine::{OnTheDay, Table};
use crate::model::Scenario;
use crate::montecarlo::chunks::{Division, Place, Work, play_all};
use crate::montecarlo::plan::Plan;
use crate::montecarlo::progress::Progress;
use crate::montecarlo::stopping::StopReason;

/// Puts texts, each with a coordinate in [0, 1] for every issue, on the table `t` months after the as-of date, in
/// every world and history of a plan. The plan's rules of stopping and structural alternatives do not apply: they
/// are a run's. Of alternating offers there is nothing to be said: the talks are over on any day.
pub fn put_texts(
    scenario: &Scenario,
    texts: &[Vec<f64>],
    t: f64,
    plan: &Plan,
    progress: &dyn Progress,
) -> TextsPlayed {
    let table = Table::new(scenario, plan.seed);
    let job = Job { table: &table, plan, texts, t };
    let mut total = job.open();
    let mut worlds = 0;
    let stopped = play_all(&job, Division::of(plan, Division::STAGE), progress, |chunks| {
        for chunk in chunks {
            worlds += chunk.worlds;
            total.merge(&chunk);
        }
        None
    });
    let size = (worlds, plan.histories);
    let [talks, signed, in_force] = &total.day;
    let odds = total.texts.iter().map(|counts| counts.sum_up(scenario, talks, size));
    let texts_odds: Vec<_> = odds.collect();
    let is_asked = |text: usize, party: usize| {
        [0, text].iter().any(|&text: &usize| {
            texts_odds[text].signatories.iter().any(|signatory| signatory.party == party)
        })
    };
    let changes = total.pairs.iter().enumerate().map(|(index, pairs)| {
        let text = index + 1;
        let same = texts[0] == texts[text];
        let difference = |pairs: &Pairs| pairs.difference(talks, worlds, same);
        let (steps, parties) = pairs.split_at(LINKS.len());
        let parties = parties.iter().enumerate().filter(|(party, _)| is_asked(text, *party));
        TextChange {
            text,
            steps: LINKS.into_iter().zip(steps.iter().map(difference)).collect(),
            parties: parties.map(|(party, pairs)| (party, difference(pairs))).collect(),
        }
    });
    let changes = changes.collect();
    TextsPlayed {
        seed: plan.seed,
        worlds,
        histories: plan.histories,
        stopped: stopped.unwrap_or(StopReason::AllWorlds),
        day: OnDayShares {
            talks: talks.odds(size),
            signed: signed.odds(size),
            in_force: in_force.odds(size),
        },
        texts: texts_odds,
        changes,
    }
}

/// What every chunk needs.
struct Job<'a> {
    table: &'a Table<'a>,
    plan: &'a Plan,
    texts: &'a [Vec<f64>],
    t: f64,
}

/// The counts of a chunk of worlds, or of all.
struct Chunk {
    worlds: u64,
    /// In the order of [`OnDayShares`].
    day: [Count; 3],
    texts: Vec<TextCounts>,
    /// By text after the first: by link, then by party.
    pairs: Vec<Vec<Pairs>>,
}

impl Chunk {
    fn merge(&mut self, other: &Self) {
        self.day.iter_mut().zip(&other.day).for_each(|(own, theirs)| own.merge(theirs));
        self.texts.iter_mut().zip(&other.texts).for_each(|(own, theirs)| own.merge(theirs));
        let pairs = self.pairs.iter_mut().flatten().zip(other.pairs.iter().flatten());
        pairs.for_each(|(own, theirs)| own.merge(theirs));
    }
}

/// A seat, and what is heard in it.
struct Listening<'a> {
    place: Place<'a>,
    watch: Watch,
    /// By text: the answers of every history of the world, one after another.
    answered: Vec<Vec<Answered>>,
}

impl<'a> Work for Job<'a> {
    type Place = Listening<'a>;
    type Chunk = Chunk;

    fn sit(&self) -> Listening<'a> {
        let histories = self.plan.histories as usize;
        Listening {
            place: Place::new(self.table, self.plan),
            watch: Watch::default(),
            answered: vec![vec![Answered::default(); histories]; self.texts.len()],
        }
    }

    fn play(&self, listening: &mut Listening<'a>, worlds: Range<u64>) -> Chunk {
        let mut chunk = self.open();
        listening.place.seek(worlds.start);
        for world in worlds {
            listening.place.enter(world);
            self.play_world(listening, &mut chunk);
            chunk.worlds += 1;
        }
        chunk
    }
}

impl Job<'_> {
    /// Counts of nothing yet.
    fn open(&self) -> Chunk {
        let scenario = self.table.scenario;
        let others = self.texts.len().saturating_sub(1);
        let marks = LINKS.len() + scenario.parties.len();
        Chunk {
            worlds: 0,
            day: Default::default(),
            texts: self.texts.iter().map(|_| TextCounts::new(scenario)).collect(),
            pairs: vec![vec![Pairs::default(); marks]; others],
        }
    }

    /// Plays every text in every history of a world: each begins as if no other had been laid.
    fn play_world(&self, listening: &mut Listening<'_>, chunk: &mut Chunk) {
        let Listening { place, watch, answered } = listening;
        let seat = &mut place.seat;
        for (index, (text, counts)) in self.texts.iter().zip(&mut chunk.texts).enumerate() {
            seat.rewind(0);
            for answered in &mut answered[index] {
                let day = seat.reach(self.t).unwrap_or(OnTheDay::InForce);
                if index == 0 {
                    chunk.day[day as usize].record(true);
                }
                if day == OnTheDay::Talks {
                    counts.put(seat, text, watch, answered);
                } else {
                    answered.begin(self.table.scenario.parties.len());
                }
            }
        }
        let [tabled, others @ ..] = &mut chunk.day;
        let tabled = tabled.end_world();
        for count in others {
            count.end_world();
        }
        chunk.texts.iter_mut().for_each(|counts| counts.end_world(tabled));
        let Some((first, rest)) = answered.split_first() else { return };
        for (pairs, other) in chunk.pairs.iter_mut().zip(rest) {
            for (first, other) in first.iter().zip(other) {
                let (links, parties) = pairs.split_at_mut(LINKS.len());
                let reached = first.reached.iter().zip(&other.reached);
                for (pairs, (one, other)) in links.iter_mut().zip(reached) {
                    pairs.record(*one, *other);
                }
                let refuses = first.refuses.iter().zip(&other.refuses);
                for (pairs, (one, other)) in parties.iter_mut().zip(refuses) {
                    pairs.record(!one, !other);
                }
            }
            for pairs in pairs {
                pairs.end_world(tabled);
            }
        }
    }
}
