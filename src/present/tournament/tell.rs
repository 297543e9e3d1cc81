//! A tournament in words.

use crate::document::{Document, Length, Number, Part, Section, Table, Text, author};
use crate::montecarlo::StopReason;
use crate::results::tournament::{TournamentPlace, TournamentTable};
use crate::results::{Cited, Envelope, Mean, RunOf, cite};

/// Decimals of a gain.
const DECIMALS: usize = 3;
/// Characters that the table of pairs has for the tactic of a column, and the most columns that fit.
const NAME: usize = 6;
const MOST_COLUMNS: usize = 8;

/// The results in words.
pub fn tell(answer: &Envelope<TournamentTable>) -> Document {
    let whole = Cited::whole(answer);
    let table = cite!(whole.result);
    let run = cite!(whole.run).some();
    let (mut title, mut facts) = (Text::new(), Vec::new());
    if let Some(run) = &run {
        facts.push(played(&table, run));
    }
    if let Some(scenario) = &answer.scenario {
        title = Text::from(author(&scenario.title));
        if !scenario.changed_by.is_empty() {
            facts.push(Text::from("changed by ").and(author(&scenario.changed_by)));
        }
    }
    let sections = [Some(ranking(&table)), pairs(&table), Some(seats(&table))];
    let interrupted = run.is_some_and(|run| run.stopped == StopReason::Interrupted);
    let caveat = Text::new().and_if(interrupted, "Stopped early. ").and(
        "The ranking is of these tactics against each other in this scenario, and of no other: leave one \
         out and the order may change. Parties keep their own rules of acceptance.",
    );
    Document {
        title,
        facts,
        notices: vec![caveat],
        sections: sections.into_iter().flatten().collect(),
        colophon: Text::new(),
        length: Length::Whole,
    }
}

fn played(table: &Cited<'_, TournamentTable>, run: &Cited<'_, RunOf>) -> Text {
    Text::from(format!(
        "tournament of {} tactics · {} seats, ",
        table.places.len(),
        table.parties.len()
    ))
    .and(Number::count(&cite!(table.seatings)))
    .and(" seatings in each of ")
    .and(Number::count(&cite!(run.worlds)))
    .and(" worlds · seed ")
    .and(Number::name(&cite!(run.seed)))
}

fn figure(value: &Cited<'_, f64>) -> Text {
    Text::from(Number::decimals(value, DECIMALS))
}

fn with_half(mean: &Cited<'_, Mean>) -> [Text; 2] {
    [figure(&cite!(mean.value)), figure(&cite!(mean.half_width))]
}

fn ranking(table: &Cited<'_, TournamentTable>) -> Section {
    let columns = ["", "#gain", "#±", "#behind", "#±", "#agreed", "#to Nash", "#alone"];
    let mut rows = Table::new(Text::new(), &columns);
    for place in cite!(table.places).each() {
        let [gain, error] = with_half(&cite!(place.gain));
        let [behind, apart] = cite!(place.behind_leader)
            .some()
            .map_or_else(|| ["–"; 2].map(Text::from), |behind| with_half(&behind));
        let nash =
            cite!(place.distance_nash).some().map_or(Text::from("–"), |nash| figure(&nash));
        rows.row([
            ranked(&cite!(place.rank), &place.tactic),
            gain,
            error,
            behind,
            apart,
            Text::from(Number::share(&cite!(place.agreed))),
            nash,
            figure(&cite!(place.self_play.value)),
        ]);
    }
    let note = "gain: what its party gets over its no-deal value, mean over all seatings, all its seats and \
                all worlds; no deal is 0. ±: 95% interval from the spread between worlds. behind: the leader \
                gains so much more in the same worlds. agreed: share of its games with a deal. to Nash: mean \
                distance of its deals from the Nash solution. alone: gain of a party where all follow it.";
    let parts = vec![Part::Table(rows), Part::Note(Text::from(note))];
    Section::new("ranking", "Who gains most?", parts)
}

fn ranked(rank: &Cited<'_, u64>, tactic: &str) -> Text {
    Text::from(Number::count(rank)).and(" ").and(author(tactic))
}

/// What the tactic of a row gets where another seat holds that of a column.
fn pairs(table: &Cited<'_, TournamentTable>) -> Option<Section> {
    let places = &table.places;
    if places.len() > MOST_COLUMNS || places.len() < 2 {
        return None;
    }
    let names = places.iter().map(|place| place.tactic.chars().take(NAME).collect::<String>());
    let columns: Vec<String> =
        std::iter::once(String::new()).chain(names.map(|name| format!("#{name}"))).collect();
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let mut rows = Table::new(Text::new(), &columns);
    for place in cite!(table.places).each() {
        let against = cite!(place.against);
        let met = |tactic: &str| against.each().find(|other| other.tactic == tactic);
        let gains = places.iter().map(|other| {
            met(&other.tactic).map_or(Text::from("–"), |met| figure(&cite!(met.gain)))
        });
        rows.row(std::iter::once(ranked(&cite!(place.rank), &place.tactic)).chain(gains));
    }
    Some(Section::new("pairs", "Gain against …", vec![Part::Table(rows)]))
}

/// Who gains most in each seat; of equals the last.
fn seats(table: &Cited<'_, TournamentTable>) -> Section {
    let places = cite!(table.places);
    let best = table.parties.iter().enumerate().filter_map(|(seat, party)| {
        let gain = |place: &TournamentPlace| place.seats.get(seat).map_or(0.0, |seat| seat.gain);
        let best = places.each().max_by(|a, b| gain(a).total_cmp(&gain(b)))?;
        let gain = cite!(best.seats[seat].gain);
        let text = Text::from(author(&party.title)).and(": ").and(author(&best.tactic));
        Some(text.and(", which gains ").then(figure(&gain)))
    });
    Section::new("seats", "Best in each seat", vec![Part::List(best.collect())])
}
