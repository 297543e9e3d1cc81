//! Titles in any script, and titles that would command the terminal, in every verb: columns stand under one
//! another, no line is wider than a terminal of 80 columns, and nothing reaches it but text.

use std::process::Output;

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr;

use crate::cli_run::{code, stderr, stdout, zopa};
use crate::cli_study::Place;

/// What an author may call things: a title, two parties, an issue, two options, two anchors, a question, a
/// variant, an event, a factor of a study.
type Names = [String; 12];

/// Columns of a line, counted as full-screen programs do.
fn width(line: &str) -> usize {
    line.graphemes(true).map(UnicodeWidthStr::width).sum()
}

fn names(texts: [&str; 12]) -> Names {
    texts.map(str::to_owned)
}

/// Short names in scripts of any width: none has to be cut or wrapped.
fn wide() -> Names {
    names([
        "和平談判",
        "日本国",
        "한국",
        "ماء",
        "北の湾",
        "e\u{301}te\u{301}",
        "ничья",
        "все 🚢",
        "Ελλάς",
        "平和🕊\u{fe0f}",
        "שלום",
        "🇫🇷 ça",
    ])
}

/// Names of Latin letters that take as many columns, one for one.
fn plain() -> Names {
    let letters = "abcdefghijkl".chars();
    let same = |(name, letter): (String, char)| letter.to_string().repeat(width(&name));
    let names: Vec<String> = wide().into_iter().zip(letters).map(same).collect();
    names.try_into().unwrap()
}

/// The same for names that are too long for every table.
fn long() -> Names {
    wide().map(|name| format!("{name} {}", name.repeat(9)))
}

/// Names that repaint, ring, hide, turn around and break lines. An option may hold no control characters.
fn hostile() -> Names {
    let mut names = wide().map(|name| {
        format!("\u{1b}[31m{name}\u{1b}]0;x\u{7}\u{9b}2J\r\n\u{202e}live\u{202c}\u{2067}x\u{2069}\u{8}\u{7f}")
    });
    for option in [4, 5] {
        names[option] = format!("\u{202e}live\u{202c}{option}");
    }
    names
}

/// A string of TOML.
fn quoted(name: &str) -> String {
    let mut text = String::from("\"");
    for c in name.chars() {
        if c.is_control() || "\"\\".contains(c) {
            text += &format!("\\u{:04x}", u32::from(c));
        } else {
            text.push(c);
        }
    }
    text + "\""
}

/// The words of a template, `@0` to `@11`, put in.
fn filled(template: &str, names: &Names) -> String {
    let mut text = template.to_owned();
    for (at, name) in names.iter().enumerate().rev() {
        text = text.replace(&format!("@{at}"), &quoted(name));
    }
    text
}

/// A warning, options (whose names no draw hangs on), a scale, a mediator, an event and a question that was answered.
const PEACE: &str = r#"title = @0
summary = @0
as_of = 2026-01-01
clock = { round = "2 weeks", horizon = "6 months" }
[issues.form]
title = @3
options = [@4, @5]
[issues.line]
title = @3
anchors = { 0 = @6, 100 = @7 }
[parties.north]
title = @1
role = "principal"
influence = 1
outside.reservation = [0.2, 0.3, 0.4]
positions.line = { ideal = 100, opening = 90, limit = [40, 50, 60], salience = [0.5, 1, 2], red_line = 30 }
positions.form = { scores = { @4 = 80, @5 = 20 }, limit = 40, salience = 1 }
ratification = { probability = 0.9 }
[parties.south]
title = @2
role = "principal"
influence = 1
outside.reservation = { value = [0.1, 0.25, 0.5], source = @0, date = 2026-02-01 }
positions.line = { ideal = 0, opening = 5, limit = [45, 55, 65], salience = 2, red_line = 80 }
positions.form = { scores = { @4 = 10, @5 = 100 }, limit = 40, salience = 1 }
[parties.host]
title = @10
role = "mediator"
influence = 0.5
leverage = { north = 0.02 }
positions.line = { ideal = 50, limit = 50, salience = 1 }
[mediation]
style = "formulation"
[[events]]
name = "news"
title = @10
rate = 0.3
effects = [{ multiply = "trust.north.south", by = 0.9 }]
[[questions]]
id = "deal"
text = @8
what = "signed"
base_rate = { value = 0.2, source = @0 }
resolved = { outcome = true, source = @0 }
[[questions]]
id = "lasts"
text = @8
what = "ratified"
resolved = { outcome = false, source = @0 }
[variants.late]
title = @9
set = { "parties.south.outside.reservation" = 0.3 }
"#;

