//! Interim deals: what they are, which one a draft is, what they are worth, and how they end.

use zopa::math::exp;
use zopa::model::{End, Fate, InputId, IssueEffect, Place, Scenario};
use zopa::stream::{Purpose, StreamKey};

use super::history::Play;
use super::world::on_unit;

/// Where a deal settles an issue.
#[derive(Clone, Copy, Debug)]
enum Where {
    At(f64),
    Within(f64, f64),
    AsDrafted,
}

/// A deal as a world has it.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    /// `None` for the ceasefire alone.
    id: Option<String>,
    settles: Vec<(usize, Where)>,
    /// The issue of sequence, and the end at which the fighting halts first.
    sequence: Option<(usize, End)>,
    pub(crate) guaranteed: bool,
    pub(crate) halts: bool,
    months: Option<f64>,
    renewable: bool,
    pub(crate) factors: Vec<f64>,
    pub(crate) relief: Vec<f64>,
    pub(crate) ripeness: f64,
    first: Option<f64>,
}

/// A deal in force.
#[derive(Clone, Debug)]
pub(crate) struct InForce {
    pub(crate) step: usize,
    text: Vec<f64>,
    breaks_at: f64,
    lapses_at: f64,
}

impl InForce {
    pub(crate) fn ends_at(&self) -> f64 {
        self.breaks_at.min(self.lapses_at)
    }
}

/// Every deal of a world: those of the file, and a ceasefire alone where none of them settles the issue
/// of sequence.
pub(crate) fn steps(scenario: &Scenario, draws: &[f64]) -> Vec<Step> {
    let of = |id: InputId| draws[id.index()];
    let sequence = scenario.issues.iter().enumerate().find_map(|(k, issue)| match issue.effect {
        IssueEffect::HaltsFighting { strong_end } => Some((k, strong_end)),
        _ => None,
    });
    let mut steps: Vec<Step> = Vec::new();
    for deal in &scenario.interims {
        let half = if deal.halts_fighting { 0.5 } else { 1.0 };
        let settles: Vec<(usize, Where)> = deal
            .settles
            .iter()
            .map(|settled| {
                let at = |id: InputId| on_unit(scenario.issues[settled.issue].scale, of(id));
                let place = match settled.place {
                    Place::At(id) => Where::At(at(id)),
                    Place::Within(from, to) => Where::Within(at(from), at(to)),
                    Place::AsDrafted => Where::AsDrafted,
                };
                (settled.issue, place)
            })
            .collect();
        let settled = |k: usize| settles.iter().any(|(issue, _)| *issue == k);
        steps.push(Step {
            id: Some(deal.id.clone()),
            sequence: sequence.filter(|(k, _)| settled(*k)),
            guaranteed: scenario.guarantee_issue().is_some_and(settled),
            halts: deal.halts_fighting,
            months: deal.lasts.map(of),
            renewable: deal.renewable,
            factors: deal.costs.iter().map(|cost| cost.map_or(half, of)).collect(),
            relief: deal.relief.iter().map(|relief| relief.map_or(0.0, of)).collect(),
            ripeness: of(deal.ripeness),
            first: deal.first.map(of),
            settles,
        });
    }
    if let Some((k, end)) = sequence
        && steps.iter().all(|step| step.sequence.is_none())
    {
        let x = if end == End::High { 1.0 } else { 0.0 };
        let parties = scenario.parties.len();
        steps.push(Step {
            id: None,
            settles: vec![(k, Where::At(x))],
            sequence: Some((k, end)),
            guaranteed: false,
            halts: true,
            months: None,
            renewable: false,
            factors: vec![0.5; parties],
            relief: vec![0.0; parties],
            ripeness: 1.0,
            first: None,
        });
    }
    steps
}

