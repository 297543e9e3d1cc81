//! Errors of shape, as they are shown.

use crate::diagnostics::war;

#[test]
fn a_file_that_cannot_be_read() {
    war().swap(r#"title = "A war""#, r#"title = "A war"#).shows(
        "Z0001",
        r#"
error[Z0001]: this cannot be read: a text is not closed
 --> war.toml:1:15
  |
1 | title = "A war
  |               ^
  |
  = help: texts end with the quote they begin with
"#,
    );
}

#[test]
fn every_syntax_error_is_told() {
    war().swap("influence = 0.8", "influence = = 0.8").swap("drift = 0.5", "drift 0.5").shows(
        "Z0001",
        r"
error[Z0001]: this cannot be read: an `=` belongs between key and value
  --> war.toml:26:11
   |
26 | influence = = 0.8
   |           ^^^
   |
   = help: write influence = 0.8

error[Z0001]: this cannot be read: there is no `=` between key and value
  --> war.toml:49:1
   |
49 | drift 0.5
   | ^^^^^^^^^
   |
   = help: write drift = 0.5
",
    );
}

#[test]
fn a_key_that_stands_twice() {
    war()
        .swap(
            "influence = 0.8",
            r"influence = 0.8
influence = 0.9",
        )
        .shows(
            "Z0002",
            r"
error[Z0002]: `influence` stands here twice
  --> war.toml:27:1
   |
27 | influence = 0.9
   | ^^^^^^^^^ already there above
   |
   = help: keep one of the two
",
        );
}

#[test]
fn an_unknown_key() {
    war().swap("salience = 0.6", "saliense = 0.6").shows(
        "Z0003",
        r"
error[Z0003]: `saliense` is not a key of a position
  --> war.toml:21:58
   |
21 | line = { opening = 90, limit = [50, 55, 60], ideal = 95, saliense = 0.6, red_line = 45 }
   |                                                          ^^^^^^^^ unknown key
   |
   = help: did you mean `salience`?
",
    );
}

#[test]
fn an_unknown_key_like_no_other() {
    war()
        .swap(
            "drift = 0.5",
            r"drift = 0.5
speed = 3",
        )
        .shows(
            "Z0003",
            r"
error[Z0003]: `speed` is not a key of the front
  --> war.toml:50:1
   |
50 | speed = 3
   | ^^^^^ unknown key
   |
   = help: the keys here are `drift` and `noise`
",
        );
}

#[test]
fn a_missing_key() {
    war()
        .swap(
            r#"role = "mediator"
influence = 0.5"#,
            r#"role = "mediator""#,
        )
        .shows(
            "Z0004",
            r"
error[Z0004]: a party needs `influence`
  --> war.toml:33:10
   |
33 | [parties.east]
   |          ^^^^ `influence` is missing
   |
   = help: Its weight in every text.
",
        );
}

#[test]
fn a_date_in_quotes() {
    war().swap("as_of = 2026-01-05", r#"as_of = "2026-01-05""#).shows(
        "Z0005",
        r#"
error[Z0005]: `as_of` should be a date, not text
 --> war.toml:2:9
  |
2 | as_of = "2026-01-05"
  |         ^^^^^^^^^^^^ this is text
  |
  = help: write the date without quotes: 2026-01-05
"#,
    );
}

#[test]
fn a_number_in_quotes() {
    war().swap("influence = 0.8", r#"influence = "0.8""#).shows(
        "Z0005",
        r#"
error[Z0005]: `parties.south.influence` should be a number, not text
  --> war.toml:26:13
   |
26 | influence = "0.8"
   |             ^^^^^ this is text
   |
   = help: write the number without quotes: 0.8
"#,
    );
}

#[test]
fn a_single_table_for_a_list() {
    war().swap("[[trust]]", "[trust]").shows(
        "Z0005",
        r"
error[Z0005]: `trust` should be a list of tables, not a table
  --> war.toml:44:1
   |
44 | [trust]
   | ^^^^^^^ this is a table
   |
   = help: double brackets make one pair of a list: [[…]]
",
    );
}

