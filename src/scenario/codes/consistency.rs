//! Parts of a scenario that have to fit together.

use super::page::Page;

pub(super) static PAGES: &[Page] = &[
    Page {
        code: super::FEW_PRINCIPALS,
        title: "Fewer than two principals",
        means: "A principal is a party whose signature is needed. A negotiation has two or more.",
        matters: "With one principal there is nobody to agree with.",
        example: r#"[parties.a]
role = "principal"
[parties.b]
role = "stakeholder""#,
        instead: r#"[parties.a]
role = "principal"
[parties.b]
role = "principal""#,
    },
    Page {
        code: super::NO_STATUS_QUO,
        title: "A front line without a status quo",
        means: "An issue with the effect front-line needs to know where the line stands on the as-of date.",
        matters: "The line moves from there, and losses are counted from there.",
        example: r#"effect = "front-line""#,
        instead: r#"effect = "front-line"
status_quo = 50"#,
    },
    Page {
        code: super::NO_WAR,
        title: "An effect on a war that nobody fights",
        means: "The effects front-line and halts-fighting need at least one principal whose outside option is war.",
        matters: "Without a war no line moves and no fighting can halt.",
        example: "[parties.russia]\noutside = { reservation = 0.4 }",
        instead: "[parties.russia]\noutside = { war = { terms = { territory = 65 }, cost = 0.07 } }",
    },
    Page {
        code: super::SAME_EFFECT,
        title: "Two issues with the same effect",
        means: "At most one issue may be the front line, one the guarantee, and one the sequence of the ceasefire.",
        matters: "The model has one line, one guarantee and one ceasefire.",
        example: r#"[issues.east]
effect = "front-line"
[issues.south]
effect = "front-line""#,
        instead: r#"[issues.territory]
effect = "front-line"
[issues.south]"#,
    },
    Page {
        code: super::NO_MEDIATOR,
        title: "A style of mediation without a mediator",
        means: "[mediation] gives a style, but no party has the role mediator.",
        matters: "Without a mediator the principals hold the pen in turn, and no style applies.",
        example: r#"[mediation]
style = "formulation""#,
        instead: r#"[parties.us]
role = "mediator"

[mediation]
style = "formulation""#,
    },
    Page {
        code: super::NOT_MEDIATOR,
        title: "Leverage of a party that does not mediate",
        means: "Only mediators can add side payments to a text.",
        matters: "What a principal can offer is in the terms themselves.",
        example: r#"[parties.uk]
role = "guarantor"
leverage = { ukraine = 0.02 }"#,
        instead: r#"[parties.uk]
role = "mediator"
leverage = { ukraine = 0.02 }"#,
    },
    Page {
        code: super::NO_FRONT,
        title: "A front without a front-line issue",
        means: "[front] says how a line moves, but no issue is that line.",
        matters: "There is nothing to move.",
        example: "[front]\ndrift = 0.8",
        instead: r#"[issues.territory]
effect = "front-line"
status_quo = 50

[front]
drift = 0.8"#,
    },
    Page {
        code: super::NOT_PRINCIPAL,
        title: "A party that does not meet at the summit",
        means: "Only principals meet at the summit, and only those who meet have a reluctance to.",
        matters: "The mediator who brings them together is the `push`.",
        example: r#"[summit]
parties = ["russia", "us"]"#,
        instead: r#"[summit]
parties = ["russia", "ukraine"]
push = 0.8"#,
    },
    Page {
        code: super::NO_POSITION,
        title: "A principal without a position",
        means: "A principal has no position on any issue.",
        matters: "A party that wants nothing would sign anything.",
        example: r#"[parties.ukraine]
role = "principal"
influence = 0.9"#,
        instead: "[parties.ukraine.positions]\nterritory = { limit = 56, ideal = 0, salience = 1 }",
    },
    Page {
        code: super::NO_TERMS,
        title: "War terms leave out an issue",
        means: "A war outside option has to say where more war would end on every issue; an issue with a status quo may be left out.",
        matters: "The value of fighting on is the value of those terms.",
        example: "outside = { war = { terms = { territory = 65 }, cost = 0.07 } }",
        instead: "[parties.russia.outside.war]
terms = { territory = 65, guarantees = 66 }
cost = 0.07",
    },
    Page {
        code: super::QUESTION_KEY,
        title: "A question whose keys do not fit",
        means: r#"`party` goes with "pledged", `event` goes with "event" and has to be there."#,
        matters: "The key would be ignored, or the question has no meaning.",
        example: r#"what = "event""#,
        instead: r#"what = "event"
event = "sanctions""#,
    },
    Page {
        code: super::NO_WEIGHT,
        title: "A principal that may care about nothing",
        means: "All saliences of a principal may be 0 at the same time.",
        matters: "Saliences are made to sum to 1, which zeros cannot.",
        example: "territory = { limit = 60, ideal = 95, salience = 0 }",
        instead: "territory = { limit = 60, ideal = 95, salience = 1 }",
    },
    Page {
        code: super::NOT_AT_WAR,
        title: "A war of a party that does not fight",
        means: "Only a principal can have war as its outside option.",
        matters: "Whoever else has a say lives with the war of the principals: its alternative is what they expect of it.",
        example: r#"[parties.uk]
role = "guarantor"
outside = { war = { terms = { territory = 65 }, cost = 0.07 } }"#,
        instead: r#"[parties.uk]
role = "guarantor""#,
    },
    Page {
        code: super::MIXED_ISSUE,
        title: "An issue is a scale and a choice at once",
        means: "An issue with `options` has a key that only a scale can have: `scale`, `effect` or `draft_shift`.",
        matters: "Options have no ends and nothing between them; guarantees, front lines and ceasefires are matters of degree.",
        example: r#"[issues.port]
options = ["north bay", "delta"]
scale = [0, 10]"#,
        instead: r#"[issues.port]
options = ["north bay", "delta"]"#,
    },
    Page {
        code: super::POSITION_MISFIT,
        title: "A position that does not fit its issue",
        means: "On a scale a party has an ideal, a limit and perhaps a red line; on an issue with options it has a score for each and perhaps refuses some.",
        matters: "A number means nothing among options, and a name nothing on a scale.",
        example: "port = { ideal = 40, limit = 60, salience = 0.3 }",
        instead: r#"[parties.town.positions.port]
scores = { "north bay" = 100, delta = 30 }
limit = 30
salience = 0.3"#,
    },
    Page {
        code: super::NO_SCORE,
        title: "An option without a score",
        means: "A party's `scores` leave out an option of the issue.",
        matters: "A left-out option could be worthless to it or all it wants.",
        example: r#"scores = { "north bay" = 100 }"#,
        instead: r#"scores = { "north bay" = 100, delta = 30 }"#,
    },
    Page {
        code: super::REFUSES_ALL,
        title: "A party refuses every option",
        means: "All options of an issue are among those that a party never signs.",
        matters: "Nothing could ever be signed, whatever else is in the file.",
        example: r#"refuses = ["north bay", "delta"]"#,
        instead: r#"refuses = ["delta"]"#,
    },
    Page {
        code: super::OTHER_PROTOCOL,
        title: "A key of another protocol",
        means: "The key means something in the peace process but not with alternating offers, or the other way round.",
        matters: "The file would look as if it counted.",
        example: r#"protocol = "alternating-offers"
[summit]
parties = ["russia", "ukraine"]"#,
        instead: r#"protocol = { kind = "alternating-offers", rounds = 100 }"#,
    },
    Page {
        code: super::OVERLOADED,
        title: "Factors explain more than there is",
        means: "The square of a loading is the share of a number's spread that the factor explains. Over all factors the squares of a number's loadings add up to more than 1.",
        matters: "Factors are independent of one another: together they cannot explain more than all of it.",
        example: r#"[[factors]]
name = "exhaustion"
loadings = { "parties.a.outside.cost" = 0.8 }
[[factors]]
name = "weather"
loadings = { "parties.a.outside.cost" = 0.8 }"#,
        instead: r#"[[factors]]
name = "exhaustion"
loadings = { "parties.a.outside.cost" = 0.8 }
[[factors]]
name = "weather"
loadings = { "parties.a.outside.cost" = 0.6 }"#,
    },
    Page {
        code: super::IMPOSSIBLE_CORRELATIONS,
        title: "Correlations that cannot all be",
        means: "No numbers have these correlations at once, beside what factors give them and with none between pairs of which nothing is said. The nearest that are possible are printed (Higham 2002).",
        matters: "If a goes with b and b with c, a and c cannot go against each other.",
        example: r#"correlations = [
  { between = ["front.drift", "front.noise"], spearman = 0.9 },
  { between = ["front.noise", "model.text_rate"], spearman = 0.9 },
]"#,
        instead: r#"correlations = [
  { between = ["front.drift", "front.noise"], spearman = 0.9 },
  { between = ["front.noise", "model.text_rate"], spearman = 0.9 },
  { between = ["front.drift", "model.text_rate"], spearman = 0.8 },
]"#,
    },
    Page {
        code: super::NOT_RANKED,
        title: "Values without ranks",
        means: "A rank correlation needs numbers that may be anything in between: one of a few values ties most worlds. The number of a tactic has no order at all.",
        matters: "The correlation that is asked for would not be the one that is drawn.",
        example: r#"# cohesion = { choice = [0.4, 0.9] }
[[correlations]]
between = ["coalition.cohesion", "coalition.fatigue"]
spearman = 0.5"#,
        instead: r#"[[factors]]
name = "unity"
loadings = { "coalition.cohesion" = 0.7, "coalition.fatigue" = 0.7 }"#,
    },
    Page {
        code: super::EMPTY_INTERIM,
        title: "An interim deal about nothing",
        means: "An interim deal settles no issue, halts no fighting, and says nothing of what it relieves.",
        matters: "Nobody gains or loses by it, so that everybody's mood alone would sign it.",
        example: r#"[[interim]]
id = "pause"
lasts = "3 months""#,
        instead: r#"[[interim]]
id = "pause"
lasts = "3 months"
relief = { north = 0.05, south = 0.04 }"#,
    },
    Page {
        code: super::INTERIM_MISFIT,
        title: "A part of an interim deal that does not fit",
        means: "An interim deal settles the front line, or without a war an issue that has no status quo; it has a range of options, a factor on the cost of war of a party that is not at war, or relief for one that is; it halts a fighting that there is not; or it is renewable and never runs out.",
        matters: "What it would bring could not be told.",
        example: r#"[[interim]]
id = "truce"
renewable = true
relief = { north = 0.05 }"#,
        instead: r#"[[interim]]
id = "truce"
lasts = "3 months"
renewable = true
relief = { north = 0.05 }"#,
    },
    Page {
        code: super::EVENT_KEY,
        title: "An event whose keys do not fit",
        means: "`while` goes with `rate`, `foreseen` with `at`; an effect says `by` with `multiply` and `add`, and `to` with `set`.",
        matters: "The key would be ignored, or the event has no meaning.",
        example: r#"name = "attack"
at = 2026-03-01
while = "truce""#,
        instead: r#"name = "attack"
rate = 0.3
while = "truce""#,
    },
    Page {
        code: super::TWO_TEMPOS,
        title: "The tempo of texts is said twice",
        means: "`talks.venue` and `model.text_rate` both say how often a text is tried.",
        matters: "One of the two would be ignored.",
        example: r#"model = { text_rate = 3 }
talks = { venue = "conclave" }"#,
        instead: r#"talks = { venue = "conclave" }"#,
    },
    Page {
        code: super::HOME_FRONT_KEY,
        title: "A key that this home front has no use for",
        means: "`quota`, `common_mood` and `seats` of a ratification go with `blocs`. A vote has a quota of its own.",
        matters: "The key would be ignored.",
        example: "ratification = { vote = { intercept = -3, slope = 6 }, quota = 0.6 }",
        instead: "ratification = { vote = { intercept = -3, slope = 6, quota = 0.6 } }",
    },
    Page {
        code: super::BLOC_SHARES,
        title: "Blocs that do not add up",
        means: "The likeliest shares of the blocs of a home front sum to 1 or, where they count seats, to `seats`. In every world and after every event they are divided by their sum.",
        matters: "A bloc that was left out would vote as those that were not.",
        example: "blocs.left = { share = 0.35, even_at = 0.4 }
blocs.right = { share = 0.45, even_at = 0.6 }",
        instead: "blocs.left = { share = 0.35, even_at = 0.4 }
blocs.right = { share = 0.45, even_at = 0.6 }
blocs.rest = { share = 0.2, probability = 0 }",
    },
];
