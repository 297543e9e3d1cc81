//! Draws of how long what is signed lasts, by the hazards of `durability.rs`.

use super::chance::Chance;
use super::durability::{collapse_after, package_log_hazard, truce_log_hazard};
use super::setting::Setting;
use super::situation::Situation;
use super::value::value;
use crate::math;
use crate::solution::bargain::GUARANTEE_WEIGHT;

/// B of a package as things stand.
pub(crate) fn deal_log_hazard(
    setting: Setting<'_>,
    situation: &Situation,
    text: &[f64],
    imposed: bool,
) -> f64 {
    let Setting { table, world, .. } = setting;
    let short =
        |&i: &usize| situation.limits_value(setting, i) - value(setting, &situation.front, i, text);
    let shortfall: f64 = table.principals.iter().map(short).map(|short| short.max(0.0)).sum();
    let truce = truce_log_hazard(table, world.globals(), &situation.trust);
    let guarantee = situation.guarantors.guarantee(table, text);
    package_log_hazard(truce, guarantee, imposed, shortfall)
}

/// A draw of how long a truce with this guarantee holds, in months; a bare one has none.
pub(crate) fn draw_truce(
    setting: Setting<'_>,
    situation: &Situation,
    guarantee: f64,
    chance: &mut Chance,
) -> f64 {
    let Setting { table, world, .. } = setting;
    let risk = chance.risk(table);
    let truce = truce_log_hazard(table, world.globals(), &situation.trust);
    let b = truce - GUARANTEE_WEIGHT * guarantee;
    collapse_after(risk, b, world.globals().durability_scale)
}

/// A draw of how long a package holds, in months: the world's deals last e^u times longer.
pub(crate) fn draw_deal(
    setting: Setting<'_>,
    situation: &Situation,
    (text, imposed): (&[f64], bool),
    chance: &mut Chance,
) -> f64 {
    let risk = chance.risk(setting.table);
    let globals = setting.world.globals();
    let scale = globals.durability_scale * math::exp(globals.durability_spread);
    collapse_after(risk, deal_log_hazard(setting, situation, text, imposed), scale)
}
