//! The interim deals of a history: which stand, until when, and what they do while they stand.

use super::plan::{Step, Terms};

/// An interim deal in a history.
#[derive(Clone, Debug, Default)]
struct Standing {
    /// Is it in force?
    stands: bool,
    /// When it will break, unless it has ended before.
    breaks_at: f64,
    /// When it runs out.
    lapses_at: f64,
    /// What it settles, and the rest of the draft it was part of.
    text: Vec<f64>,
}

impl Standing {
    fn ends_at(&self) -> f64 {
        if self.stands { self.breaks_at.min(self.lapses_at) } else { f64::INFINITY }
    }
}

/// All of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Interims {
    each: Vec<Standing>,
    /// When the first of those in force ends; infinite while there is none.
    end: f64,
    /// Does one of them halt the fighting?
    halted: bool,
    /// The factor of those in force on κ, party by party.
    eased: Vec<f64>,
    /// What they add to the value of no deal, party by party.
    relieved: Vec<f64>,
    /// Their factor on ripeness.
    urgency: f64,
}

impl Interims {
    /// So many deals that may come, between so many parties; none is in force on the as-of date.
    pub(crate) fn prepare(&mut self, deals: usize, parties: usize) {
        self.each.resize_with(deals, Standing::default);
        self.eased.resize(parties, 1.0);
        self.relieved.resize(parties, 0.0);
        self.settle(&[], &[]);
    }

    /// A history begins with none in force.
    pub(crate) fn begin(&mut self, start: &Self) {
        self.prepare(start.each.len(), start.eased.len());
        self.each.iter_mut().for_each(|standing| standing.stands = false);
    }

    /// How many there are, in force or not.
    pub(crate) fn count(&self) -> usize {
        self.each.len()
    }

    /// Is deal m in force?
    #[inline]
    pub(crate) fn stands(&self, m: usize) -> bool {
        self.each[m].stands
    }

    /// Is one of those in force that settles an issue which `step` settles?
    pub(crate) fn bars(&self, step: &Step, steps: &[Step]) -> bool {
        self.each.iter().zip(steps).any(|(own, other)| own.stands && other.overlaps(step))
    }

    /// When the first of those in force ends; infinite while there is none.
    #[inline]
    pub(crate) fn end(&self) -> f64 {
        self.end
    }

    /// Does one of those in force halt the fighting?
    #[inline]
    pub(crate) fn halt_fighting(&self) -> bool {
        self.halted
    }

    /// The factor of those in force on a party's κ.
    #[inline]
    pub(crate) fn eased(&self, party: usize) -> f64 {
        self.eased[party]
    }

    /// What those in force add to a party's value of no deal.
    #[inline]
    pub(crate) fn relieved(&self, party: usize) -> f64 {
        self.relieved[party]
    }

    /// Their factor on ripeness.
    #[inline]
    pub(crate) fn urgency(&self) -> f64 {
        self.urgency
    }

    /// The text of deal m as it was laid out last.
    #[inline]
    pub(crate) fn text(&self, m: usize) -> &[f64] {
        &self.each[m].text
    }

    /// Lays out the text of deal m: what it settles where it does, the rest as drafted.
    pub(crate) fn lay_out(&mut self, m: usize, draft: &[f64], step: &Step, terms: &Terms) {
        let text = &mut self.each[m].text;
        text.clear();
        text.extend_from_slice(draft);
        for (&k, &(low, high)) in step.issues.iter().zip(&terms.reach) {
            text[k] = text[k].max(low).min(high);
        }
    }

    /// Deal m comes into force at `t` and would break after so many months; [`Interims::settle`] follows.
    pub(crate) fn come_into_force(&mut self, m: usize, t: f64, holds_for: f64, lasts: f64) {
        let standing = &mut self.each[m];
        standing.stands = true;
        standing.breaks_at = t + holds_for;
        standing.lapses_at = t + lasts;
    }

    /// Deal m, which has run out at `t`, goes on. What would have broken it still will: its clock runs on.
    pub(crate) fn go_on(&mut self, m: usize, t: f64, lasts: f64) {
        let standing = &mut self.each[m];
        standing.stands = true;
        standing.lapses_at = t + lasts;
    }

    /// The deal that ends first does so: its number, and whether it has run out. [`Interims::settle`] follows.
    pub(crate) fn end_first(&mut self) -> Option<(usize, bool)> {
        let m = (0..self.each.len())
            .min_by(|&a, &b| self.each[a].ends_at().total_cmp(&self.each[b].ends_at()))?;
        let standing = &mut self.each[m];
        standing.stands = false;
        Some((m, standing.lapses_at < standing.breaks_at))
    }

    /// Works out anew what depends on the deals in force.
    pub(crate) fn settle(&mut self, steps: &[Step], terms: &[Terms]) {
        self.end = f64::INFINITY;
        self.halted = false;
        self.urgency = 1.0;
        self.eased.fill(1.0);
        self.relieved.fill(0.0);
        let deals = self.each.iter().zip(steps).zip(terms);
        for ((standing, step), terms) in deals.filter(|((standing, _), _)| standing.stands) {
            self.end = self.end.min(standing.ends_at());
            self.halted |= step.halts;
            self.urgency *= terms.ripeness;
            self.eased.iter_mut().zip(&terms.costs).for_each(|(eased, factor)| *eased *= factor);
            self.relieved.iter_mut().zip(&terms.relief).for_each(|(sum, relief)| *sum += relief);
        }
    }
}
