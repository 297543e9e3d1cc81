//! The journal on disk: one process at a time writes it, each line is whole or is not there, and what
//! is there is never written over.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::target::unwritable;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::note;
use crate::study::{Conflict, Contents, Header, NoHeader, Record, Stranger, Study};

/// The disk is asked to keep what it got so often; a killed process loses nothing, a power cut this.
const SYNC: Duration = Duration::from_secs(1);

/// What a journal's file holds.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// Its cases.
    pub(crate) contents: Contents,
    /// Bytes up to the end of the last whole line; 0 where there is not even a header.
    pub(crate) whole: u64,
    /// Does it end in half a line?
    pub(crate) torn: bool,
}

/// Reads a journal's lines and holds them against the study. `name` is what messages call it.
pub(crate) fn read(study: &Study, source: impl Read, name: &str) -> Result<Reading, Failure> {
    let failed = |error: io::Error| Failure::unreadable(name, &error);
    let mut source = BufReader::new(source);
    let mut line = Vec::new();
    let mut read = Reading::default();
    source.read_until(b'\n', &mut line).map_err(failed)?;
    if line.pop_if(|last| *last == b'\n').is_none() {
        // Nothing, or the start of a header that was never finished.
        let header = Header::of(study).line();
        if !header.as_bytes().starts_with(&line) {
            return Err(foreign(name));
        }
        read.torn = !line.is_empty();
        return Ok(read);
    }
    check_header(study, &line, name)?;
    read.whole = line.len() as u64 + 1;
    for number in 2.. {
        line.clear();
        source.read_until(b'\n', &mut line).map_err(failed)?;
        if line.is_empty() {
            break;
        }
        if line.pop_if(|last| *last == b'\n').is_none() {
            read.torn = true;
            break;
        }
        read.contents
            .add(&line, read.whole, number, study.cases())
            .map_err(|conflict| contradiction(&conflict, name, name))?;
        read.whole += line.len() as u64 + 1;
    }
    Ok(read)
}

fn foreign(name: &str) -> Failure {
    Failure::invalid(format!(
        "{name} is not a journal of zopa; it is left as it is. Name another with --out or --journal"
    ))
}

fn check_header(study: &Study, line: &[u8], name: &str) -> Result<(), Failure> {
    let header = std::str::from_utf8(line).map_err(|_| foreign(name))?;
    let header = match Header::parse(header) {
        Ok(header) => header,
        Err(NoHeader::Foreign) => return Err(foreign(name)),
        Err(NoHeader::Newer(version)) => {
            return Err(Failure::invalid(format!(
                "{name} is in version {version} of the journal's format, and this zopa ({}) knows \
                 version {}: go on with the zopa that wrote it, or a newer one",
                env!("CARGO_PKG_VERSION"),
                crate::study::FORMAT
            )));
        }
    };
    match header.fits(study) {
        Ok(()) => Ok(()),
        Err(Stranger::Study(title)) => Err(Failure::invalid(format!(
            "{name} is the journal of another study (“{title}”, run {}; this one is “{}”, run {}). \
             The study or one of its scenarios was changed since, or it is another's. It is left as \
             it is: give this study a folder of its own with --out",
            header.run_id,
            study.title,
            study.run_id()
        ))),
        Err(Stranger::Version(version)) => Err(Failure::invalid(format!(
            "{name} was written by zopa {version}, and this is zopa {}: numbers may differ between \
             versions. Go on with zopa {version}, or begin anew with --out",
            env!("CARGO_PKG_VERSION")
        ))),
    }
}

/// Two journals, or two lines of one, that say different things about the same case.
pub(crate) fn contradiction(conflict: &Conflict, one: &str, other: &str) -> Failure {
    Failure::new(
        Exit::NotMet,
        format!(
            "case {} has two different results: {one}, line {}, and {other}, line {}. One of them was \
             not made by this zopa on sound hardware. Nothing was changed; take the wrong line out, \
             and zopa verify tells which one it is",
            conflict.case, conflict.first, conflict.second
        ),
    )
}

#[expect(
    clippy::disallowed_methods,
    reason = "how often the disk is asked to keep up changes no byte"
)]
fn now() -> Instant {
    Instant::now()
}

