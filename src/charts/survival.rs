//! Will it last: the share of signed deals that still stand, over the months after signing.

use super::parts::axis::months;
use super::parts::canvas::{Align, Canvas, Pen, Words, text_box};
use super::parts::curves::{self, Curve, EndLabels};
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::fit::{SMALL, one_line};
use super::parts::mark::{Mark, Shape};
use super::parts::palette::Tone;
use super::parts::plane::{Plane, Spec, height};
use super::parts::point::Point;
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
        let times = self.curves.iter().flat_map(|c| c.points.iter().map(|p| p.at));
        let marked = self.marks.iter().map(|mark| mark.0);
        let (_, last) = extent(times.chain(marked)).unwrap_or((0.0, 60.0));
        let (tall, narrow) = (height(&canvas), canvas.narrow());
        let plane = Plane::draw(
            &mut canvas,
            &Spec {
                x: (0.0, if last > 0.0 { last } else { 60.0 }),
                x_unit: Unit::Number,
                x_ticks: &months(last, if narrow { 6 } else { 10 }),
                x_title: &self.axis,
                y: (0.0, 1.0),
                y_unit: Unit::Share,
                y_title: &curves::with_band("share of deals that still stand", &self.curves),
                top,
                height: tall,
                margin: labels.as_ref().map_or(8.0, |labels| labels.margin),
            },
        );
        let here = canvas.here();
        let ends = curves::draw(&mut canvas, &plane, &self.curves, Unit::Share, false);
        if let Some(labels) = labels {
            labels.draw(&mut canvas, &plane, &ends);
        }
        self.marks(&mut canvas, &plane, here);
        let words = Words { title: self.title.clone(), description: self.describe() };
        canvas.finish(&self.id, words, plane.end, self.table())
    }

    /// Upright lines with the share of the first curve there.
    fn marks(&self, canvas: &mut Canvas, plane: &Plane, under: usize) {
        for (at, words) in &self.marks {
            let x = plane.x.at(*at);
            let pen = Pen::new(Tone::Quiet, 1.0).dashed(2);
            canvas.under(under, |canvas| canvas.line((x, plane.top), (x, plane.bottom), pen));
            let share = self.curves.first().and_then(|curve| curves::value_at(curve, *at));
            let Some(share) = share else { continue };
            let told = Unit::Share.show(share);
            let point = (x, plane.y.at(share));
            let tip = format!("{}: {told} still stand", isolated(words));
            canvas.mark(Shape::Circle, point, 4.0, Mark::Filled(Tone::Hue(0)), &tip);
            let text = one_line(&format!("{words}: {told}"), SMALL, 130.0);
            label(canvas, plane, point, text);
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

/// Writes a label beside a point of a falling curve, where the curve is not: above on the right, or
/// below on the left; nowhere if neither is free.
fn label(canvas: &mut Canvas, plane: &Plane, (x, y): Point, text: String) {
    let tries = [
        ((x + 7.0, y - 9.0), Align::Start),
        ((x - 7.0, y + 10.0), Align::End),
        ((x - 5.0, y - 14.0), Align::End),
    ];
    let free = tries.into_iter().find(|(at, align)| {
        let rect = text_box(*at, *align, SMALL, &text);
        rect.x >= plane.x.pixels().0
            && rect.x + rect.width <= canvas.width
            && rect.y + rect.height <= plane.bottom
            && canvas.is_free(&rect)
    });
    if let Some((at, align)) = free {
        canvas.text(at, align, SMALL, Tone::Ink, &[text]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marks_tell_the_share_on_the_line_between_points() {
        let point = |at, value| curves::CurvePoint { at, value, band: None };
        let curve =
            Curve { name: "all".to_owned(), points: vec![point(0.0, 1.0), point(24.0, 0.5)] };
        let survival = Survival {
            id: "s".to_owned(),
            title: "Will it last?".to_owned(),
            axis: "months".to_owned(),
            marks: vec![(12.0, "1 year".to_owned()), (60.0, "5 years".to_owned())],
            curves: vec![curve],
        };
        let figure = survival.draw(760.0);
        assert!(figure.svg.contains(">1 year: 75%</text>"));
        // No share is made up where the curve has ended.
        assert!(!figure.svg.contains("5 years:"));
        assert!(figure.description.contains("75% after 1 year"));
    }
}
