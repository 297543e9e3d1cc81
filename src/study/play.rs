//! Playing cases.

use std::ops::Range;
use std::sync::atomic::AtomicBool;

use super::record::{INVALID, Record};
use super::resolve::Study;
use crate::montecarlo::{Progress, as_completed, run_with};

impl Study {
    /// Plays a case. Its bits are a function of the study and the number.
    pub fn play(&self, index: u64) -> Record {
        self.play_told(index, &())
    }

    fn play_told(&self, index: u64, progress: &dyn Progress) -> Record {
        let case = self.case(index);
        let mut record = Record {
            case: index,
            point: case.point,
            scenario: case.scenario,
            replication: case.replication,
            seed: case.seed,
            factors: case.levels.iter().map(|level| level.shown.clone()).collect(),
            worlds: 0,
            stopped: INVALID.to_owned(),
            figures: vec![None; self.outputs.len()],
            failure: None,
        };
        match self.documents[case.scenario].with(&self.options(&case)) {
            Ok(loaded) => {
                let scenario = &loaded.scenario;
                let summary = run_with(scenario, &self.plan(case.seed), progress, None);
                record.worlds = summary.worlds;
                summary.stopped.word().clone_into(&mut record.stopped);
                record.figures = self.figures(scenario).read(&summary);
            }
            Err(rejected) => {
                let first = rejected.report.iter().next().map(|found| found.message.clone());
                record.failure = first;
            }
        }
        record
    }
}

/// Plays the cases of a range but those to skip, on so many threads, and hands over each as soon as
/// it is done, in whatever order that is. `take` says whether to go on; `stop` is set by who wants to
/// end, and cases under way are still finished and handed over. The first world of a case tells
/// `progress` how long all will take.
pub fn play_cases(
    study: &Study,
    cases: Range<u64>,
    skip: &(dyn Fn(u64) -> bool + Sync),
    (threads, progress): (usize, &dyn Progress),
    stop: &AtomicBool,
    mut take: impl FnMut(Record) -> bool,
) {
    let left = cases.clone().filter(|&case| !skip(case));
    let (first, left) = (left.clone().next(), left.count() as u64);
    let play = |case| {
        if Some(case) == first {
            study.play_told(case, &FirstCase { progress, cases: left })
        } else {
            study.play(case)
        }
    };
    as_completed(cases, skip, threads, stop, play, &mut take);
}

/// The first of many cases tells for all of them how long it took.
struct FirstCase<'a> {
    progress: &'a dyn Progress,
    cases: u64,
}

impl Progress for FirstCase<'_> {
    fn begin(&self) {
        self.progress.begin();
    }

    fn first(&self, done: u64, of: u64, threads: usize) {
        self.progress.first(done, of.saturating_mul(self.cases), threads);
    }
}
