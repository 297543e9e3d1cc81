//! What mediators pay for signatures.

use crate::model::{InputId, PaymentTime, Scenario};
use crate::solution::bargain::Payment;

/// What a mediator pays a party for its signature.
#[derive(Clone, Copy, Debug)]
struct SidePayment {
    giver: usize,
    receiver: usize,
    time: PaymentTime,
    value: f64,
}

/// All side payments, and what each party is paid.
#[derive(Clone, Debug, Default)]
pub(crate) struct SidePayments {
    each: Vec<SidePayment>,
    /// y, party by party.
    paid: Vec<Payment>,
}

impl SidePayments {
    /// Works out the payments of the as-of date. They are a mediator's tool: without mediation nobody
    /// tables them.
    pub(crate) fn prepare(&mut self, scenario: &Scenario, get: impl Fn(InputId) -> f64) {
        self.each.clear();
        if scenario.mediation.style.is_some() {
            for (giver, party) in scenario.parties.iter().enumerate() {
                let time = party.payment;
                self.each.extend(party.leverage.iter().map(|&(receiver, id)| SidePayment {
                    giver,
                    receiver,
                    time,
                    value: get(id),
                }));
            }
        }
        self.paid.resize(scenario.parties.len(), Payment::NONE);
        self.settle();
    }

    /// A history begins with the payments of the as-of date.
    pub(crate) fn begin(&mut self, start: &Self) {
        self.each.clone_from(&start.each);
        self.paid.clone_from(&start.paid);
    }

    /// What a party is paid.
    #[inline]
    pub(crate) fn to(&self, party: usize) -> Payment {
        self.paid[party]
    }

    /// Changes what one party pays another: what it was and is, where it pays anything.
    pub(crate) fn change(
        &mut self,
        (giver, receiver): (usize, usize),
        change: impl Fn(f64) -> f64,
    ) -> Option<(f64, f64)> {
        let mut changed = None;
        let of_pair =
            |payment: &&mut SidePayment| (payment.giver, payment.receiver) == (giver, receiver);
        for payment in self.each.iter_mut().filter(of_pair) {
            let from = payment.value;
            payment.value = change(from).max(0.0);
            changed = Some((from, payment.value));
        }
        self.settle();
        changed
    }

    fn settle(&mut self) {
        self.paid.fill(Payment::NONE);
        for payment in &self.each {
            let paid = &mut self.paid[payment.receiver];
            match payment.time {
                PaymentTime::WhileItHolds => paid.standing += payment.value,
                PaymentTime::AtSignature => paid.at_signature += payment.value,
            }
        }
    }
}
