//! Sequences of a history that are opened when they are first needed.

use super::trial::Trial;
use crate::stream::{Stream, StreamKey};

/// A party's answers: its stream, opened when first needed, and how many draws it has given.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers {
    pub(crate) stream: Option<Stream>,
    pub(crate) taken: usize,
    /// The uniform draw that was asked for by number last.
    last: f64,
}

impl Answers {
    /// The sequence at its next draw, opened if this is the first.
    pub(crate) fn next(&mut self, key: &StreamKey, trial: Trial) -> &mut Stream {
        self.taken += 1;
        self.stream.get_or_insert_with(|| key.history(trial.world, trial.history))
    }

    /// The draw number `index`: earlier ones not yet taken are passed over, and the last may be asked for again.
    pub(crate) fn logistic_at(&mut self, key: &StreamKey, trial: Trial, index: usize) -> f64 {
        debug_assert!(self.taken <= index + 1);
        while self.taken <= index {
            self.last = self.next(key, trial).uniform();
        }
        crate::prior::logistic_quantile(self.last)
    }
}
