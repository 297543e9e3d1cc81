//! Choices that are no number: the odds under each, beside the bars.

use super::Study;
use super::factor::world;
use super::swings::{Elsewhere, Swings, change_of, column, column_of, odds_interval};
use crate::analysis::error::{AnalysisError, expect_at_least};
use crate::analysis::interval::IntervalEstimate;
use crate::model::{IssueEffect, Loss, MediationStyle, Scenario, Tactic, Variant};
use crate::montecarlo::{Design, Outcome, PlayPoint, Playing, Progress, play_design};
use crate::prior::Prior;

/// The scenario with one choice made otherwise.
#[derive(Clone, Debug)]
pub struct Alternative {
    /// What was chosen, as `--set` would write it where it can.
    pub set: String,
    /// In words.
    pub words: String,
    /// The scenario so changed.
    pub scenario: Scenario,
    /// One input held, where the choice is an end of a number.
    held: Option<f64>,
}

impl Alternative {
    /// A variant of the file, with what it makes of the scenario.
    pub fn variant(variant: &Variant, scenario: Scenario) -> Self {
        let Variant { id, title } = variant;
        let (set, words) = (format!("--variant {id}"), format!("variant {id}: {title}"));
        Self { set, words, scenario, held: None }
    }
}

/// The odds under an alternative.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceOdds {
    /// As `--set` would write it where it can.
    pub set: String,
    /// In words.
    pub words: String,
    /// The odds.
    pub odds: IntervalEstimate,
    /// The odds less those of the file as it stands, in the same worlds with the same chance.
    pub change: IntervalEstimate,
    /// The outcome whose odds the choice moves clearly more.
    pub elsewhere: Option<Elsewhere>,
}

/// Everybody bargains by the same tactic, one tactic after the other: the choices of alternating offers.
fn tactics(scenario: &Scenario) -> Vec<Alternative> {
    let words = [
        ("boulware", "everybody concedes late (boulware)"),
        ("linear", "everybody concedes steadily (linear)"),
        ("conceder", "everybody concedes early (conceder)"),
        ("tit-for-tat", "everybody answers in kind (tit-for-tat)"),
        ("micro", "everybody concedes least (MiCRO)"),
        ("random", "everybody offers at random"),
    ];
    let alternatives = words.into_iter().map(|(word, words)| {
        let mut scenario = scenario.clone();
        let tactic = match word {
            "boulware" => Tactic::Preset { exponent: Tactic::BOULWARE },
            "linear" => Tactic::Preset { exponent: Tactic::LINEAR },
            "conceder" => Tactic::Preset { exponent: Tactic::CONCEDER },
            "tit-for-tat" => Tactic::TitForTat { window: None },
            "micro" => Tactic::Micro,
            _ => Tactic::Random,
        };
        for bargainer in scenario.parties.iter_mut().filter_map(|party| party.bargainer.as_mut()) {
            bargainer.tactics = vec![tactic];
            bargainer.choice = None;
        }
        let set = format!("parties.*.tactic={word}");
        Alternative { set, words: words.to_owned(), scenario, held: None }
    });
    alternatives.collect()
}

