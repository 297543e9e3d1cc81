//! What a run says: every figure with its uncertainty, ready for presenters.

use super::Assertion;
use super::bins::TERM_CLASSES;
use super::candidates::Stories;
use super::causes::Causes;
use super::estimate::{Estimate, clustered, pool, ratio, share_of_worlds};
use super::interims::InterimOdds;
use super::outcome::{Link, Outcome};
use super::over_time::{ByTime, OverTime, Span, by_time};
use super::plan::Plan;
use super::quality::DealMean;
use super::replay::TrialId;
use super::share::{Explained, clear};
use super::signings::Signing;
use super::standing::Standing;
use super::stopping::{StopReason, Verdict};
use super::tally::{ByLoss, Tally};
use super::worlds::Run;
use crate::engine::Cause;
use crate::model::{InputId, Loss, Scenario};
use crate::stream::Seed;

/// The results of a run.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The seed.
    pub seed: Seed,
    /// Worlds played.
    pub worlds: u64,
    /// Histories in each.
    pub histories: u64,
    /// What ended the run.
    pub stopped: StopReason,
    /// What it says about each assertion, with the confidence sequence.
    pub verdicts: Vec<(Assertion, Verdict, (f64, f64))>,
    /// From talks to a deal that holds, in order.
    pub chain: Vec<ChainLink>,
    /// Share of worlds with a package all would sign, without noise.
    pub zopa_worlds: Estimate,
    /// The scenario's questions, in its order.
    pub questions: Vec<Answer>,
    /// What becomes of the file's interim deals, in its order.
    pub interims: Vec<InterimOdds>,
    /// Why there was no lasting deal, most frequent first; shares of all trials.
    pub endings: Vec<EndingShare>,
    /// The terms of signed packages, issue by issue; empty when nothing was signed.
    pub terms: Vec<TermsSpread>,
    /// How good the deals are, with alternating offers; empty otherwise, and where none was signed.
    pub deals: Vec<DealMean>,
    /// What each party gets.
    pub parties: Vec<PartyValue>,
    /// What explains the spread of the worlds' odds of a signature, largest share first.
    pub inputs: Vec<InputShare>,
    /// The odds of a signature under the choices of the model that no evidence settles: the weight of stated
    /// limits at either end, and each shape of the loss where the file does not say which.
    pub structural: Vec<Structural>,
    /// The first trial that ended in a signature.
    pub signed_trial: Option<TrialId>,
    /// Counts of signatures and of agreed ends by time, and the horizon in months.
    over_time: ([OverTime; 2], Span),
    /// How long ratified deals stand; empty when none was ratified.
    pub standing: Vec<Standing>,
    /// Trials that stand for many.
    pub stories: Stories,
}

/// A link of the chain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChainLink {
    /// Which.
    pub link: Link,
    /// Odds of getting this far.
    pub estimate: Estimate,
    /// Odds of this link given the one before; `None` for the first, or when that never happened.
    pub given: Option<Estimate>,
}

/// A question's odds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer {
    /// Index in the scenario.
    pub question: usize,
    /// The inside view.
    pub estimate: Estimate,
    /// The pool of the inside and the outside view, where there is a base rate.
    pub pooled: Option<f64>,
}

/// A cause of failure and how often it was one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EndingShare {
    /// The cause.
    pub cause: Cause,
    /// Share of all trials.
    pub share: f64,
}

/// The spread of one issue's terms over signed packages, on the issue's scale.
#[derive(Clone, Debug, PartialEq)]
pub struct TermsSpread {
    /// Index of the issue.
    pub issue: usize,
    /// 5%, 25%, 50%, 75% and 95% points; of no meaning with options.
    pub quantiles: [f64; 5],
    /// With options: the share of signed packages that take each. Empty on a scale.
    pub options: Vec<f64>,
}

