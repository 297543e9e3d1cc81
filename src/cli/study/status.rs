//! `zopa study status`: how far a study is. It takes no lock, so it may be asked while one runs.

use std::fs::File;
use std::io::ErrorKind;

use super::args::StudyStatusArgs;
use super::journal_file::{Reading, read};
use super::target::Target;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::{pretty, print_exact, print_text, to_json};
use crate::present::study::tell_status;
use crate::render::terminal::terminal;
use crate::results::{Envelope, study::StudyStatus};
use crate::text::{WIDTH, shell};

pub(crate) fn status(args: &StudyStatusArgs) -> Result<Exit, Failure> {
    let target = Target::read(&args.study, args.out.as_deref())?;
    let path = args.journal.clone().unwrap_or_else(|| target.journal());
    let name = path.display().to_string();
    let found = match File::open(&path) {
        Ok(file) => read(&target.study, file, &name)?,
        Err(error) if error.kind() == ErrorKind::NotFound => Reading::default(),
        Err(error) => return Err(Failure::unreadable(&name, &error)),
    };
    let status = Envelope::<StudyStatus>::of_study_status(
        &target.study,
        (&found.contents, found.torn),
        (&named(args), &target.folder.display().to_string()),
    );
    if args.json {
        print_exact(&pretty(&to_json(&status)))
    } else {
        print_text(&terminal(&tell_status(&status), WIDTH))
    }
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
