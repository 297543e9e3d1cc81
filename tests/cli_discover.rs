//! `zopa discover` as its users meet it.

use std::process::Output;

use serde_json::Value;

use crate::cli_run::{File, assert_fails, code, stderr, stdout, zopa};
use crate::cli_study::Place;

const FLAGSHIP: &str = "scenarios/white-house-2025.toml";

fn discover(file: &str, more: &[&str]) -> Output {
    zopa(&[&["discover", file], more].concat())
}

fn parsed(file: &str, more: &[&str]) -> Value {
    let output = discover(file, &[&["--json"], more].concat());
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The terminal's text, every line of it within 80 columns and without blanks at its end.
fn drawn(file: &str, more: &[&str]) -> String {
    let output = discover(file, more);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    for line in stdout(&output).lines() {
        assert!(line.chars().count() <= 80, "{line}");
        assert_eq!(line.trim_end(), line);
    }
    stdout(&output).to_owned()
}

/// A case for every k: three inputs spread by the golden ratio and its like, and a category.
fn case(k: u32) -> ([f64; 3], &'static str) {
    let part = |step: f64| (f64::from(k) * step).fract();
    let mood = ["calm", "tense", "hostile"][k as usize % 3];
    ([part(0.618_033_988_749), part(0.754_877_666_246), part(0.569_840_290_998)], mood)
}

/// 900 cases in which `good` is 1 inside a box and 0 outside, written to a file.
fn table(name: &str, good: impl Fn([f64; 3], &str) -> bool) -> File {
    let mut text = String::from("case,a,b,c,mood,good\n");
    for k in 0..900 {
        let (x, mood) = case(k);
        let good = u8::from(good(x, mood));
        text += &format!("n{k},{},{},{},{mood},{good}\n", x[0], x[1], x[2]);
    }
    File::new(name, &text)
}

const GOOD: [&str; 4] = ["--where", "good>=1", "--resamples", "10"];

#[test]
fn a_planted_box_is_recovered() {
    let file = table("planted.csv", |x, _| x[0] > 0.6 && x[1] < 0.5);
    let found = parsed(file.path(), &GOOD);
    let own = &found["result"]["discovery"]["boxes"][0]["told"];
    assert!(own["density"].as_f64().unwrap() > 0.97 && own["coverage"].as_f64().unwrap() > 0.85);
    let restrictions = own["restrictions"].as_array().unwrap();
    assert_eq!(restrictions.len(), 2, "{own:#}");
    assert!((restrictions[0]["at_least"].as_f64().unwrap() - 0.6).abs() < 0.05);
    assert!((restrictions[1]["at_most"].as_f64().unwrap() - 0.5).abs() < 0.05);
    assert!(restrictions.iter().all(|r| r["returned"].as_f64().unwrap() > 0.8));
    // 900 names are no categories.
    assert_eq!(found["result"]["discovery"]["left_out"][0]["input"], "case");
    let text = drawn(file.path(), &GOOD);
    assert!(text.contains("- a is at least 0.") && text.contains("- b is at most 0."), "{text}");
}

#[test]
fn categories_make_boxes_too() {
    let file = table("moods.csv", |x, mood| mood != "hostile" && x[2] > 0.5);
    let own = &parsed(file.path(), &GOOD)["result"]["discovery"]["boxes"][0]["told"];
    let kept = own["restrictions"].as_array().unwrap();
    let moods = kept.iter().find(|restriction| restriction["input"] == "mood").unwrap();
    assert_eq!(moods["one_of"], serde_json::json!(["calm", "tense"]));
    assert!(drawn(file.path(), &GOOD).contains("mood is calm or tense"));
}

/// What narrows the flagship's box is among what explains most of the variance.
#[test]
fn the_flagships_box_is_of_its_drivers() {
    // Whether losses are quadratic would decide nearly all.
    let trials = ["--worlds", "2000", "--histories", "25", "--set", "model.loss=linear"];
    let found = parsed(FLAGSHIP, &[trials.as_slice(), &["--resamples", "4"]].concat());
    let run = zopa(&[&["run", FLAGSHIP, "--json"], trials.as_slice()].concat());
    let run: Value = serde_json::from_slice(&run.stdout).unwrap();
    let drivers: Vec<&str> = run["result"]["inputs"].as_array().unwrap()[..12]
        .iter()
        .filter_map(|i| i["path"].as_str())
        .collect();
    let own = &found["result"]["discovery"]["boxes"][0]["told"];
    let paths: Vec<&str> = own["restrictions"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|restriction| restriction["input"].as_str())
        .collect();
    let shared = paths.iter().filter(|path| drivers.contains(path)).count();
    assert!(shared * 2 >= paths.len() && paths.contains(&drivers[0]), "{paths:?} {drivers:?}");
    assert!(own["density"].as_f64().unwrap() > 0.35);
}

#[test]
fn threads_change_nothing_and_a_table_says_what_its_scenario_said() {
    let trials = ["--worlds", "300", "--histories", "5"];
    let more = |threads| [trials.as_slice(), &["--resamples", "6", "--threads", threads]].concat();
    let file = "scenarios/two-party.toml";
    let one = discover(file, &[more("1").as_slice(), &["--json"]].concat());
    let three = discover(file, &[more("3").as_slice(), &["--json"]].concat());
    assert_eq!(stdout(&one), stdout(&three));
    let worlds = zopa(&[&["run", file, "--csv"], trials.as_slice()].concat());
    let worlds = File::new("worlds.csv", stdout(&worlds));
    let table = parsed(worlds.path(), &["--resamples", "6"]);
    let played: Value = serde_json::from_slice(&one.stdout).unwrap();
    // All but the titles of inputs, which a table does not have.
    let steps = |document: &Value| -> Vec<Value> {
        let mut steps = document["result"]["discovery"]["boxes"][0]["trajectory"].clone();
        for step in steps.as_array_mut().unwrap() {
            for limit in step["restrictions"].as_array_mut().unwrap() {
                limit.as_object_mut().unwrap().remove("title").unwrap();
            }
        }
        steps.as_array().unwrap().clone()
    };
    assert!(steps(&table).len() > 2);
    assert_eq!(steps(&table), steps(&played));
    assert_eq!(table["result"]["discovery"]["interest"], played["result"]["discovery"]["interest"]);
}

#[test]
fn outputs_fit_and_parse() {
    let trials = ["--worlds", "300", "--histories", "5", "--resamples", "5", "--boxes", "3"];
    let text = drawn(FLAGSHIP, &trials);
    assert!(text.contains("Looked for: worlds with “signed” at least"), "{text}");
    drawn(FLAGSHIP, &[trials.as_slice(), &["--below", "--outcome", "leaders-meet"]].concat());
    drawn(FLAGSHIP, &[trials.as_slice(), &["--density", "0.6", "--variant", "pressure"]].concat());
    let output = discover("scenarios/two-party.toml", &[trials.as_slice(), &["--csv"]].concat());
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    assert_eq!(&reader.headers().unwrap()[4], "input");
    assert!(reader.records().map(Result::unwrap).count() > 0);
}

#[test]
fn mistakes_of_the_command_line_are_told() {
    let file = table("usage.csv", |x, _| x[0] > 0.6);
    let path = file.path();
    assert_fails(&discover("none.csv", &[]), 1, "cannot read none.csv");
    assert_fails(&discover("none.toml", &[]), 1, "cannot read none.toml");
    assert_fails(&discover(path, &["--where", "good"]), 2, "neither “>=” nor “<=”");
    assert_fails(&discover(path, &["--where", "good>=x"]), 2, "“x” is not a number");
    assert_fails(&discover(path, &["--where", "good>=1", "--outcome", "a"]), 2, "name one");
    assert_fails(&discover(path, &["--where", "good>=1", "--below"]), 2, "--below");
    assert_fails(&discover(path, &["--coverage", "1.5"]), 2, "between 0 and 1");
    assert_fails(
        &discover(path, &["--worlds", "9"]),
        2,
        "--worlds has no effect on a table, which has been played",
    );
    assert_fails(&discover(path, &["--inputs", "good", "--outcome", "good"]), 2, "the outcome");
    assert_fails(&discover(FLAGSHIP, &["--lever", "x"]), 2, "rows of a table");
    assert_fails(&discover(path, &["--boxes", "0"]), 2, "--boxes");
}

#[test]
fn tables_that_cannot_be_searched_are_refused() {
    let refused = |name: &str, text: &str, more: &[&str], says: &str| {
        let file = File::new(name, text);
        assert_fails(&discover(file.path(), more), 3, says);
    };
    let rows = |row: &str, count: usize| format!("a,signed\n{}", format!("{row}\n").repeat(count));
    refused("empty.csv", "", &[], "the table is empty");
    refused("head.csv", "a,signed\n", &[], "no row below it");
    refused("ragged.csv", "a,signed\n1,2\n3\n", &[], "ragged.csv:3: this row has 1 fields");
    refused("twice.csv", "a,a\n1,2\n", &[], "two columns are called `a`");
    refused("few.csv", "a,signed\n1,0\n2,1\n", &[], "too few");
    refused("text.csv", "a,signed\n1,0\n2,yes\n", &["--inputs", "a"], "too few");
    let text = (0..150).map(|i| format!("{i},{}\n", if i == 7 { "yes" } else { "0" }));
    let text = format!("a,signed\n{}", text.collect::<String>());
    refused("yes.csv", &text, &[], "yes.csv:9: `signed` must be a number, but is “yes”");
    refused("nan.csv", &text.replace("yes", "NaN"), &[], "must be a number");
    refused("same.csv", &text.replace("yes", "0"), &[], "is 0 in every case");
    let odds = text.replace("yes", "1");
    refused("none.csv", &odds, &["--where", "signed>=2"], "no case is of interest");
    refused("all.csv", &odds, &["--where", "signed>=0"], "every case is of interest");
    refused("column.csv", &odds, &["--outcome", "singed"], "did you mean `signed`?");
    refused("names.csv", &odds, &["--outcome", "xyz"], "the columns are a, signed");
    refused("inputs.csv", &odds, &["--inputs", "q"], "--inputs: there is no column `q`");
    refused("constant.csv", &rows("1,0", 120), &[], "no column is an input that varies");
    refused("gap.csv", &odds.replace("\n3,", "\n,"), &[], "gap.csv:5: `a` is empty");
    let latin = File::new("latin.csv", "");
    std::fs::write(&latin.0, b"a,signed\n1,\xff\n").unwrap();
    assert_fails(&discover(latin.path(), &[]), 3, "not UTF-8");
}

const LEVERS: &str = "future,aid,signed\n1,none,0.1\n1,much,0.4\n2,none,0.3\n2,much,0.2\n";

#[test]
fn levers_have_regrets() {
    let file = File::new("levers.csv", LEVERS);
    let with = ["--lever", "aid", "--where", "signed>=0.2"];
    let found = parsed(file.path(), &with);
    assert_eq!(found["result"]["choices"]["futures"], 2);
    let largest =
        |at: usize| found["result"]["choices"]["settings"][at]["largest_regret"].as_f64().unwrap();
    assert!((largest(0) - 0.3).abs() < 1e-12 && (largest(1) - 0.1).abs() < 1e-12);
    assert_eq!(found["result"]["choices"]["minimax_regret"], serde_json::json!(["much"]));
    assert_eq!(found["result"]["choices"]["settings"][1]["satisfices_in"], 2);
    assert!(drawn(file.path(), &with).contains("Least largest regret: “much”."));
    let csv = discover(file.path(), &[with.as_slice(), &["--csv"]].concat());
    assert_eq!(csv::Reader::from_reader(csv.stdout.as_slice()).records().count(), 2);
    let tied = File::new("tied.csv", &LEVERS.replace("0.4", "0.2"));
    assert!(drawn(tied.path(), &["--lever", "aid"]).contains("tied: “none”, “much”"));
}

#[test]
fn levers_need_every_setting_in_every_future() {
    let holes = File::new("holes.csv", &LEVERS.replace("2,much,0.2\n", ""));
    let output = discover(holes.path(), &["--lever", "aid"]);
    assert_fails(&output, 3, "missing for example the setting much in the future future = 2");
    let twice = File::new("again.csv", &format!("{LEVERS}2,much,0.5\n"));
    assert_fails(&discover(twice.path(), &["--lever", "aid"]), 3, "again.csv:6: the same setting");
    assert_fails(&discover(twice.path(), &["--lever", "aids"]), 3, "did you mean `aid`?");
    assert_fails(&discover(twice.path(), &["--lever", "signed"]), 2, "names the outcome");
}

/// Two levers and three unknowns, small enough to be played here.
const STUDY: &str = r#"
title = "Whose patience pays?"
scenarios = ["two-party.toml"]
outputs = ["signed"]
play = { worlds = 10, histories = 4 }
design = { kind = "latin-hypercube", points = 30 }
[factors.wells]
variants = ["none", "good-wells"]
role = "lever"
[factors.lower]
title = "Patience of Lower Ardo"
path = "parties.lower.concession_speed"
values = [0.3, 1]
role = "lever"
[factors.upper]
path = "parties.upper.outside.reservation"
range = [0.2, 0.6]
role = "uncertainty"
"#;

/// The manifest of a study says what its columns are: its levers are compared over its futures, and
/// boxes are looked for among all its factors, in its own words.
#[test]
fn a_study_is_compared_and_searched_without_more_words() {
    let place = Place::with(STUDY);
    assert_eq!(code(&place.study("run", &[])), 0);
    let folder = place.at("study.results");
    let text = drawn(&folder, &[]);
    assert!(text.starts_with("Whose patience pays?\n4 settings of wells × lower in 30 futures"));
    assert!(text.contains("Least largest regret: “wells="), "{text}");
    assert!(text.contains("120 cases, 3 inputs"), "{text}");
    assert_eq!(text, drawn(&format!("{folder}/results.csv"), &[]));
    assert_eq!(text, drawn(&format!("{folder}/manifest.json"), &["--threads", "1"]));
    let found = parsed(&folder, &[]);
    // By hand from the table: the largest regret of every setting.
    let mut reader = csv::Reader::from_path(format!("{folder}/results.csv")).unwrap();
    let head = reader.headers().unwrap().clone();
    let at = |name: &str| head.iter().position(|own| own == name).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let odds = |row: &csv::StringRecord| row[at("signed")].parse::<f64>().unwrap();
    let settings = found["result"]["choices"]["settings"].as_array().unwrap();
    assert_eq!(settings.len(), 4);
    for setting in settings {
        let names = setting["setting"].as_array().unwrap();
        let own = rows.iter().filter(|row| {
            row[at("wells")] == *names[0].as_str().unwrap()
                && row[at("lower")] == *names[1].as_str().unwrap()
        });
        let regret = own.map(|row| {
            let rivals = rows.iter().filter(|other| other[at("upper")] == row[at("upper")]);
            rivals.map(odds).fold(0.0, f64::max) - odds(row)
        });
        let largest = regret.fold(0.0, f64::max);
        assert!((setting["largest_regret"].as_f64().unwrap() - largest).abs() < 1e-12);
    }
    let boxes = discover(&folder, &["--csv"]);
    assert!(stdout(&boxes).starts_with("box,"), "{}", stdout(&boxes));
    let choices = discover(&folder, &["--csv", "--lever", "wells", "--lever", "lower"]);
    assert!(stdout(&choices).starts_with("wells,lower,largest_regret"), "{}", stdout(&choices));
    assert_fails(&discover(&folder, &["--worlds", "5"]), 2, "has been played");
}

/// Settings are told apart by their values, however long the levers' names are.
#[test]
fn settings_are_told_apart() {
    let head = "carrot_of_the_mediator,guarantee_of_the_great_power,text_shift,future,signed\n";
    let mut table = head.to_owned();
    for carrot in ["0.05", "0.1"] {
        for guarantee in ["0", "40", "80"] {
            for future in 0..3 {
                table +=
                    &format!("{carrot},{guarantee},none,{future},0.{future}{}\n", carrot.len());
            }
        }
    }
    let file = File::new("long-levers.csv", &table);
    let levers = ["carrot_of_the_mediator", "guarantee_of_the_great_power", "text_shift"];
    let levers: Vec<&str> = levers.iter().flat_map(|lever| ["--lever", lever]).collect();
    let text = drawn(file.path(), &levers);
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let text = text.split("regret: how much").next().unwrap();
    for value in ["=0.05", "=0.1", "=0 ", "=40", "=80"] {
        assert!(text.contains(value) || text.contains(&format!("{}\n", value.trim())), "{text}");
    }
}

/// Where most cases are equal no quarter can be parted off, and nobody says that one was.
#[test]
fn a_quarter_that_ties_forbid_is_not_claimed() {
    let mut table = "x,signed\n".to_owned();
    for case in 0..200 {
        table += &format!("{case},{}\n", u8::from(case >= 26));
    }
    let file = File::new("ties.csv", &table);
    let text = drawn(file.path(), &[]);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(!text.contains("about a quarter"), "{text}");
    assert!(text.contains("a quarter cannot be parted off: too many are equal"), "{text}");
    assert_eq!(
        parsed(file.path(), &[])["result"]["discovery"]["interest"]["about_a_quarter"],
        false
    );
}

#[test]
fn a_study_that_is_small_unfinished_or_partly_invalid_is_told_so() {
    let place = Place::with(&STUDY.replace("points = 30", "points = 5"));
    assert_eq!(code(&place.study("run", &[])), 0);
    let few = discover(&place.at("study.results"), &[]);
    assert_eq!(code(&few), 0);
    assert!(stderr(&few).contains("20 cases are too few"), "{}", stderr(&few));
    assert!(stdout(&few).contains("4 settings") && !stdout(&few).contains("Box"));
    let place = Place::with(STUDY);
    assert_eq!(code(&place.study("run", &["--chunks", "0..119"])), 0);
    let torn = discover(&place.at("study.results"), &[]);
    assert_eq!(code(&torn), 3);
    assert!(stderr(&torn).contains("zopa study resume"), "{}", stderr(&torn));
    assert!(stderr(&torn).contains("the table is not complete"), "{}", stderr(&torn));
    assert_fails(&discover(&place.at(""), &[]), 1, "has to be that of a study's results");
    place.write("study.results/manifest.json", "{}");
    assert_fails(&discover(&place.at("study.results"), &[]), 3, "is no manifest of a study");
}

/// A hundred and twenty cases: `a` above 0.6 is of interest.
fn spreadsheet(separator: &str, comma: &str) -> String {
    let mut text = ["x.a", "x.b", "signed"].join(separator) + "\n";
    for case in 0..120_u32 {
        let (a, b) = (case * 37 % 120, case * 71 % 120);
        let number = |of: u32| {
            let digits = format!("{:.3}", f64::from(of) / 120.0).replace('.', comma);
            if separator == comma { format!("\"{digits}\"") } else { digits }
        };
        let fields = [number(a), number(b), u32::from(a > 72).to_string()];
        text += &(fields.join(separator) + "\n");
    }
    text
}

/// A table as a European spreadsheet saves it says what the same table with points says.
#[test]
fn decimal_commas_are_numbers_between_semicolons() {
    let told = |name: &str, text: &str| {
        let file = File::new(name, text);
        let output = discover(file.path(), &["--resamples", "5"]);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        stdout(&output).replace(file.path(), "FILE")
    };
    let points = told("points.csv", &spreadsheet(",", "."));
    assert!(points.contains("x.a"), "{points}");
    assert_eq!(told("commas.csv", &spreadsheet(";", ",")), points);
    assert_eq!(told("sep.csv", &format!("\u{feff}sep=;\n{}", spreadsheet(";", ","))), points);
    for (name, separator) in [("tabs.csv", "\t"), ("quoted.csv", ",")] {
        let file = File::new(name, &spreadsheet(separator, ","));
        assert_fails(
            &discover(file.path(), &[]),
            3,
            ":2: `x.a` must be a number, but is “0,000”; write 0.000, or save the table with \
             semicolons between its columns",
        );
    }
}
