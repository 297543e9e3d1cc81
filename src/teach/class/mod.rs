//! A class: games of the same scenario side by side. That groups with the same briefs end far apart is the
//! lesson (Raiffa 1982, on classes of his scorable games).

mod csv;
mod tell;

use super::debrief::{Debrief, State};
use crate::document::Document;

/// One group's game.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What the group is called.
    pub name: String,
    /// The file of its session.
    pub file: String,
    /// Its game.
    pub debrief: Debrief,
}

/// A game that does not stand with the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The file of its session.
    pub file: String,
    /// Why, and what is to be done.
    pub why: String,
}

/// The games of a class, in the order given.
#[derive(Clone, Debug, PartialEq)]
pub struct Class {
    groups: Vec<Group>,
}

impl Class {
    /// The class of these groups: of the games that most of them played, by the numbers in the file, and
    /// the first of those where as many played another. The rest is handed back with the reason.
    pub fn of(groups: Vec<Group>) -> (Self, Vec<Skipped>) {
        let kind = |group: &Group| (group.debrief.fingerprint.clone(), group.debrief.world);
        let kinds: Vec<_> = groups.iter().map(kind).collect();
        let count = |index: usize| kinds.iter().filter(|kind| **kind == kinds[index]).count();
        // Of equal counts the first wins.
        let most = (0..groups.len()).rev().max_by_key(|&index| count(index));
        let Some(most) = most else { return (Self { groups }, Vec::new()) };
        let of = (groups[most].debrief.title.clone(), played(&groups[most].debrief));
        let (mut own, mut skipped) = (Vec::new(), Vec::new());
        for (group, kind) in groups.into_iter().zip(&kinds) {
            if *kind == kinds[most] {
                own.push(group);
            } else {
                skipped.push(Skipped { why: why(&group.debrief, &of), file: group.file });
            }
        }
        (Self { groups: own }, skipped)
    }

    /// The groups.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The games that are over.
    pub(super) fn finished(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(|group| group.debrief.state != State::Unfinished)
    }

    /// The class in words, tables and drawings.
    pub fn tell(&self) -> Document {
        tell::tell(self)
    }

    /// One row a group.
    ///
    /// # Errors
    /// When the table cannot be written.
    pub fn csv(&self) -> Result<String, String> {
        csv::write(self)
    }
}

/// With what a game was played, in words.
fn played(debrief: &Debrief) -> String {
    let world = debrief.world.map(|(seed, world)| format!("--seed {seed} --world {world}"));
    let options = Some(debrief.options.clone()).filter(|options| !options.is_empty());
    let said: Vec<String> = options.into_iter().chain(world).collect();
    if said.is_empty() {
        "as the file stands".to_owned()
    } else {
        format!("with {}", said.join(" "))
    }
}

/// Why a game does not stand with those of this title and kind.
fn why(debrief: &Debrief, (title, of): &(String, String)) -> String {
    let own = played(debrief);
    let found = if debrief.title != *title {
        format!("it is a game of “{}”, and the class is of “{title}”", debrief.title)
    } else if own == *of {
        "its scenario file has other numbers than that of the class".to_owned()
    } else {
        format!("it was played {own}, and the class {of}")
    };
    format!(
        "{found}; games of the same numbers stand side by side: give these a --class of their own"
    )
}
