//! Home fronts: who at home has to say yes to what was signed, and when it does.

use super::InputId;

/// Most blocs of one home front.
pub const MOST_BLOCS: usize = 12;

/// The home front's say on a signed text (Putnam 1988).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Ratification {
    /// What passes.
    pub vote: Vote,
    /// Months from the signature to the vote, ≥ 0.
    pub delay: InputId,
}

/// What a home front passes.
#[derive(Clone, Debug, PartialEq)]
pub enum Vote {
    /// Passes with this probability, whatever the terms.
    Probability(InputId),
    /// A vote on the value V of the terms: approval A = Λ(intercept + slope·V) passes with
    /// Φ((A − quota)/spread).
    Approval {
        /// Intercept a₀.
        intercept: InputId,
        /// Slope a₁.
        slope: InputId,
        /// Share of approval that is needed.
        quota: InputId,
        /// Spread of the turn-out on the day, > 0.
        spread: InputId,
    },
    /// Blocs that each say yes or no as one: a coalition cabinet, the groups of a parliament.
    Blocs(Blocs),
}

impl Vote {
    /// The blocs, where it is theirs.
    pub fn blocs(&self) -> Option<&Blocs> {
        match self {
            Self::Blocs(blocs) => Some(blocs),
            Self::Probability(_) | Self::Approval { .. } => None,
        }
    }
}

/// A home front of blocs: a text passes where those that say yes have the quota of all shares between
/// them, and none with a veto says no.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Blocs {
    /// 1 to [`MOST_BLOCS`] of them, in the order of the file.
    pub blocs: Vec<Bloc>,
    /// Share of all that has to say yes.
    pub quota: InputId,
    /// How far the mood of the day is one and the same for all, in [0, 1]: the rank correlation of any two.
    pub common_mood: InputId,
}

/// A group that votes as one.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bloc {
    /// The key of the file; its random stream is keyed by it.
    pub id: String,
    /// Plain name.
    pub title: String,
    /// Its share ≥ 0, or seats; divided by the sum of all.
    pub share: InputId,
    /// Does nothing pass against it?
    pub veto: bool,
    /// What it says yes to.
    pub stance: Stance,
}

/// What a bloc says yes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stance {
    /// Yes with this probability, whatever the terms.
    Probability(InputId),
    /// A vote of its own on the value V of the terms, by simple majority: yes with
    /// Φ((Λ(intercept + slope·V) − ½)/spread).
    Approval {
        /// Where it stands.
        level: Level,
        /// Slope a₁.
        slope: InputId,
        /// Spread of the day, > 0.
        spread: InputId,
    },
}

/// Where the approval of a bloc stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Level {
    /// Intercept a₀.
    Intercept(InputId),
    /// The value at which it is even, −a₀/a₁.
    EvenAt(InputId),
}
