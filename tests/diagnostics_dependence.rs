//! Inputs that hang together, as it is shown when they cannot.

use crate::diagnostics::{Case, war};

/// The war with more at its end.
fn war_with(more: &str) -> Case {
    let asked = "[[questions]]\n";
    war().swap(asked, &format!("{more}\n{asked}"))
}

#[test]
fn an_unknown_path() {
    war_with(
        r#"[[factors]]
name = "exhaustion"
loadings = { "parties.south.cost" = 0.5, "front.drift" = 0.5 }
"#,
    )
    .shows(
        "Z0212",
        r#"
error[Z0212]: there is no input `parties.south.cost`
  --> war.toml:65:14
   |
65 | loadings = { "parties.south.cost" = 0.5, "front.drift" = 0.5 }
   |              ^^^^^^^^^^^^^^^^^^^^ unknown input
   |
   = help: the inputs here are `parties.south.influence`,
           `parties.south.concession_speed`, `parties.south.reciprocity`,
           `parties.south.loss_aversion`, `parties.south.deadline`,
           `parties.south.good_faith`, `parties.south.outside.terms.line`,
           `parties.south.outside.cost`,
           `parties.south.positions.line.ideal`,
           `parties.south.positions.line.limit`,
           `parties.south.positions.line.salience`,
           `parties.south.positions.shield.ideal`,
           `parties.south.positions.shield.limit` and
           `parties.south.positions.shield.salience`
"#,
    );
}

