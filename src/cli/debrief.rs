//! `zopa debrief`: what happened in a game, or in a class.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use super::classroom_args::DebriefArgs;
use super::ending;
use super::exit::{Exit, Failure};
use super::input;
use super::output::{note, results};
use super::play::keep;
use crate::teach::class::{Class, Group};
use crate::teach::debrief::{Debrief, WhatIf, what_if};
use crate::teach::play::Play;
use crate::teach::session::{Room, Session};

pub(crate) fn debrief(args: &DebriefArgs) -> Result<Exit, Failure> {
    if let Some(html) = &args.html {
        ending::expect("--html", html, &["html", "htm"], "a page ends in .html")?;
    }
    if args.class {
        return class(args);
    }
    let [path] = args.sessions.as_slice() else {
        return Err(Failure::usage("several sessions are told side by side: add --class"));
    };
    let (session, room) = open(path)?;
    let debrief = told(path, &session, &room)?;
    let changes = changes(args, &session, &room)?;
    match &args.html {
        None => results(&debrief.text(&changes)),
        Some(html) => write_new(html, &debrief.page(&changes)),
    }
}

fn open(path: &Path) -> Result<(Session, Room), Failure> {
    let session = keep::read(path)?;
    let room = Room::open(&session.setup).map_err(|fault| faulty(path, &fault))?;
    Ok((session, room))
}

fn faulty(path: &Path, fault: &crate::teach::session::Fault) -> Failure {
    Failure::new(Exit::Invalid, format!("{}:{fault}", path.display()))
}

fn told(path: &Path, session: &Session, room: &Room) -> Result<Debrief, Failure> {
    let play = Play::replay(room, session).map_err(|fault| faulty(path, &fault))?;
    Ok(Debrief::of(room, session, &play))
}

/// The game again: as asked, or with the engine in the person's seat and with every variant.
fn changes(args: &DebriefArgs, session: &Session, room: &Room) -> Result<Vec<WhatIf>, Failure> {
    let again = |change: &str, variant: Option<&str>, sets: &[(String, String)], with| {
        what_if(session, change, variant, sets, with)
            .map_err(|fault| Failure::new(Exit::Invalid, format!("{change}: {}", fault.message)))
    };
    let sets = input::overrides(&args.sets)?;
    if args.variant.is_some() || !sets.is_empty() {
        let change = input::options(args.variant.as_deref(), &args.sets);
        return Ok(vec![again(&change, args.variant.as_deref(), &sets, true)?]);
    }
    let mut changes = vec![again("The engine in your seat from the start", None, &[], false)?];
    for variant in &room.scenario.variants {
        changes.push(again(&variant.title, Some(&variant.id), &[], true)?);
    }
    Ok(changes)
}

fn class(args: &DebriefArgs) -> Result<Exit, Failure> {
    let group = |path: &std::path::PathBuf| {
        let (session, room) = open(path)?;
        let name = path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
        Ok(Group { name, debrief: told(path, &session, &room)? })
    };
    let groups = args.sessions.iter().map(group).collect::<Result<Vec<_>, Failure>>()?;
    let class = Class::of(groups).map_err(|message| Failure::new(Exit::Invalid, message))?;
    if args.csv {
        return results(&class.csv().map_err(Failure::io)?);
    }
    match &args.html {
        None => results(&class.text()),
        Some(html) => write_new(html, &class.page()),
    }
}

/// Writes a file that is not there yet.
fn write_new(path: &Path, text: &str) -> Result<Exit, Failure> {
    let shown = path.display();
    // `create_new`: nothing the user has written is ever overwritten.
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|error| Failure::io(format!("cannot write {shown}: {error}")))?;
    note(&format!("wrote {shown}"));
    Ok(Exit::Ok)
}
