//! What is wrong with a file, each with the place that it speaks of.

use serde::{Deserialize, Serialize};

use super::{Place, Step};
use crate::model::path;
use crate::scenario::diagnostic::{Diagnostic, Severity};
use crate::scenario::source::{Source, Span};
use crate::scenario::tree::{Node, Table, Value};

/// One finding, as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// `error` where it stops the file from being played, else `warning`.
    pub severity: String,
    /// Its code; `zopa explain CODE` says more.
    pub code: String,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What is to be seen at the place; may be empty.
    pub label: String,
    /// What to do.
    pub help: Option<String>,
    /// Its line, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
    /// What it speaks of: a key that stands in the file, or one that is missing from a table of it.
    pub at: Place,
}

impl Finding {
    pub(super) fn of(found: &Diagnostic, source: &Source, root: &Table) -> Self {
        let (line, column) = source.line_column(found.span.start);
        let mut at = Place::new();
        within(root, found.span, &mut at);
        let missing = found.path.as_deref().and_then(|path| missing(root, &at, path));
        at.extend(missing.map(Step::Key));
        Self {
            severity: match found.severity {
                Severity::Error => "error".to_owned(),
                Severity::Warning => "warning".to_owned(),
            },
            code: found.code.to_string(),
            message: found.message.clone(),
            label: found.labels.first().map(|label| label.text.clone()).unwrap_or_default(),
            help: found.help.clone(),
            line,
            column,
            at,
        }
    }
}

/// The deepest place whose key or value holds the beginning of a span.
fn within(table: &Table, span: Span, at: &mut Place) {
    let holds = |whole: Span| (whole.start..whole.end).contains(&span.start);
    // A heading's table is where its heading is, and what stands below it is elsewhere: so all of it is looked at.
    for entry in &table.entries {
        at.push(Step::Key(entry.name.clone()));
        let depth = at.len();
        inside(&entry.node, span, at);
        if at.len() > depth || holds(entry.span) || holds(entry.node.span) {
            return;
        }
        at.pop();
    }
}

fn inside(node: &Node, span: Span, at: &mut Place) {
    match &node.value {
        Value::Table(table) => within(table, span, at),
        Value::List(list) => {
            for (number, item) in list.iter().enumerate() {
                at.push(Step::Item(number));
                let depth = at.len();
                inside(item, span, at);
                let holds = (item.span.start..item.span.end).contains(&span.start);
                // Of a plain list the whole is spoken of.
                if at.len() > depth || (holds && matches!(item.value, Value::Table(_))) {
                    return;
                }
                at.pop();
            }
        }
        _ => {}
    }
}

/// The key at the end of a path that the table at a place does not have.
fn missing(root: &Table, at: &[Step], path: &str) -> Option<String> {
    let names = path::names(path);
    let last = names.last().map(AsRef::as_ref).filter(|last: &&str| !last.is_empty())?;
    let mut table = root;
    for (depth, step) in at.iter().enumerate() {
        let node = match step {
            Step::Key(key) => table.get(key)?,
            Step::Item(_) => continue,
        };
        let node = match at.get(depth + 1) {
            Some(Step::Item(item)) => node.as_list()?.get(*item)?,
            _ => node,
        };
        table = node.as_table()?;
    }
    let named = at.iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Item(_) => None,
    });
    (table.get(last).is_none() && named != Some(last)).then(|| last.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::scenario::{TemplateKind, outlined, template};

    /// The place of the only error of a template with this in place of that.
    fn place(from: &str, to: &str) -> String {
        let text = template(TemplateKind::TwoParty, "Water");
        assert!(text.contains(from), "{from}");
        let outlined = outlined("water.toml", &text.replacen(from, to, 1));
        let errors: Vec<_> =
            outlined.findings.iter().filter(|found| found.severity == "error").collect();
        let [error] = errors.as_slice() else { panic!("{errors:#?}") };
        serde_json::to_string(&error.at).unwrap()
    }

    #[test]
    fn findings_are_beside_what_they_speak_of() {
        assert_eq!(
            place("reservation = [0.35, 0.4, 0.5]", "reservation = [0.35, 0.4, 1.5]"),
            r#"["parties","upstream","outside","reservation"]"#
        );
        assert_eq!(
            place("role = \"principal\"", "role = \"chief\""),
            r#"["parties","upstream","role"]"#
        );
        assert_eq!(
            place("limit = [35, 45, 55], ", ""),
            r#"["parties","upstream","positions","price","limit"]"#
        );
        assert_eq!(place("role = \"principal\"", ""), r#"["parties","upstream","role"]"#);
        assert_eq!(place("what = \"signed\"", "what = \"sealed\""), r#"["questions",0,"what"]"#);
    }
}
