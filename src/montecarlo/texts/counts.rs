//! What becomes of one text, counted.

use super::figures::{FrontOdds, TextOdds, TextStep, Withholding};
use super::party::PartyCounts;
use super::share::{Count, Share};
use super::watch::Watch;
use crate::engine::{HOLDS_MONTHS, Laid, Reception, Seat};
use crate::model::Scenario;
use crate::montecarlo::outcome::Link;

/// How far texts can get, in order.
pub(super) const LINKS: [Link; 4] = [Link::Signed, Link::Ratified, Link::Carried, Link::Holds];

/// Counts of one text.
#[derive(Clone, Debug)]
pub(super) struct TextCounts {
    /// By link: of the histories in which the text is on the table, and of those that got to the link before.
    steps: [Share; LINKS.len()],
    given: [Share; LINKS.len()],
    parties: Vec<PartyCounts>,
    /// By party: its home front passes it, of what all signed.
    passes: Vec<Share>,
    /// By party: it would not table it.
    withheld: Vec<Share>,
}

/// What is yes or no of a text in one history.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Answered {
    /// By link: did it get so far?
    pub(super) reached: [bool; LINKS.len()],
    /// By party: does it say no?
    pub(super) refuses: Vec<bool>,
}

impl Answered {
    /// Before a text of a scenario with so many parties.
    pub(super) fn begin(&mut self, parties: usize) {
        self.reached = [false; LINKS.len()];
        self.refuses.clear();
        self.refuses.resize(parties, false);
    }
}

impl TextCounts {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let (parties, issues) = (scenario.parties.len(), scenario.issues.len());
        Self {
            steps: Default::default(),
            given: Default::default(),
            parties: vec![PartyCounts::new(issues); parties],
            passes: vec![Share::default(); parties],
            withheld: vec![Share::default(); parties],
        }
    }

    /// Puts the text to everybody on the day that the seat has reached, and counts what becomes of it.
    pub(super) fn put(
        &mut self,
        seat: &mut Seat<'_>,
        text: &[f64],
        watch: &mut Watch,
        answered: &mut Answered,
    ) {
        answered.begin(self.parties.len());
        watch.begin();
        let Some(Reception { withheld_by }) = seat.ask(text, watch) else { return };
        let noes = watch.answers.iter().filter(|answer| !answer.accepts).count();
        for answer in &watch.answers {
            let alone = noes == 1;
            let counts = &mut self.parties[answer.party];
            counts.record(answer, alone, |see| seat.dearest_issue(answer.party, text, see));
            answered.refuses[answer.party] = !answer.accepts;
        }
        if let Some(mediator) = withheld_by {
            self.withheld[mediator].record(true);
        }
        if withheld_by.is_none() && watch.all_say_yes() {
            let laid = seat.lay(text, watch);
            debug_assert!(matches!(laid, Some(Laid::Signed { .. })), "{laid:?}");
            answered.reached[0] = true;
            for (party, passes) in self.passes.iter_mut().enumerate() {
                passes.record(!watch.votes_lost.contains(&party));
            }
            if let Some((holds_for, defector)) = watch.in_force {
                answered.reached[1] = true;
                answered.reached[2] = defector.is_none();
                answered.reached[3] = defector.is_none() && holds_for >= HOLDS_MONTHS;
            }
        }
        let counts = self.steps.iter_mut().zip(&mut self.given);
        for ((step, given), &reached) in counts.zip(&answered.reached) {
            step.record(reached);
            given.record(reached);
        }
    }

    /// Closes a world in which it was on the table so often.
    pub(super) fn end_world(&mut self, tabled: u64) {
        let mut before = tabled;
        let mut signed = 0;
        for (index, (step, given)) in self.steps.iter_mut().zip(&mut self.given).enumerate() {
            given.end_world(before);
            before = step.end_world(tabled);
            if index == 0 {
                signed = before;
            }
        }
        self.parties.iter_mut().for_each(|party| party.end_world(tabled));
        for passes in &mut self.passes {
            passes.end_world(signed);
        }
        for withheld in &mut self.withheld {
            withheld.end_world(tabled);
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        let shares = |one: &mut [Share], other: &[Share]| {
            one.iter_mut().zip(other).for_each(|(own, theirs)| own.merge(theirs));
        };
        shares(&mut self.steps, &other.steps);
        shares(&mut self.given, &other.given);
        shares(&mut self.passes, &other.passes);
        shares(&mut self.withheld, &other.withheld);
        self.parties.iter_mut().zip(&other.parties).for_each(|(own, theirs)| own.merge(theirs));
    }

    /// The odds, of the histories in which it was on the table.
    pub(super) fn sum_up(&self, scenario: &Scenario, tabled: &Count, size: (u64, u64)) -> TextOdds {
        let signed = self.steps[0].count();
        let steps = LINKS.into_iter().enumerate().filter_map(|(index, link)| {
            let before = index.checked_sub(1).map(|before| self.steps[before].count());
            Some(TextStep {
                link,
                estimate: self.steps[index].of(tabled, size)?,
                given: before.and_then(|before| self.given[index].of(before, size)),
            })
        });
        let parties = self.parties.iter().enumerate();
        let signatories = parties.filter_map(|(party, counts)| {
            let principal = scenario.principals().any(|i| i == party);
            counts.sum_up((party, principal), tabled, size)
        });
        let (mut signatories, guarantors): (Vec<_>, Vec<_>) =
            signatories.partition(|signatory| signatory.principal);
        signatories.extend(guarantors);
        let has_front = |party: &usize| scenario.parties[*party].ratification.is_some();
        let fronts = scenario.principals().filter(has_front);
        let fronts =
            fronts.map(|party| FrontOdds { party, passes: self.passes[party].of(signed, size) });
        let withheld = self.withheld.iter().enumerate();
        let withheld = withheld.filter(|(_, share)| share.count().moments.sum > 0);
        let withheld = withheld.filter_map(|(party, share)| {
            Some(Withholding { party, estimate: share.of(tabled, size)? })
        });
        TextOdds {
            steps: steps.collect(),
            signatories,
            fronts: fronts.collect(),
            withheld: withheld.collect(),
        }
    }
}
