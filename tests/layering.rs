//! The layers of `src/lib.rs` hold: arrows only point down, and what a run's numbers hang on stays
//! free of files, clocks and order that varies.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every layer and the layers it may use, top to bottom. `scenario` is used by those who read
/// files and studies: nothing else knows that TOML exists.
const LAYERS: [(&str, &[&str]); 21] = [
    (
        "cli",
        &[
            "web",
            "briefing",
            "table",
            "teach",
            "render",
            "document",
            "present",
            "results",
            "study",
            "analysis",
            "montecarlo",
            "engine",
            "solution",
            "scenario",
            "model",
            "stream",
            "math",
            "text",
        ],
    ),
    (
        "web",
        &[
            "briefing",
            "render",
            "document",
            "present",
            "results",
            "analysis",
            "montecarlo",
            "solution",
            "scenario",
            "model",
            "stream",
            "text",
        ],
    ),
    (
        "briefing",
        &["present", "results", "analysis", "montecarlo", "solution", "model", "stream", "text"],
    ),
    (
        "teach",
        &[
            "render",
            "document",
            "present",
            "results",
            "charts",
            "analysis",
            "montecarlo",
            "engine",
            "solution",
            "scenario",
            "model",
            "stream",
            "math",
            "text",
        ],
    ),
    (
        "present",
        &[
            "document",
            "results",
            "charts",
            "study",
            "analysis",
            "montecarlo",
            "engine",
            "solution",
            "scenario",
            "model",
            "stream",
            "math",
            "text",
        ],
    ),
    // Documents know neither verbs nor formats; renderers know documents alone.
    ("render", &["document", "charts", "text"]),
    ("document", &["results", "charts", "text"]),
    (
        "results",
        &[
            "study",
            "analysis",
            "montecarlo",
            "engine",
            "solution",
            "scenario",
            "model",
            "stream",
            "math",
            "text",
        ],
    ),
    // Charts know nothing of scenarios or results.
    ("charts", &["text", "math"]),
    ("study", &["analysis", "montecarlo", "scenario", "model", "stream", "text", "table"]),
    ("analysis", &["montecarlo", "engine", "solution", "model", "prior", "stream", "math"]),
    ("montecarlo", &["engine", "solution", "model", "prior", "stream", "math"]),
    ("engine", &["solution", "model", "prior", "stream", "math"]),
    ("solution", &["model", "stream", "math", "table"]),
    ("scenario", &["model", "prior", "math", "text"]),
    ("model", &["prior", "math"]),
    ("stream", &["prior"]),
    ("prior", &["math"]),
    ("math", &[]),
    ("text", &[]),
    ("table", &[]),
];

/// Crates that one place is in charge of.
const KEEPERS: [(&str, &[&str]); 28] = [
    ("annotate_snippets", &["scenario"]),
    ("axum", &["cli"]),
    ("blake3", &["scenario", "stream", "study", "cli"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("csv", &["present", "study", "teach", "cli", "solution", "table"]),
    ("ctrlc", &["cli"]),
    ("futures_util", &["cli"]),
    ("getrandom", &["cli"]),
    ("indicatif", &["cli"]),
    ("libm", &["math"]),
    ("maud", &["render", "teach"]),
    ("open", &["cli"]),
    ("rand", &["stream"]),
    ("rand_chacha", &["stream"]),
    ("ratatui", &["cli"]),
    ("rayon", &["montecarlo"]),
    ("roxmltree", &["scenario"]),
    (
        "schemars",
        &["results", "study", "analysis", "montecarlo", "engine", "solution", "scenario", "model"],
    ),
    ("serde_json", &["scenario", "study", "teach", "present", "results", "web", "cli"]),
    ("sha2", &["render"]),
    ("shlex", &["text"]),
    ("tokio", &["cli"]),
    ("toml", &["scenario"]),
    ("toml_edit", &["scenario"]),
    ("unicode_segmentation", &["text"]),
    ("unicode_width", &["text"]),
];

/// What no file but those of the command may name, with the reason.
const OUTSIDE: [(&str, &str); 9] = [
    ("std::fs", "files are read and written by the command"),
    ("std::io", "the library prints nothing"),
    ("std::env", "results are a function of the inputs, not of the environment"),
    ("std::time", "results are a function of the inputs, not of the clock"),
    ("std::net", "the library talks to nobody"),
    ("std::thread", "only the simulation layer knows threads, and those are rayon's"),
    ("std::process", "ending the process is the command's to do"),
    ("println!", "the library prints nothing"),
    ("thread_rng", "all chance comes from named streams"),
];

/// Uses of the above that are sound, with the reason.
const SOUND: [(&str, &str, &str); 2] = [
    ("present/csv.rs", "std::io", "writes to whatever it is handed, row by row"),
    ("present/study/table.rs", "std::io", "writes to whatever it is handed, row by row"),
];

pub(crate) struct Source {
    /// Below `src`, with `/`.
    pub(crate) path: String,
    /// The first part of it: the layer.
    pub(crate) layer: String,
    /// Without comments and without its own tests.
    pub(crate) code: String,
}

fn files(directory: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

pub(crate) fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&root, &mut found);
    found.sort();
    let read = |file: PathBuf| {
        let path = file.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let layer = path.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        Source { path, layer, code: lines.collect::<Vec<_>>().join("\n") }
    };
    found.into_iter().map(read).collect()
}

/// The names that follow `prefix` in the code, as in `crate::engine` or `use rand::`.
fn names_after<'a>(code: &'a str, prefix: &'a str) -> impl Iterator<Item = &'a str> {
    code.match_indices(prefix).map(move |(at, _)| {
        let rest = &code[at + prefix.len()..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    })
}

/// Does the code name this path, and not only something that ends like it?
fn mentions(code: &str, path: &str) -> bool {
    code.match_indices(path).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + path.len()..].chars().next();
        let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
        apart(before) && (path.ends_with('!') || apart(after))
    })
}

