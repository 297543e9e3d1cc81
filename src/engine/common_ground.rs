//! The common-ground test of a world: is there a package that all who must agree would sign, on the
//! as-of date, with every pledge delivered?
//!
//! At a fixed level of the guarantee, z_i is S_i q_i times a concave separable value plus a constant
//! (`crate::solution::Ground` solves that exactly). The levels are a grid of at most 1/[`STEPS`] over
//! what the principals' red lines allow, and every point at which the problem changes form: kinks of
//! the parties' values, red lines of the guarantors, the strength that can be delivered, and the
//! strengths from which each guarantor's consent is needed.

use super::setting::Setting;
use super::table::Table;
use super::world::World;
use super::worth::{deterrence, survival};
use crate::model::{End, Loss, option_coordinate};
use crate::solution::{Combinations, Ground, Level, NO_LOSS, Terms};

/// Levels of the guarantee on the whole scale, at least.
const STEPS: usize = 20;

/// What making a strength a position and back may add to it. The strongest guarantee without
/// somebody's consent is a level of its own, and must not need that consent.
const ROUNDING: f64 = 1e-12;

/// The common-ground problem of a world, kept with its buffers.
#[derive(Clone, Debug, Default)]
pub struct CommonGround {
    ground: Ground,
    /// Party index of each signatory: principals, then guarantors that may be needed.
    parties: Vec<usize>,
    /// Guarantee strength above which each of the guarantors must consent.
    thresholds: Vec<f64>,
    levels: Vec<f64>,
    /// The combinations of options worth looking at.
    combinations: Combinations,
    /// Issues with options, each with how many.
    option_issues: Vec<(usize, usize)>,
    package: Vec<f64>,
    readiness: Vec<f64>,
}

/// The best package of a world without noise.
#[derive(Clone, Copy, Debug)]
pub struct BestPackage<'a> {
    /// The least gain min_i z_i over those who must agree; not negative where there is a ZOPA.
    pub gain: f64,
    /// The package, in [0, 1].
    pub package: &'a [f64],
}

impl CommonGround {
    /// Sets the problem of a world.
    pub(crate) fn prepare(&mut self, table: &Table<'_>, world: &World) {
        let setting = Setting::new(table, world);
        let guarantors = &world.start().guarantors;
        let delivered = guarantors.delivered_by_all(table, world.players());
        self.place_signatories(setting);
        self.place_levels(setting, delivered);
        self.place_combinations(setting);
        for &position in &self.levels {
            let strength = table.guarantee.map_or(0.0, |(_, end)| end.strength(position));
            let deterrence = deterrence(strength.min(delivered) * guarantors.credibility());
            let mut needed = lowest(table.principals.len());
            for (offset, &threshold) in self.thresholds.iter().enumerate() {
                if strength > threshold + ROUNDING {
                    needed |= 1 << (table.principals.len() + offset);
                }
            }
            for number in 0..self.combinations.count() {
                let lost = self.parties.iter().zip(self.combinations.losses(number));
                let terms =
                    lost.map(|(&i, &lost)| gain_terms(setting, i, (position, lost), deterrence));
                self.ground.add_level(Level { position, needed, combination: number }, terms);
            }
        }
        self.ground.prepare();
    }

    /// Is there common ground with this readiness of every party (`readiness[i]`)?
    pub(crate) fn exists(&mut self, readiness: &[f64]) -> bool {
        self.readiness.clear();
        self.readiness.extend(self.parties.iter().map(|&i| readiness[i] + NO_LOSS));
        self.ground.exists(&self.readiness)
    }

    /// Is there common ground without noise?
    pub(crate) fn exists_without_noise(&mut self) -> bool {
        self.readiness.clear();
        self.readiness.extend(self.parties.iter().map(|_| NO_LOSS));
        self.ground.exists(&self.readiness)
    }

