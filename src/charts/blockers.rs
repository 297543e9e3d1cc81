//! Who blocks, and over what: families of causes, divided by who and over what.

use super::parts::canvas::{Align, Canvas, Rect, Words};
use super::parts::columns::{Columns, Entry};
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::fit::{SMALL, fit};
use super::parts::palette::Tone;
use super::parts::scale::{Scale, extent, rounded};
use super::parts::unit::Unit;
use crate::text::number::percent;

/// Why there is no deal.
#[derive(Clone, Debug, PartialEq)]
pub struct Blockers {
    /// Its id on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// Families of causes, largest first.
    pub families: Vec<Blocker>,
}

/// A family of causes.
#[derive(Clone, Debug, PartialEq)]
pub struct Blocker {
    /// What they have in common.
    pub label: String,
    /// Share of all trials.
    pub share: f64,
    /// Who and over what, most frequent first, with the share of all trials.
    pub parts: Vec<(String, f64)>,
}

/// Height of a bar.
const BAR: f64 = 18.0;
/// Parts that are told under a bar.
const TOLD: usize = 3;

impl Blockers {
    /// Draws the bars at this width in pixels.
    pub fn draw(&self, width: f64) -> Figure {
        let mut canvas = Canvas::new(width);
        let entry = |family: &Blocker| Entry {
            label: family.label.clone(),
            value: percent(family.share),
            note: String::new(),
        };
        let entries: Vec<Entry> = self.families.iter().map(entry).collect();
        let columns = Columns::new(&canvas, &entries);
        let longest = extent(self.families.iter().map(|family| family.share));
        let longest = longest.map_or(1.0, |ends| ends.1).clamp(0.01, 1.0);
        let scale = Scale::new((0.0, rounded((0.0, longest), 5).1.min(1.0)), columns.plot);
        let here = canvas.here();
        let mut top = 2.0;
        for (family, entry) in self.families.iter().zip(&entries) {
            let told = fit(&family.told(), SMALL, columns.plot.1 - columns.plot.0, 2);
            let told = if told == [""] { Vec::new() } else { told };
            let below = SMALL.leading() * told.len() as f64;
            let place = columns.row(&mut canvas, top, BAR + below, entry);
            let middle = place.middle - below / 2.0;
            bar(&mut canvas, &scale, family, middle);
            let under = (columns.plot.0, middle + BAR / 2.0 + 1.0);
            canvas.text_under(under, Align::Start, SMALL, Tone::Quiet, &told);
            top = place.bottom + 2.0;
        }
        let end =
            canvas.under(here, |canvas| columns.across(canvas, &scale, Unit::Share, (0.0, top)));
        let words = Words { title: self.title.clone(), description: self.describe() };
        canvas.finish(&self.id, words, end + 4.0, self.table())
    }

    fn describe(&self) -> String {
        let part = |family: &Blocker| {
            let who = family.parts.first();
            let who = who.map_or_else(String::new, |(name, share)| {
                format!(", most often {} {}", isolated(name), percent(*share))
            });
            format!("{} {}{who}", isolated(&family.label), percent(family.share))
        };
        let parts: Vec<String> = self.families.iter().map(part).collect();
        format!("Shares of all trials. {}.", parts.join("; "))
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&self.title, &["why", "who and over what", "#share of trials"]);
        for family in &self.families {
            table.row(vec![family.label.clone(), "all".to_owned(), percent(family.share)]);
            for (name, share) in &family.parts {
                table.row(vec![family.label.clone(), name.clone(), percent(*share)]);
            }
        }
        table
    }
}

impl Blocker {
    /// The most frequent parts in words.
    fn told(&self) -> String {
        let part =
            |(name, share): &(String, f64)| format!("{} {}", isolated(name), percent(*share));
        let parts: Vec<String> = self.parts.iter().take(TOLD).map(part).collect();
        let more = if self.parts.len() > TOLD { ", …" } else { "" };
        format!("{}{more}", parts.join(", "))
    }
}

/// The parts one after the other, paler and paler; what no part explains is palest.
fn bar(canvas: &mut Canvas, scale: &Scale, family: &Blocker, y: f64) {
    let whole = (scale.at(0.0), scale.at(family.share));
    let piece = |from: f64, to: f64| Rect {
        x: from,
        y: y - BAR / 2.0,
        width: to.min(whole.1) - from,
        height: BAR,
    };
    let tip = format!("{}: {}", isolated(&family.label), percent(family.share));
    canvas.rect(piece(whole.0, whole.1), Tone::Hue(1), 0.28, &tip);
    let mut sum = 0.0;
    for (index, (name, share)) in family.parts.iter().enumerate() {
        let (from, to) = (scale.at(sum), scale.at(sum + share));
        sum += share;
        // A hair of ground between the pieces.
        let rect = piece(from, to - 1.0);
        if rect.width < 0.8 {
            continue;
        }
        let strength = [1.0, 0.8, 0.62, 0.48, 0.36][index.min(4)];
        canvas.rect(rect, Tone::Ground, 1.0, "");
        let tip = format!("{}: {}", isolated(name), percent(*share));
        canvas.rect(rect, Tone::Hue(1), strength, &tip);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_is_most_frequent_and_says_that_there_is_more() {
        let part = |name: &str, share| (name.to_owned(), share);
        let mut family = Blocker {
            label: "no common ground".to_owned(),
            share: 0.5,
            parts: vec![part("a", 0.2), part("b", 0.1), part("c", 0.05), part("d", 0.01)],
        };
        assert_eq!(family.told(), "a 20%, b 10%, c 5.0%, …");
        family.parts.truncate(1);
        assert_eq!(family.told(), "a 20%");
    }
}
