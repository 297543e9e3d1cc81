//! The file of a study: which scenarios, what is varied, how each case is played.

use super::{Bounds, Key, Kind, MapOf, Table};

/// The whole file.
pub(crate) static STUDY: Table = Table {
    what: "a study",
    keys: &[
        Key::new("title", Kind::Text, "What the study asks, in a few words.").required(),
        Key::new("summary", Kind::Text, "A paragraph for people."),
        Key::new(
            "scenarios",
            Kind::Texts(1, 10_000),
            "Scenario files, beside this file or with a path from it.",
        )
        .required(),
        Key::new("factors", Kind::Map(&FACTORS), "What is varied.")
            .or_text("nothing: each scenario once"),
        Key::new("design", Kind::Table(&DESIGN), "Which combinations are played."),
        Key::new("play", Kind::Table(&PLAY), "How each case is played."),
        Key::new(
            "outputs",
            Kind::Texts(1, 1_000),
            "What is written down of each case: links of the chain, ids of questions, zopa, \
             terms.ISSUE, value.PARTY.",
        )
        .or_text("every link of the chain, zopa and every question"),
    ],
    one_of: &[],
    doc: "A zopa study: many cases from one file.",
};

static FACTORS: MapOf =
    MapOf { one: "factor", kind: Kind::Table(&FACTOR), min: 1, max: 1_000, refer: None };

/// The words of `factors.X.apply`.
pub(crate) static APPLIES: [&str; 3] = ["set", "scale", "shift"];

/// The words of `factors.X.role`.
pub(crate) static ROLES: [&str; 2] = ["lever", "uncertainty"];

/// `factors.X`.
pub(crate) static FACTOR: Table = Table {
    what: "a factor",
    keys: &[
        Key::new("title", Kind::Text, "Plain name.").or_text("the key"),
        Key::new("path", Kind::Text, "The path of the value that is varied, as after --set."),
        Key::new("paths", Kind::Texts(1, 1_000), "Several paths that get the same value."),
        Key::new(
            "variants",
            Kind::Texts(1, 1_000),
            "Instead of a path: variants of the scenario; \"none\" is the file as it is.",
        ),
        Key::new("values", Kind::Changes(1, 100_000), "The values: whatever --set takes."),
        Key::new("range", Kind::Plains(2, 2), "Or: from low to high."),
        Key::new("steps", Kind::Whole(2, 100_000), "With range or distribution: so many values."),
        Key::new("step", Kind::Plain(Bounds::POSITIVE), "With range: a value every so much."),
        Key::new("distribution", Kind::Number(Bounds::ANY), "Or: drawn from a number in any form."),
        Key::new(
            "apply",
            Kind::Word(&APPLIES),
            "Is the number the value, or does it scale or shift the file's?",
        )
        .or_text("set"),
        Key::new("zip", Kind::Name, "Factors with the same word here move together."),
        Key::new("role", Kind::Word(&ROLES), "Can somebody choose it, or is it only not known?"),
    ],
    one_of: &["path", "paths", "variants"],
    doc: "What is varied, and over which values.",
};

/// The words of `design.kind`.
static DESIGNS: [&str; 5] = ["grid", "list", "latin-hypercube", "sobol", "random"];

/// `design`.
pub(crate) static DESIGN: Table = Table {
    what: "the design",
    keys: &[
        Key::new("kind", Kind::Word(&DESIGNS), "How cases are chosen.").required(),
        Key::new("points", Kind::Whole(1, 10_000_000), "With a sample: how many points."),
        Key::new(
            "table",
            Kind::Text,
            "With list: a CSV file with a column for each factor and a row for each case.",
        ),
    ],
    one_of: &[],
    doc: "Which combinations of the factors are played.",
};

/// `play`.
pub(crate) static PLAY: Table = Table {
    what: "how cases are played",
    keys: &[
        Key::new("seed", Kind::Seed, "Seed of every random draw, 0 to 2^64 - 1, as after --seed.")
            .or(42.0),
        Key::new(
            "worlds",
            Kind::Whole(1, 100_000_000),
            "Worlds of a case; at most, with precision.",
        )
        .or_text("4000, or a million with precision"),
        Key::new("histories", Kind::Whole(2, 1_000_000), "Histories in each world.").or(25.0),
        Key::new(
            "precision",
            Kind::Plain(Bounds { min: 0.0, max: 0.5, open: true }),
            "Play each case until the 95% interval of every figure is this near, plus or minus.",
        ),
        Key::new(
            "replications",
            Kind::Whole(1, 1_000_000),
            "Every case so often, each with a seed of its own.",
        )
        .or(1.0),
        Key::new("chunk", Kind::Whole(1, 10_000_000), "Cases in a chunk, as they are farmed out.")
            .or_text("so many that there are at most 1000 chunks"),
    ],
    one_of: &[],
    doc: "How each case is played.",
};
