//! Trust, the process of the talks, events and questions.

use super::{Bounds, Key, Kind, ListOf, MapOf, Need, Reference, Table};

/// `[[trust]]`.
pub(crate) static TRUST: Table = Table {
    what: "a pair's trust",
    keys: &[
        Key::new("between", Kind::Refers(Reference::Party, 2, 2), "The two parties.").required(),
        Key::number("value", Bounds::SHARE, "From 0, none, to 1, full.").required(),
    ],
    one_of: &[],
    doc: "Trust of a pair of parties.",
};

/// `front`.
pub(crate) static FRONT: Table = Table {
    what: "the front",
    keys: &[
        Key::number("drift", Bounds::ANY, "Points of the scale a month, toward its high end.")
            .or(0.0),
        Key::number("noise", Bounds::NOT_NEGATIVE, "Points per square root of a month.").or(0.0),
    ],
    one_of: &[],
    doc: "How the front line moves while fighting lasts.",
};

/// The words of `mediation.style`.
pub(crate) static STYLES: [&str; 2] = ["facilitation", "formulation"];

/// `mediation`.
pub(crate) static MEDIATION: Table = Table {
    what: "the mediation",
    keys: &[
        Key::new("style", Kind::Word(&STYLES), "How the mediator works.")
            .needs(Need::Rule("the principals hold the pen in turn")),
        Key::number("pen", Bounds::NOT_NEGATIVE, "Extra weight of a principal that holds the pen.")
            .or(1.0),
    ],
    one_of: &[],
    doc: "Who drafts.",
};

/// `summit`.
pub(crate) static SUMMIT: Table = Table {
    what: "the summit",
    keys: &[
        Key::new("parties", Kind::Refers(Reference::Party, 2, 64), "Who would meet; principals.")
            .required(),
        Key::number("push", Bounds::LOG_RATE, "A mediator's push, in log rate.").or(0.0),
        Key::new(
            "reluctance",
            Kind::Map(&RELUCTANCE),
            "Reluctance to meet, in log rate; default 0.",
        ),
    ],
    one_of: &[],
    doc: "A meeting of leaders.",
};

static RELUCTANCE: MapOf = MapOf {
    one: "party",
    kind: Kind::Number(Bounds::LOG_RATE),
    min: 0,
    max: 64,
    refer: Some(Reference::Party),
};

/// The words of `talks.venue`.
static VENUES: [&str; 3] = ["visits", "continuous", "conclave"];

/// `talks`.
pub(crate) static TALKS: Table = Table {
    what: "the talks",
    keys: &[
        Key::new("began", Kind::Date, "When the talks began; concessions run from there.")
            .needs(Need::Rule("as_of")),
        Key::new(
            "deadline",
            Kind::Date,
            "The day by which all have to be done, and see it coming.",
        ),
        Key::new("venue", Kind::Word(&VENUES), "How they are held: how often a text is tried.")
            .needs(Need::Rule("as model.text_rate says")),
        Key::new("conclaves", Kind::List(&CONCLAVES), "Spans in which they are shut in."),
    ],
    one_of: &[],
    doc: "Where and since when they talk, and by when they have to be done.",
};

static CONCLAVES: ListOf = ListOf { one: "conclave", table: &CONCLAVE, max: 64, named_by: None };

/// One of `talks.conclaves`.
pub(crate) static CONCLAVE: Table = Table {
    what: "a conclave",
    keys: &[
        Key::new("from", Kind::Date, "Its first day.").required(),
        Key::new("to", Kind::Date, "The day it ends.").required(),
        Key::number("tempo", Bounds::RATE, "Tries at a text a month.").or(12.0),
    ],
    one_of: &[],
    doc: "A span of days in which they are shut in, with a tempo of its own.",
};

/// `coalition`.
pub(crate) static COALITION: Table = Table {
    what: "the coalition",
    keys: &[
        Key::number("cohesion", Bounds::SHARE, "How far the guarantors act as one.").or(1.0),
        Key::number("credibility", Bounds::NOT_NEGATIVE, "How far what is delivered is believed.")
            .or(1.0),
        Key::number("fatigue", Bounds::SHARE, "What time takes off the cohesion.").or(0.1),
    ],
    one_of: &[],
    doc: "The guarantors together.",
};

/// `durability`.
pub(crate) static DURABILITY: Table = Table {
    what: "the durability",
    keys: &[
        Key::number("record", Bounds::LOG_RATE, "The pair's record of past wars, in log hazard.")
            .or(0.0),
        Key::new("peacekeepers", Kind::Flag, "Are peacekeepers to be deployed?")
            .needs(Need::Flag(false)),
    ],
    one_of: &[],
    doc: "What is known of how long such deals last.",
};