/// A journal that is being written.
pub(crate) struct JournalFile {
    path: PathBuf,
    file: File,
    /// What it holds.
    pub(crate) contents: Contents,
    end: u64,
    lines: u64,
    synced: Instant,
}

impl JournalFile {
    /// Opens the journal of a study, or begins one where `begin` allows; takes the lock, reads what is
    /// there and cuts off half a line at its end.
    pub(crate) fn open(study: &Study, path: &Path, begin: bool) -> Result<Self, Failure> {
        let name = path.display().to_string();
        let opened =
            OpenOptions::new().read(true).write(true).create(begin).truncate(false).open(path);
        let file = match opened {
            Err(error) if error.kind() == io::ErrorKind::NotFound && !begin => {
                return Err(Failure::usage(format!(
                    "there is no journal {name} to go on with: begin with zopa study run"
                )));
            }
            opened => opened.map_err(|error| unwritable(path, &error))?,
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Failure::io(format!(
                    "another zopa is writing {name}; wait for it, or play other chunks into a journal \
                     of their own (--chunks A..B --journal FILE) and merge them"
                )));
            }
            Err(TryLockError::Error(error)) => {
                note(&format!(
                    "{name} cannot be locked ({error}): see to it that nobody else writes it"
                ));
            }
        }
        let read = read(study, &file, &name)?;
        for line in &read.contents.damaged {
            note(&format!("line {line} of {name} is damaged; its case is played again"));
        }
        if read.torn {
            note(&format!("the last line of {name} was cut off; its case is played again"));
        }
        let lines = 1 + read.contents.places.len() as u64 + read.contents.damaged.len() as u64;
        let mut journal = Self {
            path: path.to_owned(),
            file,
            contents: read.contents,
            end: read.whole,
            lines,
            synced: now(),
        };
        let cut = journal.file.set_len(read.whole);
        cut.and_then(|()| journal.file.seek(SeekFrom::Start(read.whole)))
            .map_err(|error| unwritable(path, &error))?;
        if read.whole == 0 {
            journal.write(&Header::of(study).line())?;
            journal.lines = 1;
        }
        Ok(journal)
    }

    /// Adds a case.
    pub(crate) fn append(&mut self, record: &Record, cases: u64) -> Result<(), Failure> {
        self.append_line(&record.line(), cases)
    }

    /// Adds the line of a case that is not there yet.
    pub(crate) fn append_line(&mut self, line: &str, cases: u64) -> Result<(), Failure> {
        let offset = self.end;
        self.write(line)?;
        let name = self.path.display().to_string();
        self.contents
            .add(line.as_bytes(), offset, self.lines, cases)
            .map_err(|conflict| contradiction(&conflict, &name, &name))
    }

    fn write(&mut self, line: &str) -> Result<(), Failure> {
        // One write, so that whoever reads sees whole lines but for the last.
        let written = self.file.write_all(format!("{line}\n").as_bytes());
        if let Err(error) = written {
            // What is half there would be taken for damage: take it back, as far as the disk lets us.
            let _ = self.file.set_len(self.end);
            return Err(unwritable(&self.path, &error));
        }
        self.end += line.len() as u64 + 1;
        self.lines += 1;
        if self.synced.elapsed() >= SYNC {
            self.sync()?;
        }
        Ok(())
    }

    /// Waits until the disk has it all.
    pub(crate) fn sync(&mut self) -> Result<(), Failure> {
        self.synced = now();
        self.file.sync_data().map_err(|error| unwritable(&self.path, &error))
    }

    /// Hands over every record, in the order of the cases.
    pub(crate) fn each(
        &mut self,
        mut take: impl FnMut(&Record) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let name = self.path.display().to_string();
        let failed = |error: io::Error| Failure::unreadable(&name, &error);
        let mut line = Vec::new();
        for place in self.contents.places.values() {
            line.resize(place.length as usize, 0);
            self.file.seek(SeekFrom::Start(place.offset)).map_err(failed)?;
            self.file.read_exact(&mut line).map_err(failed)?;
            let text = String::from_utf8_lossy(&line);
            let (record, _) = Record::parse(&text).map_err(|_| {
                Failure::io(format!("line {} of {name} was changed while it was read", place.line))
            })?;
            take(&record)?;
        }
        self.file.seek(SeekFrom::Start(self.end)).map_err(failed)?;
        Ok(())
    }
}