#[test]
fn every_file_belongs_to_a_layer() {
    let known: BTreeSet<&str> = LAYERS.iter().map(|(layer, _)| *layer).collect();
    let found: BTreeSet<String> = sources().into_iter().map(|source| source.layer).collect();
    let top = ["lib", "main"];
    for layer in &found {
        assert!(known.contains(layer.as_str()) || top.contains(&layer.as_str()), "src/{layer}");
    }
    assert!(known.iter().all(|layer| found.contains(*layer)), "a layer without a file");
    // Each may use only what stands below it in the table: the picture has no circle.
    for (index, (layer, used)) in LAYERS.iter().enumerate() {
        let below: BTreeSet<&str> = LAYERS[index + 1..].iter().map(|(layer, _)| *layer).collect();
        assert!(used.iter().all(|used| below.contains(used)), "{layer}");
    }
}

#[test]
fn arrows_only_point_down() {
    for source in sources() {
        let Some((_, allowed)) = LAYERS.iter().find(|(layer, _)| *layer == source.layer) else {
            continue;
        };
        for used in names_after(&source.code, "crate::") {
            let fine = used == source.layer || allowed.contains(&used) || used.is_empty();
            assert!(fine, "src/{} uses {used}", source.path);
        }
        // A group import would hide the layers it names.
        assert!(!source.code.contains("crate::{"), "src/{}: one layer an import", source.path);
    }
}

#[test]
fn every_tool_has_its_keeper() {
    for source in sources() {
        for (tool, keepers) in KEEPERS {
            // `serde_json::…`, and not `present::csv::…`.
            let named = source.code.match_indices(&format!("{tool}::")).any(|(at, _)| {
                let before = source.code[..at].chars().next_back();
                before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':')
            });
            let fine = !named || keepers.contains(&source.layer.as_str());
            assert!(fine, "src/{} names {tool}", source.path);
        }
    }
}

#[test]
fn only_the_command_touches_the_outside() {
    for source in sources().iter().filter(|s| s.layer != "cli" && s.layer != "main") {
        for (named, reason) in OUTSIDE {
            let sound = SOUND.iter().any(|(path, what, _)| *path == source.path && *what == named);
            assert!(sound || !mentions(&source.code, named), "src/{}: {reason}", source.path);
        }
    }
    for (path, named, _) in SOUND {
        let source = sources().into_iter().find(|source| source.path == path).unwrap();
        assert!(mentions(&source.code, named), "{path} no longer needs its exception");
    }
}

/// What people do at the table is input, too, and so is the trial that somebody asks to see: these say why it cannot
/// be done.
const AT_THE_TABLE: [&str; 3] =
    ["engine/alternating/game.rs", "engine/alternating/talks.rs", "montecarlo/replay.rs"];

/// Bad input is stopped at the door: whoever plays or sums up has no error to return. And nothing
/// anywhere goes through a table whose order changes from run to run.
#[test]
fn play_cannot_fail_and_has_one_order() {
    for source in sources() {
        if ["engine", "montecarlo", "math", "stream"].contains(&source.layer.as_str()) {
            let answers = AT_THE_TABLE.contains(&source.path.as_str());
            let fails = source.code.contains("-> Result");
            assert!(fails == answers, "src/{} returns a Result, or need not", source.path);
        }
        for table in ["HashMap", "HashSet"] {
            assert!(!mentions(&source.code, table), "src/{}: {table} has no order", source.path);
        }
    }
}
