//! Who sits at the table, what each wants, and what it would rather do than sign.

use super::{Bargainer, InputId, Ratification};
use crate::math::DoubleDouble;

/// What a party does at the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Fights or walks away; must sign; veto.
    Principal,
    /// Tables texts, has positions and leverage; no signature needed.
    Mediator,
    /// Supplies the guarantee; must consent to a text that leans on it.
    Guarantor,
    /// Its positions weigh in the text; no veto.
    Stakeholder,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 4] =
        [Self::Principal, Self::Mediator, Self::Guarantor, Self::Stakeholder];

    /// The word of the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Principal => "principal",
            Self::Mediator => "mediator",
            Self::Guarantor => "guarantor",
            Self::Stakeholder => "stakeholder",
        }
    }
}

/// One party.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Party {
    /// The key of the file; random streams are keyed by it.
    pub id: String,
    /// Plain name.
    pub title: String,
    /// What it does at the table.
    pub role: Role,
    /// Influence (capability) c ≥ 0: its weight in every text.
    pub influence: InputId,
    /// How early it concedes, β > 0: below 1 late (Boulware), 1 steadily, above 1 early (conceder).
    pub concession_speed: InputId,
    /// Reciprocity r ∈ [0, 1]: how far its concession follows its farthest opponent's.
    pub reciprocity: InputId,
    /// Loss aversion λ ≥ 1.
    pub loss_aversion: InputId,
    /// Deadline T > 0 in months since the talks began: when it reaches its limit.
    pub deadline: InputId,
    /// Is that deadline a date, which everybody sees coming?
    pub deadline_is_dated: bool,
    /// Scale σ ≥ 0 of its readiness to sign beyond what the terms are worth to it, in value.
    pub readiness_spread: InputId,
    /// Good faith q ∈ [0, 1]: the odds, known to itself, that it carries out what it signs.
    pub good_faith: InputId,
    /// Believed 12-month hazard h ≥ 0 of a breach, at trust 0.5.
    pub breach_hazard: InputId,
    /// Betrayal loss b ≥ 0, in value.
    pub betrayal_loss: InputId,
    /// How it bargains; with alternating offers only.
    pub bargainer: Option<Bargainer>,
    /// What it gets without a deal.
    pub outside: Outside,
    /// Its home front.
    pub ratification: Option<Ratification>,
    /// Its contribution to the guarantee.
    pub pledge: Option<Pledge>,
    /// Side payments it can add, as (index of the receiving party, value ≥ 0).
    pub leverage: Vec<(usize, InputId)>,
    /// When it pays them.
    pub payment: PaymentTime,
    /// One for each issue, in the order of the issues; `None` where it has no stake.
    pub positions: Vec<Option<Position>>,
    /// The same for issues with options; `None` where it has no stake or the issue is a scale.
    pub preferences: Vec<Option<Preference>>,
}

/// When a side payment is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PaymentTime {
    /// For as long as the terms hold, as aid does.
    #[default]
    WhileItHolds,
    /// At the signature, whatever becomes of the terms.
    AtSignature,
}

impl PaymentTime {
    /// Both.
    pub const ALL: [Self; 2] = [Self::WhileItHolds, Self::AtSignature];

    /// The word of scenario files.
    pub fn word(self) -> &'static str {
        match self {
            Self::WhileItHolds => "while-it-holds",
            Self::AtSignature => "at-signature",
        }
    }
}

impl Party {
    /// The salience of an issue, where it has a stake in it.
    pub fn salience_on(&self, issue: usize) -> Option<InputId> {
        let position = self.positions[issue].as_ref().map(|position| position.salience);
        position.or(self.preferences[issue].as_ref().map(|preference| preference.salience))
    }

    /// The saliences of all its issues, in the order of the issues.
    pub fn saliences(&self) -> impl Iterator<Item = InputId> + '_ {
        (0..self.positions.len()).filter_map(|issue| self.salience_on(issue))
    }

    /// The sum of its saliences, where `decimal` gives an input's number: in decimals, so that weights do
    /// not hang on the unit of saliences.
    pub fn total_salience(&self, decimal: impl Fn(InputId) -> DoubleDouble) -> DoubleDouble {
        self.saliences().map(decimal).sum()
    }

    /// w, the salience of an issue over that sum; 0 where it has no stake in it, or in anything.
    pub fn weight(
        &self,
        issue: usize,
        total: DoubleDouble,
        decimal: impl Fn(InputId) -> DoubleDouble,
    ) -> DoubleDouble {
        match self.salience_on(issue) {
            Some(id) if total.rounded() > 0.0 => decimal(id) / total,
            _ => DoubleDouble::ZERO,
        }
    }
}

/// What one party makes of the options of one issue. Scores run from 0, worthless, to 100, all it
/// could want of the issue.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Preference {
    /// The score of every option.
    pub scores: Vec<InputId>,
    /// Weight w ≥ 0, as on a scale.
    pub salience: InputId,
    /// The score it insists on at first; that of its best option unless stated.
    pub opening: Option<InputId>,
    /// The score at which concession ends.
    pub limit: InputId,
    /// The options it never signs.
    pub refused: Vec<bool>,
}

/// What one party wants on one issue; numbers on the issue's scale.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Position {
    /// What it would have if it could dictate, θ.
    pub ideal: InputId,
    /// Where it starts, o; the ideal unless stated (then the same input).
    pub opening: InputId,
    /// Where concession ends, l.
    pub limit: InputId,
    /// Weight w ≥ 0; normalised over the party's issues when a world is prepared.
    pub salience: InputId,
    /// A wall ρ: no text beyond it, seen from the ideal, is ever signed.
    pub red_line: Option<InputId>,
}

/// The alternative to a deal (BATNA).
#[derive(Clone, Debug, PartialEq)]
pub enum Outside {
    /// A fixed reservation value in [0, 1].
    Reservation(InputId),
    /// War: expected terms twelve months on, one for each issue on its scale, and the cost κ of
    /// those months in value.
    War {
        /// Expected terms, one for each issue.
        terms: Vec<InputId>,
        /// Cost κ ≥ 0 of twelve more months, in value.
        cost: InputId,
    },
    /// Not stated: the value of its own limits or, in a war of others, the mean of the
    /// principals' war terms blended with it.
    Unstated,
}

/// What a party puts behind the guarantee.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pledge {
    /// Contribution m ∈ [0, 1], a share of the full guarantee.
    pub strength: InputId,
    /// When it is made.
    pub time: PledgeTime,
    /// The party whose pledge it leans on. Never cyclic.
    pub needs: Option<usize>,
}

/// When a pledge is made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PledgeTime {
    /// On a date, in months since `as_of`.
    At(f64),
    /// At a rate a month.
    Rate(InputId),
}
