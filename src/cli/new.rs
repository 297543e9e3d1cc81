//! `zopa new`: a commented scenario to start from.

use std::io::{Error, ErrorKind};
use std::path::PathBuf;

use super::args::{NewArgs, Template};
use super::exit::{Exit, Failure};
use super::output::{note, write_new};
use crate::scenario::{TemplateKind, template};
use crate::text::shell;

pub(crate) fn new(args: &NewArgs) -> Result<Exit, Failure> {
    let kind = match args.template {
        Template::TwoParty => TemplateKind::TwoParty,
        Template::Mediated => TemplateKind::Mediated,
        Template::Options => TemplateKind::Options,
        Template::ScorableGame => TemplateKind::ScorableGame,
        Template::Interim => TemplateKind::Interim,
        Template::PeaceProcess => TemplateKind::PeaceProcess,
    };
    let name = args.name.strip_suffix(".toml").unwrap_or(&args.name);
    let path = PathBuf::from(format!("{name}.toml"));
    let is_named = !name.trim().is_empty() && !name.ends_with(['/', '\\']) && !name.ends_with("..");
    if !is_named {
        return Err(Failure::usage(format!(
            "“{}” is no name for a scenario; write for example zopa new talks",
            args.name
        )));
    }
    let title =
        path.file_stem().map_or(name.to_owned(), |stem| stem.to_string_lossy().into_owned());
    let shown = path.display();
    write_new(&path, &template(kind, &title))
        .map_err(|error| refused(name, &shown.to_string(), &error))?;
    let named = shell::file(&path);
    note(&format!("wrote {shown}\nnext: zopa check {named}\n      zopa run {named}"));
    Ok(Exit::Ok)
}

/// Why the file could not be written, with the mend.
fn refused(name: &str, shown: &str, error: &Error) -> Failure {
    Failure::io(match error.kind() {
        ErrorKind::AlreadyExists => format!(
            "{shown} is there already, and nothing is written over it: choose another name, as in \
             zopa new {}",
            shell::file(format!("{name}-2"))
        ),
        ErrorKind::NotFound => {
            format!("cannot write {shown}: its folder is not there; make it first, or leave it out")
        }
        _ => format!("cannot write {shown}: {error}"),
    })
}