/// `[[events]]`.
pub(crate) static EVENT: Table = Table {
    what: "an event",
    keys: &[
        Key::new("name", Kind::Name, "Unique; letters, digits, - and _.").required(),
        Key::new("title", Kind::Text, "Plain name.").needs(Need::Rule("the name")),
        Key::number("rate", Bounds::RATE, "How often a month."),
        Key::new("at", Kind::Date, "The day it happens."),
        Key::new(
            "while",
            Kind::Word(&CONDITIONS),
            "With a rate: its clock runs only while there are talks, under a truce, or while a signed package \
             waits for the votes.",
        )
        .needs(Need::Rule("it always runs")),
        Key::new("once", Kind::Flag, "At most once?").needs(Need::Flag(false)),
        Key::new(
            "foreseen",
            Kind::Flag,
            "With a day: is it announced, so that alternatives count with it before it happens?",
        )
        .needs(Need::Flag(false)),
        Key::new("effects", Kind::List(&EFFECTS), "What it changes, in order."),
    ],
    one_of: &["rate", "at"],
    doc: "Something that may happen during the talks.",
};

/// The words of `while`.
static CONDITIONS: [&str; 3] = ["talks", "truce", "signed"];

static EFFECTS: ListOf = ListOf { one: "effect", table: &EFFECT, max: 32, named_by: None };

/// One of `events.effects`.
pub(crate) static EFFECT: Table = Table {
    what: "an effect",
    keys: &[
        Key::new("multiply", Kind::Quantity, "The quantity to multiply."),
        Key::new("add", Kind::Quantity, "The quantity to add to."),
        Key::new("set", Kind::Quantity, "The quantity to set."),
        Key::number("by", Bounds::ANY, "With `multiply` and `add`: by how much."),
        Key::new(
            "to",
            Kind::WordOrNumber(&STYLES, Bounds::ANY),
            "With `set`: what it becomes; a style of mediation for mediation.style.",
        ),
    ],
    one_of: &["multiply", "add", "set"],
    doc: "One change of one quantity.",
};

/// The words of `what`.
pub(crate) static WHATS: [&str; 14] = [
    "summit",
    "ceasefire",
    "signed",
    "agreed-end",
    "ratified",
    "carried-out",
    "holds",
    "pledged",
    "event",
    "interim-agreed",
    "interim-renewed",
    "interim-lapsed",
    "interim-broken",
    "interim-followed",
];

/// `[[questions]]`.
pub(crate) static QUESTION: Table = Table {
    what: "a question",
    keys: &[
        Key::new("id", Kind::Name, "Unique; letters, digits, - and _.").required(),
        Key::new("text", Kind::Text, "The question in words.").required(),
        Key::new("what", Kind::Word(&WHATS), "What has to happen.").required(),
        Key::new("by", Kind::Date, "By when.").needs(Need::Rule(
            "the end of the horizon; with \"holds\", twelve months after signature",
        )),
        Key::new(
            "by_round",
            Kind::Whole(1, 10_000),
            "Alternating offers: by the end of which round.",
        )
        .needs(Need::Rule("the last")),
        Key::new("party", Kind::Refer(Reference::Party), "With \"pledged\": whose pledge."),
        Key::new("event", Kind::Refer(Reference::Event), "With \"event\": which."),
        Key::new(
            "interim",
            Kind::Refer(Reference::Interim),
            "With \"interim-…\": which interim deal; any, unless stated.",
        ),
        Key::new(
            "base_rate",
            Kind::PlainOr(Bounds::SHARE, &BASE_RATE),
            "The outside view: how often the like happens.",
        ),
        Key::new("resolved", Kind::FlagOr(&RESOLVED), "What happened; for scoring only."),
    ],
    one_of: &[],
    doc: "A question with a yes or no.",
};

static BASE_RATE: Table = Table {
    what: "a base rate",
    keys: &[
        Key::new("value", Kind::Plain(Bounds::SHARE), "How often the like happens.").required(),
        Key::new("source", Kind::Text, "Where it comes from."),
    ],
    one_of: &[],
    doc: "A base rate with its source.",
};

static RESOLVED: Table = Table {
    what: "an outcome",
    keys: &[
        Key::new("outcome", Kind::Flag, "Did it happen?").required(),
        Key::new("source", Kind::Text, "Where it is recorded."),
    ],
    one_of: &[],
    doc: "An outcome with its source.",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Condition, MediationStyle, Venue};

    #[test]
    fn words_are_the_models() {
        assert_eq!(CONDITIONS, Condition::ALL.map(Condition::word));
        assert_eq!(VENUES, Venue::ALL.map(Venue::word));
        assert_eq!(STYLES, MediationStyle::ALL.map(MediationStyle::word));
    }
}
