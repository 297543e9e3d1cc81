//! `zopa study cluster`: farm the chunks of a study out to other machines, with schedulers that exist.

use std::path::Path;
use std::process::Command;

use super::args::{ClusterEngine, StudyClusterArgs};
use super::journal_file::JournalFile;
use super::target::{Target, replace, unwritable};
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::print_exact;
use crate::study::Study;
use crate::text::shell;

/// The driver for Dask distributed.
const DASK: &str = include_str!("dask.py");
/// The array job for Slurm.
const SLURM: &str = include_str!("slurm.sh");

pub(crate) fn cluster(args: &StudyClusterArgs) -> Result<Exit, Failure> {
    let target = Target::read(&args.study, args.out.as_deref())?;
    let folder = &target.folder;
    std::fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
    // The folder is all that the workers' machine needs to have.
    target.keep_inputs()?;
    drop(JournalFile::open(&target.study, &target.journal(), true)?);
    match args.engine {
        ClusterEngine::Slurm if args.run => Err(Failure::usage(
            "--run is for dask; hand the Slurm script to sbatch yourself: zopa study cluster … \
             --engine slurm > study.sbatch && sbatch study.sbatch",
        )),
        ClusterEngine::Slurm => print_exact(&slurm(&target.study, folder)),
        ClusterEngine::Dask if args.run => run(folder, &args.arguments),
        ClusterEngine::Dask => print_exact(&dask(folder)),
    }
}

fn dask(folder: &Path) -> String {
    // JSON strings are Python strings.
    let folder = serde_json::Value::from(folder.display().to_string()).to_string();
    DASK.replace("\"@FOLDER@\"", &folder)
}

fn slurm(study: &Study, folder: &Path) -> String {
    SLURM
        .replace("@RUN@", study.run_id())
        .replace("@LAST@", &(study.chunks() - 1).to_string())
        .replace("@FOLDER@", &shell::file(folder))
}

/// Runs the driver with this machine's Python. It is a file, since worker processes read it again.
fn run(folder: &Path, arguments: &[String]) -> Result<Exit, Failure> {
    let driver = folder.join("driver.py");
    replace(&driver, dask(folder).as_bytes())?;
    let mut command = Command::new("python3");
    command.arg(&driver).args(arguments);
    if let Ok(own) = std::env::current_exe() {
        command.env("ZOPA", own);
    }
    let status = command.status().map_err(|error| {
        Failure::io(format!(
            "python3 cannot be run ({error}): install Python 3 and dask[distributed]"
        ))
    })?;
    Ok(if status.success() { Exit::Ok } else { Exit::Io })
}
