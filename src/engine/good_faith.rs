//! Terms that nobody means to carry out (Minsk), and whether a deal is carried out.
//!
//! A principal's good faith q_i is the odds, known to itself, that it does what it signed. In a dead letter it
//! sees no more than the bare truce: d_i = z^c_i − c/2, less the cost of a broken word for which there is
//! somebody else to blame (voluntary defection: Putnam 1988; audience costs: Fearon 1994). What it thinks of
//! the others is in the hazard of a breach that it believes in. When a deal comes into force everybody's
//! conduct is drawn: it is carried out only if every principal does its part; otherwise it is a truce like any
//! other, and does not hold.

use super::chance::Chance;
use super::player::Alternative;
use super::setting::Setting;
use super::situation::Situation;
use super::trust::Trust;
use crate::math;
use crate::model::IssueEffect;

/// Share of the cost of a failed signature where the blame for it is shared: where another's home front fails
/// it, or where nobody meant it.
pub(crate) const SHARED_BLAME: f64 = 0.5;

impl Situation {
    /// d_i, what terms that it never carries out are worth to a party: to one at war the bare truce, to
    /// others nothing; less the cost of the broken word. 0 where it means what it signs.
    pub(crate) fn dead_letter(&self, setting: Setting<'_>, party: usize) -> f64 {
        let player = setting.world.player(party);
        if player.good_faith >= 1.0 {
            return 0.0;
        }
        let truce = match player.alternative {
            // Under a truce there is none to be had.
            Alternative::War if self.is_fighting(setting.table) => {
                self.bare_truce_worth(setting, party)
            }
            Alternative::War
            | Alternative::Reservation(_)
            | Alternative::Limits
            | Alternative::OthersWar => 0.0,
        };
        truce - SHARED_BLAME * setting.world.globals().defection_cost
    }

    /// z^c of a bare truce for a party at war: the guns fall silent where they stand, and that is all.
    fn bare_truce_worth(&self, setting: Setting<'_>, party: usize) -> f64 {
        let Setting { table, world, .. } = setting;
        let player = world.player(party);
        let mut change = 0.0;
        let sequence = table.scenario.issues.iter().enumerate();
        for (k, issue) in sequence {
            let IssueEffect::HaltsFighting { strong_end } = issue.effect else { continue };
            let stake = &world.parties().stakes_of(party)[k];
            let at = |x| stake.lost(setting.shape(), player.aversion, x, stake.status_quo_loss);
            change += at(stake.war) - at(strong_end.position());
        }
        if table.front.is_some() {
            change += self.line_forgone(setting, party);
        }
        let survival = truce_survival(setting, &self.trust, party);
        survival * (change + self.cost(party) / 2.0) - (1.0 - survival) * player.betrayal
    }
}

/// S⁰_i = exp(−h_i e^{−0.8(τ̄_i − ½)}), the believed survival of a bare truce.
#[inline]
pub(crate) fn truce_survival(setting: Setting<'_>, trust: &Trust, party: usize) -> f64 {
    math::exp(-setting.world.player(party).truce_hazard * trust.distrust(party))
}

/// Draws who does its part of a deal in force. Returns the first by the order of the file who does not;
/// one draw for each principal who might not, whatever the others do.
pub(crate) fn draw_defector(setting: Setting<'_>, chance: &mut Chance) -> Option<usize> {
    let mut defector = None;
    for &i in &setting.table.principals {
        let good_faith = setting.world.player(i).good_faith;
        if good_faith < 1.0 {
            let keeps = chance.conduct(setting.table, i) < good_faith;
            defector = defector.or((!keeps).then_some(i));
        }
    }
    defector
}
