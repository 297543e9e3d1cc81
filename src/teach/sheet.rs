//! A sheet of text: Markdown that reads as plain text, 80 columns wide.

use crate::present::{WIDTH, wrap};

/// Text under construction.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    out: String,
}

impl Sheet {
    /// A heading of a level: 1 is the sheet's own.
    pub(crate) fn heading(&mut self, level: usize, text: &str) {
        self.gap();
        let head = format!("{} ", "#".repeat(level));
        self.hang(&head, head.len(), text);
        self.out.push('\n');
    }

    /// A paragraph.
    pub(crate) fn paragraph(&mut self, text: &str) {
        self.gap();
        self.hang("", 0, text);
    }

    /// One entry of a list.
    pub(crate) fn item(&mut self, text: &str) {
        self.hang("- ", 2, text);
    }

    /// A table; the columns in `right` are of numbers. The last column is wrapped to fit.
    pub(crate) fn table(&mut self, head: &[&str], right: &[usize], rows: &[Vec<String>]) {
        self.gap();
        let count = |text: &str| text.chars().count();
        let last = head.len().saturating_sub(1);
        let mut widths: Vec<usize> = head.iter().map(|text| count(text)).collect();
        for row in rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(count(cell));
            }
        }
        let taken: usize = widths[..last].iter().map(|width| width + 3).sum::<usize>() + 4;
        widths[last] = widths[last].min(WIDTH.saturating_sub(taken)).max(8);
        let mut line = |cells: &[&str]| {
            self.out.push('|');
            for (column, (cell, width)) in cells.iter().zip(&widths).enumerate() {
                let pad = " ".repeat(width.saturating_sub(count(cell)));
                let cell = cell.replace('|', "/");
                self.out += &if right.contains(&column) {
                    format!(" {pad}{cell} |")
                } else {
                    format!(" {cell}{pad} |")
                };
            }
            self.out.push('\n');
        };
        line(head);
        let rule = |(column, width): (usize, &usize)| {
            if right.contains(&column) {
                format!("{}:", "-".repeat(width - 1))
            } else {
                "-".repeat(*width)
            }
        };
        let rules: Vec<String> = widths.iter().enumerate().map(rule).collect();
        line(&rules.iter().map(String::as_str).collect::<Vec<_>>());
        for row in rows {
            let tail = row.get(last).map_or("", String::as_str);
            for (number, part) in wrap(tail, widths[last]).iter().enumerate() {
                let blank =
                    |cell: &'_ String| if number == 0 { cell.clone() } else { String::new() };
                let mut cells: Vec<String> = row.iter().take(last).map(blank).collect();
                cells.push(part.clone());
                line(&cells.iter().map(String::as_str).collect::<Vec<_>>());
            }
        }
    }

    /// The finished text.
    pub(crate) fn done(self) -> String {
        self.out
    }

    /// One blank line between what stands here and what comes.
    fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    fn hang(&mut self, head: &str, indent: usize, text: &str) {
        crate::present::hang(&mut self.out, head, indent, text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_keep_to_the_page_and_wrap_their_last_column() {
        let mut sheet = Sheet::default();
        let long = "a word ".repeat(30);
        sheet.table(&["one", "two"], &[0], &[vec!["1".to_owned(), long]]);
        let text = sheet.done();
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
        assert!(text.starts_with("| one | two"), "{text}");
        assert!(text.contains("| --: | --"), "{text}");
        assert!(text.lines().count() > 4, "{text}");
    }
}
