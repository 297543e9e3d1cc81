//! Break-even in words.

use super::terminal::path_in;
use super::{of, path};
use crate::analysis::breakeven::{BreakEven, Crossing, End, Response};
use crate::analysis::drivers::{Threshold, level_of};
use crate::results::drivers::Found;
use crate::text::hang;
use crate::text::number::{percent, percent_range, short};

/// What was found.
pub(super) fn tell(out: &mut String, view: Found<'_>, threshold: &Threshold) {
    let path = path(view, threshold.input);
    let (low, high) = threshold.range;
    let range = format!("{} to {}", short(low), short(high));
    let target = percent(threshold.target);
    let question = format!(
        "At what value of {} do the odds of “{}” reach {target}? ({range})",
        path_in(path, 60),
        of(view)
    );
    hang(out, "", 0, &question);
    match &threshold.found {
        BreakEven::Never { at, response } => {
            let text = format!("Never. They come nearest at {}: {}.", short(*at), odds(response));
            hang(out, "", 2, &text);
        }
        BreakEven::Everywhere { at, response } => {
            let text = format!(
                "Everywhere. They are at least {target} at every value tried, and lowest at {}: {}.",
                short(*at),
                odds(response)
            );
            hang(out, "", 2, &text);
        }
        BreakEven::Once(crossing) => hang(out, "", 2, &said(view, threshold, crossing)),
        BreakEven::Several(crossings) => {
            let text = format!(
                "At {} values: the odds cross the target more than once. Where intervals overlap, chance \
                 alone can be the reason.",
                crossings.len()
            );
            hang(out, "", 2, &text);
            for crossing in crossings {
                hang(out, "  - ", 4, &said(view, threshold, crossing));
            }
        }
    }
    out.push('\n');
    let step = (threshold.asked.len() / 8).max(1);
    let curve: Vec<String> = threshold
        .asked
        .iter()
        .step_by(step)
        .map(|(at, response)| format!("{} → {}", short(*at), percent(response.odds.value)))
        .collect();
    hang(out, "", 2, &format!("Values and their odds: {}", curve.join(" · ")));
    hang(
        out,
        "",
        0,
        "Every value was tried in the same worlds with the same chance, all other inputs drawn as usual. \
         The interval holds the values at which the 95% interval of the odds holds the target.",
    );
}

fn odds(response: &Response) -> String {
    let odds = &response.odds;
    format!("{} (95% interval {})", percent(odds.value), percent_range(odds.low, odds.high))
}

fn said(view: Found<'_>, threshold: &Threshold, crossing: &Crossing) -> String {
    let (low, high) = threshold.range;
    let end = |end: End, edge: f64, word: &str| match end {
        End::At(value) => short(value),
        End::Beyond => format!("{word} {}", short(edge)),
    };
    let side = if crossing.upward { "above" } else { "below" };
    let mut text = format!(
        "At {} (95% interval {} to {}): they are {} or more {side} it.",
        short(crossing.at),
        end(crossing.low, low, "below"),
        end(crossing.high, high, "above"),
        percent(threshold.target)
    );
    let prior = &view.scenario.inputs[threshold.input.index()].prior;
    if let Some(level) = level_of(prior, crossing.at) {
        let share = if crossing.upward { 1.0 - level } else { level };
        text += &format!(
            " In the author's own distribution that is percentile {:.0}: the number is {side} it with \
             probability {}.",
            level * 100.0,
            percent(share)
        );
    } else {
        text += &format!(" The file is sure of it: {}.", short(prior.mode()));
    }
    text
}
