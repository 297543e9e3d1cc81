//! The terminal: draw, wait for a key, move, save.

use std::io;

use ratatui::crossterm::event::{self, Event, KeyEventKind};

use super::app::{App, Over};
use super::keep::Keeper;
use super::keys::{self, After};
use super::screen;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::note;
use crate::teach::play::Play;
use crate::teach::session::{Room, Session};
use crate::text::shell;

/// Plays at the terminal until the person leaves.
pub(super) fn sit(
    room: &Room,
    play: Play<'_>,
    session: Session,
    keeper: Option<&Keeper>,
) -> Result<Exit, Failure> {
    let draft = play.draft();
    let mut app = App {
        room,
        play,
        session,
        keeper,
        draft,
        row: 0,
        over: Over::None,
        message: "Press ? for help, b for your brief.".to_owned(),
        back: 0,
    };
    let mut terminal = ratatui::try_init().map_err(|error| broken(&error))?;
    let done = turns(&mut app, &mut terminal);
    let restored = ratatui::try_restore().map_err(|error| broken(&error));
    let exit = done?;
    restored?;
    farewell(&app);
    Ok(exit)
}

fn turns(app: &mut App<'_>, terminal: &mut ratatui::DefaultTerminal) -> Result<Exit, Failure> {
    loop {
        terminal.draw(|frame| screen::draw(app, frame)).map_err(|error| broken(&error))?;
        let Event::Key(key) = event::read().map_err(|error| broken(&error))? else { continue };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        if let After::Leave(exit) = keys::press(app, key)? {
            return Ok(exit);
        }
    }
}

fn broken(error: &io::Error) -> Failure {
    Failure::io(format!("the terminal does not answer: {error}"))
}

/// What remains on the screen when the game is left.
fn farewell(app: &App<'_>) {
    let Some(keeper) = app.keeper else { return };
    let (name, file) = (keeper.name(), shell::file(keeper.name()));
    if app.play.is_over() {
        note(&format!("{}\nsaved in {name}\nnext: zopa debrief {file}", app.play.question()));
    } else {
        note(&format!("saved in {name}\nnext: zopa play --resume {file}"));
    }
}
