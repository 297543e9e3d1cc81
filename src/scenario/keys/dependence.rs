//! Inputs that hang together.

use super::{Bounds, Key, Kind, ListOf, MapOf, Need, Reference, Table};

/// `[[factors]]`.
pub(crate) static FACTOR: Table = Table {
    what: "a factor",
    keys: &[
        Key::new("name", Kind::Name, "Unique; letters, digits, - and _.").required(),
        Key::new("title", Kind::Text, "Plain name.").needs(Need::Rule("the name")),
        Key::new(
            "loadings",
            Kind::Map(&LOADINGS),
            "By path of an input, in quotes: how far it follows the factor, from -1 to 1.",
        )
        .required(),
    ],
    one_of: &[],
    doc: "A hidden cause of several inputs.",
};

static LOADINGS: MapOf = MapOf {
    one: "loading",
    kind: Kind::Plain(Bounds::CORRELATION),
    min: 1,
    max: 256,
    refer: Some(Reference::Input),
};

/// `[[correlations]]`.
pub(crate) static CORRELATION: Table = Table {
    what: "a correlation",
    keys: &[
        Key::new("between", Kind::Refers(Reference::Input, 2, 2), "The paths of two inputs.")
            .required(),
        Key::new(
            "spearman",
            Kind::Plain(Bounds::CORRELATION),
            "Their rank correlation, from -1 to 1.",
        )
        .required(),
    ],
    one_of: &[],
    doc: "The rank correlation of two inputs.",
};

pub(super) static FACTORS: ListOf =
    ListOf { one: "factor", table: &FACTOR, max: 32, named_by: Some("name") };
pub(super) static CORRELATIONS: ListOf =
    ListOf { one: "correlation", table: &CORRELATION, max: 128, named_by: None };
