//! The octants: which offer one actor makes another, from the pair of expected utilities.
//!
//! With A what the actor expects from challenging the rival and B what the rival expects from
//! challenging the actor (Scholz et al. 2011, §6 and figure 6), an offer reaches the actor when the
//! rival has the upper hand: B > 0 and B > A. The mirror image is the rival's offer and is found when
//! the rival is the actor. On the borders, left open by the figure, A = 0 and |A| = |B| count as
//! compromise.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rules::{ChallengeRules, ConflictMove, OfferChoice, OfferOrder};

/// The three kinds, in order of precedence.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum OfferKind {
    /// Both expect to gain, the rival more: A > 0.
    Conflict,
    /// The rival gains at least what the actor loses: A ≤ 0, |A| ≤ |B|; the actor moves
    /// `(xⱼ − xᵢ) |A/B|`.
    Compromise,
    /// The actor loses more than the rival gains: A < 0, |A| > |B|; it moves all the way.
    Capitulation,
}

/// An offer, as it reaches one actor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offer {
    /// What the expected utilities amount to.
    pub kind: OfferKind,
    /// The rival that makes it, by number in the table.
    pub from: usize,
    /// Where the actor would stand, in the unit.
    pub position: f64,
    /// What the rival expects, B.
    pub rival_expects: f64,
}

impl Offer {
    /// The offer that a rival at position `theirs` makes an actor at `ours`, if it makes one. `gain`
    /// is A, `rival_expects` is B.
    pub(super) fn from_rival(
        from: usize,
        (ours, theirs): (f64, f64),
        (gain, rival_expects): (f64, f64),
        rules: &ChallengeRules,
    ) -> Option<Self> {
        if rival_expects <= 0.0 || rival_expects <= gain {
            return None;
        }
        let (kind, position) = if gain > 0.0 {
            let stays = rules.conflict_move == ConflictMove::NoMove;
            (OfferKind::Conflict, if stays { ours } else { theirs })
        } else if gain.abs() <= rival_expects {
            let share = (gain / rival_expects).abs();
            (OfferKind::Compromise, ours + (theirs - ours) * share)
        } else if rules.capitulation {
            (OfferKind::Capitulation, theirs)
        } else {
            return None;
        };
        Some(Self { kind, from, position, rival_expects })
    }

    /// Whether the actor at `ours` takes this offer rather than `other`.
    pub(super) fn is_preferred_to(&self, other: &Self, ours: f64, rules: &ChallengeRules) -> bool {
        let by_utility = self.rival_expects > other.rival_expects;
        if rules.offer_order == OfferOrder::HighestUtility {
            return by_utility;
        }
        if self.kind != other.kind {
            return self.kind < other.kind;
        }
        let choice = match self.kind {
            OfferKind::Conflict => rules.conflict_choice,
            OfferKind::Compromise | OfferKind::Capitulation => rules.compromise_choice,
        };
        match choice {
            OfferChoice::HighestUtility => by_utility,
            OfferChoice::LeastMove => (self.position - ours).abs() < (other.position - ours).abs(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(gain: f64, rival: f64, rules: &ChallengeRules) -> Option<(OfferKind, f64)> {
        Offer::from_rival(1, (4.0, 10.0), (gain, rival), rules).map(|o| (o.kind, o.position))
    }

    #[test]
    fn the_octants() {
        let rules = ChallengeRules { capitulation: true, ..ChallengeRules::scholz_code() };
        assert_eq!(offer(1.0, 2.0, &rules), Some((OfferKind::Conflict, 10.0)));
        assert_eq!(offer(-1.0, 2.0, &rules), Some((OfferKind::Compromise, 7.0)));
        assert_eq!(offer(0.0, 2.0, &rules), Some((OfferKind::Compromise, 4.0)));
        assert_eq!(offer(-2.0, 2.0, &rules), Some((OfferKind::Compromise, 10.0)));
        assert_eq!(offer(-2.0, 1.0, &rules), Some((OfferKind::Capitulation, 10.0)));
        assert_eq!(offer(-2.0, 1.0, &ChallengeRules::scholz_code()), None);
        for (gain, rival) in [(2.0, 1.0), (1.0, 1.0), (-1.0, -2.0), (-2.0, -1.0), (2.0, -1.0)] {
            assert_eq!(offer(gain, rival, &rules), None, "{gain} {rival}");
        }
        let still = ChallengeRules { conflict_move: ConflictMove::NoMove, ..rules };
        assert_eq!(offer(1.0, 2.0, &still), Some((OfferKind::Conflict, 4.0)));
    }

    #[test]
    fn conflict_comes_first_and_the_first_of_equals_wins() {
        let rules = ChallengeRules::scholz_code();
        let make = |gain, rival| Offer::from_rival(1, (4.0, 10.0), (gain, rival), &rules).unwrap();
        let (conflict, compromise) = (make(0.1, 0.2), make(-0.1, 2.0));
        assert!(conflict.is_preferred_to(&compromise, 4.0, &rules));
        assert!(!compromise.is_preferred_to(&conflict, 4.0, &rules));
        assert!(!conflict.is_preferred_to(&conflict, 4.0, &rules));
        let by_utility = ChallengeRules { offer_order: OfferOrder::HighestUtility, ..rules };
        assert!(compromise.is_preferred_to(&conflict, 4.0, &by_utility));
    }
}