const OFFERS: &str = r#"title = @0
protocol = { kind = "alternating-offers", rounds = 8 }
[issues.form]
title = @3
options = [@4, @5]
[issues.line]
title = @3
anchors = { 0 = @6, 100 = @7 }
[parties.north]
title = @1
tactic = "linear"
outside.reservation = [0.2, 0.3, 0.4]
positions.line = { ideal = 100, salience = 1 }
positions.form = { scores = { @4 = 80, @5 = 20 }, salience = 1 }
[parties.south]
title = @2
tactic = "linear"
outside.reservation = 0.2
positions.line = { ideal = 0, salience = 2 }
positions.form = { scores = { @4 = 10, @5 = 100 }, salience = 1 }
[[questions]]
id = "deal"
text = @8
what = "signed"
[variants.late]
title = @9
set = { "parties.south.outside.reservation" = 0.3 }
"#;

const STUDY: &str = r#"title = @0
scenarios = ["peace.toml"]
[play]
worlds = 6
histories = 3
[factors.reserve]
title = @11
path = "parties.south.outside.reservation"
values = [0.2, 0.6]
role = "lever"
[factors.rival]
title = @10
variants = ["none", "late"]
"#;

const POSITIONS: &str = "actor,capability,position,salience,issue\n@1,1,10,0.5,@3\n@2,0.8,90,0.7,@3\n\
                         @10,0.5,40,1,@3\n";

/// Every verb that prints words, on files with these names: what it was, and what it said.
fn every_verb(names: &Names) -> Vec<(String, Output)> {
    let place = Place::new();
    place.write("peace.toml", &filled(PEACE, names));
    place.write("other.toml", &filled(PEACE, names).replace("0.1, 0.25, 0.5", "0.2, 0.3, 0.4"));
    place.write("offers.toml", &filled(OFFERS, names));
    place.write("study.toml", &filled(STUDY, names));
    place.write(
        "broken.toml",
        &filled(PEACE, names)
            .replace("influence = 0.5", "influenz = @1")
            .replace("@1", &quoted(&names[1])),
    );
    place.write("moves.txt", "hint\nwalk\n");
    let table = names.iter().enumerate().rev().fold(POSITIONS.to_owned(), |table, (at, name)| {
        let field = format!("\"{}\"", name.replace('"', "\"\""));
        table.replace(&format!("@{at}"), &field)
    });
    place.write("positions.csv", &table);
    let lines = [
        "check peace.toml offers.toml",
        "check broken.toml",
        "run broken.toml",
        "run peace.toml --worlds 20 --histories 5 --variant late",
        "run offers.toml --worlds 20 --histories 5",
        "explain peace.toml --trial 3",
        "explain peace.toml --trial 8",
        "explain offers.toml --trial 3",
        "compare peace.toml --variants --worlds 20 --set parties.north.concession_speed=2",
        "compare offers.toml --variants --worlds 20",
        "compare peace.toml other.toml --worlds 20",
        "compare-codings peace.toml other.toml --worlds 10",
        "backtest peace.toml other.toml --worlds 10",
        "map peace.toml --worlds 10",
        "map peace.toml --worlds 10 --set parties.south.outside.reservation=0.95",
        "map peace.toml --worlds 10 --package form=@4,line=50",
        "text peace.toml --worlds 10 --package form=@4,line=50",
        "map offers.toml --worlds 10",
        "map --positions positions.csv --grid",
        "drivers peace.toml --worlds 10",
        "drivers peace.toml --method morris --trajectories 10",
        "drivers peace.toml --method sobol --points 16",
        "drivers peace.toml --breakeven parties.south.outside.reservation --target 0.3 --worlds 20",
        "discover peace.toml --worlds 100 --resamples 5",
        "tournament offers.toml --worlds 2 --tactics linear,boulware",
        "brief peace.toml",
        "brief peace.toml --role north",
        "brief offers.toml --role south",
        "play offers.toml --as north --script moves.txt --session one.session",
        "play offers.toml --as south --script moves.txt --session two.session",
        "play peace.toml --as north --script /dev/null",
        "debrief one.session",
        "debrief one.session two.session --class",
        "study run study.toml",
        "study status study.toml",
        "study merge study.toml",
        "discover study.results --lever reserve",
        "verify study.results --sample 2",
        "verify peace.toml --worlds 5",
    ];
    let run = |line: &str| {
        let words: Vec<String> = line
            .split(' ')
            .map(|word| {
                let word = word.replace("@4", &names[4]);
                if word.contains('.')
                    && place.0.join(&word).parent() == Some(&place.0)
                    && [".toml", ".txt", ".csv", ".session", ".results"]
                        .iter()
                        .any(|end| word.ends_with(end))
                {
                    place.at(&word)
                } else {
                    word
                }
            })
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        (line.to_owned(), zopa(&words))
    };
    lines.into_iter().map(run).collect()
}

/// Lines that are as long as a path, a command, or a line of somebody's file, however wide the terminal.
fn may_be_wider(line: &str) -> bool {
    ["zopa ", "/tmp/", std::env::temp_dir().to_str().unwrap()]
        .iter()
        .any(|part| line.contains(part))
        || line.starts_with("Results: ")
}

