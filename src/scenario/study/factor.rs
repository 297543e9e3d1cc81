//! One factor: what it changes, over which values.

use super::values::{Level, Shown};
use crate::prior::{Prior, Uniform};
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::{APPLIES, ROLES};
use crate::scenario::number;
use crate::scenario::shape::join;
use crate::scenario::source::Span;
use crate::scenario::tree::{Entry, Node, Table};

/// What is varied.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Factor {
    /// Its name: a column of the results.
    pub name: String,
    /// Its name in words.
    pub title: String,
    /// What it changes.
    pub target: Target,
    /// What becomes of the value that is changed.
    pub apply: Apply,
    /// Over which values.
    pub levels: Levels,
    /// Factors with the same word move together.
    pub zip: Option<String>,
    /// Can somebody choose it?
    pub role: Option<Role>,
    /// Where it stands in the file.
    pub span: Span,
}

/// What a factor changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The values at these paths, all alike.
    Paths(Vec<String>),
    /// Which variant of the scenario is played.
    Variant,
}

/// What becomes of the value that is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apply {
    /// It is replaced.
    Set,
    /// It is multiplied.
    Scale,
    /// Something is added to it.
    Shift,
}

/// The values of a factor.
#[derive(Clone, Debug)]
pub enum Levels {
    /// One after the other; at least one.
    Listed(Vec<Level>),
    /// Anything a distribution gives: the value at share u is its quantile there.
    Drawn(Prior),
    /// Those of the table of cases.
    Tabled,
}

/// The part of a factor in a decision (XLRM: Lempert, Popper & Bankes 2003).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Somebody can choose it.
    Lever,
    /// Nobody knows it.
    Uncertainty,
}

impl Role {
    /// Its word.
    pub fn word(self) -> &'static str {
        ROLES[self as usize]
    }
}

impl Apply {
    const ALL: [Self; 3] = [Self::Set, Self::Scale, Self::Shift];

    /// Its word.
    pub fn word(self) -> &'static str {
        APPLIES[self as usize]
    }

    /// A number as it is written after `--set PATH=`.
    pub fn number(self, number: f64) -> Level {
        let text = match self {
            Self::Set => number.to_string(),
            Self::Scale | Self::Shift => format!("{{ {} = {number} }}", self.word()),
        };
        Level { text, shown: Shown::Number(number) }
    }
}

impl Factor {
    /// A value given by its text: a cell of a table.
    pub fn cell(&self, text: &str) -> Level {
        if self.target == Target::Variant {
            return Level::named(text);
        }
        match (text.parse::<f64>(), text) {
            (Ok(number), _) if number.is_finite() => self.apply.number(number),
            (_, "true" | "false") => {
                Level { text: text.to_owned(), shown: Shown::Flag(text == "true") }
            }
            _ => Level { text: text.to_owned(), shown: Shown::Text(text.to_owned()) },
        }
    }

    /// Reads a factor of the right shape; `tabled` when a table of cases gives the values.
    pub(super) fn read(
        entry: &Entry,
        text: &str,
        tabled: bool,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let table = entry.node.as_table()?;
        let said = |key: &str| table.get(key).and_then(Node::as_text).map(str::to_owned);
        let path = join("factors", &entry.name);
        let word = |key, words: &[&str]| {
            said(key).and_then(|word| words.iter().position(|known| *known == word))
        };
        let apply = word("apply", &APPLIES).map_or(Apply::Set, |index| Apply::ALL[index]);
        let target = match (said("path"), texts(table, "paths")) {
            (Some(path), _) => Target::Paths(vec![path]),
            (None, Some(paths)) => Target::Paths(paths),
            (None, None) => Target::Variant,
        };
        let reader = Reader { table, text, path: &path, span: entry.span, apply };
        let levels = match reader.levels(&target, tabled) {
            Ok(levels) => levels,
            Err(problem) => {
                found.push(*problem);
                return None;
            }
        };
        Some(Self {
            name: entry.name.clone(),
            title: said("title").unwrap_or_else(|| entry.name.clone()),
            target,
            apply,
            levels,
            zip: said("zip"),
            role: word("role", &ROLES).map(|index| [Role::Lever, Role::Uncertainty][index]),
            span: entry.span,
        })
    }
}

/// The number with the fewest decimals that this one is, but for the last bits that sums of numbers of
/// this size lose: 0.3 for 0.30000000000000004.
fn as_written(number: f64, size: f64) -> f64 {
    let lost = 8.0 * f64::EPSILON * size;
    let with = |decimals: usize| format!("{number:.decimals$}").parse::<f64>().unwrap_or(number);
    let shortest = (0..=12).map(with).find(|short| (short - number).abs() <= lost);
    shortest.unwrap_or(number)
}

