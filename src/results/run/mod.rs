//! What `zopa run` answers.

mod cause;
mod inputs;
mod parties;
mod terms;
mod time;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use cause::{CauseShare, Family, FamilyPart, Why};
pub use inputs::{InputInfluence, StructuralChoice, Uncoded};
pub use parties::{BelowBecause, MarginParts, PartyOutcome, SigningMeans};
pub use terms::{OptionShare, Quantiles, TermsOfIssue};
pub use time::{ByRoundOrMonth, StandingAt};

use super::{Envelope, Estimate, Mean, link_title};
use crate::model::{Fate, InputId, Process, Scenario};
use crate::montecarlo::{ChainLink, DealFigure, Link, Summary, TrialId, Verdict, level_of_each};
use crate::text::likelihood;

/// The answer of a run: every figure with its uncertainty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Run {
    /// From talks to a deal that lasts: each link contains the next.
    pub chain: Vec<ChainStep>,
    /// Share of worlds with a package that all who must agree would sign.
    pub common_ground_worlds: Estimate,
    /// The file's questions, in its order.
    pub questions: Vec<QuestionOdds>,
    /// What becomes of the file's interim deals, in its order.
    pub interims: Vec<InterimFates>,
    /// Why there was no lasting deal, most frequent first.
    pub endings: Vec<CauseShare>,
    /// The same, grouped by what they have in common, largest first.
    pub blockers: Vec<Family>,
    /// The terms of signed packages; empty when nothing was signed.
    pub terms: Vec<TermsOfIssue>,
    /// How good the deals are, with alternating offers; empty otherwise.
    pub deals: Vec<DealQuality>,
    /// What each party gets.
    pub parties: Vec<PartyOutcome>,
    /// What explains the spread of the worlds' odds of a signature, largest share first.
    pub inputs: Vec<InputInfluence>,
    /// Numbers that nobody coded; null where none is drawn.
    pub uncoded: Option<Uncoded>,
    /// The odds of a signature under choices of the model that no evidence settles.
    pub structural: Vec<StructuralChoice>,
    /// The odds by time, at equal steps to the horizon.
    pub by_time: Vec<ByRoundOrMonth>,
    /// How long deals in force stand.
    pub standing: Vec<StandingAt>,
    /// Trials that stand for many: their numbers, for `zopa explain --trial`.
    pub stories: StoryTrials,
    /// The first trial that ended in a signature.
    pub signed_trial: Option<TrialId>,
    /// What the run says about each `--assert`.
    pub assertions: Vec<AssertionVerdict>,
    /// Inputs that hang together; null where none do.
    pub dependence: Option<Dependence>,
}

/// A link of the chain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChainStep {
    /// Which.
    pub id: Link,
    /// What readers call it; null where it means nothing under the scenario's protocol.
    pub title: Option<String>,
    /// Odds of getting this far.
    pub estimate: Estimate,
    /// Odds of this link given the one before; null for the first, or when that never happened.
    pub given: Option<Estimate>,
}

/// The odds of a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct QuestionOdds {
    /// Its name in the file.
    pub id: String,
    /// In words.
    pub text: String,
    /// The day by which it is asked, `YYYY-MM-DD`, or `round N`; null for the horizon.
    pub by: Option<String>,
    /// The inside view: the share of all histories.
    pub estimate: Estimate,
    /// The odds in the words of the standard lexicon (ICD 203, 2015).
    pub words: String,
    /// The outside view: how often the like happens, 0 to 1.
    pub base_rate: Option<f64>,
    /// Where the outside view comes from.
    pub base_rate_source: Option<String>,
    /// Both views with equal weight (on the logit scale).
    pub pooled: Option<f64>,
    /// Were the model's constants judged by base rates of the like, so that the pool uses them twice?
    pub pooled_uses_base_rates_twice: Option<bool>,
    /// What happened in fact, which the run does not know.
    pub resolved: Option<bool>,
}

/// The fates of an interim deal: odds within the horizon.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct InterimFates {
    /// Its name in the file.
    pub id: String,
    /// What readers call it.
    pub title: String,
    /// It is agreed.
    pub agreed: Estimate,
    /// It has run out, and all have agreed to go on.
    pub renewed: Estimate,
    /// It has run out, and that was its end.
    pub lapsed: Estimate,
    /// It is broken.
    pub broken: Estimate,
    /// While it stood a package was signed that came into force.
    pub followed: Estimate,
}

/// How good the deals of alternating offers are.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DealQuality {
    /// Which figure.
    pub figure: DealFigure,
    /// Its mean over all deals.
    pub mean: Mean,
}

/// Trials that stand for many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StoryTrials {
    /// A deal near the middle of all deals.
    pub typical_deal: Option<TrialId>,
    /// A failure by the most frequent cause.
    pub typical_failure: Option<TrialId>,
    /// The failure that fell short by least.
    pub near_miss: Option<TrialId>,
}

/// What a run says about an assertion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AssertionVerdict {
    /// As it was written: `signed>=0.4`.
    pub assertion: String,
    /// Does it hold?
    pub verdict: Verdict,
    /// Lower end of the confidence sequence.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Its level, 0 to 1 (Bonferroni: all assertions together are right with 95 %).
    pub level: f64,
}

/// Inputs that hang together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Dependence {
    /// Unseen things that several inputs follow.
    pub factors: Vec<Factor>,
    /// Pairs of inputs.
    pub correlations: Vec<Correlation>,
}

