//! One world: every number of the scenario as this world has it, positions on [0, 1].

use zopa::model::{
    InputId, MediationStyle, Outside, Pledge, PledgeTime, Position, Preference, Scale, Scenario,
    When,
};

/// A wall: no text beyond it is ever signed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wall {
    Nowhere,
    BarsAbove(f64),
    BarsBelow(f64),
}

impl Wall {
    pub(crate) fn forbids(self, x: f64) -> bool {
        match self {
            Self::Nowhere => false,
            Self::BarsAbove(wall) => x > wall,
            Self::BarsBelow(wall) => x < wall,
        }
    }
}

/// What one party makes of options; everything in shares of what the issue could be worth.
#[derive(Clone, Debug)]
pub(crate) struct Taste {
    pub(crate) scores: Vec<f64>,
    pub(crate) opening: f64,
    pub(crate) limit: f64,
    pub(crate) refused: Vec<bool>,
}

impl Taste {
    /// The option it likes best.
    pub(crate) fn favourite(&self) -> usize {
        let mut best = 0;
        for option in 1..self.scores.len() {
            if self.scores[option] > self.scores[best] {
                best = option;
            }
        }
        best
    }

    /// The option that a coordinate stands for.
    pub(crate) fn option(&self, x: f64) -> usize {
        (x * (self.scores.len() as f64 - 1.0)).round() as usize
    }
}

/// What one party wants on one issue.
#[derive(Clone, Debug)]
pub(crate) struct Stake {
    /// On an issue with options; the positions then mean nothing.
    pub(crate) taste: Option<Taste>,
    pub(crate) weight: f64,
    pub(crate) ideal: f64,
    pub(crate) opening: f64,
    pub(crate) limit: f64,
    pub(crate) wall: Wall,
}

/// War as a party's alternative: its expected terms and their price.
#[derive(Clone, Debug)]
pub(crate) struct War {
    pub(crate) terms: Vec<f64>,
    pub(crate) cost: f64,
}

/// One party's numbers.
#[derive(Clone, Debug)]
pub(crate) struct Player {
    pub(crate) influence: f64,
    pub(crate) patience: f64,
    pub(crate) reciprocity: f64,
    pub(crate) aversion: f64,
    pub(crate) deadline: f64,
    pub(crate) readiness_spread: f64,
    pub(crate) good_faith: f64,
    pub(crate) hazard: f64,
    pub(crate) betrayal: f64,
    pub(crate) reservation: Option<f64>,
    pub(crate) war: Option<War>,
    pub(crate) pledge_strength: f64,
    pub(crate) pledge_date: Option<f64>,
    pub(crate) pledge_rate: f64,
    pub(crate) stakes: Vec<Stake>,
}

/// The numbers of one world, as events have left them.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) quadratic: bool,
    pub(crate) omega: f64,
    pub(crate) text_rate: f64,
    pub(crate) style: Option<MediationStyle>,
    pub(crate) formulation_error: f64,
    pub(crate) summit_base: f64,
    pub(crate) durability_years: f64,
    pub(crate) durability_spread: f64,
    pub(crate) players: Vec<Player>,
    /// Trust of every pair, both ways round.
    pub(crate) trust: Vec<Vec<f64>>,
    /// Status quo of every issue that has one; the line L of the front-line issue.
    pub(crate) status_quo: Vec<Option<f64>>,
    pub(crate) draft_shift: Vec<f64>,
    pub(crate) drift: f64,
    pub(crate) noise: f64,
    pub(crate) pen: f64,
    pub(crate) push: f64,
    pub(crate) reluctance: f64,
    pub(crate) cohesion: f64,
    pub(crate) credibility: f64,
    pub(crate) fatigue: f64,
    pub(crate) record: f64,
    /// Side payments as (giver, receiver, value).
    pub(crate) leverage: Vec<(usize, usize, f64)>,
    /// Rates of the events that have one.
    pub(crate) event_rates: Vec<f64>,
    pub(crate) event_dates: Vec<Option<f64>>,
    pub(crate) effect_amounts: Vec<Vec<f64>>,
}

