//! Domains and profiles of GENIUS (Lin, Kraus, Baarslag, Tykhonov, Hindriks & Jonker 2014, *Genius: an
//! integrated environment for supporting the design of generic automated negotiators*) into a scenario
//! of alternating offers.
//!
//! The meaning is GENIUS's own for additive utility: an evaluation divided by the greatest of its issue,
//! integers and reals valued by their evaluator and not divided, the reservation value as it stands. Weights
//! are made to sum to 1, which GENIUS does not do by itself: that is noted. Other tools read the same files
//! otherwise. What a scenario cannot hold is an error where it would change a utility, and a note where it
//! would not; so is whatever was mended or assumed.

mod domain;
mod profile;
mod value;
mod write;
mod xml;

use std::borrow::Cow;

use super::diagnostic::Report;
use super::load::Rejected;
use super::source::Source;

pub use write::Imported;
use xml::Wrong;

/// A file of GENIUS.
#[derive(Clone, Copy, Debug)]
pub struct GeniusFile<'a> {
    /// What messages call it; the party of a profile is named after its last part.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// What a domain and the profiles of its parties mean, as the text of a scenario of `rounds` rounds.
///
/// # Errors
/// What is wrong with the files, with its place; all that is found, file by file.
pub fn import_genius(
    domain: GeniusFile<'_>,
    profiles: &[GeniusFile<'_>],
    rounds: usize,
) -> Result<Imported, Rejected> {
    let mended: Vec<(&str, Cow<'_, str>, Vec<&str>)> = std::iter::once(&domain)
        .chain(profiles)
        .map(|file| {
            let (text, said) = xml::mend(file.text);
            (file.name, text, said)
        })
        .collect();
    let files: Vec<GeniusFile<'_>> =
        mended.iter().map(|(name, text, _)| GeniusFile { name, text }).collect();
    let sources = || files.iter().map(|file| Source::new(file.name, file.text)).collect();
    let rejected = |found: Vec<Wrong>| {
        let found = found.into_iter().map(Wrong::told).collect();
        Rejected { report: Report::new(sources(), found) }
    };
    let mut notes = Vec::new();
    for (name, _, said) in &mended {
        notes.extend(said.iter().map(|said| format!("{}: {said}", last_part(name))));
    }
    let negotiated = domain::read(files[0], &mut notes).map_err(rejected)?;
    let mut parties = Vec::new();
    let mut found = Vec::new();
    for (index, &file) in files.iter().enumerate().skip(1) {
        match profile::read(file, index, &negotiated) {
            Ok(read) => {
                notes.extend(read.notes.iter().cloned());
                parties.push(read);
            }
            Err(wrong) => found.extend(wrong),
        }
    }
    if !found.is_empty() {
        return Err(rejected(found));
    }
    write::scenario(&negotiated, &parties, rounds, notes).map_err(rejected)
}

/// A name without the folders before it.
fn last_part(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}
