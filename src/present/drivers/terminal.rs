//! Findings for a terminal of 80 columns.

use std::fmt::Write as _;

use super::{breakeven, of, path, tornado};
use crate::analysis::IntervalEstimate;
use crate::analysis::drivers::{Effect, Screening, Shares};
use crate::analysis::sobol::Outcome;
use crate::present::terminal::inert_words;
use crate::results::drivers::{Effort, Finding, Found, Shape};
use crate::text::number::{percent, thousands};
use crate::text::{Padded, cut_front, flat, width as columns};
use crate::text::{WIDTH, hang, wrap};

/// What is moved where inputs hang together.
const ALONE: &str = "Inputs hang together in the file. Here each is moved alone, what hangs together with it \
                     staying as it was: what setting it would change, not what learning it would tell.";

/// Inputs that are told.
pub(super) const MOST: usize = 15;

/// The finding as text.
pub fn terminal(view: Found<'_>) -> String {
    let mut out = String::new();
    for line in wrap(&view.scenario.title, WIDTH) {
        let _ = writeln!(out, "{line}");
    }
    let Effort { unit, played: count, .. } = view.effort();
    let what = unit.word();
    let facts = format!(
        "what the odds of “{}” hang on · {} {what} × {} histories · seed {}",
        of(view),
        thousands(count),
        thousands(view.histories),
        view.seed,
    );
    hang(&mut out, "", 0, &facts);
    if !view.options.is_empty() {
        hang(&mut out, "", 0, &format!("changed by {}", view.options));
    }
    if view.interrupted {
        let text = format!("stopped early: {} of {} {what} were played", count, view.size);
        hang(&mut out, "", 0, &text);
    }
    out.push('\n');
    match view.finding {
        Finding::Tornado(swings, choices) => tornado::draw(&mut out, view, swings, choices),
        Finding::Morris(screening) => morris(&mut out, view, screening),
        Finding::Sobol(shares) => sobol(&mut out, view, shares),
        Finding::BreakEven(threshold) => breakeven::tell(&mut out, view, threshold),
    }
    if let Some(text) = inert_words(view.inert.iter(), |&id| path(view, id)) {
        out.push('\n');
        hang(&mut out, "", 0, &text);
    }
    if !matches!(view.finding, Finding::Sobol(_)) && view.scenario.dependence.is_some() {
        out.push('\n');
        hang(&mut out, "", 0, ALONE);
    }
    out
}

/// A path in so many columns: of a long one the end, which tells inputs apart.
pub(super) fn path_in(path: &str, width: usize) -> String {
    let flat = flat(path);
    if columns(&flat) <= width {
        return flat;
    }
    format!("…{}", cut_front(&flat, width.saturating_sub(1)))
}

/// A difference of odds in percentage points, with its sign.
pub(super) fn signed_points(difference: f64) -> String {
    let points = difference * 100.0;
    let text = if points.abs() < 9.95 { format!("{points:+.1}") } else { format!("{points:+.0}") };
    match text.strip_prefix('-') {
        Some("0.0") => "0.0".to_owned(),
        Some(size) => format!("−{size}"),
        None if text == "+0.0" => "0.0".to_owned(),
        None => text,
    }
}

/// Half the width of an interval of odds, in percentage points.
pub(super) fn half(estimate: &IntervalEstimate) -> String {
    let points = estimate.width() * 50.0;
    if points < 9.95 { format!("{points:.1}") } else { format!("{points:.0}") }
}

/// How many inputs are not told.
pub(super) fn rest(out: &mut String, told: usize, all: usize, why: &str) {
    if all > told {
        hang(out, "", 2, &format!("and {} more, {why} (--json and --csv have all)", all - told));
    }
}

