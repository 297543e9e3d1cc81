//! Three told stories: a typical deal, a typical failure, a near miss.

use crate::document::{Cell, Inline, Part, Section, Table, Text};
use crate::present::process::Words;
use crate::present::report::{ReportView, Story, StoryKind};

pub(super) fn section(view: &ReportView<'_>) -> Option<Section> {
    if view.stories.is_empty() {
        return None;
    }
    let mut parts = vec![Part::Lead(Text::from(
        "Odds are made of histories. Each of these was played as told, in one of the worlds that the file \
         allows; none of them is a prediction.",
    ))];
    let words = view.words();
    for (number, story) in view.stories.iter().enumerate() {
        parts.push(Part::Heading(Text::from(title(story.kind))));
        parts.push(Part::Paragraph(Text::from(why(story.kind, words))));
        parts.push(Part::Table(table(number, story, words)));
        parts.push(Part::Paragraph(end(number, story)));
    }
    parts.push(Part::Folded {
        title: Text::from(format!("Told whole, {}", words.step_by_step)),
        parts: view.stories.iter().map(|story| Part::Command(story.command.clone())).collect(),
    });
    let title = match view.stories.len() {
        1 => "A story",
        2 => "Two stories",
        _ => "Three stories",
    };
    Some(Section::new("stories", title, parts))
}

fn title(kind: StoryKind) -> &'static str {
    match kind {
        StoryKind::TypicalDeal => "A typical deal",
        StoryKind::TypicalFailure => "A typical failure",
        StoryKind::NearMiss => "A near miss",
    }
}

fn why(kind: StoryKind, words: &Words) -> &'static str {
    match kind {
        StoryKind::TypicalDeal => words.typical_deal,
        StoryKind::TypicalFailure => words.typical_failure,
        StoryKind::NearMiss => words.near_miss,
    }
}

fn quoted(text: &str, at: String) -> Text {
    Text::from(Inline::Quoted { text: text.to_owned(), at })
}

fn table(number: usize, story: &Story, words: &Words) -> Table {
    let mut table = Table::new(Text::new(), &[words.day, "What happened"]);
    for (index, entry) in story.brief.entries.iter().enumerate() {
        let at = |key: &str| format!("/stories/{number}/entries/{index}/{key}");
        let cells = [quoted(&entry.day, at("day")), quoted(&entry.text, at("text"))];
        table.rows.push(cells.into_iter().map(Cell::Text).collect());
    }
    table
}

fn end(number: usize, story: &Story) -> Text {
    let at = |key: &str| format!("/stories/{number}/{key}");
    let text = quoted(&story.brief.ending, at("ending"));
    match &story.brief.missing {
        None => text,
        Some(missing) => text.and(" ").then(quoted(missing, at("missing"))),
    }
}
