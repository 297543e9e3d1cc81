//! The sentences of a comparison.

use super::Side;
use crate::model::Scenario;
use crate::montecarlo::{Contrast, Link, Paired};
use crate::present::number::{change, hundredths, percent, points, thousands};

/// Percentage points with their sign.
pub(super) fn point_change(difference: f64) -> String {
    let points = difference * 100.0;
    change(points, usize::from(points.abs() < 9.95))
}

/// What the alternative does to the odds of a signature, in plain English.
pub(super) fn headline(
    side: &Side<'_>,
    base: &Side<'_>,
    contrast: &Contrast,
    trials: u64,
) -> String {
    let signed = contrast.link(Link::Signed);
    let (from, to) = (percent(signed.base.value), percent(signed.alternative.value));
    let label = side.label;
    if contrast.shared.same {
        return format!("{label} is the same scenario as {}: nothing differs.", base.label);
    }
    let (half_width, value) = (signed.difference.half_width(), signed.difference.value);
    let (error, size) = (points(half_width), value.abs() * 100.0);
    let mut text = if untouched(signed) {
        format!(
            "With {label} the odds of a signature stay at {from}: in not one of {} trials does it \
             make a difference.",
            thousands(trials)
        )
    } else if signed.difference.may_be_none() {
        format!(
            "With {label} the odds of a signature hardly change, from {from} to {to}: {} points \
             (± {error}), which is within the simulation error.",
            point_change(value)
        )
    } else {
        let verb = if value > 0.0 { "rise" } else { "fall" };
        let decimals = usize::from(size < 9.95);
        format!(
            "With {label} the odds of a signature {verb} by {size:.decimals$} points (± {error}), \
             from {from} to {to}."
        )
    };
    if !untouched(signed) {
        text += &format!(
            " They are higher in {} of worlds and lower in {}.",
            percent(signed.worlds_up),
            percent(signed.worlds_down)
        );
    }
    text += &who_moved(base.scenario, contrast);
    text
}

fn untouched(paired: &Paired) -> bool {
    paired.flips.to_yes <= 0.0 && paired.flips.to_no <= 0.0
}

/// Who values the base's best package most differently, as a sentence.
fn who_moved(base: &Scenario, contrast: &Contrast) -> String {
    let Some(shift) = contrast.moved_most() else {
        return if contrast.worths.is_empty() {
            String::new()
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
