//! What stands in a file, as data.

use serde::{Deserialize, Serialize};

use crate::scenario::tree::{Node, Table, Value};

/// A value with the text it is written as.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// As the file has it; `None` of a table under a heading of its own.
    pub raw: Option<String>,
    /// What it is.
    #[serde(flatten)]
    pub content: Content,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Date(String),
    /// What no key of a scenario takes: a time of day.
    Other(()),
    /// A list.
    List(Vec<Outline>),
    /// The entries of a table, in the order of the text.
    Entries(Vec<(String, Outline)>),
}

impl Outline {
    /// A whole file.
    pub(super) fn of(table: &Table, text: &str) -> Self {
        Self { raw: None, content: entries(table, text) }
    }

    fn of_node(node: &Node, text: &str) -> Self {
        let content = match &node.value {
            Value::Text(text) => Content::Text(text.clone()),
            Value::Number(number) => Content::Number(*number),
            Value::Flag(flag) => Content::Flag(*flag),
            Value::Date(date) => Content::Date(date.to_string()),
            // A file has no rescaled numbers: changes make them.
            Value::Moment | Value::Rescaled { .. } => Content::Other(()),
            Value::List(list) => {
                Content::List(list.iter().map(|item| Self::of_node(item, text)).collect())
            }
            Value::Table(table) => entries(table, text),
        };
        let raw = written(node, text).then(|| slice(node, text).to_owned());
        Self { raw, content }
    }
}

fn slice<'t>(node: &Node, text: &'t str) -> &'t str {
    text.get(node.span.start..node.span.end).unwrap_or_default()
}

/// Is it written as a value? Headings, `[parties.upper]` and `[[questions]]`, are none.
fn written(node: &Node, text: &str) -> bool {
    match &node.value {
        Value::Table(_) => slice(node, text).starts_with('{'),
        Value::List(list) => list.iter().all(|item| written(item, text)),
        _ => true,
    }
}

fn entries(table: &Table, text: &str) -> Content {
    let entries = table.entries.iter();
    Content::Entries(
        entries.map(|entry| (entry.name.clone(), Outline::of_node(&entry.node, text))).collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::tree::document;

    #[test]
    fn what_is_written_is_told_as_it_is_written() {
        let text = "[a]\nb = [1, 2.50, 3] # three\nc = { d = \"e\" }\n[[f]]\ng = 2025-08-18\n";
        let outline = Outline::of(&document(text).0, text);
        let json = serde_json::to_value(&outline).unwrap();
        let a = &json["entries"][0][1];
        assert!(a["raw"].is_null());
        assert_eq!(a["entries"][0][1]["raw"], "[1, 2.50, 3]");
        assert_eq!(a["entries"][0][1]["list"][1]["raw"], "2.50");
        assert_eq!(a["entries"][1][1]["raw"], "{ d = \"e\" }");
        let f = &json["entries"][1][1];
        assert_eq!(f["list"][0]["entries"][0][1]["date"], "2025-08-18");
        assert!(f["raw"].is_null());
        assert!(f["list"][0]["raw"].is_null());
        assert_eq!(serde_json::from_value::<Outline>(json).unwrap(), outline);
    }
}
