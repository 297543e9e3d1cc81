//! A scenario's issue as the field's plain table, for the forecasts of other schools.

use crate::math::DoubleDouble;
use crate::model::{InputId, Party, Scenario};
use crate::solution::forecasts::{
    Actor, ElectionRules, ForecastError, PositionTable, condorcet_probabilities,
};

/// The table of one issue with a scale, from these inputs: capability is influence, the position
/// where the party opens, salience its weight among the party's own issues. Parties without a stake
/// in the issue are left out.
///
/// # Errors
/// Nobody has a stake in it, or the numbers do not make a table.
pub fn position_table(
    scenario: &Scenario,
    inputs: &[f64],
    issue: usize,
) -> Result<PositionTable, ForecastError> {
    let get = |id: crate::model::InputId| inputs[id.index()];
    let scale = scenario.issues[issue].scale;
    let mut actors = Vec::new();
    for party in &scenario.parties {
        let Some(position) = &party.positions[issue] else { continue };
        let salience = weight(party, inputs, issue);
        actors.push(Actor {
            name: party.title.clone(),
            capability: get(party.influence),
            positions: vec![get(position.opening).clamp(scale.low, scale.high)],
            saliences: vec![salience.clamp(0.0, 1.0)],
        });
    }
    PositionTable::new(vec![scenario.issues[issue].title.clone()], actors)?
        .with_scale(0, scale.low, scale.high)
}

/// The chance of every option of an issue to win an election today: probabilistic Condorcet (Wise,
/// Lester & Efird 2015) under its default rules, every party voting by its scores with the weight
/// influence × salience.
///
/// # Errors
/// Nobody with influence has a stake in it.
pub fn vote_on_options(
    scenario: &Scenario,
    inputs: &[f64],
    issue: usize,
) -> Result<Vec<f64>, ForecastError> {
    let get = |id: crate::model::InputId| inputs[id.index()];
    let (mut utilities, mut weights) = (Vec::new(), Vec::new());
    for party in &scenario.parties {
        let Some(preference) = &party.preferences[issue] else { continue };
        let salience = weight(party, inputs, issue);
        utilities.push(preference.scores.iter().map(|&id| get(id) / 100.0).collect());
        weights.push(get(party.influence) * salience);
    }
    if weights.iter().all(|&weight| weight <= 0.0) {
        return Err(ForecastError::NoWeight { what: "capability times salience" });
    }
    condorcet_probabilities(&utilities, &weights, ElectionRules::default())
}

/// What an issue weighs for a party.
fn weight(party: &Party, inputs: &[f64], issue: usize) -> f64 {
    let decimal = |id: InputId| DoubleDouble::decimal(inputs[id.index()]);
    party.weight(issue, party.total_salience(decimal), decimal).rounded()
}
