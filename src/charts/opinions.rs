//! Second opinions: other models' forecasts on an issue's scale.

use super::parts::canvas::{Canvas, Pen, Rect, Words};
use super::parts::columns::{Columns, Entry};
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::issue_scale::anchored;
use super::parts::legend::{Sample, legend};
use super::parts::mark::{Mark, Shape};
use super::parts::palette::Tone;
use super::parts::scale::Scale;
use super::parts::unit::Unit;
use super::parts::values::{Anchor, Quantiles, Range};

/// Forecasts on one issue.
#[derive(Clone, Debug, PartialEq)]
pub struct Opinions {
    /// Its id on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The ends of the issue's scale.
    pub scale: Range,
    /// Points of the scale in words.
    pub anchors: Vec<Anchor>,
    /// What zopa says is signed, to hold the others against.
    pub signed: Option<Quantiles>,
    /// A row each.
    pub rows: Vec<Opinion>,
}

/// One model's forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct Opinion {
    /// Its name.
    pub name: String,
    /// The forecast; `None` where the model has no answer.
    pub at: Option<f64>,
    /// Between which it lies: a tie, or the rounds before.
    pub range: Option<Range>,
    /// What else is to be said, such as its published error; may be empty.
    pub note: String,
}

const FORECAST: Mark = Mark::Filled(Tone::Hue(0));
const SIGNED: Tone = Tone::Hue(3);

impl Opinions {
    /// Draws the rows at this width in pixels.
    pub fn draw(&self, width: f64) -> Figure {
        let mut canvas = Canvas::new(width);
        let unit = self.unit();
        let entry = |row: &Opinion| Entry {
            label: row.name.clone(),
            value: row.at.map_or_else(|| "no answer".to_owned(), |at| unit.show(at)),
            note: row.note.clone(),
        };
        let entries: Vec<Entry> = self.rows.iter().map(entry).collect();
        let columns = Columns::new(&canvas, &entries);
        let scale = Scale::new((self.scale.low, self.scale.high), columns.plot);
        let here = canvas.here();
        let mut top = 2.0;
        for (row, entry) in self.rows.iter().zip(&entries) {
            let place = columns.row(&mut canvas, top, 20.0, entry);
            self.mark(&mut canvas, &scale, row, place.middle);
            top = place.bottom;
        }
        let end = canvas.under(here, |canvas| {
            if let Some(signed) = self.signed {
                let (low, high) = (scale.at(signed.p25), scale.at(signed.p75));
                let rect = Rect { x: low, y: 0.0, width: (high - low).max(1.5), height: top };
                let tip =
                    format!("half of the signed terms: {}", unit.range(signed.p25, signed.p75));
                canvas.rect(rect, SIGNED, 0.18, &tip);
                let x = scale.at(signed.p50);
                canvas.line((x, 0.0), (x, top), Pen::new(SIGNED, 1.6));
            }
            anchored(canvas, &scale, &self.anchors, unit, (0.0, top))
        });
        let mut entries = vec![(Sample::Mark(Shape::Diamond, FORECAST), "forecast".to_owned())];
        if self.rows.iter().any(|row| row.range.is_some()) {
            let text = "its range".to_owned();
            entries.push((Sample::Line(Pen::new(Tone::Hue(0), 2.0)), text));
        }
        if self.signed.is_some() {
            let text = "this simulation: middle and half of the signed terms".to_owned();
            entries.push((Sample::Box(SIGNED, 0.3), text));
        }
        let end = legend(&mut canvas, end + 4.0, &entries);
        let words = Words { title: self.title.clone(), description: self.describe() };
        canvas.finish(&self.id, words, end, self.table())
    }

    fn unit(&self) -> Unit {
        Unit::Position(self.scale.high - self.scale.low)
    }

    fn mark(&self, canvas: &mut Canvas, scale: &Scale, row: &Opinion, y: f64) {
        let unit = self.unit();
        if let Some(range) = row.range {
            let (low, high) = (scale.at(range.low), scale.at(range.high));
            canvas.line((low, y), (high, y), Pen::new(Tone::Hue(0), 2.0));
        }
        if let Some(at) = row.at {
            let tip = format!("{}: {}", isolated(&row.name), unit.show(at));
            canvas.mark(Shape::Diamond, (scale.at(at), y), 5.0, FORECAST, &tip);
        }
    }

    fn describe(&self) -> String {
        let unit = self.unit();
        let part = |row: &Opinion| {
            let at = row.at.map_or_else(|| "no answer".to_owned(), |at| unit.show(at));
            format!("{} {at}", isolated(&row.name))
        };
        let parts: Vec<String> = self.rows.iter().map(part).collect();
        let (low, high) = (unit.show(self.scale.low), unit.show(self.scale.high));
        format!("Forecasts on a scale from {low} to {high}. {}.", parts.join("; "))
    }

    fn table(&self) -> Table {
        let unit = self.unit();
        let mut table = Table::new(&self.title, &["model", "#forecast", "#range", "note"]);
        let dash = || "–".to_owned();
        for row in &self.rows {
            table.row(vec![
                row.name.clone(),
                row.at.map_or_else(|| "no answer".to_owned(), |at| unit.show(at)),
                row.range.map_or_else(dash, |range| unit.range(range.low, range.high)),
                row.note.clone(),
            ]);
        }
        if let Some(signed) = self.signed {
            table.row(vec![
                "this simulation".to_owned(),
                unit.show(signed.p50),
                unit.range(signed.p25, signed.p75),
                "half of the signed terms".to_owned(),
            ]);
        }
        table
    }
}
