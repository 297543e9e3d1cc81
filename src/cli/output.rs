//! Writing: results to standard output, everything else to standard error.

use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use super::exit::{Exit, Failure};
use crate::document::Document;
use crate::render::terminal::terminal;
use crate::render::{html, markdown};
use crate::results::Envelope;
use crate::text::{WIDTH, harmless, shell};

/// Prints results in words, for a terminal: whatever a file has brought along is harmless there.
pub(crate) fn print_text(text: &str) -> Result<Exit, Failure> {
    print_exact(&harmless(text))
}

/// Prints results for a program, or a file's text, to the last byte. A reader that has heard enough
/// (`zopa run … | head`) is no error.
pub(crate) fn print_exact(text: &str) -> Result<Exit, Failure> {
    let mut out = io::stdout().lock();
    finish(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// Prints a hand-out as Markdown that reads well as it is, or writes it to a new page.
pub(crate) fn handout(document: &Document, page: Option<&Path>) -> Result<Exit, Failure> {
    match page {
        None => print_text(&markdown::sheet(document, WIDTH)),
        Some(path) => {
            let shown = path.display();
            write_new(path, &html::handout(document))
                .map_err(|error| Failure::unwritable(&shown, &error))?;
            note(&format!("wrote {shown}"));
            Ok(Exit::Ok)
        }
    }
}

/// A document as the terminal shows it.
pub(crate) fn to_text(document: &Document) -> String {
    terminal(document, WIDTH)
}

/// An answer as JSON.
pub(crate) fn to_json(answer: &impl Serialize) -> Value {
    // Structs with names for keys always make a value.
    serde_json::to_value(answer).unwrap_or_default()
}

/// Prints an answer as JSON, as CSV or in words, as (`--json`, `--csv`) ask; only that form is made.
pub(crate) fn answered<R: Serialize>(
    (json, in_csv): (bool, bool),
    answer: &Envelope<R>,
    csv: impl FnOnce(&R) -> String,
    tell: impl FnOnce(&Envelope<R>) -> Document,
) -> Result<Exit, Failure> {
    if json {
        print_exact(&pretty(&to_json(answer)))
    } else if in_csv {
        print_exact(&csv(&answer.result))
    } else {
        print_text(&to_text(&tell(answer)))
    }
}

/// How an answer ends that rests on so many worlds: whole, or stopped by the user.
pub(crate) fn ended(interrupted: bool, worlds: u64, what: &str) -> Exit {
    if interrupted { stopped_after(worlds, what) } else { Exit::Ok }
}

/// Says that the user stopped it, and what rests on so many worlds (“figures”, “odds”, …).
pub(crate) fn stopped_after(worlds: u64, what: &str) -> Exit {
    note(&format!("stopped after {worlds} worlds: the {what} rest on those"));
    Exit::Interrupted
}

/// What the outcome of writing results means for the exit code.
pub(crate) fn finish(written: io::Result<()>) -> Result<Exit, Failure> {
    match written {
        Ok(()) => Ok(Exit::Ok),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Exit::Ok),
        Err(error) => Err(Failure::io(format!("the results could not be written: {error}"))),
    }
}

/// Says that a scenario is there, and what comes next.
pub(crate) fn wrote_scenario(path: &Path) {
    let (shown, named) = (path.display(), shell::file(path));
    note(&format!("wrote {shown}\nnext: zopa check {named}\n      zopa run {named}"));
}

/// Writes a file that is not there yet: nothing the user has written is ever overwritten.
pub(crate) fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())
}

/// JSON as people like to read it.
pub(crate) fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

/// A note for the user. If not even that can be written there is nobody to tell.
pub(crate) fn note(text: &str) {
    note_as_it_is(&harmless(text));
}

/// The same for text that is harmless already and may be coloured: a file's errors, as they are rendered.
pub(crate) fn note_as_it_is(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", text.trim_end());
}

/// Says why the command could not be done.
pub(crate) fn report_failure(failure: &Failure) {
    if failure.is_picture { note_as_it_is(&failure.message) } else { note(&failure.message) }
}
