//! What may stand in a file, as data.

use serde::Serialize;

use crate::scenario::keys::{Bounds, Key, Kind, LARGEST, Need, ROOT, Reference, Table};

/// A table of the file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TableInfo {
    /// What it is called: “a party”.
    pub what: &'static str,
    /// What it is there for, in a line.
    pub doc: &'static str,
    /// Exactly one of these keys must be there.
    pub one_of: &'static [&'static str],
    /// Its keys.
    pub keys: Vec<KeyInfo>,
}

/// A key of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KeyInfo {
    /// Its name in the file.
    pub name: &'static str,
    /// Its name for people.
    pub label: String,
    /// What it says, in a line.
    pub doc: &'static str,
    /// `required` or `optional`; with alternating offers some of the required may be left out.
    pub need: &'static str,
    /// What it is where it is left out, as the file would have it or in words.
    pub without: Option<String>,
    /// What it takes.
    pub holds: Holds,
}

/// What a key takes. Bounds are `None` where there is none.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "they are those of `Kind`, which says what each is")]
pub enum Holds {
    Text,
    Texts { min: usize, max: usize },
    Name,
    Word { words: &'static [&'static str] },
    Flag,
    Date,
    Duration,
    Months { min: Option<f64>, max: Option<f64> },
    MonthsOrDay { min: Option<f64>, max: Option<f64> },
    Plain { min: Option<f64>, max: Option<f64> },
    Whole { min: u64, max: u64 },
    Seed,
    Plains { min: usize, max: usize },
    Number { min: Option<f64>, max: Option<f64> },
    OnScale,
    Place,
    Unsourced,
    Refer { to: &'static str },
    Refers { to: &'static str, min: usize, max: usize },
    Quantity,
    Anchors,
    Table { table: TableInfo },
    WordOr { words: &'static [&'static str], table: TableInfo },
    WordOrNumber { words: &'static [&'static str], min: Option<f64>, max: Option<f64> },
    WordsOr { words: &'static [&'static str], table: TableInfo, min: usize, max: usize },
    PlainOr { min: Option<f64>, max: Option<f64>, table: TableInfo },
    FlagOr { table: TableInfo },
    Map { one: &'static str, holds: Box<Holds>, to: Option<&'static str>, min: usize, max: usize },
    List { one: &'static str, table: TableInfo, max: usize },
    Change,
    Changes { min: usize, max: usize },
}

/// What may stand in a scenario's file.
///
/// ```
/// let format = zopa::scenario::format();
/// assert!(format.keys.iter().any(|key| key.name == "parties" && key.need == "required"));
/// ```
pub fn format() -> TableInfo {
    table(&ROOT)
}

fn table(table: &Table) -> TableInfo {
    let keys = table.keys.iter().map(key).collect();
    TableInfo { what: table.what, doc: table.doc, one_of: table.one_of, keys }
}

fn key(key: &Key) -> KeyInfo {
    KeyInfo {
        name: key.name,
        label: label(key.name),
        doc: key.doc,
        need: match key.need {
            Need::Required | Need::RequiredInPeace => "required",
            _ => "optional",
        },
        without: without(key.need),
        holds: holds(key.kind),
    }
}

/// `concession_speed` as people write it.
fn label(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}

fn without(need: Need) -> Option<String> {
    match need {
        Need::Required | Need::RequiredInPeace | Need::Optional => None,
        Need::Number(number) => Some(number.to_string()),
        Need::Uniform(low, high) => Some(format!("anywhere between {low} and {high}")),
        Need::Triangular(low, mode, high) | Need::Pert(low, mode, high) => {
            Some(format!("{low} to {high}, most likely {mode}"))
        }
        Need::Text(text) | Need::Rule(text) => Some(text.to_owned()),
        Need::Flag(flag) => Some(if flag { "yes" } else { "no" }.to_owned()),
    }
}

fn holds(kind: Kind) -> Holds {
    let ends = |bounds: Bounds| {
        let end = |end: f64| (end.abs() < LARGEST).then_some(end);
        (end(bounds.min), end(bounds.max))
    };
    let to = Reference::one;
    match kind {
        Kind::Text => Holds::Text,
        Kind::Texts(min, max) => Holds::Texts { min, max },
        Kind::Name => Holds::Name,
        Kind::Word(words) => Holds::Word { words },
        Kind::Flag => Holds::Flag,
        Kind::Date => Holds::Date,
        Kind::Duration => Holds::Duration,
        Kind::Months(bounds) => {
            let (min, max) = ends(bounds);
            Holds::Months { min, max }
        }
        Kind::MonthsOrDay(bounds) => {
            let (min, max) = ends(bounds);
            Holds::MonthsOrDay { min, max }
        }
        Kind::Plain(bounds) => {
            let (min, max) = ends(bounds);
            Holds::Plain { min, max }
        }
        Kind::Whole(min, max) => Holds::Whole { min, max },
        Kind::Seed => Holds::Seed,
        Kind::Plains(min, max) => Holds::Plains { min, max },
        Kind::Number(bounds) => {
            let (min, max) = ends(bounds);
            Holds::Number { min, max }
        }
        Kind::OnScale => Holds::OnScale,
        Kind::Place => Holds::Place,
        Kind::Unsourced => Holds::Unsourced,
        Kind::Refer(one) => Holds::Refer { to: to(one) },
        Kind::Refers(one, min, max) => Holds::Refers { to: to(one), min, max },
        Kind::Quantity => Holds::Quantity,
        Kind::Anchors => Holds::Anchors,
        Kind::Table(keys) => Holds::Table { table: table(keys) },
        Kind::WordOr(words, keys) => Holds::WordOr { words, table: table(keys) },
        Kind::WordOrNumber(words, bounds) => {
            let (min, max) = ends(bounds);
            Holds::WordOrNumber { words, min, max }
        }
        Kind::WordsOr(words, keys, min, max) => {
            Holds::WordsOr { words, table: table(keys), min, max }
        }
        Kind::PlainOr(bounds, keys) => {
            let (min, max) = ends(bounds);
            Holds::PlainOr { min, max, table: table(keys) }
        }
        Kind::FlagOr(keys) => Holds::FlagOr { table: table(keys) },
        Kind::Map(map) => Holds::Map {
            one: map.one,
            holds: Box::new(holds(map.kind)),
            to: map.refer.map(to),
            min: map.min,
            max: map.max,
        },
        Kind::List(list) => Holds::List { one: list.one, table: table(list.table), max: list.max },
        Kind::Change => Holds::Change,
        Kind::Changes(min, max) => Holds::Changes { min, max },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_named_for_people() {
        assert_eq!(label("concession_speed"), "Concession speed");
        let format = format();
        let json = serde_json::to_value(&format).unwrap();
        let parties = format.keys.iter().position(|key| key.name == "parties").unwrap();
        let party = &json["keys"][parties]["holds"];
        assert_eq!((&party["kind"], &party["one"]), (&"map".into(), &"party".into()));
        assert!(party["holds"]["table"]["keys"].as_array().unwrap().len() > 10);
    }
}