/// Every structural choice of the scenario, made otherwise, one at a time.
pub fn alternatives(scenario: &Scenario) -> Vec<Alternative> {
    if scenario.offers().is_some() {
        return tactics(scenario);
    }
    let mut found = Vec::new();
    let mut push = |set: &str, words: &str, change: &dyn Fn(&mut Scenario), held| {
        let mut scenario = scenario.clone();
        change(&mut scenario);
        let (set, words) = (set.to_owned(), words.to_owned());
        found.push(Alternative { set, words, scenario, held });
    };
    if scenario.weighs_limits() {
        let (none, all) = ("stated limits are worth nothing", "stated limits are all that counts");
        push("model.stated_limits_weight=0", none, &|_| {}, Some(0.0));
        push("model.stated_limits_weight=1", all, &|_| {}, Some(1.0));
    }
    let styles = [
        (None, "no mediation.style", "no mediator: principals draft in turn"),
        (
            Some(MediationStyle::Facilitation),
            "mediation.style=facilitation",
            "the mediator facilitates",
        ),
        (
            Some(MediationStyle::Formulation),
            "mediation.style=formulation",
            "the mediator formulates texts",
        ),
    ];
    for (style, set, words) in styles {
        if style != scenario.mediation.style {
            push(set, words, &|other| other.mediation.style = style, None);
        }
    }
    for (shape, words) in [
        (Loss::Quadratic, "losses grow with the square of distance"),
        (Loss::Linear, "losses grow in step with distance"),
    ] {
        let id = scenario.constants.loss;
        if scenario.inputs[id.index()].prior != Prior::Constant(shape.gamma()) {
            let set = format!("model.loss={}", shape.word());
            let fix = |other: &mut Scenario| {
                other.inputs[id.index()].prior = Prior::Constant(shape.gamma());
            };
            push(&set, words, &fix, None);
        }
    }
    let keepers = !scenario.durability.peacekeepers;
    let words = if keepers { "with peacekeepers" } else { "without peacekeepers" };
    let set = format!("durability.peacekeepers={keepers}");
    push(&set, words, &|other| other.durability.peacekeepers = keepers, None);
    if !scenario.interims.is_empty() {
        let whole = |other: &mut Scenario| {
            other.interims.clear();
            if let Some(issue) = other.ceasefire_issue() {
                other.issues[issue].effect = IssueEffect::None;
            }
        };
        push("no [[interim]]", "the whole or nothing: no interim deal", &whole, None);
    }
    if let Some(issue) = scenario.bare_ceasefire() {
        let set = format!("no effect of issues.{}", scenario.issues[issue].id);
        let words = "no ceasefire ahead of a settlement";
        push(&set, words, &|other| other.issues[issue].effect = IssueEffect::None, None);
    }
    found
}

/// The worlds of a tornado in another scenario.
struct SameWorlds<'a> {
    alternative: &'a Alternative,
    study: &'a Study,
    worlds: u64,
}

impl Design for SameWorlds<'_> {
    fn blocks(&self) -> u64 {
        self.worlds
    }

    fn points_of_block(&self) -> usize {
        1
    }

    fn every_outcome(&self) -> bool {
        true
    }

    fn visit(&self, block: u64, play: PlayPoint<'_>) {
        let scenario = &self.alternative.scenario;
        let mut values = world(scenario, self.study.playing.seed, block);
        if let Some(weight) = self.alternative.held {
            values[scenario.constants.stated_limits_weight.index()] = weight;
        }
        play(&values, block);
    }
}

/// The odds under each alternative, paired with those of `scenario`, whose worlds `swings` played; those
/// after a stop are left out, and an alternative that does not ask for the outcome.
///
/// # Errors
/// Fewer than 2 worlds.
pub fn compare(
    scenario: &Scenario,
    alternatives: &[Alternative],
    study: &Study,
    swings: &Swings,
    progress: &dyn Progress,
) -> Result<Vec<ChoiceOdds>, AnalysisError> {
    let base = |outcome: Outcome| swings.base_odds[outcome.index()].as_slice();
    let shown = study.playing.outcome;
    expect_at_least("worlds", 2, swings.worlds)?;
    let mut found = Vec::with_capacity(alternatives.len());
    for alternative in alternatives {
        let other = &alternative.scenario;
        let Some(outcome) = shown.in_other(scenario, other) else { continue };
        let design = SameWorlds { alternative, study, worlds: swings.worlds as u64 };
        let playing = Playing { outcome, ..study.playing };
        let answers = play_design(other, &playing, &design, progress);
        if answers.blocks() < swings.worlds {
            break;
        }
        let odds = column(&answers, 0);
        let pairs = odds.iter().zip(base(shown));
        let changes: Vec<f64> = pairs.map(|(own, base)| own - base).collect();
        let change = change_of(&changes);
        let columns: Vec<(Outcome, Vec<f64>)> = Outcome::all(scenario)
            .filter_map(|own| Some((own, column_of(&answers, 0, own.in_other(scenario, other)?))))
            .collect();
        let outcomes = columns.iter().map(|(own, after)| (*own, base(*own), &after[..]));
        found.push(ChoiceOdds {
            set: alternative.set.clone(),
            words: alternative.words.clone(),
            odds: odds_interval(&odds),
            elsewhere: Elsewhere::find(&changes, outcomes),
            change,
        });
    }
    Ok(found)
}
