//! Parts that do not fit together, as it is shown.

use crate::diagnostics::war;

#[test]
fn one_principal() {
    war()
        .swap(
            r#"[parties.south]
role = "principal""#,
            r#"[parties.south]
role = "stakeholder""#,
        )
        .swap("outside = { war = { terms = { line = 50 }, cost = [0.05, 0.1, 0.2] } }\n", "")
        .swap(
            r#"[summit]
parties = ["north", "south"]
reluctance = { north = 0.3 }

"#,
            "",
        )
        .shows(
            "Z0401",
            r#"
error[Z0401]: only one party is a principal
  --> war.toml:15:10
   |
15 | [parties.north]
   |          ^^^^^
   |
   = help: a negotiation needs two parties whose signatures count: role = "principal"
"#,
        );
}

#[test]
fn a_front_line_from_nowhere() {
    war()
        .swap(
            r#"effect = "front-line"
status_quo = 50"#,
            r#"effect = "front-line""#,
        )
        .shows(
            "Z0402",
            r#"
error[Z0402]: the front-line issue `line` needs a `status_quo`
 --> war.toml:7:10
  |
7 | effect = "front-line"
  |          ^^^^^^^^^^^^ the line moves from somewhere
  |
  = help: `status_quo` is where the line stands on the as-of date, on the issue's scale
"#,
        );
}

