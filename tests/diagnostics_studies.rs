//! What is wrong with a study, as it is shown: each case is one small edit of one small study.

use zopa::scenario::load_study;
use zopa::study::{Inputs, Study};

use crate::support::shipped_text;

const STUDY: &str = r#"title = "Does patience matter?"
scenarios = ["water.toml"]
outputs = ["signed"]

[design]
kind = "grid"

[factors.patience]
path = "parties.lower.concession_speed"
values = [0.2, 0.5]

[factors.wells]
variants = ["none", "good-wells"]
"#;

/// A study with something else in the first place where `old` stands.
fn swap(old: &str, new: &str) -> String {
    assert!(STUDY.contains(old), "{old} is not in the text");
    STUDY.replacen(old, new, 1)
}

/// What is said of a study whose only scenario is this and whose table of cases, if any, that.
fn said(study: &str, scenario: &str, table: Option<&str>) -> String {
    let inputs = Inputs { scenarios: vec![scenario.to_owned()], table: table.map(str::to_owned) };
    let resolved = load_study("study.toml", study).and_then(|file| Study::resolve(&file, &inputs));
    resolved.map_or_else(|rejected| rejected.to_string(), |study| study.fingerprint)
}

#[track_caller]
fn shows(study: &str, code: &str, expected: &str) {
    let said = said(study, &shipped_text("two-party"), Some("patience,wells\n0.2,\n0.3\n"));
    assert_eq!(format!("\n{said}\n"), expected, "\n{said}\n");
    assert!(said.contains(&format!("[{code}]")), "{code} is not among them");
}

#[test]
fn there_is_nothing_to_complain_about() {
    assert_eq!(said(STUDY, &shipped_text("two-party"), None).len(), 64);
}

/// Titles, comments and layout are not in the fingerprint; whatever moves a number is.
#[test]
fn the_fingerprint_is_of_what_decides_a_number() {
    let water = shipped_text("two-party");
    let base = said(STUDY, &water, None);
    let same = [
        STUDY.replace("Does patience", "DOES PATIENCE"),
        STUDY.replace("[0.2, 0.5]", "[ 0.2,\n  0.5 ] # two"),
        format!("# a comment\n{STUDY}"),
    ];
    for study in same {
        assert_eq!(said(&study, &water, None), base, "{study}");
    }
    let other = [
        swap("0.5", "0.6"),
        swap("[design]", "[play]\nworlds = 5\n[design]"),
        swap("[design]", "[play]\nseed = 5\n[design]"),
        swap("\"signed\"", "\"holds\""),
        swap("\"none\", ", ""),
        swap("kind = \"grid\"", "kind = \"list\""),
        swap("values = [0.2, 0.5]", "values = [0.2, 0.5]\nrole = \"lever\""),
    ];
    for study in other {
        assert_ne!(said(&study, &water, None), base, "{study}");
    }
    let costlier = water.replacen("patience", "# patience\npatience", 1);
    assert_eq!(said(STUDY, &costlier, None), base, "a comment in the scenario");
    let at = water.find("[variants.good-wells").unwrap();
    let variant = format!("{}{}", &water[..at], water[at..].replacen("= 0.", "= 0.0", 1));
    assert_ne!(variant, water);
    assert_ne!(said(STUDY, &variant, None), base, "a variant that is played");
}

#[test]
fn a_factor_without_values() {
    shows(
        &swap("values = [0.2, 0.5]\n", ""),
        "Z0601",
        r"
error[Z0601]: `factors.patience` has no values
 --> study.toml:8:10
  |
8 | [factors.patience]
  |          ^^^^^^^^
  |
  = help: give it values = […], range = [low, high] or distribution = …
",
    );
}

#[test]
fn a_factor_with_two_kinds_of_values() {
    shows(
        &swap("values = [0.2, 0.5]", "values = [0.2, 0.5]\nrange = [0, 1]"),
        "Z0601",
        r"
error[Z0601]: `factors.patience` has both `values` and `range`
  --> study.toml:11:1
   |
11 | range = [0, 1]
   | ^^^^^
   |
   = help: keep one of them
",
    );
}

#[test]
fn a_range_that_runs_backwards() {
    shows(
        &swap("values = [0.2, 0.5]", "range = [1, 0]\nsteps = 3"),
        "Z0601",
        r"
error[Z0601]: the range of `factors.patience` goes from 1 to 0
  --> study.toml:10:1
   |
10 | range = [1, 0]
   | ^^^^^
   |
   = help: the lower end comes first
",
    );
}

