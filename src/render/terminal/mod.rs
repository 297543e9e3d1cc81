//! A document as text for a terminal: the same words as on the page, in columns.
//!
//! What a section holds stands two columns in; what belongs to the point above, four. Charts are left out, and
//! so is what is folded away on a page.

mod scale;
mod table;

use crate::document::{Document, Inline, Part, Section, Text};
use crate::text::{hang_within, harmless};

pub(super) use scale::scale;
pub(super) use table::drawn;
use table::table;

/// Columns that what a section holds is indented by.
const INDENT: usize = 2;

/// The document in lines of at most so many columns; only what is to be typed may be longer.
pub fn terminal(document: &Document, width: usize) -> String {
    let mut page = Page { out: String::new(), width };
    page.text(0, &document.title);
    for line in &document.facts {
        page.text(0, line);
    }
    for section in &document.sections {
        page.section(section);
    }
    for notice in &document.notices {
        page.out.push('\n');
        page.text(0, notice);
    }
    page.text(0, &document.colophon);
    page.out
}

/// What has been written, and the columns there are.
struct Page {
    out: String,
    width: usize,
}

impl Page {
    /// Text at an indent; what is to be typed alone is left on its line.
    fn text(&mut self, indent: usize, text: &Text) {
        if let [.., Inline::Code(_)] = text.0.as_slice() {
            self.out.push_str(&" ".repeat(indent));
            self.out.push_str(&harmless(&text.plain()));
            self.out.push('\n');
        } else if !text.is_empty() {
            hang_within(&mut self.out, "", indent, &text.plain(), self.width);
        }
    }

    fn section(&mut self, section: &Section) {
        if section.title.is_empty() {
            let mut before: Option<&Part> = None;
            for part in &section.parts {
                // How to read a table or a drawing stands right below it.
                if matches!((before, part), (Some(Part::Table(_) | Part::Scale(_)), Part::Note(_)))
                {
                    self.part(INDENT, part);
                    continue;
                }
                self.out.push('\n');
                self.part(0, part);
                before = Some(part);
            }
            return;
        }
        self.out.push('\n');
        let mut parts = section.parts.as_slice();
        // A table right under a heading shares its line, where its first column needs no other heading.
        if let [Part::Table(first), rest @ ..] = parts
            && first.shares_heading()
        {
            self.out += &table(first, &section.title.plain(), INDENT, self.width);
            parts = rest;
        } else {
            self.text(0, &section.title);
        }
        for part in parts {
            self.part(INDENT, part);
        }
    }

