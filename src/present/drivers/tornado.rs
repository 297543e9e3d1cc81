//! Tornado bars at 80 columns, and the structural choices beside them.

use std::fmt::Write as _;

use super::terminal::{MOST, half, path_in, rest, signed_points};
use super::{of, path};
use crate::analysis::drivers::{ChoiceOdds, Elsewhere, Swing, Swings};
use crate::montecarlo::Outcome;
use crate::present::process::link_name;
use crate::results::drivers::Found;
use crate::text::Padded;
use crate::text::hang;
use crate::text::number::{percent, short};

/// Columns of a bar on either side of the odds as they stand.
const SIDE: usize = 17;

/// The bars, then the choices.
pub(super) fn draw(out: &mut String, view: Found<'_>, swings: &Swings, choices: &[ChoiceOdds]) {
    let base = &swings.base;
    let title = format!(
        "As the file stands: {} ± {}. With one input moved, the others drawn as usual:",
        percent(base.value),
        half(base)
    );
    hang(out, "", 0, &title);
    // The farthest end of any bar fills its side.
    let reach = swings.swings.iter().fold(0.0_f64, |most, swing| {
        most.max(swing.bar.low.value.abs()).max(swing.bar.high.value.abs())
    });
    let told: Vec<&Swing> =
        swings.swings.iter().filter(|s| !s.bar.swing.contains(0.0)).take(MOST).collect();
    for swing in &told {
        bar(out, view, swing, reach);
    }
    if told.is_empty() {
        hang(out, "", 2, "No input moves the odds by more than chance would.");
    }
    rest(
        out,
        told.len(),
        swings.swings.len(),
        "that move the odds less, or no more than chance would",
    );
    if !choices.is_empty() {
        let _ = writeln!(
            out,
            "\n{:<56} {:>7} {:>7} {:>5}",
            "Structural choices", "odds", "change", "±"
        );
    }
    for choice in choices {
        let lines = crate::text::wrap(&choice.words, 54);
        let _ = writeln!(
            out,
            "  {:<54} {:>7} {:>7} {:>5}",
            Padded(&lines[0]),
            percent(choice.odds.value),
            signed_points(choice.change.value),
            half(&choice.change)
        );
        for line in &lines[1..] {
            let _ = writeln!(out, "  {line}");
        }
    }
    if let Some(text) = elsewhere(view, swings, choices) {
        out.push('\n');
        hang(out, "", 2, &text);
    }
    out.push('\n');
    hang(
        out,
        "",
        0,
        "Bars: ░ the odds with the input at its low end (its 10% point in the file, or as given), █ at \
         its high end (90%), │ as the file stands. The figure behind each name is the change from low to \
         high in percentage points, ± its 95% interval: the same worlds are played with the same chance. \
         Bars do not show interplay: zopa drivers --method sobol does.",
    );
}

/// What moves another outcome clearly more than the one shown, where something does: that which moves it
/// most.
fn elsewhere(view: Found<'_>, swings: &Swings, choices: &[ChoiceOdds]) -> Option<String> {
    let scenario = view.scenario;
    let counts = |elsewhere: &Elsewhere| match elsewhere.outcome {
        Outcome::Link(link) => link_name(scenario, link).is_some(),
        Outcome::Question(_) => true,
    };
    let inputs = swings.swings.iter().map(|swing| {
        let path = path(view, swing.input);
        (format!("{path} goes from low to high"), swing.bar.swing, swing.elsewhere)
    });
    let choices = choices.iter().map(|choice| {
        (format!("the choice is “{}”", choice.words), choice.change, choice.elsewhere)
    });
    let found = inputs.chain(choices).filter_map(|(what, shown, elsewhere)| {
        elsewhere.filter(counts).map(|elsewhere| (what, shown, elsewhere))
    });
    let size = |elsewhere: &Elsewhere| elsewhere.change.value.abs();
    let (what, shown, most) = found.reduce(|a, b| if size(&b.2) > size(&a.2) { b } else { a })?;
    let word = most.outcome.word(scenario);
    Some(format!(
        "Another outcome moves more: “{word}” by {} points (± {}) when {what}, “{}” by {} (--of {word}).",
        signed_points(most.change.value),
        half(&most.change),
        of(view),
        signed_points(shown.value),
    ))
}

fn bar(out: &mut String, view: Found<'_>, swing: &Swing, reach: f64) {
    let figure = format!("{} ± {}", signed_points(swing.bar.swing.value), half(&swing.bar.swing));
    let _ = writeln!(out, "  {:<60} {figure:>15}", Padded(path_in(path(view, swing.input), 60)));
    let mut cells = [' '; 2 * SIDE + 1];
    let mut fill = |change: f64, mark: char| {
        let length =
            if reach > 0.0 { (change.abs() / reach * SIDE as f64).round() as usize } else { 0 };
        for step in 1..=length.min(SIDE) {
            let at = if change < 0.0 { SIDE - step } else { SIDE + step };
            // Two bars on one side: the shorter is drawn over the longer.
            cells[at] = mark;
        }
    };
    let (low, high) = (swing.bar.low.value, swing.bar.high.value);
    if low.abs() >= high.abs() {
        fill(low, '░');
        fill(high, '█');
    } else {
        fill(high, '█');
        fill(low, '░');
    }
    cells[SIDE] = '│';
    let low = (short(swing.ends.0), percent(swing.odds.0.value));
    let high = (short(swing.ends.1), percent(swing.odds.1.value));
    // The end with the lower odds stands on the left.
    let (left, right) = if swing.bar.swing.value < 0.0 { (high, low) } else { (low, high) };
    let left = format!("at {} {:>5}", left.0, left.1);
    let line =
        format!("  {left:>18} {} {:<5} at {}", cells.iter().collect::<String>(), right.1, right.0);
    let _ = writeln!(out, "{}", line.trim_end());
}