#[test]
fn steps_of_a_list() {
    shows(
        &swap("values = [0.2, 0.5]", "values = [0.2, 0.5]\nsteps = 3"),
        "Z0601",
        r"
error[Z0601]: `factors.patience` has `steps`, which goes with range or distribution
  --> study.toml:11:1
   |
11 | steps = 3
   | ^^^^^
   |
   = help: leave it out
",
    );
}

#[test]
fn a_negative_scale() {
    shows(
        &swap("values = [0.2, 0.5]", "values = [1, -1]\napply = \"scale\""),
        "Z0601",
        r"
error[Z0601]: `factors.patience` scales by -1
  --> study.toml:10:14
   |
10 | values = [1, -1]
   |              ^^
   |
   = help: a scale is 0 or more
",
    );
}

#[test]
fn words_that_are_to_be_scaled() {
    shows(
        &swap("values = [0.2, 0.5]", "values = [\"much\"]\napply = \"scale\""),
        "Z0601",
        r#"
error[Z0601]: `factors.patience` is to scale and has text
  --> study.toml:10:11
   |
10 | values = ["much"]
   |           ^^^^^^
   |
   = help: its values have to be single numbers
"#,
    );
}

#[test]
fn variants_with_numbers() {
    shows(
        &swap("variants = [", "range = [0, 1]\nvariants = ["),
        "Z0601",
        r#"
error[Z0601]: `factors.wells` varies variants and has `range`
  --> study.toml:13:1
   |
13 | range = [0, 1]
   | ^^^^^
   |
   = help: variants are listed: variants = ["none", "…"]
"#,
    );
}

#[test]
fn a_range_in_a_grid() {
    shows(
        &swap("values = [0.2, 0.5]", "range = [0, 1]"),
        "Z0602",
        r#"
error[Z0602]: `patience` can be anything in a range, and this design lists values
 --> study.toml:8:10
  |
8 | [factors.patience]
  |          ^^^^^^^^
  |
  = help: say how many with steps = 5, or draw a sample: design.kind = "latin-hypercube"
"#,
    );
}

#[test]
fn a_list_of_unequal_columns() {
    let list = swap("kind = \"grid\"", "kind = \"list\"").replace("0.5]", "0.5, 1]");
    shows(
        &list,
        "Z0602",
        r"
error[Z0602]: `wells` has 2 values, but `patience`, which moves with it, has 3
  --> study.toml:12:10
   |
 8 | [factors.patience]
   |          -------- this one
...
12 | [factors.wells]
   |          ^^^^^
   |
   = help: factors that move together have equally many values
",
    );
}

#[test]
fn a_lever_without_values_to_choose_from() {
    let sample = swap("kind = \"grid\"", "kind = \"sobol\"\npoints = 8");
    shows(
        &sample.replace("values = [0.2, 0.5]", "range = [0, 1]\nrole = \"lever\""),
        "Z0602",
        r"
error[Z0602]: the lever `patience` meets every point of the sample, so its values are listed
 --> study.toml:9:10
  |
9 | [factors.patience]
  |          ^^^^^^^^
  |
  = help: give it values = […], or steps
",
    );
}

#[test]
fn a_path_that_leads_nowhere() {
    shows(
        &swap("parties.lower", "parties.lowr"),
        "Z0603",
        r"
error[Z0603]: `patience` does not fit water.toml: there is no `parties.lowr.concession_speed` in this scenario
 --> study.toml:8:10
  |
8 | [factors.patience]
  |          ^^^^^^^^ with the value 0.2
  |
  = help: did you mean `parties.lower.concession_speed`?
",
    );
}

#[test]
fn a_value_out_of_bounds() {
    shows(
        &swap("[0.2, 0.5]", "[0.2, -0.5]"),
        "Z0603",
        r"
error[Z0603]: `patience` does not fit water.toml: `parties.lower.concession_speed` must be above 0, not -0.5
 --> study.toml:8:10
  |
8 | [factors.patience]
  |          ^^^^^^^^ with the value -0.5
",
    );
}

#[test]
fn a_variant_that_is_not_there() {
    shows(
        &swap("good-wells", "god-wells"),
        "Z0603",
        r"
error[Z0603]: `wells` does not fit water.toml: there is no variant `god-wells`
  --> study.toml:12:10
   |
12 | [factors.wells]
   |          ^^^^^ with the variant `god-wells`
   |
   = help: did you mean `good-wells`?
",
    );
}

