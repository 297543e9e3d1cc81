//! What is written down of a case.

use crate::model::Scenario;
use crate::montecarlo::{DealFigure, Estimate, Link, Outcome, Summary};

/// One figure of a case.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Figure {
    /// The odds, or the number.
    pub value: f64,
    /// Of odds: the 95% Monte Carlo interval, as low, high.
    pub interval: Option<[f64; 2]>,
    /// Of odds: the spread between worlds likewise, where it can be told.
    pub worlds: Option<[f64; 2]>,
}

impl Figure {
    /// The interval and the spread, as low, high, low, high; `None` for what is not known.
    pub fn bounds(&self) -> [Option<f64>; 4] {
        let ends = |bounds: Option<[f64; 2]>| bounds.map_or([None; 2], |ends| ends.map(Some));
        let ([low, high], [least, most]) = (ends(self.interval), ends(self.worlds));
        [low, high, least, most]
    }
}

/// Points of the distribution of signed terms.
const POINTS: [(&str, usize); 3] = [("p05", 0), ("p50", 2), ("p95", 4)];

/// A figure that a scenario has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Odds(Outcome),
    Zopa,
    Terms { issue: usize, point: usize },
    Option { issue: usize, option: usize },
    Value(usize),
    Deal(DealFigure),
}

/// The figures of one scenario that are written down, in order; `None` where it has no such figure.
#[derive(Clone, Debug)]
pub(super) struct Figures(Vec<Option<Wanted>>);

impl Figures {
    /// What the names mean in a scenario.
    pub(super) fn of(outputs: &[String], scenario: &Scenario) -> Self {
        Self(outputs.iter().map(|name| wanted(scenario, name)).collect())
    }

    /// The figures of a summary. Terms are missing where nothing was signed.
    pub(super) fn read(&self, summary: &Summary) -> Vec<Option<Figure>> {
        self.0.iter().map(|wanted| figure((*wanted)?, summary)).collect()
    }
}

/// Does the scenario have a figure of this name?
pub(super) fn knows(scenario: &Scenario, name: &str) -> bool {
    wanted(scenario, name).is_some()
}

/// What is written down where a study does not say: the chain, zopa and every question.
pub(super) fn standard(scenarios: &[Scenario]) -> Vec<String> {
    let links = Link::ALL.iter().map(|link| link.word().to_owned());
    let mut names: Vec<String> = links.chain(["zopa".to_owned()]).collect();
    for question in scenarios.iter().flat_map(|scenario| &scenario.questions) {
        if !names.contains(&question.id) {
            names.push(question.id.clone());
        }
    }
    names
}

/// Every name that one of the scenarios knows.
pub(super) fn names(scenarios: &[Scenario]) -> Vec<String> {
    let mut names = standard(scenarios);
    for scenario in scenarios {
        for issue in &scenario.issues {
            let ends: Vec<String> = if issue.has_options() {
                issue.options.iter().map(|option| format!(".{option}")).collect()
            } else {
                [String::new()].into_iter().chain(POINTS.map(|(p, _)| format!(".{p}"))).collect()
            };
            names.extend(ends.iter().map(|end| format!("terms.{}{end}", issue.id)));
        }
        if scenario.offers().is_some() {
            names.extend(DealFigure::ALL.map(|figure| format!("deal.{}", figure.word())));
        }
        names.extend(scenario.parties.iter().map(|party| format!("value.{}", party.id)));
    }
    let mut once = Vec::new();
    for name in names {
        if !once.contains(&name) {
            once.push(name);
        }
    }
    once
}

fn wanted(scenario: &Scenario, name: &str) -> Option<Wanted> {
    if let Some(link) = Link::ALL.into_iter().find(|link| link.word() == name) {
        return Some(Wanted::Odds(Outcome::Link(link)));
    }
    if let Some(question) = scenario.questions.iter().position(|asked| asked.id == name) {
        return Some(Wanted::Odds(Outcome::Question(question)));
    }
    if name == "zopa" {
        return Some(Wanted::Zopa);
    }
    if let Some(party) = name.strip_prefix("value.") {
        return scenario.party_index(party).map(Wanted::Value);
    }
    if scenario.offers().is_some()
        && let Some(name) = name.strip_prefix("deal.")
        && let Some(figure) = DealFigure::ALL.into_iter().find(|figure| figure.word() == name)
    {
        return Some(Wanted::Deal(figure));
    }
    let rest = name.strip_prefix("terms.")?;
    let (id, end) = rest.split_once('.').unwrap_or((rest, "p50"));
    let issue = scenario.issue_index(id)?;
    if scenario.issues[issue].has_options() {
        let option = scenario.issues[issue].options.iter().position(|option| option == end)?;
        return Some(Wanted::Option { issue, option });
    }
    let (_, point) = POINTS.into_iter().find(|(word, _)| *word == end)?;
    Some(Wanted::Terms { issue, point })
}

fn figure(wanted: Wanted, summary: &Summary) -> Option<Figure> {
    let odds = |odds: Estimate| Figure {
        value: odds.value,
        interval: Some([odds.low, odds.high]),
        worlds: odds.worlds.map(|(low, high)| [low, high]),
    };
    let number = |value: f64| Figure { value, interval: None, worlds: None };
    let terms = |issue: usize| summary.terms.iter().find(|terms| terms.issue == issue);
    match wanted {
        Wanted::Odds(outcome) => Some(odds(summary.estimate(outcome))),
        Wanted::Zopa => Some(odds(summary.zopa_worlds)),
        Wanted::Terms { issue, point } => Some(number(terms(issue)?.quantiles[point])),
        Wanted::Option { issue, option } => Some(number(*terms(issue)?.options.get(option)?)),
        Wanted::Deal(figure) => {
            let deal = summary.deals.iter().find(|deal| deal.figure == figure)?;
            Some(number(deal.mean.value))
        }
        Wanted::Value(party) => Some(number(summary.parties.get(party)?.mean)),
    }
}
