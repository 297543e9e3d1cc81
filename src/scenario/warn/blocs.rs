//! Blocs that tie.

use super::Warn;
use crate::model::{Blocs, MOST_BLOCS, Stance};
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::shape::join;
use crate::scenario::suggest;
use crate::scenario::tree;

/// Keys of a bloc that say how its approval follows the terms.
const OF_APPROVAL: [&str; 2] = ["slope", "spread"];
/// Shares that are no farther apart are the same.
const SAME: f64 = 1e-9;

impl<'t> Warn<'t> {
    /// Some blocs that have exactly half between them, where half is enough.
    pub(super) fn ties_of_blocs(&mut self) {
        for party in &self.scenario.parties {
            let Some(blocs) = party.ratification.as_ref().and_then(|home| home.vote.blocs()) else {
                continue;
            };
            let Some(names) = self.tie(blocs) else { continue };
            let has = if names.len() == 1 { "has" } else { "have" };
            let path = format!("parties.{}.ratification.blocs", party.id);
            self.push(
                Diagnostic::new(
                    codes::BLOC_TIE,
                    self.key(&["parties", &party.id, "ratification", "blocs"]),
                    format!("{} {has} exactly half, and half passes", suggest::listed(&names)),
                )
                .help("where more than half is needed write `quota = 0.501`, or of 120 seats `quota = 0.505`")
                .path(path),
            );
        }
    }

    /// How the approval of a bloc would follow the terms, where it does not.
    pub(super) fn idle_approval(&mut self) {
        for party in &self.scenario.parties {
            let Some(blocs) = party.ratification.as_ref().and_then(|home| home.vote.blocs()) else {
                continue;
            };
            for bloc in &blocs.blocs {
                let way = ["parties", &party.id, "ratification", "blocs", &bloc.id];
                let table = self.table(&way);
                let Stance::Probability(_) = bloc.stance else { continue };
                for entry in table.map_or(&[][..], |table| &table.entries) {
                    if !OF_APPROVAL.contains(&entry.name.as_str()) {
                        continue;
                    }
                    self.found.push(
                        Diagnostic::new(
                            codes::IDLE_APPROVAL,
                            entry.span,
                            format!(
                                "`{}` means nothing to a bloc with a `probability`",
                                entry.name
                            ),
                        )
                        .label("its yes does not hang on the terms")
                        .help("drop it, or say `even_at` in place of `probability`")
                        .path(join(&way.join("."), &entry.name)),
                    );
                }
            }
        }
    }

    fn table(&self, way: &[&str]) -> Option<&'t tree::Table> {
        way.iter().try_fold(self.tree, |table, name| table.get(name)?.as_table())
    }

    /// The first of the blocs, as the file lists them, that have exactly half between them.
    fn tie<'b>(&self, blocs: &'b Blocs) -> Option<Vec<&'b str>> {
        if (self.mode(blocs.quota) - 0.5).abs() > SAME {
            return None;
        }
        let shares: Vec<f64> = blocs.blocs.iter().map(|bloc| self.mode(bloc.share)).collect();
        let all: f64 = shares.iter().sum();
        let is_in = |set: u32, b: usize| set >> b & 1 == 1;
        let count = shares.len().min(MOST_BLOCS);
        let set = (1..1_u32 << count).find(|&set| {
            let own: f64 = (0..count).filter(|&b| is_in(set, b)).map(|b| shares[b]).sum();
            let vetoed = (0..count).any(|b| blocs.blocs[b].veto && !is_in(set, b));
            !vetoed && (own - 0.5 * all).abs() <= SAME * all
        })?;
        let named = blocs.blocs.iter().enumerate().filter(|&(b, _)| is_in(set, b));
        Some(named.map(|(_, bloc)| bloc.id.as_str()).collect())
    }
}
