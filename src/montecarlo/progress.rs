//! How whoever waits is told how far the work is, and says that it is enough.

use std::sync::atomic::AtomicBool;

/// Told once a stage how far a run is; polled for the wish to stop at chunk ends.
pub trait Progress: Sync {
    /// Work begins that is told by itself.
    fn begin(&self) {}

    /// The first `done` of so many worlds are done, with so many threads at it: soon after the beginning,
    /// so that whoever waits can be told how long it will take.
    fn first(&self, done: u64, of: u64, threads: usize) {
        let _ = (done, of, threads);
    }

    /// So many worlds of so many are done.
    fn advance(&self, done: u64, of: u64) {
        let _ = (done, of);
    }

    /// Set when the user wants to stop; the chunks under way are finished.
    fn stop(&self) -> Option<&AtomicBool> {
        None
    }
}

impl Progress for () {}