#[test]
fn a_loading_out_of_range() {
    war_with(
        r#"[[factors]]
name = "exhaustion"
loadings = { "parties.south.outside.cost" = 1.5, "parties.north.positions.line.limit" = 0.5 }
"#,
    )
    .shows("Z0102", r#"
error[Z0102]: `factors.exhaustion.loadings."parties.south.outside.cost"` must be between -1 and 1, not 1.5
  --> war.toml:65:45
   |
65 | loadings = { "parties.south.outside.cost" = 1.5, "parties.north.positions.line.limit" = 0.5 }
   |                                             ^^^
"#);
}

#[test]
fn factors_that_explain_more_than_there_is() {
    war_with(
        r#"[[factors]]
name = "exhaustion"
loadings = { "parties.south.outside.cost" = 0.8, "parties.north.positions.line.limit" = 0.5 }

[[factors]]
name = "weather"
loadings = { "parties.south.outside.cost" = -0.8, "parties.north.positions.line.limit" = 0.5 }
"#,
    )
    .shows("Z0419", r#"
error[Z0419]: the squares of all loadings of `parties.south.outside.cost` add up to 1.28
  --> war.toml:69:14
   |
69 | loadings = { "parties.south.outside.cost" = -0.8, "parties.north.positions.line.limit" = 0.5 }
   |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ with this one more than all of its spread is explained
   |
   = help: factors are independent of one another: multiply its loadings by 0.883, say
"#);
}

#[test]
fn two_factors_with_one_name() {
    war_with(
        r#"[[factors]]
name = "exhaustion"
loadings = { "parties.south.outside.cost" = 0.5, "parties.north.positions.line.limit" = 0.5 }

[[factors]]
name = "exhaustion"
loadings = { "parties.south.outside.cost" = 0.5, "parties.north.positions.line.limit" = 0.5 }
"#,
    )
    .shows(
        "Z0205",
        r#"
error[Z0205]: two factors are called `exhaustion`
  --> war.toml:68:8
   |
64 | name = "exhaustion"
   |        ------------ the first
...
68 | name = "exhaustion"
   |        ^^^^^^^^^^^^ the second
   |
   = help: give one of them another name
"#,
    );
}

#[test]
fn one_pair_twice() {
    war_with(
        r#"[[correlations]]
between = ["parties.south.outside.cost", "parties.north.positions.line.limit"]
spearman = 0.4

[[correlations]]
between = ["parties.north.positions.line.limit", "parties.south.outside.cost"]
spearman = 0.5
"#,
    )
    .shows("Z0207", r#"
error[Z0207]: the correlation of `parties.north.positions.line.limit` and `parties.south.outside.cost` is given twice
  --> war.toml:68:11
   |
64 | between = ["parties.south.outside.cost", "parties.north.positions.line.limit"]
   |           -------------------------------------------------------------------- the first
...
68 | between = ["parties.north.positions.line.limit", "parties.south.outside.cost"]
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the second
   |
   = help: correlation is mutual: one entry a pair, in either order
"#);
}

#[test]
fn one_loading_twice() {
    war_with(
        r#"[[factors]]
name = "haste"
loadings = { "parties.north.patience" = 0.5, "parties.north.concession_speed" = 0.5 }
"#,
    )
    .shows(
        "Z0207",
        r#"
error[Z0207]: `parties.north.concession_speed` is named twice
  --> war.toml:65:46
   |
65 | loadings = { "parties.north.patience" = 0.5, "parties.north.concession_speed" = 0.5 }
   |                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: one loading for each input
"#,
    );
}

#[test]
fn a_number_with_itself() {
    war_with(
        r#"[[correlations]]
between = ["parties.south.outside.cost", "parties.south.outside.cost"]
spearman = 0.4
"#,
    )
    .shows(
        "Z0206",
        r#"
error[Z0206]: a number hangs together with itself
  --> war.toml:64:11
   |
64 | between = ["parties.south.outside.cost", "parties.south.outside.cost"]
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the same number twice
"#,
    );
}

#[test]
fn one_of_a_few_values() {
    war_with(
        r#"[[correlations]]
between = ["parties.south.outside.cost", "front.drift"]
spearman = 0.4
"#,
    )
    .swap("drift = 0.5", "drift = { choice = [0.2, 0.5] }")
    .shows("Z0421", r#"
error[Z0421]: `front.drift` is one of a few values
  --> war.toml:64:42
   |
64 | between = ["parties.south.outside.cost", "front.drift"]
   |                                          ^^^^^^^^^^^^^ worlds with the same value have no ranks among them
   |
   = help: let it load on a factor with the other: [[factors]] takes numbers of any form
"#);
}

#[test]
fn correlations_that_cannot_all_be() {
    war_with(
        r#"[[correlations]]
between = ["parties.south.outside.cost", "parties.north.positions.line.limit"]
spearman = 0.95

[[correlations]]
between = ["parties.north.positions.line.limit", "parties.north.outside.terms.line"]
spearman = 0.9
"#,
    )
    .shows("Z0420", r#"
error[Z0420]: no numbers can be correlated like this
  --> war.toml:64:11
   |
64 | between = ["parties.south.outside.cost", "parties.north.positions.line.limit"]
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this and what else is stated cannot all be
   |
   = help: the nearest that is possible:
           0.714 between `parties.north.positions.line.limit` and `parties.north.outside.terms.line` (0.9 in the file)
           0.116 between `parties.north.outside.terms.line` and `parties.south.outside.cost` (not stated)
           0.751 between `parties.south.outside.cost` and `parties.north.positions.line.limit` (0.95 in the file)
"#);
}

#[test]
fn a_known_number_hangs_together_with_nothing() {
    war_with(
        r#"[[factors]]
name = "exhaustion"
loadings = { "parties.south.outside.cost" = 0.5, "parties.north.outside.cost" = 0.5 }
"#,
    )
    .shows(
        "Z0918",
        r"
warning[Z0918]: `parties.north.outside.cost` is known, and hangs together with nothing
  --> war.toml:18:61
   |
18 | outside = { war = { terms = { line = [52, 58, 65] }, cost = 0.07 } }
   |                                                             ^^^^ the same in every world
   |
   = help: give it a range, or drop its loadings and correlations
",
    );
}

#[test]
fn a_cause_of_one_number() {
    war_with(
        r#"[[factors]]
name = "exhaustion"
loadings = { "parties.south.outside.cost" = 0.5 }
"#,
    )
    .shows("Z0918", r#"
warning[Z0918]: the factor `exhaustion` has one loading only
  --> war.toml:65:12
   |
65 | loadings = { "parties.south.outside.cost" = 0.5 }
   |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a cause of one number is that number's own spread
   |
   = help: add what else it moves, or drop the factor
"#);
}

#[test]
fn what_can_be_is_not_complained_about() {
    war_with(
        r#"[[factors]]
name = "exhaustion"
loadings = { "parties.south.outside.cost" = 0.5, "parties.north.positions.line.limit" = -0.5 }

[[correlations]]
between = ["parties.north.positions.line.limit", "parties.north.outside.terms.line"]
spearman = 0.6
"#,
    )
    .shows_nothing();
}
