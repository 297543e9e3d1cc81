//! Time: a start date, a horizon, and the rounds that divide it. Everything below the file counts
//! in months since `as_of`, so that no odds hang on calendar quirks.

use jiff::civil::Date;

/// The length of the model's month in days (a Julian year of 365.25 days over twelve).
pub const MONTH_DAYS: f64 = 30.4375;

/// The horizon and its division into rounds.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Clock {
    /// How far ahead the negotiation is played, in months; > 0.
    pub horizon: f64,
    /// How many rounds of equal length divide the horizon; ≥ 1. The front line, war beliefs and
    /// cohesion move at round ends; happenings have times of their own.
    pub rounds: usize,
}

impl Clock {
    /// A clock of `horizon` months in rounds of about `round` months: the number of rounds is the
    /// nearest whole one, so that the rounds fill the horizon.
    pub fn new(round: f64, horizon: f64) -> Self {
        debug_assert!(round > 0.0 && horizon > 0.0);
        Self { horizon, rounds: ((horizon / round).round() as usize).max(1) }
    }

    /// Length of a round, Δ, in months.
    pub fn round_months(&self) -> f64 {
        self.horizon / self.rounds as f64
    }
}

/// Months from `from` to `to`; negative when `to` is earlier.
pub fn months_between(from: Date, to: Date) -> f64 {
    let days = to.since(from).map_or(0, |span| span.get_days());
    f64::from(days) / MONTH_DAYS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekly_rounds_fill_a_year() {
        let clock = Clock::new(7.0 / MONTH_DAYS, 12.0);
        assert_eq!(clock.rounds, 52);
        assert!((clock.round_months() * 52.0 - 12.0).abs() < 1e-12);
    }

    #[test]
    fn months_count_days() {
        let from = Date::constant(2025, 8, 19);
        assert!(
            (months_between(from, Date::constant(2026, 8, 19)) - 365.0 / MONTH_DAYS).abs() < 1e-12
        );
        assert!(months_between(from, Date::constant(2025, 8, 18)) < 0.0);
    }
}
