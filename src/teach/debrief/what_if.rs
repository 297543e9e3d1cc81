//! What one changed number would have done: the same game again, with the person's decisions as far as
//! they go and the engine in its seat from there.

use super::Debrief;
use crate::teach::play::Play;
use crate::teach::session::{Fault, Room, Session};

/// A game played again with something changed.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// What was changed, in words.
    pub change: String,
    /// How it ended.
    pub ending: String,
    /// What each party had, in the order of the debrief's scores.
    pub points: Vec<f64>,
}

/// Plays a session again: with changed values, and with the person's decisions or without them.
///
/// # Errors
/// When the scenario does not load with the changes.
pub fn what_if(
    session: &Session,
    change: &str,
    variant: Option<&str>,
    sets: &[(String, String)],
    with_decisions: bool,
) -> Result<WhatIf, Fault> {
    let mut changed = session.clone();
    if let Some(variant) = variant {
        changed.setup.variant = Some(variant.to_owned());
    }
    let room = Room::with(&changed.setup, sets)?;
    if !with_decisions {
        changed.decisions.clear();
    }
    let mut play = Play::new(&room).map_err(|message| Fault::new(1, message))?;
    for decision in &changed.decisions {
        // A decision that no longer fits ends what was decided: the engine goes on.
        if play.is_over() || play.act(decision).is_err() {
            break;
        }
    }
    play.let_engine_finish();
    let debrief = Debrief::of(&room, &changed, &play);
    Ok(WhatIf {
        change: change.to_owned(),
        ending: debrief.ending,
        points: debrief.scores.iter().map(|score| score.points.unwrap_or(score.batna)).collect(),
    })
}
