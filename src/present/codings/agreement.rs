//! How far two coders agree, and where they do not.

use crate::document::{Number, Part, Section, Table, Text, author};
use crate::results::codings::{Agreement, CodedNumber, CodedSpread, Codings};
use crate::results::{Cited, cite};

/// Disagreements that are told one by one.
const MOST: usize = 10;
/// Paths of one coder alone that are told.
const ALONE: usize = 6;
/// Columns that the ends of a distribution may take beside its middle.
const RANGE: usize = 12;

/// How far they agree, kind by kind.
pub(super) fn agreement(codings: &Cited<'_, Codings>) -> Vec<Part> {
    let columns = ["", "#numbers", "#same", "#overlap", "#distance", "#α", "95%"];
    let mut table = Table::new(Text::new(), &columns);
    for one in cite!(codings.agreement).each() {
        table.row(row(&one));
    }
    let note = "same: to the last digit. overlap: mean share of the two distributions that lies in the same place. \
                distance: mean distance of the medians, in shares of the scale. α: Krippendorff's, of the medians \
                (openings, limits, red lines and war terms, together “points of scales”, as seen from the party's \
                ideal); 1 agree, 0 chance; rely on .8, be wary from .667. – where it means nothing.";
    vec![Part::Table(table), Part::Note(Text::from(note))]
}

fn row(one: &Cited<'_, Agreement>) -> [Text; 7] {
    let none = || Text::from("–");
    let share = |value: Cited<'_, f64>| Text::from(Number::share(&value));
    let two = |value: Cited<'_, f64>| Text::from(Number::value(&value));
    let alpha = cite!(one.alpha).some();
    let interval = alpha.as_ref().and_then(|alpha| {
        let ends = cite!(alpha.estimate.low).some().zip(cite!(alpha.estimate.high).some());
        ends.map(|(low, high)| two(low).and(" to ").then(two(high)))
    });
    [
        Text::from(one.kind.clone()),
        Text::from(Number::count(&cite!(one.numbers))),
        Text::from(Number::count(&cite!(one.same))),
        share(cite!(one.overlap)),
        cite!(one.distance).some().map_or_else(none, share),
        alpha.map_or_else(none, |alpha| two(cite!(alpha.estimate.value))),
        interval.unwrap_or_default(),
    ]
}

/// Where they are apart, farthest first.
pub(super) fn apart(codings: &Cited<'_, Codings>) -> Section {
    let numbers = cite!(codings.numbers);
    let mut apart: Vec<_> = numbers.each().filter(|one| !one.same).collect();
    if apart.is_empty() {
        let same = Text::from("Every number that both have is the same.");
        return Section::new("apart", Text::new(), vec![Part::Paragraph(same)]);
    }
    // Both sure and different comes first; then by distance in spreads, then as in the file.
    let distance = |one: &CodedNumber| one.shift.map_or(f64::INFINITY, f64::abs);
    apart.sort_by(|one, other| distance(other).total_cmp(&distance(one)));
    let told = apart.len().min(MOST);
    let title = if told < apart.len() {
        format!("The {told} farthest apart of {}", apart.len())
    } else {
        "Apart, farthest first".to_owned()
    };
    let mut table = Table::new(Text::new(), &["", "#A", "#B", "#shift", "#shared"]);
    for one in apart.iter().take(MOST) {
        let shift = cite!(one.shift).some();
        table.row([
            Text::from(author(&shortened(&one.path))),
            range(&cite!(one.a)),
            range(&cite!(one.b)),
            shift.map_or(Text::from("–"), |shift| Text::from(Number::change(&shift, 1))),
            Text::from(Number::share(&cite!(one.overlap))),
        ]);
    }
    let note = "Paths without “parties” and “positions”. Medians, with the 10% and 90% points where they fit. shift: \
                B's median less A's, in units of their spread; – where both are sure. shared: overlap.";
    Section::new("apart", title, vec![Part::Table(table), Part::Note(Text::from(note))])
}

/// A path without what all paths of its kind have.
fn shortened(path: &str) -> String {
    path.replacen("parties.", "", 1).replacen(".positions.", ".", 1)
}

/// `5 66 77`, or the middle alone where it is sure or there is no room.
fn range(spread: &Cited<'_, CodedSpread>) -> Text {
    let [low, median, high] = [cite!(spread.low), cite!(spread.median), cite!(spread.high)]
        .map(|point| Number::plain(&point));
    let sure = low.shown == high.shown;
    let full = Text::from(low).and(" ").and(median.clone()).and(" ").and(high);
    if sure || full.plain().chars().count() > RANGE { Text::from(median) } else { full }
}

/// What one coder has alone, and what else differs.
pub(super) fn alone(codings: &Codings) -> Option<Section> {
    let mut points = Vec::new();
    for (paths, which) in [(&codings.only_a, "A"), (&codings.only_b, "B")] {
        if paths.is_empty() {
            continue;
        }
        let told: Vec<&str> = paths.iter().take(ALONE).map(String::as_str).collect();
        points.push(
            Text::from(format!("Only {which} has {}: ", paths.len()))
                .and(author(&told.join(", ")))
                .and_if(paths.len() > ALONE, ", …"),
        );
    }
    if !codings.notes.is_empty() {
        points.push(Text::from("Besides: ").and(author(&codings.notes.join("; "))));
    }
    (!points.is_empty()).then(|| Section::new("alone", Text::new(), vec![Part::List(points)]))
}
