//! Who gets what: what every party signs against its alternative then, and what a fair split would be.

use crate::analysis::map::{Concept, likely_inputs};
use crate::charts::{Pareto, ParetoPoint, ParetoStep, PartyValue, Unit, Values};
use crate::document::{Illustration, Number, Part, Section, Table, Text, author};
use crate::model::Role;
use crate::present::map::concept_words;
use crate::present::report::ReportView;
use crate::present::run::{doubts, lure_words, signs_below};
use crate::results::map::{Hinged, OpeningChange, SignatoryGain};
use crate::results::run::PartyOutcome;
use crate::results::{Cited, cite};

/// Single changes that are told where there is no zone.
const MOST: usize = 5;

pub(super) fn section(view: &ReportView<'_>) -> Section {
    let mut parts = vec![Part::Lead(lead(view)), values(view).into()];
    let words = view.words();
    parts.extend(below(view).into_iter().map(Part::Paragraph));
    parts.push(Part::Note(Text::from(words.values_note)));
    parts.push(Part::Heading(Text::from("What a fair split would be")));
    match pareto(view) {
        Some(picture) => {
            let who = format!(
                "The frontier holds the packages that no other beats for both of {}",
                words.first_two
            );
            parts.push(Part::Paragraph(Text::from(who).and(
                " at the most likely inputs; at the origin is what they have without a deal. Nash’s \
                 point has the greatest product of gains, that of Kalai and Smorodinsky gives each the \
                 same share of the most it could gain.",
            )));
            parts.push(picture.into());
            parts.push(Part::Table(points(view)));
            let note = Text::from(
                "Gains are in hundredths of all that is at stake for a party, over what it has without a deal",
            );
            parts.push(Part::Note(note.and(words.gains_note)));
        }
        None => parts.extend(no_zone(view)),
    }
    Section::new("gains", "Who gets what", parts)
}

/// What the signatories sign, and who signs below its alternative.
pub(in crate::present::report) fn in_short(view: &ReportView<'_>) -> Vec<Part> {
    let below = below(view).into_iter().map(Part::Paragraph);
    [Part::Lead(lead(view))].into_iter().chain(below).collect()
}

/// Who must sign, or has signed.
fn signatories<'a>(view: &ReportView<'a>) -> Vec<Cited<'a, PartyOutcome>> {
    let run = view.run();
    let parties = cite!(run.parties);
    parties.each().filter(|party| party.signing.is_some() || party.principal).collect()
}

fn lead(view: &ReportView<'_>) -> Text {
    let mut text = Text::new();
    for party in signatories(view).iter().filter(|party| party.principal) {
        let Some(signing) = cite!(party.signing).some() else { continue };
        let first = text.is_empty();
        text = text
            .and_if(!first, " ")
            .and(author(&party.title))
            .and(" signs terms worth ")
            .and(Number::value(&cite!(signing.terms)))
            .and(" to it, where it expects ")
            .and(Number::value(&cite!(signing.alternative)))
            .and(" of its alternative.");
    }
    if text.is_empty() {
        return Text::from(view.words().gains_without);
    }
    text
}

/// Who often signs terms below its alternative, and why.
fn below(view: &ReportView<'_>) -> Vec<Text> {
    let parties = signatories(view);
    let told = parties.iter().filter_map(|party| {
        let signing = cite!(party.signing).some()?;
        if !signs_below(signing.below_alternative) {
            return None;
        }
        let text = Text::from("In ")
            .and(Number::share(&cite!(signing.below_alternative)))
            .and(" of its signatures ")
            .and(author(&party.title))
            .and(" signs terms below its alternative, mostly because ")
            .and(lure_words(signing.lure()));
        let text = text
            .and(" (without its readiness and mood it would have refused ")
            .and(Number::share(&cite!(signing.by_leaning)))
            .and(" of what it signs)");
        Some(if doubts(signing.believed_survival) {
            text.and("; it thinks them to last with ")
                .and(Number::share(&cite!(signing.believed_survival)))
                .and(", so that they cost it the less.")
        } else {
            text.and(".")
        })
    });
    told.collect()
}

