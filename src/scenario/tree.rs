//! The file as a tree of spanned values, in the order of the text, before anything is known of
//! what the keys mean. This is the only file that knows the TOML parser.

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use super::diagnostic::Diagnostic;
use super::source::Span;
use super::syntax;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    /// Where.
    pub(crate) span: Span,
    /// What.
    pub(crate) value: Value,
}

/// What a value may be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// Text in quotes.
    Text(String),
    /// A number; may be infinite or not a number, and is refused later with a better message.
    Number(f64),
    /// `true` or `false`.
    Flag(bool),
    /// A day.
    Date(Date),
    /// A date with a time, or a time: never asked for.
    Moment,
    /// `[…]` or `[[…]]`.
    List(Vec<Node>),
    /// `{…}` or `[…]` as a heading.
    Table(Table),
    /// What the file says (or, where it says nothing, the default), times `scale` plus `shift`.
    Rescaled {
        /// What the file says.
        base: Option<Box<Node>>,
        /// The factor, ≥ 0.
        scale: f64,
        /// What is added.
        shift: f64,
        /// The path of the change.
        path: String,
    },
}

/// Entries in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Table {
    /// Each key with its value.
    pub(crate) entries: Vec<Entry>,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    /// The key.
    pub(crate) name: String,
    /// Where the key stands.
    pub(crate) span: Span,
    /// The value.
    pub(crate) node: Node,
}

impl Table {
    /// The value of a key.
    pub(crate) fn get(&self, name: &str) -> Option<&Node> {
        self.entry(name).map(|entry| &entry.node)
    }

    /// A key and its value.
    pub(crate) fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name == name)
    }

    /// The value of a key, to be changed.
    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut Node> {
        self.entries.iter_mut().find(|entry| entry.name == name).map(|entry| &mut entry.node)
    }

    /// Sets a key, in place or at the end.
    pub(crate) fn set(&mut self, name: &str, node: Node) {
        match self.get_mut(name) {
            Some(old) => *old = node,
            None => self.entries.push(Entry { name: name.to_owned(), span: node.span, node }),
        }
    }

    /// Takes a key out.
    pub(crate) fn remove(&mut self, name: &str) {
        self.entries.retain(|entry| entry.name != name);
    }
}

impl Node {
    /// What kind of value this is, as a message names it.
    pub(crate) fn kind(&self) -> &'static str {
        match self.value {
            Value::Text(_) => "text",
            Value::Number(_) | Value::Rescaled { .. } => "a number",
            Value::Flag(_) => "true or false",
            Value::Date(_) => "a date",
            Value::Moment => "a time of day",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
        }
    }

    /// The table, if it is one.
    pub(crate) fn as_table(&self) -> Option<&Table> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The list, if it is one.
    pub(crate) fn as_list(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List(list) => Some(list),
            _ => None,
        }
    }

    /// The text, if it is one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is a single one.
    pub(crate) fn as_number(&self) -> Option<f64> {
        match self.value {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// Parses a whole file: the tree that could be understood, and every syntax error.
pub(crate) fn document(text: &str) -> (Table, Vec<Diagnostic>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    (table_of(table.get_ref(), 0, 0), syntax::diagnostics(&errors, text, 0, 0))
}

/// Parses one value that starts at byte `offset` of a source.
pub(crate) fn value(text: &str, source: usize, offset: usize) -> Result<Node, Vec<Diagnostic>> {
    let (value, errors) = DeValue::parse_recoverable(text);
    if errors.is_empty() {
        return Ok(node_of(&value, source, offset));
    }
    Err(syntax::diagnostics(&errors, text, source, offset))
}

fn span_of<T>(spanned: &Spanned<T>, source: usize, offset: usize) -> Span {
    let range = spanned.span();
    Span::new(source, offset + range.start, offset + range.end)
}

fn node_of(value: &Spanned<DeValue<'_>>, source: usize, offset: usize) -> Node {
    let inner = match value.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(integer) => {
            Value::Number(integer_value(integer.as_str(), integer.radix()))
        }
        DeValue::Float(float) => Value::Number(float.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Datetime(moment) => date_of(moment).map_or(Value::Moment, Value::Date),
        DeValue::Array(list) => {
            Value::List(list.iter().map(|item| node_of(item, source, offset)).collect())
        }
        DeValue::Table(table) => Value::Table(table_of(table, source, offset)),
    };
    Node { span: span_of(value, source, offset), value: inner }
}

/// Entries in the order of the text; the parser keeps them by name.
fn table_of(table: &DeTable<'_>, source: usize, offset: usize) -> Table {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            name: key.get_ref().to_string(),
            span: span_of(key, source, offset),
            node: node_of(value, source, offset),
        })
        .collect();
    entries.sort_by_key(|entry| entry.span);
    Table { entries }
}

/// Whole numbers too large for 64 bits are read as the nearest floating-point number.
fn integer_value(digits: &str, radix: u32) -> f64 {
    if radix == 10 {
        return digits.parse().unwrap_or(f64::NAN);
    }
    i64::from_str_radix(digits, radix).map_or(f64::INFINITY, |integer| integer as f64)
}

fn date_of(moment: &Datetime) -> Option<Date> {
    if moment.time.is_some() || moment.offset.is_some() {
        return None;
    }
    let date = moment.date?;
    let (year, month, day) = (
        i16::try_from(date.year).ok()?,
        i8::try_from(date.month).ok()?,
        i8::try_from(date.day).ok()?,
    );
    Date::new(year, month, day).ok()
}
