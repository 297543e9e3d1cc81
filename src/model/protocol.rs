//! The rules by which the parties talk.

/// The protocol of a scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Protocol {
    /// Texts are tabled in continuous time, by a mediator or by the holder of the pen: zopa's own
    /// model of peace talks.
    #[default]
    PeaceProcess,
    /// Stacked alternating offers, round by round.
    AlternatingOffers(AlternatingOffers),
}

/// Stacked alternating offers of two or more parties (Aydoğan, Festen, Hindriks & Jonker 2017,
/// *Alternating Offers Protocols for Multilateral Negotiation*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AlternatingOffers {
    /// In each round every party acts once, in the order of the file; the talks end after so many.
    pub rounds: usize,
}

impl AlternatingOffers {
    /// Talks of at most so many rounds; at least one.
    pub fn new(rounds: usize) -> Self {
        Self { rounds: rounds.max(1) }
    }
}

impl Protocol {
    /// The words of the file.
    pub const WORDS: [&'static str; 2] = ["peace-process", "alternating-offers"];

    /// The word of the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::PeaceProcess => Self::WORDS[0],
            Self::AlternatingOffers(_) => Self::WORDS[1],
        }
    }

    /// The rules of alternating offers, where those are played.
    pub fn alternating(self) -> Option<AlternatingOffers> {
        match self {
            Self::PeaceProcess => None,
            Self::AlternatingOffers(rules) => Some(rules),
        }
    }
}
