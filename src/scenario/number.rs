//! One number of the file, in any of its forms: first its shape, then the prior it stands for.

use super::codes;
use super::diagnostic::Diagnostic;
use super::duration;
use super::keys::{Bounds, FORMS, Kind, LARGEST, SOURCED, Table};
use super::mismatch::wrong_kind;
use super::resolve::shown;
use super::tree::{self, Node, Value};
use crate::model::{Certainty, Provenance};
use crate::prior::{Beta, Choice, Normal, Pert, Prior, PriorError, Triangular, Uniform};

/// What every form looks like, for help.
const FORMS_HELP: &str = "a number is 0.4, or [low, most likely, high], or a table such as { uniform = [0, 1] } or { value = 0.4, source = \"…\" }";

/// Refuses what is no number: NaN and infinities, and numbers so large that sums overflow.
pub(crate) fn finite(node: &Node, path: &str) -> Option<Diagnostic> {
    let number = node.as_number()?;
    if number.is_finite() && number.abs() <= LARGEST {
        return None;
    }
    let message = if number.is_nan() {
        format!("`{path}` is `nan`, which is not a number")
    } else if number.is_infinite() {
        format!("`{path}` is infinite")
    } else {
        format!("`{path}` is too large to reckon with")
    };
    Some(
        Diagnostic::new(codes::NOT_FINITE, node.span, message)
            .label("numbers are between -1e12 and 1e12")
            .path(path),
    )
}

/// What is wrong with a single number: it is none, or out of bounds.
pub(crate) fn within(node: &Node, bounds: Bounds, path: &str) -> Option<Diagnostic> {
    if let Some(found) = finite(node, path) {
        return Some(found);
    }
    let number = node.as_number().filter(|number| !bounds.hold(*number, *number))?;
    let message = format!("`{path}` must be {}, not {}", bounds.rule(), shown(number));
    let found = Diagnostic::new(codes::OUT_OF_BOUNDS, node.span, message).path(path);
    Some(match percent(number, bounds) {
        Some(help) => found.help(help),
        None => found,
    })
}

/// What to write for a percentage where a part of 1 belongs.
pub(crate) fn percent(number: f64, bounds: Bounds) -> Option<String> {
    let is_share = bounds.min >= 0.0 && bounds.max <= 1.0;
    // A little above 1 is more often a slip than a percentage.
    let least = if bounds.max < 1.0 { 1.0 } else { 2.0 };
    (is_share && (least..=100.0).contains(&number)).then(|| {
        format!(
            "a share is written as a part of 1: {} % is {}",
            shown(number),
            shown(number / 100.0)
        )
    })
}

/// A list of so many plain numbers.
pub(crate) fn plains(
    node: &Node,
    list: &[Node],
    (min, max): (usize, usize),
    path: &str,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for item in list {
        match item.value {
            Value::Number(_) => found.extend(finite(item, path)),
            _ => found.push(wrong_kind(item, Kind::Plain(Bounds::ANY), path)),
        }
    }
    if list.len() < min || list.len() > max {
        let wanted =
            if min == max { format!("{min} numbers") } else { format!("{min} to {max} numbers") };
        found.push(
            Diagnostic::new(
                codes::WRONG_COUNT,
                node.span,
                format!("`{path}` takes a list of {wanted}, not {}", list.len()),
            )
            .label(format!("{} here", list.len()))
            .path(path),
        );
    }
    found
}

/// The form of a number that is written as a table: the first key of a form tells.
pub(crate) fn form(node: &Node, kind: Kind) -> Option<(&tree::Table, &'static Table)> {
    let table = node.as_table()?;
    let inside = matches!(kind, Kind::Unsourced);
    // `value` and `source` first: its other keys never name a form.
    FORMS
        .iter()
        .rev()
        .filter(|form| !(inside && std::ptr::eq(**form, &raw const SOURCED)))
        .find(|form| form.keys.first().is_some_and(|key| table.get(key.name).is_some()))
        .map(|form| (table, *form))
}

