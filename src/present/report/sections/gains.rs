//! Who gets what: what every party signs against its alternative then, and what a fair split would be.

use crate::analysis::map::Concept;
use crate::charts::{Pareto, ParetoPoint, ParetoStep, PartyValue, Unit, Values};
use crate::document::{Illustration, Number, Part, Section, Table, Text, author};
use crate::model::{Role, Scenario};
use crate::montecarlo;
use crate::present::map::{concept_words, hinge_words};
use crate::present::report::ReportView;
use crate::present::terminal::{doubts, lure_words, signs_below};
use crate::solution::bargain::Solution;

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
fn signatories<'v>(view: &ReportView<'v>) -> impl Iterator<Item = &'v montecarlo::PartyValue> {
    let scenario = view.scenario;
    view.summary.parties.iter().filter(|value| {
        value.signing.is_some() || scenario.parties[value.party].role == Role::Principal
    })
}

fn at(party: usize, key: &str) -> String {
    format!("/run/result/parties/{party}/{key}")
}

fn lead(view: &ReportView<'_>) -> Text {
    let mut text = Text::new();
    for value in signatories(view) {
        let Some(signing) = &value.signing else { continue };
        let party = &view.scenario.parties[value.party];
        if party.role != Role::Principal {
            continue;
        }
        let at = |key: &str| at(value.party, &format!("signing/{key}"));
        let first = text.is_empty();
        text = text
            .and_if(!first, " ")
            .and(author(&party.title))
            .and(" signs terms worth ")
            .and(Number::value_at(signing.terms, at("terms")))
            .and(" to it, where it expects ")
            .and(Number::value_at(signing.alternative, at("alternative")))
            .and(" of its alternative.");
    }
    if text.is_empty() {
        return Text::from(view.words().gains_without);
    }
    text
}

/// Who often signs terms below its alternative, and why.
fn below(view: &ReportView<'_>) -> Vec<Text> {
    let told = signatories(view).filter_map(|value| {
        let signing = value.signing.as_ref().filter(|signing| signs_below(signing))?;
        let at = |key: &str| at(value.party, &format!("signing/{key}"));
        let party = &view.scenario.parties[value.party];
        let text = Text::from("In ")
            .and(Number::share_at(signing.below(), at("below_alternative")))
            .and(" of its signatures ")
            .and(author(&party.title))
            .and(" signs terms below its alternative, mostly because ")
            .and(lure_words(signing.lure()));
        let text = text
            .and(" (without its readiness and mood it would have refused ")
            .and(Number::share_at(signing.by_leaning, at("by_leaning")))
            .and(" of what it signs)");
        Some(if doubts(signing) {
            text.and("; it thinks them to last with ")
                .and(Number::share_at(signing.survival, at("believed_survival")))
                .and(", so that they cost it the less.")
        } else {
            text.and(".")
        })
    });
    told.collect()
}

fn values(view: &ReportView<'_>) -> Illustration {
    let rows = signatories(view).map(|value| PartyValue {
        party: view.scenario.parties[value.party].title.clone(),
        deal: value.signing.map(|signing| signing.terms),
        outside: value.signing.map_or(value.without_deal, |signing| Some(signing.alternative)),
        deal_range: None,
        outside_range: None,
    });
    let chart = Values {
        id: "values".to_owned(),
        title: "What each signs, and what it then expects of its alternative".to_owned(),
        rows: rows.collect(),
    };
    Illustration::new(|width| chart.draw(width), ["/run/result/parties".to_owned()])
}

/// The two principals with most influence, as signatories of the deal space, in its order.
fn strongest(view: &ReportView<'_>) -> Option<(usize, usize)> {
    let space = &view.map.likely.space;
    let mut order: Vec<usize> = space.principals().collect();
    order.sort_by(|&a, &b| {
        let influence = |s: usize| space.signatories()[s].influence;
        influence(b).total_cmp(&influence(a)).then(a.cmp(&b))
    });
    let (&first, &second) = (order.first()?, order.get(1)?);
    Some((first.min(second), first.max(second)))
}

fn pareto(view: &ReportView<'_>) -> Option<Illustration> {
    let likely = &view.map.likely;
    let (first, second) = strongest(view)?;
    let frontiers = likely.frontiers.iter().enumerate();
    let (number, frontier) = frontiers.into_iter().find(|(_, one)| one.pair == (first, second))?;
    if frontier.points.is_empty() {
        return None;
    }
    let gains = |solution: &Solution| {
        (hundredths(solution.gains[first]), hundredths(solution.gains[second]))
    };
    let title = |s: usize| {
        let party = &view.scenario.parties[likely.space.signatories()[s].party];
        format!("{}, over no deal", party.title)
    };
    let no_deal = ParetoPoint { name: "no deal".to_owned(), at: (0.0, 0.0) };
    let drawn = likely.points.iter().filter(|point| is_drawn(point.concept));
    let points: Vec<ParetoPoint> = drawn
        .map(|point| ParetoPoint {
            name: concept_words(point.concept).to_owned(),
            at: gains(&point.solution),
        })
        .collect();
    let steps = frontier
        .points
        .iter()
        .map(|point| ParetoStep { at: gains(&point.solution), after_gap: point.after_gap });
    let steps = with_splits(steps.collect(), &points, frontier.whole);
    let chart = Pareto {
        id: "pareto".to_owned(),
        title: format!(
            "What {} could gain, in hundredths of all they have at stake",
            view.words().first_two
        ),
        across: title(first),
        upright: title(second),
        unit: Unit::Number,
        frontier: steps,
        points: points.into_iter().chain([no_deal]).collect(),
        paths: Vec::new(),
        cloud: Vec::new(),
    };
    let from =
        [format!("/map/result/likely/frontiers/{number}"), "/map/result/likely/points".to_owned()];
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
    let likely = &view.map.likely;
    let mut table = Table::new(Text::new(), &["Fair split", view.words().gains_column]);
    for (number, point) in likely.points.iter().enumerate() {
        let mut cell = Text::new();
        for s in likely.space.principals() {
            let party = &view.scenario.parties[likely.space.signatories()[s].party];
            let at = format!("/map/result/likely/points/{number}/gains/{s}/gain");
            let first = cell.is_empty();
            cell = cell
                .and_if(!first, "; ")
                .and(author(&party.title))
                .and(" ")
                .and(Number::hundredths_at(point.solution.gains[s], at));
        }
        table.row([Text::from(concept_words(point.concept)), cell]);
    }
    table
}

fn no_zone(view: &ReportView<'_>) -> Vec<Part> {
    let scenario: &Scenario = view.scenario;
    let likely = &view.map.likely;
    let mut parts = vec![Part::Paragraph(Text::from(
        "At the most likely inputs no package suits all who must sign, so that there is nothing to split. \
         In other worlds there may be.",
    ))];
    let points: Vec<Text> = likely
        .conditions
        .iter()
        .enumerate()
        .take(MOST)
        .map(|(number, condition)| {
            let at = |key: &str| format!("/map/result/likely/conditions/{number}/{key}");
            Text::from(author(&hinge_words(scenario, condition.party, condition.hinge)))
                .and(": from ")
                .and(Number::plain_at(condition.from, at("from")))
                .and(" to ")
                .and(Number::plain_at(condition.to, at("to")))
        })
        .collect();
    if !points.is_empty() {
        parts.push(Part::Paragraph(Text::from("Each of these changes alone would open a zone:")));
        parts.push(Part::List(points));
    }
    parts
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
