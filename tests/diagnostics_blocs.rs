//! What can be wrong with the blocs of a home front, as it is shown.

use crate::diagnostics::{Case, war};

/// The war, with this home front of the north on a line of its own (line 20).
fn at_home(ratification: &str) -> Case {
    let here = "[parties.north.positions]";
    war().swap(here, &format!("ratification = {{ {ratification} }}\n{here}"))
}

const TWO: &str = "quota = 0.55, blocs = { l = { share = 0.6, even_at = 0.4 }, r = { share = 0.4, even_at = 0.6 } }";

#[test]
fn sound_blocs() {
    at_home(TWO).shows_nothing();
    at_home("seats = 120, quota = 0.505, blocs = { l = { share = [50, 60, 70], even_at = 0.4, veto = true }, r = { share = 60, title = \"The right\", probability = 0.1 } }").shows_nothing();
}

#[test]
fn a_bloc_that_says_yes_to_nothing() {
    at_home("blocs = { l = { share = 1, evenat = 0.4 } }").shows(
        "Z0008",
        "
error[Z0008]: a bloc needs `even_at`, `intercept` or `probability`
  --> war.toml:20:28
   |
20 | ratification = { blocs = { l = { share = 1, evenat = 0.4 } } }
   |                            ^ neither is here

error[Z0003]: `evenat` is not a key of a bloc
  --> war.toml:20:45
   |
20 | ratification = { blocs = { l = { share = 1, evenat = 0.4 } } }
   |                                             ^^^^^^ unknown key
   |
   = help: did you mean `even_at`?
",
    );
}

#[test]
fn shares_that_do_not_add_up() {
    at_home("blocs = { l = { share = 0.5, even_at = 0.4 }, r = { share = 0.45, even_at = 0.6 } }").shows(
        "Z0427",
        "
error[Z0427]: the shares of the blocs of `north` sum to 0.95, not to 1
  --> war.toml:20:18
   |
20 | ratification = { blocs = { l = { share = 0.5, even_at = 0.4 }, r = { share = 0.45, even_at = 0.6 } } }
   |                  ^^^^^
   |
   = help: list every bloc, also those that always say no (`probability = 0`): what one has more another has less. Where they are seats, say how many there are: `seats = 120`
",
    );
    at_home("seats = 120, quota = 0.6, blocs = { l = { share = 64, even_at = 0.4 }, r = { share = 46, even_at = 0.6 } }").shows(
        "Z0427",
        "
error[Z0427]: the shares of the blocs of `north` sum to 110, not to the 120 seats
  --> war.toml:20:44
   |
20 | ratification = { seats = 120, quota = 0.6, blocs = { l = { share = 64, even_at = 0.4 }, r = { share = 46, even_at = 0.6 } } }
   |                                            ^^^^^
   |
   = help: list every bloc, also those that always say no (`probability = 0`); or mend `seats`
",
    );
    // One share is set, and nobody has less.
    at_home(TWO).set("parties.north.ratification.blocs.l.share", "0.7").shows(
        "Z0427",
        "
error[Z0427]: the shares of the blocs of `north` sum to 1.1, not to 1
  --> war.toml:20:32
   |
20 | ratification = { quota = 0.55, blocs = { l = { share = 0.6, even_at = 0.4 }, r = { share = 0.4, even_at = 0.6 } } }
   |                                ^^^^^
   |
   = help: list every bloc, also those that always say no (`probability = 0`): what one has more another has less. Where they are seats, say how many there are: `seats = 120`
",
    );
    at_home(TWO)
        .set("parties.north.ratification.blocs.l.share", "0.7")
        .set("parties.north.ratification.blocs.r.share", "0.3")
        .set("parties.north.ratification.blocs.r.veto", "true")
        .shows_nothing();
}

#[test]
fn a_quota_in_seats() {
    at_home("seats = 120, quota = 61, blocs = { l = { share = 120, even_at = 0.4 } }").shows(
        "Z0102",
        "
error[Z0102]: `parties.north.ratification.quota` must be between 0 and 1, not 61
  --> war.toml:20:39
   |
20 | ratification = { seats = 120, quota = 61, blocs = { l = { share = 120, even_at = 0.4 } } }
   |                                       ^^
   |
   = help: it is a share of all: 61 of 120 seats are 0.508
",
    );
    at_home("quota = 66, blocs = { l = { share = 1, even_at = 0.4 } }").shows(
        "Z0102",
        "
error[Z0102]: `parties.north.ratification.quota` must be between 0 and 1, not 66
  --> war.toml:20:26
   |
20 | ratification = { quota = 66, blocs = { l = { share = 1, even_at = 0.4 } } }
   |                          ^^
   |
   = help: a share is written as a part of 1: 66 % is 0.66
",
    );
}

#[test]
fn two_kinds_at_once() {
    at_home("probability = 0.5, blocs = { l = { share = 1, even_at = 0.4 } }").shows(
        "Z0009",
        "
error[Z0009]: `probability` and `blocs` exclude each other: a ratification has one or the other
  --> war.toml:20:37
   |
20 | ratification = { probability = 0.5, blocs = { l = { share = 1, even_at = 0.4 } } }
   |                  -----------        ^^^^^ this one
   |                  |
   |                  and this one
   |
   = help: keep the one that is meant
",
    );
}

