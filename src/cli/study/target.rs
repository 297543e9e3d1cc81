//! What the user named: a study's file, or the folder of its results, which holds copies of all it was
//! made from.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::colour::wants_colour;
use crate::cli::ending;
use crate::cli::exit::{Exit, Failure};
use crate::cli::input::{read, read_cases};
use crate::scenario::{DesignChoice, Placed, Rejected, Span, StudyFile, load_study, suggestion};
use crate::study::{Inputs, Study};

/// Copies of the inputs stand in this folder of the results.
const INPUTS: &str = "inputs";
const STUDY: &str = "study.toml";
const TABLE: &str = "cases.csv";

/// A study with the texts it was read from and the folder of its results.
pub(crate) struct Target {
    /// The study.
    pub(crate) study: Study,
    /// The folder of its results.
    pub(crate) folder: PathBuf,
    /// The file's name, without folders.
    pub(crate) file: String,
    text: String,
    inputs: Inputs,
}

impl Target {
    /// Reads the study at a path, a file or a folder of results; `out` is where results go instead of
    /// where they go by default.
    pub(crate) fn read(path: &Path, out: Option<&Path>) -> Result<Self, Failure> {
        if let Some(out) = out {
            ending::expect_folder("--out", out)?;
        }
        let is_folder = path.is_dir();
        let file = if is_folder { path.join(INPUTS).join(STUDY) } else { path.to_owned() };
        if is_folder && !file.is_file() {
            return Err(Failure::usage(format!(
                "{} is no folder of a study's results: it has no {INPUTS}/{STUDY}. Name the study's \
                 file, or the folder that zopa study run made",
                path.display()
            )));
        }
        let text = read(&file)?;
        let said = load_study(&file.display().to_string(), &text).map_err(|e| invalid(&e))?;
        let beside = file.parent().unwrap_or(Path::new(""));
        let place = |name: &str, copy: String| {
            if is_folder { beside.join(copy) } else { beside.join(name) }
        };
        let mut missing = Vec::new();
        let mut scenarios = Vec::new();
        for (index, named) in said.scenarios.iter().enumerate() {
            match read(&place(&named.value, copy_of(index))) {
                Ok(text) => scenarios.push(text),
                Err(failure) if is_folder => return Err(failure),
                Err(failure) => missing.push(unread(beside, named, failure)),
            }
        }
        let table = match &said.design.value {
            DesignChoice::Table(name) => match read_cases(&place(name, TABLE.to_owned())) {
                Ok(text) => Some(text),
                Err(failure) if is_folder => return Err(failure),
                Err(failure) => {
                    let named = Placed::new(name.clone(), said.design.span);
                    missing.push(unread(beside, &named, failure));
                    None
                }
            },
            _ => None,
        };
        if let Some(exit) = missing.first().map(|missing| missing.exit) {
            let told =
                missing.into_iter().map(|missing| (missing.span, missing.problem, missing.help));
            let rejected = said.unreadable_files(told);
            return Err(Failure::new(exit, rejected.report.render(wants_colour())));
        }
        let inputs = Inputs { scenarios, table };
        let study = resolve(&said, &inputs)?;
        let folder = match out {
            Some(out) => out.to_owned(),
            None if is_folder => path.to_owned(),
            None => path.with_extension("results"),
        };
        let name = if is_folder { recorded_name(path) } else { None };
        let file_name = || path.file_name().map(|name| name.to_string_lossy().into_owned());
        Ok(Self {
            study,
            folder,
            file: name.or_else(file_name).unwrap_or_else(|| STUDY.to_owned()),
            text,
            inputs,
        })
    }

    /// Where the journal is, unless the user names another place.
    pub(crate) fn journal(&self) -> PathBuf {
        self.folder.join("journal.jsonl")
    }

    /// Makes the folder and puts copies of the inputs into it.
    pub(crate) fn keep_inputs(&self) -> Result<(), Failure> {
        let folder = self.folder.join(INPUTS);
        fs::create_dir_all(&folder).map_err(|error| unwritable(&folder, &error))?;
        let scenarios = self.inputs.scenarios.iter().enumerate();
        let copies = scenarios.map(|(index, text)| (copy_of(index), text));
        let table = self.inputs.table.iter().map(|text| (TABLE.to_owned(), text));
        let study = [(STUDY.to_owned(), &self.text)];
        for (name, text) in copies.chain(table).chain(study) {
            let path = folder.join(name);
            let same = fs::read(&path).is_ok_and(|there| there == text.as_bytes());
            if !same {
                replace(&path, text.as_bytes())?;
            }
        }
        // So that the results are named alike wherever they are made.
        replace(&folder.join(NAME), format!("{}\n", self.file).as_bytes())
    }
}

/// A file that a study names and that cannot be read.
struct Missing {
    exit: Exit,
    span: Span,
    problem: String,
    help: String,
}

fn unread(beside: &Path, named: &Placed<String>, failure: Failure) -> Missing {
    let name = &named.value;
    let mut names: Vec<String> =
        fs::read_dir(if beside.as_os_str().is_empty() { Path::new(".") } else { beside })
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|file| {
                let extension = Path::new(file).extension();
                extension.is_some_and(|e| {
                    e.eq_ignore_ascii_case("toml") || e.eq_ignore_ascii_case("csv")
                })
            })
            .collect();
    names.sort_unstable();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let help = if name.contains('\\') {
        format!(
            "folders stand before a /, here and on Windows: write \"{}\"",
            name.replace('\\', "/")
        )
    } else if beside.join(name).exists() {
        String::new()
    } else {
        format!("it is looked for beside the study; {}", suggestion(name, &names, "files"))
    };
    Missing { exit: failure.exit, span: named.span, problem: failure.message, help }
}

/// The name of the study's file stands in this file of the inputs.
const NAME: &str = "name.txt";

fn recorded_name(folder: &Path) -> Option<String> {
    let name = fs::read_to_string(folder.join(INPUTS).join(NAME)).ok()?;
    Some(name.trim_end().to_owned()).filter(|name| !name.is_empty())
}

/// The copy of a scenario, by its index in the study.
fn copy_of(index: usize) -> String {
    format!("scenario-{index}.toml")
}

fn resolve(said: &StudyFile, inputs: &Inputs) -> Result<Study, Failure> {
    Study::resolve(said, inputs).map_err(|rejected| invalid(&rejected))
}

fn invalid(rejected: &Rejected) -> Failure {
    Failure::rejected(&rejected.report)
}

/// Writes a file beside its place and then moves it there: whoever reads it sees the old or the new.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let part = path.with_extension("part");
    fs::write(&part, bytes)
        .and_then(|()| fs::rename(&part, path))
        .map_err(|error| unwritable(path, &error))
}

/// A file that cannot be written, with the mend.
pub(crate) fn unwritable(path: &Path, error: &std::io::Error) -> Failure {
    let mend = match error.kind() {
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
            "; choose a folder that can be written with --out"
        }
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
            "; make room, then go on with zopa study resume: what the journal holds is safe"
        }
        _ => "",
    };
    Failure::io(format!("cannot write {}: {error}{mend}", path.display()))
}
