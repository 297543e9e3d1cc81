//! What the run says about each assertion.

use crate::document::{Part, Section, Text, author};
use crate::montecarlo::Verdict;
use crate::present::words::range;
use crate::results::run::{AssertionVerdict, Run};
use crate::results::{Cited, cite};
use crate::text::number::short;

/// A verdict each, and how several of them are held to be right together.
pub(super) fn assertions(run: &Cited<'_, Run>) -> Option<Section> {
    let claims = cite!(run.assertions);
    let mut told: Vec<Text> = claims.each().map(|claim| verdict(&claim)).collect();
    let last = told.pop()?;
    let mut parts: Vec<Part> = told.into_iter().map(Part::Paragraph).collect();
    let level = claims.first().map_or_else(String::new, level);
    let several = format!(
        "With {} assertions each is held to {level} (Bonferroni), so that all of them together are right with \
         95%.",
        claims.len()
    );
    let several = (claims.len() > 1).then(|| Text::from(several));
    parts.push(Part::List([last].into_iter().chain(several).collect()));
    Some(Section::new("assertions", Text::new(), parts))
}

fn verdict(claim: &Cited<'_, AssertionVerdict>) -> Text {
    let verdict = match claim.verdict {
        Verdict::Holds => "holds",
        Verdict::Fails => "fails",
        Verdict::Open => "is still open: more worlds are needed",
    };
    Text::from("The assertion “")
        .and(author(&claim.assertion))
        .and(format!("” {verdict} ({} confidence sequence ", level(claim)))
        .then(range(&cite!(claim.low), &cite!(claim.high)))
        .and(").")
}

fn level(claim: &AssertionVerdict) -> String {
    format!("{}%", short(100.0 * claim.level))
}
