//! How the blocs of a home front voted, in words.

use super::number::percent;
use super::words::listed;
use crate::engine::Division;
use crate::model::Scenario;

/// "62% of the votes are for it; against it: X and Y", of a party's home front.
pub(crate) fn divided(scenario: &Scenario, party: usize, division: &Division) -> String {
    let blocs = scenario.parties[party].ratification.as_ref().and_then(|home| home.vote.blocs());
    let blocs = blocs.map_or(&[][..], |blocs| &blocs.blocs);
    let says_no = |b: usize| division.against >> b & 1 == 1;
    let against: Vec<&str> = blocs
        .iter()
        .enumerate()
        .filter(|&(b, _)| says_no(b))
        .map(|(_, bloc)| bloc.title.as_str())
        .collect();
    match against.as_slice() {
        [] => "all blocs say yes".to_owned(),
        all if all.len() == blocs.len() => "no bloc says yes".to_owned(),
        [one] => format!("{} of the seats say yes; {one} says no", percent(division.yes)),
        some => format!("{} of the seats say yes; {} say no", percent(division.yes), listed(some)),
    }
}
