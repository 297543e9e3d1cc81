//! `zopa new`: a commented scenario to start from.

use std::io::{Error, ErrorKind};
use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::exit::{Exit, Failure};
use super::output::{write_new, wrote_scenario};
use super::serve::write_page;
use crate::scenario::{TemplateKind, template};
use crate::text::shell;
use crate::web::Opened;

#[derive(Args, Debug)]
pub(crate) struct NewArgs {
    /// Name of the scenario; the file is NAME.toml
    pub(crate) name: String,
    /// What to start from
    #[arg(long, value_enum, default_value_t = TemplateKind::TwoParty)]
    pub(crate) template: TemplateKind,
    /// Write it as a page that plays by itself, NAME.html, to be worked on in a browser without zopa
    #[arg(long)]
    pub(crate) page: bool,
}

impl ValueEnum for TemplateKind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = format!("{} (protocol: {})", self.words(), self.protocol());
        Some(PossibleValue::new(self.word()).help(help))
    }
}

pub(crate) fn new(args: &NewArgs) -> Result<Exit, Failure> {
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
    if args.page {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let text = template(args.template, &title);
        let open = Opened { file: &file, text: &text };
        return write_page(&path.with_extension("html"), Some(open), "--page");
    }
    let shown = path.display();
    write_new(&path, &template(args.template, &title))
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
