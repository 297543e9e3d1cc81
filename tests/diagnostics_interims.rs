//! Interim deals that do not fit, as it is shown.

use crate::diagnostics::{Case, war};

/// The war with an interim deal.
fn with(deal: &str) -> Case {
    let events = "[[events]]\nname = \"harvest\"";
    war().swap(events, &format!("[[interim]]\nid = \"pause\"\n{deal}\n\n{events}"))
}

/// A dispute without a war, and an interim deal.
fn dispute(deal: &str) -> Case {
    war().text(format!("{DISPUTE}{deal}\n"))
}

const DISPUTE: &str = r#"title = "A dispute"
as_of = 2026-01-05

[issues.price]
anchors = { 0 = "low", 100 = "high" }

[issues.port]
options = ["north bay", "delta"]
status_quo = "delta"

[parties.town]
role = "principal"
influence = 1
positions.price = { ideal = 0, limit = 60, salience = 1 }

[parties.yard]
role = "principal"
influence = 1
positions.price = { ideal = 100, limit = 40, salience = 1 }

[[interim]]
id = "pause"
"#;

#[test]
fn a_deal_about_nothing() {
    with(r#"lasts = "3 months""#).shows(
        "Z0422",
        r"
error[Z0422]: `interim.pause` settles nothing and relieves nobody
  --> war.toml:58:1
   |
58 | [[interim]]
   | ^^^^^^^^^^^ there is nothing to agree on
   |
   = help: name issues in `terms`, `within` or `as_drafted`, or say what it
           does to the `cost` or `relief` of a party
",
    );
}

#[test]
fn a_deal_that_settles_the_front() {
    with(r"terms = { line = 55, shield = 40 }").shows(
        "Z0423",
        r"
error[Z0423]: `line` is the front line, which an interim deal leaves where it stands
  --> war.toml:60:11
   |
60 | terms = { line = 55, shield = 40 }
   |           ^^^^
   |
   = help: write halts_fighting = true: then the line does not move while the
           deal stands
",
    );
}

#[test]
fn a_cost_of_war_of_somebody_at_peace() {
    with(
        r"terms = { shield = 40 }
cost = { east = 0.5 }",
    )
    .shows(
        "Z0423",
        r"
error[Z0423]: `east` is not at war and has no cost of war
  --> war.toml:61:10
   |
61 | cost = { east = 0.5 }
   |          ^^^^
   |
   = help: write what the deal eases as `relief`, in value
",
    );
}

#[test]
fn relief_of_somebody_at_war() {
    with(r"relief = { north = 0.1 }").shows(
        "Z0423",
        r"
error[Z0423]: `north` is at war: its relief is a lower cost
  --> war.toml:60:12
   |
60 | relief = { north = 0.1 }
   |            ^^^^^
   |
   = help: write it as a factor under `cost`
",
    );
}

#[test]
fn a_renewal_of_what_never_runs_out() {
    with(
        r"terms = { shield = 40 }
renewable = true",
    )
    .shows(
        "Z0423",
        r"
error[Z0423]: `interim.pause` never runs out, and cannot be renewed
  --> war.toml:61:13
   |
61 | renewable = true
   |             ^^^^
   |
   = help: say how long it `lasts`, or drop `renewable`
",
    );
}

#[test]
fn a_range_that_ends_before_it_begins() {
    with(r"within = { shield = { from = [20, 30, 60], to = 50 } }").shows(
        "Z0103",
        r"
error[Z0103]: `interim.pause.within.shield` may end before it begins: `from` may be 60, `to` 50
  --> war.toml:60:49
   |
60 | within = { shield = { from = [20, 30, 60], to = 50 } }
   |                                                 ^^
   |
   = help: make `to` at least as large as `from`
",
    );
}

#[test]
fn an_issue_settled_twice() {
    with(
        r#"terms = { shield = 40 }
as_drafted = ["shield"]"#,
    )
    .shows(
        "Z0207",
        r#"
error[Z0207]: `shield` is settled twice
  --> war.toml:61:15
   |
60 | terms = { shield = 40 }
   |           ------ the first
61 | as_drafted = ["shield"]
   |               ^^^^^^^^ the second
   |
   = help: name an issue in one of `terms`, `within` and `as_drafted`
"#,
    );
}

