//! The journal of a study loses nothing and takes nothing that is not its own: killed at any moment,
//! cut off at any byte, on a full disk, by two at once.

use std::fs::{self, OpenOptions};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::cli_run::{code, stderr, stdout, zopa};
use crate::cli_study::{Place, SMALL};
use crate::support::{skip, stream};

/// Sixty cases that take some milliseconds each, and `times` as long.
fn long(times: u32) -> String {
    let worlds = format!("worlds = {}", 400 * times);
    SMALL.replace("worlds = 20", &worlds).replace("replications = 2", "replications = 10")
}

fn start(place: &Place, verb: &str) -> Child {
    let zopa = assert_cmd::cargo::cargo_bin("zopa");
    Command::new(zopa)
        .args(["study", verb, &place.at("study.toml"), "--threads", "2"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn lines(place: &Place) -> usize {
    let journal = place.0.join("study.results/journal.jsonl");
    fs::read_to_string(journal).map_or(0, |text| text.lines().count())
}

/// Waits until the journal has so many lines.
fn wait_for(place: &Place, wanted: usize) {
    for _ in 0..30_000 {
        if lines(place) >= wanted {
            return;
        }
        sleep(Duration::from_millis(2));
    }
    panic!("{} lines after a minute", lines(place));
}

/// The results of a study played in one go.
fn undisturbed(study: &str) -> [String; 3] {
    let place = Place::with(study);
    let output = place.study("run", &[]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    place.results("study.results")
}

/// SIGKILL, twenty times: each some cases on, however slow the machine is, and a random moment later.
#[test]
fn killed_twenty_times_it_has_the_same_bytes() {
    let place = Place::with(&long(8));
    let mut chance = stream("kill");
    let mut kept = 0;
    for kill in 0..20 {
        let mut child = start(&place, "run");
        wait_for(&place, kept + (chance.uniform() * 3.0) as usize);
        sleep(Duration::from_micros((chance.uniform() * 20_000.0) as u64));
        child.kill().unwrap();
        child.wait().unwrap();
        let now = lines(&place);
        assert!(now + 1 >= kept, "kill {kill}: {now} lines after {kept}");
        kept = now;
    }
    assert!((2..60).contains(&kept), "{kept} lines: the kills were not spread over the study");
    let output = place.study("run", &["--threads", "1"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert_eq!(place.results("study.results"), undisturbed(&long(8)));
}

/// Cut off at any byte, the journal goes on: only the case of the torn line is played again.
#[test]
fn cut_off_at_any_byte_it_goes_on() {
    let place = Place::with(SMALL);
    assert_eq!(code(&place.study("run", &["--threads", "1"])), 0);
    let expected = place.results("study.results");
    let whole = place.text("study.results/journal.jsonl");
    let header = whole.find('\n').unwrap();
    // Every byte around the end of a line, and a hundred others.
    let ends = whole.match_indices('\n').map(|(at, _)| at).flat_map(|at| [at, at + 1]);
    let mut cuts: Vec<usize> = ends.chain((0..whole.len()).step_by(whole.len() / 40)).collect();
    cuts.extend([1, header - 1]);
    for cut in cuts {
        place.write("study.results/journal.jsonl", &whole[..cut]);
        let output = place.study("run", &["--threads", "1"]);
        assert_eq!(code(&output), 0, "{cut}: {}", stderr(&output));
        assert_eq!(place.text("study.results/journal.jsonl"), whole, "{cut}");
        assert_eq!(place.results("study.results"), expected, "{cut}");
        let torn = cut > 0 && !whole[..cut].ends_with('\n');
        assert_eq!(stderr(&output).contains("was cut off"), torn, "{cut}: {}", stderr(&output));
    }
}

/// Shards, played in any order and overlapping, join to the same bytes.
#[test]
fn shards_join_to_the_same_bytes() {
    let place = Place::with(SMALL);
    for (name, chunks) in [("c", "8..12"), ("a", "0..5"), ("b", "3..9")] {
        let journal = place.at(&format!("{name}.jsonl"));
        let output = place.study("run", &["--chunks", chunks, "--journal", &journal]);
        assert_eq!((code(&output), stdout(&output)), (0, ""), "{}", stderr(&output));
        // Told again, it has nothing to do: a task that a scheduler starts twice is harmless.
        let before = place.text(&format!("{name}.jsonl"));
        assert_eq!(code(&place.study("run", &["--chunks", chunks, "--journal", &journal])), 0);
        assert_eq!(place.text(&format!("{name}.jsonl")), before);
    }
    let parts = ["c", "a", "b"].map(|name| place.at(&format!("{name}.jsonl")));
    let [c, a, b] = parts.each_ref().map(String::as_str);
    let output = place.study("merge", &[c]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(stdout(&output).contains("4 of 12 cases"), "{}", stdout(&output));
    let output = place.study("merge", &[a, b, c]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert_eq!(place.results("study.results"), undisturbed(SMALL));
}

#[test]
fn journals_of_others_are_refused_and_left_alone() {
    let place = Place::with(SMALL);
    assert_eq!(code(&place.study("run", &[])), 0);
    let own = place.text("study.results/journal.jsonl");
    let refused = |journal: &str, expected: i32, says: &str| {
        place.write("study.results/journal.jsonl", journal);
        for verb in ["run", "resume", "status", "merge"] {
            let output = place.study(verb, &[]);
            assert_eq!(code(&output), expected, "{verb}: {}", stderr(&output));
            assert!(stderr(&output).contains(says), "{verb}: {}", stderr(&output));
            assert_eq!(stdout(&output), "");
        }
        assert_eq!(place.text("study.results/journal.jsonl"), journal, "it was touched");
        place.write("study.results/journal.jsonl", &own);
        place.write("part.jsonl", journal);
        let output = place.study("merge", &[&place.at("part.jsonl")]);
        assert_eq!(code(&output), expected, "{}", stderr(&output));
        assert!(stderr(&output).contains(says), "{}", stderr(&output));
        assert_eq!(place.text("study.results/journal.jsonl"), own, "it was touched");
    };
    let other = Place::with(&SMALL.replace("worlds = 20", "worlds = 21"));
    assert_eq!(code(&other.study("run", &[])), 0);
    refused(&other.text("study.results/journal.jsonl"), 3, "is the journal of another study");
    refused("case,signed\n1,0.5\n", 3, "is not a journal of zopa");
    refused("no newline", 3, "is not a journal of zopa");
    let newer = own.replacen("\"zopa_journal\":1", "\"zopa_journal\":2", 1);
    refused(&newer, 3, "is in version 2 of the journal's format");
    refused(
        &sealed_again(&own, "\"zopa_version\":\"", "\"zopa_version\":\"9."),
        3,
        "written by zopa 9.",
    );
    // Two results for one case that both look sound.
    let line = own.lines().nth(3).unwrap();
    let lie = sealed_again(line, "\"worlds\":20", "\"worlds\":19");
    refused(&format!("{own}{lie}\n"), 4, "has two different results");
}

/// The text with something replaced in its first line, which is given the hash it then needs.
fn sealed_again(text: &str, from: &str, to: &str) -> String {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    assert!(first.contains(from));
    let at = first.rfind(",\"check\":").unwrap();
    let object = format!("{}}}", first[..at].replacen(from, to, 1));
    let hash = &blake3::hash(object.as_bytes()).to_hex()[..16];
    let end = if text.contains('\n') { "\n" } else { "" };
    format!("{},\"check\":\"{hash}\"}}{end}{rest}", object.strip_suffix('}').unwrap())
}

#[test]
fn a_damaged_line_costs_its_case_and_nothing_else() {
    let place = Place::with(SMALL);
    assert_eq!(code(&place.study("run", &[])), 0);
    let expected = place.results("study.results");
    let own = place.text("study.results/journal.jsonl");
    let third = own.lines().nth(2).unwrap();
    let damaged = own.replacen(third, &third.replacen("0.", "1.", 1), 1);
    place.write("study.results/journal.jsonl", &damaged);
    let output = place.study("status", &[]);
    assert!(stdout(&output).contains("damaged  journal line 3"), "{}", stdout(&output));
    let output = place.study("resume", &[]);
    assert_eq!(code(&output), 0);
    assert!(stderr(&output).contains("line 3 of"), "{}", stderr(&output));
    assert_eq!(place.results("study.results"), expected);
}

#[test]
fn one_at_a_time_writes_a_journal() {
    let place = Place::with(&long(1));
    let mut first = start(&place, "run");
    wait_for(&place, 2);
    let second = place.study("run", &[]);
    assert_eq!(code(&second), 1);
    assert!(stderr(&second).contains("another zopa is writing"), "{}", stderr(&second));
    assert_eq!(code(&place.study("status", &[])), 0, "looking is allowed");
    assert!(first.wait().unwrap().success());
    assert_eq!(code(&place.study("run", &[])), 0);
    assert_eq!(place.results("study.results"), undisturbed(&long(1)));
}

#[test]
fn there_is_nothing_to_resume_before_it_was_begun() {
    let place = Place::with(SMALL);
    let output = place.study("resume", &[]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("begin with zopa study run"), "{}", stderr(&output));
}

/// Ctrl-C: the cases under way are finished and saved.
#[cfg(unix)]
#[test]
fn interrupted_it_is_saved() {
    let place = Place::with(&long(1));
    let child = start(&place, "run");
    wait_for(&place, 3);
    let kill = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(kill.unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));
    let done = place.text("study.results/results.jsonl").lines().count();
    assert!((2..60).contains(&done), "{done}");
    assert_eq!(code(&place.study("resume", &[])), 0);
    assert_eq!(place.results("study.results"), undisturbed(&long(1)));
}

/// Runs a line of shell in a mount namespace of its own; `None` where that is not allowed.
fn in_namespace(script: &str) -> Option<std::process::Output> {
    let unshare = |arguments: &[&str], script: &str| {
        Command::new("unshare").args(arguments).args(["sh", "-c", script]).output().ok()
    };
    let ways: [&[&str]; 2] = [&["--mount"], &["--mount", "--map-root-user"]];
    let try_mount = "mount -t tmpfs -o size=64k tmpfs /mnt";
    let allowed =
        |way: &&&[&str]| unshare(way, try_mount).is_some_and(|done| done.status.success());
    let way = ways.iter().find(allowed)?;
    unshare(way, script)
}

/// On a disk with room for a few cases the study ends with a clear error, keeps what it has, and goes
/// on when there is room.
#[test]
fn a_full_disk_loses_nothing() {
    let place = Place::with(&long(1));
    let zopa = assert_cmd::cargo::cargo_bin("zopa");
    let (zopa, folder, study) = (zopa.display(), place.at("disk"), place.at("study.toml"));
    fs::create_dir(&folder).unwrap();
    let script = format!(
        "mount -t tmpfs -o size=32k tmpfs {folder} && {{ {zopa} study run {study} --out {folder}; \
         echo exit $? >&2; {zopa} study status {study} --out {folder}; \
         mount -o remount,size=4m {folder} && {zopa} study resume {study} --out {folder} >&2; \
         mkdir {folder}.kept && cp -r {folder}/. {folder}.kept; }}"
    );
    let Some(output) = in_namespace(&script) else {
        skip(
            "a_full_disk_loses_nothing",
            "mounting a small tmpfs (unshare --mount) is not allowed",
        );
        return;
    };
    let (out, err) = (stdout(&output), stderr(&output));
    assert!(err.contains("make room, then go on with zopa study resume"), "{err}");
    assert!(err.contains("exit 1\n") && !err.contains("panicked"), "{err}");
    assert!(out.contains("of 60 cases") && !out.contains("damaged"), "{out}");
    assert!(err.contains("cases are in the journal already"), "{err}");
    assert_eq!(place.results("disk.kept"), undisturbed(&long(1)));
}

#[test]
fn a_folder_that_cannot_be_written_is_told_at_once() {
    let place = Place::with(SMALL);
    let zopa = assert_cmd::cargo::cargo_bin("zopa");
    let (zopa, folder, study) = (zopa.display(), place.at("disk"), place.at("study.toml"));
    fs::create_dir(&folder).unwrap();
    let script = format!(
        "mount -t tmpfs -o ro tmpfs {folder} && {zopa} study run {study} --out {folder}; \
         echo exit $? >&2"
    );
    let Some(output) = in_namespace(&script) else {
        skip("a_folder_that_cannot_be_written_is_told_at_once", "mounting is not allowed here");
        return;
    };
    let err = stderr(&output);
    assert!(
        err.contains("cannot write") && err.contains("--out") && err.contains("exit 1"),
        "{err}"
    );
    let file = place.at("two-party.toml");
    let output = place.study("run", &["--out", &file]);
    assert_eq!(code(&output), 1, "{}", stderr(&output));
}

/// A line costs less than 2 kB on the flagship with all it writes down by default.
#[test]
fn a_case_of_the_flagship_is_a_short_line() {
    let flagship = format!("{}/scenarios/white-house-2025.toml", env!("CARGO_MANIFEST_DIR"));
    let place = Place::with(&format!(
        "title = \"t\"\nscenarios = [\"{flagship}\"]\nplay = {{ worlds = 3, histories = 2 }}\n\
         [factors.backstop]\npath = \"parties.us.pledge.strength\"\nvalues = [0.3, 0.6]\n"
    ));
    assert_eq!(code(&place.study("run", &[])), 0);
    let journal = place.text("study.results/journal.jsonl");
    assert!(journal.lines().skip(1).all(|line| line.len() < 2_000), "{journal}");
}

/// Ten thousand cases take no more memory than a thousand, but for the places of their lines.
#[cfg(target_os = "linux")]
#[test]
fn memory_is_flat_in_the_cases() {
    let peak = |cases: u32| {
        let place = Place::with(&format!(
            "title = \"t\"\nscenarios = [\"two-party.toml\"]\noutputs = [\"signed\"]\n\
             play = {{ worlds = 1, histories = 2, replications = {cases} }}\n\
             [factors.patience]\npath = \"parties.lower.concession_speed\"\nvalues = [0.5]\n"
        ));
        let mut child = start(&place, "run");
        let status = format!("/proc/{}/status", child.id());
        let mut most = 0_u64;
        while child.try_wait().unwrap().is_none() {
            let text = fs::read_to_string(&status).unwrap_or_default();
            let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
            most = most.max(kilobytes.unwrap_or(0));
            sleep(Duration::from_millis(5));
        }
        assert_eq!(lines(&place), 1 + cases as usize);
        most
    };
    let (few, many) = (peak(1_000), peak(10_000));
    assert!(few > 0 && many < few + 12_000, "{few} kB, then {many} kB");
}

/// Something else that holds the place of the journal.
#[test]
fn a_journal_may_not_be_a_folder() {
    let place = Place::with(SMALL);
    fs::create_dir_all(place.0.join("study.results/journal.jsonl")).unwrap();
    let output = place.study("run", &[]);
    assert_eq!(code(&output), 1, "{}", stderr(&output));
    assert!(!stderr(&output).contains("panicked"));
    let output = zopa(&["study", "status", &place.at("")]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("is no folder of a study's results"), "{}", stderr(&output));
    // A journal that is being written is not waited for.
    let held = OpenOptions::new().create(true).append(true).open(place.0.join("j.jsonl")).unwrap();
    held.lock().unwrap();
    let output = place.study("run", &["--journal", &place.at("j.jsonl")]);
    assert_eq!(code(&output), 1);
}
