//! What the keys do.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::crossterm::terminal::size;

use super::app::{App, Over};
use super::words::Words;
use crate::cli::exit::{Exit, Failure};
use crate::render::terminal::terminal;
use crate::teach::brief;
use crate::teach::session::Decision;
use crate::text::WIDTH;

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
            let columns = size().map_or(WIDTH, |(columns, _)| usize::from(columns).min(WIDTH));
            let text = terminal(&brief::private(app.room.case(), app.room.role), columns);
            app.over = Over::Reading(lines(&text), 0);
        }
        KeyCode::Char('?') => app.over = Over::Reading(lines(Words::of(&app.play).help), 0),
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