impl World {
    /// The world of these draws, one for every input.
    pub(crate) fn new(scenario: &Scenario, draws: &[f64]) -> Self {
        let of = |id: InputId| draws[id.index()];
        let issues = || scenario.issues.iter();
        let events = || scenario.events.iter();
        let parties = 0..scenario.parties.len();
        let width = scenario.front_issue().map_or(1.0, |k| scenario.issues[k].scale.width());
        let constants = scenario.constants;
        let summit = scenario.summit.as_ref();
        Self {
            quadratic: of(constants.loss) > 1.5,
            omega: of(constants.stated_limits_weight),
            text_rate: of(constants.text_rate),
            style: scenario.mediation.style,
            formulation_error: of(constants.formulation_error),
            summit_base: of(constants.summit_base),
            durability_years: of(constants.durability_scale),
            durability_spread: of(constants.durability_spread),
            players: parties.map(|i| player(scenario, i, draws)).collect(),
            trust: trust(scenario, draws),
            status_quo: issues()
                .map(|issue| issue.status_quo.map(|id| on_unit(issue.scale, of(id))))
                .collect(),
            draft_shift: issues()
                .map(|issue| issue.draft_shift.map_or(0.0, of) / issue.scale.width())
                .collect(),
            drift: scenario.front.map_or(0.0, |front| of(front.drift) / width),
            noise: scenario.front.map_or(0.0, |front| of(front.noise) / width),
            pen: of(scenario.mediation.pen),
            push: summit.map_or(0.0, |summit| of(summit.push)),
            reluctance: summit.map_or(0.0, |s| s.reluctance.iter().map(|&id| of(id)).sum()),
            cohesion: of(scenario.coalition.cohesion),
            credibility: of(scenario.coalition.credibility),
            fatigue: of(scenario.coalition.fatigue),
            record: of(scenario.durability.record),
            leverage: leverage(scenario, draws),
            event_rates: events().map(|event| rate(event.when, draws)).collect(),
            event_dates: events().map(|event| date(event.when)).collect(),
            effect_amounts: events()
                .map(|event| event.effects.iter().map(|effect| of(effect.by)).collect())
                .collect(),
        }
    }
}

fn trust(scenario: &Scenario, draws: &[f64]) -> Vec<Vec<f64>> {
    let parties = 0..scenario.parties.len();
    let pair = |i: usize, j: usize| {
        if i == j { 1.0 } else { draws[scenario.trust.pair(i, j).index()] }
    };
    parties.clone().map(|i| parties.clone().map(|j| pair(i, j)).collect()).collect()
}

fn leverage(scenario: &Scenario, draws: &[f64]) -> Vec<(usize, usize, f64)> {
    let givers = scenario.parties.iter().enumerate();
    givers
        .flat_map(|(giver, party)| {
            party.leverage.iter().map(move |&(to, id)| (giver, to, draws[id.index()]))
        })
        .collect()
}

fn rate(when: When, draws: &[f64]) -> f64 {
    match when {
        When::At(_) => 0.0,
        When::Rate(id) | When::RateWhile(id, _) => draws[id.index()],
    }
}

fn date(when: When) -> Option<f64> {
    match when {
        When::At(months) => Some(months),
        When::Rate(_) | When::RateWhile(..) => None,
    }
}

/// A position of the file on [0, 1].
pub(crate) fn on_unit(scale: Scale, position: f64) -> f64 {
    ((position - scale.low) / (scale.high - scale.low)).clamp(0.0, 1.0)
}

