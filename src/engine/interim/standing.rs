//! How an interim deal comes into force, stands and ends: it breaks as a truce does, or runs out and is
//! renewed or not.

use crate::engine::observer::{Event, Observer};
use crate::engine::play::Setting;
use crate::engine::state::State;
use crate::model::Fate;

/// An interim deal in a history.
#[derive(Clone, Debug, Default)]
pub(crate) struct Standing {
    /// Is it in force?
    pub(crate) stands: bool,
    /// When it will break, unless it has ended before.
    breaks_at: f64,
    /// When it runs out.
    lapses_at: f64,
    /// What it settles, and the rest of the draft it was part of.
    pub(crate) text: Vec<f64>,
}

impl Standing {
    fn ends_at(&self) -> f64 {
        if self.stands { self.breaks_at.min(self.lapses_at) } else { f64::INFINITY }
    }
}

impl State {
    /// Deal m is agreed at `t` and comes into force.
    pub(crate) fn agree_interim<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        m: usize,
        observer: &mut O,
    ) {
        // Trust first, as with a package: the agreement itself is part of what makes it hold.
        self.build_trust(setting.table, &setting.table.principals);
        let step = &setting.table.steps[m];
        let guarantee =
            if step.guaranteed { self.guarantee(setting, &self.standing[m].text) } else { 0.0 };
        let holds_for = self.draw_truce(setting, guarantee);
        let halts = step.halts;
        if halts {
            self.fought += t - self.fighting_since;
            self.record.truce_at = self.record.truce_at.min(t);
        }
        let standing = &mut self.standing[m];
        standing.stands = true;
        standing.breaks_at = t + holds_for;
        standing.lapses_at = t + setting.world.interims[m].lasts;
        self.settle_standing(setting);
        self.happened(m, Fate::Agreed, t);
        observer.observe(t, Event::Interim { interim: m, fate: Fate::Agreed });
    }

    /// The interim deal that ends first does so, at `t`.
    pub(crate) fn end_interim<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        observer: &mut O,
    ) {
        let first = (0..self.standing.len())
            .min_by(|&a, &b| self.standing[a].ends_at().total_cmp(&self.standing[b].ends_at()));
        let Some(m) = first else { return };
        let lapses = self.standing[m].lapses_at < self.standing[m].breaks_at;
        self.standing[m].stands = false;
        self.settle_standing(setting);
        if setting.table.steps[m].halts {
            self.fighting_since = t;
        }
        let fate = if !lapses {
            self.lose_trust(setting.table, &setting.table.principals);
            Fate::Broken
        } else if setting.table.steps[m].renewable && self.renew(setting, t, m, observer) {
            Fate::Renewed
        } else {
            Fate::Lapsed
        };
        self.happened(m, fate, t);
        observer.observe(t, Event::Interim { interim: m, fate });
    }

    /// All are asked whether deal m, which has run out, goes on as it was. What would have broken it
    /// still will: its clock runs on.
    fn renew<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        m: usize,
        observer: &mut O,
    ) -> bool {
        self.renewals_asked += 1;
        let text = &self.standing[m].text;
        observer.observe(t, Event::Tabled { text, holder: None, interim: Some(m), renewal: true });
        if !self.put_interim(setting, t, (m, true), observer) {
            return false;
        }
        self.build_trust(setting.table, &setting.table.principals);
        let standing = &mut self.standing[m];
        standing.stands = true;
        standing.lapses_at = t + setting.world.interims[m].lasts;
        self.settle_standing(setting);
        true
    }

    /// A package was ratified: what stood till then has led to it.
    pub(crate) fn follow_interims(&mut self, t: f64) {
        for m in 0..self.standing.len() {
            if self.standing[m].stands {
                self.happened(m, Fate::Followed, t);
            }
        }
    }

    /// Keeps when a fate of deal m came first.
    fn happened(&mut self, m: usize, fate: Fate, t: f64) {
        let first = &mut self.record.interims[m][fate as usize];
        *first = first.min(t);
    }

    /// Works out anew what depends on the deals in force.
    fn settle_standing(&mut self, setting: Setting<'_>) {
        self.interim_ends = f64::INFINITY;
        self.halted = false;
        self.urgency = 1.0;
        self.eased.fill(1.0);
        self.relieved.fill(0.0);
        let deals = self.standing.iter().zip(&setting.table.steps).zip(&setting.world.interims);
        for ((standing, step), terms) in deals.filter(|((standing, _), _)| standing.stands) {
            self.interim_ends = self.interim_ends.min(standing.ends_at());
            self.halted |= step.halts;
            self.urgency *= terms.ripeness;
            self.eased.iter_mut().zip(&terms.costs).for_each(|(eased, factor)| *eased *= factor);
            self.relieved.iter_mut().zip(&terms.relief).for_each(|(sum, relief)| *sum += relief);
        }
    }
}
