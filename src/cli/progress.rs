//! How far a run is, on a terminal's standard error; how long a long one will take, there too; and the
//! user's wish to stop it.

use std::io::IsTerminal as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::exit::Exit;
use super::output::note;
use crate::montecarlo::Progress;
use crate::text::number::thousands;

/// What takes longer than this is said beforehand …
const LONG: Duration = Duration::from_mins(2);
/// … where the first worlds took long enough to judge by.
const TELLING: Duration = Duration::from_millis(500);

/// A bar on standard error (none off a terminal) and the handler of Ctrl-C.
pub(crate) struct Bar {
    drawn: ProgressBar,
    stop: Arc<AtomicBool>,
    /// When the work under way began.
    begun: Mutex<Option<Instant>>,
}

impl Bar {
    /// Shows a bar for so many worlds and starts to listen for Ctrl-C: the first lets the chunks
    /// under way finish, the second ends the process.
    pub(crate) fn new(worlds: u64) -> Self {
        Self::counting(worlds, "worlds")
    }

    /// The same for something else than worlds.
    pub(crate) fn counting(count: u64, noun: &str) -> Self {
        let target = if std::io::stderr().is_terminal() {
            ProgressDrawTarget::stderr_with_hz(10)
        } else {
            ProgressDrawTarget::hidden()
        };
        let drawn = ProgressBar::with_draw_target(Some(count), target);
        let template = format!("{{bar:40}} {{human_pos}}/{{human_len}} {noun}, {{eta}} left");
        if let Ok(style) = ProgressStyle::with_template(&template) {
            drawn.set_style(style);
        }
        let stop = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&stop);
        // Without a handler Ctrl-C still ends the process, only without its partial results.
        let _ = ctrlc::set_handler(move || {
            if asked.swap(true, Ordering::Relaxed) {
                std::process::exit(Exit::Interrupted as i32);
            }
        });
        Self { drawn, stop, begun: Mutex::new(None) }
    }

    /// So much was done before: it does not count for how fast it goes.
    pub(crate) fn begin_at(&self, done: u64) {
        self.drawn.set_position(done);
        self.drawn.reset_eta();
    }

    /// Has the user asked to stop?
    pub(crate) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Takes the bar off the screen.
    pub(crate) fn finish(&self) {
        self.drawn.finish_and_clear();
    }
}

impl Progress for Bar {
    #[expect(clippy::disallowed_methods, reason = "how long it takes is for the user's eyes alone")]
    fn begin(&self) {
        if let Ok(mut begun) = self.begun.lock() {
            *begun = Some(Instant::now());
        }
    }

    fn first(&self, done: u64, of: u64, threads: usize) {
        let begun = self.begun.lock().ok().and_then(|mut begun| begun.take());
        if let Some(text) = begun.and_then(|begun| foreseen(begun.elapsed(), done, of, threads)) {
            self.drawn.suspend(|| note(&text));
        }
    }

    fn advance(&self, done: u64, of: u64) {
        self.drawn.set_length(of);
        self.drawn.set_position(done);
    }

    fn stop(&self) -> Option<&AtomicBool> {
        Some(&self.stop)
    }
}

/// How long `of` worlds will take where the first `done` took so long, if that is long.
fn foreseen(took: Duration, done: u64, of: u64, threads: usize) -> Option<String> {
    let world = took.as_secs_f64() / done.max(1) as f64;
    let threads = threads.max(1) as u64;
    let all = world * of as f64 / threads.min(of.max(1)) as f64;
    (took >= TELLING && all >= LONG.as_secs_f64()).then(|| {
        let threads = match threads {
            1 => "one thread".to_owned(),
            many => format!("{many} threads"),
        };
        format!(
            "note: this will take about {}: {} worlds on {threads}, and the first took {}; fewer worlds take \
             less, and Ctrl-C stops it",
            words(all),
            thousands(of),
            words(world)
        )
    })
}

fn words(seconds: f64) -> String {
    if seconds < 0.75 {
        return "half a second".to_owned();
    }
    let units = [(86_400.0, "day"), (3_600.0, "hour"), (60.0, "minute"), (1.0, "second")];
    let fits = |(unit, _): &&(f64, &str)| seconds >= 1.5 * unit;
    let (unit, name) = units.iter().find(fits).copied().unwrap_or((1.0, "second"));
    match (seconds / unit).round() {
        count if count < 2.0 => format!("1 {name}"),
        count => format!("{} {name}s", thousands(count as u64)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_is_said_beforehand() {
        let said = |seconds: f64, done, of, threads| {
            foreseen(Duration::from_secs_f64(seconds), done, of, threads)
        };
        let text = said(39.0, 1, 4_000, 2).unwrap();
        assert_eq!(
            text,
            "note: this will take about 22 hours: 4,000 worlds on 2 threads, and the first took 39 seconds; \
             fewer worlds take less, and Ctrl-C stops it"
        );
        assert!(said(39.0, 1, 5, 1).unwrap().contains("about 3 minutes: 5 worlds on one thread"));
        assert!(said(600.0, 1, 100_000, 2).unwrap().contains("about 347 days"));
        assert!(
            said(5.0, 10, 1_000, 2)
                .unwrap()
                .contains("4 minutes: 1,000 worlds on 2 threads, and the first took half a second")
        );
        // Short, or too little to tell.
        assert_eq!(said(39.0, 1, 4, 2), None);
        assert_eq!(said(0.4, 1, 1_000_000, 1), None);
    }
}
