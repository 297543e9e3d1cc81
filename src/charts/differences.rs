//! What a change does: paired differences with their intervals, against none.

use super::parts::canvas::{Align, Canvas, Pen, Words};
use super::parts::columns::{Columns, Entry};
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::fit::{SMALL, one_line};
use super::parts::legend::{Sample, legend};
use super::parts::mark::{Mark, Shape};
use super::parts::palette::Tone;
use super::parts::scale::{Scale, extent, rounded};
use super::parts::unit::Unit;
use super::parts::values::Interval;

/// A forest plot.
#[derive(Clone, Debug, PartialEq)]
pub struct Differences {
    /// Its id on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// What the numbers are: [`Unit::Points`] for odds.
    pub unit: Unit,
    /// What being left of none means: `less likely`.
    pub lower: String,
    /// What being right of it means: `more likely`.
    pub higher: String,
    /// A row each.
    pub rows: Vec<Difference>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Of what.
    pub label: String,
    /// How large, with its 95% interval.
    pub difference: Interval,
    /// What else is to be said, such as the odds before and after; may be empty.
    pub note: String,
}

impl Differences {
    /// Draws the rows at this width in pixels.
    pub fn draw(&self, width: f64) -> Figure {
        let mut canvas = Canvas::new(width);
        let entry = |row: &Difference| Entry {
            label: row.label.clone(),
            value: self.unit.show(row.difference.value),
            note: row.note.clone(),
        };
        let entries: Vec<Entry> = self.rows.iter().map(entry).collect();
        let columns = Columns::new(&canvas, &entries);
        let scale = Scale::new(self.ends(), columns.plot);
        let here = canvas.here();
        let first = self.sides(&mut canvas, &scale);
        let mut top = first;
        for (row, entry) in self.rows.iter().zip(&entries) {
            let place = columns.row(&mut canvas, top, 22.0, entry);
            self.mark(&mut canvas, &scale, row, place.middle);
            top = place.bottom;
        }
        let end = canvas.under(here, |canvas| {
            let end = columns.across(canvas, &scale, self.unit, (first, top));
            let zero = scale.at(0.0);
            canvas.line((zero, first), (zero, top), Pen::new(Tone::Ink, 1.4));
            end
        });
        let line = Pen::new(Tone::Hue(0), 2.0);
        let entries = [
            (
                Sample::Marked(line, Shape::Circle, Mark::Filled(Tone::Hue(0))),
                "difference with its 95% interval".to_owned(),
            ),
            (
                Sample::Marked(line, Shape::Circle, Mark::Hollow(Tone::Hue(0))),
                "could be none".to_owned(),
            ),
        ];
        let end = legend(&mut canvas, end + 4.0, &entries);
        let words = Words { title: self.title.clone(), description: self.describe() };
        canvas.finish(&self.id, words, end, self.table())
    }

    /// All intervals and none, as far to the left as to the right where both are used.
    fn ends(&self) -> (f64, f64) {
        let all = self.rows.iter().flat_map(|row| row.difference.numbers());
        let (low, high) = extent(all.chain([0.0])).unwrap_or((-0.1, 0.1));
        let far = low.abs().max(high.abs());
        rounded((low.min(-far * 0.25), high.max(far * 0.25)), 5)
    }

    /// What left and right mean, over the rows.
    fn sides(&self, canvas: &mut Canvas, scale: &Scale) -> f64 {
        let zero = scale.at(0.0);
        let y = SMALL.leading() / 2.0 + 1.0;
        let half = canvas.width / 2.0 - 12.0;
        let lower = one_line(&format!("← {}", isolated(&self.lower)), SMALL, half);
        let higher = one_line(&format!("{} →", isolated(&self.higher)), SMALL, half);
        // Either side of none, or as near as the edges let them.
        let (left, right) = (SMALL.width(&lower), SMALL.width(&higher));
        let start = (zero - 6.0 - left).clamp(0.0, (canvas.width - left - right - 12.0).max(0.0));
        let then = (zero + 6.0).max(start + left + 12.0).min(canvas.width - right);
        canvas.text((start, y), Align::Start, SMALL, Tone::Quiet, &[lower]);
        canvas.text((then, y), Align::Start, SMALL, Tone::Quiet, &[higher]);
        SMALL.leading() + 4.0
    }

    fn mark(&self, canvas: &mut Canvas, scale: &Scale, row: &Difference, y: f64) {
        let Interval { value, low, high } = row.difference;
        let sure = low > 0.0 || high < 0.0;
        let pen = Pen::new(Tone::Hue(0), 2.0);
        let (from, to) = (scale.at(low), scale.at(high));
        canvas.line((from, y), (to, y), pen);
        for x in [from, to] {
            canvas.line((x, y - 4.0), (x, y + 4.0), Pen { width: 1.4, ..pen });
        }
        let paint = if sure { Mark::Filled(Tone::Hue(0)) } else { Mark::Hollow(Tone::Hue(0)) };
        let tip = format!(
            "{}: {} ({})",
            isolated(&row.label),
            self.unit.show(value),
            self.unit.range(low, high)
        );
        canvas.mark(Shape::Circle, (scale.at(value), y), 5.0, paint, &tip);
    }

    fn describe(&self) -> String {
        let part = |row: &Difference| {
            let Interval { value, low, high } = row.difference;
            let (value, range) = (self.unit.show(value), self.unit.range(low, high));
            format!("{} {value}, interval {range}", isolated(&row.label))
        };
        let parts: Vec<String> = self.rows.iter().map(part).collect();
        format!("Differences with 95% intervals round a line of none. {}.", parts.join("; "))
    }

    fn table(&self) -> Table {
        let columns = ["", "#difference", "#95% interval", "note"];
        let mut table = Table::new(&self.title, &columns);
        for row in &self.rows {
            let Interval { value, low, high } = row.difference;
            table.row(vec![
                row.label.clone(),
                self.unit.show(value),
                self.unit.range(low, high),
                row.note.clone(),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_lies_within_the_axis_with_room_on_both_sides() {
        let row = |value: f64| Difference {
            label: "signed".to_owned(),
            difference: Interval { value, low: value - 0.01, high: value + 0.01 },
            note: String::new(),
        };
        for rows in [vec![row(0.3)], vec![row(-0.3)], vec![row(0.0)], vec![]] {
            let chart = Differences {
                id: "d".to_owned(),
                title: "d".to_owned(),
                unit: Unit::Points,
                lower: "less".to_owned(),
                higher: "more".to_owned(),
                rows,
            };
            let (low, high) = chart.ends();
            assert!(low < 0.0 && high > 0.0, "{low} {high}");
        }
    }
}
