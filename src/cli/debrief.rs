//! `zopa debrief`: what happened in a game, or in a class.

use std::path::Path;

use super::classroom_args::DebriefArgs;
use super::ending;
use super::exit::{Exit, Failure};
use super::input;
use super::output::{data, note, results, write_new};
use super::play::keep;
use crate::teach::class::{Class, Group, Skipped};
use crate::teach::debrief::{Debrief, State, WhatIf, what_if};
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
    if debrief.state == State::Unfinished && !args.unfinished {
        let shown = path.display();
        return Err(Failure::usage(format!(
            "the game in {shown} is not over, and a debrief shows everybody's numbers: go on with zopa play \
             --resume {shown}, or add --unfinished"
        )));
    }
    let changes = changes(args, &session, &room)?;
    match &args.html {
        None => results(&debrief.text(&changes)),
        Some(html) => write_page(html, &debrief.page(&changes)),
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

/// The games side by side. One that cannot be told is skipped with a note, and so is one of another kind:
/// a spoilt file of one group shall not stop the class. The exit code tells that something was skipped.
fn class(args: &DebriefArgs) -> Result<Exit, Failure> {
    let mut groups = Vec::new();
    let mut worst = Exit::Ok;
    for path in &args.sessions {
        match group(path) {
            Ok(group) => groups.push(group),
            Err(failure) => {
                if failure.exit as u8 > worst as u8 {
                    worst = failure.exit;
                }
                skipped(&path.display().to_string(), &failure.message);
            }
        }
    }
    let (class, others) = Class::of(groups);
    for Skipped { file, why } in &others {
        worst = Exit::Invalid;
        skipped(file, why);
    }
    if class.groups().is_empty() {
        return Err(Failure::new(worst, "no session is left that could be told"));
    }
    let done = if args.csv {
        data(&class.csv().map_err(Failure::io)?)?
    } else {
        match &args.html {
            None => results(&class.text())?,
            Some(html) => write_page(html, &class.page())?,
        }
    };
    Ok(if worst == Exit::Ok { done } else { worst })
}

/// A fault in a file begins with its name and line already.
fn skipped(file: &str, why: &str) {
    let name = if why.starts_with(file) { String::new() } else { format!("{file}: ") };
    note(&format!("skipped: {name}{why}"));
}

fn group(path: &Path) -> Result<Group, Failure> {
    let (session, room) = open(path)?;
    let name = path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
    Ok(Group { name, file: path.display().to_string(), debrief: told(path, &session, &room)? })
}

/// Writes a page that is not there yet, and says so.
fn write_page(path: &Path, text: &str) -> Result<Exit, Failure> {
    let shown = path.display();
    write_new(path, text).map_err(|error| Failure::io(format!("cannot write {shown}: {error}")))?;
    note(&format!("wrote {shown}"));
    Ok(Exit::Ok)
}
