//! Warnings: what loads and runs, but is rarely meant.

use super::page::Page;

pub(super) static PAGES: &[Page] = &[
    Page {
        code: super::SALIENCE_SUM,
        title: "Saliences do not sum to 1",
        means: "The saliences of a party's positions do not sum to 1. They are taken in proportion.",
        matters: "Saliences are shares of what a party cares about; a sum far from 1 often means that an issue was forgotten.",
        example: "territory = { limit = 60, ideal = 95, salience = 0.3 }\nguarantees = { limit = 50, ideal = 90, salience = 0.3 }",
        instead: "territory = { limit = 60, ideal = 95, salience = 0.5 }\nguarantees = { limit = 50, ideal = 90, salience = 0.5 }",
    },
    Page {
        code: super::LIMIT_BEYOND_RED_LINE,
        title: "A limit beyond the red line",
        means: "Seen from its ideal, a party's limit lies beyond its red line, going by the likeliest values.",
        matters: "It would concede to where it never signs; the last part of its concession is wasted, and talks end at the wall.",
        example: "territory = { ideal = 95, limit = 40, red_line = 50, salience = 1 }",
        instead: "territory = { ideal = 95, limit = 55, red_line = 50, salience = 1 }",
    },
    Page {
        code: super::OPENING_BEYOND_LIMIT,
        title: "An opening beyond the limit",
        means: "A party opens farther from its ideal than where its concessions end, going by the likeliest values.",
        matters: "It would move back toward its ideal as talks go on. Most often the two numbers are exchanged.",
        example: "territory = { ideal = 95, opening = 52, limit = 80, salience = 1 }",
        instead: "territory = { ideal = 95, opening = 80, limit = 52, salience = 1 }",
    },
    Page {
        code: super::IDLE_EVENT,
        title: "An event that does nothing",
        means: "An event has no effects, and no question asks about it.",
        matters: "It changes no result.",
        example: r#"[[events]]
name = "sanctions"
rate = 0.1"#,
        instead: r#"[[events]]
name = "sanctions"
rate = 0.1
effects = [
  { multiply = "parties.russia.outside.cost", by = 1.3 },
]"#,
    },
    Page {
        code: super::IDLE_EFFECT,
        title: "An effect that changes nothing",
        means: "An effect adds 0, multiplies by 1, or changes the coalition where nothing hangs on it.",
        matters: "It changes no result.",
        example: r#"effects = [
  { multiply = "parties.russia.outside.cost", by = 1 },
]"#,
        instead: r#"effects = [
  { multiply = "parties.russia.outside.cost", by = 1.3 },
]"#,
    },
    Page {
        code: super::LATER_KNOWLEDGE,
        title: "A number was not known yet",
        means: "The date of a number's source is after the scenario's as-of date.",
        matters: "A forecast that uses what became known later is no forecast, and its score means nothing.",
        example: r#"as_of = 2025-08-19
cost = { value = 0.07, source = "A report", date = 2025-11-02 }"#,
        instead: r#"as_of = 2025-08-19
cost = { value = 0.07, source = "A report", date = 2025-08-02 }"#,
    },
    Page {
        code: super::UNWANTED_ISSUE,
        title: "An issue nobody cares about",
        means: "No party with influence has a position with a salience on the issue.",
        matters: "It stays where it is and moves nothing.",
        example: r#"[issues.language]
anchors = { 0 = "one", 100 = "two" }    # and no position on it"#,
        instead: "[parties.ukraine.positions]\nlanguage = { limit = 60, ideal = 0, salience = 0.1 }",
    },
    Page {
        code: super::IDLE_PLEDGE,
        title: "A pledge without a guarantee",
        means: "A party pledges a contribution to the guarantee, but no issue is a guarantee.",
        matters: "What is pledged deters only through the guarantee that is agreed.",
        example: r#"[issues.guarantees]
anchors = { 0 = "troops", 100 = "none" }"#,
        instead: r#"[issues.guarantees]
anchors = { 0 = "troops", 100 = "none" }
effect = { guarantee = { strong_end = 0 } }"#,
    },
    Page {
        code: super::IDLE_LEVERAGE,
        title: "Leverage without mediation",
        means: "A mediator has leverage, but [mediation] gives no style, so the principals hold the pen.",
        matters: "Side payments come with a mediator's text.",
        example: "[parties.us]\nleverage = { ukraine = 0.03 }",
        instead: r#"[parties.us]
leverage = { ukraine = 0.03 }

[mediation]
style = "formulation""#,
    },
    Page {
        code: super::COARSE_ROUNDS,
        title: "Very few rounds",
        means: "The horizon is divided into fewer than four rounds; or alternating offers have fewer than four.",
        matters: "The front, war beliefs and the cohesion of the coalition move once a round. With alternating offers the last round is the deadline, and the odds hang on how many there are.",
        example: r#"clock = { round = "6 months", horizon = "12 months" }"#,
        instead: r#"clock = { round = "1 week", horizon = "12 months" }"#,
    },
    Page {
        code: super::NEVER_TRUE,
        title: "A question whose answer can only be no",
        means: "A question asks about a summit or a pledge that the scenario does not have, or is due on the as-of date itself, before anything can happen.",
        matters: "Its odds are 0 whatever the numbers are.",
        example: r#"what = "summit"    # without [summit]"#,
        instead: r#"[summit]
parties = ["russia", "ukraine"]"#,
    },
    Page {
        code: super::MOSTLY_JUDGEMENT,
        title: "Mostly judgement",
        means: "At least nine in ten of the numbers that say how they are known are judgement or unverified.",
        matters: "The odds are then mostly the author's opinion. That is allowed, and good to know.",
        example: r#"influence = { value = 0.8, certainty = "judgement" }"#,
        instead: r#"influence = { value = 0.8, certainty = "data", source = "Index of 2024" }"#,
    },
    Page {
        code: super::IDLE_PATIENCE,
        title: "A concession speed beside a tactic",
        means: "With alternating offers `concession_speed` is the exponent of a party without a `tactic`; this party has one.",
        matters: "The number changes nothing.",
        example: r#"concession_speed = 0.4
tactic = "micro""#,
        instead: "tactic = { polynomial = 2.5 }    # 1/concession_speed",
    },
    Page {
        code: super::ODD_SCALE,
        title: "A number is probably on another scale",
        means: "A number is allowed and yet far beyond what it usually is: a war cost above 1, which is all that is at stake for a party; a rate of more than two a day; a deadline ten times as long as the talks are played.",
        matters: "Most often it is a percentage, or counts years, months or days where the model counts something else. Such a number alone decides the odds.",
        example: "outside = { war = { terms = { line = 60 }, cost = [1.2, 2, 3] } }",
        instead: "outside = { war = { terms = { line = 60 }, cost = [0.012, 0.02, 0.03] } }",
    },
    Page {
        code: super::SIGNS_BEYOND_LIMITS,
        title: "A party would sign far beyond its limits",
        means: "At the most likely inputs a party's limits together are worth far more to it than no deal, by a quarter of all that is at stake or more.",
        matters: "A party signs what is worth more to it than its alternative. Its limits say where its concessions end, and so where texts lie; they do not keep it from signing less, except in a war, as far as stated limits are believed. Where no alternative is stated, the limits are the alternative.",
        example: "outside = { reservation = 0.1 }\n# and limits that together are worth 0.9",
        instead: "# no `outside`: no deal is worth what the limits are",
    },
    Page {
        code: super::REFUSES_LIMITS,
        title: "A party would refuse its own limits",
        means: "At the most likely inputs a party's limits together are worth far less to it than no deal, by a tenth of all that is at stake or more.",
        matters: "It moves toward terms that it will not sign, so talks come to nothing however long they last. Limits that were never meant to be met all at once, war terms that are too hopeful, or a cost of war that is too low are the usual causes.",
        example: "outside = { reservation = 0.7 }\n# and limits that together are worth 0.5",
        instead: "outside = { reservation = 0.45 }",
    },
    Page {
        code: super::FORMER_NAME,
        title: "A key by its former name",
        means: "A key has a better name today. The former one is read as today's.",
        matters: "Nothing changes. `patience` above 1 meant conceding early, `resolve` readiness to sign, and `implements` how surely a party carries out what it signs; the names of today say so.",
        example: "patience = 0.4\nresolve = 0.03\nimplements = 0.8",
        instead: "concession_speed = 0.4\nreadiness_spread = 0.03\ngood_faith = 0.8",
    },
    Page {
        code: super::IDLE_DEPENDENCE,
        title: "Nothing to hang together",
        means: "A factor or a correlation names a number that is known, or a factor has one loading only.",
        matters: "It changes nothing. Of a number that a variant or --set has made certain this is as it should be: the others stay as they were.",
        example: r#"[[factors]]
name = "exhaustion"
loadings = { "parties.a.outside.cost" = 0.8 }"#,
        instead: r#"[[factors]]
name = "exhaustion"
loadings = { "parties.a.outside.cost" = 0.8, "front.drift" = -0.5 }"#,
    },
    Page {
        code: super::IDLE_ANNOUNCEMENT,
        title: "An announcement that changes nothing",
        means: "An event is announced, but nothing it does is part of an alternative to a deal: a war cost, war terms, a reservation or the drift of the front.",
        matters: "Only alternatives count with what is announced; the event changes what it changes on its day.",
        example: r#"foreseen = true
effects = [{ add = "trust.north.south", by = 0.2 }]"#,
        instead: r#"foreseen = true
effects = [{ multiply = "parties.north.outside.cost", by = 3 }]"#,
    },
    Page {
        code: super::BLOC_TIE,
        title: "Blocs that have exactly the quota",
        means: "At the likeliest shares some blocs have exactly the quota between them, and a text passes with exactly the quota.",
        matters: "In most parliaments a tie is lost: more than half is needed, 61 of 120.",
        example: "seats = 120
quota = 0.5",
        instead: "seats = 120
quota = 0.505   # 61 of 120",
    },
    Page {
        code: super::IDLE_APPROVAL,
        title: "Approval that does not count",
        means: "A bloc has a `probability`, so that its yes does not hang on the terms, and a `slope` or `spread`, which says how it would.",
        matters: "The `probability` is taken, and the other number counts for nothing.",
        example: "left = { share = 0.3, probability = 0.9, slope = 6 }",
        instead: "left = { share = 0.3, even_at = 0.4, slope = 6 }",
    },
];
