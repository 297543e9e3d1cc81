//! The first line of a journal: whose it is.

use serde::{Deserialize, Serialize};

use super::check;
use super::resolve::Study;

/// Version of the journal's format.
pub const FORMAT: u32 = 1;

/// Whose journal it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Header {
    /// Version of the format.
    pub zopa_journal: u32,
    /// The version that wrote it.
    pub zopa_version: String,
    /// The name of the results.
    pub run_id: String,
    /// The fingerprint of the study.
    pub fingerprint: String,
    /// What the study asks.
    pub title: String,
    /// The seed.
    pub seed: u64,
    /// Cases of the study.
    pub cases: u64,
    /// Names of the factors.
    pub factors: Vec<String>,
    /// Names of the outputs.
    pub outputs: Vec<String>,
}

/// Why a first line is no header that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoHeader {
    /// It is something else.
    Foreign,
    /// A newer version of the format.
    Newer(u32),
}

/// Why a journal is not this study's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stranger {
    /// Of another study, or of this one before it was changed.
    Study(String),
    /// Of this study, but another version of zopa played it.
    Version(String),
}

impl Header {
    /// The header of a study's journal.
    pub fn of(study: &Study) -> Self {
        Self {
            zopa_journal: FORMAT,
            zopa_version: env!("CARGO_PKG_VERSION").to_owned(),
            run_id: study.run_id().to_owned(),
            fingerprint: study.fingerprint.clone(),
            title: study.title.clone(),
            seed: study.play.seed,
            cases: study.cases(),
            factors: study.factors.iter().map(|factor| factor.name.clone()).collect(),
            outputs: study.outputs.clone(),
        }
    }

    /// The header as a line, without a newline.
    pub fn line(&self) -> String {
        // Nothing in a header can fail to be written.
        check::seal(&serde_json::to_string(self).unwrap_or_default())
    }

    /// Reads a first line.
    ///
    /// # Errors
    /// When it is not a header, or one of a newer format.
    pub fn parse(line: &str) -> Result<Self, NoHeader> {
        // The version comes first, and before the hash: a newer format may seal lines differently.
        let loose: Option<serde_json::Value> = serde_json::from_str(line).ok();
        let version = loose.as_ref().and_then(|header| header["zopa_journal"].as_u64());
        match version {
            Some(version) if version > u64::from(FORMAT) => {
                Err(NoHeader::Newer(version.try_into().unwrap_or(u32::MAX)))
            }
            Some(_) => {
                let (object, _) = check::open(line).ok_or(NoHeader::Foreign)?;
                serde_json::from_str(&object).map_err(|_| NoHeader::Foreign)
            }
            None => Err(NoHeader::Foreign),
        }
    }

    /// Is it the header of this study's journal, written by this version?
    ///
    /// # Errors
    /// How it differs.
    pub fn fits(&self, study: &Study) -> Result<(), Stranger> {
        if self.fingerprint != study.fingerprint {
            return Err(Stranger::Study(self.title.clone()));
        }
        if self.zopa_version != env!("CARGO_PKG_VERSION") {
            return Err(Stranger::Version(self.zopa_version.clone()));
        }
        Ok(())
    }
}
