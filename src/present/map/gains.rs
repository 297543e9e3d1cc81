//! What packages give to those who must sign them, and how much there is to choose from.

use super::words::{concept, gain, signatory};
use crate::analysis::map::Concept;
use crate::document::{Number, Part, Section, Table, Text};
use crate::results::map::{At, Map, SignatoryGain, SolutionPackage};
use crate::results::{Cited, cite};
use crate::text::fitted;
use crate::text::number::thousands;

/// Packages whose terms differ by less than this share of their scales are the same to a reader.
const SAME: f64 = 2e-3;
/// Columns of a party's gains, and how many parties stand beside one another.
const GAINS: usize = 10;
const PARTIES: usize = 5;

/// The points that are worth a line: the worst-off's best only where it is not the egalitarian one.
pub(super) fn points_told<'a>(map: &Cited<'a, Map>) -> Vec<Cited<'a, SolutionPackage>> {
    let points = cite!(map.likely.points);
    let egalitarian = points.part().iter().find(|point| point.concept == Concept::Egalitarian);
    let told = |point: &SolutionPackage| {
        point.concept != Concept::LeastGain
            || !egalitarian.is_some_and(|other| are_alike(map, point, other))
    };
    points.each().filter(|point| told(point)).collect()
}

fn are_alike(map: &Map, one: &SolutionPackage, other: &SolutionPackage) -> bool {
    let terms = one.package.iter().zip(&other.package).zip(&map.issues);
    terms.into_iter().all(|((a, b), issue)| match (&a.at, &b.at) {
        (At::Position(a), At::Position(b)) => (a - b).abs() < SAME * issue.width(),
        (a, b) => a == b,
    })
}

/// The gains of everybody whose signature some package needs; `None` without a package.
pub(super) fn gains(map: &Cited<'_, Map>) -> Option<Section> {
    let points = points_told(map);
    let everybody = points.first()?.part().gains.iter().enumerate();
    let needed = |s: usize| points.iter().any(|point| point.gains[s].must_sign);
    let signatories: Vec<_> = everybody.filter(|(s, _)| needed(*s)).collect();
    let tables = signatories.chunks(PARTIES).map(|group| Part::Table(table(map, &points, group)));
    let title = "What each package gives those who must sign it (hundredths)";
    Some(Section::new("gains", title, tables.collect()))
}

fn table(
    map: &Cited<'_, Map>,
    points: &[Cited<'_, SolutionPackage>],
    group: &[(usize, &SignatoryGain)],
) -> Table {
    let names = group
        .iter()
        .map(|(_, own)| format!("#{}", fitted(&signatory(&own.party, own.home_front), GAINS)));
    let heads: Vec<String> = [String::new()].into_iter().chain(names).collect();
    let mut table = Table::new(Text::new(), &heads.iter().map(String::as_str).collect::<Vec<_>>());
    for point in points {
        let gains = group.iter().map(|(s, _)| Text::from(gain(&cite!(point.gains[*s].gain))));
        table.row([Text::from(concept(point.concept))].into_iter().chain(gains));
    }
    let ideals = cite!(map.likely.ideal_gains);
    let most = |own: &SignatoryGain| {
        let mut ideals = ideals.each();
        ideals.find(|ideal| !own.home_front && ideal.id == own.party.id)
    };
    if group.iter().any(|(_, own)| most(own).is_some()) {
        let gains = group.iter().map(|(_, own)| {
            most(own).map_or_else(|| Text::from("–"), |most| Text::from(gain(&cite!(most.gain))))
        });
        table.row([Text::from("the most it could have")].into_iter().chain(gains));
    }
    table
}

/// How much there is to choose from, and how far the parties are apart; `None` where nothing suits all.
pub(super) fn frontier(map: &Cited<'_, Map>) -> Option<Section> {
    let text = match cite!(map.likely.outcomes).some() {
        None => {
            let samples: usize = map.likely.frontiers.iter().map(|one| one.points.len()).sum();
            (samples > 0).then(|| {
                Text::from(format!(
                    "Pareto frontier: a curve, as scales know no steps; --json has {} samples of it.",
                    thousands(samples as u64)
                ))
            })
        }
        Some(counts) => (counts.suiting > 0).then(|| {
            let text = Text::from("Pareto frontier: ")
                .and(Number::count(&cite!(counts.efficient)))
                .and(" of ")
                .and(Number::count(&cite!(counts.all)))
                .and(" packages, of which ")
                .and(Number::count(&cite!(counts.suiting)))
                .and(" suit all.");
            match cite!(counts.opposition).some() {
                Some(opposition) => text
                    .and(" Opposition ")
                    .and(Number::decimals(&opposition, 2))
                    .and(
                        ": the distance of the nearest of those from the best of all for everybody, in shares \
                         of each party’s best; 0 is one package best for all.",
                    ),
                None => text,
            }
        }),
    };
    Some(Section::new("frontier", Text::new(), vec![Part::Paragraph(text?)]))
}
