//! The search itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::grid::{Beside, moves, near};
use crate::model::Scenario;
use crate::montecarlo::{Asked, Plan, Progress, Sample, ask_texts};
use crate::stream::Seed;

/// Shares of a scale between two positions that are tried at first, of one issue and of each of two.
const STEPS: (f64, f64) = (0.05, 0.1);
/// … and at last.
const FINE: (f64, f64) = (0.01, 0.02);
/// Answers of everybody that a round of the search asks for at most …
const ANSWERS: u64 = 1_500_000;
/// … in so many worlds at most, and at least.
const WORLDS: (u64, u64) = (1_000, 40);
/// The search has worlds of its own, so that what it finds is not played in those that made it look good.
const OWN_WORLDS: u64 = 0x05EA_2C4E;
/// So many candidates are looked at closely, from the smallest, before it is said that there is none.
const CANDIDATES: usize = 4;
/// Odds of a yes from which on a no is turned.
const EVEN: f64 = 0.5;
/// Odds that differ by less are the same to the search.
const SAME: f64 = 0.005;

/// When the no is turned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// The party says yes as often as no.
    Even,
    /// It says yes as often as whoever is likeliest to refuse after it does to the text as it stands.
    Next {
        /// Who.
        party: usize,
    },
}

/// What kind of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The smallest move of one issue.
    OneIssue,
    /// The smallest move of two issues, where that is less than one issue's, or one is not enough.
    TwoIssues,
    /// The move of two issues under which all are likeliest to say yes together.
    BestForAll,
}

/// A change of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Amendment {
    /// What it was looked for.
    pub kind: Kind,
    /// The text with it, in [0, 1].
    pub text: Vec<f64>,
    /// The issues it moves.
    pub issues: Vec<usize>,
    /// How far, in shares of their scales, added up.
    pub size: f64,
    /// Does it turn the no, in the histories of the search? Where none does, it is the one that comes nearest.
    pub turns: bool,
}

/// What would turn the likeliest no to a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Amendments {
    /// Who is likeliest to say no.
    pub party: usize,
    /// When that is turned.
    pub target: Target,
    /// The changes found.
    pub changes: Vec<Amendment>,
}

/// Looks for the smallest changes of a text that turn the no of a party, `next` being likeliest to refuse after it.
/// `None` where it refuses no more often than that already, or nobody else refuses.
pub fn amend(
    scenario: &Scenario,
    text: &[f64],
    (party, next): (usize, Option<usize>),
    t: f64,
    plan: &Plan,
    progress: &dyn Progress,
) -> Option<Amendments> {
    let seed = Seed(plan.seed.0 ^ OWN_WORLDS);
    let plan = &Plan { seed, chunk: 1, ..plan.clone() };
    let mut search = Search { scenario, text, party, goal: EVEN, t, plan, progress };
    let before = search.ask(&[Beside::new(scenario, text, &[])]);
    let before = before.first()?;
    let target = if before.willing(party) < EVEN {
        Target::Even
    } else {
        let party = next?;
        search.goal = before.willing(party);
        Target::Next { party }
    };
    if search.gap(before) <= SAME {
        return None;
    }
    let one = search.one_issue();
    let mut changes = Vec::new();
    let enough = one.as_ref().filter(|one| one.turns).map(|one| one.size);
    let (two, best) = search.two_issues(enough);
    changes.extend(one);
    changes.extend(two);
    changes.extend(best);
    Some(Amendments { party, target, changes })
}

struct Search<'a> {
    scenario: &'a Scenario,
    text: &'a [f64],
    party: usize,
    /// The odds of its yes from which on its no is turned.
    goal: f64,
    t: f64,
    plan: &'a Plan,
    progress: &'a dyn Progress,
}

/// A text that was asked about.
type Tried = (Beside, Asked);

