//! The results of a study, written from its journal in the order of the cases.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::journal_file::JournalFile;
use super::target::{Target, replace, unwritable};
use crate::cli::exit::Failure;
use crate::cli::output::pretty;
use crate::present::study::ResultTable;
use crate::results::Envelope;
use crate::results::study::{CaseLine, Gathered, Manifest, StudyOverview};

/// Names of the results in their folder.
pub(crate) const TABLE: &str = "results.csv";
pub(crate) const LINES: &str = "results.jsonl";
pub(crate) const MANIFEST: &str = "manifest.json";

/// Writes the table, the lines and the manifest of what the journal holds; the overview of them.
pub(crate) fn write(
    target: &Target,
    journal: &mut JournalFile,
) -> Result<Envelope<StudyOverview>, Failure> {
    let study = &target.study;
    let mut cases = Gathered::new(study);
    let mut table_file = ResultWriter::create(&target.folder, TABLE)?;
    let mut lines_file = ResultWriter::create(&target.folder, LINES)?;
    {
        let path = target.folder.join(TABLE);
        let failed = |error: csv::Error| match error.into_kind() {
            csv::ErrorKind::Io(error) => unwritable(&path, &error),
            other => Failure::io(format!("cannot write {}: {other:?}", path.display())),
        };
        let mut table = ResultTable::new(study, &mut table_file).map_err(failed)?;
        journal.each(|record| {
            cases.push(record);
            let line = CaseLine::new(study, record).text() + "\n";
            lines_file
                .write_all(line.as_bytes())
                .map_err(|error| unwritable(&target.folder.join(LINES), &error))?;
            table.push(record).map_err(failed)
        })?;
        table.finish().map_err(failed)?;
    }
    let files = [table_file.finish(&target.folder)?, lines_file.finish(&target.folder)?];
    let manifest = Manifest::new(study, &target.file, &journal.contents, BTreeMap::from(files));
    // Nothing in it could fail to be written: its keys are texts.
    let manifest = pretty(&serde_json::to_value(manifest).unwrap_or_default());
    replace(&target.folder.join(MANIFEST), manifest.as_bytes())?;
    Ok(cases.overview())
}

/// A file that takes its name only when it is whole, and knows its hash.
struct ResultWriter {
    name: &'static str,
    out: BufWriter<File>,
    hash: blake3::Hasher,
}

impl ResultWriter {
    fn create(folder: &Path, name: &'static str) -> Result<Self, Failure> {
        let path = part(folder, name);
        let file = File::create(&path).map_err(|error| unwritable(&path, &error))?;
        Ok(Self { name, out: BufWriter::new(file), hash: blake3::Hasher::new() })
    }

    /// Its name, and blake3 of its bytes in hexadecimal digits.
    fn finish(mut self, folder: &Path) -> Result<(String, String), Failure> {
        let path = folder.join(self.name);
        self.out
            .flush()
            .and_then(|()| self.out.get_ref().sync_data())
            .and_then(|()| fs::rename(part(folder, self.name), &path))
            .map_err(|error| unwritable(&path, &error))?;
        Ok((self.name.to_owned(), self.hash.finalize().to_hex().to_string()))
    }
}

fn part(folder: &Path, name: &str) -> std::path::PathBuf {
    folder.join(format!("{name}.part"))
}

impl Write for ResultWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
