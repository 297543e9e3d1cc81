//! `zopa verify RESULTS`: are these the results of that study? A sample of the cases is played again
//! and held against the files, bit by bit.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::results::{LINES, MANIFEST, TABLE};
use super::target::Target;
use crate::cli::exit::{Exit, Failure};
use crate::cli::input::parent;
use crate::cli::output::print_text;
use crate::present::study::ResultTable;
use crate::results::study::{CaseLine, Manifest};
use crate::stream::{Purpose, Seed, StreamKey};
use crate::text::{WIDTH, wrap};

/// Is this a study's results, rather than a scenario?
pub(crate) fn is_results(path: &Path) -> bool {
    path.is_dir()
        || path.file_name().is_some_and(|name| name == TABLE || name == LINES || name == MANIFEST)
}

/// Plays `sample` cases again, chosen by `seed`.
pub(crate) fn verify(path: &Path, sample: u64, seed: u64) -> Result<Exit, Failure> {
    let folder = folder(path);
    let target = Target::read(folder, None)?;
    let manifest = text(folder, MANIFEST)?;
    let unreadable = |error: serde_json::Error| {
        Failure::invalid(format!("{}: {error}", folder.join(MANIFEST).display()))
    };
    let manifest: Value = serde_json::from_str(&manifest).map_err(unreadable)?;
    let version = manifest["zopa_version"].as_str().unwrap_or("another version");
    if version != env!("CARGO_PKG_VERSION") {
        return Err(Failure::invalid(format!(
            "these results are of zopa {version}, and this is zopa {}: verify them with the \
                 version that made them",
            env!("CARGO_PKG_VERSION")
        )));
    }
    let manifest: Manifest = serde_json::from_value(manifest).map_err(unreadable)?;
    let mut said = wrap(&target.study.title, WIDTH).join("\n") + "\n";
    let mut sound = true;
    let mut check = |fine: bool, what: &str| {
        sound &= fine;
        said += &format!("  {}   {what}\n", if fine { "same     " } else { "DIFFERENT" });
    };
    let fingerprint = manifest.fingerprint == target.study.fingerprint;
    check(fingerprint, "the study and its scenarios are those of the manifest");
    let (table, lines) = (text(folder, TABLE)?, text(folder, LINES)?);
    for (name, text) in [(TABLE, &table), (LINES, &lines)] {
        let hash = blake3::hash(text.as_bytes()).to_hex();
        let fine = manifest.files.get(name).map(String::as_str) == Some(hash.as_str());
        check(fine, &format!("{name} is the file of the manifest"));
    }
    if fingerprint {
        let lines: Vec<&str> = lines.lines().collect();
        let rows: Vec<&str> = table.lines().skip(1).collect();
        let cases = chosen(lines.len(), sample, seed);
        let wrong = cases.iter().find(|&&at| !same(&target, lines[at], rows.get(at).copied()));
        let played = cases.len();
        match wrong {
            None => check(true, &format!("{played} cases played again, in both files")),
            Some(at) => check(false, &format!("a case played again: {LINES}, line {}", at + 1)),
        }
    }
    said += if sound {
        "the results are what this zopa makes of the study\n"
    } else {
        "THE RESULTS ARE NOT what this zopa makes of the study\n"
    };
    print_text(&said)?;
    Ok(if sound { Exit::Ok } else { Exit::NotMet })
}

/// The folder of results that a path names, or a file in it.
pub(crate) fn folder(path: &Path) -> &Path {
    if path.is_dir() { path } else { parent(path) }
}

fn text(folder: &Path, name: &str) -> Result<String, Failure> {
    let path = folder.join(name);
    fs::read_to_string(&path).map_err(|error| Failure::unreadable(path.display(), &error))
}

/// So many of the lines, each at most once, in order.
fn chosen(lines: usize, sample: u64, seed: u64) -> Vec<usize> {
    let mut left: Vec<usize> = (0..lines).collect();
    let mut chance = StreamKey::new(Seed(seed), Purpose::Design, "verify").over_worlds(0);
    let mut chosen = Vec::new();
    while !left.is_empty() && (chosen.len() as u64) < sample {
        let at = (chance.uniform() * left.len() as f64) as usize;
        chosen.push(left.swap_remove(at.min(left.len() - 1)));
    }
    chosen.sort_unstable();
    chosen
}

/// Is the case of this line, played again, the same in both files?
fn same(target: &Target, line: &str, row: Option<&str>) -> bool {
    let case = serde_json::from_str::<Value>(line).ok().and_then(|line| line["case"].as_u64());
    let Some(case) = case.filter(|case| *case < target.study.cases()) else { return false };
    let record = target.study.play(case);
    let mut table = Vec::new();
    let written = ResultTable::new(&target.study, &mut table)
        .and_then(|mut table| table.push(&record).and_then(|()| table.finish()));
    let table = String::from_utf8_lossy(&table);
    written.is_ok()
        && table.lines().nth(1) == row
        && CaseLine::new(&target.study, &record).text() == line
}
