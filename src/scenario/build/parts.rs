//! The parts of a scenario that have keys of their own: issues, parties, positions.

use super::Value;
use super::place;
use crate::model::{Role, path};
use crate::scenario::tree::Table;

/// Defines a part and what all parts share.
macro_rules! part {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name<'b> {
            pub(super) tree: &'b mut Table,
            pub(super) path: String,
        }

        impl $name<'_> {
            /// Sets any key of it by its path from here, as docs/format.md has them.
            pub fn set(self, key: &str, value: impl Into<Value>) -> Self {
                place::set(self.tree, &format!("{}.{key}", self.path), value.into().0);
                self
            }
        }
    };
}

part! {
    /// What is negotiated: a scale with labelled points, or a choice of options.
    IssueBuilder
}

part! {
    /// Who sits at the table.
    PartyBuilder
}

part! {
    /// What a party wants on one issue, on the issue's scale.
    PositionBuilder
}

impl IssueBuilder<'_> {
    /// Its name in plain words.
    pub fn title(self, title: &str) -> Self {
        self.set("title", title)
    }

    /// The two ends of its scale; 0 and 100 unless stated.
    pub fn scale(self, low: f64, high: f64) -> Self {
        self.set("scale", Value::list([low, high]))
    }

    /// What a point of its scale means. Two or more are needed.
    pub fn anchor(self, point: f64, meaning: &str) -> Self {
        let point = path::quoted(&point.to_string()).into_owned();
        self.set(&format!("anchors.{point}"), meaning)
    }

    /// Instead of a scale: what may be chosen, by name.
    pub fn options<'o>(self, options: impl IntoIterator<Item = &'o str>) -> Self {
        self.set("options", Value::list(options))
    }
}

impl PartyBuilder<'_> {
    /// Its name in plain words.
    pub fn title(self, title: &str) -> Self {
        self.set("title", title)
    }

    /// What it does at the table. In alternating offers parties have no roles.
    pub fn role(self, role: Role) -> Self {
        self.set("role", role.word())
    }

    /// Its weight in every text, 0 or more.
    pub fn influence(self, influence: impl Into<Value>) -> Self {
        self.set("influence", influence)
    }

    /// What no deal is worth to it (its BATNA), from 0 to 1.
    pub fn reservation(self, value: impl Into<Value>) -> Self {
        self.set("outside.reservation", value)
    }

    /// What it wants on an issue.
    pub fn position(
        self,
        issue: &str,
        wants: impl FnOnce(PositionBuilder<'_>) -> PositionBuilder<'_>,
    ) -> Self {
        let path = format!("{}.positions.{}", self.path, path::quoted(issue));
        wants(PositionBuilder { tree: &mut *self.tree, path });
        self
    }
}

impl PositionBuilder<'_> {
    /// What it would have if it could dictate.
    pub fn ideal(self, place: impl Into<Value>) -> Self {
        self.set("ideal", place)
    }

    /// Where it starts; its ideal unless stated.
    pub fn opening(self, place: impl Into<Value>) -> Self {
        self.set("opening", place)
    }

    /// Where its concessions end.
    pub fn limit(self, place: impl Into<Value>) -> Self {
        self.set("limit", place)
    }

    /// No text beyond this is ever signed.
    pub fn red_line(self, place: impl Into<Value>) -> Self {
        self.set("red_line", place)
    }

    /// How much it cares, 0 or more; a party's saliences are made to sum to 1.
    pub fn salience(self, salience: impl Into<Value>) -> Self {
        self.set("salience", salience)
    }

    /// Where the issue is a choice: what an option is worth to it, from 0 to 100.
    pub fn score(self, option: &str, score: impl Into<Value>) -> Self {
        self.set(&format!("scores.{}", path::quoted(option)), score)
    }
}
