//! A study's outcome against one of its factors: a line for numbers, rows of dots for words.

use super::parts::canvas::{Canvas, Pen, Words};
use super::parts::columns::{Columns, Entry};
use super::parts::curves::{self, Curve, CurvePoint, EndLabels};
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::legend::{Sample, legend};
use super::parts::mark::{Mark, Shape};
use super::parts::palette::Tone;
use super::parts::plane::{Plane, Spec, height};
use super::parts::scale::{Scale, extent, rounded};
use super::parts::unit::Unit;
use super::parts::values::{Interval, Range};

/// An outcome against a factor.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    /// Its id on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The factor, under the axis.
    pub factor: String,
    /// The outcome, over the axis.
    pub outcome: String,
    /// What the outcome's numbers are.
    pub unit: Unit,
    /// One or more lines.
    pub series: Vec<StudySeries>,
}

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct StudySeries {
    /// Its name; may be empty where there is only one.
    pub name: String,
    /// In the order of the factor's values.
    pub points: Vec<StudyPoint>,
}

/// An outcome at a value of the factor.
#[derive(Clone, Debug, PartialEq)]
pub struct StudyPoint {
    /// The value.
    pub at: Level,
    /// The outcome with its interval.
    pub outcome: Interval,
}

/// A value of a factor.
#[derive(Clone, Debug, PartialEq)]
pub enum Level {
    /// A number.
    Number(f64),
    /// A word: a variant, a scenario.
    Word(String),
}

impl Study {
    /// Draws the lines or dots at this width in pixels.
    pub fn draw(&self, width: f64) -> Figure {
        let points = || self.series.iter().flat_map(|series| &series.points);
        let numbers = points().all(|point| matches!(point.at, Level::Number(_)));
        if numbers { self.lines(width) } else { self.dots(width) }
    }

    fn lines(&self, width: f64) -> Figure {
        let mut canvas = Canvas::new(width);
        let series: Vec<Curve> = self.series.iter().map(curve).collect();
        let labels = EndLabels::new(&canvas, series.iter().map(|s| s.name.as_str()));
        let several = series.len() > 1 && labels.is_none();
        let top = if several { curves::names(&mut canvas, 0.0, &series) } else { 0.0 };
        let at = series.iter().flat_map(|s| s.points.iter().map(|p| p.at));
        let tall = height(&canvas);
        let plane = Plane::draw(
            &mut canvas,
            &Spec {
                x: extent(at).unwrap_or((0.0, 1.0)),
                x_unit: Unit::Number,
                x_ticks: &[],
                x_title: &self.factor,
                y: self.ends(),
                y_unit: self.unit,
                y_title: &self.outcome,
                top,
                height: tall,
                margin: labels.as_ref().map_or(12.0, |labels| labels.margin),
            },
        );
        let ends = curves::draw(&mut canvas, &plane, &series, self.unit, false);
        for (number, series) in series.iter().enumerate() {
            for point in &series.points {
                let tip = self.tip(&series.name, &Unit::Number.show(point.at), point.value);
                let at = plane.at(point.at, point.value);
                canvas.mark(Shape::of(number), at, 3.5, Mark::Filled(Tone::Hue(number)), &tip);
            }
        }
        if let Some(labels) = labels {
            labels.draw(&mut canvas, &plane, &ends);
        }
        let words = Words { title: self.title.clone(), description: self.describe() };
        canvas.finish(&self.id, words, plane.end, self.table())
    }