/// What a party gets, in units of value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PartyValue {
    /// Index of the party.
    pub party: usize,
    /// Mean over all trials: of the terms in force, or of its alternative at the end.
    pub mean: f64,
    /// Mean where a package was ratified.
    pub with_deal: Option<f64>,
    /// Mean where none was: other trials than those with one.
    pub without_deal: Option<f64>,
    /// What it thought of what it signed, against its alternative in the same trials; `None` where it
    /// never signed.
    pub signing: Option<Signing>,
}

/// What one input explains.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InputShare {
    /// The input.
    pub input: InputId,
    /// Share of the variance of the worlds' odds, in [0, 1]; 0 where it cannot be told from chance. Of an
    /// input that hangs together with others it is what the input explains alone or through them.
    pub variance_share: f64,
    /// +1 when higher values go with higher odds, −1 with lower, 0 with neither.
    pub direction: f64,
    /// Can its share be told from chance?
    pub clear: bool,
    /// Moved to either end of its range it changed no bit of any history that was replayed with it.
    pub inert: bool,
}

/// The odds of a signature with one structural number held.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Structural {
    /// The input.
    pub input: InputId,
    /// Its value.
    pub value: f64,
    /// Odds of a signature.
    pub signed: Estimate,
}

impl Summary {
    /// Sums up a run.
    pub(super) fn new(scenario: &Scenario, plan: &Plan, run: &Run) -> Self {
        let tally = &run.tally;
        let (worlds, histories) = (tally.worlds, plan.histories);
        let estimate =
            |outcome: Outcome| clustered(&tally.outcomes[outcome.index()], worlds, histories);
        let chain = Link::ALL.into_iter().enumerate().map(|(index, link)| ChainLink {
            link,
            estimate: estimate(Outcome::Link(link)),
            given: index.checked_sub(1).and_then(|before| {
                let (first, second) = (&tally.outcomes[before], &tally.outcomes[index]);
                ratio(second, first, tally.cross[index], worlds)
            }),
        });
        let questions = scenario.questions.iter().enumerate().map(|(question, asked)| {
            let estimate = estimate(Outcome::Question(question));
            let pooled = asked.base_rate.map(|rate| pool(rate, estimate.value));
            Answer { question, estimate, pooled }
        });
        Self {
            seed: plan.seed,
            worlds,
            histories,
            stopped: run.stopped,
            verdicts: run.verdicts.clone(),
            chain: chain.collect(),
            zopa_worlds: share_of_worlds(tally.zopa_worlds, worlds),
            questions: questions.collect(),
            interims: tally.interims.odds(worlds, histories),
            endings: endings(scenario, tally, histories),
            terms: terms(scenario, tally),
            deals: tally.qualities.means(tally.worlds),
            parties: parties(scenario, tally, histories),
            inputs: inputs(tally, &run.uncertain, histories),
            structural: Vec::new(),
            signed_trial: tally.signed_trial.map(TrialId),
            over_time: ([tally.signed_by.clone(), tally.ended_by.clone()], Span::of(scenario)),
            standing: {
                let deals = &tally.outcomes[Outcome::Link(Link::Ratified).index()];
                tally.standing.curve(deals, worlds)
            },
            stories: tally.candidates.choose(scenario, &tally.terms, &tally.causes),
        }
    }

    /// The odds of a signature and of an agreed end by a date, at equal steps to the horizon. Worked out
    /// when asked for: a study of many short runs does not ask.
    pub fn by_time(&self) -> Vec<ByTime> {
        let ([signed, ended], span) = &self.over_time;
        by_time(signed, ended, *span, (self.worlds, self.histories))
    }

    /// The odds of an outcome.
    pub fn estimate(&self, outcome: Outcome) -> Estimate {
        match outcome {
            Outcome::Link(link) => self.chain[link as usize].estimate,
            Outcome::Question(question) => self.questions[question].estimate,
        }
    }
}

/// The odds of a signature by the shape of the loss, from the run's own worlds.
pub(super) fn by_loss(scenario: &Scenario, plan: &Plan, run: &Run) -> Vec<Structural> {
    let loss = scenario.constants.loss;
    let counts = run.tally.by_loss;
    if scenario.offers().is_some()
        || !run.uncertain.contains(&loss)
        || counts.iter().any(|one| one.worlds < 2)
    {
        return Vec::new();
    }
    let odds = Loss::ALL.into_iter().zip(counts).map(|(shape, ByLoss { worlds, signed })| {
        let signed = clustered(&signed, worlds, plan.histories);
        Structural { input: loss, value: shape.gamma(), signed }
    });
    odds.collect()
}

