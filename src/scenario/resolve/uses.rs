//! What each protocol makes of keys that both have: one row a protocol.

use crate::model::{Process, Role};

/// What a protocol makes of keys that both have, and what takes the place of those it has no use for.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "a table's row: each is one key's yes or no")]
pub(super) struct Uses {
    /// The role of everybody, where nobody has another.
    pub(super) role: Option<Role>,
    /// Influence unless stated; the key table's rule where it says nothing.
    pub(super) influence: Option<f64>,
    /// Do concessions end at a limit? Else limits may be left out.
    pub(super) limits: bool,
    /// May parties be at war?
    pub(super) war: bool,
    /// What no deal is worth to a party that does not say.
    pub(super) reservation: Option<f64>,
    /// Have parties tactics and rules of acceptance?
    pub(super) bargainers: bool,
    /// Are the model's own numbers, but for the shape of the loss, drawn upon, and the shape left open?
    pub(super) model: bool,
    /// Has time dates? Else questions are asked by rounds.
    pub(super) dates: bool,
}

/// A peace process.
static OF_A_PEACE: Uses = Uses {
    role: None,
    influence: None,
    limits: true,
    war: true,
    reservation: None,
    bargainers: false,
    model: true,
    dates: true,
};

/// Alternating offers: everybody bargains and has to accept, and concedes until the rounds are out.
static OF_OFFERS: Uses = Uses {
    role: Some(Role::Principal),
    influence: Some(1.0),
    limits: false,
    war: false,
    reservation: Some(0.0),
    bargainers: true,
    model: false,
    dates: false,
};

/// What the protocol makes of a file.
pub(super) fn uses(process: &Process) -> &'static Uses {
    match process {
        Process::Peace => &OF_A_PEACE,
        Process::Offers(_) => &OF_OFFERS,
    }
}
