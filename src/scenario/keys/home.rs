//! Home fronts.

use super::{Bounds, Key, Kind, MapOf, Need, Table};
use crate::model::MOST_BLOCS;

/// `parties.X.ratification`.
pub(crate) static RATIFICATION: Table = Table {
    what: "a ratification",
    keys: &[
        Key::number("probability", Bounds::SHARE, "It passes with this probability."),
        Key::new("vote", Kind::Table(&VOTE), "A vote on the terms.").left_out_of_paths(),
        Key::new("blocs", Kind::Map(&BLOCS), "Groups that each say yes or no as one."),
        Key::number("quota", Bounds::SHARE, "With blocs: the share of all that has to say yes.")
            .or(0.5),
        Key::number(
            "common_mood",
            Bounds::SHARE,
            "With blocs: how far the mood of the day is the same for all, from 0 to 1.",
        )
        .needs(Need::Uniform(0.0, 1.0)),
        Key::new(
            "seats",
            Kind::Whole(1, 100_000),
            "With blocs: what their shares sum to, where they count seats.",
        )
        .needs(Need::Rule("1: shares")),
        Key::new(
            "delay",
            Kind::Months(Bounds::NOT_NEGATIVE),
            "From the signature to the vote: a duration, or a number of months.",
        )
        .needs(Need::Triangular(0.2, 1.0, 6.0)),
    ],
    one_of: &["probability", "vote", "blocs"],
    doc: "The home front's say on a signed text.",
};

/// `parties.X.ratification.vote`.
pub(crate) static VOTE: Table = Table {
    what: "a vote",
    keys: &[
        Key::number("intercept", Bounds::ANY, "Log odds of approval of terms worth nothing.")
            .required(),
        Key::number("slope", Bounds::ANY, "How much approval rises with the value of the terms.")
            .required(),
        Key::number("quota", Bounds::SHARE, "The share of approval that is needed.").or(0.5),
        Key::number("spread", Bounds::POSITIVE, "How much the day itself moves the share.")
            .or(0.08),
    ],
    one_of: &[],
    doc: "A vote on the value of the terms.",
};

static BLOCS: MapOf =
    MapOf { one: "bloc", kind: Kind::Table(&BLOC), min: 1, max: MOST_BLOCS, refer: None };

/// `parties.X.ratification.blocs.Y`.
pub(crate) static BLOC: Table = Table {
    what: "a bloc",
    keys: &[
        Key::new("title", Kind::Text, "Plain name.").needs(Need::Rule("the key")),
        Key::number("share", Bounds::NOT_NEGATIVE, "Its share of all, or its seats.").required(),
        Key::number("even_at", Bounds::ANY, "The value of terms at which it may go either way."),
        Key::number("intercept", Bounds::ANY, "Log odds of its approval of terms worth nothing."),
        Key::number("probability", Bounds::SHARE, "It says yes with this probability."),
        Key::number(
            "slope",
            Bounds::ANY,
            "How much its approval rises with the value of the terms.",
        )
        .or(6.0),
        Key::number("spread", Bounds::POSITIVE, "How much the day itself moves its approval.")
            .or(0.08),
        Key::new("veto", Kind::Flag, "Does its no end it, whatever the others say?")
            .needs(Need::Flag(false)),
    ],
    one_of: &["even_at", "intercept", "probability"],
    doc: "A group that says yes or no as one.",
};