    fn dots(&self, width: f64) -> Figure {
        let mut canvas = Canvas::new(width);
        let rows = self.rows();
        let entry = |row: &Row<'_>| Entry {
            label: row.level.clone(),
            value: row
                .dots
                .iter()
                .map(|dot| self.unit.show(dot.1.value))
                .collect::<Vec<_>>()
                .join(" · "),
            note: String::new(),
        };
        let entries: Vec<Entry> = rows.iter().map(entry).collect();
        let columns = Columns::new(&canvas, &entries);
        let scale = Scale::new(self.ends(), columns.plot);
        let here = canvas.here();
        let mut top = 2.0;
        for (row, entry) in rows.iter().zip(&entries) {
            let apart = 11.0;
            let place = columns.row(&mut canvas, top, row.dots.len() as f64 * apart + 8.0, entry);
            for (index, (number, outcome, name)) in row.dots.iter().enumerate() {
                let offset = index as f64 - (row.dots.len() as f64 - 1.0) / 2.0;
                let y = place.middle + offset * apart;
                let (low, high) = (scale.at(outcome.low), scale.at(outcome.high));
                canvas.line((low, y), (high, y), Pen::new(Tone::Hue(*number), 1.8));
                let tip = self.tip(name, &isolated(&row.level), outcome.value);
                let mark = Mark::Filled(Tone::Hue(*number));
                canvas.mark(Shape::of(*number), (scale.at(outcome.value), y), 4.5, mark, &tip);
            }
            top = place.bottom;
        }
        let end =
            canvas.under(here, |canvas| columns.across(canvas, &scale, self.unit, (0.0, top)));
        let entry = |(number, series): (usize, &StudySeries)| {
            let mark = Mark::Filled(Tone::Hue(number));
            let line = Pen::new(Tone::Hue(number), 1.8);
            (Sample::Marked(line, Shape::of(number), mark), series.name.clone())
        };
        let named = self.series.iter().enumerate().filter(|(_, s)| !s.name.is_empty());
        let end = legend(&mut canvas, end + 4.0, &named.map(entry).collect::<Vec<_>>());
        let words = Words { title: self.title.clone(), description: self.describe() };
        canvas.finish(&self.id, words, end, self.table())
    }

    /// The levels in the order of their first mention, with the outcomes of every series there.
    fn rows(&self) -> Vec<Row<'_>> {
        let mut rows: Vec<Row<'_>> = Vec::new();
        for (number, series) in self.series.iter().enumerate() {
            for point in &series.points {
                let level = point.at.show();
                let at = rows.iter().position(|row| row.level == level).unwrap_or_else(|| {
                    rows.push(Row { level, dots: Vec::new() });
                    rows.len() - 1
                });
                rows[at].dots.push((number, point.outcome, &series.name));
            }
        }
        rows
    }

    fn ends(&self) -> (f64, f64) {
        let points = self.series.iter().flat_map(|series| &series.points);
        let (low, high) = extent(points.flat_map(|p| p.outcome.numbers())).unwrap_or((0.0, 1.0));
        if self.unit != Unit::Share {
            return rounded((low, high), 5);
        }
        (0.0, rounded((0.0, high.clamp(0.01, 1.0)), 5).1.min(1.0))
    }

    fn tip(&self, name: &str, level: &str, value: f64) -> String {
        let name = isolated(name);
        let joint = if name.is_empty() { "" } else { ", " };
        format!("{name}{joint}{} {level}: {}", isolated(&self.factor), self.unit.show(value))
    }

    fn describe(&self) -> String {
        let part = |series: &StudySeries| {
            let ends = [series.points.first(), series.points.last()];
            let told = ends.into_iter().flatten().map(|point| {
                format!("{} at {}", self.unit.show(point.outcome.value), isolated(&point.at.show()))
            });
            format!("{} {}", isolated(&series.name), told.collect::<Vec<_>>().join(", "))
        };
        let parts: Vec<String> = self.series.iter().map(part).collect();
        let (outcome, factor) = (isolated(&self.outcome), isolated(&self.factor));
        format!("{outcome} against {factor}. {}.", parts.join("; "))
    }

    fn table(&self) -> Table {
        let columns = ["series", self.factor.as_str(), "#outcome", "#interval"];
        let mut table = Table::new(&self.title, &columns);
        for series in &self.series {
            for point in &series.points {
                let Interval { value, low, high } = point.outcome;
                table.row(vec![
                    series.name.clone(),
                    point.at.show(),
                    self.unit.show(value),
                    self.unit.range(low, high),
                ]);
            }
        }
        table
    }
}

/// A level with its dots: number of the series, outcome, name of the series.
struct Row<'a> {
    level: String,
    dots: Vec<(usize, Interval, &'a str)>,
}

impl Level {
    fn show(&self) -> String {
        match self {
            Self::Number(number) => Unit::Number.show(*number),
            Self::Word(word) => word.clone(),
        }
    }
}

fn curve(series: &StudySeries) -> Curve {
    let point = |point: &StudyPoint| {
        let Level::Number(at) = point.at else { return None };
        let Interval { value, low, high } = point.outcome;
        Some(CurvePoint { at, value, band: Some(Range { low, high }) })
    };
    Curve { name: series.name.clone(), points: series.points.iter().filter_map(point).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_rows_in_the_order_of_their_first_mention() {
        let outcome = Interval { value: 0.1, low: 0.0, high: 0.2 };
        let series = |name: &str, words: &[&str]| StudySeries {
            name: name.to_owned(),
            points: words
                .iter()
                .map(|word| StudyPoint { at: Level::Word((*word).to_owned()), outcome })
                .collect(),
        };
        let study = Study {
            id: "s".to_owned(),
            title: "s".to_owned(),
            factor: "variant".to_owned(),
            outcome: "odds".to_owned(),
            unit: Unit::Share,
            series: vec![series("a", &["base", "tough"]), series("b", &["soft", "base"])],
        };
        let rows = study.rows();
        let told: Vec<(&str, Vec<usize>)> = rows
            .iter()
            .map(|row| (row.level.as_str(), row.dots.iter().map(|dot| dot.0).collect()))
            .collect();
        assert_eq!(told, [("base", vec![0, 1]), ("tough", vec![0]), ("soft", vec![1])]);
    }
}
