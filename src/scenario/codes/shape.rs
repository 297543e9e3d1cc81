//! The shape of the file.

use super::page::Page;

pub(super) static PAGES: &[Page] = &[
    Page {
        code: super::SYNTAX,
        title: "The file cannot be read",
        means: "The text is not TOML, the format of scenario files: a quote or bracket is not closed, a comma is missing, or a word stands without quotes.",
        matters: "Nothing after such a place can be understood with confidence. All places are reported at once; other errors are looked for only when the text can be read.",
        example: r#"title = "White House talks"#,
        instead: r#"title = "White House talks""#,
    },
    Page {
        code: super::DUPLICATE_KEY,
        title: "A key stands twice",
        means: "The same key is written twice in one table, or a table is opened twice.",
        matters: "Only one of the two values could be used, and it is not said which.",
        example: "influence = 1.0\ninfluence = 0.8",
        instead: "influence = 0.8",
    },
    Page {
        code: super::UNKNOWN_KEY,
        title: "A key is not known",
        means: "A table holds a key that the format does not have; most often it is misspelt, or stands in the wrong table.",
        matters: "A misspelt key would otherwise be ignored, and the default used without a word.",
        example: "influense = 0.8",
        instead: "influence = 0.8",
    },
    Page {
        code: super::MISSING_KEY,
        title: "A key is missing",
        means: "A table lacks a key that it has to have.",
        matters: "Some numbers have no sensible default: who a party is, what it wants, how much it weighs.",
        example: r#"[parties.us]
role = "mediator""#,
        instead: r#"[parties.us]
role = "mediator"
influence = 0.9"#,
    },
    Page {
        code: super::WRONG_KIND,
        title: "A value is of the wrong kind",
        means: "A value is text where a number belongs, a date in quotes, a single table where a list is meant, or the like.",
        matters: "Guessing what is meant would sooner or later guess wrong.",
        example: r#"as_of = "2025-08-19""#,
        instead: "as_of = 2025-08-19",
    },
    Page {
        code: super::UNKNOWN_WORD,
        title: "A word is not one of the words of its key",
        means: "Some keys take one of a few words: roles, effects, styles, certainties, what a question asks.",
        matters: "Each word stands for a rule of the model; another word stands for none.",
        example: r#"role = "facilitator""#,
        instead: r#"role = "mediator""#,
    },
    Page {
        code: super::BAD_NAME,
        title: "A name has a letter that names may not have",
        means: "Names of parties, issues, events, questions and variants have letters a to z, digits, - and _, and at most 64 of them.",
        matters: "Names are parts of paths such as parties.us.influence, where dots and spaces would be ambiguous. The title may say anything.",
        example: r#"[parties."United States"]"#,
        instead: r#"[parties.united-states]
title = "United States""#,
    },
    Page {
        code: super::NONE_OF,
        title: "None of the alternatives is there",
        means: "The table has to hold one of a few keys, and holds none of them.",
        matters: "An event without a date and without a rate would never happen.",
        example: r#"[[events]]
name = "election""#,
        instead: r#"[[events]]
name = "election"
at = 2025-11-04"#,
    },
    Page {
        code: super::SEVERAL_OF,
        title: "Keys that exclude each other",
        means: "The table holds two keys of which it may hold one.",
        matters: "They contradict each other: what happens on a date does not happen at a rate.",
        example: "pledge = { strength = 0.4, rate = 0.3, at = 2025-09-01 }",
        instead: "pledge = { strength = 0.4, at = 2025-09-01 }",
    },
    Page {
        code: super::EMPTY,
        title: "Something is empty, or holds too little",
        means: "A text has nothing between its quotes, or a table holds fewer entries than are needed: two parties, one issue, two anchors.",
        matters: "There is no negotiation without two parties and something to negotiate.",
        example: r#"anchors = { 0 = "1991 borders" }"#,
        instead: r#"anchors = { 0 = "1991 borders", 100 = "all four provinces" }"#,
    },
    Page {
        code: super::WRONG_COUNT,
        title: "A list has the wrong length",
        means: "A list holds more or fewer entries than its key takes. A number as a list is always [low, most likely, high].",
        matters: "Two numbers could be an interval, a mean and a deviation, or a triangle that was not finished.",
        example: "influence = [0.5, 1.0]",
        instead: "influence = { uniform = [0.5, 1.0] }",
    },
    Page {
        code: super::UNKNOWN_PATH,
        title: "A path leads nowhere",
        means: "The path of a change, in a variant or after --set, names something that is not in the scenario.",
        matters: "A change that changes nothing would make two runs look alike for the wrong reason.",
        example: "--set parties.rusia.influence=0.5",
        instead: "--set parties.russia.influence=0.5",
    },
    Page {
        code: super::BAD_CHANGE,
        title: "A change cannot be made",
        means: "The change sets a whole table, scales something that is no number or has no value, or scales by a negative factor.",
        matters: "Changes are for single numbers, words, flags and dates, so that each can be named in a result.",
        example: r#"set = { "parties.us.role" = { scale = 2 } }"#,
        instead: r#"set = { "parties.us.influence" = { scale = 2 } }"#,
    },
    Page {
        code: super::UNKNOWN_VARIANT,
        title: "There is no such variant",
        means: "The variant that was asked for is not among the [variants] of the file.",
        matters: "The run would be of the scenario as it stands, under another name.",
        example: "--variant presure",
        instead: "--variant pressure",
    },
    Page {
        code: super::VARIANT_FAILS,
        title: "A variant does not load",
        means: "The scenario is sound, but with the changes of one of its variants it is not. The first error is shown.",
        matters: "A comparison of variants would stop half-way. So every variant is checked whenever the file is.",
        example: r#"[variants.pressure]
set = { "coalition.cohesion" = 1.2 }"#,
        instead: r#"[variants.pressure]
set = { "coalition.cohesion" = 0.9 }"#,
    },
];
