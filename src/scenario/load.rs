//! The one way in.

use std::fmt::{self, Write as _};

use super::change::{self, Change};
use super::codes;
use super::diagnostic::{Diagnostic, Report};
use super::fingerprint;
use super::former;
use super::resolve::{Resolved, resolve};
use super::settle;
use super::shape;
use super::source::{Source, Span};
use super::story::Story;
use super::suggest;
use super::tree::{self, Node, Value};
use super::warn;
use super::write;
use crate::model::Scenario;

/// The longest text that is read, in bytes.
pub const LARGEST_TEXT: usize = 4_000_000;

/// What to make of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoadOptions {
    /// The variant to load, by its key.
    pub variant: Option<String>,
    /// Paths and values as written on the command line, applied in order after the variant.
    pub overrides: Vec<(String, String)>,
}

/// A scenario that can be run.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Loaded {
    /// The scenario.
    pub scenario: Scenario,
    /// Its words for people.
    pub story: Story,
    /// What is allowed but rarely meant.
    pub warnings: Report,
    /// The file, with what was changed in it.
    tree: tree::Table,
    /// The variant that is in it.
    variant: Option<String>,
}

impl Loaded {
    /// The scenario as the text of a file, changes included: it loads as the same scenario, with the same
    /// fingerprint. Comments and the layout of the file are lost.
    ///
    /// Variants are rival readings of the file as it was. Where one of them is in the scenario the others are left
    /// out, and so is, after other changes, whichever does not load any more; a comment says so.
    ///
    /// # Examples
    /// ```
    /// use zopa::scenario::{TemplateKind, template};
    /// use zopa::{LoadOptions, load};
    ///
    /// let text = template(TemplateKind::TwoParty, "Water from the upper valley");
    /// let overrides = vec![("parties.upstream.influence".to_owned(), "2".to_owned())];
    /// let changed = load("water.toml", &text, &LoadOptions { overrides, ..LoadOptions::default() })?;
    /// let again = load("again.toml", &changed.to_toml(), &LoadOptions::default())?;
    /// assert_eq!(again.scenario.fingerprint, changed.scenario.fingerprint);
    /// # Ok::<(), zopa::Rejected>(())
    /// ```
    pub fn to_toml(&self) -> String {
        let mut tree = self.tree.clone();
        settle::settle(&mut tree, &self.scenario);
        let mut head = String::new();
        if let Some(variant) = &self.variant {
            tree.remove("variants");
            let _ = writeln!(head, "# With the variant {variant}; the others are left out.\n");
        }
        let ids: Vec<String> = variant_ids(&tree).map(str::to_owned).collect();
        for id in ids {
            let mut found = Vec::new();
            check_variant(&tree, &id, &mut found);
            if !found.is_empty() {
                let _ = writeln!(
                    head,
                    "# The variant {id} does not fit these values and is left out.\n"
                );
                if let Some(Value::Table(variants)) =
                    tree.get_mut("variants").map(|node| &mut node.value)
                {
                    variants.remove(&id);
                }
            }
        }
        head + &write::scenario(&tree)
    }
}

impl Loaded {
    /// The file with what was changed in it.
    pub(super) fn tree(&self) -> &tree::Table {
        &self.tree
    }
}

/// Why a scenario cannot be run: every error, and the texts they point into.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rejected {
    /// The errors, and any warnings.
    pub report: Report,
}

impl fmt::Display for Rejected {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.report.fmt(formatter)
    }
}

impl std::error::Error for Rejected {}

/// Reads a scenario from the text of a file; `name` is what messages call it.
///
/// The file has to be sound by itself and with each of its variants, whichever is asked for.
///
/// # Errors
/// Every error of the file, its variants and the overrides, with their places.
///
/// # Examples
/// ```
/// use zopa::scenario::{LoadOptions, load};
///
/// let rejected = load("empty.toml", "", &LoadOptions::default()).unwrap_err();
/// assert!(rejected.report.errors() >= 1);
/// ```
pub fn load(name: &str, text: &str, options: &LoadOptions) -> Result<Loaded, Rejected> {
    Document::parse(name, text).with(options)
}

