//! What the marks mean: samples and words, running on like text.

use super::canvas::{Align, Canvas, Pen, Rect};
use super::fit::{SMALL, fit};
use super::mark::{Mark, Shape};
use super::palette::Tone;

/// What a sample looks like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::charts) enum Sample {
    /// A mark.
    Mark(Shape, Mark),
    /// A line.
    Line(Pen),
    /// A line with a mark on it.
    Marked(Pen, Shape, Mark),
    /// A box.
    Box(Tone, f64),
}

/// Most entries; of more, the rest is counted.
const MOST: usize = 24;
/// Room of a sample.
const SAMPLE: f64 = 22.0;

/// Draws the legend under `top` from the left edge; says where it ends.
pub(in crate::charts) fn legend(
    canvas: &mut Canvas,
    top: f64,
    entries: &[(Sample, String)],
) -> f64 {
    if entries.is_empty() {
        return top;
    }
    let (mut x, mut y) = (0.0, top + 1.0);
    let mut height: f64 = 0.0;
    let rest = entries.len().saturating_sub(MOST);
    for (sample, text) in &entries[..entries.len().min(MOST)] {
        let lines = fit(text, SMALL, canvas.width - SAMPLE - 8.0, 2);
        let widest = lines.iter().map(|line| SMALL.width(line)).fold(0.0, f64::max);
        let width = SAMPLE + 6.0 + widest;
        if x > 0.0 && x + width > canvas.width {
            (x, y) = (0.0, y + height + 3.0);
            height = 0.0;
        }
        draw(canvas, *sample, x, y + SMALL.leading() / 2.0);
        let end =
            canvas.text_under((x + SAMPLE + 6.0, y), Align::Start, SMALL, Tone::Quiet, &lines);
        height = height.max(end - y);
        x += width + 18.0;
    }
    y += height;
    if rest > 0 {
        let text = format!("and {rest} more, in the table");
        y = canvas.text_under((0.0, y + 3.0), Align::Start, SMALL, Tone::Quiet, &[text]);
    }
    y + 5.0
}

fn draw(canvas: &mut Canvas, sample: Sample, x: f64, y: f64) {
    let middle = (x + SAMPLE / 2.0, y);
    match sample {
        Sample::Mark(shape, paint) => canvas.mark(shape, middle, 4.5, paint, ""),
        Sample::Line(pen) => canvas.line((x, y), (x + SAMPLE, y), pen),
        Sample::Marked(pen, shape, paint) => {
            canvas.line((x, y), (x + SAMPLE, y), pen);
            canvas.mark(shape, middle, 4.0, paint, "");
        }
        Sample::Box(tone, strength) => {
            let rect = Rect { x: x + 2.0, y: y - 5.0, width: SAMPLE - 4.0, height: 10.0 };
            canvas.rect(rect, tone, strength, "");
        }
    }
}
