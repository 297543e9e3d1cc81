//! From the text of a file of rules to [`Rules`], or to everything that is wrong with it.

use super::rules::{Case, Column, Naming, Rules, Slot};
use super::template;
use crate::scenario::codes;
use crate::scenario::diagnostic::{Diagnostic, Report};
use crate::scenario::keys::RULES;
use crate::scenario::load::{LARGEST_TEXT, Rejected};
use crate::scenario::shape;
use crate::scenario::source::{Source, Span};
use crate::scenario::tree::{self, Entry, Node, Table};

/// Reads rules of coding from the text of their file; `name` is what messages call it.
///
/// # Errors
/// Every error, with its place.
pub fn load_rules(name: &str, text: &str) -> Result<Rules, Rejected> {
    read(text)
        .map_err(|found| Rejected { report: Report::new(vec![Source::new(name, text)], found) })
}

fn read(text: &str) -> Result<Rules, Vec<Diagnostic>> {
    if text.len() > LARGEST_TEXT {
        let message = format!("the file has {} MB: at most 4 are read", text.len() / 1_000_000);
        return Err(vec![Diagnostic::new(codes::TOO_LONG, Span::default(), message)]);
    }
    let (tree, mut found) = tree::document(text);
    if found.is_empty() {
        found = shape::check_as(&tree, &RULES);
    }
    if !found.is_empty() {
        return Err(found);
    }
    let columns: Vec<Column> = entries(&tree, "columns").iter().map(column).collect();
    let slots: Vec<Slot> = entries(&tree, "slots")
        .iter()
        .filter_map(|entry| slot(entry, &columns, &mut found))
        .collect();
    if !found.is_empty() {
        return Err(found);
    }
    let row = tree.get("row").and_then(Node::as_table);
    let named = |key| row.map(|row| words(row, key)).unwrap_or_default();
    let row =
        Naming { id: named("id"), name: named("name"), year: named("year"), month: named("month") };
    let template = tree.get("template").and_then(Node::as_table).and_then(|t| t.entry("text"));
    let (body, span) = template.map_or(("", Span::default()), |entry| {
        (entry.node.as_text().unwrap_or_default(), entry.span)
    });
    match template::parts(body, &slots) {
        Ok(parts) => Ok(Rules { title: words(&tree, "title"), row, columns, slots, parts }),
        Err(wrong) => {
            let found = Diagnostic::new(codes::TEMPLATE, span, wrong.message);
            Err(vec![found.path("template.text").help(wrong.help)])
        }
    }
}

fn entries<'t>(tree: &'t Table, name: &str) -> &'t [Entry] {
    tree.get(name).and_then(Node::as_table).map_or(&[], |table| &table.entries)
}

fn words(table: &Table, key: &str) -> String {
    table.get(key).and_then(Node::as_text).unwrap_or_default().to_owned()
}

/// A whole number, whose bounds the shape has seen to.
fn whole(table: &Table, key: &str) -> Option<u32> {
    table.get(key).and_then(Node::as_number).map(|number| number as u32)
}

fn column(entry: &Entry) -> Column {
    let nothing = Table::default();
    let table = entry.node.as_table().unwrap_or(&nothing);
    let bound = |key| whole(table, key).unwrap_or_default();
    Column {
        name: entry.name.clone(),
        title: words(table, "title"),
        from: bound("from"),
        to: bound("to"),
    }
}

fn slot(entry: &Entry, columns: &[Column], found: &mut Vec<Diagnostic>) -> Option<Slot> {
    let table = entry.node.as_table()?;
    let path = format!("slots.{}", entry.name);
    let named = table.entry("column")?;
    let name = words(table, "column");
    let Some(column) = columns.iter().position(|column| column.name == name) else {
        let known: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        let problem = Diagnostic::new(
            codes::UNCODED,
            named.span,
            format!("the rules have no column `{name}`"),
        );
        found.push(problem.path(path).help(format!("columns are {}", known.join(", "))));
        return None;
    };
    let list = table.get("cases").and_then(Node::as_list).unwrap_or_default();
    let cases: Vec<Case> = list.iter().filter_map(Node::as_table).filter_map(case).collect();
    let Column { from, to, .. } = columns[column];
    let times =
        |code: u32| cases.iter().filter(|case| (case.from..=case.to).contains(&code)).count();
    // The ends of cases are where coverage changes, so no more codes need to be looked at.
    let edges = cases.iter().flat_map(|case| [case.from, case.to.saturating_add(1)]);
    let mut looked: Vec<u32> = edges.chain([from]).filter(|c| (from..=to).contains(c)).collect();
    looked.sort_unstable();
    if let Some(&code) = looked.iter().find(|&&code| times(code) != 1) {
        let (said, help) = match times(code) {
            0 => ("has no text", "add a case for it"),
            _ => ("has several texts", "let each code be in one case"),
        };
        let message = format!("{code} of `{name}` {said} in the slot `{}`", entry.name);
        let problem = Diagnostic::new(codes::UNCODED, entry.span, message);
        found.push(problem.path(path).help(help));
        return None;
    }
    Some(Slot { name: entry.name.clone(), column, cases, unknown: words(table, "unknown") })
}

fn case(table: &Table) -> Option<Case> {
    let from = whole(table, "from")?;
    Some(Case { from, to: whole(table, "to").unwrap_or(from), text: words(table, "text") })
}
