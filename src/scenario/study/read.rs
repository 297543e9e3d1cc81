//! From the text of a study's file to a [`StudyFile`], or to everything that is wrong with it.

use std::collections::BTreeMap;

use super::factor::{Factor, Levels, Role};
use super::{DesignChoice, Placed, Play, Sampling, StudyFile};
use crate::scenario::codes;
use crate::scenario::diagnostic::{Diagnostic, Report};
use crate::scenario::keys::STUDY;
use crate::scenario::load::{LARGEST_TEXT, Rejected};
use crate::scenario::reserved;
use crate::scenario::shape;
use crate::scenario::source::{Source, Span};
use crate::scenario::tree::{self, Node, Table};

/// Reads a study from the text of its file; `name` is what messages call it.
///
/// # Errors
/// Every error that shows without its scenarios, with their places.
pub fn load_study(name: &str, text: &str) -> Result<StudyFile, Rejected> {
    let source = Source::new(name, text);
    read(text, &source).map_err(|found| Rejected { report: Report::new(vec![source], found) })
}

fn read(text: &str, source: &Source) -> Result<StudyFile, Vec<Diagnostic>> {
    if text.len() > LARGEST_TEXT {
        let message = format!("the file has {} MB: at most 4 are read", text.len() / 1_000_000);
        let found = Diagnostic::new(codes::TOO_LONG, Span::default(), message);
        return Err(vec![found.help("put the cases into a table: design.table = \"cases.csv\"")]);
    }
    let (tree, mut found) = tree::document(text);
    if found.is_empty() {
        found = shape::check_as(&tree, &STUDY);
    }
    if !found.is_empty() {
        return Err(found);
    }
    let design = design(&tree, &mut found);
    let tabled = matches!(design.value, DesignChoice::Table(_));
    let entries = tree.get("factors").and_then(Node::as_table).map_or(&[][..], |t| &t.entries);
    let factors: Vec<Factor> =
        entries.iter().filter_map(|entry| Factor::read(entry, text, tabled, &mut found)).collect();
    if factors.is_empty() && found.is_empty() && design.value != DesignChoice::Grid {
        let message = "this design varies nothing: the study has no factors";
        let problem = Diagnostic::new(codes::FACTOR_DESIGN, design.span, message).path("design");
        found
            .push(problem.help(
                "name what is varied, or leave the design out: each scenario is played once",
            ));
    }
    for factor in &factors {
        taken(factor, &factors, &mut found);
        fits(factor, &design.value, &mut found);
    }
    together(&factors, &design.value, &mut found);
    let scenarios = placed(&tree, "scenarios").unwrap_or_default();
    twice(&scenarios, "scenarios", &mut found);
    let outputs = placed(&tree, "outputs");
    twice(outputs.as_deref().unwrap_or_default(), "outputs", &mut found);
    let play = play(&tree, text, &mut found);
    if !found.is_empty() {
        return Err(found);
    }
    let title = tree.get("title").and_then(Node::as_text).unwrap_or_default().to_owned();
    Ok(StudyFile { title, scenarios, factors, design, play, outputs, source: source.clone() })
}

fn design(tree: &Table, found: &mut Vec<Diagnostic>) -> Placed<DesignChoice> {
    let Some(entry) = tree.entry("design") else {
        return Placed { value: DesignChoice::Grid, span: Span::default() };
    };
    let span = entry.span;
    let key = |name: &str| entry.node.as_table().and_then(|table| table.entry(name));
    let points = key("points").and_then(|entry| entry.node.as_number());
    let table = key("table").and_then(|entry| entry.node.as_text());
    let kind = key("kind").and_then(|entry| entry.node.as_text()).unwrap_or_default();
    let mut misplaced = |name: &str, kinds: &str| {
        let at = key(name).map_or(span, |entry| entry.span);
        let message = format!("`design.{name}` goes with {kinds}, and the design is `{kind}`");
        let problem = Diagnostic::new(codes::DESIGN_KEY, at, message).help("leave it out");
        found.push(problem.path("design"));
    };
    let sampling = match kind {
        "latin-hypercube" => Some(Sampling::LatinHypercube),
        "sobol" => Some(Sampling::Sobol),
        "random" => Some(Sampling::Random),
        _ => None,
    };
    if table.is_some() && kind != "list" {
        misplaced("table", "`list`");
    }
    if points.is_some() && sampling.is_none() {
        misplaced("points", "`latin-hypercube`, `sobol` and `random`");
    }
    let value = match (kind, sampling, table) {
        (_, Some(sampling), _) => {
            if points.is_none() {
                found.push(
                    Diagnostic::new(codes::DESIGN_KEY, span, format!("`{kind}` needs `points`"))
                        .help("say how many points are drawn: points = 64")
                        .path("design"),
                );
            }
            DesignChoice::Sample(sampling, points.unwrap_or(1.0) as u64)
        }
        ("list", None, Some(table)) => DesignChoice::Table(table.to_owned()),
        ("list", None, None) => DesignChoice::List,
        _ => DesignChoice::Grid,
    };
    Placed { value, span }
}

