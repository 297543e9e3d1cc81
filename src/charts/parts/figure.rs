//! A drawn chart with all that stands around it.

use std::fmt::Write as _;

use super::escape::escape;
use super::fit::{SMALL, Type, brief, composed, fit};
use super::measure::{ASCENT, DESCENT};
use super::palette::{FONTS, standalone_css};
use super::point::number;

/// A chart, its words for those who cannot see it, and its numbers as a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Unique on a page: the chart's own id and the width it is drawn at.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// What is to be seen, in a few sentences: the text of the `<desc>`.
    pub description: String,
    /// The `<svg>` element for a page whose style contains [`crate::charts::css`]. It fills its parent's
    /// width. Empty of style and script, so that any Content-Security-Policy lets it pass.
    pub svg: String,
    /// The same numbers.
    pub table: Table,
    /// Width of the drawing in pixels.
    pub width: f64,
    /// Height of the drawing in pixels.
    pub height: f64,
    /// The elements inside, for the drawing that stands alone.
    pub(in crate::charts) body: String,
}

/// The numbers of a chart for readers of tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it holds.
    pub caption: String,
    /// The columns; the first names the row.
    pub columns: Vec<Column>,
    /// One text a column.
    pub rows: Vec<Vec<String>>,
}

/// A column of a [`Table`].
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Does it hold numbers, which stand to the right?
    pub numeric: bool,
}

impl Table {
    /// An empty table. A heading that begins with `#` is one of numbers.
    pub(in crate::charts) fn new(caption: &str, columns: &[&str]) -> Self {
        let column = |title: &&str| Column {
            title: title.strip_prefix('#').unwrap_or(title).to_owned(),
            numeric: title.starts_with('#'),
        };
        let columns = columns.iter().map(column).collect();
        Self { caption: caption.to_owned(), columns, rows: Vec::new() }
    }

    /// Adds a row.
    pub(in crate::charts) fn row(&mut self, cells: Vec<String>) {
        debug_assert_eq!(cells.len(), self.columns.len());
        self.rows.push(cells);
    }
}

/// Title of a drawing that stands alone.
const HEADING: Type = Type { size: 16.0, bold: true };
/// Letters reach a little over their advance: so much is kept free at either side.
const OVERHANG: f64 = 2.0;
/// Room round it.
const MARGIN: f64 = 16.0;

impl Figure {
    /// The chart as a file of its own: with its title above, `source` (where the numbers are from)
    /// below, its own style and an opaque ground.
    pub fn standalone(&self, source: &str) -> String {
        let room = self.width;
        let title = fit(&self.title, HEADING, room, 3);
        let source = fit(source, SMALL, room, 4);
        let head = HEADING.leading() * title.len() as f64 + 8.0;
        let foot = if source == [""] { 0.0 } else { SMALL.leading() * source.len() as f64 + 8.0 };
        let (width, height) = (room + 2.0 * MARGIN, self.height + head + foot + 2.0 * MARGIN);
        let mut out = String::with_capacity(self.body.len() + 4096);
        let _ = write!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"zopa\" width=\"{w}\" height=\"{h}\" \
             viewBox=\"{left} {top} {w} {h}\" {role}",
            w = number(width),
            h = number(height),
            left = number(-MARGIN),
            top = number(-MARGIN - head),
            role = self.opening(),
        );
        let _ = write!(
            out,
            "<style>\n{}</style>\n<rect class=\"f-ground\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n",
            standalone_css(),
            number(-MARGIN),
            number(-MARGIN - head),
            number(width),
            number(height),
        );
        lines(&mut out, &title, HEADING, -head, "f-ink");
        out.push_str(&self.body);
        lines(&mut out, &source, SMALL, self.height + 8.0, "f-quiet");
        out.push_str("</svg>\n");
        out
    }

    /// Fills in `svg`.
    pub(in crate::charts) fn finish(mut self) -> Self {
        self.svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"zopa\" viewBox=\"{} 0 {} {}\" width=\"100%\" {}{}</svg>\n",
            number(-OVERHANG),
            number(self.width + 2.0 * OVERHANG),
            number(self.height),
            self.opening(),
            self.body,
        );
        self
    }

    /// The attributes of both forms that do not differ, and the title and description.
    fn opening(&self) -> String {
        let id = escape(&self.id);
        format!(
            "font-family=\"{FONTS}\" font-size=\"13\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\n\
             <title id=\"{id}-t\">{}</title>\n<desc id=\"{id}-d\">{}</desc>\n",
            escape(&brief(&self.title, 300)),
            escape(&composed(&self.description, 2000)),
        )
    }
}

/// Lines of text at the left edge, under `top`.
fn lines(out: &mut String, lines: &[String], font: Type, top: f64, class: &str) {
    let weight = if font.bold { " font-weight=\"700\"" } else { "" };
    let leading = font.leading();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
        let box_height = (ASCENT + DESCENT) * font.size;
        let base = top + leading * index as f64 + (leading - box_height) / 2.0 + ASCENT * font.size;
        let _ = writeln!(
            out,
            "<text class=\"{class}\" x=\"0\" y=\"{}\" font-size=\"{}\"{weight}>{}</text>",
            number(base),
            number(font.size),
            escape(line),
        );
    }
}
