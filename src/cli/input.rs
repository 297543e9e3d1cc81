//! Reading scenario files.

use std::fs;
use std::io::{self, IsTerminal as _, Read as _};
use std::path::Path;

use super::args::ScenarioArgs;
use super::exit::{Exit, Failure};
use super::output::note;
use crate::model::Scenario;
use crate::scenario::{LARGEST_TEXT, LoadOptions, load};

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

/// Bytes of the largest table of cases: some hundred thousand worlds.
const LARGEST_CASES: usize = 1 << 28;

/// Reads a text file of a size a table of cases may have.
pub(crate) fn read_cases(path: &Path) -> Result<String, Failure> {
    read_at_most(path, LARGEST_CASES, "a table of cases")
}

fn read_at_most(path: &Path, most: usize, what: &str) -> Result<String, Failure> {
    let shown = path.display();
    let unreadable = |error: io::Error| Failure::io(format!("cannot read {shown}: {error}"));
    let mut bytes = Vec::new();
    // One byte more than allowed tells that it is too much, even of a device that never ends.
    let file = fs::File::open(path).map_err(unreadable)?;
    file.take(most as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > most {
        return Err(Failure::new(
            Exit::Invalid,
            format!("{shown} has more than {most} bytes; {what} has at most that many"),
        ));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
        Failure::new(
            Exit::Invalid,
            format!("{shown}:{line}: this is not UTF-8 text; save the file as UTF-8"),
        )
    })
}

/// Loads the scenario the user named; that there are warnings is noted, errors are the failure.
pub(crate) fn scenario(
    file: &Path,
    variant: Option<&str>,
    sets: &[String],
) -> Result<Scenario, Failure> {
    let text = read(file)?;
    let name = file.display().to_string();
    let mut overrides = Vec::new();
    for set in sets {
        let Some((path, value)) = set.split_once('=') else {
            return Err(Failure::usage(format!(
                "--set {set} has no “=”; write it as --set PATH=VALUE, for example \
                 --set mediation.pen=2"
            )));
        };
        overrides.push((path.trim().to_owned(), value.trim().to_owned()));
    }
    let options = LoadOptions { variant: variant.map(str::to_owned), overrides };
    match load(&name, &text, &options) {
        Ok(loaded) => {
            let warnings = loaded.warnings.len();
            if warnings > 0 {
                let s = if warnings == 1 { "" } else { "s" };
                note(&format!("{warnings} warning{s} about this file: zopa check {name}"));
            }
            Ok(loaded.scenario)
        }
        Err(rejected) => Err(Failure::new(Exit::Invalid, rejected.report.render(wants_colour()))),
    }
}

impl ScenarioArgs {
    /// Loads this scenario.
    pub(crate) fn load(&self) -> Result<Scenario, Failure> {
        scenario(&self.file, self.variant.as_deref(), &self.sets)
    }

    /// What of the command line changes the file, to be repeated as it stands.
    pub(crate) fn options(&self) -> String {
        let variant = self.variant.iter().map(|name| format!("--variant {name}"));
        let sets = self.sets.iter().map(|set| format!("--set '{set}'"));
        variant.chain(sets).collect::<Vec<_>>().join(" ")
    }
}

/// Is standard error a terminal whose user has not asked for plain text (no-color.org)?
pub(crate) fn wants_colour() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    !refused && std::io::stderr().is_terminal()
}