impl Play<'_> {
    pub(crate) fn steps_in_force(&self) -> Vec<&Step> {
        self.in_force.iter().map(|deal| &self.steps[deal.step]).collect()
    }

    /// Is the fighting halted by agreement?
    pub(crate) fn is_halted(&self) -> bool {
        self.steps_in_force().iter().any(|step| step.halts)
    }

    /// s_m: how strongly deal m is called for.
    fn strength(&self, m: usize, draft: &[f64], t: f64) -> f64 {
        let step = &self.steps[m];
        let settles = |k: usize| step.settles.iter().any(|(issue, _)| *issue == k);
        let taken = self.in_force.iter().any(|deal| {
            let other = &self.steps[deal.step];
            deal.step == m || other.settles.iter().any(|(issue, _)| settles(*issue))
        });
        let fighting = !self.belligerents().is_empty() && !self.is_halted();
        if taken || (step.halts && !fighting) {
            return 0.0;
        }
        if let Some(first) = step.first {
            return first;
        }
        if let Some((k, end)) = step.sequence {
            return end.strength(draft[k]);
        }
        let principals: Vec<usize> = self.scenario.principals().collect();
        let (mut inside, mut outside) = (0.0, 0.0);
        for (i, j) in Self::pairs(&principals) {
            for k in 0..draft.len() {
                let apart = self.apart(i, j, k, t);
                if settles(k) {
                    inside += apart;
                } else {
                    outside += apart;
                }
            }
        }
        if outside > 0.0 { outside / (inside + outside) } else { 0.0 }
    }

    /// The deal that a draft is, by a mark in [0, 1); `None` for the whole.
    pub(crate) fn chosen_step(&self, draft: &[f64], t: f64, mark: f64) -> Option<usize> {
        let mut by_name: Vec<usize> = (0..self.steps.len()).collect();
        by_name.sort_by(|&a, &b| self.steps[a].id.cmp(&self.steps[b].id));
        let strengths: Vec<f64> = by_name.iter().map(|&m| self.strength(m, draft, t)).collect();
        let sum: f64 = strengths.iter().sum();
        let mut below = 0.0;
        for (&m, strength) in by_name.iter().zip(&strengths) {
            below += if sum > 1.0 { strength / sum } else { *strength };
            if mark < below {
                return Some(m);
            }
        }
        None
    }

    /// The text of deal m within a draft.
    pub(crate) fn step_text(&self, m: usize, draft: &[f64]) -> Vec<f64> {
        let mut text = draft.to_vec();
        for &(k, place) in &self.steps[m].settles {
            text[k] = match place {
                Where::At(x) => x,
                Where::Within(from, to) => text[k].clamp(from, to),
                Where::AsDrafted => text[k],
            };
        }
        text
    }

    /// H: the hazard of a breach within twelve months that party i expects.
    fn step_hazard(&self, i: usize, m: usize, text: &[f64]) -> f64 {
        let guarantee = if self.steps[m].guaranteed { self.guarantee(text) } else { 0.0 };
        let trust = self.mean_trust(i);
        self.hazard_of_truce(i) * exp(-1.2 * guarantee - 0.8 * (trust - 0.5))
    }

    /// What party i loses on issue k without a deal.
    fn loss_without(&self, i: usize, k: usize) -> f64 {
        if let Some(lost) = self.loss_at_war(i, k) {
            return lost;
        }
        self.world.status_quo[k].map_or(0.0, |status_quo| self.loss(i, k, status_quo))
    }

    /// z^m of a deal with this text.
    pub(crate) fn step_worth(&self, i: usize, m: usize, text: &[f64]) -> f64 {
        let step = &self.steps[m];
        let mut brings = (1.0 - step.factors[i]) * self.cost(i) + step.relief[i];
        for &(k, _) in &step.settles {
            brings += self.loss_without(i, k) - self.loss(i, k, text[k]);
        }
        if let (true, Some(k)) = (step.halts, self.scenario.front_issue()) {
            brings += self.loss_without(i, k) - self.loss(i, k, self.line());
        }
        let hazard = self.step_hazard(i, m, text);
        let survives = exp(-hazard);
        let year = survives * brings - (1.0 - survives) * self.world.players[i].betrayal;
        let share = match step.months {
            Some(months) if months < 12.0 && hazard > 0.0 => {
                (1.0 - exp(-hazard * months / 12.0)) / (1.0 - survives)
            }
            Some(months) if months < 12.0 => months / 12.0,
            _ => 1.0,
        };
        share * year
    }

    /// Does all that is asked for say yes to deal m? `noise` is η of a party.
    fn all_agree(&self, m: usize, text: &[f64], noise: impl Fn(usize) -> f64) -> bool {
        let mut asked: Vec<usize> = self.scenario.principals().collect();
        if self.steps[m].guaranteed {
            asked = self.signatories(text);
        }
        asked.iter().all(|&i| {
            let forbidden = self.steps[m].settles.iter().any(|&(k, _)| {
                let stake = &self.world.players[i].stakes[k];
                let refused = stake.taste.as_ref().is_some_and(|t| t.refused[t.option(text[k])]);
                refused || stake.wall.forbids(text[k])
            });
            !forbidden && self.step_worth(i, m, text) + self.readiness[i] + noise(i) >= 0.0
        })
    }

    /// Deal m is put to the table.
    pub(crate) fn put_step(&mut self, t: f64, m: usize, draft: &[f64], number: usize) {
        let text = self.step_text(m, draft);
        if !self.all_agree(m, &text, |i| self.answer_noise(i, number)) {
            return;
        }
        let principals: Vec<usize> = self.scenario.principals().collect();
        self.raise_trust(&principals);
        let guarantee = if self.steps[m].guaranteed { self.guarantee(&text) } else { 0.0 };
        let breaks_at = t + self.step_holds(guarantee);
        let lapses_at = t + self.steps[m].months.unwrap_or(f64::INFINITY);
        self.meets(m, Fate::Agreed, t);
        self.begin_step(t, InForce { step: m, text, breaks_at, lapses_at });
    }

    fn begin_step(&mut self, t: f64, deal: InForce) {
        if self.steps[deal.step].halts {
            self.seen.truces.push((t, f64::INFINITY));
        }
        self.in_force.push(deal);
    }

    /// The deal that ends first does.
    pub(crate) fn end_step(&mut self, t: f64) {
        let ends: Vec<f64> = self.in_force.iter().map(InForce::ends_at).collect();
        let least = ends.iter().copied().fold(f64::INFINITY, f64::min);
        let Some(first) = ends.iter().position(|&at| at == least) else { return };
        let mut deal = self.in_force.remove(first);
        let m = deal.step;
        if self.steps[m].halts
            && let Some(truce) = self.seen.truces.last_mut()
        {
            truce.1 = t;
        }
        let principals: Vec<usize> = self.scenario.principals().collect();
        if deal.breaks_at <= deal.lapses_at {
            self.lower_trust(&principals);
            self.meets(m, Fate::Broken, t);
        } else if self.steps[m].renewable && self.goes_on(m, &deal.text) {
            self.raise_trust(&principals);
            self.meets(m, Fate::Renewed, t);
            deal.lapses_at = t + self.steps[m].months.unwrap_or(f64::INFINITY);
            self.begin_step(t, deal);
        } else {
            self.meets(m, Fate::Lapsed, t);
        }
    }

    /// Asks whether deal m goes on.
    fn goes_on(&mut self, m: usize, text: &[f64]) -> bool {
        let asked = self.renewals;
        self.renewals += 1;
        let noise = |i: usize| {
            let key = StreamKey::new(self.seed, Purpose::Renewal, &self.scenario.parties[i].id);
            let mut stream = key.history(self.trial.world, self.trial.history);
            let mut draw = stream.logistic();
            for _ in 0..asked {
                draw = stream.logistic();
            }
            self.world.players[i].readiness_spread / 3.0 * draw
        };
        self.all_agree(m, text, noise)
    }

    pub(crate) fn meets(&mut self, m: usize, fate: Fate, t: f64) {
        self.seen.fates.push((m, fate, t));
    }
}
