//! Every option of every verb, in everything the verb does: it counts there, or it is refused. An option that
//! is left out in silence would let somebody believe a figure that was never asked for.

use std::collections::BTreeSet;

use crate::cli_run::{File, code, stderr, stdout, zopa};
use crate::cli_study::Place;

/// The long options that `zopa VERB --help` lists.
fn options(verb: &str) -> BTreeSet<String> {
    let words: Vec<&str> = verb.split(' ').collect();
    let output = zopa(&[&words[..], &["--help"]].concat());
    assert_eq!(code(&output), 0, "{verb}");
    let listed = stdout(&output).lines().map(str::trim).filter(|line| line.starts_with('-'));
    let names =
        listed.filter_map(|line| line.split([' ', ',']).find(|word| word.starts_with("--")));
    let names = names.map(|name| name.trim_end_matches('.').to_owned());
    names.filter(|name| name != "--help").collect()
}

/// What a verb does with its options in one of the things it does.
struct Mode<'a> {
    verb: &'a str,
    /// What is asked for.
    asked: Vec<String>,
    /// Options that have an effect.
    count: &'a [&'a str],
    /// Options that are refused, each with a value where it takes one.
    refused: &'a [&'a [&'a str]],
}

fn check(modes: &[Mode<'_>]) {
    for Mode { verb, asked, count, refused } in modes {
        let named: BTreeSet<String> = count
            .iter()
            .copied()
            .chain(refused.iter().map(|option| option[0]))
            .map(str::to_owned)
            .collect();
        assert_eq!(
            named,
            options(verb),
            "zopa {verb} {asked:?}: every option counts or is refused"
        );
        let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
        for option in *refused {
            let output = zopa(&[&[*verb], &asked[..], option].concat());
            assert_eq!(code(&output), 2, "zopa {verb} {asked:?} {option:?}: {}", stderr(&output));
            assert!(stderr(&output).contains(option[0]), "{option:?}: {}", stderr(&output));
            assert_eq!(stdout(&output), "", "{option:?}");
        }
    }
}

fn words(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

const FILE: &str = "scenarios/two-party.toml";

#[expect(clippy::too_many_lines, reason = "a table of every verb's options")]
#[test]
fn every_option_of_a_verb_with_several_modes_counts_or_is_refused() {
    let place = Place::with(crate::cli_study::SMALL);
    assert_eq!(code(&place.study("run", &[])), 0);
    let results = place.at("study.results");
    let table = format!("{results}/results.csv");
    let copy = File::new("options-table.csv", &std::fs::read_to_string(&table).unwrap());
    let trial = ["--trial", "--variant", "--set", "--histories", "--seed", "--json"];
    let drivers_always =
        ["--variant", "--set", "--of", "--histories", "--seed", "--threads", "--json", "--csv"];
    let with = |own: &[&'static str]| -> Vec<&'static str> {
        drivers_always.into_iter().chain(own.iter().copied()).collect()
    };
    let tornado = with(&["--method", "--input", "--worlds"]);
    let morris = with(&["--method", "--input", "--trajectories"]);
    let sobol = with(&["--method", "--input", "--points"]);
    let breakeven = with(&["--breakeven", "--target", "--worlds"]);
    let lower = "parties.lower.outside.reservation";
    let report = ["--output", "--format", "--json"];
    check(&[
        Mode { verb: "explain", asked: words(FILE), count: &trial, refused: &[] },
        Mode {
            verb: "explain",
            asked: words("Z0102"),
            count: &[],
            refused: &[
                &["--trial", "3"],
                &["--variant", "x"],
                &["--set", "a=1"],
                &["--histories", "7"],
                &["--seed", "7"],
                &["--json"],
            ],
        },
        Mode {
            verb: "verify",
            asked: words(FILE),
            count: &["--variant", "--set", "--worlds", "--seed"],
            refused: &[&["--sample", "3"]],
        },
        Mode {
            verb: "verify",
            asked: vec![results.clone()],
            count: &["--sample", "--seed"],
            refused: &[&["--variant", "x"], &["--set", "a=1"], &["--worlds", "7"]],
        },
        Mode {
            verb: "drivers",
            asked: words(FILE),
            count: &tornado,
            refused: &[
                &["--range", "0.5"],
                &["--points", "64"],
                &["--trajectories", "8"],
                &["--target", "0.5"],
                &["--breakeven", lower],
            ],
        },
        Mode {
            verb: "drivers",
            asked: words("scenarios/two-party.toml --method morris"),
            count: &morris,
            refused: &[
                &["--range", "0.5"],
                &["--points", "64"],
                &["--worlds", "8"],
                &["--target", "0.5"],
                &["--breakeven", lower],
            ],
        },
        Mode {
            verb: "drivers",
            asked: words("scenarios/two-party.toml --method sobol"),
            count: &sobol,
            refused: &[
                &["--range", "0.5"],
                &["--worlds", "64"],
                &["--trajectories", "8"],
                &["--target", "0.5"],
                &["--breakeven", lower],
            ],
        },
        Mode {
            verb: "drivers",
            asked: words(&format!("{FILE} --breakeven {lower} --target 0.5")),
            count: &breakeven,
            refused: &[
                &["--range", "0.5"],
                &["--points", "64"],
                &["--trajectories", "8"],
                &["--method", "sobol"],
                &["--input", lower],
            ],
        },
        Mode {
            verb: "report",
            asked: words(FILE),
            count: &[
                "--variant",
                "--set",
                "--output",
                "--format",
                "--brief",
                "--live",
                "--worlds",
                "--histories",
                "--seed",
                "--threads",
                "--compare",
                "--variants",
                "--tornado",
                "--backtest",
                "--package",
                "--texts",
                "--json",
            ],
            refused: &[&["--of", "signed"], &["--full"], &["--on", "2026-03-01"], &["--as-it-is"]],
        },
        Mode {
            verb: "report",
            asked: vec![results.clone()],
            count: &report,
            refused: &[
                &["--variant", "x"],
                &["--set", "a=1"],
                &["--brief"],
                &["--full"],
                &["--live"],
                &["--worlds", "7"],
                &["--histories", "7"],
                &["--seed", "7"],
                &["--threads", "3"],
                &["--compare", "x"],
                &["--variants"],
                &["--tornado"],
                &["--of", "signed"],
                &["--backtest", "scenarios/cases"],
                &["--package", "water=50"],
                &["--texts", "texts.toml"],
                &["--on", "2026-03-01"],
                &["--as-it-is"],
            ],
        },
        Mode {
            verb: "discover",
            asked: words(FILE),
            count: &[
                "--variant",
                "--set",
                "--worlds",
                "--histories",
                "--seed",
                "--threads",
                "--outcome",
                "--where",
                "--below",
                "--inputs",
                "--boxes",
                "--coverage",
                "--density",
                "--resamples",
                "--json",
                "--csv",
            ],
            refused: &[&["--lever", "x"]],
        },
        Mode {
            verb: "discover",
            asked: vec![copy.path().to_owned()],
            count: &[
                "--seed",
                "--threads",
                "--outcome",
                "--where",
                "--below",
                "--inputs",
                "--boxes",
                "--coverage",
                "--density",
                "--resamples",
                "--lever",
                "--json",
                "--csv",
            ],
            refused: &[
                &["--variant", "x"],
                &["--set", "a=1"],
                &["--worlds", "7"],
                &["--histories", "7"],
            ],
        },
        Mode {
            verb: "discover",
            asked: vec![results.clone(), "--lever".to_owned(), "patience".to_owned()],
            // Threads never decide a figure.
            count: &[
                "--threads",
                "--outcome",
                "--where",
                "--below",
                "--inputs",
                "--lever",
                "--json",
                "--csv",
            ],
            refused: &[
                &["--variant", "x"],
                &["--set", "a=1"],
                &["--worlds", "7"],
                &["--histories", "7"],
                &["--seed", "7"],
                &["--boxes", "2"],
                &["--coverage", "0.4"],
                &["--density", "0.4"],
                &["--resamples", "3"],
            ],
        },
        Mode {
            verb: "map",
            asked: words(FILE),
            count: &[
                "--variant",
                "--set",
                "--issue",
                "--package",
                "--worlds",
                "--seed",
                "--threads",
                "--challenge",
                "--rounds",
                "--election",
                "--grid",
                "--json",
                "--csv",
            ],
            refused: &[&["--positions", "table.csv"]],
        },
        Mode {
            verb: "map",
            asked: words("--positions table.csv"),
            count: &[
                "--positions",
                "--challenge",
                "--rounds",
                "--election",
                "--grid",
                "--json",
                "--csv",
            ],
            refused: &[
                &["--variant", "x"],
                &["--set", "a=1"],
                &["--issue", "x"],
                &["--package", "x=1"],
                &["--worlds", "7"],
                &["--seed", "7"],
                &["--threads", "3"],
            ],
        },
    ]);
}

/// Combinations that cancel each other.
#[test]
fn options_that_undo_each_other_are_refused() {
    for (arguments, says) in [
        ("map scenarios/two-party.toml --issue wells --json", "--issue"),
        ("map scenarios/two-party.toml --issue wells --csv", "--issue"),
        ("report scenarios/two-party.toml --brief --full", "--full"),
        ("report scenarios/two-party.toml --json --brief", "--brief"),
        ("report scenarios/two-party.toml --format svg -o charts --brief", "--brief has no effect"),
        ("report scenarios/two-party.toml -o numbers.json --full", "--full has no effect"),
        ("backtest scenarios/cases/dayton-1995.toml --recalibration-worlds 50", "on a single case"),
        (
            "drivers scenarios/two-party.toml --input parties.upper.concession_speed=0.2..0.9 --range 0.2",
            "--range has no effect here",
        ),
        (
            "drivers scenarios/two-party.toml --breakeven parties.upper.concession_speed=0.2..0.9 --target 0.5 --range 0.2",
            "--range has no effect here",
        ),
    ] {
        let arguments: Vec<&str> = arguments.split(' ').collect();
        let output = zopa(&arguments);
        assert_eq!((code(&output), stdout(&output)), (2, ""), "{arguments:?}: {}", stderr(&output));
        assert!(stderr(&output).contains(says), "{arguments:?}: {}", stderr(&output));
    }
}

/// Nothing is written under a name that says it is something else.
#[test]
fn a_file_holds_what_its_name_says() {
    let place = Place::with(crate::cli_study::SMALL);
    let report = |more: &[&str]| {
        zopa(&[&["report", FILE, "--worlds", "20", "--histories", "3"][..], more].concat())
    };
    for name in ["r.docx", "r.pdf", "r.pptx", "r.svg", "r.txt", "r.PDF"] {
        let output = report(&["-o", &place.at(name)]);
        assert_eq!(code(&output), 2, "{name}");
        let said = stderr(&output);
        for way in [".html", ".md", ".json", "--format svg -o FOLDER"] {
            assert!(said.contains(way), "{name}: {said}");
        }
        assert!(!place.0.join(name).exists(), "{name}");
    }
    assert_eq!(code(&report(&["--format", "md", "-o", &place.at("m.html")])), 2);
    assert_eq!(code(&report(&["--format", "svg", "-o", &place.at("charts.svg")])), 2);
    assert_eq!(code(&report(&["-o", &place.at("numbers.json")])), 0);
    assert!(place.text("numbers.json").starts_with("{\n"), "JSON");
    assert_eq!(place.text("numbers.json"), stdout(&report(&["--json"])));
    assert_eq!(code(&report(&["-o", &place.at("page.HTM")])), 0);
    assert!(place.text("page.HTM").starts_with("<!DOCTYPE html>"));
    let refused = |arguments: &[&str], says: &str| {
        let output = zopa(arguments);
        assert_eq!(code(&output), 2, "{arguments:?}: {}", stderr(&output));
        assert!(stderr(&output).contains(says), "{arguments:?}: {}", stderr(&output));
    };
    let session = place.at("any.session");
    for of in [["debrief", &session], ["brief", "scenarios/two-party.toml"]] {
        refused(&[&of[..], &["--html", &place.at("d.docx")]].concat(), "a page ends in .html");
    }
    let xml = ["orchard.xml", "orchard_owner.xml", "orchard_tenant.xml"]
        .map(|name| format!("tests/data/genius/{name}"));
    let [domain, owner, tenant] = xml.each_ref().map(String::as_str);
    let out = place.at("o.xml");
    refused(&["import", "genius", domain, owner, tenant, "-o", &out], "a scenario ends in .toml");
    refused(
        &["study", "run", &place.at("study.toml"), "--out", &place.at("r.csv")],
        "into a folder",
    );
    refused(&["study", "run", &place.at("study.toml"), "--journal", &place.at("r.csv")], ".jsonl");
}
