//! What the keys do.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::seat::{App, Over};
use crate::cli::exit::{Exit, Failure};
use crate::teach::brief;
use crate::teach::play::Play;
use crate::teach::session::Decision;

/// What comes after a key.
pub(super) enum After {
    /// The game goes on.
    Stay,
    /// The person leaves.
    Leave(Exit),
}

/// The most characters that are typed.
const LONGEST: usize = 400;

/// A key is pressed.
pub(super) fn press(app: &mut App<'_>, key: KeyEvent) -> Result<After, Failure> {
    // In raw mode Ctrl-C is a key like others. Every move has been saved when it was made.
    if key.modifiers.contains(KeyModifiers::CONTROL) && key.code == KeyCode::Char('c') {
        return Ok(After::Leave(Exit::Interrupted));
    }
    match std::mem::replace(&mut app.over, Over::None) {
        Over::None => plain(app, key),
        Over::Typing(text) => typing(app, key, text),
        Over::Reading(lines, from) => {
            reading(app, key, lines, from);
            Ok(After::Stay)
        }
        Over::Leaving => {
            if matches!(key.code, KeyCode::Char('y' | 'Y')) {
                app.decide(Decision::Walk {})?;
            } else {
                app.say("You stay.");
            }
            Ok(After::Stay)
        }
    }
}

fn plain(app: &mut App<'_>, key: KeyEvent) -> Result<After, Failure> {
    let last = app.draft.len().saturating_sub(1);
    match key.code {
        KeyCode::Up | KeyCode::Char('k') => app.row = app.row.saturating_sub(1),
        KeyCode::Down | KeyCode::Char('j') => app.row = (app.row + 1).min(last),
        KeyCode::Left => step(app, false),
        KeyCode::Right => step(app, true),
        KeyCode::PageUp => app.back = app.back.saturating_add(5),
        KeyCode::PageDown => app.back = app.back.saturating_sub(5),
        KeyCode::Char('o' | 'p') | KeyCode::Enter => {
            let decision = app.play.decision(&app.draft, app.row);
            app.decide(decision)?;
        }
        KeyCode::Char('a') => app.decide(Decision::Accept {})?,
        KeyCode::Char('r') => app.decide(Decision::Refuse {})?,
        KeyCode::Char('w') if app.play.is_over() => app.say("The game is over."),
        KeyCode::Char('w') => app.over = Over::Leaving,
        KeyCode::Char('h') => app.message = format!("Hint: {}", app.play.hint()),
        KeyCode::Char('b') => {
            let text = brief::private(app.room.case(), app.room.role);
            app.over = Over::Reading(lines(&text), 0);
        }
        KeyCode::Char('?') => app.over = Over::Reading(lines(help(&app.play)), 0),
        KeyCode::Char(':') => app.over = Over::Typing(String::new()),
        KeyCode::Char('q') => return Ok(After::Leave(Exit::Ok)),
        _ => {}
    }
    Ok(After::Stay)
}

fn step(app: &mut App<'_>, up: bool) {
    let steps = app.play.steps();
    if let (Some(at), Some(&count)) = (app.draft.get_mut(app.row), steps.get(app.row)) {
        *at = if up { (*at + 1).min(count - 1) } else { at.saturating_sub(1) };
    }
}

fn typing(app: &mut App<'_>, key: KeyEvent, mut text: String) -> Result<After, Failure> {
    match key.code {
        KeyCode::Esc => {}
        KeyCode::Enter => match Decision::parse(&text) {
            Ok(decision) => {
                app.decide(decision)?;
                app.draft = app.play.draft();
            }
            Err(message) => app.message = format!("That cannot be done: {message}."),
        },
        KeyCode::Backspace => {
            text.pop();
            app.over = Over::Typing(text);
        }
        KeyCode::Char(letter) => {
            if text.chars().count() < LONGEST {
                text.push(letter);
            }
            app.over = Over::Typing(text);
        }
        _ => app.over = Over::Typing(text),
    }
    Ok(After::Stay)
}

fn reading(app: &mut App<'_>, key: KeyEvent, lines: Vec<String>, from: usize) {
    let last = lines.len().saturating_sub(1);
    let at = match key.code {
        KeyCode::Up | KeyCode::Char('k') => from.saturating_sub(1),
        KeyCode::Down | KeyCode::Char('j') => from + 1,
        KeyCode::PageUp => from.saturating_sub(15),
        KeyCode::PageDown | KeyCode::Char(' ') => from + 15,
        KeyCode::Home => 0,
        KeyCode::End => last,
        _ => return,
    };
    app.over = Over::Reading(lines, at.min(last));
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

fn help(play: &Play<'_>) -> &'static str {
    match play {
        Play::Bargain(_) => {
            "# Keys\n\n\
             up, down     the issue before or after\n\
             left, right  change what you would offer on it\n\
             o, Enter     make the offer\n\
             a            accept the offer on the table\n\
             w            walk away: no deal, for good\n\
             h            a hint\n\
             b            your brief\n\
             :            type a move, as in offer price=80, delivery=now\n\
             PgUp, PgDn   what was said before\n\
             q            leave; every move is saved\n\n\
             # The scales\n\n\
             T is the offer on the table, Y the one you would make next, X both.\n\
             Points are yours alone: nobody else sees them.\n"
        }
        Play::Process(_) => {
            "# Keys\n\n\
             up, down     the issue before or after\n\
             left, right  change what you would push for on it\n\
             p, Enter     push for it: the next text takes it in\n\
             a            accept the text on the table\n\
             r            refuse it\n\
             w            walk away: you refuse whatever comes\n\
             h            a hint\n\
             b            your brief\n\
             :            type a move, as in push territory=55\n\
             PgUp, PgDn   what happened before\n\
             q            leave; every move is saved\n\n\
             # The scales\n\n\
             T is the text on the table, Y what you would push for, X both.\n\
             In your turn a text is drafted in your name; you may still refuse it.\n\
             Points are yours alone: nobody else sees them.\n"
        }
    }
}
