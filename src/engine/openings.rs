//! What would have to be true in a world without common ground: the smallest change of one number
//! of one party with which a package appears that all who must agree would sign.

use super::Seat;
use super::deal_space::deal_space;
use super::good_faith::truce_survival;
use super::player::Alternative;
use super::setting::Setting;
use super::situation::Situation;
use crate::solution::Stake;
use crate::solution::bargain::{DealSpace, Lever, Retreat, Search};

/// A number of one party on which the common ground hangs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hinge {
    /// What twelve more months of war cost it.
    WarCost,
    /// Its reservation value.
    Reservation,
    /// Its limit on an issue: a position on a scale, a share of the issue's worth with options.
    Limit(usize),
    /// Its red line on an issue with a scale.
    RedLine(usize),
    /// An option it refuses on an issue.
    Refusal(usize, usize),
    /// A side payment to it, in value.
    SidePayment,
}

/// What would have to be true: a number and the value it would have to have at least.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Needed {
    /// Whose number.
    pub party: usize,
    /// Which number.
    pub hinge: Hinge,
    /// What it is in this world; positions in [0, 1], values as they are.
    pub from: f64,
    /// What it would have to be. For a refusal both are 0: the option would have to be accepted.
    pub to: f64,
}

impl Seat<'_> {
    /// Every number of the world last entered that alone could open its empty zone of possible
    /// agreement, with the smallest change that does; by party in the order of the deal space.
    /// Changes beyond the end of a scale are left out.
    pub fn openings(&self, search: Search) -> Vec<Needed> {
        let setting = Setting::new(self.table, &self.world);
        let situation = self.world.start();
        let space = deal_space(setting);
        let mut needed = Vec::new();
        // What would change a vote is not at the table.
        let leaders =
            (0..space.signatories().len()).filter(|&s| !space.signatories()[s].home_front);
        for s in leaders {
            by_alternative(setting, situation, &space, search, s, &mut needed);
            by_red_lines(setting, &space, search, s, &mut needed);
        }
        needed
    }
}

/// Changes of what the party has without a deal, or is paid for one.
fn by_alternative(
    setting: Setting<'_>,
    situation: &Situation,
    space: &DealSpace,
    search: Search,
    s: usize,
    needed: &mut Vec<Needed>,
) {
    let party = space.signatories()[s].party;
    let player = setting.world.player(party);
    let omega = setting.world.globals().omega;
    let q = player.good_faith;
    let plain = |per_value| Lever { per_value, per_gain: 0.0 };
    let limits = situation.limits_value(setting, party);
    let alternative = situation.alternative_value(setting, party);
    // Down to what its limits are worth the whole of a worse alternative counts, from there on 1 − ω of it.
    let until_limits = alternative.map_or(0.0, |value| (value - limits).max(0.0));
    let worse = |per_gain: f64| {
        let whole = Lever { per_value: 1.0, per_gain };
        let amount = space.opening(search, s, whole)?.amount;
        if amount <= until_limits {
            return Some(amount);
        }
        let rest = Lever { per_value: 1.0 - omega, per_gain };
        let scale = 1.0 - omega;
        let amount = if per_gain > 0.0 {
            // A lever of two parts: the weaker slope all the way, which is too much rather than too little.
            space.opening(search, s, rest)?.amount
        } else if scale > 0.0 {
            until_limits + (amount - until_limits) / scale
        } else {
            return None;
        };
        Some(amount)
    };
    let mut need = |hinge, from: f64, to: f64| needed.push(Needed { party, hinge, from, to });
    match player.alternative {
        Alternative::War => {
            let relief = (1.0 - q) * truce_survival(setting, &situation.trust, party) / 2.0;
            if let Some(amount) = worse(relief) {
                need(Hinge::WarCost, player.cost, player.cost + amount);
            }
        }
        Alternative::Reservation(value) => {
            if let Some(amount) = worse(0.0) {
                need(Hinge::Reservation, value, value - amount);
            }
        }
        Alternative::OthersWar | Alternative::Limits => {}
    }
    // More of what is paid already; where nothing is, as long as the terms hold.
    let paid = situation.payments.to(party);
    let at_signature = paid.at_signature > paid.standing;
    let lever = if at_signature { Lever { per_value: 0.0, per_gain: 1.0 } } else { plain(1.0) };
    let from = if at_signature { paid.at_signature } else { paid.standing };
    if let Some(opening) = space.opening(search, s, lever) {
        need(Hinge::SidePayment, from, from + opening.amount);
    }
    // A limit counts as far as stated limits are believed, and only down to the alternative itself.
    let believed = situation.limits_weight(setting, party);
    let room = alternative.map_or(f64::INFINITY, |value| believed * (limits - value));
    if believed > 0.0
        && let Some(opening) =
            space.opening(search, s, plain(1.0)).filter(|opening| opening.amount <= room)
    {
        for (k, stake) in setting.world.parties().stakes_of(party).iter().enumerate() {
            let lost = |x| stake.lost(setting.shape(), player.aversion, x, stake.status_quo_loss);
            let wanted = lost(stake.limit) + opening.amount / believed;
            if let Some(to) = farther_limit(stake, wanted, lost) {
                needed.push(Needed { party, hinge: Hinge::Limit(k), from: stake.limit, to });
            }
        }
        let options = setting.world.parties().options();
        for (j, &(k, _)) in options.issues().iter().enumerate() {
            if let Some((from, to)) = options.lower_limit(party, j, opening.amount / believed) {
                needed.push(Needed { party, hinge: Hinge::Limit(k), from, to });
            }
        }
    }
}

/// The limit beyond the present one at which so much is lost; `None` where the scale ends before.
fn farther_limit(stake: &Stake, wanted: f64, lost: impl Fn(f64) -> f64) -> Option<f64> {
    let end = if stake.limit > stake.ideal { 1.0 } else { 0.0 };
    // Nothing to lose there, or no side to move to.
    if stake.weight <= 0.0 || (stake.limit - stake.ideal).abs() <= 0.0 {
        return None;
    }
    if lost(end) < wanted {
        return None;
    }
    // What is lost grows toward the end.
    let (mut near, mut far) = (stake.limit, end);
    for _ in 0..60 {
        let middle = f64::midpoint(near, far);
        if lost(middle) < wanted {
            near = middle;
        } else {
            far = middle;
        }
    }
    Some(far)
}

fn by_red_lines(
    setting: Setting<'_>,
    space: &DealSpace,
    search: Search,
    s: usize,
    needed: &mut Vec<Needed>,
) {
    let party = space.signatories()[s].party;
    for (k, stake) in setting.world.parties().stakes_of(party).iter().enumerate() {
        match space.retreat(search, s, k) {
            Some(Retreat::To(to)) => {
                let from = if stake.wall_low > 0.0 { stake.wall_low } else { stake.wall_high };
                needed.push(Needed { party, hinge: Hinge::RedLine(k), from, to });
            }
            Some(Retreat::Accept(option)) => {
                let hinge = Hinge::Refusal(k, option);
                needed.push(Needed { party, hinge, from: 0.0, to: 0.0 });
            }
            None => {}
        }
    }
}
