//! Two principals in the space of their values: the frontier, the points of the theories, and what
//! was offered.

use super::parts::canvas::{Canvas, Pen, Rect, Words};
use super::parts::curves::pen;
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::fit::{SMALL, one_line};
use super::parts::legend::{Sample, legend};
use super::parts::mark::{Mark, Shape};
use super::parts::palette::Tone;
use super::parts::place::beside;
use super::parts::plane::{Plane, Spec};
use super::parts::point::Point;
use super::parts::scale::{extent, rounded};
use super::parts::unit::Unit;

/// The picture of two parties' values.
#[derive(Clone, Debug, PartialEq)]
pub struct Pareto {
    /// Its id on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The party whose value goes across.
    pub across: String,
    /// The party whose value goes up.
    pub upright: String,
    /// What the values are: [`Unit::Value`], or [`Unit::Number`] for a game's points.
    pub unit: Unit,
    /// Packages that no other beats for both, from the upright party's best to the other's.
    pub frontier: Vec<ParetoStep>,
    /// Points with names.
    pub points: Vec<ParetoPoint>,
    /// Offers in their order.
    pub paths: Vec<ParetoPath>,
    /// Possible outcomes.
    pub cloud: Vec<(f64, f64)>,
}

/// A point of the frontier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ParetoStep {
    /// (across, upright).
    pub at: (f64, f64),
    /// Is there nothing between it and the point before? The line then steps down before it goes
    /// across: what lies beyond a step nobody can have.
    pub after_gap: bool,
}

/// A point with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct ParetoPoint {
    /// Such as `Nash`.
    pub name: String,
    /// (across, upright).
    pub at: (f64, f64),
}

/// What a side offered, one after the other.
#[derive(Clone, Debug, PartialEq)]
pub struct ParetoPath {
    /// Whose offers.
    pub name: String,
    /// (across, upright).
    pub points: Vec<(f64, f64)>,
}

/// Most points of the cloud that are drawn; of more, every n-th.
const CLOUD: usize = 1500;
/// Most packages of a frontier that are marked.
const MARKED: usize = 120;

impl Pareto {
    /// Draws the picture at this width in pixels.
    pub fn draw(&self, width: f64) -> Figure {
        let mut canvas = Canvas::new(width);
        let height = (canvas.width * 0.6).clamp(240.0, 420.0).round();
        let plane = Plane::draw(
            &mut canvas,
            &Spec {
                x: self.ends(|point| point.0),
                x_unit: self.unit,
                x_ticks: &[],
                x_title: &format!("value for {} →", self.across),
                y: self.ends(|point| point.1),
                y_unit: self.unit,
                y_title: &format!("↑ value for {}", self.upright),
                top: 0.0,
                height,
                margin: 12.0,
            },
        );
        let every = self.cloud.len().div_ceil(CLOUD).max(1);
        for point in self.cloud.iter().step_by(every) {
            canvas.mark(Shape::Circle, plane.at(point.0, point.1), 1.8, CLOUDED, "");
        }
        let track: Vec<Point> = self.line().into_iter().map(|p| plane.at(p.0, p.1)).collect();
        canvas.polyline(&track, Pen::new(Tone::Ink, 2.0), "Pareto frontier");
        if self.is_listed() {
            for step in &self.frontier {
                let at = plane.at(step.at.0, step.at.1);
                canvas.mark(Shape::Circle, at, 2.4, Mark::Filled(Tone::Ink), "");
            }
        }
        for (series, path) in self.paths.iter().enumerate() {
            self.path(&mut canvas, &plane, path, series + 3);
        }
        let keyed = self.names(&mut canvas, &plane, &track);
        let end = self.legend(&mut canvas, plane.end, &keyed);
        let words = Words { title: self.title.clone(), description: self.describe() };
        canvas.finish(&self.id, words, end, self.table())
    }

    /// The corners of the frontier's line, across from left to right.
    pub fn line(&self) -> Vec<(f64, f64)> {
        let mut steps = self.frontier.clone();
        steps.sort_by(|a, b| a.at.0.total_cmp(&b.at.0));
        let mut line: Vec<(f64, f64)> = Vec::new();
        for step in &steps {
            if let Some(before) = line.last().copied()
                && step.after_gap
            {
                line.push((before.0, step.at.1));
            }
            line.push(step.at);
        }
        line
    }

    /// Is the frontier nothing but single packages? Few enough are marked.
    fn is_listed(&self) -> bool {
        self.frontier.len() <= MARKED && self.frontier.iter().skip(1).all(|step| step.after_gap)
    }

    /// The axis: all points, and 0 to 1 where they are values.
    fn ends(&self, pick: fn(&(f64, f64)) -> f64) -> (f64, f64) {
        let named = self.points.iter().map(|point| &point.at);
        let offered = self.paths.iter().flat_map(|path| &path.points);
        let frontier = self.frontier.iter().map(|step| &step.at);
        let all = frontier.chain(&self.cloud).chain(named).chain(offered);
        let (low, high) = extent(all.map(pick)).unwrap_or((0.0, 1.0));
        rounded((low, high), 6)
    }