/// An unseen thing that several inputs follow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Factor {
    /// Its name in the file.
    pub name: String,
    /// What readers call it.
    pub title: String,
    /// How strongly each input follows it.
    pub loadings: Vec<Loading>,
}

/// How strongly an input follows a factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Loading {
    /// The input's path.
    pub path: String,
    /// The loading, −1 to 1.
    pub loading: f64,
}

/// Two inputs that rise together, or one as the other falls.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Correlation {
    /// The inputs' paths.
    pub between: [String; 2],
    /// Spearman's rank correlation, −1 to 1.
    pub spearman: f64,
}

impl Envelope<Run> {
    /// What a run of a scenario answers.
    pub fn of_run(scenario: &Scenario, summary: &Summary, file: &str, options: &str) -> Self {
        Self::new("run", Run::new(scenario, summary))
            .about(scenario, file, options)
            .played(summary.into())
    }
}

impl Run {
    /// The answer in data.
    pub fn new(scenario: &Scenario, summary: &Summary) -> Self {
        let endings = cause::endings(scenario, summary);
        let inputs = inputs::inputs(scenario, summary);
        Self {
            chain: summary.chain.iter().map(|step| chain_step(scenario, step)).collect(),
            common_ground_worlds: summary.zopa_worlds.into(),
            questions: questions(scenario, summary),
            interims: interims(scenario, summary),
            blockers: Family::of(&endings),
            endings,
            terms: terms::terms(scenario, summary),
            deals: summary
                .deals
                .iter()
                .map(|deal| DealQuality { figure: deal.figure, mean: deal.mean.into() })
                .collect(),
            parties: parties::parties(scenario, summary),
            uncoded: Uncoded::of(&inputs),
            inputs,
            structural: inputs::structural(scenario, summary),
            by_time: time::by_time(scenario, summary),
            standing: time::standing(summary),
            stories: StoryTrials {
                typical_deal: summary.stories.typical_deal,
                typical_failure: summary.stories.typical_failure,
                near_miss: summary.stories.near_miss,
            },
            signed_trial: summary.signed_trial,
            assertions: assertions(summary),
            dependence: Dependence::of(scenario),
        }
    }
}

pub(in crate::results) fn chain_step(scenario: &Scenario, step: &ChainLink) -> ChainStep {
    ChainStep {
        id: step.link,
        title: link_title(scenario, step.link).map(str::to_owned),
        estimate: step.estimate.into(),
        given: step.given.map(Into::into),
    }
}

pub(in crate::results) fn questions(scenario: &Scenario, summary: &Summary) -> Vec<QuestionOdds> {
    let by_round = matches!(scenario.process, Process::Offers(_));
    let questions = summary.questions.iter().map(|answer| {
        let asked = &scenario.questions[answer.question];
        QuestionOdds {
            id: asked.id.clone(),
            text: asked.text.clone(),
            by: if by_round {
                asked.by_months.map(|round| format!("round {round}"))
            } else {
                asked.by.map(|by| by.to_string())
            },
            estimate: answer.estimate.into(),
            words: likelihood(answer.estimate.value).to_owned(),
            base_rate: asked.base_rate,
            base_rate_source: asked.base_rate_source.clone(),
            pooled: answer.pooled,
            pooled_uses_base_rates_twice: answer
                .pooled
                .map(|_| scenario.was_judged_by_base_rates()),
            resolved: asked.resolved.as_ref().map(|resolved| resolved.outcome),
        }
    });
    questions.collect()
}

fn interims(scenario: &Scenario, summary: &Summary) -> Vec<InterimFates> {
    let interims = summary.interims.iter().map(|odds| {
        let interim = &scenario.interims[odds.interim];
        let of = |fate: Fate| Estimate::from(odds.of(fate));
        InterimFates {
            id: interim.id.clone(),
            title: interim.title.clone(),
            agreed: of(Fate::Agreed),
            renewed: of(Fate::Renewed),
            lapsed: of(Fate::Lapsed),
            broken: of(Fate::Broken),
            followed: of(Fate::Followed),
        }
    });
    interims.collect()
}

fn assertions(summary: &Summary) -> Vec<AssertionVerdict> {
    let level = level_of_each(summary.verdicts.len());
    let verdicts =
        summary.verdicts.iter().map(|(assertion, verdict, (low, high))| AssertionVerdict {
            assertion: assertion.text.clone(),
            verdict: *verdict,
            low: *low,
            high: *high,
            level,
        });
    verdicts.collect()
}

impl Dependence {
    /// Does this input hang together with others?
    pub fn names(&self, path: &str) -> bool {
        let loadings = self.factors.iter().flat_map(|factor| &factor.loadings);
        loadings
            .map(|loading| &loading.path)
            .chain(self.correlations.iter().flat_map(|pair| &pair.between))
            .any(|own| own == path)
    }

    fn of(scenario: &Scenario) -> Option<Self> {
        let dependence = scenario.dependence.as_ref()?;
        let path = |id: InputId| scenario.inputs[id.index()].path.clone();
        let factors = dependence.factors.iter().map(|factor| {
            let loadings = factor.loadings.iter();
            let loadings = loadings.map(|&(id, loading)| Loading { path: path(id), loading });
            Factor {
                name: factor.id.clone(),
                title: factor.title.clone(),
                loadings: loadings.collect(),
            }
        });
        let pairs = dependence.correlations.iter();
        let pairs = pairs
            .map(|pair| Correlation { between: pair.between.map(path), spearman: pair.spearman });
        Some(Self { factors: factors.collect(), correlations: pairs.collect() })
    }
}
