//! What the user named: a study's file, or the folder of its results, which holds copies of all it was
//! made from.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::ending;
use crate::cli::exit::{Exit, Failure};
use crate::cli::input::{read, read_cases, wants_colour};
use crate::scenario::{DesignChoice, Rejected, StudyFile, load_study};
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
    /// As the user named it, for messages.
    pub(crate) named: String,
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
        let names = said.scenarios.iter().enumerate();
        let scenarios = names.map(|(index, named)| read(&place(&named.value, copy_of(index))));
        let table = match &said.design.value {
            DesignChoice::Table(name) => Some(read_cases(&place(name, TABLE.to_owned()))?),
            _ => None,
        };
        let inputs = Inputs { scenarios: scenarios.collect::<Result<_, _>>()?, table };
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
            named: path.display().to_string(),
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
    Failure::new(Exit::Invalid, rejected.report.render(wants_colour()))
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
