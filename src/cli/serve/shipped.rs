//! The scenarios that the workbench offers to look at: they are in the command, as whoever installed it has no folder of
//! them.

use super::folder::Listed;
use crate::scenario::glance;

const ALL: [(&str, &str); 8] = [
    ("two-party.toml", include_str!("../../../scenarios/two-party.toml")),
    ("harbour.toml", include_str!("../../../scenarios/harbour.toml")),
    ("job-offer.toml", include_str!("../../../scenarios/job-offer.toml")),
    ("northland.toml", include_str!("../../../scenarios/northland.toml")),
    ("white-house-2025.toml", include_str!("../../../scenarios/white-house-2025.toml")),
    ("1-van.toml", include_str!("../../../scenarios/class/1-van.toml")),
    ("2-concert.toml", include_str!("../../../scenarios/class/2-concert.toml")),
    ("3-strait.toml", include_str!("../../../scenarios/class/3-strait.toml")),
];

/// What they are called, from the smallest.
pub(super) fn list() -> Vec<Listed> {
    let listed = |(name, text): (&str, &str)| Listed {
        name: name.to_owned(),
        title: glance(text).unwrap_or_default(),
    };
    ALL.map(listed).into()
}

/// The text of one.
pub(super) fn text(name: &str) -> Option<&'static str> {
    ALL.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}
