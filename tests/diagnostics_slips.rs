//! The slips of people who write TOML for the first time, with the keys of a spreadsheet, a word
//! processor or a phone: what is marked, what is said, what to write instead.

use zopa::scenario::{LoadOptions, load};

const TALKS: &str = r#"title = "Talks"
as_of = 2026-01-05
clock = { round = "1 week", horizon = "6 months" }

[issues.price]
anchors = { 0 = "none", 100 = "all" }

[parties.seller]
role = "principal"
influence = 1.0
outside = { reservation = [0.3, 0.4, 0.5] }

[parties.seller.positions]
price = { limit = 45, ideal = 90, salience = 1 }

[parties.buyer]
role = "principal"
influence = 0.8
outside = { reservation = 0.4 }

[parties.buyer.positions]
price = { limit = 55, ideal = 10, salience = 1 }

[durability]
peacekeepers = false
"#;

/// What is said of the talks with something else written in the first place where `old` stands: of each
/// finding the marked text, the message and the help.
fn said(old: &str, new: &str) -> Vec<[String; 3]> {
    assert!(TALKS.contains(old), "{old} is not in the text");
    let text = TALKS.replacen(old, new, 1);
    let found = match load("talks.toml", &text, &LoadOptions::default()) {
        Ok(loaded) => loaded.warnings,
        Err(rejected) => rejected.report,
    };
    let one = |found: &zopa::scenario::Diagnostic| {
        let marked = text[found.span.start..found.span.end].to_owned();
        [marked, found.message.clone(), found.help.clone().unwrap_or_default()]
    };
    found.iter().map(one).collect()
}

/// Written instead of `old`, each is marked, named and mended so; and it is all that is said.
#[track_caller]
fn slips(old: &str, cases: &[[&str; 4]]) {
    for [new, marked, message, help] in cases {
        assert_eq!(said(old, new), [[*marked, *message, *help]], "{new}");
    }
}

#[test]
fn there_is_nothing_to_complain_about() {
    assert!(said("as_of", "as_of").is_empty());
}

const NO_DATE: &str = "this cannot be read: this is no date as it is written here";
const NO_NUMBER: &str = "this cannot be read: this is no number as it is written here";

#[test]
fn dates() {
    let date = "as_of = 2026-01-05";
    let fifth = "write 2026-01-05, without quotes";
    slips(
        date,
        &[
            ["as_of = 5 January 2026", "5 January 2026", NO_DATE, fifth],
            ["as_of = January 5, 2026", "January 5, 2026", NO_DATE, fifth],
            ["as_of = 5.1.2026", "5.1.2026", NO_DATE, fifth],
            ["as_of = 2026-1-5", "2026-1-5", NO_DATE, fifth],
            [
                "as_of = 1/5/2026",
                "1/5/2026",
                NO_DATE,
                "write 2026-01-05 for 5 January, or 2026-05-01 for 1 May, without quotes",
            ],
            [
                "as_of = 2026-02-30",
                "2026-02-30",
                "this cannot be read: this is no day of the calendar",
                "dates are written 2025-08-19, without quotes",
            ],
        ],
    );
    let quoted = "`as_of` should be a date, not text";
    slips(
        date,
        &[
            [
                "as_of = \"2026-01-05\"",
                "\"2026-01-05\"",
                quoted,
                "write the date without quotes: 2026-01-05",
            ],
            ["as_of = \"5 January 2026\"", "\"5 January 2026\"", quoted, fifth],
            ["as_of = \"05.01.2026\"", "\"05.01.2026\"", quoted, fifth],
            [
                "as_of = \"soon\"",
                "\"soon\"",
                quoted,
                "dates are written 2025-08-19, without quotes",
            ],
        ],
    );
}

