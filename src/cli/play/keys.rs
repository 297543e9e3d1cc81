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
        Over::Asking(decision, _) => {
            if matches!(key.code, KeyCode::Char('y' | 'Y')) {
                app.make(decision)?;
                app.draft = app.play.draft();
            } else if decision == (Decision::Walk {}) {
                app.say("You stay.");
            } else {
                app.say("Not done.");
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
        KeyCode::Left => step(app, -paces(key)),
        KeyCode::Right => step(app, paces(key)),
        KeyCode::Home => step(app, isize::MIN),
        KeyCode::End => step(app, isize::MAX),
        KeyCode::PageUp => app.back = app.back.saturating_add(5),
        KeyCode::PageDown => app.back = app.back.saturating_sub(5),
        KeyCode::Char('o' | 'p') | KeyCode::Enter => {
            let decision = app.play.decision(&app.draft, app.row);
            app.decide(decision)?;
        }
        KeyCode::Char('a') => app.decide(Decision::Accept {})?,
        KeyCode::Char('r') => app.decide(Decision::Refuse {})?,
        KeyCode::Char('w') if app.play.is_over() => app.say("The game is over."),
        KeyCode::Char('w') => app.decide(Decision::Walk {})?,
        KeyCode::Char('h') if app.play.is_over() => app.say(&app.play.hint()),
        KeyCode::Char('h') => app.decide(Decision::Hint {})?,
        KeyCode::Char('b') => {
            let text = brief::private(app.room.case(), app.room.role);
            app.over = Over::Reading(lines(&text), 0);
        }
        KeyCode::Char('?') => app.over = Over::Reading(lines(help(&app.play)), 0),
        KeyCode::Char(':') => {
            app.message = format!("As in: {}", app.play.example());
            app.over = Over::Typing(String::new());
        }
        KeyCode::Char('q') => return Ok(After::Leave(Exit::Ok)),
        _ => {}
    }
    Ok(After::Stay)
}

/// How far an arrow goes: with Shift ten steps.
fn paces(key: KeyEvent) -> isize {
    if key.modifiers.contains(KeyModifiers::SHIFT) { 10 } else { 1 }
}

fn step(app: &mut App<'_>, by: isize) {
    let steps = app.play.steps();
    if let (Some(at), Some(&count)) = (app.draft.get_mut(app.row), steps.get(app.row)) {
        *at = at.saturating_add_signed(by).min(count - 1);
    }
}

fn typing(app: &mut App<'_>, key: KeyEvent, mut text: String) -> Result<After, Failure> {
    match key.code {
        KeyCode::Esc => app.say(""),
        // Nothing was meant.
        KeyCode::Enter if text.trim().is_empty() => app.say(""),
        KeyCode::Enter => typed(app, text)?,
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

/// A line is entered. One that cannot be done stays, to be mended, while there is something to be done.
fn typed(app: &mut App<'_>, text: String) -> Result<(), Failure> {
    let done = match app.play.read(&text) {
        Ok(decision) if app.play.doubt(&decision).is_some() => return app.decide(decision),
        Ok(decision) => app.make(decision)?,
        Err(message) => {
            app.cannot(&message);
            false
        }
    };
    if done {
        app.draft = app.play.draft();
    } else if !app.play.is_over() {
        app.over = Over::Typing(text);
    }
    Ok(())
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
             left, right  change what you would offer on it; with Shift by ten steps\n\
             Home, End    to the ends of its scale\n\
             o, Enter     make the offer\n\
             a            accept the offer on the table; below no deal you are asked first\n\
             w            walk away: no deal, for good\n\
             h            a hint; how many you took is kept, for the debrief\n\
             b            your brief\n\
             :            type a move, with the keys of the issues as they stand in the table;\n\
                          Esc or an empty line goes back\n\
             PgUp, PgDn   what was said before\n\
             q            leave; every move is saved\n\n\
             # The table\n\n\
             Behind the key of an issue stands what it brings you at its best.\n\
             T is the offer on the table, Y the one you would make next, X both.\n\
             Points are yours alone: nobody else sees them.\n"
        }
        Play::Process(_) => {
            "# Keys\n\n\
             up, down     the issue before or after\n\
             left, right  change what you would push for on it; with Shift by ten steps\n\
             Home, End    to the ends of its scale\n\
             p, Enter     push for it: the next text takes it in\n\
             a            accept the text on the table; below no deal you are asked first\n\
             r            refuse it\n\
             w            walk away: you refuse whatever comes\n\
             h            a hint; how many you took is kept, for the debrief\n\
             b            your brief\n\
             :            type a move, with the keys of the issues as they stand in the table;\n\
                          Esc or an empty line goes back\n\
             PgUp, PgDn   what happened before\n\
             q            leave; every move is saved\n\n\
             # The table\n\n\
             Behind the key of an issue stands what it brings you at its best.\n\
             T is the text on the table, Y what you would push for, X both.\n\
             A text that is tabled stays as it is: what you push for is in the next.\n\
             A ceasefire alone has another no than a package: to fight on while you talk.\n\
             In your turn a text is drafted in your name; you may still refuse it.\n\
             Points are yours alone: nobody else sees them.\n"
        }
    }
}
