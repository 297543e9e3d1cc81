//! The words and figures that the tables of a back-test share.

use crate::analysis::backtest::Reference;
use crate::document::{Number, Text};
use crate::results::backtest::Factors;
use crate::results::{Cited, Resampled, cite};
use crate::text::number::minus;

/// A score: two decimals, and a third where it is small.
pub(crate) fn score(value: f64) -> String {
    if value.abs() < 0.095 { format!("{value:.3}") } else { format!("{value:.2}") }
}

/// A figure of two decimals with a typographic minus.
pub(crate) fn signed(value: f64) -> String {
    minus(format!("{value:.2}"))
}

/// What is saved, with its sign.
pub(crate) fn saved(value: f64) -> String {
    let text = signed(value);
    if text.starts_with('−') || text == "0.00" { text } else { format!("+{text}") }
}

/// The same with its interval, where there is one.
pub(crate) fn saved_within(mean: &Cited<'_, Resampled>) -> Text {
    Text::from(cited(saved, &cite!(mean.value))).then(within(mean, signed))
}

/// The interval of a mean in brackets, where there is one.
pub(crate) fn within(mean: &Cited<'_, Resampled>, shown: fn(f64) -> String) -> Text {
    let ends = cite!(mean.low).some().zip(cite!(mean.high).some());
    let Some((low, high)) = ends else { return Text::new() };
    Text::from(" (").and(cited(shown, &low)).and(" to ").and(cited(shown, &high)).and(")")
}

/// A result, shown so.
pub(crate) fn cited(shown: impl Fn(f64) -> String, value: &Cited<'_, f64>) -> Number {
    Number::shown(shown(**value), value)
}

/// Who a reference is.
pub(crate) fn reference(reference: Reference) -> &'static str {
    match reference {
        Reference::Half => "always 0.5",
        Reference::SetShare => "the set's share of yes",
        Reference::OthersShare => "the other cases' share of yes",
        Reference::BaseRate => "the file's base rate",
    }
}

/// A setting of the constants: what is not as it is.
pub(crate) fn setting(setting: &Cited<'_, Factors>) -> Text {
    let factors = [
        ("tries × ", cite!(setting.text_rate)),
        ("noise × ", cite!(setting.readiness)),
        ("durability × ", cite!(setting.durability_scale)),
    ];
    let mut text = Text::new();
    for (name, factor) in factors.into_iter().filter(|(_, factor)| (**factor - 1.0).abs() > 0.0) {
        let first = text.is_empty();
        text = text.and_if(!first, ", ").and(name).and(cited(|factor| factor.to_string(), &factor));
    }
    if text.is_empty() { Text::from("as they are") } else { text }
}

/// A chance: two digits that count.
pub(crate) fn chance(p: &Cited<'_, f64>) -> Number {
    let shown = |p: f64| {
        if p < 0.0005 {
            "<.001".to_owned()
        } else if p < 0.095 {
            format!("{p:.3}")
        } else {
            format!("{p:.2}")
        }
    };
    cited(shown, p)
}
