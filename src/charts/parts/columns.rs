//! Rows with a label, a place to draw and a value: beside each other on a wide sheet, the label
//! above the rest on a narrow one.

use super::axis::{across, ticks};
use super::canvas::{Align, Canvas};
use super::fit::{BODY, SMALL, Type, fit, one_line};
use super::palette::Tone;
use super::scale::Scale;
use super::unit::Unit;

/// Between the columns.
const GAP: f64 = 14.0;
/// Room for a tick.
const TICK: f64 = 60.0;
/// Most lines of a label, wide and narrow.
const LINES: (usize, usize) = (3, 2);

/// What stands in a row beside the drawing.
#[derive(Clone, Debug, Default)]
pub(in crate::charts) struct Entry {
    /// On the left.
    pub(in crate::charts) label: String,
    /// On the right.
    pub(in crate::charts) value: String,
    /// Under the value, smaller.
    pub(in crate::charts) note: String,
}

/// The columns of a chart.
pub(in crate::charts) struct Columns {
    narrow: bool,
    label: f64,
    /// From and to, in pixels.
    pub(in crate::charts) plot: (f64, f64),
    value: f64,
    right: f64,
}

/// Where a row came to stand.
#[derive(Clone, Copy, Debug)]
pub(in crate::charts) struct Place {
    /// The line on which is drawn.
    pub(in crate::charts) middle: f64,
    /// Where the next row may begin.
    pub(in crate::charts) bottom: f64,
}

impl Columns {
    /// Divides the sheet among the columns by what they are to hold.
    pub(in crate::charts) fn new(canvas: &Canvas, entries: &[Entry]) -> Self {
        let widest = |font: Type, most: f64, text: fn(&Entry) -> &str| {
            let widths = entries.iter().map(|entry| font.width(&one_line(text(entry), font, most)));
            widths.fold(0.0, f64::max).ceil()
        };
        let narrow = canvas.narrow();
        let most = canvas.width * if narrow { 0.4 } else { 0.26 };
        let value = widest(BODY, most, |entry| &entry.value);
        let value = value.max(widest(SMALL, most, |entry| &entry.note)).min(most);
        let end = canvas.width - if value > 0.0 { value + GAP } else { 8.0 };
        if narrow {
            let plot = (8.0, end);
            return Self { narrow, label: canvas.width - 4.0, plot, value, right: canvas.width };
        }
        let label = widest(BODY, canvas.width * 0.32, |entry| &entry.label);
        Self { narrow, label, plot: (label + GAP, end), value, right: canvas.width }
    }

    /// Writes a row under `top` with at least `least` pixels to draw in.
    pub(in crate::charts) fn row(
        &self,
        canvas: &mut Canvas,
        top: f64,
        least: f64,
        entry: &Entry,
    ) -> Place {
        let lines = if self.narrow { LINES.1 } else { LINES.0 };
        let label = fit(&entry.label, BODY, self.label, lines);
        let value = one_line(&entry.value, BODY, self.value);
        let note = one_line(&entry.note, SMALL, self.value);
        let values = BODY.leading() + if note.is_empty() { 0.0 } else { SMALL.leading() };
        let mut at = top + 4.0;
        let mut height = values.max(least);
        if self.narrow {
            if label != [""] {
                at = canvas.text_under((0.0, at), Align::Start, BODY, Tone::Ink, &label);
            }
        } else {
            height = height.max(BODY.leading() * label.len() as f64);
            let middle = at + height / 2.0;
            canvas.text((0.0, middle), Align::Start, BODY, Tone::Ink, &label);
        }
        let middle = at + height / 2.0;
        let first = middle - values / 2.0 + BODY.leading() / 2.0;
        canvas.text((self.right, first), Align::End, BODY, Tone::Ink, &[value]);
        if !note.is_empty() {
            let second = middle + values / 2.0 - SMALL.leading() / 2.0;
            canvas.text((self.right, second), Align::End, SMALL, Tone::Quiet, &[note]);
        }
        Place { middle, bottom: at + height + 4.0 }
    }

    /// Draws the axis of a scale across the rows, from `top` to `bottom`, with as many ticks as the
    /// column has room for. Says where its labels end.
    pub(in crate::charts) fn across(
        &self,
        canvas: &mut Canvas,
        scale: &Scale,
        unit: Unit,
        rows: (f64, f64),
    ) -> f64 {
        let most = (self.plot.1 - self.plot.0) / TICK;
        across(canvas, scale, &ticks(scale, unit, most as usize), rows)
    }
}
