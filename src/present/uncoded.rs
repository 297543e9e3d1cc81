//! Numbers nobody coded: defaults of the model that a run draws, and what of the spread hangs on them.

use crate::model::Scenario;
use crate::montecarlo::{InputShare, Summary};

/// The inputs that the file leaves to the model's defaults and that are drawn, by what they explain.
pub(crate) fn uncoded<'s>(
    scenario: &'s Scenario,
    summary: &'s Summary,
) -> impl Iterator<Item = (usize, &'s InputShare)> {
    let inputs = summary.inputs.iter().enumerate();
    inputs.filter(|(_, share)| !scenario.inputs[share.input.index()].provenance.stated)
}