impl Search<'_> {
    /// Asks about texts in as many worlds as is worth it for so many.
    fn ask(&self, texts: &[Beside]) -> Vec<Asked> {
        let each = self.plan.histories.max(1) * texts.len().max(1) as u64;
        let worlds = (ANSWERS / each).clamp(WORLDS.1, WORLDS.0);
        let asked: Vec<Vec<f64>> = texts.iter().map(|beside| beside.text.clone()).collect();
        ask_texts(self.scenario, &asked, Sample { worlds, t: self.t }, self.plan, self.progress)
    }

    fn try_all(&self, texts: Vec<Beside>) -> Vec<Tried> {
        let asked = self.ask(&texts);
        texts.into_iter().zip(asked).collect()
    }

    /// How far the party's odds of a yes are from where its no is turned.
    fn gap(&self, asked: &Asked) -> f64 {
        self.goal - asked.willing(self.party)
    }

    fn turns(&self, asked: &Asked) -> bool {
        self.gap(asked) <= 0.0
    }

    /// The smallest of those that turn the no; where none does, the one that comes nearest.
    fn smallest<'t>(&self, tried: &'t [Tried]) -> Option<&'t Tried> {
        let turning = tried.iter().filter(|(_, asked)| self.turns(asked));
        let by_size =
            |a: &&Tried, b: &&Tried| a.0.size.total_cmp(&b.0.size).then(b.1.all.cmp(&a.1.all));
        turning.min_by(by_size).or_else(|| {
            tried
                .iter()
                .min_by(|a, b| self.gap(&a.1).total_cmp(&self.gap(&b.1)).then(by_size(a, b)))
        })
    }

    fn found(&self, kind: Kind, (beside, asked): &Tried) -> Amendment {
        let Beside { text, issues, size } = beside.clone();
        Amendment { kind, text, issues, size, turns: self.turns(asked) }
    }

    /// The smallest move of one issue.
    fn one_issue(&self) -> Option<Amendment> {
        let issues = self.scenario.issues.iter().enumerate();
        let coarse = issues.flat_map(|(k, issue)| {
            let to = moves(issue, self.text[k], STEPS.0).into_iter();
            to.map(move |x| Beside::new(self.scenario, self.text, &[(k, x)]))
        });
        let coarse = self.try_all(coarse.collect());
        // Of every issue the smallest, as what is finer may put another before it.
        let mut left = coarse.clone();
        let mut nearest: Option<Tried> = None;
        for _ in 0..CANDIDATES {
            let chosen: Vec<Tried> = (0..self.scenario.issues.len())
                .filter_map(|k| {
                    let own: Vec<Tried> =
                        left.iter().filter(|(beside, _)| beside.issues == [k]).cloned().collect();
                    self.smallest(&own).filter(|(_, asked)| self.turns(asked)).cloned()
                })
                .collect();
            if chosen.is_empty() {
                break;
            }
            let fine = chosen.iter().flat_map(|(beside, _)| {
                let k = beside.issues[0];
                let to = near(&self.scenario.issues[k], beside.text[k], STEPS.0, FINE.0);
                to.into_iter().map(move |x| Beside::new(self.scenario, self.text, &[(k, x)]))
            });
            let fine: Vec<Beside> = fine.filter(|beside| !beside.issues.is_empty()).collect();
            let tried = self.try_all(fine);
            let best = self.smallest(&tried)?.clone();
            if self.turns(&best.1) {
                return Some(self.found(Kind::OneIssue, &best));
            }
            nearest = nearest.or(Some(best));
            left.retain(|(beside, _)| chosen.iter().all(|(other, _)| other.text != beside.text));
        }
        let best = nearest.or_else(|| self.smallest(&coarse).cloned())?;
        Some(self.found(Kind::OneIssue, &best))
    }

    /// The smallest move of two issues where one is not enough, or needs more than they do, and the one that is
    /// best for all.
    fn two_issues(&self, enough: Option<f64>) -> (Option<Amendment>, Option<Amendment>) {
        let issues = &self.scenario.issues;
        if issues.len() < 2 {
            return (None, None);
        }
        let mut coarse = Vec::new();
        for (k, first) in issues.iter().enumerate() {
            for (l, second) in issues.iter().enumerate().skip(k + 1) {
                let others = moves(second, self.text[l], STEPS.1);
                for x in moves(first, self.text[k], STEPS.1) {
                    let both = others.iter().map(|&y| [(k, x), (l, y)]);
                    coarse.extend(both.map(|both| Beside::new(self.scenario, self.text, &both)));
                }
            }
        }
        let coarse = self.try_all(coarse);
        let smallest = self.closely(&coarse, Self::smallest);
        let smallest = smallest.map(|tried| self.found(Kind::TwoIssues, &tried));
        let is_less = |two: &Amendment| enough.is_none_or(|one| two.turns && two.size < one - SAME);
        let best = self.closely(&coarse, Self::best).filter(|(_, asked)| self.turns(asked));
        let best = best.map(|tried| self.found(Kind::BestForAll, &tried));
        (smallest.filter(is_less), best)
    }

    /// Of those that turn the no the one to which all say yes most often, and of such the smallest.
    fn best<'t>(&self, tried: &'t [Tried]) -> Option<&'t Tried> {
        let turning = tried.iter().filter(|(_, asked)| self.turns(asked));
        let share = |asked: &Asked| asked.all as f64 / asked.histories.max(1) as f64;
        let most = turning.clone().map(|(_, asked)| share(asked)).fold(0.0, f64::max);
        let alike = turning.filter(|(_, asked)| share(asked) >= most - SAME);
        alike.min_by(|a, b| a.0.size.total_cmp(&b.0.size))
    }

    /// What is chosen of the moves around a choice, asked about in more worlds than that was. Of many that were tried in
    /// few worlds, the one that looks best is often one that luck has made so; then the next is looked at.
    fn closely(
        &self,
        coarse: &[Tried],
        choose: impl for<'t> Fn(&Self, &'t [Tried]) -> Option<&'t Tried>,
    ) -> Option<Tried> {
        let mut left = coarse.to_vec();
        let mut nearest: Option<Tried> = None;
        for _ in 0..CANDIDATES {
            let Some(chosen) = choose(self, &left).cloned() else { break };
            let around = self.around(&chosen);
            if let Some(found) = choose(self, &around) {
                if self.turns(&found.1) {
                    return Some(found.clone());
                }
                let nearer = |other: &Tried| self.gap(&found.1) < self.gap(&other.1);
                if nearest.as_ref().is_none_or(nearer) {
                    nearest = Some(found.clone());
                }
            }
            left.retain(|(beside, _)| beside.text != chosen.0.text);
        }
        nearest
    }

    /// What lies around a move of two issues, a coarse step each way.
    fn around(&self, (beside, _): &Tried) -> Vec<Tried> {
        let &[k, l] = beside.issues.as_slice() else { return Vec::new() };
        let at = |k: usize| near(&self.scenario.issues[k], beside.text[k], STEPS.1, FINE.1);
        let second = at(l);
        let all = at(k).into_iter().flat_map(|x| {
            let both = second.iter().map(move |&y| [(k, x), (l, y)]);
            both.map(|both| Beside::new(self.scenario, self.text, &both))
        });
        self.try_all(all.filter(|beside| beside.issues.len() == 2).collect())
    }
}
