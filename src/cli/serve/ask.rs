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
pub(super) fn answers(bench: &Arc<Bench>, request: String) -> std::io::Result<Body> {
    let (lines, mut sent) = channel(WAITING);
    let threads = bench.threads;
    let heard = Heard(Arc::new(AtomicBool::new(false)));
    let listener = Listener { lines, stop: Arc::clone(&heard.0) };
    std::thread::Builder::new().spawn(move || play(&request, threads, &listener))?;
    Ok(Body::from_stream(stream::poll_fn(move |context| {
        // Goes with the body, whether all is heard or its page has gone.
        let _ = &heard;
        sent.poll_recv(context).map(|line| line.map(Ok::<Bytes, std::convert::Infallible>))
    })))
}

/// That somebody listens; with it goes what is played for him.
struct Heard(Arc<AtomicBool>);

impl Drop for Heard {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

fn play(request: &str, threads: usize, listener: &Listener) {
    let setting = Setting { threads, progress: listener, engine: ENGINE };
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
    stop: Arc<AtomicBool>,
}

impl Listener {
    /// Says a line, if anybody listens.
    fn say(&self, mut line: String) -> bool {
        line.push('\n');
        self.lines.blocking_send(Bytes::from(line)).is_ok()
    }

    fn tell(&self, done: u64, of: u64) {
        // One that finds no room is no loss: the next says more.
        let line = format!("{{\"kind\":\"progress\",\"done\":{done},\"of\":{of}}}\n");
        let _ = self.lines.try_send(Bytes::from(line));
    }
}

impl Progress for Listener {
    fn first(&self, done: u64, of: u64, _: usize) {
        self.tell(done, of);
    }

    fn advance(&self, done: u64, of: u64) {
        self.tell(done, of);
    }

    fn stop(&self) -> Option<&AtomicBool> {
        Some(&self.stop)
    }
}
