//! The model's own numbers in a world: constants of the file, drawn, and what stands at the as-of date.
//! Plain numbers; a world hands them out to read.

use crate::model::{InputId, Loss, MediationStyle, Scenario};

/// Months ahead for which war terms and war costs are stated, H.
pub(crate) const WAR_HORIZON: f64 = 12.0;

/// The model's own numbers in a world.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Globals {
    pub(crate) omega: f64,
    pub(crate) loss: Loss,
    pub(crate) text_rate: f64,
    pub(crate) style: Option<MediationStyle>,
    pub(crate) formulation_error: f64,
    pub(crate) summit_base: f64,
    /// Mediator's push less the reluctance of those named, in log rate.
    pub(crate) summit_pull: f64,
    pub(crate) durability_scale: f64,
    pub(crate) durability_spread: f64,
    pub(crate) record: f64,
    /// The line on the as-of date, L₀.
    pub(crate) line: f64,
    /// True drift of the line a month, μ.
    pub(crate) drift: f64,
    /// Noise of the line per √month, s.
    pub(crate) front_noise: f64,
    pub(crate) cohesion: f64,
    pub(crate) credibility: f64,
    pub(crate) fatigue: f64,
    /// Extra weight of a principal that holds the pen.
    pub(crate) pen: f64,
    /// Cost c of having signed what one's own home front turns down.
    pub(crate) defection_cost: f64,
    /// σ_b: how far others misjudge the approval of a home front.
    pub(crate) home_front_error: f64,
}

impl Globals {
    /// Those of a world, where `get` is its number of an input.
    pub(crate) fn new(scenario: &Scenario, get: impl Fn(InputId) -> f64) -> Self {
        let constants = &scenario.constants;
        let front = scenario.front_issue().map(|k| &scenario.issues[k]);
        let width = front.map_or(1.0, |issue| issue.scale.width());
        let line = front.and_then(|issue| {
            issue.status_quo.map(|id| issue.scale.to_unit(get(id)).clamp(0.0, 1.0))
        });
        Self {
            omega: get(constants.stated_limits_weight),
            loss: Loss::of(get(constants.loss)),
            text_rate: get(constants.text_rate),
            style: scenario.mediation.style,
            formulation_error: get(constants.formulation_error),
            summit_base: get(constants.summit_base),
            summit_pull: scenario.summit.as_ref().map_or(0.0, |summit| {
                get(summit.push) - summit.reluctance.iter().map(|&id| get(id)).sum::<f64>()
            }),
            durability_scale: get(constants.durability_scale),
            durability_spread: get(constants.durability_spread),
            record: get(scenario.durability.record),
            line: line.unwrap_or(0.5),
            drift: scenario.front.map_or(0.0, |front| get(front.drift) / width),
            front_noise: scenario.front.map_or(0.0, |front| get(front.noise) / width),
            cohesion: get(scenario.coalition.cohesion),
            credibility: get(scenario.coalition.credibility),
            fatigue: get(scenario.coalition.fatigue),
            pen: get(scenario.mediation.pen),
            defection_cost: get(constants.defection_cost),
            home_front_error: get(constants.home_front_error),
        }
    }
}
