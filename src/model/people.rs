//! How people play: the mixture of tactics fitted to 900 recorded games of students' camping.
//!
//! Made by `zopa backtest scenarios/human/campsite.toml --fit --games scenarios/human/casino-train.csv
//! --columns scenarios/human/casino-columns.toml` with the grid of docs/validation.md, which has the intervals
//! and what the figures do not show. Data: Chawla et al. 2021 (CaSiNo), CC BY 4.0.

use super::Tactic;

/// The tactics of people, and how often each is met.
pub const PEOPLE: [(Tactic, f64); 3] = [
    (Tactic::Preset { exponent: Tactic::LINEAR }, 0.55),
    (Tactic::Even, 0.40),
    (Tactic::TitForTat { window: None }, 0.05),
];

/// The scale of their errors, in value: 0.03 is about one point of the 36 of those games.
pub const PEOPLE_ERROR: f64 = 0.03;
