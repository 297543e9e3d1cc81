//! Exit codes, the same for every verb.

use std::fmt;
use std::io;
use std::process::ExitCode;

use super::colour::wants_colour;
use crate::analysis::AnalysisError;
use crate::scenario::Report;

/// How the command ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done.
    Ok = 0,
    /// A file could not be read or written.
    Io = 1,
    /// The command line makes no sense.
    Usage = 2,
    /// The scenario has errors.
    Invalid = 3,
    /// An assertion or a precision was not met, or a verification failed.
    NotMet = 4,
    /// The user stopped it; what was done is saved.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why the command could not be done: what to say, and the code to end with.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    pub(crate) message: String,
    /// Is the message a rendered report, which is harmless already and may be coloured?
    pub(crate) is_picture: bool,
}

impl Failure {
    pub(crate) fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into(), is_picture: false }
    }

    /// A file that is not accepted, with everything that is wrong with it.
    pub(crate) fn rejected(report: &Report) -> Self {
        let message = report.render(wants_colour());
        Self { exit: Exit::Invalid, message, is_picture: true }
    }

    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, message)
    }

    pub(crate) fn io(message: impl Into<String>) -> Self {
        Self::new(Exit::Io, message)
    }

    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(Exit::Invalid, message)
    }

    pub(crate) fn interrupted(message: impl Into<String>) -> Self {
        Self::new(Exit::Interrupted, message)
    }

    pub(crate) fn unreadable(file: impl fmt::Display, error: &io::Error) -> Self {
        Self::io(format!("cannot read {file}: {error}"))
    }

    pub(crate) fn unwritable(file: impl fmt::Display, error: &io::Error) -> Self {
        Self::io(format!("cannot write {file}: {error}"))
    }
}

/// What cannot be analysed was asked for.
impl From<AnalysisError> for Failure {
    fn from(error: AnalysisError) -> Self {
        Self::usage(error.to_string())
    }
}
