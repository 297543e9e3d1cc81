//! From talks to a deal that lasts: each bar is a part of the one above it.

use super::parts::canvas::{Canvas, Pen, Rect, Words};
use super::parts::columns::{Columns, Entry};
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::legend::{Sample, legend};
use super::parts::palette::Tone;
use super::parts::scale::Scale;
use super::parts::unit::Unit;
use super::parts::values::{Interval, Range};
use crate::text::number::{percent, points};

/// The chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// Its id on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The links, first to last.
    pub links: Vec<ChainLink>,
}

/// One link.
#[derive(Clone, Debug, PartialEq)]
pub struct ChainLink {
    /// What has happened.
    pub label: String,
    /// Odds of getting so far.
    pub odds: Interval,
    /// Between worlds.
    pub worlds: Option<Range>,
    /// Odds, given the link before.
    pub given: Option<f64>,
}

/// Height of a bar.
const BAR: f64 = 18.0;
/// The spread between worlds.
const WORLDS: Pen = Pen::new(Tone::Quiet, 1.4);

impl Chain {
    /// Draws the bars at this width in pixels.
    pub fn draw(&self, width: f64) -> Figure {
        let mut canvas = Canvas::new(width);
        let entries: Vec<Entry> = self.links.iter().map(entry).collect();
        let columns = Columns::new(&canvas, &entries);
        let scale = Scale::new((0.0, 1.0), columns.plot);
        let here = canvas.here();
        let mut top = 2.0;
        let mut before = 1.0;
        for (link, entry) in self.links.iter().zip(&entries) {
            let place = columns.row(&mut canvas, top, BAR + 12.0, entry);
            bar(&mut canvas, &scale, link, before, place.middle);
            before = link.odds.value;
            top = place.bottom;
        }
        let end =
            canvas.under(here, |canvas| columns.across(canvas, &scale, Unit::Share, (0.0, top)));
        let end = self.legend(&mut canvas, end + 4.0);
        let words = Words { title: self.title.clone(), description: self.describe() };
        canvas.finish(&self.id, words, end, self.table())
    }

    fn legend(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let mut entries = vec![
            (Sample::Box(Tone::Hue(0), 1.0), "odds of getting so far".to_owned()),
            (Sample::Box(Tone::Hue(0), 0.2), "lost since the link before".to_owned()),
        ];
        if self.links.iter().any(|link| link.worlds.is_some()) {
            let text = "eight in ten worlds".to_owned();
            entries.push((Sample::Line(WORLDS), text));
        }
        legend(canvas, top, &entries)
    }

    fn describe(&self) -> String {
        let part =
            |link: &ChainLink| format!("{} {}", isolated(&link.label), percent(link.odds.value));
        let parts: Vec<String> = self.links.iter().map(part).collect();
        format!("Bars, each a part of the one above. {}.", parts.join(", "))
    }

    fn table(&self) -> Table {
        let columns = ["", "#odds", "#95% interval", "#eight in ten worlds", "#of those before"];
        let mut table = Table::new(&self.title, &columns);
        for link in &self.links {
            table.row(vec![
                link.label.clone(),
                percent(link.odds.value),
                Unit::Share.range(link.odds.low, link.odds.high),
                link.worlds.map_or_else(dash, |range| Unit::Share.range(range.low, range.high)),
                link.given.map_or_else(dash, percent),
            ]);
        }
        table
    }
}

fn dash() -> String {
    "–".to_owned()
}

fn entry(link: &ChainLink) -> Entry {
    let half = (link.odds.high - link.odds.low) / 2.0;
    Entry {
        label: link.label.clone(),
        value: format!("{} ± {}", percent(link.odds.value), points(half)),
        note: link.given.map_or_else(String::new, |p| format!("{} of those before", percent(p))),
    }
}

fn bar(canvas: &mut Canvas, scale: &Scale, link: &ChainLink, before: f64, y: f64) {
    let from = scale.at(0.0);
    let whole = |to: f64| Rect { x: from, y: y - BAR / 2.0, width: to - from, height: BAR };
    let tip = format!("{}: {}", isolated(&link.label), percent(link.odds.value));
    let to = scale.at(link.odds.value);
    let lost = scale.at(before);
    if lost > to {
        let rect = Rect { x: to, width: lost - to, ..whole(to) };
        let gone = format!("lost here: {}", percent(before - link.odds.value));
        canvas.rect(rect, Tone::Hue(0), 0.2, &gone);
    }
    canvas.rect(whole(to), Tone::Hue(0), 1.0, &tip);
    if let Some(range) = link.worlds {
        // Under the bar, where no bar hides it.
        let (low, high, y) = (scale.at(range.low), scale.at(range.high), y + BAR / 2.0 + 4.0);
        canvas.line((low, y), (high, y), WORLDS);
        for x in [low, high] {
            canvas.line((x, y - 3.0), (x, y + 3.0), WORLDS);
        }
    }
}
