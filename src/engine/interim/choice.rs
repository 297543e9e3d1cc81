//! Whether a text is the whole or an interim deal, and which.
//!
//! A deal m that may be tabled has a strength s_m. Where it settles the issue of sequence that is how
//! early the text halts the fighting. Otherwise it is the share of what still divides the principals that
//! it leaves open, D_open / (D_open + D_settled), with D their salience-weighted distances as before a
//! summit: what divides least is settled first (Fisher 1964, fractionating conflict; Weiss 2003, from the
//! easier issues to the harder). The file may state it instead. The text is deal m with probability
//! s_m / max(1, Σ s), the whole with what is left.

use crate::engine::play::Setting;
use crate::engine::state::State;

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
        let table = setting.table;
        let mut strengths = std::mem::take(&mut self.strengths);
        strengths.clear();
        strengths.extend((0..table.steps.len()).map(|m| self.strength(setting, t, draft, m)));
        let sum: f64 = table.step_order.iter().map(|&m| strengths[m]).sum();
        let scale = sum.max(1.0);
        let mut below = 0.0;
        let chosen = table.step_order.iter().copied().find(|&m| {
            below += strengths[m] / scale;
            mark < below
        });
        self.strengths = strengths;
        if let Some(m) = chosen {
            self.lay_out(setting, draft, m);
        }
        chosen
    }

    /// s_m, 0 of a deal that may not be tabled now.
    fn strength(&self, setting: Setting<'_>, t: f64, draft: &[f64], m: usize) -> f64 {
        let steps = &setting.table.steps;
        let step = &steps[m];
        let overlaps =
            |(own, other): (&super::Standing, &super::Step)| own.stands && other.overlaps(step);
        let taken = self.standing[m].stands || self.standing.iter().zip(steps).any(overlaps);
        if taken || (step.halts && !self.is_fighting(setting)) {
            return 0.0;
        }
        if let Some(first) = setting.world.interims[m].first {
            return first;
        }
        if let Some((k, end)) = step.sequence {
            return end.strength(draft[k]);
        }
        let (mut settled, mut open) = (0.0, 0.0);
        let principals = &setting.table.principals;
        for (position, &i) in principals.iter().enumerate() {
            for &j in &principals[position + 1..] {
                settled += self.gap(setting, (i, j), t, |k| step.issues.contains(&k));
                open += self.gap(setting, (i, j), t, |k| !step.issues.contains(&k));
            }
        }
        if open > 0.0 { open / (open + settled) } else { 0.0 }
    }

    /// Lays out the text of deal m: what it settles where it does, the rest as drafted.
    pub(crate) fn lay_out(&mut self, setting: Setting<'_>, draft: &[f64], m: usize) {
        let text = &mut self.standing[m].text;
        text.clear();
        text.extend_from_slice(draft);
        let reach = &setting.world.interims[m].reach;
        for (&k, &(low, high)) in setting.table.steps[m].issues.iter().zip(reach) {
            text[k] = text[k].max(low).min(high);
        }
    }
}
