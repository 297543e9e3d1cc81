//! `zopa compare`: what a change does to the odds, on the same random numbers.

use std::path::{Path, PathBuf};

use clap::Args;

use super::args::TrialArgs;
use super::exit::{Exit, Failure};
use super::input::{note_warnings, scenario_quietly};
use super::output::{answered, ended};
use super::progress::Bar;
use super::report::ReportArgs;
use super::run::outcome_of;
use crate::model::Scenario;
use crate::montecarlo::{Plan, StopReason, compare as play};
use crate::present::compare::{csv, tell};
use crate::results::Envelope;
use crate::results::compare::{Compared, Side};
use crate::text::shell;

/// What to hold against what.
#[derive(Args, Debug)]
#[command(after_help = "Several files: the first is the base. One file: it is the base, and its \
    variants and changes are the alternatives: one for each variant, one for all --set together, and \
    one for each --alternative.")]
pub(crate) struct CompareArgs {
    /// The base, then the files to compare with it
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Compare with every variant the file defines
    #[arg(long, conflicts_with = "variant_names")]
    pub(crate) variants: bool,
    /// Compare with this variant (may be repeated)
    #[arg(long = "variant", value_name = "NAME")]
    pub(crate) variant_names: Vec<String>,
    /// Compare with this value changed; all --set together are one alternative (may be repeated)
    #[arg(long = "set", value_name = "PATH=VALUE")]
    pub(crate) sets: Vec<String>,
    /// Compare with an alternative of this name and these values (may be repeated)
    #[arg(long = "alternative", value_name = "NAME: PATH=VALUE; …")]
    pub(crate) named: Vec<String>,
    /// Whose odds the answer is about: a link of the chain or a question's id of the base [default:
    /// signed, unless another moves more]
    #[arg(long, value_name = "NAME")]
    pub(crate) of: Option<String>,
    #[command(flatten)]
    pub(crate) trials: TrialArgs,
    /// Print JSON
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Print CSV: one row a figure and alternative
    #[arg(long)]
    pub(crate) csv: bool,
}

pub(crate) fn compare(args: &CompareArgs) -> Result<Exit, Failure> {
    let (base, alternatives) = candidates(args)?;
    let plan = args.trials.plan(Plan::WORLDS);
    let of = args.of.as_deref().map(|name| outcome_of(name, &base.scenario)).transpose()?;
    let scenarios: Vec<&Scenario> = alternatives.iter().map(|one| &one.scenario).collect();
    let bar = Bar::new(plan.worlds);
    let contrasts = play(&base.scenario, &scenarios, &plan, &bar);
    bar.finish();
    let sides: Vec<Side<'_>> = alternatives.iter().map(Candidate::side).collect();
    let compared = Compared { base: base.side(), alternatives: &sides, contrasts: &contrasts, of };
    let answer = Envelope::of_compare(compared);
    answered((args.json, args.csv), &answer, csv, tell)?;
    Ok(ended(contrasts.stopped == StopReason::Interrupted, contrasts.worlds, "figures"))
}

/// A scenario to be compared, with what it is called.
struct Candidate {
    scenario: Scenario,
    label: String,
    title: String,
    file: String,
    options: String,
}

impl Candidate {
    fn side(&self) -> Side<'_> {
        Side {
            scenario: &self.scenario,
            label: &self.label,
            title: &self.title,
            file: &self.file,
            options: &self.options,
        }
    }
}

/// A base and its alternatives, for a report.
pub(crate) struct Candidates {
    base: Candidate,
    alternatives: Vec<Candidate>,
}

impl Candidates {
    /// The variants a report is to compare with; `None` where it compares with nothing. Each variant
    /// is loaded with the report's own `--set`, as its base is.
    pub(crate) fn of_report(
        args: &ReportArgs,
        scenario: &Scenario,
    ) -> Result<Option<Self>, Failure> {
        let file = &args.scenario.file;
        if args.variants && scenario.variants.is_empty() {
            return Err(no_variants(file));
        }
        let names: Vec<String> = if args.variants {
            scenario.variants.iter().map(|variant| variant.id.clone()).collect()
        } else {
            args.compare.clone()
        };
        if names.is_empty() {
            return Ok(None);
        }
        if args.scenario.variant.is_some() {
            return Err(Failure::usage(
                "--variant is what the report is of, and --compare and --variants compare variants with \
                 the file as it is; choose one of them",
            ));
        }
        let changes = names.into_iter().map(|name| {
            let sets = args.scenario.sets.clone();
            changed(file, scenario, Change { label: name.clone(), variant: Some(name), sets })
        });
        let alternatives = changes.collect::<Result<_, _>>()?;
        let options = args.scenario.options();
        let base = Candidate {
            label: "the file as it is".to_owned(),
            options,
            ..of_file(file, scenario.clone())
        };
        Ok(Some(Self { base: Candidate { title: String::new(), ..base }, alternatives }))
    }

