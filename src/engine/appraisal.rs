//! What a party makes of a package: everything but its mood of the day.

use super::foresight::Foresight;
use super::setting::Setting;
use super::situation::Situation;
use super::worth::Worth;
use crate::solution::suits;

/// What signing a package is worth to one party, with the parts of it that a run reports of signatures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Appraisal {
    /// The party.
    pub party: usize,
    /// V, W, S and the rest of z.
    pub worth: Worth,
    /// What it expects of the votes at home.
    pub foresight: Foresight,
    /// ẑ, the worth of its name: z + ε, weighed with the votes ahead.
    pub gain: f64,
    /// The issue on which the package crosses its red line.
    pub crosses: Option<usize>,
}

impl Appraisal {
    /// ẑ − (z + ε), what the votes ahead take off, where ε is its readiness.
    pub(crate) fn votes_with(&self, readiness: f64) -> f64 {
        self.gain - self.worth.z - readiness
    }

    /// The same of a party without readiness, as a [`Probe`](super::Probe) finds it.
    pub fn votes(&self) -> f64 {
        self.votes_with(0.0)
    }

    /// Would it sign, if its mood were neither here nor there?
    pub fn accepts(&self) -> bool {
        self.crosses.is_none() && suits(self.gain)
    }
}

/// What a party with this readiness makes of a package, at the deterrence its guarantee brings and with what it
/// expects of the votes at home.
pub(crate) fn appraise(
    setting: Setting<'_>,
    situation: &Situation,
    (party, readiness): (usize, f64),
    (text, deterrence): (&[f64], f64),
    foresight: Foresight,
) -> Appraisal {
    let worth = situation.worth(setting, party, text, deterrence);
    let defection = setting.world.globals().defection_cost;
    let gain = foresight.signing_gain(&worth, readiness, defection);
    Appraisal { party, worth, foresight, gain, crosses: crosses(setting, party, text) }
}

/// The first issue on which a package crosses this party's red line.
pub(crate) fn crosses(setting: Setting<'_>, party: usize, text: &[f64]) -> Option<usize> {
    let parties = setting.world.parties();
    let stakes = parties.stakes_of(party).iter().zip(text);
    let wall = stakes.enumerate().find(|(_, (stake, x))| stake.forbids(**x)).map(|(k, _)| k);
    let refused = parties.options().refuses(party, text);
    match (wall, refused) {
        (Some(wall), Some(refused)) => Some(wall.min(refused)),
        (wall, refused) => wall.or(refused),
    }
}
