//! The deal space of a world: the as-of date, every pledge delivered, no noise.

use super::Seat;
use super::setting::Setting;
use crate::solution::bargain::{Axis, DealSpace, Guarantee, Interest, Payment, Signatory, Signing};

/// Below any strength of a guarantee: who consents from here on must always consent.
const ALWAYS: f64 = -1.0;

impl Seat<'_> {
    /// The deal space of the world last entered: who must sign, and what each gains from every
    /// package.
    pub fn deal_space(&self) -> DealSpace {
        deal_space(Setting::new(self.table, &self.world))
    }
}

/// The deal space of a world.
pub(super) fn deal_space(setting: Setting<'_>) -> DealSpace {
    let Setting { table, world, .. } = setting;
    let guarantors = &world.start().guarantors;
    let mut signatories: Vec<Signatory> =
        table.principals.iter().map(|&i| signatory(setting, i, 0.0)).collect();
    if table.guarantee.is_some() {
        for &j in table.pledgers.iter().filter(|&&j| !table.is_principal(j)) {
            if let Some(threshold) = guarantors.consent_threshold(table, world.players(), j) {
                signatories.push(signatory(setting, j, threshold));
            }
        }
    }
    for &j in &table.home_fronts {
        if let Some(even) = world.parties().even_value(table, j) {
            signatories.push(home_front(setting, j, even));
        }
    }
    let guarantee = table.guarantee.map(|(issue, strong_end)| Guarantee {
        issue,
        strong_end,
        delivered: guarantors.delivered_by_all(table, world.players()),
        credibility: guarantors.credibility(),
    });
    let axes = table.scenario.issues.iter().map(|issue| match issue.options.len() {
        0 => Axis::Scale,
        count => Axis::Options(count),
    });
    let axes = axes.collect();
    DealSpace::new(setting.shape(), axes, signatories, guarantee)
}

/// The home front of a principal, which has to pass the package at even odds: its "gain" is
/// q S (V − V*), in the unit of its leader's.
fn home_front(setting: Setting<'_>, party: usize, even: f64) -> Signatory {
    let leader = signatory(setting, party, ALWAYS);
    let signing = Signing {
        outside: even,
        betrayal: 0.0,
        paid: Payment::NONE,
        dead_letter: 0.0,
        ..leader.signing
    };
    Signatory { principal: false, home_front: true, signing, ..leader }
}

fn signatory(setting: Setting<'_>, party: usize, threshold: f64) -> Signatory {
    let Setting { table, world, .. } = setting;
    let player = world.player(party);
    let start = world.start();
    let mut interests: Vec<Interest> =
        world.parties().stakes_of(party).iter().map(|&stake| Interest::Scale(stake)).collect();
    for (j, &(k, _)) in world.parties().options().issues().iter().enumerate() {
        let (losses, refused) = world.parties().options().interest(party, j);
        interests[k] = Interest::Options { losses: losses.to_vec(), refused: refused.to_vec() };
    }
    Signatory {
        party,
        principal: table.is_principal(party),
        home_front: false,
        influence: player.influence,
        aversion: player.aversion,
        interests,
        signing: Signing {
            outside: start.outside_value(setting, party),
            hazard: player.hazard * start.trust.distrust(party),
            betrayal: player.betrayal,
            paid: start.payments.to(party),
            good_faith: player.good_faith,
            dead_letter: start.dead_letter(setting, party),
        },
        threshold,
    }
}
