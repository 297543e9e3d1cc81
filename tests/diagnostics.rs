//! Every diagnostic is shown exactly as it was written down in `diagnostics_*.rs`: the pictures are
//! the specification. Each case is one small edit of one small war.

use zopa::scenario::{LoadOptions, codes, load};

/// A scenario with a bit of everything, and nothing to complain about.
const WAR: &str = r#"title = "A war"
as_of = 2026-01-05
clock = { round = "1 week", horizon = "12 months" }

[issues.line]
anchors = { 0 = "all to them", 100 = "all to us" }
effect = "front-line"
status_quo = 50

[issues.shield]
anchors = { 0 = "troops", 100 = "none" }
effect = { guarantee = { strong_end = 0 } }
status_quo = 90

[parties.north]
role = "principal"
influence = 1.0
outside = { war = { terms = { line = [52, 58, 65] }, cost = 0.07 } }

[parties.north.positions]
line = { opening = 90, limit = [50, 55, 60], ideal = 95, salience = 0.6, red_line = 45 }
shield = { limit = 75, ideal = 95, salience = 0.4 }

[parties.south]
role = "principal"
influence = 0.8
outside = { war = { terms = { line = 50 }, cost = [0.05, 0.1, 0.2] } }

[parties.south.positions]
line = { limit = 56, ideal = 0, salience = 0.5 }
shield = { limit = 60, ideal = 0, salience = 0.5 }

[parties.east]
role = "mediator"
influence = 0.5
pledge = { strength = 0.4, rate = 0.3 }
leverage = { south = 0.02 }

[parties.west]
role = "guarantor"
influence = 0.3
pledge = { strength = 0.3, at = 2026-03-01, needs = "east" }

[[trust]]
between = ["north", "south"]
value = 0.2

[front]
drift = 0.5

[mediation]
style = "formulation"

[summit]
parties = ["north", "south"]
reluctance = { north = 0.3 }

[[events]]
name = "harvest"
rate = 0.1
effects = [{ multiply = "parties.north.outside.cost", by = 1.3 }]

[[questions]]
id = "peace-signed"
text = "A peace is signed"
what = "signed"
by = 2026-12-31

[variants.tired]
set = { "parties.north.outside.cost" = { scale = 2 } }
"#;

/// An edit of a scenario, and how it is loaded.
pub(crate) struct Case {
    text: String,
    options: LoadOptions,
}

/// The war as it stands.
pub(crate) fn war() -> Case {
    Case { text: WAR.to_owned(), options: LoadOptions::default() }
}

impl Case {
    /// Writes something else in the first place where `old` stands.
    pub(crate) fn swap(mut self, old: &str, new: &str) -> Self {
        assert!(self.text.contains(old), "{old} is not in the text");
        self.text = self.text.replacen(old, new, 1);
        self
    }

    /// Another text altogether.
    pub(crate) fn text(mut self, text: String) -> Self {
        self.text = text;
        self
    }

    /// Loads a variant.
    pub(crate) fn variant(mut self, id: &str) -> Self {
        self.options.variant = Some(id.to_owned());
        self
    }

    /// Sets a value as the command line does.
    pub(crate) fn set(mut self, path: &str, value: &str) -> Self {
        self.options.overrides.push((path.to_owned(), value.to_owned()));
        self
    }

    /// It loads, and nothing is said.
    #[track_caller]
    pub(crate) fn shows_nothing(self) {
        let loaded = load("war.toml", &self.text, &self.options).unwrap();
        assert!(loaded.warnings.is_empty(), "{}", loaded.warnings);
    }

    /// What is said is exactly this, and is about this code.
    #[track_caller]
    pub(crate) fn shows(self, code: &str, expected: &str) {
        let said = match load("war.toml", &self.text, &self.options) {
            Ok(loaded) => loaded.warnings.render(false),
            Err(rejected) => rejected.to_string(),
        };
        assert_eq!(format!("\n{said}\n"), expected, "\n{said}\n");
        assert!(said.contains(&format!("[{code}]")), "{code} is not among them");
    }
}

#[test]
fn there_is_nothing_to_complain_about() {
    let loaded = load("war.toml", WAR, &LoadOptions::default()).unwrap();
    assert!(loaded.warnings.is_empty(), "{}", loaded.warnings);
}

#[test]
fn every_code_is_shown_somewhere() {
    let shown = [
        include_str!("coding.rs"),
        include_str!("diagnostics_blocs.rs"),
        include_str!("diagnostics_changes.rs"),
        include_str!("diagnostics_consistency.rs"),
        include_str!("diagnostics_dependence.rs"),
        include_str!("diagnostics_interims.rs"),
        include_str!("diagnostics_names.rs"),
        include_str!("diagnostics_numbers.rs"),
        include_str!("diagnostics_options.rs"),
        include_str!("diagnostics_protocol.rs"),
        include_str!("diagnostics_shape.rs"),
        include_str!("diagnostics_size.rs"),
        include_str!("diagnostics_studies.rs"),
        include_str!("diagnostics_time.rs"),
        include_str!("diagnostics_warnings.rs"),
        include_str!("import_genius.rs"),
    ]
    .concat();
    for (code, title) in codes::all() {
        let named = [format!("\"{code}\""), format!("error[{code}]")];
        assert!(named.iter().any(|name| shown.contains(name)), "no test shows {code}: {title}");
    }
}

#[test]
fn all_errors_are_shown_at_once_in_the_order_of_the_text() {
    let text = WAR
        .replace("influence", "influense")
        .replace("role = \"mediator\"", "role = \"medium\"")
        .replace("by = 1.3", "by = nan")
        .replace("drift = 0.5", "drift = [3, 2, 1]");
    let rejected = load("war.toml", &text, &LoadOptions::default()).unwrap_err();
    let codes: Vec<String> = rejected.report.iter().map(|found| found.code.to_string()).collect();
    assert_eq!(codes, ["Z0003", "Z0003", "Z0006", "Z0003", "Z0003", "Z0103", "Z0101"]);
    let spans: Vec<usize> = rejected.report.iter().map(|found| found.span.start).collect();
    assert!(spans.is_sorted());
}

#[test]
fn colour_is_off_unless_it_is_asked_for() {
    let rejected = load("war.toml", "title = 1", &LoadOptions::default()).unwrap_err();
    assert!(!rejected.report.render(false).contains('\u{1b}'));
    assert!(rejected.report.render(true).contains('\u{1b}'));
}

#[test]
fn positions_count_lines_and_columns_from_one() {
    let text = WAR.replace("influence = 0.8", "influence = -0.8");
    let rejected = load("war.toml", &text, &LoadOptions::default()).unwrap_err();
    let found = rejected.report.iter().next().unwrap();
    assert_eq!(rejected.report.position(found), ("war.toml", 26, 13));
    assert_eq!(found.path.as_deref(), Some("parties.south.influence"));
}
