//! Sequences of a history that are opened when they are first needed.

use super::trial::Trial;
use crate::stream::{Stream, StreamKey};

/// A party's answers: its stream, opened when first needed, and how many draws it has given.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers {
    pub(crate) stream: Option<Stream>,
    pub(crate) taken: usize,
}

impl Answers {
    /// The sequence at its next draw, opened if this is the first.
    pub(crate) fn next(&mut self, key: &StreamKey, trial: Trial) -> &mut Stream {
        self.taken += 1;
        self.stream.get_or_insert_with(|| key.history(trial.world, trial.history))
    }

    /// The draw number `index`: earlier ones not yet taken are passed over.
    pub(crate) fn logistic_at(&mut self, key: &StreamKey, trial: Trial, index: usize) -> f64 {
        loop {
            let at = self.taken;
            let draw = self.next(key, trial).uniform();
            if at == index {
                return crate::prior::logistic_quantile(draw);
            }
        }
    }
}