#[test]
fn numbers() {
    let share = "a share is written as a part of 1: 80 % is 0.8";
    let dash = "the minus is a dash, which is another character: write -0.8";
    let alone = "a number stands alone: write 0.8; a unit goes into the title or a # comment";
    let cases = [
        ("0,8", "decimals stand behind a point: write 0.8"),
        ("80%", share),
        ("80 %", share),
        ("–0.8", dash),
        ("−0.8", dash),
        ("1,000", "nothing stands between thousands: write 1000 (or 1.000 for a decimal comma)"),
        ("1.000.000", "nothing stands between thousands: write 1000000"),
        ("1'000", "nothing stands between thousands: write 1000"),
        ("1’000", "nothing stands between thousands: write 1000"),
        ("1 000", "nothing stands between thousands: write 1000"),
        ("0.8 points", alone),
        ("$0.8", alone),
        ("0.8€", alone),
        ("~0.8", "write 0.8, or [low, most likely, high] where it is not certain"),
        (".8", "write 0.8"),
        ("08", "write 8"),
    ];
    for (written, help) in cases {
        let line = format!("influence = {written}");
        slips("influence = 0.8", &[[&line, written, NO_NUMBER, help]]);
    }
    slips(
        "influence = 0.8",
        &[
            [
                "influence = 0.5-0.8",
                "0.5-0.8",
                "this cannot be read: this is not one number",
                "for a range write { uniform = [0.5, 0.8] }",
            ],
            [
                "influence = 0.8 ± 0.1",
                "0.8 ± 0.1",
                "this cannot be read: this is not one number",
                "for a range write { normal = [0.8, 0.1] }",
            ],
            [
                "influence = \"80%\"",
                "\"80%\"",
                "`parties.buyer.influence` should be a number, not text",
                "a share is written as a part of 1: 80 % is 0.8, without quotes",
            ],
            [
                "influence = { lognormal = [0, 1] }",
                "{ lognormal = [0, 1] }",
                "`lognormal` is no form of a number",
                "nearest to it is { pert = [low, most likely, high] }, whose long side is the high one",
            ],
            [
                "influence = { unifrom = [0, 1] }",
                "{ unifrom = [0, 1] }",
                "`unifrom` is no form of a number",
                "did you mean `uniform`?",
            ],
        ],
    );
    slips(
        "{ reservation = 0.4 }",
        &[
            ["{ reservation = 0,4 }", "0,4", NO_NUMBER, "decimals stand behind a point: write 0.4"],
            [
                "{ reservation = 40 }",
                "40",
                "`parties.buyer.outside.reservation` must be between 0 and 1, not 40",
                "a share is written as a part of 1: 40 % is 0.4",
            ],
        ],
    );
}

#[test]
fn lists() {
    let list = "[0.3, 0.4, 0.5]";
    slips(
        list,
        &[
            [
                "[0.3 0.4 0.5]",
                "[0.3 0.4 0.5]",
                "this cannot be read: commas are missing in a list",
                "write [0.3, 0.4, 0.5]",
            ],
            [
                "[0,3; 0,4; 0,5]",
                "[0,3; 0,4; 0,5]",
                "this cannot be read: the entries of a list stand between commas",
                "write [0.3, 0.4, 0.5]",
            ],
            [
                "[0,3, 0,4, 0,5]",
                "[0,3, 0,4, 0,5]",
                "`parties.seller.outside.reservation` takes a list of 3 numbers, not 6",
                "decimals stand behind a point: write [0.3, 0.4, 0.5]",
            ],
            [
                "(0.3, 0.4, 0.5)",
                "(0.3, 0.4, 0.5)",
                "this cannot be read: lists stand in [ ]",
                "write [0.3, 0.4, 0.5]",
            ],
            [
                "[30%, 40%, 50%]",
                "[30%, 40%, 50%]",
                NO_NUMBER,
                "a share is written as a part of 1: 30 % is 0.3",
            ],
            [
                "[0.3, 0.4, 0.5",
                "[",
                "this cannot be read: a list is not closed",
                "lists end with ]",
            ],
        ],
    );
    slips(
        "ideal = 90, salience = 1 }",
        &[
            [
                "ideal = 90, salience = 1",
                "{",
                "this cannot be read: a table is not closed",
                "tables end with }",
            ],
            [
                "ideal = 90 salience = 1 }",
                "90 salience = 1",
                "this cannot be read: a comma is missing",
                "commas stand between the entries of lists and tables",
            ],
        ],
    );
    // TOML 1.1 allows a comma at the end.
    assert!(said("salience = 1 }", "salience = 1, }").is_empty());
}

