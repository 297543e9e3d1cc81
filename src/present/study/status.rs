//! Where a study stands.

use serde_json::{Value, json};

use crate::present::{WIDTH, percent, thousands, wrap};
use crate::study::{Contents, Study};
use crate::text::shell;

/// Where a study stands.
#[derive(Clone, Copy, Debug)]
pub struct Status<'a> {
    /// The study.
    pub study: &'a Study,
    /// What its journal holds; nothing where there is none.
    pub contents: &'a Contents,
    /// Does the journal end in half a line?
    pub torn: bool,
    /// What the next command has to be told, as a shell reads it.
    pub target: &'a str,
    /// The folder of its results.
    pub folder: &'a str,
}

impl Status<'_> {
    fn done(&self) -> u64 {
        self.contents.places.len() as u64
    }

    fn is_complete(&self) -> bool {
        self.done() == self.study.cases()
    }

    /// Chunks with a case that is missing, as ranges from the first to one past the last.
    fn missing_chunks(&self) -> Vec<(u64, u64)> {
        let (size, chunks) = (self.study.chunk(), self.study.chunks());
        let mut ranges: Vec<(u64, u64)> = Vec::new();
        for chunk in 0..chunks {
            let (start, end) = (chunk * size, ((chunk + 1) * size).min(self.study.cases()));
            let there = self.contents.places.range(start..end).count() as u64;
            if there < end - start {
                match ranges.last_mut() {
                    Some(last) if last.1 == chunk => last.1 = chunk + 1,
                    _ => ranges.push((chunk, chunk + 1)),
                }
            }
        }
        ranges
    }
}

/// Where a study stands, for a terminal.
pub fn status(status: Status<'_>) -> String {
    let Status { study, contents, torn, target, folder } = status;
    let (cases, done) = (study.cases(), status.done());
    let mut text = format!(
        "{}\n  run {} · {} cases in {} chunks · {} · seed {}\n",
        wrap(&study.title, WIDTH).join("\n"),
        study.run_id(),
        thousands(cases),
        thousands(study.chunks()),
        study.design,
        study.play.seed
    );
    let share = percent(done as f64 / cases as f64);
    text += &format!("  done      {} of {} cases ({share})\n", thousands(done), thousands(cases));
    if contents.invalid > 0 {
        let invalid = thousands(contents.invalid);
        text += &format!("  invalid   {invalid} of these: their values make no scenario\n");
    }
    let missing = status.missing_chunks();
    if !missing.is_empty() {
        let shown: Vec<String> =
            missing.iter().take(6).map(|(from, to)| format!("{from}..{to}")).collect();
        let more = if missing.len() > 6 { ", …" } else { "" };
        text += &format!("  missing   chunks {}{more}\n", shown.join(", "));
    }
    if !contents.damaged.is_empty() {
        let lines: Vec<String> = contents.damaged.iter().take(6).map(u64::to_string).collect();
        let more = if contents.damaged.len() > 6 { ", …" } else { "" };
        let lines = lines.join(", ");
        text += &format!("  damaged   journal line {lines}{more}: their cases are played again\n");
    }
    if torn {
        text += "  torn      the last line is cut off or being written: its case is played again\n";
    }
    if status.is_complete() {
        return text + &format!("  next      zopa verify {}\n", shell::file(folder));
    }
    let next = if done > 0 { "resume" } else { "run" };
    text + &format!("  next      zopa study {next} {target}\n")
}

/// The same for programs.
pub fn status_json(status: Status<'_>) -> Value {
    let Status { study, contents, torn, .. } = status;
    json!({
        "schema_version": 1,
        "run_id": study.run_id(),
        "fingerprint": study.fingerprint,
        "title": study.title,
        "cases": study.cases(),
        "done": status.done(),
        "invalid": contents.invalid,
        "complete": status.is_complete(),
        "chunk": study.chunk(),
        "chunks": study.chunks(),
        "missing_chunks": status.missing_chunks(),
        "damaged_lines": contents.damaged,
        "torn": torn,
    })
}
