//! One issue with options as a table: what each option is worth to whom, whether the zone allows it,
//! and which one each solution takes.

use super::gains::points_told;
use super::words::concept;
use crate::document::{Number, Part, Table, Text, author};
use crate::results::map::{At, Map, ScoresOf, StandsOnIssue};
use crate::results::{Cited, cite};
use crate::text::fitted;

/// Columns of a party's scores, and how many parties stand beside one another.
const SCORE: usize = 7;
const PARTIES: usize = 4;

/// How to read the table.
pub(super) const LEGEND: &str = "Scores from 0 to 100, x never signed. likely: in the zone at the \
    most likely inputs; worlds: in how many of the worlds with a zone; vote: its chance to win an \
    election (probabilistic Condorcet) by influence and salience.";

/// The table of one issue, in groups of parties, and what fair splits take.
pub(super) fn choice(map: &Cited<'_, Map>, own: &Cited<'_, StandsOnIssue>, k: usize) -> Vec<Part> {
    let all = cite!(own.scores);
    let parties: Vec<_> = all.each().collect();
    let mut parts = Vec::new();
    for (number, group) in parties.chunks(PARTIES).enumerate() {
        let last = (number + 1) * PARTIES >= parties.len();
        parts.push(Part::Table(scores(map, group, k, last)));
    }
    let takes = points_told(map).into_iter().filter_map(|point| {
        let At::Option(option) = &point.part().package[k].at else { return None };
        Some(Text::from(concept(point.concept)).and(" “").and(author(option)).and("”"))
    });
    let takes = Text::joined(", ", takes);
    if !takes.is_empty() {
        let mut table = Table::new(Text::new(), &["~", ""]);
        table.row([Text::from("Fair splits take"), takes]);
        parts.push(Part::Table(table));
    }
    parts
}

fn scores(map: &Cited<'_, Map>, group: &[Cited<'_, ScoresOf>], k: usize, last: bool) -> Table {
    let parties = group.iter().map(|own| format!("#{}", fitted(&own.party.title, SCORE)));
    let chances = if last { &["#likely", "#worlds", "#vote"][..] } else { &[] };
    let heads: Vec<String> = [String::new()]
        .into_iter()
        .chain(parties)
        .chain(chances.iter().map(|&head| head.to_owned()))
        .collect();
    let mut table = Table::new(Text::new(), &heads.iter().map(String::as_str).collect::<Vec<_>>());
    let options = group.first().map_or(0, |own| own.options.len());
    for option in 0..options {
        let name = group.first().map(|own| author(&own.options[option].option));
        let scores = group.iter().map(|own| {
            let own = cite!(own.options[option]);
            Text::new().and_if(own.refused, "x").and(Number::decimals(&cite!(own.score), 0))
        });
        let chances = if last { self::chances(map, k, option).to_vec() } else { Vec::new() };
        table.row(name.map(Text::from).into_iter().chain(scores).chain(chances));
    }
    table
}

/// In the zone, in how many worlds, and with what chance in an election.
fn chances(map: &Cited<'_, Map>, k: usize, option: usize) -> [Text; 3] {
    let stands = &map.issues[k];
    let name = stands.scores.first().map(|own| own.options[option].option.as_str());
    let reach = map.likely.reach.as_ref().and_then(|all| all.get(k));
    let likely = reach.is_some_and(|own| own.options.iter().any(|own| Some(own.as_str()) == name));
    let worlds = cite!(map.worlds.reach).each().nth(k).map(|own| cite!(own.options));
    let worlds = worlds.and_then(|all| all.each().nth(option).map(|own| cite!(own.share)));
    let votes = cite!(map.votes);
    let vote = votes.each().find(|vote| vote.issue == stands.issue);
    let vote = vote.map(|vote| cite!(vote.options));
    let vote = vote.and_then(|all| all.each().nth(option).map(|own| cite!(own.probability)));
    let share = |value: Option<Cited<'_, f64>>| {
        value.map_or_else(|| Text::from("–"), |value| Text::from(Number::share(&value)))
    };
    [Text::from(if likely { "yes" } else { "–" }), share(worlds), share(vote)]
}