#[test]
fn a_front_without_a_war() {
    war()
        .swap("outside = { war = { terms = { line = [52, 58, 65] }, cost = 0.07 } }", "outside = { reservation = 0.4 }")
        .swap(r"outside = { war = { terms = { line = 50 }, cost = [0.05, 0.1, 0.2] } }
", "")
        .swap(r#"multiply = "parties.north.outside.cost""#, r#"multiply = "coalition.cohesion""#)
        .swap(r#""parties.north.outside.cost" = { scale = 2 }"#, r#""coalition.cohesion" = 0.5"#)
        .shows("Z0403", r#"
error[Z0403]: the issue `line` has the effect `front-line`, but nobody is at war
 --> war.toml:7:10
  |
7 | effect = "front-line"
  |          ^^^^^^^^^^^^
  |
  = help: give at least one party outside = { war = { terms = { … }, cost = … } }, or drop the effect
"#);
}

#[test]
fn two_issues_with_one_effect() {
    war().swap("effect = { guarantee = { strong_end = 0 } }", r#"effect = "front-line""#).shows(
        "Z0404",
        r#"
error[Z0404]: two issues have the effect `front-line`
  --> war.toml:12:10
   |
 7 | effect = "front-line"
   |          ------------ the first
...
12 | effect = "front-line"
   |          ^^^^^^^^^^^^ the second
   |
   = help: at most one issue may have each effect; join the two issues or drop one effect
"#,
    );
}

#[test]
fn a_style_without_a_mediator() {
    war()
        .swap(r#"role = "mediator""#, r#"role = "guarantor""#)
        .swap(r"leverage = { south = 0.02 }
", "")
        .shows("Z0405", r#"
error[Z0405]: there is a style of mediation, but no mediator
  --> war.toml:51:9
   |
51 | style = "formulation"
   |         ^^^^^^^^^^^^^
   |
   = help: give a party the role "mediator", or drop `style`: then the principals hold the pen in turn
"#);
}

#[test]
fn a_war_of_a_guarantor() {
    war()
        .swap(
            r#"needs = "east" }"#,
            r#"needs = "east" }
outside = { war = { terms = { line = 50 }, cost = 0.1 } }"#,
        )
        .shows(
            "Z0413",
            r"
error[Z0413]: `west` is a guarantor, and only principals are at war
  --> war.toml:43:19
   |
43 | outside = { war = { terms = { line = 50 }, cost = 0.1 } }
   |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: leave its `outside` out: its alternative is then the war of the principals
",
        );
}

#[test]
fn leverage_of_a_guarantor() {
    war()
        .swap(
            r#"needs = "east" }"#,
            r#"needs = "east" }
leverage = { south = 0.01 }"#,
        )
        .shows(
            "Z0406",
            r#"
error[Z0406]: `west` is a guarantor, and only mediators have leverage
  --> war.toml:43:12
   |
43 | leverage = { south = 0.01 }
   |            ^^^^^^^^^^^^^^^^
   |
   = help: give the party the role "mediator", or drop its `leverage`
"#,
        );
}

#[test]
fn a_front_that_nothing_hangs_on() {
    war()
        .swap(
            r#"effect = "front-line"
"#,
            "",
        )
        .shows(
            "Z0407",
            r#"
error[Z0407]: no issue is a front line
  --> war.toml:47:2
   |
47 | [front]
   |  ^^^^^ so there is nothing that moves
   |
   = help: give the issue that the front decides effect = "front-line", or drop [front]
"#,
        );
}

#[test]
fn a_mediator_at_the_summit() {
    war().swap(r#"parties = ["north", "south"]"#, r#"parties = ["north", "south", "east"]"#).shows(
        "Z0408",
        r#"
error[Z0408]: `east` is a mediator, and only principals meet at the summit
  --> war.toml:55:30
   |
55 | parties = ["north", "south", "east"]
   |                              ^^^^^^
   |
   = help: a mediator who brings them together is said by `push`
"#,
    );
}

#[test]
fn a_principal_without_a_position() {
    war()
        .swap(
            r"
[parties.south.positions]
line = { limit = 56, ideal = 0, salience = 0.5 }
shield = { limit = 60, ideal = 0, salience = 0.5 }
",
            "",
        )
        .shows(
            "Z0409",
            r"
error[Z0409]: the principal `south` has no position on any issue
  --> war.toml:24:10
   |
24 | [parties.south]
   |          ^^^^^ a principal wants something
   |
   = help: add [parties.south.positions] with a line for each issue it cares about
",
        );
}

#[test]
fn war_terms_that_leave_out_an_issue() {
    war()
        .swap(
            r"strong_end = 0 } }
status_quo = 90",
            "strong_end = 0 } }",
        )
        .swap("{ line = 50 }", "{ line = 50, shield = 60 }")
        .shows(
            "Z0410",
            r"
error[Z0410]: the war terms of `parties.north.outside` leave out the issue `shield`
  --> war.toml:17:29
   |
17 | outside = { war = { terms = { line = [52, 58, 65] }, cost = 0.07 } }
   |                             ^^^^^^^^^^^^^^^^^^^^^^^ `shield` is missing
   |
   = help: say where more war would end on this issue, or give the issue a `status_quo`
",
        );
}

#[test]
fn a_question_about_no_event() {
    war().swap(r#"what = "signed""#, r#"what = "event""#).shows(
        "Z0411",
        r#"
error[Z0411]: a question about an event has to name it
  --> war.toml:66:8
   |
66 | what = "event"
   |        ^^^^^^^ which event?
   |
   = help: add event = "NAME" with the name of one of the [[events]]
"#,
    );
}

#[test]
fn a_question_with_a_key_too_many() {
    war()
        .swap(
            r#"what = "signed""#,
            r#"what = "signed"
party = "east""#,
        )
        .shows(
            "Z0411",
            r#"
error[Z0411]: `party` goes with what = "pledged", not with "signed"
  --> war.toml:67:9
   |
67 | party = "east"
   |         ^^^^^^
   |
   = help: drop `party`, or write what = "pledged"
"#,
        );
}

#[test]
fn a_principal_that_cares_about_nothing() {
    war().swap("salience = 0.6", "salience = 0").swap("salience = 0.4", "salience = 0").shows(
        "Z0412",
        r"
error[Z0412]: all saliences of the principal `north` may be 0 at once
  --> war.toml:15:10
   |
15 | [parties.north]
   |          ^^^^^ it would care about nothing
   |
   = help: make at least one salience always above 0
",
    );
}

#[test]
fn a_condition_of_a_day() {
    war().swap("rate = 0.1\n", "at = 2026-03-01\nwhile = \"truce\"\n").shows(
        "Z0424",
        r#"
error[Z0424]: `while` goes with `rate`, not with `at`
  --> war.toml:61:1
   |
61 | while = "truce"
   | ^^^^^
   |
   = help: drop `while`
"#,
    );
}

#[test]
fn a_rate_that_is_announced() {
    war().swap("rate = 0.1\n", "rate = 0.1\nforeseen = true\n").shows(
        "Z0424",
        r"
error[Z0424]: `foreseen` goes with `at`, not with `rate`
  --> war.toml:61:1
   |
61 | foreseen = true
   | ^^^^^^^^
   |
   = help: drop `foreseen`
",
    );
}

#[test]
fn an_announcement_that_nobody_heeds() {
    let effect = "[{ add = \"trust.north.south\", by = 0.1 }]";
    war()
        .swap("rate = 0.1\n", "at = 2026-03-01\nforeseen = true\n")
        .swap("[{ multiply = \"parties.north.outside.cost\", by = 1.3 }]", effect)
        .shows(
            "Z0919",
            r"
warning[Z0919]: that the event `harvest` is announced changes nothing
  --> war.toml:61:12
   |
61 | foreseen = true
   |            ^^^^ nothing it does is part of an alternative
   |
   = help: drop `foreseen`, or say what it does to war costs, war terms, reservations or the front's drift
",
        );
}

#[test]
fn an_effect_by_and_to() {
    war().swap("by = 1.3 }]", "to = 1.3 }]").shows(
        "Z0424",
        r#"
error[Z0424]: `to` does not go with `multiply`
  --> war.toml:61:55
   |
61 | effects = [{ multiply = "parties.north.outside.cost", to = 1.3 }]
   |                                                       ^^
   |
   = help: write `by`
"#,
    );
    war().swap(", by = 1.3 }]", " }]").shows(
        "Z0424",
        r#"
error[Z0424]: an effect that says `multiply` needs `by`
  --> war.toml:61:14
   |
61 | effects = [{ multiply = "parties.north.outside.cost" }]
   |              ^^^^^^^^
   |
   = help: add by = …
"#,
    );
}

#[test]
fn a_style_is_no_number() {
    let effect = r#"{ multiply = "parties.north.outside.cost", by = 1.3 }"#;
    war().swap(effect, r#"{ set = "mediation.style", to = 1 }"#).shows(
        "Z0424",
        r#"
error[Z0424]: `mediation.style` is set to a style
  --> war.toml:61:44
   |
61 | effects = [{ set = "mediation.style", to = 1 }]
   |                                            ^
   |
   = help: write { set = "mediation.style", to = "formulation" }, or "facilitation"
"#,
    );
    war().swap(effect, r#"{ set = "parties.north.outside.cost", to = "formulation" }"#).shows(
        "Z0424",
        r#"
error[Z0424]: `parties.north.outside.cost` is a number
  --> war.toml:61:55
   |
61 | effects = [{ set = "parties.north.outside.cost", to = "formulation" }]
   |                                                       ^^^^^^^^^^^^^
   |
   = help: write a number
"#,
    );
}

#[test]
fn a_tempo_that_is_said_twice() {
    let talks = "[talks]\nvenue = \"conclave\"\n\n[model]\ntext_rate = 3\n\n[[events]]\n";
    war().swap("[[events]]\n", talks).shows(
        "Z0425",
        r"
error[Z0425]: `text_rate` and the venue `conclave` both say how often a text is tried
  --> war.toml:62:1
   |
62 | text_rate = 3
   | ^^^^^^^^^
   |
   = help: drop one of the two
",
    );
}
