//! The drawings of a debrief: values of two parties with the path of the offers, and who conceded when.

use super::{Debrief, Efficient, EfficientPoint};
use crate::charts::{Concessions, Offers, Pareto, ParetoPath, ParetoPoint, ParetoStep, Unit};
use crate::document::Illustration;

/// The values of two bargainers, with the frontier and every offer. Of more than two the first and, as
/// the other, the second are drawn.
pub(super) fn pareto(debrief: &Debrief) -> Option<Illustration> {
    let [first, second] = debrief.bargainers.get(..2)? else { return None };
    let pick = |points: &[f64]| (points[0], points[1]);
    let two = debrief.bargainers.len() == 2;
    let name = |party: usize| debrief.scores[party].title.clone();
    let mut points: Vec<ParetoPoint> = debrief
        .solutions
        .iter()
        .map(|solution| ParetoPoint { name: solution.name.to_owned(), at: pick(&solution.points) })
        .collect();
    let (across, upright) = (&debrief.scores[*first], &debrief.scores[*second]);
    points.push(ParetoPoint { name: "no deal".to_owned(), at: (across.batna, upright.batna) });
    if let (true, Some(x), Some(y)) = (debrief.is_deal(), across.points, upright.points) {
        points.push(ParetoPoint { name: "the deal".to_owned(), at: (x, y) });
    }
    let mut paths: Vec<ParetoPath> = Vec::new();
    // Of more than two only the offers of those two: the paths of all would be a tangle.
    let makers = std::iter::once(None).chain([Some(0), Some(1)]);
    for maker in makers {
        let own: Vec<(f64, f64)> = debrief
            .path
            .iter()
            .filter(|offer| offer.by == maker)
            .map(|offer| pick(&offer.points))
            .collect();
        if !own.is_empty() {
            let name = maker.map_or_else(
                || "texts of the mediator".to_owned(),
                |maker| name(debrief.bargainers[maker]),
            );
            paths.push(ParetoPath { name, points: own });
        }
    }
    let frontier = if two { debrief.frontier.steps() } else { Vec::new() };
    let chart = Pareto {
        id: "values".to_owned(),
        title: if two {
            "What was offered, and what could have been had".to_owned()
        } else {
            format!(
                "What was offered, as {} and {} saw it, two of {}",
                name(*first),
                name(*second),
                debrief.bargainers.len()
            )
        },
        across: name(*first),
        upright: name(*second),
        unit: Unit::Score,
        frontier,
        points,
        paths,
        cloud: debrief.cloud.iter().map(|points| pick(points)).collect(),
    };
    Some(Illustration::new(|width| chart.draw(width), []))
}

impl Efficient {
    /// The frontier of two as a chart takes it.
    pub(in crate::teach) fn steps(&self) -> Vec<ParetoStep> {
        let step = |point: &EfficientPoint| ParetoStep {
            at: (point.points[0], point.points[1]),
            after_gap: point.after_gap,
        };
        self.points.iter().map(step).collect()
    }
}

/// Who conceded when.
pub(super) fn concessions(debrief: &Debrief) -> Option<Illustration> {
    let parties: Vec<Offers> = debrief
        .concessions
        .iter()
        .filter(|concession| !concession.offers.is_empty())
        .map(|concession| Offers {
            name: concession.title.clone(),
            offers: concession.offers.clone(),
        })
        .collect();
    if parties.is_empty() {
        return None;
    }
    let words = debrief.clock.words();
    let chart = Concessions {
        id: "concessions".to_owned(),
        title: "Who conceded when".to_owned(),
        axis: words.unit.to_owned(),
        value: words.value.to_owned(),
        unit: Unit::Score,
        parties,
        deal: debrief.when,
    };
    Some(Illustration::new(|width| chart.draw(width), []))
}
