//! The report of a scenario: load → play → map → tell → write.

use super::target::Target;
use super::{ReportArgs, ReportFormat};
use crate::analysis::backtest::Backtest;
use crate::analysis::map::BargainingMap;
use crate::cli::backtest::Cases;
use crate::cli::compare::Candidates;
use crate::cli::drivers::TornadoPlan;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::{ended, pretty, print_exact, to_json};
use crate::cli::progress::Bar;
use crate::cli::run::outcome_of;
use crate::document::{Document, Length};
use crate::model::{InputId, Scenario};
use crate::montecarlo::{Contrasts, Link, Outcome, Plan, Summary, compare, replay, run_with};
use crate::present::explain;
use crate::present::report::{source, tell};
use crate::render::{html, markdown};
use crate::results::Envelope;
use crate::results::compare::{Compared, Side};
use crate::results::drivers::{Finding, Found};
use crate::results::report::{Report, Reported, StoryKind, StoryTold};
use crate::results::story::Narrator;
use crate::solution::forecasts::Inquiry;
use crate::text::shell;

/// Worlds of the bargaining map: each takes as long as a thousand histories.
const MAP_WORLDS: u64 = 400;

/// Everything that was played.
struct Played {
    summary: Summary,
    map: BargainingMap,
    contrasts: Option<Contrasts>,
    tornado: Option<Finding>,
    backtest: Option<Backtest>,
    interrupted: bool,
}

/// What is asked for beside the run.
#[derive(Clone, Copy)]
struct Asked<'a> {
    candidates: Option<&'a Candidates>,
    tornado: Option<&'a TornadoPlan>,
    cases: Option<&'a Cases>,
}

pub(super) fn report(args: &ReportArgs) -> Result<Exit, Failure> {
    let target = Target::of(args, &args.scenario.file)?;
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
    let tornado =
        args.tornado.then(|| TornadoPlan::new(&args.scenario, &scenario, &args.trials, swung_of));
    let tornado = tornado.transpose()?;
    let cases = (!args.backtest.is_empty()).then(|| Cases::read(&args.backtest)).transpose()?;
    let asked =
        Asked { candidates: candidates.as_ref(), tornado: tornado.as_ref(), cases: cases.as_ref() };
    let played = play(args, &scenario, asked)?;
    let file = args.scenario.file.display().to_string();
    let options = args.scenario.options();
    let command = command(args, target.format, played.summary.worlds);
    let stories = stories(args, &scenario, &played.summary);
    let inert: Vec<InputId> =
        played.summary.inputs.iter().filter(|share| share.inert).map(|share| share.input).collect();
    let sides: Vec<Side<'_>> = candidates.iter().flat_map(Candidates::sides).collect();
    let compared =
        candidates.as_ref().zip(played.contrasts.as_ref()).map(|(candidates, contrasts)| {
            let base = candidates.base();
            Envelope::of_compare(Compared { base, alternatives: &sides, contrasts, of })
        });
    let tested = cases.as_ref().zip(played.backtest.as_ref());
    let tested = tested.map(|(cases, backtest)| cases.answer(backtest));
    let swung = tornado.as_ref().zip(played.tornado.as_ref()).map(|(plan, finding)| {
        Envelope::of_drivers(Found {
            scenario: &scenario,
            outcome: plan.outcome(),
            finding,
            inert: &inert,
            file: &file,
            options: &options,
            seed: args.trials.seed,
            size: plan.worlds(),
            histories: plan.histories(),
            interrupted: false,
        })
    });
    let report = Report::new(Reported {
        scenario: &scenario,
        summary: &played.summary,
        map: &played.map,
        stories,
        drivers: swung,
        compare: compared,
        backtest: tested,
        file: &file,
        options: &options,
        command: &command,
    });
    if args.json {
        print_exact(&pretty(&to_json(&report)))?;
    } else if target.format == ReportFormat::Json {
        target.write(&pretty(&to_json(&report)))?;
    } else {
        let length = match (target.format, args.brief) {
            (_, true) => Length::Page,
            (ReportFormat::Md, false) if !args.full => Length::Memo,
            (_, false) => Length::Whole,
        };
        write(&target, &tell(&scenario, &report, length), &source(&scenario, &report))?;
    }
    Ok(ended(played.interrupted, played.summary.worlds, "figures"))
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
    let Asked { candidates, tornado, cases } = asked;
    let plan = args.trials.plan(Plan::WORLDS);
    let bar = Bar::new(plan.worlds);
    let stopped = || bar.is_stopped();
    let summary = run_with(scenario, &plan, &bar, None);
    let mapped = Plan { worlds: plan.worlds.min(MAP_WORLDS), ..plan.clone() };
    let map = BargainingMap::of(scenario, &mapped, None, &Inquiry::default(), &bar);
    let mut played = Played {
        summary,
        map,
        contrasts: None,
        tornado: None,
        backtest: None,
        interrupted: stopped(),
    };
    if let Some(candidates) = candidates.filter(|_| !stopped()) {
        let contrasts = compare(scenario, &candidates.scenarios(), &plan, &bar);
        played.contrasts = (!stopped()).then_some(contrasts);
    }
    if let Some(tornado) = tornado.filter(|_| !stopped()) {
        let finding = tornado.play(scenario, &bar);
        played.tornado = if stopped() { None } else { Some(finding?) };
    }
    if let Some(cases) = cases.filter(|_| !stopped()) {
        played.backtest = cases.play(&Cases::playing(&args.trials), &bar)?;
    }
    played.interrupted = stopped();
    bar.finish();
    Ok(played)
}

/// The trials that stand for many, played once more and told.
fn stories(args: &ReportArgs, scenario: &Scenario, summary: &Summary) -> Vec<StoryTold> {
    let plan = args.trials.plan(Plan::WORLDS);
    let told = [
        (StoryKind::TypicalDeal, summary.stories.typical_deal),
        (StoryKind::TypicalFailure, summary.stories.typical_failure),
        (StoryKind::NearMiss, summary.stories.near_miss),
    ];
    let told = told.into_iter().filter_map(|(kind, trial)| Some((kind, trial?)));
    told.filter_map(|(kind, trial)| {
        let mut narrator = Narrator::new(scenario);
        let played = replay(scenario, &plan, trial, &mut narrator).ok()?;
        let told = explain::brief(scenario, &narrator.story(&played.history()));
        let explain::Brief { entries, ending, missing } = told;
        let trial = trial.0;
        let options = args.trials.replay();
        let command = format!("zopa explain {}{options} --trial {trial}", args.scenario.words());
        Some(StoryTold { kind, trial, command, entries, ending, missing })
    })
    .collect()
}

/// The command that makes this report again. Where it is written to makes no difference to it.
fn command(args: &ReportArgs, format: ReportFormat, worlds: u64) -> String {
    let mut words = format!("zopa report {}", args.scenario.words());
    if worlds != Plan::WORLDS {
        words += &format!(" --worlds {worlds}");
    }
    words += &args.trials.replay();
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
    let lengths = [(" --brief", args.brief), (" --full", args.full)];
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
