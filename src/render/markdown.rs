//! A briefing as Markdown: the text of a memo, for whoever pastes it elsewhere.
//!
//! Charts are told by their descriptions and tables. Whatever Markdown would take for markup in the
//! author's words is escaped, so that it stands as text.

use crate::charts;
use crate::document::{Cell, Document, Illustration, Inline, Part, Table, Text};
use crate::text::date;
use crate::text::harmless;

/// The memo.
pub fn memo(briefing: &Document) -> String {
    let mut out = String::new();
    block(&mut out, &format!("# {}", text(&briefing.title)));
    for line in &briefing.facts {
        block(&mut out, &text(line));
    }
    for (index, section) in briefing.sections.iter().enumerate() {
        if !section.title.is_empty() {
            block(&mut out, &format!("## {}", text(&section.title)));
        }
        parts(&mut out, &section.parts);
        // What has to be read with any number stands right after the answer.
        if index == 0 {
            for notice in &briefing.notices {
                block(&mut out, &format!("> {}", text(notice)));
            }
        }
    }
    block(&mut out, &format!("---\n\n{}", text(&briefing.colophon)));
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn block(out: &mut String, words: &str) {
    out.push_str(words);
    out.push_str("\n\n");
}

fn parts(out: &mut String, all: &[Part]) {
    for part in all {
        match part {
            Part::Lead(words) => block(out, &format!("**{}**", plain_strong(words))),
            Part::Paragraph(words) | Part::Below(words) => block(out, &text(words)),
            Part::Note(words) => block(out, &format!("*{}*", plain_strong(words))),
            Part::Heading(words) => block(out, &format!("### {}", text(words))),
            Part::List(points) => {
                let points: Vec<String> =
                    points.iter().map(|point| format!("- {}", text(point))).collect();
                block(out, &points.join("\n"));
            }
            Part::Table(one) => table(out, one),
            Part::Figure(figure) => illustration(out, figure),
            Part::Folded { title, parts: inner } => {
                block(out, &format!("### {}", text(title)));
                parts(out, inner);
            }
            Part::Command(command) => block(out, &format!("```sh\n{command}\n```")),
        }
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
    for letter in one_line(words).chars() {
        if matches!(
            letter,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '$' | '!' | '&'
        ) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

fn one_line(words: &str) -> String {
    harmless(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn table(out: &mut String, table: &Table) {
    if !table.caption.is_empty() {
        block(out, &text(&table.caption));
    }
    // Drawings have no place in a memo: their columns are left out.
    let is_drawn = |column: usize| {
        let drawn =
            |row: &Vec<Cell>| matches!(row.get(column), Some(Cell::Drawing(_) | Cell::Bar(_)));
        table.rows.iter().any(drawn)
    };
    let columns: Vec<usize> = (0..table.columns.len()).filter(|&c| !is_drawn(c)).collect();
    let titles = columns.iter().map(|&c| table.columns[c].title.clone());
    let numeric: Vec<bool> = columns.iter().map(|&c| table.columns[c].numeric).collect();
    head(out, &titles.collect::<Vec<_>>(), &numeric);
    for row in &table.rows {
        let cells = columns.iter().map(|&column| match &row[column] {
            Cell::Text(words) => text(words),
            Cell::Drawing(_) | Cell::Bar(_) => String::new(),
        });
        line(out, &cells.collect::<Vec<_>>());
    }
    out.push('\n');
}

fn head(out: &mut String, titles: &[String], numeric: &[bool]) {
    line(out, titles);
    let rules = numeric.iter().map(|&numeric| if numeric { "---:" } else { "---" }.to_owned());
    line(out, &rules.collect::<Vec<_>>());
}

fn line(out: &mut String, cells: &[String]) {
    out.push_str(&format!("| {} |\n", cells.join(" | ")));
}

fn illustration(out: &mut String, figure: &Illustration) {
    let drawn = &figure.wide;
    block(out, &format!("**{}.** {}", escape(&drawn.title), escape(&drawn.description)));
    numbers(out, &drawn.table);
}

fn numbers(out: &mut String, table: &charts::Table) {
    let titles: Vec<String> = table.columns.iter().map(|column| escape(&column.title)).collect();
    let numeric: Vec<bool> = table.columns.iter().map(|column| column.numeric).collect();
    head(out, &titles, &numeric);
    for row in &table.rows {
        line(out, &row.iter().map(|cell| escape(cell)).collect::<Vec<_>>());
    }
    out.push('\n');
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
}
