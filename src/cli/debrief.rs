//! `zopa debrief`: what happened in a game, or in a class.

use std::path::{Path, PathBuf};

use clap::Args;

use super::ending;
use super::exit::{Exit, Failure};
use super::input;
use super::output::{handout, note, print_exact};
use super::play::keep;
use crate::teach::class::{Class, Group, Skipped};
use crate::teach::debrief::{Debrief, State, WhatIf, what_if};
use crate::teach::play::Play;
use crate::teach::session::{Room, Session};
use crate::text::shell;

/// Which games.
#[derive(Args, Debug)]
pub(crate) struct DebriefArgs {
    /// The session, as zopa play saved it; with --class, all of them
    #[arg(required = true, value_name = "SESSION")]
    pub(crate) sessions: Vec<PathBuf>,
    /// Put games of the same scenario side by side; what does not belong to them is skipped with a note
    #[arg(long)]
    pub(crate) class: bool,
    /// Tell of a game that is not over, too: a debrief shows the numbers of all parties
    #[arg(long, conflicts_with = "class")]
    pub(crate) unfinished: bool,
    /// Play the game again with this variant the file defines; without --variant and --set, with each
    #[arg(long, value_name = "NAME", conflicts_with = "class")]
    pub(crate) variant: Option<String>,
    /// Play the game again with this value changed (may be repeated)
    #[arg(long = "set", value_name = "PATH=VALUE", conflicts_with = "class")]
    pub(crate) sets: Vec<String>,
    /// With --class: print CSV, one row a group: points from 0 to 100, terms, and how the game ended
    #[arg(long, requires = "class", conflicts_with = "html")]
    pub(crate) csv: bool,
    /// Write a page with the drawings to this new file, instead of printing
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
}

pub(crate) fn debrief(args: &DebriefArgs) -> Result<Exit, Failure> {
    if let Some(html) = &args.html {
        ending::expect_page("--html", html)?;
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
    handout(&debrief.tell(&changes), args.html.as_deref())
}

fn open(path: &Path) -> Result<(Session, Room), Failure> {
    let session = keep::read(path)?;
    let room = Room::open(&session.setup).map_err(|fault| faulty(path, &fault))?;
    Ok((session, room))
}

fn faulty(path: &Path, fault: &crate::teach::session::Fault) -> Failure {
    Failure::invalid(format!("{}:{fault}", path.display()))
}

fn told(path: &Path, session: &Session, room: &Room) -> Result<Debrief, Failure> {
    let play = Play::replay(room, session).map_err(|fault| faulty(path, &fault))?;
    Ok(Debrief::of(room, session, &play))
}

/// The game again: as asked, or with the engine in the person's seat and with every variant.
fn changes(args: &DebriefArgs, session: &Session, room: &Room) -> Result<Vec<WhatIf>, Failure> {
    let again = |change: &str, variant: Option<&str>, sets: &[(String, String)], with| {
        what_if(session, change, variant, sets, with)
            .map_err(|fault| Failure::invalid(format!("{change}: {}", fault.message)))
    };
    let sets = input::overrides(&args.sets)?;
    if args.variant.is_some() || !sets.is_empty() {
        let change = shell::changes(args.variant.as_deref(), &args.sets);
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
        print_exact(&class.csv().map_err(Failure::io)?)?
    } else {
        handout(&class.tell(), args.html.as_deref())?
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
    Ok(Group {
        name: input::stem(path),
        file: path.display().to_string(),
        debrief: told(path, &session, &room)?,
    })
}
