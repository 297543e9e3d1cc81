//! On what terms, where one of several options is chosen: how often each is signed.

use super::parts::bars::{Bar, Bars};
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::unit::Unit;

/// The options of an issue.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionShares {
    /// Its id on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// In the order of the file.
    pub rows: Vec<OptionShare>,
}

/// One option.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionShare {
    /// Its name.
    pub option: String,
    /// Share of the signed deals that choose it.
    pub share: f64,
    /// What else is to be said of it, such as who wants it; may be empty.
    pub note: String,
}

impl OptionShares {
    /// Draws the bars at this width in pixels.
    pub fn draw(&self, width: f64) -> Figure {
        let bar = |row: &OptionShare| Bar {
            label: row.option.clone(),
            length: row.share,
            interval: None,
            value: Unit::Share.show(row.share),
            note: row.note.clone(),
            tone: 0,
        };
        let bars = Bars {
            rows: self.rows.iter().map(bar).collect(),
            ends: (0.0, 1.0),
            unit: Unit::Share,
            axis: "share of the signed deals",
            legend: Vec::new(),
        };
        let part = |row: &OptionShare| {
            format!("{} {}", isolated(&row.option), Unit::Share.show(row.share))
        };
        let parts: Vec<String> = self.rows.iter().map(part).collect();
        let description = format!("Shares of the signed deals. {}.", parts.join(", "));
        bars.draw(width, &self.id, (&self.title, description), self.table())
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&self.title, &["option", "#share of signed deals", "note"]);
        for row in &self.rows {
            let cells = [row.option.clone(), Unit::Share.show(row.share), row.note.clone()];
            table.row(cells.to_vec());
        }
        table
    }
}
