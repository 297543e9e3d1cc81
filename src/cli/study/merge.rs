//! `zopa study merge`: journals of the same study, joined. All are read and found sound before the
//! first line is added.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use super::args::StudyMergeArgs;
use super::journal_file::{JournalFile, contradiction, read};
use super::results;
use super::target::{Target, unwritable};
use crate::cli::exit::{Exit, Failure};
use crate::cli::output;
use crate::present::study::tell_overview;
use crate::render::terminal::terminal;
use crate::study::Conflict;
use crate::text::WIDTH;

pub(crate) fn merge(args: &StudyMergeArgs) -> Result<Exit, Failure> {
    let target = Target::read(&args.study, args.out.as_deref())?;
    let study = &target.study;
    let folder = &target.folder;
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
    let mut journal = JournalFile::open(study, &target.journal(), true)?;
    let own = target.journal().display().to_string();
    for part in &args.journals {
        let bytes = bytes(part)?;
        let name = part.display().to_string();
        let found = read(study, bytes.as_slice(), &name)?;
        if found.torn {
            output::note(&format!("the last line of {name} is cut off and left out"));
        }
        for line in &found.contents.damaged {
            output::note(&format!("line {line} of {name} is damaged and left out"));
        }
        for (&case, place) in &found.contents.places {
            if let Some(before) = journal.contents.places.get(&case)
                && before.hash != place.hash
            {
                let conflict = Conflict { case, first: before.line, second: place.line };
                return Err(contradiction(&conflict, &own, &name));
            }
        }
        for (&case, place) in &found.contents.places {
            if !journal.contents.has(case) {
                let at = place.offset as usize..(place.offset + place.length) as usize;
                let line = String::from_utf8_lossy(&bytes[at]);
                journal.append_line(&line, study.cases())?;
            }
        }
    }
    journal.sync()?;
    target.keep_inputs()?;
    let overview = results::write(&target, &mut journal)?;
    if args.quiet {
        return Ok(Exit::Ok);
    }
    let table = folder.join(results::TABLE).display().to_string();
    output::print_text(&terminal(&tell_overview(&overview, &table), WIDTH))
}

/// A journal, from a file or from standard input.
fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let read = if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else if path.is_dir() {
        fs::read(path.join("journal.jsonl"))
    } else {
        fs::read(path)
    };
    read.map_err(|error| Failure::unreadable(path.display(), &error))
}
