//! The words and figures that the tables of a back-test share.

use crate::analysis::backtest::{MeanScore, Reference, Setting};

/// A score: two decimals, and a third where it is small.
pub(crate) fn score(value: f64) -> String {
    if value.abs() < 0.095 { format!("{value:.3}") } else { format!("{value:.2}") }
}

/// A figure of two decimals with a typographic minus.
pub(crate) fn signed(value: f64) -> String {
    let text = format!("{value:.2}");
    if text == "-0.00" { "0.00".to_owned() } else { text.replace('-', "−") }
}

/// What is saved, with its sign.
pub(crate) fn saved(score: &MeanScore) -> String {
    let text = signed(score.value);
    if text.starts_with('−') || text == "0.00" { text } else { format!("+{text}") }
}

/// The same with its interval, where there is one.
pub(crate) fn saved_within(score: &MeanScore) -> String {
    let within = score
        .interval
        .map_or(String::new(), |(low, high)| format!(" ({} to {})", signed(low), signed(high)));
    saved(score) + &within
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
pub(crate) fn setting(setting: Setting) -> String {
    let factors = [
        ("tries", setting.text_rate),
        ("noise", setting.readiness),
        ("durability", setting.durability_scale),
    ];
    let changed: Vec<String> = factors
        .into_iter()
        .filter(|(_, factor)| (factor - 1.0).abs() > 0.0)
        .map(|(name, factor)| format!("{name} × {factor}"))
        .collect();
    if changed.is_empty() { "as they are".to_owned() } else { changed.join(", ") }
}

/// A chance: two digits that count.
pub(crate) fn chance(p: f64) -> String {
    if p < 0.0005 {
        "<.001".to_owned()
    } else if p < 0.095 {
        format!("{p:.3}")
    } else {
        format!("{p:.2}")
    }
}
