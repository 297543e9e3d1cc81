//! A labelled scale for the terminal: one axis, and rows of marks and bands under it.
//!
//! ```text
//!                      0                  40                            100
//!                      ├───────────────────┬┬─────────────────────────────┤
//! Where they stand                                                           limit
//!   Russia             ·         l───────────────────────────────────o    ·     20
//!   Zone of agreement  ·            ███████████████████                   ·
//! ```
//!
//! Plain values in, lines of at most 80 columns out; it knows nothing of scenarios or forecasts. What falls into the same column is told apart by order: later
//! figures lie over earlier ones, except that two different marks in one column become `*`. A
//! value beyond an end is an arrow at that end, and NaN is not drawn. A scale without width has its
//! one value in the middle.

use crate::text::{Padded, fitted, width};
use crate::text::{WIDTH, hang};

/// Columns before the labels.
const INDENT: usize = 2;
/// Most columns for labels; longer ones end in `…`.
const LABEL: usize = 24;
/// Most columns for the text behind a row; longer ones end in `…`.
const TRAILING: usize = 30;
/// Two or more different marks in one column.
const COINCIDENCE: char = '*';
/// A mark beyond the low and the high end.
const BEYOND: [char; 2] = ['‹', '›'];
/// Columns of the ends and of anchors, so that the eye finds the axis from any row.
const GUIDE: char = '·';

/// What is drawn in a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// One character at a value.
    Mark {
        /// Where.
        at: f64,
        /// The character.
        sign: char,
    },
    /// A run of one character between two values, in either order, ends included.
    Band {
        /// One end.
        from: f64,
        /// The other.
        to: f64,
        /// The character: `─` for a path, `█` for a range.
        sign: char,
    },
}

/// A line under the axis.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// Words over the rows that follow, with words over their trailing text.
    Heading {
        /// On the left.
        text: String,
        /// Over the trailing texts.
        trailing: String,
    },
    /// A label, figures on the scale, and text (most often a number) behind it.
    Row {
        /// On the left.
        label: String,
        /// In the order they are painted.
        figures: Vec<Figure>,
        /// On the right, set flush right.
        trailing: String,
    },
}

impl Line {
    /// A heading.
    pub fn heading(text: impl Into<String>, trailing: impl Into<String>) -> Self {
        Self::Heading { text: text.into(), trailing: trailing.into() }
    }

    /// A row.
    pub fn row(
        label: impl Into<String>,
        figures: Vec<Figure>,
        trailing: impl Into<String>,
    ) -> Self {
        Self::Row { label: label.into(), figures, trailing: trailing.into() }
    }
}

/// A labelled point of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where.
    pub at: f64,
    /// Its value as shown on the axis, where there is room.
    pub value: String,
    /// What it means, listed under the axis; may be empty.
    pub text: String,
}

/// The axis and what stands under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Low end and its value as shown.
    pub low: (f64, String),
    /// High end and its value as shown.
    pub high: (f64, String),
    /// Anchors; the ends may be among them.
    pub ticks: Vec<Tick>,
    /// Rows and headings, top to bottom.
    pub lines: Vec<Line>,
}

/// The columns of a drawing.
#[derive(Clone, Copy)]
struct Columns {
    label: usize,
    plot: usize,
    trailing: usize,
}

impl Scale {
    /// The lines, each at most 80 columns wide and ended.
    pub fn draw(&self) -> String {
        let columns = self.columns();
        let mut out = String::new();
        self.axis(&mut out, columns);
        self.meanings(&mut out);
        for line in &self.lines {
            match line {
                Line::Heading { text, trailing } => heading(&mut out, columns, text, trailing),
                Line::Row { label, figures, trailing } => {
                    let plot: String = self.plot(columns, figures).into_iter().collect();
                    let label = fitted(label, columns.label);
                    push(&mut out, columns, &label, &plot, trailing);
                }
            }
        }
        out
    }

    /// What the anchors mean, under one another.
    fn meanings(&self, out: &mut String) {
        let told = self.ticks.iter().filter(|tick| !tick.text.is_empty());
        let told: Vec<(String, &str)> =
            told.map(|tick| (fitted(&tick.value, LABEL), tick.text.as_str())).collect();
        let widest = told.iter().map(|(value, _)| width(value)).max().unwrap_or(0);
        for (value, text) in told {
            let head = format!("{:INDENT$}{:>widest$}", "", Padded(value));
            hang(out, &head, INDENT + widest + 2, text);
        }
    }

    /// Labels and trailing texts get what they need up to a limit, the plot gets the rest.
    fn columns(&self) -> Columns {
        let mut columns = Columns { label: 8, plot: 0, trailing: 0 };
        for line in &self.lines {
            let trailing = match line {
                Line::Heading { trailing, .. } => trailing,
                Line::Row { label, trailing, .. } => {
                    columns.label = columns.label.max(width(label));
                    trailing
                }
            };
            columns.trailing = columns.trailing.max(width(trailing));
        }
        columns.label = columns.label.min(LABEL);
        columns.trailing = columns.trailing.min(TRAILING);
        columns.plot = WIDTH - INDENT - columns.label - 2 - columns.trailing - 2;
        columns
    }

