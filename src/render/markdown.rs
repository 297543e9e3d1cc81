//! A document as Markdown, in either of two ways: a memo for whoever pastes it elsewhere, with lines as long as
//! they come; or a sheet that also reads as plain text, in lines and columns that fit a page.
//!
//! In a memo charts are told by their descriptions and tables; a sheet goes without them, as a terminal does.
//! Whatever Markdown would take for markup in the author's words is escaped, so that it stands as text.

use super::bar::{BAR, bar};
use crate::charts;
use crate::document::{Cell, Document, Illustration, Inline, Part, Table, Text};
use crate::text::{Padded, date, hang_within, harmless, width, wrap};

/// The narrowest last column of a sheet's table.
const NARROWEST: usize = 8;

/// The memo.
pub fn memo(document: &Document) -> String {
    write(document, None)
}

/// The sheet, at most so many columns wide; only a table whose first columns are wider is, too.
pub fn sheet(document: &Document, columns: usize) -> String {
    write(document, Some(columns))
}

fn write(document: &Document, columns: Option<usize>) -> String {
    let mut page = Page { out: String::new(), columns };
    page.block("# ", &text(&document.title));
    for line in &document.facts {
        page.block("", &text(line));
    }
    for (index, section) in document.sections.iter().enumerate() {
        if !section.title.is_empty() {
            page.block("## ", &text(&section.title));
        }
        page.parts(&section.parts);
        // What has to be read with any number stands right after the answer.
        if index == 0 {
            for notice in &document.notices {
                page.block("> ", &text(notice));
            }
        }
    }
    if !document.colophon.is_empty() {
        page.block("", "---");
        page.block("", &text(&document.colophon));
    }
    page.out.truncate(page.out.trim_end().len());
    page.out.push('\n');
    page.out
}

/// What has been written, and the columns that a sheet has.
struct Page {
    out: String,
    columns: Option<usize>,
}

impl Page {
    fn block(&mut self, head: &str, words: &str) {
        self.line(head, words);
        self.out.push('\n');
    }

    /// Words behind their mark; a sheet's go on below themselves.
    fn line(&mut self, head: &str, words: &str) {
        match self.columns {
            Some(columns) => hang_within(&mut self.out, head, head.len(), words, columns),
            None => self.out.push_str(&format!("{head}{words}\n")),
        }
    }

    fn parts(&mut self, all: &[Part]) {
        for part in all {
            match part {
                Part::Lead(words) => self.said("**", words),
                Part::Paragraph(words) | Part::Below(words) => self.block("", &text(words)),
                Part::Note(words) => self.said("*", words),
                Part::Heading(words) => self.block("### ", &text(words)),
                Part::List(points) | Part::Points(points) => {
                    for point in points {
                        self.line("- ", &text(point));
                    }
                    self.out.push('\n');
                }
                Part::Table(one) => self.table(one),
                Part::Scale(scale) => scale.tables().iter().for_each(|one| self.table(one)),
                Part::Figure(figure) => self.illustration(figure),
                Part::Folded { title, parts: inner } => {
                    self.block("### ", &text(title));
                    self.parts(inner);
                }
                Part::Command(command) => {
                    self.out.push_str(&format!("```sh\n{command}\n```\n\n"));
                }
            }
        }
    }

    /// A paragraph in bold or italics; a sheet, which is read as it stands, has neither.
    fn said(&mut self, mark: &str, words: &Text) {
        let mark = if self.columns.is_none() { mark } else { "" };
        self.block("", &format!("{mark}{}{mark}", plain_strong(words)));
    }

    fn illustration(&mut self, figure: &Illustration) {
        if self.columns.is_none() {
            let drawn = &figure.wide;
            let words = format!("**{}.** {}", escape(&drawn.title), escape(&drawn.description));
            self.block("", &words);
            self.numbers(&drawn.table);
        } else if let Some(table) = &figure.instead {
            self.table(table);
        }
    }

