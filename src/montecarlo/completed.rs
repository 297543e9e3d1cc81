//! Long pieces of work on several threads, handed over one by one as they are done.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, mpsc};

/// Does the pieces of a range but those to skip, each on one thread, with idle threads helping out
/// with the worlds of others at the end. Each result is handed to `take` on this thread as soon as it
/// is there, in whatever order that is; `take` says whether to go on. When it does not, or `stop` is
/// set, no piece is started any more and those under way are finished and handed over.
pub fn as_completed<T: Send>(
    pieces: Range<u64>,
    skip: &(dyn Fn(u64) -> bool + Sync),
    threads: usize,
    stop: &AtomicBool,
    work: impl Fn(u64) -> T + Sync,
    take: &mut dyn FnMut(T) -> bool,
) {
    let next = AtomicU64::new(pieces.start);
    let enough = AtomicBool::new(false);
    let enough = &enough;
    let ended = || stop.load(Ordering::Relaxed) || enough.load(Ordering::Relaxed);
    let claim = || loop {
        let piece = next.fetch_add(1, Ordering::Relaxed);
        if piece >= pieces.end || ended() {
            return None;
        }
        if !skip(piece) {
            return Some(piece);
        }
    };
    let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(threads).build() else {
        // No threads to be had: one piece after the other gives the same results.
        while let Some(piece) = claim() {
            if !take(work(piece)) {
                return;
            }
        }
        return;
    };
    // Few results wait: whoever takes them is quick, or else the threads wait for it.
    let count = pool.current_num_threads();
    let (sender, receiver) = mpsc::sync_channel(count * 2);
    // One for each thread, dropped with its loop: when all are, nothing more will come.
    let senders = Mutex::new(vec![sender; count]);
    let (claim, work, senders) = (&claim, &work, &senders);
    pool.in_place_scope(move |scope| {
        // A loop on each thread, which no other thread can steal and be kept by.
        scope.spawn_broadcast(move |_, _| {
            let sender = senders.lock().ok().and_then(|mut senders| senders.pop());
            while let (Some(sender), Some(piece)) = (&sender, claim()) {
                if sender.send(work(piece)).is_err() {
                    return;
                }
            }
        });
        for result in receiver {
            if !enough.load(Ordering::Relaxed) && !take(result) {
                enough.store(true, Ordering::Relaxed);
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squares(threads: usize, stop_after: usize) -> Vec<u64> {
        let mut taken = Vec::new();
        let mut take = |square| {
            taken.push(square);
            taken.len() < stop_after
        };
        let stop = AtomicBool::new(false);
        as_completed(0..50, &|piece| piece % 2 == 1, threads, &stop, |i| i * i, &mut take);
        taken.sort_unstable();
        taken
    }

    #[test]
    fn every_piece_is_done_once_on_any_number_of_threads() {
        let expected: Vec<u64> = (0..25).map(|i| 4 * i * i).collect();
        for threads in [1, 2, 7] {
            assert_eq!(squares(threads, usize::MAX), expected);
        }
    }

    #[test]
    fn whoever_takes_can_end_it() {
        assert_eq!(squares(1, 3).len(), 3);
        assert_eq!(squares(3, 1).len(), 1);
    }
}