/// Its words: errors of a file are pictures of it, with its own lines.
fn words(line: &str, output: &Output) -> String {
    if line.contains("broken") || line.starts_with("check") {
        stdout(output).to_owned()
    } else {
        format!("{}\n{}", stdout(output), stderr(output))
    }
}

fn sound(line: &str, output: &Output) {
    let expected = if line.contains("broken") { &[3][..] } else { &[0][..] };
    // A script that ends too early, or with a move that cannot be made, is told as such.
    assert!(
        expected.contains(&code(output)) || line.starts_with("play"),
        "{line}: {}",
        stderr(output)
    );
}

#[test]
fn no_line_is_wider_than_the_terminal_in_any_script() {
    for names in [wide(), long(), hostile()] {
        for (line, output) in every_verb(&names) {
            sound(&line, &output);
            let is_table_of_markdown =
                |text: &str| text.starts_with('|') && names[1].chars().count() > 20;
            for said in words(&line, &output).lines() {
                assert!(
                    width(said) <= 80 || may_be_wider(said) || is_table_of_markdown(said),
                    "zopa {line}: {} columns\n{said}",
                    width(said)
                );
            }
        }
    }
}

/// With names of the same widths in Latin letters every verb prints the same, letter for letter: so
/// everything stands in its column.
#[test]
fn columns_stand_under_one_another_in_any_script() {
    let (wide, plain) = (wide(), plain());
    for ((line, of_wide), (_, of_plain)) in every_verb(&wide).into_iter().zip(every_verb(&plain)) {
        // It prints a hash of all there is, names among them.
        if line == "verify peace.toml --worlds 5" {
            continue;
        }
        // What a file is called by its contents, and where it stands.
        let differs = |said: &&str| !may_be_wider(said) && !said.contains("run ");
        let in_latin = wide
            .iter()
            .zip(&plain)
            .fold(words(&line, &of_wide), |text, (wide, plain)| text.replace(wide.as_str(), plain));
        let in_latin: Vec<&str> = in_latin.lines().filter(differs).collect();
        let said = words(&line, &of_plain);
        let said: Vec<&str> = said.lines().filter(differs).collect();
        assert_eq!(in_latin.join("\n"), said.join("\n"), "zopa {line}");
    }
}

fn is_harmful(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn nothing_reaches_the_terminal_but_text() {
    let names = hostile();
    let mut shown = false;
    for (line, output) in every_verb(&names) {
        for text in [stdout(&output), stderr(&output)] {
            if let Some(at) = text.find(is_harmful) {
                panic!("zopa {line}: {:?}", text[at..].chars().take(60).collect::<String>());
            }
            shown |= text.contains(r"\u{1b}[31m") && text.contains(r"\u{202e}live");
        }
    }
    assert!(shown, "they are shown for what they are");
}

/// What a file is called, or what somebody types, is harmless, too.
#[test]
fn names_of_files_and_mistakes_reach_the_terminal_as_text() {
    let place = Place::new();
    let folder = place.at("\u{1b}[31m\u{202e}x");
    std::fs::create_dir(&folder).unwrap();
    let file = format!("{folder}/a.toml");
    std::fs::write(&file, filled(PEACE, &wide())).unwrap();
    let broken = format!("{folder}/b.toml");
    std::fs::write(&broken, "x = 1").unwrap();
    let missing = format!("{folder}/none.toml");
    let lines: [&[&str]; 8] = [
        &["check", &file, &broken, &missing],
        &["run", &file, "--worlds", "5"],
        &["run", &broken],
        &["run", &missing],
        &["report", &file, "-o", &missing],
        &["compare", &file],
        &["\u{1b}[31mrun"],
        &["run", &file, "--\u{202e}x"],
    ];
    for words in lines {
        let output = zopa(words);
        for text in [stdout(&output), stderr(&output)] {
            assert!(!text.contains(is_harmful), "{words:?}: {text:?}");
        }
    }
}

/// Data stays what it is: JSON and CSV hold the titles to the last character.
#[test]
fn data_keeps_every_character() {
    let names = hostile();
    let place = Place::new();
    place.write("peace.toml", &filled(PEACE, &names));
    let output = zopa(&["run", &place.at("peace.toml"), "--worlds", "5", "--json"]);
    let told: serde_json::Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(told["scenario"]["title"], names[0]);
}

/// A memo is read on a terminal as often as not.
#[test]
fn a_memo_is_text() {
    let place = Place::new();
    place.write("peace.toml", &filled(PEACE, &hostile()));
    let file = place.at("peace.toml");
    let output = zopa(&["report", &file, "--format", "md", "--worlds", "20", "--variants"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let memo = stdout(&output);
    if let Some(at) = memo.find(is_harmful) {
        panic!("{:?}", memo[at.saturating_sub(60)..].chars().take(90).collect::<String>());
    }
    assert!(memo.contains("u{1b}"), "{memo}");
}