fn values(view: &ReportView<'_>) -> Illustration {
    let parties = signatories(view);
    let rows = parties.iter().map(|party| PartyValue {
        party: party.title.clone(),
        deal: party.signing.map(|signing| signing.terms),
        outside: party
            .signing
            .map_or(party.value_without_deal, |signing| Some(signing.alternative)),
        deal_range: None,
        outside_range: None,
    });
    let chart = Values {
        id: "values".to_owned(),
        title: "What each signs, and what it then expects of its alternative".to_owned(),
        rows: rows.collect(),
    };
    let run = view.run();
    Illustration::new(|width| chart.draw(width), [cite!(run.parties).place()])
}

/// The two principals with most influence, by their places among the principals.
fn strongest(view: &ReportView<'_>) -> Option<(usize, usize)> {
    let likely = likely_inputs(view.scenario);
    let parties = view.scenario.parties.iter();
    let influences: Vec<f64> = parties
        .filter(|party| party.role == Role::Principal)
        .map(|party| likely[party.influence.index()])
        .collect();
    let mut order: Vec<usize> = (0..influences.len()).collect();
    order.sort_by(|&a, &b| influences[b].total_cmp(&influences[a]).then(a.cmp(&b)));
    let (&first, &second) = (order.first()?, order.get(1)?);
    Some((first.min(second), first.max(second)))
}

/// The principals in the order of the file: they come first among those who gain by a package, too.
fn principals<'a>(view: &ReportView<'a>) -> Vec<&'a PartyOutcome> {
    view.run().part().parties.iter().filter(|party| party.principal).collect()
}

fn pareto(view: &ReportView<'_>) -> Option<Illustration> {
    let map = view.map();
    let (points, frontiers) = (cite!(map.likely.points), cite!(map.likely.frontiers));
    let principals = principals(view);
    let (first, second) = strongest(view)?;
    let pair = [first, second].map(|number| principals[number]);
    let frontier = frontiers.each().find(|frontier| {
        frontier.pair.iter().zip(&pair).all(|(named, party)| named.id == party.id)
    })?;
    if frontier.points.is_empty() {
        return None;
    }
    let gains = |of: &[SignatoryGain]| (hundredths(of[first].gain), hundredths(of[second].gain));
    let title = |party: &PartyOutcome| format!("{}, over no deal", party.title);
    let no_deal = ParetoPoint { name: "no deal".to_owned(), at: (0.0, 0.0) };
    let drawn = points.iter().filter(|point| is_drawn(point.concept));
    let splits: Vec<ParetoPoint> = drawn
        .map(|point| ParetoPoint {
            name: concept_words(point.concept).to_owned(),
            at: gains(&point.gains),
        })
        .collect();
    let steps = frontier
        .points
        .iter()
        .map(|point| ParetoStep { at: gains(&point.gains), after_gap: point.after_gap });
    let steps = with_splits(steps.collect(), &splits, frontier.whole);
    let chart = Pareto {
        id: "pareto".to_owned(),
        title: format!(
            "What {} could gain, in hundredths of all they have at stake",
            view.words().first_two
        ),
        across: title(pair[0]),
        upright: title(pair[1]),
        unit: Unit::Number,
        frontier: steps,
        points: splits.into_iter().chain([no_deal]).collect(),
        paths: Vec::new(),
        cloud: Vec::new(),
    };
    let from = [frontier.place(), points.place()];
    Some(Illustration::new(|width| chart.draw(width), from))
}

/// The frontier with the fair splits in it that none of it beats: where offers keep to points of a scale
/// a split between two of them may lie beyond what is listed.
fn with_splits(
    mut steps: Vec<ParetoStep>,
    splits: &[ParetoPoint],
    listed: bool,
) -> Vec<ParetoStep> {
    let beats = |a: (f64, f64), b: (f64, f64)| a.0 >= b.0 && a.1 >= b.1;
    for split in splits {
        if steps.iter().any(|step| beats(step.at, split.at)) {
            continue;
        }
        steps.retain(|step| !beats(split.at, step.at));
        let place = steps.partition_point(|step| step.at.0 < split.at.0);
        steps.insert(place, ParetoStep { at: split.at, after_gap: listed });
        if let Some(next) = steps.get_mut(place + 1) {
            next.after_gap |= listed;
        }
    }
    steps
}

