//! Findings as tidy CSV: `method,input,item,value,low,high`, one figure a row at full precision, `low`
//! and `high` the ends of its 95% interval where it has one.

use super::{DriversView, Finding};
use crate::analysis::IntervalEstimate;
use crate::analysis::breakeven::{BreakEven, Crossing, End};
use crate::analysis::sobol::Outcome;

/// The rows as text.
pub fn csv(view: DriversView<'_>) -> String {
    let mut rows = vec![["method", "input", "item", "value", "low", "high"].map(str::to_owned)];
    let method = view.finding.method();
    let mut push = |input: &str, item: &str, value: f64, ends: [Option<f64>; 2]| {
        let [low, high] = ends.map(|end| end.map_or(String::new(), |end| end.to_string()));
        rows.push([method.into(), input.into(), item.into(), value.to_string(), low, high]);
    };
    let ends = |estimate: &IntervalEstimate| [Some(estimate.low), Some(estimate.high)];
    match view.finding {
        Finding::Tornado(swings, choices) => {
            push("", "odds", swings.base.value, ends(&swings.base));
            for swing in &swings.swings {
                let path = view.path(swing.input);
                push(path, "swing", swing.bar.swing.value, ends(&swing.bar.swing));
                push(path, "low end", swing.ends.0, [None; 2]);
                push(path, "odds at low end", swing.odds.0.value, ends(&swing.odds.0));
                push(path, "high end", swing.ends.1, [None; 2]);
                push(path, "odds at high end", swing.odds.1.value, ends(&swing.odds.1));
            }
            for choice in choices {
                push(&choice.set, "odds", choice.odds.value, ends(&choice.odds));
                push(&choice.set, "change", choice.change.value, ends(&choice.change));
            }
        }
        Finding::Morris(screening) => {
            for effect in &screening.effects {
                let path = view.path(effect.input);
                push(path, "mu_star", effect.mu_star.value, ends(&effect.mu_star));
                push(path, "mu", effect.mu, [None; 2]);
                push(path, "sigma", effect.sigma, [None; 2]);
                push(path, "by chance", effect.by_chance, [None; 2]);
            }
        }
        Finding::Sobol(shares) => match &shares.outcome {
            Outcome::Constant { value } => push("", "constant odds", *value, [None; 2]),
            Outcome::NoiseAlone { observed, noise } => {
                push("", "observed variance", *observed, [None; 2]);
                push("", "noise variance", *noise, [None; 2]);
            }
            Outcome::Indices(found) => {
                for (&input, index) in shares.inputs.iter().zip(&found.inputs) {
                    let path = input.map_or("all other inputs", |id| view.path(id));
                    push(path, "first order", index.first.value, ends(&index.first));
                    push(path, "total order", index.total.value, ends(&index.total));
                }
            }
        },
        Finding::BreakEven(threshold) => {
            let path = view.path(threshold.input);
            let end = |end: End| match end {
                End::At(value) => Some(value),
                End::Beyond => None,
            };
            let mut crossed = |crossing: &Crossing| {
                push(path, "break-even", crossing.at, [end(crossing.low), end(crossing.high)]);
            };
            match &threshold.found {
                BreakEven::Never { .. } | BreakEven::Everywhere { .. } => {}
                BreakEven::Once(crossing) => crossed(crossing),
                BreakEven::Several(crossings) => crossings.iter().for_each(crossed),
            }
            for (at, response) in &threshold.asked {
                let odds = &response.odds;
                push(path, &format!("odds at {at}"), odds.value, ends(odds));
            }
        }
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail.
        let _ = writer.write_record(row);
    }
    writer.into_inner().map_or(String::new(), |bytes| String::from_utf8_lossy(&bytes).into_owned())
}
