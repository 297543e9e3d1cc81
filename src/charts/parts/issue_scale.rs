//! The axis of an issue: its anchors in words, under the scale where they have room, else listed.

use super::axis::{Tick, labels_across};
use super::canvas::{Align, Canvas, Pen};
use super::fit::{SMALL, fit};
use super::palette::Tone;
use super::scale::Scale;
use super::unit::Unit;
use super::values::Anchor;

/// Most lines of an anchor under the axis.
const LINES: usize = 5;

/// Draws grid lines at the anchors from `top` to `bottom` and writes the anchors under it; says
/// where they end.
pub(in crate::charts) fn anchored(
    canvas: &mut Canvas,
    scale: &Scale,
    anchors: &[Anchor],
    unit: Unit,
    (top, bottom): (f64, f64),
) -> f64 {
    let (low, high) = scale.ends();
    for anchor in anchors {
        let x = scale.at(anchor.at);
        canvas.line((x, top), (x, bottom), Pen::new(Tone::Rule, 0.8));
    }
    let (from, to) = scale.pixels();
    canvas.line((from, bottom), (to, bottom), Pen::new(Tone::Rule, 1.4));
    let mut ticks: Vec<Tick> = anchors.iter().map(|a| (a.at, unit.show(a.at))).collect();
    if ticks.is_empty() {
        ticks = vec![(low, unit.show(low)), (high, unit.show(high))];
    }
    ticks.sort_by(|a, b| a.0.total_cmp(&b.0));
    let under = labels_across(canvas, scale, &ticks, bottom + 2.0) + 2.0;
    match slots(canvas, scale, anchors) {
        Some(slots) => in_slots(canvas, under, slots),
        None => listed(canvas, under, anchors, unit),
    }
}

/// A place under the axis with its lines.
struct Slot {
    at: f64,
    align: Align,
    lines: Vec<String>,
}

/// The anchors side by side, if each has enough room.
fn slots(canvas: &Canvas, scale: &Scale, anchors: &[Anchor]) -> Option<Vec<Slot>> {
    let mut sorted: Vec<&Anchor> = anchors.iter().collect();
    sorted.sort_by(|a, b| a.at.total_cmp(&b.at));
    let places: Vec<f64> = sorted.iter().map(|anchor| scale.at(anchor.at)).collect();
    let mut slots = Vec::new();
    for (index, anchor) in sorted.iter().enumerate() {
        let x = places[index];
        let before = index.checked_sub(1).map_or(0.0, |i| f64::midpoint(places[i], x) + 5.0);
        let after = places.get(index + 1);
        let after = after.map_or(canvas.width, |next| f64::midpoint(*next, x) - 5.0);
        // Centred where both sides have room, else from the nearer bound.
        let half = (x - before).min(after - x);
        let wanted = SMALL.width(&anchor.text);
        let (at, align, room) = if half * 2.0 >= wanted.min(66.0) {
            (x, Align::Middle, (half * 2.0).min(170.0))
        } else if x - before < after - x {
            (before, Align::Start, (after - before).min(170.0))
        } else {
            (after, Align::End, (after - before).min(170.0))
        };
        let lines = fit(&anchor.text, SMALL, room, LINES);
        let cut = lines.last().is_some_and(|line| line.ends_with('…') || line.is_empty());
        if room < 62.0 || (cut && room < 120.0) {
            return None;
        }
        slots.push(Slot { at, align, lines });
    }
    Some(slots)
}

fn in_slots(canvas: &mut Canvas, top: f64, slots: Vec<Slot>) -> f64 {
    let mut end = top;
    for slot in slots {
        let under = canvas.text_under((slot.at, top), slot.align, SMALL, Tone::Quiet, &slot.lines);
        end = end.max(under);
    }
    end
}

/// The anchors one under the other, each behind its number.
fn listed(canvas: &mut Canvas, top: f64, anchors: &[Anchor], unit: Unit) -> f64 {
    let mut sorted: Vec<&Anchor> = anchors.iter().collect();
    sorted.sort_by(|a, b| a.at.total_cmp(&b.at));
    let numbers: Vec<String> = sorted.iter().map(|anchor| unit.show(anchor.at)).collect();
    let widest = numbers.iter().map(|text| SMALL.width(text)).fold(0.0, f64::max);
    let indent = widest.min(canvas.width * 0.3).ceil();
    let mut y = top + 4.0;
    for (anchor, number) in sorted.iter().zip(numbers) {
        let lines = fit(&anchor.text, SMALL, canvas.width - indent - 8.0, 2);
        let line = y + SMALL.leading() / 2.0;
        let number = super::fit::one_line(&number, SMALL, indent);
        canvas.text((indent, line), Align::End, SMALL, Tone::Ink, &[number]);
        y = canvas.text_under((indent + 8.0, y), Align::Start, SMALL, Tone::Quiet, &lines) + 1.0;
    }
    y
}
