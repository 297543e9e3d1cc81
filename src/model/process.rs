//! The rules by which the parties talk.

/// The protocol of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Process {
    /// Texts are tabled in continuous time, by a mediator or by the holder of the pen: zopa's own
    /// model of peace talks.
    Peace,
    /// Stacked alternating offers, round by round.
    Offers(Offers),
}

/// Stacked alternating offers of two or more parties (Aydoğan, Festen, Hindriks & Jonker 2017,
/// *Alternating Offers Protocols for Multilateral Negotiation*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Offers {
    /// In each round every party acts once, in the order of the file; the talks end after so many.
    pub rounds: usize,
}

impl Offers {
    /// Talks of at most so many rounds; at least one.
    pub fn new(rounds: usize) -> Self {
        Self { rounds: rounds.max(1) }
    }
}

impl Process {
    /// The words of the file.
    pub const WORDS: [&'static str; 2] = ["peace-process", "alternating-offers"];

    /// The word of the file.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Peace => Self::WORDS[0],
            Self::Offers(_) => Self::WORDS[1],
        }
    }
}
