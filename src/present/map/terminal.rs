//! The map for a terminal of 80 columns: is there a zone, where on each issue, what would a fair split
//! give whom, what would have to be true, and how far to trust it.

use std::fmt::Write as _;

use super::MapView;
use super::choice::{self, table};
use super::issue::{LEGEND, drawing};
use super::{package, words};
use crate::analysis::map::{
    Concept, Condition, ConditionSpread, PointMap, SolutionPoint, likely_inputs,
};
use crate::engine::Hinge;
use crate::present::forecasts::LESSON;
use crate::text::number::{percent, percent_range, thousands};
use crate::text::{Padded, fitted, shell};
use crate::text::{WIDTH, hang, wrap};

/// Conditions that are told.
const MOST: usize = 8;
/// Packages whose coordinates differ by less than this are the same to a reader.
const SAME: f64 = 2e-3;
/// Columns of a party's gains.
const GAINS: usize = 10;

/// The map as text.
pub fn terminal(view: MapView<'_>) -> String {
    let mut out = String::new();
    head(&mut out, view);
    zone(&mut out, view);
    let inputs = likely_inputs(view.scenario);
    let mut first = true;
    let mut choices = 0;
    for (k, issue) in view.scenario.issues.iter().enumerate() {
        if view.only.is_some_and(|only| only != k) {
            continue;
        }
        let _ = writeln!(out, "\n{}", fitted(&issue.title, WIDTH));
        if issue.has_options() {
            out.push_str(&table(view, &inputs, k));
            choices += 1;
            if choices == 1 {
                hang(&mut out, "", 2, choice::LEGEND);
            }
            continue;
        }
        let (text, unanswered) = drawing(view, &inputs, k);
        out.push_str(&text);
        for (label, reason) in unanswered {
            hang(&mut out, "", 2, &format!("No answer from {label}: {reason}."));
        }
        if first {
            hang(&mut out, "", 2, LEGEND);
            first = false;
        }
    }
    gains(&mut out, view);
    frontier(&mut out, view);
    package::given(&mut out, view);
    conditions(&mut out, view);
    foot(&mut out, view);
    out
}

fn head(out: &mut String, view: MapView<'_>) {
    for line in wrap(&view.scenario.title, WIDTH) {
        let _ = writeln!(out, "{line}");
    }
    let when = view.scenario.dated().map_or("before anything is offered".to_owned(), |date| {
        format!("on {date}, before anything is played: every pledge delivered, no events, no noise")
    });
    let facts = format!(
        "the bargaining map {when} · {} worlds, seed {}",
        thousands(view.map.worlds.worlds),
        view.seed,
    );
    hang(out, "", 0, &facts);
    if !view.options.is_empty() {
        hang(out, "", 0, &format!("changed by {}", view.options));
    }
}

fn zone(out: &mut String, view: MapView<'_>) {
    let (likely, worlds) = (&view.map.likely, &view.map.worlds);
    let _ = writeln!(out, "\nIs there a package that suits all who must sign?");
    let share = likely.share;
    let at_mode = if likely.reach.is_some() {
        let interval = percent_range(share.low, share.high);
        format!("yes: {} of all packages ({interval})", percent(share.share))
    } else if likely.points.is_empty() {
        "no: red lines leave no package at all".to_owned()
    } else {
        "no".to_owned()
    };
    hang(out, "  most likely inputs", 22, &at_mode);
    let mut text = format!(
        "yes in {} of them (95% interval {})",
        percent(worlds.with_zone.value),
        percent_range(worlds.with_zone.low, worlds.with_zone.high)
    );
    if let Some(share) = &worlds.share {
        let _ = write!(text, "; there {} of all packages", words::spread(share, percent));
    }
    if worlds.walled_off > 0.0 {
        let _ = write!(text, "; red lines leave no package in {}", percent(worlds.walled_off));
    }
    hang(out, "  many worlds", 22, &text);
    if let Some(point) = likely.point(Concept::LeastGain) {
        let mut text =
            format!("{} at the best package", words::gain(point.least_gain(&likely.space)));
        if let Some(spread) = &worlds.least_gain {
            let _ = write!(text, "; in many worlds {}", words::spread(spread, words::gain));
        }
        hang(out, "  least gain", 22, &text);
    }
    hang(
        out,
        "",
        2,
        "Gains are in hundredths of all that is at stake for a party, over what it has without \
         a deal; a package suits whom it gives no less. In brackets: the middle nine tenths of \
         worlds. A share of packages hangs on how the scales are drawn; whether there is any \
         package does not.",
    );
}

/// The points that are worth a line: the worst-off's best only where it is not the egalitarian one.
pub(super) fn points_told(map: &PointMap) -> Vec<&SolutionPoint> {
    let egalitarian = map.point(Concept::Egalitarian);
    let same = |point: &SolutionPoint| {
        let near = |a: &f64, b: &f64| (a - b).abs() < SAME;
        point.concept == Concept::LeastGain
            && egalitarian.is_some_and(|other| {
                point.solution.package.iter().zip(&other.package).all(|(a, b)| near(a, b))
            })
    };
    map.points.iter().filter(|point| !same(point)).collect()
}

