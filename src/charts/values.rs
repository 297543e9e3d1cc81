//! Who gets what: what each party signs, against its alternative when it signs.

use super::parts::canvas::{Canvas, Pen, Words};
use super::parts::columns::{Columns, Entry};
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::legend::{Sample, legend};
use super::parts::mark::{Mark, Shape};
use super::parts::palette::Tone;
use super::parts::scale::{Scale, extent, rounded};
use super::parts::unit::Unit;
use super::parts::values::Range;

/// The parties' values.
#[derive(Clone, Debug, PartialEq)]
pub struct Values {
    /// Its id on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// A row each.
    pub rows: Vec<PartyValue>,
}

/// One party.
#[derive(Clone, Debug, PartialEq)]
pub struct PartyValue {
    /// Its name.
    pub party: String,
    /// Mean value of the terms it signs; `None` where it signs none.
    pub deal: Option<f64>,
    /// Mean value of its alternative then.
    pub outside: Option<f64>,
    /// The spread of the former.
    pub deal_range: Option<Range>,
    /// The spread of the latter.
    pub outside_range: Option<Range>,
}

const DEAL: Mark = Mark::Filled(Tone::Hue(0));
const OUTSIDE: Mark = Mark::Hollow(Tone::Hue(1));

impl Values {
    /// Draws the dumbbells at this width in pixels.
    pub fn draw(&self, width: f64) -> Figure {
        let mut canvas = Canvas::new(width);
        let entries: Vec<Entry> = self.rows.iter().map(entry).collect();
        let columns = Columns::new(&canvas, &entries);
        let scale = Scale::new(self.ends(), columns.plot);
        let here = canvas.here();
        let mut top = 2.0;
        for (row, entry) in self.rows.iter().zip(&entries) {
            let place = columns.row(&mut canvas, top, 26.0, entry);
            dumbbell(&mut canvas, &scale, row, place.middle);
            top = place.bottom;
        }
        let end =
            canvas.under(here, |canvas| columns.across(canvas, &scale, Unit::Value, (0.0, top)));
        let mut entries = vec![
            (Sample::Mark(Shape::Circle, DEAL), "the terms it signs".to_owned()),
            (
                Sample::Mark(Shape::Diamond, OUTSIDE),
                "what it then expects of its alternative".to_owned(),
            ),
        ];
        if self.rows.iter().any(|row| row.deal_range.is_some() || row.outside_range.is_some()) {
            let text = "eight in ten worlds".to_owned();
            entries.push((Sample::Line(Pen::new(Tone::Hue(0), 1.2)), text));
        }
        let end = legend(&mut canvas, end + 4.0, &entries);
        let words = Words { title: self.title.clone(), description: self.describe() };
        canvas.finish(&self.id, words, end, self.table())
    }

    /// From 0 to 1, or further where values lie outside.
    fn ends(&self) -> (f64, f64) {
        let ranges = |row: &PartyValue| [row.deal_range, row.outside_range];
        let ends = |row| ranges(row).into_iter().flatten().flat_map(|r| [r.low, r.high]);
        let means = |row: &PartyValue| [row.deal, row.outside].into_iter().flatten();
        let all = self.rows.iter().flat_map(|row| means(row).chain(ends(row)));
        let (low, high) = extent(all).unwrap_or((0.0, 1.0));
        if low >= 0.0 && high <= 1.0 {
            (0.0, 1.0)
        } else {
            rounded((low.min(0.0), high.max(1.0)), 5)
        }
    }

    fn describe(&self) -> String {
        let part = |row: &PartyValue| format!("{} {}", isolated(&row.party), in_words(row));
        let parts: Vec<String> = self.rows.iter().map(part).collect();
        format!("Values, 0 to 1. {}.", parts.join("; "))
    }

    fn table(&self) -> Table {
        let columns = ["party", "#terms", "#alternative", "#gain"];
        let mut table = Table::new(&self.title, &columns);
        let show = |value: Option<f64>| value.map_or("–".to_owned(), |v| Unit::Value.show(v));
        for row in &self.rows {
            let gain = row.deal.zip(row.outside).map(|(deal, outside)| deal - outside);
            table.row(vec![row.party.clone(), show(row.deal), show(row.outside), show(gain)]);
        }
        table
    }
}

fn in_words(row: &PartyValue) -> String {
    let show = |value: Option<f64>| value.map_or("–".to_owned(), |v| Unit::Value.show(v));
    format!("terms {}, alternative {}", show(row.deal), show(row.outside))
}

fn entry(row: &PartyValue) -> Entry {
    let gain = row.deal.zip(row.outside).map(|(deal, outside)| deal - outside);
    let value = match gain {
        Some(gain) if gain > 0.0 => format!("+{}", Unit::Value.show(gain)),
        Some(gain) => Unit::Value.show(gain),
        None => String::new(),
    };
    Entry { label: row.party.clone(), value, note: in_words(row) }
}

fn dumbbell(canvas: &mut Canvas, scale: &Scale, row: &PartyValue, y: f64) {
    for (range, tone, aside) in
        [(row.deal_range, Tone::Hue(0), -4.0), (row.outside_range, Tone::Hue(1), 4.0)]
    {
        if let Some(range) = range {
            let (low, high) = (scale.at(range.low), scale.at(range.high));
            canvas.line((low, y + aside), (high, y + aside), Pen::new(tone, 1.2));
        }
    }
    if let (Some(deal), Some(outside)) = (row.deal, row.outside) {
        let ends = ((scale.at(deal), y), (scale.at(outside), y));
        canvas.line(ends.0, ends.1, Pen::new(Tone::Quiet, 2.5));
    }
    let name = isolated(&row.party);
    if let Some(outside) = row.outside {
        let tip = format!("{name}, its alternative: {}", Unit::Value.show(outside));
        canvas.mark(Shape::Diamond, (scale.at(outside), y), 5.0, OUTSIDE, &tip);
    }
    if let Some(deal) = row.deal {
        let tip = format!("{name}, the terms: {}", Unit::Value.show(deal));
        canvas.mark(Shape::Circle, (scale.at(deal), y), 5.5, DEAL, &tip);
    }
}
