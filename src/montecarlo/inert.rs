//! Inputs that change nothing: replayed with the input at either end of its range, every history comes out
//! the same to the last bit.
//!
//! That is shown for the histories replayed, and no more: an input that counts once in ten thousand histories
//! may be called inert. So trials in which much happened (a deal, a near miss) are among them. Most inputs
//! with a say change the first history that is looked at, so that looking costs little.

use super::draw::Draws;
use super::parallel::in_parallel;
use super::plan::Plan;
use super::replay::TrialId;
use crate::engine::{Ending, History, Record, Seat, Table, Trial};
use crate::model::{InputId, Scenario};

/// Worlds replayed, and histories in each.
const WORLDS: u64 = 100;
const HISTORIES: u64 = 2;
/// Histories replayed with each end of an input, beside those worth telling.
pub const REPLAYED: u64 = WORLDS * HISTORIES;
/// The share of an input's distribution beyond either end.
const TAIL: f64 = 0.005;

/// An input and the two values it is moved to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// The input.
    pub input: InputId,
    /// Where to.
    pub ends: [f64; 2],
}

impl Move {
    /// To the ends of its own distribution, leaving out a half percent beyond each.
    pub fn to_own_ends(scenario: &Scenario, input: InputId) -> Self {
        let prior = &scenario.inputs[input.index()].prior;
        Self { input, ends: [prior.quantile(TAIL), prior.quantile(1.0 - TAIL)] }
    }
}

/// Which moves change no bit. `told` are trials of the plan that are replayed as well. What hangs together
/// with an input stays where it is.
pub fn inert(scenario: &Scenario, plan: &Plan, moves: &[Move], told: &[TrialId]) -> Vec<bool> {
    if moves.is_empty() {
        return Vec::new();
    }
    let table = Table::new(scenario, plan.seed);
    let blocks = blocks(scenario, plan, told);
    let mut seat = Seat::new(&table);
    let known: Vec<Vec<Known>> = blocks.iter().map(|block| play(&mut seat, block)).collect();
    in_parallel(moves.len() as u64, plan.threads, |number| {
        let Move { input, ends } = moves[number as usize];
        let mut seat = Seat::new(&table);
        let mut values = Vec::new();
        blocks.iter().zip(&known).all(|(block, known)| {
            ends.iter().all(|&end| {
                values.clone_from(&block.values);
                values[input.index()] = end;
                replay(&mut seat, &values, block, known)
            })
        })
    })
}

/// Histories of one world that are replayed.
struct Block {
    first: Trial,
    histories: u64,
    values: Vec<f64>,
}

/// What is replayed: trials worth telling, then the first histories of the first worlds.
fn blocks(scenario: &Scenario, plan: &Plan, told: &[TrialId]) -> Vec<Block> {
    let told = told.iter().filter_map(|trial| trial.place(plan.histories).ok());
    let first = (0..WORLDS).map(|world| (Trial { world, history: 0 }, HISTORIES));
    let mut draws = Draws::new(scenario, plan.seed, &plan.fixed);
    let all = told.map(|trial| (trial, 1)).chain(first);
    all.map(|(first, histories)| {
        draws.seek(first.world);
        Block { first, histories, values: draws.draw().to_vec() }
    })
    .collect()
}

/// All that is known of a history, common ground among it.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    ending: Ending,
    ground: bool,
    nearest: (f64, bool),
    record: Record,
}

impl Known {
    fn of(history: &History<'_>) -> Self {
        Self {
            ending: history.ending,
            ground: history.ground,
            nearest: (history.nearest_gain, history.nearest_crosses),
            record: history.record.clone(),
        }
    }

    fn is(&self, history: &History<'_>) -> bool {
        self.ending == history.ending
            && self.ground == history.ground
            && self.nearest == (history.nearest_gain, history.nearest_crosses)
            && self.record == *history.record
    }
}

/// The histories of a block as they are.
fn play(seat: &mut Seat<'_>, block: &Block) -> Vec<Known> {
    seat.enter(&block.values, block.first);
    (0..block.histories).map(|_| Known::of(&seat.negotiate(&mut ()))).collect()
}

/// Are they the same to the last bit with these values?
fn replay(seat: &mut Seat<'_>, values: &[f64], block: &Block, known: &[Known]) -> bool {
    seat.enter(values, block.first);
    known.iter().all(|known| known.is(&seat.negotiate(&mut ())))
}
