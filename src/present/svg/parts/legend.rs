//! What the marks mean: samples and words, running on like text.

use super::canvas::{Align, Canvas, Mark, Pen, Rect, Shape};
use super::fit::{SMALL, one_line};
use super::palette::Tone;

/// What a sample looks like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::present::svg) enum Sample {
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
pub(in crate::present::svg) fn legend(
    canvas: &mut Canvas,
    top: f64,
    entries: &[(Sample, String)],
) -> f64 {
    if entries.is_empty() {
        return top;
    }
    let line = SMALL.leading() + 3.0;
    let (mut x, mut y) = (0.0, top + line / 2.0);
    let rest = entries.len().saturating_sub(MOST);
    for (sample, text) in &entries[..entries.len().min(MOST)] {
        let text = one_line(text, SMALL, canvas.width - SAMPLE - 8.0);
        let width = SAMPLE + 6.0 + SMALL.width(&text);
        if x > 0.0 && x + width > canvas.width {
            (x, y) = (0.0, y + line);
        }
        draw(canvas, *sample, x, y);
        canvas.text((x + SAMPLE + 6.0, y), Align::Start, SMALL, Tone::Quiet, &[text]);
        x += width + 18.0;
    }
    if rest > 0 {
        y += line;
        let text = format!("and {rest} more, in the table");
        canvas.text((0.0, y), Align::Start, SMALL, Tone::Quiet, &[text]);
    }
    y + line / 2.0 + 4.0
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
