//! `zopa new`: a commented scenario to start from.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::PathBuf;

use super::args::{NewArgs, Template};
use super::exit::{Exit, Failure};
use super::output::note;
use crate::scenario::{TemplateKind, template};
use crate::text::shell;

pub(crate) fn new(args: &NewArgs) -> Result<Exit, Failure> {
    let kind = match args.template {
        Template::TwoParty => TemplateKind::TwoParty,
        Template::Mediated => TemplateKind::Mediated,
        Template::Options => TemplateKind::Options,
        Template::ScorableGame => TemplateKind::ScorableGame,
        Template::PeaceProcess => TemplateKind::PeaceProcess,
    };
    let name = args.name.strip_suffix(".toml").unwrap_or(&args.name);
    let path = PathBuf::from(format!("{name}.toml"));
    let title =
        path.file_stem().map_or(name.to_owned(), |stem| stem.to_string_lossy().into_owned());
    let shown = path.display();
    // `create_new`: nothing the user has written is ever overwritten.
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&path)
        .and_then(|mut file| file.write_all(template(kind, &title).as_bytes()))
        .map_err(|error| Failure::io(format!("cannot write {shown}: {error}")))?;
    let named = shell::file(&path);
    note(&format!("wrote {shown}\nnext: zopa check {named}\n      zopa run {named}"));
    Ok(Exit::Ok)
}
