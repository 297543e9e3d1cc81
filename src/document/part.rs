//! What a section is made of.

use super::{Scale, Section, Text};
use crate::charts::Figure;
use crate::results::Place;

/// A part of a section.
#[derive(Clone, Debug)]
pub enum Part {
    /// The answer in a sentence or two.
    Lead(Text),
    /// Running text.
    Paragraph(Text),
    /// How to read what stands above it, or what to beware of.
    Note(Text),
    /// A heading inside the section.
    Heading(Text),
    /// Points.
    List(Vec<Text>),
    /// Points that are marked as such on a terminal too.
    Points(Vec<Text>),
    /// What belongs below the point, the row or the paragraph that stands above it.
    Below(Text),
    /// A table.
    Table(Table),
    /// Marks on a scale: drawn on a terminal, where there is nothing better, and tables elsewhere.
    Scale(Scale),
    /// A chart.
    Figure(Box<Illustration>),
    /// What is there for those who open it.
    Folded {
        /// What is in it.
        title: Text,
        /// The rest.
        parts: Vec<Part>,
    },
    /// A command to be typed.
    Command(String),
}

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What it holds.
    pub caption: Text,
    /// Its columns; the first names the row.
    pub columns: Vec<Column>,
    /// One cell a column, or a text and a figure over all columns of the rows below.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Does it hold numbers, which stand to the right?
    pub numeric: bool,
    /// Does it hold little, so that its lines are not to be broken?
    pub short: bool,
}

/// A cell.
#[derive(Clone, Debug)]
pub enum Cell {
    /// Text.
    Text(Text),
    /// A share from 0 to 1 as a bar, where there is room for one and nothing better: on a terminal.
    Bar(f64),
    /// Two bars from one middle, where there is room for them and nothing better: shares of the room on either
    /// side, from −1 to 1.
    Bars {
        /// Of the low end.
        low: f64,
        /// Of the high end.
        high: f64,
    },
    /// A small drawing, an `<svg>` element, that says what the text beside it says.
    Drawing(String),
}

/// A chart at two widths, for a desk and for a telephone, and where its numbers stand.
#[derive(Clone, Debug)]
pub struct Illustration {
    /// For pages and print.
    pub wide: Figure,
    /// For narrow screens.
    pub narrow: Figure,
    /// Under these places of the results every number of the chart stands.
    pub from: Vec<Place>,
    /// Does a heading right above it say what it shows, so that its title need not be seen?
    pub under_heading: bool,
    /// What stands for it in a text to be read as it is, which goes without drawings.
    pub instead: Option<Table>,
}

impl Table {
    /// An empty table. A heading that begins with `#` is one of numbers, with `~` one of short words; the sign is
    /// no part of it, and what else it begins with is.
    pub fn new(caption: impl Into<Text>, columns: &[&str]) -> Self {
        let column = |title: &&str| {
            let (numeric, short) = (title.strip_prefix('#'), title.strip_prefix('~'));
            Column {
                title: numeric.or(short).unwrap_or(title).to_owned(),
                numeric: numeric.is_some(),
                short: short.is_some(),
            }
        };
        let columns = columns.iter().map(column).collect();
        Self { caption: caption.into(), columns, rows: Vec::new() }
    }

    /// May the heading of its section stand in the head of its first column?
    pub fn shares_heading(&self) -> bool {
        self.caption.is_empty()
            && !self.is_headless()
            && self.columns.first().is_some_and(|column| column.title.is_empty())
    }

    /// Has no column a heading?
    pub fn is_headless(&self) -> bool {
        self.columns.iter().all(|column| column.title.is_empty())
    }

    /// Adds a row of cells.
    pub fn cells(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.rows.push(cells.into_iter().collect());
        debug_assert_eq!(self.rows.last().map(Vec::len), Some(self.columns.len()));
    }

    /// Adds a text and a figure that stand over all columns of the rows that follow, and name them.
    pub fn over(&mut self, text: Text, figure: Text) {
        debug_assert!(self.columns.len() > 2);
        self.rows.push(vec![Cell::Text(text), Cell::Text(figure)]);
    }

    /// Adds a row of texts.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Text>) {
        self.rows.push(cells.into_iter().map(Cell::Text).collect());
        debug_assert_eq!(self.rows.last().map(Vec::len), Some(self.columns.len()));
    }
}

impl Illustration {
    /// Widths in pixels that pages have room for.
    const WIDTHS: (f64, f64) = (680.0, 320.0);

    /// A chart, drawn by a function of the width.
    pub fn new(draw: impl Fn(f64) -> Figure, from: impl IntoIterator<Item = Place>) -> Self {
        let (wide, narrow) = Self::WIDTHS;
        Self {
            wide: draw(wide),
            narrow: draw(narrow),
            from: from.into_iter().collect(),
            under_heading: false,
            instead: None,
        }
    }

    /// The same right under a heading that says what it shows.
    pub fn under_heading(self) -> Self {
        Self { under_heading: true, ..self }
    }

    /// The same, for which a text has this table.
    pub fn or(self, table: Table) -> Self {
        Self { instead: Some(table), ..self }
    }

    /// The chart's own name, without the width it is drawn at.
    pub fn name(&self) -> &str {
        let id = self.wide.id.as_str();
        id.rsplit_once('-').filter(|(_, width)| is_number(width)).map_or(id, |(name, _)| name)
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl From<Illustration> for Part {
    fn from(figure: Illustration) -> Self {
        Self::Figure(Box::new(figure))
    }
}

impl Section {
    /// A section.
    pub fn new(id: impl Into<String>, title: impl Into<Text>, parts: Vec<Part>) -> Self {
        Self { id: id.into(), title: title.into(), parts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A party may be called “#1”.
    #[test]
    fn one_sign_of_a_heading_is_taken_off() {
        let table = Table::new(Text::new(), &["", "##1", "~~ far", "#odds"]);
        let titles: Vec<&str> = table.columns.iter().map(|column| &*column.title).collect();
        assert_eq!(titles, ["", "#1", "~ far", "odds"]);
        let numeric: Vec<bool> = table.columns.iter().map(|column| column.numeric).collect();
        assert_eq!(numeric, [false, true, false, true]);
    }
}