#[test]
fn an_output_nobody_knows() {
    shows(
        &swap("[\"signed\"]", "[\"sined\"]"),
        "Z0604",
        r#"
error[Z0604]: no scenario has the output `sined`
 --> study.toml:3:12
  |
3 | outputs = ["sined"]
  |            ^^^^^^^
  |
  = help: did you mean `signed`?
"#,
    );
}

#[test]
fn a_sample_without_points() {
    shows(
        &swap("\"grid\"", "\"sobol\""),
        "Z0605",
        r"
error[Z0605]: `sobol` needs `points`
 --> study.toml:5:2
  |
5 | [design]
  |  ^^^^^^
  |
  = help: say how many points are drawn: points = 64
",
    );
}

#[test]
fn points_of_a_grid() {
    shows(
        &swap("\"grid\"", "\"grid\"\npoints = 8"),
        "Z0605",
        r"
error[Z0605]: `design.points` goes with `latin-hypercube`, `sobol` and `random`, and the design is `grid`
 --> study.toml:7:1
  |
7 | points = 8
  | ^^^^^^
  |
  = help: leave it out
",
    );
}

#[test]
fn a_table_with_a_hole() {
    let table = swap("\"grid\"", "\"list\"\ntable = \"cases.csv\"");
    shows(
        &table.replace("values = [0.2, 0.5]\n", ""),
        "Z0606",
        r"
error[Z0606]: cases.csv:3: this row has more or fewer cells than the first line
 --> study.toml:5:2
  |
5 | [design]
  |  ^^^^^^
  |
  = help: every row has one cell for each column; quote cells that hold a comma
",
    );
}

#[test]
fn more_cases_than_anybody_can_play() {
    let wide = "range = [0.1, 1]\nsteps = 10000";
    let upper = format!("[factors.upper]\npath = \"parties.upper.concession_speed\"\n{wide}\n");
    shows(
        &swap("values = [0.2, 0.5]", &format!("{wide}\n\n{upper}")),
        "Z0607",
        r#"
error[Z0607]: the study has more than ten million cases
 --> study.toml:5:2
  |
5 | [design]
  |  ^^^^^^
  |
  = help: vary less, or draw a sample: design = { kind = "sobol", points = 1024 }
"#,
    );
}

#[test]
fn a_scenario_that_does_not_load() {
    let broken = shipped_text("two-party").replacen("influence", "influense", 1);
    let said = said(STUDY, &broken, None);
    assert_eq!(
        format!("\n{said}\n"),
        r#"
error[Z0608]: water.toml does not load (line 36, column 1: `influense` is not a key of a party)
 --> study.toml:2:14
  |
2 | scenarios = ["water.toml"]
  |              ^^^^^^^^^^^^
  |
  = help: every error, with its place: zopa check water.toml
"#,
        "\n{said}\n"
    );
    assert!(said.contains("Z0608"));
}

#[test]
fn a_factor_with_the_name_of_a_column() {
    shows(
        &swap("[factors.patience]", "[factors.seed]"),
        "Z0609",
        r"
error[Z0609]: a factor cannot be called `seed`
 --> study.toml:8:10
  |
8 | [factors.seed]
  |          ^^^^ results have a column of this name
  |
  = help: write, say, `seed-varied`; taken are talks, ground, common-ground,
          signed, ratified, carried-out, holds, run_id, case, point,
          scenario, replication, seed, worlds, histories, stopped, world,
          future, gain, zopa, and names that end in _low, _high or _worlds
",
    );
}

#[test]
fn a_factor_with_the_name_of_an_output() {
    shows(
        &swap("[factors.patience]", "[factors.deal-by-spring]"),
        "Z0609",
        r"
error[Z0609]: a factor cannot be called `deal-by-spring`
 --> study.toml:8:10
  |
8 | [factors.deal-by-spring]
  |          ^^^^^^^^^^^^^^ an output has this name
  |
  = help: write, say, `deal-by-spring-varied`
",
    );
}

