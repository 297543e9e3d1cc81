//! What verbs tell, as HTML: the same words as on a terminal, with the charts that a terminal has no room for.

use super::answer::Answer;
use super::playing::Asked;
use super::request::{Made, Typical, Verb, Which};
use super::setting::Setting;
use crate::analysis::drivers::{Alternative, Tornado};
use crate::analysis::map::BargainingMap;
use crate::briefing::MAP_WORLDS;
use crate::document::Document;
use crate::model::Scenario;
use crate::montecarlo::{Link, Outcome, Plan, TrialId, compare, replay, run_with};
use crate::present;
use crate::render::html::told as as_html;
use crate::results::Envelope;
use crate::results::compare::{Compared, Side};
use crate::results::drivers::{Finding, Found};
use crate::results::map::Mapped;
use crate::results::run::Run;
use crate::results::story::Narrator;
use crate::solution::forecasts::Inquiry;

/// A trial that stands for many is looked for in so many worlds.
const TYPICAL_AMONG: u64 = 800;

/// What a verb tells of the changed scenario; why it cannot, in words.
pub(super) fn told(
    asked: &Asked,
    verb: Verb,
    worlds: u64,
    setting: &Setting<'_>,
) -> Result<Answer, String> {
    let complete = worlds == asked.plan.worlds;
    let (document, command) = match verb {
        Verb::Run => run(asked, worlds, setting),
        Verb::Map => map(asked, setting),
        Verb::Drivers => drivers(asked, setting)?,
        Verb::Compare => variants(asked, setting)?,
        Verb::Explain => explain(asked, setting)?,
    };
    let state = if verb == Verb::Run { asked.state(worlds, complete) } else { String::new() };
    Ok(Answer::Told { verb, html: as_html(&document), state, complete, command })
}

type Told = (Document, String);

fn run(asked: &Asked, worlds: u64, setting: &Setting<'_>) -> Told {
    let Made { scenario, options, .. } = &asked.changed;
    let summary = run_with(scenario, &asked.to(worlds), setting.progress, None);
    let answer = Envelope::<Run>::of_run(scenario, &summary, &asked.request.file, options);
    (present::run::tell(&answer), asked.origin().command("run", &asked.plan))
}

fn map(asked: &Asked, setting: &Setting<'_>) -> Told {
    let Made { scenario, options, .. } = &asked.changed;
    let plan = Plan { worlds: MAP_WORLDS, ..asked.plan.clone() };
    let map = BargainingMap::of(scenario, &plan, None, &Inquiry::default(), setting.progress);
    let mapped = Mapped {
        scenario,
        map: &map,
        file: &asked.request.file,
        options,
        seed: plan.seed.0,
        worlds: plan.worlds,
    };
    let document = present::map::tell(&Envelope::of_map(mapped), None);
    (document, asked.origin().same_seed("map", plan.seed))
}

fn drivers(asked: &Asked, setting: &Setting<'_>) -> Result<Told, String> {
    let Made { scenario, options, .. } = &asked.changed;
    let outcome = Outcome::Link(Link::Signed);
    let rivals = rivals(asked)?;
    let rivals = scenario.variants.iter().zip(rivals);
    let rivals = rivals.map(|(variant, made)| Alternative::variant(variant, made.scenario));
    let tornado =
        Tornado::of(scenario, rivals.collect(), outcome, asked.plan.seed, asked.plan.threads);
    let tornado = tornado.ok_or(
        "Nothing in this scenario is uncertain, so that nothing can be moved: give some numbers a range.",
    )?;
    let (swings, odds) =
        tornado.play(scenario, setting.progress).map_err(|error| error.to_string())?;
    let answer = Envelope::of_drivers(Found {
        scenario,
        outcome,
        finding: &Finding::Tornado(swings, odds),
        inert: &tornado.study.inert(scenario),
        file: &asked.request.file,
        options,
        seed: asked.plan.seed.0,
        size: tornado.worlds,
        histories: tornado.study.playing.histories,
        interrupted: false,
    });
    let command = asked.origin().same_seed("drivers", asked.plan.seed);
    Ok((present::drivers::tell(&answer), command))
}

/// The file with each of its variants; none where one of them is played already.
fn rivals(asked: &Asked) -> Result<Vec<Made>, String> {
    if asked.changed.load.variant.is_some() {
        return Ok(Vec::new());
    }
    let variants = asked.changed.scenario.variants.iter();
    variants.map(|variant| asked.request.with_variant(&variant.id)).collect()
}

fn variants(asked: &Asked, setting: &Setting<'_>) -> Result<Told, String> {
    let base = &asked.changed;
    let rivals = rivals(asked)?;
    if base.load.variant.is_some() {
        return Err("One of the variants is played already: choose the file as it stands to compare them with."
            .to_owned());
    }
    if rivals.is_empty() {
        return Err("This scenario has no variants, rival readings of the same facts, to be compared with: add \
                    one, or change a number and read the odds before and after."
            .to_owned());
    }
    let sides: Vec<Side<'_>> = base
        .scenario
        .variants
        .iter()
        .zip(&rivals)
        .map(|(variant, made)| asked.side(made, &variant.id, &variant.title))
        .collect();
    let scenarios: Vec<&Scenario> = rivals.iter().map(|made| &made.scenario).collect();
    let contrasts = compare(&base.scenario, &scenarios, &asked.plan, setting.progress);
    let answer = Envelope::of_compare(Compared {
        base: asked.side(base, "the file as it is", ""),
        alternatives: &sides,
        contrasts: &contrasts,
        of: None,
    });
    let command = asked.origin().command("compare", &asked.plan) + " --variants";
    Ok((present::compare::tell(&answer), command))
}

fn explain(asked: &Asked, setting: &Setting<'_>) -> Result<Told, String> {
    let scenario = &asked.changed.scenario;
    let trial = match asked.request.trial {
        None => TrialId(0),
        Some(Which::Number(number)) => TrialId(number),
        Some(Which::Typical(typical)) => {
            let plan = asked.to(asked.plan.worlds.min(TYPICAL_AMONG));
            let stories = run_with(scenario, &plan, setting.progress, None).stories;
            let (trial, what) = match typical {
                Typical::Deal => (stories.typical_deal, "signed"),
                Typical::Failure => (stories.typical_failure, "failed"),
                Typical::NearMiss => (stories.near_miss, "came close and failed"),
            };
            trial.ok_or_else(|| format!("In {} worlds none {what}.", plan.worlds))?
        }
    };
    let mut narrator = Narrator::new(scenario);
    let played =
        replay(scenario, &asked.plan, trial, &mut narrator).map_err(|no| no.to_string())?;
    let story = narrator.story(&played.history());
    let head = present::explain::head(trial, &played, asked.plan.seed);
    let command = asked.origin().of_trial(trial, &asked.plan);
    Ok((present::explain::tell(scenario, &head, &story), command))
}
