//! Names that refer to something.

use super::page::Page;

pub(super) static PAGES: &[Page] = &[
    Page {
        code: super::UNKNOWN_PARTY,
        title: "There is no such party",
        means: "A party is named that is not among the [parties] of the file.",
        matters: "Parties go by their keys, not by their titles.",
        example: r#"between = ["ukrane", "us"]"#,
        instead: r#"between = ["ukraine", "us"]"#,
    },
    Page {
        code: super::UNKNOWN_ISSUE,
        title: "There is no such issue",
        means: "An issue is named that is not among the [issues] of the file.",
        matters: "Issues go by their keys, not by their titles.",
        example: "[parties.russia.positions]\nteritory = { limit = 60, ideal = 95, salience = 1 }",
        instead: "[parties.russia.positions]\nterritory = { limit = 60, ideal = 95, salience = 1 }",
    },
    Page {
        code: super::UNKNOWN_EVENT,
        title: "There is no such event",
        means: "A question asks about an event that is not among the [[events]] of the file.",
        matters: "The answer could only be no.",
        example: r#"what = "event"
event = "sanction""#,
        instead: r#"what = "event"
event = "sanctions""#,
    },
    Page {
        code: super::UNKNOWN_QUANTITY,
        title: "Events cannot change this",
        means: "The effect of an event names something that events cannot change, or that this scenario does not have.",
        matters: "Events change what moves during the talks: war costs, trust, the coalition, limits, the front, leverage. The rest is the scenario itself.",
        example: r#"effects = [{ add = "parties.russia.concession_speed", by = 0.1 }]"#,
        instead: r#"effects = [{ add = "trust.russia.us", by = 0.1 }]"#,
    },
    Page {
        code: super::SAME_NAME,
        title: "Two events, questions or factors have one name",
        means: "The name of an event, the id of a question and the name of a factor are unique.",
        matters: "Random numbers, paths and results go by them.",
        example: r#"[[events]]
name = "election"

[[events]]
name = "election""#,
        instead: r#"[[events]]
name = "election-us"

[[events]]
name = "election-uk""#,
    },
    Page {
        code: super::ITSELF,
        title: "Something is named where another one is meant",
        means: "Trust, leverage and the need of a pledge are between two different parties, a correlation between two different numbers.",
        matters: "A party cannot lean on itself, and a number hangs together with itself anyway.",
        example: r#"between = ["us", "us"]"#,
        instead: r#"between = ["us", "ukraine"]"#,
    },
    Page {
        code: super::NAMED_TWICE,
        title: "Something is given twice",
        means: "A pair of parties has two trusts, a pair of numbers two correlations, a number two loadings on one factor, or a party is named twice at the summit.",
        matters: "Trust and correlation are mutual: one entry a pair, in either order.",
        example: r#"[[trust]]
between = ["us", "eu"]
value = 0.6

[[trust]]
between = ["eu", "us"]
value = 0.5"#,
        instead: r#"[[trust]]
between = ["us", "eu"]
value = 0.6"#,
    },
    Page {
        code: super::CYCLE,
        title: "Pledges lean on one another in a ring",
        means: "Following `needs` from pledge to pledge leads back to the first.",
        matters: "Each would wait for the other, and none could ever count in full.",
        example: r#"[parties.france]
pledge = { strength = 0.2, rate = 1, needs = "uk" }
[parties.uk]
pledge = { strength = 0.2, rate = 1, needs = "france" }"#,
        instead: r#"[parties.france]
pledge = { strength = 0.2, rate = 1, needs = "uk" }
[parties.uk]
pledge = { strength = 0.2, rate = 1 }"#,
    },
    Page {
        code: super::NO_SUCH_PLEDGE,
        title: "A pledge leans on a pledge that does not exist",
        means: "`needs` names a party that makes no pledge itself.",
        matters: "The pledge would count little for ever.",
        example: r#"[parties.us]
# no pledge

[parties.france]
pledge = { strength = 0.2, rate = 1, needs = "us" }"#,
        instead: "[parties.us]\npledge = { strength = 0.4, rate = 0.3 }",
    },
    Page {
        code: super::UNKNOWN_OPTION,
        title: "There is no such option",
        means: "A score, a refusal, war terms or a status quo name an option that the issue does not have.",
        matters: "What is not among the options cannot be chosen.",
        example: r#"[issues.port]
options = ["north bay", "delta"]
status_quo = "north""#,
        instead: r#"[issues.port]
options = ["north bay", "delta"]
status_quo = "north bay""#,
    },
    Page {
        code: super::RESERVED_NAME,
        title: "A name is taken",
        means: "A question has the name of a link of the chain (talks, ground, signed, ratified, carried-out, holds), of a column of results (seed, worlds, zopa and the like), or one that ends like the columns of an interval (_low, _high, _worlds); or a variant is called `none`, which in a study is the file as it is.",
        matters: "After --assert and --of, among the outputs of a study and in its table of results nobody could tell the two apart: the link would be taken, and the question never asked.",
        example: r#"[[questions]]
id = "signed"
what = "signed"
by = 2026-06-30"#,
        instead: r#"[[questions]]
id = "signed-by-june"
what = "signed"
by = 2026-06-30"#,
    },
    Page {
        code: super::UNKNOWN_INPUT,
        title: "There is no such input",
        means: "A loading or a correlation names a number by a path that the scenario does not have.",
        matters: "Numbers go by their paths, as --set and the columns of zopa run --csv have them.",
        example: r#"[[correlations]]
between = ["parties.russia.cost", "parties.ukraine.cost"]
spearman = 0.4"#,
        instead: r#"[[correlations]]
between = ["parties.russia.outside.cost", "parties.ukraine.outside.cost"]
spearman = 0.4"#,
    },
    Page {
        code: super::UNKNOWN_INTERIM,
        title: "There is no such interim deal",
        means: "A question names an interim deal that is not among the `[[interim]]` tables.",
        matters: "The question would be about nothing.",
        example: r#"[[interim]]
id = "truce"

[[questions]]
what = "interim-lapsed"
interim = "pause""#,
        instead: r#"[[questions]]
what = "interim-lapsed"
interim = "truce""#,
    },
];
