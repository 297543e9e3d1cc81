//! What whoever plays has at hand.

use std::sync::atomic::Ordering;

use crate::montecarlo::Progress;

/// Threads, somebody who is told how far it is, and the engine that pages are given.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// Threads to play on; 0 for all. The answers do not depend on it.
    pub threads: usize,
    /// Who is told, and says that it is enough.
    pub progress: &'a (dyn Progress + Send + Sync),
    /// The engine as WebAssembly, packed, where there is one: a report that is to be kept carries it.
    pub engine: Option<&'a [u8]>,
}

impl Setting<'_> {
    /// Was it enough?
    pub(super) fn is_stopped(&self) -> bool {
        self.progress.stop().is_some_and(|stop| stop.load(Ordering::Relaxed))
    }
}

impl Default for Setting<'_> {
    fn default() -> Self {
        Self { threads: 1, progress: &(), engine: None }
    }
}

impl std::fmt::Debug for Setting<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Setting")
            .field("threads", &self.threads)
            .field("engine", &self.engine.map(<[u8]>::len))
            .finish_non_exhaustive()
    }
}
