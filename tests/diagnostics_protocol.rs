//! Faults around the protocol, as they are shown.

use crate::diagnostics::{Case, war};

/// A scorable game.
const BICYCLE: &str = r#"title = "A bicycle"
protocol = { kind = "alternating-offers", rounds = 10 }

[issues.price]
anchors = { 0 = "free", 100 = "new" }

[parties.buyer]
tactic = { choice = ["boulware", "conceder"], weights = [1, 3] }
[parties.buyer.positions]
price = { ideal = 0, salience = 1 }

[parties.seller]
outside = { reservation = 0.3 }
[parties.seller.positions]
price = { ideal = 100, salience = 1 }
"#;

fn bicycle() -> Case {
    war().text(BICYCLE.to_owned())
}

#[test]
fn a_summit_of_bargainers() {
    bicycle()
        .swap("[issues.price]", "[summit]\nparties = [\"buyer\", \"seller\"]\n\n[issues.price]")
        .shows(
            "Z0418",
            r"
error[Z0418]: `summit` belongs to the peace process
 --> war.toml:4:2
  |
4 | [summit]
  |  ^^^^^^ it means nothing under this scenario's protocol
  |
  = help: drop `summit`, or the line `protocol`: without it the peace process is played
",
        );
}

#[test]
fn a_tactic_in_the_peace_process() {
    war().swap("influence = 0.8", "influence = 0.8\ntactic = \"boulware\"").shows(
        "Z0418",
        r#"
error[Z0418]: `tactic` belongs to alternating offers
  --> war.toml:27:1
   |
27 | tactic = "boulware"
   | ^^^^^^ it means nothing under this scenario's protocol
   |
   = help: drop `tactic`, or write protocol = "alternating-offers" at the top
"#,
    );
}

#[test]
fn a_mediator_among_bargainers() {
    bicycle().swap("[parties.seller]", "[parties.seller]\nrole = \"mediator\"").shows(
        "Z0418",
        r#"
error[Z0418]: a mediator belongs to the peace process
  --> war.toml:13:8
   |
13 | role = "mediator"
   |        ^^^^^^^^^^ it means nothing under this scenario's protocol
   |
   = help: with alternating offers every party bargains and has to accept: drop `role`, or the party
"#,
    );
}

#[test]
fn a_date_among_rounds() {
    bicycle()
        .swap(
            "[issues.price]",
            "[[questions]]\nid = \"soon\"\ntext = \"Soon\"\nwhat = \"signed\"\nby = 2026-02-01\n\n[issues.price]",
        )
        .shows(
            "Z0418",
            r"
error[Z0418]: `by` belongs to the peace process
 --> war.toml:8:6
  |
8 | by = 2026-02-01
  |      ^^^^^^^^^^ it means nothing under this scenario's protocol
  |
  = help: rounds have no dates: write by_round = 20
",
        );
}

#[test]
fn a_war_among_bargainers() {
    bicycle()
        .swap("{ reservation = 0.3 }", "{ war = { terms = { price = 40 }, cost = 0.1 } }")
        .shows(
            "Z0418",
            r"
error[Z0418]: `war` belongs to the peace process
  --> war.toml:13:19
   |
13 | outside = { war = { terms = { price = 40 }, cost = 0.1 } }
   |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ it means nothing under this scenario's protocol
   |
   = help: write the value of no deal: outside = { reservation = 0.4 }
",
        );
}

#[test]
fn weights_for_other_tactics() {
    bicycle().swap("[1, 3]", "[1, 2, 3]").shows(
        "Z0104",
        r#"
error[Z0104]: `parties.buyer.tactic` has 2 tactics but 3 weights
 --> war.toml:8:57
  |
8 | tactic = { choice = ["boulware", "conceder"], weights = [1, 2, 3] }
  |                                                         ^^^^^^^^^
  |
  = help: give each tactic a weight, or leave the weights out
"#,
    );
}

#[test]
fn too_many_outcomes_of_scales() {
    bicycle()
        .swap(
            "anchors = { 0 = \"free\", 100 = \"new\" }",
            "points = 1000\nanchors = { 0 = \"free\", 100 = \"new\" }\n[issues.day]\npoints = 1000\nanchors = { 0 = \"now\", 100 = \"never\" }\n[issues.colour]\noptions = [\"red\", \"blue\"]",
        )
        .shows(
            "Z0504",
            r"
error[Z0504]: there are 2000000 outcomes
 --> war.toml:4:2
  |
4 | [issues.price]
  |  ^^^^^^ at most 1000000 are enumerated with so many parties
  |
  = help: leave out options or issues, or give the scales fewer `points`
",
        );
}

#[test]
fn a_word_that_is_no_tactic() {
    bicycle().swap("\"boulware\"", "\"boulwar\"").shows(
            "Z0006",
            r#"
error[Z0006]: `boulwar` is not one of the words for `choice`
 --> war.toml:8:22
  |
8 | tactic = { choice = ["boulwar", "conceder"], weights = [1, 3] }
  |                      ^^^^^^^^^ expected `boulware`, `linear`, `conceder`, `tit-for-tat`, `micro`, `hard-liner`, `random` or `even`
  |
  = help: did you mean `boulware`?
"#,
        );
}

#[test]
fn a_concession_speed_beside_a_tactic() {
    bicycle().swap("tactic = {", "concession_speed = 0.5\ntactic = {").shows(
        "Z0913",
        r"
warning[Z0913]: `buyer` has a tactic, and its concession speed changes nothing
 --> war.toml:8:20
  |
8 | concession_speed = 0.5
  |                    ^^^
  |
  = help: drop it, or write the tactic as { polynomial = 1/concession_speed }
",
    );
}

#[test]
fn beliefs_of_the_peace_process() {
    bicycle().swap("[issues.price]", "[model]\ntext_rate = 2\n\n[issues.price]").shows(
        "Z0418",
        r"
error[Z0418]: `text_rate` belongs to the peace process
 --> war.toml:5:1
  |
5 | text_rate = 2
  | ^^^^^^^^^ it means nothing under this scenario's protocol
  |
  = help: drop `text_rate`, or the line `protocol`: without it the peace process is played
",
    );
}

#[test]
fn few_rounds() {
    bicycle().swap("rounds = 10", "rounds = 3").shows("Z0910", r#"
warning[Z0910]: the talks have only 3 rounds
 --> war.toml:2:43
  |
2 | protocol = { kind = "alternating-offers", rounds = 3 }
  |                                           ^^^^^^ the last round is the deadline: there is hardly time to concede
  |
  = help: take as many rounds as the talks have: the odds hang on it
"#);
}
