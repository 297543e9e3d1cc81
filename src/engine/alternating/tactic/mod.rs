//! What a party asks for: a value, its *demand*, and an outcome worth about that. One file a family.

mod behaviour;
mod micro;
mod spelling;
mod time;

use super::{View, Wishes};
use crate::model;
use crate::stream::{Stream, StreamKey};

pub use behaviour::TitForTat;
pub use time::{Curve, Exponential, Polynomial};

/// A tactic with its numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tactic {
    /// By time, 1 − t^e.
    Polynomial(Polynomial),
    /// By time, (exp((1−t)^e) − 1)/(exp(1) − 1).
    Exponential(Exponential),
    /// In proportion to what the others concede.
    TitForTat(TitForTat),
    /// A new offer for a new offer.
    Micro,
    /// The best to the end.
    HardLiner,
    /// Half of what there is, by its own lights, to the end.
    Even,
    /// Anything it prefers to no deal.
    Random,
    /// Time and behaviour mixed.
    Hybrid {
        /// Weight of time.
        weight: f64,
        /// What it would ask for by time.
        time: Polynomial,
        /// … and by behaviour.
        behaviour: TitForTat,
    },
}

/// What a party has decided to ask for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Wanted {
    /// The value it asks for: what an offer has to be worth to be taken by the threshold rule.
    pub demand: f64,
    /// The offer it would make now; `None` when nothing is as good as no deal.
    pub outcome: Option<u32>,
}

/// What a party remembers of its own doings in one history.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    /// What it asked for last, by behaviour; the best at first.
    demand: Option<f64>,
    /// Its chance, opened when first needed.
    chance: Option<Stream>,
}

impl Memory {
    /// As it is before the first round.
    pub(super) fn clear(&mut self) {
        self.demand = None;
        self.chance = None;
    }
}

/// Where a tactic's chance comes from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chance<'a> {
    pub(super) key: &'a StreamKey,
    pub(super) world: u64,
    pub(super) history: u64,
}

impl Memory {
    pub(super) fn uniform(&mut self, chance: Chance<'_>) -> f64 {
        let open = || chance.key.history(chance.world, chance.history);
        self.chance.get_or_insert_with(open).uniform()
    }
}

impl Tactic {
    /// The tactic of the file in a world. `patience` serves where none is stated.
    pub(super) fn of(
        tactic: model::Tactic,
        patience: f64,
        get: impl Fn(model::InputId) -> f64,
    ) -> Self {
        match tactic {
            model::Tactic::Patience => Self::Polynomial(Polynomial::new(1.0 / patience)),
            model::Tactic::Preset { exponent } => Self::Polynomial(Polynomial::new(exponent)),
            model::Tactic::Polynomial { exponent } => {
                Self::Polynomial(Polynomial::new(get(exponent)))
            }
            model::Tactic::Exponential { exponent } => {
                Self::Exponential(Exponential::new(get(exponent)))
            }
            model::Tactic::TitForTat { window } => {
                Self::TitForTat(TitForTat::new(window.map_or(1.0, &get)))
            }
            model::Tactic::Micro => Self::Micro,
            model::Tactic::HardLiner => Self::HardLiner,
            model::Tactic::Even => Self::Even,
            model::Tactic::Random => Self::Random,
            model::Tactic::Hybrid { weight, exponent, window } => Self::Hybrid {
                weight: get(weight),
                time: Polynomial::new(get(exponent)),
                behaviour: TitForTat::new(get(window)),
            },
        }
    }

    /// A tactic whose numbers are known without a world: those of words. Numbers of a file count as 1.
    pub fn known(tactic: model::Tactic) -> Self {
        Self::of(tactic, 1.0, |_| 1.0)
    }

    /// Does what it asks for hang on the round alone? Then it is tabled once a world.
    pub(super) fn is_by_time(self) -> bool {
        matches!(self, Self::Polynomial(_) | Self::Exponential(_) | Self::HardLiner | Self::Even)
    }

    /// Does it count how many different offers everybody has made?
    pub(super) fn counts_offers(self) -> bool {
        self == Self::Micro
    }

    /// What it asks for by time alone in a round, where it is one of those.
    pub(super) fn by_time(self, view: View<'_>) -> Option<Wanted> {
        let share = match self {
            Self::Polynomial(curve) => curve.share(view.time()),
            Self::Exponential(curve) => curve.share(view.time()),
            Self::HardLiner => 1.0,
            Self::Even => return Some(view.ask(even(view.wishes()))),
            _ => return None,
        };
        Some(view.ask(time::demand(view.wishes(), share)))
    }

    /// What it asks for now.
    pub(super) fn want(self, view: View<'_>, memory: &mut Memory, chance: Chance<'_>) -> Wanted {
        match self {
            Self::Polynomial(_) | Self::Exponential(_) | Self::HardLiner | Self::Even => {
                self.by_time(view).unwrap_or(Wanted { demand: view.wishes().best(), outcome: None })
            }
            Self::TitForTat(tactic) => {
                let demand = tactic.demand(view, memory.demand);
                memory.demand = Some(demand);
                view.ask(demand)
            }
            Self::Hybrid { weight, time, behaviour } => {
                let own = behaviour.demand(view, memory.demand);
                memory.demand = Some(own);
                let by_time = time::demand(view.wishes(), time.share(view.time()));
                view.ask(weight * by_time + (1.0 - weight) * own)
            }
            Self::Micro => micro::want(view, memory, chance),
            Self::Random => random(view, memory, chance),
        }
    }
}

/// An equal split as far as a party can tell by its own values: halfway between its worst and its best
/// outcome, or no deal where that is better. The norm of Bolton & Ockenfels 2000 (*ERC*, American Economic
/// Review 90), for whom half of what there is is what people measure themselves against.
fn even(wishes: &Wishes) -> f64 {
    let worst = wishes.utilities().iter().copied().fold(f64::INFINITY, f64::min);
    (0.5 * (worst + wishes.best())).max(wishes.floor())
}

/// One of the outcomes it prefers to no deal, each as likely as the others.
fn random(view: View<'_>, memory: &mut Memory, chance: Chance<'_>) -> Wanted {
    let wishes = view.wishes();
    let from = wishes.first_from(wishes.reservation());
    let count = wishes.order().len() - from;
    if count == 0 {
        return Wanted { demand: wishes.best(), outcome: None };
    }
    let drawn = (memory.uniform(chance) * count as f64) as usize;
    let outcome = wishes.order()[from + drawn.min(count - 1)];
    Wanted { demand: wishes.utility(outcome as usize), outcome: Some(outcome) }
}
