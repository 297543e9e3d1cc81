//! How often which value: the scores of a class, for one.

use super::parts::canvas::{Canvas, Pen, Rect, Words};
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::legend::{Sample, legend};
use super::parts::palette::Tone;
use super::parts::plane::{Plane, Spec, height};
use super::parts::scale::{Scale, extent, rounded};
use super::parts::unit::Unit;

/// Values, counted in bins of round width.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// Its id on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// What the values are, under the axis.
    pub axis: String,
    /// What is counted, over the axis: `groups`.
    pub counted: String,
    /// What the numbers are.
    pub unit: Unit,
    /// The values.
    pub values: Vec<f64>,
    /// Values worth a line, with their names.
    pub marks: Vec<(f64, String)>,
}

/// One bin: `low` counts, and `high` only in the last.
struct Bin {
    low: f64,
    high: f64,
    count: usize,
}

/// About so many bins.
const BINS: usize = 12;

impl Histogram {
    /// Draws the bars at this width in pixels.
    pub fn draw(&self, width: f64) -> Figure {
        let mut canvas = Canvas::new(width);
        let bins = self.bins();
        let most = bins.iter().map(|bin| bin.count).max().unwrap_or(0).max(1);
        let ends = (bins.first().map_or(0.0, |b| b.low), bins.last().map_or(1.0, |b| b.high));
        let marks = self.marks.iter().map(|mark| mark.0).chain([ends.0, ends.1]);
        let tall = height(&canvas);
        let plane = Plane::draw(
            &mut canvas,
            &Spec {
                x: extent(marks).unwrap_or(ends),
                x_unit: self.unit,
                x_ticks: &[],
                x_title: &self.axis,
                y: (0.0, rounded((0.0, most as f64), 4).1),
                y_unit: Unit::Number,
                y_title: &self.counted,
                top: 0.0,
                height: tall * 0.75,
                margin: 12.0,
            },
        );
        for bin in &bins {
            let (from, to) = (plane.x.at(bin.low), plane.x.at(bin.high));
            let top = plane.y.at(bin.count as f64);
            let width = (to - from - 1.0).max(0.5);
            let rect = Rect { x: from + 0.5, y: top, width, height: plane.bottom - top };
            let tip = format!(
                "{}: {} {}",
                self.unit.range(bin.low, bin.high),
                bin.count,
                isolated(&self.counted)
            );
            canvas.rect(rect, Tone::Hue(0), 1.0, &tip);
        }
        let end = self.marks(&mut canvas, &plane);
        let words = Words { title: self.title.clone(), description: self.describe(&bins) };
        canvas.finish(&self.id, words, end, self.table(&bins))
    }

    fn bins(&self) -> Vec<Bin> {
        let Some((low, high)) = extent(self.values.iter().copied()) else { return Vec::new() };
        let (low, high) = rounded((low, high), BINS);
        let (edges, _) = Scale::new((low, high), (0.0, 1.0)).ticks(BINS);
        let edge = |pair: &[f64]| Bin { low: pair[0], high: pair[1], count: 0 };
        let mut bins: Vec<Bin> = edges.windows(2).map(edge).collect();
        let last = bins.len().saturating_sub(1);
        for value in self.values.iter().filter(|value| value.is_finite()) {
            let at = bins.iter().position(|bin| *value < bin.high).unwrap_or(last);
            if let Some(bin) = bins.get_mut(at) {
                bin.count += 1;
            }
        }
        bins
    }

    /// Upright lines at the marks, explained in the legend.
    fn marks(&self, canvas: &mut Canvas, plane: &Plane) -> f64 {
        let mut entries = Vec::new();
        for (index, (at, name)) in self.marks.iter().enumerate() {
            let x = plane.x.at(*at);
            let pen = Pen::new(Tone::Hue(index + 1), 2.2).dashed(index);
            canvas.line((x, plane.top - 6.0), (x, plane.bottom), pen);
            let text = format!("{}: {}", isolated(name), self.unit.show(*at));
            entries.push((Sample::Line(pen), text));
        }
        legend(canvas, plane.end, &entries)
    }

    fn describe(&self, bins: &[Bin]) -> String {
        let most = bins.iter().max_by_key(|bin| bin.count);
        let most = most.map_or_else(String::new, |bin| {
            format!("; most often {}", self.unit.range(bin.low, bin.high))
        });
        let count = self.values.len();
        let (counted, axis) = (isolated(&self.counted), isolated(&self.axis));
        format!("Bars of {count} {counted} by {axis}{most}.")
    }

    fn table(&self, bins: &[Bin]) -> Table {
        let axis = format!("#{}", self.axis);
        let counted = format!("#{}", self.counted);
        let mut table = Table::new(&self.title, &[axis.as_str(), counted.as_str()]);
        for bin in bins {
            table.row(vec![self.unit.range(bin.low, bin.high), bin.count.to_string()]);
        }
        for (at, name) in &self.marks {
            table.row(vec![format!("{name}: {}", self.unit.show(*at)), "–".to_owned()]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[f64]) -> Histogram {
        Histogram {
            id: "h".to_owned(),
            title: "h".to_owned(),
            axis: "points".to_owned(),
            counted: "groups".to_owned(),
            unit: Unit::Number,
            values: values.to_vec(),
            marks: Vec::new(),
        }
    }

    #[test]
    fn every_value_is_counted_once() {
        // On the edges, at both ends, and where all are equal.
        for values in [&[0.0, 10.0, 20.0, 20.0, 30.0, 120.0][..], &[5.0, 5.0], &[-1.0, 1e300], &[]]
        {
            let bins = of(values).bins();
            assert_eq!(bins.iter().map(|bin| bin.count).sum::<usize>(), values.len());
            let meet = bins.windows(2).all(|pair| pair[0].high.total_cmp(&pair[1].low).is_eq());
            assert!(meet, "bins meet");
        }
        let bins = of(&[0.0, 10.0, 20.0, 20.0, 30.0, 120.0]).bins();
        let twenty = bins.iter().find(|bin| bin.low.total_cmp(&20.0).is_eq());
        assert_eq!(twenty.map(|bin| bin.count), Some(2), "an edge belongs to the bin above it");
    }
}
