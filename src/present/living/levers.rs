//! Numbers that may be held: those whose uncertainty explains most of the spread between worlds.

use crate::charts::{PriorShape, PriorSketch};
use crate::document::{Lever, Number, Text, author};
use crate::model::{Input, Scenario};
use crate::present::living::headed;
use crate::results::discover::{meaning, value};
use crate::results::report::{InputTold, Report};
use crate::results::run::InputInfluence;
use crate::results::{Cited, cite};

/// Levers of a page, if so many numbers are uncertain.
const LEAST: usize = 5;
/// … and at most.
const MOST: usize = 8;
/// The least share of the spread for which a page has more than the least of them.
const SHARE: f64 = 0.01;
/// A number without ends is offered from this quantile to the one as far from the other end.
const TAIL: f64 = 0.005;
/// Steps from end to end, at least.
const STEPS: f64 = 100.0;
/// Width of a drawing in pixels, which the page stretches.
const SKETCH: f64 = 480.0;
/// Points that it is drawn through.
const LEVELS: [f64; 13] =
    [0.005, 0.02, 0.06, 0.15, 0.25, 0.35, 0.5, 0.65, 0.75, 0.85, 0.94, 0.98, 0.995];

pub(super) fn levers(scenario: &Scenario, report: &Report) -> Vec<Lever> {
    let report = Cited::whole(report);
    let inputs = cite!(report.run.result.inputs);
    let chosen = |path: &str| report.run.result.structural.iter().any(|choice| choice.path == path);
    let levers = inputs.each().filter(|input| !input.inert && !chosen(&input.path));
    let levers = levers.enumerate().take_while(|(number, input)| {
        *number < LEAST || (*number < MOST && input.clear && input.variance_share >= SHARE)
    });
    levers.filter_map(|(_, influence)| lever(scenario, &report, &influence)).collect()
}

fn lever(
    scenario: &Scenario,
    report: &Cited<'_, Report>,
    influence: &Cited<'_, InputInfluence>,
) -> Option<Lever> {
    let index = scenario.input_id(&influence.path)?.index();
    let input = &scenario.inputs[index];
    let told = cite!(report.inputs[index]);
    if !input.prior.is_uncertain() {
        return None;
    }
    let (low, high) = ends(input);
    let (step, decimals) = step(high - low)?;
    // Within the ends, so that nothing is offered that the file does not hold possible.
    // No end is −0.
    let on = |at: f64, round: fn(f64) -> f64| round(at / step) * step + 0.0;
    let (from, to) = (on(low - step * 1e-6, f64::ceil), on(high + step * 1e-6, f64::floor));
    let path = &influence.path;
    Some(Lever {
        path: path.clone(),
        name: Text::from(author(&headed(&told.words))),
        why: why(scenario, &told, influence),
        from,
        to,
        step,
        decimals,
        middle: on(input.prior.quantile(0.5), f64::round).clamp(from, to),
        ends: [from, to].map(|end| Text::from(author(&value(Some(scenario), path, end)))),
        sketch: sketch(index, input, (from, to)),
        meanings: meanings(scenario, path, (from, to, step)),
    })
}

/// Between what a number is offered.
fn ends(input: &Input) -> (f64, f64) {
    let (low, high) = input.prior.support();
    let within = |end: f64, level| if end.is_finite() { end } else { input.prior.quantile(level) };
    (within(low, TAIL), within(high, 1.0 - TAIL))
}

/// A step of 1, 2 or 5 in some decimal place, and how many decimals it takes to write.
fn step(width: f64) -> Option<(f64, usize)> {
    if !(width > 0.0 && width.is_finite()) {
        return None;
    }
    // The places of the largest steps that are asked for, down to the smallest that a lever could tell apart.
    (-9..9).rev().find_map(|place: i32| {
        [5.0, 2.0, 1.0].into_iter().find_map(|digit: f64| {
            let step: f64 = format!("{digit}e{place}").parse().ok()?;
            (step <= width / STEPS).then(|| (step, usize::try_from(-place).unwrap_or(0)))
        })
    })
}

/// How much hangs on it, and how it is known.
fn why(
    scenario: &Scenario,
    told: &Cited<'_, InputTold>,
    influence: &Cited<'_, InputInfluence>,
) -> Text {
    let text = if influence.clear {
        Text::from("Explains ")
            .and(Number::share(&cite!(influence.variance_share)))
            .and(" of the spread between worlds")
    } else {
        Text::from("Explains no more of the spread between worlds than chance would")
    };
    let text = match influence.direction {
        way if way > 0.0 => text.and("; higher values go with better odds"),
        way if way < 0.0 => text.and("; higher values go with worse odds"),
        _ => text,
    };
    let text = match (told.stated, told.certainty) {
        (false, _) => text.and(". Nobody coded it: a default of the model"),
        (true, Some(certainty)) => text.and(". Known by ").and(certainty.word()),
        (true, None) => text,
    };
    let id = scenario.input_id(&told.path);
    let bound = id.is_some_and(|id| scenario.hangs_together(id));
    text.and(if bound { ". It hangs together with others, which held it does not." } else { "." })
}

fn sketch(index: usize, input: &Input, range: (f64, f64)) -> String {
    let quantiles = LEVELS.iter().map(|&level| (level, input.prior.quantile(level))).collect();
    let shape = PriorShape::Quantiles(quantiles);
    let title = format!("distribution: {}", input.prior.kind());
    PriorSketch { id: format!("lever-prior-{index}"), title, shape, range: Some(range) }
        .draw(SKETCH)
        .svg
}

/// What values mean in the file's words, each from where it begins.
fn meanings(
    scenario: &Scenario,
    path: &str,
    (from, to, step): (f64, f64, f64),
) -> Vec<(f64, String)> {
    let mut found: Vec<(f64, String)> = Vec::new();
    let steps = ((to - from) / step).round() as u32;
    for number in 0..=steps {
        let at = from + f64::from(number) * step;
        let Some(words) = meaning(scenario, path, at) else { return Vec::new() };
        if found.last().is_none_or(|(_, last)| *last != words) {
            found.push((at, words));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_many() {
        for (width, wanted) in
            [(1.0, (0.01, 2)), (100.0, (1.0, 0)), (0.34, (0.002, 3)), (7000.0, (50.0, 0))]
        {
            assert_eq!(step(width), Some(wanted), "{width}");
        }
        assert_eq!(step(0.0), None);
        assert_eq!(step(f64::INFINITY), None);
    }
}
