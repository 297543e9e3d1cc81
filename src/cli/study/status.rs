//! `zopa study status`: how far a study is. It takes no lock, so it may be asked while one runs.

use std::fs::File;
use std::io::ErrorKind;

use super::journal_file::{Reading, read};
use super::target::Target;
use crate::cli::args::StudyStatusArgs;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::{data, pretty, results};
use crate::present::study::{Status, status as words, status_json};
use crate::text::shell;

pub(crate) fn status(args: &StudyStatusArgs) -> Result<Exit, Failure> {
    let target = Target::read(&args.study, args.out.as_deref())?;
    let path = args.journal.clone().unwrap_or_else(|| target.journal());
    let name = path.display().to_string();
    let found = match File::open(&path) {
        Ok(file) => read(&target.study, file, &name)?,
        Err(error) if error.kind() == ErrorKind::NotFound => Reading::default(),
        Err(error) => return Err(Failure::io(format!("cannot read {name}: {error}"))),
    };
    let status = Status {
        study: &target.study,
        contents: &found.contents,
        torn: found.torn,
        target: &named(args),
        folder: &target.folder.display().to_string(),
    };
    if args.json { data(&pretty(&status_json(status))) } else { results(&words(status)) }
}

/// The study and where it is kept, as a shell reads them.
fn named(args: &StudyStatusArgs) -> String {
    let mut words = shell::file(&args.study);
    for (option, path) in [("out", &args.out), ("journal", &args.journal)] {
        if let Some(path) = path {
            words += &format!(" --{option} {}", shell::file(path));
        }
    }
    words
}