    fn part(&mut self, indent: usize, part: &Part) {
        match part {
            Part::Lead(words) | Part::Paragraph(words) | Part::Note(words) => {
                self.text(indent, words);
            }
            Part::Below(words) => self.text(indent + INDENT, words),
            Part::Heading(words) => {
                self.out.push('\n');
                self.text(indent, words);
            }
            Part::List(points) => {
                for point in points {
                    self.text(indent, point);
                }
            }
            Part::Points(points) => {
                let head = format!("{}- ", " ".repeat(indent));
                for point in points {
                    hang_within(&mut self.out, &head, indent + 2, &point.plain(), self.width);
                }
            }
            Part::Table(one) => self.out += &table(one, "", indent, self.width),
            Part::Scale(one) => self.out += &scale(one, self.width),
            Part::Command(words) => {
                self.out.push_str(&" ".repeat(indent));
                self.out.push_str(&harmless(words));
                self.out.push('\n');
            }
            Part::Figure(figure) => {
                if let Some(one) = &figure.instead {
                    self.out += &table(one, "", indent, self.width);
                }
            }
            Part::Folded { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Cell, Length, Table, author};

    fn shown(sections: Vec<Section>) -> String {
        let document = Document {
            title: Text::from(author("Talks")),
            facts: vec![Text::from("Two parties.")],
            notices: vec![Text::from("No forecast.")],
            sections,
            colophon: Text::from("One story: ").and(Inline::Code("zopa explain x".to_owned())),
            length: Length::Whole,
        };
        terminal(&document, 42)
    }

    #[test]
    fn a_table_right_under_a_heading_shares_its_line() {
        let mut odds = Table::new(Text::new(), &["", "#odds", "in words"]);
        odds.row([Text::from("signed"), Text::from("9.0%"), Text::from("very unlikely")]);
        odds.row([Text::from("in force and kept"), Text::from("<0.1%"), Text::from("remote")]);
        let section = Section::new(
            "odds",
            "What are the odds?",
            vec![Part::Table(odds), Part::Note(Text::from("odds: share of all trials, as it is."))],
        );
        assert_eq!(
            shown(vec![section]),
            "Talks\nTwo parties.\n\n\
             What are the odds?   odds  in words\n  \
               signed             9.0%  very unlikely\n  \
               in force and kept <0.1%  remote\n  \
               odds: share of all trials, as it is.\n\n\
             No forecast.\nOne story: zopa explain x\n"
                .replace("kept <", "kept  <")
                .replace("odds?   odds", "odds?    odds")
                .replace("signed             9", "signed              9")
        );
    }

    #[test]
    fn what_is_too_wide_is_wrapped_in_its_column() {
        let mut table = Table::new(Text::new(), &["who", "#share", "what"]);
        table.rows.push(vec![
            Cell::Text(Text::from(author("日本国政府代表団"))),
            Cell::Text(Text::from("51%")),
            Cell::Text(Text::from("no package that all would sign; time ran out with a text")),
        ]);
        let text = shown(vec![Section::new("why", "Why not", vec![Part::Table(table)])]);
        let lines: Vec<&str> = text.lines().skip(3).take(5).collect();
        assert!(lines.iter().all(|line| crate::text::width(line) <= 42), "{text}");
        assert_eq!(lines[1].trim_end(), "  who               share  what", "{text}");
        assert!(lines[2].contains("日本国政府代表団    51%  no package"), "{text}");
    }

    #[test]
    fn what_is_indented_stays_so_where_it_is_wrapped() {
        let mut table = Table::new(Text::new(), &["", "#odds"]);
        table.row([Text::from("  a question that is longer than its column"), Text::from("51%")]);
        let text = shown(vec![Section::new("q", "Questions", vec![Part::Table(table)])]);
        let lines = "\n    a question that is longer than     51%\n    its column\n";
        assert!(text.contains(lines), "{text}");
    }

    #[test]
    fn a_heading_that_leaves_too_little_to_a_table_has_a_line_of_its_own() {
        let mut table = Table::new(Text::new(), &["", "#North", "#South"]);
        table.row(["Nash", "51.0", "−2.0"].map(Text::from));
        let title = "What each package gives to whom (%)";
        let text = shown(vec![Section::new("gains", title, vec![Part::Table(table)])]);
        let lines = format!("\n{title}\n        North  South\n  Nash   51.0   −2.0\n");
        assert!(text.contains(&lines), "{text}");
    }

    #[test]
    fn a_text_over_rows_makes_no_column_wider() {
        let mut table = Table::new(Text::new(), &["#", "~", "~"]);
        table.over("parties.north.outside.reservation".into(), "+2.0".into());
        let bars = Cell::Bars { low: -1.0, high: 0.5 };
        table.cells([Cell::Text("9%".into()), bars, Cell::Text("12%".into())]);
        let text = shown(vec![Section::new("bars", "Bars", vec![Part::Table(table)])]);
        let drawn = format!("{}│{}", "░".repeat(17), "█".repeat(9));
        let lines = format!(
            "Bars\n  parties.north.outside.reservation{}+2.0\n    9%  {drawn}{}12%\n",
            " ".repeat(3),
            " ".repeat(8 + 2)
        );
        assert!(text.contains(&lines), "{text}");
    }

    #[test]
    fn a_bar_gives_way() {
        let mut table = Table::new(Text::new(), &["", "#", "", ""]);
        let texts = ["signed", "9%", "of those before"].map(|text| Cell::Text(Text::from(text)));
        let [name, share, before] = texts;
        table.cells([name, share, Cell::Bar(0.5), before]);
        let text = shown(vec![Section::new("chain", "Chain", vec![Part::Table(table)])]);
        assert!(text.contains("Chain\n  signed  9%  ██████······  of those\n"), "{text}");
    }

    #[test]
    fn bars_on_one_side_lie_over_one_another() {
        let mut table = Table::new(Text::new(), &["~", "~"]);
        let bars = Cell::Bars { low: 0.2, high: 1.0 };
        table.cells([Cell::Text("x".into()), bars]);
        let text = shown(vec![Section::new("bars", "Bars", vec![Part::Table(table)])]);
        let drawn = format!("x  {}│░░░{}\n", " ".repeat(17), "█".repeat(14));
        assert!(text.contains(&drawn), "{text}");
    }

    #[test]
    fn how_to_read_a_table_stands_right_below_it() {
        let mut table = Table::new(Text::new(), &["", "#odds"]);
        table.row(["signed", "9%"].map(Text::from));
        let note = Part::Note(Text::from("odds: of all trials."));
        let parts = vec![Part::Table(table), note, Part::Paragraph(Text::from("The rest."))];
        let text = shown(vec![Section::new("odds", Text::new(), parts)]);
        let lines = "\n        odds\nsigned    9%\n  odds: of all trials.\n\nThe rest.\n";
        assert!(text.contains(lines), "{text}");
    }

    #[test]
    fn marked_points_hang_behind_their_marks() {
        let points = vec![Text::from("one"), Text::from("another that is longer than its line is")];
        let text = shown(vec![Section::new("points", "Points", vec![Part::Points(points)])]);
        let lines = "Points\n  - one\n  - another that is longer than its line\n    is\n";
        assert!(text.contains(lines), "{text}");
    }

    #[test]
    fn a_bar_has_the_columns_of_its_share() {
        let mut table = Table::new(Text::new(), &["", "#", ""]);
        let cells =
            [Cell::Text(Text::from("signed")), Cell::Text(Text::from("50%")), Cell::Bar(0.5)];
        table.cells(cells);
        let text = shown(vec![Section::new("chain", "Chain", vec![Part::Table(table)])]);
        let bar = format!("{}{}", "█".repeat(12), "·".repeat(12));
        assert!(text.contains(&format!("Chain\n  signed  50%  {bar}\n")), "{text}");
    }
}