/// A file that has been read and checked once, to be made into scenarios with many changes: a study
/// asks for thousands.
#[derive(Clone, Debug)]
pub struct Document {
    source: Source,
    tree: tree::Table,
    /// What is wrong with the file and its variants.
    found: Found,
    /// Notes about keys by former names.
    notes: Found,
    /// The file without changes.
    base: Option<Resolved>,
    /// Is there no more to be said than that the text cannot be read?
    unreadable: bool,
}

type Found = Vec<Diagnostic>;

impl Document {
    /// Reads the text of a file; `name` is what messages call it. What is wrong with it is told by
    /// [`Document::with`].
    pub fn parse(name: &str, text: &str) -> Self {
        let source = Source::new(name, text);
        let unreadable = |tree, found| {
            let source = source.clone();
            Self { source, tree, found, notes: Vec::new(), base: None, unreadable: true }
        };
        if text.len() > LARGEST_TEXT {
            return unreadable(tree::Table::default(), vec![too_long(text)]);
        }
        let (mut tree, mut found) = tree::document(text);
        if !found.is_empty() {
            // What could not be read, or stands twice, would be reported again as missing.
            return unreadable(tree, found);
        }
        let notes = former::rename(&mut tree);
        let base = check(&tree, &mut found);
        if found.is_empty() {
            for id in variant_ids(&tree) {
                check_variant(&tree, id, &mut found);
            }
        }
        Self { source, tree, found, notes, base, unreadable: false }
    }

    /// The scenario with a variant and overrides.
    ///
    /// # Errors
    /// Every error of the file, its variants and the overrides, with their places.
    pub fn with(&self, options: &LoadOptions) -> Result<Loaded, Rejected> {
        let mut sources = vec![self.source.clone()];
        match self.changed(options, &mut sources) {
            Ok((scenario, tree, warnings)) => {
                let story = Story::of(&tree);
                let (warnings, variant) = (Report::new(sources, warnings), options.variant.clone());
                Ok(Loaded { scenario, story, warnings, tree, variant })
            }
            Err(found) => Err(Rejected { report: Report::new(sources, found) }),
        }
    }

    fn changed(
        &self,
        options: &LoadOptions,
        sources: &mut Vec<Source>,
    ) -> Result<(Scenario, tree::Table, Found), Found> {
        let mut found = self.found.clone();
        if self.unreadable {
            return Err(found);
        }
        let (changed, unknown) = changed(&self.tree, options, sources);
        found.extend(unknown);
        let (Some(base), true) = (&self.base, found.is_empty()) else { return Err(found) };
        let resolved =
            if changed == self.tree { Some(base.clone()) } else { check(&changed, &mut found) };
        match resolved {
            Some(mut resolved) if found.is_empty() => {
                resolved.scenario.fingerprint = fingerprint::of(&resolved.scenario);
                let mut warnings = warn::of(&changed, &resolved);
                warnings.extend_from_slice(&self.notes);
                Ok((resolved.scenario, changed, warnings))
            }
            _ => Err(found),
        }
    }
}

/// Both passes over one tree. Without a result when there is too much of something: then the
/// second pass would only take long.
fn check(tree: &tree::Table, found: &mut Found) -> Option<Resolved> {
    let shape = shape::check(tree);
    if shape.iter().any(|found| found.code == codes::TOO_MANY) {
        found.extend(shape);
        return None;
    }
    let mut resolved = resolve(tree);
    if shape.is_empty() {
        found.append(&mut resolved.unread);
    }
    found.extend(shape);
    found.append(&mut resolved.found);
    Some(resolved)
}

