//! How games of alternating offers end: how often each outcome, and how often none.

use std::ops::Range;

use super::draw::Draws;
use crate::engine::Trial;
use crate::engine::alternating::{Bargaining, Chair, Tactic};
use crate::model::Scenario;
use crate::stream::Seed;

/// How often games ended how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ends {
    /// Deals in force by the number of their outcome.
    pub deals: Vec<u64>,
    /// Games without one.
    pub none: u64,
}

impl Ends {
    /// How many games there were.
    pub fn games(&self) -> u64 {
        self.deals.iter().sum::<u64>() + self.none
    }

    /// The share of each end, no deal last.
    pub fn shares(&self) -> Vec<f64> {
        self.spread(0.0)
    }

    /// The same with one game more that is spread over all ends: none is impossible for not having come.
    pub fn smoothed(&self) -> Vec<f64> {
        self.spread(1.0)
    }

    fn spread(&self, more: f64) -> Vec<f64> {
        let each = more / (self.deals.len() + 1) as f64;
        let games = self.games() as f64 + more;
        let counts = self.deals.iter().chain([&self.none]);
        counts.map(|&count| (count as f64 + each) / games).collect()
    }
}

/// Plays a scenario of alternating offers in these worlds, each so many times; with other tactics than the
/// file's where some are given, one a party. On one thread.
pub fn ends(
    scenario: &Scenario,
    tactics: Option<&[Tactic]>,
    seed: Seed,
    worlds: Range<u64>,
    histories: u64,
) -> Ends {
    let mut bargaining = Bargaining::new(scenario, seed);
    let mut draws = Draws::new(scenario, seed, &[]);
    draws.seek(worlds.start);
    let mut chairs: Vec<Chair> = Vec::new();
    let mut found = Ends { deals: vec![0; bargaining.world().outcomes().len()], none: 0 };
    for world in worlds {
        bargaining.enter(scenario, draws.draw());
        if let Some(tactics) = tactics {
            chairs.clear();
            chairs.extend(
                tactics
                    .iter()
                    .enumerate()
                    .map(|(party, &tactic)| Chair { tactic, ..bargaining.world().chair(party) }),
            );
            bargaining.seat(&chairs);
        }
        for history in 0..histories {
            let played = bargaining.negotiate(Trial { world, history }, &mut ());
            let in_force = played.record.ratified_at.is_finite();
            match bargaining.agreed().filter(|_| in_force) {
                Some(outcome) => found.deals[outcome] += 1,
                None => found.none += 1,
            }
        }
    }
    found
}
