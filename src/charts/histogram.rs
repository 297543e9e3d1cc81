//! How often which value: the scores of a class, for one.

use super::parts::canvas::{Canvas, Pen, Rect, Words};
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::legend::{Sample, legend};
use super::parts::palette::Tone;
use super::parts::plane::{Plane, Spec, height};
use super::parts::scale::{extent, rounded};
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
    /// The lowest and the highest value there can be: no bin reaches beyond.
    pub within: Option<(f64, f64)>,
    /// Values worth a line, with their names.
    pub marks: Vec<(f64, String)>,
}

/// One bin: `low` counts, and `high` only in the last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Where it begins.
    pub low: f64,
    /// Where it ends.
    pub high: f64,
    /// How many values lie in it.
    pub count: usize,
}

/// At most so many bins.
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
                // Four at least, so that no label counts half a group.
                y: (0.0, rounded((0.0, most.max(4) as f64), 4).1),
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

    /// The bins, for a table in words as for the bars: of one width, round, and so that every value lies
    /// within the bin in which it is counted.
    pub fn bins(&self) -> Vec<Bin> {
        let Some((low, high)) = extent(self.values.iter().copied()) else { return Vec::new() };
        // Points are told in tenths: narrower bins than whole ones could not be told apart.
        let least = if self.unit == Unit::Score { 1.0 } else { 0.0 };
        let edges = edges((low, high), least, self.within);
        let mut bins: Vec<Bin> =
            edges.windows(2).map(|pair| Bin { low: pair[0], high: pair[1], count: 0 }).collect();
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

/// Edges at multiples of a round width, from the lowest value or below to the highest or above.
fn edges((low, high): (f64, f64), least: f64, within: Option<(f64, f64)>) -> Vec<f64> {
    let size = low.abs().max(high.abs());
    let width = width((high / BINS as f64 - low / BINS as f64).max(least), size);
    // Too large, or too near each other for round edges between.
    let bare = if low < high {
        vec![low, high]
    } else if high < f64::MAX {
        vec![low, high.next_up()]
    } else {
        vec![low.next_down(), high]
    };
    if size / width > 1e12 {
        return bare;
    }
    let at = |index: f64| index * width + 0.0;
    let (mut first, mut last) = ((low / width).floor(), (high / width).ceil());
    // A quotient that is rounded may miss by one.
    while at(first) > low {
        first -= 1.0;
    }
    while at(last) < high {
        last += 1.0;
    }
    if last <= first {
        // All lie on one edge: the bin above it, unless that is more than there can be.
        let up = within.is_none_or(|(_, most)| at(first + 1.0) <= most);
        (first, last) = if up { (first, first + 1.0) } else { (first - 1.0, first) };
    }
    let edges: Vec<f64> = (0..=(last - first) as usize).map(|k| at(first + k as f64)).collect();
    let sound = edges.iter().all(|edge| edge.is_finite())
        && edges.windows(2).all(|pair| pair[0] < pair[1])
        && edges.len() <= BINS + 2;
    if sound { edges } else { bare }
}

/// 1, 2 or 5 times a power of ten, at least `least`; where all values are equal, by their size.
fn width(least: f64, size: f64) -> f64 {
    let least = match least {
        least if least > 0.0 => least,
        _ if size >= 1.0 || size <= 0.0 => 1.0,
        _ => size / 10.0,
    };
    let mut power = 1.0;
    while power <= least / 10.0 {
        power *= 10.0;
    }
    while power > least && power > f64::MIN_POSITIVE {
        power /= 10.0;
    }
    [1.0, 2.0, 5.0, 10.0].iter().map(|m| m * power).find(|w| *w >= least).unwrap_or(least)
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
            within: None,
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
        // What was drawn from 40 on once: the lowest bin has its bar.
        let bins = of(&[36.0, 95.5]).bins();
        let counted: Vec<_> =
            bins.iter().filter(|b| b.count > 0).map(|b| (b.low, b.high)).collect();
        assert_eq!(counted, [(35.0, 40.0), (95.0, 100.0)]);
        // Nothing is drawn beyond what there can be.
        for (value, low, high) in [(100.0, 99.0, 100.0), (0.0, 0.0, 1.0)] {
            let bins = Histogram { within: Some((0.0, 100.0)), ..of(&[value, value]) }.bins();
            assert_eq!(bins, [Bin { low, high, count: 2 }]);
        }
        let bins = of(&[0.0, 10.0, 20.0, 20.0, 30.0, 120.0]).bins();
        let twenty = bins.iter().find(|bin| bin.low.total_cmp(&20.0).is_eq());
        assert_eq!(twenty.map(|bin| bin.count), Some(2), "an edge belongs to the bin above it");
    }
}
