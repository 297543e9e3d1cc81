//! Playing all worlds of a plan: chunks in parallel, folded in order, to counts.

use std::ops::Range;

use super::chunks::{Division, Place, Work, play_all};
use super::draw::Draws;
use super::estimate::clustered;
use super::outcome::{Link, Outcome};
use super::plan::{Assertion, Plan, Stopping};
use super::progress::Progress;
use super::stopping::{ConfidenceSequence, LOOK, StopReason, Verdict};
use super::tally::Tally;
use crate::engine::Table;
use crate::model::{InputId, Scenario};

/// One world of a run, for tables.
#[derive(Clone, Debug, PartialEq)]
pub struct WorldRow {
    /// Number of the world.
    pub world: u64,
    /// The value of every uncertain input, in the order of the scenario.
    pub inputs: Vec<f64>,
    /// Histories with each outcome: the links, then the questions.
    pub counts: Vec<u64>,
    /// The least gain of the best package without noise; −∞ where red lines leave no room.
    pub best_gain: f64,
}

/// The counts of a finished (or interrupted) run; [`run`](super::run()) makes odds of them.
#[derive(Clone, Debug)]
pub struct Run {
    pub(crate) tally: Tally,
    /// What ended it.
    pub stopped: StopReason,
    /// The verdict on each assertion, with the confidence sequence at the end.
    pub verdicts: Vec<(Assertion, Verdict, (f64, f64))>,
    /// The uncertain inputs that were drawn.
    pub uncertain: Vec<InputId>,
}

/// The counts of one chunk, with what has to be folded in order.
struct Chunk {
    tally: Tally,
    rows: Vec<WorldRow>,
    /// Counts of each assertion's outcome, world by world.
    asserted: Vec<Vec<u64>>,
}

/// Takes the worlds of a run, one after the other, in order.
pub type Rows<'a> = &'a mut (dyn FnMut(WorldRow) + Send);

/// Plays a plan to counts. `rows`, where given, is handed every world in order.
pub fn play_worlds(
    scenario: &Scenario,
    plan: &Plan,
    progress: &dyn Progress,
    mut rows: Option<Rows<'_>>,
) -> Run {
    let table = Table::new(scenario, plan.seed);
    let assertions = match &plan.stopping {
        Stopping::Assertions(assertions) => assertions.as_slice(),
        Stopping::Worlds | Stopping::Precision(_) => &[],
    };
    let uncertain = Draws::new(scenario, plan.seed, &plan.fixed).uncertain().to_vec();
    let mut tally = Tally::new(scenario, uncertain.len());
    let mut sequences = vec![ConfidenceSequence::one_of(assertions.len()); assertions.len()];
    let stage = if plan.stopping == Stopping::Worlds { Division::STAGE } else { LOOK };
    let job = Job { table: &table, plan, assertions, wants_rows: rows.is_some() };
    let stopped = play_all(&job, Division::of(plan, stage), progress, |chunks| {
        for chunk in chunks {
            tally.merge(&chunk.tally);
            if let Some(rows) = rows.as_mut() {
                chunk.rows.into_iter().for_each(&mut *rows);
            }
            for (sequence, counts) in sequences.iter_mut().zip(&chunk.asserted) {
                for &count in counts {
                    sequence.push(count as f64 / plan.histories as f64);
                }
            }
        }
        look(plan, &tally, assertions, &sequences)
    });
    let stopped = stopped.unwrap_or(match plan.stopping {
        Stopping::Worlds => StopReason::AllWorlds,
        Stopping::Precision(_) => StopReason::PrecisionMissed,
        Stopping::Assertions(_) => StopReason::AssertionsOpen,
    });
    let verdicts = assertions.iter().zip(&sequences).map(|(assertion, sequence)| {
        (assertion.clone(), sequence.verdict(assertion), sequence.interval())
    });
    let verdicts = verdicts.collect();
    Run { tally, stopped, verdicts, uncertain }
}

/// Is the run's own rule for stopping fulfilled?
fn look(
    plan: &Plan,
    tally: &Tally,
    assertions: &[Assertion],
    sequences: &[ConfidenceSequence],
) -> Option<StopReason> {
    match plan.stopping {
        Stopping::Worlds => None,
        Stopping::Precision(half_width) => {
            let signed = Outcome::Link(Link::Signed).index();
            let questions = Link::ALL.len()..tally.outcomes.len();
            std::iter::once(signed)
                .chain(questions)
                .map(|outcome| clustered(&tally.outcomes[outcome], tally.worlds, plan.histories))
                .all(|estimate| (estimate.high - estimate.low) / 2.0 <= half_width)
                .then_some(StopReason::PrecisionReached)
        }
        Stopping::Assertions(_) => assertions
            .iter()
            .zip(sequences)
            .all(|(assertion, sequence)| sequence.verdict(assertion) != Verdict::Open)
            .then_some(StopReason::AssertionsSettled),
    }
}

/// What every chunk of a run needs.
struct Job<'a> {
    table: &'a Table<'a>,
    plan: &'a Plan,
    assertions: &'a [Assertion],
    wants_rows: bool,
}

impl<'a> Work for Job<'a> {
    type Place = Place<'a>;
    type Chunk = Chunk;

    fn sit(&self) -> Place<'a> {
        Place::new(self.table, self.plan)
    }

    fn play(&self, place: &mut Place<'a>, worlds: Range<u64>) -> Chunk {
        let scenario = self.table.scenario;
        let mut chunk = Chunk {
            tally: Tally::new(scenario, place.draws.uncertain().len()),
            rows: Vec::new(),
            asserted: vec![Vec::new(); self.assertions.len()],
        };
        place.seek(worlds.start);
        for world in worlds {
            place.enter(world);
            let Place { draws, seat } = place;
            let has_zopa = seat.has_zopa();
            let best_gain = if self.wants_rows {
                seat.best_package().map_or(f64::NEG_INFINITY, |best| best.gain)
            } else {
                f64::NAN
            };
            for history in 0..self.plan.histories {
                let trial = world * self.plan.histories + history;
                let history = seat.negotiate(&mut ());
                let rounds = history.record.signed_at;
                chunk.tally.record(scenario, &history, trial);
                if let Some(quality) = seat.quality() {
                    chunk.tally.rate(rounds, &quality);
                }
            }
            let Chunk { tally, rows, asserted } = &mut chunk;
            tally.end_world(has_zopa, draws, |counts| {
                for (own, assertion) in asserted.iter_mut().zip(self.assertions) {
                    own.push(counts[assertion.outcome.index()]);
                }
                if self.wants_rows {
                    let inputs = draws.uncertain().iter();
                    rows.push(WorldRow {
                        world,
                        inputs: inputs.map(|id| draws.values()[id.index()]).collect(),
                        counts: counts.to_vec(),
                        best_gain,
                    });
                }
            });
        }
        chunk
    }
}
