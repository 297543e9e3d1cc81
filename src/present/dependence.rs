//! What hangs together, in words.

use crate::model::{InputId, Scenario};
use crate::text::number::short;

/// What a share of the spread means where inputs hang together.
pub(crate) const SHARES: &str = "Inputs hang together: a share is what knowing the input would explain, by \
                                 itself or through what hangs together with it, and shares may add up to \
                                 more than the whole.";

/// A line for every factor and every correlation of the file.
pub(crate) fn lines(scenario: &Scenario) -> Vec<String> {
    let Some(dependence) = &scenario.dependence else { return Vec::new() };
    let path = |id: InputId| scenario.inputs[id.index()].path.as_str();
    let factors = dependence.factors.iter().map(|factor| {
        let loadings = factor.loadings.iter();
        let loadings: Vec<String> =
            loadings.map(|&(id, loading)| format!("{} {}", path(id), signed(loading))).collect();
        format!("factor {}: {}", factor.title, loadings.join(", "))
    });
    let pairs = dependence.correlations.iter().map(|pair| {
        let [one, other] = pair.between.map(path);
        format!("correlation {}: {one}, {other}", signed(pair.spearman))
    });
    factors.chain(pairs).collect()
}

fn signed(number: f64) -> String {
    let text = short(number.abs());
    if number < 0.0 { format!("−{text}") } else { format!("+{text}") }
}
