//! What is asked to be played.

use serde::{Deserialize, Serialize};

use crate::model::{Scenario, path};
use crate::montecarlo::Plan;
use crate::scenario::{LoadOptions, load};
use crate::stream::Seed;
use crate::text::shell;

/// A scenario, what is changed in it, how much is to be played, and what is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What is wanted.
    pub wanted: Wanted,
    /// The scenario's file, as results name it.
    pub file: String,
    /// The text of the file.
    pub text: String,
    /// A variant of the file.
    #[serde(default)]
    pub variant: Option<String>,
    /// Changed numbers, as `--set` takes them: `path=value`.
    #[serde(default)]
    pub sets: Vec<String>,
    /// What is changed on top of that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// Which verb is to tell, where that is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verb: Option<Verb>,
    /// Which trial is to be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trial: Option<Which>,
    /// The seed: in quotes, as it may have more digits than a script keeps of a number.
    #[serde(default = "Request::seed")]
    pub seed: String,
    /// Worlds, at the end.
    #[serde(default = "Request::worlds")]
    pub worlds: u64,
    /// Histories in each.
    #[serde(default = "Request::histories")]
    pub histories: u64,
}

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wanted {
    /// What `zopa run --json` prints, byte for byte.
    Run,
    /// What the change does to the odds, and the pieces of the changed report's page.
    Report,
    /// The scenario's file with the change in it.
    Scenario,
    /// What the change does to the odds, alone.
    Odds,
    /// What a verb tells.
    Told,
    /// The report, as a page to be kept.
    Page,
}

/// A verb that tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verb {
    /// The odds.
    Run,
    /// Who wants what, and what all could sign.
    Map,
    /// What the odds hang on.
    Drivers,
    /// What the file's variants make of them.
    Compare,
    /// The story of one trial.
    Explain,
}

/// A trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Which {
    /// By its number.
    Number(u64),
    /// One that stands for many.
    Typical(Typical),
}

/// What a trial stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Typical {
    /// Deals.
    Deal,
    /// Failures.
    Failure,
    /// Failures by a hair.
    NearMiss,
}

/// What is changed on a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The text of the file, where that is another by now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The variant that is to be played; none of the file's where it is null.
    pub variant: Option<String>,
    /// Numbers, as `--set` takes them.
    pub sets: Vec<String>,
}

/// A scenario with the options that make it of its file.
#[derive(Clone, Debug)]
pub(super) struct Made {
    pub(super) scenario: Scenario,
    pub(super) load: LoadOptions,
    /// As the command line has them.
    pub(super) options: String,
    /// The file with them, as a shell reads it.
    pub(super) words: String,
}

impl Request {
    fn seed() -> String {
        Plan::SEED.0.to_string()
    }

    fn worlds() -> u64 {
        Plan::WORLDS
    }

    fn histories() -> u64 {
        Plan::HISTORIES
    }

    /// How so many worlds of it are played, on so many threads; what is wrong with it, in words.
    pub(super) fn plan(&self, threads: usize) -> Result<Plan, String> {
        let seed =
            self.seed.parse().map_err(|_| format!("the seed {} is no whole number", self.seed))?;
        let (worlds, histories) = (1..=Plan::MOST_WORLDS, 2..=Plan::MOST_HISTORIES);
        if !worlds.contains(&self.worlds) || !histories.contains(&self.histories) {
            return Err(format!(
                "worlds are 1 to {}, and histories of each 2 to {}",
                worlds.end(),
                histories.end()
            ));
        }
        Ok(Plan {
            seed: Seed(seed),
            worlds: self.worlds,
            histories: self.histories,
            threads,
            ..Plan::default()
        })
    }

    /// The scenario without the page's change.
    pub(super) fn base(&self) -> Result<Made, String> {
        self.make(&self.text, self.variant.clone(), &self.sets)
    }

    /// The scenario with it.
    pub(super) fn changed(&self) -> Result<Made, String> {
        let Some(change) = &self.change else { return self.base() };
        let (text, sets) = self.changes();
        self.make(text, change.variant.clone(), &sets)
    }

    /// A variant of the changed file, as one side of a comparison.
    pub(super) fn with_variant(&self, id: &str) -> Result<Made, String> {
        let (text, sets) = self.changes();
        self.make(text, Some(id.to_owned()), &sets)
    }

    /// The text and the numbers with the change.
    fn changes(&self) -> (&str, Vec<String>) {
        let change = self.change.as_ref();
        let text = change.and_then(|change| change.text.as_ref()).unwrap_or(&self.text);
        let more = change.iter().flat_map(|change| &change.sets);
        (text, self.sets.iter().chain(more).cloned().collect())
    }

    fn make(&self, text: &str, variant: Option<String>, sets: &[String]) -> Result<Made, String> {
        let cut = |set: &String| {
            let (path, value) = path::cut_once(set, '=')
                .ok_or_else(|| format!("{set} has no “=”; a change is written PATH=VALUE"))?;
            Ok((path.trim().to_owned(), value.trim().to_owned()))
        };
        let overrides = sets.iter().map(cut).collect::<Result<_, String>>()?;
        let options = shell::changes(variant.as_deref(), sets);
        let words = format!("{} {options}", shell::file(&self.file)).trim_end().to_owned();
        let load_options = LoadOptions { variant, overrides };
        let loaded = load(&self.file, text, &load_options);
        let scenario = loaded.map_err(|rejected| rejected.to_string())?.scenario;
        Ok(Made { scenario, load: load_options, options, words })
    }
}
