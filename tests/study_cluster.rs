//! A study farmed out comes back with the same bytes: through a Dask scheduler with two worker
//! processes, one of which is killed, and through the tasks of a Slurm array.

use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::cli_run::{code, stderr, stdout, zopa};
use crate::cli_study::{Place, SMALL};
use crate::support::skip;

/// Sixty cases of some tens of milliseconds in thirty chunks.
fn study() -> String {
    SMALL
        .replace("worlds = 20", "worlds = 5000\nchunk = 2")
        .replace("replications = 2", "replications = 10")
}

fn undisturbed() -> [String; 3] {
    let place = Place::with(&study());
    assert_eq!(code(&place.study("run", &[])), 0);
    place.results("study.results")
}

/// Processes below one, with their command lines.
#[cfg(target_os = "linux")]
fn below(ancestor: u32) -> Vec<(u32, String)> {
    let mut found = Vec::new();
    let mut parents = vec![ancestor];
    let all: Vec<(u32, u32, String)> = fs::read_dir("/proc")
        .unwrap()
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let id: u32 = path.file_name()?.to_str()?.parse().ok()?;
            let status = fs::read_to_string(path.join("stat")).ok()?;
            let parent = status.rsplit(')').next()?.split_whitespace().nth(1)?.parse().ok()?;
            let line = fs::read_to_string(path.join("cmdline")).ok()?.replace('\0', " ");
            Some((id, parent, line))
        })
        .collect();
    while let Some(parent) = parents.pop() {
        for (id, _, line) in all.iter().filter(|(_, of, _)| *of == parent) {
            found.push((*id, line.clone()));
            parents.push(*id);
        }
    }
    found
}

#[cfg(target_os = "linux")]
#[test]
fn dask_with_a_worker_killed_gives_the_same_bytes() {
    let dask = Command::new("python3").args(["-c", "import dask.distributed"]).output();
    if !dask.is_ok_and(|done| done.status.success()) {
        skip(
            "dask_with_a_worker_killed_gives_the_same_bytes",
            "python3 has no Dask: pip install 'dask[distributed]'",
        );
        return;
    }
    let place = Place::with(&study());
    let mut driver = Command::new(assert_cmd::cargo::cargo_bin("zopa"))
        .args(["study", "cluster", &place.at("study.toml"), "--engine", "dask", "--run"])
        .args(["--", "--workers", "2"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let journal = place.0.join("study.results/journal.jsonl");
    let lines = || fs::read_to_string(&journal).map_or(0, |text| text.lines().count());
    while lines() < 6 && driver.try_wait().unwrap().is_none() {
        sleep(Duration::from_millis(5));
    }
    let workers: Vec<u32> = below(driver.id())
        .into_iter()
        .filter(|(_, line)| line.contains("spawn_main"))
        .map(|(id, _)| id)
        .collect();
    let killed = workers.first().map(|worker| {
        Command::new("kill").args(["-9", &worker.to_string()]).status().unwrap().success()
    });
    let before = lines();
    let output = driver.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(killed, Some(true), "there was no worker to kill: {}", stderr(&output));
    assert!(before < 61, "the study was over before the worker was killed");
    assert_eq!(place.results("study.results"), undisturbed());
}

#[test]
fn the_tasks_of_a_slurm_array_give_the_same_bytes() {
    let place = Place::with(&study());
    let folder = place.at("re sults");
    let file = place.at("study.toml");
    let output = zopa(&["study", "cluster", &file, "--engine", "slurm", "--out", &folder]);
    assert_eq!((code(&output), stderr(&output)), (0, ""));
    let script = stdout(&output);
    assert!(script.contains("#SBATCH --array=0-29\n"), "{script}");
    place.write("array.sh", script);
    // What Slurm would do, and one task twice, as after a requeue.
    for task in (0..30).rev().chain([7]) {
        let done = Command::new("bash")
            .arg(place.at("array.sh"))
            .env("SLURM_ARRAY_TASK_ID", task.to_string())
            .env("SLURM_CPUS_PER_TASK", "1")
            .env("ZOPA", assert_cmd::cargo::cargo_bin("zopa"))
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", stderr(&done));
    }
    let parts = fs::read_dir(format!("{folder}/parts")).unwrap();
    let parts: Vec<String> =
        parts.map(|part| part.unwrap().path().to_str().unwrap().to_owned()).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let output = zopa(&[&["study", "merge", &folder], parts.as_slice()].concat());
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert_eq!(place.results("re sults"), undisturbed());
    let output = place.study("cluster", &["--engine", "slurm", "--run"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("sbatch"), "{}", stderr(&output));
}