/// What is wrong with the shape of a number that is no table of a known form.
pub(crate) fn shape(node: &Node, kind: Kind, path: &str) -> Vec<Diagnostic> {
    match &node.value {
        Value::Number(_) => finite(node, path).into_iter().collect(),
        Value::List(list) => {
            let mut found = plains(node, list, (3, 3), path);
            for problem in found.iter_mut().filter(|found| found.code == codes::WRONG_COUNT) {
                problem.help = Some(match list.len() {
                    2 => "for an interval write { uniform = [low, high] }".to_owned(),
                    6 if list.iter().all(|item| item.as_number().is_some_and(is_digits)) => {
                        let numbers: Vec<f64> = list.iter().filter_map(Node::as_number).collect();
                        let decimals =
                            numbers.chunks(2).map(|pair| format!("{}.{}", pair[0], pair[1]));
                        let decimals: Vec<String> = decimals.collect();
                        format!("decimals stand behind a point: write [{}]", decimals.join(", "))
                    }
                    _ => FORMS_HELP.to_owned(),
                });
            }
            found
        }
        Value::Rescaled { .. } => Vec::new(),
        Value::Table(table) => {
            let inside = matches!(kind, Kind::Unsourced);
            let message = if inside && node.as_table().is_some_and(|t| t.get("value").is_some()) {
                format!("`{path}` has a source inside a source")
            } else {
                format!("`{path}` is a table that is no form of number")
            };
            if let Some(found) = unknown_form(node, table, path) {
                return vec![found];
            }
            vec![
                Diagnostic::new(codes::WRONG_KIND, node.span, message)
                    .label(format!("expected one of {}", names_of_forms()))
                    .help(FORMS_HELP)
                    .path(path),
            ]
        }
        _ => vec![wrong_kind(node, kind, path)],
    }
}

/// Whole and not negative: what a decimal comma leaves of a number.
fn is_digits(number: f64) -> bool {
    number >= 0.0 && number.fract() == 0.0
}

/// Other programs' distributions, and what comes nearest to each.
const ELSEWHERE: [(&str, &str); 8] = [
    ("lognormal", "{ pert = [low, most likely, high] }, whose long side is the high one"),
    ("gamma", "{ pert = [low, most likely, high] }"),
    ("exponential", "{ triangular = [0, 0, high] }"),
    ("gaussian", "{ normal = [mean, standard deviation] }"),
    ("norm", "{ normal = [mean, standard deviation] }"),
    ("discrete", "{ choice = [1, 2, 3], weights = [0.2, 0.5, 0.3] }"),
    ("poisson", "{ choice = [0, 1, 2], weights = [0.4, 0.4, 0.2] }"),
    ("constant", "the number alone, 0.4"),
];

/// A table that was meant as a distribution: it holds a list of numbers, or a name that other programs
/// have.
pub(crate) fn unknown_form(node: &Node, table: &tree::Table, path: &str) -> Option<Diagnostic> {
    let entry = table.entries.first()?;
    let known = ELSEWHERE.iter().find(|(name, _)| *name == entry.name);
    let is_list = |node: &Node| {
        node.as_list()
            .is_some_and(|list| !list.is_empty() && list.iter().all(|n| n.as_number().is_some()))
    };
    if known.is_none() && !is_list(&entry.node) {
        return None;
    }
    let names: Vec<&str> = FORMS.iter().filter_map(|form| Some(form.keys.first()?.name)).collect();
    let help = match (known, super::suggest::nearest(&entry.name, names.iter().copied())) {
        (Some((_, nearest)), _) => format!("nearest to it is {nearest}"),
        (None, Some(near)) => format!("did you mean `{near}`?"),
        (None, None) => FORMS_HELP.to_owned(),
    };
    let message = format!("`{}` is no form of a number", entry.name);
    Some(
        Diagnostic::new(codes::WRONG_KIND, node.span, message)
            .label(format!("expected one of {}", names_of_forms()))
            .help(help)
            .path(path),
    )
}

fn names_of_forms() -> String {
    let names: Vec<&str> = FORMS.iter().filter_map(|form| Some(form.keys.first()?.name)).collect();
    super::suggest::any_of(&names)
}

