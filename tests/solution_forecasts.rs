//! Other schools' forecasts against published and recorded numbers. Sources: headers of the files in
//! tests/data/forecasts.

#![expect(
    clippy::float_cmp,
    clippy::unwrap_used,
    reason = "tests: exact expectations, loud failures"
)]

use zopa::solution::forecasts::{
    ChallengeRules, PositionTable, Round, SpatialRules, challenge, compromise, parse_table,
    spatial_election, weighted_median,
};

const CAR: &str = include_str!("data/forecasts/car_emissions.csv");
const CAR_ROUNDS: &str = include_str!("data/forecasts/car_emissions_rounds.csv");
const CAR_FORECASTS: &str = include_str!("data/forecasts/car_emissions_forecasts.csv");
const SULTAN: &str = include_str!("data/forecasts/sultan.csv");
const KTAB: &str = include_str!("data/forecasts/ktab_three_dimensions.csv");
const KTAB_OPENING: &str = include_str!("data/forecasts/ktab_opening_probabilities.csv");

/// The rows of a small table below its comments and titles.
fn body(text: &str) -> Vec<Vec<&str>> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.skip(1).map(|line| line.split(',').collect()).collect()
}

fn car() -> PositionTable {
    parse_table(CAR).unwrap()
}

fn play(text: &str, rules: &ChallengeRules, rounds: usize) -> Vec<Round> {
    challenge(&parse_table(text).unwrap(), 0, rules, rounds).unwrap()
}

#[test]
fn the_compromise_on_car_emissions() {
    assert_eq!(compromise(&car(), 0), Ok(7.389_955_686_853_767));
    assert_eq!(weighted_median(&car(), 0).unwrap().point(), 7.0);
}

#[test]
fn scholz_code_follows_the_reference_round_by_round() {
    let rounds = play(CAR, &ChallengeRules::scholz_code(), 10);
    let reference = body(CAR_ROUNDS);
    assert_eq!(reference.len(), 11);
    for (round, row) in rounds.iter().zip(reference) {
        for (position, expected) in round.positions.iter().zip(&row[1..]) {
            let expected: f64 = expected.parse().unwrap();
            assert!((position - expected).abs() < 1e-9, "round {}: {position} {expected}", row[0]);
        }
    }
    for (round, row) in rounds.iter().zip(body(CAR_FORECASTS)) {
        let expected: [f64; 2] = [row[3].parse().unwrap(), row[4].parse().unwrap()];
        assert!((round.median.point() - expected[0]).abs() < 1e-9, "{row:?}");
        assert!((round.mean - expected[1]).abs() < 1e-9, "{row:?}");
    }
}

#[test]
fn scholz_code_reproduces_seven_of_eight_published_medians() {
    let rounds = play(CAR, &ChallengeRules::scholz_code(), 8);
    let published = body(CAR_FORECASTS);
    // The table seems to be truncated to one decimal.
    let matches = rounds[1..].iter().zip(&published[1..]).filter(|(round, row)| {
        let published: f64 = row[1].parse().unwrap();
        ((round.median.point() * 10.0).floor() / 10.0 - published).abs() < 1e-9
    });
    assert_eq!(matches.count(), 7);
}

#[test]
fn scholz_paper_goes_to_the_upper_end() {
    let rounds = play(CAR, &ChallengeRules::scholz_paper(), 8);
    let medians: Vec<f64> = rounds[1..].iter().map(|round| round.median.point()).collect();
    assert_eq!(medians, [7.0, 7.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0]);
}

#[test]
fn nobody_moves_in_the_sultan_case() {
    let rounds = play(SULTAN, &ChallengeRules::scholz_code(), 8);
    for round in &rounds {
        assert_eq!(round.positions, rounds[0].positions);
        assert_eq!(round.median.point(), 13.9);
        assert!((round.mean - 13.619_912_134_884_823).abs() < 1e-12);
    }
}

#[test]
fn opening_probabilities_equal_ktab_to_the_printed_digit() {
    for (scenario, table) in [("car_emissions_0_100", car()), ("dummyData_3Dim", ktab())] {
        let election = spatial_election(&table, SpatialRules::default()).unwrap();
        let printed: Vec<_> = body(KTAB_OPENING);
        let printed: Vec<_> = printed.iter().filter(|row| row[0] == scenario).collect();
        assert_eq!(printed.len(), table.actors().len());
        for ((actor, option), row) in table.actors().iter().zip(&election.option_of).zip(printed) {
            assert_eq!(actor.name, row[1]);
            assert_eq!(
                format!("{:.4}", election.probabilities[*option]),
                format!("{:0<6}", row[2])
            );
        }
    }
}

fn ktab() -> PositionTable {
    parse_table(KTAB).unwrap()
}

#[test]
fn the_election_on_car_emissions_has_three_options() {
    let election = spatial_election(&car(), SpatialRules::default()).unwrap();
    assert_eq!(election.options, [[4.0], [7.0], [10.0]]);
    assert_eq!(election.most_likely(), 2);
    let expected = 4.0 * 0.206_861 + 7.0 * 0.347_444 + 10.0 * 0.445_695;
    assert!((election.mean(0) - expected).abs() < 1e-4);
}
