//! Odds in running text, and lists.

use crate::document::{Number, Text};
use crate::results::{self, Cited, RunOf, WorldsUnknown, cite};
use crate::text::likelihood;

/// The same in running text, where odds beyond the scale are told by its end.
pub(crate) fn likelihood_in_prose(odds: f64) -> &'static str {
    match odds {
        p if p < 0.01 => "less than remote",
        p if p > 0.99 => "more than almost certain",
        p => likelihood(p),
    }
}

/// The spread of odds between worlds: a range or, where none can be told, which end it is at, if any.
pub(crate) fn worlds_of(estimate: &Cited<'_, results::Estimate>) -> Text {
    let ends = cite!(estimate.worlds_low).some().zip(cite!(estimate.worlds_high).some());
    match (ends, estimate.worlds_unknown) {
        (Some((low, high)), _) => range(&low, &high),
        (None, Some(WorldsUnknown::NearOne)) => Text::from("near 100%"),
        (None, Some(WorldsUnknown::TooFew)) => Text::from("not known"),
        (None, Some(WorldsUnknown::NearZero) | None) => Text::from("near 0"),
    }
}

/// Odds with the half width of their interval: `22% ± 1`.
pub(crate) fn odds(estimate: &Cited<'_, results::Estimate>) -> Text {
    Text::from(Number::share(&cite!(estimate.value)))
        .and(" ± ")
        .and(Number::half_points(&cite!(estimate.half_width)))
}

/// A range of shares: `15–31%`.
pub(crate) fn range(low: &Cited<'_, f64>, high: &Cited<'_, f64>) -> Text {
    if Number::share(low).shown == Number::share(high).shown {
        return Text::from(Number::share(high));
    }
    Text::from(Number::share_from(low)).and("–").and(Number::share(high))
}

/// What a spread without a range says at an end of the scale …
const NEAR_ENDS: &str = " Near 0 or near 100%: too few histories of a world go the other way to tell how far worlds differ.";

/// … and where it is not.
const NOT_KNOWN: &str = " Not known: too little was played to tell how far worlds differ; with more --worlds it is told.";

/// What [`worlds_of`] means without a range, where one of these has none.
pub(crate) fn unknown_spreads_of<'a>(
    estimates: impl IntoIterator<Item = &'a results::Estimate>,
) -> String {
    let (mut near_end, mut too_few) = (false, false);
    for unknown in estimates.into_iter().filter_map(|estimate| estimate.worlds_unknown) {
        match unknown {
            WorldsUnknown::NearZero | WorldsUnknown::NearOne => near_end = true,
            WorldsUnknown::TooFew => too_few = true,
        }
    }
    let said = [(near_end, NEAR_ENDS), (too_few, NOT_KNOWN)];
    said.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words).collect()
}

/// Goes on after what pooled odds are: what pooling does with constants that were judged by base rates.
pub(crate) const POOLED_TWICE: &str = " The model’s constants were themselves judged by base rates of the like, so that pooled uses these twice: \
     it leans to them by more than half.";

/// `and` before the last of several.
pub(crate) fn listed<S: AsRef<str>>(names: &[S]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [firsts @ .., last] => format!("{} and {last}", firsts.join(", ")),
    }
}

/// Seed, worlds and histories of a run.
pub(super) fn played(run: &Cited<'_, RunOf>) -> Text {
    Text::from("seed ")
        .and(Number::name(&cite!(run.seed)))
        .and(" · ")
        .and(Number::count(&cite!(run.worlds)))
        .and(" worlds × ")
        .and(Number::count(&cite!(run.histories)))
        .and(" histories")
}

#[cfg(test)]
mod tests {
    use super::likelihood_in_prose;

    #[test]
    fn beyond_the_scale_prose_names_its_end() {
        assert_eq!(likelihood_in_prose(0.004), "less than remote");
        assert_eq!(likelihood_in_prose(0.2), "unlikely");
        assert_eq!(likelihood_in_prose(0.999), "more than almost certain");
    }
}
