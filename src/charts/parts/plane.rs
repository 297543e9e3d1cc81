//! The frame of a chart with two axes.

use super::axis::{Tick, grid_across, labels_across, ticks, upright};
use super::canvas::{Align, Canvas};
use super::fit::{SMALL, fit, one_line};
use super::palette::Tone;
use super::scale::Scale;
use super::unit::Unit;

/// What the frame is to show.
pub(in crate::charts) struct Spec<'a> {
    /// Ends of the axis across.
    pub(in crate::charts) x: (f64, f64),
    /// What its numbers are.
    pub(in crate::charts) x_unit: Unit,
    /// Its labels, where they are not to be round numbers.
    pub(in crate::charts) x_ticks: &'a [Tick],
    /// Under it.
    pub(in crate::charts) x_title: &'a str,
    /// Ends of the upright axis.
    pub(in crate::charts) y: (f64, f64),
    /// What its numbers are.
    pub(in crate::charts) y_unit: Unit,
    /// Over it.
    pub(in crate::charts) y_title: &'a str,
    /// Where the frame begins.
    pub(in crate::charts) top: f64,
    /// Height of the plot.
    pub(in crate::charts) height: f64,
    /// Pixels kept free on the right.
    pub(in crate::charts) margin: f64,
}

/// A frame that is drawn.
#[derive(Clone, Copy, Debug)]
pub(in crate::charts) struct Plane {
    /// Across.
    pub(in crate::charts) x: Scale,
    /// Upright.
    pub(in crate::charts) y: Scale,
    /// Upper edge of the plot.
    pub(in crate::charts) top: f64,
    /// Lower edge of the plot.
    pub(in crate::charts) bottom: f64,
    /// Under everything.
    pub(in crate::charts) end: f64,
}

impl Plane {
    /// Draws the frame with its grid, labels and titles.
    pub(in crate::charts) fn draw(canvas: &mut Canvas, spec: &Spec<'_>) -> Self {
        let titled = fit(spec.y_title, SMALL, canvas.width, 2);
        let titled = if titled == [""] { Vec::new() } else { titled };
        let top = canvas.text_under((0.0, spec.top), Align::Start, SMALL, Tone::Quiet, &titled);
        // Half a label of the axis stands above the plot.
        let top = top + 9.0;
        let bottom = top + spec.height;
        let y = Scale::new(spec.y, (bottom, top));
        let y_ticks = ticks(&y, spec.y_unit, (spec.height / 45.0) as usize);
        let widest = y_ticks.iter().map(|(_, label)| SMALL.width(label)).fold(0.0, f64::max);
        let left = widest.min(canvas.width * 0.25).ceil() + 8.0;
        let right = canvas.width - spec.margin.max(8.0);
        let x = Scale::new(spec.x, (left, right));
        upright(canvas, &y, &y_ticks, (left, right));
        let made;
        let x_ticks = if spec.x_ticks.is_empty() {
            made = ticks(&x, spec.x_unit, ((right - left) / 70.0) as usize);
            &made
        } else {
            spec.x_ticks
        };
        grid_across(canvas, &x, x_ticks, (top, bottom));
        // Clear of the lowest label of the upright axis.
        let mut end = labels_across(canvas, &x, x_ticks, bottom + 7.0);
        let title = one_line(spec.x_title, SMALL, right);
        if !title.is_empty() {
            end = canvas.text_under((right, end), Align::End, SMALL, Tone::Quiet, &[title]);
        }
        Self { x, y, top, bottom, end: end + 4.0 }
    }

    /// A point of the plot.
    pub(in crate::charts) fn at(&self, x: f64, y: f64) -> (f64, f64) {
        (self.x.at(x), self.y.at(y))
    }
}

/// The usual height of a plot on a sheet.
pub(in crate::charts) fn height(canvas: &Canvas) -> f64 {
    (canvas.width * 0.42).clamp(200.0, 360.0).round()
}
