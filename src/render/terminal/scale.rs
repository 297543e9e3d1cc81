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
//! What falls into the same column is told apart by order: later figures lie over earlier ones, except that
//! two different marks in one column become `*`. A value beyond an end is an arrow at that end, and NaN is not
//! drawn. A scale without width has its one value in the middle.

use super::INDENT;
use crate::document::{Figure, Line, Scale};
use crate::text::{Padded, fitted, hang_within, width};

/// Most columns for labels; longer ones end in `…`.
const LABEL: usize = 24;
/// Most columns for one of the numbers behind a row; longer ones end in `…`.
const NUMBER: usize = 14;
/// The fewest columns for the marks.
const PLOT: usize = 20;
/// Two or more different marks in one column.
const COINCIDENCE: char = '*';
/// A mark beyond the low and the high end.
const BEYOND: [char; 2] = ['‹', '›'];
/// Columns of the ends and of anchors, so that the eye finds the axis from any row.
const GUIDE: char = '·';

/// The columns of a drawing.
struct Columns {
    label: usize,
    plot: usize,
    /// Of the numbers behind, each with a blank before it.
    numbers: Vec<usize>,
    /// Of a whole line.
    within: usize,
}

/// The scale in lines of so many columns.
pub(in crate::render) fn scale(scale: &Scale, within: usize) -> String {
    let columns = Columns::of(scale, within);
    let mut drawing = Drawing { scale, columns, out: String::new() };
    drawing.axis();
    drawing.meanings();
    for line in &scale.lines {
        match line {
            Line::Heading { text, .. } => drawing.heading(text, line),
            Line::Row(row) => {
                let plot: String = drawing.plot(&row.figures).into_iter().collect();
                drawing.line(&row.label.plain(), &plot, &drawing.columns.behind(line));
            }
        }
    }
    drawing.out
}

impl Columns {
    /// Labels and numbers get what they need up to a limit, the plot gets the rest.
    fn of(scale: &Scale, within: usize) -> Self {
        let rows = scale.lines.iter().filter_map(|line| match line {
            Line::Row(row) => Some(row),
            Line::Heading { .. } => None,
        });
        let label = rows.map(|row| width(&row.label.plain())).fold(8, usize::max).min(LABEL);
        let most = scale.lines.iter().map(Line::columns).max().unwrap_or_default();
        let widest = |column: usize| {
            let widths = scale.lines.iter().map(|line| width(&line.behind(column)));
            widths.max().unwrap_or_default().min(NUMBER)
        };
        let numbers: Vec<usize> = (0..most).map(widest).collect();
        let mut columns = Self { label, plot: 0, numbers, within };
        let taken =
            INDENT + label + 2 + 1 + columns.numbers.iter().map(|own| own + 1).sum::<usize>();
        columns.plot = within.saturating_sub(taken).max(PLOT);
        columns
    }

    /// The numbers of a line, each in its column.
    fn behind(&self, line: &Line) -> String {
        let numbers =
            self.numbers.iter().enumerate().map(|(column, &own)| {
                format!(" {:>own$}", Padded(fitted(&line.behind(column), own)))
            });
        numbers.collect()
    }
}

/// A drawing under way.
struct Drawing<'a> {
    scale: &'a Scale,
    columns: Columns,
    out: String,
}

impl Drawing<'_> {
    /// What the anchors mean, under one another.
    fn meanings(&mut self) {
        let told = self.scale.ticks.iter().filter(|tick| !tick.text.is_empty());
        let told: Vec<(String, &str)> =
            told.map(|tick| (fitted(&tick.value, LABEL), tick.text.as_str())).collect();
        let widest = told.iter().map(|(value, _)| width(value)).max().unwrap_or(0);
        for (value, text) in told {
            let head = format!("{:INDENT$}{:>widest$}", "", Padded(value));
            hang_within(&mut self.out, &head, INDENT + widest + 2, text, self.columns.within);
        }
    }

    /// The column of a value: inside the plot, or the side it lies beyond. `None` for NaN.
    fn column(&self, at: f64) -> Option<Result<usize, usize>> {
        if at.is_nan() {
            return None;
        }
        let plot = self.columns.plot;
        let (low, high) = (self.scale.low.0, self.scale.high.0);
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

    fn plot(&self, figures: &[Figure]) -> Vec<char> {
        let plot = self.columns.plot;
        let mut cells = vec![' '; plot];
        for at in self.guides() {
            if let Some(Ok(column)) = self.column(at) {
                cells[column] = GUIDE;
            }
        }
        let mut marked = vec![false; plot];
        for figure in figures {
            match *figure {
                Figure::Band { from, to, sign } => self.band(&mut cells, (from, to), sign),
                Figure::Mark { at, sign } => {
                    let (column, sign) = match self.column(at) {
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
        let Scale { low, high, ticks, .. } = self.scale;
        [low.0, high.0].into_iter().chain(ticks.iter().map(|tick| tick.at))
    }

    /// A band is cut at the ends; one that lies beyond an end altogether is an arrow there.
    fn band(&self, cells: &mut [char], (from, to): (f64, f64), sign: char) {
        if from.is_nan() || to.is_nan() {
            return;
        }
        let plot = cells.len();
        let (first, last) = (from.min(to), from.max(to));
        let ends = (self.column(first), self.column(last));
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
    fn axis(&mut self) {
        let plot = self.columns.plot;
        let Scale { low, high, ticks, .. } = self.scale;
        let width = low.0 < high.0;
        let mut rule = vec!['─'; plot];
        for tick in ticks {
            if let Some(Ok(column)) = self.column(tick.at) {
                rule[column] = '┬';
            }
        }
        let ends: &[(f64, &str)] = &[(low.0, &low.1), (high.0, &high.1)];
        if width {
            (rule[0], rule[plot - 1]) = ('├', '┤');
        } else {
            rule[plot / 2] = '┬';
        }
        let mut values = Labels::default();
        let ticks = ticks.iter().map(|tick| (tick.at, tick.value.as_str()));
        // Ends first: an anchor's value is left out where it would touch one already there.
        for (at, value) in ends[..=usize::from(width)].iter().copied().chain(ticks) {
            if let Some(Ok(column)) = self.column(at) {
                values.place(plot, column, value);
            }
        }
        self.line("", &values.line(plot), "");
        self.line("", &rule.into_iter().collect::<String>(), "");
    }

    /// Words over rows; those over the numbers only where the heading leaves room.
    fn heading(&mut self, text: &str, line: &Line) {
        let numbers = self.columns.behind(line);
        let room = self.columns.within.saturating_sub(width(&numbers) + 1);
        let text = fitted(text, room);
        let gap = self.columns.within.saturating_sub(width(&text) + width(&numbers));
        self.push(&format!("{text}{}{numbers}", " ".repeat(gap)));
    }

    fn line(&mut self, label: &str, plot: &str, numbers: &str) {
        let wide = self.columns.label;
        let label = Padded(fitted(label, wide));
        self.push(&format!("{:INDENT$}{label:<wide$}  {plot} {numbers}", ""));
    }

    fn push(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
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

#[cfg(test)]
#[path = "scale_tests.rs"]
mod tests;
