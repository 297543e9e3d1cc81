//! Texts that a command line asks about: which, on which day, and what playing them says.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

use super::exit::Failure;
use super::input::read;
use super::package::package;
use crate::analysis::amend::{Amendments, amend};
use crate::model::{Scenario, months_between, path};
use crate::montecarlo::{Plan, Progress, StopReason, TextsPlayed, put_texts};
use crate::results::Envelope;
use crate::results::texts::{Asked, AskedText, Texts};
use crate::scenario::{MOST_TEXTS, load_texts};
use crate::text::shell;

/// Which texts, and when.
#[derive(Args, Debug)]
pub(crate) struct TextsArgs {
    /// A text, as in water=50,payment=120: every issue, an option by its name; NAME: before it names it (may be
    /// repeated)
    #[arg(long, value_name = "[NAME:] ISSUE=POSITION,…")]
    pub(crate) package: Vec<String>,
    /// Texts from a file: [texts.NAME], an issue a line; they come first
    #[arg(long, value_name = "TEXTS.toml")]
    pub(crate) texts: Option<PathBuf>,
    /// The day on which texts are put on the table [default: the as-of date]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) on: Option<Date>,
    /// Do not look for changes that would turn the likeliest no to a text
    #[arg(long)]
    pub(crate) as_it_is: bool,
}

impl TextsArgs {
    /// Is any text asked about?
    pub(crate) fn is_any(&self) -> bool {
        !self.package.is_empty() || self.texts.is_some()
    }

    /// The same as a shell reads it.
    pub(crate) fn words(&self) -> String {
        let texts = self.texts.iter().map(|path| format!(" --texts {}", shell::file(path)));
        let packages = self.package.iter();
        let packages = packages.map(|text| format!(" {}", shell::option("package", text)));
        let on = self.on.iter().map(|on| format!(" --on {on}"));
        let as_it_is = self.as_it_is.then(|| " --as-it-is".to_owned());
        texts.chain(packages).chain(on).chain(as_it_is).collect()
    }
}

/// Texts that can be played.
#[derive(Debug)]
pub(crate) struct Putting {
    on: Date,
    /// Months after the as-of date.
    t: f64,
    /// By name, in [0, 1].
    texts: Vec<(String, Vec<f64>)>,
    search: bool,
}

/// What playing them said.
#[derive(Debug)]
pub(crate) struct Put {
    texts: Vec<AskedText>,
    played: TextsPlayed,
    interrupted: bool,
}

impl Putting {
    /// The texts that are asked about, or what is wrong with them; `file` is that of the scenario.
    pub(crate) fn of(scenario: &Scenario, file: &Path, args: &TextsArgs) -> Result<Self, Failure> {
        let (on, t) = day(scenario, file, args)?;
        Ok(Self { on, t, texts: texts(scenario, args)?, search: !args.as_it_is })
    }

    /// Puts them on the table, and looks for changes of each that would turn its likeliest no.
    pub(crate) fn play(&self, scenario: &Scenario, plan: &Plan, progress: &dyn Progress) -> Put {
        let packages: Vec<Vec<f64>> = self.texts.iter().map(|(_, text)| text.clone()).collect();
        let played = put_texts(scenario, &packages, self.t, plan, progress);
        let mut interrupted = played.stopped == StopReason::Interrupted;
        let mut texts = Vec::with_capacity(self.texts.len());
        for (index, (label, text)) in self.texts.iter().enumerate() {
            let search = self.search && !interrupted;
            let amended = search
                .then(|| self.amended(scenario, text, (&played, index), plan, progress))
                .flatten();
            // What was cut short is no answer.
            let whole = |(_, against): &(Amendments, TextsPlayed)| against.worlds == played.worlds;
            interrupted |= amended.as_ref().is_some_and(|amended| !whole(amended));
            let amended = amended.filter(whole);
            texts.push(AskedText { label: label.clone(), text: text.clone(), amended });
        }
        Put { texts, played, interrupted }
    }