/// The prior and the provenance of a number; the list is empty when its shape was refused already.
pub(crate) fn read(
    node: &Node,
    default: Option<&Prior>,
    path: &str,
) -> Result<(Prior, Provenance), Vec<Diagnostic>> {
    let mut provenance = Provenance { stated: true, ..Provenance::default() };
    let mut inner = node;
    if let Some(table) = node.as_table()
        && let Some(value) = table.get("value")
    {
        provenance.source = table.get("source").and_then(Node::as_text).map(str::to_owned);
        let word = table.get("certainty").and_then(Node::as_text);
        provenance.certainty =
            Certainty::ALL.into_iter().find(|certainty| Some(certainty.word()) == word);
        provenance.date = table.get("date").and_then(|date| match date.value {
            Value::Date(date) => Some(date),
            _ => None,
        });
        inner = value;
    }
    if let Value::Rescaled { base, scale, shift, .. } = &inner.value {
        let (prior, provenance) = match (base, default) {
            (Some(base), _) => read(base, default, path)?,
            (None, Some(default)) => (default.clone(), provenance),
            (None, None) => return Err(vec![nothing_to_change(node, path)]),
        };
        return Ok((prior.affine(*scale, *shift), provenance));
    }
    if let Some(text) = inner.as_text() {
        // A length of time, where the first pass let one through.
        let months = duration::months(text).map_err(|_| Vec::new())?;
        return Ok((Prior::Constant(months), provenance));
    }
    Ok((prior(inner, path)?, provenance))
}

fn nothing_to_change(node: &Node, path: &str) -> Diagnostic {
    Diagnostic::new(
        codes::BAD_CHANGE,
        node.span,
        format!(
            "`{path}` is not in the file and has no default, so there is nothing to scale or shift"
        ),
    )
    .help("set it to a number")
    .path(path)
}

fn prior(node: &Node, path: &str) -> Result<Prior, Vec<Diagnostic>> {
    match &node.value {
        Value::Number(number) if number.is_finite() && number.abs() <= LARGEST => {
            Ok(Prior::Constant(*number))
        }
        Value::List(list) => ordered(node, "triangular", list, path),
        Value::Table(table) => {
            let (_, form) = form(node, Kind::Unsourced).ok_or_else(Vec::new)?;
            let name = form.keys.first().map_or("", |key| key.name);
            let list = table.get(name).and_then(Node::as_list).ok_or_else(Vec::new)?;
            match name {
                "normal" => normal(node, table, list, path),
                "beta" => beta(node, table, list, path),
                "choice" => choice(node, table, list, path),
                _ => ordered(node, name, list, path),
            }
        }
        _ => Err(Vec::new()),
    }
}

fn numbers<const N: usize>(list: &[Node]) -> Result<[f64; N], Vec<Diagnostic>> {
    let mut numbers = [0.0; N];
    if list.len() != N {
        return Err(Vec::new());
    }
    for (slot, item) in numbers.iter_mut().zip(list) {
        *slot = usable(item).ok_or_else(Vec::new)?;
    }
    Ok(numbers)
}

fn usable(node: &Node) -> Option<f64> {
    node.as_number().filter(|number| number.is_finite() && number.abs() <= LARGEST)
}

/// Uniform, triangular and PERT: the numbers stand in ascending order.
fn ordered(node: &Node, form: &str, list: &[Node], path: &str) -> Result<Prior, Vec<Diagnostic>> {
    let (low, mode, high) = if form == "uniform" {
        let [low, high] = numbers(list)?;
        (low, low, high)
    } else {
        let [low, mode, high] = numbers(list)?;
        (low, mode, high)
    };
    if !(low <= mode && mode <= high) {
        return Err(vec![out_of_order(node, form, [low, mode, high], path)]);
    }
    if low >= high {
        return Ok(Prior::Constant(low));
    }
    match form {
        "uniform" => Uniform::new(low, high).map(Prior::Uniform),
        "pert" => Pert::new(low, mode, high).map(Prior::Pert),
        _ => Triangular::new(low, mode, high).map(Prior::Triangular),
    }
    .map_err(|error| vec![refused(node, &error, path)])
}

fn out_of_order(node: &Node, form: &str, given: [f64; 3], path: &str) -> Diagnostic {
    let mut sorted = given;
    sorted.sort_by(f64::total_cmp);
    let [low, mode, high] = sorted;
    let (order, mend) = if form == "uniform" {
        ("low, high", format!("[{low}, {high}]"))
    } else {
        ("low, most likely, high", format!("[{low}, {mode}, {high}]"))
    };
    Diagnostic::new(
        codes::OUT_OF_ORDER,
        node.span,
        format!("the numbers of `{path}` are not in ascending order"),
    )
    .label(format!("the order is {order}"))
    .help(format!("did you mean {mend}?"))
    .path(path)
}

