//! Three told stories: a typical deal, a typical failure, a near miss.

use crate::present::briefing::{Cell, Inline, Part, Section, Table, Text};
use crate::present::report::{ReportView, Story, StoryKind};

pub(super) fn section(view: &ReportView<'_>) -> Option<Section> {
    if view.stories.is_empty() {
        return None;
    }
    let mut parts = vec![Part::Lead(Text::from(
        "Odds are made of histories. Each of these was played as told, in one of the worlds that the file \
         allows; none of them is a prediction.",
    ))];
    let rounds = view.rounds().is_some();
    for (number, story) in view.stories.iter().enumerate() {
        parts.push(Part::Heading(Text::from(title(story.kind))));
        parts.push(Part::Paragraph(Text::from(why(story.kind, rounds))));
        parts.push(Part::Table(table(number, story, rounds)));
        parts.push(Part::Paragraph(end(number, story)));
    }
    parts.push(Part::Folded {
        title: Text::from(if rounds {
            "Told whole, offer by offer"
        } else {
            "Told whole, answer by answer"
        }),
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

fn why(kind: StoryKind, rounds: bool) -> &'static str {
    match kind {
        StoryKind::TypicalDeal if rounds => {
            "Of the deals looked at, the one whose terms are nearest to the middle of all deals."
        }
        StoryKind::TypicalFailure if rounds => "It failed for the most frequent reason.",
        StoryKind::NearMiss if rounds => {
            "Of all histories without a deal, the one that came nearest to one."
        }
        StoryKind::TypicalDeal => {
            "Of the deals looked at, the one whose terms are nearest to the middle of all signed packages."
        }
        StoryKind::TypicalFailure => {
            "It failed for the most frequent reason, and in the middle of such failures by how near its best \
             text came."
        }
        StoryKind::NearMiss => {
            "Of all histories without a signature, the one whose best text fell short by least."
        }
    }
}

fn quoted(text: &str, at: String) -> Text {
    Text::from(Inline::Quoted { text: text.to_owned(), at })
}

fn table(number: usize, story: &Story, rounds: bool) -> Table {
    let when = if rounds { "~When" } else { "~Day" };
    let mut table = Table::new(Text::new(), &[when, "What happened"]);
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
