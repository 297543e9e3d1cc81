//! Independent tasks that are no worlds, spread over threads.

use rayon::prelude::*;

/// What `task` gives for 0, 1, … `count` − 1, in order, on so many threads (0: as many as the machine
/// has). How they are spread decides nothing but speed.
pub fn in_parallel<T: Send>(
    count: usize,
    threads: usize,
    task: impl Fn(usize) -> T + Sync + Send,
) -> Vec<T> {
    let every = || (0..count).into_par_iter().map(&task).collect();
    match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool.install(every),
        // No threads to be had of our own: the process-wide pool gives the same.
        Err(_) => every(),
    }
}
