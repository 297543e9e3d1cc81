//! What the spread hangs on: shares of its variance.

use super::parts::bars::{Bar, Bars};
use super::parts::canvas::Pen;
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::legend::Sample;
use super::parts::palette::Tone;
use super::parts::scale::{extent, rounded};
use super::parts::unit::Unit;
use super::parts::values::Range;

/// Shares of variance.
#[derive(Clone, Debug, PartialEq)]
pub struct VarianceShares {
    /// Its id on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// Largest first.
    pub rows: Vec<VarianceShare>,
}

/// One input.
#[derive(Clone, Debug, PartialEq)]
pub struct VarianceShare {
    /// Its name.
    pub label: String,
    /// Its share of the variance between worlds.
    pub share: f64,
    /// An interval round it.
    pub interval: Option<Range>,
    /// Which way it works: `higher, less likely`.
    pub direction: String,
}

impl VarianceShares {
    /// Draws the bars at this width in pixels.
    pub fn draw(&self, width: f64) -> Figure {
        let bar = |row: &VarianceShare| Bar {
            label: row.label.clone(),
            length: row.share,
            interval: row.interval,
            value: Unit::Share.show(row.share),
            note: row.direction.clone(),
            tone: 0,
        };
        let intervals = self.rows.iter().filter_map(|row| row.interval);
        let highest =
            extent(self.rows.iter().map(|row| row.share).chain(intervals.map(|i| i.high)));
        let highest = highest.map_or(1.0, |ends| ends.1).clamp(0.01, 1.0);
        let mut legend = Vec::new();
        if self.rows.iter().any(|row| row.interval.is_some()) {
            legend.push((Sample::Line(Pen::new(Tone::Ink, 1.4)), "95% interval".to_owned()));
        }
        let bars = Bars {
            rows: self.rows.iter().map(bar).collect(),
            ends: (0.0, rounded((0.0, highest), 5).1.min(1.0)),
            unit: Unit::Share,
            axis: "share of the variance between worlds",
            legend,
        };
        let part = |row: &VarianceShare| {
            format!("{} {}", isolated(&row.label), Unit::Share.show(row.share))
        };
        let parts: Vec<String> = self.rows.iter().map(part).collect();
        let description = format!("Shares of the variance between worlds. {}.", parts.join(", "));
        bars.draw(width, &self.id, (&self.title, description), self.table())
    }

    fn table(&self) -> Table {
        let columns = ["input", "#share of variance", "#95% interval", "direction"];
        let mut table = Table::new(&self.title, &columns);
        for row in &self.rows {
            let interval = row.interval.map(|range| Unit::Share.range(range.low, range.high));
            table.row(vec![
                row.label.clone(),
                Unit::Share.show(row.share),
                interval.unwrap_or_else(|| "–".to_owned()),
                row.direction.clone(),
            ]);
        }
        table
    }
}
