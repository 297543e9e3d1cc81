//! The scenario files that a page may read and write: those of one folder and the folders in it.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;

use serde::Serialize;

use crate::cli::exit::Failure;
use crate::cli::input;
use crate::scenario::{LARGEST_TEXT, glance};

/// Folders within folders are looked into so deep, …
const DEPTH: usize = 3;
/// … and so many files are told at most, …
const MOST: usize = 500;
/// … of so many that are looked at.
const LOOKED_AT: usize = 20_000;

/// A folder.
pub(super) struct Folder {
    /// As it was named.
    named: PathBuf,
    /// Where it is.
    root: PathBuf,
    /// Held while a file is compared and written.
    writing: Mutex<()>,
}

/// A scenario that can be opened.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Listed {
    /// Its file.
    pub(super) name: String,
    /// What it calls itself.
    pub(super) title: String,
}

/// A file as it is.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Text {
    pub(super) text: String,
    /// Names this text and no other.
    pub(super) hash: String,
}

/// Why a file was not written.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unsaved {
    /// It is another by now than whoever writes has seen; what is there, if anything.
    Changed(Option<Text>),
    /// It cannot be; why.
    Refused(String),
}

impl Text {
    pub(super) fn of(text: String) -> Self {
        Self { hash: blake3::hash(text.as_bytes()).to_hex().to_string(), text }
    }
}

impl Folder {
    pub(super) fn of(named: &Path) -> Result<Self, Failure> {
        let root =
            named.canonicalize().map_err(|error| Failure::unreadable(named.display(), &error))?;
        Ok(Self { named: named.to_path_buf(), root, writing: Mutex::default() })
    }

    /// The folder as its user knows it.
    pub(super) fn shown(&self) -> String {
        match self.named.as_os_str().to_str() {
            Some(".") => "this folder".to_owned(),
            _ => self.named.display().to_string(),
        }
    }

    /// Where it is.
    pub(super) fn whole(&self) -> String {
        self.root.display().to_string()
    }

    /// The scenarios in it, by name.
    pub(super) fn list(&self) -> Vec<Listed> {
        let (mut found, mut looked) = (Vec::new(), 0);
        self.look_into(&self.root, 0, &mut found, &mut looked);
        found.sort_by(|a, b| a.name.cmp(&b.name));
        found
    }

    fn look_into(&self, folder: &Path, depth: usize, found: &mut Vec<Listed>, looked: &mut usize) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            let Ok(kind) = entry.file_type() else { continue };
            *looked += 1;
            let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
            if found.len() >= MOST || *looked > LOOKED_AT {
                return;
            }
            if kind.is_dir() && depth < DEPTH {
                self.look_into(&path, depth + 1, found, looked);
            } else if is_toml(Path::new(name))
                && let Ok(within) = path.strip_prefix(&self.root)
                && let Some(name) = within.to_str().map(|name| name.replace('\\', "/"))
                && let Ok(text) = self.read(&name)
                && let Some(title) = glance(&text.text)
            {
                found.push(Listed { name, title });
            }
        }
    }

    /// A file of it.
    pub(super) fn read(&self, name: &str) -> Result<Text, String> {
        let path = self.find(name)?;
        let no = || format!("{name} cannot be read: is it there, and is it text?");
        // To open anything but a file may take for ever.
        if !path.is_file() {
            return Err(no());
        }
        input::read(&path).map(Text::of).map_err(|_| no())
    }

    /// Writes a file that is still what `base` names, or, without one, that is not there yet.
    pub(super) fn save(&self, name: &str, text: &str, base: Option<&str>) -> Result<Text, Unsaved> {
        let path = self.find(name).map_err(Unsaved::Refused)?;
        if text.len() > LARGEST_TEXT {
            return Err(Unsaved::Refused(format!(
                "{name} would have more than {} MB, which no scenario has: it could not be read again",
                LARGEST_TEXT / 1_000_000
            )));
        }
        let _alone = self.writing.lock();
        let refused = |error: &std::io::Error| {
            Unsaved::Refused(match error.kind() {
                ErrorKind::NotFound => format!("{name} cannot be written: its folder is not there"),
                ErrorKind::PermissionDenied => {
                    format!("{name} may not be written: save it under another name")
                }
                _ => format!("{name} cannot be written: {error}"),
            })
        };
        let there =
            if path.exists() { Some(self.read(name).map_err(Unsaved::Refused)?) } else { None };
        if there.as_ref().map(|there| there.hash.as_str()) != base {
            return Err(Unsaved::Changed(there));
        }
        let text = Text::of(text.to_owned());
        match write_whole(&path, &text.text, there.is_some()) {
            Ok(()) => Ok(text),
            // It has come to be there since.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                Err(Unsaved::Changed(self.read(name).ok()))
            }
            Err(error) => Err(refused(&error)),
        }
    }

    /// Where a file of this name is or would be, if that is within the folder.
    fn find(&self, name: &str) -> Result<PathBuf, String> {
        let within = Path::new(name);
        let plain = within.components().all(|part| matches!(part, Component::Normal(_)));
        let hidden = within.iter().any(|part| part.to_string_lossy().starts_with('.'));
        if name.is_empty() || !plain || hidden || name.contains(['\\', '\0', ':']) {
            return Err(format!(
                "“{name}” is no file of this folder: write a name such as talks.toml"
            ));
        }
        if !is_toml(within) {
            return Err(format!(
                "“{name}” is no scenario's name: it ends in .toml, as in {}.toml",
                name.trim_end_matches('.')
            ));
        }
        let path = self.root.join(within);
        // A link may lead out of the folder; what is not there yet is where its folder is.
        let real = match path.canonicalize() {
            Ok(real) => real,
            Err(_) if path.symlink_metadata().is_ok() => {
                return Err(format!("“{name}” is a link that leads nowhere"));
            }
            Err(_) => {
                let parent = path.parent().and_then(|parent| parent.canonicalize().ok());
                let parent =
                    parent.ok_or_else(|| format!("the folder of “{name}” is not there"))?;
                parent.join(path.file_name().unwrap_or_default())
            }
        };
        let within = real.strip_prefix(&self.root).ok().filter(|_| is_toml(&real));
        let outside = || format!("“{name}” leads out of this folder");
        let steps = within.ok_or_else(outside)?.iter();
        if steps.clone().any(|step| step.to_string_lossy().starts_with('.')) {
            return Err(outside());
        }
        if steps.count() > DEPTH + 1 {
            return Err(format!(
                "“{name}” is too many folders down: at most {DEPTH} are looked into"
            ));
        }
        Ok(real)
    }
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "toml")
}

/// Writes a file as a whole: whoever reads it sees the old text or the new, whatever happens in between. A new one is
/// not written where one has come to be.
fn write_whole(path: &Path, text: &str, replaces: bool) -> std::io::Result<()> {
    let old = replaces.then(|| fs::metadata(path)).transpose()?.map(|old| old.permissions());
    if old.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(ErrorKind::PermissionDenied.into());
    }
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.new", std::process::id()));
    let beside = path.with_file_name(name);
    let mut file = OpenOptions::new().write(true).create_new(true).open(&beside)?;
    let mut write = || {
        // Before there is a text in it that only some may read.
        if let Some(old) = &old {
            file.set_permissions(old.clone())?;
        }
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        if replaces {
            return fs::rename(&beside, path);
        }
        fs::hard_link(&beside, path)?;
        fs::remove_file(&beside)
    };
    let written = write();
    if written.is_err() {
        // What is left of it helps nobody.
        let _ = fs::remove_file(&beside);
    }
    written
}
