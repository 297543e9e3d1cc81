//! What can be wrong with options, as it is shown.

#![expect(clippy::needless_raw_string_hashes, reason = "all pictures have one form")]

use crate::diagnostics::war;
use zopa::scenario::{LoadOptions, load};

/// A scenario with options, and nothing to complain about.
const FERRY: &str = r#"title = "A ferry"
as_of = 2026-01-05
clock = { round = "1 week", horizon = "6 months" }

[issues.pier]
options = ["north pier", "south pier", "no ferry"]
status_quo = "no ferry"

[issues.fare]
anchors = { 0 = "free", 100 = "dear" }

[parties.island]
role = "principal"
influence = 1
outside = { reservation = 0.4 }

[parties.island.positions]
pier = { scores = { "north pier" = 100, "south pier" = 60, "no ferry" = 0 }, limit = 40, salience = 0.5, refuses = ["no ferry"] }
fare = { ideal = 0, limit = 60, salience = 0.5 }

[parties.shore]
role = "principal"
influence = 1
outside = { reservation = 0.4 }

[parties.shore.positions]
pier = { scores = { "north pier" = 30, "south pier" = 100, "no ferry" = 20 }, limit = 30, salience = 0.4 }
fare = { ideal = 100, limit = 40, salience = 0.6 }
"#;

/// An edit of it.
fn ferry(old: &str, new: &str) -> crate::diagnostics::Case {
    war().text(FERRY.to_owned()).swap(old, new)
}

#[test]
fn there_is_nothing_to_complain_about() {
    zopa::scenario::load("ferry.toml", FERRY, &zopa::scenario::LoadOptions::default()).unwrap();
}

#[test]
fn a_misspelt_option_in_a_status_quo() {
    ferry(r#"status_quo = "no ferry""#, r#"status_quo = "no fery""#).shows(
        "Z0210",
        r#"
error[Z0210]: `no fery` is not an option of the issue `pier`
 --> war.toml:7:14
  |
7 | status_quo = "no fery"
  |              ^^^^^^^^^ unknown option
  |
  = help: did you mean `no ferry`?
"#,
    );
}

#[test]
fn a_misspelt_option_in_scores() {
    ferry(r#""south pier" = 60"#, r#""south peer" = 60"#).shows(
        "Z0210",
        r#"
error[Z0210]: `south peer` is not an option of the issue `pier`
  --> war.toml:18:41
   |
18 | pier = { scores = { "north pier" = 100, "south peer" = 60, "no ferry" = 0 }, limit = 40, salience = 0.5, refuses = ["no ferry"] }
   |                                         ^^^^^^^^^^^^ unknown option
   |
   = help: did you mean `south pier`?
"#,
    );
}

#[test]
fn a_misspelt_option_that_is_refused() {
    ferry(r#"refuses = ["no ferry"]"#, r#"refuses = ["ferry"]"#).shows(
        "Z0210",
        r#"
error[Z0210]: `ferry` is not an option of the issue `pier`
  --> war.toml:18:117
   |
18 | pier = { scores = { "north pier" = 100, "south pier" = 60, "no ferry" = 0 }, limit = 40, salience = 0.5, refuses = ["ferry"] }
   |                                                                                                                     ^^^^^^^ unknown option
   |
   = help: the options here are `north pier`, `south pier` and `no ferry`
"#,
    );
}

#[test]
fn options_with_a_scale() {
    ferry(
        r#"status_quo = "no ferry""#,
        r#"status_quo = "no ferry"
scale = [0, 10]"#,
    )
    .shows(
        "Z0414",
        r#"
error[Z0414]: the issue `pier` has options, and `scale` is for scales
 --> war.toml:8:9
  |
8 | scale = [0, 10]
  |         ^^^^^^^
  |
  = help: drop `scale`, or write the issue as a scale with `anchors`
"#,
    );
}

#[test]
fn options_with_an_effect() {
    ferry(r#"status_quo = "no ferry""#, r#"effect = "front-line""#).shows(
        "Z0414",
        r#"
error[Z0414]: the issue `pier` has options, and `effect` is for scales
 --> war.toml:7:10
  |
7 | effect = "front-line"
  |          ^^^^^^^^^^^^
  |
  = help: drop `effect`, or write the issue as a scale with `anchors`
"#,
    );
}

#[test]
fn a_number_among_options() {
    ferry(r#"status_quo = "no ferry""#, r#"status_quo = 2"#).shows(
        "Z0415",
        r#"
error[Z0415]: `pier` is settled by an option, not by a number
 --> war.toml:7:14
  |
7 | status_quo = 2
  |              ^ expected `north pier`, `south pier` or `no ferry`
"#,
    );
}

#[test]
fn a_name_on_a_scale() {
    ferry(
        r#"anchors = { 0 = "free", 100 = "dear" }"#,
        r#"anchors = { 0 = "free", 100 = "dear" }
status_quo = "dear""#,
    )
    .shows(
        "Z0415",
        r#"
error[Z0415]: `fare` is a scale, and `dear` is no position on it
  --> war.toml:11:14
   |
11 | status_quo = "dear"
   |              ^^^^^^ a number from 0 to 100
"#,
    );
}

