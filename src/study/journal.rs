//! What a journal holds: which cases, and where their lines stand.

use std::collections::BTreeMap;

use super::record::Record;

/// Where the line of a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// Its first byte.
    pub offset: u64,
    /// Its bytes, without the newline.
    pub length: u64,
    /// Its hash.
    pub hash: u64,
    /// Its line, from 1.
    pub line: u64,
}

/// What a journal holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Contents {
    /// The cases, each with the place of its first line.
    pub places: BTreeMap<u64, Place>,
    /// Cases that could not be played.
    pub invalid: u64,
    /// Lines that are damaged, from 1; their cases have to be played again.
    pub damaged: Vec<u64>,
}

/// Two lines about one case that differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Conflict {
    /// The case.
    pub case: u64,
    /// The line that came first, from 1.
    pub first: u64,
    /// The other.
    pub second: u64,
}

impl Contents {
    /// Is the case there?
    pub fn has(&self, case: u64) -> bool {
        self.places.contains_key(&case)
    }

    /// Adds the line `line` (from 1) that starts at a byte, for a study of so many cases. A line that
    /// is not a whole record, or is of a case the study does not have, is noted as damaged.
    ///
    /// # Errors
    /// When another line says something else about the same case.
    pub fn add(&mut self, text: &[u8], offset: u64, line: u64, cases: u64) -> Result<(), Conflict> {
        let read = std::str::from_utf8(text).ok().and_then(|text| Record::parse(text).ok());
        let Some((record, hash)) = read.filter(|(record, _)| record.case < cases) else {
            self.damaged.push(line);
            return Ok(());
        };
        let place = Place { offset, length: text.len() as u64, hash, line };
        match self.places.get(&record.case) {
            Some(before) if before.hash != hash => {
                Err(Conflict { case: record.case, first: before.line, second: line })
            }
            Some(_) => Ok(()),
            None => {
                self.places.insert(record.case, place);
                self.invalid += u64::from(!record.is_played());
                Ok(())
            }
        }
    }
}
