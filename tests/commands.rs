//! Every command that `zopa` prints runs as it stands, also where a path or a value has blanks, quotes and
//! dollar signs.

use std::fs;
use std::process::{Command, Output};

use crate::cli_run::{code, stderr, stdout, zopa};
use crate::cli_study::{Place, SMALL};
use crate::support::shipped_text;

/// A blank, both quotes, a dollar sign, and what a shell would run.
const NASTY: &str = "it's \"my\" $HOME `talk`; -x";

/// The commands in a text: what follows `zopa VERB` to the end of the line, where it names the folder.
fn commands(text: &str) -> Vec<String> {
    let verb = |rest: &str| {
        let word = rest.split(' ').next().unwrap_or_default();
        let verbs =
            ["run", "check", "explain", "map", "verify", "report", "study", "play", "debrief"];
        verbs.contains(&word)
    };
    let of_line = |line: &str| {
        let mut starts = line.match_indices("zopa ").map(|(at, _)| at);
        let start = starts.find(|at| verb(&line[at + 5..]) && line[*at..].contains("talk"))?;
        Some(line[start..].trim_end_matches(['`', ')']).to_owned())
    };
    text.lines().filter_map(of_line).collect()
}

/// A folder whose name is strange, with files whose names are.
struct Strange {
    place: Place,
}

impl Strange {
    fn new() -> Self {
        let place = Place::new();
        fs::create_dir(place.0.join(NASTY)).unwrap();
        let strange = Self { place };
        // Known only after the day the world is frozen: a warning.
        let text = shipped_text("two-party").replace(
            "outside = { reservation = [0.35, 0.45, 0.6] }",
            "outside = { reservation = { value = [0.35, 0.45, 0.6], source = \"s\", date = 2026-02-01 } }",
        );
        strange.write("two-party.toml", &text);
        strange.write("study.toml", SMALL);
        strange.write("offers.toml", &shipped_text("job-offer"));
        strange
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.at(name), text).unwrap();
    }

    fn at(&self, name: &str) -> String {
        self.place.at(&format!("{NASTY}/{name}"))
    }

    /// Runs a command in a shell, as its reader would.
    fn shell(&self, command: &str) -> Output {
        let zopa = assert_cmd::cargo::cargo_bin("zopa");
        let path = std::env::join_paths(
            [zopa.parent().unwrap().to_owned()]
                .into_iter()
                .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
        );
        let mut shell = Command::new("sh");
        shell.current_dir(&self.place.0).env("PATH", path.unwrap()).args(["-c", command]);
        shell.output().unwrap()
    }

    /// Runs what an output says to run. `least` says how many commands there have to be.
    fn follows(&self, what: &str, output: &Output, least: usize) {
        let said = format!("{}\n{}", stdout(output), stderr(output));
        let commands = commands(&said);
        assert!(commands.len() >= least, "{what}: {commands:?} in {said}");
        for command in commands {
            let done = self.shell(&command);
            let fine = code(&done) == 0 || command.contains("--resume");
            assert!(fine, "{what} says {command}\nwhich says {}", stderr(&done));
            assert!(!stderr(&done).contains("cannot read"), "{command}: {}", stderr(&done));
        }
    }
}

#[test]
fn commands_about_a_scenario_run_as_they_stand() {
    let strange = Strange::new();
    let file = strange.at("two-party.toml");
    let set = "parties.upper.outside.reservation={ value = 0.4, source = \"it's $HOME\" }";
    let changed = ["--set", set, "--variant", "good-wells"];
    let lines: [(&str, &[&str], usize); 10] = [
        ("run", &["--worlds", "20"], 2),
        ("run", &["--worlds", "20", "--seed", "7", "--histories", "5"], 2),
        ("map", &["--worlds", "5"], 2),
        ("explain", &[], 1),
        ("compare", &["--variants", "--worlds", "5"], 1),
        ("drivers", &["--worlds", "5"], 1),
        ("discover", &["--worlds", "120", "--resamples", "2"], 1),
        ("brief", &[], 1),
        ("report", &["--format", "md", "--worlds", "20"], 2),
        ("verify", &["--worlds", "3"], 1),
    ];
    for (verb, more, least) in lines {
        let output = zopa(&[&[verb, file.as_str()], more].concat());
        assert_eq!(code(&output), 0, "{verb}: {}", stderr(&output));
        strange.follows(verb, &output, least);
        if ["run", "map", "report"].contains(&verb) {
            let output = zopa(&[&[verb, file.as_str()], more, &changed].concat());
            assert_eq!(code(&output), 0, "{verb}: {}", stderr(&output));
            strange.follows(verb, &output, least - 1);
        }
    }
}

