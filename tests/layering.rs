//! The arrows between layers point down only, and the lower layers have no door to the outside.

use std::fs;
use std::path::{Path, PathBuf};

/// Every module and the modules it may use.
const LAYERS: [(&str, &[&str]); 10] = [
    ("math", &[]),
    ("prior", &["math"]),
    ("stream", &["prior"]),
    ("model", &["prior"]),
    ("scenario", &["model", "prior"]),
    ("solution", &["model", "math"]),
    ("engine", &["solution", "model", "stream", "prior", "math"]),
    ("montecarlo", &["engine", "solution", "model", "stream", "prior", "math"]),
    ("present", &["montecarlo", "engine", "solution", "model", "prior", "math"]),
    (
        "cli",
        &[
            "present",
            "montecarlo",
            "engine",
            "solution",
            "scenario",
            "model",
            "stream",
            "prior",
            "math",
        ],
    ),
];

/// What no layer but the command may reach for.
const OUTSIDE: [&str; 8] = [
    "std::fs",
    "std::env",
    "std::time",
    "std::net",
    "std::process",
    "std::thread",
    "HashMap",
    "HashSet",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The code of a file without its comments and its tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

fn of_layer(layer: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let file = root.join(format!("{layer}.rs"));
    if file.exists() {
        found.push(file);
    } else {
        sources(&root.join(layer), &mut found);
    }
    assert!(!found.is_empty(), "no sources for {layer}");
    found.into_iter().map(|path| (path.clone(), code(&path))).collect()
}

#[test]
fn arrows_point_down() {
    for (layer, below) in LAYERS {
        for (path, code) in of_layer(layer) {
            for used in code.split("crate::").skip(1) {
                let name: String =
                    used.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                if name.is_empty() || name == layer {
                    continue;
                }
                assert!(
                    below.contains(&name.as_str()),
                    "{} is in {layer}, which may not use {name}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn every_module_is_in_a_layer() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let known = LAYERS.iter().any(|(layer, _)| *layer == name);
        assert!(known || name == "lib" || name == "main", "{name} is in no layer");
    }
}

#[test]
fn only_the_command_reaches_outside() {
    for (layer, _) in LAYERS.iter().filter(|(layer, _)| *layer != "cli") {
        for (path, code) in of_layer(layer) {
            for door in OUTSIDE {
                assert!(!code.contains(door), "{} uses {door}", path.display());
            }
        }
    }
}

#[test]
fn only_the_simulation_layer_knows_threads() {
    for (layer, _) in LAYERS.iter().filter(|(layer, _)| *layer != "montecarlo") {
        for (path, code) in of_layer(layer) {
            assert!(!code.contains("rayon"), "{} uses rayon", path.display());
        }
    }
}

/// Bad input is stopped at the door: one negotiation cannot fail.
#[test]
fn the_engine_returns_no_error() {
    for layer in ["engine", "montecarlo"] {
        for (path, code) in of_layer(layer) {
            assert!(!code.contains("-> Result<"), "{} returns a Result", path.display());
        }
    }
}
