//! What a study's results say, for a report: read without a lock, so that it may be asked while one runs.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

use super::journal_file::read;
use super::target::Target;
use crate::cli::exit::Failure;
use crate::results::Envelope;
use crate::results::study::{Gathered, StudyOverview};
use crate::study::Record;

/// Reads the results in a folder.
pub(crate) fn overview(folder: &Path) -> Result<Envelope<StudyOverview>, Failure> {
    let target = Target::read(folder, None)?;
    let path = target.journal();
    let name = path.display().to_string();
    let failed = |error: std::io::Error| Failure::unreadable(&name, &error);
    let mut file = File::open(&path).map_err(failed)?;
    let found = read(&target.study, &file, &name)?;
    let mut cases = Gathered::new(&target.study);
    let mut line = Vec::new();
    for place in found.contents.places.values() {
        line.resize(place.length as usize, 0);
        file.seek(SeekFrom::Start(place.offset)).map_err(failed)?;
        file.read_exact(&mut line).map_err(failed)?;
        let text = String::from_utf8_lossy(&line);
        let (record, _) = Record::parse(&text).map_err(|_| {
            Failure::io(format!("line {} of {name} was changed while it was read", place.line))
        })?;
        cases.push(&record);
    }
    let overview = cases.overview();
    if overview.result.played == 0 {
        return Err(Failure::invalid(format!(
            "{name} holds no case that was played: there is nothing to report yet"
        )));
    }
    Ok(overview)
}
