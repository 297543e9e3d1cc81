//! Issues with options, and what parties make of them.

use super::fields::Rule;
use super::{Fields, Resolver};
use crate::model::{Anchor, Input, InputId, Issue, IssueEffect, Preference, Provenance, Scale};
use crate::prior::Prior;
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::SCORE;
use crate::scenario::source::Span;
use crate::scenario::suggest;
use crate::scenario::tree::Node;

/// At most so many characters a name.
const LONGEST: usize = 64;
/// Keys of an issue that only a scale has.
const OF_SCALES: [&str; 4] = ["scale", "effect", "draft_shift", "points"];

/// May this be the name of an option?
fn is_option(text: &str) -> bool {
    text.trim() == text
        && !text.is_empty()
        && text.chars().count() <= LONGEST
        && !text.chars().any(char::is_control)
}

impl Resolver<'_> {
    /// An issue with options; its scale is the numbers of the options, its anchors their names.
    pub(super) fn issue_with_options(&mut self, id: &str, fields: &Fields<'_>) -> Issue {
        for key in OF_SCALES.into_iter().filter(|key| fields.has(key)) {
            self.push(
                Diagnostic::new(
                    codes::MIXED_ISSUE,
                    fields.span_of(key),
                    format!("the issue `{id}` has options, and `{key}` is for scales"),
                )
                .help(format!("drop `{key}`, or write the issue as a scale with `anchors`"))
                .path(fields.path_of(key)),
            );
        }
        let options = self.options(fields);
        let mut issue = Issue {
            id: id.to_owned(),
            title: fields.text("title").unwrap_or(id).to_owned(),
            scale: Scale { low: 0.0, high: (options.len().max(2) - 1) as f64 },
            anchors: options
                .iter()
                .enumerate()
                .map(|(at, text)| Anchor { at: at as f64, text: text.clone() })
                .collect(),
            options,
            points: 0,
            effect: IssueEffect::None,
            status_quo: None,
            draft_shift: None,
        };
        if let Some(node) = fields.node("status_quo") {
            issue.status_quo = self.place(node, fields.path_of("status_quo"), fields.span, &issue);
        }
        issue
    }

    fn options(&mut self, fields: &Fields<'_>) -> Vec<String> {
        let path = fields.path_of("options");
        let mut options: Vec<(String, Span)> = Vec::new();
        for node in fields.list("options") {
            let Some(text) = node.as_text() else { continue };
            if !is_option(text) {
                self.push(
                    Diagnostic::new(
                        codes::BAD_NAME,
                        node.span,
                        format!("`{text}` cannot be an option"),
                    )
                    .label("an option is a text of one line")
                    .help(format!("use 1 to {LONGEST} characters, without blanks at the ends"))
                    .path(path.clone()),
                );
            } else if let Some((_, first)) = options.iter().find(|(known, _)| known == text) {
                let first = *first;
                self.push(
                    Diagnostic::new(
                        codes::SAME_NAME,
                        node.span,
                        format!("the option `{text}` stands twice"),
                    )
                    .label("the second")
                    .also(first, "the first")
                    .help("name every option once")
                    .path(path.clone()),
                );
            } else {
                options.push((text.to_owned(), node.span));
            }
        }
        let count = fields.list("options").len();
        if fields.has("options") && count < 2 {
            self.push(
                Diagnostic::new(
                    codes::EMPTY,
                    fields.span_of("options"),
                    format!(
                        "`{path}` holds {count} option{}: 2 or more are needed",
                        if count == 1 { "" } else { "s" }
                    ),
                )
                .help("with nothing to choose from there is nothing to negotiate")
                .path(path),
            );
        }
        options.into_iter().map(|(text, _)| text).collect()
    }

    /// A position on a scale, or the name of an option as its number.
    pub(super) fn place(
        &mut self,
        node: &Node,
        path: String,
        owner: Span,
        issue: &Issue,
    ) -> Option<InputId> {
        match (issue.has_options(), node.as_text()) {
            (true, Some(name)) => {
                let option = self.option(name, node.span, &path, issue)?;
                Some(self.constant(path, option as f64, node.span))
            }
            (false, None) => Some(self.input(Some(node), path, owner, &Rule::on(issue.scale))),
            (true, None) => {
                self.push(
                    Diagnostic::new(
                        codes::POSITION_MISFIT,
                        node.span,
                        format!("`{}` is settled by an option, not by a number", issue.id),
                    )
                    .label(format!("expected {}", any_option(issue)))
                    .path(path),
                );
                None
            }
            // An issue that is neither a scale nor a choice has been reported.
            (false, Some(_)) if issue.anchors.is_empty() => None,
            (false, Some(name)) => {
                self.push(
                    Diagnostic::new(
                        codes::POSITION_MISFIT,
                        node.span,
                        format!("`{}` is a scale, and `{name}` is no position on it", issue.id),
                    )
                    .label(format!("a number from {} to {}", issue.scale.low, issue.scale.high))
                    .path(path),
                );
                None
            }
        }
    }

    /// The number of an option, or an error with a suggestion.
    fn option(&mut self, name: &str, span: Span, path: &str, issue: &Issue) -> Option<usize> {
        let known = issue.options.iter().position(|option| option == name);
        // Of an issue whose options are wrong themselves no more is said.
        if known.is_none() && issue.options.len() > 1 {
            let names: Vec<&str> = issue.options.iter().map(String::as_str).collect();
            self.push(
                Diagnostic::new(
                    codes::UNKNOWN_OPTION,
                    span,
                    format!("`{name}` is not an option of the issue `{}`", issue.id),
                )
                .label("unknown option")
                .help(suggest::help(name, &names, "options"))
                .path(path),
            );
        }
        known
    }

    /// A number that the file is sure of.
    fn constant(&mut self, path: String, value: f64, span: Span) -> InputId {
        self.spans.push(span);
        self.inputs.push(Input::new(path, Prior::Constant(value), Provenance::default()));
        InputId::new(self.inputs.len() - 1)
    }

    /// What a party makes of the options of an issue.
    pub(super) fn preference(&mut self, fields: &Fields<'_>, issue: &Issue) -> Option<Preference> {
        for key in ["ideal", "red_line"].into_iter().filter(|key| fields.has(key)) {
            self.push(
                Diagnostic::new(
                    codes::POSITION_MISFIT,
                    fields.span_of(key),
                    format!("`{}` has options, and `{key}` is for scales", issue.id),
                )
                .help(
                    "write `scores`, one for every option, and `refuses` for those it never signs",
                )
                .path(fields.path_of(key)),
            );
        }
        let scores = self.scores(fields, issue)?;
        let refused = self.refused(fields, issue);
        let default = (!self.uses.limits).then_some(Prior::Constant(0.0));
        let rule = Rule { default, ..Rule::within(SCORE) };
        let mut score =
            |name: &str| self.input(fields.node(name), fields.path_of(name), fields.span, &rule);
        let opening = fields.has("opening").then(|| score("opening"));
        let limit = score("limit");
        Some(Preference {
            scores,
            salience: self.number(fields, "salience"),
            opening,
            limit,
            refused,
        })
    }

    fn scores(&mut self, fields: &Fields<'_>, issue: &Issue) -> Option<Vec<InputId>> {
        let table = fields.table_of("scores")?;
        let path = fields.path_of("scores");
        let mut scores: Vec<Option<InputId>> = vec![None; issue.options.len()];
        for entry in &table.entries {
            let here = crate::scenario::shape::join_name(&path, &entry.name);
            let Some(option) = self.option(&entry.name, entry.span, &here, issue) else { continue };
            scores[option] =
                Some(self.input(Some(&entry.node), here, fields.span, &Rule::within(SCORE)));
        }
        let missing: Vec<String> = issue
            .options
            .iter()
            .zip(&scores)
            .filter(|(_, score)| score.is_none())
            .map(|(option, _)| format!("`{option}`"))
            .collect();
        // A misspelt option has been reported; what is missing is most likely that one.
        let misspelt = table.entries.iter().any(|entry| !issue.options.contains(&entry.name));
        if !missing.is_empty() && !misspelt && issue.options.len() > 1 {
            self.push(
                Diagnostic::new(
                    codes::NO_SCORE,
                    fields.span_of("scores"),
                    format!("`{path}` leaves out {}", missing.join(", ")),
                )
                .label("every option has a score")
                .help("0 is worthless to the party, 100 all it could want of the issue")
                .path(path),
            );
        }
        scores.into_iter().collect()
    }

    fn refused(&mut self, fields: &Fields<'_>, issue: &Issue) -> Vec<bool> {
        let mut refused = vec![false; issue.options.len()];
        let path = fields.path_of("refuses");
        for node in fields.list("refuses") {
            let Some(name) = node.as_text() else { continue };
            if let Some(option) = self.option(name, node.span, &path, issue) {
                refused[option] = true;
            }
        }
        if refused.len() > 1 && refused.iter().all(|refused| *refused) {
            self.push(
                Diagnostic::new(
                    codes::REFUSES_ALL,
                    fields.span_of("refuses"),
                    format!("`{path}` refuses every option"),
                )
                .label("nothing is left to sign")
                .help("name only the options it would never sign")
                .path(path),
            );
        }
        refused
    }

    /// A position that is written for options, on a scale.
    pub(super) fn misfit(&mut self, fields: &Fields<'_>, issue: &Issue) {
        let is_scale = !issue.anchors.is_empty();
        for key in ["scores", "refuses"].into_iter().filter(|key| is_scale && fields.has(key)) {
            self.push(
                Diagnostic::new(
                    codes::POSITION_MISFIT,
                    fields.span_of(key),
                    format!("`{}` is a scale, and `{key}` is for issues with options", issue.id),
                )
                .help("write `ideal` and `limit` as positions on the scale, and a `red_line` if there is one")
                .path(fields.path_of(key)),
            );
        }
    }

    /// All combinations of options must be few enough to be enumerated.
    pub(super) fn check_outcomes(&mut self, root: &Fields<'_>, issues: &[Issue]) {
        let most = crate::model::MOST_COMBINATIONS;
        let options =
            issues.iter().filter(|issue| issue.has_options()).map(|issue| issue.options.len());
        let product = options.fold(1_usize, usize::saturating_mul);
        if product > most {
            self.push(
                Diagnostic::new(
                    codes::TOO_MANY_OUTCOMES,
                    root.span_of("issues"),
                    "there are too many combinations of options",
                )
                .label(format!("at most {most} are enumerated"))
                .help("leave out options or issues, or write an issue as a scale")
                .path("issues"),
            );
        }
    }
}

fn any_option(issue: &Issue) -> String {
    let options: Vec<&str> = issue.options.iter().map(String::as_str).collect();
    suggest::any_of(&options)
}
