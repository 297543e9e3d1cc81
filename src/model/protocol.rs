//! What of a scenario hangs on the rules by which the parties talk.

use jiff::civil::Date;

use super::{Constants, Offers, Outside, Process, Scenario};

/// A function that does something under either protocol asks `process` itself, with a `match`.
impl Scenario {
    /// The rules of alternating offers, where those are played.
    pub fn offers(&self) -> Option<&Offers> {
        match &self.process {
            Process::Peace => None,
            Process::Offers(offers) => Some(offers),
        }
    }

    /// The as-of date where time is counted in months; `None` with alternating offers, whose rounds have
    /// no dates.
    pub fn dated(&self) -> Option<Date> {
        match self.process {
            Process::Peace => Some(self.as_of),
            Process::Offers(_) => None,
        }
    }

    /// Is there an alternative to a deal that stated limits are weighed against?
    pub fn weighs_limits(&self) -> bool {
        match self.process {
            Process::Peace => self.parties.iter().any(|party| party.outside != Outside::Unstated),
            Process::Offers(_) => false,
        }
    }

    /// Does the scenario leave constants at their defaults that were set once, for all cases, against base
    /// rates (docs/calibration.md)?
    pub fn was_judged_by_base_rates(&self) -> bool {
        match self.process {
            Process::Peace => {
                let Constants {
                    text_rate, formulation_error, summit_base, durability_scale, ..
                } = self.constants;
                let readiness = self.parties.iter().map(|party| party.readiness_spread);
                [text_rate, formulation_error, summit_base, durability_scale]
                    .into_iter()
                    .chain(readiness)
                    .any(|id| !self.inputs[id.index()].provenance.stated)
            }
            Process::Offers(_) => false,
        }
    }
}
