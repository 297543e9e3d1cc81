//! How far a run is, on a terminal's standard error; and the user's wish to stop it.

use std::io::IsTerminal as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::exit::Exit;
use crate::montecarlo::Progress;

/// A bar on standard error (none off a terminal) and the handler of Ctrl-C.
pub(crate) struct Bar {
    bar: ProgressBar,
    stop: Arc<AtomicBool>,
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
        let bar = ProgressBar::with_draw_target(Some(count), target);
        let template = format!("{{bar:40}} {{human_pos}}/{{human_len}} {noun}, {{eta}} left");
        if let Ok(style) = ProgressStyle::with_template(&template) {
            bar.set_style(style);
        }
        let stop = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&stop);
        // Without a handler Ctrl-C still ends the process, only without its partial results.
        let _ = ctrlc::set_handler(move || {
            if asked.swap(true, Ordering::Relaxed) {
                std::process::exit(Exit::Interrupted as i32);
            }
        });
        Self { bar, stop }
    }

    /// So much was done before: it does not count for how fast it goes.
    pub(crate) fn begin_at(&self, done: u64) {
        self.bar.set_position(done);
        self.bar.reset_eta();
    }

    /// Takes the bar off the screen.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Progress for Bar {
    fn advance(&self, done: u64, of: u64) {
        self.bar.set_length(of);
        self.bar.set_position(done);
    }

    fn stop(&self) -> Option<&AtomicBool> {
        Some(&self.stop)
    }
}