/// The shape is checked like a scenario's.
#[test]
fn keys_and_kinds() {
    let broken = swap("kind = \"grid\"", "kind = \"gird\"\npoints = 1.5")
        .replace("values =", "value =")
        .replace("scenarios = [\"water.toml\"]", "scenarios = []");
    shows(
        &broken,
        "Z0003",
        r#"
error[Z0010]: `scenarios` is empty
 --> study.toml:2:13
  |
2 | scenarios = []
  |             ^^

error[Z0006]: `gird` is not one of the words for `kind`
 --> study.toml:6:8
  |
6 | kind = "gird"
  |        ^^^^^^ expected `grid`, `list`, `latin-hypercube`, `sobol` or `random`
  |
  = help: did you mean `grid`?

error[Z0102]: `design.points` is 1.5: it must be a whole number from 1 to 10000000
 --> study.toml:7:10
  |
7 | points = 1.5
  |          ^^^

error[Z0003]: `value` is not a key of a factor
  --> study.toml:11:1
   |
11 | value = [0.2, 0.5]
   | ^^^^^ unknown key
   |
   = help: did you mean `values`?
"#,
    );
}

#[test]
fn a_scenario_that_is_named_twice() {
    shows(
        &swap("[\"water.toml\"]", "[\"water.toml\", \"water.toml\"]"),
        "Z0207",
        r#"
error[Z0207]: `water.toml` is named twice
 --> study.toml:2:28
  |
2 | scenarios = ["water.toml", "water.toml"]
  |              ------------  ^^^^^^^^^^^^
  |              |
  |              here too
"#,
    );
}

#[test]
fn a_factor_with_the_name_of_an_interval() {
    shows(
        &swap("[factors.patience]", "[factors.signed_low]"),
        "Z0609",
        r"
error[Z0609]: a factor cannot be called `signed_low`
 --> study.toml:8:10
  |
8 | [factors.signed_low]
  |          ^^^^^^^^^^ results call the ends of intervals so
  |
  = help: write, say, `signed-low`; taken are talks, ground, common-ground,
          signed, ratified, carried-out, holds, run_id, case, point,
          scenario, replication, seed, worlds, histories, stopped, world,
          future, gain, zopa, and names that end in _low, _high or _worlds
",
    );
}

#[test]
fn a_seed_that_is_too_large() {
    let seed = |seed: &str| swap("[design]", &format!("[play]\nseed = {seed}\n[design]"));
    shows(
        &seed("\"18446744073709551616\""),
        "Z0102",
        r#"
error[Z0102]: `play.seed` is 18446744073709551616: it must be a whole number from 0 to 18446744073709551615
 --> study.toml:6:8
  |
6 | seed = "18446744073709551616"
  |        ^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: zopa run --seed takes the same; TOML wants one above 9223372036854775807 in quotes
"#,
    );
}

/// The seeds of `--seed`, every digit of them.
#[test]
fn seeds_are_read_exactly() {
    for (written, seed) in [
        ("9007199254740993", 9_007_199_254_740_993),
        ("9223372036854775807", 9_223_372_036_854_775_807),
        ("\"18446744073709551615\"", u64::MAX),
        ("1_000", 1_000),
        ("0", 0),
    ] {
        let text = swap("[design]", &format!("[play]\nseed = {written}\n[design]"));
        assert_eq!(load_study("study.toml", &text).unwrap().play.seed, seed, "{written}");
    }
}

#[test]
fn a_step_of_nothing() {
    shows(
        &swap("values = [0.2, 0.5]", "range = [0.2, 0.5]\nstep = 0"),
        "Z0102",
        r"
error[Z0102]: `factors.patience.step` must be above 0, not 0
  --> study.toml:11:8
   |
11 | step = 0
   |        ^
",
    );
}

#[test]
fn a_precision_in_percent() {
    shows(
        &swap("[design]", "[play]\nprecision = 1\n[design]"),
        "Z0102",
        r"
error[Z0102]: `play.precision` must be above 0 and at most 0.5, not 1
 --> study.toml:6:13
  |
6 | precision = 1
  |             ^
  |
  = help: a share is written as a part of 1: 1 % is 0.01
",
    );
}

/// A study of scenarios alone plays each once; a design that varies has something to vary.
#[test]
fn a_study_without_factors() {
    let (head, _) = STUDY.split_once("[design]").unwrap();
    assert_eq!(said(head, &shipped_text("two-party"), None).len(), 64);
    let sampled = format!("{head}[design]\nkind = \"sobol\"\npoints = 8\n");
    shows(
        &sampled,
        "Z0602",
        r"
error[Z0602]: this design varies nothing: the study has no factors
 --> study.toml:5:2
  |
5 | [design]
  |  ^^^^^^
  |
  = help: name what is varied, or leave the design out: each scenario is played once
",
    );
}
