//! Bars from one axis, a row each.

use super::canvas::{Align, Canvas, Pen, Rect, Words};
use super::columns::{Columns, Entry};
use super::escape::isolated;
use super::figure::{Figure, Table};
use super::fit::{SMALL, one_line};
use super::legend::{Sample, legend};
use super::palette::Tone;
use super::scale::Scale;
use super::unit::Unit;
use super::values::Range;

/// Height of a bar.
const HEIGHT: f64 = 16.0;

/// One bar, from 0.
pub(in crate::charts) struct Bar {
    pub(in crate::charts) label: String,
    pub(in crate::charts) length: f64,
    pub(in crate::charts) interval: Option<Range>,
    pub(in crate::charts) value: String,
    pub(in crate::charts) note: String,
    /// Number of the hue.
    pub(in crate::charts) tone: usize,
}

/// A chart of them.
pub(in crate::charts) struct Bars<'a> {
    pub(in crate::charts) rows: Vec<Bar>,
    pub(in crate::charts) ends: (f64, f64),
    pub(in crate::charts) unit: Unit,
    /// Under the axis.
    pub(in crate::charts) axis: &'a str,
    pub(in crate::charts) legend: Vec<(Sample, String)>,
}

impl Bars<'_> {
    /// Draws the bars with what is said of them: title and description.
    pub(in crate::charts) fn draw(
        &self,
        width: f64,
        id: &str,
        (title, description): (&str, String),
        table: Table,
    ) -> Figure {
        let mut canvas = Canvas::new(width);
        let entry = |bar: &Bar| Entry {
            label: bar.label.clone(),
            value: bar.value.clone(),
            note: bar.note.clone(),
        };
        let entries: Vec<Entry> = self.rows.iter().map(entry).collect();
        let columns = Columns::new(&canvas, &entries);
        let scale = Scale::new(self.ends, columns.plot);
        let here = canvas.here();
        let mut top = 2.0;
        for (bar, entry) in self.rows.iter().zip(&entries) {
            let place = columns.row(&mut canvas, top, HEIGHT + 4.0, entry);
            one(&mut canvas, &scale, bar, place.middle);
            top = place.bottom;
        }
        let mut end =
            canvas.under(here, |canvas| columns.across(canvas, &scale, self.unit, (0.0, top)));
        let axis = one_line(self.axis, SMALL, columns.plot.1);
        if !axis.is_empty() {
            let at = (columns.plot.1, end);
            end = canvas.text_under(at, Align::End, SMALL, Tone::Quiet, &[axis]);
        }
        let end = legend(&mut canvas, end + 4.0, &self.legend);
        canvas.finish(id, Words { title: title.to_owned(), description }, end, table)
    }
}

fn one(canvas: &mut Canvas, scale: &Scale, bar: &Bar, y: f64) {
    let (from, to) = (scale.at(0.0), scale.at(bar.length));
    let (low, high) = (from.min(to), from.max(to));
    let rect = Rect { x: low, y: y - HEIGHT / 2.0, width: high - low, height: HEIGHT };
    let tip = format!("{}: {}", isolated(&bar.label), bar.value);
    canvas.rect(rect, Tone::Hue(bar.tone), 1.0, &tip);
    if let Some(range) = bar.interval {
        let (low, high) = (scale.at(range.low), scale.at(range.high));
        let pen = Pen::new(Tone::Ink, 1.4);
        canvas.line((low, y), (high, y), pen);
        for x in [low, high] {
            canvas.line((x, y - 4.0), (x, y + 4.0), pen);
        }
    }
}