    /// The package that maximises the least gain, without noise; `None` where red lines of
    /// principals leave no room.
    pub fn best(&mut self) -> Option<BestPackage<'_>> {
        self.readiness.clear();
        self.readiness.extend(self.parties.iter().map(|_| 0.0));
        let gain = self.ground.best(&self.readiness);
        if !gain.is_finite() {
            return None;
        }
        self.package.clear();
        self.package.extend_from_slice(self.ground.package());
        if let Some(level) = self.ground.best_level() {
            let options = self.combinations.options(self.ground.levels()[level].combination);
            for (&(k, count), &option) in self.option_issues.iter().zip(options) {
                self.package[k] = option_coordinate(count, option);
            }
        }
        Some(BestPackage { gain, package: &self.package })
    }

    /// The undominated combinations of options; one empty one without issues with options.
    fn place_combinations(&mut self, setting: Setting<'_>) {
        let options = setting.world.parties().options();
        self.combinations.clear(self.parties.len(), setting.table.principals.len());
        self.option_issues.clone_from(&setting.table.option_issues);
        for (j, &(_, count)) in self.option_issues.iter().enumerate() {
            let parties = &self.parties;
            self.combinations.add_issue(count, |s, option| {
                let (losses, refused) = options.interest(parties[s], j);
                if refused[option] { f64::INFINITY } else { losses[option] }
            });
        }
    }

    fn place_signatories(&mut self, setting: Setting<'_>) {
        let Setting { table, world, .. } = setting;
        self.parties.clear();
        self.thresholds.clear();
        self.parties.extend(&table.principals);
        let fixed = table.guarantee.map(|(k, _)| k);
        self.ground.clear(setting.shape(), fixed, world.parties().walls());
        for &i in &table.principals {
            self.ground.add_signatory(true, world.player(i).aversion, world.parties().stakes_of(i));
        }
        if table.guarantee.is_none() {
            return;
        }
        for &j in table.pledgers.iter().filter(|&&j| !table.is_principal(j)) {
            if let Some(threshold) =
                world.start().guarantors.consent_threshold(table, world.players(), j)
            {
                self.parties.push(j);
                self.thresholds.push(threshold);
                self.ground.add_signatory(
                    false,
                    world.player(j).aversion,
                    world.parties().stakes_of(j),
                );
            }
        }
    }

    /// The levels to look at, ascending and each once.
    fn place_levels(&mut self, setting: Setting<'_>, delivered: f64) {
        self.levels.clear();
        let Some((k, end)) = setting.table.guarantee else {
            self.levels.push(0.5);
            return;
        };
        let (low, high) = setting.world.parties().walls()[k];
        if low > high {
            return;
        }
        let steps = ((high - low) * STEPS as f64).ceil().max(1.0);
        self.levels.extend((0..=steps as usize).map(|i| low + (high - low) * i as f64 / steps));
        let at_strength = |strength: f64| match end {
            End::Low => 1.0 - strength,
            End::High => strength,
        };
        self.levels.push(at_strength(delivered));
        self.levels.extend(self.thresholds.iter().map(|&strength| at_strength(strength)));
        for &i in &self.parties {
            let stake = &setting.world.parties().stakes_of(i)[k];
            self.levels.extend([stake.ideal, stake.wall_low, stake.wall_high]);
            if stake.status_quo_loss.is_finite() {
                let distance = match setting.shape() {
                    Loss::Linear => stake.status_quo_loss,
                    Loss::Quadratic => stake.status_quo_loss.sqrt(),
                };
                self.levels.extend([stake.ideal - distance, stake.ideal + distance]);
            }
        }
        self.levels.retain(|&level| level >= low && level <= high);
        self.levels.sort_unstable_by(f64::total_cmp);
        self.levels.dedup();
    }
}

/// The lowest so many bits of 64: as many as there are signatories, at most.
fn lowest(bits: usize) -> u64 {
    (0..bits).fold(0, |set, bit| set | 1 << bit)
}

/// z_i at a level and a combination of options as constant − factor × (loss on the other issues), and the
/// cap of its home front: q S (V − V*) in the same form.
fn gain_terms(
    setting: Setting<'_>,
    party: usize,
    (position, lost_on_options): (f64, f64),
    deterrence: f64,
) -> Terms {
    let player = setting.world.player(party);
    let start = setting.world.start();
    let survival = survival(setting, &start.trust, party, deterrence);
    let lost = setting.table.guarantee.map_or(0.0, |(k, _)| {
        let stake = &setting.world.parties().stakes_of(party)[k];
        stake.lost(setting.shape(), player.aversion, position, stake.status_quo_loss)
    });
    let outside = start.outside_value(setting, party);
    let factor = player.good_faith * survival;
    if lost_on_options.is_infinite() {
        return Terms { constant: f64::NEG_INFINITY, factor, cap: f64::INFINITY };
    }
    let value = 1.0 - lost - lost_on_options;
    let paid = start.payments.to(party);
    let meant = survival * (value - outside + paid.standing) - (1.0 - survival) * player.betrayal;
    let dead_letter = (1.0 - player.good_faith) * start.dead_letter(setting, party);
    let even = setting.world.parties().even_value(setting.table, party);
    Terms {
        constant: player.good_faith * meant + dead_letter + paid.at_signature,
        factor,
        cap: even.map_or(f64::INFINITY, |even| factor * (value - even)),
    }
}