#[test]
fn a_position_of_a_scale_among_options() {
    ferry(r#"pier = { scores = { "north pier" = 100, "south pier" = 60, "no ferry" = 0 }, limit = 40, salience = 0.5, refuses = ["no ferry"] }"#, r#"pier = { ideal = 50, limit = 40, salience = 0.5 }"#).shows(
        "Z0415",
        r#"
error[Z0415]: `pier` has options, and `ideal` is for scales
  --> war.toml:18:18
   |
18 | pier = { ideal = 50, limit = 40, salience = 0.5 }
   |                  ^^
   |
   = help: write `scores`, one for every option, and `refuses` for those it never signs
"#,
    );
}

#[test]
fn scores_on_a_scale() {
    ferry(
        r#"fare = { ideal = 0, limit = 60, salience = 0.5 }"#,
        r#"fare = { scores = { free = 100 }, limit = 60, salience = 0.5 }"#,
    )
    .shows(
        "Z0415",
        r#"
error[Z0415]: `fare` is a scale, and `scores` is for issues with options
  --> war.toml:19:19
   |
19 | fare = { scores = { free = 100 }, limit = 60, salience = 0.5 }
   |                   ^^^^^^^^^^^^^^
   |
   = help: write `ideal` and `limit` as positions on the scale, and a `red_line` if there is one
"#,
    );
}

#[test]
fn an_option_without_a_score() {
    ferry(r#", "no ferry" = 0"#, r#""#).shows(
        "Z0416",
        r#"
error[Z0416]: `parties.island.positions.pier.scores` leaves out `no ferry`
  --> war.toml:18:19
   |
18 | pier = { scores = { "north pier" = 100, "south pier" = 60 }, limit = 40, salience = 0.5, refuses = ["no ferry"] }
   |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ every option has a score
   |
   = help: 0 is worthless to the party, 100 all it could want of the issue
"#,
    );
}

#[test]
fn a_party_that_refuses_everything() {
    ferry(r#"refuses = ["no ferry"]"#, r#"refuses = ["no ferry", "north pier", "south pier"]"#).shows(
        "Z0417",
        r#"
error[Z0417]: `parties.island.positions.pier.refuses` refuses every option
  --> war.toml:18:116
   |
18 | ...= 40, salience = 0.5, refuses = ["no ferry", "north pier", "south pier"] }
   |                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nothing is left to sign
   |
   = help: name only the options it would never sign
"#,
    );
}

#[test]
fn a_score_beyond_a_hundred() {
    ferry(r#""south pier" = 60"#, r#""south pier" = 160"#).shows(
        "Z0102",
        r#"
error[Z0102]: `parties.island.positions.pier.scores.south pier` must be between 0 and 100, not 160
  --> war.toml:18:56
   |
18 | pier = { scores = { "north pier" = 100, "south pier" = 160, "no ferry" = 0 }, limit = 40, salience = 0.5, refuses = ["no ferry"] }
   |                                                        ^^^
"#,
    );
}

#[test]
fn an_option_that_stands_twice() {
    ferry(
        r#"["north pier", "south pier", "no ferry"]"#,
        r#"["north pier", "south pier", "no ferry", "no ferry"]"#,
    )
    .shows(
        "Z0205",
        r#"
error[Z0205]: the option `no ferry` stands twice
 --> war.toml:6:52
  |
6 | options = ["north pier", "south pier", "no ferry", "no ferry"]
  |                                        ----------  ^^^^^^^^^^ the second
  |                                        |
  |                                        the first
  |
  = help: name every option once
"#,
    );
}

#[test]
fn an_option_that_cannot_be_one() {
    ferry(r#"["north pier","#, r#"["north pier ", "north pier","#).shows(
        "Z0007",
        r#"
error[Z0007]: `north pier ` cannot be an option
 --> war.toml:6:12
  |
6 | options = ["north pier ", "north pier", "south pier", "no ferry"]
  |            ^^^^^^^^^^^^^ an option is a text of one line
  |
  = help: use 1 to 64 characters, without blanks at the ends
"#,
    );
}

