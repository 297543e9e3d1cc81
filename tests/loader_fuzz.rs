//! Whatever the text, the loader answers: a scenario, or at least one error with a place.

use proptest::prelude::*;
use zopa::model::Scenario;
use zopa::scenario::{LoadOptions, TemplateKind, load, template};

/// Loads and checks what holds for any text.
fn answers(text: &str, options: &LoadOptions) {
    match load("fuzz.toml", text, options) {
        Ok(loaded) => {
            assert!(loaded.warnings.errors() == 0);
            is_sound(&loaded.scenario);
            loaded.warnings.render(false);
        }
        Err(rejected) => {
            let report = &rejected.report;
            assert!(report.errors() >= 1);
            for found in report {
                for label in &found.labels {
                    let source = &report.sources()[label.span.source];
                    assert!(label.span.start <= label.span.end, "{found:?}");
                    assert!(label.span.end <= source.text.len(), "{found:?}");
                }
                assert!(!found.message.is_empty());
            }
            for found in report.iter().take(5) {
                assert!(report.render_one(found, false).contains("-->"));
            }
        }
    }
}

/// What the layers above rely on.
fn is_sound(scenario: &Scenario) {
    assert!(scenario.principals().count() >= 2);
    assert!(!scenario.issues.is_empty());
    assert!(scenario.clock.horizon > 0.0 && (1..=10_000).contains(&scenario.clock.rounds));
    assert_eq!(scenario.fingerprint.len(), 64);
    for input in &scenario.inputs {
        let (low, high) = input.prior.support();
        assert!(low.is_finite() || input.prior.is_uncertain(), "{input:?}");
        assert!(low <= high, "{input:?}");
        assert!(input.prior.quantile(0.5).is_finite(), "{input:?}");
    }
    for party in &scenario.parties {
        assert_eq!(party.positions.len(), scenario.issues.len());
    }
}

fn templates() -> impl Strategy<Value = String> {
    prop::sample::select(TemplateKind::ALL.to_vec()).prop_map(|kind| template(kind, "A title"))
}

/// Things that stand where a value is expected, or anywhere.
fn scraps() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("nan".to_owned()),
        Just("-inf".to_owned()),
        Just("1e400".to_owned()),
        Just("99999999999999999999999999".to_owned()),
        Just("-0.0".to_owned()),
        Just("0x7fffffffffffffff".to_owned()),
        Just("[]".to_owned()),
        Just("{}".to_owned()),
        Just("[[]]".to_owned()),
        Just("{ uniform = [1, 0] }".to_owned()),
        Just("{ normal = [0, 1], min = 5, max = 4 }".to_owned()),
        Just("{ choice = [], weights = [] }".to_owned()),
        Just("{ value = { value = 1 } }".to_owned()),
        Just("\"\u{1F54A}\u{301}\"".to_owned()),
        Just("'''\n'''".to_owned()),
        Just("0001-01-01".to_owned()),
        Just("9999-12-31".to_owned()),
        Just("2026-02-30".to_owned()),
        Just("12:00:00".to_owned()),
        Just("\"1e9 years\"".to_owned()),
        "[a-z]{1,8}",
        any::<f64>().prop_map(|number| number.to_string()),
        any::<i64>().prop_map(|number| number.to_string()),
    ]
}

/// The end of a character that begins at or before a byte.
fn boundary(text: &str, share: f64) -> usize {
    let mut byte = (share * text.len() as f64) as usize;
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(text in "(?s).{0,400}") {
        answers(&text, &LoadOptions::default());
    }

    #[test]
    fn any_toml_like_text_is_answered(text in "([a-z_.\"\\[\\]{}=, 0-9#\n-]{0,40}\n){0,20}") {
        answers(&text, &LoadOptions::default());
    }

    #[test]
    fn any_edit_is_answered(text in templates(), edits in prop::collection::vec((0.0..1.0_f64, 0.0..0.02_f64, scraps()), 1..4)) {
        let mut text = text;
        for (at, length, scrap) in edits {
            let start = boundary(&text, at);
            let end = boundary(&text, (at + length).min(1.0));
            text.replace_range(start..end, &scrap);
        }
        answers(&text, &LoadOptions::default());
    }

    #[test]
    fn any_single_character_is_answered(text in templates(), at in 0.0..1.0, c in any::<char>()) {
        let mut text = text;
        text.insert(boundary(&text, at), c);
        answers(&text, &LoadOptions::default());
    }

    #[test]
    fn any_value_is_answered(text in templates(), line in any::<prop::sample::Index>(), scrap in scraps()) {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let values: Vec<usize> = (0..lines.len()).filter(|i| lines[*i].contains(" = ")).collect();
        let line = values[line.index(values.len())];
        let key = lines[line].split(" = ").next().unwrap_or_default().to_owned();
        lines[line] = format!("{key} = {scrap}");
        answers(&lines.join("\n"), &LoadOptions::default());
    }

    #[test]
    fn deleted_and_swapped_lines_are_answered(
        text in templates(),
        gone in prop::collection::vec(any::<prop::sample::Index>(), 0..5),
        swapped in any::<(prop::sample::Index, prop::sample::Index)>(),
    ) {
        let mut lines: Vec<&str> = text.lines().collect();
        let (a, b) = (swapped.0.index(lines.len()), swapped.1.index(lines.len()));
        lines.swap(a, b);
        for index in gone {
            lines.remove(index.index(lines.len()));
        }
        answers(&lines.join("\r\n"), &LoadOptions::default());
    }

    #[test]
    fn any_override_is_answered(text in templates(), path in any::<prop::sample::Index>(), cut in 0..3_usize, value in scraps()) {
        let loaded = load("t", &text, &LoadOptions::default()).unwrap();
        let inputs = &loaded.scenario.inputs;
        let mut path = inputs[path.index(inputs.len())].path.clone();
        for _ in 0..cut {
            path.pop();
        }
        let options = LoadOptions { variant: None, overrides: vec![(path, value)] };
        answers(&text, &options);
    }
}

#[test]
fn deep_nesting_is_answered() {
    for (open, close) in [("[", "]"), ("{ a = ", " }"), ("{ value = ", " }")] {
        for depth in [10, 100, 10_000] {
            let text = format!("title = {}1{}", open.repeat(depth), close.repeat(depth));
            answers(&text, &LoadOptions::default());
        }
    }
    answers(&format!("[{}]", vec!["a"; 10_000].join(".")), &LoadOptions::default());
}

#[test]
fn long_files_are_answered() {
    let long = |line: &str| line.repeat(3_900_000 / line.len());
    answers(&long("[[events]]\n"), &LoadOptions::default());
    answers(&format!("trust = [{}]", long("{},")), &LoadOptions::default());
    answers(&format!("title = \"{}\"", long("long ")), &LoadOptions::default());
    let keys: Vec<String> = (0..200_000).map(|index| format!("key{index} = 1\n")).collect();
    answers(&keys.concat(), &LoadOptions::default());
    answers(&"# too long\n".repeat(400_000), &LoadOptions::default());
}
