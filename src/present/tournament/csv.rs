//! A tournament as CSV: one row a figure, at full precision.

use serde::{Serialize, Serializer};

use crate::results::Mean;
use crate::results::tournament::{TournamentPlace, TournamentTable};

/// A figure of a tactic.
#[derive(Clone, Debug, Serialize)]
struct Row<'a> {
    /// The tactic's place, from 1.
    rank: u64,
    /// The tactic.
    tactic: &'a str,
    /// Which figure: `gain`, `behind_leader`, `agreed`, `distance_nash`, `self_play`, `gain_in_seat` or
    /// `gain_against`.
    item: &'static str,
    /// The party of a seat, or the tactic met; empty with other figures.
    other: &'a str,
    /// The figure.
    value: Plain,
    /// Lower end of its 95% interval; empty where it has none.
    low: Option<Plain>,
    /// Upper end of it.
    high: Option<Plain>,
}

/// A number without a point where it is whole, as everywhere in zopa's tables.
#[derive(Clone, Copy, Debug)]
struct Plain(f64);

/// The results, one row a figure: `rank,tactic,item,other,value,low,high`.
pub fn csv(table: &TournamentTable) -> String {
    let mut out = csv::Writer::from_writer(Vec::new());
    for row in table.places.iter().flat_map(rows) {
        // Writing into memory cannot fail.
        let _ = out.serialize(row);
    }
    let bytes = out.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn rows(place: &TournamentPlace) -> Vec<Row<'_>> {
    let row = |item, other, value, ends: Option<[f64; 2]>| Row {
        rank: place.rank,
        tactic: &place.tactic,
        item,
        other,
        value: Plain(value),
        low: ends.map(|[low, _]| Plain(low)),
        high: ends.map(|[_, high]| Plain(high)),
    };
    let with = |item, mean: Mean| row(item, "", mean.value, Some([mean.low, mean.high]));
    let mut rows = vec![with("gain", place.gain)];
    rows.extend(place.behind_leader.map(|behind| with("behind_leader", behind)));
    rows.push(row("agreed", "", place.agreed, None));
    rows.extend(place.distance_nash.map(|nash| row("distance_nash", "", nash, None)));
    rows.push(with("self_play", place.self_play));
    rows.extend(place.seats.iter().map(|seat| row("gain_in_seat", &seat.party, seat.gain, None)));
    let against = place.against.iter();
    rows.extend(against.map(|other| row("gain_against", &other.tactic, other.gain, None)));
    rows
}

impl Serialize for Plain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}
