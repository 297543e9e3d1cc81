//! `zopa new`: a commented scenario to start from.

use std::io::{Error, ErrorKind};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::exit::{Exit, Failure};
use super::output::{write_new, wrote_scenario};
use crate::scenario::{TemplateKind, template};
use crate::text::shell;

#[derive(Args, Debug)]
pub(crate) struct NewArgs {
    /// Name of the scenario; the file is NAME.toml
    pub(crate) name: String,
    /// What to start from
    #[arg(long, value_enum, default_value_t = Template::TwoParty)]
    pub(crate) template: Template,
}

/// A template to start from.
#[derive(ValueEnum, Clone, Copy, Debug)]
pub(crate) enum Template {
    /// Two parties and a few issues (protocol: peace process)
    TwoParty,
    /// Two parties and a mediator (protocol: peace process)
    Mediated,
    /// Issues that are a choice of options (protocol: peace process)
    Options,
    /// A game of points and rounds (protocol: alternating offers)
    ScorableGame,
    /// A truce ahead of the whole, which runs out or is renewed (protocol: peace process)
    Interim,
    /// War, ceasefire, guarantors, home fronts: every part of the format (protocol: peace process)
    PeaceProcess,
}

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
    wrote_scenario(&path);
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
