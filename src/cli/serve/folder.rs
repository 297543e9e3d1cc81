//! The scenario files that a page may read and write: those of one folder and the folders in it.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;

use serde::Serialize;

use crate::cli::exit::Failure;
use crate::cli::input;
use crate::scenario::glance;

/// Folders within folders are looked into so deep, …
const DEPTH: usize = 3;
/// … and so many files are told at most.
const MOST: usize = 500;

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
        let mut found = Vec::new();
        self.look_into(&self.root, 0, &mut found);
        found.sort_by(|a, b| a.name.cmp(&b.name));
        found
    }

    fn look_into(&self, folder: &Path, depth: usize, found: &mut Vec<Listed>) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            let Ok(kind) = entry.file_type() else { continue };
            if found.len() >= MOST || name.to_string_lossy().starts_with('.') {
                continue;
            }
            if kind.is_dir() && depth < DEPTH {
                self.look_into(&path, depth + 1, found);
            } else if is_toml(&path)
                && let Ok(text) = input::read(&path)
                && let Some(title) = glance(&text)
                && let Ok(within) = path.strip_prefix(&self.root)
            {
                let name = within.components().map(|part| part.as_os_str().to_string_lossy());
                found.push(Listed { name: name.collect::<Vec<_>>().join("/"), title });
            }
        }
    }

    /// A file of it.
    pub(super) fn read(&self, name: &str) -> Result<Text, String> {
        let path = self.find(name)?;
        input::read(&path)
            .map(Text::of)
            .map_err(|_| format!("{name} cannot be read: is it there, and is it text?"))
    }

    /// Writes a file that is still what `base` names, or, without one, that is not there yet.
    pub(super) fn save(&self, name: &str, text: &str, base: Option<&str>) -> Result<Text, Unsaved> {
        let path = self.find(name).map_err(Unsaved::Refused)?;
        let _alone = self.writing.lock();
        let refused = |error: &std::io::Error| {
            Unsaved::Refused(match error.kind() {
                ErrorKind::NotFound => format!("{name} cannot be written: its folder is not there"),
                _ => format!("{name} cannot be written: {error}"),
            })
        };
        let there =
            if path.exists() { Some(self.read(name).map_err(Unsaved::Refused)?) } else { None };
        if there.as_ref().map(|there| there.hash.as_str()) != base {
            return Err(Unsaved::Changed(there));
        }
        let text = Text::of(text.to_owned());
        if there.is_some() {
            replace(&path, &text.text).map_err(|error| refused(&error))?;
        } else {
            // Whatever has come to be there since is not written over.
            let new = OpenOptions::new().write(true).create_new(true).open(&path);
            new.and_then(|mut file| file.write_all(text.text.as_bytes()))
                .map_err(|error| refused(&error))?;
        }
        Ok(text)
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
        if real.starts_with(&self.root) && is_toml(&real) {
            Ok(real)
        } else {
            Err(format!("“{name}” leads out of this folder"))
        }
    }
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "toml")
}

/// Writes a file as a whole: whoever reads it sees the old text or the new, whatever happens in between.
fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.new", std::process::id()));
    let beside = path.with_file_name(name);
    let write = || {
        let mut file = OpenOptions::new().write(true).create_new(true).open(&beside)?;
        file.write_all(text.as_bytes())?;
        file.set_permissions(fs::metadata(path)?.permissions())?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    let written = write();
    if written.is_err() {
        // What is left of it helps nobody.
        let _ = fs::remove_file(&beside);
    }
    written
}
