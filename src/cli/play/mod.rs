//! `zopa play`: a seat at the table, in a terminal or from a script.

mod app;
mod args;
pub(super) mod keep;
mod keys;
mod screen;
mod script;
mod seat;
mod words;

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use super::ending;
use super::exit::{Exit, Failure};
use super::input;
use crate::teach::play::Play;
use crate::teach::session::{Room, Session, Setup};

use keep::Keeper;

pub(crate) use args::PlayArgs;

pub(crate) fn play(args: &PlayArgs) -> Result<Exit, Failure> {
    if args.script.is_none() && !(std::io::stdin().is_terminal() && std::io::stdout().is_terminal())
    {
        return Err(Failure::usage(
            "zopa play needs a terminal; without one give it the moves: --script FILE",
        ));
    }
    if let Some(session) = &args.session {
        let mend = "a session ends in .session";
        ending::expect("--session", session, &["session", "toml", "txt"], mend)?;
    }
    let (session, keeper) = match (&args.resume, &args.file) {
        (Some(path), _) => {
            let session = keep::read(path)?;
            (session, Some(Keeper::of(path.clone())))
        }
        (None, Some(file)) => begin(args, file)?,
        // The parser asks for one of the two.
        (None, None) => return Err(Failure::usage("name a scenario, or --resume a session")),
    };
    let name = keeper.as_ref().map_or_else(|| "the session".to_owned(), Keeper::name);
    let faulty = |fault| Failure::invalid(format!("{name}:{fault}"));
    let room = Room::open(&session.setup).map_err(faulty)?;
    let play = Play::replay(&room, &session).map_err(|fault| {
        // Of a new game only the seat can be wrong.
        if session.decisions.is_empty() { Failure::usage(fault.message) } else { faulty(fault) }
    })?;
    if let Some(keeper) = &keeper {
        keeper.save(&session)?;
    }
    match &args.script {
        Some(path) => {
            let (name, text) = input::read_script(path)?;
            script::run(&room, play, session, keeper.as_ref(), (&name, &text))
        }
        None => seat::sit(&room, play, session, keeper.as_ref()),
    }
}

/// A new session, and where it is kept.
fn begin(args: &PlayArgs, file: &Path) -> Result<(Session, Option<Keeper>), Failure> {
    let text = input::read(file)?;
    let loaded = input::loaded_from(file, &text, args.variant.as_deref(), &args.sets)?;
    let Some(name) = &args.role else {
        let ids: Vec<&str> = loaded.scenario.parties.iter().map(|p| p.id.as_str()).collect();
        return Err(Failure::usage(format!(
            "whose seat? Say --as PARTY, one of {}",
            ids.join(", ")
        )));
    };
    let role = super::brief::role(&loaded.scenario, name)?;
    let id = loaded.scenario.parties[role].id.clone();
    let setup = Setup {
        file: file.display().to_string(),
        text,
        variant: args.variant.clone(),
        sets: input::overrides(&args.sets)?,
        role: id.clone(),
        seed: args.seed,
        world: args.world,
        fingerprint: loaded.scenario.fingerprint.clone(),
    };
    let path = match (&args.session, &args.script) {
        (Some(path), _) => Some(path.clone()),
        // A script can be played again: it is kept only on request.
        (None, Some(_)) => None,
        (None, None) => {
            let stem = input::stem(file);
            // A variant is another game from the same seat.
            let variant = args.variant.as_ref().map_or(String::new(), |name| format!("-{name}"));
            Some(PathBuf::from(format!("{stem}-{id}{variant}.session")))
        }
    };
    let keeper = path.map(Keeper::begin).transpose()?;
    Ok((Session { setup, decisions: Vec::new() }, keeper))
}
