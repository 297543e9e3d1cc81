//! The report of a scenario: load → play → map → tell → write.

use super::live::Live;
use super::target::Target;
use super::{ReportArgs, ReportFormat};
use crate::analysis::backtest::Backtest;
use crate::analysis::drivers::Tornado;
use crate::briefing::{Beside, Briefing, MAP_WORLDS, Origin};
use crate::cli::backtest::Cases;
use crate::cli::compare::Candidates;
use crate::cli::drivers::tornado;
use crate::cli::exit::{Exit, Failure};
use crate::cli::idle::refuse;
use crate::cli::output::{ended, pretty, print_exact, to_json};
use crate::cli::progress::Bar;
use crate::cli::run::outcome_of;
use crate::cli::texts::{Put, Putting};
use crate::document::{Document, Length};
use crate::model::{InputId, Scenario};
use crate::montecarlo::{Contrasts, Link, Outcome, Plan, compare};
use crate::present::report::{source, tell};
use crate::render::{html, markdown};
use crate::results::Envelope;
use crate::results::compare::{Compared, Side};
use crate::results::drivers::{Finding, Found};
use crate::text::shell;

/// Everything that was played.
struct Played {
    briefing: Briefing,
    contrasts: Option<Contrasts>,
    tornado: Option<Finding>,
    backtest: Option<Backtest>,
    texts: Option<Put>,
    interrupted: bool,
}

/// What is asked for beside the run.
#[derive(Clone, Copy)]
struct Asked<'a> {
    candidates: Option<&'a Candidates>,
    tornado: Option<&'a Tornado>,
    cases: Option<&'a Cases>,
    texts: Option<&'a Putting>,
}

pub(super) fn report(args: &ReportArgs) -> Result<Exit, Failure> {
    let target = Target::of(args, &args.scenario.file)?;
    let live = Live::of(args, target.format)?;
    let scenario = args.scenario.load()?;
    // Whatever can be refused is refused before anything is played.
    let candidates = Candidates::of_report(args, &scenario)?;
    let of = args.of.as_deref().map(|name| outcome_of(name, &scenario)).transpose()?;
    if of.is_some() && candidates.is_none() && !args.tornado {
        return Err(Failure::usage(
            "--of says whose odds --compare, --variants and --tornado are about; add one of them, or leave \
             it out",
        ));
    }
    let swung_of = of.unwrap_or(Outcome::Link(Link::Signed));
    let moved = args.tornado.then(|| tornado(&args.scenario, &scenario, &args.trials, swung_of));
    let moved = moved.transpose()?;
    let cases = (!args.backtest.is_empty()).then(|| Cases::read(&args.backtest)).transpose()?;
    let texts = texts(args, target.format, &scenario)?;
    let asked = Asked {
        candidates: candidates.as_ref(),
        tornado: moved.as_ref(),
        cases: cases.as_ref(),
        texts: texts.as_ref(),
    };
    let played = play(args, &scenario, asked)?;
    let summary = &played.briefing.summary;
    let file = args.scenario.file.display().to_string();
    let options = args.scenario.options();
    let plan = args.trials.plan(Plan::WORLDS);
    let words = args.scenario.words();
    let origin = Origin { file: &file, words: &words, options: &options };
    let command =
        command(args, target.format, origin, &Plan { worlds: summary.worlds, ..plan.clone() });
    let inert: Vec<InputId> =
        summary.inputs.iter().filter(|share| share.inert).map(|share| share.input).collect();
    let sides: Vec<Side<'_>> = candidates.iter().flat_map(Candidates::sides).collect();
    let compared =
        candidates.as_ref().zip(played.contrasts.as_ref()).map(|(candidates, contrasts)| {
            let base = candidates.base();
            Envelope::of_compare(Compared { base, alternatives: &sides, contrasts, of })
        });
    let tested = cases.as_ref().zip(played.backtest.as_ref());
    let tested = tested.map(|(cases, backtest)| cases.answer(backtest));
    let swung = moved.as_ref().zip(played.tornado.as_ref()).map(|(plan, finding)| {
        Envelope::of_drivers(Found {
            scenario: &scenario,
            outcome: plan.study.playing.outcome,
            finding,
            inert: &inert,
            file: &file,
            options: &options,
            seed: args.trials.seed,
            size: plan.worlds,
            histories: plan.study.playing.histories,
            interrupted: false,
        })
    });
    let put = texts.as_ref().zip(played.texts.as_ref());
    let put = put.map(|(texts, put)| texts.answer(&scenario, put, &file, &options));
    let beside = Beside { drivers: swung, compare: compared, backtest: tested, texts: put };
    let report = played.briefing.report(&scenario, &plan, origin, &command, beside);
    if args.json {
        print_exact(&pretty(&to_json(&report)))?;
    } else if target.format == ReportFormat::Json {
        target.write(&pretty(&to_json(&report)))?;
    } else if let Some(live) = live {
        let told = tell(&scenario, &report, Length::Whole);
        target.write(&live.page(&scenario, &report, &told))?;
    } else {
        let length = match (target.format, args.brief) {
            (_, true) => Length::Page,
            (ReportFormat::Md, false) if !args.full => Length::Memo,
            (_, false) => Length::Whole,
        };
        write(&target, &tell(&scenario, &report, length), &source(&scenario, &report))?;
    }
    Ok(ended(played.interrupted, summary.worlds, "figures"))
}

