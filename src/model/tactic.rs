//! How a party bargains by alternating offers: what it asks for, what it accepts, what it learns.

use super::InputId;

/// A party's way of bargaining. What the author is unsure of is a list with an input that chooses.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bargainer {
    /// The tactics it may follow; at least one.
    pub tactics: Vec<Tactic>,
    /// The number of the tactic in a world, counted from 0; `None` where there is only one.
    pub choice: Option<InputId>,
    /// When it takes what is offered.
    pub acceptance: Acceptance,
    /// What it learns of the others.
    pub learning: Learning,
    /// The share of its value that a deal loses with every round.
    pub discount: InputId,
    /// The scale of its errors, in value; `None` where it makes none.
    pub error: Option<InputId>,
}

/// What a party learns of the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Learning {
    /// Nothing.
    None,
    /// What they want, from how often they ask for it. Of the offers within a band above what it asks
    /// for it picks the one they like best.
    Frequency {
        /// Width of the band in value; [`Learning::BAND`] where not stated.
        band: Option<InputId>,
    },
}

impl Learning {
    /// Width of the band unless stated.
    pub const BAND: f64 = 0.05;
}

/// What a party asks for, by time or by what others do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tactic {
    /// Time-based, 1 − t^e with e = 1/β: the default, from the party's `concession_speed` β.
    Patience,
    /// The same with the exponent of a word: [`Tactic::BOULWARE`], [`Tactic::LINEAR`],
    /// [`Tactic::CONCEDER`].
    Preset {
        /// e.
        exponent: f64,
    },
    /// Time-based: asks for the share 1 − t^e of what it can hope for.
    Polynomial {
        /// e > 0: above 1 Boulware, 1 linear, below 1 conceder.
        exponent: InputId,
    },
    /// Time-based: asks for the share (exp((1−t)^e) − 1)/(e − 1).
    Exponential {
        /// The power e > 0: below 1 Boulware, above it conceder.
        exponent: InputId,
    },
    /// Relative tit-for-tat: concedes in the proportion in which the others have.
    TitForTat {
        /// Over how many of their offers, ≥ 1; 1 where not stated.
        window: Option<InputId>,
    },
    /// Minimal concession: a new offer for every new offer, else an old one.
    Micro,
    /// Asks for the best to the end.
    HardLiner,
    /// Asks for half of what there is, by its own lights, to the end.
    Even,
    /// Any outcome it prefers to no deal.
    Random,
    /// Time and behaviour mixed.
    Hybrid {
        /// Weight of time, in [0, 1]; the rest is tit-for-tat.
        weight: InputId,
        /// The exponent of time.
        exponent: InputId,
        /// The window of tit-for-tat.
        window: InputId,
    },
}

impl Tactic {
    /// The words that stand for a tactic by themselves.
    pub const WORDS: [&'static str; 9] = [
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
    /// The exponent of the word "boulware".
    pub const BOULWARE: f64 = 4.0;
    /// The exponent of the word "linear".
    pub const LINEAR: f64 = 1.0;
    /// The exponent of the word "conceder".
    pub const CONCEDER: f64 = 0.25;
}

/// When a party takes what is offered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Acceptance {
    /// What is worth at least what it asks for at this time.
    Threshold,
    /// What is worth at least the offer it would make next (ACnext).
    Next,
    /// What is worth at least this (ACconst).
    Constant {
        /// The value.
        value: InputId,
    },
    /// From this time on, whatever it prefers to no deal; before, nothing (ACtime).
    Time {
        /// Share of the rounds.
        from: InputId,
    },
    /// As by `Next`; from this time on also the best it can still expect (ACcombi).
    Combined {
        /// Share of the rounds.
        from: InputId,
        /// Expects the mean instead of the best of the last offers.
        mean: bool,
    },
}

impl Acceptance {
    /// The words that stand for a rule by themselves.
    pub const WORDS: [&'static str; 2] = ["threshold", "next"];
}
