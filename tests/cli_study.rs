//! `zopa study` as its users meet it: which cases there are, what is written, and that the same study
//! gives the same bytes however it was played.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

use crate::cli_run::{code, stderr, stdout, zopa};

/// A folder for one test, taken away when the test ends.
pub(crate) struct Place(pub(crate) PathBuf);

impl Place {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("zopa-study-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/two-party.toml");
        fs::copy(scenario, path.join("two-party.toml")).unwrap();
        Self(path)
    }

    /// A place with a study in it, `study.toml`.
    pub(crate) fn with(study: &str) -> Self {
        let place = Self::new();
        place.write("study.toml", study);
        place
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).unwrap();
    }

    pub(crate) fn at(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    pub(crate) fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// `zopa study VERB study.toml`, with more arguments.
    pub(crate) fn study(&self, verb: &str, more: &[&str]) -> Output {
        let file = self.at("study.toml");
        zopa(&[&["study", verb, &file], more].concat())
    }

    /// The three files of the results in a folder.
    pub(crate) fn results(&self, folder: &str) -> [String; 3] {
        ["results.csv", "results.jsonl", "manifest.json"]
            .map(|name| self.text(&format!("{folder}/{name}")))
    }

    fn rows(&self) -> Vec<Vec<String>> {
        let mut reader = csv::Reader::from_path(self.0.join("study.results/results.csv")).unwrap();
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    /// A column of the table.
    fn column(&self, name: &str) -> Vec<String> {
        let mut reader = csv::Reader::from_path(self.0.join("study.results/results.csv")).unwrap();
        let at = reader.headers().unwrap().iter().position(|head| head == name).unwrap();
        reader.records().map(|row| row.unwrap()[at].to_owned()).collect()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Twelve cases of a few milliseconds each.
pub(crate) const SMALL: &str = r#"
title = "Does patience matter?"
scenarios = ["two-party.toml"]
[play]
worlds = 20
histories = 4
replications = 2
[factors.patience]
path = "parties.lower.concession_speed"
values = [0.2, 0.5, 1]
role = "lever"
[factors.wells]
variants = ["none", "good-wells"]
"#;

#[test]
fn a_study_is_its_cases_in_order() {
    let place = Place::with(SMALL);
    let output = place.study("run", &[]);
    assert_eq!((code(&output), stderr(&output)), (0, ""));
    let text = stdout(&output);
    assert!(text.starts_with("Does patience matter?\n12 of 12 cases · grid"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80 || line.starts_with("Results")));
    assert_eq!(place.rows().len(), 12);
    assert_eq!(place.column("case"), (0..12).map(|case| case.to_string()).collect::<Vec<_>>());
    // The last factor changes fastest, then the replication within it.
    assert_eq!(place.column("replication")[..4], ["0", "1", "0", "1"]);
    assert_eq!(place.column("seed")[..4], ["42", "43", "42", "43"]);
    assert_eq!(place.column("wells")[..4], ["none", "none", "good-wells", "good-wells"]);
    assert_eq!(place.column("patience")[..5], ["0.2", "0.2", "0.2", "0.2", "0.5"]);
}

/// A case of a study is the run that its row names: `zopa run` with the same values, seed and size.
#[test]
fn a_case_is_the_run_of_its_row() {
    let place = Place::with(SMALL);
    assert_eq!(code(&place.study("run", &[])), 0);
    let lines = place.text("study.results/results.jsonl");
    let scenario = place.at("two-party.toml");
    for line in lines.lines().step_by(5) {
        let case: Value = serde_json::from_str(line).unwrap();
        let patience = format!("parties.lower.concession_speed={}", case["factors"]["patience"]);
        let seed = case["seed"].to_string();
        let mut run = vec!["run", &scenario, "--worlds", "20", "--histories", "4", "--json"];
        run.extend(["--seed", &seed, "--set", &patience]);
        if case["factors"]["wells"] == "good-wells" {
            run.extend(["--variant", "good-wells"]);
        }
        let alone: Value = serde_json::from_slice(&zopa(&run).stdout).unwrap();
        for link in alone["result"]["chain"].as_array().unwrap() {
            let ours = &case["outputs"][link["id"].as_str().unwrap()];
            for key in ["value", "low", "high", "worlds_low", "worlds_high"] {
                assert_eq!(ours[key], link["estimate"][key], "{key} of {link}");
            }
        }
        assert_eq!(
            case["outputs"]["zopa"]["value"],
            alone["result"]["common_ground_worlds"]["value"]
        );
    }
}

#[test]
fn threads_change_no_byte() {
    let place = Place::with(SMALL);
    let results = ["1", "2", "5"].map(|threads| {
        let folder = place.at(threads);
        let output = place.study("run", &["--threads", threads, "--out", &folder]);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        place.results(threads)
    });
    assert_eq!(results[0], results[1]);
    assert_eq!(results[0], results[2]);
}

#[test]
fn chunks_are_a_function_of_the_study_and_the_range() {
    let place = Place::with(SMALL);
    let stream = |chunks: &str, threads: &str| {
        let output =
            place.study("run", &["--chunks", chunks, "--journal", "-", "--threads", threads]);
        assert_eq!((code(&output), stderr(&output)), (0, ""));
        stdout(&output).to_owned()
    };
    let whole = stream("0..12", "2");
    assert_eq!(whole.lines().count(), 13);
    let (first, second) = (stream("0..5", "1"), stream("5..12", "3"));
    let rest = second.split_once('\n').unwrap().1;
    assert_eq!(whole, format!("{first}{rest}"));
    assert_eq!(stream("4", "1").lines().nth(1), whole.lines().nth(5));
    for bad in ["", "x", "3..3", "5..2", "0..13", "13", "-1", "1..", "0..1..2"] {
        let output = place.study("run", &[&format!("--chunks={bad}")]);
        assert_eq!(code(&output), 2, "{bad}");
        assert!(stderr(&output).contains("this study has 12"), "{}", stderr(&output));
    }
}

#[test]
fn samples_levers_and_zips_make_the_cases_they_say() {
    let count = |design: &str, factors: &str| {
        let head = "title = \"t\"\nscenarios = [\"two-party.toml\"]\noutputs = [\"signed\"]\n\
                    play = { worlds = 2, histories = 2 }\n";
        let place = Place::with(&format!("{head}{design}\n{factors}"));
        let output = place.study("run", &[]);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        place
    };
    let lower = "[factors.lower]\npath = \"parties.lower.concession_speed\"\n";
    let upper = "[factors.upper]\npath = \"parties.upper.concession_speed\"\n";
    // A sample: each of the ten tenths of a range is hit once by ten points of a Latin hypercube.
    for kind in ["latin-hypercube", "sobol", "random"] {
        let design = format!("design = {{ kind = \"{kind}\", points = 10 }}");
        let place = count(&design, &format!("{lower}range = [0, 1]\n{upper}range = [1, 3]\n"));
        let values: Vec<f64> =
            place.column("lower").iter().map(|text| text.parse().unwrap()).collect();
        assert_eq!(values.len(), 10);
        let mut tenths: Vec<u32> = values.iter().map(|value| (value * 10.0) as u32).collect();
        tenths.sort_unstable();
        tenths.dedup();
        assert!(kind != "latin-hypercube" || tenths.len() == 10, "{values:?}");
        let upper = place.column("upper");
        assert!(upper.iter().all(|text| (1.0..=3.0).contains(&text.parse::<f64>().unwrap())));
    }
    // A lever meets every point.
    let design = "design = { kind = \"sobol\", points = 4 }";
    let levers = format!("{lower}range = [0, 1]\n{upper}values = [1, 2, 3]\nrole = \"lever\"\n");
    let place = count(design, &levers);
    assert_eq!(place.rows().len(), 12);
    assert_eq!(place.column("upper")[..4], ["1", "2", "3", "1"]);
    assert_eq!(place.column("lower")[0], place.column("lower")[2]);
    // What is zipped moves together; the rest is crossed.
    let zip = format!(
        "{lower}values = [0.1, 0.2]\nzip = \"z\"\n{upper}steps = 2\nrange = [1, 2]\nzip = \"z\"\n[factors.how]\nvariants = [\"none\", \"good-wells\"]\n"
    );
    let place = count("", &zip);
    assert_eq!(place.column("lower"), ["0.1", "0.1", "0.2", "0.2"]);
    assert_eq!(place.column("upper"), ["1", "1", "2", "2"]);
    // A list moves everything together, and steps have ends that are hit.
    let list = format!(
        "{lower}range = [0.1, 0.4]\nstep = 0.1\n{upper}distribution = [1, 2, 3]\nsteps = 4\n"
    );
    let place = count("design = { kind = \"list\" }", &list);
    assert_eq!(place.column("lower")[0], "0.1");
    assert_eq!(place.rows().len(), 4);
    let upper: Vec<f64> = place.column("upper").iter().map(|text| text.parse().unwrap()).collect();
    // Quantiles of a triangle at 1/8, 3/8, …: 1 + √(2 · u) below the mode.
    assert!((upper[0] - 1.5).abs() < 1e-12 && (upper[3] - 2.5).abs() < 1e-12, "{upper:?}");
}

#[test]
fn scaled_values_are_those_of_the_command_line() {
    let place = Place::with(
        "title = \"t\"\nscenarios = [\"two-party.toml\"]\noutputs = [\"signed\", \"value.lower\"]\n\
         play = { worlds = 10, histories = 4 }\n[factors.reservation]\n\
         path = \"parties.upper.outside.reservation\"\napply = \"shift\"\nvalues = [0, 0.05]\n",
    );
    assert_eq!(code(&place.study("run", &[])), 0);
    let scenario = place.at("two-party.toml");
    let set = "parties.upper.outside.reservation={ shift = 0.05 }";
    let run = ["run", &scenario, "--worlds", "10", "--histories", "4", "--json", "--set", set];
    let alone: Value = serde_json::from_slice(&zopa(&run).stdout).unwrap();
    let line = place.text("study.results/results.jsonl");
    let case: Value = serde_json::from_str(line.lines().nth(1).unwrap()).unwrap();
    assert_eq!(case["factors"]["reservation"], 0.05);
    assert_eq!(
        case["outputs"]["signed"]["value"],
        alone["result"]["chain"][2]["estimate"]["value"]
    );
    let parties = alone["result"]["parties"].as_array().unwrap();
    let lower = parties.iter().find(|party| party["id"] == "lower").unwrap();
    assert_eq!(case["outputs"]["value.lower"]["value"], lower["value_mean"]);
}

#[test]
fn a_table_gives_the_cases() {
    let study = "title = \"t\"\nscenarios = [\"two-party.toml\"]\noutputs = [\"signed\"]\n\
                 design = { kind = \"list\", table = \"cases.csv\" }\n\
                 play = { worlds = 2, histories = 2 }\n\
                 [factors.patience]\npath = \"parties.lower.concession_speed\"\n\
                 [factors.how]\nvariants = [\"none\", \"good-wells\"]\n";
    let place = Place::with(study);
    let says = |table: &str, expected: i32, what: &str| {
        place.write("cases.csv", table);
        let output = place.study("run", &[]);
        assert_eq!(code(&output), expected, "{}", stderr(&output));
        assert!(stderr(&output).contains(what), "{}", stderr(&output));
    };
    says("remark,patience,how\nfirst,0.3,\nsecond, 0.4 ,good-wells\n", 0, "");
    let table = place.text("study.results/results.csv");
    assert!(table.contains(",0.3,none,2,2,"), "{table}");
    assert!(table.contains(",0.4,good-wells,2,2,"), "{table}");
    says("", 3, "cases.csv has no column `patience`");
    says("patience,how\n", 3, "cases.csv has no rows");
    says("patience\n0.3\n", 3, "cases.csv has no column `how`");
    says("patience,how,how\n1,,\n", 3, "cases.csv has 2 columns `how`");
    says("patience,how\n0.3,\n,good-wells\n", 3, "cases.csv:3: `patience` is empty");
    says("patience,how\n0.3\n", 3, "cases.csv:2: this row has more or fewer cells");
    says("patience,how\n0.3,bad-wells\n", 3, "there is no variant `bad-wells`");
    says("patience,how\nlots,\n", 3, "`patience` does not fit two-party.toml");
    fs::remove_file(place.0.join("cases.csv")).unwrap();
    let output = place.study("run", &[]);
    assert_eq!(code(&output), 1);
    assert!(stderr(&output).contains("cases.csv"), "{}", stderr(&output));
}

/// Two values that are sound alone and not together: the case says so, and the others are played.
#[test]
fn a_case_that_makes_no_scenario_does_not_end_the_study() {
    let place = Place::with(
        "title = \"t\"\nscenarios = [\"two-party.toml\"]\noutputs = [\"signed\"]\n\
         play = { worlds = 2, histories = 2 }\n\
         [factors.horizon]\npath = \"clock.horizon\"\nvalues = [\"12 months\", \"900 months\"]\n\
         [factors.round]\npath = \"clock.round\"\nvalues = [\"1 week\", \"2 days\"]\n",
    );
    let output = place.study("run", &[]);
    assert_eq!(code(&output), 3, "{}", stderr(&output));
    assert!(stderr(&output).contains("1 cases have values that make no scenario"));
    assert_eq!(place.column("stopped")[3], "invalid");
    assert_eq!(place.column("signed")[3], "");
    let last: Value =
        serde_json::from_str(place.text("study.results/results.jsonl").lines().last().unwrap())
            .unwrap();
    assert!(last["failure"].as_str().unwrap().contains("rounds"), "{last}");
    assert_eq!(last["outputs"]["signed"], Value::Null);
}

#[test]
fn precision_ends_each_case() {
    let study = SMALL.replace("worlds = 20", "precision = 0.1").replace("replications = 2", "");
    let place = Place::with(&study);
    assert_eq!(code(&place.study("run", &[])), 0);
    assert!(place.column("stopped").iter().all(|stopped| stopped == "precision-reached"));
    let place = Place::with(&study.replace("precision = 0.1", "precision = 0.001\nworlds = 200"));
    let output = place.study("run", &[]);
    assert_eq!(code(&output), 4);
    assert!(stderr(&output).contains("6 cases did not reach the precision"), "{}", stderr(&output));
}

#[test]
fn status_tells_what_is_missing() {
    let place = Place::with(SMALL);
    let text = |verb: &str| stdout(&place.study(verb, &[])).to_owned();
    assert!(text("status").contains("done     0 of 12 cases (0%)"), "{}", text("status"));
    assert!(text("status").contains("zopa study run"));
    assert_eq!(code(&place.study("run", &["--chunks", "3..5"])), 0);
    let now = text("status");
    assert!(now.contains("done     2 of 12 cases (17%)"), "{now}");
    assert!(now.contains("missing  chunks 0..3, 5..12"), "{now}");
    assert!(now.contains("zopa study resume"), "{now}");
    let json = place.study("status", &["--json"]);
    let json: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["result"]["missing_chunks"], serde_json::json!([[0, 3], [5, 12]]));
    let output = place.study("resume", &[]);
    assert_eq!(code(&output), 0);
    assert!(stderr(&output).contains("2 of 12 cases are in the journal already"));
    let now = text("status");
    assert!(now.contains("done  12 of 12 cases (100%)"), "{now}");
    assert!(now.contains("zopa verify") && now.contains("study.results"), "{now}");
}

#[test]
fn results_are_verified_by_playing_again() {
    let place = Place::with(SMALL);
    assert_eq!(code(&place.study("run", &[])), 0);
    let folder = place.at("study.results");
    let verify = |path: &str| zopa(&["verify", path, "--sample", "12"]);
    for path in [folder.clone(), format!("{folder}/results.csv"), format!("{folder}/manifest.json")]
    {
        let output = verify(&path);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        assert!(stdout(&output).contains("12 cases played again, in both files"));
    }
    let change = |name: &str, from: &str, to: &str, says: &str| {
        let file = format!("study.results/{name}");
        let sound = place.text(&file);
        assert!(sound.contains(from), "{from}");
        place.write(&file, &sound.replacen(from, to, 1));
        let output = verify(&folder);
        assert_eq!(code(&output), 4, "{}{}", stdout(&output), stderr(&output));
        assert!(stdout(&output).contains(says), "{}", stdout(&output));
        place.write(&file, &sound);
    };
    change("results.csv", "all-worlds", "all-words", "DIFFERENT   results.csv is the file");
    change("results.jsonl", "\"seed\":42", "\"seed\":41", "DIFFERENT   results.jsonl is the file");
    change("inputs/study.toml", "worlds = 20", "worlds = 21", "DIFFERENT   the study and its");
    // Whoever mends the hashes too is found out by playing again.
    let table = place.text("study.results/results.csv");
    let changed = table.replace("all-worlds", "all-wolrds");
    let manifest = place.text("study.results/manifest.json");
    let hash = |text: &str| blake3::hash(text.as_bytes()).to_hex().to_string();
    place.write("study.results/results.csv", &changed);
    place.write("study.results/manifest.json", &manifest.replace(&hash(&table), &hash(&changed)));
    let output = verify(&folder);
    assert_eq!(code(&output), 4);
    assert!(stdout(&output).contains("DIFFERENT   a case played again"), "{}", stdout(&output));
}

/// The folder of results has all it was made from: the study may be gone.
#[test]
fn results_stand_alone() {
    let place = Place::with(SMALL);
    assert_eq!(code(&place.study("run", &["--chunks", "0..5"])), 0);
    fs::remove_file(place.0.join("study.toml")).unwrap();
    fs::remove_file(place.0.join("two-party.toml")).unwrap();
    let folder = place.at("study.results");
    let output = zopa(&["study", "resume", &folder]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert_eq!(code(&zopa(&["verify", &folder])), 0);
    let other = Place::with(SMALL);
    assert_eq!(code(&other.study("run", &[])), 0);
    assert_eq!(place.results("study.results"), other.results("study.results"));
}

/// Whatever stands at the head of a column of results may be neither a question's id nor a factor.
#[test]
fn the_columns_of_results_are_taken() {
    let study = "title = \"t\"\nscenarios = [\"two-party.toml\"]\n[play]\nworlds = 4\nhistories = 2\n\
                 [factors.FACTOR]\npath = \"parties.upper.concession_speed\"\nvalues = [0.5, 1]\n";
    let place = Place::with(&study.replace("FACTOR", "mood"));
    assert_eq!(code(&place.study("run", &[])), 0);
    let head = place.text("study.results/results.csv").lines().next().unwrap().to_owned();
    let own = |name: &&str| *name != "mood" && *name != "deal-by-spring";
    let mut tried = 0;
    for name in head.split(',').filter(own) {
        place.write("asking.toml", &crate::cli_run::asking(name));
        let output = zopa(&["check", &place.at("asking.toml")]);
        assert!(stderr(&output).contains("Z0211"), "{name}: {}", stderr(&output));
        let refused = zopa::scenario::load_study("s.toml", &study.replace("FACTOR", name));
        assert!(refused.unwrap_err().to_string().contains("Z0609"), "{name}");
        tried += 1;
    }
    assert!(tried > 30, "{head}");
}

/// A file that a study names and that is not there is shown where it is named.
#[test]
fn a_missing_scenario_is_told_with_its_place() {
    let place = Place::with(
        "title = \"t\"\nscenarios = [\"two-prty.toml\", '.\\two-party.toml']\n[factors.mood]\n\
         path = \"parties.upper.concession_speed\"\nvalues = [0.5, 1]\n",
    );
    let output = place.study("run", &[]);
    let folder = format!("{}/", place.0.display());
    let said = stderr(&output).replace(&folder, "");
    assert_eq!(code(&output), 1, "{said}");
    assert_eq!(
        format!("\n{said}"),
        r#"
error[Z0608]: cannot read two-prty.toml: No such file or directory (os error 2)
 --> study.toml:2:14
  |
2 | scenarios = ["two-prty.toml", '.\two-party.toml']
  |              ^^^^^^^^^^^^^^^
  |
  = help: it is looked for beside the study; did you mean `two-party.toml`?

error[Z0608]: cannot read .\two-party.toml: No such file or directory (os error 2)
 --> study.toml:2:31
  |
2 | scenarios = ["two-prty.toml", '.\two-party.toml']
  |                               ^^^^^^^^^^^^^^^^^^
  |
  = help: folders stand before a /, here and on Windows: write "./two-party.toml"
"#
    );
    let place = Place::with(
        "title = \"t\"\nscenarios = [\"two-party.toml\"]\ndesign = { kind = \"list\", table = \"cases.csv\" }\n\
         [factors.mood]\npath = \"parties.upper.concession_speed\"\n",
    );
    let output = place.study("run", &[]);
    let said = stderr(&output);
    assert!(
        said.contains("study.toml:3:1") && said.contains("it is looked for beside the study"),
        "{said}"
    );
}

/// A table of cases as a European spreadsheet saves it.
#[test]
fn a_table_of_cases_may_have_decimal_commas_between_semicolons() {
    let study = "title = \"t\"\nscenarios = [\"two-party.toml\"]\n\
                 design = { kind = \"list\", table = \"cases.csv\" }\n[play]\nworlds = 4\nhistories = 2\n\
                 [factors.mood]\npath = \"parties.upper.concession_speed\"\n\
                 [factors.aim]\npath = \"parties.lower.concession_speed\"\n";
    let place = Place::with(study);
    place.write("cases.csv", "\u{feff}mood;aim\r\n0,5;1\r\n1;0,25\r\n");
    let output = place.study("run", &[]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert_eq!(place.column("mood"), ["0.5", "1"]);
    assert_eq!(place.column("aim"), ["1", "0.25"]);
    let place = Place::with(study);
    place.write("cases.csv", "mood,aim\n\"0,5\",1\n");
    let said = place.study("run", &[]);
    assert!(
        stderr(&said).contains("cases.csv:2: `mood` is 0,5, which is no number")
            && stderr(&said)
                .contains("write 0.5, or save the table with semicolons between its columns"),
        "{}",
        stderr(&said)
    );
}