/// A gain in hundredths; what only rounding leaves is none.
fn hundredths(gain: f64) -> f64 {
    if gain.abs() < 1e-12 { 0.0 } else { 100.0 * gain }
}

fn is_drawn(concept: Concept) -> bool {
    matches!(concept, Concept::Nash | Concept::KalaiSmorodinsky | Concept::Egalitarian)
}

/// Gains of the principals under each concept.
fn points(view: &ReportView<'_>) -> Table {
    let map = view.map();
    let mut table = Table::new(Text::new(), &["Fair split", view.words().gains_column]);
    for point in cite!(map.likely.points).each() {
        let mut cell = Text::new();
        let gains = cite!(point.gains);
        for gain in gains.each().take(principals(view).len()) {
            let first = cell.is_empty();
            cell = cell
                .and_if(!first, "; ")
                .and(author(&gain.party.title))
                .and(" ")
                .and(Number::hundredths(&cite!(gain.gain)));
        }
        table.row([Text::from(concept_words(point.concept)), cell]);
    }
    table
}

fn no_zone(view: &ReportView<'_>) -> Vec<Part> {
    let map = view.map();
    let mut parts = vec![Part::Paragraph(Text::from(
        "At the most likely inputs no package suits all who must sign, so that there is nothing to split. \
         In other worlds there may be.",
    ))];
    let conditions = cite!(map.likely.conditions);
    let points = conditions.each().take(MOST).map(|condition| {
        Text::from(author(&opening(&condition)))
            .and(": from ")
            .and(Number::plain(&cite!(condition.from)))
            .and(" to ")
            .and(Number::plain(&cite!(condition.to)))
    });
    let points: Vec<Text> = points.collect();
    if !points.is_empty() {
        parts.push(Part::Paragraph(Text::from("Each of these changes alone would open a zone:")));
        parts.push(Part::List(points));
    }
    parts
}

/// Which number would have to change: `Russia: red line on Control of territory`.
fn opening(condition: &OpeningChange) -> String {
    let what = match condition.what {
        Hinged::WarCost => "cost of a year's war",
        Hinged::Reservation => "reservation value",
        Hinged::Limit => "limit",
        Hinged::RedLine => "red line",
        Hinged::Refusal => "refusal",
        Hinged::SidePayment => "side payment to it",
    };
    let over = condition.issue.as_ref().map(|issue| format!(" on {}", issue.title));
    format!("{}: {what}{}", condition.party.title, over.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(at: (f64, f64)) -> ParetoPoint {
        ParetoPoint { name: "Nash".to_owned(), at }
    }

    #[test]
    fn a_split_between_the_points_of_a_scale_is_not_beyond_the_line() {
        let step = |at, after_gap| ParetoStep { at, after_gap };
        let listed =
            vec![step((0.0, 10.0), false), step((4.0, 8.0), true), step((10.0, 0.0), true)];
        let inside = with_splits(listed.clone(), &[split((4.0, 7.0)), split((4.0, 8.0))], true);
        assert_eq!(inside, listed, "nothing beyond: nothing added");
        let beyond = with_splits(listed.clone(), &[split((7.0, 4.0))], true);
        assert_eq!(beyond.len(), 4);
        assert_eq!(beyond[2], step((7.0, 4.0), true));
        let better = with_splits(listed.clone(), &[split((4.5, 8.5))], true);
        assert_eq!(better[1], step((4.5, 8.5), true), "what it beats makes room");
        assert_eq!(better.len(), 3);
        let first = with_splits(listed, &[split((-1.0, 11.0))], true);
        assert!(first[1].after_gap, "a step leads on from it");
    }
}