    /// The column of a value: inside the plot, or the side it lies beyond. `None` for NaN.
    fn column(&self, plot: usize, at: f64) -> Option<Result<usize, usize>> {
        if at.is_nan() {
            return None;
        }
        let (low, high) = (self.low.0, self.high.0);
        if at < low {
            return Some(Err(0));
        }
        if at > high {
            return Some(Err(1));
        }
        // Halves, so that the width of the widest scale does not overflow.
        let width = high / 2.0 - low / 2.0;
        if width > 0.0 {
            let share = ((at / 2.0 - low / 2.0) / width).clamp(0.0, 1.0);
            return Some(Ok((share * (plot - 1) as f64).round() as usize));
        }
        Some(Ok(plot / 2))
    }

    fn plot(&self, columns: Columns, figures: &[Figure]) -> Vec<char> {
        let plot = columns.plot;
        let mut cells = vec![' '; plot];
        for at in self.guides() {
            if let Some(Ok(column)) = self.column(plot, at) {
                cells[column] = GUIDE;
            }
        }
        let mut marked = vec![false; plot];
        for figure in figures {
            match *figure {
                Figure::Band { from, to, sign } => self.band(&mut cells, (from, to), sign),
                Figure::Mark { at, sign } => {
                    let (column, sign) = match self.column(plot, at) {
                        Some(Ok(column)) => (column, sign),
                        Some(Err(side)) => (side * (plot - 1), BEYOND[side]),
                        None => continue,
                    };
                    let clash = marked[column] && cells[column] != sign;
                    cells[column] = if clash { COINCIDENCE } else { sign };
                    marked[column] = true;
                }
            }
        }
        cells
    }

    /// Where guides run down the drawing.
    fn guides(&self) -> impl Iterator<Item = f64> {
        [self.low.0, self.high.0].into_iter().chain(self.ticks.iter().map(|tick| tick.at))
    }

    /// A band is cut at the ends; one that lies beyond an end altogether is an arrow there.
    fn band(&self, cells: &mut [char], (from, to): (f64, f64), sign: char) {
        if from.is_nan() || to.is_nan() {
            return;
        }
        let plot = cells.len();
        let (first, last) = (from.min(to), from.max(to));
        let ends = (self.column(plot, first), self.column(plot, last));
        let (Some(first), Some(last)) = ends else { return };
        if let (Err(one), Err(other)) = (first, last)
            && one == other
        {
            cells[one * (plot - 1)] = BEYOND[one];
            return;
        }
        let cut = |end: Result<usize, usize>| end.unwrap_or_else(|side| side * (plot - 1));
        cells[cut(first)..=cut(last)].fill(sign);
    }

    /// The values over the axis, then the axis.
    fn axis(&self, out: &mut String, columns: Columns) {
        let plot = columns.plot;
        let width = self.low.0 < self.high.0;
        let mut rule = vec!['─'; plot];
        for tick in &self.ticks {
            if let Some(Ok(column)) = self.column(plot, tick.at) {
                rule[column] = '┬';
            }
        }
        let ends: &[(f64, &str)] = &[(self.low.0, &self.low.1), (self.high.0, &self.high.1)];
        if width {
            (rule[0], rule[plot - 1]) = ('├', '┤');
        } else {
            rule[plot / 2] = '┬';
        }
        let mut values = Labels::default();
        let ticks = self.ticks.iter().map(|tick| (tick.at, tick.value.as_str()));
        // Ends first: an anchor's value is left out where it would touch one already there.
        for (at, value) in ends[..=usize::from(width)].iter().copied().chain(ticks) {
            if let Some(Ok(column)) = self.column(plot, at) {
                values.place(plot, column, value);
            }
        }
        push(out, columns, "", &values.line(plot), "");
        push(out, columns, "", &rule.into_iter().collect::<String>(), "");
    }
}

/// The values over the axis: each the column it starts in, its width, and its text.
#[derive(Default)]
struct Labels(Vec<(usize, usize, String)>);

impl Labels {
    /// Centres a value on a column, moved in at the ends, unless it would touch another.
    fn place(&mut self, plot: usize, column: usize, value: &str) {
        let value = fitted(value, plot / 2 - 1);
        let wide = width(&value);
        let start = column.saturating_sub(wide / 2).min(plot - wide);
        let apart = |&(other, width, _): &(usize, usize, String)| {
            start + wide < other || other + width < start
        };
        if self.0.iter().all(apart) {
            self.0.push((start, wide, value));
        }
    }

    /// All of them on a line of so many columns.
    fn line(mut self, plot: usize) -> String {
        self.0.sort();
        let (mut line, mut used) = (String::new(), 0);
        for (start, wide, value) in self.0 {
            line.push_str(&" ".repeat(start - used));
            line.push_str(&value);
            used = start + wide;
        }
        line + &" ".repeat(plot - used)
    }
}

/// Words over rows; those over the trailing texts only where the heading leaves room.
fn heading(out: &mut String, columns: Columns, text: &str, trailing: &str) {
    let trailing = fitted(trailing, columns.trailing);
    let room = WIDTH - width(&trailing) - 1;
    let text = fitted(text, room);
    let gap = WIDTH - width(&text) - width(&trailing);
    let line = format!("{text}{}{trailing}", " ".repeat(gap));
    out.push_str(line.trim_end());
    out.push('\n');
}

fn push(out: &mut String, columns: Columns, label: &str, plot: &str, trailing: &str) {
    let trailing = fitted(trailing, columns.trailing);
    let line = format!(
        "{:INDENT$}{:<l$}  {plot}  {:>t$}",
        "",
        Padded(label),
        Padded(trailing),
        l = columns.label,
        t = columns.trailing
    );
    out.push_str(line.trim_end());
    out.push('\n');
}

#[cfg(test)]
#[path = "scale_tests.rs"]
mod tests;
