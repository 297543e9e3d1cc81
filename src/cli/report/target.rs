//! Where a report goes. Whether it can go there is found out before anything is played; it takes its
//! name only when it is whole; and if it cannot be written in the end, it is kept elsewhere.

use std::fs::{self, File, OpenOptions};
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use super::{ReportArgs, ReportFormat};
use crate::cli::ending;
use crate::cli::exit::{Exit, Failure};
use crate::cli::idle::refuse;
use crate::cli::input::parent;
use crate::cli::output::{note, print_exact};

/// Where a report goes, and as what.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) format: ReportFormat,
    place: Place,
}

#[derive(Debug)]
enum Place {
    Output,
    File(PathBuf),
    Folder(PathBuf),
}

impl Target {
    /// What the command line asks for, if it can be done. `input` is what the report is of.
    pub(super) fn of(args: &ReportArgs, input: &Path) -> Result<Self, Failure> {
        let named = args.output.as_deref().filter(|path| *path != Path::new("-"));
        let guessed = match named.and_then(ending::of).as_deref() {
            Some("md" | "markdown") => ReportFormat::Md,
            Some("json") => ReportFormat::Json,
            _ => ReportFormat::Html,
        };
        let format = args.format.unwrap_or(guessed);
        lengths(args, format)?;
        if let Some(path) = named.filter(|_| format == ReportFormat::Svg) {
            ending::expect_folder("-o", path)?;
        }
        let place = match (format, named) {
            _ if args.json => Place::Output,
            (ReportFormat::Svg, None) => {
                return Err(Failure::usage(
                    "--format svg makes several files; name a folder for them with -o",
                ));
            }
            (ReportFormat::Svg, Some(path)) => folder(path)?,
            (ReportFormat::Html | ReportFormat::Md | ReportFormat::Json, Some(path)) => {
                file(path, input)?
            }
            (ReportFormat::Html, None) if args.output.is_none() && io::stdout().is_terminal() => {
                return Err(Failure::usage(
                    "a page is not for a terminal; name a file for it, as in -o report.html",
                ));
            }
            (ReportFormat::Html | ReportFormat::Md | ReportFormat::Json, None) => Place::Output,
        };
        if let Some(path) = named {
            fits(path, format, args.format.is_some())?;
        }
        Ok(Self { format, place })
    }

    /// Writes a text.
    pub(super) fn write(&self, text: &str) -> Result<Exit, Failure> {
        match &self.place {
            Place::Output | Place::Folder(_) => print_exact(text),
            Place::File(path) => {
                keep(path, text)?;
                note(&format!("wrote {}", path.display()));
                Ok(Exit::Ok)
            }
        }
    }

    /// Writes several files into the folder.
    pub(super) fn write_all(&self, files: &[(String, String)]) -> Result<Exit, Failure> {
        let Place::Folder(folder) = &self.place else { return Ok(Exit::Ok) };
        fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
        for (name, text) in files {
            keep(&folder.join(name), text)?;
        }
        note(&format!("wrote {} charts to {}", files.len(), folder.display()));
        Ok(Exit::Ok)
    }
}

/// Is that what a file of this name holds?
fn fits(path: &Path, format: ReportFormat, asked: bool) -> Result<(), Failure> {
    let (word, endings): (_, &[&str]) = match format {
        ReportFormat::Svg => return Ok(()),
        ReportFormat::Html => ("html", &["html", "htm"]),
        ReportFormat::Md => ("md", &["md", "markdown"]),
        ReportFormat::Json => ("json", &["json"]),
    };
    let mend = if asked {
        format!("--format {word} is written as .{}; give the file that ending", endings[0])
    } else {
        "a report is a page (.html), a memo (.md), its numbers (.json), or its charts in a folder (--format \
         svg -o FOLDER). For PDF print the page from a browser; for Word or slides open the page or the memo \
         there"
            .to_owned()
    };
    ending::expect("-o", path, endings, &mend)
}

/// Are the lengths asked for those of the format?
fn lengths(args: &ReportArgs, format: ReportFormat) -> Result<(), Failure> {
    match format {
        ReportFormat::Html => {
            let why = "on a page, which is whole unless --brief is said; leave it out";
            refuse(&[("--full", args.full)], why)
        }
        ReportFormat::Md => Ok(()),
        ReportFormat::Svg | ReportFormat::Json => {
            let why = "on charts and numbers, which are always all; leave it out, or write a page or a memo";
            refuse(&[("--brief", args.brief), ("--full", args.full)], why)
        }
    }
}

fn file(path: &Path, input: &Path) -> Result<Place, Failure> {
    let shown = path.display();
    // A link is followed: its target is what would be written over.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if let Ok(there) = fs::metadata(&path) {
        if !there.is_file() {
            let what = if there.is_dir() { "a folder" } else { "no ordinary file" };
            return Err(Failure::usage(format!(
                "{shown} is {what}; name a file, as in -o report.html"
            )));
        }
        if fs::canonicalize(input).is_ok_and(|input| input == path) {
            return Err(Failure::usage(format!(
                "{shown} is what the report is of, and would be lost; name another file"
            )));
        }
    }
    let folder = parent(&path);
    if !folder.is_dir() {
        return Err(Failure::io(format!(
            "cannot write {shown}: there is no folder {}; make it first",
            folder.display()
        )));
    }
    try_out(&path)?;
    Ok(Place::File(path))
}

fn folder(path: &Path) -> Result<Place, Failure> {
    if path.exists() && !path.is_dir() {
        return Err(Failure::usage(format!(
            "{} is a file; --format svg makes several, name a folder for them",
            path.display()
        )));
    }
    fs::create_dir_all(path).map_err(|error| unwritable(path, &error))?;
    try_out(&path.join("chart.svg"))?;
    Ok(Place::Folder(path.to_owned()))
}

/// Can a file be made beside this one?
fn try_out(path: &Path) -> Result<(), Failure> {
    let (file, part) = create(path).map_err(|error| unwritable(path, &error))?;
    drop(file);
    fs::remove_file(&part).map_err(|error| unwritable(path, &error))
}

/// A new file beside this one, and its name: never one that is there.
fn create(path: &Path) -> io::Result<(File, PathBuf)> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut number = 0;
    loop {
        // Names have limits; the beginning is enough to be known by.
        let short: String = name.chars().take(40).collect();
        let part = parent(path).join(format!(".{short}.{}.{number}.part", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&part) {
            Ok(file) => return Ok((file, part)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 100 => {
                number += 1;
            }
            Err(error) => return Err(error),
        }
    }
}

/// Writes a file whole, or not at all. Where that fails, the text is kept among temporary files.
fn keep(path: &Path, text: &str) -> Result<(), Failure> {
    let Err(error) = put(path, text) else { return Ok(()) };
    let mut failure = unwritable(path, &error);
    let name = path.file_name().unwrap_or_default();
    let elsewhere = std::env::temp_dir().join(name);
    // Never over something that is there.
    let kept = !elsewhere.exists() && put(&elsewhere, text).is_ok();
    if kept {
        failure.message += &format!("; the report is kept in {}", elsewhere.display());
    }
    Err(failure)
}

fn put(path: &Path, text: &str) -> io::Result<()> {
    let (mut file, part) = create(path)?;
    let written = file
        .write_all(text.as_bytes())
        .and_then(|()| file.sync_data())
        .and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        // What is left of it is of no use; if it cannot go, the user sees it.
        let _ = fs::remove_file(&part);
    }
    written
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure::unwritable(path.display(), error)
}
