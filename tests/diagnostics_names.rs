//! Names that refer to nothing, as it is shown.

use crate::diagnostics::war;

#[test]
fn an_unknown_party() {
    war().swap(r#"between = ["north", "south"]"#, r#"between = ["north", "sout"]"#).shows(
        "Z0201",
        r#"
error[Z0201]: there is no party `sout`
  --> war.toml:45:21
   |
45 | between = ["north", "sout"]
   |                     ^^^^^^ unknown party
   |
   = help: did you mean `south`?
"#,
    );
}

#[test]
fn an_unknown_issue() {
    war().swap("shield = { limit = 60", "sheild = { limit = 60").shows(
        "Z0202",
        r"
error[Z0202]: there is no issue `sheild`
  --> war.toml:31:1
   |
31 | sheild = { limit = 60, ideal = 0, salience = 0.5 }
   | ^^^^^^ unknown issue
   |
   = help: did you mean `shield`?
",
    );
}

#[test]
fn an_unknown_event() {
    war()
        .swap(
            r#"what = "signed""#,
            r#"what = "event"
event = "drought""#,
        )
        .shows(
            "Z0203",
            r#"
error[Z0203]: there is no event `drought`
  --> war.toml:67:9
   |
67 | event = "drought"
   |         ^^^^^^^^^ unknown event
   |
   = help: the only one here is `harvest`
"#,
        );
}