#[test]
fn texts_and_words() {
    let curly = "this cannot be read: the quotes are typographic ones";
    let straight = "write straight ones: \"Talks\"";
    let bare = "this cannot be read: a text stands without quotes";
    slips(
        "title = \"Talks\"",
        &[
            ["title = “Talks”", "“Talks”", curly, straight],
            ["title = „Talks“", "„Talks“", curly, straight],
            ["title = «Talks»", "«Talks»", curly, straight],
            ["title = ‘Talks’", "‘Talks’", curly, straight],
            ["title = Talks", "Talks", bare, "write \"Talks\""],
            ["title = Talks of May", "Talks of May", bare, "write \"Talks of May\""],
            [
                "title = Talks\"",
                "Talks\"",
                "this cannot be read: the opening quote is missing",
                "write \"Talks\"",
            ],
            [
                "title = \"Talks",
                "",
                "this cannot be read: a text is not closed",
                "texts end with the quote they begin with",
            ],
            [
                "title = \"The \"last\" talks\"",
                "\"The \"last\" talks\"",
                "this cannot be read: there are quotes inside a text",
                "write 'The \"last\" talks'",
            ],
            [
                "title = \"Talks\nof May\"",
                "\"Talks\nof May\"",
                "this cannot be read: a text of several lines stands in quotes for one",
                "write three quotes at its beginning and three at its end: \"\"\"…\"\"\"",
            ],
        ],
    );
    let flag = "this cannot be read: this is neither true nor false";
    let help = "write true, in small letters and without quotes";
    for word in ["True", "TRUE", "yes", "Yes", "on"] {
        let line = format!("peacekeepers = {word}");
        slips("peacekeepers = false", &[[&line, word, flag, help]]);
    }
    slips(
        "peacekeepers = false",
        &[[
            "peacekeepers = \"yes\"",
            "\"yes\"",
            "`durability.peacekeepers` should be true or false, not text",
            help,
        ]],
    );
    let time = "this cannot be read: a length of time stands in quotes";
    slips(
        "horizon = \"6 months\"",
        &[["horizon = 6 months", "6 months", time, "write \"6 months\""]],
    );
}

#[test]
fn keys_and_lines() {
    let sign = "this cannot be read: an `=` belongs between key and value";
    let write = "write influence = 0.8";
    slips(
        "influence = 0.8",
        &[
            ["influence: 0.8", ":", sign, write],
            ["influence := 0.8", ":=", sign, write],
            ["influence => 0.8", "=>", sign, write],
            ["influence == 0.8", "==", sign, write],
            ["\"influence\": 0.8,", ":", sign, write],
            [
                "influence 0.8",
                "influence 0.8",
                "this cannot be read: there is no `=` between key and value",
                write,
            ],
            ["- influence = 0.8", "-", "this cannot be read: a line begins with its key", write],
            [
                "influence = 0.8,",
                "0.8,",
                "this cannot be read: a line ends with its value",
                "leave out the comma",
            ],
            [
                "influence = 0.8;",
                "0.8;",
                "this cannot be read: a line ends with its value",
                "leave out the semicolon",
            ],
            [
                "influence = 0.8 patience = 2",
                "0.8 patience = 2",
                "this cannot be read: two keys stand on one line",
                "write each key on a line of its own, or a table with { } and commas",
            ],
            [
                "influence = 0.8\nloss aversion = 1.2",
                "loss aversion",
                "this cannot be read: there is a space in a key",
                "keys are one word: write loss_aversion = 1.2",
            ],
        ],
    );
    slips(
        "{ reservation = 0.4 }",
        &[["{ reservation: 0.4 }", ":", sign, "write reservation = 0.4"]],
    );
    let space = "this cannot be read: this space is another character than the space bar's";
    let nbsp = "take it out (it is U+00A0) and type a space, where one belongs";
    slips(
        "influence = 0.8",
        &[
            ["influence\u{a0}= 0.8", "\u{a0}", space, nbsp],
            ["influence =\u{a0}0.8", "\u{a0}", space, nbsp],
            ["\u{a0}influence = 0.8", "\u{a0}", space, nbsp],
            [
                "influence =\u{200b} 0.8",
                "\u{200b}",
                space,
                "take it out (it is U+200B) and type a space, where one belongs",
            ],
        ],
    );
    // Tabs are spaces, and a byte-order mark is nothing.
    assert!(said("influence = 0.8", "\tinfluence\t=\t0.8").is_empty());
    assert!(said("title", "\u{feff}title").is_empty());
}

