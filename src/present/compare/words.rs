//! The sentences of a comparison.

use super::{CompareView, Side};
use crate::model::Scenario;
use crate::montecarlo::{Contrast, Link, Outcome, Paired};
use crate::present::number::{change, hundredths, percent, points, thousands};
use crate::present::outcomes::noun;

/// Percentage points with their sign.
pub(super) fn point_change(difference: f64) -> String {
    let points = difference * 100.0;
    change(points, usize::from(points.abs() < 9.95))
}

/// What the alternative does to the odds that are told, in plain English.
pub(super) fn headline(view: CompareView<'_>, side: &Side<'_>, contrast: &Contrast) -> String {
    let CompareView { base, contrasts, .. } = view;
    let label = side.label;
    if contrast.shared.same {
        return format!("{label} is the same scenario as {}: nothing differs.", base.label);
    }
    let told = view.told(contrast);
    let noun = noun(base.scenario, told);
    let Some(paired) = contrast.outcome(told) else {
        let moves = moves_more(view, contrast, told);
        return format!("{label} does not ask for {noun}: there is nothing to compare.{moves}");
    };
    let untouched = is_untouched(paired);
    let mut text = format!("With {label} the odds of {noun} {}", moved(paired));
    text += &if untouched && contrast.outcomes().all(|(_, paired)| is_untouched(paired)) {
        let trials = thousands(contrasts.worlds * contrasts.histories);
        format!(": in not one of {trials} trials does it make a difference.")
    } else {
        ".".to_owned()
    };
    if !untouched {
        text += &format!(
            " They are higher in {} of worlds and lower in {}.",
            percent(paired.worlds_up),
            percent(paired.worlds_down)
        );
    }
    let signed = Outcome::Link(Link::Signed);
    if told != signed && view.of.is_none() {
        let noun = self::noun(base.scenario, signed);
        text += &format!(" Those of {noun} {}.", moved(contrast.link(Link::Signed)));
    }
    text += &moves_more(view, contrast, told);
    text + &who_moved(base.scenario, contrast, told)
}

/// What odds do, as the end of a sentence: `fall by 9.2 points (± 0.1), from 54% to 45%`.
fn moved(paired: &Paired) -> String {
    let difference = paired.difference;
    let (from, to) = (percent(paired.base.value), percent(paired.alternative.value));
    let error = points(difference.half_width());
    if is_untouched(paired) {
        return format!("stay at {from}");
    }
    if difference.may_be_none() {
        return format!(
            "hardly change, from {from} to {to}: {} points (± {error}), which is within the simulation error",
            point_change(difference.value)
        );
    }
    let size = difference.value.abs() * 100.0;
    let verb = if difference.value > 0.0 { "rise" } else { "fall" };
    let decimals = usize::from(size < 9.95);
    format!("{verb} by {size:.decimals$} points (± {error}), from {from} to {to}")
}

/// That another outcome moves more than the one that is told, where one does.
fn moves_more(view: CompareView<'_>, contrast: &Contrast, told: Outcome) -> String {
    view.moves_more(contrast, told).map_or(String::new(), |(outcome, paired)| {
        format!(
            " Another outcome moves more: the odds of {} {} (--of {}).",
            noun(view.base.scenario, outcome),
            moved(paired),
            outcome.word(view.base.scenario)
        )
    })
}

fn is_untouched(paired: &Paired) -> bool {
    paired.flips.to_yes <= 0.0 && paired.flips.to_no <= 0.0
}

/// Who values the base's best package most differently, as a sentence.
fn who_moved(base: &Scenario, contrast: &Contrast, told: Outcome) -> String {
    let Some(shift) = contrast.moved_most() else {
        let after = !matches!(told, Outcome::Link(Link::Talks | Link::Ground | Link::Signed));
        return if contrast.worths.is_empty() {
            String::new()
        } else if after {
            " Nobody's worth of signing the base's best package changes: what differs comes about otherwise."
                .to_owned()
        } else {
            " Nobody's worth of signing the base's best package changes.".to_owned()
        };
    };
    let difference = shift.difference;
    format!(
        " {} moves most: the base's best package is worth {} hundredths {} to it (± {}).",
        base.parties[shift.party].title,
        hundredths(difference.value.abs()),
        if difference.value > 0.0 { "more" } else { "less" },
        hundredths(difference.half_width()),
    )
}

/// What cannot be set side by side, sentence by sentence.
pub(super) fn unlike(base: &Scenario, other: &Scenario, contrast: &Contrast) -> Vec<String> {
    let shared = &contrast.shared;
    let mut said = Vec::new();
    let mut only = |what: &str, own: Vec<&str>, theirs: Vec<&str>| {
        for (where_, ids) in [("base", own), ("alternative", theirs)] {
            if !ids.is_empty() {
                said.push(format!("Only the {where_} has the {what} {}.", ids.join(", ")));
            }
        }
    };
    let parties = &shared.parties;
    only(
        "parties",
        unmatched(base.parties.iter().map(|p| p.id.as_str()), |i| parties.iter().any(|p| p.0 == i)),
        unmatched(other.parties.iter().map(|p| p.id.as_str()), |i| {
            parties.iter().any(|p| p.1 == i)
        }),
    );
    let issues = &shared.issues;
    only(
        "issues",
        unmatched(base.issues.iter().map(|k| k.id.as_str()), |i| issues.iter().any(|k| k.0 == i)),
        unmatched(other.issues.iter().map(|k| k.id.as_str()), |i| issues.iter().any(|k| k.1 == i)),
    );
    let asked = &shared.questions;
    only(
        "questions",
        unmatched(base.questions.iter().map(|q| q.id.as_str()), |i| asked.iter().any(|q| q.0 == i)),
        unmatched(other.questions.iter().map(|q| q.id.as_str()), |i| {
            asked.iter().any(|q| q.1 == i)
        }),
    );
    for &(a, b) in asked {
        let (own, theirs) = (&base.questions[a], &other.questions[b]);
        if own.by_months != theirs.by_months || own.text != theirs.text {
            said.push(format!("The question {} is not asked alike on both sides.", own.id));
        }
    }
    if base.as_of != other.as_of || base.clock.horizon.total_cmp(&other.clock.horizon).is_ne() {
        said.push(
            "The two do not cover the same time (as_of, clock.horizon, protocol.rounds)."
                .to_owned(),
        );
    }
    said
}

fn unmatched<'a>(
    ids: impl Iterator<Item = &'a str>,
    matched: impl Fn(usize) -> bool,
) -> Vec<&'a str> {
    ids.enumerate().filter(|(index, _)| !matched(*index)).map(|(_, id)| id).collect()
}
