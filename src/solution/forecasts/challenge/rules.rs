//! Every switch of the challenge model, and the two presets.

/// What a coalition's votes are measured against when two positions are put to the vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoteShare {
    /// All votes cast on that pair of positions (Scholz et al., equation 31).
    OfPair,
    /// The sum over every ordered pair of actors' positions (the paper's program), which makes all
    /// probabilities of success small.
    OfAllPairs,
}

/// Whose risk exponent an actor uses when it puts itself in the place of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Each side's utilities have its own exponent.
    Both,
    /// Both sides' utilities have the exponent of the actor that looks (the paper's program).
    Own,
}

/// Which of several offers of the same kind an actor takes; ties go to the first in table order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferChoice {
    /// The one that moves it least.
    LeastMove,
    /// The one whose proposer expects most from it.
    HighestUtility,
}

/// What happens in a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConflictMove {
    /// The side that expects less moves to the other's position.
    LoserMoves,
    /// Nobody moves, but the loser takes no other offer in that round.
    NoMove,
}

/// Which kind of offer an actor answers first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferOrder {
    /// Conflict before compromise before capitulation.
    ByKind,
    /// The offer whose proposer expects most, whatever its kind.
    HighestUtility,
}

/// What distances are divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distances {
    /// The range of the positions at the start.
    OfStart,
    /// The range of the positions in the current round.
    OfRound,
}

/// The switches of the challenge model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChallengeRules {
    /// Denominator of the probability of success.
    pub vote_share: VoteShare,
    /// Whether votes are raised to the voter's risk exponent, as utilities are.
    pub risk_in_votes: bool,
    /// Whether risk exponents are estimated from security; otherwise all are 1.
    pub risk: bool,
    /// Whose risk exponent the other side's utilities have.
    pub view: View,
    /// Which conflict to give in to.
    pub conflict_choice: OfferChoice,
    /// Which compromise, or capitulation, to accept.
    pub compromise_choice: OfferChoice,
    /// Who moves in a conflict.
    pub conflict_move: ConflictMove,
    /// Whether an actor that stands to lose more than the other wins gives in.
    pub capitulation: bool,
    /// Which kind of offer comes first.
    pub offer_order: OfferOrder,
    /// Q in [0, 1]: the chance that an actor left alone stays where it is.
    pub status_quo_weight: f64,
    /// What distances are divided by.
    pub distances: Distances,
}

impl ChallengeRules {
    /// The rules of the paper's own program: reproduces its table of medians and means for car
    /// emissions (7 of 8 medians to the printed digit).
    pub const fn scholz_code() -> Self {
        Self {
            vote_share: VoteShare::OfAllPairs,
            risk_in_votes: true,
            risk: true,
            view: View::Own,
            conflict_choice: OfferChoice::LeastMove,
            compromise_choice: OfferChoice::HighestUtility,
            conflict_move: ConflictMove::LoserMoves,
            capitulation: false,
            offer_order: OfferOrder::ByKind,
            status_quo_weight: 1.0,
            distances: Distances::OfStart,
        }
    }

    /// The equations as printed. They do not reproduce the paper's table.
    pub const fn scholz_paper() -> Self {
        Self {
            vote_share: VoteShare::OfPair,
            risk_in_votes: false,
            view: View::Both,
            capitulation: true,
            distances: Distances::OfRound,
            ..Self::scholz_code()
        }
    }
}
