//! Boxes for a terminal of 80 columns: a sentence each, then how it was found.

use std::fmt::Write as _;

use super::words;
use crate::analysis::prim::{Chosen, Stability};
use crate::results::discover::BoxesFound;
use crate::text::hang;
use crate::text::number::{percent, thousands};

/// Steps of a trajectory that are shown.
const STEPS: usize = 8;
/// Dropped restrictions, and others that came up, that are told.
const TOLD: usize = 3;
/// How often something must come up in resamples to be told.
const OFTEN: f64 = 0.25;

/// The boxes as text.
pub fn terminal(found: BoxesFound<'_>) -> String {
    let mut out = String::new();
    head(&mut out, found);
    if found.boxes.is_empty() {
        hang(&mut out, "", 0, "No box: no restriction of any input tells cases of interest apart.");
    }
    for (number, (chosen, stability)) in found.boxes.iter().enumerate() {
        one(&mut out, found, number, chosen, stability);
    }
    foot(&mut out, found);
    out
}

fn cases(found: BoxesFound<'_>) -> &'static str {
    if found.source.histories.is_some() { "worlds" } else { "cases" }
}

fn head(out: &mut String, found: BoxesFound<'_>) {
    let source = found.source;
    hang(out, "", 0, source.title.unwrap_or(source.file));
    let (all, of_interest) = (found.cases.0 as u64, found.cases.1 as u64);
    let histories =
        source.histories.map_or(String::new(), |n| format!(" × {} histories", thousands(n)));
    let facts = format!(
        "{} {}{histories}, {} inputs · seed {}",
        thousands(all),
        cases(found),
        found.inputs.len(),
        source.seed,
    );
    hang(out, "", 0, &facts);
    if !source.options.is_empty() {
        hang(out, "", 0, &format!("changed by {}", source.options));
    }
    let how = words::quarter(found.interest, "them");
    let text = format!(
        "Looked for: {} with {}{how}: {} of {}, {}.",
        cases(found),
        words::interest(found.interest),
        thousands(of_interest),
        thousands(all),
        percent(of_interest as f64 / all as f64),
    );
    hang(out, "", 0, &text);
    for (name, why) in found.left_out {
        hang(out, "", 2, &format!("{name} was left out: {why}"));
    }
}

fn one(
    out: &mut String,
    found: BoxesFound<'_>,
    number: usize,
    chosen: &Chosen,
    stability: &Stability,
) {
    let (told, worlds) = (&chosen.told, cases(found));
    let scenario = found.source.scenario;
    let base = found.cases.1 as f64 / found.cases.0 as f64;
    let _ = writeln!(out, "\nBox {}", number + 1);
    let elsewhere = if number == 0 { "" } else { ", outside of the boxes before" };
    let _ = writeln!(out, "  In {worlds} in which{elsewhere}");
    for (restriction, returned) in told.restrictions.iter().zip(&stability.returned) {
        let input = &found.inputs[restriction.column];
        let text = format!(
            "{} {} [quasi-p {}; in {} of resamples]",
            words::input(scenario, input),
            words::demand(scenario, input, restriction),
            words::quasi_p(restriction.quasi_p),
            percent(*returned),
        );
        hang(out, "    - ", 6, &text);
    }
    let text = format!(
        "{} have {} (density), against {} of all. These {worlds} hold {} of all such {worlds} \
         (coverage), and are {} of all (mass).",
        percent(told.density),
        words::interest(found.interest),
        percent(base),
        percent(told.coverage),
        percent(told.mass),
    );
    hang(out, "  ", 2, &text);
    if let (Some(density), Some(coverage)) = (stability.density_outside, stability.coverage_outside)
    {
        let text = format!(
            "Found again in {} resamples, such boxes have a density of {} and a coverage of {} in \
             {worlds} that did not help to find them: the more honest figures.",
            stability.resamples,
            percent(density),
            percent(coverage)
        );
        hang(out, "  ", 2, &text);
    }
    notes(out, found, chosen, stability);
    trajectory(out, chosen);
}

fn notes(out: &mut String, found: BoxesFound<'_>, chosen: &Chosen, stability: &Stability) {
    let scenario = found.source.scenario;
    if !chosen.is_dense_enough {
        hang(out, "  ", 2, "No box is as dense as was asked for; this one is the densest.");
    }
    if !chosen.lifted.is_empty() {
        let names = chosen.lifted.iter().rev();
        let mut names: Vec<String> =
            names.map(|r| words::input(scenario, &found.inputs[r.column])).collect();
        names.dedup();
        let more = names.len().saturating_sub(TOLD);
        names.truncate(TOLD);
        let more = if more == 0 { String::new() } else { format!(" and {more} more (--json)") };
        let text = format!(
            "Dropped, since they may be chance (quasi-p above 0.05): {}{more}.",
            names.join(", ")
        );
        hang(out, "  ", 2, &text);
    }
    for other in stability.others.iter().filter(|other| other.share >= OFTEN).take(TOLD) {
        let text = format!(
            "Instead, in {} of resamples: {} {}",
            percent(other.share),
            words::input(scenario, &found.inputs[other.column]),
            words::end(other.end)
        );
        hang(out, "  ", 4, &text);
    }
}

/// Some steps of the way, always with the one that was chosen.
fn trajectory(out: &mut String, chosen: &Chosen) {
    let steps = &chosen.found.trajectory;
    let last = steps.len() - 1;
    let mut shown: Vec<usize> = (0..STEPS).map(|k| k * last / (STEPS - 1)).collect();
    shown.push(chosen.step);
    shown.sort_unstable();
    shown.dedup();
    let _ = writeln!(out, "  step  restricted  coverage  density    mass");
    for number in shown {
        let step = &steps[number];
        let mark = if number == chosen.step { "  ← chosen" } else { "" };
        let _ = writeln!(
            out,
            "  {number:>4}  {:>10}  {:>8}  {:>7}  {:>6}{mark}",
            step.restricted,
            percent(step.coverage),
            percent(step.density),
            percent(step.mass),
        );
    }
}

fn foot(out: &mut String, found: BoxesFound<'_>) {
    let text = format!(
        "A box tells where in the assumptions of {} such {} lie; it is neither a forecast nor a \
         cause. It was searched for: quasi-p-values rank restrictions and test nothing, and what \
         few resamples bring back is not to be relied on. docs/discover.md says more.",
        if found.source.scenario.is_some() { "the file" } else { "the table" },
        cases(found)
    );
    out.push('\n');
    hang(out, "", 0, &text);
}
