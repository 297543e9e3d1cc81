//! What a party makes of a package: everything but its mood of the day.

use super::ending::crosses;
use super::foresight::Foresight;
use super::play::Setting;
use super::state::State;
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

impl State {
    /// What a party makes of the package last [foreseen](State::foresee), at the deterrence its guarantee
    /// brings.
    pub(crate) fn appraise(
        &self,
        setting: Setting<'_>,
        party: usize,
        text: &[f64],
        deterrence: f64,
    ) -> Appraisal {
        let worth = self.worth(setting, party, text, deterrence);
        let foresight = self.foresight(party);
        let gain = self.signing_gain(setting, party, &worth, foresight);
        Appraisal { party, worth, foresight, gain, crosses: crosses(setting, party, text) }
    }
}