#[test]
fn a_quantity_events_cannot_change() {
    war()
        .swap(r#""parties.north.outside.cost", by"#, r#""parties.north.readiness_spread", by"#)
        .shows("Z0204", r#"
error[Z0204]: events cannot change `parties.north.readiness_spread`
  --> war.toml:61:25
   |
61 | effects = [{ multiply = "parties.north.readiness_spread", by = 1.3 }]
   |                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: they can change `parties.P.outside.cost`, `parties.P.outside.terms.ISSUE`, `parties.P.outside.reservation`, `parties.P.positions.ISSUE.KEY`, `parties.P.ratification.KEY`, `parties.P.ratification.blocs.BLOC.KEY`, `parties.P.leverage.Q`, `trust.P.Q`, `coalition.credibility`, `coalition.cohesion`, `front.line`, `front.drift`, `summit.push`, `summit.reluctance.P`, `mediation.style` and `model.text_rate`; of a party also `influence`, `concession_speed`, `reciprocity`, `loss_aversion`, `deadline`, `good_faith`, `breach_hazard` and `betrayal_loss`
"#);
}

#[test]
fn a_red_line_that_is_not_there() {
    war()
        .swap(
            r#""parties.north.outside.cost", by"#,
            r#""parties.south.positions.line.red_line", by"#,
        )
        .shows(
            "Z0204",
            r#"
error[Z0204]: `parties.south.positions.line.red_line` is not in this scenario
  --> war.toml:61:25
   |
61 | effects = [{ multiply = "parties.south.positions.line.red_line", by = 1.3 }]
   |                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ its position does not say it
"#,
        );
}

#[test]
fn war_terms_that_are_not_there() {
    war()
        .swap(r#""parties.north.outside.cost", by"#, r#""parties.south.outside.terms.shield", by"#)
        .shows(
            "Z0204",
            r#"
error[Z0204]: `parties.south.outside.terms.shield` is not in this scenario
  --> war.toml:61:25
   |
61 | effects = [{ multiply = "parties.south.outside.terms.shield", by = 1.3 }]
   |                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ its war terms leave the issue out
"#,
        );
}

#[test]
fn a_quantity_that_is_not_there() {
    war().swap(r#""parties.north.outside.cost", by"#, r#""parties.east.outside.cost", by"#).shows(
        "Z0204",
        r#"
error[Z0204]: `parties.east.outside.cost` is not in this scenario
  --> war.toml:61:25
   |
61 | effects = [{ multiply = "parties.east.outside.cost", by = 1.3 }]
   |                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ its outside option is not war
"#,
    );
}

#[test]
fn two_events_of_one_name() {
    war()
        .swap(
            "[[questions]]",
            r#"[[events]]
name = "harvest"
at = 2026-02-01
effects = [{ add = "front.line", by = 1 }]

[[questions]]"#,
        )
        .shows(
            "Z0205",
            r#"
error[Z0205]: two events are called `harvest`
  --> war.toml:64:8
   |
59 | name = "harvest"
   |        --------- the first
...
64 | name = "harvest"
   |        ^^^^^^^^^ the second
   |
   = help: give one of them another name
"#,
        );
}

#[test]
fn trust_in_oneself() {
    war().swap(r#"between = ["north", "south"]"#, r#"between = ["north", "north"]"#).shows(
        "Z0206",
        r#"
error[Z0206]: a party has no trust in itself
  --> war.toml:45:11
   |
45 | between = ["north", "north"]
   |           ^^^^^^^^^^^^^^^^^^
   |
   = help: name another party
"#,
    );
}

#[test]
fn a_pair_given_twice() {
    war()
        .swap(
            "[front]",
            r#"[[trust]]
between = ["south", "north"]
value = 0.3

[front]"#,
        )
        .shows(
            "Z0207",
            r#"
error[Z0207]: trust between `north` and `south` is given twice
  --> war.toml:49:11
   |
45 | between = ["north", "south"]
   |           ------------------ the first
...
49 | between = ["south", "north"]
   |           ^^^^^^^^^^^^^^^^^^ the second
   |
   = help: trust is mutual: one entry a pair, in either order
"#,
        );
}

#[test]
fn pledges_in_a_ring() {
    war()
        .swap("strength = 0.4, rate = 0.3", r#"strength = 0.4, rate = 0.3, needs = "west""#)
        .shows(
            "Z0208",
            r#"
error[Z0208]: these pledges lean on one another in a ring: east → west → east
  --> war.toml:36:48
   |
36 | pledge = { strength = 0.4, rate = 0.3, needs = "west" }
   |                                                ^^^^^^ none of them could ever be made
...
42 | pledge = { strength = 0.3, at = 2026-03-01, needs = "east" }
   |                                                     ------
   |
   = help: drop one of the `needs`
"#,
        );
}

#[test]
fn a_pledge_that_leans_on_nothing() {
    war().swap(r#"needs = "east""#, r#"needs = "south""#).shows(
        "Z0209",
        r#"
error[Z0209]: `south` makes no pledge to lean on
  --> war.toml:42:53
   |
42 | pledge = { strength = 0.3, at = 2026-03-01, needs = "south" }
   |                                                     ^^^^^^^
   |
   = help: give `south` a `pledge`, or drop `needs`
"#,
    );
}

#[test]
fn a_question_with_the_name_of_a_link() {
    war().swap(r#"id = "peace-signed""#, r#"id = "Signed""#).shows(
        "Z0211",
        r#"
error[Z0211]: a question cannot be called `Signed`
  --> war.toml:64:6
   |
64 | id = "Signed"
   |      ^^^^^^^^ a link of the chain has this name
   |
   = help: write, say, `Signed-in-time`; taken are talks, ground,
           common-ground, signed, ratified, carried-out, holds, run_id, case,
           point, scenario, replication, seed, worlds, histories, stopped,
           world, future, gain, zopa, and names that end in _low, _high or
           _worlds
"#,
    );
}

#[test]
fn a_question_that_ends_like_an_interval() {
    war().swap(r#"id = "peace-signed""#, r#"id = "peace_low""#).shows(
        "Z0211",
        r#"
error[Z0211]: a question cannot be called `peace_low`
  --> war.toml:64:6
   |
64 | id = "peace_low"
   |      ^^^^^^^^^^^ results call the ends of intervals so
   |
   = help: write, say, `peace-low`; taken are talks, ground, common-ground,
           signed, ratified, carried-out, holds, run_id, case, point,
           scenario, replication, seed, worlds, histories, stopped, world,
           future, gain, zopa, and names that end in _low, _high or _worlds
"#,
    );
}

#[test]
fn a_variant_that_is_none() {
    war().swap("[variants.tired]", "[variants.none]").shows(
        "Z0211",
        r"
error[Z0211]: a variant cannot be called `none`
  --> war.toml:69:11
   |
69 | [variants.none]
   |           ^^^^ in a study this is the file as it is
   |
   = help: give it another name; the title may say anything
",
    );
}
