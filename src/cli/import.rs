//! `zopa import`: a scenario of another program's files.

use super::classroom_args::GeniusArgs;
use super::ending;
use super::exit::{Exit, Failure};
use super::input;
use super::output::{data, note, write_new};
use crate::scenario::{GeniusFile, import_genius};
use crate::text::shell;

pub(crate) fn genius(args: &GeniusArgs) -> Result<Exit, Failure> {
    if args.profiles.len() < 2 {
        return Err(Failure::usage(
            "a negotiation needs two parties: name the profile of each, as in zopa import genius \
             domain.xml buyer.xml seller.xml",
        ));
    }
    if let Some(path) = &args.output {
        ending::expect("-o", path, &["toml"], "a scenario ends in .toml")?;
    }
    let read = |path: &std::path::PathBuf| {
        input::read(path).map(|text| (path.display().to_string(), text))
    };
    let domain = read(&args.domain)?;
    let profiles = args.profiles.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let files: Vec<GeniusFile<'_>> =
        profiles.iter().map(|(name, text)| GeniusFile { name, text }).collect();
    let domain = GeniusFile { name: &domain.0, text: &domain.1 };
    let imported = import_genius(domain, &files, args.rounds.into())
        .map_err(|rejected| Failure::rejected(&rejected.report))?;
    for said in &imported.notes {
        note(&format!("note: {said}"));
    }
    let Some(path) = &args.output else { return data(&imported.text) };
    let shown = path.display();
    write_new(path, &imported.text)
        .map_err(|error| Failure::io(format!("cannot write {shown}: {error}")))?;
    let named = shell::file(path);
    note(&format!("wrote {shown}\nnext: zopa check {named}\n      zopa run {named}"));
    Ok(Exit::Ok)
}
