//! Will it last: the share of signed deals that still stand, over the months after signing.

use super::parts::canvas::{Align, Canvas, Pen, Words};
use super::parts::curves::{self, Curve, EndLabels};
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::fit::{SMALL, one_line};
use super::parts::palette::Tone;
use super::parts::plane::{Plane, Spec, height};
use super::parts::scale::extent;
use super::parts::unit::Unit;

/// Shares of deals still standing.
#[derive(Clone, Debug, PartialEq)]
pub struct Survival {
    /// Its id on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// What the months are counted from: `months after signing`.
    pub axis: String,
    /// Months worth a line, with their words: 12 and `1 year`.
    pub marks: Vec<(f64, String)>,
    /// Shares in [0, 1] over months, with the band between worlds.
    pub curves: Vec<Curve>,
}

impl Survival {
    /// Draws the curves at this width in pixels.
    pub fn draw(&self, width: f64) -> Figure {
        let mut canvas = Canvas::new(width);
        let labels = EndLabels::new(&canvas, self.curves.iter().map(|c| c.name.as_str()));
        let several = self.curves.len() > 1 && labels.is_none();
        let top = if several { curves::names(&mut canvas, 0.0, &self.curves) } else { 0.0 };
        let months = self.curves.iter().flat_map(|c| c.points.iter().map(|p| p.at));
        let marked = self.marks.iter().map(|mark| mark.0);
        let (_, last) = extent(months.chain(marked)).unwrap_or((0.0, 60.0));
        let tall = height(&canvas);
        let plane = Plane::draw(
            &mut canvas,
            &Spec {
                x: (0.0, if last > 0.0 { last } else { 60.0 }),
                x_unit: Unit::Number,
                x_ticks: &[],
                x_title: &self.axis,
                y: (0.0, 1.0),
                y_unit: Unit::Share,
                y_title: "share of deals that still stand; the shade holds eight in ten worlds",
                top,
                height: tall,
                margin: labels.as_ref().map_or(8.0, |labels| labels.margin),
            },
        );
        self.marks(&mut canvas, &plane);
        let ends = curves::draw(&mut canvas, &plane, &self.curves, Unit::Share, false);
        if let Some(labels) = labels {
            labels.draw(&mut canvas, &plane, &ends);
        }
        let words = Words { title: self.title.clone(), description: self.describe() };
        canvas.finish(&self.id, words, plane.end, self.table())
    }

    /// Upright lines with the share of the first curve there.
    fn marks(&self, canvas: &mut Canvas, plane: &Plane) {
        let mut free = f64::NEG_INFINITY;
        for (at, words) in &self.marks {
            let x = plane.x.at(*at);
            let pen = Pen::new(Tone::Quiet, 1.0).dashed(2);
            canvas.line((x, plane.top), (x, plane.bottom), pen);
            let share = self.curves.first().and_then(|curve| curves::value_at(curve, *at));
            let told = share.map_or_else(String::new, |share| Unit::Share.show(share));
            let text = one_line(format!("{words}: {told}").trim_end_matches(": "), SMALL, 120.0);
            let wide = SMALL.width(&text);
            // Inside the plot: to the left of its line, where the curve has been.
            let (align, edge) = if x - wide - 6.0 > plane.x.pixels().0 {
                (Align::End, x - 5.0)
            } else {
                (Align::Start, x + 5.0)
            };
            let left = if align == Align::End { edge - wide } else { edge };
            if left > free && left + wide <= canvas.width {
                let y = plane.bottom - SMALL.leading();
                canvas.text((edge, y), align, SMALL, Tone::Ink, &[text]);
                free = left + wide + 4.0;
            }
        }
    }

    fn describe(&self) -> String {
        let first = self.curves.first();
        let part = |(at, words): &(f64, String)| {
            let share = first.and_then(|curve| curves::value_at(curve, *at))?;
            Some(format!("{} after {}", Unit::Share.show(share), isolated(words)))
        };
        let parts: Vec<String> = self.marks.iter().filter_map(part).collect();
        format!("A falling curve: of the deals signed, {} still stand.", parts.join(", "))
    }

    fn table(&self) -> Table {
        curves::table(&self.title, &self.axis, &self.curves, Unit::Share, "eight in ten worlds")
    }
}
