//! The counts of a run. All are integers, so that merging is exact in any order and any division.

use super::bins::{TERM_CLASSES, VALUE_UNIT, class};
use super::candidates::Candidates;
use super::causes::Causes;
use super::draw::Draws;
use super::estimate::Moments;
use super::interims::InterimCounts;
use super::outcome::{Link, answers};
use super::over_time::{OverTime, Span};
use super::quality::Qualities;
use super::share::Classes;
use super::signings::Signings;
use super::standing::StandingCounts;
use crate::engine::History;
use crate::engine::alternating::Quality;
use crate::model::Scenario;

/// Worlds of one shape of the loss, and the signatures in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ByLoss {
    pub(crate) worlds: u64,
    pub(crate) signed: Moments,
}

/// The counts of some worlds of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) worlds: u64,
    /// By outcome: the links, then the questions.
    pub(crate) outcomes: Vec<Moments>,
    /// Σ_w a_w b_w of each link and the one before it.
    pub(crate) cross: [u128; Link::ALL.len()],
    pub(crate) zopa_worlds: u64,
    pub(crate) causes: Vec<u64>,
    /// `terms[issue * TERM_CLASSES + class]`, over histories with a signature.
    pub(crate) terms: Vec<u64>,
    /// Signatures and agreed ends by time.
    pub(crate) signed_by: OverTime,
    pub(crate) ended_by: OverTime,
    /// Deals carried out by how long they stand.
    pub(crate) standing: StandingCounts,
    /// Σ of each party's value with a ratified package, and without.
    pub(crate) values: Vec<[i128; 2]>,
    /// By party: what it thought of what it signed.
    pub(crate) signings: Vec<Signings>,
    /// The first trial that ended in a signature.
    pub(crate) signed_trial: Option<u64>,
    /// Trials worth telling.
    pub(crate) candidates: Candidates,
    /// By uncertain input.
    pub(crate) classes: Vec<Classes>,
    /// Signatures in worlds of linear and of quadratic losses.
    pub(crate) by_loss: [ByLoss; 2],
    /// What becomes of the interim deals.
    pub(crate) interims: InterimCounts,
    /// How good signed deals are; counted with alternating offers only.
    pub(crate) qualities: Qualities,
    /// Counts of the current world, by outcome.
    current: Vec<u64>,
}

impl Tally {
    pub(crate) fn new(scenario: &Scenario, uncertain: usize) -> Self {
        let outcomes = Link::ALL.len() + scenario.questions.len();
        let causes = Causes::new(scenario.parties.len(), scenario.issues.len());
        Self {
            worlds: 0,
            outcomes: vec![Moments::default(); outcomes],
            cross: [0; Link::ALL.len()],
            zopa_worlds: 0,
            causes: vec![0; causes.count()],
            terms: vec![0; scenario.issues.len() * TERM_CLASSES],
            signed_by: OverTime::default(),
            ended_by: OverTime::default(),
            standing: StandingCounts::default(),
            values: vec![[0; 2]; scenario.parties.len()],
            signings: vec![Signings::default(); scenario.parties.len()],
            signed_trial: None,
            candidates: Candidates::default(),
            classes: vec![Classes::default(); uncertain],
            by_loss: [ByLoss::default(); 2],
            interims: InterimCounts::new(scenario),
            qualities: Qualities::default(),
            current: vec![0; outcomes],
        }
    }

