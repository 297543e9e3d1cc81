//! The top level, the clock, the model's own numbers, issues and variants.

use super::dependence::{CORRELATIONS, FACTORS};
use super::interim::INTERIM;
use super::party::PARTY;
use super::process::{
    COALITION, DURABILITY, EVENT, FRONT, MEDIATION, QUESTION, SUMMIT, TALKS, TRUST,
};
use super::protocol::{PROTOCOL, PROTOCOLS};
use super::{Bounds, Key, Kind, ListOf, MapOf, Need, Table};
use crate::model::MOST_OPTIONS;

/// The whole file.
pub(crate) static ROOT: Table = Table {
    what: "a scenario",
    keys: &[
        Key::new("title", Kind::Text, "What the scenario is about, in a few words.").required(),
        Key::new("as_of", Kind::Date, "The day the world is frozen; nothing later is known.")
            .required_in_peace(),
        Key::new("protocol", Kind::WordOr(&PROTOCOLS, &PROTOCOL), "The rules of the talks.")
            .or_text("peace-process"),
        Key::new("clock", Kind::Table(&CLOCK), "How far ahead, in rounds of what length."),
        Key::new("summary", Kind::Text, "A paragraph for people."),
        Key::new("sources", Kind::Texts(0, 1_000), "Where the numbers come from, for people."),
        Key::new(
            "model",
            Kind::Table(&MODEL),
            "The model's own numbers; the defaults are the same for all cases.",
        ),
        Key::new("issues", Kind::Map(&ISSUES), "What is negotiated.").required(),
        Key::new("parties", Kind::Map(&PARTIES), "Who sits at the table.").required(),
        Key::new("trust", Kind::List(&TRUSTS), "Trust of pairs of parties; others have 0.5."),
        Key::new(
            "front",
            Kind::Table(&FRONT),
            "How the front line moves; needs a front-line issue.",
        ),
        Key::new("mediation", Kind::Table(&MEDIATION), "Who drafts."),
        Key::new("summit", Kind::Table(&SUMMIT), "A meeting of leaders."),
        Key::new(
            "talks",
            Kind::Table(&TALKS),
            "Where and since when they talk, and by when they have to be done.",
        ),
        Key::new("coalition", Kind::Table(&COALITION), "The guarantors together."),
        Key::new(
            "durability",
            Kind::Table(&DURABILITY),
            "What is known of how long such deals last.",
        ),
        Key::new("interim", Kind::List(&INTERIMS), "Interim deals, ahead of the whole."),
        Key::new("events", Kind::List(&EVENTS), "What may happen during the talks."),
        Key::new("factors", Kind::List(&FACTORS), "Hidden causes of several inputs."),
        Key::new("correlations", Kind::List(&CORRELATIONS), "Rank correlations of inputs."),
        Key::new("questions", Kind::List(&QUESTIONS), "What is asked of the runs."),
        Key::new("variants", Kind::Map(&VARIANTS), "Rival codings in the same file."),
    ],
    one_of: &[],
    doc: "A zopa scenario.",
};

static ISSUES: MapOf =
    MapOf { one: "issue", kind: Kind::Table(&ISSUE), min: 1, max: 32, refer: None };
static PARTIES: MapOf =
    MapOf { one: "party", kind: Kind::Table(&PARTY), min: 2, max: 64, refer: None };
static VARIANTS: MapOf =
    MapOf { one: "variant", kind: Kind::Table(&VARIANT), min: 0, max: 64, refer: None };
static TRUSTS: ListOf = ListOf { one: "pair", table: &TRUST, max: 2016, named_by: None };
static INTERIMS: ListOf =
    ListOf { one: "interim deal", table: &INTERIM, max: 16, named_by: Some("id") };
static EVENTS: ListOf = ListOf { one: "event", table: &EVENT, max: 256, named_by: Some("name") };
static QUESTIONS: ListOf =
    ListOf { one: "question", table: &QUESTION, max: 256, named_by: Some("id") };

/// `clock`.
pub(crate) static CLOCK: Table = Table {
    what: "the clock",
    keys: &[
        Key::new("round", Kind::Duration, "Length of a round.").or_text("1 week"),
        Key::new("horizon", Kind::Duration, "How far ahead.").or_text("12 months"),
    ],
    one_of: &[],
    doc: "How far ahead the negotiation is played, in rounds of what length.",
};

/// The words of `model.loss`.
pub(crate) static LOSSES: [&str; 3] = ["linear", "quadratic", "either"];

