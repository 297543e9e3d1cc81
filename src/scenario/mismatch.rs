//! A value of the wrong kind: what was expected, what is there, and what was probably meant.

use super::codes;
use super::diagnostic::Diagnostic;
use super::duration;
use super::keys::Kind;
use super::slips;
use super::suggest;
use super::tree::{Node, Value};

/// A value that is of another kind than its key asks for.
pub(crate) fn wrong_kind(node: &Node, kind: Kind, path: &str) -> Diagnostic {
    let found = Diagnostic::new(
        codes::WRONG_KIND,
        node.span,
        format!("`{path}` should be {}, not {}", expected(kind), node.kind()),
    )
    .label(format!("this is {}", node.kind()))
    .path(path);
    match mend(node, kind) {
        Some(help) => found.help(help),
        None => found,
    }
}

/// What a kind is called in a message.
fn expected(kind: Kind) -> String {
    match kind {
        Kind::Text => "text in quotes".to_owned(),
        Kind::Texts(..) => "a list of texts".to_owned(),
        Kind::Name => "a name in quotes".to_owned(),
        Kind::Refer(refer) => format!("the name of one {}, in quotes", refer.one()),
        Kind::Quantity => "the path of a quantity in quotes".to_owned(),
        Kind::Word(words) => suggest::any_of(words),
        Kind::Flag => "true or false".to_owned(),
        Kind::Date => "a date".to_owned(),
        Kind::Duration => "a length of time in quotes".to_owned(),
        Kind::Months(_) => "a length of time or a number of months".to_owned(),
        Kind::MonthsOrDay(_) => "a length of time, a number of months or a date".to_owned(),
        Kind::Plain(_) => "a single number".to_owned(),
        Kind::Whole(..) | Kind::Seed => "a whole number".to_owned(),
        Kind::Plains(..) => "a list of numbers".to_owned(),
        Kind::Number(_) | Kind::OnScale | Kind::Unsourced => "a number".to_owned(),
        Kind::Place => "a number, or the name of an option in quotes".to_owned(),
        Kind::WordOrNumber(words, _) => format!("a number, or {}", suggest::any_of(words)),
        Kind::Refers(..) => "a list of names in quotes".to_owned(),
        Kind::WordOr(words, table) => {
            format!("{} or a table with {}", suggest::any_of(words), suggest::any_of(table.one_of))
        }
        Kind::WordsOr(words, table, ..) => format!(
            "a list of {} or tables with {}",
            suggest::any_of(words),
            suggest::any_of(table.one_of)
        ),
        Kind::PlainOr(..) => "a number, or a table with `value` and `source`".to_owned(),
        Kind::FlagOr(_) => "true, false, or a table with `outcome` and `source`".to_owned(),
        Kind::Anchors | Kind::Table(_) | Kind::Map(_) => "a table".to_owned(),
        Kind::List(_) => "a list of tables".to_owned(),
        Kind::Change => "a change".to_owned(),
        Kind::Changes(..) => "a list of values".to_owned(),
    }
}

/// How dates are written.
const DATES: &str = "dates are written 2025-08-19, without quotes";

/// What to write instead, where it can be guessed.
fn mend(node: &Node, kind: Kind) -> Option<String> {
    match (kind, &node.value) {
        (Kind::Date, Value::Text(text)) => Some(match text.parse::<jiff::civil::Date>() {
            Ok(_) => format!("write the date without quotes: {text}"),
            Err(_) => slips::date_help(text).unwrap_or_else(|| DATES.to_owned()),
        }),
        (Kind::Date, Value::Moment) => Some("leave out the time of day".to_owned()),
        (Kind::Date, _) => Some(DATES.to_owned()),
        (Kind::Flag, Value::Text(text)) if matches!(text.as_str(), "true" | "false") => {
            Some(format!("write {text} without quotes"))
        }
        (Kind::Flag | Kind::FlagOr(_), Value::Text(text)) => slips::flag_help(text),
        (Kind::Plain(_) | Kind::PlainOr(..), Value::List(_) | Value::Table(_)) => {
            Some("this number cannot be uncertain: write one number".to_owned())
        }
        (
            Kind::Number(_) | Kind::OnScale | Kind::Plain(_) | Kind::Whole(..) | Kind::Unsourced,
            Value::Text(text),
        ) if text.parse::<f64>().is_ok() => {
            Some(format!("write the number without quotes: {text}"))
        }
        (
            Kind::Number(_)
            | Kind::OnScale
            | Kind::Plain(_)
            | Kind::PlainOr(..)
            | Kind::Whole(..)
            | Kind::Unsourced,
            Value::Text(text),
        ) => slips::mended_number(text).map(|mended| format!("{}, without quotes", mended.help)),
        (Kind::List(list), Value::Table(_)) => {
            Some(format!("double brackets make one {} of a list: [[…]]", list.one))
        }
        (Kind::Duration, Value::Number(_)) => Some(duration::HELP.to_owned()),
        _ => None,
    }
}
