//! Time.

use super::page::Page;

pub(super) static PAGES: &[Page] = &[
    Page {
        code: super::BEFORE_AS_OF,
        title: "A date is before the as-of date",
        means: "Something is dated before the day on which the world of the scenario is frozen.",
        matters: "Only what lies ahead is played. What happened before is already in the numbers: a pledge that was made is dated on the as-of date.",
        example: r#"as_of = 2025-08-19
[[events]]
name = "summit"
at = 2025-08-15"#,
        instead: r#"as_of = 2025-08-19
[[events]]
name = "summit"
at = 2025-09-15"#,
    },
    Page {
        code: super::AFTER_HORIZON,
        title: "A date is after the horizon",
        means: "Something is dated after the end of the time that is played.",
        matters: "It would never happen, and the answer to its question would not be known. Only questions about whether a deal holds look farther.",
        example: r#"as_of = 2025-08-19
clock = { horizon = "6 months" }
[[questions]]
by = 2026-08-19"#,
        instead: r#"as_of = 2025-08-19
clock = { horizon = "12 months" }
[[questions]]
by = 2026-08-19"#,
    },
    Page {
        code: super::BAD_DURATION,
        title: "A text is not a length of time",
        means: "A length of time is a number and a unit in quotes: days, weeks, months or years.",
        matters: "The model counts in months, so it has to know the unit.",
        example: r#"clock = { round = "1 fortnight" }"#,
        instead: r#"clock = { round = "2 weeks" }"#,
    },
    Page {
        code: super::ROUND_TOO_LONG,
        title: "A round is longer than the horizon",
        means: "The clock has rounds that are longer than the whole time that is played.",
        matters: "There would be less than one round.",
        example: r#"clock = { round = "2 years", horizon = "12 months" }"#,
        instead: r#"clock = { round = "1 week", horizon = "12 months" }"#,
    },
    Page {
        code: super::BEGAN_LATER,
        title: "The talks begin after the as-of date",
        means: "`talks.began` is later than the day on which the world of the scenario is frozen.",
        matters: "Concessions run from the beginning of the talks; what is played begins on the as-of date, on which they have begun.",
        example: r"as_of = 2025-08-19
talks = { began = 2025-09-01 }",
        instead: r"as_of = 2025-08-19
talks = { began = 2025-02-18 }",
    },
    Page {
        code: super::BAD_SPAN,
        title: "Conclaves that end before they begin, or overlap",
        means: "A conclave lasts from one day to a later one, and begins when the one before it is over.",
        matters: "On every day texts are tried at one tempo.",
        example: r"[talks]
conclaves = [{ from = 2026-03-12, to = 2026-03-01 }]",
        instead: r"[talks]
conclaves = [{ from = 2026-03-01, to = 2026-03-12 }]",
    },
];
