//! Odds in running text, and lists.

use crate::document::{Number, Text};
use crate::results::{self, Cited, End, cite};
use crate::text::likelihood;

/// The same in running text, where odds beyond the scale are told by its end.
pub(crate) fn likelihood_in_prose(odds: f64) -> &'static str {
    match odds {
        p if p < 0.01 => "less than remote",
        p if p > 0.99 => "more than almost certain",
        p => likelihood(p),
    }
}

/// The spread of odds between worlds: a range or, where none can be told, which end it is at.
pub(crate) fn worlds_of(estimate: &Cited<'_, results::Estimate>) -> Text {
    let ends = cite!(estimate.worlds_low).some().zip(cite!(estimate.worlds_high).some());
    match ends {
        Some((low, high)) => range(&low, &high),
        None if estimate.worlds_unknown == Some(End::One) => Text::from("near 100%"),
        None => Text::from("near 0"),
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

/// What a spread without a range says.
const NEAR_ENDS: &str = " Near 0 or near 100%: too few histories of a world go the other way to tell how far worlds differ.";

/// What [`worlds_of`] says without a range, where one of these does.
pub(crate) fn near_ends_of<'a>(
    estimates: impl IntoIterator<Item = &'a results::Estimate>,
) -> &'static str {
    if estimates.into_iter().all(|estimate| estimate.worlds().is_some()) { "" } else { NEAR_ENDS }
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
