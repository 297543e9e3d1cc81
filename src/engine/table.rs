//! The table at which they sit: what the engine needs of a scenario whatever the world, worked out
//! once a run.

use super::blocs::BlocKeys;
use super::interim::Step;
use crate::model::{Condition, End, IssueEffect, MediationStyle, PledgeTime, Role, Scenario, When};
use crate::stream::{Purpose, Seed, StreamKey};

/// Everything about a scenario and a seed that no draw changes.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The seed.
    pub(crate) seed: Seed,
    pub(crate) keys: Keys,
    /// Indices of the principals, in file order; pen numbers index it too.
    pub(crate) principals: Vec<usize>,
    /// Principals whose outside option is war.
    pub(crate) belligerents: Vec<usize>,
    /// Parties that mediate, where anybody does.
    pub(crate) mediators: Vec<usize>,
    /// Parties with a pledge.
    pub(crate) pledgers: Vec<usize>,
    /// Is a party needed by another's pledge (and so counts only through it)?
    pub(crate) is_needed: Vec<bool>,
    /// Order in which the principals hold the pen: by name, so that the order of the file is free.
    pub(crate) pen_order: Vec<usize>,
    /// Order in which the scales take their share of the drafter's error: by name, likewise.
    pub(crate) draft_order: Vec<usize>,
    /// The principals with a home front that votes, by name.
    pub(crate) home_fronts: Vec<usize>,
    /// Issues with options, in file order, each with how many.
    pub(crate) option_issues: Vec<(usize, usize)>,
    /// The front-line issue.
    pub(crate) front: Option<usize>,
    /// The guarantee issue and its strong end.
    pub(crate) guarantee: Option<(usize, End)>,
    /// The interim deals: those of the file, then the ceasefire alone where it is one of its own.
    pub(crate) steps: Vec<Step>,
    /// Order in which they take their shares of a draft's mark: by name, so that the order of the file is
    /// free.
    pub(crate) step_order: Vec<usize>,
    pub(crate) style: Option<MediationStyle>,
    /// Where the effects of each event start among the amounts of all.
    pub(crate) effect_starts: Vec<usize>,
    /// Events that are announced, by their days.
    pub(crate) foreseen: Vec<usize>,
    /// Events whose clock runs only while a condition holds.
    pub(crate) conditional: Vec<(usize, Condition)>,
    /// Does some event change what a world is made of?
    pub(crate) alters_world: bool,
}

/// The families of streams of a run.
#[derive(Clone, Debug)]
pub(crate) struct Keys {
    pub(crate) readiness: Vec<StreamKey>,
    pub(crate) pledge: Vec<StreamKey>,
    pub(crate) answer: Vec<StreamKey>,
    pub(crate) vote: Vec<StreamKey>,
    pub(crate) bloc: BlocKeys,
    pub(crate) conduct: Vec<StreamKey>,
    pub(crate) renewal: Vec<StreamKey>,
    pub(crate) event_first: Vec<StreamKey>,
    pub(crate) event_again: Vec<StreamKey>,
    pub(crate) tries: StreamKey,
    pub(crate) summit: StreamKey,
    pub(crate) draft: StreamKey,
    pub(crate) front: StreamKey,
    pub(crate) collapse: StreamKey,
    pub(crate) pen: StreamKey,
}

impl Keys {
    fn new(scenario: &Scenario, seed: Seed) -> Self {
        let parties = |purpose| -> Vec<_> {
            scenario.parties.iter().map(|p| StreamKey::new(seed, purpose, &p.id)).collect()
        };
        let events = |purpose| -> Vec<_> {
            scenario.events.iter().map(|e| StreamKey::new(seed, purpose, &e.id)).collect()
        };
        let one = |purpose| StreamKey::new(seed, purpose, "");
        Self {
            readiness: parties(Purpose::Readiness),
            pledge: parties(Purpose::Pledge),
            answer: parties(Purpose::Answer),
            vote: parties(Purpose::Vote),
            bloc: BlocKeys::new(scenario, seed),
            conduct: parties(Purpose::Conduct),
            renewal: parties(Purpose::Renewal),
            event_first: events(Purpose::EventFirst),
            event_again: events(Purpose::EventAgain),
            tries: one(Purpose::Try),
            summit: one(Purpose::Summit),
            draft: one(Purpose::Draft),
            front: one(Purpose::Front),
            collapse: one(Purpose::Collapse),
            pen: one(Purpose::Pen),
        }
    }
}

