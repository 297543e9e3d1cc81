//! Looking at a world without playing it: what the parties would think of a text on the as-of date.
//!
//! Read only, for presenters and tests. Nothing here is drawn: no readiness, no drafting error, no
//! event yet.

use super::appraisal::Appraisal;
use super::play::Setting;
use super::state::{State, Trial};
use super::worth::{Worth, deterrence};
use super::{Seat, ending};

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
        state.begin(&self.world, Trial::default());
        state.readiness.resize(self.world.players.len(), 0.0);
        Probe { setting: Setting::new(self.table, &self.world), state }
    }
}

impl Probe<'_> {
    /// The same date with the pledges that are dated on it.
    pub fn with_pledges_of_the_day(mut self) -> Self {
        let table = self.setting.table;
        for &j in &table.pledgers {
            self.state.pledged[j] = table.pledge_date(j).is_some_and(|months| months <= 0.0);
        }
        self.state.settle_contribution(self.setting);
        self
    }

    /// The same date with every pledge delivered.
    pub fn with_every_pledge(mut self) -> Self {
        for &j in &self.setting.table.pledgers {
            self.state.pledged[j] = true;
        }
        self.state.settle_contribution(self.setting);
        self
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
            self.state.pen = turn.unwrap_or(0);
        }
        self.state.place_mean_text(self.setting, t);
        self.state.text.clone()
    }

    /// V_i(x), the value of a text to a party.
    pub fn value(&self, party: usize, text: &[f64]) -> f64 {
        self.state.value(self.setting, party, text)
    }

    /// V_i(l_i), the value of a party's own limits.
    pub fn limits_value(&self, party: usize) -> f64 {
        self.state.limits_value(self.setting, party)
    }

    /// W_i, the value of a party's alternative.
    pub fn outside_value(&self, party: usize) -> f64 {
        self.state.outside_value(self.setting, party)
    }

    /// g(x), the credible guarantee of a text.
    pub fn guarantee(&self, text: &[f64]) -> f64 {
        self.state.guarantee(self.setting, text)
    }

    /// S_i(x), how surely a party believes a text will stand.
    pub fn survival(&self, party: usize, text: &[f64]) -> f64 {
        self.state.survival(self.setting, party, deterrence(self.guarantee(text)))
    }

    /// z_i(x), what signing a text is worth to a party, with its parts.
    pub fn worth(&self, party: usize, text: &[f64]) -> Worth {
        self.state.worth(self.setting, party, text, deterrence(self.guarantee(text)))
    }

    /// What everybody who has to sign a package makes of it: the principals, then the guarantors it leans
    /// on. Their answers are those of talks without readiness and mood.
    pub fn appraise(&mut self, text: &[f64]) -> Vec<Appraisal> {
        let Setting { table, .. } = self.setting;
        self.state.settle_consents(self.setting);
        self.state.foresee(self.setting, text);
        let deterrence = deterrence(self.guarantee(text));
        let guarantors = table.pledgers.iter().filter(|&&j| !table.is_principal(j));
        let mut asked = table.principals.clone();
        asked.extend(guarantors.filter(|&&j| self.state.needs_consent(self.setting, j, text)));
        let own = |i: usize| self.state.appraise(self.setting, i, text, deterrence);
        asked.into_iter().map(own).collect()
    }

    /// Who mediates and would not table this package, as it would not sign it itself.
    pub fn withheld_by(&mut self, text: &[f64]) -> Option<usize> {
        self.state.withheld_by(self.setting, text)
    }

    /// How many pledges are made.
    pub fn pledges_made(&self) -> usize {
        self.state.pledged.iter().filter(|made| **made).count()
    }

    /// z^m_i, what interim deal m is worth to a party, with its parts, where the rest of the text is
    /// `draft`. Those of the file come first, then the ceasefire alone.
    pub fn interim_worth(&mut self, party: usize, m: usize, draft: &[f64]) -> Worth {
        self.state.lay_out(self.setting, draft, m);
        self.state.interim_worth(self.setting, party, m)
    }

    /// The first issue on which a text crosses a party's red line.
    pub fn crosses(&self, party: usize, text: &[f64]) -> Option<usize> {
        ending::crosses(self.setting, party, text)
    }

    /// B, the log hazard of a package signed today.
    pub fn log_hazard(&self, text: &[f64], imposed: bool) -> f64 {
        self.state.deal_log_hazard(self.setting, text, imposed)
    }
}
