//! A game from a script: one move a line, the whole of it as plain text on standard output.

use super::keep::Keeper;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::{note, print_text};
use crate::teach::play::{News, Play};
use crate::teach::session::{Decision, Room, Session};
use crate::text::shell;
use crate::text::{WIDTH, hang, wrap};

/// Columns of the day or round before each line.
const WHEN: usize = 14;

/// Plays the moves of a script. The first that cannot be made ends it; what was played is kept.
pub(super) fn run(
    room: &Room,
    mut play: Play<'_>,
    mut session: Session,
    keeper: Option<&Keeper>,
    (name, text): (&str, &str),
) -> Result<Exit, Failure> {
    let mut out = head(room, &session);
    let mut told = 0;
    let mut wrong = None;
    tell(&mut out, &play.news(), &mut told);
    // Editors of Windows put a mark before the text that is none of it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (index, line) in text.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        if play.is_over() {
            wrong = Some((index, "the game is over before this move".to_owned()));
            break;
        }
        let moved = play.read(line).and_then(|decision| {
            play.act(&decision)?;
            Ok(decision)
        });
        match moved {
            Ok(decision) => {
                if decision == (Decision::Hint {}) {
                    hang(&mut out, "hint", WHEN, &play.hint());
                } else {
                    hang(&mut out, ">", WHEN, line);
                }
                session.decisions.push(decision);
            }
            Err(message) => {
                wrong = Some((index, message));
                break;
            }
        }
        if let Some(keeper) = keeper {
            keeper.save(&session)?;
        }
        tell(&mut out, &play.news(), &mut told);
    }
    out.push('\n');
    hang(&mut out, "", 0, &play.question());
    print_text(&out)?;
    if let Some((index, message)) = wrong {
        let says = format!("{name}:{}: {message}", index + 1);
        return Err(Failure::invalid(says));
    }
    if let (Some(keeper), false) = (keeper, play.is_over()) {
        let file = shell::file(keeper.name());
        note(&format!("the script ends here; go on with zopa play --resume {file}"));
    }
    Ok(Exit::Ok)
}

fn head(room: &Room, session: &Session) -> String {
    let mut out = String::new();
    for line in wrap(&room.scenario.title, WIDTH) {
        out += &line;
        out.push('\n');
    }
    let role = &room.scenario.parties[room.role].title;
    let world = session.setup.world.map_or(String::new(), |world| format!(" · world {world}"));
    hang(&mut out, "", 0, &format!("you speak for {role} · seed {}{world}", session.setup.seed));
    out.push('\n');
    out
}

/// Tells what was not told yet.
fn tell(out: &mut String, news: &[News], told: &mut usize) {
    for item in news.iter().skip(*told) {
        hang(out, &item.when, WHEN, &item.text);
    }
    *told = news.len();
}
