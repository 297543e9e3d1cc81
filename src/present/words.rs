//! Odds in words: the lexicon of analytic standards.
//!
//! The terms and ranges are those of Intelligence Community Directive 203 (2015), which overlap at
//! their ends; here each range holds its lower end and not its upper one. Readers differ widely in
//! what such words mean to them (Kent 1964; Wallsten et al. 1986), so the words never stand without
//! the number.

use super::number::percent_range;
use crate::montecarlo::Estimate;

/// The word for odds in [0, 1].
pub fn likelihood(odds: f64) -> &'static str {
    match odds {
        p if p < 0.01 => "below the scale",
        p if p < 0.05 => "remote",
        p if p < 0.20 => "very unlikely",
        p if p < 0.45 => "unlikely",
        p if p < 0.55 => "roughly even",
        p if p < 0.80 => "likely",
        p if p < 0.95 => "very likely",
        p if p <= 0.99 => "almost certain",
        _ => "above the scale",
    }
}

/// The same in running text, where odds beyond the scale are told by its end.
pub(crate) fn likelihood_in_prose(odds: f64) -> &'static str {
    match odds {
        p if p < 0.01 => "less than remote",
        p if p > 0.99 => "more than almost certain",
        p => likelihood(p),
    }
}

/// The spread of odds between worlds: a range or, where none can be told, which end it is at.
pub(crate) fn worlds(estimate: &Estimate) -> String {
    match estimate.worlds {
        Some((low, high)) => percent_range(low, high),
        None if estimate.value < 0.5 => "near 0".to_owned(),
        None => "near 100%".to_owned(),
    }
}

/// What [`worlds`] says without a range, where one of these does.
pub(crate) fn near_ends<'a>(estimates: impl IntoIterator<Item = &'a Estimate>) -> &'static str {
    if estimates.into_iter().all(|estimate| estimate.worlds.is_some()) {
        return "";
    }
    " Near 0 or near 100%: too few histories of a world go the other way to tell how far worlds differ."
}

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
    use super::{likelihood, likelihood_in_prose};

    #[test]
    fn beyond_the_scale_prose_names_its_end() {
        assert_eq!(likelihood_in_prose(0.004), "less than remote");
        assert_eq!(likelihood_in_prose(0.2), "unlikely");
        assert_eq!(likelihood_in_prose(0.999), "more than almost certain");
    }

    #[test]
    fn every_range_holds_its_lower_end() {
        for (odds, word) in [
            (0.0, "below the scale"),
            (0.01, "remote"),
            (0.05, "very unlikely"),
            (0.2, "unlikely"),
            (0.45, "roughly even"),
            (0.55, "likely"),
            (0.8, "very likely"),
            (0.95, "almost certain"),
            (0.99, "almost certain"),
            (0.995, "above the scale"),
        ] {
            assert_eq!(likelihood(odds), word, "{odds}");
        }
    }
}
