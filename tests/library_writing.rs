//! Scenarios written as TOML load as the scenarios they were.

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use zopa::scenario::{TemplateKind, Value, template};
use zopa::{LoadOptions, Loaded, Scenario, ScenarioBuilder, load};

use crate::support::{plan, shipped_text, stream};

/// Every scenario of the repository and every template, by name.
pub(crate) fn all() -> Vec<(String, String)> {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios"), &mut files);
    files.sort();
    let texts = files
        .iter()
        .map(|path| (path.display().to_string(), std::fs::read_to_string(path).unwrap()));
    // Studies have a format of their own.
    let scenarios = texts.filter(|(_, text)| !text.contains("\n[design]"));
    let templates =
        TemplateKind::ALL.map(|kind| (kind.word().to_owned(), template(kind, "A \"quarrel\"")));
    let all: Vec<_> = scenarios.chain(templates).collect();
    assert!(all.len() >= 50, "{} scenarios", all.len());
    all
}

/// The TOML files of a folder and of those in it.
pub(crate) fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
}

fn written(loaded: &Loaded, name: &str) -> Loaded {
    let text = loaded.to_toml();
    match load(name, &text, &LoadOptions::default()) {
        Ok(again) => again,
        Err(rejected) => panic!("{name}\n{rejected}\n{text}"),
    }
}

/// The scenario without the names of its variants, which a changed file may leave out.
fn bare(scenario: &Scenario) -> String {
    let mut scenario = scenario.clone();
    scenario.variants.clear();
    format!("{scenario:?}")
}

fn assert_same(before: &Loaded, name: &str) {
    let after = written(before, name);
    assert_eq!(after.scenario.fingerprint, before.scenario.fingerprint, "{name}");
    assert_eq!(bare(&after.scenario), bare(&before.scenario), "{name}");
    assert_eq!(after.story, before.story, "{name}");
    // Written once more it is the same text, and no less is warned of.
    let words = |loaded: &Loaded| -> Vec<String> {
        loaded.warnings.iter().map(|found| found.message.clone()).collect()
    };
    let (mut warned, mut warned_before) = (words(&after), words(before));
    warned.sort();
    warned_before.retain(|message| !message.contains("is called"));
    warned_before.sort();
    assert_eq!(warned, warned_before, "{name}");
}

#[test]
fn every_scenario_and_variant_is_loaded_as_it_is_written() {
    for (name, text) in all() {
        let loaded = load(&name, &text, &LoadOptions::default()).unwrap();
        assert_same(&loaded, &name);
        let again = written(&loaded, &name);
        assert_eq!(again.scenario, loaded.scenario, "{name}: with its variants");
        assert_eq!(again.to_toml(), loaded.to_toml(), "{name}: written twice");
        for variant in &loaded.scenario.variants {
            let options =
                LoadOptions { variant: Some(variant.id.clone()), ..LoadOptions::default() };
            assert_same(&load(&name, &text, &options).unwrap(), &format!("{name} {}", variant.id));
            // A variant of what was written is that of the file.
            let of_text = load(&name, &loaded.to_toml(), &options).unwrap();
            let of_file = load(&name, &text, &options).unwrap();
            assert_eq!(of_text.scenario, of_file.scenario, "{name} {}", variant.id);
        }
    }
}

/// Any input scaled or shifted, those that the file leaves to their defaults among them.
#[test]
fn changed_numbers_are_written_to_the_last_bit() {
    let mut draws = stream("writing");
    let (mut tried, mut loaded_well) = (0, 0);
    for (name, text) in all() {
        let scenario = load(&name, &text, &LoadOptions::default()).unwrap().scenario;
        for _ in 0..6 {
            let mut overrides = Vec::new();
            for _ in 0..3 {
                let number = (draws.uniform() * scenario.inputs.len() as f64) as usize;
                let by = 0.7 + 0.5 * draws.uniform();
                let change = if draws.uniform() < 0.7 {
                    format!("{{ scale = {by} }}")
                } else {
                    format!("{{ shift = {} }}", (by - 0.9) / 10.0)
                };
                overrides.push((scenario.inputs[number].path.clone(), change));
            }
            tried += 1;
            let options = LoadOptions { overrides, ..LoadOptions::default() };
            // Not every change is sound.
            if let Ok(changed) = load(&name, &text, &options) {
                loaded_well += 1;
                let named = format!("{name} with {:?}", options.overrides);
                let after = written(&changed, &named);
                assert_eq!(after.scenario.fingerprint, changed.scenario.fingerprint, "{named}");
            }
        }
    }
    assert!(3 * loaded_well > tried, "{loaded_well} of {tried} changes are sound");
}

fn changed(text: &str, sets: &[(&str, &str)]) -> Loaded {
    let overrides = sets.iter().map(|&(path, value)| (path.to_owned(), value.to_owned())).collect();
    load("test", text, &LoadOptions { overrides, ..LoadOptions::default() }).unwrap()
}

