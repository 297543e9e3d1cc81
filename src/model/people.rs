//! How people play: the mixture of tactics fitted to 900 recorded games over camping gear.
//!
//! Made by
//!
//! ```text
//! zopa backtest scenarios/human/campsite.toml --games scenarios/human/casino-valid.csv \
//!   --columns scenarios/human/casino-columns.csv --points 36 --train scenarios/human/casino-train.csv \
//!   --fit --grid parties.a.error,parties.b.error=0.02,0.025,0.03,0.035,0.045
//! ```
//!
//! docs/validation.md has the intervals and what the figures do not show. Data: Chawla et al. 2021 (`CaSiNo`),
//! CC BY 4.0.

use super::Tactic;

/// The tactics of people, and how often each is met; what was met less than once in a thousand is left out.
pub const PEOPLE: [(Tactic, f64); 5] = [
    (Tactic::Preset { exponent: Tactic::LINEAR }, 0.654),
    (Tactic::Even, 0.291),
    (Tactic::TitForTat { window: None }, 0.044),
    (Tactic::HardLiner, 0.006),
    (Tactic::Preset { exponent: Tactic::CONCEDER }, 0.005),
];

/// The scale of their errors, in value: about one point of the 36 of those games.
pub const PEOPLE_ERROR: f64 = 0.03;
