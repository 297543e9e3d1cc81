//! Sizes.

use super::page::Page;

pub(super) static PAGES: &[Page] = &[
    Page {
        code: super::TOO_MANY,
        title: "Too many of something",
        means: "The file holds more parties, issues, events, questions, variants, effects or anchors than are allowed. docs/format.md lists the limits.",
        matters: "The limits are far above what a person can write with care, and keep a slip from taking the machine's memory.",
        example: "# [[events]] for the 257th time",
        instead: "# 256 events or fewer",
    },
    Page {
        code: super::TOO_LONG,
        title: "The file is too long",
        means: "A scenario has at most 4 MB of text.",
        matters: "It is most likely another file.",
        example: "zopa run archive.tar",
        instead: "zopa run scenario.toml",
    },
    Page {
        code: super::TOO_MANY_ROUNDS,
        title: "Too many rounds",
        means: "The horizon divided by the length of a round is above 10,000.",
        matters: "Every round takes time to play, and odds do not hang on the length of rounds.",
        example: r#"clock = { round = "1 day", horizon = "40 years" }"#,
        instead: r#"clock = { round = "1 month", horizon = "40 years" }"#,
    },
    Page {
        code: super::TOO_MANY_OUTCOMES,
        title: "Too many combinations of options",
        means: "Every combination of one option an issue is looked at; there may be at most a million.",
        matters: "Beyond that a run would take hours for each of its worlds.",
        example: "# eight issues with ten options each: a hundred million combinations",
        instead: "# six issues with ten options each: a million",
    },
];
