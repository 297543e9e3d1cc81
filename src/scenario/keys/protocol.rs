//! The protocol, and how parties bargain by alternating offers.

use super::{Bounds, Key, Kind, Need, Table};

/// The words of `protocol`.
pub(crate) static PROTOCOLS: [&str; 2] = ["peace-process", "alternating-offers"];
/// The most rounds of alternating offers.
pub(crate) const MOST_ROUNDS: u64 = 10_000;
/// Rounds unless stated.
pub(crate) const ROUNDS: f64 = 100.0;

/// `protocol`.
pub(crate) static PROTOCOL: Table = Table {
    what: "a protocol",
    keys: &[
        Key::new("kind", Kind::Word(&PROTOCOLS), "Its name.").required(),
        Key::new("rounds", Kind::Whole(1, MOST_ROUNDS), "Rounds until the deadline.").or(ROUNDS),
    ],
    one_of: &[],
    doc: "The rules by which the parties talk.",
};

/// The words of `tactic`.
pub(crate) static TACTICS: [&str; 9] = [
    "boulware",
    "linear",
    "conceder",
    "tit-for-tat",
    "micro",
    "hard-liner",
    "random",
    "even",
    "people",
];
/// The words of one of several: `people` is a choice by itself.
pub(crate) static ONE_OF_TACTICS: &[&str] = TACTICS.split_at(TACTICS.len() - 1).0;
/// An exponent of time.
pub(crate) const EXPONENT: Bounds = Bounds { min: 0.0, max: 1000.0, open: true };
/// Offers that tit-for-tat looks back on.
pub(crate) const WINDOW: Bounds = Bounds::between(1.0, 1000.0);

const POLYNOMIAL: Key = Key::number(
    "polynomial",
    EXPONENT,
    "Asks for 1 - t^e; e above 1 concedes late, below 1 early.",
);
const EXPONENTIAL: Key =
    Key::number("exponential", EXPONENT, "Asks for (exp((1-t)^e) - 1)/(exp(1) - 1).");
const TIT_FOR_TAT: Key =
    Key::number("tit-for-tat", WINDOW, "Concedes as the others have over so many of their offers.");
const MIXED: Key = Key::new("hybrid", Kind::Table(&HYBRID), "Time and tit-for-tat mixed.");

/// `parties.X.tactic`.
pub(crate) static TACTIC: Table = Table {
    what: "a tactic",
    keys: &[
        POLYNOMIAL,
        EXPONENTIAL,
        TIT_FOR_TAT,
        MIXED,
        Key::new("choice", Kind::WordsOr(ONE_OF_TACTICS, &ONE_TACTIC, 1, 32), "One of these."),
        Key::new("weights", Kind::Plains(1, 32), "How likely each is, in proportion.")
            .or_text("equal weights"),
    ],
    one_of: &["polynomial", "exponential", "tit-for-tat", "hybrid", "choice"],
    doc: "What a party asks for.",
};

/// One of `parties.X.tactic.choice`.
pub(crate) static ONE_TACTIC: Table = Table {
    what: "a tactic",
    keys: &[POLYNOMIAL, EXPONENTIAL, TIT_FOR_TAT, MIXED],
    one_of: &["polynomial", "exponential", "tit-for-tat", "hybrid"],
    doc: "What a party asks for.",
};

/// `parties.X.tactic.hybrid`.
pub(crate) static HYBRID: Table = Table {
    what: "a hybrid tactic",
    keys: &[
        Key::number("weight", Bounds::SHARE, "Weight of time; the rest is tit-for-tat.").or(0.5),
        Key::number("polynomial", EXPONENT, "The exponent of time.").or(1.0),
        Key::number("window", WINDOW, "Offers that tit-for-tat looks back on.").or(1.0),
    ],
    one_of: &[],
    doc: "Time and behaviour mixed.",
};

/// The words of `acceptance`.
pub(crate) static ACCEPTANCES: [&str; 2] = ["threshold", "next"];
/// The words of `acceptance.expects`.
pub(crate) static EXPECTATIONS: [&str; 2] = ["best", "mean"];

/// `parties.X.acceptance`.
pub(crate) static ACCEPTANCE: Table = Table {
    what: "a rule of acceptance",
    keys: &[
        Key::number("constant", Bounds::SHARE, "Takes what is worth at least this."),
        Key::number(
            "time",
            Bounds::SHARE,
            "From this share of the rounds on, all that beats no deal; before, nothing.",
        ),
        Key::number(
            "combined",
            Bounds::SHARE,
            "As \"next\"; from this share of the rounds on, also what can still be expected.",
        ),
        Key::new("expects", Kind::Word(&EXPECTATIONS), "With `combined`: of the last offers.")
            .or_text("best"),
    ],
    one_of: &["constant", "time", "combined"],
    doc: "When a party takes what is offered.",
};

/// The words of `opponent_model`.
pub(crate) static MODELS: [&str; 2] = ["none", "frequency"];

/// `parties.X.opponent_model`.
pub(crate) static MODEL_OF_OTHERS: Table = Table {
    what: "a model of the others",
    keys: &[Key::number(
        "frequency",
        Bounds::SHARE,
        "Offers within this much of what it asks for are equal to it.",
    )],
    one_of: &["frequency"],
    doc: "What a party learns from the others' offers.",
};

/// What keys of a party belong to alternating offers alone.
pub(crate) static OF_BARGAINERS: [&str; 5] =
    ["tactic", "acceptance", "opponent_model", "discount", "error"];

/// `parties.X.tactic`.
pub(crate) const ASKS: Key =
    Key::new("tactic", Kind::WordOr(&TACTICS, &TACTIC), "Alternating offers: what it asks for.")
        .needs(Need::Rule("by time, 1 - t^(1/concession_speed)"));

/// `parties.X.acceptance`.
pub(crate) const ACCEPTS: Key = Key::new(
    "acceptance",
    Kind::WordOr(&ACCEPTANCES, &ACCEPTANCE),
    "Alternating offers: when it takes what is offered.",
)
.or_text("threshold");

/// `parties.X.opponent_model`.
pub(crate) const LEARNS: Key = Key::new(
    "opponent_model",
    Kind::WordOr(&MODELS, &MODEL_OF_OTHERS),
    "Alternating offers: what it learns of the others.",
)
.or_text("none");

/// `parties.X.discount`.
pub(crate) const DISCOUNTS: Key = Key::number(
    "discount",
    Bounds::between(0.0, 0.999),
    "Alternating offers: the share of a deal's value that is lost with every round.",
)
.or(0.0);

/// `parties.X.error`.
pub(crate) const ERRS: Key = Key::number(
    "error",
    Bounds::SHARE,
    "Alternating offers: the scale, in value, of its errors in offering and accepting.",
)
.or_text("none; with tactic = \"people\", theirs");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Acceptance, Process, Tactic};

    #[test]
    fn words_are_the_models() {
        assert_eq!(PROTOCOLS, Process::WORDS);
        assert_eq!(TACTICS, Tactic::WORDS);
        assert_eq!(ACCEPTANCES, Acceptance::WORDS);
    }
}