fn endings(scenario: &Scenario, tally: &Tally, histories: u64) -> Vec<EndingShare> {
    let causes = Causes::new(scenario.parties.len(), scenario.issues.len());
    let trials = tally.worlds as f64 * histories as f64;
    let mut shares: Vec<EndingShare> = tally
        .causes
        .iter()
        .enumerate()
        .filter(|&(_, &count)| count > 0)
        .map(|(index, &count)| EndingShare {
            cause: causes.cause(index),
            share: count as f64 / trials,
        })
        .collect();
    shares.sort_by(|a, b| b.share.total_cmp(&a.share));
    shares
}

fn terms(scenario: &Scenario, tally: &Tally) -> Vec<TermsSpread> {
    let mut spreads = Vec::new();
    for (issue, described) in scenario.issues.iter().enumerate() {
        let counts = &tally.terms[issue * TERM_CLASSES..(issue + 1) * TERM_CLASSES];
        let total: u64 = counts.iter().sum();
        if total > 0 {
            let at = |share| described.scale.from_unit(quantile(counts, total, share));
            let taken = counts.iter().take(described.options.len());
            spreads.push(TermsSpread {
                issue,
                quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map(at),
                options: taken.map(|&count| count as f64 / total as f64).collect(),
            });
        }
    }
    spreads
}

/// The point of [0, 1] below which the share lies, linear within a class.
pub(super) fn quantile(counts: &[u64], total: u64, share: f64) -> f64 {
    let target = share * total as f64;
    let mut below = 0.0;
    for (class, &count) in counts.iter().enumerate() {
        let count = count as f64;
        if count > 0.0 && below + count >= target {
            let within = ((target - below) / count).clamp(0.0, 1.0);
            return (class as f64 + within) / counts.len() as f64;
        }
        below += count;
    }
    1.0
}

fn parties(scenario: &Scenario, tally: &Tally, histories: u64) -> Vec<PartyValue> {
    let trials = tally.worlds as f64 * histories as f64;
    let deals = tally.outcomes[Outcome::Link(Link::Ratified).index()].sum as f64;
    let over = |sum: f64, count: f64| (count > 0.0).then(|| sum / count);
    (0..scenario.parties.len())
        .map(|party| {
            let (with, without) = (tally.value_sum(party, 0), tally.value_sum(party, 1));
            PartyValue {
                party,
                mean: over(with + without, trials).unwrap_or(0.0),
                with_deal: over(with, deals),
                without_deal: over(without, trials - deals),
                signing: tally.signings[party].means(),
            }
        })
        .collect()
}

fn inputs(tally: &Tally, uncertain: &[InputId], histories: u64) -> Vec<InputShare> {
    let signed = &tally.outcomes[Outcome::Link(Link::Signed).index()];
    let between = signed.variance_between(tally.worlds, histories);
    let explained: Vec<Explained> =
        tally.classes.iter().map(|classes| classes.explain(histories, between)).collect();
    let clear = clear(&explained);
    // The largest share first; what has none in the order of how unlikely it would be by chance.
    let mut order: Vec<usize> = (0..uncertain.len()).collect();
    let credited = |index: usize| if clear[index] { explained[index].share } else { 0.0 };
    order.sort_by(|&a, &b| {
        let by_chance = |index: usize| explained[index].by_chance;
        credited(b).total_cmp(&credited(a)).then(by_chance(a).total_cmp(&by_chance(b)))
    });
    let shares = order.into_iter().map(|index| InputShare {
        input: uncertain[index],
        variance_share: credited(index),
        direction: if clear[index] { explained[index].direction } else { 0.0 },
        clear: clear[index],
        inert: false,
    });
    shares.collect()
}
