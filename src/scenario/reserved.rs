//! Names that are taken: the links of the chain, the columns of results, what stands behind the columns
//! of intervals. A question, a factor or a variant of such a name could not be told from them in results,
//! after `--assert`, `--of` and `--where`, or among the outputs of a study. This is the only list of
//! them.

use super::suggest::{any_of, wrapped};

/// The links of the chain, as results and claims call them and as they may be written.
pub(crate) const LINKS: [&str; 7] =
    ["talks", "ground", "common-ground", "signed", "ratified", "carried-out", "holds"];

/// Columns of `results.csv` that are no factor and no output.
pub(crate) const OF_STUDIES: [&str; 9] = [
    "run_id",
    "case",
    "point",
    "scenario",
    "replication",
    "seed",
    "worlds",
    "histories",
    "stopped",
];

/// What a run and its tables call their own: the number of a world or of a future, the gain of its best
/// package, and whether there is a zone of agreement.
pub(crate) const OF_RUNS: [&str; 4] = ["world", "future", "gain", "zopa"];

/// What stands behind the name of an output in the columns of its intervals, `x_low` to `x_worlds_high`:
/// an output `x_worlds` would have the last two as well.
pub(crate) const ENDINGS: [&str; 3] = ["_low", "_high", "_worlds"];

/// The variant that is no variant: the file as it is.
pub(crate) const NO_VARIANT: &str = "none";

/// Why a name is taken, to stand at it; `None` where it is free. Capitals make no other name, nor does
/// `-` for `_`.
pub(crate) fn taken(name: &str) -> Option<&'static str> {
    let plain = |name: &str| name.to_lowercase().replace('-', "_");
    let is_one_of = |names: &[&str]| names.iter().any(|own| plain(own) == plain(name));
    if is_one_of(&LINKS) {
        Some("a link of the chain has this name")
    } else if is_one_of(&OF_STUDIES) || is_one_of(&OF_RUNS) {
        Some("results have a column of this name")
    } else if ENDINGS.iter().any(|ending| name.ends_with(ending)) {
        Some("results call the ends of intervals so")
    } else {
        None
    }
}

/// What to write instead of a taken name, and which names are taken. `known` are not free either.
pub(crate) fn help(name: &str, ending: &str, known: &[&str]) -> String {
    let stem = match ENDINGS.iter().find_map(|end| Some((name.strip_suffix(end)?, end))) {
        Some((stem, end)) if !stem.is_empty() => format!("{stem}{}", end.replace('_', "-")),
        _ => format!("{name}-{ending}"),
    };
    let is_free = |name: &str| !known.contains(&name) && taken(name).is_none();
    let numbered = (2..).map(|number| format!("{stem}-{number}"));
    let free = std::iter::once(stem.clone()).chain(numbered).find(|name| is_free(name));
    let all: Vec<&str> = LINKS.into_iter().chain(OF_STUDIES).chain(OF_RUNS).collect();
    wrapped(&format!(
        "write, say, `{}`; taken are {}, and names that end in {}",
        free.unwrap_or(stem),
        all.join(", "),
        any_of(&ENDINGS).replace('`', "")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::montecarlo::Link;

    #[test]
    fn every_link_is_taken() {
        for link in Link::ALL {
            assert!(LINKS.contains(&link.word()), "{}", link.word());
        }
    }

    #[test]
    fn what_is_taken_and_what_is_free() {
        for name in
            ["signed", "Signed", "common_ground", "run-id", "seed", "signed_low", "x_worlds"]
        {
            assert!(taken(name).is_some(), "{name}");
        }
        for name in ["signed-by-june", "price-low", "lower", "seeds", "none"] {
            assert_eq!(taken(name), None, "{name}");
        }
    }

    #[test]
    fn what_is_proposed_is_free() {
        assert!(help("holds", "in-time", &[]).starts_with("write, say, `holds-in-time`;"));
        let known = ["holds-in-time", "holds-in-time-2"];
        assert!(help("holds", "in-time", &known).starts_with("write, say, `holds-in-time-3`;"));
        assert!(help("x_low", "in-time", &[]).starts_with("write, say, `x-low`;"));
    }
}
