//! Tactics by name, for tournaments: the words of the file, and `name=number`.

use super::{Polynomial, Tactic, TitForTat};
use crate::engine::alternating::Exponential;
use crate::model;

/// The largest exponent and window, as in a file.
const LARGEST: f64 = 1000.0;

impl Tactic {
    /// What names are, in words.
    pub const NAMES: &'static str = "boulware, linear, conceder, tit-for-tat, micro, hard-liner, random, \
        even, hybrid, polynomial=E, exponential=E, tit-for-tat=WINDOW or hybrid=WEIGHT";

    /// The tactic of a name such as `boulware` or `polynomial=2`; `None` where there is none.
    ///
    /// ```
    /// use zopa::engine::alternating::{Polynomial, Tactic};
    ///
    /// let tactic = Tactic::named("polynomial=2").unwrap();
    /// assert_eq!(tactic, Tactic::Polynomial(Polynomial::new(2.0)));
    /// assert!(Tactic::named("polynomial=-2").is_none());
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        let (word, number) = match name.split_once('=') {
            Some((word, number)) => (word.trim(), Some(number.trim().parse::<f64>().ok()?)),
            None => (name.trim(), None),
        };
        let exponent = |number: f64| (number > 0.0 && number <= LARGEST).then_some(number);
        let by_time = |exponent| Self::Polynomial(Polynomial::new(exponent));
        match (word, number) {
            ("boulware", None) => Some(by_time(model::Tactic::BOULWARE)),
            ("linear", None) => Some(by_time(model::Tactic::LINEAR)),
            ("conceder", None) => Some(by_time(model::Tactic::CONCEDER)),
            ("polynomial", Some(number)) => exponent(number).map(by_time),
            ("exponential", Some(number)) => {
                exponent(number).map(|exponent| Self::Exponential(Exponential::new(exponent)))
            }
            ("tit-for-tat", None) => Some(Self::TitForTat(TitForTat::new(1.0))),
            ("tit-for-tat", Some(number)) if (1.0..=LARGEST).contains(&number) => {
                Some(Self::TitForTat(TitForTat::new(number)))
            }
            ("micro", None) => Some(Self::Micro),
            ("hard-liner", None) => Some(Self::HardLiner),
            ("random", None) => Some(Self::Random),
            ("even", None) => Some(Self::Even),
            ("hybrid", None) => Some(hybrid(0.5)),
            ("hybrid", Some(weight)) if (0.0..=1.0).contains(&weight) => Some(hybrid(weight)),
            _ => None,
        }
    }
}

fn hybrid(weight: f64) -> Tactic {
    Tactic::Hybrid {
        weight,
        time: Polynomial::new(model::Tactic::LINEAR),
        behaviour: TitForTat::new(1.0),
    }
}
