//! A world of alternating offers: every number drawn, and what hangs on those alone worked out once.

use super::talks::Heard;
use super::{Chair, Outcomes, View, Wishes};
use crate::engine::blocs::BlocKeys;
use crate::engine::decimals::Decimals;
use crate::engine::home_front::HomeFront;
use crate::math::ROUNDING;
use crate::model::{InputId, Scenario};
use crate::stream::{Purpose, Seed, StreamKey};

/// One world, ready to be played. Buffers are kept from world to world.
#[derive(Clone, Debug, Default)]
pub struct World {
    pub(super) outcomes: Outcomes,
    pub(super) rounds: usize,
    pub(super) wishes: Vec<Wishes>,
    pub(super) chairs: Vec<Chair>,
    pub(super) home_fronts: Vec<Option<HomeFront>>,
    pub(super) chance: Vec<StreamKey>,
    pub(super) ballots: Vec<StreamKey>,
    pub(super) bloc_ballots: BlocKeys,
    /// Does some party learn, or count different offers?
    pub(super) learns: bool,
    pub(super) counts_offers: bool,
    /// The outcome with the greatest least gain over no deal among those nobody refuses, and that gain;
    /// `None` where every outcome is refused by somebody.
    pub(super) fairest: Option<(usize, f64)>,
    draws: Vec<f64>,
    decimals: Decimals,
}

impl World {
    /// The world of a scenario before anything is drawn; it has to be [prepared](Self::prepare).
    pub fn new(scenario: &Scenario, seed: Seed) -> Self {
        let keys = |purpose| -> Vec<_> {
            scenario.parties.iter().map(|p| StreamKey::new(seed, purpose, &p.id)).collect()
        };
        Self {
            outcomes: Outcomes::of(&scenario.issues),
            rounds: scenario.clock.rounds,
            wishes: vec![Wishes::default(); scenario.parties.len()],
            chance: keys(Purpose::Tactic),
            ballots: keys(Purpose::Vote),
            bloc_ballots: BlocKeys::new(scenario, seed),
            ..Self::default()
        }
    }

    /// Works out the world of these draws, one for every input of the same scenario. Returns whether
    /// it is another one than before.
    ///
    /// # Panics
    /// When `draws` is shorter than the scenario's inputs.
    pub fn prepare(&mut self, scenario: &Scenario, draws: &[f64]) -> bool {
        if self.draws == draws && !self.chairs.is_empty() {
            return false;
        }
        self.draws.clear();
        self.draws.extend_from_slice(draws);
        let all = (0..draws.len()).map(InputId::new);
        self.decimals.read(draws.len(), all, |id| draws[id.index()]);
        self.chairs.clear();
        self.home_fronts.clear();
        let get = |id: InputId| draws[id.index()];
        for (party, wishes) in scenario.parties.iter().zip(&mut self.wishes) {
            wishes.prepare(scenario, party, &self.outcomes, draws, &self.decimals);
            if let Some(bargainer) = &party.bargainer {
                self.chairs.push(Chair::of(party, bargainer, draws));
            }
            self.home_fronts
                .push(party.ratification.as_ref().map(|home| HomeFront::new(home, get)));
        }
        debug_assert_eq!(self.chairs.len(), self.wishes.len(), "no scenario of this protocol");
        self.learns = self.chairs.iter().any(|chair| chair.band.is_some());
        self.counts_offers = self.chairs.iter().any(|chair| chair.tactic.counts_offers());
        self.fairest = self.find_fairest(Wishes::refuses);
        true
    }

    /// Seats other tactics than the file's, in the order of the parties.
    pub fn seat(&mut self, chairs: &[Chair]) {
        self.chairs.clear();
        self.chairs.extend_from_slice(chairs);
        self.draws.clear();
        self.learns = self.chairs.iter().any(|chair| chair.band.is_some());
        self.counts_offers = self.chairs.iter().any(|chair| chair.tactic.counts_offers());
    }

    /// How many parties there are.
    pub fn parties(&self) -> usize {
        self.wishes.len()
    }

    /// How many rounds there are.
    pub fn rounds(&self) -> usize {
        self.rounds
    }

    /// All that could be agreed.
    pub fn outcomes(&self) -> &Outcomes {
        &self.outcomes
    }

    /// What a party wants: for whoever may know, such as that party or a debrief.
    pub fn wishes(&self, party: usize) -> &Wishes {
        &self.wishes[party]
    }

    /// How a party bargains.
    pub fn chair(&self, party: usize) -> Chair {
        self.chairs[party]
    }

    /// Is there an outcome that everybody likes as much as no deal and nobody refuses?
    pub fn has_zone(&self) -> bool {
        self.fairest.is_some_and(|(_, gain)| gain >= 0.0)
    }

    /// The outcome with the greatest least gain over no deal, and that gain; negative without a zone of
    /// possible agreement, `None` where every outcome is refused by somebody.
    pub fn fairest(&self) -> Option<(usize, f64)> {
        self.fairest
    }

    /// The outcome with the greatest least gain among those that nobody bars: of equal ones the first.
    pub(super) fn find_fairest(
        &self,
        barred: impl Fn(&Wishes, usize) -> bool,
    ) -> Option<(usize, f64)> {
        let mut best: Option<(usize, f64)> = None;
        for outcome in 0..self.outcomes.len() {
            let least = self.least_gain(outcome).1;
            let better =
                |(_, gain): (usize, f64)| least > gain + ROUNDING || (least >= 0.0 && gain < 0.0);
            if best.is_none_or(better) && !self.wishes.iter().any(|wishes| barred(wishes, outcome))
            {
                best = Some((outcome, least));
            }
        }
        best
    }

    /// Who gains least over no deal by an outcome, the first of equals, and how little anybody gains.
    pub(super) fn least_gain(&self, outcome: usize) -> (usize, f64) {
        let (mut who, mut named, mut least) = (0, f64::INFINITY, f64::INFINITY);
        for (party, wishes) in self.wishes.iter().enumerate() {
            let gain = wishes.utility(outcome) - wishes.reservation();
            if gain < named - ROUNDING {
                (who, named) = (party, gain);
            }
            least = least.min(gain);
        }
        (who, least)
    }

    /// What a party sees.
    pub(super) fn view<'a>(&'a self, party: usize, heard: &'a Heard) -> View<'a> {
        let band = self.chairs[party].band;
        View::new(party, &self.wishes[party], heard, &self.outcomes, band)
    }
}
