//! Errors in dates, durations and rounds, as they are shown.

use crate::diagnostics::war;

#[test]
fn a_date_in_the_past() {
    war().swap("at = 2026-03-01", "at = 2025-12-01").shows(
        "Z0301",
        r#"
error[Z0301]: 2025-12-01 is before the scenario's as-of date
  --> war.toml:42:33
   |
42 | pledge = { strength = 0.3, at = 2025-12-01, needs = "east" }
   |                                 ^^^^^^^^^^ the world is frozen on 2026-01-05
   |
   = help: only what lies ahead can be played; what happened before belongs in the numbers
"#,
    );
}

#[test]
fn a_date_after_the_horizon() {
    war().swap("by = 2026-12-31", "by = 2027-12-31").shows(
        "Z0302",
        r"
error[Z0302]: 2027-12-31 is after the end of the horizon
  --> war.toml:67:6
   |
67 | by = 2027-12-31
   |      ^^^^^^^^^^ the talks are played for 12 months from 2026-01-05
   |
   = help: make `clock.horizon` longer or the date earlier
",
    );
}

#[test]
fn not_a_length_of_time() {
    war().swap(r#"round = "1 week""#, r#"round = "1 fortnight""#).shows(
        "Z0303",
        r#"
error[Z0303]: `1 fortnight` is not a length of time: `fortnight` is not a unit of time
 --> war.toml:3:19
  |
3 | clock = { round = "1 fortnight", horizon = "12 months" }
  |                   ^^^^^^^^^^^^^
  |
  = help: write, say, "10 days", "1 week", "6 months" or "2 years"
"#,
    );
}

#[test]
fn a_round_longer_than_the_horizon() {
    war().swap(r#"round = "1 week""#, r#"round = "2 years""#).shows(
        "Z0304",
        r#"
error[Z0304]: a round is longer than the horizon
 --> war.toml:3:19
  |
3 | clock = { round = "2 years", horizon = "12 months" }
  |                   ^^^^^^^^^
  |
  = help: make the round shorter or the horizon longer
"#,
    );
}

#[test]
fn too_many_rounds() {
    war()
        .swap(
            r#"round = "1 week", horizon = "12 months""#,
            r#"round = "1 day", horizon = "40 years""#,
        )
        .shows(
            "Z0503",
            r#"
error[Z0503]: 14610 rounds are too many
 --> war.toml:3:19
  |
3 | clock = { round = "1 day", horizon = "40 years" }
  |                   ^^^^^^^ at most 10000 are allowed
  |
  = help: make the rounds longer or the horizon shorter
"#,
        );
}

#[test]
fn talks_that_begin_later() {
    war().swap("[[events]]\n", "[talks]\nbegan = 2026-02-01\n\n[[events]]\n").shows(
        "Z0305",
        r"
error[Z0305]: the talks begin on 2026-02-01, after the scenario's as-of date
  --> war.toml:59:9
   |
59 | began = 2026-02-01
   |         ^^^^^^^^^^ the world is frozen on 2026-01-05
   |
   = help: leave it out where the talks begin on the as-of date, or move `as_of`
",
    );
}

#[test]
fn a_deadline_that_is_over() {
    war().swap("[[events]]\n", "[talks]\ndeadline = 2025-12-24\n\n[[events]]\n").shows(
        "Z0301",
        r"
error[Z0301]: 2025-12-24 is before the scenario's as-of date
  --> war.toml:59:12
   |
59 | deadline = 2025-12-24
   |            ^^^^^^^^^^ the world is frozen on 2026-01-05
   |
   = help: only what lies ahead can be played; what happened before belongs in the numbers
",
    );
}

#[test]
fn a_conclave_that_ends_before_it_begins() {
    let talks = "[talks]\nconclaves = [{ from = 2026-03-12, to = 2026-03-01 }]\n\n[[events]]\n";
    war().swap("[[events]]\n", talks).shows(
        "Z0306",
        r"
error[Z0306]: a conclave ends before it begins
  --> war.toml:59:40
   |
59 | conclaves = [{ from = 2026-03-12, to = 2026-03-01 }]
   |                                        ^^^^^^^^^^
   |
   = help: list conclaves in order, each from one day to a later one
",
    );
}

#[test]
fn conclaves_that_overlap() {
    let talks = "[talks]\nconclaves = [\n\
                 { from = 2026-03-01, to = 2026-03-12 },\n\
                 { from = 2026-03-10, to = 2026-03-20 },\n]\n\n[[events]]\n";
    war().swap("[[events]]\n", talks).shows(
        "Z0306",
        r"
error[Z0306]: the conclave before it ends on 2026-03-12
  --> war.toml:61:10
   |
61 | { from = 2026-03-10, to = 2026-03-20 },
   |          ^^^^^^^^^^
   |
   = help: list conclaves in order, each from one day to a later one
",
    );
}
