//! Second opinions: every forecast of this module on every issue of one table, side by side.
//!
//! The compromise mean, the median voter, the probabilistic Condorcet election and the challenge
//! model answer the same question from the same four columns and often disagree; that spread is the
//! point. Each answer is a `Result`: an opinion that has none keeps its place and says why, so that
//! no reader takes a missing row for agreement. Sources stand with each model.
//!
//! Pure, and as dear as its parts: an election compares every pair of positions for every actor, so
//! the cost grows with the cube of the number of actors.

use super::{
    ChallengeRules, ElectionKind, ElectionRules, ForecastError, Median, PositionTable, RiskStance,
    Round, SpatialElection, SpatialRules, VictoryModel, VotingRule, challenge, compromise,
    spatial_election, weighted_median,
};

/// Which opinions to ask for.
#[derive(Clone, Debug, PartialEq)]
pub struct Inquiry {
    /// Elections to hold on every issue, and on all at once.
    pub elections: Vec<SpatialRules>,
    /// Whether to hold an election under every kind, victory model and voting rule as well.
    pub grid: bool,
    /// Challenge models to play.
    pub challenges: Vec<ChallengeRules>,
    /// Rounds of each.
    pub rounds: usize,
}

impl Inquiry {
    /// Rounds played unless told otherwise: as many as the published table has.
    pub const ROUNDS: usize = 8;
}

impl Default for Inquiry {
    /// The three kinds of election under KTAB's other choices, and both presets of the challenge
    /// model over [`Inquiry::ROUNDS`] rounds.
    fn default() -> Self {
        Self {
            elections: every_kind(SpatialRules::default()).to_vec(),
            grid: false,
            challenges: vec![ChallengeRules::scholz_code(), ChallengeRules::scholz_paper()],
            rounds: Self::ROUNDS,
        }
    }
}

/// The same rules under each kind of election.
pub fn every_kind(rules: SpatialRules) -> [SpatialRules; 3] {
    ElectionKind::ALL.map(|kind| {
        let election = ElectionRules { kind, ..rules.election };
        SpatialRules { election, ..rules }
    })
}

/// An election and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ElectionOpinion {
    /// How it was held.
    pub rules: SpatialRules,
    /// The distinct positions and their chances, or why there is no answer.
    pub answer: Result<SpatialElection, ForecastError>,
}

/// A challenge model and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ChallengeOpinion {
    /// How it was played.
    pub rules: ChallengeRules,
    /// The start and every round after it, or why there is no answer.
    pub answer: Result<Vec<Round>, ForecastError>,
}

/// All opinions on one issue.
#[derive(Clone, Debug, PartialEq)]
pub struct IssueOpinions {
    /// Number of the issue in its table.
    pub issue: usize,
    /// The mean weighted by capability × salience.
    pub compromise: Result<f64, ForecastError>,
    /// The median weighted by capability × salience: the Condorcet winner, or, on a tie, all
    /// positions that none beats.
    pub median: Result<Median, ForecastError>,
    /// The elections asked for, held on this issue alone.
    pub elections: Vec<ElectionOpinion>,
    /// Every kind × victory model × voting rule, in that nesting; empty unless asked for.
    pub grid: Vec<ElectionOpinion>,
    /// The challenge models asked for.
    pub challenges: Vec<ChallengeOpinion>,
}

/// All opinions on a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Opinions {
    /// One entry an issue, in table order.
    pub issues: Vec<IssueOpinions>,
    /// The elections held on all issues at once; empty when there is just one issue.
    pub together: Vec<ElectionOpinion>,
}

impl Opinions {
    /// Asks for every opinion. Never fails as a whole: what has no answer says so in its place.
    pub fn of(table: &PositionTable, inquiry: &Inquiry) -> Self {
        let issues = (0..table.issues().len()).map(|issue| on_issue(table, issue, inquiry));
        let issues = issues.collect::<Vec<_>>();
        let several = issues.len() > 1;
        let together = if several { elect(table, &inquiry.elections) } else { Vec::new() };
        Self { issues, together }
    }
}

fn on_issue(table: &PositionTable, issue: usize, inquiry: &Inquiry) -> IssueOpinions {
    let alone = table.on_issue_alone(issue);
    let play = |rules: &ChallengeRules| ChallengeOpinion {
        rules: *rules,
        answer: challenge(table, issue, rules, inquiry.rounds),
    };
    // All elections of an issue share a stance; the grid takes it from the first.
    let stance = inquiry.elections.first().map_or(RiskStance::default(), |rules| rules.stance);
    let every = if inquiry.grid { grid(stance) } else { Vec::new() };
    let hold = |rules: &[SpatialRules]| match &alone {
        Ok(alone) => elect(alone, rules),
        Err(error) => rules
            .iter()
            .map(|&rules| ElectionOpinion { rules, answer: Err(error.clone()) })
            .collect(),
    };
    IssueOpinions {
        issue,
        compromise: compromise(table, issue),
        median: weighted_median(table, issue),
        elections: hold(&inquiry.elections),
        grid: hold(&every),
        challenges: inquiry.challenges.iter().map(play).collect(),
    }
}

