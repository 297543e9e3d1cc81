//! The meeting of leaders.
//!
//! Rate = base · exp(1.2(τ̄ − ½) + push − Σ reluctance − 0.8·gap), gap = Σ_k ½(w_ik + w_jk)|p_ik −
//! p_jk|, trust and gap averaged over the pairs of those named. The rate moves with trust and
//! positions; invitations come at its highest possible value and are taken up with the ratio
//! (thinning, Lewis & Shedler 1979), which is exact whatever the length of a round.

use super::concession::concession;
use super::limits::Limits;
use super::setting::Setting;
use super::trust::Trust;
use crate::math;

/// Weight of trust in the log rate.
const TRUST_WEIGHT: f64 = 1.2;
/// Weight of the gap between positions in the log rate.
const GAP_WEIGHT: f64 = 0.8;
/// Rate a month of invitations: the summit's rate at full trust and no gap.
pub(crate) fn invitation_rate(setting: Setting<'_>) -> f64 {
    let globals = setting.world.globals();
    if setting.table.scenario.summit.is_none() {
        return 0.0;
    }
    globals.summit_base * math::exp(TRUST_WEIGHT * 0.5 + globals.summit_pull)
}

/// Probability that an invitation at time `t` is taken up.
pub(crate) fn summit_acceptance(
    setting: Setting<'_>,
    (trust, limits): (&Trust, &Limits),
    named: &[usize],
    t: f64,
) -> f64 {
    let trust = trust.mean_among(named);
    let (mut apart, mut pairs) = (0.0, 0.0);
    for (position, &i) in named.iter().enumerate() {
        for &j in &named[position + 1..] {
            apart += gap(setting, limits, (i, j), t, |_| true);
            pairs += 1.0;
        }
    }
    math::exp(TRUST_WEIGHT * (trust - 1.0) - GAP_WEIGHT * apart / pairs)
}

/// The salience-weighted distance between two parties' positions at time `t`, over these issues.
pub(crate) fn gap(
    setting: Setting<'_>,
    limits: &Limits,
    (i, j): (usize, usize),
    t: f64,
    counts: impl Fn(usize) -> bool,
) -> f64 {
    let parties = setting.world.parties();
    let t = setting.world.tempo().since_talks_began(t);
    let a = concession(parties.players(), i, t);
    let b = concession(parties.players(), j, t);
    let rows = parties.stakes_of(i).iter().zip(parties.stakes_of(j)).enumerate();
    rows.filter(|(k, _)| counts(*k))
        .map(|(k, (first, second))| {
            let p = first.opening + a * (limits.of(i, k) - first.opening);
            let q = second.opening + b * (limits.of(j, k) - second.opening);
            0.5 * (first.weight + second.weight) * (p - q).abs()
        })
        .sum::<f64>()
        + parties.options().gap((i, a), (j, b), counts)
}
