//! Three told stories: a typical deal, a typical failure, a near miss.

use crate::document::{Part, Section, Table, Text};
use crate::present::process::Words;
use crate::present::report::ReportView;
use crate::results::report::{StoryKind, StoryTold};
use crate::results::{Cited, cite};

pub(super) fn section(view: &ReportView<'_>) -> Option<Section> {
    let report = &view.report;
    let stories = cite!(report.stories);
    if stories.is_empty() {
        return None;
    }
    let mut parts = vec![Part::Lead(Text::from(
        "Odds are made of histories. Each of these was played as told, in one of the worlds that the file \
         allows; none of them is a prediction.",
    ))];
    let words = view.words();
    for story in stories.each() {
        parts.push(Part::Heading(Text::from(title(story.kind))));
        parts.push(Part::Paragraph(Text::from(why(story.kind, words))));
        parts.push(Part::Table(table(&story, words)));
        parts.push(Part::Paragraph(end(&story)));
    }
    parts.push(Part::Folded {
        title: Text::from(format!("Told whole, {}", words.step_by_step)),
        parts: stories.iter().map(|story| Part::Command(story.command.clone())).collect(),
    });
    let title = match stories.len() {
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

fn table(story: &Cited<'_, StoryTold>, words: &Words) -> Table {
    let mut table = Table::new(Text::new(), &[words.day, "What happened"]);
    for line in cite!(story.entries).each() {
        table.row([Text::quoted(&cite!(line.day)), Text::quoted(&cite!(line.text))]);
    }
    table
}

fn end(story: &Cited<'_, StoryTold>) -> Text {
    let text = Text::quoted(&cite!(story.ending));
    match cite!(story.missing).some() {
        None => text,
        Some(missing) => text.and(" ").then(Text::quoted(&missing)),
    }
}
