//! A sheet: headings, paragraphs, lists, tables and drawings, in order. It is written as Markdown that
//! reads as plain text ([`markdown`](super::markdown)), or as a page ([`page`](super::page)).

use crate::charts::{Concessions, Figure, Histogram, Pareto};

/// A part of a sheet.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// A heading of a level; 1 is the sheet's own.
    Heading(usize, String),
    /// A paragraph.
    Paragraph(String),
    /// One entry of a list.
    Item(String),
    /// A table.
    Table(Grid),
    /// A table that stands for a drawing, where there are none.
    Bars(Grid),
    /// A drawing, which a text goes without.
    Drawing(Drawing),
}

/// A table.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    /// The columns' names.
    pub(super) head: Vec<String>,
    /// The columns that hold numbers.
    pub(super) right: Vec<usize>,
    /// The cells.
    pub(super) rows: Vec<Vec<String>>,
}

/// A drawing.
#[derive(Clone, Debug)]
pub(super) enum Drawing {
    /// Values of two parties.
    Pareto(Pareto),
    /// Who conceded when.
    Concessions(Concessions),
    /// How often which score.
    Histogram(Histogram),
}

impl Drawing {
    /// The drawing at a width in pixels.
    pub(super) fn draw(&self, width: f64) -> Figure {
        match self {
            Self::Pareto(chart) => chart.draw(width),
            Self::Concessions(chart) => chart.draw(width),
            Self::Histogram(chart) => chart.draw(width),
        }
    }
}

/// A sheet under construction.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    pub(super) blocks: Vec<Block>,
}

impl Sheet {
    /// A heading of a level: 1 is the sheet's own.
    pub(crate) fn heading(&mut self, level: usize, text: &str) {
        self.blocks.push(Block::Heading(level, text.to_owned()));
    }

    /// A paragraph.
    pub(crate) fn paragraph(&mut self, text: &str) {
        self.blocks.push(Block::Paragraph(text.to_owned()));
    }

    /// One entry of a list.
    pub(crate) fn item(&mut self, text: &str) {
        self.blocks.push(Block::Item(text.to_owned()));
    }

    /// A table; the columns in `right` are of numbers.
    pub(crate) fn table(&mut self, head: &[&str], right: &[usize], rows: &[Vec<String>]) {
        self.blocks.push(Block::Table(grid(head, right, rows)));
    }

    /// The same, where the page has a drawing instead.
    pub(super) fn bars(&mut self, head: &[&str], right: &[usize], rows: &[Vec<String>]) {
        self.blocks.push(Block::Bars(grid(head, right, rows)));
    }

    /// A drawing, on a page.
    pub(super) fn drawing(&mut self, drawing: Drawing) {
        self.blocks.push(Block::Drawing(drawing));
    }

    /// The sheet as a page that stands alone.
    pub(crate) fn page(&self) -> String {
        super::page::write(self)
    }

    /// The sheet as Markdown, 80 columns wide.
    pub(crate) fn done(self) -> String {
        super::markdown::write(&self)
    }
}

fn grid(head: &[&str], right: &[usize], rows: &[Vec<String>]) -> Grid {
    Grid {
        head: head.iter().map(|&text| text.to_owned()).collect(),
        right: right.to_vec(),
        rows: rows.to_vec(),
    }
}