/// `model`.
pub(crate) static MODEL: Table = Table {
    what: "the model's numbers",
    keys: &[
        Key::number(
            "stated_limits_weight",
            Bounds::SHARE,
            "How far stated limits are believed, ω.",
        )
        .needs(Need::Uniform(0.0, 0.5)),
        Key::new("loss", Kind::Word(&LOSSES), "How loss grows with distance.").needs(Need::Rule(
            "\"either\", quadratic in one world of ten; \"linear\" with alternating offers",
        )),
        Key::number("text_rate", Bounds::RATE, "Tries at a text a month.")
            .needs(Need::Pert(0.3, 0.8, 3.0)),
        Key::number("formulation_error", Bounds::SHARE, "Standard deviation of a draft's error.")
            .needs(Need::Pert(0.02, 0.05, 0.1)),
        Key::number(
            "readiness_spread",
            Bounds::NOT_NEGATIVE,
            "How far readiness to sign strays, of every party that does not say, in value.",
        )
        .needs(Need::Pert(0.01, 0.03, 0.06)),
        Key::number(
            "betrayal_loss",
            Bounds::NOT_NEGATIVE,
            "What a breach costs every principal that does not say, in value.",
        )
        .needs(Need::Pert(0.02, 0.05, 0.15)),
        Key::number(
            "breach_hazard",
            Bounds::NOT_NEGATIVE,
            "The hazard of a breach that every party that does not say expects over a year.",
        )
        .needs(Need::Pert(0.25, 0.5, 1.0)),
        Key::number("summit_base", Bounds::RATE, "Base rate of a summit a month.").or(0.2),
        Key::number(
            "durability_scale",
            Bounds::POSITIVE,
            "Scale of how long deals last, in years.",
        )
        .or(2.76),
        Key::number(
            "durability_spread",
            Bounds::LOG_RATE,
            "Log of how much longer this world's deals last.",
        )
        .needs(Need::Uniform(0.0, 1.5)),
        Key::number(
            "defection_cost",
            Bounds::NOT_NEGATIVE,
            "What signing a text costs a leader, in value, when its home front turns it down.",
        )
        .needs(Need::Triangular(0.0, 0.03, 0.1)),
        Key::number(
            "home_front_error",
            Bounds::NOT_NEGATIVE,
            "How far others misjudge the approval of a home front, as a standard deviation.",
        )
        .or(0.08),
    ],
    one_of: &[],
    doc: "The model's own numbers: set once for all cases, not tuned to one.",
};

/// Points of a scale unless stated.
pub(crate) const POINTS: f64 = 11.0;

/// `issues.X`.
pub(crate) static ISSUE: Table = Table {
    what: "an issue",
    keys: &[
        Key::new("title", Kind::Text, "Plain name.").needs(Need::Rule("the key")),
        Key::new("scale", Kind::Plains(2, 2), "The two ends of the issue's scale.")
            .needs(Need::Rule("[0, 100]")),
        Key::new("anchors", Kind::Anchors, "What points of the scale mean; two or more."),
        Key::new(
            "options",
            Kind::Texts(2, MOST_OPTIONS),
            "Instead of a scale: what may be chosen, by name.",
        ),
        Key::new(
            "effect",
            Kind::WordOr(&["front-line"], &ISSUE_EFFECT),
            "What settling the issue does to the war.",
        ),
        Key::new(
            "points",
            Kind::Whole(2, 1_000),
            "Alternating offers: how many points of the scale may be offered.",
        )
        .or(POINTS),
        Key::new("status_quo", Kind::Place, "The state of affairs without a deal."),
        Key::number("draft_shift", Bounds::ANY, "Lean of every draft, in points of the scale.")
            .or(0.0),
    ],
    one_of: &["anchors", "options"],
    doc: "What is negotiated: one scale with labelled points, or a choice of options.",
};

static ISSUE_EFFECT: Table = Table {
    what: "an issue's effect",
    keys: &[
        Key::new(
            "halts-fighting",
            Kind::Table(&STRONG_END),
            "Decides how early the fighting halts.",
        ),
        Key::new("guarantee", Kind::Table(&STRONG_END), "Deters a breach."),
    ],
    one_of: &["halts-fighting", "guarantee"],
    doc: "What settling the issue does to the war.",
};

/// `{ strong_end = … }`.
pub(crate) static STRONG_END: Table = Table {
    what: "an issue's effect",
    keys: &[Key::new(
        "strong_end",
        Kind::Plain(Bounds::ANY),
        "The end of the scale where it is strongest.",
    )
    .required()],
    one_of: &[],
    doc: "Where on the scale the effect is strongest.",
};

/// `variants.X`.
pub(crate) static VARIANT: Table = Table {
    what: "a variant",
    keys: &[
        Key::new("title", Kind::Text, "In words.").needs(Need::Rule("the key")),
        Key::new("set", Kind::Map(&SET), "Paths and what becomes of the values there.").required(),
    ],
    one_of: &[],
    doc: "A rival coding in the same file.",
};

/// `variants.X.set`.
pub(crate) static SET: MapOf =
    MapOf { one: "change", kind: Kind::Change, min: 1, max: 10_000, refer: None };