/// The story that a run points to is the one of the trial it means, with what the command line changed.
#[test]
fn a_run_points_to_a_story_of_its_own() {
    let strange = Strange::new();
    let file = strange.at("two-party.toml");
    let set = "parties.upper.outside.reservation={ value = 0.1, source = \"it's $HOME\" }";
    let output = zopa(&["run", &file, "--worlds", "20", "--seed", "3", "--set", set]);
    let command = commands(stdout(&output)).pop().unwrap();
    let told = strange.shell(&command);
    let trial = command.rsplit(' ').next().unwrap();
    let same = zopa(&["explain", &file, "--seed", "3", "--set", set, "--trial", trial]);
    assert_eq!(stdout(&told), stdout(&same));
    assert!(
        stdout(&told).contains("signs") || stdout(&told).contains("signed"),
        "{}",
        stdout(&told)
    );
}

#[test]
fn commands_about_new_and_imported_files_run_as_they_stand() {
    let strange = Strange::new();
    let name = strange.at("a new one");
    strange.follows("new", &zopa(&["new", &name]), 2);
    let target = strange.at("orchard.toml");
    let output = zopa(&[
        "import",
        "genius",
        "tests/data/genius/orchard.xml",
        "tests/data/genius/orchard_owner.xml",
        "tests/data/genius/orchard_tenant.xml",
        "-o",
        &target,
    ]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    strange.follows("import", &output, 2);
}

#[test]
fn commands_about_games_run_as_they_stand() {
    let strange = Strange::new();
    let (file, session) = (strange.at("offers.toml"), strange.at("a game.session"));
    let play = ["play", &file, "--as", "candidate", "--script", "/dev/null", "--session", &session];
    let begun = zopa(&play);
    assert_eq!(code(&begun), 0, "{}", stderr(&begun));
    let again = zopa(&play);
    assert_eq!(code(&again), 1);
    for output in [begun, again] {
        let commands = commands(stderr(&output));
        assert_eq!(commands.len(), 1, "{}", stderr(&output));
        // Without a terminal it can only be played from a script.
        let done = strange.shell(&format!("{} --script /dev/null", commands[0]));
        assert_eq!(code(&done), 0, "{}: {}", commands[0], stderr(&done));
    }
}

#[test]
fn commands_about_studies_run_as_they_stand() {
    let strange = Strange::new();
    let file = strange.at("study.toml");
    strange.follows("status", &zopa(&["study", "status", &file]), 1);
    let elsewhere = strange.at("else where");
    let part = zopa(&["study", "run", &file, "--out", &elsewhere, "--chunks", "0..2"]);
    assert_eq!(code(&part), 0, "{}", stderr(&part));
    let status = zopa(&["study", "status", &file, "--out", &elsewhere]);
    let discover = zopa(&["discover", &elsewhere, "--resamples", "2"]);
    assert!(stderr(&discover).contains("not complete"), "{}", stderr(&discover));
    for output in [&status, &discover, &part] {
        let commands = commands(&format!("{}\n{}", stdout(output), stderr(output)));
        assert!(!commands.is_empty(), "{}", stderr(output));
        for command in commands {
            let done = strange.shell(&command);
            assert_eq!(code(&done), 0, "{command}: {}", stderr(&done));
        }
    }
    let status = zopa(&["study", "status", &file, "--out", &elsewhere]);
    assert!(stdout(&status).contains("12 of 12"), "it went on where it was: {}", stdout(&status));
    strange.follows("status", &status, 1);
    let report = zopa(&["report", &elsewhere, "--format", "md"]);
    assert_eq!(code(&report), 0, "{}", stderr(&report));
    strange.follows("report", &report, 1);
}

/// The script for a cluster, and the command in it that joins the journals.
#[test]
fn the_script_for_a_cluster_runs_as_it_stands() {
    let strange = Strange::new();
    let (file, folder) = (strange.at("study.toml"), strange.at("re sults"));
    let output = zopa(&["study", "cluster", &file, "--engine", "slurm", "--out", &folder]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let script = stdout(&output);
    strange.write("array.sh", script);
    for task in 0..12 {
        let done = Command::new("bash")
            .arg(strange.at("array.sh"))
            .env("SLURM_ARRAY_TASK_ID", task.to_string())
            .env("ZOPA", assert_cmd::cargo::cargo_bin("zopa"))
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", stderr(&done));
    }
    let merge = script.lines().find_map(|line| line.strip_prefix("#   ")).unwrap();
    let done = strange.shell(merge);
    assert_eq!(code(&done), 0, "{merge}: {}", stderr(&done));
    assert!(stdout(&done).contains("12 of 12 cases"), "{}", stdout(&done));
}

/// A scenario of a study that does not load is named from where the reader stands.
#[test]
fn what_is_wrong_with_a_study_can_be_looked_up() {
    let strange = Strange::new();
    strange.write("two-party.toml", &shipped_text("two-party").replace("as_of", "as_off"));
    let output = zopa(&["study", "run", &strange.at("study.toml")]);
    assert_eq!(code(&output), 3);
    let commands = commands(stderr(&output));
    assert_eq!(commands.len(), 1, "{}", stderr(&output));
    let done = strange.shell(&commands[0]);
    assert_eq!(code(&done), 3, "{}: {}", commands[0], stderr(&done));
    assert!(stderr(&done).contains("as_off"), "{}", stderr(&done));
}