#[test]
fn an_unknown_form_of_number() {
    war()
        .swap("influence = 0.8", "influence = { gaussian = [1, 2] }")
        .shows("Z0005", r"
error[Z0005]: `gaussian` is no form of a number
  --> war.toml:26:13
   |
26 | influence = { gaussian = [1, 2] }
   |             ^^^^^^^^^^^^^^^^^^^^^ expected one of `uniform`, `triangular`, `pert`, `normal`, `beta`, `choice` or `value`
   |
   = help: nearest to it is { normal = [mean, standard deviation] }
");
}

#[test]
fn an_unknown_word() {
    war().swap(r#"role = "guarantor""#, r#"role = "garantor""#).shows(
        "Z0006",
        r#"
error[Z0006]: `garantor` is not one of the words for `role`
  --> war.toml:40:8
   |
40 | role = "garantor"
   |        ^^^^^^^^^^ expected `principal`, `mediator`, `guarantor` or `stakeholder`
   |
   = help: did you mean `guarantor`?
"#,
    );
}

#[test]
fn a_name_with_a_space() {
    war().swap(r#"name = "harvest""#, r#"name = "Harvest fails""#).shows(
        "Z0007",
        r#"
error[Z0007]: `Harvest fails` cannot be a name
  --> war.toml:59:8
   |
59 | name = "Harvest fails"
   |        ^^^^^^^^^^^^^^^ names have letters a to z, digits, - and _, at most 64 of them
   |
   = help: write, say, `harvest-fails`; the title may say anything
"#,
    );
}

#[test]
fn none_of_the_alternatives() {
    war()
        .swap(
            r"rate = 0.1
",
            "",
        )
        .shows(
            "Z0008",
            r"
error[Z0008]: an event needs `rate` or `at`
  --> war.toml:58:1
   |
58 | [[events]]
   | ^^^^^^^^^^ neither is here
",
        );
}

#[test]
fn keys_that_exclude_each_other() {
    war().swap("strength = 0.4, rate = 0.3", "strength = 0.4, rate = 0.3, at = 2026-02-01").shows(
        "Z0009",
        r"
error[Z0009]: `rate` and `at` exclude each other: a pledge has one or the other
  --> war.toml:36:40
   |
36 | pledge = { strength = 0.4, rate = 0.3, at = 2026-02-01 }
   |                            ----        ^^ this one
   |                            |
   |                            and this one
   |
   = help: keep the one that is meant
",
    );
}

#[test]
fn too_few_anchors() {
    war().swap(r#"{ 0 = "troops", 100 = "none" }"#, r#"{ 0 = "troops" }"#).shows(
        "Z0010",
        r#"
error[Z0010]: `issues.shield.anchors` holds 1 anchor: 2 or more are needed
  --> war.toml:11:1
   |
11 | anchors = { 0 = "troops" }
   | ^^^^^^^
"#,
    );
}

#[test]
fn an_empty_text() {
    war().swap(r#"text = "A peace is signed""#, r#"text = """#).shows(
        "Z0010",
        r#"
error[Z0010]: `questions.peace-signed.text` is empty
  --> war.toml:65:8
   |
65 | text = ""
   |        ^^ there is nothing between the quotes
"#,
    );
}

#[test]
fn a_list_of_the_wrong_length() {
    war().swap("cost = [0.05, 0.1, 0.2]", "cost = [0.05, 0.2]").shows(
        "Z0011",
        r"
error[Z0011]: `parties.south.outside.cost` takes a list of 3 numbers, not 2
  --> war.toml:27:51
   |
27 | outside = { war = { terms = { line = 50 }, cost = [0.05, 0.2] } }
   |                                                   ^^^^^^^^^^^ 2 here
   |
   = help: for an interval write { uniform = [low, high] }
",
    );
}
