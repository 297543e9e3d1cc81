//! Every number of the page equals the JSON of the same report.

use std::sync::LazyLock;

use serde_json::Value;

use super::markup::{Piece, read};
use super::{page_and_json, shipped};

/// Scenarios with and without a war, with options, with everything that can be asked for.
const CASES: [(&str, &[&str]); 9] = [
    ("two-party", &[]),
    ("harbour", &[]),
    ("northland", &["--variants"]),
    ("white-house-2025", &[]),
    ("job-offer", &[]),
    // With an interim deal.
    ("../tests/twin_scenes/phases", &[]),
    ("class/2-concert", &["--variants"]),
    (
        "two-party",
        &[
            "--backtest",
            "scenarios/cases/camp-david-1978.toml",
            "--backtest",
            "scenarios/cases/camp-david-2000.toml",
            "--backtest",
            "scenarios/cases/minsk-2015.toml",
        ],
    ),
    ("two-party", &["--tornado", "--seed", "7", "--set", "model.text_rate=0.5"]),
];

/// Their pages and JSON, made once.
static PAGES: LazyLock<Vec<(&str, String, Value)>> = LazyLock::new(|| {
    let made = CASES.iter().map(|(name, more)| {
        let (page, json) = page_and_json(&shipped(name), more);
        (*name, page, json)
    });
    made.collect()
});

/// A number as shown: its sign, comma and percent sign taken off; with its decimals.
fn digits(shown: &str) -> Option<(f64, i32)> {
    let plain = shown.trim().trim_start_matches('+').replace('−', "-").replace(',', "");
    let plain = plain.trim_end_matches('%').trim_end_matches(" points");
    let decimals = plain.split_once('.').map_or(0, |(_, digits)| digits.len());
    let decimals = i32::try_from(decimals).ok()?;
    plain.parse().ok().map(|number| (number, decimals))
}

/// Is this how the value is written, rounded to the digits shown? Shares may stand in hundredths.
fn shows(shown: &str, value: f64) -> bool {
    if let Some(bound) = shown.strip_prefix('<') {
        return digits(bound).is_some_and(|(bound, _)| value > 0.0 && value * 100.0 < bound);
    }
    if let Some(bound) = shown.strip_prefix('>') {
        return digits(bound).is_some_and(|(bound, _)| value < 1.0 && value * 100.0 > bound);
    }
    if shown.contains('e') {
        let Some((number, _)) = digits(shown) else { return false };
        return [1.0, 100.0].iter().any(|scale| (number / (value * scale) - 1.0).abs() < 0.051);
    }
    let Some((number, decimals)) = digits(shown) else { return false };
    let half = 0.5 * 0.1_f64.powi(decimals) + 1e-9;
    let scales: &[f64] = if shown.ends_with('%') { &[100.0] } else { &[1.0, 100.0] };
    scales.iter().any(|scale| (number - value * scale).abs() <= half)
}

#[test]
fn the_test_can_tell_numbers_apart() {
    for (shown, value) in [
        ("22%", 0.2249),
        ("<0.1%", 0.0001),
        (">99.9%", 0.9999),
        ("1,134", 1134.0),
        ("−0.06", -0.058),
    ] {
        assert!(shows(shown, value), "{shown}");
        assert!(!shows(shown, value + 1.0), "{shown}");
    }
    assert!(!shows("22%", 0.226) && !shows("9.0%", 0.0911) && !shows("<0.1%", 0.002));
}

#[test]
fn every_number_is_that_of_the_json() {
    for (name, page, json) in PAGES.iter() {
        let (pieces, _) = read(page);
        let mut seen = 0;
        for piece in &pieces {
            let Some(holder) = piece.holder("data-at") else { continue };
            let at = holder.get("data-at").unwrap();
            let there = json.pointer(at).unwrap_or_else(|| panic!("{name}: nothing at {at}"));
            if holder.name == "data" {
                let value: f64 = holder.get("value").unwrap().parse().unwrap();
                assert_eq!(there.as_f64(), Some(value), "{name}: {at}");
                assert!(shows(&piece.text, value), "{name}: {} for {value} at {at}", piece.text);
                seen += 1;
            } else {
                assert_eq!(there.as_str(), Some(piece.text.as_str()), "{name}: {at}");
            }
        }
        assert!(seen > 60, "{name}: only {seen} numbers");
    }
}

/// A number in running text that names no place would escape the test above.
#[test]
fn no_number_of_the_text_is_without_its_place() {
    for (name, page, _) in PAGES.iter() {
        for piece in read(page).0 {
            let exempt = ["data", "bdi", "time", "code", "svg", "style", "script", "title"];
            let owned = exempt.iter().any(|tag| piece.is_in(tag));
            let chart = piece.within.iter().any(|tag| tag.get("class") == Some("small"));
            if owned || chart || piece.is_in("figcaption") {
                continue;
            }
            // The level of every interval, and the program's own version.
            let text = piece.text.replace("95%", "").replace(env!("CARGO_PKG_VERSION"), "");
            assert!(!text.bytes().any(|byte| byte.is_ascii_digit()), "{name}: {}", piece.text);
        }
    }
}

/// Everything numeric below a place.
fn numbers_below(value: &Value, found: &mut Vec<f64>) {
    match value {
        Value::Number(number) => found.extend(number.as_f64()),
        Value::Array(all) => all.iter().for_each(|one| numbers_below(one, found)),
        Value::Object(all) => all.values().for_each(|one| numbers_below(one, found)),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

/// The numbers of a cell: `15–31%` is two, both of them percentages.
fn tokens(cell: &str) -> Vec<String> {
    let percent = cell.contains('%');
    let separated = cell.replace(" to ", "–");
    let parts = separated.split(['–', '(', ')', '→', ' ']);
    parts
        .map(|part| part.trim_matches([';', ':', ',']))
        .filter(|part| part.bytes().any(|byte| byte.is_ascii_digit()))
        .map(
            |part| {
                if percent && !part.ends_with('%') { format!("{part}%") } else { part.to_owned() }
            },
        )
        .collect()
}

/// The numbers of every chart stand where the chart says.
#[test]
fn every_number_of_a_chart_stands_below_its_places() {
    for (name, page, json) in PAGES.iter() {
        let is_number = |piece: &&Piece| {
            piece.within.last().is_some_and(|tag| tag.name == "td" && tag.get("class") == Some("n"))
                && piece.holder("data-from").is_some()
        };
        let (pieces, _) = read(page);
        let mut seen = 0;
        for piece in pieces.iter().filter(is_number) {
            let from =
                piece.holder("data-from").and_then(|figure| figure.get("data-from")).unwrap();
            let mut known = Vec::new();
            // Curves start at the beginning: nothing has happened, everything stands.
            if from.contains("/by_time") || from.contains("/standing") {
                known.extend([0.0, 1.0]);
            }
            for at in from.split(' ') {
                let below = json.pointer(at).unwrap_or_else(|| panic!("{name}: nothing at {at}"));
                numbers_below(below, &mut known);
            }
            for token in tokens(&piece.text) {
                let found = known.iter().any(|&value| shows(&token, value));
                assert!(found, "{name}: {token} of “{}” is not below {from}", piece.text);
                seen += 1;
            }
        }
        assert!(seen > 100, "{name}: only {seen} numbers");
    }
}