fn elect(table: &PositionTable, rules: &[SpatialRules]) -> Vec<ElectionOpinion> {
    let hold =
        |&rules: &SpatialRules| ElectionOpinion { rules, answer: spatial_election(table, rules) };
    rules.iter().map(hold).collect()
}

/// Every kind × victory model × voting rule under one stance.
fn grid(stance: RiskStance) -> Vec<SpatialRules> {
    let mut rules = Vec::new();
    for kind in ElectionKind::ALL {
        for victory in VictoryModel::ALL {
            for voting in VotingRule::ALL {
                let election = ElectionRules { voting, victory, kind };
                rules.push(SpatialRules { election, stance });
            }
        }
    }
    rules
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the expected values are exact")]
mod tests {
    use super::super::positions::tests::one_issue;
    use super::super::{Actor, PositionTable};
    use super::*;

    fn with_grid() -> Inquiry {
        Inquiry { grid: true, ..Inquiry::default() }
    }

    #[test]
    fn an_opinion_without_an_answer_keeps_its_place() {
        let weightless = one_issue(&[(1.0, 3.0, 0.0), (1.0, 5.0, 0.0)]);
        let opinions = Opinions::of(&weightless, &with_grid());
        let issue = &opinions.issues[0];
        let says = "every actor has zero capability times salience; a forecast needs at least one \
                    with some";
        assert_eq!(issue.compromise.as_ref().unwrap_err().to_string(), says);
        assert_eq!(issue.median.as_ref().unwrap_err().to_string(), says);
        assert_eq!(issue.challenges.len(), 2);
        assert!(issue.challenges.iter().all(|opinion| opinion.answer.is_err()));
        // Votes weigh capability alone: nobody cares, so both positions have an even chance.
        assert_eq!((issue.elections.len(), issue.grid.len()), (3, 90));
        for opinion in issue.elections.iter().chain(&issue.grid) {
            let election = opinion.answer.as_ref().unwrap();
            assert!((election.probabilities[0] - 0.5).abs() < 1e-9, "{:?}", opinion.rules);
        }
        let powerless = Opinions::of(&one_issue(&[(0.0, 3.0, 1.0)]), &with_grid());
        assert!(powerless.issues[0].grid.iter().all(|opinion| opinion.answer.is_err()));
    }

    #[test]
    fn one_actor_and_one_position_are_certain() {
        for rows in [&[(2.0, 4.0, 0.5)][..], &[(2.0, 4.0, 0.5), (1.0, 4.0, 0.1)][..]] {
            let opinions = Opinions::of(&one_issue(rows), &with_grid());
            let issue = &opinions.issues[0];
            assert_eq!(issue.compromise, Ok(4.0));
            assert_eq!(issue.median, Ok(Median { low: 4.0, high: 4.0 }));
            for opinion in issue.elections.iter().chain(&issue.grid) {
                assert_eq!(opinion.answer.as_ref().unwrap().probabilities, [1.0]);
            }
            for opinion in &issue.challenges {
                let rounds = opinion.answer.as_ref().unwrap();
                assert_eq!(rounds.len(), Inquiry::ROUNDS + 1);
                assert!(rounds.iter().all(|round| round.mean == 4.0));
            }
            assert!(opinions.together.is_empty());
        }
    }

    #[test]
    fn an_issue_is_judged_alone_and_all_are_judged_together() {
        let actor = |name: &str, positions: [f64; 2]| Actor {
            name: name.into(),
            capability: 1.0,
            positions: positions.to_vec(),
            saliences: vec![1.0, 0.5],
        };
        let actors = vec![actor("A", [0.0, 1.0]), actor("B", [10.0, 1.0]), actor("C", [10.0, 3.0])];
        let table = PositionTable::new(vec!["x".into(), "y".into()], actors).unwrap();
        let opinions = Opinions::of(&table, &Inquiry::default());
        let options = |opinion: &ElectionOpinion| opinion.answer.clone().unwrap().options;
        assert_eq!(options(&opinions.issues[0].elections[0]), [[0.0], [10.0]]);
        assert_eq!(options(&opinions.issues[1].elections[0]), [[1.0], [3.0]]);
        assert_eq!(opinions.together.len(), 3);
        assert_eq!(options(&opinions.together[0]).len(), 3);
    }

    #[test]
    fn the_grid_holds_every_rule_once() {
        let rules = grid(RiskStance::Max);
        assert_eq!(rules.len(), 90);
        for (index, one) in rules.iter().enumerate() {
            assert!(!rules[..index].contains(one));
            assert_eq!(one.stance, RiskStance::Max);
        }
    }
}
