//! Lines over an axis, with bands round them, and their names at the end or in a legend.

use super::canvas::{Align, Canvas, Pen};
use super::escape::isolated;
use super::figure::Table;
use super::fit::{SMALL, fit};
use super::legend::{Sample, legend};
use super::mark::{Mark, Shape};
use super::palette::Tone;
use super::place::dodge;
use super::plane::Plane;
use super::point::Point;
use super::unit::Unit;
use super::values::Range;

/// A quantity that changes along an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Its name.
    pub name: String,
    /// In the order of the axis.
    pub points: Vec<CurvePoint>,
}

/// A point of a [`Curve`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    /// Where on the axis.
    pub at: f64,
    /// The quantity there.
    pub value: f64,
    /// The spread round it.
    pub band: Option<Range>,
}

impl Curve {
    /// Every number on the upright axis.
    pub(in crate::charts) fn heights(&self) -> impl Iterator<Item = f64> {
        let band = |point: &CurvePoint| point.band.map(|band| [band.low, band.high]);
        self.points.iter().flat_map(move |point| {
            std::iter::once(point.value).chain(band(point).into_iter().flatten())
        })
    }
}

/// The colours of the n-th curve.
pub(in crate::charts) fn pen(series: usize) -> Pen {
    Pen::new(Tone::Hue(series), 2.2).dashed(series)
}

/// Names beside the ends of lines, ready to be drawn.
pub(in crate::charts) struct EndLabels {
    lines: Vec<Vec<String>>,
    /// Pixels they need on the right.
    pub(in crate::charts) margin: f64,
}

impl EndLabels {
    /// `None` where the sheet is narrow, or where one name or very many would have to be told.
    pub(in crate::charts) fn new<'a>(
        canvas: &Canvas,
        names: impl Iterator<Item = &'a str>,
    ) -> Option<Self> {
        let names: Vec<&str> = names.collect();
        if canvas.narrow() || names.len() < 2 || names.len() > 6 {
            return None;
        }
        let room = canvas.width * 0.24;
        let lines: Vec<Vec<String>> = names.iter().map(|name| fit(name, SMALL, room, 2)).collect();
        let widths = lines.iter().flatten().map(|line| SMALL.width(line));
        let margin = widths.fold(0.0, f64::max).ceil() + 26.0;
        Some(Self { lines, margin })
    }

    /// Writes the names at the ends of their lines.
    pub(in crate::charts) fn draw(self, canvas: &mut Canvas, plane: &Plane, ends: &[Point]) {
        let heights = self.lines.iter().map(|lines| SMALL.leading() * lines.len() as f64 + 3.0);
        let wanted: Vec<(f64, f64)> =
            ends.iter().zip(heights).map(|(end, height)| (end.1, height)).collect();
        let room = (plane.top - 8.0, plane.bottom.max(plane.top + 200.0) + 8.0);
        let Some(placed) = dodge(&wanted, room) else { return };
        for ((lines, end), y) in self.lines.iter().zip(ends).zip(placed) {
            let from = plane.x.pixels().1;
            if (y - end.1).abs() > 3.0 || from - end.0 > 3.0 {
                canvas.line((end.0 + 3.0, end.1), (from + 17.0, y), Pen::new(Tone::Rule, 1.0));
            }
            canvas.text((from + 20.0, y), Align::Start, SMALL, Tone::Ink, lines);
        }
    }
}

/// Draws bands first, then lines; says where each line ends.
pub(in crate::charts) fn draw(
    canvas: &mut Canvas,
    plane: &Plane,
    curves: &[Curve],
    unit: Unit,
    steps: bool,
) -> Vec<Point> {
    for (series, curve) in curves.iter().enumerate() {
        // Many bands over each other are to stay pale.
        let strength = if curves.len() > 3 { 0.1 } else { 0.18 };
        band(canvas, plane, curve, (series, strength), steps);
    }
    let mut ends = Vec::new();
    for (series, curve) in curves.iter().enumerate() {
        let points: Vec<Point> = curve.points.iter().map(|p| plane.at(p.at, p.value)).collect();
        let track = if steps { stepped(&points) } else { points.clone() };
        canvas.polyline(&track, pen(series), &isolated(&curve.name));
        let end = points.last().copied().unwrap_or((plane.x.pixels().1, plane.bottom));
        if let Some(last) = curve.points.last() {
            let tip = format!("{}: {}", isolated(&curve.name), unit.show(last.value));
            canvas.mark(Shape::of(series), end, 4.0, Mark::Filled(Tone::Hue(series)), &tip);
        }
        ends.push(end);
    }
    ends
}

fn band(
    canvas: &mut Canvas,
    plane: &Plane,
    curve: &Curve,
    (series, strength): (usize, f64),
    steps: bool,
) {
    let edge = |pick: fn(&Range) -> f64| -> Vec<Point> {
        let at = |p: &CurvePoint| p.band.map(|band| plane.at(p.at, pick(&band)));
        let points: Vec<Point> = curve.points.iter().filter_map(at).collect();
        if steps { stepped(&points) } else { points }
    };
    let mut outline = edge(|band| band.high);
    outline.extend(edge(|band| band.low).into_iter().rev());
    canvas.area(&outline, Tone::Hue(series), strength, "");
}

/// A line that holds its height until the next point.
fn stepped(points: &[Point]) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::with_capacity(points.len() * 2);
    for point in points {
        if let Some(last) = out.last().copied() {
            out.push((point.0, last.1));
        }
        out.push(*point);
    }
    out
}

/// The legend of curves, where their ends are not labelled.
pub(in crate::charts) fn names(canvas: &mut Canvas, top: f64, curves: &[Curve]) -> f64 {
    let entry = |(series, curve): (usize, &Curve)| {
        let mark = Mark::Filled(Tone::Hue(series));
        (Sample::Marked(pen(series), Shape::of(series), mark), curve.name.clone())
    };
    let entries: Vec<(Sample, String)> = curves.iter().enumerate().map(entry).collect();
    legend(canvas, top, &entries)
}

/// A title of the upright axis that explains the shade, where there is one.
pub(in crate::charts) fn with_band(title: &str, curves: &[Curve]) -> String {
    let shaded = curves.iter().flat_map(|curve| &curve.points).any(|point| point.band.is_some());
    if shaded { format!("{title}; the shade holds eight in ten worlds") } else { title.to_owned() }
}

/// The curve's value at a place on the axis, on the straight line between its neighbours; `None`
/// outside its points.
pub(in crate::charts) fn value_at(curve: &Curve, at: f64) -> Option<f64> {
    let after = curve.points.iter().position(|point| point.at >= at)?;
    let next = curve.points[after];
    let Some(last) = after.checked_sub(1).map(|index| curve.points[index]) else {
        return (next.at <= at).then_some(next.value);
    };
    let share = (at - last.at) / (next.at - last.at);
    Some(if share.is_finite() {
        last.value + share * (next.value - last.value)
    } else {
        next.value
    })
}

/// The points of all curves as rows.
pub(in crate::charts) fn table(
    caption: &str,
    axis: &str,
    curves: &[Curve],
    unit: Unit,
    band: &str,
) -> Table {
    let columns = ["", &format!("#{axis}"), "#odds", &format!("#{band}")];
    let mut table = Table::new(caption, &columns);
    for curve in curves {
        for point in &curve.points {
            table.row(vec![
                curve.name.clone(),
                Unit::Number.show(point.at),
                unit.show(point.value),
                point.band.map_or_else(|| "–".to_owned(), |b| unit.range(b.low, b.high)),
            ]);
        }
    }
    table
}
