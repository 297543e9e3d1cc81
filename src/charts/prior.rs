//! An input's distribution, drawn small enough to stand in the line of a table.

use super::parts::canvas::{Canvas, Pen};
use super::parts::figure::Figure;
use super::parts::figure::Table;
use super::parts::mark::{Mark, Shape};
use super::parts::palette::Tone;
use super::parts::point::Point;
use super::parts::scale::{Scale, extent};
use super::parts::unit::Unit;

/// A sketch of a distribution.
#[derive(Clone, Debug, PartialEq)]
pub struct PriorSketch {
    /// Its id on the page.
    pub id: String,
    /// What is sketched, for screen readers: `pert from 20 to 60, most likely 35`.
    pub title: String,
    /// The distribution.
    pub shape: PriorShape,
    /// The range to be drawn, so that sketches of one kind can share it; its own where `None`.
    pub range: Option<(f64, f64)>,
}

/// How the distribution is given.
#[derive(Clone, Debug, PartialEq)]
pub enum PriorShape {
    /// One value that is not uncertain.
    Fixed(f64),
    /// Quantiles of a continuous distribution, as (share below, value) in ascending order.
    Quantiles(Vec<(f64, f64)>),
    /// Values with their probabilities.
    Points(Vec<(f64, f64)>),
}

/// Height of the sketch, which fits a line of a table.
const HEIGHT: f64 = 24.0;
/// The usual width.
pub(in crate::charts) const WIDTH: f64 = 96.0;

impl PriorSketch {
    /// Draws the sketch at this width in pixels; 96 is usual.
    pub fn draw(&self, width: f64) -> Figure {
        let width = if width.is_finite() { width.clamp(48.0, 480.0).round() } else { WIDTH };
        let mut canvas = Canvas::sketch(width);
        let base = HEIGHT - 3.0;
        let scale = Scale::new(self.ends(), (5.0, width - 5.0));
        canvas.line((2.0, base), (width - 2.0, base), Pen::new(Tone::Rule, 1.0));
        match &self.shape {
            PriorShape::Fixed(value) => {
                let at = (scale.at(*value), base - 8.0);
                canvas.line((at.0, base), at, Pen::new(Tone::Hue(0), 1.6));
                canvas.mark(Shape::Circle, at, 2.5, Mark::Filled(Tone::Hue(0)), "");
            }
            PriorShape::Points(points) => {
                let most = extent(points.iter().map(|point| point.1)).map_or(1.0, |e| e.1);
                let high = Scale::new((0.0, most), (base, 4.0));
                for (value, weight) in points {
                    let at = (scale.at(*value), high.at(*weight));
                    canvas.line((at.0, base), at, Pen::new(Tone::Hue(0), 1.6));
                    canvas.mark(Shape::Circle, at, 2.2, Mark::Filled(Tone::Hue(0)), "");
                }
            }
            PriorShape::Quantiles(quantiles) => {
                let outline = outline(quantiles, &scale, base);
                canvas.area(&outline, Tone::Hue(0), 0.45, "");
                if let Some(middle) = middle(quantiles) {
                    let x = scale.at(middle);
                    canvas.line((x, base), (x, 3.0), Pen::new(Tone::Ink, 1.2));
                }
            }
        }
        canvas.finish_sketch(&self.id, &self.title, HEIGHT, self.table())
    }

    fn ends(&self) -> (f64, f64) {
        let own = match &self.shape {
            PriorShape::Fixed(value) => extent([*value]),
            PriorShape::Quantiles(quantiles) => extent(quantiles.iter().map(|q| q.1)),
            PriorShape::Points(points) => extent(points.iter().map(|p| p.0)),
        };
        self.range.or(own).unwrap_or((0.0, 1.0))
    }

    fn table(&self) -> Table {
        let show = |value: f64| Unit::Number.show(value);
        let (mut table, rows) = match &self.shape {
            PriorShape::Fixed(value) => {
                (Table::new(&self.title, &["#value"]), vec![vec![show(*value)]])
            }
            PriorShape::Quantiles(rows) => {
                let row =
                    |(share, value): &(f64, f64)| vec![Unit::Share.show(*share), show(*value)];
                (
                    Table::new(&self.title, &["#share below", "#value"]),
                    rows.iter().map(row).collect(),
                )
            }
            PriorShape::Points(rows) => {
                let row = |(value, p): &(f64, f64)| vec![show(*value), Unit::Share.show(*p)];
                (
                    Table::new(&self.title, &["#value", "#probability"]),
                    rows.iter().map(row).collect(),
                )
            }
        };
        for row in rows {
            table.row(row);
        }
        table
    }
}

/// Mean densities between neighbouring quantiles, joined at the middles of their steps.
fn outline(quantiles: &[(f64, f64)], scale: &Scale, base: f64) -> Vec<Point> {
    let step = |pair: &[(f64, f64)]| {
        let (from, to) = (scale.at(pair[0].1), scale.at(pair[1].1));
        // At least half a pixel wide: a step without width has no density.
        ((pair[1].0 - pair[0].0).max(0.0) / (to - from).max(0.5), from, to)
    };
    let steps: Vec<(f64, f64, f64)> = quantiles.windows(2).map(step).collect();
    let most = extent(steps.iter().map(|step| step.0)).map_or(1.0, |ends| ends.1);
    let high = Scale::new((0.0, if most > 0.0 { most } else { 1.0 }), (base, 4.0));
    let (Some(first), Some(last)) = (steps.first(), steps.last()) else { return Vec::new() };
    let mut out = vec![(first.1, base), (first.1, high.at(first.0))];
    out.extend(
        steps.iter().map(|(density, from, to)| (f64::midpoint(*from, *to), high.at(*density))),
    );
    out.extend([(last.2, high.at(last.0)), (last.2, base)]);
    out
}

/// The median, if it is among the quantiles or between two of them.
fn middle(quantiles: &[(f64, f64)]) -> Option<f64> {
    let after = quantiles.iter().position(|q| q.0 >= 0.5)?;
    let next = quantiles[after];
    let Some(before) = after.checked_sub(1).map(|index| quantiles[index]) else {
        return (next.0 <= 0.5).then_some(next.1);
    };
    let share = (0.5 - before.0) / (next.0 - before.0);
    Some(before.1 + share.clamp(0.0, 1.0) * (next.1 - before.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outline_is_highest_where_most_lies() {
        let scale = Scale::new((0.0, 10.0), (0.0, 100.0));
        // Half of everything lies between 4 and 5.
        let quantiles = [(0.0, 0.0), (0.25, 4.0), (0.75, 5.0), (1.0, 10.0)];
        let outline = outline(&quantiles, &scale, 21.0);
        let peak = outline.iter().min_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
        assert!((peak.0 - 45.0).abs() < 1e-9, "{peak:?}");
        assert!((middle(&quantiles).unwrap() - 4.5).abs() < 1e-9);
        assert_eq!(middle(&[]), None);
    }
}
