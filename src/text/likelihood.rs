//! Odds in words: the lexicon of analytic standards.
//!
//! The terms and ranges are those of Intelligence Community Directive 203 (2015), which overlap at
//! their ends; here each range holds its lower end and not its upper one. Readers differ widely in
//! what such words mean to them (Kent 1964; Wallsten et al. 1986), so the words never stand without
//! the number.

/// The word for odds in [0, 1].
pub(crate) fn likelihood(odds: f64) -> &'static str {
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

#[cfg(test)]
mod tests {
    use super::likelihood;

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
