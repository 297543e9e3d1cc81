//! On what terms: one issue's scale, where the parties open and stop, and what is signed.

use super::parts::canvas::{Canvas, Pen, Rect, Words};
use super::parts::columns::{Columns, Entry};
use super::parts::escape::isolated;
use super::parts::figure::{Figure, Table};
use super::parts::issue_scale::anchored;
use super::parts::legend::{Sample, legend};
use super::parts::mark::{Mark, Shape};
use super::parts::palette::Tone;
use super::parts::scale::Scale;
use super::parts::unit::Unit;
use super::parts::values::{Anchor, Interval, Quantiles, Range};

/// An issue with a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// Its id on the page.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The ends of the scale.
    pub scale: Range,
    /// Points of the scale in words.
    pub anchors: Vec<Anchor>,
    /// A row each.
    pub parties: Vec<TermsParty>,
    /// The zone of possible agreement on this issue, where there is one.
    pub zone: Option<Range>,
    /// What is signed, where something is.
    pub signed: Option<Quantiles>,
}

/// Where a party stands.
#[derive(Clone, Debug, PartialEq)]
pub struct TermsParty {
    /// Its name.
    pub name: String,
    /// What it asks for at first: the median, and 10 to 90% of the worlds.
    pub opening: Option<Interval>,
    /// How far it goes.
    pub limit: Option<Interval>,
}

const OPENING: Mark = Mark::Hollow(Tone::Hue(0));
const LIMIT: Mark = Mark::Filled(Tone::Hue(1));
const SIGNED: Tone = Tone::Hue(3);
const ZONE: Tone = Tone::Hue(2);

impl Terms {
    /// Draws the scale at this width in pixels.
    pub fn draw(&self, width: f64) -> Figure {
        let mut canvas = Canvas::new(width);
        let unit = self.unit();
        let mut entries: Vec<Entry> = self.parties.iter().map(|p| self.entry(p)).collect();
        if let Some(signed) = self.signed {
            entries.push(Entry {
                label: "Signed terms".to_owned(),
                value: unit.show(signed.p50),
                note: format!("half: {}", unit.range(signed.p25, signed.p75)),
            });
        }
        let columns = Columns::new(&canvas, &entries);
        let scale = Scale::new((self.scale.low, self.scale.high), columns.plot);
        let here = canvas.here();
        let mut top = 2.0;
        for (party, entry) in self.parties.iter().zip(&entries) {
            let place = columns.row(&mut canvas, top, 20.0, entry);
            row(&mut canvas, &scale, party, unit, place.middle);
            top = place.bottom;
        }
        if let (Some(signed), Some(entry)) = (self.signed, entries.last()) {
            let place = columns.row(&mut canvas, top, 26.0, entry);
            distribution(&mut canvas, &scale, signed, unit, place.middle);
            top = place.bottom;
        }
        let end = canvas.under(here, |canvas| {
            if let Some(zone) = self.zone {
                let (low, high) = (scale.at(zone.low), scale.at(zone.high));
                let rect = Rect { x: low, y: 0.0, width: (high - low).max(1.5), height: top };
                let tip =
                    format!("zone of possible agreement: {}", unit.range(zone.low, zone.high));
                canvas.rect(rect, ZONE, 0.18, &tip);
            }
            anchored(canvas, &scale, &self.anchors, unit, (0.0, top))
        });
        let end = self.legend(&mut canvas, end + 4.0);
        let words = Words { title: self.title.clone(), description: self.describe() };
        canvas.finish(&self.id, words, end, self.table())
    }

    fn unit(&self) -> Unit {
        Unit::Position(self.scale.high - self.scale.low)
    }

    fn entry(&self, party: &TermsParty) -> Entry {
        let unit = self.unit();
        let value = match (party.opening, party.limit) {
            (Some(opening), Some(limit)) => {
                format!("{} → {}", unit.show(opening.value), unit.show(limit.value))
            }
            (Some(opening), None) => unit.show(opening.value),
            (None, Some(limit)) => format!("→ {}", unit.show(limit.value)),
            (None, None) => String::new(),
        };
        Entry { label: party.name.clone(), value, note: String::new() }
    }

    fn legend(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let mut entries = Vec::new();
        let mut add = |shown: bool, sample: Sample, text: &str| {
            if shown {
                entries.push((sample, text.to_owned()));
            }
        };
        let opens = self.parties.iter().any(|party| party.opening.is_some());
        add(opens, Sample::Mark(Shape::Circle, OPENING), "opening");
        let stops = self.parties.iter().any(|party| party.limit.is_some());
        add(stops, Sample::Mark(Shape::Stroke, LIMIT), "limit (thin lines: 10 to 90% of worlds)");
        add(self.zone.is_some(), Sample::Box(ZONE, 0.3), "zone of possible agreement");
        let signed = self.signed.is_some();
        add(signed, Sample::Box(SIGNED, 0.6), "signed terms: half of them, and nine in ten");
        legend(canvas, top, &entries)
    }