fn play(tree: &Table, text: &str, found: &mut Vec<Diagnostic>) -> Play {
    let node = |name: &str| tree.get("play")?.as_table()?.get(name);
    let number = |name: &str| node(name)?.as_number();
    let whole = |name: &str| number(name).map(|number| number as u64);
    let seed = node("seed").map(|node| {
        seed(node, text).unwrap_or_else(|refused| {
            found.push(*refused);
            0
        })
    });
    Play {
        seed: seed.unwrap_or(42),
        worlds: whole("worlds"),
        histories: whole("histories").unwrap_or(25),
        precision: number("precision"),
        replications: whole("replications").unwrap_or(1),
        chunk: whole("chunk"),
    }
}

/// A seed with every digit that is written: `--seed` takes the same.
fn seed(node: &Node, text: &str) -> Result<u64, Box<Diagnostic>> {
    let written = text.get(node.span.start..node.span.end).unwrap_or_default();
    let digits = written.trim_matches(['"', '\'']).replace('_', "");
    digits.trim_start_matches('+').parse().map_err(|_| {
        let message = format!(
            "`play.seed` is {digits}: it must be a whole number from 0 to {}",
            u64::MAX
        );
        let found = Diagnostic::new(codes::OUT_OF_BOUNDS, node.span, message).path("play.seed");
        found.help("zopa run --seed takes the same; TOML wants one above 9223372036854775807 in quotes").into()
    })
}

fn placed(tree: &Table, key: &str) -> Option<Vec<Placed<String>>> {
    let list = tree.get(key)?.as_list()?;
    let text = |node: &Node| Some(Placed { value: node.as_text()?.to_owned(), span: node.span });
    Some(list.iter().filter_map(text).collect())
}

fn twice(list: &[Placed<String>], path: &str, found: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    for item in list {
        if let Some(before) = first.insert(&item.value, item.span) {
            let message = format!("`{}` is named twice", item.value);
            let problem = Diagnostic::new(codes::NAMED_TWICE, item.span, message);
            found.push(problem.also(before, "here too").path(path));
        }
    }
}

fn taken(factor: &Factor, factors: &[Factor], found: &mut Vec<Diagnostic>) {
    if let Some(why) = reserved::taken(&factor.name) {
        let names: Vec<&str> = factors.iter().map(|factor| factor.name.as_str()).collect();
        let message = format!("a factor cannot be called `{}`", factor.name);
        found.push(
            Diagnostic::new(codes::TAKEN_NAME, factor.span, message)
                .label(why)
                .help(reserved::help(&factor.name, "varied", &names))
                .path(format!("factors.{}", factor.name)),
        );
    }
}

fn misfit(factor: &Factor, message: String, help: &str) -> Diagnostic {
    Diagnostic::new(codes::FACTOR_DESIGN, factor.span, message)
        .help(help)
        .path(format!("factors.{}", factor.name))
}

/// Does the design know what to do with this factor?
fn fits(factor: &Factor, design: &DesignChoice, found: &mut Vec<Diagnostic>) {
    let name = &factor.name;
    match (design, &factor.levels) {
        (DesignChoice::Grid | DesignChoice::List, Levels::Drawn(_)) => found.push(misfit(
            factor,
            format!("`{name}` can be anything in a range, and this design lists values"),
            "say how many with steps = 5, or draw a sample: design.kind = \"latin-hypercube\"",
        )),
        (DesignChoice::Sample(..), Levels::Drawn(_)) if factor.role == Some(Role::Lever) => {
            found.push(misfit(
                factor,
                format!(
                    "the lever `{name}` meets every point of the sample, so its values are listed"
                ),
                "give it values = […], or steps",
            ));
        }
        (DesignChoice::List | DesignChoice::Table(_), _) if factor.zip.is_some() => {
            found.push(misfit(
                factor,
                format!("`{name}` has `zip`, but in a list all factors move together already"),
                "leave it out",
            ));
        }
        _ => {}
    }
}

/// Factors that move together have equally many values and the same role.
fn together(factors: &[Factor], design: &DesignChoice, found: &mut Vec<Diagnostic>) {
    let all_move = *design == DesignChoice::List;
    let mut first: BTreeMap<&str, &Factor> = BTreeMap::new();
    for factor in factors {
        let group = if all_move { Some("the list") } else { factor.zip.as_deref() };
        let Some(group) = group else { continue };
        let leader = *first.entry(group).or_insert(factor);
        let sampled = matches!(design, DesignChoice::Sample(..));
        if sampled && leader.role != factor.role {
            found.push(
                misfit(
                    factor,
                    format!("`{}` moves with `{}` but has another role", factor.name, leader.name),
                    "factors that move together are all levers, or none is",
                )
                .also(leader.span, "this one"),
            );
        } else if let (Levels::Listed(own), Levels::Listed(others)) =
            (&factor.levels, &leader.levels)
            && own.len() != others.len()
        {
            found.push(
                misfit(
                    factor,
                    format!(
                        "`{}` has {} values, but `{}`, which moves with it, has {}",
                        factor.name,
                        own.len(),
                        leader.name,
                        others.len()
                    ),
                    "factors that move together have equally many values",
                )
                .also(leader.span, "this one"),
            );
        }
    }
}
