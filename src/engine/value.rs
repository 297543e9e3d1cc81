//! V_i(x), what terms are worth to a party as the line stands.

use super::front::Front;
use super::setting::Setting;
use crate::solution::loss;

/// V_i(x).
pub(crate) fn value(setting: Setting<'_>, front: &Front, party: usize, text: &[f64]) -> f64 {
    let parties = setting.world.parties();
    let aversion = parties.player(party).aversion;
    let shape = setting.shape();
    let at_front = setting.table.front;
    let mut value = 1.0;
    for (k, (stake, &x)) in parties.stakes_of(party).iter().zip(text).enumerate() {
        let status_quo_loss = if at_front == Some(k) {
            loss(shape, front.line() - stake.ideal)
        } else {
            stake.status_quo_loss
        };
        value -= stake.lost(shape, aversion, x, status_quo_loss);
    }
    value - parties.options().lost(party, text)
}

/// What is lost on the front-line issue at coordinate `x`: ground already lost is no longer a
/// loss, so the status quo is the line as it stands.
pub(crate) fn lost_at_front(
    setting: Setting<'_>,
    front: &Front,
    party: usize,
    (k, x): (usize, f64),
) -> f64 {
    let stake = &setting.world.parties().stakes_of(party)[k];
    let shape = setting.shape();
    let status_quo_loss = loss(shape, front.line() - stake.ideal);
    stake.lost(shape, setting.world.player(party).aversion, x, status_quo_loss)
}
