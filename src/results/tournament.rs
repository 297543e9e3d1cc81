//! What `zopa tournament` answers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Envelope, Mean, Named, RunOf};
use crate::model::Scenario;
use crate::montecarlo::{Entrant, Placing, StopReason, Tournament};

/// Every tactic against every tactic in every seat. Gains are in units of value, 0 to 1: what a party gets over
/// what it has without a deal, which counts as 0.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TournamentTable {
    /// Ways to seat the tactics, all played in every world.
    pub seatings: u64,
    /// The seats, in the order of the file.
    pub parties: Vec<Named>,
    /// The tactics, best first.
    pub places: Vec<TournamentPlace>,
}

/// How a tactic did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TournamentPlace {
    /// Its place, from 1.
    pub rank: u64,
    /// The tactic, as `--tactics` takes it.
    pub tactic: String,
    /// Mean gain over all seatings, all its seats and all worlds.
    pub gain: Mean,
    /// By how much the leader gains more in the same worlds; null for the leader.
    pub behind_leader: Option<Mean>,
    /// Share of its games that end in a deal.
    pub agreed: f64,
    /// Mean distance of its deals from the Nash solution, in value; null where it made none.
    pub distance_nash: Option<f64>,
    /// Mean gain of a party where all follow it.
    pub self_play: Mean,
    /// Its gain in each seat, in the order of the parties.
    pub seats: Vec<GainInSeat>,
    /// Its gain against each tactic, in the order in which they entered.
    pub against: Vec<GainAgainst>,
}

/// What a tactic gains in a seat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GainInSeat {
    /// The seat: the name of its party in the file.
    pub party: String,
    /// Mean gain there.
    pub gain: f64,
}

/// What a tactic gains where another seat holds a tactic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GainAgainst {
    /// The other tactic.
    pub tactic: String,
    /// Mean gain against it.
    pub gain: f64,
}

impl Envelope<TournamentTable> {
    /// What a tournament in a scenario answers.
    pub fn of_tournament(
        scenario: &Scenario,
        entrants: &[Entrant],
        tournament: &Tournament,
        (file, options): (&str, &str),
    ) -> Self {
        let stopped =
            if tournament.interrupted { StopReason::Interrupted } else { StopReason::AllWorlds };
        let run = RunOf {
            seed: tournament.seed.0,
            worlds: tournament.worlds,
            // Every seating is a history of its own.
            histories: tournament.seatings as u64,
            stopped,
        };
        Self::new("tournament", TournamentTable::new(scenario, entrants, tournament))
            .about(scenario, file, options)
            .played(run)
    }
}

impl TournamentTable {
    fn new(scenario: &Scenario, entrants: &[Entrant], tournament: &Tournament) -> Self {
        let places = tournament.places.iter().zip(1..);
        Self {
            seatings: tournament.seatings as u64,
            parties: (0..scenario.parties.len()).map(|i| Named::party(scenario, i)).collect(),
            places: places.map(|(place, rank)| placed(scenario, entrants, place, rank)).collect(),
        }
    }
}

fn placed(
    scenario: &Scenario,
    entrants: &[Entrant],
    place: &Placing,
    rank: u64,
) -> TournamentPlace {
    let seats = scenario.parties.iter().zip(&place.by_seat);
    let against = entrants.iter().zip(&place.against);
    TournamentPlace {
        rank,
        tactic: entrants[place.entrant].name.clone(),
        gain: place.gain.into(),
        behind_leader: place.behind.map(Mean::from),
        agreed: place.agreed,
        distance_nash: place.nash,
        self_play: place.alone.into(),
        seats: seats.map(|(party, &gain)| GainInSeat { party: party.id.clone(), gain }).collect(),
        against: against
            .map(|(other, &gain)| GainAgainst { tactic: other.name.clone(), gain })
            .collect(),
    }
}