/// Names with marks of their own stand in quotes, and so in paths, changes, packages and moves.
#[test]
fn an_option_may_have_the_marks_of_paths() {
    let names = ["0.6", "north, or south", "a=b", "six o'clock", "the \"old\" one"];
    let quoted = |name: &str| format!("{name:?}");
    let listed = names.map(quoted).join(", ");
    let scores = |step: usize| {
        let scores = names.iter().enumerate().map(|(n, name)| format!("{name:?} = {}", n * step));
        scores.collect::<Vec<_>>().join(", ")
    };
    let text = format!(
        "title = \"Marks\"\nprotocol = {{ kind = \"alternating-offers\", rounds = 5 }}\n\
         [issues.size]\noptions = [{listed}]\n\
         [parties.p.positions]\nsize = {{ salience = 1, scores = {{ {} }}, refuses = [\"a=b\"] }}\n\
         [parties.q.positions]\nsize = {{ salience = 1, scores = {{ {} }} }}\n\
         [variants.v.set]\n'parties.p.positions.size.scores.\"0.6\"' = 40\n",
        scores(10),
        scores(20)
    );
    let path =
        |name: &str| format!("parties.p.positions.size.scores.{}", zopa::model::path::quoted(name));
    for name in names {
        for (variant, overrides, expected) in [
            (None, vec![(path(name), "77".to_owned())], 77.0),
            (None, vec![(path(name), "{ shift = 7 }".to_owned())], f64::NAN),
            (Some("v".to_owned()), Vec::new(), f64::NAN),
        ] {
            let varied = variant.is_some();
            let options = LoadOptions { variant, overrides };
            let loaded =
                load("marks.toml", &text, &options).unwrap_or_else(|error| panic!("{error}"));
            let scenario = loaded.scenario;
            assert_eq!(scenario.issues[0].options, names);
            let id = scenario.input_id(&path(name)).unwrap_or_else(|| panic!("{}", path(name)));
            let value = scenario.inputs[id.index()].prior.quantile(0.5);
            let place = names.iter().position(|other| *other == name).unwrap() as f64;
            let own = match (varied, name) {
                (true, "0.6") => 40.0,
                (true, _) => 10.0 * place,
                (false, _) => 10.0 * place + 7.0,
            };
            assert_eq!(value, if expected.is_nan() { own } else { expected }, "{name}");
        }
    }
    let unknown = LoadOptions {
        variant: None,
        overrides: vec![("parties.p.positions.size.scores.\"0.7\"".to_owned(), "5".to_owned())],
    };
    let rejected = load("marks.toml", &text, &unknown).unwrap_err().to_string();
    assert!(rejected.contains("`0.7`"), "{rejected}");
    let file = crate::cli_run::File::new("marks.toml", &text);
    for name in names {
        let package = format!("size={}", zopa::model::path::quoted(name));
        let output = crate::cli_run::zopa(&[
            "map",
            file.path(),
            "--worlds",
            "2",
            "--package",
            &package,
            "--json",
        ]);
        let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(value["result"]["likely"]["given"]["package"]["package"][0]["at"], name);
    }
    let rows = crate::cli_run::zopa(&["run", file.path(), "--worlds", "4", "--csv"]);
    assert_eq!(crate::cli_run::code(&rows), 0);
    let mut reader = csv::Reader::from_reader(rows.stdout.as_slice());
    assert!(reader.records().all(|row| row.is_ok()), "as many fields in every row");
}

#[test]
fn one_option() {
    ferry(r#"["north pier", "south pier", "no ferry"]"#, r#"["no ferry"]"#).shows(
        "Z0010",
        r#"
error[Z0010]: `issues.pier.options` holds 1 option: 2 or more are needed
 --> war.toml:6:11
  |
6 | options = ["no ferry"]
  |           ^^^^^^^^^^^^
  |
  = help: with nothing to choose from there is nothing to negotiate
"#,
    );
}

#[test]
fn an_issue_that_is_both() {
    ferry(r#"status_quo = "no ferry""#, r#"anchors = { 0 = "a", 1 = "b" }"#).shows(
        "Z0009",
        r#"
error[Z0009]: `anchors` and `options` exclude each other: an issue has one or the other
 --> war.toml:6:1
  |
6 | options = ["north pier", "south pier", "no ferry"]
  | ^^^^^^^ this one
7 | anchors = { 0 = "a", 1 = "b" }
  | ------- and this one
  |
  = help: keep the one that is meant
"#,
    );
}

#[test]
fn an_issue_that_is_neither() {
    ferry(
        r#"options = ["north pier", "south pier", "no ferry"]
status_quo = "no ferry""#,
        r#"status_quo = "no ferry""#,
    )
    .shows(
        "Z0008",
        r#"
error[Z0008]: an issue needs `anchors` or `options`
 --> war.toml:5:9
  |
5 | [issues.pier]
  |         ^^^^ neither is here
"#,
    );
}

#[test]
fn too_many_combinations() {
    let issue = |k: usize| {
        let options: Vec<String> = (0..10).map(|o| format!("\"o{o}\"")).collect();
        format!("[issues.m{k}]\noptions = [{}]\n", options.join(", "))
    };
    let many: Vec<String> = (0..7).map(issue).collect();
    ferry("[issues.fare]", &format!("{}\n[issues.fare]", many.join("\n"))).shows(
        "Z0504",
        r#"
error[Z0504]: there are too many combinations of options
 --> war.toml:5:2
  |
5 | [issues.pier]
  |  ^^^^^^ at most 1000000 are enumerated
  |
  = help: leave out options or issues, or write an issue as a scale
"#,
    );
}
