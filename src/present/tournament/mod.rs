//! A tournament of tactics: a table for the terminal, JSON and CSV.

mod terminal;

use serde_json::{Value, json};

pub use terminal::terminal;

use crate::model::Scenario;
use crate::montecarlo::{Entrant, Mean, Placing, Tournament};

/// Version of the JSON's shape.
const SCHEMA_VERSION: u32 = 1;

/// A tournament with what it was played on.
#[derive(Clone, Copy, Debug)]
pub struct TournamentView<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Who took part.
    pub entrants: &'a [Entrant],
    /// The results.
    pub tournament: &'a Tournament,
    /// The scenario's file.
    pub file: &'a str,
    /// What the command line changed in it, as written there.
    pub options: &'a str,
}

impl<'a> TournamentView<'a> {
    fn name(&self, entrant: usize) -> &'a str {
        &self.entrants[entrant].name
    }
}

fn mean(mean: Mean) -> Value {
    json!({ "value": mean.value, "low": mean.low, "high": mean.high })
}

/// The results as a JSON document.
pub fn json(view: TournamentView<'_>) -> Value {
    let tournament = view.tournament;
    let places = tournament.places.iter().enumerate().map(|(rank, place)| {
        let seats = view.scenario.parties.iter().zip(&place.by_seat);
        let seats = seats.map(|(party, gain)| json!({ "party": party.id, "gain": gain }));
        let against = place.against.iter().enumerate();
        let against =
            against.map(|(other, gain)| json!({ "tactic": view.name(other), "gain": gain }));
        json!({
            "rank": rank + 1,
            "tactic": view.name(place.entrant),
            "gain": mean(place.gain),
            "behind_leader": place.behind.map(mean),
            "agreed": place.agreed,
            "distance_nash": place.nash,
            "self_play": mean(place.alone),
            "seats": seats.collect::<Vec<_>>(),
            "against": against.collect::<Vec<_>>(),
        })
    });
    json!({
        "schema_version": SCHEMA_VERSION,
        "scenario": {
            "title": view.scenario.title,
            "file": view.file,
            "fingerprint": view.scenario.fingerprint,
        },
        "run": {
            "seed": tournament.seed.0,
            "worlds": tournament.worlds,
            "seatings": tournament.seatings,
            "interrupted": tournament.interrupted,
            "zopa_version": env!("CARGO_PKG_VERSION"),
        },
        "places": places.collect::<Vec<_>>(),
    })
}

/// One row a figure at full precision: `rank,tactic,item,other,value,low,high`. `other` is the party of a
/// seat or the tactic met.
pub fn csv(view: TournamentView<'_>) -> String {
    let mut out = csv::Writer::from_writer(Vec::new());
    let head = ["rank", "tactic", "item", "other", "value", "low", "high"].map(str::to_owned);
    let rows = view.tournament.places.iter().enumerate().flat_map(|(rank, place)| {
        let stem = [(rank + 1).to_string(), view.name(place.entrant).to_owned()];
        rows_of(view, place).into_iter().map(move |rest| {
            let [rank, tactic] = stem.clone();
            let [item, other, value, low, high] = rest;
            [rank, tactic, item, other, value, low, high]
        })
    });
    for row in std::iter::once(head).chain(rows) {
        // Writing into memory cannot fail.
        let _ = out.write_record(&row);
    }
    let bytes = out.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn rows_of(view: TournamentView<'_>, place: &Placing) -> Vec<[String; 5]> {
    let with = |item: &str, mean: Mean| {
        let [value, low, high] = [mean.value, mean.low, mean.high].map(|figure| figure.to_string());
        [item.to_owned(), String::new(), value, low, high]
    };
    let plain = |item: &str, other: &str, value: f64| {
        let blank = String::new;
        [item.to_owned(), other.to_owned(), value.to_string(), blank(), blank()]
    };
    let mut rows = vec![with("gain", place.gain)];
    rows.extend(place.behind.map(|behind| with("behind_leader", behind)));
    rows.push(plain("agreed", "", place.agreed));
    rows.extend(place.nash.map(|nash| plain("distance_nash", "", nash)));
    rows.push(with("self_play", place.alone));
    let seats = view.scenario.parties.iter().zip(&place.by_seat);
    rows.extend(seats.map(|(party, gain)| plain("gain_in_seat", &party.id, *gain)));
    let against = place.against.iter().enumerate();
    rows.extend(against.map(|(other, gain)| plain("gain_against", view.name(other), *gain)));
    rows
}
