//! Keys by their former names: files, paths and draws go on as they were.

use zopa::scenario::{LoadOptions, load};

use crate::support::{plan, shipped_text, tabulate};

const NAMES: [(&str, &str); 3] = [
    ("concession_speed", "patience"),
    ("readiness_spread", "resolve"),
    ("good_faith", "implements"),
];

/// The lesson with every key in question, by today's names or the former ones.
fn lesson(former: bool) -> String {
    let text = shipped_text("two-party").replace(
        "[parties.upper]\n",
        "[parties.upper]\nreadiness_spread = [0.01, 0.03, 0.06]\ngood_faith = [0.8, 0.9, 1]\n",
    );
    NAMES.into_iter().fold(text, |text, (now, before)| {
        assert!(text.contains(&format!("{now} = ")), "{now}");
        if former { text.replace(&format!("\n{now} = "), &format!("\n{before} = ")) } else { text }
    })
}

#[test]
fn a_file_with_former_names_gives_the_same_bits_and_a_note() {
    let [now, before] = [false, true].map(|former| {
        let text = lesson(former);
        let loaded = load("lesson.toml", &text, &LoadOptions::default()).unwrap();
        let rows = tabulate(&loaded.scenario, &plan(3, 20, 5)).1;
        let notes: Vec<_> = loaded.warnings.iter().map(|note| note.message.clone()).collect();
        (rows.iter().map(|row| format!("{row:?}")).collect::<Vec<_>>(), notes, loaded.scenario)
    });
    assert_eq!(now.0, before.0, "the same draws, the same histories");
    assert_eq!(now.2.fingerprint, before.2.fingerprint);
    for (name, former) in NAMES {
        let note = format!("`{former}` is called `{name}` now");
        assert!(before.1.contains(&note) && !now.1.contains(&note), "{:?}", before.1);
    }
}

#[test]
fn a_former_path_leads_to_the_number_of_today() {
    for (name, former) in NAMES {
        let set = |key: &str| LoadOptions {
            overrides: vec![(format!("parties.upper.{key}"), "0.7".to_owned())],
            ..LoadOptions::default()
        };
        let [now, before] = [name, former]
            .map(|key| load("lesson.toml", &lesson(false), &set(key)).unwrap().scenario);
        assert_eq!(now.fingerprint, before.fingerprint);
        let id = |key: &str| now.input_id(&format!("parties.upper.{key}"));
        assert!(id(name).is_some());
        assert_eq!(id(name), id(former));
    }
}

/// A key that was renamed twice is known by both of its former names.
#[test]
fn every_former_name_is_known() {
    let text = lesson(false);
    let now = load("lesson.toml", &text, &LoadOptions::default()).unwrap();
    let text = text.replace("good_faith = ", "expected_compliance = ");
    let before = load("lesson.toml", &text, &LoadOptions::default()).unwrap();
    assert_eq!(now.scenario.fingerprint, before.scenario.fingerprint);
    let id = before.scenario.input_id("parties.upper.expected_compliance");
    assert!(id.is_some() && id == now.scenario.input_id("parties.upper.implements"));
}

#[test]
fn a_key_by_both_names_is_refused() {
    let text =
        lesson(false).replace("\nreadiness_spread = ", "\nresolve = 0.03\nreadiness_spread = ");
    let rejected = load("lesson.toml", &text, &LoadOptions::default()).unwrap_err();
    assert!(rejected.to_string().contains("`resolve`"), "{rejected}");
}
