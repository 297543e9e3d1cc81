//! Calibration: how often it happened, of what was given such odds.

use super::parts::canvas::{Align, Canvas, Pen, Words};
use super::parts::canvas::{Rect, text_box};
use super::parts::figure::{Figure, Table};
use super::parts::fit::SMALL;
use super::parts::legend::{Sample, legend};
use super::parts::mark::{Mark, Shape};
use super::parts::palette::Tone;
use super::parts::plane::{Plane, Spec};
use super::parts::unit::Unit;
use super::parts::values::Interval;
use crate::text::number::{percent, thousands};

/// A reliability diagram.
#[derive(Clone, Debug, PartialEq)]
pub struct Reliability {
    /// Its id on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// In ascending order of the forecast.
    pub bins: Vec<ReliabilityBin>,
}

/// The forecasts of one bin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReliabilityBin {
    /// Their mean.
    pub forecast: f64,
    /// The share that came true, with its 95% interval.
    pub observed: Interval,
    /// How many there are.
    pub count: u64,
}

impl Reliability {
    /// Draws the diagram at this width in pixels.
    pub fn draw(&self, width: f64) -> Figure {
        let mut canvas = Canvas::new(width);
        // Square, as far as the width allows: the diagonal is the message.
        let height = (canvas.width * 0.55).clamp(240.0, 400.0).round();
        let spare = (canvas.width - height - 60.0).max(8.0);
        let plane = Plane::draw(
            &mut canvas,
            &Spec {
                x: (0.0, 1.0),
                x_unit: Unit::Share,
                x_ticks: &[],
                x_title: "odds that were given",
                y: (0.0, 1.0),
                y_unit: Unit::Share,
                y_title: "share that came true",
                top: 0.0,
                height,
                margin: spare,
            },
        );
        let ends = (plane.at(0.0, 0.0), plane.at(1.0, 1.0));
        canvas.line(ends.0, ends.1, Pen::new(Tone::Quiet, 1.2).dashed(1));
        let mark = |canvas: &mut Canvas, bin: &ReliabilityBin| {
            let (x, y) = plane.at(bin.forecast, bin.observed.value);
            let (low, high) = (plane.y.at(bin.observed.low), plane.y.at(bin.observed.high));
            let pen = Pen::new(Tone::Hue(0), 1.6);
            canvas.line((x, low), (x, high), pen);
            let tip = format!(
                "given {}, came true {} ({}), {}",
                percent(bin.forecast),
                percent(bin.observed.value),
                Unit::Share.range(bin.observed.low, bin.observed.high),
                forecasts(bin.count)
            );
            canvas.mark(Shape::Circle, (x, y), 5.0, Mark::Filled(Tone::Hue(0)), &tip);
        };
        for bin in &self.bins {
            mark(&mut canvas, bin);
        }
        self.counts(&mut canvas, &plane);
        let entries = [
            (
                Sample::Marked(
                    Pen::new(Tone::Hue(0), 1.6),
                    Shape::Circle,
                    Mark::Filled(Tone::Hue(0)),
                ),
                "share that came true, with its 95% interval and the number of forecasts"
                    .to_owned(),
            ),
            (Sample::Line(Pen::new(Tone::Quiet, 1.2).dashed(1)), "perfectly calibrated".to_owned()),
        ];
        let end = legend(&mut canvas, plane.end, &entries);
        let words = Words { title: self.title.clone(), description: self.describe() };
        canvas.finish(&self.id, words, end, self.table())
    }

    /// How many forecasts, beside their marks where there is room.
    fn counts(&self, canvas: &mut Canvas, plane: &Plane) {
        for bin in &self.bins {
            let (x, y) = plane.at(bin.forecast, bin.observed.value);
            let text = thousands(bin.count);
            for (at, align) in [((x + 9.0, y), Align::Start), ((x - 9.0, y), Align::End)] {
                let rect = text_box(at, align, SMALL, &text);
                if rect.x >= plane.x.pixels().0
                    && rect.x + rect.width <= canvas.width
                    && rect.y + rect.height <= plane.bottom + 6.0
                    && canvas.is_free(&Rect { x: rect.x - 2.0, width: rect.width + 4.0, ..rect })
                {
                    canvas.text(at, align, SMALL, Tone::Ink, &[text]);
                    break;
                }
            }
        }
    }

    fn describe(&self) -> String {
        let part = |bin: &ReliabilityBin| {
            format!("given {}, came true {}", percent(bin.forecast), percent(bin.observed.value))
        };
        let parts: Vec<String> = self.bins.iter().map(part).collect();
        format!("Points near the diagonal are well calibrated. {}.", parts.join("; "))
    }

    fn table(&self) -> Table {
        let columns = ["#odds given", "#came true", "#95% interval", "#forecasts"];
        let mut table = Table::new(&self.title, &columns);
        for bin in &self.bins {
            table.row(vec![
                percent(bin.forecast),
                percent(bin.observed.value),
                Unit::Share.range(bin.observed.low, bin.observed.high),
                thousands(bin.count),
            ]);
        }
        table
    }
}

fn forecasts(count: u64) -> String {
    if count == 1 { "1 forecast".to_owned() } else { format!("{} forecasts", thousands(count)) }
}
