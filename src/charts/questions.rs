//! The questions of a scenario: inside view, spread between worlds, outside view and pooled.

use super::parts::canvas::{Canvas, Pen, Rect, Words};
use super::parts::columns::{Columns, Entry};
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::legend::{Sample, legend};
use super::parts::mark::{Mark, Shape};
use super::parts::palette::Tone;
use super::parts::scale::Scale;
use super::parts::unit::Unit;
use super::parts::values::{Interval, Range};
use crate::text::number::{percent, points};

/// The questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Questions {
    /// Its id on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// In the order of the file.
    pub rows: Vec<Question>,
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The question with its date.
    pub text: String,
    /// The odds of the simulation.
    pub odds: Interval,
    /// Eight in ten worlds lie here.
    pub worlds: Option<Range>,
    /// How often the like happens.
    pub outside: Option<f64>,
    /// Both views together.
    pub pooled: Option<f64>,
    /// The odds in words.
    pub words: String,
}

const INSIDE: Mark = Mark::Filled(Tone::Hue(0));
const OUTSIDE: Mark = Mark::Hollow(Tone::Hue(1));
/// The outside view stands so far above the simulation and the pooled odds below it, so that none
/// hides another.
const LANE: f64 = 10.0;
const POOLED: Mark = Mark::Filled(Tone::Hue(3));

impl Questions {
    /// Draws the rows at this width in pixels.
    pub fn draw(&self, width: f64) -> Figure {
        let mut canvas = Canvas::new(width);
        let entries: Vec<Entry> = self.rows.iter().map(entry).collect();
        let columns = Columns::new(&canvas, &entries);
        let scale = Scale::new((0.0, 1.0), columns.plot);
        let here = canvas.here();
        let mut top = 2.0;
        for (row, entry) in self.rows.iter().zip(&entries) {
            let place = columns.row(&mut canvas, top, 2.0 * LANE + 10.0, entry);
            marks(&mut canvas, &scale, row, place.middle);
            top = place.bottom;
        }
        let end =
            canvas.under(here, |canvas| columns.across(canvas, &scale, Unit::Share, (0.0, top)));
        let end = self.legend(&mut canvas, end + 4.0);
        let words = Words { title: self.title.clone(), description: self.describe() };
        canvas.finish(&self.id, words, end, self.table())
    }

    fn legend(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let line = Pen::new(Tone::Hue(0), 2.0);
        let inside = "the simulation, with its 95% interval".to_owned();
        let mut entries = vec![(Sample::Marked(line, Shape::Circle, INSIDE), inside)];
        let mut add = |shown: bool, sample: Sample, text: &str| {
            if shown {
                entries.push((sample, text.to_owned()));
            }
        };
        let any = |has: fn(&Question) -> bool| self.rows.iter().any(has);
        let band = Sample::Box(Tone::Hue(0), 0.25);
        add(any(|row| row.worlds.is_some()), band, "eight in ten worlds");
        let outside = Sample::Mark(Shape::Diamond, OUTSIDE);
        add(any(|row| row.outside.is_some()), outside, "outside view: how often the like happens");
        let pooled = Sample::Mark(Shape::Square, POOLED);
        add(any(|row| row.pooled.is_some()), pooled, "both pooled");
        legend(canvas, top, &entries)
    }

    fn describe(&self) -> String {
        let part = |row: &Question| {
            format!("{}: {}, {}", isolated(&row.text), percent(row.odds.value), row.words)
        };
        let parts: Vec<String> = self.rows.iter().map(part).collect();
        format!("Odds on a scale from 0 to 100%. {}.", parts.join("; "))
    }

    fn table(&self) -> Table {
        let columns = [
            "question",
            "#odds",
            "#95% interval",
            "#eight in ten worlds",
            "#outside view",
            "#pooled",
            "in words",
        ];
        let mut table = Table::new(&self.title, &columns);
        let dash = || "–".to_owned();
        for row in &self.rows {
            table.row(vec![
                row.text.clone(),
                percent(row.odds.value),
                Unit::Share.range(row.odds.low, row.odds.high),
                row.worlds.map_or_else(dash, |range| Unit::Share.range(range.low, range.high)),
                row.outside.map_or_else(dash, percent),
                row.pooled.map_or_else(dash, percent),
                row.words.clone(),
            ]);
        }
        table
    }
}

fn entry(row: &Question) -> Entry {
    let half = (row.odds.high - row.odds.low) / 2.0;
    Entry {
        label: row.text.clone(),
        value: format!("{} ± {}", percent(row.odds.value), points(half)),
        note: row.words.clone(),
    }
}

fn marks(canvas: &mut Canvas, scale: &Scale, row: &Question, y: f64) {
    let name = isolated(&row.text);
    if let Some(range) = row.worlds {
        let (low, high) = (scale.at(range.low), scale.at(range.high));
        let rect = Rect { x: low, y: y - LANE, width: high - low, height: 2.0 * LANE };
        let tip =
            format!("{name}: eight in ten worlds {}", Unit::Share.range(range.low, range.high));
        canvas.rect(rect, Tone::Hue(0), 0.25, &tip);
    }
    if let Some(outside) = row.outside {
        let tip = format!("{name}: outside view {}", percent(outside));
        canvas.mark(Shape::Diamond, (scale.at(outside), y - LANE), 4.4, OUTSIDE, &tip);
    }
    if let Some(pooled) = row.pooled {
        let tip = format!("{name}: pooled {}", percent(pooled));
        canvas.mark(Shape::Square, (scale.at(pooled), y + LANE), 4.0, POOLED, &tip);
    }
    let (low, high) = (scale.at(row.odds.low), scale.at(row.odds.high));
    canvas.line((low, y), (high, y), Pen::new(Tone::Hue(0), 2.0));
    let tip = format!("{name}: {} ({})", percent(row.odds.value), row.words);
    canvas.mark(Shape::Circle, (scale.at(row.odds.value), y), 5.5, INSIDE, &tip);
}
