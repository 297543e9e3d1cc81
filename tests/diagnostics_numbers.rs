//! Errors in numbers, as they are shown.

use crate::diagnostics::war;

#[test]
fn not_a_number() {
    war()
        .swap("salience = 0.6", "salience = nan")
        .shows("Z0101", r"
error[Z0101]: `parties.north.positions.line.salience` is `nan`, which is not a number
  --> war.toml:21:69
   |
21 | line = { opening = 90, limit = [50, 55, 60], ideal = 95, salience = nan, red_line = 45 }
   |                                                                     ^^^ numbers are between -1e12 and 1e12
");
}

#[test]
fn too_large_to_reckon_with() {
    war().swap("influence = 0.8", "influence = 1e300").shows(
        "Z0101",
        r"
error[Z0101]: `parties.south.influence` is too large to reckon with
  --> war.toml:26:13
   |
26 | influence = 1e300
   |             ^^^^^ numbers are between -1e12 and 1e12
",
    );
}

#[test]
fn a_number_out_of_bounds() {
    war().swap("value = 0.2", "value = 20").shows(
        "Z0102",
        r"
error[Z0102]: `trust.north.south` must be between 0 and 1, not 20
  --> war.toml:46:9
   |
46 | value = 20
   |         ^^
   |
   = help: a share is written as a part of 1: 20 % is 0.2
",
    );
}

#[test]
fn a_prior_that_may_leave_its_bounds() {
    war().swap("influence = 0.8", "influence = { normal = [0.8, 0.2] }").shows(
        "Z0102",
        r"
error[Z0102]: `parties.south.influence` must always be 0 or more, but has no low end
  --> war.toml:26:13
   |
26 | influence = { normal = [0.8, 0.2] }
   |             ^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: cut it off: add `min = 0`
",
    );
}

#[test]
fn a_triangle_that_reaches_too_far() {
    war().swap("strength = 0.4", "strength = [0.4, 0.8, 1.2]").shows(
        "Z0102",
        r"
error[Z0102]: `parties.east.pledge.strength` must always be between 0 and 1, but may be 1.2
  --> war.toml:36:23
   |
36 | pledge = { strength = [0.4, 0.8, 1.2], rate = 0.3 }
   |                       ^^^^^^^^^^^^^^^
",
    );
}

#[test]
fn a_reversed_triangle() {
    war()
        .swap("cost = [0.05, 0.1, 0.2]", "cost = [0.2, 0.1, 0.05]")
        .shows("Z0103", r"
error[Z0103]: the numbers of `parties.south.outside.cost` are not in ascending order
  --> war.toml:27:51
   |
27 | outside = { war = { terms = { line = 50 }, cost = [0.2, 0.1, 0.05] } }
   |                                                   ^^^^^^^^^^^^^^^^ the order is low, most likely, high
   |
   = help: did you mean [0.05, 0.1, 0.2]?
");
}

#[test]
fn a_reversed_interval() {
    war()
        .swap(
            "influence = 0.8",
            r#"influence = { value = { uniform = [1, 0.5] }, source = "A guess" }"#,
        )
        .shows(
            "Z0103",
            r#"
error[Z0103]: the numbers of `parties.south.influence` are not in ascending order
  --> war.toml:26:23
   |
26 | influence = { value = { uniform = [1, 0.5] }, source = "A guess" }
   |                       ^^^^^^^^^^^^^^^^^^^^^^ the order is low, high
   |
   = help: did you mean [0.5, 1]?
"#,
        );
}

#[test]
fn weights_that_do_not_fit() {
    war().swap("influence = 0.8", "influence = { choice = [0.2, 0.8], weights = [1] }").shows(
        "Z0104",
        r"
error[Z0104]: `parties.south.influence` has 2 values but 1 weights
  --> war.toml:26:13
   |
26 | influence = { choice = [0.2, 0.8], weights = [1] }
   |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: give each value a weight, or leave the weights out
",
    );
}

#[test]
fn a_deviation_of_nothing() {
    war().swap("influence = 0.8", "influence = { normal = [0.8, 0] }").shows(
        "Z0104",
        r"
error[Z0104]: the standard deviation of `parties.south.influence` is 0: it must be above 0
  --> war.toml:26:13
   |
26 | influence = { normal = [0.8, 0] }
   |             ^^^^^^^^^^^^^^^^^^^^^
   |
   = help: for a number that is known, write it alone
",
    );
}

#[test]
fn a_position_off_the_scale() {
    war()
        .swap("ideal = 95, salience = 0.4", "ideal = 105, salience = 0.4")
        .shows("Z0105", r"
error[Z0105]: `parties.north.positions.shield.ideal` must be on its issue's scale, between 0 and 100, not 105
  --> war.toml:22:32
   |
22 | shield = { limit = 75, ideal = 105, salience = 0.4 }
   |                                ^^^
   |
   = help: move it onto the scale, or widen the issue's `scale`
");
}

#[test]
fn a_scale_that_falls() {
    war()
        .swap(
            "[issues.shield]",
            r"[issues.shield]
scale = [100, 0]",
        )
        .shows(
            "Z0106",
            r"
error[Z0106]: the scale of `issues.shield` does not rise: 100 is not below 0
  --> war.toml:11:9
   |
11 | scale = [100, 0]
   |         ^^^^^^^^
   |
   = help: write [0, 100]; which end is good for whom is said by the positions
",
        );
}

#[test]
fn an_anchor_off_the_scale() {
    war().swap(r#"100 = "none""#, r#"110 = "none""#).shows(
        "Z0107",
        r#"
error[Z0107]: the anchor at 110 is off the issue's scale
  --> war.toml:11:27
   |
11 | anchors = { 0 = "troops", 110 = "none" }
   |                           ^^^ the scale goes from 0 to 100
"#,
    );
}

#[test]
fn an_anchor_with_a_decimal() {
    war()
        .swap(r#"{ 0 = "troops", 100 = "none" }"#, r#"{ 0 = "troops", 2.5 = "few", 100 = "none" }"#)
        .shows(
            "Z0107",
            r#"
error[Z0107]: a point with a decimal is written in quotes
  --> war.toml:11:27
   |
11 | anchors = { 0 = "troops", 2.5 = "few", 100 = "none" }
   |                           ^ TOML reads the point as a new level
   |
   = help: write "2.5" = "…", with quotes around the number
"#,
        );
}

#[test]
fn a_strong_end_in_the_middle() {
    war().swap("strong_end = 0", "strong_end = 10").shows(
        "Z0108",
        r"
error[Z0108]: 10 is not an end of the issue's scale
  --> war.toml:12:39
   |
12 | effect = { guarantee = { strong_end = 10 } }
   |                                       ^^ expected 0 or 100
",
    );
}
