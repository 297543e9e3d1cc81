//! Which history of which world.

use crate::stream::{MAX_HISTORIES, MAX_WORLDS};

/// Which history: a trial is one history in one world.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// Number of the world.
    pub world: u64,
    /// Number of the history within its world.
    pub history: u64,
}

impl Trial {
    /// The trial of this number where a world has so many histories; `None` beyond the last world that has
    /// draws of its own.
    pub fn numbered(number: u64, histories: u64) -> Option<Self> {
        let world = number.checked_div(histories)?;
        let sound = world < MAX_WORLDS && histories <= MAX_HISTORIES;
        sound.then(|| Self { world, history: number % histories })
    }
}
