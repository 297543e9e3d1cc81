//! What a report of a scenario plays, and what it makes of that: a run, its bargaining map, and the trials that stand
//! for many, told. The command and the page that plays do it through here.

use crate::analysis::map::BargainingMap;
use crate::model::Scenario;
use crate::montecarlo::{Plan, Progress, Summary, TrialId, replay, run_with};
use crate::present::explain;
use crate::results::Envelope;
use crate::results::backtest::Backtest;
use crate::results::compare::Compare;
use crate::results::drivers::Drivers;
use crate::results::report::{Report, Reported, StoryKind, StoryTold};
use crate::results::story::Narrator;
use crate::results::texts::Texts;
use crate::solution::forecasts::Inquiry;
use crate::stream::Seed;

/// Worlds of the bargaining map: each takes as long as a thousand histories.
pub const MAP_WORLDS: u64 = 400;

/// Where a report's scenario comes from, as its reader would type it.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// The file, as results name it.
    pub file: &'a str,
    /// The file and what is changed in it, as a shell reads them.
    pub words: &'a str,
    /// What is changed in it, as the command line has it.
    pub options: &'a str,
}

/// What is told beside the run, where it was asked for.
#[derive(Debug, Default)]
pub struct Beside {
    /// A tornado.
    pub drivers: Option<Envelope<Drivers>>,
    /// A comparison.
    pub compare: Option<Envelope<Compare>>,
    /// A back-test.
    pub backtest: Option<Envelope<Backtest>>,
    /// Texts that were put on the table.
    pub texts: Option<Envelope<Texts>>,
}

/// What every report rests on.
#[derive(Debug)]
pub struct Briefing {
    /// The run.
    pub summary: Summary,
    /// Its bargaining map.
    pub map: BargainingMap,
}

impl Briefing {
    /// Plays a scenario by a plan, and draws its map in so many worlds at most.
    pub fn play(
        scenario: &Scenario,
        plan: &Plan,
        map_worlds: u64,
        progress: &dyn Progress,
    ) -> Self {
        let summary = run_with(scenario, plan, progress, None);
        Self::of(scenario, summary, plan, map_worlds, progress)
    }

    /// The same of a run that has been played by this plan.
    pub fn of(
        scenario: &Scenario,
        summary: Summary,
        plan: &Plan,
        map_worlds: u64,
        progress: &dyn Progress,
    ) -> Self {
        let mapped = Plan { worlds: plan.worlds.min(map_worlds), ..plan.clone() };
        let map = BargainingMap::of(scenario, &mapped, None, &Inquiry::default(), progress);
        Self { summary, map }
    }

    /// The report in data. `command` is what makes it again.
    pub fn report(
        &self,
        scenario: &Scenario,
        plan: &Plan,
        origin: Origin<'_>,
        command: &str,
        beside: Beside,
    ) -> Report {
        Report::new(Reported {
            scenario,
            summary: &self.summary,
            map: &self.map,
            stories: self.stories(scenario, plan, origin),
            drivers: beside.drivers,
            compare: beside.compare,
            backtest: beside.backtest,
            texts: beside.texts,
            file: origin.file,
            options: origin.options,
            command,
        })
    }

    /// The trials that stand for many, played once more and told.
    fn stories(&self, scenario: &Scenario, plan: &Plan, origin: Origin<'_>) -> Vec<StoryTold> {
        let stories = &self.summary.stories;
        let told = [
            (StoryKind::TypicalDeal, stories.typical_deal),
            (StoryKind::TypicalFailure, stories.typical_failure),
            (StoryKind::NearMiss, stories.near_miss),
        ];
        let told = told.into_iter().filter_map(|(kind, trial)| Some((kind, trial?)));
        told.filter_map(|(kind, trial)| {
            let mut narrator = Narrator::new(scenario);
            let played = replay(scenario, plan, trial, &mut narrator).ok()?;
            let told = explain::brief(scenario, &narrator.story(&played.history()));
            let explain::Brief { entries, ending, missing } = told;
            let command = origin.of_trial(trial, plan);
            Some(StoryTold { kind, trial: trial.0, command, entries, ending, missing })
        })
        .collect()
    }
}

impl Origin<'_> {
    /// A command about it, played by this plan, as far as the plan is not the usual one.
    pub fn command(&self, verb: &str, plan: &Plan) -> String {
        let mut words = format!("zopa {verb} {}", self.words);
        if plan.worlds != Plan::WORLDS {
            words += &format!(" --worlds {}", plan.worlds);
        }
        words + &same_trials(plan)
    }

    /// A command about its worlds alone.
    pub fn same_seed(&self, verb: &str, seed: Seed) -> String {
        let plan = Plan { seed, ..Plan::default() };
        format!("zopa {verb} {}{}", self.words, same_trials(&plan))
    }

    /// The command that tells one trial of this plan.
    pub fn of_trial(&self, trial: TrialId, plan: &Plan) -> String {
        format!("zopa explain {}{} --trial {}", self.words, same_trials(plan), trial.0)
    }
}

/// What a command has to be told to find the same trials, where it is not the default.
pub(crate) fn same_trials(plan: &Plan) -> String {
    let mut options = String::new();
    if plan.seed != Plan::SEED {
        options += &format!(" --seed {}", plan.seed.0);
    }
    if plan.histories != Plan::HISTORIES {
        options += &format!(" --histories {}", plan.histories);
    }
    options
}