fn variant_ids(tree: &tree::Table) -> impl Iterator<Item = &str> {
    let variants = tree.get("variants").and_then(Node::as_table);
    variants.into_iter().flat_map(|table| table.entries.iter().map(|entry| entry.name.as_str()))
}

/// Each variant has to load; paths that lead nowhere are told one by one, the rest once.
fn check_variant(tree: &tree::Table, id: &str, found: &mut Found) {
    let mut changed = tree.clone();
    for change in change::of_variant(tree, id) {
        found.extend(change::apply(&mut changed, &change).err().map(|refused| *refused));
    }
    let mut inside = Vec::new();
    check(&changed, &mut inside);
    let Some(first) = inside.first() else { return };
    let entry = tree.get("variants").and_then(Node::as_table).and_then(|table| table.entry(id));
    let span = entry.map_or(Span::default(), |entry| entry.span);
    let more = match inside.len() {
        1 => String::new(),
        count => format!(" (and {} more)", shape::plural(count - 1, "error")),
    };
    let mut failure = Diagnostic::new(
        codes::VARIANT_FAILS,
        span,
        format!("the variant `{id}` does not load: {}{more}", first.message),
    )
    .path(format!("variants.{id}"));
    failure = failure.also(first.span, first.labels.first().map_or("", |label| &label.text));
    failure.help.clone_from(&first.help);
    found.push(failure);
}

/// The tree with the variant and the overrides in it; each override is a source of its own.
fn changed(
    tree: &tree::Table,
    options: &LoadOptions,
    sources: &mut Vec<Source>,
) -> (tree::Table, Found) {
    let mut changed = tree.clone();
    let mut found = Vec::new();
    if let Some(id) = &options.variant {
        if variant_ids(tree).any(|known| known == id) {
            for change in change::of_variant(tree, id) {
                found.extend(change::apply(&mut changed, &change).err().map(|refused| *refused));
            }
        } else {
            sources.push(Source::new("--variant", id));
            found.push(unknown_variant(tree, id, sources.len() - 1));
        }
    }
    for (path, value) in &options.overrides {
        sources.push(Source::new("--set", &format!("{path}={value}")));
        let source = sources.len() - 1;
        match override_value(path, value, source) {
            Ok(node) => {
                let span = Span::new(source, 0, path.len());
                let change = Change { path, span, value: &node };
                let shape = change::shape(&node, path);
                if shape.is_empty() {
                    found
                        .extend(change::apply(&mut changed, &change).err().map(|refused| *refused));
                }
                found.extend(shape);
            }
            Err(errors) => found.extend(errors),
        }
    }
    (changed, found)
}

/// A value as it is written after `--set PATH=`: TOML, where words may go without quotes.
fn override_value(path: &str, value: &str, source: usize) -> Result<Node, Found> {
    let offset = path.len() + 1;
    match tree::value(value, source, offset) {
        Ok(node) => Ok(node),
        Err(_) if is_plain_text(value) => Ok(Node {
            span: Span::new(source, offset, offset + value.len()),
            value: Value::Text(value.trim().to_owned()),
        }),
        Err(errors) => Err(errors),
    }
}

fn is_plain_text(value: &str) -> bool {
    !value.trim().is_empty()
        && value.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.'))
}

fn unknown_variant(tree: &tree::Table, id: &str, source: usize) -> Diagnostic {
    let ids: Vec<&str> = variant_ids(tree).collect();
    let span = Span::new(source, 0, id.len());
    Diagnostic::new(codes::UNKNOWN_VARIANT, span, format!("there is no variant `{id}`"))
        .help(suggest::help(id, &ids, "variants"))
}

fn too_long(text: &str) -> Diagnostic {
    let message = format!("the file has {} MB: at most 4 are read", text.len() / 1_000_000);
    Diagnostic::new(codes::TOO_LONG, Span::default(), message)
        .help("a scenario is a few kilobytes; is this the right file?")
}