impl<'a> Table<'a> {
    /// Sets the table for a scenario and a seed.
    pub fn new(scenario: &'a Scenario, seed: Seed) -> Self {
        let principals: Vec<usize> = scenario.principals().collect();
        let mut pen_order: Vec<usize> = (0..principals.len()).collect();
        pen_order.sort_by(|&a, &b| {
            scenario.parties[principals[a]].id.cmp(&scenario.parties[principals[b]].id)
        });
        let issues = scenario.issues.iter().enumerate();
        let option_issues: Vec<(usize, usize)> = issues
            .filter(|(_, issue)| issue.has_options())
            .map(|(k, issue)| (k, issue.options.len()))
            .collect();
        let is_scale = |&k: &usize| !scenario.issues[k].has_options();
        let mut draft_order: Vec<usize> = (0..scenario.issues.len()).filter(is_scale).collect();
        draft_order.sort_by(|&a, &b| scenario.issues[a].id.cmp(&scenario.issues[b].id));
        let needs = |j: usize| scenario.parties[j].pledge.as_ref().and_then(|pledge| pledge.needs);
        let n = scenario.parties.len();
        let end = |k: usize| match scenario.issues[k].effect {
            IssueEffect::Guarantee { strong_end } => (k, strong_end),
            _ => (k, End::Low),
        };
        let steps = Step::all(scenario);
        let name = |m: usize| scenario.interims.get(m).map(|interim| interim.id.as_str());
        let mut step_order: Vec<usize> = (0..steps.len()).collect();
        step_order.sort_by(|&a, &b| name(a).cmp(&name(b)));
        let starts = scenario.events.iter().scan(0, |start, event| {
            let own = *start;
            *start += event.effects.len();
            Some(own)
        });
        Self {
            scenario,
            seed,
            keys: Keys::new(scenario, seed),
            belligerents: scenario.belligerents().collect(),
            home_fronts: pen_order
                .iter()
                .map(|&at| principals[at])
                .filter(|&i| scenario.parties[i].ratification.is_some())
                .collect(),
            mediators: (0..n)
                .filter(|&m| {
                    let mediates = scenario.mediation.style.is_some();
                    mediates && scenario.parties[m].role == Role::Mediator
                })
                .collect(),
            pledgers: (0..n).filter(|&j| scenario.parties[j].pledge.is_some()).collect(),
            is_needed: (0..n).map(|j| (0..n).any(|i| needs(i) == Some(j))).collect(),
            pen_order,
            draft_order,
            option_issues,
            front: scenario.front_issue(),
            guarantee: scenario.guarantee_issue().map(end),
            steps,
            step_order,
            style: scenario.mediation.style,
            effect_starts: starts.collect(),
            foreseen: foreseen(scenario),
            conditional: scenario
                .events
                .iter()
                .enumerate()
                .filter_map(|(e, event)| Some((e, event.when.condition()?)))
                .collect(),
            alters_world: scenario
                .events
                .iter()
                .any(|event| event.effects.iter().any(|effect| effect.target.alters_world())),
            principals,
        }
    }

    /// Is this party a principal?
    #[inline]
    pub(crate) fn is_principal(&self, party: usize) -> bool {
        self.scenario.parties[party].role == Role::Principal
    }

    /// The party a pledge leans on.
    #[inline]
    pub(crate) fn needed_by(&self, party: usize) -> Option<usize> {
        self.scenario.parties[party].pledge.as_ref().and_then(|pledge| pledge.needs)
    }

    /// When a pledge is due if it is dated.
    pub(crate) fn pledge_date(&self, party: usize) -> Option<f64> {
        match self.scenario.parties[party].pledge.as_ref()?.time {
            PledgeTime::At(months) => Some(months),
            PledgeTime::Rate(_) => None,
        }
    }

    /// When an event is due if it is dated.
    pub(crate) fn event_date(&self, event: usize) -> Option<f64> {
        match self.scenario.events[event].when {
            When::At(months) => Some(months),
            When::Rate(_) | When::RateWhile(..) => None,
        }
    }
}

/// Events that are announced, by their days and then by the order of the file.
fn foreseen(scenario: &Scenario) -> Vec<usize> {
    let date = |e: &usize| match scenario.events[*e].when {
        When::At(months) => months,
        When::Rate(_) | When::RateWhile(..) => f64::INFINITY,
    };
    let mut announced: Vec<usize> =
        (0..scenario.events.len()).filter(|&e| scenario.events[e].foreseen).collect();
    announced.sort_by(|a, b| date(a).total_cmp(&date(b)));
    announced
}