    fn table(&mut self, table: &Table) {
        if !table.caption.is_empty() {
            self.block("", &text(&table.caption));
        }
        // Drawings have no place in a text, and bars none in a memo: their columns are left out.
        let is_drawn = |column: usize| {
            table.rows.iter().any(|row| match row.get(column) {
                Some(Cell::Drawing(_) | Cell::Bars { .. }) => true,
                Some(Cell::Bar(_)) => self.columns.is_none(),
                Some(Cell::Text(_)) | None => false,
            })
        };
        let columns: Vec<usize> = (0..table.columns.len()).filter(|&c| !is_drawn(c)).collect();
        let titles = columns.iter().map(|&c| table.columns[c].title.clone()).collect();
        let numeric: Vec<bool> = columns.iter().map(|&c| table.columns[c].numeric).collect();
        let row = |row: &Vec<Cell>| -> Vec<String> {
            // What stands over all columns is in the first.
            columns.iter().map(|&column| row.get(column).map_or_else(String::new, cell)).collect()
        };
        self.rows(titles, &numeric, table.rows.iter().map(row).collect());
    }

    fn numbers(&mut self, table: &charts::Table) {
        let titles = table.columns.iter().map(|column| escape(&column.title)).collect();
        let numeric: Vec<bool> = table.columns.iter().map(|column| column.numeric).collect();
        let row = |row: &Vec<String>| row.iter().map(|cell| escape(cell)).collect();
        self.rows(titles, &numeric, table.rows.iter().map(row).collect());
    }

    /// A table. On a sheet its columns stand under one another, and what does not fit into the last goes on
    /// below itself.
    fn rows(&mut self, titles: Vec<String>, numeric: &[bool], rows: Vec<Vec<String>>) {
        let widths = self.columns.map(|columns| widths(&titles, &rows, columns));
        let rule = numeric.iter().enumerate().map(|(column, &numeric)| {
            let dashes = widths.as_ref().map_or(3 + usize::from(numeric), |widths| widths[column]);
            if numeric { format!("{}:", "-".repeat(dashes - 1)) } else { "-".repeat(dashes) }
        });
        let mut lines = vec![titles, rule.collect()];
        match widths.as_ref().and_then(|widths| widths.last()) {
            Some(&last) => lines.extend(rows.iter().flat_map(|row| wrapped(row, last))),
            None => lines.extend(rows),
        }
        for line in lines {
            let cells = line.iter().enumerate().map(|(column, cell)| {
                let (wide, cell) = (widths.as_ref().map_or(0, |w| w[column]), Padded(cell));
                if numeric[column] { format!("{cell:>wide$}") } else { format!("{cell:<wide$}") }
            });
            self.out.push_str(&format!("| {} |\n", cells.collect::<Vec<_>>().join(" | ")));
        }
        self.out.push('\n');
    }
}

/// Every column as wide as its widest cell; the last has what is left.
fn widths(titles: &[String], rows: &[Vec<String>], within: usize) -> Vec<usize> {
    let cells = |column: usize| rows.iter().map(move |row| width(&row[column]));
    let widest = |(column, title): (usize, &String)| {
        cells(column).max().unwrap_or(0).max(width(title)).max(2)
    };
    let mut widths: Vec<usize> = titles.iter().enumerate().map(widest).collect();
    if let Some((last, others)) = widths.split_last_mut() {
        let taken: usize = others.iter().map(|width| width + 3).sum::<usize>() + 4;
        *last = (*last).min(within.saturating_sub(taken)).max(NARROWEST);
    }
    widths
}

/// The lines of a row, of which only the last cell goes on.
fn wrapped(row: &[String], last: usize) -> Vec<Vec<String>> {
    let Some((tail, cells)) = row.split_last() else { return Vec::new() };
    let line = |(number, part): (usize, String)| {
        let cell = |cell: &String| if number == 0 { cell.clone() } else { String::new() };
        cells.iter().map(cell).chain([part]).collect()
    };
    wrap(tail, last).into_iter().enumerate().map(line).collect()
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(words) => text(words),
        Cell::Bar(share) => bar(*share, BAR),
        Cell::Bars { .. } | Cell::Drawing(_) => String::new(),
    }
}

