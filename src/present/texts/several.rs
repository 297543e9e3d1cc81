//! Several texts side by side, on the same random numbers.

use super::amended::moved;
use super::terms::at;
use crate::document::{Part, Section, Table, Text, author};
use crate::montecarlo::Link;
use crate::present::words::odds as in_odds;
use crate::results::texts::{PutText, Texts};
use crate::results::{Cited, cite};

/// The links that have a column.
const LINKS: [(Link, &str); 3] =
    [(Link::Signed, "#all sign"), (Link::Ratified, "#in force"), (Link::Holds, "#holds a year")];

/// A row for each text: its odds, and what they are above those of the first; `None` of one text.
pub(super) fn several(texts: &Cited<'_, Texts>) -> Option<Section> {
    let all = cite!(texts.texts);
    if all.len() < 2 {
        return None;
    }
    let heads = LINKS.iter().map(|(_, head)| *head);
    let heads: Vec<&str> = [""].into_iter().chain(heads).collect();
    let (mut odds, mut changes) =
        (Table::new(Text::new(), &heads), Table::new(Text::new(), &heads));
    for text in all.each() {
        odds.row(row(&text, |link| {
            let step = cite!(text.steps).each().find(|step| step.id == link)?;
            Some(in_odds(&cite!(step.odds)))
        }));
        let Some(against) = cite!(text.against_first).some() else { continue };
        changes.row(row(&text, |link| {
            let step = cite!(against.steps).each().find(|step| step.id == link)?;
            Some(moved(&cite!(step.difference)))
        }));
    }
    let first = all.first().map_or("", |first| &first.label);
    let against = Text::from("Against ").and(author(first)).and(
        ", in points ± their 95% simulation error: all texts were put in the same histories, to the same moods.",
    );
    let parts = vec![
        Part::Table(odds),
        Part::Paragraph(against),
        Part::Table(changes),
        Part::Heading(Text::from("What they say")),
        Part::Table(side_by_side(&all)),
    ];
    Some(Section::new("several", "Which of them?", parts))
}

fn row(text: &PutText, cell: impl Fn(Link) -> Option<Text>) -> Vec<Text> {
    let cells = LINKS.iter().map(|(link, _)| cell(*link).unwrap_or_else(|| Text::from("–")));
    [Text::from(author(&text.label))].into_iter().chain(cells).collect()
}

/// Issue by issue what each text says.
fn side_by_side(all: &Cited<'_, Vec<PutText>>) -> Table {
    let labels: Vec<String> = all.part().iter().map(|text| format!("#{}", text.label)).collect();
    let heads: Vec<&str> = [""].into_iter().chain(labels.iter().map(String::as_str)).collect();
    let mut table = Table::new(Text::new(), &heads);
    let issues = all.first().map_or(0, |first| first.terms.len());
    for k in 0..issues {
        let name = all.first().map_or("", |first| &first.terms[k].issue);
        let says = all.each().map(|text| at(&cite!(text.terms[k]), false));
        table.row([Text::from(author(name))].into_iter().chain(says));
    }
    table
}
