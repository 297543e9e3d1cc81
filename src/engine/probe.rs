//! Looking at a world without playing it: what the parties would think of a text on the as-of date.
//!
//! Read only, for presenters and tests. Nothing here is drawn: no readiness, no drafting error, no
//! event yet.

use super::Seat;
use super::appraisal::{Appraisal, appraise, crosses};
use super::collapse::deal_log_hazard;
use super::guarantors::Guarantors;
use super::setting::Setting;
use super::state::State;
use super::trial::Trial;
use super::value::value;
use super::worth::{Worth, deterrence, survival};

/// The as-of date of a world.
#[derive(Clone, Debug)]
pub struct Probe<'a> {
    setting: Setting<'a>,
    state: State,
}

impl Seat<'_> {
    /// The as-of date of the world last entered, before any pledge is made.
    pub fn at_start(&self) -> Probe<'_> {
        let mut state = State::default();
        state.begin(self.table, &self.world, Trial::default());
        state.chance.deal_readiness(self.world.players().iter().map(|_| 0.0));
        Probe { setting: Setting::new(self.table, &self.world), state }
    }
}

impl Probe<'_> {
    /// The same date with the pledges that are dated on it.
    pub fn with_pledges_of_the_day(mut self) -> Self {
        let table = self.setting.table;
        for &j in &table.pledgers {
            let made = table.pledge_date(j).is_some_and(|months| months <= 0.0);
            self.guarantors().set_pledge(j, made);
        }
        self.settle_pledges();
        self
    }

    /// The same date with every pledge delivered.
    pub fn with_every_pledge(mut self) -> Self {
        for &j in &self.setting.table.pledgers {
            self.guarantors().set_pledge(j, true);
        }
        self.settle_pledges();
        self
    }

    fn guarantors(&mut self) -> &mut Guarantors {
        &mut self.state.situation.guarantors
    }

    fn settle_pledges(&mut self) {
        let Setting { table, world, .. } = self.setting;
        self.guarantors().settle(table, world.players());
    }

    /// x̄: the text that would be drafted `t` months on without a drafter's error, in [0, 1]. By the
    /// party `holder`, where the principals hold the pen in turn; by everybody's weight where
    /// a mediator tables texts.
    ///
    /// # Panics
    /// When the principals hold the pen and `holder` is not one of them.
    pub fn mean_text(&mut self, t: f64, holder: Option<usize>) -> Vec<f64> {
        let table = self.setting.table;
        if table.style.is_none() {
            let holds = |&pen: &usize| Some(table.principals[pen]) == holder;
            let turn = table.pen_order.iter().position(holds);
            assert!(turn.is_some(), "party {holder:?} is no principal and holds no pen");
            self.state.drafting.give_pen(turn.unwrap_or(0));
        }
        self.state.place_mean_text(self.setting, t);
        self.state.drafting.text().to_vec()
    }

    /// V_i(x), the value of a text to a party.
    pub fn value(&self, party: usize, text: &[f64]) -> f64 {
        value(self.setting, &self.state.situation.front, party, text)
    }

    /// V_i(l_i), the value of a party's own limits.
    pub fn limits_value(&self, party: usize) -> f64 {
        self.state.situation.limits_value(self.setting, party)
    }

    /// W_i, the value of a party's alternative.
    pub fn outside_value(&self, party: usize) -> f64 {
        self.state.situation.outside_value(self.setting, party)
    }

    /// g(x), the credible guarantee of a text.
    pub fn guarantee(&self, text: &[f64]) -> f64 {
        self.state.situation.guarantors.guarantee(self.setting.table, text)
    }

    /// S_i(x), how surely a party believes a text will stand.
    pub fn survival(&self, party: usize, text: &[f64]) -> f64 {
        survival(self.setting, &self.state.situation.trust, party, deterrence(self.guarantee(text)))
    }

    /// z_i(x), what signing a text is worth to a party, with its parts.
    pub fn worth(&self, party: usize, text: &[f64]) -> Worth {
        self.state.situation.worth(self.setting, party, text, deterrence(self.guarantee(text)))
    }

    /// What everybody who has to sign a package makes of it: the principals, then the guarantors it leans
    /// on. Their answers are those of talks without readiness and mood.
    pub fn appraise(&mut self, text: &[f64]) -> Vec<Appraisal> {
        let Setting { table, world, .. } = self.setting;
        self.guarantors().settle_consents(table, world.players());
        let State { situation, outlooks, .. } = &mut self.state;
        outlooks.foresee(self.setting, &situation.front, text);
        let terms = (text, deterrence(situation.guarantors.guarantee(table, text)));
        let own = |i| appraise(self.setting, situation, (i, 0.0), terms, outlooks.of(i));
        situation.guarantors.signatories(table, text).map(own).collect()
    }

    /// Who mediates and would not table this package, as it would not sign it itself.
    pub fn withheld_by(&mut self, text: &[f64]) -> Option<usize> {
        self.state.withheld_by(self.setting, text)
    }

    /// How many pledges are made.
    pub fn pledges_made(&self) -> usize {
        self.state.situation.guarantors.pledges_made()
    }

    /// z^m_i, what interim deal m is worth to a party, with its parts, where the rest of the text is
    /// `draft`. Those of the file come first, then the ceasefire alone.
    pub fn interim_worth(&mut self, party: usize, m: usize, draft: &[f64]) -> Worth {
        let Setting { table, world, .. } = self.setting;
        let interims = &mut self.state.situation.interims;
        interims.lay_out(m, draft, &table.steps[m], &world.interims()[m]);
        self.state.situation.interim_worth(self.setting, party, m)
    }

    /// The first issue on which a text crosses a party's red line.
    pub fn crosses(&self, party: usize, text: &[f64]) -> Option<usize> {
        crosses(self.setting, party, text)
    }

    /// B, the log hazard of a package signed today.
    pub fn log_hazard(&self, text: &[f64], imposed: bool) -> f64 {
        deal_log_hazard(self.setting, &self.state.situation, text, imposed)
    }
}