    /// Looks for changes that turn the likeliest no, and plays each against the text as it is.
    fn amended(
        &self,
        scenario: &Scenario,
        text: &[f64],
        (played, index): (&TextsPlayed, usize),
        plan: &Plan,
        progress: &dyn Progress,
    ) -> Option<(Amendments, TextsPlayed)> {
        let odds = &played.texts[index];
        let party = odds.likeliest_no()?.party;
        let next = odds.next_no().map(|one| one.party);
        let found = amend(scenario, text, (party, next), self.t, plan, progress)?;
        let changed = found.changes.iter().map(|change| change.text.clone());
        let all: Vec<Vec<f64>> = [text.to_vec()].into_iter().chain(changed).collect();
        Some((found, put_texts(scenario, &all, self.t, plan, progress)))
    }

    /// The answer, about a scenario of this file with these changes.
    pub(crate) fn answer(
        &self,
        scenario: &Scenario,
        put: &Put,
        file: &str,
        options: &str,
    ) -> Envelope<Texts> {
        let Put { texts, played, .. } = put;
        Envelope::of_texts(
            Asked { scenario, on: self.on, on_months: self.t, texts, played },
            file,
            options,
        )
    }
}

impl Put {
    /// Worlds played.
    pub(crate) fn worlds(&self) -> u64 {
        self.played.worlds
    }

    /// Did the user stop it?
    pub(crate) fn is_interrupted(&self) -> bool {
        self.interrupted
    }
}

/// The day on which texts are put, and how many months after the as-of date that is.
fn day(scenario: &Scenario, file: &Path, args: &TextsArgs) -> Result<(Date, f64), Failure> {
    let shown = file.display();
    let Some(as_of) = scenario.dated() else {
        let package = args.package.first();
        let package = package.map_or("--package ISSUE=POSITION,…".to_owned(), |text| {
            shell::option("package", text)
        });
        return Err(Failure::usage(format!(
            "{shown} plays alternating offers, where nobody tables a text for all to sign: a package is somebody’s \
             offer. What one is worth to whom, and whether it suits all: zopa map {} {package}",
            shell::file(file),
        )));
    };
    let on = args.on.unwrap_or(as_of);
    let t = months_between(as_of, on);
    let horizon = scenario.clock.horizon;
    if t < 0.0 {
        return Err(Failure::usage(format!(
            "--on {on} is before {as_of}, the as-of date from which {shown} is played; name that day or a later one"
        )));
    }
    if t >= horizon {
        return Err(Failure::usage(format!(
            "--on {on} is not before the end of the talks, {horizon} months after {as_of}; name an earlier day, or \
             let them last longer: clock.horizon in {shown}"
        )));
    }
    Ok((on, t))
}

/// The texts by name, in [0, 1].
fn texts(scenario: &Scenario, args: &TextsArgs) -> Result<Vec<(String, Vec<f64>)>, Failure> {
    let mut named: Vec<(String, Vec<f64>)> = Vec::new();
    if let Some(path) = &args.texts {
        let texts = load_texts(scenario, &path.display().to_string(), &read(path)?)
            .map_err(|rejected| Failure::rejected(&rejected.report))?;
        named.extend(texts.into_iter().map(|own| (own.name, own.text)));
    }
    let count = named.len() + args.package.len();
    if count > MOST_TEXTS {
        return Err(Failure::usage(format!(
            "{count} texts are too many, at most {MOST_TEXTS}: ask about the others by themselves"
        )));
    }
    for text in &args.package {
        let (name, terms) = match path::cut_once(text, ':') {
            Some((name, terms)) if path::cut_once(name, '=').is_none() => (Some(name), terms),
            _ => (None, text.as_str()),
        };
        let label = match name.map(path::plain) {
            Some(name) if name.is_empty() => {
                return Err(Failure::usage(format!(
                    "--package {text} has no name before its “:”; write it as 'NAME: ISSUE=POSITION,…'"
                )));
            }
            Some(name) => name.into_owned(),
            None if count == 1 => "the text".to_owned(),
            None => format!("text {}", named.len() + 1),
        };
        if named.iter().any(|(other, _)| *other == label) {
            return Err(Failure::usage(format!(
                "two texts are called “{label}”; give one of them another name, as in --package 'NAME: \
                 ISSUE=POSITION,…'"
            )));
        }
        let package = package(scenario, terms)?;
        let issues = scenario.issues.iter().zip(package);
        named.push((label, issues.map(|(issue, at)| issue.scale.to_unit(at)).collect()));
    }
    Ok(named)
}
