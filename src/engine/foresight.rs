//! What a leader foresees of the votes at home, and what that makes of its signature.
//!
//! The worth of one's name under a text is
//! ẑ_i = q_i (P_i m_i − c F_i) + (1 − q_i) d_i + y⁰_i + (q_i P_i + 1 − q_i) ε_i, F_i = (1 − p_ii) + ½ (p_ii − P_i),
//! where m_i is what the terms are worth to who means them and q_i, d_i and y⁰_i are as in `worth.rs`: the deal,
//! and the taste for it, come only if every home front passes it (Putnam 1988; Milner 1997), and a signature
//! that is not honoured costs the leader who meant it (an involuntary defection; audience costs, Fearon 1994),
//! half as much where it is another's home front that fails. A dead letter and a cheque at the signature wait
//! for no vote. P_i = Π_j p_ij, with a leader's own home front known to it and the others' seen with an error
//! (Iida 1993).

use super::front::Front;
use super::good_faith::SHARED_BLAME;
use super::setting::Setting;
use super::value::value;
use super::worth::Worth;

/// What a party expects of the votes on a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Foresight {
    /// p_ii, the probability that its own home front passes it; 1 without one.
    pub own: f64,
    /// P_i, the probability that all home fronts of principals pass it.
    pub all: f64,
}

impl Foresight {
    /// Nobody votes.
    pub const CERTAIN: Self = Self { own: 1.0, all: 1.0 };
}

/// One principal's home front before a text.
#[derive(Clone, Copy, Debug, Default)]
struct Outlook {
    party: usize,
    /// The probability that it passes, as its own leader knows it.
    known: f64,
    /// … and as others see it.
    seen: f64,
}

/// What the principals' home fronts would make of the text last looked at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outlooks(Vec<Outlook>);

impl Outlooks {
    /// Works out what everybody expects of the votes on a text.
    pub(crate) fn foresee(&mut self, setting: Setting<'_>, front: &Front, text: &[f64]) {
        self.0.clear();
        for &party in &setting.table.home_fronts {
            let Some(home) = &setting.world.player(party).home else { continue };
            let value = value(setting, front, party, text);
            let error = setting.world.globals().home_front_error;
            let seen = home.seems_to_pass(value, error);
            self.0.push(Outlook { party, known: home.passes(value), seen });
        }
    }

    /// What a party expects of the votes on the text last [foreseen](Outlooks::foresee).
    pub(crate) fn of(&self, party: usize) -> Foresight {
        let mut foresight = Foresight::CERTAIN;
        for outlook in &self.0 {
            if outlook.party == party {
                foresight.own = outlook.known;
                foresight.all *= outlook.known;
            } else {
                foresight.all *= outlook.seen;
            }
        }
        foresight
    }

    /// The home front that looks likeliest to fail the text last foreseen.
    pub(crate) fn likeliest_to_fail(&self) -> Option<usize> {
        let mut worst: Option<&Outlook> = None;
        for outlook in &self.0 {
            if worst.is_none_or(|other| outlook.seen < other.seen) {
                worst = Some(outlook);
            }
        }
        worst.map(|outlook| outlook.party)
    }
}

impl Foresight {
    /// ẑ_i: the worth of the name of a party with this readiness, under a text with these votes ahead. A
    /// signature that is not honoured costs `defection`.
    pub(crate) fn signing_gain(self, worth: &Worth, readiness: f64, defection: f64) -> f64 {
        if self == Self::CERTAIN {
            return worth.z + readiness;
        }
        let Self { own, all } = self;
        let Worth { good_faith, dead_letter, at_signature, z, .. } = *worth;
        let failure = (1.0 - own) + SHARED_BLAME * (own - all);
        let meant = z - dead_letter - at_signature;
        let taste = good_faith * all + (1.0 - good_faith);
        all * meant - good_faith * defection * failure
            + dead_letter
            + at_signature
            + taste * readiness
    }
}
