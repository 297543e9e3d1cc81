//! What each signatory thought of a package when it signed it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::worth::Worth;

/// One party's reasons at the moment of signing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Signature {
    /// The party.
    pub party: usize,
    /// What signing was worth to it: the terms V, its alternative W, their believed survival S.
    pub worth: Worth,
    /// ẑ − (z + ε), what the votes ahead made of it.
    pub votes: f64,
    /// ε + η, what its readiness and its mood added.
    pub leaning: f64,
}

impl Signature {
    /// By how much it signed: ẑ + η.
    pub fn margin(&self) -> f64 {
        self.worth.z + self.votes + self.leaning
    }
}

/// What most makes a party sign terms that are worth less to it than its alternative. That it does not
/// believe them to last makes them cost it little; it does not make it sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Lure {
    /// A side payment.
    Payment,
    /// Terms that it does not mean to carry out still stop the fighting for a while.
    DeadLetter,
    /// Its readiness and its mood: what the model leaves to chance.
    Leaning,
}

impl Lure {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Payment, Self::DeadLetter, Self::Leaning];
}

impl Signature {
    /// Why a party signed terms below its alternative; `None` where they were not.
    pub fn lure(&self) -> Option<Lure> {
        if self.worth.value >= self.worth.outside {
            return None;
        }
        let Worth { paid, dead_letter, .. } = self.worth;
        Some(if paid > dead_letter && paid > self.leaning {
            Lure::Payment
        } else if dead_letter > self.leaning {
            Lure::DeadLetter
        } else {
            Lure::Leaning
        })
    }
}