    fn path(&self, canvas: &mut Canvas, plane: &Plane, path: &ParetoPath, series: usize) {
        let track: Vec<Point> = path.points.iter().map(|p| plane.at(p.0, p.1)).collect();
        canvas.polyline(&track, Pen { width: 1.4, ..pen(series) }, "");
        for (index, (point, at)) in path.points.iter().zip(&track).enumerate() {
            let tip = format!(
                "{}, offer {}: {} and {}",
                isolated(&path.name),
                index + 1,
                self.unit.show(point.0),
                self.unit.show(point.1)
            );
            canvas.mark(Shape::of(series), *at, 3.0, Mark::Filled(Tone::Hue(series)), &tip);
        }
    }

    /// Marks the named points and writes their names beside them where there is room; the others
    /// get a number that the legend explains.
    fn names(&self, canvas: &mut Canvas, plane: &Plane, track: &[Point]) -> Vec<usize> {
        let bounds = Rect {
            x: plane.x.pixels().0 + 2.0,
            y: plane.top,
            width: canvas.width - plane.x.pixels().0 - 2.0,
            height: plane.bottom - plane.top,
        };
        let around =
            |(x, y): Point, r: f64| Rect { x: x - r, y: y - r, width: 2.0 * r, height: 2.0 * r };
        let mut obstacles: Vec<Rect> = Vec::new();
        for pair in track.windows(2) {
            // The frontier as a string of small boxes.
            for step in 0..=6 {
                let share = f64::from(step) / 6.0;
                let at = (
                    pair[0].0 + share * (pair[1].0 - pair[0].0),
                    pair[0].1 + share * (pair[1].1 - pair[0].1),
                );
                obstacles.push(around(at, 1.0));
            }
        }
        let places: Vec<Point> = self.points.iter().map(|p| plane.at(p.at.0, p.at.1)).collect();
        obstacles.extend(places.iter().map(|at| around(*at, 6.0)));
        let mut keyed = Vec::new();
        for (index, (point, at)) in self.points.iter().zip(&places).enumerate() {
            let tip = format!(
                "{}: {} {}, {} {}",
                isolated(&point.name),
                isolated(&self.across),
                self.unit.show(point.at.0),
                isolated(&self.upright),
                self.unit.show(point.at.1)
            );
            canvas.mark(Shape::of(index), *at, 5.5, Mark::Filled(Tone::Hue(index)), &tip);
            let name = one_line(&point.name, SMALL, canvas.width * 0.4);
            let place = beside(canvas, *at, SMALL, &name, bounds, &obstacles);
            match place.filter(|_| !name.is_empty() && self.points.len() <= 12) {
                Some((place, align)) => canvas.text(place, align, SMALL, Tone::Ink, &[name]),
                None => keyed.push(index),
            }
        }
        keyed
    }

    fn legend(&self, canvas: &mut Canvas, top: f64, keyed: &[usize]) -> f64 {
        let mut entries = Vec::new();
        if !self.frontier.is_empty() {
            let text = "Pareto frontier: no package is better for both".to_owned();
            entries.push((Sample::Line(Pen::new(Tone::Ink, 2.0)), text));
        }
        for index in keyed {
            let mark = Sample::Mark(Shape::of(*index), Mark::Filled(Tone::Hue(*index)));
            entries.push((mark, self.points[*index].name.clone()));
        }
        for (index, path) in self.paths.iter().enumerate() {
            let series = index + 3;
            let mark = Mark::Filled(Tone::Hue(series));
            let line = Pen { width: 1.4, ..pen(series) };
            let sample = Sample::Marked(line, Shape::of(series), mark);
            entries.push((sample, format!("offers of {}", isolated(&path.name))));
        }
        if !self.cloud.is_empty() {
            entries.push((Sample::Mark(Shape::Circle, CLOUDED), "possible outcomes".to_owned()));
        }
        legend(canvas, top, &entries)
    }

    fn describe(&self) -> String {
        let part = |point: &ParetoPoint| {
            let (x, y) = (self.unit.show(point.at.0), self.unit.show(point.at.1));
            format!("{} {x} and {y}", isolated(&point.name))
        };
        let parts: Vec<String> = self.points.iter().map(part).collect();
        format!(
            "Values for {} across and {} upwards, with the frontier of packages that none beats for \
             both. {}.",
            isolated(&self.across),
            isolated(&self.upright),
            parts.join("; ")
        )
    }

    fn table(&self) -> Table {
        let columns = ["point", &format!("#{}", self.across), &format!("#{}", self.upright)];
        let mut table = Table::new(&self.title, &columns);
        let mut add = |name: String, at: (f64, f64)| {
            table.row(vec![name, self.unit.show(at.0), self.unit.show(at.1)]);
        };
        for point in &self.points {
            add(point.name.clone(), point.at);
        }
        for path in &self.paths {
            for (index, at) in path.points.iter().enumerate() {
                add(format!("{}, offer {}", path.name, index + 1), *at);
            }
        }
        for step in &self.frontier {
            add("frontier".to_owned(), step.at);
        }
        table
    }
}

const CLOUDED: Mark = Mark::Filled(Tone::Rule);
