//! The fictional twin is the flagship under other names: every number, date and structure agrees,
//! and no real name has slipped through.

use std::fs;

use zopa::model::{Issue, Scenario};
use zopa::scenario::{LoadOptions, load};

/// Names of the flagship and of its twin, wherever they stand between the dots of a path.
const NAMES: [(&str, &str); 15] = [
    ("us", "meridia"),
    ("russia", "northland"),
    ("ukraine", "southland"),
    ("germany", "alderland"),
    ("uk", "westmark"),
    ("france", "corvania"),
    ("italy", "lagunia"),
    ("finland", "birchland"),
    ("eu", "league"),
    ("nato", "pact"),
    ("us-patience", "meridian-patience"),
    ("hungarian-election", "election-in-the-league"),
    ("putin-stalling", "northland-stalling"),
    ("squeezed-kyiv", "squeezed-south"),
    ("korea-line", "frozen-line"),
];

fn text(name: &str) -> String {
    let path = format!("{}/scenarios/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(path).unwrap()
}

fn loaded(name: &str, variant: Option<&str>) -> Scenario {
    let options = LoadOptions { variant: variant.map(Into::into), ..LoadOptions::default() };
    match load(name, &text(name), &options) {
        Ok(loaded) => loaded.scenario,
        Err(rejected) => panic!("{rejected}"),
    }
}

fn renamed(path: &str) -> String {
    let new = |part: &str| {
        let found = NAMES.iter().find(|(old, _)| *old == part);
        found.map_or(part.to_owned(), |(_, new)| (*new).to_owned())
    };
    let mut parts: Vec<String> = path.split('.').map(new).collect();
    // A pair stands in the order of its names.
    if parts[0] == "trust" {
        parts[1..].sort();
    }
    parts.join(".")
}

fn anchors_at(issue: &Issue) -> Vec<f64> {
    issue.anchors.iter().map(|anchor| anchor.at).collect()
}

fn agree(flagship: &Scenario, twin: &Scenario) {
    assert_eq!(flagship.inputs.len(), twin.inputs.len());
    let shift = twin.as_of - flagship.as_of;
    for (real, made_up) in flagship.inputs.iter().zip(&twin.inputs) {
        assert_eq!(renamed(&real.path), made_up.path);
        assert_eq!(real.prior, made_up.prior, "{}", real.path);
        let (a, b) = (&real.provenance, &made_up.provenance);
        assert_eq!((a.stated, a.certainty), (b.stated, b.certainty), "{}", real.path);
        assert_eq!(a.date.map(|date| date + shift), b.date, "{}", real.path);
        assert_eq!(a.source.is_some(), b.source.is_some(), "{}", real.path);
    }
    for (real, made_up) in flagship.issues.iter().zip(&twin.issues) {
        assert_eq!(anchors_at(real), anchors_at(made_up));
        assert_eq!(
            (&real.id, real.scale, real.effect, real.status_quo),
            (&made_up.id, made_up.scale, made_up.effect, made_up.status_quo),
        );
    }
    for (real, made_up) in flagship.parties.iter().zip(&twin.parties) {
        assert_eq!(renamed(&real.id), made_up.id);
        // Everything but the names: ids of inputs agree because the inputs stand in one order.
        let mut real = real.clone();
        real.id.clone_from(&made_up.id);
        real.title.clone_from(&made_up.title);
        assert_eq!(&real, made_up);
    }
    for (real, made_up) in flagship.events.iter().zip(&twin.events) {
        assert_eq!(renamed(&real.id), made_up.id);
        assert_eq!(
            (real.when, real.once, &real.effects),
            (made_up.when, made_up.once, &made_up.effects),
        );
    }
    for (real, made_up) in flagship.questions.iter().zip(&twin.questions) {
        assert_eq!(
            (&real.id, real.what, real.by_months, real.base_rate),
            (&made_up.id, made_up.what, made_up.by_months, made_up.base_rate),
        );
        assert_eq!(made_up.resolved, None, "nothing has happened in a made-up world");
    }
    assert_eq!(
        (flagship.issues.len(), flagship.parties.len(), flagship.events.len()),
        (twin.issues.len(), twin.parties.len(), twin.events.len()),
    );
    assert_eq!(flagship.questions.len(), twin.questions.len());
    assert_eq!(
        (flagship.clock, &flagship.trust, flagship.constants, flagship.front),
        (twin.clock, &twin.trust, twin.constants, twin.front),
    );
    assert_eq!(
        (flagship.mediation, &flagship.summit, flagship.coalition, flagship.durability),
        (twin.mediation, &twin.summit, twin.coalition, twin.durability),
    );
}

#[test]
fn the_twin_has_the_flagships_numbers() {
    let (flagship, twin) = (loaded("white-house-2025", None), loaded("northland", None));
    agree(&flagship, &twin);
    let ids = |scenario: &Scenario| -> Vec<String> {
        scenario.variants.iter().map(|variant| variant.id.clone()).collect()
    };
    let (real, made_up) = (ids(&flagship), ids(&twin));
    assert_eq!(real.iter().map(|id| renamed(id)).collect::<Vec<_>>(), made_up);
    for (real, made_up) in real.iter().zip(&made_up) {
        agree(&loaded("white-house-2025", Some(real)), &loaded("northland", Some(made_up)));
    }
}

#[test]
fn the_twin_names_nobody_real() {
    let made_up = text("northland");
    let words: Vec<&str> = made_up.split(|c: char| !c.is_alphanumeric()).collect();
    for name in [
        "Russia",
        "Russian",
        "Moscow",
        "Putin",
        "Ukraine",
        "Ukrainian",
        "Kyiv",
        "Zelenskyy",
        "America",
        "American",
        "Washington",
        "Trump",
        "Europe",
        "European",
        "EU",
        "NATO",
        "Germany",
        "Merz",
        "Britain",
        "Starmer",
        "France",
        "Macron",
        "Italy",
        "Meloni",
        "Finland",
        "Stubb",
        "Rutte",
        "Donbas",
        "Crimea",
        "Minsk",
        "Alaska",
        "Istanbul",
        "Reuters",
        "Bloomberg",
        "KIIS",
        "Levada",
        "ISW",
        "AFP",
        "UCDP",
        "OSCE",
        "2025",
        "2026",
    ] {
        assert!(!words.contains(&name), "{name}");
    }
}

/// What became known after the as-of date scores the flagship and never feeds it.
#[test]
fn no_number_of_a_shipped_scenario_comes_from_its_future() {
    for name in ["white-house-2025", "northland", "two-party"] {
        let scenario = loaded(name, None);
        for input in &scenario.inputs {
            assert!(
                input.provenance.date.is_none_or(|date| date <= scenario.as_of),
                "{}",
                input.path
            );
        }
    }
}
