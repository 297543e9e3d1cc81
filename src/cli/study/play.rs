//! `zopa study run` and `zopa study resume`: play what is missing, case by case into the journal.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind, Write as _};
use std::ops::Range;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::args::StudyRunArgs;
use super::journal_file::JournalFile;
use super::results;
use super::target::{Target, unwritable};
use crate::cli::ending;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::{self, note};
use crate::cli::progress::Bar;
use crate::montecarlo::{Progress as _, StopReason};
use crate::present::study::tell_overview;
use crate::render::terminal::terminal;
use crate::study::{Header, Record, Study, play_cases};
use crate::text::{WIDTH, shell};

pub(crate) fn run(args: &StudyRunArgs) -> Result<Exit, Failure> {
    play(args, true)
}

pub(crate) fn resume(args: &StudyRunArgs) -> Result<Exit, Failure> {
    play(args, false)
}

/// `begin`: may a journal be begun?
fn play(args: &StudyRunArgs, begin: bool) -> Result<Exit, Failure> {
    let target = Target::read(&args.study, args.out.as_deref())?;
    if let Some(journal) = args.journal.as_deref() {
        ending::expect("--journal", journal, &["jsonl"], "a journal ends in .jsonl")?;
    }
    let cases = cases(&target.study, args.chunks.as_deref())?;
    match args.journal.as_deref() {
        Some(path) if path == Path::new("-") => stream(&target.study, cases, args),
        Some(path) => {
            let mut journal = JournalFile::open(&target.study, path, begin)?;
            Ok(fill(&target.study, &mut journal, cases, args)?.exit())
        }
        None => {
            let folder = &target.folder;
            if begin {
                std::fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
            }
            let mut journal = JournalFile::open(&target.study, &target.journal(), begin)?;
            target.keep_inputs()?;
            let played = fill(&target.study, &mut journal, cases, args)?;
            let overview = results::write(&target, &mut journal)?;
            let table = folder.join(results::TABLE).display().to_string();
            output::print_text(&terminal(&tell_overview(&overview, &table), WIDTH))?;
            let missing = target.study.cases() - journal.contents.places.len() as u64;
            if missing > 0 {
                note(&format!(
                    "{missing} of {} cases are still to be played: zopa study resume {}",
                    target.study.cases(),
                    shell::file(folder)
                ));
            }
            Ok(played.exit())
        }
    }
}

/// The cases of the chunks the user asks for; without a word all of them.
fn cases(study: &Study, chunks: Option<&str>) -> Result<Range<u64>, Failure> {
    let Some(text) = chunks else { return Ok(0..study.cases()) };
    let count = study.chunks();
    let malformed = || {
        Failure::usage(format!(
            "--chunks {text} is no range of chunks: this study has {count}, so write \
             --chunks 0..{count} for all of them, or --chunks 0 for the first"
        ))
    };
    let number = |part: &str| part.trim().parse::<u64>().map_err(|_| malformed());
    let (from, to) = match text.split_once("..") {
        Some((from, to)) => (number(from)?, number(to)?),
        None => (number(text)?, number(text)?.saturating_add(1)),
    };
    if from >= to || to > count {
        return Err(malformed());
    }
    Ok(from * study.chunk()..(to * study.chunk()).min(study.cases()))
}

/// How playing ended.
#[derive(Default)]
struct Played {
    interrupted: bool,
    invalid: u64,
    imprecise: u64,
}

impl Played {
    fn count(&mut self, record: &Record) {
        self.invalid += u64::from(!record.is_played());
        self.imprecise += u64::from(record.stopped == StopReason::PrecisionMissed.word());
    }

    /// The exit code, with a note where it is not what was asked for.
    fn exit(&self) -> Exit {
        if self.invalid > 0 {
            let count = self.invalid;
            note(&format!(
                "{count} cases have values that make no scenario; results.jsonl says why"
            ));
        }
        if self.imprecise > 0 {
            let count = self.imprecise;
            note(&format!(
                "{count} cases did not reach the precision: allow more with play.worlds"
            ));
        }
        match self {
            Self { interrupted: true, .. } => Exit::Interrupted,
            Self { invalid: 1.., .. } => Exit::Invalid,
            Self { imprecise: 1.., .. } => Exit::NotMet,
            _ => Exit::Ok,
        }
    }
}

/// Plays the cases of the range that the journal does not have.
fn fill(
    study: &Study,
    journal: &mut JournalFile,
    cases: Range<u64>,
    args: &StudyRunArgs,
) -> Result<Played, Failure> {
    let there: BTreeSet<u64> =
        journal.contents.places.range(cases.clone()).map(|(&case, _)| case).collect();
    let of = cases.end - cases.start;
    let mut done = there.len() as u64;
    if done > 0 && done < of {
        note(&format!("{done} of {of} cases are in the journal already"));
    }
    let bar = Bar::counting(of, "cases");
    bar.begin_at(done);
    let mut played = Played::default();
    let mut failed = None;
    play_until_stopped(study, cases, &|case| there.contains(&case), args, &bar, |record| {
        if let Err(failure) = journal.append(&record, study.cases()) {
            failed = Some(failure);
            return false;
        }
        played.count(&record);
        done += 1;
        bar.advance(done, of);
        true
    });
    bar.finish();
    if let Some(failure) = failed {
        return Err(failure);
    }
    journal.sync()?;
    played.interrupted = done < of;
    Ok(played)
}

/// Plays the cases of the range and prints their journal, in order.
fn stream(study: &Study, cases: Range<u64>, args: &StudyRunArgs) -> Result<Exit, Failure> {
    let bar = Bar::counting(cases.end - cases.start, "cases");
    let mut out = io::stdout().lock();
    let mut written = writeln!(out, "{}", Header::of(study).line());
    let mut played = Played::default();
    let (mut next, mut waiting) = (cases.start, BTreeMap::new());
    play_until_stopped(study, cases.clone(), &|_| false, args, &bar, |record| {
        played.count(&record);
        waiting.insert(record.case, record.line());
        while let Some(line) = waiting.remove(&next) {
            next += 1;
            written = writeln!(out, "{line}");
            if written.is_err() {
                return false;
            }
        }
        bar.advance(next - cases.start, cases.end - cases.start);
        true
    });
    bar.finish();
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::io(format!("the journal could not be written: {error}")))
        }
        _ => {
            played.interrupted = next < cases.end;
            Ok(played.exit())
        }
    }
}

fn play_until_stopped(
    study: &Study,
    cases: Range<u64>,
    skip: &(dyn Fn(u64) -> bool + Sync),
    args: &StudyRunArgs,
    bar: &Bar,
    take: impl FnMut(Record) -> bool,
) {
    let never = AtomicBool::new(false);
    let stop = bar.stop().unwrap_or(&never);
    play_cases(study, cases, skip, (usize::from(args.threads), bar), stop, take);
    if stop.load(Ordering::Relaxed) {
        note("stopped; what was played is saved");
    }
}
