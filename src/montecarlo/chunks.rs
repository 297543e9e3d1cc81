//! Worlds in chunks: played in parallel, handed back in order, stage by stage. Every kind of work on
//! many worlds (a run, a comparison, a survey) goes through here, so that all of them keep memory flat,
//! stop at chunk ends when the user wants to, and give the same bits for any number of threads.

use std::ops::Range;

use super::draw::Draws;
use super::parallel::{in_order, on_threads};
use super::plan::Plan;
use super::progress::Progress;
use super::stopping::StopReason;
use crate::engine::{Seat, Table, Trial};

/// How worlds are divided. Decides nothing but speed and how often someone looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Division {
    /// Worlds to play at most.
    pub(super) worlds: u64,
    /// Worlds between two folds.
    pub(super) stage: u64,
    /// Worlds in a chunk.
    pub(super) chunk: u64,
    /// Threads; 0 for as many as the machine has.
    pub(super) threads: usize,
}

impl Division {
    /// Worlds between two folds where nobody looks: enough work to fill many threads.
    pub(super) const STAGE: u64 = 2_000;

    /// The division of a plan, with a stage of so many worlds.
    pub(super) fn of(plan: &Plan, stage: u64) -> Self {
        Self { worlds: plan.worlds, stage, chunk: plan.chunk.max(1), threads: plan.threads }
    }
}

/// What is done with worlds.
pub(super) trait Work: Sync {
    /// Working space of a thread.
    type Place;
    /// What a chunk of worlds comes to.
    type Chunk: Send;

    /// Makes a thread's working space.
    fn sit(&self) -> Self::Place;

    /// Plays the worlds of one chunk.
    fn play(&self, place: &mut Self::Place, worlds: Range<u64>) -> Self::Chunk;
}

/// Does the work. `fold` gets the chunks of every stage in order and says whether that ends it.
/// Chunks after a stop are left out, and so is everything after the first that is missing.
pub(super) fn play_all<W: Work>(
    work: &W,
    division: Division,
    progress: &dyn Progress,
    fold: impl FnMut(Vec<W::Chunk>) -> Option<StopReason> + Send,
) -> Option<StopReason> {
    on_threads(division.threads, || play_stages(work, division, progress, fold))
}

fn play_stages<W: Work>(
    work: &W,
    division: Division,
    progress: &dyn Progress,
    mut fold: impl FnMut(Vec<W::Chunk>) -> Option<StopReason>,
) -> Option<StopReason> {
    progress.begin();
    let mut first = 0;
    while first < division.worlds {
        let end = (first + division.stage).min(division.worlds);
        let (chunks, complete) = play_stage(work, first..end, division, progress);
        let enough = fold(chunks);
        if !complete {
            return Some(StopReason::Interrupted);
        }
        progress.advance(end, division.worlds);
        if enough.is_some() {
            return enough;
        }
        first = end;
    }
    None
}

/// One stage: its chunks in order, as far as none was skipped because the user stopped, and whether
/// that is all of them. The very first world is a chunk of its own, whose end is told at once.
fn play_stage<W: Work>(
    work: &W,
    worlds: Range<u64>,
    division: Division,
    progress: &dyn Progress,
) -> (Vec<W::Chunk>, bool) {
    let size = division.chunk;
    let opening = u64::from(worlds.start == 0);
    let count = opening + (worlds.end - worlds.start - opening).div_ceil(size);
    let chunks = in_order(
        0..count,
        progress,
        || work.sit(),
        |place, chunk| {
            if opening == 1 && chunk == 0 {
                let played = work.play(place, 0..1);
                progress.first(1, division.worlds, rayon::current_num_threads());
                return played;
            }
            let from = worlds.start + opening + (chunk - opening) * size;
            work.play(place, from..(from + size).min(worlds.end))
        },
    );
    let complete = chunks.len() as u64 == count;
    (chunks, complete)
}

/// A seat at a table with the draws of its worlds.
#[derive(Clone, Debug)]
pub(super) struct Place<'a> {
    pub(super) draws: Draws<'a>,
    pub(super) seat: Seat<'a>,
}

impl<'a> Place<'a> {
    pub(super) fn new(table: &'a Table<'a>, plan: &Plan) -> Self {
        let draws = Draws::new(table.scenario, plan.seed, &plan.fixed);
        Self { draws, seat: Seat::new(table) }
    }

    /// Goes to a world: the next [`Place::enter`] is of it.
    pub(super) fn seek(&mut self, world: u64) {
        self.draws.seek(world);
    }

    /// Draws the next world, whose number is `world`, and sits down in it.
    pub(super) fn enter(&mut self, world: u64) {
        self.draws.draw();
        self.seat.enter(self.draws.values(), Trial { world, history: 0 });
    }
}