/// The texts of a list.
fn texts(table: &Table, key: &str) -> Option<Vec<String>> {
    let list = table.get(key)?.as_list()?;
    Some(list.iter().filter_map(Node::as_text).map(str::to_owned).collect())
}

/// What reading the values of one factor needs.
struct Reader<'t> {
    table: &'t Table,
    text: &'t str,
    path: &'t str,
    span: Span,
    apply: Apply,
}

type Problem = Box<Diagnostic>;

impl Reader<'_> {
    fn problem<T>(&self, span: Span, message: String, help: &str) -> Result<T, Problem> {
        Err(Diagnostic::new(codes::FACTOR_VALUES, span, message).help(help).path(self.path).into())
    }

    fn at(&self, key: &str) -> Span {
        self.table.entry(key).map_or(self.span, |entry| entry.span)
    }

    fn levels(&self, target: &Target, tabled: bool) -> Result<Levels, Problem> {
        let sources = ["values", "range", "distribution"];
        let given: Vec<&str> =
            sources.into_iter().filter(|key| self.table.get(key).is_some()).collect();
        if *target == Target::Variant {
            return self.variants(&given, tabled);
        }
        if tabled {
            let superfluous = given.into_iter().chain(["step", "steps"]);
            return match superfluous.into_iter().find(|key| self.table.get(key).is_some()) {
                None => Ok(Levels::Tabled),
                Some(key) => {
                    let path = self.path;
                    let message = format!("`{path}` has `{key}`, but the table gives the values");
                    self.problem(self.at(key), message, "leave it out, or the table")
                }
            };
        }
        let first = match given.as_slice() {
            [first] => *first,
            [] => {
                let message = format!("`{}` has no values", self.path);
                return self.problem(
                    self.span,
                    message,
                    "give it values = […], range = [low, high] or distribution = …",
                );
            }
            [first, second, ..] => {
                let message = format!("`{}` has both `{first}` and `{second}`", self.path);
                return self.problem(self.at(second), message, "keep one of them");
            }
        };
        self.only_with("step", "range", first == "range")?;
        self.only_with("steps", "range or distribution", first != "values")?;
        match first {
            "values" => self.listed(),
            "range" => self.range(),
            _ => self.distribution(),
        }
    }

    fn only_with(&self, key: &str, what: &str, fine: bool) -> Result<(), Problem> {
        if fine || self.table.get(key).is_none() {
            return Ok(());
        }
        let message = format!("`{}` has `{key}`, which goes with {what}", self.path);
        self.problem(self.at(key), message, "leave it out")
    }

    fn variants(&self, given: &[&str], tabled: bool) -> Result<Levels, Problem> {
        let no_number =
            ["apply", "step", "steps"].into_iter().filter(|key| self.table.get(key).is_some());
        if let Some(key) = given.iter().copied().chain(no_number).next() {
            let message = format!("`{}` varies variants and has `{key}`", self.path);
            return self.problem(
                self.at(key),
                message,
                "variants are listed: variants = [\"none\", \"…\"]",
            );
        }
        let names = texts(self.table, "variants").unwrap_or_default();
        let levels = names.iter().map(|name| Level::named(name)).collect();
        Ok(if tabled { Levels::Tabled } else { Levels::Listed(levels) })
    }

    fn listed(&self) -> Result<Levels, Problem> {
        let list = self.table.get("values").and_then(Node::as_list).unwrap_or_default();
        let level = |node: &Node| {
            if self.apply == Apply::Set {
                return Ok(Level::written(node, self.text));
            }
            match node.as_number() {
                Some(number) => self.number(number, node.span),
                None => self.problem(
                    node.span,
                    format!("`{}` is to {} and has {}", self.path, self.apply.word(), node.kind()),
                    "its values have to be single numbers",
                ),
            }
        };
        Ok(Levels::Listed(list.iter().map(level).collect::<Result<_, _>>()?))
    }

    /// A number to be applied: nothing is scaled by less than nothing.
    fn number(&self, number: f64, span: Span) -> Result<Level, Problem> {
        if self.apply == Apply::Scale && number < 0.0 {
            let message = format!("`{}` scales by {number}", self.path);
            return self.problem(span, message, "a scale is 0 or more");
        }
        Ok(self.apply.number(number))
    }

    fn range(&self) -> Result<Levels, Problem> {
        let span = self.at("range");
        let list = self.table.get("range").and_then(Node::as_list).unwrap_or_default();
        let [Some(low), Some(high)] = [list.first(), list.get(1)].map(|n| n?.as_number()) else {
            return self.problem(span, format!("`{}` has no range", self.path), "two numbers");
        };
        if low >= high {
            let message = format!("the range of `{}` goes from {low} to {high}", self.path);
            return self.problem(span, message, "the lower end comes first");
        }
        self.number(low, span)?;
        let steps = self.table.get("steps").and_then(Node::as_number);
        let step = self.table.get("step").and_then(Node::as_number);
        let count = match (steps, step) {
            (None, None) => {
                let uniform = Uniform::new(low, high).map(Prior::Uniform);
                return uniform.map(Levels::Drawn).or_else(|error| {
                    self.problem(span, format!("`{}`: {error}", self.path), "mend the range")
                });
            }
            (Some(_), Some(_)) => {
                let message = format!("`{}` has both `step` and `steps`", self.path);
                return self.problem(self.at("step"), message, "keep one of them");
            }
            (Some(steps), None) => steps - 1.0,
            // A range of 0.3 holds three steps of 0.1, whatever the last bit says.
            (None, Some(step)) => ((high - low) / step + 1e-9).floor(),
        };
        if count >= 100_000.0 {
            let message = format!("`{}` has {count} steps", self.path);
            return self.problem(self.at("step"), message, "at most 100,000: widen the step");
        }
        // Steps are counted from the low end, and the last meets the high end where it falls there.
        let value = |index: usize| {
            let value = match step {
                Some(step) => low + step * index as f64,
                None => low + (high - low) * index as f64 / count,
            };
            let near = (value - high).abs() <= 1e-9 * (high - low);
            if near { high } else { as_written(value, low.abs().max(high.abs())) }
        };
        let levels = (0..=count as usize).map(|index| self.number(value(index), span));
        Ok(Levels::Listed(levels.collect::<Result<_, _>>()?))
    }

    fn distribution(&self) -> Result<Levels, Problem> {
        let span = self.at("distribution");
        let node = self.table.get("distribution");
        let prior = node.map(|node| number::read(node, None, &join(self.path, "distribution")));
        let prior = match prior {
            Some(Ok((prior, _))) => prior,
            Some(Err(mut found)) if !found.is_empty() => return Err(found.swap_remove(0).into()),
            _ => {
                let message = format!("`{}` has no distribution that can be read", self.path);
                return self.problem(span, message, "a number in any form");
            }
        };
        self.number(prior.support().0.max(-1e300), span)?;
        match self.table.get("steps").and_then(Node::as_number) {
            None => Ok(Levels::Drawn(prior)),
            Some(steps) => {
                let value = |index: usize| prior.quantile((index as f64 + 0.5) / steps);
                let levels = (0..steps as usize).map(|index| self.number(value(index), span));
                Ok(Levels::Listed(levels.collect::<Result<_, _>>()?))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load_study;

    /// The values of a factor with these keys, as results show them.
    fn values(keys: &str) -> Vec<String> {
        let text = format!(
            "title = \"t\"\nscenarios = [\"a.toml\"]\n[factors.x]\npath = \"a.b\"\n{keys}\n"
        );
        let file = load_study("s.toml", &text).unwrap();
        let Levels::Listed(levels) = &file.factors[0].levels else { panic!("listed") };
        levels.iter().map(|level| level.text.clone()).collect()
    }

    #[test]
    fn steps_are_counted_and_meet_the_end() {
        let ends = |keys: &str| {
            let values = values(keys);
            (values.len(), values.last().cloned().unwrap())
        };
        assert_eq!(ends("range = [0.09, 1]\nstep = 0.07"), (14, "1".to_owned()));
        assert_eq!(
            values("range = [0.2, 0.3]\nstep = 0.025"),
            ["0.2", "0.225", "0.25", "0.275", "0.3"]
        );
        assert_eq!(ends("range = [0, 1]\nstep = 0.1"), (11, "1".to_owned()));
        assert_eq!(ends("range = [0, 1]\nstep = 0.3"), (4, "0.9".to_owned()));
        assert_eq!(values("range = [0.1, 0.7]\nsteps = 3"), ["0.1", "0.4", "0.7"]);
        assert_eq!(values("range = [0, 1]\nsteps = 4")[1], "0.3333333333333333");
        assert_eq!(values("range = [-0.3, 0.3]\nsteps = 3")[1], "0");
        assert_eq!(ends("range = [1e-7, 9e-7]\nstep = 1e-7"), (9, "0.0000009".to_owned()));
    }

    #[test]
    fn every_step_is_as_its_author_would_write_it() {
        for step in ["0.01", "0.025", "0.07", "0.1", "0.125"] {
            for value in values(&format!("range = [0, 1]\nstep = {step}")) {
                assert!(value.len() <= 5, "{step}: {value}");
            }
        }
    }
}
