//! Where a study stands.

use crate::document::{Document, Inline, Length, Number, Part, Section, Table, Text, author};
use crate::results::study::StudyStatus;
use crate::results::{Cited, Envelope, cite};

/// Ranges and lines that are told one by one.
const ONE_BY_ONE: usize = 6;

/// Where a study stands, in words.
pub fn tell_status(answer: &Envelope<StudyStatus>) -> Document {
    let whole = Cited::whole(answer);
    let status = &cite!(whole.result);
    let facts = Text::from("run ")
        .and(author(&status.run_id))
        .and(" · ")
        .and(Number::count(&cite!(status.cases)))
        .and(" cases in ")
        .and(Number::count(&cite!(status.chunks)))
        .and(" chunks · ")
        .and(author(&status.design))
        .and(" · seed ")
        .and(Number::name(&cite!(status.seed)));
    let mut table = Table::new(Text::new(), &["", ""]);
    let mut row = |name: &str, text: Text| table.row([Text::from(name), text]);
    let done = Text::from(Number::count(&cite!(status.done)))
        .and(" of ")
        .and(Number::count(&cite!(status.cases)))
        .and(" cases (")
        .and(Number::share(&cite!(status.done_share)))
        .and(")");
    row("done", done);
    if status.invalid > 0 {
        let invalid = Text::from(Number::count(&cite!(status.invalid)));
        row("invalid", invalid.and(" of these: their values make no scenario"));
    }
    let missing = cite!(status.missing_chunks);
    if !missing.is_empty() {
        let ranges = missing.each().map(|range| {
            Text::from(Number::name(&cite!(range[0]))).and("..").and(Number::name(&cite!(range[1])))
        });
        row("missing", listed("chunks ", ranges));
    }
    let damaged = cite!(status.damaged_lines);
    if !damaged.is_empty() {
        let lines = damaged.each().map(|line| Text::from(Number::name(&line)));
        row("damaged", listed("journal line ", lines).and(": their cases are played again"));
    }
    if status.torn {
        let torn = "the last line is cut off or being written: its case is played again";
        row("torn", Text::from(torn));
    }
    Document {
        title: Text::from(author(&status.title)),
        facts: vec![facts],
        notices: Vec::new(),
        sections: vec![Section::new("status", Text::new(), vec![Part::Table(table)])],
        colophon: Text::from("next: ").and(Inline::Code(status.next.clone())),
        length: Length::Whole,
    }
}

/// The first few of many.
fn listed(head: &str, all: impl Iterator<Item = Text>) -> Text {
    let mut text = Text::from(head);
    for (number, one) in all.enumerate() {
        if number == ONE_BY_ONE {
            return text.and(", …");
        }
        text = text.and_if(number > 0, ", ").then(one);
    }
    text
}
