//! Reading scenario files.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use super::args::ScenarioArgs;
use super::exit::Failure;
use super::output::note;
use crate::model::{Process, Scenario, path};
use crate::scenario::{LARGEST_TEXT, LoadOptions, Loaded, load};
use crate::text::shell;

/// Bytes of the largest table of positions: thousands of rows.
const LARGEST_TABLE: usize = 1 << 20;

/// Reads a text file of a size a scenario may have.
pub(crate) fn read(path: &Path) -> Result<String, Failure> {
    read_at_most(path, LARGEST_TEXT, "a scenario")
}

/// Reads a text file of a size a table of positions may have.
pub(crate) fn read_table(path: &Path) -> Result<String, Failure> {
    read_at_most(path, LARGEST_TABLE, "a table of positions")
}

/// Bytes of the largest table of a study's cases.
const LARGEST_CASES: usize = 1 << 30;

/// Reads a text file of a size a table of cases may have.
pub(crate) fn read_cases(path: &Path) -> Result<String, Failure> {
    read_at_most(path, LARGEST_CASES, "a table of cases")
}

/// Bytes of the largest session: a scenario, escaped, and its moves.
const LARGEST_SESSION: usize = 4 * LARGEST_TEXT;

/// Reads a text file of a size a session may have.
pub(crate) fn read_session(path: &Path) -> Result<String, Failure> {
    read_at_most(path, LARGEST_SESSION, "a session")
}

/// Reads the moves of a script, `-` from standard input; with what messages call it.
pub(crate) fn read_script(path: &Path) -> Result<(String, String), Failure> {
    if path.as_os_str() != "-" {
        return Ok((path.display().to_string(), read(path)?));
    }
    let name = "standard input".to_owned();
    let text = text_of(io::stdin().lock(), &name, LARGEST_TEXT, "a script")?;
    Ok((name, text))
}

fn read_at_most(path: &Path, most: usize, what: &str) -> Result<String, Failure> {
    let shown = path.display().to_string();
    let file = fs::File::open(path).map_err(|error| Failure::unreadable(&shown, &error))?;
    text_of(file, &shown, most, what)
}

fn text_of(from: impl io::Read, shown: &str, most: usize, what: &str) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    // One byte more than allowed tells that it is too much, even of a device that never ends.
    from.take(most as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::unreadable(shown, &error))?;
    if bytes.len() > most {
        return Err(Failure::invalid(format!(
            "{shown} has more than {most} bytes; {what} has at most that many"
        )));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
        Failure::invalid(format!("{shown}:{line}: this is not UTF-8 text; save the file as UTF-8"))
    })
}

/// Loads the scenario the user named; that there are warnings is noted, errors are the failure.
pub(crate) fn scenario(
    file: &Path,
    variant: Option<&str>,
    sets: &[String],
) -> Result<Scenario, Failure> {
    let (scenario, warnings) = scenario_quietly(file, variant, sets)?;
    note_warnings(file, warnings);
    Ok(scenario)
}

/// Notes that a file has so many warnings, and how to read them.
pub(crate) fn note_warnings(file: &Path, warnings: usize) {
    if warnings > 0 {
        let s = if warnings == 1 { "" } else { "s" };
        let name = shell::file(file);
        note(&format!("{warnings} warning{s} about this file: zopa check {name}"));
    }
}

/// Loads a scenario, with the number of its warnings.
pub(crate) fn scenario_quietly(
    file: &Path,
    variant: Option<&str>,
    sets: &[String],
) -> Result<(Scenario, usize), Failure> {
    let loaded = load_file(file, variant, overrides(sets)?)?;
    Ok((loaded.scenario, loaded.warnings.len()))
}

/// Loads a scenario with its words for people; that there are warnings is noted.
pub(crate) fn loaded(args: &ScenarioArgs) -> Result<Loaded, Failure> {
    loaded_from(&args.file, &read(&args.file)?, args.variant.as_deref(), &args.sets)
}

/// The same from the text of a file that has been read.
pub(crate) fn loaded_from(
    file: &Path,
    text: &str,
    variant: Option<&str>,
    sets: &[String],
) -> Result<Loaded, Failure> {
    let loaded = load_text(file, text, variant, overrides(sets)?)?;
    note_warnings(file, loaded.warnings.len());
    Ok(loaded)
}

fn load_file(
    file: &Path,
    variant: Option<&str>,
    overrides: Vec<(String, String)>,
) -> Result<Loaded, Failure> {
    load_text(file, &read(file)?, variant, overrides)
}

fn load_text(
    file: &Path,
    text: &str,
    variant: Option<&str>,
    overrides: Vec<(String, String)>,
) -> Result<Loaded, Failure> {
    let options = LoadOptions { variant: variant.map(str::to_owned), overrides };
    load(&file.display().to_string(), text, &options)
        .map_err(|rejected| Failure::rejected(&rejected.report))
}

/// Refuses a scenario that plays another protocol than alternating offers, of which these are.
pub(crate) fn needs_offers(scenario: &Scenario, file: &str, what: &str) -> Result<(), Failure> {
    match scenario.process {
        Process::Offers(_) => Ok(()),
        Process::Peace => Err(Failure::usage(format!(
            "{file} plays the peace process, and {what} are of alternating offers; a file for them says \
             protocol = \"alternating-offers\""
        ))),
    }
}

/// The folder that a file is in.
pub(crate) fn parent(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// What a file is called, without its ending.
pub(crate) fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
}

/// The paths and values of `--set`.
pub(crate) fn overrides(sets: &[String]) -> Result<Vec<(String, String)>, Failure> {
    let mut overrides = Vec::with_capacity(sets.len());
    for set in sets {
        let Some((path, value)) = path::cut_once(set, '=') else {
            return Err(Failure::usage(format!(
                "--set {set} has no “=”; write it as --set PATH=VALUE, for example \
                 --set mediation.pen=2"
            )));
        };
        overrides.push((path.trim().to_owned(), value.trim().to_owned()));
    }
    Ok(overrides)
}

impl ScenarioArgs {
    /// Loads this scenario.
    pub(crate) fn load(&self) -> Result<Scenario, Failure> {
        scenario(&self.file, self.variant.as_deref(), &self.sets)
    }

    /// Loads it with more changed, without a word about warnings.
    pub(crate) fn load_quietly(
        &self,
        variant: Option<&str>,
        more: &[(String, String)],
    ) -> Result<Scenario, Failure> {
        let mut overrides = overrides(&self.sets)?;
        overrides.extend_from_slice(more);
        Ok(load_file(&self.file, variant, overrides)?.scenario)
    }

    /// What of the command line changes the file, to be repeated as it stands.
    pub(crate) fn options(&self) -> String {
        shell::changes(self.variant.as_deref(), &self.sets)
    }

    /// The file and what is changed in it, as a shell reads them.
    pub(crate) fn words(&self) -> String {
        format!("{} {}", shell::file(&self.file), self.options()).trim_end().to_owned()
    }
}