fn text(words: &Text) -> String {
    run(words, true)
}

/// Without bold of its own, to stand in bold or italics.
fn plain_strong(words: &Text) -> String {
    run(words, false)
}

fn run(words: &Text, bold: bool) -> String {
    let mut out = String::new();
    for piece in &words.0 {
        match piece {
            Inline::Said(words) => out.push_str(words),
            Inline::Strong(inner) if bold => out.push_str(&format!("**{}**", run(inner, false))),
            Inline::Strong(inner) => out.push_str(&run(inner, false)),
            Inline::Author(words) | Inline::Quoted { text: words, .. } => {
                out.push_str(&escape(words));
            }
            Inline::Code(words) => out.push_str(&code(words)),
            Inline::Number(number) => out.push_str(&escape(&number.shown)),
            Inline::Date(day) => out.push_str(&date(*day)),
        }
    }
    out
}

/// A span of code, in more backticks than it holds in a row.
fn code(words: &str) -> String {
    let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let pad = if longest > 0 { " " } else { "" };
    format!("{fence}{pad}{}{pad}{fence}", one_line(words))
}

/// Words as text: what Markdown or HTML would take for markup is escaped, and lines are joined.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let flat = one_line(words);
    let mut letters = flat.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        // Inside a word an underscore stands for itself.
        let inside =
            before.is_alphanumeric() && letters.peek().is_some_and(|c| c.is_alphanumeric());
        let markup = matches!(
            letter,
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '$' | '&'
        );
        if markup || (letter == '_' && !inside) {
            out.push('\\');
        }
        out.push(letter);
        before = letter;
    }
    out
}

fn one_line(words: &str) -> String {
    harmless(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Length, Section, author};

    #[test]
    fn the_authors_words_are_no_markup() {
        let mut table = Table::new(Text::new(), &["Who", "#What"]);
        table.row([Text::from(author("a | b\n# c")), Text::from("1")]);
        let briefing = Document {
            title: Text::from(author("*Bold* <b>talks</b>")),
            facts: vec![Text::from("Facts.")],
            notices: vec![Text::from("Beware.")],
            sections: vec![Section::new(
                "one",
                "One",
                vec![
                    Part::Lead(Text::from("Very ").and(Inline::Strong(Text::from("likely.")))),
                    Part::Table(table),
                    Part::Command("zopa report `x`".to_owned()),
                ],
            )],
            colophon: Text::from("Made from ").and(Inline::Code("a`b.toml".to_owned())),
            length: Length::Whole,
        };
        assert_eq!(
            memo(&briefing),
            "# \\*Bold\\* \\<b\\>talks\\</b\\>\n\nFacts.\n\n## One\n\n**Very likely.**\n\n\
             | Who | What |\n| --- | ---: |\n| a \\| b \\# c | 1 |\n\n```sh\nzopa report `x`\n```\n\n\
             > Beware.\n\n---\n\nMade from `` a`b.toml ``\n"
        );
    }

    #[test]
    fn tables_of_a_sheet_keep_to_it_and_wrap_their_last_column() {
        let mut table = Table::new(Text::new(), &["#one", "two"]);
        table.row([Text::from("1"), Text::from("a word ".repeat(30))]);
        let document = Document {
            title: Text::from("Words"),
            facts: Vec::new(),
            notices: Vec::new(),
            sections: vec![Section::new("words", Text::new(), vec![Part::Table(table)])],
            colophon: Text::new(),
            length: Length::Whole,
        };
        let text = sheet(&document, 80);
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        assert!(text.starts_with("# Words\n\n| one | two"), "{text}");
        assert!(text.contains("| --: | --"), "{text}");
        assert!(text.lines().count() > 6, "{text}");
    }
}
