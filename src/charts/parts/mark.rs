//! Marks: their shapes, and how they are painted.

use super::palette::Tone;
use super::point::Point;

/// How a mark looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::charts) enum Shape {
    Circle,
    Diamond,
    Square,
    Triangle,
    /// A short upright stroke.
    Stroke,
    Cross,
}

impl Shape {
    /// The shape of the n-th series, so that colour never stands alone.
    pub(in crate::charts) fn of(series: usize) -> Self {
        [Self::Circle, Self::Diamond, Self::Square, Self::Triangle, Self::Cross][series % 5]
    }

    /// The corners of a mark of radius `r`; a circle's are those of the square round it.
    pub(in crate::charts) fn outline(self, (x, y): Point, r: f64) -> Vec<Point> {
        match self {
            Shape::Diamond => {
                let r = r * 1.25;
                vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
            }
            Shape::Triangle => {
                vec![(x, y - r * 1.2), (x + r * 1.15, y + r * 0.9), (x - r * 1.15, y + r * 0.9)]
            }
            Shape::Stroke => {
                let (w, h) = (1.5, r * 1.6);
                vec![(x - w, y - h), (x + w, y - h), (x + w, y + h), (x - w, y + h)]
            }
            Shape::Cross => {
                let (a, b) = (r * 0.38, r * 1.1);
                let steps = [(a, b), (a, a), (b, a), (b, -a), (a, -a), (a, -b)];
                let around = steps.iter().map(|(dx, dy)| (x + dx, y - dy));
                let back = steps.iter().map(|(dx, dy)| (x - dx, y + dy));
                around.chain(back).collect()
            }
            Shape::Circle | Shape::Square => {
                let r = r * 0.92;
                vec![(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]
            }
        }
    }
}

/// A mark's colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::charts) enum Mark {
    Filled(Tone),
    Hollow(Tone),
}