/// Each form of a number, scaled by what no binary fraction is.
#[test]
fn every_form_of_number_is_scaled_as_one_would_write_it() {
    let text = shipped_text("two-party");
    let forms = [
        ("0.4", "{ scale = 1.1 }"),
        ("[0.31, 0.4, 0.53]", "{ scale = 1.1 }"),
        ("{ uniform = [0.31, 0.53] }", "{ scale = 0.9 }"),
        ("{ pert = [0.31, 0.4, 0.53] }", "{ shift = 0.013 }"),
        ("{ normal = [0.4, 0.07], min = 0.21, max = 0.57 }", "{ scale = 1.3 }"),
        ("{ beta = [2, 3] }", "{ scale = 0.7 }"),
        ("{ beta = [2, 3], min = 0.1, max = 0.7 }", "{ shift = 0.1 }"),
        ("{ choice = [0.31, 0.41, 0.53], weights = [3, 1, 2] }", "{ scale = 1.1 }"),
        (
            "{ value = [0.31, 0.4, 0.53], source = \"A survey\", certainty = \"poll\" }",
            "{ scale = 1.1 }",
        ),
        ("[0.31, 0.4, 0.53]", "{ scale = 0 }"),
    ];
    let path = "parties.upper.outside.reservation";
    for (form, change) in forms {
        let changed = changed(&text, &[(path, form), (path, change), (path, "{ scale = 0.97 }")]);
        assert_same(&changed, form);
    }
}

/// A default that is only scaled does not count as stated: what hangs on that stays so.
#[test]
fn a_scaled_default_is_written_as_a_number() {
    let text = shipped_text("two-party");
    for sets in [
        &[("parties.upper.good_faith", "{ scale = 0.9 }")][..],
        &[("model.durability_spread", "{ scale = 0.9 }")],
        &[
            ("parties.lower.reciprocity", "{ shift = 0.13 }"),
            ("trust.upper.lower", "{ scale = 0.3 }"),
        ],
        &[("clock.horizon", "9 months"), ("parties.upper.deadline", "{ scale = 0.7 }")],
    ] {
        let changed = changed(&text, sets);
        let after = written(&changed, "scaled");
        assert_eq!(after.scenario.fingerprint, changed.scenario.fingerprint, "{sets:?}");
        let odds = |scenario: &Scenario| format!("{:?}", zopa::run(scenario, &plan(3, 10, 2)));
        assert_eq!(odds(&after.scenario), odds(&changed.scenario), "{sets:?}");
    }
}

#[test]
fn variants_that_do_not_fit_are_left_out_aloud() {
    let text = template(TemplateKind::PeaceProcess, "A war");
    // The variant `tired` scales a cost of war, which is no more.
    let effect = ("events.harvest-fails.effects.0.multiply", "parties.lowland.outside.cost");
    let changed = changed(&text, &[("parties.highland.outside.reservation", "0.4"), effect]);
    let written = changed.to_toml();
    assert!(
        written.starts_with("# The variant tired does not fit these values and is left out.\n"),
        "{written}"
    );
    assert!(written.contains("[variants.patient-mediator]"), "{written}");
    let options = LoadOptions { variant: Some("tired".into()), ..LoadOptions::default() };
    let written = load("war", &text, &options).unwrap().to_toml();
    assert!(
        written.starts_with("# With the variant tired; the others are left out.\n"),
        "{written}"
    );
    assert!(!written.contains("[variants"), "{written}");
}

#[test]
fn a_written_scenario_is_laid_out_to_be_read() {
    let text = template(TemplateKind::PeaceProcess, "The border war");
    insta::assert_snapshot!(load("war", &text, &LoadOptions::default()).unwrap().to_toml());
}

proptest! {
    /// Whatever words and numbers there are, they are read as they were.
    #[test]
    fn any_words_and_numbers_come_back(
        title in ".{0,20}",
        summary in "(?s).{0,40}",
        meaning in "[^\u{0}]{1,10}",
        number in any::<f64>(),
    ) {
        let builder = ScenarioBuilder::new(&title)
            .set("summary", summary.as_str())
            .set("sources", Value::list([meaning.as_str(), "\"\"\"", "\\", "\r\n"]))
            .set("issues.a.anchors.\"0.5\"", meaning.as_str())
            .set("model.text_rate", number);
        let text = builder.to_toml();
        let table: toml::Table = text.parse().map_err(|error| {
            TestCaseError::fail(format!("{error}\n{text}"))
        })?;
        prop_assert_eq!(table["title"].as_str(), Some(title.as_str()));
        prop_assert_eq!(table["summary"].as_str(), Some(summary.as_str()));
        prop_assert_eq!(table["sources"][0].as_str(), Some(meaning.as_str()));
        prop_assert_eq!(table["sources"][3].as_str(), Some("\r\n"));
        prop_assert_eq!(table["issues"]["a"]["anchors"]["0.5"].as_str(), Some(meaning.as_str()));
        let rate = &table["model"]["text_rate"];
        let rate = rate.as_float().or_else(|| rate.as_integer().map(|whole| whole as f64)).unwrap();
        prop_assert!(rate.to_bits() == number.to_bits() || rate.is_nan() && number.is_nan(), "{} {}", rate, number);
    }
}
