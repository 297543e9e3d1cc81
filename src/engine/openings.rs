//! What would have to be true in a world without common ground: the smallest change of one number
//! of one party with which a package appears that all who must agree would sign.

use super::Seat;
use super::deal_space::deal_space;
use super::play::Setting;
use super::state::{State, Trial};
use super::world::Alternative;
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
        let mut state = State::default();
        state.begin(&self.world, Trial::default());
        let setting = Setting::new(self.table, &self.world);
        let space = deal_space(setting, &state);
        let mut needed = Vec::new();
        for s in 0..space.signatories().len() {
            by_alternative(setting, &state, &space, search, s, &mut needed);
            by_red_lines(setting, &space, search, s, &mut needed);
        }
        needed
    }
}

/// Changes of what the party has without a deal, or is paid for one.
fn by_alternative(
    setting: Setting<'_>,
    state: &State,
    space: &DealSpace,
    search: Search,
    s: usize,
    needed: &mut Vec<Needed>,
) {
    let party = space.signatories()[s].party;
    let player = &setting.world.players[party];
    let omega = setting.world.globals.omega;
    let q = player.compliance;
    let mut try_lever = |hinge, from: f64, sign: f64, lever| {
        if let Some(opening) = space.opening(search, s, lever) {
            needed.push(Needed { party, hinge, from, to: from + sign * opening.amount });
        }
    };
    let plain = |per_value| Lever { per_value, per_gain: 0.0 };
    match player.alternative {
        Alternative::War => {
            let per_gain = (1.0 - q) * state.truce_survival(setting, party);
            let lever = Lever { per_value: 1.0 - omega, per_gain };
            try_lever(Hinge::WarCost, player.cost, 1.0, lever);
        }
        Alternative::Reservation(value) => {
            try_lever(Hinge::Reservation, value, -1.0, plain(1.0));
        }
        Alternative::OthersWar | Alternative::Limits => {}
    }
    let paid = state.side_payments[party];
    try_lever(Hinge::SidePayment, paid, 1.0, Lever { per_value: 0.0, per_gain: q });
    // A limit counts as far as stated limits are believed.
    let believed = match player.alternative {
        Alternative::Reservation(_) => 0.0,
        Alternative::Limits => 1.0,
        Alternative::War | Alternative::OthersWar => omega,
    };
    if believed > 0.0
        && let Some(opening) = space.opening(search, s, plain(1.0))
    {
        for (k, stake) in setting.world.stakes_of(party).iter().enumerate() {
            let lost = |x| stake.lost(setting.shape(), player.aversion, x, stake.status_quo_loss);
            let wanted = lost(stake.limit) + opening.amount / believed;
            if let Some(to) = farther_limit(stake, wanted, lost) {
                needed.push(Needed { party, hinge: Hinge::Limit(k), from: stake.limit, to });
            }
        }
        let options = &setting.world.options;
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
    for (k, stake) in setting.world.stakes_of(party).iter().enumerate() {
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
