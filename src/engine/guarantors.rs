//! The guarantors together: what they can deliver, and whose consent a text needs.
//!
//! Burden sharing after Olson & Zeckhauser (1966): contributions are what members give. A pledge
//! that `needs` another counts a_j = 0.35 + 0.65·(the needed pledge), and a needed party counts only
//! through the others. Delivered strength M = cohesion × min(1, Σ a_j m_j) over the pledges made.

use super::cohesion::Cohesion;
use super::globals::Globals;
use super::player::Player;
use super::table::Table;

/// What a pledge is worth without the one it needs.
const ALONE: f64 = 0.35;
/// A guarantor is needed when the guarantee would fall by more than this without it.
const NEED: f64 = 0.05;

/// The guarantors in a history.
#[derive(Clone, Debug, Default)]
pub(crate) struct Guarantors {
    cohesion: f64,
    credibility: f64,
    pledged: Vec<bool>,
    /// min(1, Σ a_j m_j) over the pledges made.
    contribution: f64,
    /// … and without each party's pledge.
    contribution_without: Vec<f64>,
    /// Does `contribution_without` match the pledges made?
    consents_settled: bool,
}

impl Guarantors {
    /// The guarantors of the as-of date: nobody of so many parties has pledged anything yet.
    pub(crate) fn prepare(&mut self, globals: &Globals, parties: usize) {
        self.cohesion = globals.cohesion;
        self.credibility = globals.credibility;
        self.pledged.clear();
        self.pledged.resize(parties, false);
        self.contribution = 0.0;
        self.contribution_without.clear();
        self.contribution_without.resize(parties, 0.0);
        self.consents_settled = true;
    }

    /// A history begins with the guarantors of the as-of date.
    pub(crate) fn begin(&mut self, start: &Self) {
        self.cohesion = start.cohesion;
        self.credibility = start.credibility;
        self.pledged.clone_from(&start.pledged);
        self.contribution = start.contribution;
        self.contribution_without.clone_from(&start.contribution_without);
        self.consents_settled = start.consents_settled;
    }

    /// Has this party made its pledge?
    #[inline]
    pub(crate) fn has_pledged(&self, party: usize) -> bool {
        self.pledged[party]
    }

    /// How many pledges are made.
    pub(crate) fn pledges_made(&self) -> usize {
        self.pledged.iter().filter(|made| **made).count()
    }

    /// A party makes its pledge or takes it back; [`Guarantors::settle`] after all changes.
    pub(crate) fn set_pledge(&mut self, party: usize, made: bool) {
        self.pledged[party] = made;
    }

    /// Works out what the pledges made add up to, after any change of them.
    pub(crate) fn settle(&mut self, table: &Table<'_>, players: &[Player]) {
        self.contribution = contribution(table, players, |j| self.pledged[j]);
        self.consents_settled = false;
    }

    /// Works out what the pledges would add up to without each of them, before consent is asked.
    pub(crate) fn settle_consents(&mut self, table: &Table<'_>, players: &[Player]) {
        if std::mem::replace(&mut self.consents_settled, true) {
            return;
        }
        let is_made = |j: usize| self.pledged[j];
        let share = |j: usize| weight(table, players, j, &is_made) * players[j].pledge;
        let counts = |j: usize| is_made(j) && !table.is_needed[j];
        let sum: f64 = table.pledgers.iter().filter(|&&j| counts(j)).map(|&j| share(j)).sum();
        for &j in &table.pledgers {
            self.contribution_without[j] = if counts(j) {
                (sum - share(j)).min(1.0)
            } else {
                // Without a needed pledge all that lean on it count for less.
                contribution(table, players, |other| other != j && is_made(other))
            };
        }
    }

    /// M, the strength that the pledges made can deliver.
    pub(crate) fn delivered(&self) -> f64 {
        self.cohesion * self.contribution
    }

    /// … and what all pledges together could.
    pub(crate) fn delivered_by_all(&self, table: &Table<'_>, players: &[Player]) -> f64 {
        self.cohesion * contribution(table, players, |_| true)
    }

