//! Who signs.
//!
//! A party accepts when ẑ_i + η_i ≥ 0 and no red line of its own is crossed; where no home front votes
//! ẑ_i = z_i + ε_i (`foresight.rs`). ε, its readiness, is logistic with scale σ and drawn once a history; η is
//! logistic with scale σ/3 and drawn for each text (the logit choice of McFadden 1974 with persistent and
//! passing taste). Noise drawn anew in full for every text would let the horizon decide, not the politics.

use super::appraisal::{Appraisal, appraise, crosses};
use super::foresight::Foresight;
use super::nearest::Least;
use super::observer::{Event, Observer};
use super::setting::Setting;
use super::signature::Signature;
use super::situation::Situation;
use super::state::State;
use super::worth::{Worth, deterrence};
use crate::solution::suits;

/// Share of the readiness scale that is drawn anew for each text.
const PASSING: f64 = 1.0 / 3.0;

/// A text that everybody signed.
pub(crate) struct Accepted {
    /// Would some principal have refused without its side payment?
    pub(crate) imposed: bool,
}

impl State {
    /// Puts the package in `text`, foreseen, to all who must agree; remembers it if it came
    /// nearest so far.
    pub(crate) fn put_package<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        text: &[f64],
        observer: &mut O,
    ) -> Option<Accepted> {
        let table = setting.table;
        let guarantors = &mut self.situation.guarantors;
        guarantors.settle_consents(table, setting.world.players());
        let deterrence = deterrence(guarantors.guarantee(table, text));
        let mut least = Least::default();
        let mut accepted = true;
        let mut imposed = false;
        self.signing.clear();
        for &i in &table.principals {
            let own = self.appraise(setting, i, (text, deterrence));
            least.take(i, own.gain, own.worth.z + self.chance.readiness(i));
            if accepted || O::ACTIVE {
                let Worth { paid, at_signature, .. } = own.worth;
                let paid = own.foresight.all * (paid - at_signature) + at_signature;
                let draw = self.mood(setting, i);
                let margin = self.answer(setting, t, (&own, draw), observer);
                accepted &= suits(margin);
                imposed |= !suits(margin - paid);
                self.would_sign(&own, margin);
            }
        }
        // Guarantors can only lower the least gain: ask them where that or their consent matters.
        if accepted || least.gain() > self.nearest.gain() || O::ACTIVE {
            for &j in table.pledgers.iter().filter(|&&j| !table.is_principal(j)) {
                if !self.situation.guarantors.needs_consent(table, j, text) {
                    continue;
                }
                let own = self.appraise(setting, j, (text, deterrence));
                least.take(j, own.gain, own.worth.z + self.chance.readiness(j));
                if accepted || O::ACTIVE {
                    let draw = self.mood(setting, j);
                    let margin = self.answer(setting, t, (&own, draw), observer);
                    accepted &= suits(margin);
                    self.would_sign(&own, margin);
                }
            }
        }
        if least.gain() > self.nearest.gain() {
            let doubted = self.outlooks.likeliest_to_fail();
            let mut signatories = self.situation.guarantors.signatories(table, text);
            let crossed = signatories.find_map(|i| Some((i, crosses(setting, i, text)?)));
            self.nearest.keep(text, least, doubted, crossed);
        }
        accepted.then_some(Accepted { imposed })
    }

    /// Who mediates and would not sign this package, foreseen, itself, where its own signature
    /// is needed: it does not table it.
    pub(crate) fn withheld_by(&mut self, setting: Setting<'_>, text: &[f64]) -> Option<usize> {
        let table = setting.table;
        for &m in table.mediators.iter().filter(|&&m| table.pledgers.contains(&m)) {
            let guarantors = &mut self.situation.guarantors;
            guarantors.settle_consents(table, setting.world.players());
            if !guarantors.needs_consent(table, m, text) {
                continue;
            }
            let deterrence = deterrence(guarantors.guarantee(table, text));
            if !suits(self.appraise(setting, m, (text, deterrence)).gain) {
                return Some(m);
            }
        }
        None
    }

    /// Puts interim deal m, as it is laid out, to the principals and to the guarantors it leans on; again,
    /// where it has run out.
    pub(crate) fn put_interim<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        (m, again): (usize, bool),
        observer: &mut O,
    ) -> bool {
        let table = setting.table;
        let mut accepted = true;
        for &i in &table.principals {
            if accepted || O::ACTIVE {
                accepted &= self.agrees_to_interim(setting, t, i, (m, again), observer);
            }
        }
        if table.steps[m].guaranteed {
            self.situation.guarantors.settle_consents(table, setting.world.players());
            for &j in table.pledgers.iter().filter(|&&j| !table.is_principal(j)) {
                let Situation { guarantors, interims, .. } = &self.situation;
                let asked = guarantors.needs_consent(table, j, interims.text(m));
                if asked && (accepted || O::ACTIVE) {
                    accepted &= self.agrees_to_interim(setting, t, j, (m, again), observer);
                }
            }
        }
        accepted
    }

    fn agrees_to_interim<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        party: usize,
        (m, again): (usize, bool),
        observer: &mut O,
    ) -> bool {
        let worth = self.situation.interim_worth(setting, party, m);
        let answer = Appraisal {
            party,
            worth,
            // No home front is asked about an interim deal.
            foresight: Foresight::CERTAIN,
            gain: worth.z + self.chance.readiness(party),
            crosses: self.situation.interim_crosses(setting, party, m),
        };
        let draw = if again {
            self.chance.renewal(setting.table, party)
        } else {
            self.mood(setting, party)
        };
        suits(self.answer(setting, t, (&answer, draw), observer))
    }

    /// What a party makes of the package last foreseen, at the deterrence its guarantee brings.
    fn appraise(&self, setting: Setting<'_>, party: usize, text: (&[f64], f64)) -> Appraisal {
        let own = (party, self.chance.readiness(party));
        appraise(setting, &self.situation, own, text, self.outlooks.of(party))
    }

    /// The draw of a party's mood about the text on the table.
    fn mood(&mut self, setting: Setting<'_>, party: usize) -> f64 {
        self.chance.mood(setting.table, party, self.record.texts - 1)
    }

    /// Keeps what a party thinks of the text on the table. Of what a person says there is no more to know
    /// than its yes.
    fn would_sign(&mut self, own: &Appraisal, margin: f64) {
        let &Appraisal { party, worth, .. } = own;
        let votes = own.votes_with(self.chance.readiness(party));
        let leaning = if margin.is_finite() { margin - worth.z - votes } else { 0.0 };
        self.signing.push(Signature { party, worth, votes, leaning });
    }

    /// ẑ + η, with the draw of η, or −∞ where a red line is crossed: yes where that is not negative.
    fn answer<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        (answer, draw): (&Appraisal, f64),
        observer: &mut O,
    ) -> f64 {
        let party = answer.party;
        let noise = setting.world.player(party).readiness * PASSING * draw;
        let gain = answer.gain + noise;
        let own = if answer.crosses.is_some() { f64::NEG_INFINITY } else { gain };
        // A person's yes or no needs no reason.
        let margin = match self.decisions.answer(setting.person, party) {
            None => own,
            Some(true) => f64::INFINITY,
            Some(false) => f64::NEG_INFINITY,
        };
        observer.observe(
            t,
            Event::Answered {
                party,
                worth: answer.worth,
                readiness: self.chance.readiness(party),
                noise,
                foresight: answer.foresight,
                gain: answer.gain,
                crosses: answer.crosses,
                accepts: suits(margin),
            },
        );
        margin
    }
}
