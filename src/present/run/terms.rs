//! The terms of what is signed.

use crate::document::{Number, Part, Section, Table, Text, author};
use crate::present::process::Words;
use crate::results::run::{Quantiles, Run, TermsOfIssue};
use crate::results::{Cited, cite};

/// Options that are told.
const MOST: usize = 5;

/// Issue by issue: the middle of what is signed and half of it around, or the options most often taken.
pub(super) fn terms(run: &Cited<'_, Run>, words: &Words) -> Section {
    let title =
        format!("If {}, on what terms (middle, and half of all packages between)", words.agreed);
    let all = cite!(run.terms);
    let part = if all.is_empty() {
        Part::Paragraph(Text::from("No trial ended in a signature."))
    } else {
        let mut table = Table::new(Text::new(), &["", ""]);
        for terms in all.each() {
            let said = match cite!(terms.quantiles).some() {
                Some(quantiles) => on_scale(&terms, &quantiles),
                None => options(&terms),
            };
            table.row([Text::from(author(&terms.issue)), said]);
        }
        Part::Table(table)
    };
    Section::new("terms", title, vec![part])
}

fn on_scale(terms: &TermsOfIssue, quantiles: &Cited<'_, Quantiles>) -> Text {
    let width = terms.scale.map_or(0.0, |[low, high]| high - low);
    let at = |value: Cited<'_, f64>| Number::position(&value, width);
    Text::from(at(cite!(quantiles.p50)))
        .and(" (")
        .and(at(cite!(quantiles.p25)))
        .and("–")
        .and(at(cite!(quantiles.p75)))
        .and(") ")
        .and(author(terms.middle_in_words.as_deref().unwrap_or_default()))
}

/// The options of signed packages, most often taken first.
fn options(terms: &Cited<'_, TermsOfIssue>) -> Text {
    let all = cite!(terms.options);
    let mut taken: Vec<_> = all.each().filter(|option| option.share > 0.0).collect();
    taken.sort_by(|a, b| b.share.total_cmp(&a.share));
    let told = taken.iter().take(MOST).map(|option| {
        Text::from(author(&option.option)).and(" ").and(Number::share(&cite!(option.share)))
    });
    let more = taken.len().saturating_sub(MOST);
    Text::joined(", ", told).and_if(more > 0, format!(", {more} more"))
}