fn player(scenario: &Scenario, i: usize, draws: &[f64]) -> Player {
    let party = &scenario.parties[i];
    let of = |id: InputId| draws[id.index()];
    let on_scales = party.positions.iter().flatten().map(|p| of(p.salience));
    let on_options = party.preferences.iter().flatten().map(|p| of(p.salience));
    let salience: f64 = on_scales.chain(on_options).sum();
    let stakes = (0..scenario.issues.len()).map(|k| {
        let scale = scenario.issues[k].scale;
        match (&party.positions[k], &party.preferences[k]) {
            (Some(position), _) => stake(position, scale, salience, draws),
            (None, Some(preference)) => Stake {
                weight: share(of(preference.salience), salience),
                taste: Some(taste(preference, draws)),
                ..indifferent()
            },
            (None, None) => indifferent(),
        }
    });
    let (mut reservation, mut war) = (None, None);
    match &party.outside {
        Outside::Reservation(id) => reservation = Some(of(*id)),
        Outside::War { terms, cost } => {
            let terms = terms.iter().zip(&scenario.issues);
            let terms = terms.map(|(&id, issue)| on_unit(issue.scale, of(id))).collect();
            war = Some(War { terms, cost: of(*cost) });
        }
        Outside::Unstated => {}
    }
    Player {
        influence: of(party.influence),
        patience: of(party.concession_speed),
        reciprocity: of(party.reciprocity),
        aversion: of(party.loss_aversion),
        deadline: scenario.talks.deadline.map_or(f64::INFINITY, of).min(of(party.deadline)),
        readiness_spread: of(party.readiness_spread),
        good_faith: of(party.good_faith),
        hazard: of(party.breach_hazard),
        betrayal: of(party.betrayal_loss),
        reservation,
        war,
        pledge_strength: party.pledge.as_ref().map_or(0.0, |pledge| of(pledge.strength)),
        pledge_date: party.pledge.as_ref().and_then(pledge_date),
        pledge_rate: party.pledge.as_ref().map_or(0.0, |pledge| pledge_rate(pledge, draws)),
        stakes: stakes.collect(),
    }
}

/// A share of all saliences; of none where a party cares about nothing.
fn share(salience: f64, total: f64) -> f64 {
    if total > 0.0 { salience / total } else { 0.0 }
}

fn indifferent() -> Stake {
    Stake { taste: None, weight: 0.0, ideal: 0.5, opening: 0.5, limit: 0.5, wall: Wall::Nowhere }
}

fn taste(preference: &Preference, draws: &[f64]) -> Taste {
    let share = |id: InputId| draws[id.index()] / 100.0;
    let scores: Vec<f64> = preference.scores.iter().map(|&id| share(id)).collect();
    let most = scores.iter().copied().fold(0.0, f64::max);
    Taste {
        opening: preference.opening.map_or(most, share),
        limit: share(preference.limit),
        refused: preference.refused.clone(),
        scores,
    }
}

fn pledge_date(pledge: &Pledge) -> Option<f64> {
    match pledge.time {
        PledgeTime::At(months) => Some(months),
        PledgeTime::Rate(_) => None,
    }
}

fn pledge_rate(pledge: &Pledge, draws: &[f64]) -> f64 {
    match pledge.time {
        PledgeTime::At(_) => 0.0,
        PledgeTime::Rate(id) => draws[id.index()],
    }
}

fn stake(position: &Position, scale: Scale, total_salience: f64, draws: &[f64]) -> Stake {
    let at = |id: InputId| on_unit(scale, draws[id.index()]);
    let (ideal, limit) = (at(position.ideal), at(position.limit));
    let wall = position.red_line.map_or(Wall::Nowhere, |id| {
        let red_line = at(id);
        let above = if red_line > ideal {
            true
        } else if red_line < ideal {
            false
        } else {
            limit >= ideal
        };
        if above { Wall::BarsAbove(red_line) } else { Wall::BarsBelow(red_line) }
    });
    let weight = share(draws[position.salience.index()], total_salience);
    Stake { taste: None, weight, ideal, opening: at(position.opening), limit, wall }
}