#[test]
fn no_bloc_and_too_many() {
    at_home("blocs = {}").shows(
        "Z0010",
        "
error[Z0010]: `parties.north.ratification.blocs` is empty: it holds 1 bloc or more
  --> war.toml:20:18
   |
20 | ratification = { blocs = {} }
   |                  ^^^^^
",
    );
    let blocs: Vec<String> =
        (0..13).map(|n| format!("b{n} = {{ share = 1, probability = 0 }}")).collect();
    at_home(&format!("seats = 13, blocs = {{ {} }}", blocs.join(", "))).shows(
        "Z0501",
        "
error[Z0501]: 13 blocs are too many
  --> war.toml:20:486
   |
20 | ...ility = 0 }, b11 = { share = 1, probability = 0 }, b12 = { share = 1, probability = 0 } } }
   |                                                       ^^^ at most 12 are allowed
",
    );
}

#[test]
fn keys_of_blocs_without_blocs() {
    at_home("vote = { intercept = -3, slope = 6 }, quota = 0.6, common_mood = 1").shows(
        "Z0426",
        "
error[Z0426]: `quota` of a ratification goes with `blocs`
  --> war.toml:20:56
   |
20 | ratification = { vote = { intercept = -3, slope = 6 }, quota = 0.6, common_mood = 1 }
   |                                                        ^^^^^ no blocs are here
   |
   = help: write it into the vote: `vote = { quota = … }`

error[Z0426]: `common_mood` of a ratification goes with `blocs`
  --> war.toml:20:69
   |
20 | ratification = { vote = { intercept = -3, slope = 6 }, quota = 0.6, common_mood = 1 }
   |                                                                     ^^^^^^^^^^^ no blocs are here
   |
   = help: drop it, or say which `blocs` vote
",
    );
}

#[test]
fn a_slope_that_does_not_count() {
    at_home("blocs = { l = { share = 1, probability = 0.4, slope = 5 } }").shows(
        "Z0921",
        "
warning[Z0921]: `slope` means nothing to a bloc with a `probability`
  --> war.toml:20:64
   |
20 | ratification = { blocs = { l = { share = 1, probability = 0.4, slope = 5 } } }
   |                                                                ^^^^^ its yes does not hang on the terms
   |
   = help: drop it, or say `even_at` in place of `probability`
",
    );
}

#[test]
fn a_tie() {
    at_home("blocs = { l = { share = 0.3, even_at = 0.4 }, c = { share = 0.2, even_at = 0.5 }, r = { share = 0.5, even_at = 1 } }").shows(
        "Z0920",
        "
warning[Z0920]: `l` and `c` have exactly half, and half passes
  --> war.toml:20:18
   |
20 | ratification = { blocs = { l = { share = 0.3, even_at = 0.4 }, c = { share = 0.2, even_at = 0.5 }, r = { share = 0.5, even_at = 1 } } }
   |                  ^^^^^
   |
   = help: where more than half is needed write `quota = 0.501`, or of 120 seats `quota = 0.505`
",
    );
}

#[test]
fn a_level_in_percent() {
    at_home("blocs = { l = { share = 1, even_at = 55 } }").shows(
        "Z0914",
        "
warning[Z0914]: `parties.north.ratification.blocs.l.even_at` is 55: no terms are worth more than 1 to it
  --> war.toml:20:55
   |
20 | ratification = { blocs = { l = { share = 1, even_at = 55 } } }
   |                                                       ^^
   |
   = help: it is a value, as a part of all that is at stake: 55 % is 0.55
",
    );
}

#[test]
fn events_on_what_no_bloc_has() {
    let event = |quantity: &str| {
        let here = "[parties.south]";
        let effects = format!("effects = [{{ add = \"{quantity}\", by = 0.1 }}]");
        at_home(TWO)
            .swap(here, &format!("[[events]]\nname = \"split\"\nrate = 0.1\n{effects}\n{here}"))
    };
    event("parties.north.ratification.blocs.l.share").shows_nothing();
    event("parties.north.ratification.common_mood").shows_nothing();
    event("parties.north.ratification.blocs.m.share").shows(
        "Z0204",
        r#"
error[Z0204]: `parties.north.ratification.blocs.m.share` is not in this scenario
  --> war.toml:28:20
   |
28 | effects = [{ add = "parties.north.ratification.blocs.m.share", by = 0.1 }]
   |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no bloc of its home front has that name
"#,
    );
    event("parties.north.ratification.blocs.l.intercept").shows(
        "Z0204",
        r#"
error[Z0204]: `parties.north.ratification.blocs.l.intercept` is not in this scenario
  --> war.toml:28:20
   |
28 | effects = [{ add = "parties.north.ratification.blocs.l.intercept", by = 0.1 }]
   |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ that bloc does not have that number
"#,
    );
}