#[test]
fn a_deal_on_no_issue() {
    with(r"terms = { shields = 40 }").shows(
        "Z0202",
        r"
error[Z0202]: there is no issue `shields`
  --> war.toml:60:11
   |
60 | terms = { shields = 40 }
   |           ^^^^^^^ unknown issue
   |
   = help: did you mean `shield`?
",
    );
}

#[test]
fn a_question_about_no_deal() {
    with(r"terms = { shield = 40 }")
        .swap(
            r#"what = "signed"
by = 2026-12-31"#,
            r#"what = "interim-agreed"
interim = "paws""#,
        )
        .shows(
            "Z0213",
            r#"
error[Z0213]: there is no interim deal `paws`
  --> war.toml:71:11
   |
71 | interim = "paws"
   |           ^^^^^^ unknown interim deal
   |
   = help: the only one here is `pause`
"#,
        );
}

#[test]
fn a_deal_in_a_question_about_something_else() {
    with(r"terms = { shield = 40 }")
        .swap(
            r#"what = "signed"
by = 2026-12-31"#,
            r#"what = "signed"
interim = "pause""#,
        )
        .shows(
            "Z0411",
            r#"
error[Z0411]: `interim` does not go with "signed"
  --> war.toml:71:11
   |
71 | interim = "pause"
   |           ^^^^^^^
   |
   = help: drop `interim`, or ask what becomes of it: what = "interim-agreed"
"#,
        );
}

#[test]
fn a_question_about_the_end_of_what_has_none() {
    with(r"terms = { shield = 40 }")
        .swap(
            r#"what = "signed"
by = 2026-12-31"#,
            r#"what = "interim-lapsed""#,
        )
        .shows(
            "Z0911",
            r#"
warning[Z0911]: the answer to `peace-signed` can only be no
  --> war.toml:70:8
   |
70 | what = "interim-lapsed"
   |        ^^^^^^^^^^^^^^^^ no such interim deal runs out
   |
   = help: add what the question is about, or drop the question
"#,
        );
}

#[test]
fn two_deals_of_one_name() {
    with(
        r#"terms = { shield = 40 }

[[interim]]
id = "pause"
terms = { shield = 50 }"#,
    )
    .shows(
        "Z0205",
        r#"
error[Z0205]: two interim deals are called `pause`
  --> war.toml:63:6
   |
59 | id = "pause"
   |      ------- the first
...
63 | id = "pause"
   |      ^^^^^^^ the second
   |
   = help: give one of them another name
"#,
    );
}

#[test]
fn a_halt_where_nobody_fights() {
    dispute(
        r#"halts_fighting = true
as_drafted = ["port"]"#,
    )
    .shows(
        "Z0423",
        r"
error[Z0423]: `interim.pause` halts the fighting, but nobody is at war
  --> war.toml:23:18
   |
23 | halts_fighting = true
   |                  ^^^^
   |
   = help: drop `halts_fighting`, or give a principal outside = { war = { … }
           }
",
    );
}

#[test]
fn a_deal_on_what_has_no_status_quo() {
    dispute(r"terms = { price = 40 }").shows(
        "Z0423",
        r"
error[Z0423]: `price` has no `status_quo`, so that nobody knows what settling it changes
  --> war.toml:23:11
   |
23 | terms = { price = 40 }
   |           ^^^^^
   |
   = help: give the issue a `status_quo`: without a war that is what comes
           without a deal
",
    );
}

#[test]
fn a_range_of_options() {
    dispute(r"within = { port = { from = 0, to = 1 } }").shows(
        "Z0423",
        r"
error[Z0423]: `port` is a choice of options, which has no range
  --> war.toml:23:12
   |
23 | within = { port = { from = 0, to = 1 } }
   |            ^^^^
   |
   = help: name one of the options in `terms`, or leave it to the text with
           `as_drafted`
",
    );
}