/// Writes a briefing as asked; `source` stands under every chart that stands alone.
pub(super) fn write(target: &Target, briefing: &Document, source: &str) -> Result<Exit, Failure> {
    match target.format {
        ReportFormat::Html => target.write(&html::page(briefing)),
        // Numbers are no briefing: whoever has them writes them.
        ReportFormat::Md | ReportFormat::Json => target.write(&markdown::memo(briefing)),
        ReportFormat::Svg => {
            let figures = briefing.figures();
            let files = figures.iter().enumerate().map(|(number, figure)| {
                let name = format!("{:02}-{}.svg", number + 1, figure.name());
                (name, figure.wide.standalone(source))
            });
            target.write_all(&files.collect::<Vec<_>>())
        }
    }
}

fn play(args: &ReportArgs, scenario: &Scenario, asked: Asked<'_>) -> Result<Played, Failure> {
    let Asked { candidates, tornado, cases, texts } = asked;
    let plan = args.trials.plan(Plan::WORLDS);
    let bar = Bar::new(plan.worlds);
    let stopped = || bar.is_stopped();
    let mut played = Played {
        briefing: Briefing::play(scenario, &plan, MAP_WORLDS, &bar),
        contrasts: None,
        tornado: None,
        backtest: None,
        texts: None,
        interrupted: stopped(),
    };
    if let Some(candidates) = candidates.filter(|_| !stopped()) {
        let contrasts = compare(scenario, &candidates.scenarios(), &plan, &bar);
        played.contrasts = (!stopped()).then_some(contrasts);
    }
    if let Some(tornado) = tornado.filter(|_| !stopped()) {
        let finding = tornado.play(scenario, &bar);
        played.tornado = if stopped() {
            None
        } else {
            finding.map(|(swings, odds)| Some(Finding::Tornado(swings, odds)))?
        };
    }
    if let Some(cases) = cases.filter(|_| !stopped()) {
        played.backtest = cases.play(&Cases::playing(&args.trials), &bar)?;
    }
    if let Some(texts) = texts.filter(|_| !stopped()) {
        let put = texts.play(scenario, &plan, &bar);
        played.texts = (!put.is_interrupted()).then_some(put);
    }
    played.interrupted = stopped();
    bar.finish();
    Ok(played)
}

/// The texts that are asked about, if any.
fn texts(
    args: &ReportArgs,
    format: ReportFormat,
    scenario: &Scenario,
) -> Result<Option<Putting>, Failure> {
    let own = &args.texts;
    if !own.is_any() {
        let idle = [("--on", own.on.is_some()), ("--as-it-is", own.as_it_is)];
        refuse(&idle, "without a text: add --package or --texts, or leave it out")?;
        return Ok(None);
    }
    let short = match format {
        ReportFormat::Html | ReportFormat::Json => args.brief,
        ReportFormat::Md => !args.full,
        ReportFormat::Svg => true,
    };
    let given = [("--package", !own.package.is_empty()), ("--texts", own.texts.is_some())];
    refuse(
        &given.map(|(option, given)| (option, given && short)),
        "on one page, a memo of two or charts alone, which have no room for it; write a whole page, or a memo with \
         --full",
    )?;
    Putting::of(scenario, &args.scenario.file, own).map(Some)
}

/// The command that makes this report again. Where it is written to makes no difference to it.
fn command(args: &ReportArgs, format: ReportFormat, origin: Origin<'_>, plan: &Plan) -> String {
    let mut words = origin.command("report", plan);
    for name in &args.compare {
        words += &format!(" {}", shell::option("compare", name));
    }
    if args.variants {
        words += " --variants";
    }
    if args.tornado {
        words += " --tornado";
    }
    if let Some(of) = &args.of {
        words += &format!(" {}", shell::option("of", of));
    }
    for path in &args.backtest {
        words += &format!(" --backtest {}", shell::file(path));
    }
    words += &args.texts.words();
    let lengths = [(" --brief", args.brief), (" --full", args.full), (" --live", args.live)];
    for (length, _) in lengths.into_iter().filter(|(_, asked)| *asked) {
        words += length;
    }
    words
        + match format {
            ReportFormat::Html | ReportFormat::Json => " -o report.html",
            ReportFormat::Md => " -o report.md",
            ReportFormat::Svg => " --format svg -o charts",
        }
}