fn gains(out: &mut String, view: MapView<'_>) {
    let likely = &view.map.likely;
    let points = points_told(likely);
    if points.is_empty() {
        return;
    }
    let space = &likely.space;
    let must_sign =
        |s: &usize| points.iter().any(|point| space.must_sign(*s, &point.solution.package));
    let signatories: Vec<usize> = (0..space.signatories().len()).filter(must_sign).collect();
    let _ = writeln!(out, "\nWhat each package gives those who must sign it (hundredths)");
    for group in signatories.chunks(5) {
        let _ = write!(out, "  {:<23}", "");
        for &s in group {
            let name = words::signatory(view.scenario, space, s);
            let _ = write!(out, " {:>GAINS$}", Padded(fitted(&name, GAINS)));
        }
        out.push('\n');
        for point in &points {
            let _ = write!(out, "  {:<23}", words::concept(point.concept));
            for &s in group {
                let _ = write!(out, " {:>GAINS$}", words::gain(point.solution.gains[s]));
            }
            out.push('\n');
        }
        if !likely.ideal_gains.is_empty() && group.iter().any(|s| *s < likely.ideal_gains.len()) {
            let _ = write!(out, "  {:<23}", "the most it could have");
            for &s in group {
                let most =
                    likely.ideal_gains.get(s).map_or("–".to_owned(), |&most| words::gain(most));
                let _ = write!(out, " {most:>GAINS$}");
            }
            out.push('\n');
        }
    }
}

/// How much there is to choose from, and how far the parties are apart.
fn frontier(out: &mut String, view: MapView<'_>) {
    let likely = &view.map.likely;
    let Some(outcomes) = likely.outcomes else {
        let samples: usize = likely.frontiers.iter().map(|one| one.points.len()).sum();
        if samples > 0 {
            let text = format!(
                "Pareto frontier: a curve, as scales know no steps; --json has {} samples of it.",
                thousands(samples as u64)
            );
            out.push('\n');
            hang(out, "", 0, &text);
        }
        return;
    };
    if outcomes.suiting == 0 {
        return;
    }
    let mut text = format!(
        "Pareto frontier: {} of {} packages, of which {} suit all.",
        thousands(outcomes.efficient as u64),
        thousands(outcomes.all as u64),
        thousands(outcomes.suiting as u64),
    );
    if let Some(opposition) = outcomes.opposition {
        let _ = write!(
            text,
            " Opposition {opposition:.2}: the distance of the nearest of those from the best of all for \
             everybody, in shares of each party’s best; 0 is one package best for all.",
        );
    }
    out.push('\n');
    hang(out, "", 0, &text);
}

fn conditions(out: &mut String, view: MapView<'_>) {
    let (likely, worlds) = (&view.map.likely, &view.map.worlds);
    if likely.reach.is_none() {
        let _ = writeln!(out, "\nWhat would have to be true (most likely inputs; each alone)");
        let told: Vec<&Condition> = likely.conditions.iter().take(MOST).collect();
        for condition in &told {
            hang(out, "", 2, &condition_text(view, condition));
        }
        if told.is_empty() {
            hang(out, "", 2, "No change of a single number opens a zone.");
        }
    }
    let empty = 1.0 - worlds.with_zone.value;
    if worlds.worlds == 0 || empty <= 0.0 {
        return;
    }
    let title =
        format!("\nWhat would open the {} of worlds without a zone, each alone", percent(empty));
    let _ = writeln!(out, "{title}");
    let _ = writeln!(out, "  {:<45} {:>7}  it would be at", "", "opens");
    let told = worlds.conditions.iter().take(MOST);
    for condition in told {
        worlds_condition(out, view, condition);
    }
    if worlds.no_single_change > 0.0 {
        let text = format!(
            "In {} of them no change of a single number of the file does.",
            percent(worlds.no_single_change)
        );
        hang(out, "", 2, &text);
    }
}

fn condition_text(view: MapView<'_>, condition: &Condition) -> String {
    let what = words::hinge(view.scenario, condition.party, condition.hinge);
    if let Hinge::Refusal(k, option) = condition.hinge {
        return format!("{what}: accept {}", super::words::option(view.scenario, k, option));
    }
    let show = |value| words::amount(view.scenario, condition.hinge, value);
    let belief = match condition.level {
        Some(level) if level <= 0.0 || level >= 1.0 => ", beyond the file's range".to_owned(),
        Some(level) => format!(", the file's percentile {:.0}", level * 100.0),
        None => String::new(),
    };
    format!("{what}: {} instead of {}{belief}", show(condition.to), show(condition.from))
}

fn worlds_condition(out: &mut String, view: MapView<'_>, condition: &ConditionSpread) {
    let what = words::hinge(view.scenario, condition.party, condition.hinge);
    let to = match condition.hinge {
        Hinge::Refusal(k, option) => words::option(view.scenario, k, option),
        hinge => words::spread(&condition.to, |value| words::amount(view.scenario, hinge, value)),
    };
    let what = Padded(fitted(&what, 45));
    hang(out, &format!("  {what:<45} {:>7}  ", percent(condition.opens)), 57, &to);
}

fn foot(out: &mut String, view: MapView<'_>) {
    out.push('\n');
    hang(
        out,
        "",
        0,
        "A zone is room for a deal, not a deal: talks may not begin, texts may miss it, home fronts \
         may refuse it. The odds: zopa run. Every figure follows from the assumptions in the file; \
         none is a forecast of this tool. Forecasts here are other schools', from openings, \
         influence and salience alone; they take a deal for granted.",
    );
    hang(
        out,
        "",
        0,
        &format!(
            "EU error: mean error on 351 decisions of the European Union, in points of 100, and how \
             much more or less the others have. {LESSON} Round by round, and the rest of the \
             figures:"
        ),
    );
    // A command stands on a line of its own, however long, so that it can be taken over as it is.
    let words = format!("{} {}", shell::file(view.file), view.options);
    let _ = writeln!(out, "zopa map {} --json", words.trim_end());
}
