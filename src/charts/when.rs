//! By when: cumulative odds over time.

use super::parts::axis::{Tick, months};
use super::parts::canvas::{Canvas, Words};
use super::parts::curves::{self, Curve, EndLabels};
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::plane::{Plane, Spec, height};
use super::parts::scale::{extent, rounded};
use super::parts::unit::Unit;

/// Cumulative odds of one or more happenings.
#[derive(Clone, Debug, PartialEq)]
pub struct When {
    /// Its id on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// What the months are counted from, for the numbers below: `months after 18 August 2025`.
    pub axis: String,
    /// What stands under the axis: what its ticks are.
    pub axis_title: String,
    /// Dates to write under the axis, as (months, words); months in numbers where there are none.
    pub ticks: Vec<(f64, String)>,
    /// Odds in [0, 1] over months, with the band between worlds.
    pub series: Vec<Curve>,
}

impl When {
    /// Draws the curves at this width in pixels.
    pub fn draw(&self, width: f64) -> Figure {
        let mut canvas = Canvas::new(width);
        let labels = EndLabels::new(&canvas, self.series.iter().map(|s| s.name.as_str()));
        let top =
            if labels.is_none() { curves::names(&mut canvas, 0.0, &self.series) } else { 0.0 };
        let times = self.series.iter().flat_map(|s| s.points.iter().map(|p| p.at));
        let (_, last) = extent(times).unwrap_or((0.0, 12.0));
        let highest = extent(self.series.iter().flat_map(Curve::heights)).map_or(1.0, |e| e.1);
        let up = rounded((0.0, highest.clamp(0.01, 1.0)), 5).1.min(1.0);
        let tall = height(&canvas);
        let most = if canvas.narrow() { 6 } else { 10 };
        let ticks: Vec<Tick> =
            if self.ticks.is_empty() { months(last, most) } else { self.ticks.clone() };
        let plane = Plane::draw(
            &mut canvas,
            &Spec {
                x: (0.0, if last > 0.0 { last } else { 12.0 }),
                x_unit: Unit::Number,
                x_ticks: &ticks,
                x_title: &self.axis_title,
                y: (0.0, up),
                y_unit: Unit::Share,
                y_title: &curves::with_band("odds that it has happened by then", &self.series),
                top,
                height: tall,
                margin: labels.as_ref().map_or(8.0, |labels| labels.margin),
            },
        );
        let ends = curves::draw(&mut canvas, &plane, &self.series, Unit::Share, false);
        if let Some(labels) = labels {
            labels.draw(&mut canvas, &plane, &ends);
        }
        let words = Words { title: self.title.clone(), description: self.describe() };
        canvas.finish(&self.id, words, plane.end, self.table())
    }

    fn describe(&self) -> String {
        let part = |curve: &Curve| {
            let last = curve.points.last().map_or(0.0, |point| point.value);
            format!("{} reaches {}", isolated(&curve.name), Unit::Share.show(last))
        };
        let parts: Vec<String> = self.series.iter().map(part).collect();
        format!("Curves of odds rising over {}. {}.", isolated(&self.axis), parts.join("; "))
    }

    fn table(&self) -> Table {
        curves::table(&self.title, &self.axis, &self.series, Unit::Share, "eight in ten worlds")
    }
}