fn bad(node: &Node, message: String, help: &str, path: &str) -> Vec<Diagnostic> {
    vec![Diagnostic::new(codes::BAD_PRIOR, node.span, message).help(help).path(path)]
}

fn refused(node: &Node, error: &PriorError, path: &str) -> Diagnostic {
    Diagnostic::new(codes::BAD_PRIOR, node.span, format!("`{path}` cannot be used: {error}"))
        .path(path)
}

fn normal(
    node: &Node,
    table: &tree::Table,
    list: &[Node],
    path: &str,
) -> Result<Prior, Vec<Diagnostic>> {
    let [mean, sd] = numbers(list)?;
    if sd <= 0.0 {
        let message = format!("the standard deviation of `{path}` is {sd}: it must be above 0");
        return Err(bad(node, message, "for a number that is known, write it alone", path));
    }
    let (min, max) = ends(table, f64::NEG_INFINITY, f64::INFINITY)?;
    if min >= max {
        return Err(vec![min_above_max(node, min, max, path)]);
    }
    Normal::new(mean, sd, min, max)
        .map(Prior::Normal)
        .map_err(|error| vec![refused(node, &error, path)])
}

fn beta(
    node: &Node,
    table: &tree::Table,
    list: &[Node],
    path: &str,
) -> Result<Prior, Vec<Diagnostic>> {
    let [a, b] = numbers(list)?;
    if a <= 0.0 || b <= 0.0 {
        let message = format!("the shapes of `{path}` are {a} and {b}: both must be above 0");
        return Err(bad(
            node,
            message,
            "shapes [2, 2] are a hill, [1, 1] is uniform, [2, 5] leans low",
            path,
        ));
    }
    let (min, max) = ends(table, 0.0, 1.0)?;
    if min >= max {
        return Err(vec![min_above_max(node, min, max, path)]);
    }
    Beta::new(a, b, min, max).map(Prior::Beta).map_err(|error| vec![refused(node, &error, path)])
}

/// `min` and `max` of a table, or what stands for them.
fn ends(table: &tree::Table, min: f64, max: f64) -> Result<(f64, f64), Vec<Diagnostic>> {
    let end = |name: &str, default: f64| match table.get(name) {
        None => Ok(default),
        Some(node) => usable(node).ok_or_else(Vec::new),
    };
    Ok((end("min", min)?, end("max", max)?))
}

fn min_above_max(node: &Node, min: f64, max: f64, path: &str) -> Diagnostic {
    Diagnostic::new(
        codes::OUT_OF_ORDER,
        node.span,
        format!("the `min` of `{path}` is {min}, which is not below its `max` of {max}"),
    )
    .path(path)
}

fn choice(
    node: &Node,
    table: &tree::Table,
    list: &[Node],
    path: &str,
) -> Result<Prior, Vec<Diagnostic>> {
    let read = |list: &[Node]| list.iter().map(usable).collect::<Option<Vec<f64>>>();
    let values = read(list).filter(|values| !values.is_empty()).ok_or_else(Vec::new)?;
    let weights = match table.get("weights") {
        None => vec![1.0; values.len()],
        Some(weights) => weights.as_list().and_then(read).ok_or_else(Vec::new)?,
    };
    if weights.len() != values.len() {
        let message = format!("`{path}` has {} values but {} weights", values.len(), weights.len());
        return Err(bad(node, message, "give each value a weight, or leave the weights out", path));
    }
    if weights.iter().any(|weight| *weight < 0.0) || weights.iter().all(|weight| *weight == 0.0) {
        let message = format!("the weights of `{path}` must be 0 or more, and not all 0");
        return Err(bad(
            node,
            message,
            "a weight of 3 is three times as likely as a weight of 1",
            path,
        ));
    }
    Choice::new(&values, &weights)
        .map(Prior::Choice)
        .map_err(|error| vec![refused(node, &error, path)])
}
