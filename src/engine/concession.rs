//! How far each party has moved from its opening toward its limit by a given time.
//!
//! Time-dependent concession (Faratin, Sierra & Jennings 1998, polynomial form):
//! a_i(t) = min(1, t/T_i)^{1/β_i}, blended with the farthest principal's own concession by
//! reciprocity: α_i = (1 − r_i) a_i + r_i a_j. Positions are p_ik = o_ik + α_i (l_ik − o_ik). Time counts
//! from the beginning of the talks. An event that changes T or β takes no concession back.

use super::player::Player;
use crate::math;

/// Fills `alphas` with every party's concession α at time `t` in months since the talks began.
pub(crate) fn concessions(players: &[Player], t: f64, own: &mut [f64], alphas: &mut [f64]) {
    own_concessions(players, t, own);
    for ((alpha, player), &a) in alphas.iter_mut().zip(players).zip(&*own) {
        *alpha = (1.0 - player.reciprocity) * a + player.reciprocity * own[player.rival];
    }
}

/// Fills `own` with every party's a at time `t`.
pub(crate) fn own_concessions(players: &[Player], t: f64, own: &mut [f64]) {
    let ln_t = math::ln(t);
    for (a, player) in own.iter_mut().zip(players) {
        *a = own_concession(player, t, ln_t);
    }
}

/// One party's concession α at time `t`, for what needs only a few of them.
pub(crate) fn concession(players: &[Player], party: usize, t: f64) -> f64 {
    let player = &players[party];
    let ln_t = math::ln(t);
    let own = own_concession(player, t, ln_t);
    let rival = own_concession(&players[player.rival], t, ln_t);
    (1.0 - player.reciprocity) * own + player.reciprocity * rival
}

/// a_i(t); the logarithm is shared, so that a party costs one exponential.
#[inline]
fn own_concession(player: &Player, t: f64, ln_t: f64) -> f64 {
    if t >= player.deadline {
        1.0
    } else {
        math::exp(player.inverse_speed * (ln_t - player.ln_deadline)).max(player.conceded)
    }
}
