//! All second opinions on one table hold the published and recorded numbers.

use zopa::solution::forecasts::{
    ChallengeRules, ElectionKind, Inquiry, IssueOpinions, Opinions, PRESETS, parse_table,
};

const CAR: &str = include_str!("data/forecasts/car_emissions.csv");
const KTAB: &str = include_str!("data/forecasts/ktab_three_dimensions.csv");

fn opinions(text: &str, inquiry: &Inquiry) -> Opinions {
    Opinions::of(&parse_table(text).unwrap(), inquiry)
}

fn medians(own: &IssueOpinions, preset: &str) -> Vec<String> {
    let rules = PRESETS.iter().find(|(name, _)| *name == preset).unwrap().1;
    let opinion = own.challenges.iter().find(|opinion| opinion.rules == rules).unwrap();
    let rounds = opinion.answer.as_ref().unwrap();
    rounds[1..].iter().map(|round| format!("{:.4}", round.median.point())).collect()
}

#[test]
fn the_car_emissions_case_in_one_value() {
    let opinions = opinions(CAR, &Inquiry::default());
    let own = &opinions.issues[0];
    assert_eq!(own.compromise, Ok(7.389_955_686_853_767));
    let median = own.median.clone().unwrap();
    assert!(median.is_unique() && median.point() == 7.0);
    let conditional = own.elections[0].answer.as_ref().unwrap();
    assert_eq!(conditional.options, [[4.0], [7.0], [10.0]]);
    let printed: Vec<String> =
        conditional.probabilities.iter().map(|p| format!("{p:.4}")).collect();
    assert_eq!(printed, ["0.2069", "0.3474", "0.4457"]);
    let kinds = own.elections.iter().map(|opinion| opinion.rules.election.kind);
    assert_eq!(kinds.collect::<Vec<_>>(), ElectionKind::ALL);
    let code = ["8.4159", "9.6109", "9.9620", "9.9620", "9.9620", "7.4720", "8.8246", "9.6711"];
    assert_eq!(medians(own, "scholz-code"), code);
    let paper = [7, 7, 10, 10, 10, 10, 10, 10].map(|median| format!("{median}.0000"));
    assert_eq!(medians(own, "scholz-paper"), paper);
    assert!(own.grid.is_empty() && opinions.together.is_empty());
}

#[test]
fn every_election_of_the_grid_is_a_distribution() {
    let inquiry = Inquiry { grid: true, ..Inquiry::default() };
    for text in [CAR, KTAB] {
        for own in opinions(text, &inquiry).issues {
            assert_eq!(own.grid.len(), 90);
            for opinion in &own.grid {
                let election = opinion.answer.as_ref().unwrap();
                let sum: f64 = election.probabilities.iter().sum();
                assert!((sum - 1.0).abs() < 1e-12, "{}", opinion.rules);
                assert!(election.probabilities.iter().all(|p| (0.0..=1.0).contains(p)));
            }
            // The elections asked for are those of the grid under the same rules.
            for asked in &own.elections {
                assert!(own.grid.contains(asked), "{}", asked.rules);
            }
        }
    }
}

/// The opening probabilities of KTAB's own reference log, to its printed digits.
#[test]
fn several_issues_are_also_put_to_the_vote_together() {
    let opinions = opinions(KTAB, &Inquiry::default());
    assert_eq!((opinions.issues.len(), opinions.together.len()), (3, 3));
    let election = opinions.together[0].answer.as_ref().unwrap();
    let printed: Vec<String> = election.probabilities.iter().map(|p| format!("{p:.4}")).collect();
    assert_eq!(printed, ["0.0047", "0.0302", "0.0054", "0.1492", "0.6001", "0.1447", "0.0656"]);
}

#[test]
fn any_rules_and_any_number_of_rounds_can_be_asked_for() {
    let rules: ChallengeRules = "scholz-code,conflict=stay,q=0.5".parse().unwrap();
    let inquiry =
        Inquiry { elections: Vec::new(), grid: false, challenges: vec![rules, rules], rounds: 2 };
    let own = &opinions(CAR, &inquiry).issues[0];
    assert!(own.elections.is_empty());
    assert_eq!(own.challenges[0], own.challenges[1]);
    assert_eq!(own.challenges[0].answer.as_ref().unwrap().len(), 3);
    assert_eq!(own.challenges[0].rules.to_string(), "scholz-code,conflict=stay,q=0.5");
}
