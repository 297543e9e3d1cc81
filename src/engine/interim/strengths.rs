//! Whether a text is the whole or an interim deal, and which.
//!
//! A deal m that may be tabled has a strength s_m. Where it settles the issue of sequence that is how
//! early the text halts the fighting. Otherwise it is the share of what still divides the principals that
//! it leaves open, D_open / (D_open + D_settled), with D their salience-weighted distances as before a
//! summit: what divides least is settled first (Fisher 1964, fractionating conflict; Weiss 2003, from the
//! easier issues to the harder). The file may state it instead. The text is deal m with probability
//! s_m / max(1, Σ s), the whole with what is left.

use crate::engine::setting::Setting;
use crate::engine::situation::Situation;
use crate::engine::summit::gap;

/// How strongly each interim deal was called for when that was looked at last.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strengths(Vec<f64>);

impl Strengths {
    /// The interim deal that a draft is at `t`, `None` where it is the whole. `mark` is uniform.
    pub(crate) fn choose(
        &mut self,
        setting: Setting<'_>,
        situation: &Situation,
        (draft, t): (&[f64], f64),
        mark: f64,
    ) -> Option<usize> {
        let table = setting.table;
        let strength = |m| strength(setting, situation, (draft, t), m);
        self.0.clear();
        self.0.extend((0..table.steps.len()).map(strength));
        let sum: f64 = table.step_order.iter().map(|&m| self.0[m]).sum();
        let scale = sum.max(1.0);
        let mut below = 0.0;
        table.step_order.iter().copied().find(|&m| {
            below += self.0[m] / scale;
            mark < below
        })
    }
}

/// s_m, 0 of a deal that may not be tabled now.
fn strength(
    setting: Setting<'_>,
    situation: &Situation,
    (draft, t): (&[f64], f64),
    m: usize,
) -> f64 {
    let table = setting.table;
    let step = &table.steps[m];
    let interims = &situation.interims;
    let taken = interims.stands(m) || interims.bars(step, &table.steps);
    if taken || (step.halts && !situation.is_fighting(table)) {
        return 0.0;
    }
    if let Some(first) = setting.world.interims()[m].first {
        return first;
    }
    if let Some((k, end)) = step.sequence {
        return end.strength(draft[k]);
    }
    let limits = &situation.limits;
    let (mut settled, mut open) = (0.0, 0.0);
    for (position, &i) in table.principals.iter().enumerate() {
        for &j in &table.principals[position + 1..] {
            settled += gap(setting, limits, (i, j), t, |k| step.issues.contains(&k));
            open += gap(setting, limits, (i, j), t, |k| !step.issues.contains(&k));
        }
    }
    if open > 0.0 { open / (open + settled) } else { 0.0 }
}
