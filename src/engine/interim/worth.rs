//! What signing an interim deal is worth.
//!
//! z^m_i = φ_i [S_i (Σ_k (ℓ̂_ik(x°) − ℓ̂_ik(x^m)) + (1 − f_i)κ_i + r_i) − (1 − S_i) b_i]. The sum is over
//! what it settles: ℓ̂ is the value lost, x° what comes without a deal (the party's war terms; without a
//! war the status quo), x^m the terms. Where it halts the fighting the line counts, too: where it stands
//! against where it is expected. κ is the cost of war, f its factor while the deal stands, r what the deal
//! adds to no deal where a party is not at war. Open issues take the same way with it and without. A deal
//! for a time gives up no claim, so stated limits have no say in it; the line forgone and the betrayal are
//! the truce as a tool of war.
//!
//! All this is for twelve months, and S_i = e^{−H_i}, H_i = h_i e^{−1.2 g − 0.8(τ̄_i − ½)}, g only where it
//! settles the guarantee. A deal that runs for d < 12 months is worth φ_i = (1 − e^{−H_i d/12})/(1 − e^{−H_i})
//! of it, the share of the time in force that is expected of those twelve months that falls within d: what
//! it brings and what may break come in step with it. So a longer one is worth more to whom it is worth
//! anything.

use crate::engine::globals::WAR_HORIZON;
use crate::engine::setting::Setting;
use crate::engine::situation::Situation;
use crate::engine::worth::{Worth, deterrence};
use crate::math;

impl Situation {
    /// z^m_i with its parts: `value` is what it comes to by the deal, `outside` without it.
    pub(crate) fn interim_worth(&self, setting: Setting<'_>, party: usize, m: usize) -> Worth {
        let player = setting.world.player(party);
        let terms = &setting.world.interims()[m];
        let change = self.interim_change(setting, party, m);
        let eased = (1.0 - terms.costs[party]) * self.cost(party);
        let relief = terms.relief[party];
        let hazard = self.interim_hazard(setting, party, m);
        let survival = math::exp(-hazard);
        let years = terms.lasts / WAR_HORIZON;
        let year = survival * (change + eased + relief) - (1.0 - survival) * player.betrayal;
        let (basis, outside) = if setting.at_war() {
            let war = self.war_value(setting, party);
            (war, war - eased)
        } else {
            let outside = self.outside_value(setting, party);
            (outside, outside)
        };
        Worth {
            value: basis + change + relief,
            outside,
            survival: math::exp(-hazard * years.min(1.0)),
            paid: 0.0,
            at_signature: 0.0,
            good_faith: 1.0,
            dead_letter: 0.0,
            z: share_of_year(hazard, years) * year,
        }
    }

    /// Value gained on what the deal settles, over twelve months.
    fn interim_change(&self, setting: Setting<'_>, party: usize, m: usize) -> f64 {
        let Setting { table, world, .. } = setting;
        let parties = world.parties();
        let step = &table.steps[m];
        let text = self.interims.text(m);
        let (shape, aversion) = (setting.shape(), parties.player(party).aversion);
        let at_war = setting.at_war();
        let mut change = 0.0;
        for &k in &step.issues {
            if let Some(j) = parties.options().number_of(k) {
                change += parties.options().without_deal(party, j, at_war)
                    - parties.options().lost_on(party, j, text[k]);
                continue;
            }
            let stake = &parties.stakes_of(party)[k];
            let at = |x| stake.lost(shape, aversion, x, stake.status_quo_loss);
            let without = if at_war {
                at(stake.war)
            } else if stake.weight > 0.0 {
                // At the status quo nothing is lost against it.
                stake.weight * stake.status_quo_loss
            } else {
                0.0
            };
            change += without - at(text[k]);
        }
        if table.front.is_some() && step.halts {
            change += self.line_forgone(setting, party);
        }
        change
    }

    /// H_i: the hazard of a breach within twelve months that a party expects.
    fn interim_hazard(&self, setting: Setting<'_>, party: usize, m: usize) -> f64 {
        let guarded = if setting.table.steps[m].guaranteed {
            deterrence(self.guarantors.guarantee(setting.table, self.interims.text(m)))
        } else {
            1.0
        };
        setting.world.player(party).truce_hazard * guarded * self.trust.distrust(party)
    }

    /// The first issue on which the deal crosses a red line of a party's.
    pub(crate) fn interim_crosses(
        &self,
        setting: Setting<'_>,
        party: usize,
        m: usize,
    ) -> Option<usize> {
        let parties = setting.world.parties();
        let text = self.interims.text(m);
        let crosses = |k: usize| match parties.options().number_of(k) {
            Some(j) => parties.options().refuses_on(party, j, text[k]),
            None => parties.stakes_of(party)[k].forbids(text[k]),
        };
        setting.table.steps[m].issues.iter().copied().find(|&k| crosses(k))
    }
}

/// φ: of the time in force expected of a year at a hazard a year, the share that falls within `years`.
fn share_of_year(hazard: f64, years: f64) -> f64 {
    if years >= 1.0 {
        1.0
    } else if hazard > 0.0 {
        math::exp_m1(-hazard * years) / math::exp_m1(-hazard)
    } else {
        years
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn without_a_hazard_time_counts_as_it_is() {
        assert!((share_of_year(0.0, 0.25) - 0.25).abs() <= 0.0);
        assert!((share_of_year(1e-9, 0.25) - 0.25).abs() < 1e-9);
        assert!((share_of_year(0.7, f64::INFINITY) - 1.0).abs() <= 0.0);
    }

    proptest! {
        /// The integral of e^{−Hs} from 0 to d over the same to 1, by the trapezoidal rule.
        #[test]
        fn it_is_the_share_of_the_time_in_force(hazard in 0.01_f64..5.0, years in 0.01_f64..1.0) {
            let time = |end: f64| {
                let steps = 2_000;
                let width = end / f64::from(steps);
                let at = |s: f64| math::exp(-hazard * s);
                let inner: f64 = (1..steps).map(|n| at(f64::from(n) * width)).sum();
                width * (inner + 0.5 * (at(0.0) + at(end)))
            };
            prop_assert!((share_of_year(hazard, years) - time(years) / time(1.0)).abs() < 1e-5);
        }

        #[test]
        fn it_grows_with_time(hazard in 0.0_f64..5.0, years in 0.0_f64..2.0, more in 0.0_f64..1.0) {
            let (short, long) = (share_of_year(hazard, years), share_of_year(hazard, years + more));
            prop_assert!((0.0..=1.0).contains(&short) && short <= long);
        }
    }
}
