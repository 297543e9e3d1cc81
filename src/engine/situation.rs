//! How things stand at a moment of a history: all that what signing is worth to anybody hangs on.
//!
//! A world keeps the one of its as-of date, and every history begins with a copy of that. Each part keeps its
//! own numbers to itself: what moves them is a method of its file.

use super::front::Front;
use super::guarantors::Guarantors;
use super::interim::Interims;
use super::limits::Limits;
use super::payments::SidePayments;
use super::prospect::Prospects;
use super::signed::Signed;
use super::table::Table;
use super::trust::Trust;

/// The parts of a situation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Situation {
    pub(crate) front: Front,
    pub(crate) prospects: Prospects,
    pub(crate) interims: Interims,
    pub(crate) trust: Trust,
    pub(crate) payments: SidePayments,
    pub(crate) guarantors: Guarantors,
    pub(crate) limits: Limits,
    pub(crate) signed: Signed,
}

impl Situation {
    /// A history begins as things stand on the as-of date.
    pub(crate) fn begin(&mut self, start: &Self) {
        self.front.begin(&start.front);
        self.prospects.begin(&start.prospects);
        self.interims.begin(&start.interims);
        self.trust.begin(&start.trust);
        self.payments.begin(&start.payments);
        self.guarantors.begin(&start.guarantors);
        self.limits.begin(&start.limits);
        self.signed.begin();
    }

    /// Is there fighting? Only between belligerents, and neither where an interim deal halts it nor while a
    /// signed package waits for the votes at home.
    #[inline]
    pub(crate) fn is_fighting(&self, table: &Table<'_>) -> bool {
        !table.belligerents.is_empty() && !self.interims.halt_fighting() && !self.signed.waits()
    }

    /// κ as everybody reckons with it now: interim deals in force ease it.
    #[inline]
    pub(crate) fn cost(&self, party: usize) -> f64 {
        self.prospects.of(party).cost * self.interims.eased(party)
    }
}
