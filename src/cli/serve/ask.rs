//! A request that takes time, answered line by line while it is played.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::body::{Body, Bytes};
use futures_util::stream;
use tokio::sync::mpsc::{Sender, channel};

use super::Bench;
use crate::cli::engine::ENGINE;
use crate::montecarlo::Progress;
use crate::web::{Playing, Setting};

/// So many lines wait to be sent.
const WAITING: usize = 16;

/// Plays a request and gives each answer as it comes, a line of JSON each. Where nobody listens any more, it stops.
pub(super) fn answers(bench: &Arc<Bench>, request: String) -> Body {
    let (lines, mut sent) = channel(WAITING);
    let threads = bench.threads;
    std::thread::spawn(move || play(&request, threads, lines));
    Body::from_stream(stream::poll_fn(move |context| {
        sent.poll_recv(context).map(|line| line.map(Ok::<Bytes, std::convert::Infallible>))
    }))
}

fn play(request: &str, threads: usize, lines: Sender<Bytes>) {
    let listener = Listener { lines, stop: AtomicBool::new(false) };
    let setting = Setting { threads, progress: &listener, engine: ENGINE };
    for answer in Playing::with(request, setting) {
        if !listener.say(answer) {
            return;
        }
    }
    listener.say(r#"{"kind":"end"}"#.to_owned());
}

/// The page that waits.
struct Listener {
    lines: Sender<Bytes>,
    stop: AtomicBool,
}

impl Listener {
    /// Says a line, if anybody listens.
    fn say(&self, mut line: String) -> bool {
        line.push('\n');
        let heard = self.lines.blocking_send(Bytes::from(line)).is_ok();
        if !heard {
            self.stop.store(true, Ordering::Relaxed);
        }
        heard
    }
}

impl Progress for Listener {
    fn advance(&self, done: u64, of: u64) {
        if self.lines.is_closed() {
            self.stop.store(true, Ordering::Relaxed);
            return;
        }
        // One that finds no room is no loss: the next says more.
        let line = format!("{{\"kind\":\"progress\",\"done\":{done},\"of\":{of}}}\n");
        let _ = self.lines.try_send(Bytes::from(line));
    }

    fn stop(&self) -> Option<&AtomicBool> {
        Some(&self.stop)
    }
}