fn morris(out: &mut String, view: Found<'_>, screening: &Screening) {
    let _ = writeln!(out, "Which inputs can be left alone?                    effect     ±");
    let clear: Vec<&Effect> = screening.effects.iter().filter(|e| e.is_clear()).collect();
    for effect in clear.iter().take(MOST) {
        let _ = writeln!(
            out,
            "  {:<46} {:>8} {:>5}  {}",
            Padded(path_in(path(view, effect.input), 46)),
            format!("{:.1}", effect.mu_star.value * 100.0),
            half(&effect.mu_star),
            Shape::of(effect).words()
        );
    }
    let more = clear.len().saturating_sub(MOST);
    rest(out, 0, more, "with smaller effects that can still be told from chance");
    let nothing = screening.effects.iter().filter(|e| e.mu_star.high <= 0.0).count();
    let unclear = screening.effects.len() - clear.len() - nothing;
    if clear.is_empty() {
        hang(out, "", 2, "None of them has an effect that can be told from chance.");
    }
    rest(out, 0, unclear, "whose effect cannot be told from chance");
    rest(out, 0, nothing, "that changed no history at all");
    out.push('\n');
    hang(
        out,
        "",
        0,
        "effect: mean size of the change of the odds, in percentage points, when the input crosses \
         its whole range and the others are anywhere in theirs (μ*), ± its 95% interval. It ranks; \
         it is no share of anything. Shape, from how the changes differ from place to place (σ/μ*): \
         straight below 0.1, one way below 0.5, mostly one way below 1; above that the effect \
         is curved or depends on other inputs (interplay). Up: more of it, higher odds.",
    );
}

fn sobol(out: &mut String, view: Found<'_>, shares: &Shares) {
    let found = match &shares.outcome {
        Outcome::Constant { value } => {
            let text = format!(
                "The odds are {} in every world that was played: they hang on none of these inputs, and \
                 there is no spread to explain.",
                percent(*value)
            );
            return hang(out, "", 0, &text);
        }
        Outcome::NoiseAlone { .. } => {
            let text = "All the spread between worlds that was seen can be chance: nothing can be said \
                        of what explains it. Play more histories in each world (--histories), or more rows \
                        (--points).";
            return hang(out, "", 0, text);
        }
        Outcome::Indices(found) => found,
    };
    let _ =
        writeln!(out, "What explains the spread between worlds?       by itself      with others");
    let mut order: Vec<usize> = (0..found.inputs.len()).collect();
    order.sort_by(|&a, &b| found.inputs[b].total.value.total_cmp(&found.inputs[a].total.value));
    let shown = |index: &IntervalEstimate| {
        let end = |value: f64| format!("{:.0}", value * 100.0);
        let text = format!("{}% ({} to {})", end(index.value), end(index.low), end(index.high));
        text.replace('-', "−").replace("−0 ", "0 ").replace("−0%", "0%").replace("−0)", "0)")
    };
    for &place in order.iter().take(MOST) {
        let path = shares.inputs[place].map_or("all other inputs together", |id| path(view, id));
        let index = &found.inputs[place];
        let (first, total) = (shown(&index.first), shown(&index.total));
        let _ = writeln!(out, "  {:<39} {first:>18} {total:>18}", Padded(path_in(path, 39)));
    }
    rest(out, order.len().min(MOST), order.len(), "each with a smaller share");
    let text = format!(
        "Together the inputs explain {:.0}% by themselves; what is missing to 100% is interplay. The \
         odds of worlds have mean {} and standard deviation {:.1} points; chance, {} of what was seen to \
         vary, is taken out.",
        found.first_order_sum * 100.0,
        percent(found.mean),
        found.variance.sqrt() * 100.0,
        percent(found.noise_share)
    );
    hang(out, "", 2, &text);
    if !found.converged {
        let text = format!(
            "NOT CONVERGED: the widest interval is {:.0} points wide, and 5 is wanted. Order and size \
             of large shares can be read, small ones cannot. Play more with --points.",
            found.widest * 100.0
        );
        hang(out, "", 2, &text);
    }
    out.push('\n');
    hang(
        out,
        "",
        0,
        "by itself: the share of the spread that would go if the input were known (first order). with \
         others: the share that would stay if all but it were known (total order); near 0 it can be left \
         alone, well above “by itself” it acts through others. In brackets: 95% intervals.",
    );
}
