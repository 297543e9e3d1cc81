//! Warnings, as they are shown.

use crate::diagnostics::war;

#[test]
fn saliences_that_do_not_sum_to_1() {
    war().swap("salience = 0.6", "salience = 0.4").shows(
        "Z0901",
        r"
warning[Z0901]: the saliences of `north` sum to 0.80, not to 1
  --> war.toml:20:16
   |
20 | [parties.north.positions]
   |                ^^^^^^^^^
   |
   = help: they are taken in proportion: line 0.50, shield 0.50
",
    );
}

#[test]
fn a_limit_beyond_the_red_line() {
    war()
        .swap("red_line = 45", "red_line = 58")
        .shows("Z0902", r"
warning[Z0902]: `parties.north.positions.line.limit` lies beyond its red line
  --> war.toml:21:32
   |
21 | line = { opening = 90, limit = [50, 55, 60], ideal = 95, salience = 0.6, red_line = 58 }
   |                                ^^^^^^^^^^^^ it would concede as far as 55           -- but sign nothing beyond 58
   |
   = help: a limit is where concessions end, a red line what is never signed: the limit is usually the nearer one
");
}

#[test]
fn an_opening_beyond_the_limit() {
    war().swap("opening = 90", "opening = 52").shows(
        "Z0903",
        r"
warning[Z0903]: `parties.north.positions.line.opening` is farther from the ideal than the limit
  --> war.toml:21:20
   |
21 | line = { opening = 52, limit = [50, 55, 60], ideal = 95, salience = 0.6, red_line = 45 }
   |                    ^^          ------------ and move back to 55
   |                    |
   |                    it would start at 52
   |
   = help: a party opens near its ideal and moves toward its limit; are the two exchanged?
",
    );
}

#[test]
fn an_event_that_does_nothing() {
    war()
        .swap(
            r#"effects = [{ multiply = "parties.north.outside.cost", by = 1.3 }]
"#,
            "",
        )
        .shows(
            "Z0904",
            r#"
warning[Z0904]: the event `harvest` has no effects, and no question asks about it
  --> war.toml:59:8
   |
59 | name = "harvest"
   |        ^^^^^^^^^
   |
   = help: give it `effects`, or drop it
"#,
        );
}

#[test]
fn an_effect_of_nothing() {
    war().swap("by = 1.3", "by = 1").shows(
        "Z0905",
        r#"
warning[Z0905]: an effect of the event `harvest` changes nothing
  --> war.toml:61:60
   |
61 | effects = [{ multiply = "parties.north.outside.cost", by = 1 }]
   |                                                            ^ multiplying by 1 changes nothing
   |
   = help: drop the effect, or say what it was meant to change
"#,
    );
}

#[test]
fn an_effect_on_nothing() {
    war()
        .swap(r#"multiply = "parties.north.outside.cost""#, r#"multiply = "coalition.cohesion""#)
        .swap(r"effect = { guarantee = { strong_end = 0 } }
", "")
        .swap(r"pledge = { strength = 0.4, rate = 0.3 }
", "")
        .swap(r#"pledge = { strength = 0.3, at = 2026-03-01, needs = "east" }
"#, "")
        .shows("Z0905", r#"
warning[Z0905]: an effect of the event `harvest` changes nothing
  --> war.toml:58:52
   |
58 | effects = [{ multiply = "coalition.cohesion", by = 1.3 }]
   |                                                    ^^^ without pledges and a guarantee issue nothing hangs on the coalition
   |
   = help: drop the effect, or say what it was meant to change
"#);
}

#[test]
fn a_number_that_was_not_known_yet() {
    war()
        .swap("influence = 0.8", r#"influence = { value = 0.8, source = "A report", date = 2026-02-01 }"#)
        .shows("Z0906", r#"
warning[Z0906]: `parties.south.influence` became known on 2026-02-01, after the scenario's as-of date
  --> war.toml:26:13
   |
26 | influence = { value = 0.8, source = "A report", date = 2026-02-01 }
   |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the world is frozen on 2026-01-05
   |
   = help: a forecast must not use what was not known yet: take the number as it stood, or move `as_of`
"#);
}

#[test]
fn an_issue_nobody_cares_about() {
    war()
        .swap(
            "[parties.north]",
            r#"[issues.flag]
anchors = { 0 = "theirs", 100 = "ours" }
status_quo = 0

[parties.north]"#,
        )
        .shows(
            "Z0907",
            r"
warning[Z0907]: nobody with influence cares about the issue `flag`
  --> war.toml:15:9
   |
15 | [issues.flag]
   |         ^^^^ it moves nothing
   |
   = help: give a party a position on it, or drop the issue
",
        );
}

#[test]
fn a_pledge_without_a_guarantee() {
    war()
        .swap(
            r"effect = { guarantee = { strong_end = 0 } }
",
            "",
        )
        .swap(r#", needs = "east" }"#, " }")
        .swap(
            r"pledge = { strength = 0.4, rate = 0.3 }
",
            "",
        )
        .shows(
            "Z0908",
            r"
warning[Z0908]: `west` makes a pledge, but no issue is a guarantee
  --> war.toml:40:1
   |
40 | pledge = { strength = 0.3, at = 2026-03-01 }
   | ^^^^^^ it stands behind nothing
   |
   = help: give an issue effect = { guarantee = { strong_end = 0 } }, or drop the pledge
",
        );
}

#[test]
fn leverage_without_mediation() {
    war()
        .swap(
            r#"style = "formulation"
"#,
            "",
        )
        .shows(
            "Z0909",
            r#"
warning[Z0909]: `east` has leverage, but nobody mediates
  --> war.toml:37:1
   |
37 | leverage = { south = 0.02 }
   | ^^^^^^^^ side payments come with a mediator's text
   |
   = help: add [mediation] with style = "formulation" or "facilitation"
"#,
        );
}

#[test]
fn very_few_rounds() {
    war().swap(r#"round = "1 week""#, r#"round = "6 months""#).shows(
        "Z0910",
        r#"
warning[Z0910]: the horizon has only 2 rounds
 --> war.toml:3:11
  |
3 | clock = { round = "6 months", horizon = "12 months" }
  |           ^^^^^ the front, beliefs and cohesion move once a round
  |
  = help: make the rounds shorter: odds do not hang on their length, detail does
"#,
    );
}

#[test]
fn a_question_that_is_never_true() {
    war()
        .swap(
            r#"what = "signed""#,
            r#"what = "pledged"
party = "south""#,
        )
        .shows(
            "Z0911",
            r#"
warning[Z0911]: the answer to `peace-signed` can only be no
  --> war.toml:66:8
   |
66 | what = "pledged"
   |        ^^^^^^^^^ that party has no pledge to make
   |
   = help: add what the question is about, or drop the question
"#,
        );
}

#[test]
fn mostly_judgement() {
    let effect = "{ add = \"front.line\", by = { value = 1, certainty = \"judgement\" } }, ";
    war().swap("effects = [", &format!("effects = [{}", effect.repeat(20))).shows(
        "Z0912",
        r#"
warning[Z0912]: 20 of 20 numbers with a certainty are judgement or unverified
 --> war.toml:1:1
  |
1 | title = "A war"
  | ^^^^^
  |
  = help: the odds are then mostly the author's opinion; `zopa run` tells which numbers matter most, and are worth a source
"#,
    );
}

#[test]
fn a_cost_beyond_all_that_is_at_stake() {
    war().swap("cost = 0.07", "cost = [1.2, 2, 3]").shows("Z0914", r"
warning[Z0914]: `parties.north.outside.cost` is 2: more than all that is at stake for it
  --> war.toml:18:61
   |
18 | outside = { war = { terms = { line = [52, 58, 65] }, cost = [1.2, 2, 3] } }
   |                                                             ^^^^^^^^^^^
   |
   = help: it is a part of all that is at stake for it: 2 % is 0.02

warning[Z0915]: `north` would sign far beyond its limits
  --> war.toml:20:16
   |
18 | outside = { war = { terms = { line = [52, 58, 65] }, cost = [1.2, 2, 3] } }
   |                                                             ----------- no deal is worth -1.24: its war terms 0.76, less a cost of 2.00
19 |
20 | [parties.north.positions]
   |                ^^^^^^^^^ all its limits together are worth 0.68 to it
   |
   = help: what a party signs hangs on what no deal is worth to it; limits
           only say where its concessions end. Is the alternative too bad, or
           are the limits openings?
");
}

#[test]
fn numbers_on_another_scale() {
    war()
        .swap("drift = 0.5", "drift = 500")
        .swap("rate = 0.1", "rate = 365")
        .swap("by = 1.3", "by = 130")
        .swap("leverage = { south = 0.02 }", "leverage = { south = 2 }")
        .swap("influence = 0.8", "influence = 0.8\ndeadline = 365\nbreach_hazard = 50")
        .shows(
            "Z0914",
            r#"
warning[Z0914]: `parties.south.deadline` is 365: ten times as long as the talks are played
  --> war.toml:27:12
   |
27 | deadline = 365
   |            ^^^
   |
   = help: a bare number counts months; with a unit write, say, "30 days"

warning[Z0914]: `parties.south.breach_hazard` is 50: a breach within weeks is all but certain
  --> war.toml:28:17
   |
28 | breach_hazard = 50
   |                 ^^
   |
   = help: it is a rate over a year: 0.5 breaks 39 deals of 100 in a year

warning[Z0914]: `parties.east.leverage.south` is 2: more than all that is at stake for it
  --> war.toml:39:22
   |
39 | leverage = { south = 2 }
   |                      ^
   |
   = help: it is a part of all that is at stake for it: 2 % is 0.02

warning[Z0914]: `front.drift` is 500: the line would cross the whole scale in a month
  --> war.toml:51:9
   |
51 | drift = 500
   |         ^^^
   |
   = help: it counts points of the scale a month

warning[Z0914]: `events.harvest.rate` is 365: more than two a day
  --> war.toml:62:8
   |
62 | rate = 365
   |        ^^^
   |
   = help: a rate is a month's: once a year is 0.083

warning[Z0914]: `events.harvest.effects.0.by` is 130: more than twenty times as much
  --> war.toml:63:60
   |
63 | effects = [{ multiply = "parties.north.outside.cost", by = 130 }]
   |                                                            ^^^
   |
   = help: it multiplies: 1.3 is 30 % more, 0.7 is 30 % less
"#,
        );
}

#[test]
fn limits_that_are_worth_more_than_no_deal() {
    war()
        .swap(
            "outside = { war = { terms = { line = 50 }, cost = [0.05, 0.1, 0.2] } }",
            "outside = { reservation = 0.1 }",
        )
        .shows(
            "Z0915",
            r"
warning[Z0915]: `south` would sign far beyond its limits
  --> war.toml:29:16
   |
27 | outside = { reservation = 0.1 }
   |                           --- no deal is worth 0.10
28 |
29 | [parties.south.positions]
   |                ^^^^^^^^^ all its limits together are worth 0.42 to it
   |
   = help: what a party signs hangs on what no deal is worth to it; limits
           only say where its concessions end. Is the alternative too bad, or
           are the limits openings?
",
        );
}

#[test]
fn limits_that_are_worth_less_than_no_deal() {
    war()
        .swap("line = [52, 58, 65] }, cost = 0.07", "line = 95, shield = 95 }, cost = 0.02")
        .shows("Z0916", r"
warning[Z0916]: `north` would refuse its own limits
  --> war.toml:20:16
   |
18 | outside = { war = { terms = { line = 95, shield = 95 }, cost = 0.02 } }
   |                                                                ---- no deal is worth 0.98: its war terms 1.00, less a cost of 0.02
19 |
20 | [parties.north.positions]
   |                ^^^^^^^^^ all its limits together are worth 0.68 to it
   |
   = help: it will press for terms that it then does not sign. Are its limits
           too soft, or is its alternative too good?
");
}

/// Where stated limits are believed in full, they are the alternative.
#[test]
fn limits_that_are_believed() {
    let text =
        war().swap("line = [52, 58, 65] }, cost = 0.07", "line = 95, shield = 95 }, cost = 0.02");
    text.set("model.stated_limits_weight", "1").shows_nothing();
}

#[test]
fn an_opening_beside_a_limit_that_is_the_ideal() {
    war().swap("limit = [50, 55, 60], ideal = 95", "limit = 95, ideal = 95").shows(
        "Z0903",
        r"
warning[Z0903]: `parties.north.positions.line.opening` is farther from the ideal than the limit
  --> war.toml:21:20
   |
21 | line = { opening = 90, limit = 95, ideal = 95, salience = 0.6, red_line = 45 }
   |                    ^^          -- and move back to 95
   |                    |
   |                    it would start at 90
   |
   = help: a party opens near its ideal and moves toward its limit; are the two exchanged?
",
    );
}

#[test]
fn a_question_due_on_the_as_of_date() {
    war().swap("by = 2026-12-31", "by = 2026-01-05").shows(
        "Z0911",
        r"
warning[Z0911]: the answer to `peace-signed` can only be no
  --> war.toml:67:6
   |
67 | by = 2026-01-05
   |      ^^^^^^^^^^ this is the as-of date, and nothing has happened yet
   |
   = help: make the date later, or `as_of` earlier
",
    );
}

/// What is dated on that day has its answer.
#[test]
fn a_question_about_an_event_of_the_as_of_date() {
    war()
        .swap("rate = 0.1", "at = 2026-01-05")
        .swap(
            "what = \"signed\"\nby = 2026-12-31",
            "what = \"event\"\nevent = \"harvest\"\nby = 2026-01-05",
        )
        .shows_nothing();
}

#[test]
fn a_key_by_its_former_name() {
    war().swap("influence = 1.0\noutside", "influence = 1.0\npatience = 0.4\noutside").shows(
        "Z0917",
        r"
warning[Z0917]: `patience` is called `concession_speed` now
  --> war.toml:18:1
   |
18 | patience = 0.4
   | ^^^^^^^^ read as `concession_speed`
   |
   = help: write `concession_speed`: the name says what the number means
",
    );
}
