//! The forms of a number.

use super::bounds::Bounds;
use super::{Key, Kind, Table};

/// The words for how a number is known, best first.
pub(crate) static CERTAINTIES: [&str; 7] =
    ["document", "data", "statement", "poll", "report", "judgement", "unverified"];

/// At most so many values in a `choice`.
pub(crate) const LARGEST_CHOICE: usize = 1000;

/// The tables that are numbers, each named by its first key.
pub(crate) static FORMS: [&Table; 7] =
    [&UNIFORM, &TRIANGULAR, &PERT, &NORMAL, &BETA, &CHOICE, &SOURCED];

static UNIFORM: Table = Table {
    what: "a uniform number",
    keys: &[Key::new(
        "uniform",
        Kind::Plains(2, 2),
        "Low and high: anywhere between, equally likely.",
    )
    .required()],
    one_of: &[],
    doc: "Uniform on an interval.",
};

static TRIANGULAR: Table = Table {
    what: "a triangular number",
    keys: &[Key::new("triangular", Kind::Plains(3, 3), "Low, most likely, high.").required()],
    one_of: &[],
    doc: "Triangular; the long form of `[low, mode, high]`.",
};

static PERT: Table = Table {
    what: "a PERT number",
    keys: &[Key::new("pert", Kind::Plains(3, 3), "Low, most likely, high.").required()],
    one_of: &[],
    doc: "PERT: a smooth triangular.",
};

static NORMAL: Table = Table {
    what: "a normal number",
    keys: &[
        Key::new("normal", Kind::Plains(2, 2), "Mean and standard deviation.").required(),
        Key::new("min", Kind::Plain(Bounds::ANY), "Never below this."),
        Key::new("max", Kind::Plain(Bounds::ANY), "Never above this."),
    ],
    one_of: &[],
    doc: "Normal, cut off where `min` or `max` is given.",
};

static BETA: Table = Table {
    what: "a beta number",
    keys: &[
        Key::new("beta", Kind::Plains(2, 2), "The two shapes, both above 0.").required(),
        Key::new("min", Kind::Plain(Bounds::ANY), "The low end.").or(0.0),
        Key::new("max", Kind::Plain(Bounds::ANY), "The high end.").or(1.0),
    ],
    one_of: &[],
    doc: "Beta, stretched to `min` and `max`.",
};

static CHOICE: Table = Table {
    what: "a choice of numbers",
    keys: &[
        Key::new("choice", Kind::Plains(1, LARGEST_CHOICE), "One of these.").required(),
        Key::new("weights", Kind::Plains(1, LARGEST_CHOICE), "How likely each is, in proportion.")
            .or_text("equal weights"),
    ],
    one_of: &[],
    doc: "One of a list.",
};

/// A number with where it comes from.
pub(crate) static SOURCED: Table = Table {
    what: "a number with its source",
    keys: &[
        Key::new("value", Kind::Unsourced, "The number, in any form.").required(),
        Key::new("source", Kind::Text, "Where it comes from."),
        Key::new("certainty", Kind::Word(&CERTAINTIES), "How it is known."),
        Key::new("date", Kind::Date, "When it became known."),
    ],
    one_of: &[],
    doc: "Any number, with where it comes from.",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Certainty;

    #[test]
    fn words_are_the_models() {
        assert_eq!(CERTAINTIES, Certainty::ALL.map(Certainty::word));
    }
}
