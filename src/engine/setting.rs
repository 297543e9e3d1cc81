//! The table and the world at which a history is played.

use super::person::Person;
use super::table::Table;
use super::world::World;
use crate::model::Loss;

/// The table and the world: all that stays the same during a history.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting<'a> {
    pub(crate) table: &'a Table<'a>,
    pub(crate) world: &'a World,
    /// Who sits in one of the seats, with what it has decided.
    pub(crate) person: Option<&'a Person>,
}

impl<'a> Setting<'a> {
    /// Nobody but the engine plays.
    pub(crate) fn new(table: &'a Table<'a>, world: &'a World) -> Self {
        Self { table, world, person: None }
    }

    /// Shape of the loss in distance.
    #[inline]
    pub(crate) fn shape(self) -> Loss {
        self.world.parties().shape()
    }

    /// Is this a war (of at least one principal)?
    #[inline]
    pub(crate) fn at_war(self) -> bool {
        !self.table.belligerents.is_empty()
    }

    /// The highest rate of tries at a text a month from `t` until it changes next by what is dated.
    pub(crate) fn highest_rate(self, t: f64) -> f64 {
        self.world.tempo().highest_rate(self.world.globals(), t)
    }
}
