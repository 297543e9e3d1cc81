//! How an interim deal is chosen, comes into force and ends: it breaks as a truce does, or runs out and is
//! renewed or not.

use crate::engine::collapse::draw_truce;
use crate::engine::observer::{Event, Observer};
use crate::engine::setting::Setting;
use crate::engine::state::State;
use crate::model::Fate;

impl State {
    /// The interim deal that a draft is, `None` where it is the whole; its text is then laid out. `mark`
    /// is uniform.
    pub(crate) fn choose_interim(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        draft: &[f64],
        mark: f64,
    ) -> Option<usize> {
        let Setting { table, world, .. } = setting;
        let m = self.strengths.choose(setting, &self.situation, (draft, t), mark)?;
        let interims = &mut self.situation.interims;
        interims.lay_out(m, draft, &table.steps[m], &world.interims()[m]);
        Some(m)
    }

    /// Deal m is agreed at `t` and comes into force.
    pub(crate) fn agree_interim<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        m: usize,
        observer: &mut O,
    ) {
        let Setting { table, world, .. } = setting;
        let situation = &mut self.situation;
        // Trust first, as with a package: the agreement itself is part of what makes it hold.
        situation.trust.build(table, &table.principals);
        let step = &table.steps[m];
        let guarantee = if step.guaranteed {
            situation.guarantors.guarantee(table, situation.interims.text(m))
        } else {
            0.0
        };
        let holds_for = draw_truce(setting, situation, guarantee, &mut self.chance);
        if step.halts {
            situation.front.fall_silent(t);
            self.record.truce_at = self.record.truce_at.min(t);
        }
        situation.interims.come_into_force(m, t, holds_for, world.interims()[m].lasts);
        situation.interims.settle(&table.steps, world.interims());
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
        let Setting { table, world, .. } = setting;
        let situation = &mut self.situation;
        let Some((m, lapses)) = situation.interims.end_first() else { return };
        situation.interims.settle(&table.steps, world.interims());
        if table.steps[m].halts {
            situation.front.go_on(t);
        }
        let fate = if !lapses {
            situation.trust.lose(table, &table.principals);
            Fate::Broken
        } else if table.steps[m].renewable && self.renew(setting, t, m, observer) {
            Fate::Renewed
        } else {
            Fate::Lapsed
        };
        self.happened(m, fate, t);
        observer.observe(t, Event::Interim { interim: m, fate });
    }

    /// All are asked whether deal m, which has run out, goes on as it was.
    fn renew<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        t: f64,
        m: usize,
        observer: &mut O,
    ) -> bool {
        let Setting { table, world, .. } = setting;
        self.chance.ask_for_renewal();
        let text = self.situation.interims.text(m);
        observer.observe(t, Event::Tabled { text, holder: None, interim: Some(m), renewal: true });
        if !self.put_interim(setting, t, (m, true), observer) {
            return false;
        }
        let situation = &mut self.situation;
        situation.trust.build(table, &table.principals);
        situation.interims.go_on(m, t, world.interims()[m].lasts);
        situation.interims.settle(&table.steps, world.interims());
        true
    }

    /// A package was ratified: what stood till then has led to it.
    pub(crate) fn follow_interims(&mut self, t: f64) {
        for m in 0..self.situation.interims.count() {
            if self.situation.interims.stands(m) {
                self.happened(m, Fate::Followed, t);
            }
        }
    }

    /// Keeps when a fate of deal m came first.
    fn happened(&mut self, m: usize, fate: Fate, t: f64) {
        let first = &mut self.record.interims[m][fate as usize];
        *first = first.min(t);
    }
}
