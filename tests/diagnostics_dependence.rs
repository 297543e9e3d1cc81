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
    .shows("Z0212", "");
}

#[test]
fn a_loading_out_of_range() {
    war_with(
        r#"[[factors]]
name = "exhaustion"
loadings = { "parties.south.outside.cost" = 1.5, "parties.north.positions.line.limit" = 0.5 }
"#,
    )
    .shows("Z0102", "");
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
    .shows("Z0419", "");
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
    .shows("Z0205", "");
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
    .shows("Z0207", "");
}

#[test]
fn one_loading_twice() {
    war_with(
        r#"[[factors]]
name = "haste"
loadings = { "parties.north.patience" = 0.5, "parties.north.concession_speed" = 0.5 }
"#,
    )
    .shows("Z0207", "");
}

#[test]
fn a_number_with_itself() {
    war_with(
        r#"[[correlations]]
between = ["parties.south.outside.cost", "parties.south.outside.cost"]
spearman = 0.4
"#,
    )
    .shows("Z0206", "");
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
    .shows("Z0421", "");
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
    .shows("Z0420", "");
}

#[test]
fn a_known_number_hangs_together_with_nothing() {
    war_with(
        r#"[[factors]]
name = "exhaustion"
loadings = { "parties.south.outside.cost" = 0.5, "parties.north.outside.cost" = 0.5 }
"#,
    )
    .shows("Z0918", "");
}

#[test]
fn a_cause_of_one_number() {
    war_with(
        r#"[[factors]]
name = "exhaustion"
loadings = { "parties.south.outside.cost" = 0.5 }
"#,
    )
    .shows("Z0918", "");
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
