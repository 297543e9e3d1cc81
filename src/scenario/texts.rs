//! Texts of an agreement from a file of their own: `[texts.NAME]`, an issue a line, each where the text settles it.

use super::codes;
use super::diagnostic::{Diagnostic, Report};
use super::load::{LARGEST_TEXT, Rejected};
use super::source::{Source, Span};
use super::suggest;
use super::tree::{self, Entry, Node, Value};
use crate::model::{Issue, Scenario, option_coordinate};

/// The texts of a file, at most.
pub const MOST_TEXTS: usize = 12;

/// A text of an agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedText {
    /// What its file calls it.
    pub name: String,
    /// Where it settles each issue, in [0, 1], in the order of the scenario.
    pub text: Vec<f64>,
}

/// Reads texts about the issues of a scenario from the text of their file; `name` is what messages call it. Every
/// text settles every issue: nothing is taken for granted that it does not say.
///
/// # Errors
/// Every error, with its place.
///
/// # Examples
/// ```
/// use zopa::scenario::{LoadOptions, TemplateKind, load, load_texts, template};
///
/// let file = template(TemplateKind::TwoParty, "Water from the upper valley");
/// let scenario = load("water.toml", &file, &LoadOptions::default()).unwrap().scenario;
/// let rejected = load_texts(&scenario, "texts.toml", "[texts.spring]\n").unwrap_err();
/// assert!(rejected.to_string().contains("does not say"));
/// ```
pub fn load_texts(scenario: &Scenario, name: &str, text: &str) -> Result<Vec<NamedText>, Rejected> {
    read(scenario, text)
        .map_err(|found| Rejected { report: Report::new(vec![Source::new(name, text)], found) })
}

fn read(scenario: &Scenario, text: &str) -> Result<Vec<NamedText>, Vec<Diagnostic>> {
    if text.len() > LARGEST_TEXT {
        let message = format!("the file has {} MB: at most 4 are read", text.len() / 1_000_000);
        return Err(vec![Diagnostic::new(codes::TOO_LONG, Span::default(), message)]);
    }
    let (tree, mut found) = tree::document(text);
    if !found.is_empty() {
        return Err(found);
    }
    for entry in tree.entries.iter().filter(|entry| entry.name != "texts") {
        let message = format!("there is no key `{}` in a file of texts", entry.name);
        let unknown = Diagnostic::new(codes::UNKNOWN_KEY, entry.span, message);
        found.push(unknown.help("write every text as [texts.NAME], an issue a line below it"));
    }
    let none = |texts: &Entry| texts.node.as_table().is_some_and(|all| all.entries.is_empty());
    let Some(texts) = tree.entry("texts").filter(|texts| !none(texts)) else {
        let message = "the file has no texts";
        let missing = Diagnostic::new(codes::MISSING_KEY, Span::default(), message);
        found.push(missing.help("write every text as [texts.NAME], an issue a line below it"));
        return Err(found);
    };
    let Some(table) = texts.node.as_table() else {
        found.push(wrong_kind(&texts.node, "texts", "texts are tables, [texts.NAME]"));
        return Err(found);
    };
    if table.entries.len() > MOST_TEXTS {
        let message = format!("{} texts are too many, at most {MOST_TEXTS}", table.entries.len());
        found.push(
            Diagnostic::new(codes::TOO_MANY, texts.span, message)
                .help("ask about the others from another file"),
        );
    }
    let named: Vec<NamedText> =
        table.entries.iter().filter_map(|entry| named(scenario, entry, &mut found)).collect();
    if found.is_empty() { Ok(named) } else { Err(found) }
}

fn wrong_kind(node: &Node, path: &str, wanted: &str) -> Diagnostic {
    let message = format!("{wanted}, and this is {}", node.kind());
    Diagnostic::new(codes::WRONG_KIND, node.span, message).path(path)
}

fn named(scenario: &Scenario, entry: &Entry, found: &mut Vec<Diagnostic>) -> Option<NamedText> {
    let path = format!("texts.{}", crate::model::path::quoted(&entry.name));
    let Some(table) = entry.node.as_table() else {
        found.push(wrong_kind(&entry.node, &path, "a text is a table, an issue a line"));
        return None;
    };
    let mut text: Vec<Option<f64>> = vec![None; scenario.issues.len()];
    for term in &table.entries {
        let Some(k) = scenario.issue_index(&term.name) else {
            let ids: Vec<&str> = scenario.issues.iter().map(|issue| issue.id.as_str()).collect();
            let message = format!("there is no issue `{}`", term.name);
            let unknown = Diagnostic::new(codes::UNKNOWN_ISSUE, term.span, message);
            found.push(unknown.help(suggest::help(&term.name, &ids, "issues")));
            continue;
        };
        // What is wrong is said; that it is not there would be said twice.
        text[k] = Some(coordinate(&scenario.issues[k], &term.node, &path, found).unwrap_or(0.0));
    }
    let unsettled = scenario.issues.iter().zip(&text).filter(|(_, x)| x.is_none());
    let unsettled: Vec<&str> = unsettled.map(|(issue, _)| issue.id.as_str()).collect();
    if !unsettled.is_empty() {
        let message =
            format!("the text does not say where it settles {}", suggest::listed(&unsettled));
        let missing = Diagnostic::new(codes::MISSING_KEY, entry.span, message).path(path);
        found.push(missing.help("a text settles every issue: add a line for each"));
    }
    Some(NamedText { name: entry.name.clone(), text: text.into_iter().flatten().collect() })
}

/// The coordinate of a position on the issue's scale, or of one of its options; what is wrong with it is found.
fn coordinate(issue: &Issue, node: &Node, path: &str, found: &mut Vec<Diagnostic>) -> Option<f64> {
    let path = format!("{path}.{}", crate::model::path::quoted(&issue.id));
    if issue.has_options() {
        let names: Vec<&str> = issue.options.iter().map(String::as_str).collect();
        let Some(word) = node.as_text() else {
            let wrong = wrong_kind(node, &path, "an option is named in quotes");
            found.push(wrong.help(suggest::help("", &names, "options")));
            return None;
        };
        let option = names.iter().position(|name| *name == word);
        if option.is_none() {
            let message = format!("`{}` has no option `{word}`", issue.id);
            let unknown = Diagnostic::new(codes::UNKNOWN_OPTION, node.span, message).path(path);
            found.push(unknown.help(suggest::help(word, &names, "options")));
        }
        return option.map(|option| option_coordinate(names.len(), option));
    }
    let Value::Number(at) = node.value else {
        found.push(wrong_kind(node, &path, "a position on a scale is a number"));
        return None;
    };
    let (low, high) = (issue.scale.low, issue.scale.high);
    if !(low..=high).contains(&at) {
        let message = format!("{at} is not on the scale of `{}`", issue.id);
        let off = Diagnostic::new(codes::OFF_SCALE, node.span, message).path(path);
        found.push(off.help(format!("the scale goes from {low} to {high}")));
        return None;
    }
    Some(issue.scale.to_unit(at))
}