    /// Counts a history of the current world.
    pub(crate) fn record(&mut self, scenario: &Scenario, history: &History<'_>, trial: u64) {
        let record = history.record;
        let span = Span::of(scenario);
        for (count, yes) in self.current.iter_mut().zip(answers(scenario, history)) {
            *count += u64::from(yes);
        }
        if let Some(cause) = history.ending.cause() {
            let causes = Causes::new(scenario.parties.len(), scenario.issues.len());
            self.causes[causes.index(cause)] += 1;
        }
        if record.signed_at.is_finite() {
            self.signed_trial = Some(self.signed_trial.map_or(trial, |first| first.min(trial)));
            for (k, (&x, issue)) in record.terms.iter().zip(&scenario.issues).enumerate() {
                // Options are counted one by one: there are never more of them than classes.
                let class = if issue.has_options() { issue.option_at(x) } else { class(x) };
                self.terms[k * TERM_CLASSES + class] += 1;
            }
            self.signed_by.record(span.share(record.signed_at));
        }
        let ended_at = record.signed_at.min(record.truce_at);
        if ended_at.is_finite() {
            self.ended_by.record(span.share(ended_at));
        }
        if record.carried_out() {
            self.standing.record(record.holds_for);
        }
        for signature in &record.signatures {
            self.signings[signature.party].record(signature);
        }
        self.interims.record(record);
        self.candidates.record(scenario, history, trial);
        let kind = usize::from(record.ratified_at.is_infinite());
        for (sum, &value) in self.values.iter_mut().zip(&record.values) {
            sum[kind] += (value * VALUE_UNIT).round() as i128;
        }
    }

    /// Counts how good the deal of a history was.
    pub(crate) fn rate(&mut self, rounds: f64, quality: &Quality) {
        self.qualities.record(rounds, quality);
    }

    /// Ends the current world. Returns its counts by outcome.
    pub(crate) fn end_world(
        &mut self,
        has_zopa: bool,
        draws: &Draws<'_>,
        mut row: impl FnMut(&[u64]),
    ) {
        self.worlds += 1;
        self.zopa_worlds += u64::from(has_zopa);
        for (moments, &count) in self.outcomes.iter_mut().zip(&self.current) {
            moments.record(count);
        }
        for link in 1..Link::ALL.len() {
            self.cross[link] += u128::from(self.current[link]) * u128::from(self.current[link - 1]);
        }
        let signed = self.current[Link::Signed as usize];
        for (classes, &level) in self.classes.iter_mut().zip(draws.levels()) {
            classes.record(level, signed);
        }
        let same_loss = &mut self.by_loss[draws.loss() as usize];
        same_loss.worlds += 1;
        same_loss.signed.record(signed);
        self.signed_by.end_world();
        self.ended_by.end_world();
        self.standing.end_world(self.current[Link::Carried as usize]);
        self.candidates.end_world();
        self.interims.end_world();
        self.qualities.end_world();
        row(&self.current);
        self.current.fill(0);
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.worlds += other.worlds;
        self.zopa_worlds += other.zopa_worlds;
        self.outcomes.iter_mut().zip(&other.outcomes).for_each(|(own, theirs)| own.merge(theirs));
        self.cross.iter_mut().zip(&other.cross).for_each(|(own, theirs)| *own += theirs);
        self.signed_trial = [self.signed_trial, other.signed_trial].into_iter().flatten().min();
        self.interims.merge(&other.interims);
        self.qualities.merge(&other.qualities);
        add(&mut self.causes, &other.causes);
        add(&mut self.terms, &other.terms);
        self.signed_by.merge(&other.signed_by);
        self.ended_by.merge(&other.ended_by);
        self.standing.merge(&other.standing);
        self.candidates.merge(&other.candidates);
        for (own, theirs) in self.values.iter_mut().zip(&other.values) {
            own[0] += theirs[0];
            own[1] += theirs[1];
        }
        self.signings.iter_mut().zip(&other.signings).for_each(|(own, theirs)| own.merge(theirs));
        self.classes.iter_mut().zip(&other.classes).for_each(|(own, theirs)| own.merge(theirs));
        for (own, theirs) in self.by_loss.iter_mut().zip(&other.by_loss) {
            own.worlds += theirs.worlds;
            own.signed.merge(&theirs.signed);
        }
    }

    /// The sum of a party's values in units of value.
    pub(crate) fn value_sum(&self, party: usize, kind: usize) -> f64 {
        self.values[party][kind] as f64 / VALUE_UNIT
    }
}

fn add(own: &mut [u64], theirs: &[u64]) {
    own.iter_mut().zip(theirs).for_each(|(own, theirs)| *own += theirs);
}
