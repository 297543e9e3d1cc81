//! Axes: lines of the grid, and tick labels that leave each other room.

use super::canvas::{Align, Canvas, Pen, Rect, text_box};
use super::fit::{SMALL, one_line};
use super::palette::Tone;
use super::scale::Scale;
use super::unit::Unit;

/// A value of an axis and what is written there.
pub(in crate::charts) type Tick = (f64, String);

/// Round ticks of a scale, as many as have room.
pub(in crate::charts) fn ticks(scale: &Scale, unit: Unit, most: usize) -> Vec<Tick> {
    let (values, step) = scale.ticks(most);
    let mut out: Vec<Tick> = Vec::new();
    for value in values {
        let label = unit.tick(value, step);
        // Rounding may make neighbours equal; once is enough.
        if out.last().is_none_or(|(_, last)| *last != label) {
            out.push((value, label));
        }
    }
    out
}

/// Months from 0 to `last`, by steps that make whole years where they can.
pub(in crate::charts) fn months(last: f64, most: usize) -> Vec<Tick> {
    let steps = [1.0, 2.0, 3.0, 6.0, 12.0, 24.0, 60.0, 120.0];
    let step = steps.into_iter().find(|step| last / step <= most as f64);
    let Some(step) = step.filter(|step| last >= *step) else { return Vec::new() };
    let tick = |k: u32| (f64::from(k) * step, format!("{:.0}", f64::from(k) * step));
    (0..=(last / step) as u32).map(tick).collect()
}

/// Lines of the grid from `top` to `bottom`, labels under it. Says where the labels end.
pub(in crate::charts) fn across(
    canvas: &mut Canvas,
    scale: &Scale,
    ticks: &[Tick],
    (top, bottom): (f64, f64),
) -> f64 {
    grid_across(canvas, scale, ticks, (top, bottom));
    labels_across(canvas, scale, ticks, bottom + 3.0)
}

/// The lines of [`across`] alone.
pub(in crate::charts) fn grid_across(
    canvas: &mut Canvas,
    scale: &Scale,
    ticks: &[Tick],
    (top, bottom): (f64, f64),
) {
    for (value, _) in ticks {
        let x = scale.at(*value);
        let strong = *value == 0.0;
        let pen = Pen::new(Tone::Rule, if strong { 1.4 } else { 0.8 });
        canvas.line((x, top), (x, bottom), pen);
    }
}

/// The labels of [`across`] alone, under `top`.
pub(in crate::charts) fn labels_across(
    canvas: &mut Canvas,
    scale: &Scale,
    ticks: &[Tick],
    top: f64,
) -> f64 {
    let middle = top + SMALL.leading() / 2.0;
    let mut taken: Vec<Rect> = Vec::new();
    // The ends first: they say how far the axis goes.
    let last = ticks.len().saturating_sub(1);
    let order = [0, last].into_iter().chain(1..last.max(1)).take(ticks.len());
    for (value, label) in order.filter_map(|index| ticks.get(index)) {
        let label = one_line(label, SMALL, canvas.width / 2.0);
        let half = SMALL.width(&label) / 2.0;
        let x = scale.at(*value).clamp(half, (canvas.width - half).max(half));
        let rect = text_box((x, middle), Align::Middle, SMALL, &label);
        let room = Rect { x: rect.x - 5.0, width: rect.width + 10.0, ..rect };
        if taken.iter().all(|other| !other.meets(&room)) {
            canvas.text((x, middle), Align::Middle, SMALL, Tone::Quiet, &[label]);
            taken.push(rect);
        }
    }
    top + SMALL.leading()
}

/// Lines of the grid from left to right, labels before them.
pub(in crate::charts) fn upright(
    canvas: &mut Canvas,
    scale: &Scale,
    ticks: &[Tick],
    (left, right): (f64, f64),
) {
    let mut taken: Vec<Rect> = Vec::new();
    for (value, label) in ticks {
        let y = scale.at(*value);
        let strong = *value == 0.0;
        canvas.line((left, y), (right, y), Pen::new(Tone::Rule, if strong { 1.4 } else { 0.8 }));
        let label = one_line(label, SMALL, left - 8.0);
        let at = (left - 6.0, y);
        let rect = text_box(at, Align::End, SMALL, &label);
        if taken.iter().all(|other| !other.meets(&rect)) {
            canvas.text(at, Align::End, SMALL, Tone::Quiet, &[label]);
            taken.push(rect);
        }
    }
}