    fn describe(&self) -> String {
        let unit = self.unit();
        let part = |party: &TermsParty| {
            let opens = party.opening.map(|at| format!("opens at {}", unit.show(at.value)));
            let stops = party.limit.map(|at| format!("goes to {}", unit.show(at.value)));
            let says: Vec<String> = opens.into_iter().chain(stops).collect();
            format!("{} {}", isolated(&party.name), says.join(" and "))
        };
        let mut parts: Vec<String> = self.parties.iter().map(part).collect();
        if let Some(zone) = self.zone {
            parts.push(format!("zone of possible agreement {}", unit.range(zone.low, zone.high)));
        }
        if let Some(signed) = self.signed {
            let half = unit.range(signed.p25, signed.p75);
            parts.push(format!("signed terms {}, half of them {half}", unit.show(signed.p50)));
        }
        let (low, high) = (unit.show(self.scale.low), unit.show(self.scale.high));
        format!("A scale from {low} to {high}. {}.", parts.join("; "))
    }

    fn table(&self) -> Table {
        let columns = ["", "#median", "#from", "#to", "range"];
        let mut table = Table::new(&self.title, &columns);
        let unit = self.unit();
        let mut add = |name: String, middle: Option<f64>, range: (f64, f64), what: &str| {
            let middle = middle.map_or_else(|| "–".to_owned(), |at| unit.show(at));
            let (low, high) = (unit.show(range.0), unit.show(range.1));
            table.row(vec![name, middle, low, high, what.to_owned()]);
        };
        for party in &self.parties {
            for (what, at) in [("opening", party.opening), ("limit", party.limit)] {
                if let Some(at) = at {
                    let name = format!("{}, {what}", party.name);
                    add(name, Some(at.value), (at.low, at.high), "10–90% of worlds");
                }
            }
        }
        if let Some(signed) = self.signed {
            let (name, middle) = ("Signed terms".to_owned(), Some(signed.p50));
            add(name.clone(), middle, (signed.p25, signed.p75), "half of the deals");
            add(name, middle, (signed.p05, signed.p95), "nine in ten deals");
        }
        if let Some(zone) = self.zone {
            let name = "Zone of possible agreement".to_owned();
            add(name, None, (zone.low, zone.high), "whole zone");
        }
        table
    }
}

/// The way from the opening to the limit, with both marks and their ranges.
fn row(canvas: &mut Canvas, scale: &Scale, party: &TermsParty, unit: Unit, y: f64) {
    if let (Some(opening), Some(limit)) = (party.opening, party.limit) {
        let ends = [scale.at(opening.value), scale.at(limit.value)];
        let (low, high) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
        let rect = Rect { x: low, y: y - 3.5, width: high - low, height: 7.0 };
        canvas.rect(rect, Tone::Hue(0), 0.22, "");
    }
    let marks = [
        ("opening", party.opening, Shape::Circle, OPENING, Tone::Hue(0), -5.0),
        ("limit", party.limit, Shape::Stroke, LIMIT, Tone::Hue(1), 5.0),
    ];
    for (what, at, shape, paint, tone, aside) in marks {
        let Some(at) = at else { continue };
        if at.low < at.high {
            let (low, high) = (scale.at(at.low), scale.at(at.high));
            canvas.line((low, y + aside), (high, y + aside), Pen::new(tone, 1.2));
        }
        let tip = format!(
            "{}, {what}: {} (10–90% of worlds: {})",
            isolated(&party.name),
            unit.show(at.value),
            unit.range(at.low, at.high)
        );
        canvas.mark(shape, (scale.at(at.value), y), 5.0, paint, &tip);
    }
}

/// A box of the middle half, a line of nine in ten, a mark at the median.
fn distribution(canvas: &mut Canvas, scale: &Scale, of: Quantiles, unit: Unit, y: f64) {
    let x = |value: f64| scale.at(value);
    canvas.line((x(of.p05), y), (x(of.p95), y), Pen::new(SIGNED, 2.0));
    let rect = Rect { x: x(of.p25), y: y - 7.0, width: x(of.p75) - x(of.p25), height: 14.0 };
    let half = format!("half of the signed terms: {}", unit.range(of.p25, of.p75));
    canvas.rect(rect, Tone::Ground, 1.0, "");
    canvas.rect(rect, SIGNED, 0.6, &half);
    let tip = format!("signed terms, middle: {}", unit.show(of.p50));
    canvas.mark(Shape::Stroke, (x(of.p50), y), 6.5, Mark::Filled(SIGNED), &tip);
}