#[test]
fn comments() {
    let comment = "this cannot be read: this is no comment";
    slips(
        "influence = 0.8",
        &[
            [
                "influence = 0.8 // its weight",
                "0.8 // its weight",
                comment,
                "comments begin with #: write 0.8 # its weight",
            ],
            [
                "influence = 0.8 -- its weight",
                "0.8 -- its weight",
                comment,
                "comments begin with #: write 0.8 # its weight",
            ],
            [
                "// its weight\ninfluence = 0.8",
                "// its weight",
                comment,
                "comments begin with #: write # its weight",
            ],
            [
                "/* its weight */\ninfluence = 0.8",
                "/* its weight */",
                comment,
                "comments begin with #: write # its weight",
            ],
            [
                "; its weight\ninfluence = 0.8",
                "; its weight",
                comment,
                "comments begin with #: write # its weight",
            ],
        ],
    );
}

#[test]
fn headings() {
    let letters = "this cannot be read: a name in a heading has letters that names may not have";
    let open = "this cannot be read: a heading is not closed";
    slips(
        "[parties.buyer]",
        &[
            [
                "[parties.Port Authority]",
                "[parties.Port Authority]",
                letters,
                "write [parties.port-authority], with title = \"Port Authority\" in the lines below",
            ],
            [
                "[parties.München]",
                "[parties.München]",
                letters,
                "write [parties.munchen], with title = \"München\" in the lines below",
            ],
            [
                "[parties.buyer",
                "[parties.buyer",
                open,
                "write [parties.buyer], on a line of its own",
            ],
            [
                "[parties.seller]",
                "[parties.seller]",
                "the heading [parties.seller] stands here twice",
                "put the lines of both under one, or is another name meant?",
            ],
        ],
    );
    slips(
        "[durability]",
        &[[
            "[[questions]",
            "[[questions]",
            open,
            "write [[questions]], with two brackets on each side",
        ]],
    );
    slips(
        "influence = 0.8",
        &[[
            "influence = 0.8\ninfluence = 0.9",
            "influence",
            "`influence` stands here twice",
            "keep one of the two",
        ]],
    );
}

/// The same mends for a value after `--set`.
#[test]
fn values_on_the_command_line() {
    for (value, help) in [
        ("0,4", "decimals stand behind a point: write 0.4"),
        ("40%", "a share is written as a part of 1: 40 % is 0.4"),
        (
            "{ lognormal = [0, 1] }",
            "nearest to it is { pert = [low, most likely, high] }, whose long side is the high one",
        ),
        ("[0.3; 0.4; 0.5]", "write [0.3, 0.4, 0.5]"),
    ] {
        let overrides = vec![("parties.buyer.outside.reservation".to_owned(), value.to_owned())];
        let options = LoadOptions { overrides, ..LoadOptions::default() };
        let rejected = load("talks.toml", TALKS, &options).unwrap_err();
        let helps: Vec<_> = rejected.report.iter().map(|found| found.help.as_deref()).collect();
        assert_eq!(helps, [Some(help)], "{value}");
    }
}
