//! What the answer hangs on: the outcome with each input low and high, widest swing first.

use super::parts::canvas::{Align, Canvas, Pen, Rect, Words};
use super::parts::columns::{Columns, Entry};
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::fit::{SMALL, one_line};
use super::parts::legend::{Sample, legend};
use super::parts::palette::Tone;
use super::parts::scale::{Scale, extent, rounded};
use super::parts::unit::Unit;

/// A tornado.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    /// Its id on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// What the outcome is, under the axis.
    pub outcome: String,
    /// What its numbers are.
    pub unit: Unit,
    /// The outcome with every input as it is.
    pub baseline: f64,
    /// A row each, in the order to be drawn.
    pub swings: Vec<Swing>,
}

/// One input.
#[derive(Clone, Debug, PartialEq)]
pub struct Swing {
    /// Its name.
    pub label: String,
    /// The outcome with the input at its low value.
    pub low: f64,
    /// The outcome with the input at its high value.
    pub high: f64,
    /// The low value in words; may be empty.
    pub low_input: String,
    /// The high value in words; may be empty.
    pub high_input: String,
}

const LOW: Tone = Tone::Hue(1);
const HIGH: Tone = Tone::Hue(0);
/// Height of a bar.
const BAR: f64 = 16.0;

impl Tornado {
    /// Draws the bars at this width in pixels.
    pub fn draw(&self, width: f64) -> Figure {
        let mut canvas = Canvas::new(width);
        let entries: Vec<Entry> = self.swings.iter().map(|swing| self.entry(swing)).collect();
        let columns = Columns::new(&canvas, &entries);
        let scale = Scale::new(self.ends(), columns.plot);
        let here = canvas.here();
        let mut top = SMALL.leading() + 2.0;
        for (swing, entry) in self.swings.iter().zip(&entries) {
            let place = columns.row(&mut canvas, top, BAR + 4.0, entry);
            self.bar(&mut canvas, &scale, swing, place.middle);
            top = place.bottom;
        }
        let base = scale.at(self.baseline);
        let from = (base, SMALL.leading());
        canvas.line(from, (base, top), Pen::new(Tone::Ink, 1.4));
        let text = one_line(&format!("as it is: {}", self.unit.show(self.baseline)), SMALL, 160.0);
        let half = SMALL.width(&text) / 2.0;
        let at = (base.clamp(half, canvas.width - half), SMALL.leading() / 2.0);
        canvas.text(at, Align::Middle, SMALL, Tone::Ink, &[text]);
        let end = canvas.under(here, |canvas| {
            columns.across(canvas, &scale, self.unit, (SMALL.leading(), top))
        });
        let axis = one_line(&self.outcome, SMALL, columns.plot.1);
        let end = canvas.text_under((columns.plot.1, end), Align::End, SMALL, Tone::Quiet, &[axis]);
        let entries = [
            (Sample::Box(LOW, 1.0), "input at its low value".to_owned()),
            (Sample::Box(HIGH, 1.0), "input at its high value".to_owned()),
        ];
        let end = legend(&mut canvas, end + 4.0, &entries);
        let words = Words { title: self.title.clone(), description: self.describe() };
        canvas.finish(&self.id, words, end, self.table())
    }

    fn ends(&self) -> (f64, f64) {
        let all = self.swings.iter().flat_map(|swing| [swing.low, swing.high]);
        let ends = extent(all.chain([self.baseline])).unwrap_or((0.0, 1.0));
        let (low, high) = rounded(ends, 5);
        if self.unit == Unit::Share { (low.max(0.0), high.min(1.0)) } else { (low, high) }
    }

    fn entry(&self, swing: &Swing) -> Entry {
        let (low, high) = (swing.low.min(swing.high), swing.low.max(swing.high));
        let inputs = match (swing.low_input.as_str(), swing.high_input.as_str()) {
            ("", "") => String::new(),
            (low, high) => format!("input {} to {}", isolated(low), isolated(high)),
        };
        Entry { label: swing.label.clone(), value: self.unit.range(low, high), note: inputs }
    }

    fn bar(&self, canvas: &mut Canvas, scale: &Scale, swing: &Swing, y: f64) {
        let base = scale.at(self.baseline);
        for (outcome, tone, what, input) in [
            (swing.low, LOW, "low", &swing.low_input),
            (swing.high, HIGH, "high", &swing.high_input),
        ] {
            let to = scale.at(outcome);
            let (from, to) = (base.min(to), base.max(to));
            // Both on one side lie over each other: the upper half is low, the lower half high.
            let one_sided = (swing.low - self.baseline) * (swing.high - self.baseline) > 0.0;
            let (y, height) = match (one_sided, what) {
                (true, "low") => (y - BAR / 2.0, BAR / 2.0),
                (true, _) => (y, BAR / 2.0),
                (false, _) => (y - BAR / 2.0, BAR),
            };
            let tip = format!(
                "{} {what} {}: {}",
                isolated(&swing.label),
                isolated(input),
                self.unit.show(outcome)
            );
            canvas.rect(Rect { x: from, y, width: to - from, height }, tone, 1.0, &tip);
        }
    }

    fn describe(&self) -> String {
        let part = |swing: &Swing| {
            let (low, high) = (self.unit.show(swing.low), self.unit.show(swing.high));
            format!("{} from {low} to {high}", isolated(&swing.label))
        };
        let parts: Vec<String> = self.swings.iter().map(part).collect();
        format!(
            "Bars round {}, as each input goes from low to high. {}.",
            self.unit.show(self.baseline),
            parts.join("; ")
        )
    }

    fn table(&self) -> Table {
        let columns = ["input", "low value", "#outcome", "high value", "#outcome"];
        let mut table = Table::new(&self.title, &columns);
        for swing in &self.swings {
            table.row(vec![
                swing.label.clone(),
                swing.low_input.clone(),
                self.unit.show(swing.low),
                swing.high_input.clone(),
                self.unit.show(swing.high),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_holds_every_swing_and_the_baseline() {
        let swing = |low, high| Swing {
            label: "x".to_owned(),
            low,
            high,
            low_input: String::new(),
            high_input: String::new(),
        };
        let mut tornado = Tornado {
            id: "t".to_owned(),
            title: "t".to_owned(),
            outcome: "odds".to_owned(),
            unit: Unit::Share,
            baseline: 0.02,
            swings: vec![swing(0.93, 0.04), swing(0.3, 0.5)],
        };
        let (low, high) = tornado.ends();
        assert!((0.0..=0.02).contains(&low));
        assert!((0.93..=1.0).contains(&high), "shares end at 100%");
        tornado.unit = Unit::Points;
        tornado.swings = vec![swing(-0.31, 0.2)];
        let (low, high) = tornado.ends();
        assert!(low <= -0.31 && high >= 0.2);
    }
}
