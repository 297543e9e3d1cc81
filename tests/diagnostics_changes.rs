//! Errors in variants and `--set`, as they are shown.

use crate::diagnostics::war;

#[test]
fn an_unknown_path() {
    war().set("parties.nort.influence", "2").shows(
        "Z0012",
        r"
error[Z0012]: there is no `parties.nort.influence` in this scenario
 --> --set:1:1
  |
1 | parties.nort.influence=2
  | ^^^^^^^^^^^^^^^^^^^^^^ `nort` is not in parties
  |
  = help: did you mean `parties.north.influence`?
",
    );
}

#[test]
fn a_path_to_a_part_that_is_not_there() {
    war().set("parties.west.outside.cost", "0.1").shows(
        "Z0012",
        r"
error[Z0012]: there is no `parties.west.outside.cost` in this scenario
 --> --set:1:1
  |
1 | parties.west.outside.cost=0.1
  | ^^^^^^^^^^^^^^^^^^^^^^^^^ `cost` is not in parties.west.outside
  |
  = help: the only one here is `reservation`
",
    );
}

#[test]
fn an_unknown_path_in_a_variant() {
    war()
        .swap(
            r#""parties.north.outside.cost" = { scale"#,
            r#""parties.north.outside.costs" = { scale"#,
        )
        .shows(
            "Z0012",
            r#"
error[Z0012]: there is no `parties.north.outside.costs` in this scenario
  --> war.toml:70:9
   |
70 | set = { "parties.north.outside.costs" = { scale = 2 } }
   |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `costs` is not in parties.north.outside
   |
   = help: did you mean `parties.north.outside.cost`?
"#,
        );
}

#[test]
fn a_change_of_a_whole_table() {
    war().set("parties.north.outside", "0.4").shows(
        "Z0013",
        r"
error[Z0013]: `parties.north.outside` cannot be set as a whole
 --> --set:1:1
  |
1 | parties.north.outside=0.4
  | ^^^^^^^^^^^^^^^^^^^^^
  |
  = help: set one of the numbers, words or flags in it
",
    );
}

#[test]
fn a_scaled_word() {
    war().set("mediation.style", "{ scale = 2 }").shows(
        "Z0013",
        r"
error[Z0013]: `mediation.style` is not a number that could be scaled or shifted
 --> --set:1:17
  |
1 | mediation.style={ scale = 2 }
  |                 ^^^^^^^^^^^^^
  |
  = help: write the new value itself
",
    );
}

#[test]
fn a_path_without_quotes() {
    war()
        .swap(r#"{ "parties.north.outside.cost" = { scale = 2 } }"#, "{ coalition = { cohesion = 0.5 } }")
        .shows("Z0013", r#"
error[Z0013]: `variants.tired.set.coalition` is a table that is no change
  --> war.toml:70:21
   |
70 | set = { coalition = { cohesion = 0.5 } }
   |                     ^^^^^^^^^^^^^^^^^^
   |
   = help: put the whole path in quotes: "parties.x.influence" = 2; a change is a number in any form, text, true or false, a date, { scale = k } or { shift = d }
"#);
}

#[test]
fn nothing_to_shift() {
    war()
        .set("parties.south.positions.line.red_line", "{ shift = 1 }")
        .shows("Z0013", r"
error[Z0013]: `parties.south.positions.line.red_line` is not in the file and has no default, so there is nothing to scale or shift
 --> --set:1:39
  |
1 | parties.south.positions.line.red_line={ shift = 1 }
  |                                       ^^^^^^^^^^^^^
  |
  = help: set it to a number
");
}

#[test]
fn an_unknown_variant() {
    war().variant("tried").shows(
        "Z0014",
        r"
error[Z0014]: there is no variant `tried`
 --> --variant:1:1
  |
1 | tried
  | ^^^^^
  |
  = help: did you mean `tired`?
",
    );
}

#[test]
fn a_variant_that_does_not_load() {
    war()
        .swap("{ scale = 2 }", "{ shift = -0.2 }")
        .shows("Z0015", r#"
error[Z0015]: the variant `tired` does not load: `parties.north.outside.cost` must be 0 or more, not -0.13
  --> war.toml:69:11
   |
69 | [variants.tired]
   |           ^^^^^
70 | set = { "parties.north.outside.cost" = { shift = -0.2 } }
   |                                        ----------------
"#);
}

#[test]
fn an_override_out_of_bounds() {
    war().set("trust.south.north", "1.2").shows(
        "Z0102",
        r"
error[Z0102]: `trust.north.south` must be between 0 and 1, not 1.2
 --> --set:1:19
  |
1 | trust.south.north=1.2
  |                   ^^^
",
    );
}

#[test]
fn an_override_of_the_wrong_kind() {
    war().set("mediation.style", "shuttle").shows(
        "Z0006",
        r"
error[Z0006]: `shuttle` is not one of the words for `style`
 --> --set:1:17
  |
1 | mediation.style=shuttle
  |                 ^^^^^^^ expected `facilitation` or `formulation`
",
    );
}

#[test]
fn an_override_that_cannot_be_read() {
    war().set("parties.north.influence", "[1, 2").shows(
        "Z0001",
        r"
error[Z0001]: this cannot be read: a list is not closed
 --> --set:1:30
  |
1 | parties.north.influence=[1, 2
  |                              ^
  |
  = help: lists end with ]
",
    );
}

#[test]
fn a_path_with_nothing_like_it() {
    war().set("parties.north.xyzzy", "2").shows(
        "Z0012",
        r"
error[Z0012]: there is no `parties.north.xyzzy` in this scenario
 --> --set:1:1
  |
1 | parties.north.xyzzy=2
  | ^^^^^^^^^^^^^^^^^^^ `xyzzy` is not in parties.north
  |
  = help: the names here are `title`, `role`, `influence`,
          `concession_speed`, `reciprocity`, `loss_aversion`, `deadline`,
          `readiness_spread`, `good_faith`, `breach_hazard`,
          `betrayal_loss`, `tactic`, `acceptance`, `opponent_model`,
          `discount`, `error`, `outside`, `ratification`, `pledge`,
          `leverage`, `payment`, `positions` and `brief`
",
    );
}

#[test]
fn a_whole_position_after_set() {
    war().set("parties.north.positions.line", "{ ideal = 3 }").shows("Z0013", r"
error[Z0013]: `parties.north.positions.line` is a table that is no change
 --> --set:1:30
  |
1 | parties.north.positions.line={ ideal = 3 }
  |                              ^^^^^^^^^^^^^
  |
  = help: a change sets one number, word, flag or date: set parties.north.positions.line.ideal and the others one by one
");
}