    /// How far the guarantors hold together.
    #[inline]
    pub(crate) fn cohesion(&self) -> f64 {
        self.cohesion
    }

    /// How far what is promised and can be delivered is believed.
    #[inline]
    pub(crate) fn credibility(&self) -> f64 {
        self.credibility
    }

    /// An event changes the cohesion: what it was and is.
    pub(crate) fn change_cohesion(&mut self, change: impl Fn(f64) -> f64) -> (f64, f64) {
        let from = self.cohesion;
        self.cohesion = change(from).clamp(0.0, 1.0);
        (from, self.cohesion)
    }

    /// An event changes the credibility: what it was and is.
    pub(crate) fn change_credibility(&mut self, change: impl Fn(f64) -> f64) -> (f64, f64) {
        let from = self.credibility;
        self.credibility = change(from).max(0.0);
        (from, self.credibility)
    }

    /// A round passes: cohesion settles toward what positions and fatigue allow.
    pub(crate) fn settle_cohesion(&mut self, way: &Cohesion, round: usize) {
        self.cohesion = way.after(round, self.cohesion);
    }

    /// g(x): what the text promises, as far as it can be delivered, as far as it is believed.
    pub(crate) fn guarantee(&self, table: &Table<'_>, text: &[f64]) -> f64 {
        self.guarantee_with(table, text, self.contribution)
    }

    fn guarantee_with(&self, table: &Table<'_>, text: &[f64], contribution: f64) -> f64 {
        table.guarantee.map_or(0.0, |(k, end)| {
            end.strength(text[k]).min(self.cohesion * contribution) * self.credibility
        })
    }

    /// Does this text lean on party j's pledge, so that j must consent? After
    /// [`Guarantors::settle_consents`].
    pub(crate) fn needs_consent(&self, table: &Table<'_>, j: usize, text: &[f64]) -> bool {
        if !self.pledged[j] || table.guarantee.is_none() {
            return false;
        }
        debug_assert!(self.consents_settled);
        let without = self.contribution_without[j];
        let fall = self.guarantee(table, text) - self.guarantee_with(table, text, without);
        fall > NEED
    }

    /// All whose yes a package needs: the principals and the guarantors it leans on.
    pub(crate) fn signatories<'a>(
        &'a self,
        table: &'a Table<'_>,
        text: &'a [f64],
    ) -> impl Iterator<Item = usize> + 'a {
        let guarantors = table.pledgers.iter().copied();
        let needed = guarantors
            .filter(move |&j| !table.is_principal(j) && self.needs_consent(table, j, text));
        table.principals.iter().copied().chain(needed)
    }

    /// Guarantee-level thresholds: with every pledge delivered, j must consent to any text whose
    /// guarantee strength exceeds the returned strength; `None` when it is never needed.
    pub(crate) fn consent_threshold(
        &self,
        table: &Table<'_>,
        players: &[Player],
        j: usize,
    ) -> Option<f64> {
        let full = self.delivered_by_all(table, players);
        let without = self.cohesion * contribution(table, players, |other| other != j);
        if self.credibility <= 0.0 {
            return None;
        }
        let threshold = without + NEED / self.credibility;
        (full > threshold).then_some(threshold)
    }
}

/// Σ a_j m_j over the pledges for which `is_made`, at most 1.
fn contribution(table: &Table<'_>, players: &[Player], is_made: impl Fn(usize) -> bool) -> f64 {
    let mut sum = 0.0;
    for &j in table.pledgers.iter().filter(|&&j| !table.is_needed[j] && is_made(j)) {
        sum += weight(table, players, j, &is_made) * players[j].pledge;
    }
    sum.min(1.0)
}

/// a_j, through the whole chain of needs.
fn weight(
    table: &Table<'_>,
    players: &[Player],
    party: usize,
    is_made: &impl Fn(usize) -> bool,
) -> f64 {
    table.needed_by(party).map_or(1.0, |needed| {
        let pledge = if is_made(needed) {
            weight(table, players, needed, is_made) * players[needed].pledge
        } else {
            0.0
        };
        ALONE + (1.0 - ALONE) * pledge
    })
}
