//! Work in parallel, handed back in order: what runs, surveys, designs and resamples have in common.

use std::ops::Range;
use std::sync::atomic::Ordering;

use rayon::prelude::*;

use super::progress::Progress;

/// Does the work on a pool of so many threads; 0 for as many as the machine has. Work that is already
/// on a pool stays there: it is one of many pieces that share its threads.
pub(super) fn on_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    if rayon::current_thread_index().is_some() {
        return work();
    }
    match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool.install(work),
        // No threads to be had of our own: the process-wide pool gives the same bits.
        Err(_) => work(),
    }
}

/// What `work` makes of each item, in order, and only as far as none was skipped because the user
/// wants to stop. `place` makes the working space of a thread.
pub(super) fn in_order<S, T: Send>(
    items: Range<u64>,
    progress: &dyn Progress,
    place: impl Fn() -> S + Sync + Send,
    work: impl Fn(&mut S, u64) -> T + Sync + Send,
) -> Vec<T> {
    let done: Vec<Option<T>> = items
        .into_par_iter()
        .map_init(place, |space, item| {
            let stopped = progress.stop().is_some_and(|stop| stop.load(Ordering::Relaxed));
            (!stopped).then(|| work(space, item))
        })
        .collect();
    done.into_iter().map_while(|one| one).collect()
}

/// What `task` gives for 0, 1, … `count` − 1, in order, on so many threads (0: as many as the machine
/// has). How they are spread decides nothing but speed.
pub fn in_parallel<T: Send>(
    count: u64,
    threads: usize,
    task: impl Fn(u64) -> T + Sync + Send,
) -> Vec<T> {
    on_threads(threads, || in_order(0..count, &(), || (), |(), item| task(item)))
}
