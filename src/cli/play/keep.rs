//! Sessions on disk: written whole beside the old one, then put in its place, so that whatever happens one
//! of the two is there.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::cli::exit::Failure;
use crate::cli::input;
use crate::teach::session::Session;
use crate::text::shell;

/// Where a session is kept.
#[derive(Clone, Debug)]
pub(crate) struct Keeper {
    path: PathBuf,
}

impl Keeper {
    /// A place for a new session; one that is there already is not overwritten.
    pub(crate) fn begin(path: PathBuf) -> Result<Self, Failure> {
        if path.exists() {
            let (shown, file) = (path.display(), shell::file(&path));
            return Err(Failure::io(format!(
                "{shown} is there already: name another with --session, or go on with zopa play \
                     --resume {file}"
            )));
        }
        Ok(Self { path })
    }

    /// The place of a session that is there.
    pub(crate) fn of(path: PathBuf) -> Self {
        Self { path }
    }

    /// What messages call it.
    pub(crate) fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// Saves the session.
    pub(crate) fn save(&self, session: &Session) -> Result<(), Failure> {
        let mut beside = self.path.clone().into_os_string();
        beside.push(".new");
        let beside = PathBuf::from(beside);
        let write = || -> std::io::Result<()> {
            let mut file = File::create(&beside)?;
            file.write_all(session.to_text().as_bytes())?;
            file.sync_all()?;
            fs::rename(&beside, &self.path)
        };
        write().map_err(|error| {
            Failure::io(format!("cannot save the session in {}: {error}", self.name()))
        })
    }
}

/// Reads a session.
pub(crate) fn read(path: &Path) -> Result<Session, Failure> {
    let text = input::read_session(path)?;
    Session::parse(&text).map_err(|fault| Failure::invalid(format!("{}:{fault}", path.display())))
}
