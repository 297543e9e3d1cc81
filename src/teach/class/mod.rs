//! A class: games of the same scenario side by side. That groups with the same briefs end far apart is the
//! lesson (Raiffa 1982, on classes of his scorable games).

mod csv;
mod told;

use super::debrief::Debrief;

/// One group's game.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What the group is called.
    pub name: String,
    /// Its game.
    pub debrief: Debrief,
}

/// The games of a class, in the order given.
#[derive(Clone, Debug, PartialEq)]
pub struct Class {
    groups: Vec<Group>,
}

impl Class {
    /// The class of these groups.
    ///
    /// # Errors
    /// The name of the first group that played another scenario than the first, or that there is none.
    pub fn of(groups: Vec<Group>) -> Result<Self, String> {
        let Some(first) = groups.first() else { return Err("there is no game".to_owned()) };
        let other = groups.iter().find(|g| g.debrief.fingerprint != first.debrief.fingerprint);
        if let Some(other) = other {
            return Err(format!(
                "{} played “{}” with other numbers than {}: games of one scenario stand side by side",
                other.name, other.debrief.title, first.name
            ));
        }
        Ok(Self { groups })
    }

    /// The groups.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The class in words and tables.
    pub fn text(&self) -> String {
        told::sheet(self).done()
    }

    /// The class as a page that stands alone.
    pub fn page(&self) -> String {
        told::sheet(self).page()
    }

    /// One row a group.
    ///
    /// # Errors
    /// When the table cannot be written.
    pub fn csv(&self) -> Result<String, String> {
        csv::write(self)
    }
}
