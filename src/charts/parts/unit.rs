//! What the numbers of a chart are, and how they are written.

use crate::text::number::{change, percent, position, score, short};

/// What a number on an axis means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unit {
    /// A share in [0, 1], written as a percentage.
    Share,
    /// A difference of two shares, written in percentage points with its sign.
    Points,
    /// A value in [0, 1] of a party, written with two decimals.
    Value,
    /// A position on an issue's scale of this width.
    Position(f64),
    /// Points of a game, with at most one decimal.
    Score,
    /// Any other number, in three significant digits.
    Number,
}

impl Unit {
    /// A number, as it stands beside a mark and in the table.
    pub fn show(self, value: f64) -> String {
        match self {
            Self::Share => percent(value),
            Self::Points => format!("{} points", self.bare(value)),
            Self::Value => minus(&format!("{value:.2}")),
            Self::Position(width) => minus(&position(value, width)),
            Self::Score => score(value),
            Self::Number => minus(&short(value)),
        }
    }

    /// A range: `15–31%`, and `−2 to 3` where an end is negative.
    pub fn range(self, low: f64, high: f64) -> String {
        if self == Self::Points {
            return format!("{} to {} points", self.bare(low), self.bare(high));
        }
        let (low_text, high_text) = (self.show(low), self.show(high));
        if low_text == high_text {
            return high_text;
        }
        let joint = if low < 0.0 || high < 0.0 { " to " } else { "–" };
        let low_text = if self == Self::Share { low_text.trim_end_matches('%') } else { &low_text };
        format!("{low_text}{joint}{high_text}")
    }

    /// Tick labels of one axis: all with the same decimals.
    pub(in crate::charts) fn tick(self, value: f64, step: f64) -> String {
        match self {
            Self::Share => format!("{}%", minus(&even(value * 100.0, step * 100.0))),
            Self::Points => {
                let text = even((value * 100.0).abs(), step * 100.0);
                match value {
                    v if v > 0.0 => format!("+{text}"),
                    v if v < 0.0 => format!("−{text}"),
                    _ => text,
                }
            }
            Self::Value | Self::Position(_) | Self::Score | Self::Number => {
                minus(&even(value, step))
            }
        }
    }

    /// Without the word for its unit.
    fn bare(self, value: f64) -> String {
        match self {
            Self::Points => {
                let points = value * 100.0;
                change(points, usize::from(points.abs() < 9.95))
            }
            _ => self.show(value),
        }
    }
}

/// As many decimals as the step has; powers of ten where the number is very long.
fn even(value: f64, step: f64) -> String {
    if value.abs() >= 1e6 || (step < 1e-4 && value.abs() > 0.0) {
        return short(value);
    }
    let (mut places, mut finest) = (0, step);
    while finest < 0.999 && places < 6 {
        (places, finest) = (places + 1, finest * 10.0);
    }
    let text = format!("{value:.places$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// A true minus sign.
fn minus(text: &str) -> String {
    let zero = text.trim_start_matches('-').chars().all(|c| matches!(c, '0' | '.'));
    if zero { text.trim_start_matches('-').to_owned() } else { text.replace('-', "−") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_their_unit_asks() {
        assert_eq!(Unit::Share.show(0.223), "22%");
        assert_eq!(Unit::Share.range(0.15, 0.31), "15–31%");
        assert_eq!(Unit::Points.show(-0.031), "−3.1 points");
        assert_eq!(Unit::Points.range(-0.031, 0.2), "−3.1 to +20 points");
        assert_eq!(Unit::Value.show(-0.001), "0.00");
        assert_eq!(Unit::Position(100.0).show(59.4), "59");
        assert_eq!(Unit::Number.range(-2.0, 3.0), "−2 to 3");
        assert_eq!(
            (Unit::Score.show(57.25), Unit::Score.show(100.0)),
            ("57.3".into(), "100".into())
        );
    }

    #[test]
    fn ticks_of_an_axis_match() {
        assert_eq!(Unit::Share.tick(0.015, 0.005), "1.5%");
        assert_eq!(Unit::Share.tick(0.2, 0.1), "20%");
        assert_eq!(Unit::Points.tick(-0.1, 0.1), "−10");
        assert_eq!(Unit::Number.tick(-0.5, 0.5), "−0.5");
        assert_eq!(Unit::Number.tick(2e9, 1e9), "2.0e9");
    }
}
