//! Writing: results to standard output, everything else to standard error.

use std::io::{self, ErrorKind, Write};

use super::exit::{Exit, Failure};

/// Prints results. A reader that has heard enough (`zopa run … | head`) is no error.
pub(crate) fn results(text: &str) -> Result<Exit, Failure> {
    let mut out = io::stdout().lock();
    finish(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// What the outcome of writing results means for the exit code.
pub(crate) fn finish(written: io::Result<()>) -> Result<Exit, Failure> {
    match written {
        Ok(()) => Ok(Exit::Ok),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Exit::Ok),
        Err(error) => Err(Failure::io(format!("the results could not be written: {error}"))),
    }
}

/// JSON as people like to read it.
pub(crate) fn pretty(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}

/// A note for the user. If not even that can be written there is nobody to tell.
pub(crate) fn note(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", text.trim_end());
}