    /// The base.
    pub(crate) fn base(&self) -> Side<'_> {
        self.base.side()
    }

    /// The alternatives.
    pub(crate) fn sides(&self) -> impl Iterator<Item = Side<'_>> {
        self.alternatives.iter().map(Candidate::side)
    }

    /// The alternatives' scenarios.
    pub(crate) fn scenarios(&self) -> Vec<&Scenario> {
        self.alternatives.iter().map(|one| &one.scenario).collect()
    }
}

/// A change of one file: a variant, or values set.
struct Change {
    label: String,
    variant: Option<String>,
    sets: Vec<String>,
}

/// Loads the base and the alternatives.
fn candidates(args: &CompareArgs) -> Result<(Candidate, Vec<Candidate>), Failure> {
    let Some((first, others)) = args.files.split_first() else {
        return Err(Failure::usage("name a scenario file"));
    };
    let changes = args.variants
        || !args.variant_names.is_empty()
        || !args.sets.is_empty()
        || !args.named.is_empty();
    if !others.is_empty() && changes {
        return Err(Failure::usage(
            "--variants, --variant, --set and --alternative change one file, and several are named; \
             compare files as they are, or the changes of one",
        ));
    }
    if others.is_empty() && !changes {
        return Err(Failure::usage(format!(
            "compare {} with what? Name a second file, or --variants, --variant NAME, \
             --set PATH=VALUE or --alternative 'NAME: PATH=VALUE; PATH=VALUE'",
            first.display()
        )));
    }
    let (scenario, warnings) = scenario_quietly(first, None, &[])?;
    note_warnings(first, warnings);
    if others.is_empty() {
        let alternatives = changes_of(args, first, &scenario)?
            .into_iter()
            .map(|change| changed(first, &scenario, change))
            .collect::<Result<_, _>>()?;
        let title = String::new();
        let base = Candidate { label: "the file as it is".to_owned(), ..of_file(first, scenario) };
        Ok((Candidate { title, ..base }, alternatives))
    } else {
        let alternatives = others.iter().map(|file| {
            let (scenario, warnings) = scenario_quietly(file, None, &[])?;
            note_warnings(file, warnings);
            Ok(of_file(file, scenario))
        });
        let alternatives = alternatives.collect::<Result<_, Failure>>()?;
        Ok((of_file(first, scenario), alternatives))
    }
}

fn no_variants(file: &Path) -> Failure {
    Failure::usage(format!(
        "{} defines no variants; add [variants.NAME] with a title and set = {{ … }}, or use \
         --set PATH=VALUE",
        file.display()
    ))
}

fn of_file(file: &Path, scenario: Scenario) -> Candidate {
    let shown = file.display().to_string();
    let (label, title) = (shown.clone(), scenario.title.clone());
    Candidate { scenario, label, title, file: shown, options: String::new() }
}

/// The changes the command line asks for: variants first, then what is set, then what is named.
fn changes_of(
    args: &CompareArgs,
    file: &Path,
    scenario: &Scenario,
) -> Result<Vec<Change>, Failure> {
    let variant =
        |id: &String| Change { label: id.clone(), variant: Some(id.clone()), sets: Vec::new() };
    let mut changes: Vec<Change> = args.variant_names.iter().map(variant).collect();
    if args.variants {
        if scenario.variants.is_empty() {
            return Err(no_variants(file));
        }
        changes.extend(scenario.variants.iter().map(|known| variant(&known.id)));
    }
    if !args.sets.is_empty() {
        let label = args.sets.join(" and ");
        changes.push(Change { label, variant: None, sets: args.sets.clone() });
    }
    for text in &args.named {
        changes.push(named(text)?);
    }
    Ok(changes)
}

/// Reads `NAME: PATH=VALUE; PATH=VALUE`.
fn named(text: &str) -> Result<Change, Failure> {
    let malformed = |what: &str| {
        Failure::usage(format!(
            "--alternative {text} {what}; write it as --alternative 'NAME: PATH=VALUE; PATH=VALUE'"
        ))
    };
    let Some((name, sets)) = text.split_once(':') else { return Err(malformed("has no “:”")) };
    let name = name.trim();
    if name.is_empty() || name.contains('=') {
        return Err(malformed("has no name before its first “:”"));
    }
    let sets: Vec<String> =
        sets.split(';').map(str::trim).filter(|set| !set.is_empty()).map(str::to_owned).collect();
    if sets.is_empty() {
        return Err(malformed("sets nothing"));
    }
    if let Some(set) = sets.iter().find(|set| !set.contains('=')) {
        return Err(malformed(&format!("has “{set}”, which has no “=”")));
    }
    Ok(Change { label: name.to_owned(), variant: None, sets })
}

fn changed(file: &Path, base: &Scenario, change: Change) -> Result<Candidate, Failure> {
    // Its warnings are those of the file, told already, or `zopa check` tells them.
    let (scenario, _) = scenario_quietly(file, change.variant.as_deref(), &change.sets)?;
    let title = base.variants.iter().find(|known| Some(&known.id) == change.variant.as_ref());
    Ok(Candidate {
        scenario,
        title: title.map_or(String::new(), |known| known.title.clone()),
        file: file.display().to_string(),
        options: shell::changes(change.variant.as_deref(), &change.sets),
        label: change.label,
    })
}
